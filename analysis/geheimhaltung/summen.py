"""The reading side: every number shown is a sum of protected cells, with the public bounds of its true value.

Pure arithmetic on what is public already, so no way of grouping tells more than the cube does.
"""

from typing import Final

import dataframely as dy
import polars as pl

from models.rahmen import Wuerfel, Zaehlwerte, Zuordnung
from models.schutz import Schutzangaben
from models.vokabular import Status

EXAKT: Final = 0
"""Bound of an area whose true total is published."""


def zellspanne(wert: int, angaben: Schutzangaben) -> tuple[int, int]:
    """Smallest and largest true value of an inner cell shown as `wert` (design.md 2, "Honest display").

    0 -> 0..k-1, k -> 1..k, larger -> wert-c..wert+c. Where the cell is a Gemeinde as a whole (`schwelle` 2k):
    k -> 1..2k-1, 2k -> k+1..2k. Raises `ValueError` for what is never shown: 1..k-1, k+1..2k-1 there, below 0.
    """
    k, c, schwelle = angaben.k, angaben.c, angaben.schwelle
    if wert == 0:
        return 0, k - 1
    if wert == k:
        return 1, schwelle - 1 if schwelle > k else k
    if wert == schwelle:
        return k + 1, schwelle
    if wert > schwelle:
        return wert - c, wert + c
    raise ValueError(f"Der Wert {wert} darf bei k = {k} in keiner Zelle stehen. Bitte den Würfel neu freigeben.")


def summiere(
    wuerfel: dy.DataFrame[Wuerfel], angaben: Schutzangaben, zuordnung: dy.DataFrame[Zuordnung], raumprinzip: str
) -> dy.DataFrame[Zaehlwerte]:
    """Persons by Herkunft or Leistungsort in each area and Stichtag, with the bounds `von`..`bis` of the truth.

    The bound is the smaller of n(k-1) and what the cells of the area allow; n counts the bounded
    margins that make it up: each Planungsraum of the Haupteinteilung that lies in it whole, and each Gemeinde left
    over; 1 for the whole Kreis, whose total is the true one if the totals are exact. How wide a
    bound is follows from the Gemeinden alone, so no caller can claim a narrower one.

    An area with a Gemeinde that is not in the cube has no row (its sum would be a wrong number), nor has a Stichtag
    without cells. Raises `ValueError` for a Raumprinzip that the cube does not have.
    """
    if raumprinzip not in angaben.raumprinzipien:
        raise ValueError(
            f"Diese Zahlen gibt es nicht nach {raumprinzip}, nur nach {', '.join(angaben.raumprinzipien)}."
        )
    grenzen = _grenzen(angaben, zuordnung)
    unten, oben = _spielraum(angaben)
    summen = (
        wuerfel.lazy()
        .with_columns(unten=unten, oben=oben)
        .join(zuordnung.lazy().select(pl.col("ags").alias(raumprinzip), "gebiet"), on=raumprinzip)
        .group_by("gebiet", "stichtag")
        .agg(pl.col("wert", "unten", "oben").cast(pl.Int64).sum())
        .join(grenzen.lazy(), on="gebiet")
        .select(
            "gebiet",
            "stichtag",
            "wert",
            von=pl.max_horizontal(pl.lit(0), pl.col("wert") - pl.min_horizontal("grenze", "unten")),
            bis=pl.col("wert") + pl.min_horizontal("grenze", "oben"),
        )
        .with_columns(status=_status())
        .sort("gebiet", "stichtag")
    )
    return Zaehlwerte.validate(summen.collect(), cast=True)


def stroeme(wuerfel: dy.DataFrame[Wuerfel], angaben: Schutzangaben) -> pl.DataFrame:
    """Every inner cell with its bounds, zeros included: stichtag, herkunft, leistungsort, wert, von, bis, status."""
    unten, oben = _spielraum(angaben)
    return (
        wuerfel.with_columns(pl.col("wert").cast(pl.Int64))
        .with_columns(von=pl.col("wert") - unten, bis=pl.col("wert") + oben)
        .with_columns(status=_status())
        .select("stichtag", "herkunft", "leistungsort", "wert", "von", "bis", "status")
        .sort("stichtag", "herkunft", "leistungsort")
    )


def hoechstgrenze(angaben: Schutzangaben, zuordnung: dy.DataFrame[Zuordnung]) -> int:
    """The widest of the bounds n(k-1) of these areas, in persons; 0 if none of them lies wholly in the region."""
    return max(_grenzen(angaben, zuordnung)["grenze"], default=EXAKT)


def _spielraum(angaben: Schutzangaben) -> tuple[pl.Expr, pl.Expr]:
    """By how much the truth of a cell may lie below and above `wert`: `zellspanne` as expressions."""
    unten: pl.Expr = pl.lit(angaben.c)
    oben: pl.Expr = pl.lit(angaben.c)
    for wert in (0, angaben.k, angaben.schwelle):
        von, bis = zellspanne(wert, angaben)
        unten = pl.when(pl.col("wert") == wert).then(wert - von).otherwise(unten)
        oben = pl.when(pl.col("wert") == wert).then(bis - wert).otherwise(oben)
    return unten, oben


def _grenzen(angaben: Schutzangaben, zuordnung: dy.DataFrame[Zuordnung]) -> pl.DataFrame:
    """Bound in persons of each area that lies wholly in the region: columns gebiet, grenze."""
    raeume: dict[str, set[str]] = {}
    for ags, raum in angaben.raeume.items():
        raeume.setdefault(raum, set()).add(ags)
    alle = frozenset(angaben.gemeinden)
    begrenzt = {frozenset(glieder) for glieder in raeume.values()} | {alle}

    def grenze(glieder: frozenset[str]) -> int:
        if glieder == alle and angaben.eckwerte_exakt:
            return EXAKT
        ganze = [alle] if glieder == alle else [raum for raum in begrenzt if raum <= glieder]
        return (len(ganze) + len(glieder.difference(*ganze))) * (angaben.k - 1)

    gebiete = {
        gebiet: frozenset(glieder)
        for gebiet, glieder in zuordnung.group_by("gebiet").agg("ags").select("gebiet", "ags").iter_rows()
    }
    return pl.DataFrame(
        [(gebiet, grenze(glieder)) for gebiet, glieder in gebiete.items() if glieder <= alle],
        schema={"gebiet": pl.String, "grenze": pl.Int64},
        orient="row",
    )


def _status() -> pl.Expr:
    return (
        pl.when(pl.col("von") == pl.col("bis"))
        .then(pl.lit(Status.GEZEIGT.value))
        .otherwise(pl.lit(Status.GESCHUETZT.value))
    )
