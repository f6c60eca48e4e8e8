"""From bytes to text: a byte order mark decides, else strict UTF-8, else cp1252. Detectors are useless here.

Measured on ten real German statistics files: charset-normalizer named cp1250 for all, strict UTF-8 failed on all
that are not UTF-8. What is neither is asked about, never guessed.
"""

import codecs
import re
from typing import Final

from data_access.importing.mangel import NichtLesbar

AUSWAHL: Final = ("cp1252", "cp850", "mac_roman")
"""Encodings that can be named as the answer to the question `kodierung`."""

_MARKEN: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_STEUERZEICHEN = re.compile(r"[\x00-\x08\x0e-\x1f]")

_FREMD_IM_WORT = re.compile("[a-z][„”™š›žŸ†‡ˆ‰•¤§¶¸][a-z]")
"""Umlauts of DOS or old Mac files look like this inside a word when they are read as cp1252."""


class KodierungUnklar(Exception):
    """The text reads as cp1252, but words look broken: the user has to say which encoding it is."""


def entschluessle(inhalt: bytes, genannt: str | None = None) -> tuple[str, str]:
    """Text and name of the encoding. `genannt` (one of AUSWAHL) replaces cp1252 where neither mark nor UTF-8 fits.

    Raises NichtLesbar if it is no text, KodierungUnklar if cp1252 gives broken words and nothing is `genannt`.
    """
    text, kodierung = _entschluessle(inhalt, genannt)
    if _STEUERZEICHEN.search(text):
        raise NichtLesbar(
            "Die Datei enthält Steuerzeichen, sie ist keine Texttabelle. Gebraucht wird CSV (Trennzeichen Semikolon, "
            "UTF-8) oder XLSX. Bitte die Tabelle neu speichern."
        )
    if kodierung == "cp1252" and genannt is None and _FREMD_IM_WORT.search(text):
        raise KodierungUnklar
    return text, kodierung


def _entschluessle(inhalt: bytes, genannt: str | None) -> tuple[str, str]:
    for marke, name in _MARKEN:
        if inhalt.startswith(marke):
            return _streng(inhalt, name), name
    try:
        return inhalt.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        name = genannt or "cp1252"
        return _streng(inhalt, name), name


def _streng(inhalt: bytes, name: str) -> str:
    try:
        return inhalt.decode(name)
    except UnicodeDecodeError as fehler:
        raise NichtLesbar(
            f"Die Zeichen der Datei lassen sich nicht lesen (versucht: {name}). "
            "Bitte die Tabelle als „CSV UTF-8“ oder als XLSX speichern."
        ) from fehler
