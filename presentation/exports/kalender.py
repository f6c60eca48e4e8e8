"""Due days, planned meetings and own dates as a calendar file (iCalendar, RFC 5545) for Outlook and others.

All entries last all day and leave the day free. The UID of an entry never changes, so that a file that is read in again
replaces what it brought before.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event

from analysis.gremien.bestand import Gremienbestand
from analysis.pflichten.stand import Pflichtstand
from models.gremientabellen import Sitzung
from models.gremienworte import Sitzungsstatus
from models.pflichttabellen import Termin
from models.pflichtworte import Pflichtart, Pflichtstatus, Pruefung
from presentation.texts.nachweise import instanzname
from presentation.texts.pflichtworte import STATUSWORTE, zustaendig
from presentation.texts.zahlen import datum

VORLAUF: Final = timedelta(days=14)
"""How long before a day its reminder comes."""
_ERLEDIGT: Final = (Pflichtstatus.ERFUELLT, Pflichtstatus.NICHT_ANWENDBAR)


def kalender(
    bestand: Gremienbestand,
    staende: Sequence[Pflichtstand],
    name: str,
    von: date,
    bis: date,
    jetzt: datetime,
    *,
    schreibt: bool,
) -> bytes:
    """The entries from `von` to `bis` (both included), in the order of their days.

    `name`: of the region. `schreibt`: whether the reader may write. Only then come own dates, and how a duty of a
    partner stands that was not released by both sides.
    """
    tage = [(tag, s) for s in staende if (tag := letzter_tag(s)) is not None]
    gefunden = [
        *((tag, _frist(bestand.region, tag, s, schreibt, jetzt)) for tag, s in tage),
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


def letzter_tag(s: Pflichtstand) -> date | None:
    """The day an instance is due, or the last one to use a right; None where the clause names none."""
    if s.pflicht.pruefung == Pruefung.KUENDIGUNG:
        return date(s.jahr, 6, 30)
    return s.faellig


def _frist(region: str, tag: date, s: Pflichtstand, schreibt: bool, jetzt: datetime) -> Event:
    pflicht, recht = s.pflicht, s.pflicht.art != Pflichtart.PFLICHT
    zu_sehen = s.freigegeben or schreibt
    instanz = instanzname(s.instanz, s.bezugsjahr)
    saetze = [f"{pflicht.klausel}.", f"Wer: {zustaendig(pflicht)}."]
    if recht:
        saetze.insert(0, f"Recht, keine Pflicht: letzter Tag {datum(tag)}.")
    elif zu_sehen:
        erfunden = " (synthetisch)" if s.synthetisch else ""
        saetze.append(f"Stand am {datum(jetzt.astimezone().date())}: {STATUSWORTE[s.status]}{erfunden}.")
    return _eintrag(
        f"frist-{region}-{pflicht.rule}-{s.instanz}",
        tag,
        f"{'Recht, letzter Tag' if recht else 'Frist'}: {pflicht.titel}, {instanz}",
        saetze,
        "Recht" if recht else "Frist",
        # A reminder that is missing would tell how a duty stands.
        erinnern=recht or not (zu_sehen and s.status in _ERLEDIGT),
    )


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
