"""How many of how many, and how many nobody knows: what most figures of participation are made of."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Grund(StrEnum):
    """Why there is no figure. A reason is no zero and no hundred percent."""

    KEIN_SITZ = "kein Sitz vereinbart"
    OHNE_ZAHL = "genannt, ohne Zahl der Plätze"
    OHNE_STIMME = "kein Sitz mit Stimme vereinbart"
    NICHTS_ANGEFRAGT = "kein Eintrag, also nichts angefragt oder nicht eingetragen"
    NICHTS_BEWERTET = "nichts bewertet"
    KEINE_SITZUNG = "keine Sitzung"
    NIEMAND_DA = "niemand anwesend"
    KEIN_PUNKT = "kein Punkt"
    KEINE_EMPFEHLUNG = "keine Empfehlung"
    NICHTS_ENTSCHIEDEN = "noch nichts entschieden"
    KEINE_EINTEILUNG = "keine Planungsräume"
    NUR_GESAMTZAHL = "nur die Gesamtzahl bekannt"
    KEINE_ANGABE = "k. A."


@dataclass(frozen=True)
class Anteil:
    """`zaehler` of `nenner`; of `unbekannt` of these nobody knows. `grund`: why there is nothing to say."""

    zaehler: int = 0
    nenner: int = 0
    unbekannt: int = 0
    grund: Grund | None = None

    @property
    def anteil(self) -> Fraction | None:
        """The share where nothing is unknown."""
        return Fraction(self.zaehler, self.nenner) if self.nenner and not self.unbekannt and not self.grund else None

    @property
    def hoechstens(self) -> int:
        """The count if all that is unknown belonged to it."""
        return self.zaehler + self.unbekannt

    @property
    def bekannt(self) -> int:
        """Of how many it is known."""
        return self.nenner - self.unbekannt


def anteil(antworten: list[bool | None], leer: Grund, unbekannt: Grund = Grund.KEINE_ANGABE) -> Anteil:
    """The share of yes among answers; None is k. A. `leer`: reason without any, `unbekannt`: if each is k. A."""
    if not antworten:
        return Anteil(grund=leer)
    offen = antworten.count(None)
    return Anteil(antworten.count(True), len(antworten), offen, unbekannt if offen == len(antworten) else None)
