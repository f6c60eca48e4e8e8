"""A cut of a region into Planungsräume, stored or not, and how its parts may be called."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

LAENGSTER_NAME: Final = 60

_NAME: Final = re.compile(r"[^\W_](?:[^\W_]|[ .,/()&+'’–-])*")
_KUERZEL: Final = re.compile(r"[^\W_](?:\w|[ .,/()&+'’–-])*")
_UMLAUTE: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})

NAME_ERLAUBT: Final = (
    f"Erlaubt sind Buchstaben, Ziffern, Leerzeichen und . , / ( ) & + ' – -, höchstens {LAENGSTER_NAME} Zeichen; "
    "am Anfang steht ein Buchstabe oder eine Ziffer."
)
"""What a name may look like. Nothing in it can be read as Markdown, HTML or a formula."""

KUERZEL_ERLAUBT: Final = (
    "Erlaubt sind dieselben Zeichen wie in Namen und der Unterstrich, am besten nur kleine Buchstaben, Ziffern und "
    f"Bindestriche (raum-nord), höchstens {LAENGSTER_NAME} Zeichen."
)
"""What the id of a Planungsraum or an Einteilung may look like: it stands in links."""


@dataclass(frozen=True)
class Schnitt:
    """Which Gemeinde lies in which Planungsraum. A Gemeinde lies in one at most; gaps and empty ones are possible.

    `raeume`: (id, name) in their order. `gemeinden`: (AGS, id of the Planungsraum) by AGS.
    """

    raeume: tuple[tuple[str, str], ...] = ()
    gemeinden: tuple[tuple[str, str], ...] = ()

    @property
    def namen(self) -> dict[str, str]:
        """Planungsraum -> name."""
        return dict(self.raeume)

    @property
    def raum_von(self) -> dict[str, str]:
        """AGS -> Planungsraum."""
        return dict(self.gemeinden)

    def glieder(self, raum: str) -> tuple[str, ...]:
        """AGS of the Gemeinden of a Planungsraum."""
        return tuple(ags for ags, r in self.gemeinden if r == raum)

    @property
    def zeilen(self) -> tuple[tuple[str, str, str], ...]:
        """Rows (ags, gebiet, name), as views and maps take them."""
        namen = self.namen
        return tuple((ags, raum, namen[raum]) for ags, raum in self.gemeinden)


def schnitt_aus(zeilen: Iterable[tuple[str, str, str]]) -> Schnitt:
    """The cut of rows (ags, gebiet, name). Raises ValueError if a Gemeinde stands in two Planungsräume."""
    gemeinden: dict[str, str] = {}
    namen: dict[str, str] = {}
    for ags, raum, name in zeilen:
        if gemeinden.setdefault(ags, raum) != raum:
            raise ValueError(f"Die Gemeinde {ags} steht in zwei Planungsräumen. Erlaubt ist einer.")
        namen.setdefault(raum, name)
    return Schnitt(tuple(namen.items()), tuple(sorted(gemeinden.items())))


def name_passt(name: str) -> bool:
    """Whether a Planungsraum or an Einteilung may be called so (`NAME_ERLAUBT`)."""
    return len(name) <= LAENGSTER_NAME and _NAME.fullmatch(name) is not None


def kuerzel_passt(kuerzel: str) -> bool:
    """Whether an id may look so (`KUERZEL_ERLAUBT`)."""
    return len(kuerzel) <= LAENGSTER_NAME and _KUERZEL.fullmatch(kuerzel) is not None


def kuerzel(name: str, vergeben: Iterable[str]) -> str:
    """A new id out of a name, other than those of `vergeben`: "Raum Süd" -> "raum-sued"."""
    worte = re.findall(r"[a-z0-9]+", name.casefold().translate(_UMLAUTE))
    stamm = "-".join(worte)[: LAENGSTER_NAME - 5].strip("-") or "raum"
    # An id of digits only could be taken for the key of a Gemeinde.
    stamm = f"raum-{stamm}" if stamm[0].isdigit() else stamm
    belegt = set(vergeben)
    nummer = 1
    while (versuch := stamm if nummer == 1 else f"{stamm}-{nummer}") in belegt:
        nummer += 1
    return versuch
