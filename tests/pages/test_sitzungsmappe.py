"""The view Sitzungsmappe: what is missing, which numbers the papers show, freezing them, and the files."""

from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.gremien.bestand import lade
from data_access import abfragen, schreiben
from data_access.gremien.datenstand import halte_fest
from data_access.schreibrecht import zugangsschluessel
from tests.gremien import RUNDE, S2025
from tests.installation import JETZT, fallzahlendatei, gib, liefere, recht
from tests.mappen import S2026, lege_mappe_an
from tests.pages.seiten import hinweise, knopf, oeffne, texte, titel, ueberschriften, zeilen

SPAETER = datetime(2025, 6, 1, 12, tzinfo=JETZT.tzinfo)


@pytest.fixture(autouse=True)
def _angelegt(gefuellt: Path) -> None:
    lege_mappe_an()


def _seite(tag: object = S2025, **mehr: str) -> AppTest:
    at = oeffne("gremien", gremium=RUNDE, ansicht="mappe", sitzung=str(tag), **mehr)
    assert not at.exception
    return at


def _sitzung() -> str:
    gefunden = lade("kleinkreis").am(RUNDE, S2025)
    assert gefunden is not None
    return gefunden.id


def test_the_headline_says_what_is_missing() -> None:
    assert titel(_seite()) == "Für den 22.09.2025 fehlen noch Ort und Tagesordnung"
    assert titel(_seite(S2026)) == "Für den 21.09.2026 fehlen noch Ergebnisse einzelner Punkte"


def test_papers_of_what_happened_come_after_the_meeting() -> None:
    davor, danach = ([s.value for s in _seite(tag).subheader] for tag in (S2025, S2026))
    assert "Protokoll" not in davor
    assert danach[-3:] == ["Protokoll", "Vorlage für den Sozialausschuss", "Wiedervorlagen"]
    assert len(danach) == len(davor) + 3


def test_reading_and_downloading_need_no_key_freezing_does() -> None:
    at = _seite()
    assert ueberschriften(at)[0] == "Datenstand: heute, nicht festgehalten"
    assert "Datenstand festhalten" not in [b.label for b in at.button]
    namen = [d.proto.label for d in at.get("download_button")]
    assert namen[:3] == ["Sitzungsmappe (PDF)", "Sitzungsmappe (Word)", "Alle Papiere einzeln (ZIP)"]
    assert len(namen) == 3 + 2 * 7


def test_freezing_keeps_the_numbers_of_the_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("presentation.ui.daten.zugang.nachweis", lambda _: True)
    at = _seite(zugang=zugangsschluessel())
    knopf(at, "Datenstand festhalten")
    assert ueberschriften(at)[0].startswith("Datenstand dieser Sitzung vom ")
    befund = next(t for t in texte(at) if "Menschen mit Assistenz" in t)
    assert {z["Fassung"] for z in zeilen(at, 0)} == {"1"}
    liefere("fallzahlen", fallzahlendatei({("05978004", "-"): 300}, grundzahl="lb_awf"), "neu.csv",
            region="kleinkreis", antworten={"doppelt": "neu"}, jetzt=SPAETER)  # fmt: skip
    gib("lb_awf", SPAETER)
    assert next(t for t in texte(_seite()) if "Menschen mit Assistenz" in t) == befund
    knopf(at, "Neu festhalten")
    assert next(t for t in texte(at) if "Menschen mit Assistenz" in t) != befund
    assert any(t.startswith("Früher war festgehalten: ") for t in texte(at))
    knopf(at, "Neu festhalten")
    assert [e.value for e in at.error] == [
        "Seit dem festgehaltenen Stand hat sich nichts geändert. Die Papiere zeigen schon die Zahlen von heute."
    ]


def test_a_withdrawn_freigabe_is_named_with_its_day() -> None:
    halte_fest(recht(), "kleinkreis", _sitzung(), JETZT)
    (awf,) = [f for f in abfragen.alle_freigaben("kleinkreis") if f.grundzahl == "lb_awf"]
    schreiben.ziehe_freigabe_zurueck(recht(), awf.id, SPAETER)
    at = _seite()
    assert any("zurückgezogen am 01.06.2025" in h for h in hinweise(at))
    assert not any("Menschen mit Assistenz" in t for t in texte(at))


def test_without_a_meeting_the_view_says_where_to_make_one() -> None:
    at = oeffne("gremien", gremium="alte-runde", ansicht="mappe")
    assert titel(at) == "Alte Runde: noch keine Sitzung eingetragen"
