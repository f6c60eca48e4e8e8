"""Denominators: which population figure stands under a rate. Pure."""

from typing import Final

import dataframely as dy
import polars as pl

from analysis.kennzahlen.kennzahl import Altersband
from models.rahmen import Einwohnerbestand, Nennerwerte, Zuordnung
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


def _gemeindewerte(einwohner: dy.DataFrame[Einwohnerbestand], band: Altersband) -> pl.DataFrame:
    """Figure of `band` by Gemeinde, Stichtag and basis, from the newest Lieferung that has it without a gap.

    Rows of two Lieferungen are never added up. Within one, a row that covers the band by itself ranks before a sum
    of parts, rows without sex before a sum over sexes. Such a sum needs men and women without a gap; the further
    sexes are added as far as they are given.
    """
    bis = _OFFEN if band.bis is None else band.bis
    reihe = ["ags", "stichtag", "basis", "nummer"]
    je_geschlecht = (
        einwohner.with_columns(ende=pl.col("alter_bis").fill_null(_OFFEN))
        .filter(pl.col("alter_von") >= band.von, pl.col("ende") <= bis)
        .with_columns(ganz=(pl.col("alter_von") == band.von) & (pl.col("ende") == bis))
        .group_by(*reihe, "geschlecht", "ganz")
        .agg(
            pl.col("anzahl").sum(),
            lueckenlos=(pl.col("alter_von").min() == band.von)
            & (pl.col("ende").max() == bis)
            & ((pl.col("ende") - pl.col("alter_von") + 1).sum() == bis - band.von + 1),
        )
        .sort("ganz", descending=True)
        .unique([*reihe, "geschlecht"], keep="first", maintain_order=True)
    )
    summen = (
        je_geschlecht.group_by(*reihe, ohne_geschlecht=pl.col("geschlecht") == INSGESAMT)
        .agg(
            pl.col("anzahl").sum(),
            ganz=pl.col("ganz").all(),
            lueckenlos=pl.col("geschlecht").filter("lueckenlos"),
        )
        .filter(
            pl.col("lueckenlos").list.contains(INSGESAMT)
            | (pl.col("lueckenlos").list.contains("m") & pl.col("lueckenlos").list.contains("w"))
        )
    )
    return (
        summen.sort("nummer", "ganz", "ohne_geschlecht", descending=True)
        .unique(["ags", "stichtag", "basis"], keep="first", maintain_order=True)
        .select("ags", "stichtag", "basis", "anzahl")
    )


def _kandidaten(
    einwohner: dy.DataFrame[Einwohnerbestand],
    zuordnung: dy.DataFrame[Zuordnung],
    band: Altersband,
    gemeindefrei: frozenset[str],
) -> pl.DataFrame:
    """Figure of `band` by area, Stichtag and basis, the basis to be used first.

    The Gemeinden of an area count where they cover it; where they do not, the row of the area itself (a Kreis).
    """
    frei = pl.col("ags").is_in(list(gemeindefrei))
    groesse = zuordnung.filter(~frei).group_by("gebiet").agg(gemeinden=pl.col("ags").n_unique())
    zeilen = _gemeindewerte(einwohner, band)
    summen = (
        zeilen.join(zuordnung, on="ags")
        .group_by("gebiet", "stichtag", "basis")
        .agg(pl.col("anzahl").sum(), vorhanden=pl.col("ags").filter(~frei).n_unique())
        .join(groesse, on="gebiet", how="left")
        .filter(pl.col("vorhanden") == pl.col("gemeinden").fill_null(0))
        .select("gebiet", "stichtag", "basis", "anzahl")
    )
    eigene = (
        zeilen.join(zuordnung.select("gebiet").unique(), left_on="ags", right_on="gebiet")
        .rename({"ags": "gebiet"})
        .join(summen, on=["gebiet", "stichtag", "basis"], how="anti")
        .select(summen.columns)
    )
    return (
        pl.concat([summen, eigene])
        .with_columns(rang=pl.col("basis").replace_strict(_RANG, default=9, return_dtype=pl.Int8))
        .with_columns(ueblich=pl.len().over("gebiet", "basis"))
        .sort(
            ["gebiet", "stichtag", "rang", "ueblich", "basis"],
            descending=[False, False, False, True, True],
        )
        .select("gebiet", "stichtag", "anzahl", "basis")
    )


def nennerwerte(
    einwohner: dy.DataFrame[Einwohnerbestand],
    zuordnung: dy.DataFrame[Zuordnung],
    band: Altersband,
    gemeindefrei: frozenset[str] = frozenset(),
) -> dy.DataFrame[Nennerwerte]:
    """Population of `band` by area and Stichtag, with the basis it rests on.

    Per area and Stichtag one basis: official before registers before synthetic; of two official ones the basis
    that more of the other Stichtage of the area use, then the newer census. A basis counts only if it has the band
    for every Gemeinde of the area (gemeindefreie Gebiete without a row, as in the Zensus, excepted) or for the area
    as a whole. Where no basis has the band, `anzahl` is null: a missing age is never borrowed from another year.
    """
    gewaehlt = _kandidaten(einwohner, zuordnung, band, gemeindefrei).unique(
        ["gebiet", "stichtag"], keep="first", maintain_order=True
    )
    raster = zuordnung.select("gebiet").unique().join(einwohner.select("stichtag").unique(), how="cross")
    return Nennerwerte.validate(
        raster.join(gewaehlt, on=["gebiet", "stichtag"], how="left").sort("gebiet", "stichtag"), cast=True
    )


def nebenwerte(
    einwohner: dy.DataFrame[Einwohnerbestand],
    zuordnung: dy.DataFrame[Zuordnung],
    band: Altersband,
    gemeindefrei: frozenset[str] = frozenset(),
) -> pl.DataFrame:
    """The figures on the other bases (gebiet, stichtag, anzahl, basis): series of their own, never joined."""
    alle = _kandidaten(einwohner, zuordnung, band, gemeindefrei)
    erste = alle.unique(["gebiet", "stichtag"], keep="first", maintain_order=True)
    return alle.join(erste, on=["gebiet", "stichtag", "basis"], how="anti")
