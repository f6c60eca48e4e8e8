"""Tables of GENESIS-Online and of the Regionaldatenbank, as CSV or XLSX, also when they were saved again.

Header lines are joined (measure, group, unit); the time stands in the header, in a column or in a row of its own; keys
of 2, 3, 5 and 8 digits and "DG" stand below each other; footnotes follow under a line of underscores.
"""

import re
from dataclasses import replace
from typing import Final

from data_access.importing.befund import Sammler
from data_access.importing.gebietstabellen.aufbau import Aufbau, zerlege
from data_access.importing.gebietstabellen.ergebnis import (
    Angaben,
    als_einwohner,
    als_merkmale,
    fingerabdruck,
    melde_uebersicht,
    quellenangabe,
)
from data_access.importing.gebietstabellen.merkmalswahl import ordne_zu
from data_access.importing.gebietstabellen.pruefung import gebrauchte_gliederung, pruefe_ende, pruefe_zeilen
from data_access.importing.gebietstabellen.werte import Werte, lies_gebietsspalte, lies_werte, lies_zeiten
from data_access.importing.gebietstabellen.worte import Bedeutung, deute, mass_im_titel
from data_access.importing.gebietstabellen.zuordnung import BEVOELKERUNG, finde_statistik
from data_access.importing.gelesen import Gelesen
from data_access.importing.gitter import ZEILE, Gitter
from data_access.importing.profil import Datei, Profil, Umstaende, melde_kaputte_zellen
from models.grundzahlen import EINWOHNER
from models.vokabular import Lieferungsart

_TITELZEILEN: Final = 8
_FUSSZEILE: Final = r"^(?:_{4,}|© Statistische.*)$"
_EINWOHNERMASS = re.compile(r"bevölkerung(?:sstand)?(?:\s*\(.*\))?|einwohner(?:innen und einwohner)?", re.IGNORECASE)


def traegt_kennzeichen(gitter: Gitter) -> bool:
    """Whether something names the table as one of these systems: first line, number, statistic, or the footer."""
    oben = [text for _, zeile in gitter.oben(_TITELZEILEN) for text in zeile if text]
    if any(text.startswith("GENESIS-Tabelle") for text in oben) or finde_statistik([gitter.name, *oben]):
        return True
    return any(gitter.zellen[spalte].str.contains(_FUSSZEILE).any() for spalte in gitter.spalten[:2])


def _lies(gitter: Gitter, datei: Datei, umstaende: Umstaende) -> Gelesen:
    sammler = Sammler(PROFIL.id, datei.kodierung)
    aufbau = zerlege(gitter, auch_laender=True)
    if aufbau is None:
        raise AssertionError("recognised without a structure")
    if not aufbau.kopfzeilen:
        sammler.beanstande(
            "Über den Zahlen fehlen die Überschriften. Bitte die Datei unverändert neu herunterladen.",
            zeile=aufbau.daten[ZEILE][0],
        )
        return Gelesen(sammler.befund(), PROFIL.art)
    aufbau = replace(aufbau, gliederung=gebrauchte_gliederung(aufbau, sammler, mit_festen=True))
    statistik = finde_statistik([*aufbau.titel, gitter.name])
    mass, einheit = mass_im_titel(aufbau.titel)
    angaben = Angaben(
        aufbau.titel, aufbau.fuss, quellenangabe(aufbau.fuss), fingerabdruck(PROFIL.id, _worte(aufbau, gitter))
    )
    werte = _werte(gitter, aufbau, datei, (mass, einheit), sammler, umstaende)
    art = _art(statistik, mass, werte)
    if werte is None:
        return Gelesen(sammler.befund(), art, quelle=angaben.quelle, fingerabdruck=angaben.fingerabdruck)
    melde_uebersicht(werte, sammler)
    if art == EINWOHNER:
        return als_einwohner(werte, angaben, sammler, umstaende)
    return als_merkmale(werte, ordne_zu(werte, statistik, sammler, umstaende), angaben, sammler, umstaende)


def _werte(
    gitter: Gitter,
    aufbau: Aufbau,
    datei: Datei,
    titelmass: tuple[str, str],
    sammler: Sammler,
    umstaende: Umstaende,
) -> Werte | None:
    melde_kaputte_zellen(datei, sammler)
    sammler.zeilen = aufbau.daten.height
    pruefe_zeilen(aufbau, sammler)
    pruefe_ende(aufbau, sammler, umstaende)
    for zeile, _ in aufbau.gesamt:
        sammler.warne(f"Zeile {zeile} ist eine Summe ohne Schlüssel. Sie wurde nicht übernommen.")
    gebiete = lies_gebietsspalte(aufbau, sammler, umstaende)
    zeiten = lies_zeiten(aufbau, sammler, umstaende)
    if zeiten is None or (gebiete["schluessel"].null_count() and not sammler.fehler):
        return None

    def bedeutung(teile: tuple[str, ...], worte: tuple[str, ...]) -> Bedeutung:
        return deute(teile, *titelmass, worte)

    return lies_werte(aufbau, gebiete, zeiten, bedeutung, gitter.aus_xlsx, sammler, umstaende)


def _art(statistik: str, mass: str, werte: Werte | None) -> str:
    """Inhabitants if it is the population update and every measure is the number of inhabitants."""
    masse = {b.mass for b in werte.bedeutungen} if werte else {mass}
    ist_bestand = all(_EINWOHNERMASS.fullmatch(m) for m in masse)
    return EINWOHNER if statistik == BEVOELKERUNG and ist_bestand else str(Lieferungsart.MERKMALE)


def _worte(aufbau: Aufbau, gitter: Gitter) -> list[str]:
    return [*aufbau.titel, gitter.name, *dict.fromkeys(t for s in aufbau.spalten for t in s.teile)]


PROFIL: Final = Profil(
    id="genesis",
    name="eine Tabelle aus GENESIS-Online oder der Regionaldatenbank",
    art=str(Lieferungsart.MERKMALE),
    amtlich=True,
    erkennt=lambda gitter: traegt_kennzeichen(gitter) and zerlege(gitter, auch_laender=True) is not None,
    lies=_lies,
)
