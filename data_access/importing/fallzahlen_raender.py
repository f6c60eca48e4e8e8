"""Which rows of a Lieferung of Fallzahlen count: one per person counted, margins checked and taken out.

Within one pair of Herkunft and Leistungsort (at a Stichtag, for a Grundzahl) rows may be broken down by age, by sex,
or by both crossed. A row "insgesamt" beside its parts is a margin; alone it is the figure itself.
"""

from itertools import combinations
from typing import Final

import polars as pl

from data_access.importing.altersgruppen import OFFEN
from data_access.importing.befund import Sammler
from data_access.importing.gitter import ZEILE
from data_access.importing.profil import Umstaende
from models.grundzahlen import GRUNDZAHLEN
from models.schutz import SPIEL_DER_QUELLE
from models.vokabular import INSGESAMT, Quellschutz

ORT: Final = ["grundzahl", "stichtag", "herkunft", "leistungsort"]
"""What the rows of one place have in common."""

ORTSRAND: Final = pl.any_horizontal(pl.col("herkunft", "leistungsort") == INSGESAMT)
"""Whether a row is a margin over places: `insgesamt` in Herkunft or Leistungsort."""

_ALLE: Final = pl.col("geschlecht") == INSGESAMT


def zaehlende_zeilen(
    gelesen: pl.DataFrame, umstaende: Umstaende, sammler: Sammler, schutz: Quellschutz
) -> pl.DataFrame | None:
    """The rows that count, without margins by age and sex; None if something stands against it (see the finding).

    Columns of `gelesen`: zeile, ORT, alter_von, ende (OFFEN = and older), geschlecht, anzahl, zeichen, absender.
    Of counts that came protected the margins count, not their parts: a sum of rounded parts would be another number.
    """
    alle = gelesen.with_columns(voll=_alle_alter())
    if not _pruefe_doppelte(alle, sammler):
        return None
    ein_absender = _waehle_absender(alle, umstaende, sammler)
    if ein_absender is None or not _pruefe_ueberschneidung(ein_absender, sammler):
        return None
    zaehlend = _ohne_raender(ein_absender, sammler, schutz)
    if schutz != Quellschutz.KEINER:
        zaehlend = _nur_ganze(ein_absender, sammler)
    return zaehlend if not sammler.fehler else None


def stimmt_nicht(schutz: Quellschutz) -> pl.Expr:
    """Whether a margin `anzahl` contradicts its parts; with a missing part the known parts must not exceed it.

    Columns: `summe` of the known parts, `luecken` (one is missing), `teile` (how many there are). Where the source
    rounds, each part and the margin may be off (`SPIEL_DER_QUELLE`).
    """
    spiel = (pl.col("teile").cast(pl.Int64) + 1) * SPIEL_DER_QUELLE[schutz]
    zu_viel = pl.col("summe") - pl.col("anzahl")
    return pl.when("luecken").then(zu_viel > spiel).otherwise(zu_viel.abs() > spiel)


def _nur_ganze(alle: pl.DataFrame, sammler: Sammler) -> pl.DataFrame:
    """One row a place, without its parts by age and sex; a place that has parts only is an error."""
    ganz = pl.col("voll") & _ALLE
    ohne = alle.filter(~ganz.any().over(ORT)).group_by(ORT).agg(pl.col(ZEILE).min())
    for zeile in ohne[ZEILE].sort():
        sammler.beanstande(
            "Der Absender hat diese Zahlen schon geschützt. Eine Summe daraus wäre eine andere Zahl als seine. Bitte "
            "für diesen Ort auch die Zeile „insgesamt“ (Alter und Geschlecht) liefern.",
            zeile=zeile,
        )
    return alle.filter(ganz).drop("voll")


def _alle_alter() -> pl.Expr:
    """Whether an age group holds every age that the Grundzahl counts ("18+" of a Grundzahl for adults)."""
    von = {g.id: g.alter_von for g in GRUNDZAHLEN.values()}
    bis = {g.id: OFFEN if g.alter_bis is None else g.alter_bis for g in GRUNDZAHLEN.values()}
    return (pl.col("alter_von") <= pl.col("grundzahl").replace_strict(von, return_dtype=pl.Int32)) & (
        pl.col("ende") >= pl.col("grundzahl").replace_strict(bis, return_dtype=pl.Int32)
    )


def _pruefe_doppelte(alle: pl.DataFrame, sammler: Sammler) -> bool:
    zelle = [*ORT, "von", "bis", "geschlecht", "absender"]
    schluessel = alle.with_columns(
        von=pl.when("voll").then(0).otherwise("alter_von"), bis=pl.when("voll").then(OFFEN).otherwise("ende")
    ).with_columns(
        erste=pl.col(ZEILE).min().over(zelle),
        gleich=(pl.struct("anzahl", "zeichen").n_unique().over(zelle) == 1),
    )
    doppelt = schluessel.filter(pl.col(ZEILE) > pl.col("erste"))
    for zeile, erste, gleich in doppelt.select(ZEILE, "erste", "gleich").iter_rows():
        sammler.beanstande(
            f"Diese Zelle steht schon in Zeile {erste}, mit {'demselben' if gleich else 'einem anderen'} Wert. "
            "Bitte eine der beiden Zeilen entfernen.",
            zeile=zeile,
        )
    return doppelt.is_empty()


