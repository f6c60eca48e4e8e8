"""Is a text the name of a person, or does it hold one? One rule for what is typed into forms and read from files.

A name is told by a common first name, a title or a form of address; words such as "Haus", "Rat" or "Stiftung" make it
an institution. A family name alone tells nothing.
"""

import re
from typing import Final

from data_access.importing.spalten import normalisiere_kopf
from data_access.importing.vornamen import VORNAMEN

_ANREDE: Final = re.compile(r"(?:frau|herr|herrn|dr\.?|prof\.?)\s+\w", re.IGNORECASE)
_NAMENSWORT: Final = re.compile(r"[^\W\d_]+(?:[-.'’][^\W\d_]+)*\.?")
_VEREIN: Final = re.compile(r"\be\.\s?V\b", re.IGNORECASE)
_EINRICHTUNG: Final = re.compile(
    "haus|stift|heim|werk|rat$|raet|beirat|verein|gmbh|diakon|caritas|lebenshilfe|kreis|stadt|staedt|gemeinde|amt$|"
    "aemter|jobcenter|agentur|kasse|schul|kirch|zentrum|zentren|verband|gruppe|initiativ|netzwerk|dienst|beratung|eutb|"
    "lwl|lwv|traeger|gesellschaft|klinik|wohn|hilf|hochschul|universit|kammer|bund$|bueero|buero|projekt|forum|"
    "vertret|beauftragt|konferenz|familie$|kita|hort|akademie|institut|kolping|johanniter|malteser|^st$|sankt|^awo$|"
    "^drk$|^asb$|^ev$|platz|strasse|treff|hof$|betrieb|firma|praxis|minister|dezern|fachbereich|abteilung|leitung"
)
_MITTEN_IM_TEXT: Final = re.compile(r"\S@\S|\b(?:Herrn?|Frau|Fr\.|Hr\.) +(?:Dr\. +|Prof\. +)*[A-ZÄÖÜ]")


def nennt_person(text: str) -> bool:
    """Whether a text holds the name of a person, an address of e-mail, or several names ("Erika Muster; Max Probe")."""
    teile = re.split(r"[|/;]| und |\n", text)
    return _MITTEN_IM_TEXT.search(text) is not None or any(ist_person(teil) for teil in teile if teil.strip())


def ist_person(text: str) -> bool:
    """Whether a text is the name of one person: "Erika Muster", "Muster, Erika", "Frau Muster"."""
    worte = _worte(text)
    if _VEREIN.search(text) or any(
        _EINRICHTUNG.search(normalisiere_kopf(teil)) for wort in worte for teil in (wort, *wort.split("-"))
    ):
        return False
    if len(worte) > 1 and _ANREDE.match(text.strip()):
        return True
    # A first name stands first, or last after a comma.
    return hat_vornamen(text) and _ist_vorname(worte[-1] if "," in text else worte[0])


def hat_vornamen(text: str) -> bool:
    """Whether a text is up to four words like names, one of which is a first name, wherever it stands.

    Too weak for one text ("Haus Martin"); that most texts of a column are such tells a list of persons.
    """
    worte = _worte(text)
    return 1 <= len(worte) <= 4 and all(map(_NAMENSWORT.fullmatch, worte)) and any(map(_ist_vorname, worte))


def _worte(text: str) -> list[str]:
    return [wort for wort in re.split(r"[\s,;]+", text.strip()) if wort]


def _ist_vorname(wort: str) -> bool:
    return any(teil.casefold() in VORNAMEN for teil in wort.split("-"))
