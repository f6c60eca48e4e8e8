"""The prepared specifications of the trend, built with Altair once per size and mode."""

from functools import cache
from typing import Any, Literal

import altair as alt

from presentation.charts.diagramm import Spec, Vorlage, bau, ebenen, gruppe, parameter, vorlage
from presentation.charts.stil import BANDDECKUNG, GROESSE, KLEIN
from presentation.farben import NAMEN, Modus, Palette

Vorlagenart = Literal["gross", "klein"]

HOEHE = 300
HOEHE_KLEIN = 96
JAHRESZEILE = 22
"""Height in px a small chart keeps for the years below its lines."""
ZEICHENBREITE = 7.6
"""Mean width in px of a character of chart text, on the safe side."""
BRUCHZEICHEN = 7
"""The same for the smaller text at a break."""
SCHMAL = 200
"""Below this width a name gives way and its value stays."""


@cache
def verlauf_vorlage(art: Vorlagenart, modus: Modus) -> Vorlage:
    """Trend with named data `luecken`, `band`, `vergleich`, `region`, `brueche`, `schrift`, small also `jahre`."""
    return vorlage(_verlauf(art), modus)


@cache
def _verlauf(art: Vorlagenart) -> Spec:
    farben = NAMEN
    klein = art == "klein"
    x, y = _achsen(klein)
    teile = [_luecken(farben, x, klein)]
    if not klein:
        teile.append(_band(farben, x, y))
    teile += [_brueche(farben, x, klein), _vergleich(farben, x, y), _region(farben, x, y, klein)]
    teile.append(_schrift(x, y))
    if klein:
        teile.append(_jahre(farben, x))
    diagramm = (
        ebenen(*teile)
        .add_params(*parameter(y_von=0, y_bis=1, y_werte=[], y_format="", x_von=0, x_bis=1, letztes_jahr=0, x_werte=[]))
        .resolve_scale(x="shared", y="shared")
    )
    return bau(diagramm, 640, HOEHE_KLEIN if klein else HOEHE, oben=4, unten=4)


def _achsen(klein: bool) -> tuple[Any, Any]:
    if klein:
        x = alt.X(
            "jahr:Q",
            axis=None,
            scale=alt.Scale(
                domain=[alt.expr("x_von + 0.4"), alt.expr("x_bis - 0.4")],
                range=[20, alt.expr("width - 20")],
                nice=False,
                zero=False,
            ),
        )
        y_bereich: Any = [alt.expr(f"height - {JAHRESZEILE + 20}"), 22]
        y_achse = None
    else:
        # Years that would touch each other give way, counted from the last one backwards.
        schritt = "ceil(46 * length(x_werte) / width)"
        x = alt.X(
            "jahr:Q",
            axis=alt.Axis(
                values=alt.expr("x_werte"),
                labelExpr=f"(letztes_jahr - datum.value) % {schritt} == 0 ? format(datum.value, 'd') : ''",
                labelOverlap=False,
                grid=False,
            ),
            scale=alt.Scale(domain=[alt.expr("x_von"), alt.expr("x_bis")], nice=False, zero=False),
        )
        y_bereich = alt.Undefined
        y_achse = alt.Axis(
            values=alt.expr("y_werte"),
            labelExpr="format(datum.value, y_format)",
            domain=False,
            ticks=False,
            grid=True,
        )
    y = alt.Y(
        "wert:Q",
        axis=y_achse,
        scale=alt.Scale(domain=[alt.expr("y_von"), alt.expr("y_bis")], nice=False, zero=False, range=y_bereich),
    )
    return x, y


def _umbenannt(kanal: Any, feld: str) -> Any:
    """The same axis and scale for another field of the rows."""
    neu = kanal.copy()
    neu.shorthand = f"{feld}:Q"
    return neu


def _luecken(farben: Palette, x: Any, klein: bool) -> alt.LayerChart:
    flaeche = (
        alt.Chart()
        .mark_rect(color=farben.feld, aria=False)
        .encode(
            x=_umbenannt(x, "von"),
            x2="bis:Q",
            y=alt.value(0),
            y2=alt.value(alt.expr(f"height - {JAHRESZEILE}" if klein else "height")),
        )
        .transform_filter("!datum.beginn")
    )
    wort = (
        alt.Chart()
        .mark_text(
            color=farben.leise,
            fontSize=KLEIN,
            lineBreak="\n",
            lineHeight=16,
            align=alt.expr("datum.anker"),
            baseline=alt.expr("datum.oben ? 'line-top' : 'line-bottom'"),
            dy=alt.expr("datum.dy"),
            aria=False,
        )
        .encode(
            x=_umbenannt(x, "anfang"),
            y=alt.value(alt.expr(f"datum.oben ? 2 : height - {JAHRESZEILE + 6 if klein else 30}")),
            text="text:N",
        )
    )
    return gruppe("luecken", flaeche, wort)


