"""Does an `einwohner` table agree with itself: one figure per cell, groups that do not overlap, sums that fit."""

from collections import Counter
from typing import Final

import polars as pl

from data_access.importing.altersgruppen import OFFEN, schreibe_altersgruppe
from data_access.importing.befund import Sammler
from data_access.importing.bevoelkerung import SPALTENNAMEN, ebene_nach_laenge
from data_access.importing.gelesen import Register
from data_access.importing.gitter import ZEILE
from models.vokabular import INSGESAMT

_REIHE: Final = ["ags", "stichtag", "geschlecht"]
_GESAMT: Final = (pl.col("alter_von") == 0) & (pl.col("ende") == OFFEN)


def pruefe_tabelle(tabelle: pl.DataFrame, register: Register, sammler: Sammler) -> None:
    """All checks of a table within itself; what is wrong goes to the finding.

    Columns: zeile, ags, stichtag, alter_von, ende (OFFEN = and older), geschlecht, anzahl (null = no figure), basis.
    """
    _pruefe_basis(tabelle, sammler)
    if _pruefe_doppelte(tabelle, sammler) and _pruefe_ueberschneidung(tabelle, sammler):
        _pruefe_alterssummen(tabelle, sammler)
        _pruefe_geschlechter(tabelle, sammler)
        _pruefe_kreise(tabelle, register, sammler)


def _pruefe_basis(tabelle: pl.DataFrame, sammler: Sammler) -> None:
    mehrere = (
        tabelle.group_by("stichtag")
        .agg(pl.col("basis").drop_nulls().unique().sort())
        .filter(pl.col("basis").list.len() > 1)
    )
    for tag, basen in mehrere.sort("stichtag").iter_rows():
        sammler.beanstande(
            f"Zum Stichtag {tag} stehen Zahlen auf mehreren Grundlagen ({', '.join(basen)}). "
            "Je Datei und Stichtag ist eine Basis möglich. Bitte die Datei teilen.",
            spalte="basis",
        )


def _pruefe_doppelte(tabelle: pl.DataFrame, sammler: Sammler) -> bool:
    zelle = [*_REIHE, "alter_von", "ende"]
    mit_erster = tabelle.with_columns(erste=pl.col(ZEILE).min().over(zelle))
    doppelt = mit_erster.filter(pl.col(ZEILE) > pl.col("erste"))
    for zeile, erste in doppelt.select(ZEILE, "erste").iter_rows():
        sammler.beanstande(
            f"Diese Zeile nennt dieselbe Gemeinde, denselben Stichtag, dieselbe Altersgruppe und dasselbe Geschlecht "
            f"wie Zeile {erste}. Bitte eine der beiden entfernen.",
            zeile=zeile,
        )
    return doppelt.is_empty()


def _pruefe_ueberschneidung(tabelle: pl.DataFrame, sammler: Sammler) -> bool:
    teile = tabelle.filter(~_GESAMT).sort([*_REIHE, "alter_von", "ende"])
    verletzt = teile.with_columns(
        davor=pl.col("ende").shift(1).over(_REIHE), davor_von=pl.col("alter_von").shift(1).over(_REIHE)
    ).filter(pl.col("davor") >= pl.col("alter_von"))
    for zeile, von, ende, davor_von, davor in verletzt.select(
        ZEILE, "alter_von", "ende", "davor_von", "davor"
    ).iter_rows():
        sammler.beanstande(
            f"Die Altersgruppe überschneidet sich mit {_gruppe(davor_von, davor)} derselben Gemeinde. "
            "Erlaubt sind Gruppen, die sich nicht überschneiden, und daneben „insgesamt“.",
            zeile=zeile,
            spalte="altersgruppe",
            wert=_gruppe(von, ende),
        )
    return verletzt.is_empty()


def _gruppe(von: int, ende: int) -> str:
    return schreibe_altersgruppe(von, None if ende == OFFEN else ende)


def _pruefe_alterssummen(tabelle: pl.DataFrame, sammler: Sammler) -> None:
    """`insgesamt` beside age groups must be their sum; if groups are missing, at least their sum."""
    teile = _teile_je_reihe(tabelle)
    gesamt = tabelle.filter(_GESAMT, pl.col("anzahl").is_not_null()).select(*_REIHE, ZEILE, soll="anzahl")
    for ags, tag, zeile, soll, ist, voll in (
        gesamt.join(teile, on=_REIHE)
        .filter(pl.when("voll").then(pl.col("summe") != pl.col("soll")).otherwise(pl.col("summe") > pl.col("soll")))
        .sort(ZEILE)
        .select("ags", "stichtag", ZEILE, "soll", "summe", "voll")
        .iter_rows()
    ):
        sammler.beanstande(
            f"Für {ags} zum {tag} ergeben die Altersgruppen {ist}, als „insgesamt“ steht {soll}. "
            f"{'Beides muss gleich sein' if voll else 'Teile können nicht größer als das Ganze sein'}. "
            "Bitte die Zahlen prüfen oder „insgesamt“ in einer eigenen Datei liefern.",
            zeile=zeile,
            spalte="anzahl",
        )


