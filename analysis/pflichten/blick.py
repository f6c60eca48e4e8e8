"""What is entered about a region as seen on a day: rows dated later are not read, so a past day keeps its list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from analysis.gremien.bestand import Gremienbestand
from models.gremientabellen import Amtszeit, Gremium, Rolle, Sitzung, Vereinbarung
from models.gremienworte import Sitzungsstatus
from models.pflichttabellen import Nachweis, Pflicht


@dataclass(frozen=True)
class Sitzungslage:
    """The meetings of a Gremium in a year as seen on a day. `ohne_ausgang`: the day has passed, the outcome lacks.

    `geplant`: later than the day, whatever became of them.
    """

    gehalten: tuple[Sitzung, ...] = ()
    ausgefallen: tuple[Sitzung, ...] = ()
    ohne_ausgang: tuple[Sitzung, ...] = ()
    geplant: tuple[Sitzung, ...] = ()


@dataclass(frozen=True)
class Blick:
    """The rows of a region that are read on the day `stand`."""

    bestand: Gremienbestand
    stand: date

    def gab_es(self, tag: date | None) -> bool:
        """Whether a day had come; False without one."""
        return tag is not None and tag <= self.stand

    @cached_property
    def nachweise(self) -> tuple[Nachweis, ...]:
        """The entries up to the day, oldest first."""
        return tuple(sorted((n for n in self.bestand.e.nachweise if self.gab_es(n.datum)), key=lambda n: n.datum))

    @cached_property
    def vereinbarungen(self) -> tuple[Vereinbarung, ...]:
        """The agreements closed up to the day."""
        return tuple(v for v in self.bestand.e.vereinbarungen if self.gab_es(v.geschlossen))

    def zu(self, rule: str, instanz: str) -> tuple[Nachweis, ...]:
        """The entries about one instance."""
        return tuple(n for n in self.nachweise if (n.rule, n.instanz) == (rule, instanz))

    def regel(self, rule: str) -> Pflicht | None:
        """A rule of the region by its number."""
        return next((p for p in self.bestand.e.pflichten if p.rule == rule), None)

    def stattgefunden(self, gremium: str | None) -> tuple[Sitzung, ...]:
        """The meetings of a Gremium that took place, oldest first."""
        return tuple(s for s in self.bestand.stattgefunden(gremium or "") if self.gab_es(s.datum))

    def sitzungen(self, gremium: str | None, jahr: int) -> Sitzungslage:
        """The meetings of a Gremium in a calendar year."""
        alle = [s for s in self.bestand.sitzungen.get(gremium or "", ()) if s.datum.year == jahr]
        bisher = [s for s in alle if s.datum <= self.stand]
        je_status = {status: tuple(s for s in bisher if s.status == status) for status in Sitzungsstatus}
        return Sitzungslage(
            gehalten=je_status[Sitzungsstatus.STATTGEFUNDEN],
            ausgefallen=je_status[Sitzungsstatus.AUSGEFALLEN],
            ohne_ausgang=je_status[Sitzungsstatus.GEPLANT],
            geplant=tuple(s for s in alle if s.datum > self.stand),
        )

    def gehalten(self, gremien: Iterable[str], jahr: int) -> tuple[Sitzung, ...]:
        """The meetings of several Gremien that took place in a year, oldest first."""
        gefunden = (s for g in gremien for s in self.sitzungen(g, jahr).gehalten)
        return tuple(sorted(gefunden, key=lambda s: (s.datum, s.id)))

    def teile(self, gremium: str | None) -> tuple[Gremium, ...]:
        """The parts of a Gremium, such as the workshops of the LSP."""
        return tuple(g for g in self.bestand.e.gremien if gremium and g.uebergeordnet_id == gremium)

    def amtszeiten(self, gremium: str | None) -> tuple[Amtszeit, ...]:
        """Who held the role of a Gremium that changes, by the first day; terms that began later are not read."""
        rollen: list[Rolle] = [r for r in self.bestand.e.rollen if gremium and r.gremium_id == gremium]
        ids = [r.id for r in rollen if r.wechsel_jahre is not None]
        zeiten = (a for i in ids for a in self.bestand.amtszeiten.get(i, ()) if self.gab_es(a.von))
        return tuple(sorted(zeiten, key=lambda a: a.von or self.stand))
