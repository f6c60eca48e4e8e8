"""Dates as they stand in delivered files."""

import re
from datetime import date, timedelta
from typing import Final

from data_access.importing.mangel import Mangel

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00(?::00(?:\.0+)?)?)?", re.ASCII)
_DEUTSCH = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?: 00:00(?::00)?)?", re.ASCII)
_KOMPAKT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\.0)?", re.ASCII)
_EXCEL = re.compile(r"(\d{5})(?:\.0)?", re.ASCII)
IM_TEXT = re.compile(r"\b(\d{1,2}\.\d{1,2}\.\d{4})\b", re.ASCII)
"""A German date anywhere in a line."""

_EXCEL_NULL: Final = date(1899, 12, 30)
"""Day 0 of Excel's calendar, its invented 29 February 1900 allowed for."""

_FRUEHESTENS: Final = date(1950, 1, 1)
_SPAETESTENS: Final = date(2100, 12, 31)

ERLAUBT: Final = "Erlaubt sind 2024-12-31 und 31.12.2024."


def lies_geschriebenen_tag(text: str) -> date | None:
    """A day written with separators (ISO or German), of any year; None for other text, numbers included."""
    return None if text.replace(".0", "").isdecimal() else _tag(text)


def ist_excelzahl(text: str) -> bool:
    """Whether a date is written as Excel's day number (44561 = 31.12.2021)."""
    return _EXCEL.fullmatch(text) is not None


def lies_stichtag(text: str) -> date:
    """A day written as ISO, German, Excel day number or JJJJMMTT. Raises Mangel for anything else."""
    tag = _tag(text)
    if tag is None:
        raise Mangel(f"Das ist kein Datum. {ERLAUBT} Bitte die Zelle berichtigen.")
    if not _FRUEHESTENS <= tag <= _SPAETESTENS:
        raise Mangel("Der Stichtag liegt nicht zwischen 1950 und 2100. Bitte die Zelle berichtigen.")
    return tag


def _tag(text: str) -> date | None:
    excel = _EXCEL.fullmatch(text)
    if excel:
        return _EXCEL_NULL + timedelta(days=int(excel[1]))
    try:
        for muster in (_ISO, _KOMPAKT):
            treffer = muster.fullmatch(text)
            if treffer:
                return date(int(treffer[1]), int(treffer[2]), int(treffer[3]))
        treffer = _DEUTSCH.fullmatch(text)
        return date(int(treffer[3]), int(treffer[2]), int(treffer[1])) if treffer else None
    except ValueError:
        return None
