"""What a file of our own looks like: its columns, and what may stand in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Typ = Literal["kuerzel", "text", "tag", "zahl", "wort", "ja_nein", "liste"]
"""kuerzel: an id of our own. tag: a date. zahl: a whole number, empty = k. A. liste: texts parted by a vertical bar."""


@dataclass(frozen=True)
class Spalte:
    """One column. `pflicht`: may not be empty. `entbehrlich`: may be missing altogether."""

    name: str
    typ: Typ
    bedeutung: str
    pflicht: bool = False
    worte: tuple[str, ...] = ()
    minimum: int = 0
    maximum: int | None = None
    entbehrlich: bool = False


@dataclass(frozen=True)
class Format:
    """A KIND: `schluessel` are the columns that make a row the same row when it comes again."""

    kind: str
    titel: str
    spalten: tuple[Spalte, ...]
    schluessel: tuple[str, ...]
    beispiel: tuple[str, ...]

    @property
    def namen(self) -> tuple[str, ...]:
        """The columns in their order."""
        return tuple(s.name for s in self.spalten)


def worte_von(liste: type[StrEnum], *weitere: str) -> tuple[str, ...]:
    """The words of a list, and more."""
    return (*map(str, liste), *weitere)


def kuerzel(name: str, bedeutung: str, pflicht: bool = True) -> Spalte:
    """A column with an id of our own."""
    return Spalte(name, "kuerzel", bedeutung, pflicht)


def tag(name: str, bedeutung: str, pflicht: bool = False, entbehrlich: bool = False) -> Spalte:
    """A column with a date."""
    return Spalte(name, "tag", bedeutung, pflicht, entbehrlich=entbehrlich)


def wort(name: str, bedeutung: str, worte: tuple[str, ...], pflicht: bool = True, entbehrlich: bool = False) -> Spalte:
    """A column with a closed word list."""
    return Spalte(name, "wort", bedeutung, pflicht, worte, entbehrlich=entbehrlich)


def text(name: str, bedeutung: str, pflicht: bool = False, entbehrlich: bool = False) -> Spalte:
    """A column with free text."""
    return Spalte(name, "text", bedeutung, pflicht, entbehrlich=entbehrlich)


def eigene(spalten: Iterable[Spalte]) -> tuple[Spalte, ...]:
    """Columns that are not in the Contract: a file may come without them."""
    return tuple(Spalte(s.name, s.typ, s.bedeutung, False, s.worte, s.minimum, s.maximum, True) for s in spalten)
