"""Proofs, releases and own dates: every step is checked, undone as a whole, and never half."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.gremien.buch import GremienAbgelehnt, nimm_zurueck, verlauf
from data_access.gremien.lesen import lies
from data_access.gremien.pflichtpflege import (
    Beleg,
    Vormerkung,
    aendere_freigaben,
    loesche,
    setze_nachweis,
    setze_termin,
)
from models.pflichttabellen import Nachweis
from tests.fristenkreis import K, lege_pflichten_an
from tests.gremien import RUNDE, trage_ein
from tests.installation import JETZT, recht

GUT = {"rule": "R10", "instanz": "2024", "datum": date(2024, 4, 28), "art": "mitteilung", "seite": "traeger"}


@pytest.fixture
def pflichten(klein: Path) -> Path:
    lege_pflichten_an()
    return klein


def _beleg(**anders: Any) -> Beleg:
    return Beleg(**{**GUT, **anders})


def _setze(vorher: str | None = None, **anders: Any) -> Nachweis:
    return setze_nachweis(recht(), K, _beleg(**anders), JETZT, vorher)[1]


def _freigaben() -> list[tuple[str, str, str, date]]:
    return [(n.rule, n.instanz, n.seite, n.datum) for n in lies(K).nachweise if n.art == "freigabe"]


def test_a_proof_is_entered_changed_deleted_and_each_is_undone(pflichten: Path) -> None:
    leer = lies(K)
    erster, neu = setze_nachweis(recht(), K, _beleg(notiz=" im Datenaustausch ", kanal="arbeitsgemeinschaft"), JETZT)
    assert erster.was == "„Mitteilung gemacht“ zu „Anzahl mitteilen“ (2024) eingetragen"
    assert (neu.id, neu.notiz, neu.synthetisch) == (
        "kleinkreis/R10/2024/2024-04-28/mitteilung/traeger",
        "im Datenaustausch",
        False,
    )
    eingetragen = lies(K)
    zweiter, anders = setze_nachweis(recht(), K, _beleg(datum=date(2024, 5, 2)), JETZT, neu.id)
    assert [n.id for n in lies(K).nachweise] == [anders.id]
    nimm_zurueck(recht(), zweiter.id, JETZT)
    assert lies(K) == eingetragen
    weg = loesche(recht(), K, neu, JETZT)
    assert lies(K) == leer
    nimm_zurueck(recht(), weg.id, JETZT)
    nimm_zurueck(recht(), erster.id, JETZT)
    assert lies(K) == leer


@pytest.mark.parametrize(
    ("anders", "satz"),
    [
        ({"rule": "R99"}, "Die Regel „R99“ gibt es in dieser Region nicht"),
        ({"instanz": "bald"}, "„bald“ ist weder ein Jahr noch der Tag einer Sitzung"),
        ({"art": "anruf"}, "„Was wird belegt\\?“: „anruf“ ist nicht möglich"),
        ({"seite": "gemeinde"}, "„Seite“: „gemeinde“ ist nicht möglich"),
        ({"kanal": "brieftaube"}, "„Weg“: „brieftaube“ ist nicht möglich"),
        ({"art": "steht_aus", "seite": ""}, "Bei „steht noch aus“ gehört dazu, welche Seite das sagt"),
        ({"datum": date(2025, 3, 2)}, "Der 02.03.2025 liegt nach heute"),
        ({"notiz": "x" * 2001}, "„Notiz“ hat 2001 Zeichen. Erlaubt sind 2000"),
        ({}, "„Mitteilung gemacht“ am 28.04.2024 steht zu „Anzahl mitteilen“ \\(2024\\) schon da"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_written(pflichten: Path, anders: dict[str, Any], satz: str) -> None:
    _setze()
    e, schritte = lies(K), len(verlauf(K))
    with pytest.raises(GremienAbgelehnt, match=satz):
        _setze(**anders)
    assert (lies(K), len(verlauf(K))) == (e, schritte)


def test_a_changed_key_takes_no_other_proof_away_and_a_deleted_one_is_not_brought_back(pflichten: Path) -> None:
    erster, zweiter = _setze(), _setze(datum=date(2024, 4, 29))
    with pytest.raises(GremienAbgelehnt, match="steht zu „Anzahl mitteilen“"):
        _setze(erster.id, datum=date(2024, 4, 29))
    loesche(recht(), K, zweiter, JETZT)
    for versuch in (lambda: _setze(zweiter.id), lambda: loesche(recht(), K, zweiter, JETZT)):
        with pytest.raises(GremienAbgelehnt, match="Dieser Nachweis ist inzwischen gelöscht"):
            versuch()
    assert [n.id for n in lies(K).nachweise] == [erster.id]


def test_an_invented_proof_stays_invented_when_it_is_changed(pflichten: Path) -> None:
    trage_ein({"nachweise": [GUT]}, synthetisch=True)
    (alt,) = lies(K).nachweise
    assert _setze(alt.id, datum=date(2024, 4, 29)).synthetisch


def test_instances_are_released_and_taken_back_in_one_step(pflichten: Path) -> None:
    def gib(seite: str, geben: list[tuple[str, str]], nehmen: Sequence[tuple[str, str]] = ()) -> str:
        return aendere_freigaben(recht(), K, seite, geben, nehmen, JETZT).was

    heute = JETZT.date()
    assert gib("traeger", [("R10", "2024"), ("R16", "einmalig")]) == "Nach außen, Träger: 2 Stände freigegeben"
    assert gib("kreis", [("R10", "2024")]) == "Nach außen, Kreis: 1 Stand freigegeben"
    was = gib("traeger", [("R08", "2024"), ("R10", "2024")], [("R16", "einmalig"), ("R21", "2024")])
    assert was == "Nach außen, Träger: 1 Stand freigegeben, 1 Stand zurückgenommen"
    assert sorted(_freigaben()) == [
        ("R08", "2024", "traeger", heute),
        ("R10", "2024", "kreis", heute),
        ("R10", "2024", "traeger", heute),
    ]
    vorher = lies(K), len(verlauf(K))
    for geben, nehmen, satz in (
        ([("R10", "2024")], [("R16", "einmalig")], "Es ist alles wie vorher"),
        ([("R16", "einmalig"), ("R01", "2024")], [], "„Runde tagt einmal“ ist Sache des Gremiums"),
        ([("R16", "einmalig"), ("R99", "2024")], [("R10", "2024")], "Die Regel „R99“ gibt es"),
    ):
        with pytest.raises(GremienAbgelehnt, match=satz):
            gib("traeger", geben, nehmen)
    with pytest.raises(GremienAbgelehnt, match="„Seite“: „alle“ ist nicht möglich"):
        gib("alle", [("R16", "einmalig")])
    assert (lies(K), len(verlauf(K))) == vorher


@given(
    st.lists(st.tuples(st.sampled_from(["traeger", "kreis"]), st.sets(st.sampled_from(["08", "10", "16"]))), max_size=4)
)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undoing_every_step_leads_back(pflichten: Path, schritte: list[tuple[str, set[str]]]) -> None:
    vorher, getan = lies(K), []
    for seite, regeln in schritte:
        da = {rule for rule, _, s, _ in _freigaben() if s == seite}
        neu = {f"R{r}" for r in regeln}
        if da == neu:
            continue
        vorgang = aendere_freigaben(
            recht(), K, seite, [(r, "2024") for r in neu - da], [(r, "2024") for r in da - neu], JETZT
        )
        getan.append(vorgang.id)
        assert {rule for rule, _, s, _ in _freigaben() if s == seite} == neu
    for vorgang_id in reversed(getan):
        nimm_zurueck(recht(), vorgang_id, JETZT)
    assert lies(K) == vorher


def test_an_own_date_is_entered_ticked_off_and_deleted(pflichten: Path) -> None:
    termin = Vormerkung(date(2025, 3, 10), " Zahlen  anfordern ", "Sozialplanung", RUNDE)
    vorgang, neu = setze_termin(recht(), K, termin, JETZT)
    assert vorgang.was == "Eigener Termin „Zahlen anfordern“ eingetragen"
    assert (neu.id, neu.titel, neu.gremium_id) == ("t-kleinkreis-2025-1", "Zahlen anfordern", RUNDE)
    _, zweiter = setze_termin(recht(), K, termin, JETZT)
    assert zweiter.id == "t-kleinkreis-2025-2"
    fertig = Vormerkung(date(2025, 3, 10), "Zahlen anfordern", erledigt_am=date(2025, 2, 20))
    _, neu = setze_termin(recht(), K, fertig, JETZT, neu.id)
    assert [(t.id, t.erledigt_am) for t in lies(K).termine] == [
        ("t-kleinkreis-2025-1", date(2025, 2, 20)),
        ("t-kleinkreis-2025-2", None),
    ]
    assert loesche(recht(), K, neu, JETZT).was == "Eigener Termin „Zahlen anfordern“ gelöscht"
    with pytest.raises(GremienAbgelehnt, match="Dieser Termin ist inzwischen gelöscht"):
        setze_termin(recht(), K, fertig, JETZT, neu.id)


@pytest.mark.parametrize(
    ("anders", "satz"),
    [
        ({"titel": " "}, "„Was ist zu tun\\?“ ist leer"),
        ({"titel": "x" * 201}, "„Was ist zu tun\\?“ hat 201 Zeichen"),
        ({"stelle": "Frau Muster"}, "„Frau Muster“ sieht nach dem Namen einer Person aus"),
        ({"erledigt_am": date(2025, 3, 2)}, "Erledigt am 02.03.2025 liegt nach heute"),
        ({"gremium_id": "fremd"}, "Dieses Gremium ist inzwischen gelöscht"),
    ],
)
def test_a_wrong_own_date_is_refused(pflichten: Path, anders: dict[str, Any], satz: str) -> None:
    schritte = len(verlauf(K))
    with pytest.raises(GremienAbgelehnt, match=satz):
        setze_termin(recht(), K, Vormerkung(**{"datum": date(2025, 3, 10), "titel": "Reden", **anders}), JETZT)
    assert (lies(K).termine, len(verlauf(K))) == ((), schritte)
