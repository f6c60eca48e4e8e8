"""All areas and Stichtage of a Kennzahl with their intervals: the one way from a view to values that can be compared.

Whoever shows many views brings a memory of its own: a `Messwerk`.
"""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from analysis import gliederungen, sichten
from analysis.bestand import Bestand
from analysis.gliederungen import Teilmessung
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Messung, messungen

_Wert = TypeVar("_Wert")


class Messwerk(Protocol):
    """The functions of this module, remembered or not."""

    def alle_messungen(
        self, bestand_: Bestand, kennzahl: Kennzahl, ebene: str, raumprinzip: str, einteilung: str = "", /
    ) -> tuple[Messung, ...]:
        """All areas of a level at all Stichtage, by Stichtag and name."""

    def nebenmessungen(
        self, bestand_: Bestand, kennzahl: Kennzahl, ebene: str, einteilung: str = "", /
    ) -> tuple[Messung, ...]:
        """Values of public counts on other bases or from other sources."""

    def gliederungswerte(self, bestand_: Bestand, kennzahl: Kennzahl, /) -> tuple[Teilmessung, ...]:
        """Values of the whole region by age and sex."""


def alle_messungen(
    bestand: Bestand, kennzahl: Kennzahl, ebene: str, raumprinzip: str, einteilung: str = ""
) -> tuple[Messung, ...]:
    """Values of all areas of a level at all Stichtage with their intervals, by Stichtag and name."""
    return tuple(messungen(sichten.gebietswerte(bestand, kennzahl, ebene, raumprinzip, einteilung), kennzahl))


def nebenmessungen(bestand: Bestand, kennzahl: Kennzahl, ebene: str, einteilung: str = "") -> tuple[Messung, ...]:
    """Values of public counts on other bases or from other sources than those of `alle_messungen`."""
    return tuple(messungen(sichten.nebenwerte(bestand, kennzahl, ebene, einteilung), kennzahl))


def gliederungswerte(bestand: Bestand, kennzahl: Kennzahl) -> tuple[Teilmessung, ...]:
    """Values of the Kreis by age and sex at all Stichtage; empty without a breakdown."""
    return gliederungen.teilmessungen(bestand, kennzahl)


class Gedaechtnis:
    """A `Messwerk` that measures each view of a region at a Fassung once: for reports with many pages."""

    def __init__(self) -> None:
        self._gemessen: dict[tuple[str, ...], tuple[Any, ...]] = {}

    def alle_messungen(
        self, bestand: Bestand, kennzahl: Kennzahl, ebene: str, raumprinzip: str, einteilung: str = "", /
    ) -> tuple[Messung, ...]:
        """See the module."""
        return self._einmal(alle_messungen, bestand, kennzahl, ebene, raumprinzip, einteilung)

    def nebenmessungen(
        self, bestand: Bestand, kennzahl: Kennzahl, ebene: str, einteilung: str = "", /
    ) -> tuple[Messung, ...]:
        """See the module."""
        return self._einmal(nebenmessungen, bestand, kennzahl, ebene, einteilung)

    def gliederungswerte(self, bestand: Bestand, kennzahl: Kennzahl, /) -> tuple[Teilmessung, ...]:
        """See the module."""
        return self._einmal(gliederungswerte, bestand, kennzahl)

    def _einmal(
        self, miss: Callable[..., tuple[_Wert, ...]], bestand: Bestand, kennzahl: Kennzahl, *wo: str
    ) -> tuple[_Wert, ...]:
        schluessel = (miss.__name__, bestand.kennung, kennzahl.id, *wo)
        if schluessel not in self._gemessen:
            self._gemessen[schluessel] = miss(bestand, kennzahl, *wo)
        return self._gemessen[schluessel]
