"""The fixed grid of finest cells of a cube, as vectors, and the sums over it that must stay close to the truth."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import product

import dataframely as dy
import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from analysis.geheimhaltung.vorgabe import Vorgabe
from models.rahmen import Wuerfel
from models.schutz import Schutzangaben, je_raum
from models.vokabular import NICHT_ERHOBEN, Raumprinzip

Vektor = NDArray[np.int64]
"""One whole number per cell of a grid (or per margin), in the order of the grid."""


class Stufe(StrEnum):
    """What a margin is the sum of."""

    GEMEINDE = "gemeinde"
    PLANUNGSRAUM = "planungsraum"
    KREIS = "kreis"


@dataclass(frozen=True)
class Raster:
    """Cells Herkunft x Leistungsort with at least one end in the region, sorted, the same at every Stichtag.

    `zellen`: columns herkunft, leistungsort, platz (position in a `Vektor`). `raender`: margins x cells, 1 where
    the cell belongs to the margin. `stufen`: level of each margin.
    """

    zellen: pl.DataFrame
    raender: csr_array
    stufen: NDArray[np.str_]

    def __len__(self) -> int:
        """Number of cells."""
        return self.zellen.height

    def is_from(self, ort: str) -> NDArray[np.bool_]:
        """Cells with this Herkunft."""
        return (self.zellen["herkunft"] == ort).to_numpy()

    def vektoren(
        self, rahmen: pl.DataFrame, spalte: str, stichtage: Iterable[date], leer: int = 0
    ) -> dict[date, Vektor]:
        """Column `spalte` of a frame of cells as one vector per Stichtag; `leer` where the frame has no row."""
        treffer = rahmen.join(self.zellen, on=["herkunft", "leistungsort"])
        vektoren = {}
        for tag in stichtage:
            teil = treffer.filter(pl.col("stichtag") == tag)
            vektoren[tag] = np.full(len(self), leer, dtype=np.int64)
            vektoren[tag][teil["platz"].to_numpy()] = teil[spalte].to_numpy()
        return vektoren

    def missing(self, rahmen: pl.DataFrame) -> list[tuple[str, str]]:
        """Cells (Herkunft, Leistungsort) of a frame that the grid does not have."""
        fremde = rahmen.join(self.zellen, on=["herkunft", "leistungsort"], how="anti")
        return sorted(set(fremde.select("herkunft", "leistungsort").iter_rows()))

    def wuerfel(self, werte: Mapping[date, Vektor]) -> dy.DataFrame[Wuerfel]:
        """One vector per Stichtag as a cube: every cell of the grid, zeros included, sorted."""
        je_tag = [
            self.zellen.select(
                pl.lit(tag, dtype=pl.Date).alias("stichtag"),
                "herkunft",
                "leistungsort",
                pl.Series("wert", werte[tag], dtype=pl.Int64),
            )
            for tag in sorted(werte)
        ]
        return Wuerfel.validate(pl.concat(je_tag), cast=True) if je_tag else Wuerfel.create_empty()


def grid_cells(rahmen: Vorgabe | Schutzangaben) -> list[tuple[str, str]]:
    """Cells (Herkunft, Leistungsort) of one Stichtag, sorted: at least one end lies in the region."""
    gemeinden = set(rahmen.gemeinden)
    orte = (*rahmen.gemeinden, *rahmen.weitere) if len(rahmen.raumprinzipien) > 1 else rahmen.gemeinden
    paare = product(*(orte if p.value in rahmen.raumprinzipien else (NICHT_ERHOBEN,) for p in Raumprinzip))
    return sorted({(h, z) for h, z in paare if h in gemeinden or z in gemeinden})


def grid_over(rahmen: Vorgabe | Schutzangaben, stichtage: Iterable[date]) -> pl.DataFrame:
    """Every cell of the grid at each Stichtag: columns stichtag, herkunft, leistungsort."""
    zellen = pl.DataFrame(grid_cells(rahmen), schema=["herkunft", "leistungsort"], orient="row")
    return pl.DataFrame({"stichtag": stichtage}, schema={"stichtag": pl.Date}).join(zellen, how="cross")


def build_raster(vorgabe: Vorgabe) -> Raster:
    """Grid and margins of a Vorgabe.

    Margins, by each Raumprinzip the cube has: every Gemeinde, every Planungsraum of the Haupteinteilung, the Kreis.
    """
    zellen = grid_cells(vorgabe)
    gebiete = _gebiete(vorgabe)
    enden = [ende for ende, p in enumerate(Raumprinzip) if p.value in vorgabe.raumprinzipien]
    return Raster(
        zellen=pl.DataFrame(zellen, schema=["herkunft", "leistungsort"], orient="row").with_row_index("platz"),
        raender=vstack([_raender([zelle[ende] for zelle in zellen], gebiete) for ende in enden], format="csr"),
        stufen=np.array([stufe for _ in enden for stufe, _ in gebiete]),
    )


def _raender(orte: list[str], gebiete: list[tuple[Stufe, Collection[str]]]) -> csr_array:
    """Margins x cells by one end of the cells: never dense, a Land has 900 margins over 161,000 cells."""
    je_ort: dict[str, list[int]] = {}
    for rand, (_, glieder) in enumerate(gebiete):
        for ort in glieder:
            je_ort.setdefault(ort, []).append(rand)
    treffer = [je_ort.get(ort, []) for ort in orte]
    zelle = np.repeat(np.arange(len(orte)), [len(raender) for raender in treffer])
    rand_ = np.array([rand for raender in treffer for rand in raender], dtype=np.int64)
    return csr_array((np.ones(len(rand_), dtype=np.int64), (rand_, zelle)), shape=(len(gebiete), len(orte)))


def _gebiete(vorgabe: Vorgabe) -> list[tuple[Stufe, Collection[str]]]:
    """Areas whose sums are bounded, with their Gemeinden."""
    raeume = je_raum({ags: vorgabe.raeume[ags] for ags in vorgabe.gemeinden if ags in vorgabe.raeume})
    return [
        *((Stufe.GEMEINDE, {ags}) for ags in sorted(vorgabe.gemeinden)),
        *((Stufe.PLANUNGSRAUM, raeume[raum]) for raum in sorted(raeume)),
        (Stufe.KREIS, set(vorgabe.gemeinden)),
    ]