def _waehle_absender(alle: pl.DataFrame, umstaende: Umstaende, sammler: Sammler) -> pl.DataFrame | None:
    """Where two senders count the same persons, only the rows of the one that was chosen."""
    strittig = _strittige_zeilen(alle)
    if not strittig:
        return alle
    antwort = umstaende.antwort(
        sammler,
        "absender",
        "Mehrere Absender liefern Zahlen für dieselben Zellen. Welcher Absender gilt dort?",
        tuple(sorted(strittig)),
    )
    if antwort is None:
        return None
    ein_absender = alle.filter(~pl.col(ZEILE).is_in(sorted(strittig[antwort])))
    if _strittige_zeilen(ein_absender):
        sammler.beanstande(
            f"Auch wenn „{antwort}“ gilt, liefern andere Absender noch dieselben Zellen. "
            "Bitte die Datei so teilen, dass jede Zelle einen Absender hat."
        )
        return None
    sammler.warne(f"Zeilen anderer Absender gelten nicht, weil „{antwort}“ gewählt wurde.")
    return ein_absender


def _strittige_zeilen(alle: pl.DataFrame) -> dict[str, set[int]]:
    """For each sender in a conflict the rows of others that count the same persons."""
    strittig: dict[str, set[int]] = {}
    mehrere = alle.filter(pl.col("absender").n_unique().over(ORT) > 1)
    for _, gruppe in mehrere.group_by(ORT):
        zeilen = gruppe.select(ZEILE, "alter_von", "ende", "geschlecht", "absender").rows()
        for (zeile_a, *a, absender_a), (zeile_b, *b, absender_b) in combinations(zeilen, 2):
            if absender_a != absender_b and _ueberschneiden(*a, *b):
                strittig.setdefault(absender_a, set()).add(zeile_b)
                strittig.setdefault(absender_b, set()).add(zeile_a)
    return strittig


def _ueberschneiden(von_a: int, ende_a: int, sex_a: str, von_b: int, ende_b: int, sex_b: str) -> bool:
    return von_a <= ende_b and von_b <= ende_a and (sex_a == sex_b or INSGESAMT in (sex_a, sex_b))


def _pruefe_ueberschneidung(alle: pl.DataFrame, sammler: Sammler) -> bool:
    """Age groups of one place (besides insgesamt) must not overlap; ages and sexes must not be two separate tables."""
    gruppen = (
        alle.filter(~pl.col("voll"))
        .group_by([*ORT, "alter_von", "ende"])
        .agg(pl.col(ZEILE).min())
        .sort([*ORT, "alter_von", "ende"])
        .with_columns(davor=pl.col("ende").shift(1).over(ORT))
        .filter(pl.col("davor") >= pl.col("alter_von"))
    )
    for zeile in gruppen[ZEILE].sort():
        sammler.beanstande(
            "Die Altersgruppe überschneidet sich mit einer anderen desselben Ortes. Erlaubt sind Gruppen, die sich "
            "nicht überschneiden, und daneben „insgesamt“.",
            zeile=zeile,
            spalte="altersgruppe",
        )
    getrennt = (
        _mit_teilen(alle)
        .group_by(ORT)
        .agg(
            nur_alter=(~pl.col("voll") & _ALLE & ~pl.col("hat_geschlechter")).any(),
            nur_geschlecht=(pl.col("voll") & ~_ALLE & ~pl.col("hat_alter")).any(),
            zeile=pl.col(ZEILE).min(),
        )
        .filter(pl.col("nur_alter") & pl.col("nur_geschlecht"))
    )
    for zeile in getrennt[ZEILE].sort():
        sammler.beanstande(
            "Für diesen Ort stehen Altersgruppen und Geschlechter nebeneinander, aber nicht gekreuzt. "
            "Bitte nur eine der beiden Aufgliederungen liefern oder jede Altersgruppe nach Geschlecht.",
            zeile=zeile,
        )
    return gruppen.is_empty() and getrennt.is_empty()


def _mit_teilen(alle: pl.DataFrame) -> pl.DataFrame:
    """Per row: does its age group have rows by sex, its sex rows by age, its place any parts at all."""
    gekreuzt = ~pl.col("voll") & ~_ALLE
    return alle.with_columns(
        hat_geschlechter=gekreuzt.any().over([*ORT, "alter_von", "ende"]),
        hat_alter=gekreuzt.any().over([*ORT, "geschlecht"]),
        hat_teile=(~pl.col("voll") | ~_ALLE).any().over(ORT),
    )


def _ohne_raender(alle: pl.DataFrame, sammler: Sammler, schutz: Quellschutz) -> pl.DataFrame:
    """Take the margins out after comparing each with the sum of the rows that count below it."""
    rand = (
        pl.when(pl.col("voll") & _ALLE)
        .then("hat_teile")
        .when(pl.col("voll"))
        .then("hat_alter")
        .when(_ALLE)
        .then("hat_geschlechter")
        .otherwise(pl.lit(value=False))
    )
    mit_rand = _mit_teilen(alle).with_columns(rand=rand)
    zaehlend = mit_rand.filter(~pl.col("rand"))
    raender = mit_rand.filter("rand", pl.col("anzahl").is_not_null())
    for bedingung, schluessel in (
        (pl.col("voll") & _ALLE, ORT),
        (pl.col("voll") & ~_ALLE, [*ORT, "geschlecht"]),
        (~pl.col("voll") & _ALLE, [*ORT, "alter_von", "ende"]),
    ):
        summen = zaehlend.group_by(schluessel).agg(
            summe=pl.col("anzahl").sum(), luecken=pl.col("anzahl").null_count() > 0, teile=pl.len()
        )
        falsch = raender.filter(bedingung).join(summen, on=schluessel).filter(stimmt_nicht(schutz))
        for zeile in falsch[ZEILE].sort():
            sammler.beanstande(
                "„insgesamt“ stimmt hier nicht mit der Summe der aufgegliederten Zeilen überein. "
                "Bitte die Zahlen prüfen.",
                zeile=zeile,
                spalte="anzahl",
            )
    return zaehlend.select(alle.columns).drop("voll")
