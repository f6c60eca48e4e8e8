"""The statements on the co-operation that the product proposes for its two regions, to be agreed by the partners."""

import csv
from collections.abc import Mapping
from functools import cache
from typing import Final

from data_access.einstellungen import PROJEKT
from models.gremientabellen import Bewertungsfrage

ORDNER: Final = PROJEKT / "daten" / "gremien"


@cache
def vorgeschlagene_fragen(region: str) -> Mapping[str, str]:
    """Id -> proposed statement of a region; none where nothing is proposed."""
    datei = ORDNER / region / "bewertungsfragen.csv"
    if not datei.is_file():
        return {}
    with datei.open(encoding="utf-8", newline="") as offen:
        return {zeile["frage"]: zeile["text"] for zeile in csv.DictReader(offen, delimiter=";")}


def ist_vorschlag(frage: Bewertungsfrage) -> bool:
    """Whether a statement is still the one that the product proposed, and not yet one of the partners."""
    return vorgeschlagene_fragen(frage.region_slug).get(frage.id) == frage.text
