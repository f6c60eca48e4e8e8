"""The reading side: every number shown is a sum of protected cells, with the public bounds of its true value.

Pure arithmetic on what is public already, so no way of grouping tells more than the cube does.
"""

from datetime import date

import dataframely as dy
import polars as pl

from analysis.geheimhaltung.spannen import area_bounds, summiere_geliefert, with_slack, within_public, zellspanne
from models.rahmen import Wuerfel, Zaehlwerte, Zuordnung
from models.schutz import Schutzangaben
from models.vokabular import Status

__all__ = ["stroeme", "summiere", "summiere_kreis", "zellspanne"]


def summiere(
    wuerfel: dy.DataFrame[Wuerfel], angaben: Schutzangaben, zuordnung: dy.DataFrame[Zuordnung], raumprinzip: str
) -> dy.DataFrame[Zaehlwerte]:
    """Persons by Herkunft or Leistungsort in each area and Stichtag, with the bounds `von`..`bis` of the truth.

    The bound is the smaller of n(k-1) and what the cells of the area allow; n counts the bounded
    margins that make it up: each Planungsraum of the Haupteinteilung that lies in it whole, and each Gemeinde left
    over; 1 for the whole Kreis, whose total is the true one if the totals are exact; what an exact
    public figure fixes does not count, and an area that has a public figure lies within its range. How wide a bound is
    follows from the Gemeinden alone, so no caller can claim a narrower one.

    A Stichtag that came protected is not summed up like this: see `spannen.summiere_geliefert`; `wert` is null, status
    `geschuetzt`, where its source keeps the number back.

    An area with a Gemeinde that is not in the cube has no row (its sum would be a wrong number), nor has a Stichtag
    without cells. Raises `ValueError` for a Raumprinzip that the cube does not have.
    """
    if raumprinzip not in angaben.raumprinzipien:
        raise ValueError(
            f"Diese Zahlen gibt es nicht nach {raumprinzip}, nur nach {', '.join(angaben.raumprinzipien)}."
        )
    zellen = with_slack(wuerfel, angaben)
    fremd = pl.col("stichtag").is_in([date.fromisoformat(tag) for tag in angaben.quellschutz])
    grenzen = area_bounds(angaben, zuordnung, raumprinzip, wuerfel["stichtag"].unique())
    summen = (
        zellen.lazy()
        .filter(~fremd)
        .join(zuordnung.lazy().select(pl.col("ags").alias(raumprinzip), "gebiet"), on=raumprinzip)
        .group_by("gebiet", "stichtag")
        .agg(pl.col("wert", "unten", "oben").cast(pl.Int64).sum())
        .join(grenzen.lazy(), on=["gebiet", "stichtag"])
        .with_columns(
            von=pl.max_horizontal(pl.lit(0), pl.col("wert") - pl.min_horizontal("grenze", "unten")),
            bis=pl.col("wert") + pl.min_horizontal("grenze", "oben"),
        )
        .select("gebiet", "stichtag", "wert", **within_public())
        .collect()
    )
    if angaben.quellschutz:
        geliefert = summiere_geliefert(zellen.filter(fremd), angaben, zuordnung, raumprinzip)
        summen = pl.concat([summen, geliefert.select(summen.columns).cast(summen.schema)])
    return Zaehlwerte.validate(summen.with_columns(status=_status()).sort("gebiet", "stichtag"), cast=True)


def summiere_kreis(
    wuerfel: dy.DataFrame[Wuerfel], angaben: Schutzangaben, raumprinzip: str
) -> dy.DataFrame[Zaehlwerte]:
    """The total of the Kreis as a whole at every Stichtag (area `kreis`)."""
    kreis = pl.DataFrame({"ags": angaben.gemeinden}).with_columns(gebiet=pl.lit("kreis"), name=pl.lit("Kreis"))
    return summiere(wuerfel, angaben, Zuordnung.validate(kreis), raumprinzip)


def stroeme(wuerfel: dy.DataFrame[Wuerfel], angaben: Schutzangaben) -> pl.DataFrame:
    """Every inner cell with its bounds, zeros included: stichtag, herkunft, leistungsort, wert, von, bis, status."""
    return (
        with_slack(wuerfel, angaben)
        .with_columns(pl.col("wert").cast(pl.Int64))
        .with_columns(von=pl.col("wert") - pl.col("unten"), bis=pl.col("wert") + pl.col("oben"))
        .with_columns(status=_status())
        .select("stichtag", "herkunft", "leistungsort", "wert", "von", "bis", "status")
        .sort("stichtag", "herkunft", "leistungsort")
    )


def _status() -> pl.Expr:
    return (
        pl.when(pl.col("von") == pl.col("bis"))
        .then(pl.lit(Status.GEZEIGT.value))
        .otherwise(pl.lit(Status.GESCHUETZT.value))
    )
