"""From protected counts and population to the values of a Kennzahl. Pure: frames in, frames out."""

import dataframely as dy
import polars as pl

from analysis.kennzahlen.kennzahl import Kennzahl
from models.rahmen import Nennerwerte, Zaehlwerte
from models.vokabular import Status

ANTEIL_AB: int = 20
"""No share of fewer than 20 people (geheimhaltung.md 5.F)."""

WERTE: tuple[str, ...] = ("gebiet", "stichtag", "wert", "von", "bis", "status", "zaehler", "nenner", "basis")
"""Columns of a result: key, value in the unit of the Kennzahl with its rounding bounds, state, parts."""

_GELIEFERT = (Status.GEZEIGT.value, Status.GESCHUETZT.value)


def addiere(zaehlwerte: list[dy.DataFrame[Zaehlwerte]]) -> dy.DataFrame[Zaehlwerte]:
    """Sum of several Grundzahlen per area and Stichtag. One that is missing makes the sum missing."""
    if len(zaehlwerte) == 1:
        return zaehlwerte[0]
    alle = pl.concat(zaehlwerte)
    vollstaendig = (pl.len() == len(zaehlwerte)) & pl.col("status").is_in(_GELIEFERT).all()
    bekannt = vollstaendig & pl.col("wert").is_not_null().all()
    summe = alle.group_by("gebiet", "stichtag").agg(
        *(pl.when(bekannt).then(pl.col(s).sum()).alias(s) for s in ("wert", "von", "bis")),
        status=pl.when(~vollstaendig)
        .then(pl.lit(Status.NICHT_GELIEFERT.value))
        .when((pl.col("status") == Status.GEZEIGT.value).all())
        .then(pl.lit(Status.GEZEIGT.value))
        .otherwise(pl.lit(Status.GESCHUETZT.value)),
    )
    return Zaehlwerte.validate(summe.sort("gebiet", "stichtag"), cast=True)


def zahl(zaehler: dy.DataFrame[Zaehlwerte], basis: str = "") -> pl.DataFrame:
    """A count as it is published: value, bounds and state of `zaehler` (columns `WERTE`)."""
    return zaehler.with_columns(zaehler="wert", nenner=pl.lit(None, dtype=pl.Int64), basis=pl.lit(basis)).select(
        "gebiet",
        "stichtag",
        *(pl.col(s).cast(pl.Float64) for s in ("wert", "von", "bis")),
        "status",
        "zaehler",
        "nenner",
        "basis",
    )


def rate(
    zaehler: dy.DataFrame[Zaehlwerte],
    nenner: dy.DataFrame[Nennerwerte],
    kennzahl: Kennzahl,
    k: int,
    mindestnenner: int = 0,
) -> pl.DataFrame:
    """`zaehler` / `nenner` x Faktor (columns `WERTE`).

    Below 2k people, and over fewer than `mindestnenner` inhabitants, the rate is not shown: `wert` empty, `geschuetzt`,
    `zaehler` and `nenner` stay (design.md 5, reliability; domain.md 6.2). Without inhabitants it is `nicht_anwendbar`,
    without the age band `keine_angabe`. Where there is no count (not delivered, withdrawn), the population stands all
    the same.
    """
    verbunden = zaehler.join(
        nenner.rename({"anzahl": "nenner"}), on=["gebiet", "stichtag"], how="full", coalesce=True
    ).with_columns(
        pl.col("status").fill_null(Status.NICHT_GELIEFERT.value), pl.col("basis").fill_null(""), zaehler=pl.col("wert")
    )
    status = (
        pl.when(pl.col("nenner") == 0)
        .then(pl.lit(Status.NICHT_ANWENDBAR.value))
        .when(~pl.col("status").is_in(_GELIEFERT))
        .then("status")
        .when(pl.col("nenner").is_null())
        .then(pl.lit(Status.KEINE_ANGABE.value))
        .when((pl.col("zaehler").fill_null(0) < 2 * k) | (pl.col("nenner") < mindestnenner))
        .then(pl.lit(Status.GESCHUETZT.value))
        .otherwise(pl.lit(Status.GEZEIGT.value))
    )
    return _quotient(verbunden, status, pl.col("nenner"), pl.col("nenner"), kennzahl.faktor)


