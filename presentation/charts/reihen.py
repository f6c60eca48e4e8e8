"""What a trend is made of: years, series, breaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.vokabular import Status
from presentation.texts.zahlen import ist_zahl


@dataclass(frozen=True)
class Punkt:
    """One year of a series. `unten` and `oben` bound it: random variation of a rate, bound of a protected count."""

    jahr: int
    wert: float | None
    unten: float | None = None
    oben: float | None = None
    status: str = Status.GEZEIGT

    @property
    def gezeichnet(self) -> bool:
        """Whether there is one number to draw; otherwise the year is a gap with a word."""
        return ist_zahl(self.wert, self.unten, self.oben, self.status)


@dataclass(frozen=True)
class Reihe:
    """A named series, years ascending. `kurz` names it where room is scarce."""

    name: str
    punkte: tuple[Punkt, ...]
    kurz: str | None = None

    @property
    def gezeichnet(self) -> tuple[Punkt, ...]:
        """The years that have a number to draw."""
        return tuple(p for p in self.punkte if p.gezeichnet)

    def in_jahren(self, von: int, bis: int) -> "Reihe":
        """The series cut to the years of a chart."""
        return replace(self, punkte=tuple(p for p in self.punkte if von <= p.jahr <= bis))


@dataclass(frozen=True)
class Bruch:
    """From `jahr` on the series means something else. `wort` stands in the chart, `grund` in the note below."""

    jahr: int
    wort: str
    grund: str | None = None


def abschnitte(reihe: Reihe, brueche: Sequence[Bruch]) -> Iterator[tuple[int, tuple[Punkt, ...]]]:
    """The unbroken stretches of a series with their number: a break or a year without number ends one."""
    teil: list[Punkt] = []
    nummer = 0
    for punkt in reihe.gezeichnet:
        if teil and (punkt.jahr - teil[-1].jahr > 1 or any(teil[-1].jahr < b.jahr <= punkt.jahr for b in brueche)):
            yield nummer, tuple(teil)
            nummer, teil = nummer + 1, []
        teil.append(punkt)
    if teil:
        yield nummer, tuple(teil)
