"""Areas of a map and how they look: one description for the drawn map (Vega) and the moving one (deck.gl)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final, Literal

from models.vokabular import Status
from presentation.charts.diagramm import satz
from presentation.charts.klassen import Grenzen, klasse
from presentation.farben import Palette
from presentation.texts.schutzsaetze import alt_zusatz
from presentation.texts.zahlen import ist_zahl, wert_text

Anker = Literal["start", "middle", "end"]

ALT_FLAECHEN: Final = 40
"""Most areas a text alternative lists."""
MEISTE_NAMEN: Final = 60
BREITE_NAME: Final = 7.3
BREITE_WERT: Final = 7.9
"""Mean width in px of a character at 14 px, regular and bold."""
ZWEI_ZEILEN: Final = 32.0
TOLERANZ: Final = 5.0
"""Px by which two labels may overlap before names are left out; the boxes are estimates on the safe side."""


@dataclass(frozen=True)
class Flaeche:
    """One area: `i` is its number in the geometry file, `lon`/`lat` the middle of its label in degrees.

    `anker` other than "middle" means that the label stands outside all areas. `kurzname` is written on the map,
    `name` in the text alternative. `von` and `bis` bound a protected count. `platz`: half the width in radians of
    Mercator that the area has for a label.
    """

    i: int
    gebiet: str
    name: str
    wert: float | None
    lon: float
    lat: float
    anker: Anker = "middle"
    kurzname: str | None = None
    von: float | None = None
    bis: float | None = None
    status: str = Status.GEZEIGT
    platz: float = math.inf


class Zustand(StrEnum):
    """States that are not a class of values; the value is the word in the legend."""

    GESCHUETZT = "geschützt"
    KEINE_ANGABE = "k. A."
    OHNE_EINWOHNER = "0 Einwohner"
    NICHT_GELIEFERT = "liegt nicht vor"


ZUSTAND: Final[dict[str, Zustand]] = {
    Status.GEZEIGT: Zustand.KEINE_ANGABE,
    Status.GESCHUETZT: Zustand.GESCHUETZT,
    Status.KEINE_ANGABE: Zustand.KEINE_ANGABE,
    Status.NICHT_ANWENDBAR: Zustand.OHNE_EINWOHNER,
    Status.NICHT_GELIEFERT: Zustand.NICHT_GELIEFERT,
}
"""What an area without a number is. "nicht anwendbar" on a map means a rate where nobody lives."""


def klasse_oder_zustand(flaeche: Flaeche, grenzen: Grenzen) -> int | Zustand:
    """The class 0 to 4 of the value, or why there is none."""
    wert = flaeche.wert
    if wert is not None and ist_zahl(wert, flaeche.von, flaeche.bis, flaeche.status):
        return klasse(wert, grenzen)
    return ZUSTAND[flaeche.status]


def fuellung(stelle: int | Zustand, farben: Palette) -> str:
    """Fill colour: of the class, or the ground; only "0 Einwohner" is tinted."""
    if isinstance(stelle, int):
        return farben.klassen[stelle]
    return farben.ohne_einwohner if stelle is Zustand.OHNE_EINWOHNER else farben.grund


def schriftfarbe(stelle: int | Zustand, farben: Palette) -> str:
    """Colour of a label inside the area: 4.5:1 on its fill."""
    return farben.klassentext[stelle] if isinstance(stelle, int) else farben.text


def kartenwort(flaeche: Flaeche, grenzen: Grenzen, stellen: int) -> str:
    """What stands under the name on the map. A protected count reads its range, a protected rate "geschützt"."""
    stelle = klasse_oder_zustand(flaeche, grenzen)
    if isinstance(stelle, int) or stelle is Zustand.GESCHUETZT:
        return wert_text(flaeche.wert, flaeche.von, flaeche.bis, flaeche.status, stellen)
    return stelle.value


def mercator(lon: float, lat: float) -> tuple[float, float]:
    """Degrees to web mercator on the unit sphere, y upwards, in radians."""
    return math.radians(lon), math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))


def textbreite(flaeche: Flaeche, wort: str) -> float:
    """Width in px of a label of two lines, from the mean width of a character."""
    return max(len(flaeche.kurzname or flaeche.name) * BREITE_NAME, len(wort) * BREITE_WERT)


def namensmassstab(flaechen: Sequence[Flaeche], worte: Sequence[str]) -> float:
    """Smallest scale (px per radian of mercator) at which no two labels touch; below it names are left out.

    Infinite above `MEISTE_NAMEN` areas: such a map shows values only, the list has the names.
    """
    if len(flaechen) > MEISTE_NAMEN:
        return math.inf
    kaesten = [
        (mercator(f.lon, f.lat), *_reichweite(f.anker, textbreite(f, wort)))
        for f, wort in zip(flaechen, worte, strict=True)
    ]
    return max((_abstandsmassstab(a, b) for a, b in combinations(kaesten, 2)), default=0.0)


def hat_platz(flaeche: Flaeche, wort: str, massstab: float) -> bool:
    """Whether the value fits into its area at a scale (px per radian of Mercator): asked where there are many areas."""
    return len(wort) * BREITE_WERT / 2 <= flaeche.platz * massstab


def beschriftbare(flaechen: Sequence[Flaeche], worte: Sequence[str], massstab: float) -> set[int]:
    """Numbers of the areas whose value is written: all of few, of many those with room, none if these are too few."""
    if len(flaechen) <= MEISTE_NAMEN:
        return {f.i for f in flaechen}
    mit = {f.i for f, wort in zip(flaechen, worte, strict=True) if hat_platz(f, wort, massstab)}
    # A few lonely numbers would look like the ones that matter.
    return mit if len(mit) * 4 >= len(flaechen) else set()


def entwurfsmassstab(flaechen: Sequence[Flaeche], breite: float) -> float:
    """About the scale at which these areas fill a map of `breite` x `breite` px."""
    orte = [mercator(f.lon, f.lat) for f in flaechen]
    if not orte:
        return 0.0
    weite = max(max(werte) - min(werte) for werte in zip(*orte, strict=True))
    return breite / weite if weite else math.inf


def _reichweite(anker: Anker, breite: float) -> tuple[float, float]:
    """How far a label reaches to the left (negative) and to the right of its point, in px."""
    return {"start": (0.0, breite), "middle": (-breite / 2, breite / 2), "end": (-breite, 0.0)}[anker]


_Kasten = tuple[tuple[float, float], float, float]


def _abstandsmassstab(a: _Kasten, b: _Kasten) -> float:
    (xa, ya), (xb, yb) = a[0], b[0]
    if xa > xb:
        return _abstandsmassstab(b, a)
    waagrecht = max(a[2] - b[1] - TOLERANZ, 0.0)
    senkrecht = ZWEI_ZEILEN - TOLERANZ
    return min(
        waagrecht / (xb - xa) if xb > xa else math.inf if waagrecht else 0.0,
        senkrecht / abs(yb - ya) if yb != ya else math.inf,
    )


def zustaende(flaechen: Sequence[Flaeche], grenzen: Grenzen) -> tuple[Zustand, ...]:
    """The states that occur, in the order of the legend."""
    vorhanden = {klasse_oder_zustand(f, grenzen) for f in flaechen}
    return tuple(z for z in Zustand if z in vorhanden)


def kartentext(flaechen: Sequence[Flaeche], grenzen: Grenzen, titel: str, stellen: int, liste: str) -> str:
    """Text alternative of a map: all values by name, or the list that has them."""
    kopf = satz(f"Karte: {titel}")
    if len(flaechen) > ALT_FLAECHEN:
        return f"{kopf} {len(flaechen)} Gebiete, alle Werte stehen in der Liste „{liste}“."
    werte = (f"{f.name} {kartenwort(f, grenzen, stellen)}" for f in sorted(flaechen, key=lambda f: f.name))
    geschuetzt = [f for f in flaechen if klasse_oder_zustand(f, grenzen) is Zustand.GESCHUETZT]
    zusatz = alt_zusatz(any(None not in (f.wert, f.von, f.bis) for f in geschuetzt), bool(geschuetzt))
    return f"{kopf} {satz('; '.join(werte))} {zusatz}".strip()
