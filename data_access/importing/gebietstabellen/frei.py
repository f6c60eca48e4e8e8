"""Free tables: somebody's own spreadsheet with keys of areas and columns of figures. What it means is asked.

Asked are: what every column of figures is, for when, from whom, and for inhabitants on which base. Columns that are
not chosen are not read. What is left out (total rows, columns of text) is named.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import polars as pl

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
from data_access.importing.gebietstabellen.merkmalswahl import NICHT, Zuordnung, auswahl_fuer, frageschluessel
from data_access.importing.gebietstabellen.pruefung import gebrauchte_gliederung, pruefe_zeilen
from data_access.importing.gebietstabellen.werte import Werte, lies_gebietsspalte, lies_werte, lies_zeiten
from data_access.importing.gebietstabellen.worte import (
    Bedeutung,
    deute,
    ist_gesamt,
    lies_geschlecht,
    mass_im_titel,
)
from data_access.importing.gelesen import Gelesen
from data_access.importing.gitter import Gitter
from data_access.importing.profil import Datei, Profil, Umstaende, melde_kaputte_zellen
from data_access.importing.spalten import normalisiere_kopf
from data_access.importing.zellen import bedeutung_des_punkts, lies_anzahl
from models.grundzahlen import EINWOHNER
from models.vokabular import Basis, Lieferungsart

ID: Final = "frei"
"""Profile of free tables."""

_EIGENE_FORMATE: Final = frozenset({"herkunft", "leistungsort", "grundzahl", "merkmal", "einteilung", "planungsraum"})
"""Headers of our own templates: such a file with a mistake in its header must not be read as something else."""

_KOPF_SPAETESTENS: Final = 30
_LAENGSTE_QUELLE: Final = 200
_QUOTE = re.compile(r"%|\bprozent|anteil|quote|\bje 1\.?000|\brate\b|durchschnitt", re.IGNORECASE)


def _erkennt(gitter: Gitter) -> bool:
    koepfe = {normalisiere_kopf(t) for _, zeile in gitter.oben(_KOPF_SPAETESTENS) for t in zeile if t}
    if koepfe & _EIGENE_FORMATE:
        return False
    aufbau = zerlege(gitter, auch_laender=False)
    return aufbau is not None and aufbau.kopfzeilen > 0


def _lies(gitter: Gitter, datei: Datei, umstaende: Umstaende) -> Gelesen:
    sammler = Sammler(ID, datei.kodierung)
    aufbau = zerlege(gitter, auch_laender=False)
    if aufbau is None:
        raise AssertionError("recognised without a structure")
    melde_kaputte_zellen(datei, sammler)
    sammler.zeilen = aufbau.daten.height
    pruefe_zeilen(aufbau, sammler)
    aufbau = replace(aufbau, gliederung=gebrauchte_gliederung(aufbau, sammler))
    titelmass = mass_im_titel(aufbau.titel)
    abdruck = fingerabdruck(ID, [*aufbau.titel, *(t for s in aufbau.spalten for t in s.teile), *aufbau.gliederung])

    def bedeutung(teile: tuple[str, ...], worte: tuple[str, ...]) -> Bedeutung:
        gelesen = deute(_mit_geschlecht(teile), *titelmass, worte)
        ist_quote = _QUOTE.search(" ".join(teile)) and gelesen.zaehlt
        return replace(gelesen, einheit="%") if ist_quote else gelesen

    wahl = [_frage_spalte(bedeutung(s.teile, ()), sammler, umstaende) for s in aufbau.spalten]
    arten = {EINWOHNER if w == EINWOHNER else str(Lieferungsart.MERKMALE) for w in wahl if w not in (None, NICHT)}
    if len(arten) > 1:
        sammler.beanstande(
            "Einwohner und Merkmale können nicht zusammen übernommen werden. Bitte die Datei zweimal einlesen und "
            "jeweils die anderen Spalten mit „nicht_uebernehmen“ beantworten."
        )
    elif not arten and None not in wahl:
        sammler.beanstande("Von dieser Tabelle wird nichts übernommen. Bitte mindestens eine Spalte zuordnen.")
    gebiete = lies_gebietsspalte(aufbau, sammler, umstaende)
    zeiten = lies_zeiten(aufbau, sammler, umstaende)
    quelle = _quelle(aufbau, sammler, umstaende)
    gewaehlt = [i for i, w in enumerate(wahl) if w not in (None, NICHT)]
    if not gewaehlt or zeiten is None or sammler.fehler or gebiete["schluessel"].null_count():
        return Gelesen(sammler.befund(), next(iter(arten)) if len(arten) == 1 else None, fingerabdruck=abdruck)
    for i in range(len(wahl)):
        if wahl[i] == NICHT:
            sammler.warne(f"Die Spalte „{' · '.join(aufbau.spalten[i].teile)[:80]}“ wurde nicht übernommen.")
    nur = replace(aufbau, spalten=tuple(aufbau.spalten[i] for i in gewaehlt))
    werte = lies_werte(nur, gebiete, [zeiten[i] for i in gewaehlt], bedeutung, gitter.aus_xlsx, sammler, umstaende)
    angaben = Angaben(aufbau.titel, aufbau.fuss, quelle, abdruck, tuple(str(b) for b in Basis))
    if werte is None:
        return Gelesen(sammler.befund(), next(iter(arten)), quelle=quelle, fingerabdruck=abdruck)
    melde_uebersicht(werte, sammler)
    _melde_summenzeilen(nur, werte, gitter.aus_xlsx, sammler)
    if arten == {EINWOHNER}:
        return als_einwohner(werte, angaben, sammler, umstaende)
    merkmale = {_frageschluessel(bedeutung(s.teile, ())): w for s, w in zip(aufbau.spalten, wahl, strict=True) if w}
    ziele = {
        nummer: (merkmal, b.auspraegung, quelle)
        for nummer, b in enumerate(werte.bedeutungen)
        if (merkmal := merkmale.get(_frageschluessel(b)))
    }
    return als_merkmale(werte, Zuordnung(ziele), angaben, sammler, umstaende)


def _frageschluessel(bedeutung: Bedeutung) -> str:
    return frageschluessel("spalte", bedeutung.mass)


def _frage_spalte(bedeutung: Bedeutung, sammler: Sammler, umstaende: Umstaende) -> str | None:
    merkmale = auswahl_fuer(bedeutung)
    return umstaende.antwort(
        sammler,
        _frageschluessel(bedeutung),
        f"Was zählt die Spalte „{bedeutung.mass[:80] or 'ohne Überschrift'}“?",
        (EINWOHNER, *merkmale) if bedeutung.zaehlt else merkmale,
    )


def _mit_geschlecht(teile: Sequence[str]) -> tuple[str, ...]:
    """Header parts with a sex or total at the end of a part ("Einwohner weiblich") as a part of its own."""
    ergebnis: list[str] = []
    for teil in teile:
        worte = teil.replace(",", " ").replace("(", " ").replace(")", " ").split()
        if len(worte) > 1 and (lies_geschlecht(worte[-1]) or ist_gesamt(worte[-1])):
            ergebnis += [" ".join(worte[:-1]), worte[-1]]
        else:
            ergebnis.append(teil)
    return tuple(ergebnis)


def _quelle(aufbau: Aufbau, sammler: Sammler, umstaende: Umstaende) -> str:
    quelle = quellenangabe(aufbau.fuss)
    if quelle:
        return quelle
    antwort = umstaende.antwort(sammler, "quelle", "Woher stammen die Zahlen (Stelle und Statistik)?", ())
    return (antwort or "")[:_LAENGSTE_QUELLE]


def _melde_summenzeilen(aufbau: Aufbau, werte: Werte, aus_xlsx: bool, sammler: Sammler) -> None:
    """Total rows are never taken over; each is compared with the sum of the Gemeinden, or else of the Kreise."""
    ebenen = set(werte.lang["ebene"])
    feinste = next((e for e in ("gemeinde", "kreis") if e in ebenen), "land")
    laenge = aufbau.daten.height
    for zeile, zellen in aufbau.gesamt:
        abweichend = []
        for nummer, spalte in enumerate(aufbau.spalten):
            texte = aufbau.daten[spalte.ort].drop_nulls().to_list()
            text = zellen[spalte.ort]
            teil = werte.lang.slice(nummer * laenge, laenge).filter(pl.col("ebene") == feinste)["wert"]
            if text is None or teil.null_count():
                continue
            try:
                soll = lies_anzahl(text, bedeutung_des_punkts([*texte, text], aus_xlsx)).wert
            except ValueError:
                soll = None
            if soll is not None and soll != teil.sum():
                abweichend.append(f"{text} statt {teil.sum():.0f}")
        sammler.warne(
            f"Zeile {zeile} ist eine Summe und wurde nicht übernommen."
            + (f" Sie weicht von der Summe der Zeilen ab: {', '.join(abweichend[:5])}." if abweichend else "")
        )


PROFIL: Final = Profil(
    id=ID,
    name="eine freie Tabelle mit Schlüsseln von Gemeinden oder Kreisen und Spalten mit Zahlen",
    art=str(Lieferungsart.MERKMALE),
    amtlich=False,
    erkennt=_erkennt,
    lies=_lies,
)
