"""Due days, planned meetings and own dates as a calendar file (iCalendar, RFC 5545) for Outlook and others.

All entries last all day and leave the day free. The UID of an entry never changes, so that a file that is read in again
replaces what it brought before.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event

from analysis.gremien.bestand import Gremienbestand
from analysis.pflichten.einmaliges import KUENDIGUNG
from analysis.pflichten.faelle import bezugsjahr
from analysis.pflichten.stand import Pflichtstand, Sicht, nach_aussen, nach_innen
from analysis.pflichten.urteil import faelligkeiten
from models.gremientabellen import Sitzung
from models.gremienworte import Sitzungsstatus
from models.pflichttabellen import Pflicht, Termin
from models.pflichtworte import GETAN, Pruefung
from presentation.texts.nachweise import instanzname
from presentation.texts.pflichtworte import STATUSWORTE, zustaendig
from presentation.texts.zahlen import datum

VORLAUF: Final = timedelta(days=14)
"""How long before a day its reminder comes."""


def kalender(
    bestand: Gremienbestand,
    staende: Sequence[Pflichtstand],
    name: str,
    von: date,
    bis: date,
    jetzt: datetime,
    *,
    schreibt: bool,
    stand: date | None = None,
) -> bytes:
    """The entries from `von` to `bis` (both included), in the order of their days.

    `name`: of the region. `schreibt`: whether the reader may write. Only then come own dates, and how a duty of a
    partner stands that was not released by both sides. `stand`: the day of `staende`, without it that of `jetzt`.
    """
    am = stand or jetzt.astimezone().date()
    gefunden = [
        *((tag, _frist(bestand.region, s, tag, am)) for tag, s in _fristen(bestand, staende, (von, bis), schreibt)),
        *((tag, _recht(bestand.region, p, tag)) for p, tag in _rechte(bestand, von, bis)),
        *((s.datum, _sitzung(bestand, s)) for s in bestand.e.sitzungen if s.status == Sitzungsstatus.GEPLANT),
        *((t.datum, _termin(bestand, t)) for t in bestand.e.termine if schreibt),
    ]
    ganz = Calendar()
    ganz.add("prodid", "-//Sozialraumblick//Fristen//DE")
    ganz.add("version", "2.0")
    ganz.add("x-wr-calname", f"Fristen und Termine, {name}")
    for tag, eintrag in sorted(gefunden, key=lambda paar: (paar[0], str(paar[1]["uid"]))):
        if von <= tag <= bis:
            eintrag.add("dtstamp", jetzt.astimezone(UTC))
            ganz.add_component(eintrag)
    return bytes(ganz.to_ical())


def _fristen(
    bestand: Gremienbestand, staende: Sequence[Pflichtstand], zeitraum: tuple[date, date], schreibt: bool
) -> Iterator[tuple[date, Sicht]]:
    """The instances with a day: those of today's list, and those that come later, of which nothing can be known."""
    sichten = nach_innen(staende) if schreibt else nach_aussen(staende)
    yield from ((s.faellig, s) for s in sichten if s.faellig is not None)
    bekannt = {(s.pflicht.rule, s.instanz) for s in staende}
    for tag, pflicht, instanz in faelligkeiten(bestand, *zeitraum):
        if (pflicht.rule, instanz) not in bekannt:
            yield tag, Sicht(pflicht, instanz, tag.year, tag, bezugsjahr(pflicht, tag.year))


def _rechte(bestand: Gremienbestand, von: date, bis: date) -> Iterator[tuple[Pflicht, date]]:
    """The last days to use the right to terminate."""
    for pflicht in (p for p in bestand.e.pflichten if p.pruefung == Pruefung.KUENDIGUNG):
        for jahr in range(von.year, bis.year + 1):
            tag = date(jahr, *KUENDIGUNG)
            if pflicht.gilt_von <= tag <= (pflicht.gilt_bis or tag):
                yield pflicht, tag


def _frist(region: str, s: Sicht, tag: date, am: date) -> Event:
    saetze = [f"{s.pflicht.klausel}.", f"Wer: {zustaendig(s.pflicht)}."]
    if s.status is not None:
        erfunden = " (synthetisch)" if s.synthetisch else ""
        saetze.append(f"Stand am {datum(am)}: {STATUSWORTE[s.status]}{erfunden}.")
    return _eintrag(
        f"frist-{region}-{s.pflicht.rule}-{s.instanz}",
        tag,
        f"Frist: {s.pflicht.titel}, {instanzname(s.instanz, s.bezugsjahr)}",
        saetze,
        "Frist",
        erinnern=s.status not in GETAN,
    )


def _recht(region: str, pflicht: Pflicht, tag: date) -> Event:
    saetze = [f"Recht, keine Pflicht: letzter Tag {datum(tag)}.", f"{pflicht.klausel}.", f"Wer: {zustaendig(pflicht)}."]
    uid, titel = f"recht-{region}-{pflicht.rule}-{tag.year}", f"Recht, letzter Tag: {pflicht.titel}, {tag.year}"
    return _eintrag(uid, tag, titel, saetze, "Recht", erinnern=True)


def _sitzung(bestand: Gremienbestand, s: Sitzung) -> Event:
    gremium = bestand.gremium[s.gremium_id]
    wo = [f"Ort: {s.ort}."] if s.ort else []
    titel = _benannt(f"Sitzung: {gremium.kurz or gremium.name}", s.synthetisch)
    saetze = [f"Geplante Sitzung. {gremium.name}.", *wo]
    return _eintrag(f"sitzung-{s.id}", s.datum, titel, saetze, "Sitzung", erinnern=True)


def _termin(bestand: Gremienbestand, t: Termin) -> Event:
    gremium = bestand.gremium.get(t.gremium_id or "")
    fertig = t.erledigt_am is not None
    saetze = [
        "Eigener Termin, keine Frist einer Vereinbarung.",
        *([f"Wer: {t.stelle}."] if t.stelle else []),
        *([f"Gremium: {gremium.kurz or gremium.name}."] if gremium else []),
        *([f"Erledigt am {datum(t.erledigt_am)}."] if t.erledigt_am else []),
        *([t.notiz] if t.notiz else []),
    ]
    titel = _benannt(f"{'erledigt: ' if fertig else ''}{t.titel}", t.synthetisch)
    return _eintrag(f"termin-{t.id}", t.datum, titel, saetze, "Eigener Termin", erinnern=not fertig)


def _benannt(titel: str, erfunden: bool) -> str:
    return f"(synthetisch) {titel}" if erfunden else titel


def _eintrag(uid: str, tag: date, titel: str, saetze: Sequence[str], art: str, *, erinnern: bool) -> Event:
    eintrag = Event()
    eintrag.add("uid", f"{uid}@sozialraumblick")
    eintrag.add("dtstart", tag)
    eintrag.add("dtend", tag + timedelta(days=1))
    eintrag.add("summary", titel)
    eintrag.add("description", " ".join(saetze))
    eintrag.add("categories", [art])
    eintrag.add("transp", "TRANSPARENT")
    if erinnern:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", titel)
        alarm.add("trigger", -VORLAUF)
        eintrag.add_component(alarm)
    return eintrag
