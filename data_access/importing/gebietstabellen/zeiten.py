"""Times as they stand in statistics: a day, a month, a year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

from data_access.importing.mangel import Mangel
from data_access.importing.stichtage import IM_TEXT, ist_excelzahl, lies_stichtag

_MONATE: Final = (
    ("januar", "jan"),
    ("februar", "feb"),
    ("märz", "mär", "mrz"),
    ("april", "apr"),
    ("mai",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("august", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("dezember", "dez"),
)
_MONAT_JE_NAME: Final = {name: nummer for nummer, namen in enumerate(_MONATE, 1) for name in namen}
_JAHR = re.compile(r"(?:jahr |berichtsjahr )?((?:19[5-9]\d|20\d\d))(?:\.0)?", re.ASCII)
_MONAT = re.compile(r"([a-zä]+)\.?\s*((?:19[5-9]\d|20\d\d))", re.ASCII | re.IGNORECASE)
_MONAT_NUMMER = re.compile(
    r"((?:19[5-9]\d|20\d\d))[-/](0[1-9]|1[0-2])|(0[1-9]|1[0-2])/((?:19[5-9]\d|20\d\d))", re.ASCII
)
_JAHR_IM_TEXT = re.compile(r"(?<![\d.,§])((?:19[5-9]\d|20\d\d))(?![\d.,])", re.ASCII)

ERLAUBT: Final = "Erlaubt sind ein Tag (2024-12-31), ein Monat (2024-12) und ein Jahr (2024)."


@dataclass(frozen=True, order=True)
class Zeitraum:
    """A period with its last day; a Stichtag is a period of one day."""

    von: date
    bis: date

    @property
    def ist_tag(self) -> bool:
        """Whether it is one day."""
        return self.von == self.bis

    def __str__(self) -> str:
        """2018-12-31, 2018-12 or 2018."""
        if self.ist_tag:
            return self.bis.isoformat()
        return str(self.bis.year) if self.von.month != self.bis.month else self.bis.isoformat()[:7]


def lies_zeitraum(text: str) -> Zeitraum | None:
    """A day, a month or a year that is written as the whole text; None for other text."""
    klein = " ".join(text.casefold().removeprefix("stichtag").removeprefix(":").split())
    if jahr := _JAHR.fullmatch(klein):
        return _monate(int(jahr[1]), 1, 12)
    if (monat := _MONAT.fullmatch(klein)) and monat[1] in _MONAT_JE_NAME:
        return _monate(int(monat[2]), _MONAT_JE_NAME[monat[1]], _MONAT_JE_NAME[monat[1]])
    if nummer := _MONAT_NUMMER.fullmatch(klein):
        zahl = int(nummer[2] or nummer[3])
        return _monate(int(nummer[1] or nummer[4]), zahl, zahl)
    try:
        tag = lies_stichtag(klein.upper())
    except Mangel:
        return None
    return Zeitraum(tag, tag)


def zeitraum_im_text(text: str, auch_jahr: bool) -> tuple[Zeitraum | None, str]:
    """A period named inside a header, and the header without it; (None, text) if there is none or more than one."""
    for muster in (IM_TEXT, *((_JAHR_IM_TEXT,) if auch_jahr else ())):
        treffer = list(muster.finditer(text))
        if len({t[1] for t in treffer}) == 1:
            rest = re.sub(
                r"\s*\(\s*\)|\s+(?:am|zum|im|vom|Stand|Stichtag|Jahr)?:?\s*$", "", muster.sub("", text).strip()
            )
            return lies_zeitraum(treffer[0][1]), rest.strip(" ,;:-–")
    return None, text


def ist_exceltag(text: str) -> bool:
    """Whether a time is written as Excel's day number."""
    return ist_excelzahl(text) and lies_zeitraum(text) is not None


def _monate(jahr: int, von: int, bis: int) -> Zeitraum:
    return Zeitraum(date(jahr, von, 1), date(jahr, bis, monthrange(jahr, bis)[1]))
