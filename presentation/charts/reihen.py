"""What a trend is made of: points in time, series, breaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from typing import Final

from models.vokabular import Status
from presentation.texts.zahlen import ist_zahl

LUECKE_AB: Final = 1.25
"""Points further apart than this many usual distances are not joined."""


@dataclass(frozen=True)
class Punkt:
    """One Stichtag of a series. `unten` and `oben` bound it: random variation of a rate, bound of a protected count.

    `jahr` is its place in time: 2022 is the 31.12.2022, 2021.5 the middle of 2022. `wann` is how the Stichtag is
    written (default: the year). Points of different `reihe` (basis, source) are never joined.
    """

    jahr: float
    wert: float | None
    unten: float | None = None
    oben: float | None = None
    status: str = Status.GEZEIGT
    wann: str = ""
    reihe: str = ""

    @property
    def zeitpunkt(self) -> str:
        """The Stichtag as it is written."""
        return self.wann or str(self.kalenderjahr)

    @property
    def kalenderjahr(self) -> int:
        """The calendar year the Stichtag lies in."""
        return ceil(self.jahr - 1e-6)

    @property
    def gezeichnet(self) -> bool:
        """Whether there is one number to draw; otherwise the year is a gap with a word."""
        return ist_zahl(self.wert, self.unten, self.oben, self.status)


@dataclass(frozen=True)
class Reihe:
    """What a line shows of one area, in time. `kurz` names it where room is scarce.

    `abstand`: usual years between two Stichtage.
    """

    name: str
    punkte: tuple[Punkt, ...]
    kurz: str | None = None
    abstand: float = 1.0

    @property
    def gezeichnet(self) -> tuple[Punkt, ...]:
        """The points that have a number to draw."""
        return tuple(p for p in self.punkte if p.gezeichnet)

    def in_jahren(self, von: float, bis: float) -> "Reihe":
        """The series cut to the time of a chart."""
        return replace(self, punkte=tuple(p for p in self.punkte if von <= p.jahr <= bis))


@dataclass(frozen=True)
class Bruch:
    """From `jahr` on the series means something else. `wort` stands in the chart, `grund` in the note below.

    `stelle` is its place in time where another series begins beside the first; None for a change of meaning, which
    cuts every line between two calendar years.
    """

    jahr: int
    wort: str
    grund: str | None = None
    stelle: float | None = None

    def trennt(self, alt: Punkt, neu: Punkt) -> bool:
        """Whether the break cuts the line between two points that follow each other."""
        return self.stelle is None and alt.kalenderjahr < self.jahr <= neu.kalenderjahr


def abschnitte(reihe: Reihe, brueche: Sequence[Bruch]) -> Iterator[tuple[int, tuple[Punkt, ...]]]:
    """The unbroken stretches with their number: another series, a break or a Stichtag without number ends one."""
    nummer = 0
    gezeichnete = {p.jahr for p in reihe.gezeichnet}
    leer = [p.jahr for p in reihe.punkte if p.jahr not in gezeichnete]
    for name in dict.fromkeys(p.reihe for p in reihe.gezeichnet):
        punkte = [p for p in reihe.gezeichnet if p.reihe == name]
        teil = punkte[:1]
        for alt, neu in pairwise(punkte):
            getrennt = (
                neu.jahr - alt.jahr > reihe.abstand * LUECKE_AB
                or any(alt.jahr < x < neu.jahr for x in leer)
                or any(b.trennt(alt, neu) for b in brueche)
            )
            if getrennt:
                yield nummer, tuple(teil)
                nummer, teil = nummer + 1, []
            teil.append(neu)
        yield nummer, tuple(teil)
        nummer += 1
