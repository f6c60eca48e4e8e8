"""From context figures to the values of areas: public, with the signs of their source, in series that are not mixed.

Pure: frames in, frames out. A series is what may be joined by a line: one basis, one source, one kind of period.
"""

from typing import Final

import dataframely as dy
import polars as pl

from analysis.kennzahlen.kennzahl import Kennzahl
from models.merkmale import MERKMALE
from models.rahmen import Merkmalsbestand, Nennerwerte, Zuordnung
from models.vokabular import INSGESAMT, Basis, Status

SPAETER: Final = "..."
"""Sign of a figure that its source has not published yet."""

_ZELLE: Final = [
    "merkmal",
    "ags",
    "zeitraum_von",
    "zeitraum_bis",
    "auspraegung",
    "alter_von",
    "alter_bis",
    "geschlecht",
    "basis",
    "quelle",
]

WERTE: Final = ("gebiet", "stichtag", "reihe", "zeitraum_von", "wert", "status")
"""Columns of `merkmalswerte` and `nebenwerte`: `reihe` names basis, source and kind of period."""


def neueste(bestand: dy.DataFrame[Merkmalsbestand]) -> pl.DataFrame:
    """One row a figure: of several Lieferungen of the same figure the newest counts, whatever it says."""
    return bestand.sort("nummer", descending=True).unique(_ZELLE, keep="first", maintain_order=True)


def reihenname() -> pl.Expr:
    """Basis, source and (unless it is a day) kind of period of a figure, as they stand in the column `basis`."""
    tage = (pl.col("zeitraum_bis") - pl.col("zeitraum_von")).dt.total_days() + 1
    art = (
        pl.when(tage == 1)
        .then(pl.lit(""))
        .when(tage.is_between(28, 31))
        .then(pl.lit(" (Monat)"))
        .when(tage.is_between(365, 366))
        .then(pl.lit(" (Jahr)"))
        .otherwise(pl.format(" ({} Tage)", tage))
    )
    basis = pl.when(pl.col("basis") == "").then(pl.lit("")).otherwise(pl.col("basis") + ": ")
    return basis + pl.col("quelle") + art


def insgesamt(bestand: dy.DataFrame[Merkmalsbestand], merkmal: str) -> pl.DataFrame:
    """The figures of a Merkmal that are not broken down, newest Lieferung each, with `reihe`, `stichtag`, `status`."""
    return (
        neueste(bestand)
        .filter(
            pl.col("merkmal") == merkmal,
            pl.col("auspraegung") == INSGESAMT,
            pl.col("alter_von") == 0,
            pl.col("alter_bis").is_null(),
            pl.col("geschlecht") == INSGESAMT,
        )
        .with_columns(
            reihe=reihenname(),
            stichtag="zeitraum_bis",
            synthetisch=pl.col("basis") == Basis.SYNTHETISCH.value,
            status=pl.when(pl.col("wert").is_not_null())
            .then(pl.lit(Status.GEZEIGT.value))
            .when(pl.col("zeichen") == SPAETER)
            .then(pl.lit(Status.NICHT_GELIEFERT.value))
            .otherwise(pl.lit(Status.KEINE_ANGABE.value)),
        )
    )


def _eigene(zeilen: pl.DataFrame, zuordnung: dy.DataFrame[Zuordnung]) -> pl.DataFrame:
    """Rows the source has for the areas themselves."""
    gebiete = zuordnung.select("gebiet").unique()
    return zeilen.join(gebiete, left_on="ags", right_on="gebiet").rename({"ags": "gebiet"})


def _summen(zeilen: pl.DataFrame, zuordnung: dy.DataFrame[Zuordnung], gemeindefrei: frozenset[str]) -> pl.DataFrame:
    """Sums over Gemeinden: a number only where every part is one. A Gebiet without people may lack its row."""
    frei = pl.col("ags").is_in(list(gemeindefrei))
    groesse = zuordnung.filter(~frei).group_by("gebiet").agg(gemeinden=pl.col("ags").n_unique())
    ganz = (pl.col("vorhanden") == pl.col("gemeinden").fill_null(0)) & pl.col("alle_zahlen")
    return (
        zeilen.join(zuordnung, on="ags")
        .group_by("gebiet", "stichtag", "reihe", "synthetisch")
        .agg(
            pl.col("wert").sum(),
            pl.col("zeitraum_von").min(),
            pl.col("nummer").max(),
            vorhanden=pl.col("ags").filter(~frei).n_unique(),
            alle_zahlen=pl.col("wert").is_not_null().all(),
            spaeter=(pl.col("status") == Status.NICHT_GELIEFERT.value).all(),
        )
        .join(groesse, on="gebiet", how="left")
        .with_columns(
            wert=pl.when(ganz).then("wert"),
            status=pl.when(ganz)
            .then(pl.lit(Status.GEZEIGT.value))
            .when(pl.col("spaeter"))
            .then(pl.lit(Status.NICHT_GELIEFERT.value))
            .otherwise(pl.lit(Status.KEINE_ANGABE.value)),
        )
    )


