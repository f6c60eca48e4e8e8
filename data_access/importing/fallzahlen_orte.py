"""Herkunft and Leistungsort of a Lieferung of Fallzahlen: known, in the region, one level, margins taken out."""

from typing import Final

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.fallzahlen_raender import ORTSRAND, stimmt_nicht
from data_access.importing.fallzahlen_umfang import KREISWEISE
from data_access.importing.gitter import ZEILE
from data_access.importing.profil import Umstaende
from models.vokabular import INSGESAMT, NICHT_ERHOBEN, Quellschutz

_SPALTEN: Final = ("herkunft", "leistungsort")
_REIHE: Final = ["grundzahl", "stichtag"]


def pruefe_orte(gelesen: pl.DataFrame, umstaende: Umstaende, sammler: Sammler) -> None:
    """Every check of the two place columns that looks at rows one by one or at the series they belong to."""
    for spalte in _SPALTEN:
        _pruefe_register(gelesen, spalte, umstaende, sammler)
        _pruefe_nicht_erhoben(gelesen, spalte, sammler)
        _pruefe_ebenen(gelesen, spalte, umstaende.region_kreis, sammler)
    ohne_ort = gelesen.filter(*(pl.col(s).is_in([NICHT_ERHOBEN, INSGESAMT]) for s in _SPALTEN))
    for zeile in _ohne_gesamt(ohne_ort, gelesen)[ZEILE]:
        sammler.beanstande(
            "Diese Zeile hat weder Herkunft noch Leistungsort. Eines von beiden wird gebraucht. Bitte eintragen.",
            zeile=zeile,
        )
    if umstaende.region_kreis:
        _pruefe_region(gelesen, umstaende.region_kreis, sammler)


def loese_orte_auf(zeilen: pl.DataFrame, sammler: Sammler, schutz: Quellschutz) -> pl.DataFrame:
    """Rows without the margins `insgesamt` in Herkunft and Leistungsort, each margin compared with its parts.

    If a series has no parts in a column at all, its `insgesamt` is the figure and the column becomes "-".
    Margins of counts that came protected stay beside their parts: they are published as they were delivered.
    """
    ergebnis = zeilen
    for spalte in _SPALTEN:
        ergebnis = ergebnis.with_columns(
            aufgegliedert=(~pl.col(spalte).is_in([INSGESAMT, NICHT_ERHOBEN])).any().over(_REIHE)
        )
        allein = (pl.col(spalte) == INSGESAMT) & ~pl.col("aufgegliedert")
        if ergebnis.filter(allein).height:
            sammler.warne(
                f"In der Spalte „{spalte}“ steht nur „insgesamt“. Sie gilt als nicht erhoben („{NICHT_ERHOBEN}“)."
            )
        ergebnis = ergebnis.with_columns(
            pl.when(allein).then(pl.lit(NICHT_ERHOBEN)).otherwise(spalte).alias(spalte)
        ).drop("aufgegliedert")
    zaehlend, raender = ergebnis.filter(~ORTSRAND), ergebnis.filter(ORTSRAND)
    if raender.height:
        _vergleiche(zaehlend, raender, sammler, schutz)
    return zaehlend if schutz == Quellschutz.KEINER else ergebnis


def _pruefe_register(gelesen: pl.DataFrame, spalte: str, umstaende: Umstaende, sammler: Sammler) -> None:
    register = umstaende.register
    fremd = gelesen.filter(
        pl.col(spalte).str.contains(r"^\d{8}$"),
        pl.col(spalte).str.head(5).is_in(sorted(register.kreise)),
        ~pl.col(spalte).is_in(sorted(register.gemeinden - register.aufgeloest)),
    )
    sammler.unbekannt = tuple(sorted({*sammler.unbekannt, *fremd[spalte]}))
    for zeile, ags in fremd.select(ZEILE, spalte).iter_rows():
        ging_auf = register.aenderungen.get(ags)
        sammler.beanstande(
            f"{ging_auf} Bitte den neuen Schlüssel eintragen."
            if ging_auf
            else f"Eine Gemeinde mit diesem Schlüssel gibt es im Kreis {ags[:5]} nicht. Bitte den Schlüssel prüfen; "
            "nach einer Gebietsänderung gilt der neue Schlüssel.",
            zeile=zeile,
            spalte=spalte,
        )


def _pruefe_nicht_erhoben(gelesen: pl.DataFrame, spalte: str, sammler: Sammler) -> None:
    """ "-" stands for a whole series (Grundzahl and Stichtag) or not at all."""
    gemischt = gelesen.with_columns(
        ohne=(pl.col(spalte) == NICHT_ERHOBEN).any().over(_REIHE),
        mit=(pl.col(spalte) != NICHT_ERHOBEN).any().over(_REIHE),
    ).filter(pl.col("ohne") & pl.col("mit") & (pl.col(spalte) == NICHT_ERHOBEN))
    for zeile in gemischt[ZEILE]:
        sammler.beanstande(
            f"„{NICHT_ERHOBEN}“ heißt: {spalte.capitalize()} wurde nicht erhoben. Das gilt für eine Grundzahl und "
            "einen Stichtag ganz oder gar nicht. Ist nur dieser Ort nicht bekannt, bitte „unbekannt“ eintragen.",
            zeile=zeile,
            spalte=spalte,
        )


