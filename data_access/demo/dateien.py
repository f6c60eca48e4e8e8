"""The demonstration as files: it takes the same way into the product as any Lieferung."""

import re
from collections.abc import Collection

import polars as pl

from data_access.demo.bevoelkerung import einwohner
from data_access.demo.fallzahlen import fallzahlen
from data_access.demo.gliederung import gegliedert
from data_access.demo.merkmale import merkmale
from data_access.importing.merkmale import SPALTEN

_ALLE = "insgesamt"


def einwohnerdatei(ohne: Collection[int] = ()) -> bytes:
    """The synthetic population as a filled `einwohner` template, without the years in `ohne`."""
    band = (
        pl.when(pl.col("alter_von").eq(0) & pl.col("alter_bis").is_null())
        .then(pl.lit(_ALLE))
        .when(pl.col("alter_bis").is_null())
        .then(pl.format("{}+", "alter_von"))
        .otherwise(pl.format("{}-{}", "alter_von", "alter_bis"))
    )
    zeilen = einwohner(ohne).with_columns(altersgruppe=band)
    return (
        zeilen.select("ags", "stichtag", "altersgruppe", "geschlecht", "anzahl", "basis")
        .write_csv(separator=";", date_format="%Y-%m-%d")
        .encode()
    )


def merkmalsdatei() -> bytes:
    """The synthetic context figures as a filled `merkmale` template."""
    wert = pl.col("wert").cast(pl.Int64).cast(pl.String).fill_null(pl.col("zeichen"))
    zeilen = merkmale().with_columns(altersgruppe=pl.lit(_ALLE), wert=wert)
    return zeilen.select(SPALTEN).write_csv(separator=";", date_format="%Y-%m-%d").encode()


def fallzahlendateien(kreis: str) -> dict[str, bytes]:
    """The synthetic Fallzahlen of a Kreis as filled `fallzahlen` templates, one a sender: file name -> content."""
    spalten = ["grundzahl", "stichtag", "herkunft", "leistungsort", "altersgruppe", "geschlecht", "anzahl", "absender"]
    alle = gegliedert(kreis, fallzahlen(kreis)).select(spalten)
    dateien = {}
    for absender in sorted(alle["absender"].unique()):
        kurz = re.sub(r"[^a-z]+", "-", absender.split("(")[0].strip().lower())
        inhalt = alle.filter(pl.col("absender") == absender).write_csv(separator=";", date_format="%Y-%m-%d")
        dateien[f"fallzahlen_{kreis}_{kurz}_synthetisch.csv"] = inhalt.encode()
    return dateien