def _kandidaten(
    bestand: dy.DataFrame[Merkmalsbestand],
    zuordnung: dy.DataFrame[Zuordnung],
    merkmal: str,
    gemeindefrei: frozenset[str],
) -> pl.DataFrame:
    """One row per area, Stichtag and series, the series to be shown first. The source's own row ranks before a sum."""
    zeilen = insgesamt(bestand, merkmal)
    spalten = [*WERTE, "synthetisch", "nummer"]
    eigene = _eigene(zeilen, zuordnung).select(spalten)
    teile = [eigene]
    if MERKMALE[merkmal].summierbar:
        summen = _summen(zeilen, zuordnung, gemeindefrei).select(spalten)
        teile.append(summen.join(eigene, on=["gebiet", "stichtag", "reihe"], how="anti"))
    return (
        pl.concat(teile)
        .with_columns(ueblich=pl.len().over("reihe"), zuletzt=pl.col("nummer").max().over("reihe"))
        .sort(
            ["gebiet", "stichtag", "synthetisch", "ueblich", "zuletzt", "reihe"],
            descending=[False, False, False, True, True, False],
        )
        .select(WERTE)
    )


def merkmalswerte(
    bestand: dy.DataFrame[Merkmalsbestand],
    zuordnung: dy.DataFrame[Zuordnung],
    merkmal: str,
    gemeindefrei: frozenset[str] = frozenset(),
) -> pl.DataFrame:
    """The value of each area and Stichtag that has one or a sign in its place (columns `WERTE`).

    Of several series official ones rank before synthetic, then the one that most areas and Stichtage have.
    """
    return _kandidaten(bestand, zuordnung, merkmal, gemeindefrei).unique(
        ["gebiet", "stichtag"], keep="first", maintain_order=True
    )


def nebenwerte(
    bestand: dy.DataFrame[Merkmalsbestand],
    zuordnung: dy.DataFrame[Zuordnung],
    merkmal: str,
    gemeindefrei: frozenset[str] = frozenset(),
) -> pl.DataFrame:
    """The numbers of the other series: drawn as lines of their own, never joined (columns `WERTE`)."""
    alle = _kandidaten(bestand, zuordnung, merkmal, gemeindefrei)
    erste = alle.unique(["gebiet", "stichtag"], keep="first", maintain_order=True)
    return alle.join(erste, on=["gebiet", "stichtag", "reihe"], how="anti").filter(pl.col("wert").is_not_null())


def am_jahresende(nenner: dy.DataFrame[Nennerwerte], werte: pl.DataFrame) -> pl.DataFrame:
    """`nenner` at the Stichtage of `werte`: of the same day, else of 31.12. of that year, never of another year."""
    bekannt = nenner.filter(pl.col("anzahl").is_not_null())
    tage = werte.select("gebiet", "stichtag").unique()
    genau = tage.join(bekannt, on=["gebiet", "stichtag"])
    jahresende = pl.date(pl.col("stichtag").dt.year(), 12, 31)
    ersatz = (
        tage.join(genau, on=["gebiet", "stichtag"], how="anti")
        .with_columns(ende=jahresende)
        .join(bekannt.rename({"stichtag": "ende"}), on=["gebiet", "ende"])
        .select(genau.columns)
    )
    return pl.concat([genau, ersatz])


def als_werte(werte: pl.DataFrame, kennzahl: Kennzahl, nenner: dy.DataFrame[Nennerwerte] | None) -> pl.DataFrame:
    """The values in the unit of the Kennzahl, with the columns of `formeln.WERTE`. Public: bounds are the value itself.

    Without inhabitants a rate or share is `nicht_anwendbar`, without a population figure `keine_angabe`.
    """
    zaehler = werte.with_columns(zaehler=pl.col("wert").round(0).cast(pl.Int64))
    if nenner is None:
        fertig = zaehler.with_columns(nenner=pl.lit(None, dtype=pl.Int64), basis="reihe")
    else:
        gezeigt = Status.GEZEIGT.value
        fertig = (
            zaehler.join(
                am_jahresende(nenner, werte).rename({"anzahl": "nenner"}), on=["gebiet", "stichtag"], how="left"
            )
            .with_columns(
                status=pl.when(pl.col("nenner") == 0)
                .then(pl.lit(Status.NICHT_ANWENDBAR.value))
                .when((pl.col("status") == gezeigt) & pl.col("nenner").is_null())
                .then(pl.lit(Status.KEINE_ANGABE.value))
                .otherwise("status")
            )
            .with_columns(
                wert=pl.when(pl.col("status") == gezeigt).then(pl.col("wert") / pl.col("nenner") * kennzahl.faktor),
                basis=pl.when(pl.col("basis").is_null())
                .then("reihe")
                .otherwise(pl.format("{}, Einwohner: {}", "reihe", "basis")),
            )
        )
    return fertig.select(
        "gebiet",
        "stichtag",
        "wert",
        pl.col("wert").alias("von"),
        pl.col("wert").alias("bis"),
        "status",
        "zaehler",
        "nenner",
        "basis",
    )
