"""Legend of a choropleth: swatches of the classes with their borders between them, and the states that occur."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import altair as alt

from presentation.charts.diagramm import Diagramm, Spec, Vorlage, parameter, vorlage, zeilen
from presentation.charts.klassen import Grenzen
from presentation.charts.stil import KLEIN, konfiguration
from presentation.farben import Modus, Palette, palette
from presentation.maps.flaechen import Zustand, fuellung
from presentation.texts.zahlen import zahl

HOEHE: Final = 38
KASTEN: Final = 15
"""Height of a swatch in px."""
ZUSTANDSBREITE: Final = 30
KLASSENBREITE: Final = 50
"""Widest swatch of a class in px; on a narrow screen they shrink."""
STRICHABSTAND: Final = 6
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
            "striche": zeilen([strich for zeile in daten if zeile["striche"] for strich in _striche(zeile["links"])]),
        },
        {"zustandsplatz": breite},
    )
    return Diagramm(spec, _alt(grenzen, zustaende, titel, stellen), (farben.mehr_heisst,))


def _alt(grenzen: Grenzen, zustaende: Sequence[Zustand], titel: str, stellen: int) -> str:
    werte = "; ".join(zahl(g, stellen) for g in grenzen)
    saetze = [f"Legende: {titel.rstrip('.')}. Fünf Klassen mit den Grenzen {werte}."]
    if zustaende:
        saetze.append(f"Dazu: {', '.join(zustaende)}.")
    return " ".join(saetze)


def _zustandszeilen(zustaende: Sequence[Zustand], farben: Palette) -> tuple[list[Spec], float]:
    """Swatches side by side, each as wide as its word needs, and the width of them all."""
    daten: list[Spec] = []
    links = 0.0
    for zustand in zustaende:
        daten.append(
            {
                "links": links,
                "text": zustand.value,
                "farbe": fuellung(zustand, farben),
                "striche": zustand is Zustand.GESCHUETZT,
            }
        )
        links += max(ZUSTANDSBREITE, len(zustand.value) * ZEICHENBREITE) + ABSTAND
    return daten, links


def _striche(links: float) -> list[Spec]:
    """Hatch lines at 45°, cut at the edges of the swatch; x counted from the first swatch of a state."""
    striche: list[Spec] = []
    for fuss in range(-KASTEN + STRICHABSTAND, ZUSTANDSBREITE, STRICHABSTAND):
        von, bis = max(fuss, 0), min(fuss + KASTEN, ZUSTANDSBREITE)
        striche.append({"x1": links + von, "y1": KASTEN - (von - fuss), "x2": links + bis, "y2": KASTEN - (bis - fuss)})
    return striche


@cache
def legenden_vorlage(modus: Modus) -> Vorlage:
    """Legend with named data `klassen`, `grenzen`, `zustaende`, `striche`; everything is placed in px."""
    farben = palette(modus)
    klasse = f"min({KLASSENBREITE}, (width - zustandsplatz - {ABSTAND}) / 5)"
    erster_zustand = f"(5 * {klasse} + {ABSTAND + 6})"

    def platz(ausdruck: str) -> Any:
        return alt.value(alt.expr(ausdruck))

    def kasten(name: str, links: str, rechts: str, rand: str) -> alt.Chart:
        return (
            alt.Chart(alt.NamedData(name=name))
            .mark_rect(stroke=rand, strokeWidth=0.8, aria=False)
            .encode(
                x=platz(links),
                x2=platz(rechts),
                y=alt.value(1),
                y2=alt.value(KASTEN + 1),
                color=alt.Color("farbe:N", scale=None),
            )
        )

    def wort(name: str, x: str, **eigenschaften: Any) -> alt.Chart:
        return (
            alt.Chart(alt.NamedData(name=name))
            .mark_text(fontSize=KLEIN, baseline="top", color=farben.text, aria=False, **eigenschaften)
            .encode(x=platz(x), y=alt.value(KASTEN + 6), text="text:N")
        )

    striche = (
        alt.Chart(alt.NamedData(name="striche"))
        .mark_rule(color=farben.schraffur, strokeWidth=0.9, aria=False)
        .encode(
            x=platz(f"datum.x1 + {erster_zustand}"),
            x2=platz(f"datum.x2 + {erster_zustand}"),
            y=platz("datum.y1 + 1"),
            y2=platz("datum.y2 + 1"),
        )
    )
    zustand = f"datum.links + {erster_zustand}"
    diagramm = (
        alt.layer(
            kasten("klassen", f"datum.n * {klasse}", f"(datum.n + 1) * {klasse}", farben.grenze),
            wort("grenzen", f"datum.n * {klasse}", align="center"),
            kasten("zustaende", zustand, f"{zustand} + {ZUSTANDSBREITE}", farben.grenze),
            striche,
            wort("zustaende", zustand, align="left"),
        )
        .add_params(*parameter(zustandsplatz=0))
        .properties(
            width=560,
            height=HOEHE,
            padding={"left": 1, "top": 1, "right": 1, "bottom": 2},
            autosize=alt.AutoSizeParams(type="fit", contains="padding"),
        )
    )
    return vorlage(diagramm, konfiguration(modus))
