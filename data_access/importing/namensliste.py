"""Names of persons in files about Gremien: attendance is a count, so names are refused, with the way to counts.

Nothing of the content is repeated. What is a name: `data_access.importing.personennamen`.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from data_access.importing.gitter import ZEILE, Gitter
from data_access.importing.personenbezug import benennt_person
from data_access.importing.personennamen import ist_person, nennt_person
from data_access.importing.spalten import Kopf, normalisiere_kopf
from models.formate import Format

ZAEHLHILFE: Final = "Zählhilfe"
"""Sheet of the template that counts; the reader never takes data from it."""

SO_WIRD_GEZAEHLT: Final = (
    "Eingelesen wird, wie viele aus jeder Gruppe da waren, nie wer. So geht es: Die Excel-Vorlage „teilnahmen“ hat "
    "ein Blatt „Zählhilfe“. Tragen Sie dort für jede Person nur ihre Gruppe ein, ohne Namen. Excel zählt. "
    "Die Zahlen tragen Sie auf dem ersten Blatt ein; nur dieses wird gelesen."
)
"""The way out, after every refusal."""

STELLEN: Final = frozenset({"organisation", "inhaber", "verantwortlich", "an", "partner", "aliase"})
"""Columns that name offices and institutions, never persons; of organisations also `name`."""

_EINE_STELLE: Final = (
    "Hier stehen Namen von Personen. Erlaubt sind Stellen und Einrichtungen, zum Beispiel „Werkstattrat Altdorf“. "
    "Heißt eine Einrichtung wie ein Mensch, schreiben Sie bitte ihre Art dazu („Haus …“, „Stiftung …“). "
)
_ZEICHEN_EINER_TEILNAHME: Final = re.compile(
    "unterschrift|teilnehm|anwesen|teilnahme|sitzung|entschuldigt|gremium|organisation|institution|funktion|dienststelle"
)
_ZEICHEN_EINER_LEISTUNG: Final = re.compile("geb|aktenz|leistung|wohnort|pflegegrad|hilfeart")


def personen(gitter: Gitter, kopf: Kopf, f: Format) -> Iterator[tuple[str, str]]:
    """What in a table of known form looks like single persons: (column, reason for the user)."""
    for _, text in kopf.fremd:
        if benennt_person(normalisiere_kopf(text), mit_gebiet=False) or "unterschrift" in normalisiere_kopf(text):
            yield (
                text[:60],
                f"Die Spalte „{text[:60]}“ sieht nach Angaben zu einzelnen Personen aus. {SO_WIRD_GEZAEHLT}",
            )
    daten = gitter.zellen.slice(kopf.stelle + 1)
    for s in f.spalten:
        name, ort = s.name, kopf.spalten.get(s.name)
        stelle = name in STELLEN or (f.kind, name) == ("organisationen", "name")
        # Names also end up where a group or a count belongs.
        if ort is None or not (stelle or s.typ in ("wort", "zahl", "ja_nein")):
            continue
        zeilen = [nummer for nummer, text in daten.select(ZEILE, ort).iter_rows() if text and nennt_person(text)]
        if zeilen:
            rat = SO_WIRD_GEZAEHLT if f.kind == "teilnahmen" else "Bitte ersetzen."
            yield name, f"{_stelle(zeilen)}: {_EINE_STELLE}{rat}"


def enthaelt_namen(gitter: Gitter) -> bool:
    """Whether any cell of a sheet is the name of a person."""
    return any(ist_person(text) for ort in gitter.spalten for text in gitter.zellen[ort].drop_nulls())


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
