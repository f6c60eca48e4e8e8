"""The way in: bytes of a file in, a finding and a typed frame out. Whatever the bytes are, it ends with a finding."""

import logging
import traceback
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Final

from data_access.importing import grenzen, pakete
from data_access.importing.arbeitsmappe import lies_arbeitsmappe
from data_access.importing.befund import Fehler, Sammler
from data_access.importing.dateiart import ist_zip, warum_nicht
from data_access.importing.gelesen import Gelesen, Register
from data_access.importing.geodatei import ist_geodatei
from data_access.importing.gitter import TRENNZEICHEN, Gitter, angegebenes_trennzeichen, csv_gitter
from data_access.importing.kodierung import AUSWAHL, KodierungUnklar, entschluessle
from data_access.importing.mangel import NichtLesbar
from data_access.importing.namensliste import (
    SO_WIRD_GEZAEHLT,
    ZAEHLHILFE,
    enthaelt_namen,
    gleicht_teilnahmeliste,
)
from data_access.importing.personenbezug import ZAEHLEN, personenspalten
from data_access.importing.personennamen import nennt_person
from data_access.importing.profil import Datei, Profil, Umstaende
from data_access.importing.profile import FREI, PROFILE
from data_access.importing.vorlagen import HINWEISBLATT
from data_access.paket import ist_paket
from models.gremienformate import FORMATE

__all__ = ["MAX_BYTES", "UNBEKANNT", "Gelesen", "Register", "lies", "pruefe_art"]

MAX_BYTES: Final = 25 * 1024 * 1024
"""Larger files are refused before anything of them is read."""

UNBEKANNT: Final = "unbekannt"
"""Profile of a file that is none of the known kinds."""

NEBENBLAETTER: Final = (HINWEISBLATT, ZAEHLHILFE)
"""Sheets of the templates without data."""

_KOPFPROBE: Final = 40
_log = logging.getLogger(__name__)
_KEINE_ANTWORTEN: Final[Mapping[str, str]] = MappingProxyType({})

_ARTEN_FREIER_TABELLEN: Final = ("einwohner", "merkmale")
"""What a free table can be, as long as its columns are not chosen."""

_KEINE_ART: Final = {
    "einwohner": "keine Tabelle mit Einwohnerzahlen",
    "fallzahlen": "keine Lieferung von Fallzahlen",
    "planungsraeume": "keine Einteilung in Planungsräume",
    "merkmale": "keine Tabelle mit Zahlen zum Umfeld",
    "eckwerte": "keine Tabelle mit öffentlichen Eckwerten",
    "grenzen": "keine Datei mit Grenzen oder Gebietsänderungen",
    "wuerfel": "kein Paket geschützter Zahlen",
}


def lies(
    inhalt: bytes,
    dateiname: str,
    register: Register,
    *,
    antworten: Mapping[str, str] = _KEINE_ANTWORTEN,
    stichtag: date | None = None,
    basis: str | None = None,
    region_kreis: str | None = None,
    art: str = "",
) -> Gelesen:
    """Read a file. Never raises for what is in it: what cannot be read is a finding "abgelehnt" with the reason.

    `antworten`: key of an earlier question -> answer. `stichtag`, `basis`: what the caller states about the file.
    `region_kreis`: 5-digit AGS; Fallzahlen must touch it. `art`: the KIND asked for, if one is: its sheet of a workbook
    is taken, and a refusal says what to do for it.
    """
    umstaende = Umstaende(register, antworten, stichtag, basis, region_kreis, art)
    try:
        gelesen = _lies(inhalt, umstaende)
    except NichtLesbar as grund:
        gelesen = _abgelehnt(str(grund))
    # A panic of the Rust libraries is no Exception; letting it through would end the worker.
    except BaseException as fehler:
        if isinstance(fehler, KeyboardInterrupt | SystemExit | GeneratorExit):
            raise
        _melde(fehler)
        gelesen = _abgelehnt(
            "Die Datei konnte nicht gelesen werden; das liegt an ihrem Aufbau. Es wurde nichts übernommen. "
            "Bitte die Zahlen in eine Vorlage übertragen oder die Datei neu speichern."
        )
    return _mit_hinweis_auf_namen(gelesen, dateiname)


