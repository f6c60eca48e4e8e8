"""Legend of a choropleth: swatches of the classes with their borders between them, and the states that occur."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final, Literal

import altair as alt

from presentation.charts.diagramm import Diagramm, Spec, Vorlage, bau, ebenen, parameter, satz, vorlage, zeilen
from presentation.charts.klassen import Grenzen
from presentation.charts.stil import KLEIN
from presentation.farben import NAMEN, Modus, Palette, palette
from presentation.maps.flaechen import Zustand, fuellung
from presentation.texts.zahlen import zahl

HOEHE: Final = 46
KASTEN: Final = 15
"""Height of a swatch in px; on a narrow screen it is lower and the states get a row of their own."""
KASTEN_SCHMAL: Final = 10
ZWEITE_ZEILE: Final = 31
ZUSTANDSBREITE: Final = 30
ZUSTANDSBREITE_SCHMAL: Final = 18
KLASSENBREITE: Final = 50
"""Widest swatch of a class in px, unless its border numbers are long."""
KLEINSTE_KLASSE: Final = 36
"""Below this width of a swatch its border number would touch the next one."""
STRICHABSTAND: Final = 5
ZEICHENBREITE: Final = 6.9
ABSTAND: Final = 14


def legende(grenzen: Grenzen, zustaende: Sequence[Zustand], *, titel: str, modus: Modus, stellen: int = 1) -> Diagramm:
    """Draw the legend. `zustaende`: those that occur on the map (`flaechen.zustaende`); `titel`: Kennzahl and unit."""
    farben = palette(modus)
    daten, breite = _zustandszeilen(zustaende, farben)
    spec = legenden_vorlage(modus).gefuellt(
        {
            "klassen": zeilen([{"n": n, "farbe": farbe} for n, farbe in enumerate(farben.klassen)]),
            "grenzen": zeilen([{"n": n, "text": zahl(g, stellen)} for n, g in enumerate(grenzen, start=1)]),
            "zustaende": zeilen(daten),
            "striche": zeilen([strich for zeile in daten if zeile["striche"] for strich in _striche(zeile)]),
        },
        {"zustandsplatz": breite, "klassenplatz": _klassenplatz(grenzen, stellen)},
    )
    return Diagramm(spec, _alt(grenzen, zustaende, titel, stellen), (farben.mehr_heisst,))


def _alt(grenzen: Grenzen, zustaende: Sequence[Zustand], titel: str, stellen: int) -> str:
    werte = "; ".join(zahl(g, stellen) for g in grenzen)
    saetze = [f"{satz(f'Legende: {titel}')} Fünf Klassen mit den Grenzen {werte}."]
    if zustaende:
        saetze.append(satz(f"Dazu: {', '.join(zustaende)}"))
    return " ".join(saetze)


def _klassenplatz(grenzen: Grenzen, stellen: int) -> float:
    """Width in px a swatch needs so that the border numbers beside it do not touch."""
    return max(KLEINSTE_KLASSE, *(len(zahl(g, stellen)) * ZEICHENBREITE + 6 for g in grenzen))


def _zustandszeilen(zustaende: Sequence[Zustand], farben: Palette) -> tuple[list[Spec], float]:
    """Swatches side by side for both layouts, and the width of them all in the wide one."""
    daten: list[Spec] = []
    links = links_schmal = 0.0
    for zustand in zustaende:
        daten.append(
            {
                "links": links,
                "links_schmal": links_schmal,
                "text": zustand.value,
                "farbe": fuellung(zustand, farben),
                "striche": zustand is Zustand.GESCHUETZT,
            }
        )
        wort = len(zustand.value) * ZEICHENBREITE
        links += max(ZUSTANDSBREITE, wort) + ABSTAND
        links_schmal += ZUSTANDSBREITE_SCHMAL + 5 + wort + 8
    return daten, links


def _striche(zeile: Spec) -> list[Spec]:
    """Hatch lines at 45° in the swatch of a state, as parts of its width and height so that both layouts use them."""
    striche: list[Spec] = []
    for fuss in range(-KASTEN + STRICHABSTAND, ZUSTANDSBREITE, STRICHABSTAND):
        von, bis = max(fuss, 0), min(fuss + KASTEN, ZUSTANDSBREITE)
        striche.append(
            {
                "links": zeile["links"],
                "links_schmal": zeile["links_schmal"],
                "x1": von / ZUSTANDSBREITE,
                "x2": bis / ZUSTANDSBREITE,
                "y1": 1 - (von - fuss) / KASTEN,
                "y2": 1 - (bis - fuss) / KASTEN,
            }
        )
    return striche


@cache
def legenden_vorlage(modus: Modus) -> Vorlage:
    """Legend with named data `klassen`, `grenzen`, `zustaende`, `striche`; everything is placed in px."""
    return vorlage(_legende(), modus)


@cache
def _legende() -> Spec:
    farben = NAMEN
    schmal = f"(width < 5 * klassenplatz + zustandsplatz + {ABSTAND})"
    klasse = f"min(max({KLASSENBREITE}, klassenplatz), ({schmal} ? width : width - zustandsplatz - {ABSTAND}) / 5)"
    links = f"({schmal} ? datum.links_schmal + 1 : 5 * {klasse} + {ABSTAND} + 6 + datum.links)"
    oben = f"({schmal} ? {ZWEITE_ZEILE} : 1)"
    hoehe = f"({schmal} ? {KASTEN_SCHMAL} : {KASTEN})"
    breite = f"({schmal} ? {ZUSTANDSBREITE_SCHMAL} : {ZUSTANDSBREITE})"
    grenzen_y = f"{schmal} ? {KASTEN_SCHMAL + 4} : {KASTEN + 6}"
    diagramm = ebenen(
        _kasten("klassen", f"datum.n * {klasse}", f"(datum.n + 1) * {klasse}", "1", f"1 + {hoehe}", farben),
        _wort("grenzen", f"datum.n * {klasse}", grenzen_y, farben, align="center"),
        _kasten("zustaende", links, f"{links} + {breite}", oben, f"{oben} + {hoehe}", farben),
        alt.Chart(alt.NamedData(name="striche"))
        .mark_rule(color=farben.schraffur, strokeWidth=0.9, aria=False)
        .encode(
            x=_platz(f"{links} + datum.x1 * {breite}"),
            x2=_platz(f"{links} + datum.x2 * {breite}"),
            y=_platz(f"{oben} + datum.y1 * {hoehe}"),
            y2=_platz(f"{oben} + datum.y2 * {hoehe}"),
        ),
        _wort(
            "zustaende",
            f"{schmal} ? {links} + {ZUSTANDSBREITE_SCHMAL + 5} : {links}",
            f"{schmal} ? {ZWEITE_ZEILE - 1} : {KASTEN + 6}",
            farben,
            align="left",
        ),
    ).add_params(*parameter(zustandsplatz=0, klassenplatz=KLEINSTE_KLASSE))
    return bau(diagramm, 560, HOEHE, rand=1)


def _platz(ausdruck: str) -> Any:
    return alt.value(alt.expr(ausdruck))


def _kasten(name: str, links: str, rechts: str, oben: str, unten: str, farben: Palette) -> alt.Chart:
    marke: alt.Chart = (
        alt.Chart(alt.NamedData(name=name))
        .mark_rect(stroke=farben.grenze, strokeWidth=0.8, aria=False)
        .encode(
            x=_platz(links),
            x2=_platz(rechts),
            y=_platz(oben),
            y2=_platz(unten),
            color=alt.Color("farbe:N", scale=None),
        )
    )
    return marke


def _wort(name: str, x: str, y: str, farben: Palette, align: Literal["left", "center"]) -> alt.Chart:
    marke: alt.Chart = (
        alt.Chart(alt.NamedData(name=name))
        .mark_text(fontSize=KLEIN, baseline="top", color=farben.text, align=align, aria=False)
        .encode(x=_platz(x), y=_platz(y), text="text:N")
    )
    return marke
