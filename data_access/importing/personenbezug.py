"""Does a table hold single persons? Then it is refused: planning needs counts, not records (§ 67c SGB X).

Looked at are the headers, and in a table of no known form also the cells: days of birth and names of persons.
Nothing of the content is repeated, only which column it is.
"""

import re
from typing import Final

import polars as pl

from data_access.importing.gitter import Gitter
from data_access.importing.personennamen import hat_vornamen
from data_access.importing.spalten import normalisiere_kopf
from data_access.importing.stichtage import lies_geschriebenen_tag

_KOPF_SPAETESTENS: Final = 30
_LAENGSTER_KOPF: Final = 40
_MINDESTENS: Final = 3
_PROBE: Final = 500
_ANTEIL: Final = 0.6

_ENTHAELT = re.compile(
    "vorname|nachname|familienname|geburtsname|rufname|namensliste|"
    "geburtsdat|geburtstag|gebdatum|geborenam|"
    "aktenzeichen|aktennummer|aktennr|fallnummer|fallnr|personennummer|personennr|klientennummer|klientennr|"
    "versicherungsnummer|versicherungsnr|versichertennummer|versichertennr|krankenkassennummer|"
    "steuerid|steuernummer|ausweisnummer|kundennummer|kundennr|"
    "anschrift|wohnadresse|postadresse|hausnummer|hausnr|^strasse|telefon|mobilnummer|mailadresse|"
    "^(?:vollstaendiger)?namen?(?:de[rs])?(?:person|klient|leistungsberecht|betroffen|kind|bewohner|mensch)|"
    "^(?:person|klient|leistungsberecht|bewohner|kind)[a-z]*name$"
)
"""Parts of a header (in bare form) that name a person or where to find her."""

_WORTE: Final = frozenset(
    ("geb", "gebdat", "az", "aktenz", "adresse", "str", "svnr", "rvnr", "kvnr", "email", "mail", "handy", "iban")
    + ("klient", "klientin", "patient", "patientin", "bewohnerin", "leistungsberechtigter", "personid")
)
"""Whole headers that do so."""

_NAME: Final = frozenset({"name", "namen"})
_GEBIETSSCHLUESSEL: Final = frozenset(
    {"ags", "ars", "rs", "kreisags", "schluessel", "gemeindeschluessel", "amtlichergemeindeschluessel"}
    | {"kreisschluessel", "regionalschluessel", "amtlicherregionalschluessel", "kennziffer", "gemeindekennziffer"}
    | {"kreiskennziffer", "gkz", "gemeindenummer", "kreisnummer"}
)
"""Beside one of these, "Name" is the name of an area."""

_STICHTAGE: Final = frozenset(
    {(3, 31), (6, 30), (9, 30), (12, 31), (1, 1), (4, 1), (7, 1), (10, 1), (12, 1), (5, 15), (5, 9), (4, 30)}
)
"""Days (month, day) on which statistics are usually taken."""

ZAEHLEN: Final = (
    "Eingelesen werden nur Anzahlen. Bitte aus den Einträgen Summen bilden (je Stichtag, Herkunft, Leistungsort, "
    "Altersgruppe und Geschlecht) und diese mit der Vorlage „fallzahlen“ liefern."
)


def personenspalten(
    gitter: Gitter, mit_inhalt: bool, rat: str = ZAEHLEN, mit_kopf: bool = True
) -> tuple[tuple[str, str], ...]:
    """Columns that look like data of persons: (name of the column, reason for the user).

    `mit_inhalt`: look at the cells too, for tables of no known form. `mit_kopf`: look for headers. `rat`: how to make
    counts of it.
    """
    gefunden: dict[str, str] = {}
    for kopfzeile in _kopfzeilen(gitter) if mit_kopf else ():
        mit_gebiet = any(normalisiere_kopf(text) in _GEBIETSSCHLUESSEL for text in kopfzeile)
        for name in (text[:60] for text in kopfzeile if benennt_person(normalisiere_kopf(text), mit_gebiet)):
            gefunden[name] = f"Die Spalte „{name}“ sieht nach Angaben zu einzelnen Personen aus. {rat}"
    if mit_inhalt and not gefunden:
        for spalte in gitter.spalten:
            was = _inhalt(gitter.zellen[spalte])
            if was:
                name = f"Spalte {int(spalte) + 1}"
                gefunden[name] = f"Die {name} sieht nach {was} aus. {rat}"
    return tuple(gefunden.items())


def gleicht_geburtsdaten(spalte: pl.Series) -> bool:
    """Whether most texts of a column are days of birth: many different days of several years, few usual Stichtage."""
    texte = spalte.drop_nulls().head(_PROBE).to_list()
    tage = [tag for text in texte if (tag := lies_geschriebenen_tag(text))]
    if len(tage) < max(_MINDESTENS, _ANTEIL * len(texte)):
        return False
    uebliche = sum((tag.month, tag.day) in _STICHTAGE for tag in tage)
    return len(set(tage)) >= _ANTEIL * len(tage) and uebliche <= len(tage) / 2 and len({t.year for t in tage}) > 1


def _kopfzeilen(gitter: Gitter) -> list[list[str]]:
    """Rows of several words without a figure or date: rows of data nearly always have one."""
    zeilen = [[text for text in zeile if text] for _, zeile in gitter.oben(_KOPF_SPAETESTENS)]
    return [zeile for zeile in zeilen if len(zeile) > 1 and not any(text[0].isdigit() for text in zeile)]


def benennt_person(kopf: str, mit_gebiet: bool) -> bool:
    """Whether a header in bare form names a person. `mit_gebiet`: keys of areas stand beside it."""
    if kopf in _NAME:
        return not mit_gebiet
    return kopf in _WORTE or (len(kopf) <= _LAENGSTER_KOPF and _ENTHAELT.search(kopf) is not None)


def _inhalt(spalte: pl.Series) -> str | None:
    if gleicht_geburtsdaten(spalte):
        return "Geburtsdaten"
    return "Namen von Personen" if _gleicht_namen(spalte.drop_nulls().head(_PROBE).to_list()) else None


def _gleicht_namen(texte: list[str]) -> bool:
    """Whether most texts are names of persons ("Erika Muster", "Muster, Erika"), told by a common first name."""
    return sum(map(hat_vornamen, texte)) >= max(_MINDESTENS, _ANTEIL * len(texte))
