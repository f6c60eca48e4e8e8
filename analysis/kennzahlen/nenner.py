"""Denominators: which population figure stands under a rate. Pure."""

from typing import Final

import dataframely as dy
import polars as pl

from analysis.kennzahlen.kennzahl import Altersband
from models.rahmen import Einwohnerzahlen, Nennerwerte, Zuordnung
from models.vokabular import INSGESAMT, Basis

_RANG: Final = {
    Basis.ZENSUS2022: 0,
    Basis.ZENSUS2011: 0,
    Basis.VZ1987: 0,
    Basis.REGISTER: 1,
    Basis.SYNTHETISCH: 2,
}
"""Official before registers before synthetic; between official bases the neighbouring Stichtage decide."""

_OFFEN: Final = 999
"""Stands for "and older" in comparisons."""


def _gemeindewerte(einwohner: dy.DataFrame[Einwohnerzahlen], band: Altersband) -> pl.DataFrame:
    """Figure of `band` by Gemeinde, Stichtag and basis; only where the source has the band without a gap.

    A row that covers the band by itself ranks before a sum of parts; rows without sex before a sum over sexes.
    """
    bis = _OFFEN if band.bis is None else band.bis
    teile = einwohner.with_columns(ende=pl.col("alter_bis").fill_null(_OFFEN)).filter(
        pl.col("alter_von") >= band.von, pl.col("ende") <= bis
    )
    schluessel = ["ags", "stichtag", "basis"]
    je_geschlecht = [*schluessel, "ganz", "ohne_geschlecht"]
    summen = (
        teile.with_columns(
            ganz=(pl.col("alter_von") == band.von) & (pl.col("ende") == bis),
            ohne_geschlecht=pl.col("geschlecht") == INSGESAMT,
        )
        .group_by(*je_geschlecht, "geschlecht")
        .agg(
            pl.col("anzahl").sum(),
            jahre=(pl.col("ende") - pl.col("alter_von") + 1).sum(),
            anfang=pl.col("alter_von").min(),
            schluss=pl.col("ende").max(),
        )
        .filter(
            pl.col("anfang") == band.von,
            pl.col("schluss") == bis,
            pl.col("jahre") == bis - band.von + 1,
        )
        .group_by(je_geschlecht)
        .agg(pl.col("anzahl").sum(), geschlechter=pl.col("geschlecht").unique())
        .filter(
            pl.col("ohne_geschlecht")
            | (pl.col("geschlechter").list.contains("m") & pl.col("geschlechter").list.contains("w"))
        )
    )
    return (
        summen.sort([*schluessel, "ganz", "ohne_geschlecht"], descending=[False, False, False, True, True])
        .unique(schluessel, keep="first", maintain_order=True)
        .select(*schluessel, "anzahl")
    )


def nennerwerte(
    einwohner: dy.DataFrame[Einwohnerzahlen],
    zuordnung: dy.DataFrame[Zuordnung],
    band: Altersband,
    gemeindefrei: frozenset[str] = frozenset(),
) -> dy.DataFrame[Nennerwerte]:
    """Population of `band` by area and Stichtag, with the basis it rests on.

    Per area and Stichtag one basis: official before registers before synthetic; of two official ones the basis
    that more of the other Stichtage of the area use, then the newer census. A basis counts only if it has the band
    for every Gemeinde of the area (gemeindefreie Gebiete without a row, as in the Zensus, excepted). Where no basis
    has the band, `anzahl` is null: a missing age is never borrowed from another year.
    """
    groesse = (
        zuordnung.filter(~pl.col("ags").is_in(list(gemeindefrei)))
        .group_by("gebiet")
        .agg(gemeinden=pl.col("ags").n_unique())
    )
    je_gebiet = (
        _gemeindewerte(einwohner, band)
        .join(zuordnung, on="ags")
        .group_by("gebiet", "stichtag", "basis")
        .agg(
            pl.col("anzahl").sum(),
            vorhanden=pl.col("ags").filter(~pl.col("ags").is_in(list(gemeindefrei))).n_unique(),
            zeilen=pl.len(),
        )
        .join(groesse, on="gebiet", how="left")
        .filter(pl.col("vorhanden") == pl.col("gemeinden").fill_null(0))
        .with_columns(rang=pl.col("basis").replace_strict(_RANG, default=9, return_dtype=pl.Int8))
        .with_columns(ueblich=pl.len().over("gebiet", "basis"))
    )
    gewaehlt = je_gebiet.sort(
        ["gebiet", "stichtag", "rang", "ueblich", "basis"], descending=[False, False, False, True, True]
    ).unique(["gebiet", "stichtag"], keep="first", maintain_order=True)
    raster = zuordnung.select("gebiet").unique().join(einwohner.select("stichtag").unique(), how="cross")
    return Nennerwerte.validate(
        raster.join(gewaehlt, on=["gebiet", "stichtag"], how="left")
        .select("gebiet", "stichtag", "anzahl", "basis")
        .sort("gebiet", "stichtag"),
        cast=True,
    )
