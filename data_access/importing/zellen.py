"""Figures and signs in cells. How a point is meant is decided for a whole column, never for a single cell."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from data_access.importing.mangel import Mangel

ZEICHEN: Final = {
    "-": "nichts vorhanden",
    ".": "unbekannt oder geheim",
    "...": "fällt später an",
    "/": "nicht sicher genug",
    "x": "gesperrt, nicht sinnvoll",
    "*": "geheim (Bundesagentur für Arbeit)",
}
"""Signs of the official legend that stand in place of a figure. None of them is the number 0."""

ERLAUBT: Final = f"Erlaubt sind ganze Zahlen ab 0 und die Zeichen {' '.join(ZEICHEN)}"
"""What may stand in a cell for a figure, for messages."""

_GROESSTE: Final = 1_000_000_000
_ZEICHEN_FORM = str.maketrans({"–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "…": "..."})
_LEERGRUPPEN = re.compile(r"(-?[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+)(?=$|,)", re.ASCII)
_KLAMMER = re.compile(r"\(\s*(.+?)\s*\)")
_ANHANG = re.compile(r"(.*\d)\s*([prse])", re.ASCII)
_GANZ = re.compile(r"\d+(?:[.,]0{1,2})?", re.ASCII)
_PUNKTE = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII)
_PUNKTE_SICHER = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d+)", re.ASCII)
_PUNKT_ZAHL = re.compile(r"\d+\.\d+", re.ASCII)
_EINFACH = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)
_DEZIMAL = re.compile(r"-?\d+(?:[.,]\d+)?|-?[1-9]\d{0,2}(?:\.\d{3})+,\d+", re.ASCII)


class Punkt(StrEnum):
    """What a point inside a number means in a column."""

    KEINER = "keiner"
    TAUSENDER = "tausender"
    DEZIMAL = "dezimal"
    UNKLAR = "unklar"


@dataclass(frozen=True)
class Zelle:
    """A figure (`wert`), or the sign that stands for it; `marke` is a sign beside the figure (p, r, s, e, "()")."""

    wert: int | None
    zeichen: str | None = None
    marke: str | None = None


def bedeutung_des_punkts(werte: Collection[str], aus_xlsx: bool) -> Punkt:
    """What "1.234" means in the column of these texts.

    Thousands if another cell proves it ("1.234.567"), or, in a text file, if every number from 1000 on is
    grouped. A decimal point if another cell proves it ("12.5"). In XLSX a true number 1.234 and the text "1.234"
    look alike, so there only proof counts.
    """
    kerne = [_kern(w)[0] for w in werte]
    if not any(_PUNKTE.fullmatch(k) or _PUNKTE_SICHER.fullmatch(k) for k in kerne):
        return Punkt.KEINER
    tausender = any(_PUNKTE_SICHER.fullmatch(k) for k in kerne)
    dezimal = any(_PUNKT_ZAHL.fullmatch(k) and not _PUNKTE.fullmatch(k) for k in kerne)
    ohne_gruppen = any(k.isdecimal() and len(k) > 3 for k in kerne)
    if tausender or dezimal:
        return Punkt.UNKLAR if tausender and dezimal else Punkt.TAUSENDER if tausender else Punkt.DEZIMAL
    return Punkt.UNKLAR if aus_xlsx or ohne_gruppen else Punkt.TAUSENDER


def lies_anzahl(text: str, punkt: Punkt) -> Zelle:
    """A count of persons or a sign of the legend. Raises Mangel for anything else: nothing is guessed or rounded."""
    zeichen = text.strip().translate(_ZEICHEN_FORM).lower()
    if zeichen in ZEICHEN:
        return Zelle(None, zeichen)
    kern, marke = _kern(text)
    if kern.startswith("-") and any(z.isdigit() for z in kern):
        raise Mangel("Eine Anzahl kann nicht negativ sein. Bitte die Zelle berichtigen.")
    if punkt is Punkt.TAUSENDER and (_PUNKTE.fullmatch(kern) or _PUNKTE_SICHER.fullmatch(kern)):
        kern = kern.replace(".", "")
    if _GANZ.fullmatch(kern):
        wert = int(re.split("[.,]", kern)[0])
        if wert > _GROESSTE:
            raise Mangel("Diese Anzahl ist zu groß, um richtig zu sein. Bitte die Zelle prüfen.")
        return Zelle(wert, None, marke)
    if _DEZIMAL.fullmatch(kern):
        raise Mangel("Das ist keine ganze Zahl. Gezählt werden Personen. Bitte die Zelle berichtigen.")
    raise Mangel(f"Dieser Inhalt ist nicht bekannt. {ERLAUBT}. Bitte die Zelle berichtigen.")


def lies_wert(text: str, punkt: Punkt) -> tuple[float | None, Zelle]:
    """A measured figure from 0 on, decimals allowed, or a sign of the legend; the cell holds sign and mark.

    Raises Mangel for anything else.
    """
    zeichen = text.strip().translate(_ZEICHEN_FORM).lower()
    if zeichen in ZEICHEN:
        return None, Zelle(None, zeichen)
    kern, marke = _kern(text)
    if kern.startswith("-") and any(z.isdigit() for z in kern):
        raise Mangel("Der Wert kann nicht negativ sein. Bitte die Zelle berichtigen.")
    if punkt is Punkt.TAUSENDER and (_PUNKTE.fullmatch(kern) or _PUNKTE_SICHER.fullmatch(kern)):
        kern = kern.replace(".", "")
    if not _EINFACH.fullmatch(kern):
        raise Mangel(
            "Dieser Inhalt ist nicht bekannt. Erlaubt sind Zahlen ab 0, auch mit Nachkommastellen, und die Zeichen "
            f"{' '.join(ZEICHEN)}. Bitte die Zelle berichtigen."
        )
    wert = float(kern.replace(",", "."))
    if wert > _GROESSTE:
        raise Mangel("Dieser Wert ist zu groß, um richtig zu sein. Bitte die Zelle prüfen.")
    return wert, Zelle(None, None, marke)


def mischt_trenner(werte: Collection[str], punkt: Punkt) -> bool:
    """Whether both a comma and a point stand before decimals in these texts: then one of them means something else."""
    kerne = [_kern(w)[0] for w in werte]
    dezimalpunkt = punkt is Punkt.DEZIMAL or any(_PUNKT_ZAHL.fullmatch(k) and not _PUNKTE.fullmatch(k) for k in kerne)
    return dezimalpunkt and any("," in k for k in kerne)


def lies_dezimal(text: str) -> Decimal:
    """A measured figure of an XLSX cell: a true number ("56.73") or text with a decimal comma ("9,43751")."""
    kern = _kern(text)[0]
    if not _DEZIMAL.fullmatch(kern):
        raise Mangel("Das ist keine Zahl. Erlaubt sind Zahlen mit Komma oder Punkt. Bitte die Zelle berichtigen.")
    return Decimal(kern.replace(".", "").replace(",", ".") if "," in kern else kern)


def _kern(text: str) -> tuple[str, str | None]:
    """The bare number and the sign beside it."""
    kern, marke = text.strip().translate(_ZEICHEN_FORM), None
    if klammer := _KLAMMER.fullmatch(kern):
        kern, marke = klammer[1], "()"
    elif anhang := _ANHANG.fullmatch(kern):
        kern, marke = anhang[1], anhang[2]
    gruppen = _LEERGRUPPEN.match(kern)
    return ("".join(gruppen[1].split()) + kern[gruppen.end() :] if gruppen else kern), marke
