"""One value among others on a line: all areas as rings, the one in view as a disc, the Kreis as the orange rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt

from presentation.charts.diagramm import Diagramm, Spec, Vorlage, bau, ebenen, gruppe, parameter, satz, vorlage, zeilen
from presentation.charts.gebietsangaben import Bezug, Gebietsangabe
from presentation.charts.stil import BANDDECKUNG, FETT, KLEIN
from presentation.farben import NAMEN, Modus, Palette
from presentation.texts.zahlen import wert_text, zahl

HOEHE: Final = 96
LINIE: Final = 54
"""Height in px of the line the values stand on, from above."""
RAND: Final = 9
ALT_MARKEN: Final = 40
"""Most areas the text alternative lists; above that it names the table."""
SCHMAL: Final = 250
"""Below this width names give way and the values stay."""


@dataclass(frozen=True)
class Marke(Gebietsangabe):
    """One area, with a place on the line if it is `gezeichnet`. `eigen`: in view, drawn with its interval."""

    eigen: bool = False


def spanne(
    marken: Sequence[Marke],
    bezug: Bezug | None = None,
    *,
    titel: str,
    modus: Modus,
    stellen: int = 1,
    tabelle: str = "Alle Werte",
) -> Diagramm:
    """Draw the range of areas with the one in view. Lowest and highest are named at the two ends.

    `titel` is Kennzahl, unit and Stichtag, for the text alternative. `hinweise` say how many areas have no place.
    """
    gezeichnet = sorted((m for m in marken if m.gezeichnet), key=lambda m: m.wert or 0.0)
    enden = [w for m in gezeichnet for w in ((m.wert, m.unten, m.oben) if m.eigen else (m.wert,)) if w is not None]
    enden += [bezug.wert] if bezug else []
    von, bis = (min(enden), max(enden)) if enden else (0.0, 1.0)
    luft = (bis - von) * 0.03 or 1.0
    spec = spannen_vorlage(modus).gefuellt(
        {
            "spanne": zeilen([{"von": gezeichnet[0].wert, "bis": gezeichnet[-1].wert}] if gezeichnet else []),
            "band": zeilen([{"von": m.unten, "bis": m.oben} for m in gezeichnet if m.eigen and m.oben is not None]),
            "andere": zeilen([{"wert": m.wert} for m in gezeichnet if not m.eigen]),
            "bezug": zeilen(_bezugzeilen(bezug, von, bis, stellen)),
            "eigene": zeilen([{"wert": m.wert, "text": zahl(m.wert, stellen)} for m in gezeichnet if m.eigen]),
            "enden": zeilen(_endzeilen(gezeichnet, stellen)),
        },
        {"x_von": von - luft, "x_bis": bis + luft},
    )
    ohne = len(marken) - len(gezeichnet)
    hinweise = (f"{ohne} von {len(marken)} Gebieten ohne Platz auf der Linie: kein Wert.",) if ohne else ()
    return Diagramm(spec, _alt(titel, marken, bezug, stellen, tabelle), hinweise)


def _bezugzeilen(bezug: Bezug | None, von: float, bis: float, stellen: int) -> list[Spec]:
    if bezug is None:
        return []
    # Near an edge the word is written inwards.
    ort = (bezug.wert - von) / (bis - von) if bis > von else 0.5
    anker = "left" if ort < 0.2 else "right" if ort > 0.8 else "center"
    return [{"wert": bezug.wert, "text": f"{bezug.name} {zahl(bezug.wert, stellen)}", "anker": anker}]


def _endzeilen(gezeichnet: Sequence[Marke], stellen: int) -> list[Spec]:
    if len(gezeichnet) < 2:
        return []
    return [
        {
            "text": f"{m.name} {zahl(m.wert, stellen)}",
            "kurz": zahl(m.wert, stellen),
            "anker": anker,
            "links": anker == "left",
        }
        for m, anker in ((gezeichnet[0], "left"), (gezeichnet[-1], "right"))
    ]


def _alt(titel: str, marken: Sequence[Marke], bezug: Bezug | None, stellen: int, tabelle: str) -> str:
    saetze = [satz(f"Spanne der Gebiete: {titel}")]
    saetze += [
        satz(f"Hier, {m.name}: {wert_text(m.wert, m.unten, m.oben, m.status, stellen)}") for m in marken if m.eigen
    ]
    if bezug:
        saetze.append(f"{bezug.name}: {zahl(bezug.wert, stellen)}.")
    andere = [m for m in marken if not m.eigen]
    if len(andere) > ALT_MARKEN:
        saetze.append(f"Alle Werte stehen in der Tabelle „{tabelle}“.")
    elif andere:
        werte = (f"{m.name} {wert_text(m.wert, m.unten, m.oben, m.status, stellen)}" for m in andere)
        saetze.append(satz("; ".join(werte)))
    return " ".join(saetze)


@cache
def spannen_vorlage(modus: Modus) -> Vorlage:
    """The line with named data `spanne`, `band`, `andere`, `bezug`, `eigene`, `enden`, parameters `x_von`, `x_bis`."""
    return vorlage(_spanne(), modus)


@cache
def _spanne() -> Spec:
    farben = NAMEN
    mitte = alt.value(LINIE)
    teile = (
        gruppe("band", _strich(farben.haupt, 13, opacity=BANDDECKUNG).encode(x=_x("von"), x2="bis:Q", y=mitte)),
        gruppe("spanne", _strich(farben.neutral, 1.5).encode(x=_x("von"), x2="bis:Q", y=mitte)),
        gruppe("andere", _punkt(farben.grund, farben.vergleich, 70).encode(x=_x("wert"), y=mitte)),
        _bezug(farben),
        _eigene(farben),
        _enden(farben),
    )
    diagramm = ebenen(*teile).add_params(*parameter(x_von=0, x_bis=1))
    return bau(diagramm, 320, HOEHE)


def _x(feld: str) -> alt.X:
    return alt.X(
        f"{feld}:Q",
        axis=None,
        scale=alt.Scale(
            domain=[alt.expr("x_von"), alt.expr("x_bis")],
            range=[RAND, alt.expr(f"width - {RAND}")],
            nice=False,
            zero=False,
        ),
    )


def _strich(farbe: str, breite: float, **mehr: Any) -> alt.Chart:
    strich: alt.Chart = alt.Chart().mark_rule(color=farbe, strokeWidth=breite, aria=False, **mehr)
    return strich


def _punkt(flaeche: str, rand: str, groesse: int) -> alt.Chart:
    punkt: alt.Chart = alt.Chart().mark_point(
        shape="circle", filled=True, opacity=1, fill=flaeche, stroke=rand, strokeWidth=2, size=groesse, aria=False
    )
    return punkt


def _bezug(farben: Palette) -> alt.LayerChart:
    linie = _strich(farben.bezug, 2.5).encode(x=_x("wert"), y=alt.value(19), y2=alt.value(LINIE + 14))
    wort = (
        alt.Chart()
        .mark_text(
            color=farben.bezug,
            fontWeight=FETT,
            fontSize=KLEIN,
            baseline="top",
            align=alt.expr("datum.anker"),
            aria=False,
        )
        .encode(x=_x("wert"), y=alt.value(1), text="text:N")
    )
    return gruppe("bezug", linie, wort)


def _eigene(farben: Palette) -> alt.LayerChart:
    scheibe = _punkt(farben.haupt, farben.grund, 230).encode(x=_x("wert"), y=alt.value(LINIE))

    def zahl_(**rand: Any) -> alt.Chart:
        wort: alt.Chart = (
            alt.Chart()
            .mark_text(fontWeight=FETT, baseline="bottom", color=farben.haupt, aria=False, **rand)
            .encode(x=_x("wert"), y=alt.value(LINIE - 11), text="text:N")
        )
        return wort

    # The value may stand on the rule of the Kreis: a halo keeps it legible.
    return gruppe("eigene", scheibe, zahl_(stroke=farben.grund, strokeWidth=5, strokeJoin="round"), zahl_())


def _enden(farben: Palette) -> alt.LayerChart:
    worte = (
        alt.Chart()
        .mark_text(
            color=farben.leise,
            fontSize=KLEIN,
            baseline="bottom",
            align=alt.expr("datum.anker"),
            limit=alt.expr("width / 2 - 6"),
            text=alt.expr(f"width < {SCHMAL} ? datum.kurz : datum.text"),
            aria=False,
        )
        .encode(x=alt.value(alt.expr("datum.links ? 2 : width - 2")), y=alt.value(HOEHE - 2))
    )
    return gruppe("enden", worte)
