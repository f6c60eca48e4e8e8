"""Our own format `merkmale`: context figures of public statistics, by area and period."""

from typing import Final

import polars as pl

from data_access.importing.altersgruppen import OFFEN, lies_als_zahl
from data_access.importing.befund import Sammler
from data_access.importing.bevoelkerung import pruefe_gemeinden
from data_access.importing.einwohner import GESCHLECHTER
from data_access.importing.felder import lies_schluessel, lies_werte
from data_access.importing.gelesen import Gelesen, geprueft
from data_access.importing.gitter import ZEILE, Gitter
from data_access.importing.merkmale_pruefung import pruefe_tabelle, summen
from data_access.importing.profil import Datei, Profil, Umstaende
from data_access.importing.schluessel import MIT_LAENDERN
from data_access.importing.spalten import finde_kopf, lies_vorlage, uebersetze, waehle
from data_access.importing.stichtage import ERLAUBT, lies_stichtag
from models.merkmale import MERKMALE
from models.rahmen import Merkmalswerte
from models.vokabular import INSGESAMT, Lieferungsart

SPALTEN: Final = (
    "merkmal",
    "ags",
    "zeitraum_von",
    "zeitraum_bis",
    "auspraegung",
    "altersgruppe",
    "geschlecht",
    "wert",
    "basis",
    "quelle",
)
"""Columns of the format, in their order."""

_ENTBEHRLICH: Final = ("auspraegung", "altersgruppe", "geschlecht", "basis")
"""Columns that may be missing or empty: nothing broken down, no basis named."""

_KENNZEICHEN: Final = ("merkmal", "ags", "wert")
_LAENGSTER_TEXT: Final = 200


def _erkennt(gitter: Gitter) -> bool:
    return finde_kopf(gitter, SPALTEN, _KENNZEICHEN) is not None


def _lies(gitter: Gitter, datei: Datei, umstaende: Umstaende) -> Gelesen:
    sammler = Sammler(PROFIL.id, datei.kodierung)
    rahmen = _rahmen(gitter, datei, umstaende, sammler)
    befund = sammler.befund()
    return Gelesen(
        befund,
        Lieferungsart.MERKMALE,
        quelle="" if rahmen is None else ", ".join(rahmen["quelle"].drop_nulls().unique().sort()),
        merkmale=geprueft(Merkmalswerte, rahmen, befund),
    )


def _rahmen(gitter: Gitter, datei: Datei, umstaende: Umstaende, sammler: Sammler) -> pl.DataFrame | None:
    tabelle = lies_vorlage(gitter, datei, SPALTEN, _KENNZEICHEN, _ENTBEHRLICH, sammler)
    if tabelle is None:
        return None
    gelesen = _spalten(tabelle, gitter, umstaende, sammler)
    tage = gelesen["zeitraum_bis"].drop_nulls().unique().sort()
    sammler.stichtage = tuple(tag.isoformat() for tag in tage)
    _pruefe_angaben(umstaende, sammler)
    if sammler.fehler:
        return gelesen
    pruefe_tabelle(gelesen, sammler)
    pruefe_gemeinden(gelesen.select("ags", ZEILE), umstaende, sammler)
    sammler.summen = summen(gelesen)
    return gelesen.with_columns(alter_bis=pl.when(pl.col("ende") != OFFEN).then("ende")).select(
        Merkmalswerte.column_names()
    )


def _spalten(tabelle: pl.DataFrame, gitter: Gitter, umstaende: Umstaende, sammler: Sammler) -> pl.DataFrame:
    gruppen = uebersetze(tabelle, "altersgruppe", lies_als_zahl, pl.Int32, sammler).fill_null(OFFEN)
    werte = lies_werte(tabelle, "wert", sammler, umstaende, gitter.aus_xlsx)
    von, bis = (
        uebersetze(tabelle, spalte, lies_stichtag, pl.Date, sammler, leer=f"{was} fehlt. {ERLAUBT} {tag}")
        for spalte, was, tag in (
            ("zeitraum_von", "Der Beginn des Zeitraums", "Für einen Stichtag bitte zweimal denselben Tag eintragen."),
            ("zeitraum_bis", "Das Ende des Zeitraums", "Für einen Stichtag bitte zweimal denselben Tag eintragen."),
        )
    )
    return pl.DataFrame(
        {
            ZEILE: tabelle[ZEILE],
            "merkmal": uebersetze(
                tabelle,
                "merkmal",
                waehle({m: m for m in MERKMALE}, "Das Merkmal"),
                pl.String,
                sammler,
                leer=f"Das Merkmal fehlt. Möglich sind: {', '.join(MERKMALE)}.",
            ),
            "ags": lies_schluessel(tabelle, "ags", sammler, umstaende, breiten=MIT_LAENDERN),
            "zeitraum_von": von,
            "zeitraum_bis": bis,
            "auspraegung": _text(tabelle, "auspraegung", sammler, INSGESAMT),
            "alter_von": gruppen // 1000,
            "ende": gruppen % 1000,
            "geschlecht": uebersetze(
                tabelle, "geschlecht", waehle(GESCHLECHTER, "Das Geschlecht"), pl.String, sammler
            ).fill_null(INSGESAMT),
            "wert": werte["wert"],
            "zeichen": werte["zeichen"],
            "basis": _text(tabelle, "basis", sammler, ""),
            "quelle": _text(
                tabelle,
                "quelle",
                sammler,
                leer="Die Quelle fehlt. Bitte die Statistik nennen, aus der die Zahl stammt; ohne Quelle wird keine "
                "Zahl gezeigt.",
            ),
        }
    )


def _text(tabelle: pl.DataFrame, spalte: str, sammler: Sammler, ersatz: str = "", leer: str | None = None) -> pl.Series:
    """A free text; `ersatz` where there is none (unless that is an error, see `leer`)."""
    texte = tabelle[spalte]
    for zeile in tabelle.filter(texte.str.len_chars() > _LAENGSTER_TEXT)[ZEILE]:
        sammler.beanstande(
            f"Dieser Text ist länger als {_LAENGSTER_TEXT} Zeichen. Bitte kürzen.", zeile=zeile, spalte=spalte
        )
    if leer:
        for zeile in tabelle.filter(texte.is_null())[ZEILE]:
            sammler.beanstande(leer, zeile=zeile, spalte=spalte)
    sauber = texte.str.replace_all(r"\s+", " ")
    if ersatz == INSGESAMT:
        sauber = sauber.replace("Insgesamt", INSGESAMT)
    return sauber.fill_null(ersatz)


def _pruefe_angaben(umstaende: Umstaende, sammler: Sammler) -> None:
    """Stichtag and basis of this format stand in the file, row by row."""
    if umstaende.stichtag and sammler.stichtage != (umstaende.stichtag.isoformat(),):
        sammler.beanstande(
            f"Genannt ist der Stichtag {umstaende.stichtag.isoformat()}, in der Datei steht "
            f"{', '.join(sammler.stichtage[:5]) or 'keiner'}. Bitte die Angabe weglassen oder die Datei berichtigen.",
            spalte="zeitraum_bis",
        )
    if umstaende.basis:
        sammler.beanstande(
            "Die Grundlage eines Merkmals steht in der Datei, in der Spalte „basis“. Bitte die Angabe weglassen.",
            spalte="basis",
        )


PROFIL: Final = Profil(
    id="merkmale",
    name="eine Tabelle mit Zahlen zum Umfeld nach der Vorlage „merkmale“",
    art=Lieferungsart.MERKMALE,
    amtlich=False,
    erkennt=_erkennt,
    lies=_lies,
)
