"""Names of areas as they are shown: from what official files call them. Areas join by key, never by these names."""

import re
from typing import Final

GEMEINDEFREI: Final = re.compile(r"gemfr\.|gemeindefrei", re.IGNORECASE)
"""Mark of an area without a Gemeinde in official names (Gutsbezirk, gemeindefreies Gebiet)."""

HOECHSTENS: Final = 100
_NENNT_SICH_SELBST: Final = ("kreis", "region", "verband")
_STADT: Final = re.compile(r"stadtkreis|kreisfrei|stadt", re.IGNORECASE)
_UNERWUENSCHT = re.compile(r"[\x00-\x1f<>\[\]{}`\\|*_$]+")


def saeubere(text: str) -> str:
    """A name on one line, without signs that a page could take for its own markup."""
    return " ".join(_UNERWUENSCHT.sub(" ", text).split())[:HOECHSTENS]


def gemeindename(amtlich: str) -> str:
    """ "Schwerte, Hansestadt an der Ruhr" -> "Schwerte": the addition after the comma is no part of the name."""
    name = saeubere(amtlich)
    return name.split(",")[0].strip() or name


def kreisname(amtlich: str, bezeichnung: str = "") -> str:
    """ "Unna" with "Kreis", or "Unna, Kreis" -> "Kreis Unna"; a city is called by its name alone."""
    name, _, anhang = (teil.strip() for teil in saeubere(amtlich).partition(","))
    bezeichnung = saeubere(bezeichnung) or anhang
    if any(wort in name.lower() for wort in _NENNT_SICH_SELBST) or not bezeichnung or _STADT.search(bezeichnung):
        return name
    if bezeichnung.lower() in ("kreis", "landkreis"):
        return f"{bezeichnung.capitalize()} {name}"
    return name
