"""Does a `merkmale` table agree with itself: one figure per cell, parts not larger than their whole."""

from typing import Final

import polars as pl

from data_access.importing.altersgruppen import OFFEN
from data_access.importing.befund import Sammler
from data_access.importing.gitter import ZEILE
from models.merkmale import MERKMALE
from models.vokabular import INSGESAMT, Ebene

REIHE: Final = ["merkmal", "zeitraum_von", "zeitraum_bis", "basis", "quelle"]
"""What figures must share to be comparable within one file."""

_ZELLE: Final = [*REIHE, "ags", "auspraegung", "alter_von", "ende", "geschlecht"]
_GESAMT: Final = (pl.col("alter_von") == 0) & (pl.col("ende") == OFFEN)
_EBENEN: Final = {2: Ebene.LAND, 5: Ebene.KREIS, 8: Ebene.GEMEINDE}


def pruefe_tabelle(tabelle: pl.DataFrame, sammler: Sammler) -> None:
    """All checks of a table within itself; what is wrong goes to the finding.

    Columns: zeile and those of `Merkmalswerte`, with `ende` (OFFEN = and older) in place of `alter_bis`.
    """
    for zeile in tabelle.filter(pl.col("zeitraum_bis") < pl.col("zeitraum_von"))[ZEILE]:
        sammler.beanstande(
            "Der Zeitraum endet vor seinem Beginn. Bitte von und bis prüfen; ein Stichtag ist zweimal derselbe Tag.",
            zeile=zeile,
            spalte="zeitraum_bis",
        )
    if _pruefe_doppelte(tabelle, sammler):
        _pruefe_geschlechter(tabelle, sammler)
        _pruefe_altersgruppen(tabelle, sammler)
        _pruefe_kreise(tabelle, sammler)


def _pruefe_doppelte(tabelle: pl.DataFrame, sammler: Sammler) -> bool:
    eintrag = pl.struct("wert", "zeichen")
    mit_erster = tabelle.with_columns(
        erste=pl.col(ZEILE).first().over(_ZELLE), gleich=(eintrag == eintrag.first().over(_ZELLE))
    )
    doppelt = mit_erster.filter(pl.col(ZEILE) > pl.col("erste"))
    for zeile, erste, gleich in doppelt.select(ZEILE, "erste", "gleich").iter_rows():
        sammler.beanstande(
            f"Diese Zeile nennt dasselbe Gebiet, denselben Zeitraum und dieselbe Aufgliederung wie Zeile {erste}"
            f"{'' if gleich else ', aber einen anderen Wert'}. Bitte eine der beiden entfernen.",
            zeile=zeile,
        )
    return doppelt.is_empty()


def _spielraum(teile: str) -> pl.Expr:
    """How far `teile` rounded parts may exceed their rounded whole: half the rounding of the source for each."""
    halb = {m.id: m.rundung // 2 for m in MERKMALE.values()}
    return (pl.col(teile) + 1) * pl.col("merkmal").replace_strict(halb, return_dtype=pl.Int64)


def _pruefe_geschlechter(tabelle: pl.DataFrame, sammler: Sammler) -> None:
    zelle = [*REIHE, "ags", "auspraegung", "alter_von", "ende"]
    teile = tabelle.filter(pl.col("geschlecht") != INSGESAMT)
    ganze = tabelle.filter(pl.col("geschlecht") == INSGESAMT)
    _vergleiche(ganze, teile, zelle, "die Geschlechter", sammler)


def _pruefe_altersgruppen(tabelle: pl.DataFrame, sammler: Sammler) -> None:
    """Age groups that do not overlap must not exceed their `insgesamt`; overlapping ones are not added up."""
    zelle = [*REIHE, "ags", "auspraegung", "geschlecht"]
    teile = tabelle.filter(~_GESAMT).sort([*zelle, "alter_von", "ende"])
    getrennt = (
        teile.with_columns(quer=(pl.col("ende").shift(1).over(zelle) >= pl.col("alter_von")).fill_null(False))
        .filter(~pl.col("quer").any().over(zelle))
        .drop("quer")
    )
    _vergleiche(tabelle.filter(_GESAMT), getrennt, zelle, "die Altersgruppen", sammler)


def _pruefe_kreise(tabelle: pl.DataFrame, sammler: Sammler) -> None:
    """The Gemeinden of a Kreis must not exceed its own row; fewer is normal where the source keeps small ones back."""
    summierbar = [m.id for m in MERKMALE.values() if m.summierbar]
    gemeinden = tabelle.filter(pl.col("ags").str.len_chars() == 8, pl.col("merkmal").is_in(summierbar))
    kreise = tabelle.filter(pl.col("ags").str.len_chars() == 5)
    _vergleiche(kreise, gemeinden.with_columns(pl.col("ags").str.head(5)), _ZELLE, "die Gemeinden", sammler)


def _vergleiche(ganze: pl.DataFrame, teile: pl.DataFrame, zelle: list[str], was: str, sammler: Sammler) -> None:
    summe = (
        teile.filter(pl.col("wert").is_not_null())
        .group_by(zelle)
        .agg(summe=pl.col("wert").sum(), n=pl.len().cast(pl.Int64))
    )
    zu_viel = (
        ganze.filter(pl.col("wert").is_not_null())
        .join(summe, on=zelle)
        .filter(pl.col("summe") > pl.col("wert") + _spielraum("n") + 1e-6)
        .sort(ZEILE)
    )
    for zeile, ags, soll, ist in zu_viel.select(ZEILE, "ags", "wert", "summe").iter_rows():
        sammler.beanstande(
            f"Für {ags} ergeben {was} {ist:g}, als Ganzes steht {soll:g}. Teile können nicht größer als das Ganze "
            "sein. Bitte die Zahlen prüfen.",
            zeile=zeile,
            spalte="wert",
        )


def summen(tabelle: pl.DataFrame) -> dict[str, dict[str, int | float]]:
    """Sums by level and Merkmal (with the end of the period if there are several), without what is broken down."""
    gesamt = tabelle.filter(
        _GESAMT,
        pl.col("geschlecht") == INSGESAMT,
        pl.col("auspraegung") == INSGESAMT,
        pl.col("wert").is_not_null(),
    )
    laenge = pl.col("ags").str.len_chars()
    mehrere = tabelle["zeitraum_bis"].n_unique() > 1
    ergebnis: dict[str, dict[str, int | float]] = {}
    for breite, merkmal, tag, wert in (
        gesamt.group_by(laenge.alias("breite"), "merkmal", "zeitraum_bis")
        .agg(pl.col("wert").sum())
        .sort("breite", "merkmal", "zeitraum_bis")
        .iter_rows()
    ):
        name = f"{merkmal} {tag}" if mehrere else merkmal
        ergebnis.setdefault(str(_EBENEN[breite]), {})[name] = int(wert) if wert == int(wert) else wert
    return ergebnis
