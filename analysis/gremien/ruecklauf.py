"""What became of the recommendations: the way of each, where it stands, and what a meeting still has to hear of."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from analysis.gremien.bestand import Gremienbestand
from data_access.gremien.offene import ist_beendet
from models.gremientabellen import Empfehlung, Massnahme, Rueckmeldung, Sitzung, Top
from models.gremienworte import Empfehlungsstatus, Massnahmenstatus, Sitzungsstatus


class Lage(StrEnum):
    """Where a recommendation stands, each in exactly one. In the order in which they are told."""

    ERLEDIGT = "erledigt"
    IN_ARBEIT = "in_arbeit"
    ANGENOMMEN = "angenommen"
    TEILWEISE = "teilweise"
    ABGELEHNT = "abgelehnt"
    ABGELEHNT_OHNE_GRUND = "abgelehnt_ohne_grund"
    BEANTWORTET = "beantwortet"
    OHNE_ANTWORT = "ohne_antwort"


UNFERTIG: Final = (Massnahmenstatus.OFFEN, Massnahmenstatus.LAEUFT)
BEGONNEN: Final = (Massnahmenstatus.LAEUFT, Massnahmenstatus.ERLEDIGT)


@dataclass(frozen=True)
class Station:
    """A later meeting on whose first item a recommendation stood. `rueckmeldung` None: nothing is entered for it."""

    sitzung: Sitzung
    rueckmeldung: Rueckmeldung | None


@dataclass(frozen=True)
class Werdegang:
    """The way of one recommendation up to a day (`tag`). Measures are as they are entered now: they have no history."""

    empfehlung: Empfehlung
    top: Top
    sitzung: Sitzung
    massnahmen: tuple[Massnahme, ...]
    stationen: tuple[Station, ...]
    status: str
    tag: date

    @property
    def beantwortet(self) -> bool:
        """Whether there is an answer by `tag`, be it that it is still looked at."""
        am = self.empfehlung.antwort_am
        return self.status != Empfehlungsstatus.OFFEN or (
            bool(self.empfehlung.antwort or am) and (am is None or am <= self.tag)
        )

    @property
    def lage(self) -> Lage:
        """The one class it belongs to."""
        match self.status:
            case Empfehlungsstatus.ERLEDIGT:
                return Lage.ERLEDIGT
            case Empfehlungsstatus.ANGENOMMEN:
                begonnen = any(m.status in BEGONNEN for m in self.massnahmen)
                return Lage.IN_ARBEIT if begonnen else Lage.ANGENOMMEN
            case Empfehlungsstatus.TEILWEISE:
                return Lage.TEILWEISE
            case Empfehlungsstatus.ABGELEHNT:
                return Lage.ABGELEHNT if self.empfehlung.grund else Lage.ABGELEHNT_OHNE_GRUND
        return Lage.BEANTWORTET if self.beantwortet else Lage.OHNE_ANTWORT

    @property
    def tage_bis_antwort(self) -> int | None:
        """Days from the meeting to the answer; None without the day of an answer."""
        am = self.empfehlung.antwort_am
        return None if am is None else (am - self.sitzung.datum).days


def termin_vorbei(massnahme: Massnahme, tag: date) -> bool:
    """Whether the day a measure was to be done by has passed. A working date of one's own, no duty."""
    return massnahme.bis is not None and massnahme.bis < tag and massnahme.status in UNFERTIG


def jahre(bestand: Gremienbestand, gremium: str) -> tuple[int, ...]:
    """The years in which a Gremium or a part of it recommended something, oldest first."""
    return tuple(sorted({s.datum.year for s in bestand.vorgelegt(gremium) if _von(bestand, s)}))


def gezeigtes_jahr(bestand: Gremienbestand, sitzung: Sitzung) -> int:
    """The year of a meeting; of one that has not been yet and has no recommendation, the latest year before with one.

    So a link to the next meeting leads to what it will hear of.
    """
    eigenes = sitzung.datum.year
    alle = jahre(bestand, sitzung.gremium_id)
    if eigenes in alle or sitzung.status == Sitzungsstatus.STATTGEFUNDEN:
        return eigenes
    return max((j for j in alle if j < eigenes), default=eigenes)


def ruecklauf(bestand: Gremienbestand, gremium: str, jahr: int, tag: date, thema: str = "") -> tuple[Werdegang, ...]:
    """The ways of all recommendations of a year up to `tag`, by meeting, item and number; `thema`: only of one.

    Those of the parts of a Gremium (the workshops of the LSP) are among them.
    """
    sitzungen = [s for s in bestand.vorgelegt(gremium) if s.datum.year == jahr]
    empfehlungen = [e for s in sitzungen for e in _von(bestand, s)]
    wege = (werdegang(bestand, e, tag) for e in empfehlungen)
    return tuple(w for w in wege if not thema or w.top.thema == thema)


