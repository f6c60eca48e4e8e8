"""How sure a value is, and the one judgement whether two values differ.

Random variation: Byar's approximation for counts and rates, Wilson's for shares (as in the technical guides of Public
Health England). The level is that of comparison intervals (Goldstein & Healy 1995, "The graphical presentation of a
collection of means", J. R. Stat. Soc. A 158): with 1.39 standard errors each, two intervals that do not touch belong to
values that differ at the 5 % level. So what the eye compares in a chart and what a sentence claims are the same
judgement. Both ends are widened by the public bounds of the rounding.
"""

from enum import StrEnum
from typing import Final

import dataframely as dy
import polars as pl

from analysis.kennzahlen.kennzahl import Kennzahl
from models.rahmen import Gebietswerte

Z: Final = 1.39
"""Standard errors at each side of a comparison interval (about 84 %): Goldstein & Healy 1995."""


class Unterschied(StrEnum):
    """Result of a comparison of two values."""

    HOEHER = "hoeher"
    NIEDRIGER = "niedriger"
    UNSICHER = "unsicher"
    KEIN_VERGLEICH = "kein_vergleich"


def unterschied(
    unten: float | None, oben: float | None, vergleich_unten: float | None, vergleich_oben: float | None
) -> Unterschied:
    """Whether a value differs from another by more than rounding and random variation: their intervals are apart.

    Cautious on purpose: intervals that just touch are not called different.
    """
    if unten is None or oben is None or vergleich_unten is None or vergleich_oben is None:
        return Unterschied.KEIN_VERGLEICH
    if unten > vergleich_oben:
        return Unterschied.HOEHER
    if oben < vergleich_unten:
        return Unterschied.NIEDRIGER
    return Unterschied.UNSICHER


def byar_unten(anzahl: pl.Expr) -> pl.Expr:
    """Lower limit of a count: 0 for 0, null for null."""
    sicher = anzahl.clip(lower_bound=1e-9)
    return (
        pl.when(anzahl > 0)
        .then(sicher * (1 - 1 / (9 * sicher) - Z / (3 * sicher.sqrt())) ** 3)
        .when(anzahl == 0)
        .then(0.0)
        .clip(lower_bound=0.0)
    )


def byar_oben(anzahl: pl.Expr) -> pl.Expr:
    """Upper limit of a count."""
    eins_mehr = anzahl + 1
    return eins_mehr * (1 - 1 / (9 * eins_mehr) + Z / (3 * eins_mehr.sqrt())) ** 3


def wilson(anteil: pl.Expr, gesamt: pl.Expr, richtung: int) -> pl.Expr:
    """Lower (`richtung` -1) or upper (1) limit of a share 0..1 of `gesamt` people."""
    z2 = Z**2
    mitte = anteil + z2 / (2 * gesamt)
    rand = Z * ((anteil * (1 - anteil)).clip(lower_bound=0) / gesamt + z2 / (4 * gesamt**2)).sqrt()
    return ((mitte + richtung * rand) / (1 + z2 / gesamt)).clip(0.0, 1.0)


def mit_intervall(werte: dy.DataFrame[Gebietswerte], kennzahl: Kennzahl) -> pl.DataFrame:
    """`werte` with `unten` and `oben`: comparison interval, widened by rounding, in the unit of the Kennzahl.

    Places and the population have no random variation: the interval is the value itself.
    """
    von, bis = pl.col("von"), pl.col("bis")
    if kennzahl.ohne_zufall:
        return werte.with_columns(unten=von, oben=bis)
    if kennzahl.art == "anteil":
        gesamt = pl.col("nenner").cast(pl.Float64)
        return werte.with_columns(
            unten=wilson(von / kennzahl.faktor, gesamt, -1) * kennzahl.faktor,
            oben=wilson(bis / kennzahl.faktor, gesamt, 1) * kennzahl.faktor,
        )
    je = pl.lit(1.0) if kennzahl.art == "zahl" else kennzahl.faktor / pl.col("nenner")
    return werte.with_columns(unten=byar_unten(von / je) * je, oben=byar_oben(bis / je) * je)
