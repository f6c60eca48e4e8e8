"""Is a text the name of a person, or does it hold one? One rule for what is typed into forms and read from files.

A name is told by a common first name, a title, a form of address or initials; words such as "Haus", "Rat" or
"Stiftung" make it an institution. A family name alone tells nothing.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from data_access.importing.spalten import normalisiere_kopf
from data_access.importing.vornamen import VORNAMEN

_TITEL: Final = r"(?:dr|prof|mag|dipl|med)\.?"
_ANREDE: Final = re.compile(rf"(?:frau|herrn?|[fh]r\.?|{_TITEL}(?:-\w+\.?)?)\s+[^\W\d]", re.IGNORECASE)
_ANREDEWORT: Final = re.compile(rf"Frau|Herrn?|[FH]r\.|(?i:{_TITEL})")
_FAMILIE: Final = r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*"
_INITIALEN: Final = re.compile(rf"(?:[A-ZÄÖÜ]\.[\s-]?)+{_FAMILIE}|{_FAMILIE},?\s+(?:[A-ZÄÖÜ]\.[\s-]?)+")
_UMGEKEHRT: Final = re.compile(rf"{_FAMILIE},\s*{_FAMILIE}")
_NAMENSWORT: Final = re.compile(r"[^\W\d_]+(?:[-.'’][^\W\d_]+)*\.?")
_IM_TEXT: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?|\S")
_ZWISCHEN: Final = frozenset({"von", "vom", "van", "der", "den", "de", "di", "da", "zu", "el", "al", "bin", "ben"})
_TEILER: Final = re.compile(r"[|/;:()&\n]|\s[-–]\s|\s(?:und|durch)\s|\bi\.\s?[AV]\.")
_KONTAKT: Final = re.compile(r"\w[\w.+-]*@\w[\w-]*\.\w+")
_RUFNUMMER: Final = re.compile(r"\(?(?:\+|00?[1-9])[\d\s/()–-]{6,}\d")
_VEREIN: Final = re.compile(r"\be\.\s?V\b", re.IGNORECASE)
_EINRICHTUNG: Final = re.compile(
    "haus|stift|heim|werk|rat$|raet|beirat|verein|gmbh|diakon|caritas|lebenshilfe|kreis|stadt|staedt|gemeinde|amt$|"
    "aemter|jobcenter|agentur|kasse|schul|kirch|zentrum|zentren|verband|gruppe|initiativ|netzwerk|dienst|beratung|eutb|"
    "lwl|lwv|traeger|gesellschaft|klinik|wohn|hilf|hochschul|universit|kammer|bund$|bueero|buero|projekt|forum|"
    "vertret|beauftragt|konferenz|familie$|kita|hort|akademie|institut|kolping|johanniter|malteser|^st$|sankt|^awo$|"
    "^drk$|^asb$|^ev$|platz|strasse|treff|hof$|betrieb|firma|praxis|minister|dezern|fachbereich|abteilung|leitung"
)
_TRAEGT_NAMEN: Final = re.compile(
    "haus$|stift|heim$|werk$|schule?$|gymnasium$|kirche|zentrum$|klinik$|hospi|wohn|kita|hort$|akademie|institut|"
    "^st$|sankt|platz$|strasse$|str$|weg$|allee$|hof$|praxis|firma|saal$|raum$|villa|preis$|gmbh"
)
"""What is named after a person: "Haus Erika Muster"; a "Werkstattrat" is not."""


def nennt_person(text: str) -> bool:
    """Whether a field for an office names a person or says how to reach one ("Werkstattrat: Erika Muster")."""
    teile = [teil for stueck in _TEILER.split(text) for teil in (stueck, *stueck.split(","))]
    return (
        _RUFNUMMER.fullmatch(text.strip()) is not None
        # Of several parts a lone first name tells nothing ("Peter und Paul").
        or any(ist_person(teil) and (teil == text or len(_worte(teil)) > 1) for teil in teile)
        or genannte(text) > 0
    )


def ist_person(text: str) -> bool:
    """Whether a text is the name of one person: "Erika Muster", "Muster, Erika", "Frau Muster", "E. Muster"."""
    worte = _worte(text)
    if _VEREIN.search(text) or any(map(_ist_einrichtung, worte)):
        return False
    if len(worte) > 1 and (_ANREDE.match(text.strip()) or _INITIALEN.fullmatch(text.strip())):
        return True
    # A first name stands first, or last after a comma.
    return hat_vornamen(text) and _ist_vorname(worte[-1] if "," in text else worte[0])


def genannte(text: str) -> int:
    """How many persons a free text names: "Frau Muster", "Erika Muster" and addresses of e-mail, written as usual."""
    worte = _IM_TEXT.findall(text)
    namen = sum(_beginnt_name(worte, i) for i in range(len(worte)))
    return namen + len(_KONTAKT.findall(text))


def gleicht_namen(texte: Sequence[str], mindestens: int) -> bool:
    """Whether most of several different texts are like names ("Muster Erika", "Muster, Xaveria"): too weak for one."""
    verschiedene = [text for text in set(texte) if not any(map(_ist_einrichtung, _worte(text)))]
    wie_namen = [t for t in verschiedene if hat_vornamen(t) or ist_person(t) or _UMGEKEHRT.fullmatch(t)]
    return len(wie_namen) >= max(mindestens, 0.4 * len(set(texte)))


def hat_vornamen(text: str) -> bool:
    """Whether a text is up to four words like names, one of which is a first name, wherever it stands.

    Too weak for one text ("Haus Martin"); that most texts of a column are such tells a list of persons.
    """
    worte = _worte(text)
    return 1 <= len(worte) <= 4 and all(map(_NAMENSWORT.fullmatch, worte)) and any(map(_ist_vorname, worte))


def _beginnt_name(worte: Sequence[str], i: int) -> bool:
    """Whether a name begins with the word at `i`: title or first name, then a family name that is no institution."""
    anrede = _ANREDEWORT.fullmatch(worte[i]) is not None
    davor = worte[i - 1] if i else ""
    if not (anrede or (worte[i][0].isupper() and _ist_vorname(worte[i]))) or _ANREDEWORT.fullmatch(davor):
        return False
    folgen = list(takewhile(lambda w: _steht_in_namen(w) or w[0].isupper(), worte[i + 1 : i + 6]))
    familie = [w for w in folgen if not _steht_in_namen(w)]
    if not familie or _ist_einrichtung(familie[0]) or _traegt_namen(davor):
        return False
    return anrede or (len(familie[0]) > 1 and not any(map(_traegt_namen, familie)))


def _steht_in_namen(wort: str) -> bool:
    return wort in _ZWISCHEN or _ANREDEWORT.fullmatch(wort) is not None


def _worte(text: str) -> list[str]:
    return [wort for wort in re.split(r"[\s,;]+", text.strip()) if wort]


def _ist_vorname(wort: str) -> bool:
    return all(teil.casefold() in VORNAMEN for teil in wort.split("-"))


def _ist_einrichtung(wort: str) -> bool:
    return any(_EINRICHTUNG.search(normalisiere_kopf(teil)) for teil in (wort, *wort.split("-")))


def _traegt_namen(wort: str) -> bool:
    return _TRAEGT_NAMEN.search(normalisiere_kopf(wort)) is not None