def werdegang(bestand: Gremienbestand, empfehlung: Empfehlung, tag: date) -> Werdegang:
    """The way of one recommendation up to `tag`."""
    sitzung = bestand.sitzung_der(empfehlung)
    return Werdegang(
        empfehlung,
        bestand.top[empfehlung.top_id],
        sitzung,
        bestand.massnahmen.get(empfehlung.id, ()),
        tuple(_stationen(bestand, empfehlung)),
        status_am(bestand, empfehlung, tag),
        tag,
    )


def zaehle(wege: Iterable[Werdegang]) -> dict[Lage, int]:
    """How many stand where, in the order of `Lage`, without the empty classes."""
    gezaehlt = Counter(w.lage for w in wege)
    return {lage: gezaehlt[lage] for lage in Lage if gezaehlt[lage]}


def offene(bestand: Gremienbestand, sitzung: Sitzung) -> tuple[Empfehlung, ...]:
    """What the first item of a meeting carries over: the recommendations of earlier ones that are not finished.

    Those of the parts of the Gremium are among them. Finished: done, or refused with a reason, and an earlier meeting
    was told so. Nothing ends unheard.
    """
    return tuple(
        e
        for s in bestand.vorgelegt(sitzung.gremium_id)
        if s.datum < sitzung.datum
        for e in _von(bestand, s)
        if not ist_beendet(e, _zuletzt_gesagt(bestand, e, sitzung.datum))
    )


def naechste_sitzung(bestand: Gremienbestand, gremium: str, tag: date) -> Sitzung | None:
    """The first planned meeting from `tag` on."""
    return next(
        (s for s in bestand.sitzungen.get(gremium, ()) if s.status == Sitzungsstatus.GEPLANT and s.datum >= tag),
        None,
    )


def status_am(bestand: Gremienbestand, empfehlung: Empfehlung, tag: date) -> str:
    """The state of a recommendation on a day, as its answer and the later meetings tell it.

    Between an answer and the first report the answer is read from that report: what is done was accepted before.
    """
    berichte = _berichte(bestand, empfehlung)
    vorher = [r.status for am, r in berichte if am <= tag]
    nachher = [r.status for am, r in berichte if am > tag]
    beantwortet = empfehlung.antwort_am is not None and empfehlung.antwort_am <= tag
    if not nachher and (beantwortet or empfehlung.antwort_am is None):
        return empfehlung.status
    if vorher:
        return vorher[-1]
    if not beantwortet:
        return Empfehlungsstatus.OFFEN
    return Empfehlungsstatus.ANGENOMMEN if nachher[0] == Empfehlungsstatus.ERLEDIGT else nachher[0]


def _stationen(bestand: Gremienbestand, empfehlung: Empfehlung) -> Iterable[Station]:
    """The later meetings that had it on their first item or were told of it, oldest first.

    Of the planned ones the next of each Gremium.
    """
    gesagt = {r.sitzung_id: r for _, r in _berichte(bestand, empfehlung)}
    geplant: set[str] = set()
    for spaeter in bestand.hoert(empfehlung):
        ist_geplant = spaeter.status == Sitzungsstatus.GEPLANT
        steht_an = spaeter.status != Sitzungsstatus.AUSGEFALLEN and not (ist_geplant and spaeter.gremium_id in geplant)
        geplant |= {spaeter.gremium_id} if ist_geplant else set()
        offen = not ist_beendet(empfehlung, _zuletzt_gesagt(bestand, empfehlung, spaeter.datum))
        if spaeter.id in gesagt or (offen and steht_an):
            yield Station(spaeter, gesagt.get(spaeter.id))


def _zuletzt_gesagt(bestand: Gremienbestand, empfehlung: Empfehlung, vor: date) -> str | None:
    gesagt = [r.status for am, r in _berichte(bestand, empfehlung) if am < vor]
    return gesagt[-1] if gesagt else None


def _berichte(bestand: Gremienbestand, empfehlung: Empfehlung) -> list[tuple[date, Rueckmeldung]]:
    alle = bestand.rueckmeldungen.get(empfehlung.id, ())
    return sorted(((bestand.sitzung[r.sitzung_id].datum, r) for r in alle), key=lambda p: (p[0], p[1].sitzung_id))


def _von(bestand: Gremienbestand, sitzung: Sitzung) -> list[Empfehlung]:
    """The recommendations of a meeting, by item and number."""
    return [
        e
        for top in bestand.tops.get(sitzung.id, ())
        for e in sorted(bestand.empfehlungen.get(top.id, ()), key=_nach_nummer)
    ]


def _nach_nummer(empfehlung: Empfehlung) -> tuple[tuple[int, str], ...]:
    """ "e-…-10" after "e-…-9"."""
    return tuple((int(t), "") if t.isdigit() else (0, t) for t in re.split(r"(\d+)", empfehlung.id))
