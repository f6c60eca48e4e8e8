"""Age groups as they stand in delivered files."""

import re
from typing import Final

from data_access.importing.mangel import Mangel
from models.vokabular import INSGESAMT

AELTESTE: Final = 150
"""Highest age that a file may name."""

OFFEN: Final = 999
"""Stands for "and older" where the last age must be a number."""

_BAND = re.compile(r"(\d{1,3})\s*(?:-|bis)\s*(\d{1,3})", re.ASCII)
_OFFEN = re.compile(r"(\d{1,3})\s*(?:\+|und (?:älter|mehr|darüber))", re.ASCII)
_EINZELN = re.compile(r"\d{1,3}", re.ASCII)
_VON_EXCEL = re.compile(
    r"\d{5}|\d{4}-\d{2}-\d{2}.*|\d{1,2}\.\d{1,2}\.\d{2,4}|"
    r"(?:\d{1,2}\.\s?)?(?:jan|feb|mär|mrz|apr|mai|jun|jul|aug|sep|okt|nov|dez)[a-zä]*\.?[\s-]?(?:\d{2,4})?",
    re.ASCII,
)


def lies_altersgruppe(text: str) -> tuple[int, int | None]:
    """First and last age of a group, in years; the last is None for an open group. "insgesamt" is (0, None).

    Raises Mangel for anything else; a group that Excel turned into a date is named as such, not guessed back.
    """
    klein = text.strip().lower().replace("–", "-").replace("−", "-").removesuffix("jahre").strip()
    if klein == INSGESAMT:
        return 0, None
    if treffer := _OFFEN.fullmatch(klein):
        von, bis = int(treffer[1]), None
    elif treffer := _BAND.fullmatch(klein):
        von, bis = int(treffer[1]), int(treffer[2])
    elif _EINZELN.fullmatch(klein):
        von = bis = int(klein)
    elif _VON_EXCEL.fullmatch(klein):
        raise Mangel(
            "Excel hat hier wohl eine Altersgruppe wie 7-17 in ein Datum verwandelt. "
            "Bitte die Spalte als Text formatieren und die Altersgruppe neu eintragen."
        )
    else:
        raise Mangel("Das ist keine Altersgruppe. Erlaubt sind zum Beispiel 0-17, 18-64, 65+ und insgesamt.")
    if max(von, bis or 0) > AELTESTE or (bis is not None and bis < von):
        raise Mangel("Diese Altersgruppe gibt es nicht. Erlaubt sind zum Beispiel 0-17, 18-64, 65+ und insgesamt.")
    return von, bis


def lies_als_zahl(text: str) -> int:
    """As `lies_altersgruppe`, in one number for a column: first age x 1000 + last age (OFFEN = open)."""
    von, bis = lies_altersgruppe(text)
    return von * 1000 + (OFFEN if bis is None else bis)


def schreibe_altersgruppe(von: int, bis: int | None) -> str:
    """The one way a group is written: 0-17, 65+, 7, insgesamt."""
    if bis is None:
        return INSGESAMT if von == 0 else f"{von}+"
    return str(von) if von == bis else f"{von}-{bis}"
