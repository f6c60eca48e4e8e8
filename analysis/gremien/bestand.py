"""The Gremien of one region at one moment: everything entered, with the ways from one thing to another."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

import dataframely as dy
import polars as pl

from analysis.gremien.anwesenheit import Anwesenheit, anwesenheit
from data_access.gremien.lesen import Eintragungen, lies
from data_access.gremien.offene import gehoert_zu
from models.gremienrahmen import Sitze, Sitzungen, Teilnahmen
from models.gremientabellen import (
    Amtszeit,
    Barrierefreiheit,
    Empfehlung,
    Gremium,
    Massnahme,
    Rueckmeldung,
    Sitz,
    Sitzung,
    Takt,
    Teilnahme,
    Top,
)
from models.gremienworte import Sitzungsstatus

T = TypeVar("T")


@dataclass(frozen=True)
class Gremienbestand:
    """Everything entered about the Gremien of a region."""

    region: str
    e: Eintragungen

    @cached_property
    def gremium(self) -> Mapping[str, Gremium]:
        """The Gremien by id, in their order."""
        return {g.id: g for g in self.e.gremien}

    @cached_property
    def sitzung(self) -> Mapping[str, Sitzung]:
        """The meetings by id, oldest first."""
        return {s.id: s for s in self.e.sitzungen}

    @cached_property
    def top(self) -> Mapping[str, Top]:
        """The items of all agendas by id."""
        return {t.id: t for t in self.e.tops}

    @cached_property
    def takte(self) -> Mapping[str, tuple[Takt, ...]]:
        """Gremium -> how often it meets, by source; the text of an agreement before its Anlagen."""
        return _je(self.e.takte, "gremium_id")

    @cached_property
    def sitze(self) -> Mapping[str, tuple[Sitz, ...]]:
        """Gremium -> whom its agreement names."""
        return _je(self.e.sitze, "gremium_id")

    @cached_property
    def amtszeiten(self) -> Mapping[str, tuple[Amtszeit, ...]]:
        """Role -> who held it when."""
        return _je(self.e.amtszeiten, "rolle_id")

    @cached_property
    def sitzungen(self) -> Mapping[str, tuple[Sitzung, ...]]:
        """Gremium -> its meetings, oldest first."""
        return _je(self.e.sitzungen, "gremium_id")

    @cached_property
    def teilnahmen(self) -> Mapping[str, tuple[Teilnahme, ...]]:
        """Meeting -> attendance."""
        return _je(self.e.teilnahmen, "sitzung_id")

    @cached_property
    def barrieren(self) -> Mapping[str, tuple[Barrierefreiheit, ...]]:
        """Meeting -> accessibility."""
        return _je(self.e.barrieren, "sitzung_id")

    @cached_property
    def tops(self) -> Mapping[str, tuple[Top, ...]]:
        """Meeting -> its agenda."""
        return _je(self.e.tops, "sitzung_id")

    @cached_property
    def empfehlungen(self) -> Mapping[str, tuple[Empfehlung, ...]]:
        """Item of an agenda -> what was recommended there."""
        return _je(self.e.empfehlungen, "top_id")

    @cached_property
    def massnahmen(self) -> Mapping[str, tuple[Massnahme, ...]]:
        """Recommendation -> what is done about it."""
        return _je(self.e.massnahmen, "empfehlung_id")

    @cached_property
    def rueckmeldungen(self) -> Mapping[str, tuple[Rueckmeldung, ...]]:
        """Recommendation -> what later meetings were told."""
        return _je(self.e.rueckmeldungen, "empfehlung_id")

    def sitzung_der(self, empfehlung: Empfehlung) -> Sitzung:
        """The meeting a recommendation comes from."""
        return self.sitzung[self.top[empfehlung.top_id].sitzung_id]

    def vorgelegt(self, gremium: str) -> tuple[Sitzung, ...]:
        """The meetings whose recommendations a Gremium hears of: its own and those of its parts, oldest first."""
        teile = {g.id for g in self.e.gremien if gehoert_zu(g, gremium)}
        return tuple(s for s in self.e.sitzungen if s.gremium_id in teile)

    def hoert(self, empfehlung: Empfehlung) -> tuple[Sitzung, ...]:
        """The later meetings that hear of a recommendation: of its Gremium and of the one above it, oldest first."""
        herkunft = self.sitzung_der(empfehlung)
        eigenes = self.gremium[herkunft.gremium_id]
        return tuple(s for s in self.e.sitzungen if s.datum > herkunft.datum and gehoert_zu(eigenes, s.gremium_id))

    def am(self, gremium: str, datum: date) -> Sitzung | None:
        """The meeting of a Gremium on a day."""
        return next((s for s in self.sitzungen.get(gremium, ()) if s.datum == datum), None)

    def stattgefunden(self, gremium: str) -> tuple[Sitzung, ...]:
        """The meetings that took place, oldest first."""
        alle = self.sitzungen.get(gremium, ())
        return tuple(s for s in alle if s.status == Sitzungsstatus.STATTGEFUNDEN)

    def anwesenheit(self, sitzung: Sitzung) -> Anwesenheit:
        """Who was at a meeting, beside the groups that the register names for its Gremium."""
        if sitzung.id not in self._gezaehlt:
            genannte = {s.gruppe for s in self.sitze.get(sitzung.gremium_id, ())}
            self._gezaehlt[sitzung.id] = anwesenheit(self.teilnahmen.get(sitzung.id, ()), genannte)
        return self._gezaehlt[sitzung.id]

    @cached_property
    def _gezaehlt(self) -> dict[str, Anwesenheit]:
        """What `anwesenheit` has counted already: many figures ask for the same meeting."""
        return {}

    @cached_property
    def sitzrahmen(self) -> dy.DataFrame[Sitze]:
        """The named seats as a frame."""
        zeilen = [(s.gremium_id, s.gruppe, s.wortlaut, s.anzahl, s.stimmrecht) for s in self.e.sitze]
        return _rahmen(Sitze, zeilen)

    @cached_property
    def sitzungsrahmen(self) -> dy.DataFrame[Sitzungen]:
        """The meetings as a frame."""
        zeilen = [(s.id, s.gremium_id, s.datum, s.status, s.synthetisch) for s in self.e.sitzungen]
        return _rahmen(Sitzungen, zeilen)

    @cached_property
    def teilnahmerahmen(self) -> dy.DataFrame[Teilnahmen]:
        """Attendance as a frame."""
        zeilen = [
            (t.sitzung_id, t.gruppe, t.organisation, t.eingeladen, t.anwesend, t.rederecht_genutzt)
            for t in self.e.teilnahmen
        ]
        return _rahmen(Teilnahmen, zeilen)


def lade(region: str) -> Gremienbestand:
    """The Gremien of a region as they are entered now."""
    return Gremienbestand(region, lies(region))


def _je(zeilen: Iterable[T], feld: str) -> Mapping[str, tuple[T, ...]]:
    gruppen: dict[Hashable, list[T]] = defaultdict(list)
    for zeile in zeilen:
        gruppen[getattr(zeile, feld)].append(zeile)
    return {str(schluessel): tuple(gruppe) for schluessel, gruppe in gruppen.items()}


S = TypeVar("S", bound=dy.Schema)


def _rahmen(schema: type[S], zeilen: list[tuple[Any, ...]]) -> dy.DataFrame[S]:
    return schema.validate(pl.DataFrame(zeilen, schema=schema.create_empty().schema, orient="row"), cast=True)
