"""P7, P8, P9: the steps of participation as both sides see them. Steps are ordinal: medians, never a mean."""

from collections import Counter
from collections.abc import Iterable

from analysis.beteiligung.anteil import Anteil, Grund, anteil
from analysis.beteiligung.ausschnitt import Ausschnitt, gehaltene, ist_hauptpunkt, punkte
from analysis.beteiligung.merkmale import AB_HIER_BETEILIGUNG
from analysis.beteiligung.werte import Luecke, Median, Mediane, Punktstufe, Stufenanteile, Wertungszahl
from analysis.gremien.bestand import Gremienbestand
from models.gremientabellen import Top


def bewertete(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> tuple[Punktstufe, ...]:
    """The items that at least one side rated, oldest meeting first."""
    return tuple(Punktstufe(bestand.sitzung[t.sitzung_id], t) for t in punkte(bestand, ausschnitt) if _bewertet(t))


def mediane(alle: Iterable[Punktstufe]) -> Mediane:
    """P7: the middle step of each side over the items it rated."""
    alle = tuple(alle)
    return Mediane(median(p.verwaltung for p in alle), median(p.selbstvertretung for p in alle))


def median(stufen: Iterable[int | None]) -> Median:
    """The middle of the rated ones: one step, or between the two in the middle."""
    gegeben = sorted(s for s in stufen if s is not None)
    n = len(gegeben)
    return Median(gegeben[(n - 1) // 2], gegeben[n // 2], n) if n else Median()


def luecke(alle: Iterable[Punktstufe]) -> Luecke:
    """P8: median of the Verwaltung − median of the Selbstvertretung, as far as both rated something."""
    alle = tuple(alle)
    gemeinsam = sum(p.abstand is not None for p in alle)
    mitten = mediane(alle)
    v, s = mitten.verwaltung, mitten.selbstvertretung
    if v.unten is None or v.oben is None or s.unten is None or s.oben is None:
        return Luecke(gemeinsam=gemeinsam, einseitig=len(alle) - gemeinsam, grund=Grund.NICHTS_BEWERTET)
    return Luecke(v.unten - s.oben, v.oben - s.unten, gemeinsam, len(alle) - gemeinsam)


def mit_beteiligung(alle: Iterable[Punktstufe]) -> Stufenanteile:
    """P9: items from Mitbestimmung on among those the side rated."""
    alle = tuple(alle)
    return Stufenanteile(_ab(p.verwaltung for p in alle), _ab(p.selbstvertretung for p in alle))


def wertungen(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> tuple[Wertungszahl, ...]:
    """How many main items were rated at each meeting at which any was."""
    gehalten = gehaltene(bestand, ausschnitt)
    alle = (t for s in gehalten for t in bestand.tops.get(s.id, ()))
    gezaehlt = Counter(t.sitzung_id for t in alle if ist_hauptpunkt(t) and _bewertet(t))
    return tuple(Wertungszahl(s, gezaehlt[s.id]) for s in gehalten if gezaehlt[s.id])


def _ab(stufen: Iterable[int | None]) -> Anteil:
    return anteil([s >= AB_HIER_BETEILIGUNG for s in stufen if s is not None], Grund.NICHTS_BEWERTET)


def _bewertet(top: Top) -> bool:
    return top.stufe_verwaltung is not None or top.stufe_selbstvertretung is not None