def _teile_je_reihe(tabelle: pl.DataFrame) -> pl.DataFrame:
    """Sum of the age groups of a series, and whether they cover all ages with a figure each (`voll`)."""
    return (
        tabelle.filter(~_GESAMT)
        .group_by(_REIHE)
        .agg(
            summe=pl.col("anzahl").sum(),
            voll=(pl.col("alter_von").min() == 0)
            & (pl.col("ende").max() == OFFEN)
            & ((pl.col("ende") - pl.col("alter_von") + 1).sum() == OFFEN + 1)
            & (pl.col("anzahl").null_count() == 0),
        )
    )


def _pruefe_geschlechter(tabelle: pl.DataFrame, sammler: Sammler) -> None:
    """Men and women (and further sexes) of an age group must not exceed its `insgesamt`; less is reported."""
    zelle = ["ags", "stichtag", "alter_von", "ende"]
    teile = (
        tabelle.filter(pl.col("geschlecht") != INSGESAMT)
        .group_by(zelle)
        .agg(
            summe=pl.col("anzahl").sum(),
            beide=pl.col("geschlecht").is_in(["m", "w"]).sum() == 2,
            lueckenlos=pl.col("anzahl").null_count() == 0,
        )
    )
    vergleich = (
        tabelle.filter(pl.col("geschlecht") == INSGESAMT, pl.col("anzahl").is_not_null())
        .select(*zelle, ZEILE, soll="anzahl")
        .join(teile, on=zelle)
        .sort(ZEILE)
    )
    for ags, tag, zeile, soll, ist in (
        vergleich.filter(pl.col("summe") > pl.col("soll")).select("ags", "stichtag", ZEILE, "soll", "summe").iter_rows()
    ):
        sammler.beanstande(
            f"Für {ags} zum {tag} ergeben die Geschlechter {ist}, als „insgesamt“ steht {soll}. "
            "Bitte die Zahlen prüfen.",
            zeile=zeile,
            spalte="anzahl",
        )
    weniger = vergleich.filter(pl.col("beide") & pl.col("lueckenlos") & (pl.col("summe") < pl.col("soll")))
    if weniger.height:
        sammler.warne(
            f"In {weniger.height} Fällen ergeben die Geschlechter weniger als „insgesamt“. "
            "Die Zahlen werden so übernommen, wie sie in der Datei stehen."
        )


def _pruefe_kreise(tabelle: pl.DataFrame, register: Register, sammler: Sammler) -> None:
    """The row of a Kreis against the sum of all its Gemeinden; sources that round to 5 may differ by (n + 1) x 2."""
    zelle = ["kreis", "stichtag", "geschlecht", "alter_von", "ende"]
    mit_kreis = tabelle.filter(pl.col("anzahl").is_not_null()).with_columns(kreis=pl.col("ags").str.head(5))
    anzahl_gemeinden = Counter(ags[:5] for ags in register.gemeinden if ags[:5] in register.kreise)
    gemeinden = (
        mit_kreis.filter(pl.col("ags").str.len_chars() == 8)
        .group_by(zelle)
        .agg(summe=pl.col("anzahl").sum(), n=pl.len())
        .filter(pl.col("n") == pl.col("kreis").replace_strict(anzahl_gemeinden, default=-1, return_dtype=pl.Int64))
    )
    vergleich = (
        mit_kreis.filter(pl.col("ags").str.len_chars() == 5)
        .join(gemeinden, on=zelle)
        .filter(pl.col("summe") != pl.col("anzahl"))
        .with_columns(zu_viel=(pl.col("summe") - pl.col("anzahl")).abs() > (pl.col("n") + 1) * 2)
        .sort(ZEILE)
    )
    for ags, tag, zeile, soll, ist in (
        vergleich.filter("zu_viel").select("ags", "stichtag", ZEILE, "anzahl", "summe").iter_rows()
    ):
        sammler.beanstande(
            f"Für den Kreis {ags} zum {tag} steht {soll}, seine Gemeinden ergeben {ist}. Bitte die Zahlen prüfen.",
            zeile=zeile,
            spalte="anzahl",
        )
    if vergleich.height:
        sammler.warne(
            f"In {vergleich.height} Fällen weicht die Zeile eines Kreises von der Summe seiner Gemeinden ab. "
            "Amtliche Zahlen sind oft gerundet; sie werden so übernommen, wie sie in der Datei stehen."
        )


def summen(tabelle: pl.DataFrame) -> dict[str, dict[str, int | float]]:
    """Sums by level and sex, each person once: `insgesamt` where a series has it, else its age groups."""
    mit_ebene = tabelle.with_columns(
        gesamt_da=(_GESAMT & pl.col("anzahl").is_not_null()).any().over(_REIHE),
        gesamt=_GESAMT,
        ebene=ebene_nach_laenge(),
    )
    gezaehlt = (
        mit_ebene.filter(pl.col("gesamt") == pl.col("gesamt_da"), pl.col("anzahl").is_not_null())
        .group_by("ebene", "stichtag", "geschlecht")
        .agg(pl.col("anzahl").sum())
        .sort("ebene", "stichtag", "geschlecht")
    )
    mehrere = tabelle["stichtag"].drop_nulls().n_unique() > 1
    ergebnis: dict[str, dict[str, int | float]] = {}
    for ebene, tag, geschlecht, anzahl in gezaehlt.iter_rows():
        name = SPALTENNAMEN[geschlecht]
        ergebnis.setdefault(ebene, {})[f"{name} {tag}" if mehrere else name] = anzahl
    return ergebnis
