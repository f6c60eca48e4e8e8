"""P10: who sets what is talked about."""

from analysis.beteiligung.anteil import Anteil, Grund, anteil
from analysis.beteiligung.ausschnitt import Ausschnitt, ist_hauptpunkt, punkte, sitzungen
from analysis.gremien.bestand import Gremienbestand
from models.gremienworte import Gruppe


def eigene_punkte(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> Anteil:
    """P10: items brought in by the Selbstvertretung among all but the fixed ones. Nobody named: k. A."""
    haupt = (t for t in punkte(bestand, ausschnitt) if ist_hauptpunkt(t))
    return anteil(
        [t.eingebracht_von == Gruppe.SELBSTVERTRETUNG if t.eingebracht_von else None for t in haupt],
        Grund.KEIN_PUNKT,
    )


def ohne_tagesordnung(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> int:
    """Meetings that took place and have no item entered."""
    return sum(not bestand.tops.get(s.id) for s in sitzungen(bestand, ausschnitt))
