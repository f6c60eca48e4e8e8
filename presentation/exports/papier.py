"""What a report is written on: one set of blocks, two hands. `word.WordPapier` makes DOCX of it, `pdf.PdfPapier` PDF.

A report is a function of a `Papier`; it does not know which file it becomes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

from presentation.charts.diagramm import Diagramm

BILDBREITE: Final = 640
"""Pixels of a picture as wide as the text of a page: its letters then print at 10.5 pt."""


@dataclass(frozen=True)
class Angaben:
    """What a file says about itself. `verfasser` is an office. `kopf`, `fuss`: lines of header and footer."""

    titel: str
    thema: str
    verfasser: str
    kopf: tuple[str, ...]
    fuss: tuple[str, ...]
    jetzt: datetime


class Papier(Protocol):
    """A file that fills from top to bottom: A4, German, real headings, tables that read out right."""

    def titel(self, text: str) -> None:
        """The title above everything, once a file."""

    def ueberschrift(self, text: str, stufe: int, *, neue_seite: bool = False, marke: str = "") -> None:
        """A real heading of level 1 to 3. `marke`: a name that `verzeichnis` leads to."""

    def absatz(self, text: str, *, fett: bool = False, klein: bool = False) -> None:
        """A paragraph; `klein` is the style of sources and remarks, one in bold stays with what it leads to."""

    def angabe(self, name: str, text: str, *, klein: bool = False, bleibt: bool = False) -> None:
        """A name in bold and what it stands for. `bleibt`: it stays whole, on the page of what follows."""

    def liste(self, zeilen: Sequence[str]) -> None:
        """A list with bullets."""

    def ankreuzen(self, zeilen: Sequence[str]) -> None:
        """A list to be ticked; a colon at the end makes a line to write on."""

    def schreiblinien(self, anzahl: int) -> None:
        """Lines to write on."""

    def verzeichnis(self, eintraege: Mapping[str, str]) -> None:
        """The parts of the file, each a link to its heading (`marke` -> name)."""

    def tafel(
        self,
        titel: str,
        zeilen: Sequence[Mapping[str, str]],
        breiten: Sequence[float] = (),
        *,
        zahlen: bool = False,
        mitte_ab: int = 0,
    ) -> None:
        """A table with its caption above; the header row is marked and comes again on the next page.

        `breiten`: shares of the columns. `zahlen`: columns after the first are aligned right. `mitte_ab`: columns
        from here on are centred. The first column names its row.
        """

    def bild(self, diagramme: Sequence[Diagramm], *, hoechstens_cm: float = 12.0) -> None:
        """One picture of charts below each other, as wide as the text and not higher than that, its remarks below."""

    def code(self, adresse: str, text: str) -> None:
        """A QR code that leads to `adresse`, with `text` and the address as a link beside it."""

    def fertig(self) -> bytes:
        """The file."""