def pruefe_art(gelesen: Gelesen, kind: str) -> Gelesen:
    """The reading, refused if the file is of another KIND than asked for; the reason names what it is.

    An empty `kind` takes whatever it is.
    """
    namen = {p.id: p.name for p in PROFILE} | {m.PROFIL: m.NAME for m in (grenzen, pakete)}
    profil = namen.get(gelesen.befund.profil)
    offen = gelesen.art is None and kind in _ARTEN_FREIER_TABELLEN and gelesen.befund.profil == FREI
    if profil is None or kind in ("", gelesen.art) or offen:
        return gelesen
    keine = _KEINE_ART.get(kind, f"keine Datei der Art „{kind[:40]}“")
    grund = (
        f"Das ist {profil}, {keine}. Bitte die Datei mit der Art „{gelesen.art}“ einlesen "
        "oder die richtige Datei wählen."
    )
    befund = replace(
        gelesen.befund, status="abgelehnt", fehler=(Fehler(None, None, None, grund), *gelesen.befund.fehler), fragen=()
    )
    return gelesen.abgelehnt(befund)


def _lies(inhalt: bytes, umstaende: Umstaende) -> Gelesen:
    if len(inhalt) > MAX_BYTES:
        raise NichtLesbar(
            f"Die Datei ist größer als {MAX_BYTES // 1024 // 1024} MB. "
            "Bitte nur die Tabelle mit den Zahlen liefern oder die Datei teilen."
        )
    if ist_paket(inhalt):
        return pakete.lies_paket(inhalt)
    if ist_geodatei(inhalt):
        return grenzen.lies_grenzen(inhalt, umstaende)
    grund = warum_nicht(inhalt)
    if grund:
        raise NichtLesbar(grund)
    if ist_zip(inhalt):
        mappe = lies_arbeitsmappe(inhalt)
        return _lies_blaetter(Datei(mappe.blaetter, "xlsx", mappe.fehlerzellen, mappe.ohne_ergebnis), umstaende)
    return _lies_text(inhalt, umstaende)


def _lies_text(inhalt: bytes, umstaende: Umstaende) -> Gelesen:
    frage = Sammler(UNBEKANNT, "cp1252")
    genannt = umstaende.antworten.get("kodierung")
    try:
        text, kodierung = entschluessle(inhalt, genannt if genannt in AUSWAHL else None)
    except KodierungUnklar:
        umstaende.antwort(
            frage,
            "kodierung",
            "Umlaute in der Datei sehen falsch aus. Mit welcher Kodierung ist sie geschrieben?",
            AUSWAHL,
        )
        return Gelesen(frage.befund())
    angegeben, text = angegebenes_trennzeichen(text)
    if angegeben:
        trenner: str | None = angegeben
    else:
        frage.kodierung = kodierung
        trenner = _trennzeichen(text, frage, umstaende)
    if trenner is None:
        return Gelesen(frage.befund())
    return _lies_blaetter(Datei((csv_gitter(text, trenner),), kodierung), umstaende)


def _trennzeichen(text: str, frage: Sammler, umstaende: Umstaende) -> str | None:
    """The separator with which the head of the text is a known table; of an unknown table the most frequent one."""
    profile = {name: _passendes(csv_gitter(text, zeichen, _KOPFPROBE)) for name, zeichen in TRENNZEICHEN.items()}
    passend = [name for name, profil in profile.items() if profil and profil.id != FREI]
    passend = passend or [name for name, profil in profile.items() if profil]
    if not passend:
        return max(TRENNZEICHEN.values(), key=lambda zeichen: text.count(zeichen))
    if len(passend) == 1:
        return TRENNZEICHEN[passend[0]]
    antwort = umstaende.antwort(
        frage, "trennzeichen", "Welches Zeichen trennt in dieser Datei die Spalten?", tuple(passend)
    )
    return TRENNZEICHEN[antwort] if antwort else None


def _passendes(blatt: Gitter) -> Profil | None:
    return next((profil for profil in PROFILE if profil.erkennt(blatt)), None)


