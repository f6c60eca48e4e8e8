"""Two cuts of one region beside each other: the same cubes, summed up twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from analysis import sichten
from analysis.bestand import Bestand
from analysis.intervalle import Unterschied, unterschied
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Messung, hat_zahl
from models.vokabular import Ebene, Status


@dataclass(frozen=True)
class Seite:
    """The Planungsräume of one cut at one Stichtag, the highest value first, those without one last."""

    gebiete: tuple[Messung, ...]

    @property
    def gezeigt(self) -> tuple[Messung, ...]:
        """Those with a value."""
        return tuple(m for m in self.gebiete if hat_zahl(m) and m.wert is not None)

    @property
    def zu_klein(self) -> tuple[Messung, ...]:
        """Those whose value is not shown because too few people stand behind it."""
        return tuple(m for m in self.gebiete if m.status == Status.GESCHUETZT and m.wert is None)

    @property
    def spannweite(self) -> float | None:
        """Highest less lowest value; None with fewer than two."""
        werte = [m.wert for m in self.gezeigt if m.wert is not None]
        return max(werte) - min(werte) if len(werte) > 1 else None

    @property
    def sicher_verschieden(self) -> bool:
        """Whether highest and lowest differ by more than rounding and chance."""
        if len(self.gezeigt) < 2:
            return False
        oben, unten = self.gezeigt[0], self.gezeigt[-1]
        return unterschied(oben.unten, oben.oben, unten.unten, unten.oben) == Unterschied.HOEHER


@dataclass(frozen=True)
class Gegenueberstellung:
    """One Kennzahl in both cuts at the Stichtag."""

    kennzahl: Kennzahl
    stichtag: date
    heute: Seite
    entwurf: Seite


def seite(alle: Sequence[Messung], stichtag: date) -> Seite:
    """The areas at a Stichtag in the order of `Seite`."""
    tag = [m for m in alle if m.stichtag == stichtag]
    return Seite(tuple(sorted(tag, key=lambda m: (m.wert is None, -(m.wert or 0), m.name))))


def werte_beider(
    bestand: Bestand, kennzahlen: Sequence[Kennzahl], einteilungen: Sequence[str], raumprinzip: str
) -> pl.DataFrame:
    """`Gebietswerte` of all Kennzahlen in these Einteilungen, one below the other, at all Stichtage."""
    return pl.concat(
        sichten.gebietswerte(bestand, k, Ebene.PLANUNGSRAUM, raumprinzip, e) for k in kennzahlen for e in einteilungen
    )
