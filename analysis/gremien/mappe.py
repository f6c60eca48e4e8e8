"""What the papers of a meeting hold beside the figures: agenda, Rücklauf, attendance, what is due. Pure, not worded."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from analysis.gremien.anwesenheit import Anwesenheit
from analysis.gremien.bestand import Gremienbestand
from analysis.gremien.ruecklauf import offene, status_am
from models.gremientabellen import Amtszeit, Empfehlung, Gremium, Massnahme, Rolle, Sitzung, Teilnahme, Top
from models.gremienworte import (
    Empfehlungsstatus,
    Massnahmenstatus,
    Sitzungsform,
    Sitzungsstatus,
    Topart,
)

FRIST: Final = timedelta(weeks=4)
"""So long before the meeting needs are asked for, if no day is entered: a proposal."""


class Fehlend(StrEnum):
    """What a meeting still lacks for its papers."""

    ORT = "ort"
    FORM = "form"
    TAGESORDNUNG = "tagesordnung"
    TEILNAHME = "teilnahme"
    ERGEBNISSE = "ergebnisse"


@dataclass(frozen=True)
class Frist:
    """Until when needs can be told. `vorschlag`: nobody has entered a day."""

    tag: date
    vorschlag: bool


@dataclass(frozen=True)
class Punkt:
    """An item as it stands in the papers, with the number it has everywhere.

    `top` and `nummer` None: the Rücklauf, which nobody has entered.
    """

    nummer: int | None
    top: Top | None
    empfehlungen: tuple[Empfehlung, ...] = ()


@dataclass(frozen=True)
class Ruecklaufzeile:
    """One recommendation of an earlier meeting, and what this one is told about it.

    `status` and `text` are those of the report to this meeting, `berichtet` if there is one; else the state on its day
    and the answer.
    """

    sitzung: Sitzung
    empfehlung: Empfehlung
    status: str
    text: str
    berichtet: bool
    massnahmen: tuple[Massnahme, ...]


@dataclass(frozen=True)
class Wiedervorlage:
    """Something that is due. `stelle`: the office, empty if none is entered. `bis` None: no day is set."""

    schluessel: str
    bis: date | None
    stelle: str
    was: str
    empfehlung: Empfehlung
    status: str


@dataclass(frozen=True)
class Papiere:
    """A meeting with everything entered about it, as its papers need it."""

    bestand: Gremienbestand
    gremium: Gremium
    sitzung: Sitzung

    @property
    def synthetisch(self) -> bool:
        """Whether the meeting is invented."""
        return self.sitzung.synthetisch or self.gremium.synthetisch

    @property
    def fand_statt(self) -> bool:
        """Whether there are papers of what happened."""
        return self.sitzung.status == Sitzungsstatus.STATTGEFUNDEN

    @property
    def teilnahmen(self) -> tuple[Teilnahme, ...]:
        """Attendance as entered."""
        return self.bestand.teilnahmen.get(self.sitzung.id, ())

    @property
    def anwesenheit(self) -> Anwesenheit:
        """Who was there, counted as everywhere."""
        return self.bestand.anwesenheit(self.sitzung)

    @property
    def frist(self) -> Frist:
        """Until when needs can be told."""
        if self.sitzung.rueckmeldung_bis is not None:
            return Frist(self.sitzung.rueckmeldung_bis, vorschlag=False)
        return Frist(self.sitzung.datum - FRIST, vorschlag=True)

    @property
    def geschaeftsfuehrung(self) -> str:
        """The office that runs the Gremium on the day of the meeting; empty if none is entered."""
        rollen = [r for r in self.bestand.e.rollen if r.gremium_id == self.gremium.id and fuehrt(r)]
        zeiten = [z for r in rollen for z in self.bestand.amtszeiten.get(r.id, ()) if _gilt(z, self.sitzung.datum)]
        return zeiten[0].inhaber if zeiten else ""

    @property
    def fehlend(self) -> tuple[Fehlend, ...]:
        """What is missing, in the order of the papers."""
        return tuple(self._fehlend())

    def _fehlend(self) -> Iterator[Fehlend]:
        s = self.sitzung
        eigene = [p.top for p in self.tagesordnung if p.top is not None and p.top.art != Topart.RUECKLAUF]
        if s.status == Sitzungsstatus.AUSGEFALLEN:
            return
        if not s.ort and s.form != Sitzungsform.ONLINE:
            yield Fehlend.ORT
        elif s.form is None:
            yield Fehlend.FORM
        if not eigene:
            yield Fehlend.TAGESORDNUNG
        if self.fand_statt:
            if not self.teilnahmen:
                yield Fehlend.TEILNAHME
            if any(not t.ergebnis for t in eigene):
                yield Fehlend.ERGEBNISSE

    @property
    def tagesordnung(self) -> tuple[Punkt, ...]:
        """The items in their order. A Rücklauf that is none of them goes ahead of them without a number: before a
        meeting always, afterwards only if the meeting was told something. Else it is not said to have had one.
        """
        tops = self.bestand.tops.get(self.sitzung.id, ())
        punkte = [Punkt(t.nummer, t, self.bestand.empfehlungen.get(t.id, ())) for t in tops]
        steht_an = self.sitzung.status == Sitzungsstatus.GEPLANT or any(
            r.sitzung_id == self.sitzung.id for r in self.bestand.e.rueckmeldungen
        )
        vorn = steht_an and all(t.art != Topart.RUECKLAUF for t in tops)
        return (Punkt(None, None), *punkte) if vorn else tuple(punkte)

    @property
    def ruecklauf(self) -> tuple[Ruecklaufzeile, ...]:
        """What the first item carries over (`analysis.gremien.ruecklauf.offene`), and what this meeting is told."""
        return tuple(map(self._ruecklaufzeile, offene(self.bestand, self.sitzung)))

    def _ruecklaufzeile(self, e: Empfehlung) -> Ruecklaufzeile:
        berichte = self.bestand.rueckmeldungen.get(e.id, ())
        hier = next((r for r in berichte if r.sitzung_id == self.sitzung.id), None)
        return Ruecklaufzeile(
            sitzung=self.bestand.sitzung_der(e),
            empfehlung=e,
            status=hier.status if hier else status_am(self.bestand, e, self.sitzung.datum),
            text=hier.text if hier else "",
            berichtet=hier is not None,
            massnahmen=self.bestand.massnahmen.get(e.id, ()),
        )

    @property
    def empfehlungen(self) -> tuple[Empfehlung, ...]:
        """What this meeting recommended."""
        return tuple(e for p in self.tagesordnung for e in p.empfehlungen)

    @property
    def wiedervorlagen(self) -> tuple[Wiedervorlage, ...]:
        """What is due after this meeting, carried over or new, by day; what has no day comes last."""
        alle = dict.fromkeys(e.id for e in (*(z.empfehlung for z in self.ruecklauf), *self.empfehlungen))
        nach_id = {e.id: e for e in self.bestand.e.empfehlungen}
        zeilen = [w for schluessel in alle for w in self._faellig(nach_id[schluessel])]
        return tuple(sorted(zeilen, key=lambda w: (w.bis or date.max, w.stelle, w.schluessel)))

    def _faellig(self, e: Empfehlung) -> Iterator[Wiedervorlage]:
        massnahmen = self.bestand.massnahmen.get(e.id, ())
        for m in massnahmen:
            if m.status in (Massnahmenstatus.OFFEN, Massnahmenstatus.LAEUFT):
                yield Wiedervorlage(m.id, m.bis, m.verantwortlich, m.text, e, m.status)
        if not massnahmen and e.status == Empfehlungsstatus.OFFEN:
            yield Wiedervorlage(e.id, None, e.an, "", e, e.status)


def fuehrt(rolle: Rolle) -> bool:
    """Whether a role is the Geschäftsführung: a welcome or a lecture makes nobody the office that invites."""
    return "geschäftsführung" in rolle.name.lower()


def _gilt(zeit: Amtszeit, tag: date) -> bool:
    return (zeit.von or date.min) <= tag <= (zeit.bis or date.max)
