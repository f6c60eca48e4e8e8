"""Every change is kept, every step can be undone, and nobody's later work is lost by it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.gremien import buch
from data_access.gremien.buch import GremienAbgelehnt, bild, nimm_zurueck, schritt
from data_access.gremien.lesen import Eintragungen, fassung, lies
from models.gremientabellen import EINTRAGUNGEN, Sitzung, Teilnahme, Top, Vorgang
from tests.gremien import REGISTER, RUNDE, S2024, SITZUNGEN, lege_gremien_an, trage_ein
from tests.installation import JETZT, recht


def _alles() -> dict[str, list[dict[str, Any]]]:
    """Every row of the region as plain values."""
    eintragungen = lies("kleinkreis")
    return {f: [bild(z) for z in getattr(eintragungen, f)] for f in Eintragungen.__dataclass_fields__}


def _text(zeile: object) -> str:
    return json.dumps(zeile, sort_keys=True)


def _teilnahme(anwesend: int | None, gruppe: str = "selbstvertretung") -> None:
    zeile = {"gremium": RUNDE, "datum": S2024, "gruppe": gruppe, "anwesend": anwesend}
    trage_ein({"teilnahmen": [zeile]})


def _letzter() -> Vorgang:
    return buch.verlauf("kleinkreis")[0]


def test_what_is_entered_is_there_and_refers_to_each_other(klein: Path) -> None:
    bestand = lege_gremien_an()
    assert [g.kurz for g in bestand.e.gremien] == ["Alte Runde", "Runde"]
    assert bestand.gremium[RUNDE].vorgaenger_id == "alte-runde"
    assert [(s.gruppe, s.anzahl, s.organisation_id) for s in bestand.sitze[RUNDE]] == [
        ("selbstvertretung", 3, "werkstattrat"),
        ("oertl_traeger", 4, None),
        ("leistungserbringer", None, None),
    ]
    (_, zweite, _) = bestand.sitzungen[RUNDE]
    assert {t.gruppe: t.anwesend for t in bestand.teilnahmen[zweite.id]} == {
        "selbstvertretung": 2,
        "oertl_traeger": 4,
        "leistungserbringer": 6,
    }
    (erste, _) = bestand.e.empfehlungen
    assert bestand.sitzung_der(erste).datum == S2024
    assert bestand.massnahmen[erste.id][0].verantwortlich == "Kreis"


def test_the_same_again_leaves_no_trace(klein: Path) -> None:
    lege_gremien_an()
    vorher, stand, letzter = _alles(), fassung("kleinkreis"), _letzter().id
    trage_ein(REGISTER, SITZUNGEN)
    assert (_alles(), fassung("kleinkreis"), _letzter().id) == (vorher, stand, letzter)


def test_a_step_that_fails_changes_nothing(klein: Path) -> None:
    lege_gremien_an()
    vorher, zahl = _alles(), fassung("kleinkreis")
    gut = {"gremium": RUNDE, "datum": S2024, "gruppe": "eutb", "anwesend": 1}
    ohne_punkt = {"empfehlung": "x", "gremium": RUNDE, "datum": S2024, "top": 9}
    with pytest.raises(GremienAbgelehnt, match="keinen Punkt 9"):
        trage_ein({"teilnahmen": [gut], "empfehlungen": [ohne_punkt]})
    assert (_alles(), fassung("kleinkreis")) == (vorher, zahl)


def test_deleting_a_meeting_takes_what_hangs_on_it_and_undoing_brings_all_back(klein: Path) -> None:
    bestand = lege_gremien_an()
    vorher = _alles()
    sitzung = bestand.am(RUNDE, S2024)
    assert sitzung is not None
    with schritt(recht(), "kleinkreis", "Sitzung gelöscht", JETZT) as offen:
        offen.loesche(sitzung)
    danach = lies("kleinkreis")
    assert [s.datum.year for s in danach.sitzungen] == [2023, 2025]
    assert (danach.tops, danach.empfehlungen, danach.massnahmen, danach.barrieren) == ((), (), (), ())
    geloescht = _letzter()
    zurueck = nimm_zurueck(recht(), geloescht.id, JETZT)
    assert _alles() == vorher
    assert (zurueck.nimmt_zurueck, zurueck.was) == (geloescht.id, "Zurückgenommen: Sitzung gelöscht")
    nimm_zurueck(recht(), zurueck.id, JETZT)
    assert [s.datum.year for s in lies("kleinkreis").sitzungen] == [2023, 2025]


def test_an_unknown_count_is_not_zero_and_both_come_back(klein: Path) -> None:
    lege_gremien_an()
    for anwesend in (None, 0, 5):
        _teilnahme(anwesend)
    gelesen = [_selbstvertretung()]
    for _ in range(3):
        nimm_zurueck(recht(), _noch_nicht_zurueckgenommen().id, JETZT)
        gelesen.append(_selbstvertretung())
    assert gelesen == [5, 0, None, 2]


def _selbstvertretung() -> int | None:
    (zeile,) = [t for t in lies("kleinkreis").teilnahmen if t.gruppe == "selbstvertretung"]
    return zeile.anwesend


def _noch_nicht_zurueckgenommen() -> Vorgang:
    verlauf = buch.verlauf("kleinkreis")
    weg = {v.nimmt_zurueck for v in verlauf}
    return next(v for v in verlauf if v.nimmt_zurueck is None and v.id not in weg)


def test_what_was_changed_since_is_not_undone_unseen(klein: Path) -> None:
    lege_gremien_an()
    _teilnahme(9)
    spaeter = _letzter()
    _teilnahme(7)
    vorher = _alles()
    with pytest.raises(GremienAbgelehnt, match="danach noch einmal geändert"):
        nimm_zurueck(recht(), spaeter.id, JETZT)
    assert _alles() == vorher


def test_a_row_that_hangs_on_a_new_one_stops_undoing_it(klein: Path) -> None:
    """A meeting that was made in a step, and got an agenda in a later one, is not removed with it."""
    lege_gremien_an(("vereinbarungen", "organisationen", "gremien"))
    trage_ein({"sitzungen": [{"gremium": RUNDE, "datum": S2024, "status": "geplant"}]})
    angelegt = _letzter()
    _teilnahme(4)
    with pytest.raises(GremienAbgelehnt, match="danach"):
        nimm_zurueck(recht(), angelegt.id, JETZT)
    assert [t.anwesend for t in lies("kleinkreis").teilnahmen] == [4]


def test_every_table_keeps_its_history(klein: Path) -> None:
    """Each row of each table is found in the book as it stands."""
    lege_gremien_an()
    letzte = {
        (a.tabelle, a.schluessel): a.nachher
        for vorgang in reversed(buch.verlauf("kleinkreis"))
        for a in buch.aenderungen(vorgang.id)
    }
    alles = [zeile for zeilen in _alles().values() for zeile in zeilen]
    assert sorted(map(_text, alles)) == sorted(map(_text, letzte.values()))
    assert {tabelle for tabelle, _ in letzte} <= {str(t.__tablename__) for t in EINTRAGUNGEN}


@given(
    schritte=st.lists(
        st.tuples(st.sampled_from(["selbstvertretung", "eutb"]), st.none() | st.integers(0, 9)), max_size=6
    )
)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undoing_all_steps_backwards_leads_to_the_start(klein: Path, schritte: list[tuple[str, int | None]]) -> None:
    lege_gremien_an()
    vorher, ab = _alles(), _letzter().lfd
    for gruppe, anwesend in schritte:
        _teilnahme(anwesend, gruppe)
    for vorgang in buch.verlauf("kleinkreis"):
        if vorgang.lfd > ab and buch.aenderungen(vorgang.id):
            nimm_zurueck(recht(), vorgang.id, JETZT)
    assert _alles() == vorher


def test_a_unique_number_that_changed_hands_in_a_step_comes_back(klein: Path) -> None:
    bestand = lege_gremien_an()
    sitzung = bestand.am(RUNDE, S2024)
    assert sitzung is not None
    vorher = _alles()
    erster, zweiter = bestand.tops[sitzung.id]
    with schritt(recht(), "kleinkreis", "Punkte getauscht", JETZT) as offen:
        for top, nummer in ((erster, 3), (zweiter, 1), (erster, 2)):
            offen.setze(Top.model_validate({**bild(top), "nummer": nummer}))
    assert [t.id for t in lies("kleinkreis").tops] == [zweiter.id, erster.id]
    nimm_zurueck(recht(), _letzter().id, JETZT)
    assert _alles() == vorher
    nimm_zurueck(recht(), _letzter().id, JETZT)
    assert [t.id for t in lies("kleinkreis").tops] == [zweiter.id, erster.id]


def test_a_new_row_never_takes_the_id_of_another(klein: Path) -> None:
    """Neither that of an item that was moved, nor that of a deleted one, which undoing may bring back."""
    bestand = lege_gremien_an()
    sitzung = bestand.am(RUNDE, S2024)
    assert sitzung is not None
    erster, zweiter = bestand.tops[sitzung.id]
    with schritt(recht(), "kleinkreis", "Punkt verschoben", JETZT) as offen:
        offen.loesche(erster)
        offen.setze(Top.model_validate({**bild(zweiter), "nummer": 1}))
    trage_ein({"tops": [{"gremium": RUNDE, "datum": S2024, "top": n, "titel": f"Neu {n}"} for n in (2, 3)]})
    stamm = f"{sitzung.id}-top"
    assert [(t.id, t.titel) for t in lies("kleinkreis").tops] == [
        (f"{stamm}-2", "Wohnen in Nord"),
        (f"{stamm}-3", "Neu 2"),
        (f"{stamm}-4", "Neu 3"),
    ]


def test_history_of_one_row(klein: Path) -> None:
    bestand = lege_gremien_an()
    _teilnahme(9)
    (zeile,) = [t for t in lies("kleinkreis").teilnahmen if t.gruppe == "selbstvertretung"]
    assert isinstance(zeile, Teilnahme)
    sitzung = bestand.am(RUNDE, S2024)
    assert isinstance(sitzung, Sitzung)
    assert len(buch.verlauf("kleinkreis", zeile.id)) == 2
    assert len(buch.verlauf("kleinkreis", sitzung.id)) == 1
