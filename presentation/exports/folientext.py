"""Text that must fit on a slide: measured in the font of the house, made smaller, or cut at a sentence."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from PIL import ImageFont
from pptx.util import Pt

from presentation.exports.bild import SCHRIFTORDNER

SPIEL: Final = 1.05
"""Room for a font that stands in where ours is missing."""
ZEILENHOEHE: Final = 1.3
"""Height of a line of the font in parts of its size."""
_ABKUERZUNGEN: Final = "".join(
    rf"(?<!\b{a})" for a in ("k", "A", "z", "B", "u", "a", "d", "h", "Abs", "Nr", "vgl", "ca")
)
_SATZENDE: Final = re.compile(rf"{_ABKUERZUNGEN}(?<!\d)[.!?]\s+(?=[A-ZÄÖÜ„])|(?<=\d)\.\s+(?=(?:[A-ZÄÖÜ][a-zäöü]|„))")


@cache
def _schrift(fett: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(SCHRIFTORDNER / f"IBMPlexSans-{'Bold' if fett else 'Regular'}.ttf"), 100)


@cache
def breite(text: str, punkt: float, fett: bool = False) -> int:
    """Width of a line in EMU."""
    return int(Pt(_schrift(fett).getlength(text) / 100 * punkt) * SPIEL)


def zeilen(text: str, punkt: float, platz: int, fett: bool = False) -> list[str]:
    """The text as it breaks in a box that is `platz` EMU wide."""
    fertig: list[str] = []
    zeile = ""
    for wort in text.split():
        versuch = f"{zeile} {wort}".strip()
        if zeile and breite(versuch, punkt, fett) > platz:
            fertig.append(zeile)
            zeile = wort
        else:
            zeile = versuch
    return [*fertig, zeile] if zeile else fertig


def hoehe(anzahl: int, punkt: float, prozent: int = 100) -> int:
    """Height of so many lines in EMU."""
    return int(Pt(anzahl * punkt * ZEILENHOEHE * prozent / 100))


def saetze(text: str) -> list[str]:
    """The sentences of a text; "k. A.", "Abs. 1" and "31.12.2024" end none."""
    enden = [m.end() for m in _SATZENDE.finditer(text)]
    return [text[a:b].strip() for a, b in zip([0, *enden], [*enden, len(text)], strict=True)]


def gekuerzt(text: str, punkt: float, platz: int, hoechstens: int, fett: bool = False) -> str:
    """The text in at most so many lines: whole, or its first sentences, or its first words with "…"."""
    if len(zeilen(text, punkt, platz, fett)) <= hoechstens:
        return text
    teile = saetze(text)
    for anzahl in range(len(teile) - 1, 0, -1):
        kurz = " ".join(teile[:anzahl])
        if len(zeilen(kurz, punkt, platz, fett)) <= hoechstens:
            return kurz
    worte = text.split()
    for anzahl in range(len(worte) - 1, 0, -1):
        kurz = f"{' '.join(worte[:anzahl]).rstrip(',;:.')} …"
        if len(zeilen(kurz, punkt, platz, fett)) <= hoechstens:
            return kurz
    return "…"


def passend(text: str, groessen: Sequence[tuple[int, int]], platz: int, fett: bool = False) -> tuple[str, int, int]:
    """The text with its size in points and number of lines: the first of `groessen` (points, lines) that holds it.

    Too long for the last one, it is cut.
    """
    for punkt, hoechstens in groessen:
        anzahl = len(zeilen(text, punkt, platz, fett))
        if anzahl <= hoechstens:
            return text, punkt, max(anzahl, 1)
    punkt, hoechstens = groessen[-1]
    kurz = gekuerzt(text, punkt, platz, hoechstens, fett)
    return kurz, punkt, len(zeilen(kurz, punkt, platz, fett))
