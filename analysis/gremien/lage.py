"""What one Gremium stands at on a day: its meetings with their attendance, its seats, what comes next."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from analysis.gremien import plaetze
from analysis.gremien.abwesenheit import Fehlend, fehlte_oft
from analysis.gremien.anwesenheit import Anwesenheit, rang
from analysis.gremien.bestand import Gremienbestand
from analysis.gremien.plaetze import Institution, Jahr, Plaetze
from models.gremientabellen import Barrierefreiheit, Gremium, Sitzung, Takt
from models.gremienworte import Gremientyp, Sitzungsstatus

_HAUPTGREMIEN: Final = (Gremientyp.KOOPERATIONSKONFERENZ, Gremientyp.STEUERUNGSGREMIUM)


@dataclass(frozen=True)
class Gremienlage:
    """One Gremium with everything its overview shows. `gehalten`: meetings that took place, oldest first."""

    gremium: Gremium
    gehalten: tuple[tuple[Sitzung, Anwesenheit], ...]
    plaetze: dict[str, Plaetze]
    jahre: tuple[Jahr, ...]
    takte: tuple[Takt, ...]
    institutionen: tuple[Institution, ...]
    barrieren: tuple[Barrierefreiheit, ...]
    heute: date
    naechste: Sitzung | None
    naechste_punkte: int
    ohne_ausgang: tuple[Sitzung, ...]
    """Planned meetings whose day has passed: whether they took place is not entered."""

    @property
    def beendet(self) -> bool:
        """Whether the Gremium no longer exists."""
        return self.gremium.gueltig_bis is not None and self.gremium.gueltig_bis < self.heute

    @property
    def letzte(self) -> tuple[Sitzung, Anwesenheit] | None:
        """The latest meeting that took place."""
        return self.gehalten[-1] if self.gehalten else None

    @property
    def gruppen(self) -> list[str]:
        """Groups with a named seat or with attendance, in the order of the list of groups."""
        gefunden = set(self.plaetze).union(*(a.gruppen for _, a in self.gehalten))
        return sorted(gefunden, key=rang)


def lage(bestand: Gremienbestand, gremium: Gremium, heute: date) -> Gremienlage:
    """The state of a Gremium on the day `heute`."""
    gehalten = tuple((s, bestand.anwesenheit(s)) for s in bestand.stattgefunden(gremium.id))
    geplant = [s for s in bestand.sitzungen.get(gremium.id, ()) if s.status == Sitzungsstatus.GEPLANT]
    naechste = next((s for s in geplant if s.datum >= heute), None)
    return Gremienlage(
        gremium,
        gehalten,
        plaetze.plaetze(bestand.sitzrahmen, gremium.id),
        tuple(plaetze.jahre(bestand.sitzungsrahmen, gremium.id)),
        bestand.takte.get(gremium.id, ()),
        tuple(plaetze.institutionen(bestand.teilnahmerahmen, bestand.sitzungsrahmen, gremium.id)),
        bestand.barrieren.get(gehalten[-1][0].id, ()) if gehalten else (),
        heute,
        naechste,
        len(bestand.tops.get(naechste.id, ())) if naechste else 0,
        tuple(s for s in geplant if s.datum < heute),
    )


def fehlende(bestand: Gremienbestand, gremium: Gremium) -> list[Fehlend]:
    """Who was expected and absent again and again. Only for the Geschäftsführung."""
    return fehlte_oft(bestand.teilnahmerahmen, bestand.sitzungsrahmen, bestand.sitzrahmen, gremium.id)


def zuletzt_getagt(bestand: Gremienbestand) -> tuple[Gremium, Sitzung, Anwesenheit] | None:
    """The latest meeting of the main Gremium of a region: the one that steers; without one any other; else None."""
    mit = [g for g in bestand.gremium.values() if bestand.stattgefunden(g.id)]
    haupt = next((g for g in mit if g.typ in _HAUPTGREMIEN), next(iter(mit), None))
    if haupt is None:
        return None
    sitzung = bestand.stattgefunden(haupt.id)[-1]
    return haupt, sitzung, bestand.anwesenheit(sitzung)
