"""What the words of a header mean: sex, age, nothing at all, a unit, or something to keep as it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from data_access.importing.altersgruppen import AELTESTE
from models.vokabular import INSGESAMT

TRENNER: Final = " · "
"""Between the parts of a joined header."""

_GESCHLECHT: Final = {
    "männlich": "m",
    "maennlich": "m",
    "männer": "m",
    "weiblich": "w",
    "frauen": "w",
    "divers": "d",
}
_NUR_IN_SPALTEN: Final = {"m": "m", "w": "w", "d": "d"}
_GESAMT: Final = frozenset({INSGESAMT, "zusammen", "gesamt", "total", "alle"})
_OHNE_SINN: Final = frozenset(
    {"stichtag", "stichtage", "jahr", "jahre", "zeit", "berichtsjahr", "monat", "geschlecht", "altersgruppen"}
    | {"kreise", "bundesländer", "gemeinden", "nationalität", "merkmal"}
)
_EINHEITEN: Final = frozenset(
    {"anzahl", "personen", "%", "prozent", "eur", "euro", "1000 eur", "tsd. eur", "tsd. euro", "1000 euro"}
    | {"mill. eur", "mio. eur", "1000", "ha", "qkm", "km2", "km²", "je 1000", "je 1000 ew", "je 1.000 einwohner"}
    | {"betten", "plätze", "fälle", "jahre", "tage", "promille", "je 100.000 einwohner", "m2", "qm"}
)
ZAEHLEINHEITEN: Final = frozenset({"", "anzahl", "personen", "betten", "plätze", "fälle"})
"""Units of counts: whole numbers that may be added up."""

_IM_TITEL = re.compile(r"(.+?)\s*\(([^()]+)\)")
_UNTER = re.compile(r"unter (\d{1,3})")
_BIS_UNTER = re.compile(r"(?:von )?(\d{1,3}) bis unter (\d{1,3})")
_BIS = re.compile(r"(\d{1,3})\s*(?:-|–|bis)\s*(\d{1,3})")
_UND_MEHR = re.compile(
    r"(?:ab )?(\d{1,3})(?: jahren?)?\s*(?:\+|und (?:mehr|älter|darüber)(?: jahren?)?|u\. ?ä\.)|ab (\d{1,3})"
)
_EINZELN = re.compile(r"(\d{1,3})(?:-jährige)?")


@dataclass(frozen=True)
class Bedeutung:
    """What a figure is beside its area and time. `mass`: the measure as the source names it."""

    mass: str
    einheit: str
    auspraegung: str
    geschlecht: str
    alter_von: int
    alter_bis: int | None

    @property
    def zaehlt(self) -> bool:
        """Whether it is a count: whole numbers, areas may be added up."""
        return self.einheit.casefold() in ZAEHLEINHEITEN


def ist_einheit(text: str) -> bool:
    """Whether a header is a unit."""
    return text.casefold().strip("()") in _EINHEITEN


def mass_im_titel(zeilen: Sequence[str]) -> tuple[str, str]:
    """Measure and unit of a line like "Bevölkerungsstand (Anzahl)"; empty if there is none."""
    for zeile in reversed(zeilen):
        treffer = _IM_TITEL.fullmatch(zeile.strip())
        if treffer and ist_einheit(treffer[2]):
            return treffer[1], treffer[2]
    return "", ""


def lies_geschlecht(text: str, in_spalte: bool = False) -> str | None:
    """The sex a word names; single letters count only in a column of sexes."""
    wort = text.casefold().strip()
    return _GESCHLECHT.get(wort) or (_NUR_IN_SPALTEN.get(wort) if in_spalte else None)


def lies_alter(text: str) -> tuple[int, int | None] | None:
    """An age group as official tables write it: first and last age in full years (None = and older)."""
    klein = " ".join(text.casefold().split())
    kern = re.sub(r"\s*(?:jahren?|jahr|j\.)$", "", klein)
    von: int
    bis: int | None
    if treffer := _UNTER.fullmatch(kern):
        von, bis = 0, int(treffer[1]) - 1
    elif treffer := _BIS_UNTER.fullmatch(kern):
        von, bis = int(treffer[1]), int(treffer[2]) - 1
    elif treffer := _UND_MEHR.fullmatch(kern) or _UND_MEHR.fullmatch(klein):
        von, bis = int(treffer[1] or treffer[2]), None
    elif kern != klein and (treffer := _BIS.fullmatch(kern)):
        von, bis = int(treffer[1]), int(treffer[2])
    elif (kern != klein or "jährig" in kern) and (treffer := _EINZELN.fullmatch(kern)):
        von = bis = int(treffer[1])
    else:
        return None
    return (von, bis) if von <= AELTESTE and (bis is None or von <= bis) else None


def ist_gesamt(text: str) -> bool:
    """Whether a word says that nothing is broken down."""
    return text.casefold().strip() in _GESAMT


def ist_gliederungswort(text: str) -> bool:
    """Whether a cell of a column is a sex, an age group or "insgesamt"."""
    return ist_gesamt(text) or lies_geschlecht(text, in_spalte=True) is not None or lies_alter(text) is not None


def deute(teile: Sequence[str], mass: str, einheit: str, in_spalte: Sequence[str] = ()) -> Bedeutung:
    """The meaning of joined header parts, and of the cells of the columns that break a row down (`in_spalte`).

    `mass` is that of the title; without one the first part that is no sex, age or total is the measure.
    """
    geschlecht, alter = INSGESAMT, (0, None)
    alter_gefunden: tuple[int, int | None] = alter
    rest: list[str] = []
    for nummer, teil in enumerate((*teile, *in_spalte)):
        if ist_einheit(teil):
            einheit = teil.strip("()")
        elif ist_gesamt(teil) or teil.casefold().strip() in _OHNE_SINN:
            continue
        elif wort := lies_geschlecht(teil, in_spalte=nummer >= len(teile)):
            geschlecht = wort
        elif gruppe := lies_alter(teil):
            alter_gefunden = gruppe
        elif teil not in rest:
            rest.append(teil)
    if not mass and rest:
        mass, rest = rest[0], rest[1:]
        treffer = _IM_TITEL.fullmatch(mass)
        if treffer and ist_einheit(treffer[2]):
            mass, einheit = treffer[1], treffer[2]
    return Bedeutung(mass, einheit, TRENNER.join(rest) or INSGESAMT, geschlecht, *alter_gefunden)
