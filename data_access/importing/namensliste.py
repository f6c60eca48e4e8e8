"""Names of persons in files about Gremien: attendance is a count, so names are refused, with the way to counts.

Nothing of the content is repeated. What is a name: `data_access.importing.personennamen`.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import polars as pl

from data_access.importing.gitter import ZEILE, Gitter
from data_access.importing.personenbezug import benennt_person
from data_access.importing.personennamen import genannte, gleicht_namen, ist_person, nennt_person
from data_access.importing.spalten import Kopf, normalisiere_kopf
from models.formate import Format, Spalte

ZAEHLHILFE: Final = "Zählhilfe"
"""Sheet of the template that counts; the reader never takes data from it."""

SO_WIRD_GEZAEHLT: Final = (
    "Eingelesen wird, wie viele aus jeder Gruppe da waren, nie wer. So geht es: Die Excel-Vorlage „teilnahmen“ hat "
    "ein Blatt „Zählhilfe“. Tragen Sie dort für jede Person nur ihre Gruppe ein, ohne Namen. Excel zählt. "
    "Die Zahlen tragen Sie auf dem ersten Blatt ein; nur dieses wird gelesen."
)
"""The way out, after every refusal."""

STELLEN: Final = frozenset({"organisation", "inhaber", "verantwortlich", "an", "partner", "aliase", "stelle"})
"""Columns that name offices and institutions, never persons; of organisations and roles also `name`."""

FREITEXT_NENNT_PERSON: Final = (
    "Im Text scheint der Name einer Person zu stehen. Bitte prüfen und stattdessen die Stelle oder Gruppe nennen. Was "
    "einmal gespeichert ist, bleibt im Verlauf."
)
"""About one name in a free text, which may be meant otherwise: a warning, no refusal."""

_KEINE_LISTE: Final = (
    "Hier stehen Namen von Personen. Erlaubt sind Stellen, Gruppen und Anzahlen („4 aus dem Werkstattrat“). "
)
_NAMEN_VON_STELLEN: Final = frozenset({("organisationen", "name"), ("rollen", "name")})
_EINE_STELLE: Final = (
    "Hier stehen Namen von Personen oder wie sie zu erreichen sind. Erlaubt sind Stellen und Einrichtungen, zum "
    "Beispiel „Werkstattrat Altdorf“. "
    "Heißt eine Einrichtung wie ein Mensch, schreiben Sie bitte ihre Art dazu („Haus …“, „Stiftung …“). "
)
_ZEICHEN_EINER_TEILNAHME: Final = re.compile(
    "unterschrift|teilnehm|anwesen|teilnahme|sitzung|entschuldigt|gremium|organisation|institution|funktion|"
    "dienststelle|mitglied|^anrede$|^tn"
)
_ZEICHEN_EINER_LEISTUNG: Final = re.compile("geb|aktenz|leistung(?!serbringer)|wohnort|pflegegrad|hilfeart")


def personen(gitter: Gitter, kopf: Kopf, f: Format) -> Iterator[tuple[str, str]]:
    """What in a table of known form looks like single persons: (column, reason for the user)."""
    for _, text in kopf.fremd:
        if benennt_person(normalisiere_kopf(text), mit_gebiet=False) or "unterschrift" in normalisiere_kopf(text):
            yield (
                text[:60],
                f"Die Spalte „{text[:60]}“ sieht nach Angaben zu einzelnen Personen aus. {SO_WIRD_GEZAEHLT}",
            )
    darueber = gitter.zellen.head(kopf.stelle)
    if any(nennt_person(text) for ort in gitter.spalten for text in darueber[ort].drop_nulls()):
        yield "", f"Über der Kopfzeile stehen Namen von Personen. Bitte löschen. {SO_WIRD_GEZAEHLT}"
    daten = gitter.zellen.slice(kopf.stelle + 1)
    for s in f.spalten:
        ort = kopf.spalten.get(s.name)
        if ort is None or s.typ == "tag":
            continue
        zeilen = zeilen_mit_namen(daten.select(ZEILE, ort), s, f.kind)
        if zeilen:
            frei = ist_freitext(s, f.kind)
            satz = _KEINE_LISTE if frei else _EINE_STELLE
            rat = SO_WIRD_GEZAEHLT if f.kind == "teilnahmen" else "Bitte ersetzen."
            yield s.name, f"{_stelle(zeilen)}: {satz}{rat}"


def zeilen_mit_namen(zellen: pl.DataFrame, s: Spalte, kind: str) -> list[int]:
    """Rows of a column (`zellen`: row, text) with names that are refused; of a free text only a list of names is."""
    paare = [(nummer, text) for nummer, text in zellen.iter_rows() if text]
    if ist_freitext(s, kind):
        return [
            nummer
            for nummer, text in paare
            if genannte(text) > 1 or (ist_person(text) and text.split()[-1][0].isupper())
        ]
    if s.typ == "kuerzel":
        paare = [(nummer, re.sub("[-_.]", " ", text)) for nummer, text in paare]
    elif gleicht_namen([text for _, text in paare], mindestens=2):
        return [nummer for nummer, _ in paare]
    return [nummer for nummer, text in paare if nennt_person(text)]


def ist_freitext(s: Spalte, kind: str) -> bool:
    """Whether a column holds sentences, in which a name may be meant otherwise: there one name is only pointed out."""
    return s.typ == "text" and s.name not in STELLEN and (kind, s.name) not in _NAMEN_VON_STELLEN


def hinweise(tabelle: pl.DataFrame, spalten: Iterable[Spalte], kind: str) -> Iterator[str]:
    """What is said of free texts that seem to name a person, before the file is taken over."""
    for s in (s for s in spalten if ist_freitext(s, kind)):
        zeilen = [nummer for nummer, text in tabelle.select(ZEILE, s.name).iter_rows() if text and genannte(text)]
        if zeilen:
            yield f"{_stelle(zeilen)}, Spalte „{s.name}“: {FREITEXT_NENNT_PERSON}"


def enthaelt_namen(gitter: Gitter) -> bool:
    """Whether any cell of a sheet names a person, or a column is like a list of names."""
    spalten = [gitter.zellen[ort].drop_nulls().to_list() for ort in gitter.spalten]
    return any(any(map(nennt_person, texte)) or gleicht_namen(texte, mindestens=3) for texte in spalten)


def gleicht_teilnahmeliste(gitter: Gitter) -> bool:
    """Whether the first rows speak of a meeting and who came, not of people who receive help."""
    worte = [normalisiere_kopf(text) for _, zeile in gitter.oben(30) for text in zeile if text]
    return _eines(_ZEICHEN_EINER_TEILNAHME, worte) and not _eines(_ZEICHEN_EINER_LEISTUNG, worte)


def _stelle(zeilen: list[int]) -> str:
    genannt = ", ".join(map(str, zeilen[:5]))
    weitere = f" und {len(zeilen) - 5} weitere" if len(zeilen) > 5 else ""
    return f"{'Zeile' if len(zeilen) == 1 else 'Zeilen'} {genannt}{weitere}"


def _eines(muster: re.Pattern[str], worte: Iterable[str]) -> bool:
    return any(muster.search(wort) for wort in worte)
