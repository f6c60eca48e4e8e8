"""KIND `grenzen`, changes of territory: a table of old key, new key, reason and day.

Columns as in `daten/referenz/gebietsaenderungen_…csv`, or `alt_ags`, `alt_name`, `neu_ags`, `neu_name`, `art`, `datum`.
"""

import re
from typing import Final

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.gebietsnamen import saeubere
from data_access.importing.gelesen import Gelesen
from data_access.importing.gitter import ZEILE, Gitter
from data_access.importing.profil import Datei, Profil, Umstaende, melde_kaputte_zellen
from data_access.importing.schluessel import lies_gebiet
from data_access.importing.schluessel import saeubere as saeubere_schluessel
from data_access.importing.spalten import normalisiere_kopf, uebersetze
from data_access.importing.stichtage import lies_stichtag
from models.rahmen import Gebietsaenderungen
from models.vokabular import Lieferungsart

_KOPF_SPAETESTENS: Final = 10
_NAMEN: Final = {
    "alt_ags": r"altags|agsalt|ags\d{4}",
    "alt_name": r"altname|namealt|name\d{4}",
    "neu_ags": r"neuags|agsneu|ags\d{4}",
    "neu_name": r"neuname|nameneu|name\d{4}",
    "grund": r"art|grund",
    "datum": r"datum|wirksam.*|gueltigab",
}
"""Our column -> what its header may be called; of two years the first is old, the second new."""

_NOETIG: Final = ("alt_ags", "neu_ags", "datum")


def _finde_kopf(gitter: Gitter) -> tuple[int, dict[str, str]] | None:
    for stelle, (_, zeile) in enumerate(gitter.oben(_KOPF_SPAETESTENS)):
        gefunden: dict[str, str] = {}
        for ort, text in zip(gitter.spalten, zeile, strict=True):
            wort = normalisiere_kopf(text)
            name = next((n for n, muster in _NAMEN.items() if n not in gefunden and re.fullmatch(muster, wort)), None)
            if name:
                gefunden[name] = ort
        if all(n in gefunden for n in _NOETIG):
            return stelle, gefunden
    return None


def _lies(gitter: Gitter, datei: Datei, umstaende: Umstaende) -> Gelesen:
    sammler = Sammler(PROFIL.id, datei.kodierung)
    melde_kaputte_zellen(datei, sammler)
    kopf = _finde_kopf(gitter)
    if kopf is None:
        raise AssertionError("recognised without a header")
    stelle, spalten = kopf
    leer = pl.lit(None, dtype=pl.String)
    tabelle = gitter.zellen.slice(stelle + 1).select(
        ZEILE, *(pl.col(spalten[n]).alias(n) if n in spalten else leer.alias(n) for n in _NAMEN)
    )
    sammler.zeilen = sammler.zellen = tabelle.height
    gelesen = pl.DataFrame(
        {
            ZEILE: tabelle[ZEILE],
            **{
                n: uebersetze(tabelle, n, _lies_schluessel, pl.String, sammler, leer="Der Schlüssel fehlt.")
                for n in ("alt_ags", "neu_ags")
            },
            **{
                n: tabelle[n].fill_null("").map_elements(saeubere, pl.String) for n in ("alt_name", "neu_name", "grund")
            },
            "datum": uebersetze(tabelle, "datum", lies_stichtag, pl.Date, sammler, leer="Der Tag der Änderung fehlt."),
        }
    )
    return _geprueft(gelesen, sammler)


def _lies_schluessel(text: str) -> str:
    return lies_gebiet(saeubere_schluessel(text))


def _geprueft(gelesen: pl.DataFrame, sammler: Sammler) -> Gelesen:
    """Rows that only rename an area are left out: its key stays, and keys are what areas join by."""
    gleich = gelesen.filter(pl.col("alt_ags") == pl.col("neu_ags")).height
    if gleich:
        sammler.warne(f"{gleich} Zeilen ändern nur einen Namen. Sie wurden nicht übernommen: Der Schlüssel bleibt.")
    echte = gelesen.filter(pl.col("alt_ags") != pl.col("neu_ags"))
    ungleich = echte.filter(pl.col("alt_ags").str.len_chars() != pl.col("neu_ags").str.len_chars())
    for zeile, ags in ungleich.select(ZEILE, "alt_ags").iter_rows():
        sammler.beanstande("Alter und neuer Schlüssel gehören zu verschiedenen Ebenen.", zeile=zeile, wert=ags)
    doppelt = echte.filter(pl.struct("alt_ags", "neu_ags", "datum").is_duplicated())
    for zeile, ags in doppelt.select(ZEILE, "alt_ags").iter_rows():
        sammler.beanstande("Diese Änderung steht zweimal in der Tabelle. Bitte eine entfernen.", zeile=zeile, wert=ags)
    if echte.is_empty() and not sammler.fehler:
        sammler.beanstande("In der Tabelle steht keine Gebietsänderung. Bitte die Datei prüfen.")
    tage = echte["datum"].drop_nulls().unique().sort()
    sammler.stichtage = tuple(tag.isoformat() for tag in tage)
    befund = sammler.befund()
    if befund.status != "ok":
        return Gelesen(befund, Lieferungsart.GRENZEN)
    rahmen = Gebietsaenderungen.validate(echte.select(Gebietsaenderungen.column_names()), cast=True)
    return Gelesen(befund, Lieferungsart.GRENZEN, gebietsaenderungen=rahmen)


PROFIL: Final = Profil(
    id="gebietsaenderungen",
    name="eine Tabelle mit Gebietsänderungen",
    art=Lieferungsart.GRENZEN,
    amtlich=True,
    erkennt=lambda gitter: _finde_kopf(gitter) is not None,
    lies=_lies,
)
