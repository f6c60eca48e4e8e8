"""Official keys of areas: AGS (8 digits), Kreis (5 digits), ARS (12 digits)."""

import re
from collections.abc import Collection
from enum import StrEnum
from typing import Final

from data_access.importing.mangel import Mangel

BREITEN: Final = (5, 8, 12)
"""Lengths of the keys that are read: Kreis, AGS of a Gemeinde, ARS of a Gemeinde."""

MIT_LAENDERN: Final = (2, *BREITEN)
"""The same with the Länder (2 digits), for formats that hold figures of a whole Land."""

_IN_FORMEL = re.compile(r"=\"(.*)\"")
_HOCHZAHL = re.compile(r"\d[.,]?\d*[eE]\+\d+", re.ASCII)
_ANDERE_EBENE: Final = {1: "Land", 2: "Land", 3: "Regierungsbezirk", 9: "Gemeindeverband"}


class Nullen(StrEnum):
    """What became of the leading zeros of a column."""

    VORHANDEN = "vorhanden"
    VERLOREN = "verloren"
    UNEINHEITLICH = "uneinheitlich"


def saeubere(text: str) -> str:
    """A key without the wrappings that spreadsheets and people put around it: ="…", leading ', inner blanks."""
    formel = _IN_FORMEL.fullmatch(text)
    kern = (formel[1] if formel else text).strip().removeprefix("'")
    ohne = "".join(kern.split())
    return ohne if ohne.isdecimal() and ohne.isascii() else kern


def fuehrende_nullen(schluessel: Collection[str], breiten: Collection[int] = BREITEN) -> Nullen:
    """Whether a column of keys lost its leading zeros.

    Lost: there are keys one digit short, and no key in the column begins with 0. If some do, the column does not
    agree with itself.
    """
    ziffern = [s for s in schluessel if s.isdecimal() and s.isascii()]
    if not any(len(s) not in breiten and len(s) + 1 in breiten for s in ziffern):
        return Nullen.VORHANDEN
    return Nullen.UNEINHEITLICH if any(s.startswith("0") for s in ziffern) else Nullen.VERLOREN


def ergaenze(schluessel: str, breiten: Collection[int] = BREITEN) -> str:
    """The key with its lost leading zero; a key of full length is unchanged."""
    kurz = schluessel.isdecimal() and len(schluessel) not in breiten and len(schluessel) + 1 in breiten
    return f"0{schluessel}" if kurz else schluessel


def lies_gebiet(text: str, breiten: Collection[int] = BREITEN) -> str:
    """AGS (8 digits) or Kreis (5 digits) of a cleaned key; an ARS becomes its AGS. Raises Mangel for other keys.

    With `MIT_LAENDERN` a Land (2 digits) is a key too.
    """
    kreise = ", 5 Ziffern (Kreis) oder 2 Ziffern (Land)" if 2 in breiten else " oder 5 Ziffern (Kreis)"
    erlaubt = f"Erlaubt sind 8 Ziffern (Gemeinde){kreise}."
    if _HOCHZAHL.fullmatch(text):
        raise Mangel(
            "Excel hat den Schlüssel in eine gerundete Zahl verwandelt. "
            "Bitte die Spalte als Text formatieren und die Schlüssel neu einfügen."
        )
    if not (text.isdecimal() and text.isascii()):
        raise Mangel(f"Das ist kein amtlicher Schlüssel. {erlaubt}")
    if len(text) not in breiten:
        ebene = _ANDERE_EBENE.get(len(text))
        art = f"ein Schlüssel für die Ebene {ebene}" if ebene else f"ein Schlüssel mit {len(text)} Ziffern"
        raise Mangel(f"Das ist {art}. {erlaubt}")
    if not "01" <= text[:2] <= "16":
        raise Mangel("Die ersten beiden Ziffern sind kein Land (01 bis 16). Bitte den Schlüssel prüfen.")
    return ags_aus_ars(text) if len(text) == 12 else text


def ags_aus_ars(ars: str) -> str:
    """The AGS of a Gemeinde from its ARS: without the four digits of the Gemeindeverband."""
    return ars[:5] + ars[9:12]
