"""The calendar file follows RFC 5545, is read back by the library, and tells readers no more than the page does."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from analysis.gremien.bestand import Gremienbestand, lade
from analysis.pflichten.stand import Pflichtstand
from data_access.gremien.lesen import Eintragungen
from models.pflichttabellen import Pflicht, Termin
from models.pflichtworte import Pflichtstatus
from presentation.exports.kalender import kalender
from tests.fristenkreis import VON, K, lege_pflichten_an
from tests.gremien import RUNDE, trage_ein

JETZT = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)
JAHR = (date(2025, 1, 1), date(2025, 12, 31))


def stand(bestand: Gremienbestand, rule: str, instanz: str = "2025", **mehr: Any) -> Pflichtstand:
    pflicht = next(p for p in bestand.e.pflichten if p.rule == rule)
    fest: dict[str, Any] = {"status": Pflichtstatus.OFFEN, "faellig": date(2025, 4, 30), "beleg": "geheim", **mehr}
    return Pflichtstand(pflicht=pflicht, instanz=instanz, jahr=int(instanz), **fest)


def ereignisse(bestand: Gremienbestand, *staende: Pflichtstand, schreibt: bool = False) -> dict[str, Event]:
    roh = kalender(bestand, staende, "Kleinkreis", *JAHR, JETZT, schreibt=schreibt)
    gelesen = Calendar.from_ical(roh)
    assert isinstance(gelesen, Calendar)
    return {str(e["uid"]).removesuffix("@sozialraumblick"): e for e in gelesen.events}


@pytest.fixture
def bestand(klein: Path) -> Gremienbestand:
    lege_pflichten_an()
    termin = {"termin": "t-1", "region": K, "datum": date(2025, 3, 10), "titel": "Zahlen holen", "gremium": RUNDE}
    spaeter = termin | {"termin": "t-2", "datum": date(2026, 1, 10)}
    fertig = termin | {"termin": "t-3", "stelle": "Sozialplanung", "erledigt_am": date(2025, 2, 28), "notiz": "Eilig"}
    trage_ein({"termine": [termin, spaeter]})
    trage_ein({"termine": [fertig]}, synthetisch=True)
    return lade(K)


def test_what_a_reader_gets(bestand: Gremienbestand) -> None:
    gefunden = ereignisse(
        bestand,
        stand(bestand, "R01", faellig=date(2025, 12, 31), synthetisch=True),
        stand(bestand, "R08", bezugsjahr=2026, freigegeben=False, status=Pflichtstatus.UEBERFAELLIG),
        stand(bestand, "R10", bezugsjahr=2024, freigegeben=False, status=Pflichtstatus.ERFUELLT),
        stand(bestand, "R10", "2024", faellig=date(2024, 4, 30)),
    )
    assert {uid: (e.start, str(e["summary"]), str(e["description"]), e.categories) for uid, e in gefunden.items()} == {
        "frist-kleinkreis-R08-2025": (
            date(2025, 4, 30),
            "Frist: Schulabgänge nennen, 2025 (für 2026)",
            "§ 8. Wer: Kreis.",
            ["Frist"],
        ),
        "frist-kleinkreis-R10-2025": (
            date(2025, 4, 30),
            "Frist: Anzahl mitteilen, 2025 (für 2024)",
            "§ 8. Wer: Träger.",
            ["Frist"],
        ),
        "recht-kleinkreis-R21-2025": (
            date(2025, 6, 30),
            "Recht, letzter Tag: Kündigung, 2025",
            "Recht, keine Pflicht: letzter Tag 30.06.2025. § 12. Wer: beide Partner.",
            ["Recht"],
        ),
        "sitzung-runde-2025-09-22": (
            date(2025, 9, 22),
            "Sitzung: Runde",
            "Geplante Sitzung. Runde Teilhabe.",
            ["Sitzung"],
        ),
        "frist-kleinkreis-R01-2025": (
            date(2025, 12, 31),
            "Frist: Runde tagt einmal, 2025",
            "§ 8. Wer: Gremium. Stand am 01.03.2025: offen (synthetisch).",
            ["Frist"],
        ),
    }
    # In the order of their days; nothing tells how a duty stands that was not released.
    assert [e.start for e in gefunden.values()] == sorted(e.start for e in gefunden.values())
    assert all(len(e.alarms.times) == 1 for e in gefunden.values())


def test_whoever_may_write_gets_own_dates_and_every_state(bestand: Gremienbestand) -> None:
    staende = [
        stand(bestand, "R08", freigegeben=False, status=Pflichtstatus.UEBERFAELLIG),
        stand(bestand, "R10", freigegeben=False, status=Pflichtstatus.ERFUELLT),
    ]
    gefunden = ereignisse(bestand, *staende, schreibt=True)
    assert {uid: (str(e["summary"]), str(e["description"]), len(e.alarms.times)) for uid, e in gefunden.items()} == {
        "termin-t-1": ("Zahlen holen", "Eigener Termin, keine Frist einer Vereinbarung. Gremium: Runde.", 1),
        "termin-t-3": (
            "(synthetisch) erledigt: Zahlen holen",
            "Eigener Termin, keine Frist einer Vereinbarung. Wer: Sozialplanung. Gremium: Runde. "
            "Erledigt am 28.02.2025. Eilig",
            0,
        ),
        "frist-kleinkreis-R08-2025": (
            "Frist: Schulabgänge nennen, 2025",
            "§ 8. Wer: Kreis. Stand am 01.03.2025: überfällig.",
            1,
        ),
        "frist-kleinkreis-R10-2025": (
            "Frist: Anzahl mitteilen, 2025",
            "§ 8. Wer: Träger. Stand am 01.03.2025: erfüllt.",
            0,
        ),
        "recht-kleinkreis-R21-2025": (
            "Recht, letzter Tag: Kündigung, 2025",
            "Recht, keine Pflicht: letzter Tag 30.06.2025. § 12. Wer: beide Partner.",
            1,
        ),
        "sitzung-runde-2025-09-22": ("Sitzung: Runde", "Geplante Sitzung. Runde Teilhabe.", 1),
        # Not in the list of the day: only its day is known.
        "frist-kleinkreis-R01-2025": ("Frist: Runde tagt einmal, 2025", "§ 8. Wer: Gremium.", 1),
    }


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=300), st.dates(*JAHR))
def test_any_text_survives_and_every_line_is_short(titel: str, tag: date) -> None:
    termin = Termin(id="t", region_slug=K, datum=tag, titel=titel, notiz=titel)
    pflicht = Pflicht(
        id="p",
        region_slug=K,
        rule="R1",
        titel=titel,
        wortlaut="",
        klausel="§ 8; a, b",
        art="pflicht",
        zustaendig="kreis",
        pruefung="mitteilung",
        gilt_von=VON,
    )
    zeile = Pflichtstand(pflicht, str(tag.year), tag.year, Pflichtstatus.OFFEN, tag, "")
    roh = kalender(Gremienbestand(K, Eintragungen(termine=(termin,))), [zeile], titel, *JAHR, JETZT, schreibt=True)
    zeilen = roh.split(b"\r\n")
    assert zeilen.pop() == b""
    assert all(len(z) <= 75 for z in zeilen)
    assert not re.search(rb"(?<!\r)\n", roh)
    gelesen = Calendar.from_ical(roh)
    assert isinstance(gelesen, Calendar)
    assert {str(e["summary"]) for e in gelesen.events} == {titel, f"Frist: {titel}, {tag.year}"}
    for e in gelesen.events:
        assert (e.start, e.end, e.DTSTAMP) == (tag, tag + timedelta(days=1), JETZT)
        assert e["dtstart"].params["VALUE"] == "DATE"
        assert (len(e["uid"]) > 0, e["transp"]) == (True, "TRANSPARENT")
        assert [a["trigger"].dt for a in e.walk("VALARM")] == [timedelta(days=-14)]
    assert (gelesen["version"], gelesen["prodid"]) == ("2.0", "-//Sozialraumblick//Fristen//DE")
