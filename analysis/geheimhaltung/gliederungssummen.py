"""The reading side of the second cube: cells, ages, sexes and the total of the Kreis, with the public bounds.

Pure arithmetic on what is public already, as `summen` for the first cube.
"""

from itertools import product
from typing import Final

import dataframely as dy
import polars as pl

from analysis.geheimhaltung.spannen import zellspanne
from models.rahmen import Gliederungswuerfel, Zaehlwerte
from models.schutz import Gliederung
from models.vokabular import INSGESAMT, Status

SPALTEN: Final = ("stichtag", "altersgruppe", "geschlecht", "wert", "von", "bis", "status")


def gliederungswerte(
    wuerfel: dy.DataFrame[Gliederungswuerfel], angaben: Gliederung, gesamt: dy.DataFrame[Zaehlwerte]
) -> pl.DataFrame:
    """Every age group and sex and their sums `insgesamt` at every Stichtag (columns `SPALTEN`).

    The bound of an age or a sex that is a sum is the smaller of k-1 and what its cells allow. The total is that of the
    first cube (`gesamt`: the Kreis alone), exact or rounded; Stichtage that `gesamt` lacks are left out.
    """
    spannen = {w: zellspanne(w, angaben) for w in wuerfel["wert"].unique()}
    von = pl.col("wert").replace_strict({w: s[0] for w, s in spannen.items()}, return_dtype=pl.Int64)
    bis = pl.col("wert").replace_strict({w: s[1] for w, s in spannen.items()}, return_dtype=pl.Int64)
    zellen = wuerfel.with_columns(von=von, bis=bis).with_columns(pl.col("wert").cast(pl.Int64))
    teile = [zellen.select(SPALTEN[:-1])]
    if angaben.kreuzt:
        teile += [_raender(zellen, spalte, angaben.k) for spalte in ("altersgruppe", "geschlecht")]
    ganzes = gesamt.select(
        "stichtag", pl.lit(INSGESAMT).alias("altersgruppe"), pl.lit(INSGESAMT).alias("geschlecht"), "wert", "von", "bis"
    )
    status = pl.when(pl.col("von") == pl.col("bis")).then(pl.lit(Status.GEZEIGT.value))
    paare = product((INSGESAMT, *angaben.altersgruppen), (INSGESAMT, *angaben.geschlechter))
    reihenfolge = {"|".join(paar): nummer for nummer, paar in enumerate(paare)}
    return (
        pl.concat([*teile, ganzes])
        .filter(pl.col("stichtag").is_in(gesamt["stichtag"].to_list()))
        .with_columns(status=status.otherwise(pl.lit(Status.GESCHUETZT.value)))
        .with_columns(
            reihenfolge=pl.concat_str("altersgruppe", "geschlecht", separator="|").replace_strict(
                reihenfolge, return_dtype=pl.Int64
            )
        )
        .sort("stichtag", "reihenfolge")
        .select(SPALTEN)
    )


def _raender(zellen: pl.DataFrame, spalte: str, k: int) -> pl.DataFrame:
    """Sums over the other of the two, bounded by k-1."""
    andere = "geschlecht" if spalte == "altersgruppe" else "altersgruppe"
    wert = pl.col("wert").sum()
    return (
        zellen.group_by("stichtag", spalte)
        .agg(
            wert=wert,
            von=pl.max_horizontal(pl.lit(0), pl.col("von").sum(), wert - (k - 1)),
            bis=pl.min_horizontal(pl.col("bis").sum(), wert + (k - 1)),
        )
        .with_columns(pl.lit(INSGESAMT).alias(andere))
        .select(SPALTEN[:-1])
    )