def _lies_blaetter(datei: Datei, umstaende: Umstaende) -> Gelesen:
    passende = {
        blatt.name: (blatt, profil)
        for blatt in datei.blaetter
        if (blatt.name not in NEBENBLAETTER or len(datei.blaetter) == 1) and (profil := _passendes(blatt))
    }
    bekannte = {name: paar for name, paar in passende.items() if paar[1].id != FREI}
    passende = bekannte or passende
    sammler = Sammler(UNBEKANNT, datei.kodierung)
    if not any(profil.amtlich for _, profil in passende.values()):
        _suche_personen(datei, {name: profil for name, (_, profil) in bekannte.items()}, umstaende.art, sammler)
    if sammler.fehler:
        return Gelesen(sammler.befund())
    if not passende:
        um_teilnahme = umstaende.art == "teilnahmen" or any(map(gleicht_teilnahmeliste, datei.blaetter))
        weg = f" Ist es eine Liste von Teilnehmenden? {SO_WIRD_GEZAEHLT}" if um_teilnahme else ""
        return _abgelehnt(f"{_keine_bekannte_form()}{weg}", datei.kodierung)
    gewollt = [name for name, (_, profil) in passende.items() if profil.art == umstaende.art]
    name: str | None = next(iter(gewollt or passende))
    if len(passende) > 1 and len(gewollt) != 1:
        name = umstaende.antwort(
            sammler,
            "blatt",
            "Mehrere Blätter haben eine Tabelle, die gelesen werden kann. Welches gilt?",
            tuple(passende),
        )
    if name is None:
        return Gelesen(sammler.befund())
    blatt, profil = passende[name]
    return profil.lies(blatt, datei, umstaende)


def _suche_personen(datei: Datei, bekannte: Mapping[str, Profil], art: str, sammler: Sammler) -> None:
    """Note every column of every sheet that looks like single persons, with the way to make counts of it."""
    gremien = art in FORMATE or any(profil.art in FORMATE for profil in bekannte.values())
    for blatt in datei.blaetter:
        profil = bekannte.get(blatt.name)
        um_teilnahme = gremien or (profil is None and gleicht_teilnahmeliste(blatt))
        if profil is not None and profil.personen is not None:
            gefunden = tuple(profil.personen(blatt))
        else:
            gefunden = personenspalten(
                blatt,
                mit_inhalt=profil is None,
                rat=SO_WIRD_GEZAEHLT if um_teilnahme else ZAEHLEN,
                # The explanations of a template of Gremien speak of columns called "name".
                mit_kopf=not (gremien and blatt.name == HINWEISBLATT),
            )
            if not gefunden and um_teilnahme and blatt.name != HINWEISBLATT and enthaelt_namen(blatt):
                gefunden = (("", f"In der Datei stehen Namen von Personen. {SO_WIRD_GEZAEHLT}"),)
        if not gefunden and um_teilnahme and nennt_person(blatt.name):
            gefunden = (("", f"Ein Blatt der Datei heißt wie eine Person. Bitte umbenennen. {SO_WIRD_GEZAEHLT}"),)
        for spalte, grund in gefunden:
            # The way out is said once.
            gesagt = any(SO_WIRD_GEZAEHLT in fehler.grund for fehler in sammler.fehler)
            kurz = grund.replace(SO_WIRD_GEZAEHLT, "").strip() if gesagt else grund
            sammler.beanstande(kurz, spalte=spalte or None)


def _keine_bekannte_form() -> str:
    namen = "; ".join(
        (*(profil.name for profil in PROFILE if profil.art not in FORMATE), "Angaben zu Gremien nach unseren Vorlagen")
    )
    return (
        f"Diese Tabelle hat keine bekannte Form. Gelesen werden: {namen}. "
        "Bitte die Zahlen in eine der Vorlagen übertragen (CSV oder XLSX)."
    )


def _abgelehnt(grund: str, kodierung: str = "") -> Gelesen:
    sammler = Sammler(UNBEKANNT, kodierung)
    sammler.beanstande(grund)
    return Gelesen(sammler.befund())


def _melde(fehler: BaseException) -> None:
    """Log where an unforeseen error came from, without its message: that could repeat cells of the file."""
    orte = [f"{ort.filename}:{ort.lineno}" for ort in traceback.extract_tb(fehler.__traceback__)[-3:]]
    _log.error("Lesen abgebrochen: %s (%s)", type(fehler).__name__, " < ".join(reversed(orte)))


def _mit_hinweis_auf_namen(gelesen: Gelesen, dateiname: str) -> Gelesen:
    """Say so if a text file is named like a workbook: spreadsheets open such files with a warning of their own."""
    als_mappe = dateiname.lower().endswith((".xls", ".xlsx"))
    if not als_mappe or gelesen.befund.kodierung in ("", "xlsx"):
        return gelesen
    hinweis = "Die Datei heißt wie eine Excel-Datei, ist aber eine Texttabelle. Sie wurde als Text gelesen."
    return replace(gelesen, befund=replace(gelesen.befund, warnungen=(*gelesen.befund.warnungen, hinweis)))