def _pruefe_ebenen(gelesen: pl.DataFrame, spalte: str, region_kreis: str | None, sammler: Sammler) -> None:
    """The own Kreis by Gemeinden only, unless the Grundzahl stops at the Kreis; any other in one of the two ways."""
    kreisweise = pl.col(spalte).str.contains(r"^\d{5}$")
    mit_kreis = gelesen.filter(pl.col(spalte).str.contains(r"^\d+$")).with_columns(
        kreis=pl.col(spalte).str.head(5), kreisweise=kreisweise
    )
    eigener = (pl.col("kreis") == (region_kreis or "")) & ~pl.col("grundzahl").is_in(KREISWEISE)
    for zeile in mit_kreis.filter("kreisweise", eigener)[ZEILE]:
        sammler.beanstande(
            "Im eigenen Kreis wird die Gemeinde gebraucht (8 Ziffern). "
            "Ist sie nicht bekannt, bitte „unbekannt“ eintragen.",
            zeile=zeile,
            spalte=spalte,
        )
    gemischt = mit_kreis.filter(
        pl.col("kreisweise").n_unique().over([*_REIHE, "kreis"]) > 1,
        "kreisweise",
        pl.col("kreis") != (region_kreis or ""),
    )
    for zeile, kreis in gemischt.select(ZEILE, "kreis").iter_rows():
        sammler.beanstande(
            f"Der Kreis {kreis} steht hier als Ganzes und in anderen Zeilen mit seinen Gemeinden. "
            "Bitte eines von beiden wählen, sonst zählen Personen doppelt.",
            zeile=zeile,
            spalte=spalte,
        )


def _ohne_gesamt(ohne_ort: pl.DataFrame, gelesen: pl.DataFrame) -> pl.DataFrame:
    """Rows without any place that are no grand total (insgesamt x insgesamt) beside rows with places."""
    mit_ort = (
        gelesen.filter(pl.any_horizontal(~pl.col(_SPALTEN).is_in([NICHT_ERHOBEN, INSGESAMT])))
        .select(_REIHE)
        .unique()
        .with_columns(mit_ort=pl.lit(value=True))
    )
    gesamt = ORTSRAND & pl.col("mit_ort").fill_null(value=False)
    return ohne_ort.join(mit_ort, on=_REIHE, how="left").filter(~gesamt).sort(ZEILE)


def _pruefe_region(gelesen: pl.DataFrame, region_kreis: str, sammler: Sammler) -> None:
    beruehrt = pl.any_horizontal(pl.col(_SPALTEN).str.starts_with(region_kreis))
    # A margin "insgesamt" touches the region through its parts.
    for zeile in gelesen.filter(~beruehrt, ~ORTSRAND)[ZEILE]:
        sammler.beanstande(
            f"Weder Herkunft noch Leistungsort liegt im Kreis {region_kreis}. "
            "Bitte die Zeile entfernen oder die Region prüfen.",
            zeile=zeile,
        )


def _vergleiche(zaehlend: pl.DataFrame, raender: pl.DataFrame, sammler: Sammler, schutz: Quellschutz) -> None:
    """Each margin (all its ages and sexes together) against the rows with the same other place."""
    for fest in (["herkunft"], ["leistungsort"], []):
        schluessel = [*_REIHE, *fest]
        lose = [s for s in _SPALTEN if s not in fest]
        soll = (
            raender.filter(*(pl.col(s) == INSGESAMT for s in lose), *(pl.col(s) != INSGESAMT for s in fest))
            .group_by(schluessel)
            .agg(pl.col("anzahl").sum(), zeile=pl.col(ZEILE).min(), leer=pl.col("anzahl").null_count() > 0)
        )
        ist = zaehlend.group_by(schluessel).agg(
            summe=pl.col("anzahl").sum(), luecken=pl.col("anzahl").null_count() > 0, teile=pl.len()
        )
        vergleich = soll.join(ist, on=schluessel, how="left").sort(ZEILE)
        for zeile in vergleich.filter(pl.col("summe").is_null())[ZEILE]:
            sammler.beanstande(
                "Für diesen Ort steht nur „insgesamt“, für andere Orte derselben Grundzahl stehen beide Orte. "
                "Bitte auch hier aufgliedern; was nicht bekannt ist, als „unbekannt“.",
                zeile=zeile,
            )
        falsch = vergleich.filter(~pl.col("leer"), stimmt_nicht(schutz))
        for zeile in falsch[ZEILE]:
            sammler.beanstande(
                "„insgesamt“ stimmt hier nicht mit der Summe der einzelnen Orte überein. Bitte die Zahlen prüfen.",
                zeile=zeile,
                spalte="anzahl",
            )
