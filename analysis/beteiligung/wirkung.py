"""P13, P14: what became of recommendations, as it is entered now."""

from datetime import date

from analysis.beteiligung.anteil import Anteil, Grund, anteil
from analysis.beteiligung.ausschnitt import Ausschnitt, empfehlungen
from analysis.gremien.bestand import Gremienbestand
from analysis.gremien.ruecklauf import werdegang
from models.gremienworte import Empfehlungsstatus


def wirksam(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> Anteil:
    """P13: accepted, partly accepted or done among those decided; what is open stays out."""
    alle = empfehlungen(bestand, ausschnitt)
    entschieden = [e.status for e in alle if e.status != Empfehlungsstatus.OFFEN]
    leer = Grund.NICHTS_ENTSCHIEDEN if alle else Grund.KEINE_EMPFEHLUNG
    return anteil([s != Empfehlungsstatus.ABGELEHNT for s in entschieden], leer)


def beantwortet(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> Anteil:
    """P14: recommendations with an answer among all. A refusal is an answer."""
    alle = empfehlungen(bestand, ausschnitt)
    return anteil([werdegang(bestand, e, date.max).beantwortet for e in alle], Grund.KEINE_EMPFEHLUNG)
