"""Two joint ratings of each item on nine steps: a disc for those concerned, a square for the offices, a line between.

The same steps in words stand beside each row, on a phone below it. A side without a rating has no sign.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt

from presentation.charts.diagramm import Diagramm, Spec, Vorlage, bau, ebenen, gruppe, satz, vorlage, zeilen
from presentation.charts.spalten import spaltenweise
from presentation.charts.stil import FETT, KLEIN
from presentation.charts.stufenzeilen import (
    BREITE_ZEICHEN,
    IST_SCHMAL,
    SCHMALE_ZEICHEN,
    TITELZEILE,
    WORTE,
    in_zeilen,
    mitte,
    titelmarke,
    umbrochen,
)
from presentation.farben import NAMEN, Modus, Palette, palette
from presentation.texts.beteiligungsstufen import SELBSTVERTRETUNG, STUFEN, VERWALTUNG, beide, mit_worten

KOPF: Final = 58
"""Height in px of the name of the zone and the numbers of the steps."""
KOPFZEILE: Final = 16
ZEILE: Final = 74
UNTER_TITEL: Final = 36
"""Height in px of the steps below the top of a row."""
ZONE: Final = (6, 8)
"""First and last step that the authors of the steps call participation."""
WORTPLATZ: Final = 150
"""Width in px of the words beside a row; none on a phone, where they stand below."""
MEISTE: Final = 8
"""Most rows of the picture; the table has all."""
ALT_ZEILEN: Final = 4
"""Most rows whose steps the text alternative repeats; above that it names the table."""


@dataclass(frozen=True)
class Zeile:
    """One item. The steps 1 to 9 of both sides, None = not rated."""

    titel: str
    verwaltung: int | None
    selbstvertretung: int | None


def zwei_sichten(alle: Sequence[Zeile], *, titel: str, modus: Modus, tabelle: str) -> Diagramm:
    """Draw the rows from top to bottom as they come. `tabelle` names the table with the same steps in words."""

    def spec(gezeigte: Sequence[Zeile]) -> Spec:
        return _spec(gezeigte, modus)

    return Diagramm(spec(alle), _alt(alle, titel, tabelle), teile=spaltenweise(alle, _hoehe, spec))


def _hoehe(zeile: Zeile) -> int:
    return ZEILE + TITELZEILE * (len(umbrochen(zeile.titel, SCHMALE_ZEICHEN)) - 1)


def _spec(alle: Sequence[Zeile], modus: Modus) -> Spec:
    farben = palette(modus)
    daten: dict[str, list[dict[str, Any]]] = {n: [] for n in ("titel", "spannen", "worte", "marken")}
    titel_schmal = [umbrochen(z.titel, SCHMALE_ZEICHEN) for z in alle]
    hoehe = KOPF + sum(ZEILE + TITELZEILE * (len(t) - 1) for t in titel_schmal)
    oben = KOPF
    for nummer, (zeile, schmal) in enumerate(zip(alle, titel_schmal, strict=True)):
        oben += TITELZEILE * (len(schmal) - 1)
        # On a desk titles take one line: there the rows share the height equally.
        ort = {"y": oben + UNTER_TITEL, "gleich": KOPF + nummer * (hoehe - KOPF) / len(alle) + UNTER_TITEL}
        daten["titel"].append(ort | in_zeilen(umbrochen(zeile.titel, BREITE_ZEICHEN), schmal))
        if zeile.verwaltung is not None and zeile.selbstvertretung is not None:
            enden = sorted((zeile.verwaltung, zeile.selbstvertretung))
            daten["spannen"].append(ort | {"von": enden[0], "bis": enden[1]})
        worte = _worte(zeile)
        daten["worte"].append(ort | {"schmal": worte, "breit": worte.replace(", ", ",\n")})
        daten["marken"] += [ort | marke for marke in _marken(zeile, farben)]
        oben += ZEILE
    raster = [{"spalte": n, "text": str(n), "zone": ZONE[0] <= n <= ZONE[1]} for n in STUFEN]
    spec = zwei_vorlage(modus).gefuellt(
        {"raster": zeilen(raster)} | {name: zeilen(werte) for name, werte in daten.items()}
    )
    spec["height"] = hoehe
    return spec


def _worte(zeile: Zeile) -> str:
    """The steps of a row; of one side only if only one rated it, because the place beside the row is narrow."""
    if zeile.selbstvertretung is None:
        return f"nur {VERWALTUNG} {zeile.verwaltung}"
    if zeile.verwaltung is None:
        return f"nur {SELBSTVERTRETUNG} {zeile.selbstvertretung}"
    return beide(zeile.verwaltung, zeile.selbstvertretung)


def _marken(zeile: Zeile, farben: Palette) -> list[dict[str, Any]]:
    """The signs of a row with their step; on the same step they stand side by side."""
    gleich = zeile.verwaltung == zeile.selbstvertretung
    seiten = (
        ("square", zeile.verwaltung, farben.grund, farben.leise, farben.text, -0.5),
        ("circle", zeile.selbstvertretung, farben.haupt, farben.haupt, farben.grund, 0.5),
    )
    return [
        {
            "spalte": wert,
            "platz": platz if gleich else 0.0,
            "form": form,
            "zeichen": str(wert),
            "fuellung": fuellung,
            "strich": strich,
            "schrift": schrift,
        }
        for form, wert, fuellung, strich, schrift, platz in seiten
        if wert is not None
    ]


def _alt(alle: Sequence[Zeile], titel: str, tabelle: str) -> str:
    anfang = satz(titel)
    if len(alle) > ALT_ZEILEN:
        return f"{anfang} Alle Stufen stehen in der Tabelle „{tabelle}“."
    werte = (satz(f"{z.titel.removesuffix('.')}: {mit_worten(z.verwaltung, z.selbstvertretung)}") for z in alle)
    return " ".join([anfang, *werte])


@cache
def zwei_vorlage(modus: Modus) -> Vorlage:
    """Rows with named data `raster`, `titel`, `spannen`, `worte`, `marken`; all heights in px."""
    return vorlage(_zwei(), modus)


_BREITE: Final = f"(width - ({IST_SCHMAL} ? 0 : {WORTPLATZ}))"
"""Width of the nine places in px."""


_Y: Final = f"({IST_SCHMAL} ? datum.y : datum.gleich)"


def _mitte(spalte: str) -> str:
    return mitte(spalte, len(STUFEN), _BREITE)


@cache
def _zwei() -> Spec:
    farben = NAMEN
    y = alt.value(alt.expr(_Y))
    von, bis = ZONE
    zone = (
        alt.Chart()
        .mark_rect(color=farben.klassen[0], opacity=0.75, aria=False)
        .encode(
            x=alt.value(alt.expr(f"{von - 1} * {_BREITE} / {len(STUFEN)}")),
            x2=alt.value(alt.expr(f"{bis} * {_BREITE} / {len(STUFEN)}")),
            y=alt.value(KOPF - KOPFZEILE - 6),
            y2=alt.value(alt.expr("height")),
        )
        .transform_filter(f"datum.spalte == {von}")
    )
    zonenname = (
        alt.Chart()
        .mark_text(
            color=farben.text,
            fontSize=KLEIN,
            lineBreak="\n",
            lineHeight=KOPFZEILE,
            baseline="top",
            text=f"{STUFEN[von]} bis\n{STUFEN[bis]}",
            aria=False,
        )
        .encode(x=alt.value(alt.expr(_mitte("spalte"))), y=alt.value(0))
        .transform_filter(f"datum.spalte == {(von + bis) // 2}")
    )
    nummern = (
        alt.Chart()
        .mark_text(color=farben.leise, fontSize=KLEIN, baseline="bottom", aria=False)
        .encode(x=alt.value(alt.expr(_mitte("spalte"))), y=alt.value(KOPF - 3), text="text:N")
    )
    spanne = (
        alt.Chart()
        .mark_rule(color=farben.linie, strokeWidth=3, aria=False)
        .encode(x=alt.value(alt.expr(_mitte("von"))), x2=alt.value(alt.expr(_mitte("bis"))), y=y)
    )
    worte = (
        alt.Chart()
        .mark_text(
            color=farben.text,
            fontSize=KLEIN,
            align="left",
            baseline=alt.expr(f"{IST_SCHMAL} ? 'top' : 'middle'"),
            lineBreak="\n",
            lineHeight=KOPFZEILE,
            dy=alt.expr(f"{IST_SCHMAL} ? 14 : -{KOPFZEILE // 2} * (length(split(datum.breit, '\\n')) - 1)"),
            text=alt.expr(WORTE),
            aria=False,
        )
        .encode(x=alt.value(alt.expr(f"{IST_SCHMAL} ? 2 : width - {WORTPLATZ} + 14")), y=y)
    )
    stelle = alt.value(alt.expr(f"{_mitte('spalte')} + datum.platz * {_BREITE} / {len(STUFEN)} * 0.62"))
    marken = (
        alt.Chart()
        .mark_point(size=alt.expr(f"{IST_SCHMAL} ? 330 : 420"), strokeWidth=1.8, opacity=1, aria=False)
        .encode(
            x=stelle,
            y=y,
            shape=alt.Shape("form:N", scale=None),
            fill=alt.Fill("fuellung:N", scale=None),
            stroke=alt.Stroke("strich:N", scale=None),
        )
    )
    zeichen = (
        alt.Chart()
        .mark_text(fontSize=KLEIN, fontWeight=FETT, baseline="middle", dy=1, aria=False)
        .encode(x=stelle, y=y, text="zeichen:N", color=alt.Color("schrift:N", scale=None))
    )
    diagramm = ebenen(
        gruppe("raster", zone, zonenname, nummern),
        gruppe("spannen", spanne),
        gruppe("titel", titelmarke(f"{_Y} - 16")),
        gruppe("worte", worte),
        gruppe("marken", marken, zeichen),
    )
    return bau(diagramm, 640, KOPF + ZEILE)
