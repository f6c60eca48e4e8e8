"""What is or was public about Grundzahlen: cubes with their facts, cuts, figures of others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import dataframely as dy
import polars as pl

from models.rahmen import Gliederungswuerfel, Wahrwerte, Wuerfel, Zuordnung
from models.schutz import Eckwert, Schutzangaben

Zelle = tuple[str, str]
"""Herkunft, Leistungsort."""


@dataclass(frozen=True)
class Veroeffentlichung:
    """One cube that is or was public, with what is known about it.

    `kreis`: key of the region. `wahrheiten`: Stichtag -> keyed checksum of the truth. `wahr` and `gliederung_wahr` (the
    columns of the second cube): the truth itself, only on the raw side, and only to tell which cells did not change
    between two of them.
    """

    kreis: str
    grundzahl: str
    wuerfel: dy.DataFrame[Wuerfel]
    angaben: Schutzangaben
    wahrheiten: Mapping[date, str] = field(default_factory=dict)
    gliederung: dy.DataFrame[Gliederungswuerfel] | None = None
    wahr: dy.DataFrame[Wahrwerte] | None = None
    gliederung_wahr: pl.DataFrame | None = None

    def zellen(self, tag: date) -> dict[Zelle, int]:
        """Shown cells of a Stichtag; empty if the cube does not have it, or if its source had protected it before."""
        if tag.isoformat() in self.angaben.quellschutz:
            return {}
        teil = self.wuerfel.filter(pl.col("stichtag") == tag)
        return {(h, z): wert for h, z, wert in teil.select("herkunft", "leistungsort", "wert").iter_rows()}

    def wahre_zellen(self, tag: date) -> dict[Zelle, int] | None:
        """True cells of a Stichtag, those of 0 left out; None outside the raw side."""
        if self.wahr is None:
            return None
        teil = self.wahr.filter(pl.col("stichtag") == tag)
        return {(h, z): n for h, z, n in teil.select("herkunft", "leistungsort", "anzahl").iter_rows()}


@dataclass(frozen=True)
class Oeffentliches:
    """All that is public about Grundzahlen that hang together: cubes from the oldest to the newest of each Grundzahl.

    `einteilungen`: every cut of the region that is shown. `eckwerte`: (Grundzahl, public figure).
    """

    wuerfel: Sequence[Veroeffentlichung]
    einteilungen: Mapping[str, dy.DataFrame[Zuordnung]] = field(default_factory=dict)
    eckwerte: Sequence[tuple[str, Eckwert]] = ()

    @property
    def stichtage(self) -> list[date]:
        """Stichtage of all cubes, oldest first."""
        return sorted({tag for v in self.wuerfel for tag in v.wuerfel["stichtag"].unique()})
