"""The one place that writes German numbers: 1.234,5, minus as U+2212, ranges as words.

Everything here takes None and answers "k. A.": a missing value is said, never drawn as 0 and never an empty cell.
Rounding is half away from zero, as German offices round and as readers check by hand.
"""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final

from babel import Locale
from babel.dates import format_date
from babel.numbers import get_decimal_symbol, get_group_symbol

from models.vokabular import Status

KEINE_ANGABE: Final = "k. A."
MINUS: Final = "\u2212"
GESCHUETZT_WORT: Final = "geschützt"

STATUSWORT: Final[dict[str, str]] = {
    Status.GESCHUETZT: GESCHUETZT_WORT,
    Status.KEINE_ANGABE: KEINE_ANGABE,
    Status.NICHT_ANWENDBAR: "nicht anwendbar",
    Status.NICHT_GELIEFERT: "liegt nicht vor",
}
"""What stands where a value is not shown."""


@cache
def _tausch() -> dict[int, str]:
    deutsch = Locale("de", "DE")
    return str.maketrans(
        {",": get_group_symbol(deutsch), ".": get_decimal_symbol(deutsch), "-": MINUS},
    )


def _gerundet(wert: float, stellen: int) -> Decimal:
    gerundet = Decimal(str(wert)).quantize(Decimal(1).scaleb(-stellen), rounding=ROUND_HALF_UP)
    return abs(gerundet) if gerundet.is_zero() else gerundet


def zahl(wert: float | None, stellen: int = 0) -> str:
    """`zahl(1234.5, 1)` -> "1.234,5"; a value that rounds to zero has no sign."""
    if wert is None:
        return KEINE_ANGABE
    return f"{_gerundet(wert, stellen):,f}".translate(_tausch())


def mit_vorzeichen(wert: float | None, stellen: int = 0) -> str:
    """A change: "+0,2", "−0,4", "0,0"."""
    if wert is None:
        return KEINE_ANGABE
    text = zahl(wert, stellen)
    return f"+{text}" if _gerundet(wert, stellen) > 0 else text


def prozent(wert: float | None, stellen: int = 1) -> str:
    """`prozent(58.3)` -> "58,3 %", with a space that does not break. The value is in percent, not a fraction."""
    if wert is None:
        return KEINE_ANGABE
    return f"{zahl(wert, stellen)}\u00a0%"


def spanne(von: float | None, bis: float | None, stellen: int = 0) -> str:
    """`spanne(0, 4)` -> "0 bis 4"; one number if both ends read the same, "k. A." if one end is missing."""
    if von is None or bis is None:
        return KEINE_ANGABE
    unten, oben = zahl(von, stellen), zahl(bis, stellen)
    return unten if unten == oben else f"{unten} bis {oben}"


def rund(wert: float | None, stellen: int = 0) -> str:
    """A sum of protected cells: "rund 37"."""
    if wert is None:
        return KEINE_ANGABE
    return f"rund {zahl(wert, stellen)}"


def datum(tag: dt.date | None) -> str:
    """`datum(date(2024, 12, 31))` -> "31.12.2024"."""
    if tag is None:
        return KEINE_ANGABE
    return format_date(tag, "dd.MM.yyyy", locale="de_DE")


def jahresende(tag: dt.date) -> bool:
    """Whether a Stichtag is written as its year."""
    return (tag.month, tag.day) == (12, 31)


def stichtagstext(tag: dt.date) -> str:
    """A Stichtag as a reader knows it: "2024" for its last day, else "30.06.2024"."""
    return str(tag.year) if jahresende(tag) else datum(tag)


def stichtagswert(tag: dt.date) -> str:
    """A Stichtag in links and names of files: "2024" for its last day, else "2024-06-30"."""
    return str(tag.year) if jahresende(tag) else tag.isoformat()


def ist_zahl(wert: float | None, von: float | None, bis: float | None, status: str) -> bool:
    """Whether a value may be written and drawn as one number, exact or "rund".

    A protected count may not as long as its range is as wide as the number itself, or reaches down to 1; a
    protected value without a range never.
    """
    if wert is None or status not in (Status.GEZEIGT, Status.GESCHUETZT):
        return False
    if status == Status.GEZEIGT:
        return True
    return von is not None and bis is not None and (von == bis or (von > 1 and bis - von < wert))


def wert_text(
    wert: float | None,
    von: float | None = None,
    bis: float | None = None,
    status: str = Status.GEZEIGT,
    stellen: int = 0,
) -> str:
    """What a reader sees for one value of `Gebietswerte`.

    A small protected count is a range ("0 bis 4" for a cell shown 0, "1 bis 9" for a Gemeinde shown 5), a larger
    one a rounded number ("rund 37"). A protected rate has no number at all and reads "geschützt". Other states
    read their word.
    """
    if status == Status.GEZEIGT:
        return zahl(wert, stellen)
    if status != Status.GESCHUETZT:
        return STATUSWORT[Status(status)]
    if wert is None or von is None or bis is None:
        return GESCHUETZT_WORT
    if von == bis:
        return zahl(wert, stellen)
    return rund(wert, stellen) if ist_zahl(wert, von, bis, status) else spanne(von, bis, stellen)
