"""What part of everything entered is measured: which Gremien, year, theme and Planungsraum; and two thresholds.

The year is that of the meeting; a recommendation belongs to the meeting it comes from. Theme and Planungsraum cut the
items of the agendas and what follows from them, never who was there (`merkmale.Merkmal.folgt_punkten`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.gremien.bestand import Gremienbestand
from models.gremientabellen import Empfehlung, Gremium, Sitzung, Top
from models.gremienworte import Topart

FESTE_PUNKTE = frozenset({Topart.RUECKLAUF, Topart.VERSCHIEDENES})
"""Items that stand on every agenda: nobody brings them in."""


@dataclass(frozen=True)
class Ausschnitt:
    """The Gremien (ids) and, if given, one year, one theme, one Planungsraum."""

    gremien: tuple[str, ...]
    jahr: int | None = None
    thema: str | None = None
    planungsraum: str | None = None

    @property
    def nach_punkten(self) -> bool:
        """Whether items are cut: some figures are then about a part of the meetings' work, others are not."""
        return self.thema is not None or self.planungsraum is not None


@dataclass(frozen=True)
class Schwellen:
    """What counts as enough: `mindestens` people of the Selbstvertretung at a meeting; papers `tage` days before."""

    mindestens: int = 2
    tage: int = 14


def gremien(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> tuple[Gremium, ...]:
    """The Gremien that existed in the year; without a year all that were chosen. Unknown ids are left out."""
    gewaehlt = [bestand.gremium[g] for g in dict.fromkeys(ausschnitt.gremien) if g in bestand.gremium]
    return tuple(sorted((g for g in gewaehlt if _gab_es(g, ausschnitt.jahr)), key=lambda g: (g.reihenfolge, g.id)))


def gehaltene(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> tuple[Sitzung, ...]:
    """The meetings that took place, oldest first."""
    alle = (s for g in set(ausschnitt.gremien) for s in bestand.stattgefunden(g))
    return tuple(sorted((s for s in alle if ausschnitt.jahr in (None, s.datum.year)), key=lambda s: (s.datum, s.id)))


def sitzungen(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> tuple[Sitzung, ...]:
    """The meetings that are counted, oldest first: those that took place.

    A workshop on the day of the meeting it is a part of is not one more: the same people would be counted twice.
    """
    alle = gehaltene(bestand, ausschnitt)
    tage = {(s.gremium_id, s.datum) for s in alle}
    return tuple(s for s in alle if (bestand.gremium[s.gremium_id].uebergeordnet_id, s.datum) not in tage)


def punkte(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> tuple[Top, ...]:
    """The items of all meetings that took place, those of workshops too, by meeting and number."""
    alle = (t for s in gehaltene(bestand, ausschnitt) for t in _agenda(bestand, s))
    return tuple(
        t for t in alle if ausschnitt.thema in (None, t.thema) and ausschnitt.planungsraum in (None, t.planungsraum)
    )


def empfehlungen(bestand: Gremienbestand, ausschnitt: Ausschnitt) -> tuple[Empfehlung, ...]:
    """The recommendations that came out of these items."""
    return tuple(e for t in punkte(bestand, ausschnitt) for e in bestand.empfehlungen.get(t.id, ()))


def jahre(bestand: Gremienbestand, gewaehlte: Iterable[str]) -> tuple[int, ...]:
    """The years with a meeting that took place, oldest first."""
    return tuple(sorted({s.datum.year for g in gewaehlte for s in bestand.stattgefunden(g)}))


def ist_hauptpunkt(top: Top) -> bool:
    """Whether an item is not one of the fixed ones."""
    return top.art not in FESTE_PUNKTE


def _gab_es(gremium: Gremium, jahr: int | None) -> bool:
    von, bis = gremium.gueltig_von, gremium.gueltig_bis
    return jahr is None or ((von is None or von.year <= jahr) and (bis is None or jahr <= bis.year))


def _agenda(bestand: Gremienbestand, sitzung: Sitzung) -> list[Top]:
    return sorted(bestand.tops.get(sitzung.id, ()), key=lambda t: t.nummer)
