"""The invented meetings of the demonstration: no real office answers in them, days are in order, states agree."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from data_access.gremien.mitgeliefert import SITZUNGEN

ECHTE_STELLEN = re.compile(
    r"LWV|LWL|Landeswohlfahrt|Landschaftsverband|Werra-Meißner|Kreis Unna|Göpfert|Regionalteam \d"
)
ABGELEGT = re.compile(r"Wohnungslosen|Wohnungsnotf|in der eigenen Wohnung|Hilfe nach § 67\b|Beratung nach § 67\b")
"""Words the field no longer uses, or never did."""
FREITEXT = (
    "text",
    "an",
    "antwort",
    "grund",
    "verantwortlich",
    "titel",
    "begruendung",
    "anmerkung",
    "notiz",
    "ort",
    "ergebnis",
)

Zeilen = list[dict[str, str]]


def _lies(ordner: Path, name: str) -> Zeilen:
    with (ordner / f"{name}.csv").open(encoding="utf-8", newline="") as datei:
        return list(csv.DictReader(datei, delimiter=";"))


@pytest.fixture(params=sorted(o.name for o in SITZUNGEN.iterdir()))
def ordner(request: pytest.FixtureRequest) -> Path:
    return SITZUNGEN / str(request.param)


def test_no_real_office_is_given_words_and_the_words_are_those_of_the_field(ordner: Path) -> None:
    for datei in sorted(ordner.glob("*.csv")):
        for zeile in _lies(ordner, datei.stem):
            text = " | ".join(zeile.get(spalte) or "" for spalte in FREITEXT)
            assert not ECHTE_STELLEN.search(text), (datei.name, text)
            assert not ABGELEGT.search(text), (datei.name, text)


def test_the_days_of_a_meeting_follow_each_other(ordner: Path) -> None:
    for s in _lies(ordner, "sitzungen"):
        davor = [s["einladung_am"], s["unterlagen_am"], s["unterlagen_ls_am"]]
        assert all(tag < s["datum"] for tag in davor if tag), s
        assert not s["rueckmeldung_bis"] or s["einladung_am"] < s["rueckmeldung_bis"] < s["datum"], s
        danach = [s["datum"], *filter(None, (s["protokoll_am"], s["protokoll_ls_am"]))]
        assert danach == sorted(danach), s
        tag = date.fromisoformat(s["datum"])
        assert tag.weekday() < 5, s
        if s["status"] != "stattgefunden":
            assert len(danach) == 1, s


def test_states_agree_with_answers_reports_and_measures(ordner: Path) -> None:
    massnahmen, berichte = _lies(ordner, "massnahmen"), _lies(ordner, "rueckmeldungen")
    for e in _lies(ordner, "empfehlungen"):
        eigene = [m for m in massnahmen if m["empfehlung"] == e["empfehlung"]]
        gehoert = sorted((b["datum"], b["status"]) for b in berichte if b["empfehlung"] == e["empfehlung"])
        assert not e["antwort_am"] or e["antwort_am"] > e["datum"], e
        assert all(tag > e["datum"] for tag, _ in gehoert), e
        if gehoert:
            assert gehoert[-1][1] == e["status"], e
        if e["status"] in ("abgelehnt", "teilweise"):
            assert e["grund"], e
        if e["status"] == "erledigt":
            assert {m["status"] for m in eigene} <= {"erledigt", "verworfen"}, e
        if e["status"] in ("abgelehnt", "offen"):
            assert not eigene, e
        assert all(m["grund"] for m in eigene if m["status"] == "verworfen"), e
