"""What every kind of file brings along, and the circumstances a reading happens in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from data_access.importing.befund import Sammler
from data_access.importing.gelesen import Gelesen, Register
from data_access.importing.gitter import Gitter
from models.vokabular import Basis

AMTLICHE_BASEN = tuple(str(b) for b in Basis if b is not Basis.SYNTHETISCH)
"""Bases that an official table can rest on."""


@dataclass(frozen=True)
class Umstaende:
    """What the caller knows beside the file. `antworten`: key of a question -> answer. `art`: the KIND asked for."""

    register: Register
    antworten: Mapping[str, str]
    stichtag: date | None
    basis: str | None
    region_kreis: str | None
    art: str = ""

    def antwort(self, sammler: Sammler, schluessel: str, text: str, auswahl: tuple[str, ...]) -> str | None:
        """The answer given to a question, or None after noting the question as open."""
        gegeben = self.antworten.get(schluessel, "").strip()
        for moeglich in auswahl:
            if moeglich.casefold() == gegeben.casefold():
                return moeglich
        if gegeben and not auswahl:
            return gegeben
        vorsatz = "Die gegebene Antwort ist keine der Möglichkeiten. " if gegeben else ""
        sammler.frage(schluessel, vorsatz + text, auswahl)
        return None


@dataclass(frozen=True)
class Datei:
    """A file whose bytes are read: its sheets (CSV: one), and what is wrong in cells that look empty."""

    blaetter: tuple[Gitter, ...]
    kodierung: str
    fehlerzellen: int = 0
    ohne_ergebnis: int = 0


@dataclass(frozen=True)
class Profil:
    """A kind of file. `name` completes "Das ist …"; `art` is the KIND it belongs to.

    `amtlich`: a known layout of official statistics; a column "Name" there names areas, not persons.
    `personen`: its own search for persons, (column, reason) each; None: the general one.
    """

    id: str
    name: str
    art: str
    amtlich: bool
    erkennt: Callable[[Gitter], bool]
    lies: Callable[[Gitter, Datei, Umstaende], Gelesen]
    personen: Callable[[Gitter], Iterable[tuple[str, str]]] | None = None


def melde_kaputte_zellen(datei: Datei, sammler: Sammler) -> None:
    """Refuse a workbook with Excel errors or formulas without a result: both would read as empty cells."""
    if datei.fehlerzellen:
        sammler.beanstande(
            "In der Arbeitsmappe stehen Excel-Fehlerwerte (wie #BEZUG! oder #DIV/0!). "
            "Bitte die Zellen berichtigen oder das Blatt entfernen und neu speichern."
        )
    if datei.ohne_ergebnis:
        sammler.beanstande(
            "In der Arbeitsmappe stehen Formeln ohne gespeichertes Ergebnis. "
            "Bitte die Datei in Excel öffnen, speichern und noch einmal wählen."
        )