def anteil(
    zaehler: dy.DataFrame[Zaehlwerte], gesamt: dy.DataFrame[Zaehlwerte], kennzahl: Kennzahl, k: int, basis: str = ""
) -> pl.DataFrame:
    """`zaehler` / `gesamt` x Faktor, both protected counts of the same people (columns `WERTE`).

    Bounds: the rest (`gesamt` - `zaehler`) is at its greatest for `von` and at its smallest for `bis`.
    No share of fewer than max(20, 2k) people.
    """
    verbunden = (
        zaehler.join(gesamt, on=["gebiet", "stichtag"], how="inner", suffix="_g")
        .with_columns(zaehler=pl.col("wert"), nenner=pl.col("wert_g"), basis=pl.lit(basis))
        .with_columns(
            rest_von=(pl.col("von_g") - pl.col("von")).clip(0),
            rest_bis=(pl.col("bis_g") - pl.col("bis")).clip(0),
        )
    )
    status = (
        pl.when(~(pl.col("status").is_in(_GELIEFERT) & pl.col("status_g").is_in(_GELIEFERT)))
        .then(pl.lit(Status.NICHT_GELIEFERT.value))
        .when(pl.col("zaehler").is_null() | (pl.col("nenner").fill_null(0) < max(ANTEIL_AB, 2 * k)))
        .then(pl.lit(Status.GESCHUETZT.value))
        .otherwise(pl.lit(Status.GEZEIGT.value))
    )
    return _quotient(
        verbunden,
        status,
        pl.col("von") + pl.col("rest_bis"),
        pl.col("bis") + pl.col("rest_von"),
        kennzahl.faktor,
    )


def verhaeltnis(
    zaehler: dy.DataFrame[Zaehlwerte], gegen: dy.DataFrame[Zaehlwerte], kennzahl: Kennzahl, k: int, basis: str = ""
) -> pl.DataFrame:
    """`zaehler` / `gegen` x Faktor, protected counts of different people (columns `WERTE`).

    Bounds: fewest over most and most over fewest. Shown from 2k people above and max(20, 2k) below.
    """
    verbunden = zaehler.join(gegen, on=["gebiet", "stichtag"], how="inner", suffix="_g").with_columns(
        zaehler=pl.col("wert"), nenner=pl.col("wert_g"), basis=pl.lit(basis)
    )
    status = (
        pl.when(~(pl.col("status").is_in(_GELIEFERT) & pl.col("status_g").is_in(_GELIEFERT)))
        .then(pl.lit(Status.NICHT_GELIEFERT.value))
        .when((pl.col("zaehler").fill_null(0) < 2 * k) | (pl.col("nenner").fill_null(0) < max(ANTEIL_AB, 2 * k)))
        .then(pl.lit(Status.GESCHUETZT.value))
        .otherwise(pl.lit(Status.GEZEIGT.value))
    )
    return _quotient(verbunden, status, pl.col("bis_g"), pl.col("von_g").clip(1), kennzahl.faktor)


def _quotient(
    verbunden: pl.DataFrame, status: pl.Expr, nenner_von: pl.Expr, nenner_bis: pl.Expr, faktor: int
) -> pl.DataFrame:
    gezeigt = pl.col("status") == Status.GEZEIGT.value
    return (
        verbunden.with_columns(nenner_von=nenner_von, nenner_bis=nenner_bis)
        .with_columns(status=status)
        .with_columns(
            wert=pl.when(gezeigt).then(pl.col("zaehler") / pl.col("nenner") * faktor),
            von=pl.when(gezeigt).then(pl.col("von") / pl.col("nenner_von") * faktor),
            bis=pl.when(gezeigt).then(pl.col("bis") / pl.col("nenner_bis") * faktor),
        )
        .select(WERTE)
    )
