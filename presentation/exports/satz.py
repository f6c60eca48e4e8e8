"""Typesetting: a template of `vorlagen/` and its data become a tagged PDF (PDF/UA-1 and PDF/A-2a)."""

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

import typst

from presentation.exports.bild import SCHRIFTORDNER
from presentation.exports.pdfbaum import mit_zeilenkoepfen
from presentation.exports.zeichensatz import lesbar
from presentation.farben import palette

VORLAGEN: Final = Path(__file__).resolve().parent / "vorlagen"
_SCHLOSS: Final = Lock()
"""A compiler keeps its input between runs, and files are made in threads."""


def setze(vorlage: str, daten: Mapping[str, Any], jetzt: datetime) -> bytes:
    """The PDF of `vorlagen/<vorlage>.typ`. `daten` needs at least what `haus.typ` reads; `jetzt` dates the file.

    Texts are data, not markup; a sign the house font lacks becomes U+FFFD. Raises `typst.TypstError` where the result
    would not be accessible: a picture without text alternative, a heading that skips a level.
    """
    alles = _lesbar({"farben": _farben(), "groesser": 1.0} | dict(daten))
    with _SCHLOSS:
        pdf = _compiler(vorlage).compile(
            sys_inputs={"daten": json.dumps(alles, ensure_ascii=False)},
            pdf_standards=["ua-1", "a-2a"],
            timestamp=int(jetzt.timestamp()),
        )
    if not isinstance(pdf, bytes):
        raise TypeError("typst gab keine Datei zurück.")
    return mit_zeilenkoepfen(pdf)


@cache
def _compiler(vorlage: str) -> typst.Compiler:
    schriften = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(SCHRIFTORDNER)])
    return typst.Compiler(VORLAGEN / f"{vorlage}.typ", root=VORLAGEN, font_paths=schriften)


@cache
def _farben() -> dict[str, str]:
    farben = palette("druck")
    return {name: getattr(farben, name) for name in ("text", "leise", "linie", "gitter", "link", "feld")}


def _lesbar(teil: Any) -> Any:
    """Every text inside with signs of the font only, those of drawings too."""
    if isinstance(teil, str):
        return lesbar(teil)
    if isinstance(teil, dict):
        return {name: _lesbar(wert) for name, wert in teil.items()}
    if isinstance(teil, (list, tuple)):
        return [_lesbar(wert) for wert in teil]
    return teil