def _band(farben: Palette, x: Any, y: Any) -> alt.LayerChart:
    band = (
        alt.Chart()
        .mark_area(color=farben.haupt, opacity=BANDDECKUNG, line=False, aria=False)
        .encode(x=x, y=_umbenannt(y, "unten"), y2="oben:Q", detail="abschnitt:N")
    )
    return gruppe("band", band)


def _brueche(farben: Palette, x: Any, klein: bool) -> alt.LayerChart:
    linie = (
        alt.Chart()
        .mark_rule(color=farben.vergleich, strokeDash=[1.5, 3], strokeWidth=1.2, aria=False)
        .encode(
            x=x,
            y=alt.value(0),
            y2=alt.value(alt.expr(f"height - {JAHRESZEILE}" if klein else "height")),
        )
    )
    if klein:
        return gruppe("brueche", linie)

    def passt(feld: str) -> str:
        return f"7 + {BRUCHZEICHEN} * length(datum.{feld}) < datum.platz * width"

    wort = (
        alt.Chart()
        .mark_text(
            color=farben.leise,
            fontSize=KLEIN,
            align=alt.expr("datum.anker"),
            dx=alt.expr("datum.dx"),
            dy=alt.expr("datum.dy"),
            # The remarks below the chart name every break, so words that would run into the next rule can go.
            text=alt.expr(f"{passt('text')} ? datum.text : {passt('kurz')} ? datum.kurz : ''"),
            baseline="bottom",
            aria=False,
        )
        .encode(x=x, y=alt.value(alt.expr("height - 8")))
    )
    return gruppe("brueche", linie, wort)


def _vergleich(farben: Palette, x: Any, y: Any) -> alt.LayerChart:
    linie = (
        alt.Chart()
        .mark_line(color=farben.vergleich, strokeWidth=2, strokeDash=[5, 4], aria=False)
        .encode(x=x, y=y, detail="abschnitt:N")
    )
    allein = (
        alt.Chart()
        .mark_point(color=farben.vergleich, shape="stroke", size=200, strokeWidth=2, aria=False)
        .encode(x=x, y=y)
        .transform_filter("datum.allein")
    )
    return gruppe("vergleich", linie, allein)


def _region(farben: Palette, x: Any, y: Any, klein: bool) -> alt.LayerChart:
    linie = (
        alt.Chart()
        .mark_line(color=farben.haupt, strokeWidth=2.5 if klein else 3.5, strokeCap="round", aria=False)
        .encode(x=x, y=y, detail="abschnitt:N")
    )
    punkte = (
        alt.Chart()
        .mark_circle(color=farben.haupt, size=52, opacity=1, aria=False)
        .encode(x=x, y=y)
        .transform_filter("datum.ende || datum.allein" if klein else "true")
    )
    return gruppe("region", linie, punkte)


def _schrift(x: Any, y: Any) -> alt.LayerChart:
    text = f"(width < {SCHMAL} ? datum.kurz : datum.text)"
    # A label right of its line's end covers years to the left, a centred one years on both sides.
    jahre = f"ceil(length({text}) * {ZEICHENBREITE} * length(x_werte) / width)"
    anzahl = f"{jahre} + (datum.anker == 'right' ? 1 : 2)"
    rand = "datum.dy < 0 ? 1 : 0"
    schrift = (
        alt.Chart()
        .transform_calculate(hoehe=f"extent(slice(datum.hoehen, 0, {anzahl}))[{rand}]")
        .mark_text(
            fontSize=GROESSE,
            fontWeight=alt.expr("datum.gewicht"),
            align=alt.expr("datum.anker"),
            baseline="middle",
            dx=alt.expr("datum.anker == 'right' && datum.dy != 0 ? 8 : 0"),
            dy=alt.expr("datum.dy"),
            text=alt.expr(text),
            aria=False,
        )
        .encode(x=x, y=_umbenannt(y, "hoehe"), color=alt.Color("farbe:N", scale=None))
    )
    return gruppe("schrift", schrift)


def _jahre(farben: Palette, x: Any) -> alt.LayerChart:
    jahre = (
        alt.Chart()
        .mark_text(color=farben.leise, fontSize=KLEIN, baseline="bottom", aria=False)
        .encode(x=x, y=alt.value(alt.expr("height")), text="text:N")
    )
    return gruppe("jahre", jahre)
