"""P15: from which parts of the region institutions of the Selbstvertretung came. The places of institutions only.

Who was counted without an institution, or with one whose place is not known, may be from anywhere: as many
Planungsräume as there are such people may be represented on top ("mindestens").
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

from analysis.beteiligung.anteil import Anteil, Grund
from analysis.beteiligung.ausschnitt import Ausschnitt, sitzungen
from analysis.gremien.bestand import Gremienbestand
from models.gremientabellen import Sitzung
from models.gremienworte import Gruppe


def vertreten(bestand: Gremienbestand, ausschnitt: Ausschnitt, planungsraeume: Collection[str]) -> Anteil:
    """P15: Planungsräume with an institution that came at least once. `planungsraeume`: the ids of all."""
    alle, raeume = sitzungen(bestand, ausschnitt), frozenset(planungsraeume)
    if not alle or not raeume:
        return Anteil(grund=Grund.KEINE_SITZUNG if raeume else Grund.KEINE_EINTEILUNG)
    orte = _orte(bestand, raeume)
    belegt: set[str] = set()
    ohne_ort: int | None = 0
    for sitzung in alle:
        da, offen = _gekommen(bestand, sitzung, orte)
        belegt |= da
        ohne_ort = None if ohne_ort is None or offen is None else ohne_ort + offen
    rest = len(raeume) - len(belegt)
    unbekannt = rest if ohne_ort is None else min(rest, ohne_ort)
    grund = Grund.KEINE_ANGABE if unbekannt == len(raeume) else None
    return Anteil(len(belegt), len(raeume), unbekannt, grund)


def vertretene(bestand: Gremienbestand, ausschnitt: Ausschnitt, planungsraeume: Collection[str]) -> frozenset[str]:
    """The Planungsräume (ids) with an institution that came at least once."""
    orte = _orte(bestand, frozenset(planungsraeume))
    return frozenset(ort for s in sitzungen(bestand, ausschnitt) for ort in _gekommen(bestand, s, orte)[0])


def _gekommen(bestand: Gremienbestand, sitzung: Sitzung, orte: Mapping[str, str]) -> tuple[set[str], int | None]:
    """The places of a meeting, and how many people came from unknown ones; None: nobody knows how many."""
    zeilen = [
        t for t in bestand.teilnahmen.get(sitzung.id, ()) if t.gruppe == Gruppe.SELBSTVERTRETUNG and t.organisation
    ]
    mit_ort = [(orte[_schluessel(t.organisation)], t.anwesend) for t in zeilen if _schluessel(t.organisation) in orte]
    gezaehlt = bestand.anwesenheit(sitzung).selbstvertretung.genau
    offen = None if gezaehlt is None else max(0, gezaehlt - sum(anwesend or 0 for _, anwesend in mit_ort))
    return {ort for ort, anwesend in mit_ort if anwesend}, offen


def _orte(bestand: Gremienbestand, raeume: Collection[str]) -> dict[str, str]:
    """Name or other name of an institution -> its Planungsraum. A name of two places has none."""
    gefunden: dict[str, set[str | None]] = defaultdict(set)
    for organisation in bestand.e.organisationen:
        ort = organisation.planungsraum if organisation.planungsraum in raeume else None
        for name in (organisation.name, *organisation.aliase):
            gefunden[_schluessel(name)].add(ort)
    return {name: ort for name, orte in gefunden.items() if len(orte) == 1 and (ort := next(iter(orte))) is not None}


def _schluessel(name: str) -> str:
    return " ".join(name.split()).casefold()
