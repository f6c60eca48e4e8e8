"""What reports of a region have in common: what is withdrawn, the state of the data, how a file says what it is."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Final

from analysis import revisionen
from analysis.bestand import Bestand
from analysis.datenstand import Datenzeile, datenstand
from analysis.messen import Messwerk
from data_access import abfragen
from models.tabellen import Freigabe
from presentation.exports.haende import HAENDE
from presentation.exports.papier import Angaben, Papier
from presentation.texts import berichte as worte
from presentation.texts import datenstand as texte
from presentation.texts.klartext import klarzeilen

SCHRIFTGROESSE: Final = 0.9
"""Parts of the usual size: tables of a report are wide, and its text is short."""


@dataclass(frozen=True)
class Berichtsstoff:
    """A region and how its numbers are measured. `basis`: address for links, may be empty."""

    bestand: Bestand
    messwerk: Messwerk
    jetzt: datetime
    basis: str

    @cached_property
    def weg(self) -> str:
        """A sentence on withdrawn numbers; empty without any."""
        return texte.zurueckgezogen(self.bestand, self._freigaben)

    @cached_property
    def datenzeilen(self) -> list[Datenzeile]:
        """The state of the data, a row a Grundzahl and payer."""
        return datenstand(self.bestand, abfragen.lieferungen(), self._freigaben, revisionen.lade(self._freigaben))

    def papier(self, endung: str, titel: str, thema: str, was: str, stichtag: date | None) -> Papier:
        """An empty file."""
        angaben = Angaben(
            titel=titel,
            thema=thema,
            verfasser=self.bestand.region.name,
            kopf=worte.kopf(was, self.bestand),
            fuss=worte.fuss(stichtag, self.jetzt),
            jetzt=self.jetzt,
        )
        return HAENDE[endung](angaben, groesser=SCHRIFTGROESSE)

    def schreibe_stand(self, papier: Papier) -> None:
        """Who delivered what of each theme, what is missing, and what no Lieferung contains."""
        papier.tafel("Stand der Daten je Thema", klarzeilen(texte.kurz(self.datenzeilen)), (3, 2.6, 4, 6))
        self._was_fehlt(papier)

    def schreibe_stand_kurz(self, papier: Papier) -> None:
        """The same in small lines, for a paper of few pages."""
        papier.ueberschrift("Quellen und Stand der Daten", 2)
        for name, text in worte.standzeilen(texte.kurz(self.datenzeilen)):
            papier.angabe(name, text, klein=True)
        self._was_fehlt(papier)

    def _was_fehlt(self, papier: Papier) -> None:
        for satz in texte.saetze(self.datenzeilen)[1:]:
            papier.absatz(satz, klein=True)

    @cached_property
    def _freigaben(self) -> list[Freigabe]:
        return abfragen.alle_freigaben(self.bestand.region.slug)
