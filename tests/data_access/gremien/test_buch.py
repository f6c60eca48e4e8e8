"""Every change is kept, every step can be undone, and nobody's later work is lost by it."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy.dialects import postgresql
from sqlmodel import Session

from data_access.gremien import buch
from data_access.gremien.buch import GremienAbgelehnt, bild, nimm_zurueck, schritt
from data_access.gremien.lesen import Eintragungen, fassung, lies
from data_access.gremien.sitzungen import loesche, speichere, stand
from data_access.gremien.sitzungspruefung import Angaben
from models.eintragungen import EINTRAGUNGEN
from models.gremientabellen import Teilnahme, Top, Vorgang
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


def test_what_was_deleted_changed_and_deleted_again_does_not_come_back_as_it_was_at_first(klein: Path) -> None:
    """Only the latest deletion can be undone: the first one knows nothing of the work in between."""
    sitzung = lege_gremien_an().am(RUNDE, S2024)
    assert sitzung is not None
    erste = loesche(recht(), sitzung.id, JETZT)
    nimm_zurueck(recht(), erste.id, JETZT)
    with pytest.raises(GremienAbgelehnt, match="ist schon zurückgenommen"):
        nimm_zurueck(recht(), erste.id, JETZT)
    _teilnahme(3)
    zweite = loesche(recht(), sitzung.id, JETZT)
    with pytest.raises(GremienAbgelehnt, match="schon zurückgenommen"):
        nimm_zurueck(recht(), erste.id, JETZT)
    nimm_zurueck(recht(), zweite.id, JETZT)
    assert _selbstvertretung() == 3


def test_a_number_that_was_there_before_is_still_a_later_change(klein: Path) -> None:
    lege_gremien_an()
    _teilnahme(9)
    erste = _letzter()
    _teilnahme(2)
    _teilnahme(9)
    with pytest.raises(GremienAbgelehnt, match="danach noch einmal geändert"):
        nimm_zurueck(recht(), erste.id, JETZT)
    assert _selbstvertretung() == 9


def test_of_two_who_save_the_same_meeting_at_once_one_is_told(klein: Path) -> None:
    """Steps come one after the other, each with a number of its own, and none overwrites what it did not see."""
    bestand = lege_gremien_an()
    sitzung = bestand.am(RUNDE, S2024)
    assert sitzung is not None
    vorher = stand(sitzung, bestand.teilnahmen[sitzung.id], bestand.barrieren[sitzung.id])
    beide = Barrier(2)

    def sichere(ort: str) -> str:
        beide.wait()
        try:
            speichere(recht(), RUNDE, Angaben({"datum": S2024, "status": "geplant", "ort": ort}), JETZT, vorher)
        except GremienAbgelehnt as grund:
            return str(grund)
        return ""

    with ThreadPoolExecutor(2) as wer:
        antworten = sorted(wer.map(sichere, ("Rathaus", "Kreishaus")))
    assert antworten[0] == ""
    assert antworten[1].startswith("Diese Sitzung wurde geändert, während das Formular offen war.")
    assert [v.lfd for v in buch.verlauf("kleinkreis")] == [2, 1]


def test_no_two_steps_at_once_get_the_same_number(klein: Path) -> None:
    lege_gremien_an()
    (sitzung, *_) = lies("kleinkreis").sitzungen
    alle = Barrier(3)

    def schreibe(gruppe: str) -> None:
        alle.wait()
        with schritt(recht(), "kleinkreis", gruppe, JETZT) as offen:
            offen.setze(Teilnahme(id=gruppe, sitzung_id=sitzung.id, gruppe=gruppe, anwesend=1))

    with ThreadPoolExecutor(3) as wer:
        list(wer.map(schreibe, ("eutb", "kommune", "sonstige")))
    assert [v.lfd for v in buch.verlauf("kleinkreis")] == [4, 3, 2, 1]
    assert fassung("kleinkreis") == 4


def test_postgresql_waits_for_the_step_that_is_under_way(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite lets one write at a time anyway; there, the row of the region is what all steps in it wait for."""
    gefragt: list[str] = []
    echt = Session.exec

    def merke(s: Session, frage: Any, **mehr: Any) -> Any:
        gefragt.append(str(frage.compile(dialect=postgresql.dialect())))
        return echt(s, frage, **mehr)

    monkeypatch.setattr(Session, "exec", merke)
    with schritt(recht(), "kleinkreis", "nichts", JETZT):
        assert "FROM region" in gefragt[0]
        assert gefragt[0].endswith("FOR NO KEY UPDATE")


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
