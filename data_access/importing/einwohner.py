"""Our own format `einwohner`: population of Gemeinden and Kreise by age group and sex."""

from typing import Final

import polars as pl

from data_access.importing.altersgruppen import OFFEN, lies_als_zahl
from data_access.importing.befund import Sammler
from data_access.importing.bevoelkerung import als_gelesen, bestimme_basis, pruefe_gemeinden
from data_access.importing.einwohner_pruefung import pruefe_tabelle, summen
from data_access.importing.felder import LEER, lies_anzahlen, lies_schluessel, lies_stichtage
from data_access.importing.gelesen import Gelesen
from data_access.importing.gitter import ZEILE, Gitter
from data_access.importing.profil import Datei, Profil, Umstaende
from data_access.importing.spalten import finde_kopf, lies_vorlage, uebersetze, waehle
from models.grundzahlen import EINWOHNER
from models.rahmen import Einwohnerzahlen
from models.vokabular import INSGESAMT, UNBEKANNT, Basis

SPALTEN: Final = ("ags", "stichtag", "altersgruppe", "geschlecht", "anzahl", "basis")
"""Columns of the format, in their order."""

GESCHLECHTER: Final = {
    "m": "m",
    "männlich": "m",
    "w": "w",
    "weiblich": "w",
    "d": "d",
    "divers": "d",
    UNBEKANNT: UNBEKANNT,
    INSGESAMT: INSGESAMT,
}
"""Spellings of the sexes -> the value that is kept."""

_BASEN: Final = tuple(str(b) for b in Basis)


def _erkennt(gitter: Gitter) -> bool:
    return finde_kopf(gitter, (*SPALTEN, "grundzahl"), ("grundzahl",)) is None and any(
        finde_kopf(gitter, SPALTEN, ("ags", "anzahl", weitere)) for weitere in ("stichtag", "altersgruppe")
    )


def _lies(gitter: Gitter, datei: Datei, umstaende: Umstaende) -> Gelesen:
    sammler = Sammler(PROFIL.id, datei.kodierung)
    return als_gelesen(sammler, _rahmen(gitter, datei, umstaende, sammler))


def _rahmen(gitter: Gitter, datei: Datei, umstaende: Umstaende, sammler: Sammler) -> pl.DataFrame | None:
    tabelle = lies_vorlage(gitter, datei, SPALTEN, ("ags", "anzahl"), ("stichtag", "basis"), sammler)
    if tabelle is None:
        return None
    zahlen = lies_anzahlen(tabelle, "anzahl", sammler, umstaende, gitter.aus_xlsx)
    gruppen = uebersetze(
        tabelle,
        "altersgruppe",
        lies_als_zahl,
        pl.Int32,
        sammler,
        leer="Die Altersgruppe fehlt. Ohne Aufgliederung bitte „insgesamt“ eintragen.",
    )
    gelesen = pl.DataFrame(
        {
            ZEILE: tabelle[ZEILE],
            "ags": lies_schluessel(tabelle, "ags", sammler, umstaende),
            "stichtag": lies_stichtage(tabelle, sammler, umstaende),
            "alter_von": gruppen // 1000,
            "ende": gruppen % 1000,
            "geschlecht": uebersetze(
                tabelle,
                "geschlecht",
                waehle(GESCHLECHTER, "Das Geschlecht"),
                pl.String,
                sammler,
                leer="Das Geschlecht fehlt. Ohne Aufgliederung bitte „insgesamt“ eintragen.",
            ),
            "anzahl": zahlen["wert"],
            "basis": _basis(tabelle, sammler, umstaende),
        }
    )
    if sammler.fehler or gelesen.select("stichtag", "basis").null_count().sum_horizontal()[0]:
        return None
    _warne_vor_luecken(sammler)
    pruefe_tabelle(gelesen, umstaende.register, sammler)
    pruefe_gemeinden(gelesen.select("ags", ZEILE), umstaende, sammler)
    sammler.summen = summen(gelesen)
    return (
        gelesen.filter(pl.col("anzahl").is_not_null())
        .with_columns(alter_bis=pl.when(pl.col("ende") != OFFEN).then("ende"))
        .select(Einwohnerzahlen.column_names())
    )


def _basis(tabelle: pl.DataFrame, sammler: Sammler, umstaende: Umstaende) -> pl.Series:
    texte = tabelle["basis"]
    if texte.null_count() == len(texte):
        return pl.Series("basis", [bestimme_basis(sammler, umstaende, None, _BASEN)] * len(texte), dtype=pl.String)
    basen = uebersetze(
        tabelle,
        "basis",
        waehle({b: b for b in _BASEN}, "Die Basis"),
        pl.String,
        sammler,
        leer=f"Die Basis fehlt. Möglich sind: {', '.join(_BASEN)}.",
    )
    verschieden = set(basen.drop_nulls())
    if umstaende.basis and verschieden - {umstaende.basis}:
        sammler.beanstande(
            f"Genannt ist die Basis „{umstaende.basis[:40]}“, in der Datei steht {', '.join(sorted(verschieden))}. "
            "Bitte die Angabe oder die Datei berichtigen.",
            spalte="basis",
        )
    return basen


def _warne_vor_luecken(sammler: Sammler) -> None:
    ohne = sum(n for z, n in sammler.zeichen.items() if z in {LEER, "-", ".", "...", "/", "x", "*"})
    if ohne:
        sammler.warne(
            f"{ohne} Zeilen haben keine Zahl, sondern ein Zeichen oder nichts. Sie gelten als keine Angabe. "
            "Wo wirklich niemand wohnt, bitte 0 eintragen."
        )


PROFIL: Final = Profil(
    id=EINWOHNER,
    name="eine Einwohnertabelle nach der Vorlage „einwohner“",
    art=EINWOHNER,
    amtlich=False,
    erkennt=_erkennt,
    lies=_lies,
)
