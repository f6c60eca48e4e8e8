"""Which Merkmal a measure of official statistics is. What is not known here is asked, never guessed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from data_access.importing.gebietstabellen.worte import Bedeutung
from models.vokabular import INSGESAMT

BEVOELKERUNG: Final = "12411"
"""Number of the statistic of the population update."""

_NUMMER = re.compile(r"(?<![\d.])(\d{5})-(?:[A-Z\d]{2,5})(?:-[A-Z\d]{1,2}){0,3}\b", re.ASCII)
_NAMEN: Final = (
    ("fortschreibung des bevölkerungsstandes", BEVOELKERUNG),
    ("ausländerstatistik", "12521"),
    ("krankenhausstatistik", "23111"),
    ("arbeitsmarktstatistik der bundesagentur", "13211"),
    ("statistik der schwerbehinderten", "22711"),
    ("pflegestatistik", "22400"),
    ("statistik der empfänger von eingliederungshilfe", "22161"),
    ("statistik untergebrachter wohnungsloser", "22971"),
)


@dataclass(frozen=True)
class _Regel:
    statistiken: tuple[str, ...]
    mass: str
    merkmal: str
    auspraegung: str = ""


_REGELN: Final = (
    _Regel(("12521",), r"ausländer(?:innen und ausländer)?", "auslaender"),
    _Regel(("23111",), r"krankenhäuser", "krankenhaeuser"),
    _Regel(
        ("23111",),
        r"aufgestellte betten(?: in krankenhäusern)?(?: \(jd\)| im jahresdurchschnitt)?",
        "krankenhausbetten",
    ),
    _Regel(("13211",), r"arbeitslose", "arbeitslose_schwerbehinderte", r"schwerbehinderte(?: menschen)?"),
    _Regel(("13211",), r"arbeitslose", "arbeitslose"),
    _Regel(("22711", "22712"), r"schwerbehinderte(?: menschen)?", "schwerbehinderte"),
    _Regel(("22400", "22411", "22412", "22421"), r"pflegebedürftige", "pflegebeduerftige"),
    _Regel(("22161",), r"(?:empfänger.*eingliederungshilfe.*)", "eingliederungshilfe_empfaenger"),
    _Regel(("22971",), r"untergebrachte wohnungslose(?: personen)?", "wohnungslose_untergebracht"),
)


def finde_statistik(texte: Sequence[str]) -> str:
    """Number of the statistic that title lines or the name of a sheet give, by number or by name; else empty."""
    for text in texte:
        if treffer := _NUMMER.search(text):
            return treffer[1]
    for text in texte:
        for name, nummer in _NAMEN:
            if name in text.casefold():
                return nummer
    return ""


def merkmal_von(statistik: str, bedeutung: Bedeutung) -> tuple[str, str] | None:
    """Merkmal and Ausprägung of a measure, None if it is not known."""
    mass = " ".join(bedeutung.mass.casefold().split())
    if not bedeutung.zaehlt:
        return None
    for regel in _REGELN:
        if statistik not in regel.statistiken or not re.fullmatch(regel.mass, mass):
            continue
        if not regel.auspraegung:
            return regel.merkmal, bedeutung.auspraegung
        if re.fullmatch(regel.auspraegung, bedeutung.auspraegung.casefold()):
            return regel.merkmal, INSGESAMT
    return None
