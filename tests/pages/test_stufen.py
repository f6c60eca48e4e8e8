"""Participation in the agenda: rated by the holder of the key, one side or both, and read in words by everybody."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analysis.gremien.bestand import lade
from data_access.gremien.stufen import Stufen, bewerte
from data_access.schreibrecht import zugangsschluessel
from tests.gremien import RUNDE, S2024, S2025, lege_gremien_an, trage_ein
from tests.installation import JETZT, recht
from tests.pages.seiten import knopf, oeffne, texte

AM_2024 = f"{RUNDE}-{S2024}"
WOHNEN, ARBEIT, BUS = (f"{AM_2024}-top-{n}" for n in (2, 3, 4))
KNOPF = "Beteiligung bewerten"


def lies(**mehr: str) -> AppTest:
    at = oeffne("gremien", gremium=RUNDE, ansicht="sitzungen", **{"sitzung": S2024.isoformat()} | mehr)
    assert not at.exception
    return at


@pytest.fixture
def schreiber(klein: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """The agenda of 2024 with four items (the first is the Rücklauf), opened with the key."""
    lege_gremien_an()
    trage_ein({"tops": [{"gremium": RUNDE, "datum": S2024, "top": n, "titel": t} for n, t in ((3, "A*b"), (4, "Bus"))]})
    monkeypatch.setattr("presentation.ui.daten.zugang.nachweis", lambda _: True)
    return lambda tag=S2024: lies(sitzung=tag.isoformat(), zugang=zugangsschluessel())


def kreuze_an(at: AppTest, *tops: str, an: bool = True) -> AppTest:
    for top in tops:
        at.checkbox(key=f"haupt_{top}").set_value(an)
    return at.run()


def stufen(at: AppTest, top: str, **werte: Any) -> AppTest:
    for feld, wert in werte.items():
        (gesucht,) = [f for f in (*at.selectbox, *at.text_area) if f.key == f"{feld}_{top}"]
        gesucht.set_value(wert)
    return at


def gespeichert(top: str) -> tuple[Any, ...]:
    t = lade("kleinkreis").top[top]
    return t.stufe_verwaltung, t.stufe_selbstvertretung, t.begruendung


def test_main_items_are_chosen_and_each_side_gives_one_step(schreiber: Callable[..., AppTest]) -> None:
    at = knopf(schreiber(), KNOPF)
    assert [c.label for c in at.checkbox] == ["Punkt 2: Wohnen in Nord", "Punkt 3: Ab", "Punkt 4: Bus"]
    assert "Gewählt: kein Punkt. Vorgesehen sind drei bis fünf Punkte. Speichern geht trotzdem." in texte(at)
    (tafel,) = [t.value for t in at.table if "Stufe" in t.value.columns]
    assert tafel.iloc[5].tolist() == ["6", "Mitbestimmung", "Beteiligung"]
    kreuze_an(at, WOHNEN, ARBEIT, BUS)
    assert "Gewählt: 3 Punkte." in texte(at)
    assert at.selectbox(key=f"stufe_verwaltung_{WOHNEN}").label == "Punkt 2: Verwaltung"
    assert at.selectbox(key=f"stufe_verwaltung_{WOHNEN}").options == [
        *("nicht bewertet", "1 Instrumentalisierung", "2 Anweisung", "3 Information", "4 Anhörung", "5 Einbeziehung"),
        *("6 Mitbestimmung", "7 teilweise Entscheidungskompetenz", "8 Entscheidungsmacht", "9 Selbstorganisation"),
    ]
    stufen(at, WOHNEN, stufe_verwaltung="6", stufe_selbstvertretung="3", begruendung="Zu *spät* gefragt")
    stufen(at, ARBEIT, stufe_selbstvertretung="9")
    at = knopf(at, "Bewertung speichern")
    assert [gespeichert(t) for t in (WOHNEN, ARBEIT, BUS)] == [
        (6, 3, "Zu *spät* gefragt"),
        (None, 9, ""),
        (None, None, ""),
    ]
    assert [s.value for s in at.success] == ["gesichert: 2 Punkte sind bewertet. Vorgesehen sind drei bis fünf Punkte."]
    saetze = [t for t in texte(at) if t.startswith("**Beteiligung:**")]
    assert saetze == [
        "**Beteiligung:** Verwaltung 6 (Mitbestimmung), Selbstvertretung 3 (Information). Begründung: Zu spät gefragt",
        "**Beteiligung:** Verwaltung nicht bewertet, Selbstvertretung 9 (Selbstorganisation).",
    ]
    assert any("Stufe aus Sicht der Verwaltung: 6 (Mitbestimmung) statt k. A." in t for t in texte(at))
    at = next(b for b in at.button if b.label == "Zurücknehmen").click().run()
    assert gespeichert(WOHNEN) == gespeichert(ARBEIT) == (None, None, "")


def test_a_side_that_comes_later_leaves_what_the_other_entered_meanwhile(schreiber: Callable[..., AppTest]) -> None:
    at = kreuze_an(knopf(schreiber(), KNOPF), WOHNEN)
    bewerte(recht(), "kleinkreis", AM_2024, {WOHNEN: Stufen(stufe_verwaltung=7)}, JETZT)
    knopf(stufen(at, WOHNEN, stufe_selbstvertretung="4"), "Bewertung speichern")
    assert gespeichert(WOHNEN) == (7, 4, "")


def test_the_same_side_twice_is_told_and_asked_again(schreiber: Callable[..., AppTest]) -> None:
    at = kreuze_an(knopf(schreiber(), KNOPF), WOHNEN)
    bewerte(recht(), "kleinkreis", AM_2024, {WOHNEN: Stufen(stufe_verwaltung=7)}, JETZT)
    at = knopf(stufen(at, WOHNEN, stufe_verwaltung="2"), "Bewertung speichern")
    (grund,) = [e.value for e in at.error]
    assert "Stufe aus Sicht der Verwaltung: 7 (teilweise Entscheidungskompetenz) statt k. A." in grund
    assert gespeichert(WOHNEN) == (7, None, "")
    knopf(at, "Bewertung speichern")
    assert gespeichert(WOHNEN) == (2, None, "")


def test_an_item_chosen_no_more_loses_its_steps_and_says_so_before(schreiber: Callable[..., AppTest]) -> None:
    bewerte(recht(), "kleinkreis", AM_2024, {WOHNEN: Stufen(stufe_verwaltung=6, begruendung="Gut")}, JETZT)
    at = knopf(schreiber(), KNOPF)
    assert at.checkbox(key=f"haupt_{WOHNEN}").value
    assert at.selectbox(key=f"stufe_verwaltung_{WOHNEN}").value == "6"
    kreuze_an(at, WOHNEN, an=False)
    assert any(t.startswith("Punkt 2 ist nicht mehr gewählt. Beim Speichern werden seine Stufen") for t in texte(at))
    at = knopf(at, "Bewertung speichern")
    assert gespeichert(WOHNEN) == (None, None, "")
    assert [s.value for s in at.success] == [
        "gesichert: kein Punkt ist bewertet. Vorgesehen sind drei bis fünf Punkte."
    ]


def test_only_a_held_meeting_is_rated_and_only_with_the_key(schreiber: Callable[..., AppTest], klein: Path) -> None:
    trage_ein({"tops": [{"gremium": RUNDE, "datum": S2025, "top": 1, "titel": "Bus"}]})
    assert KNOPF not in [b.label for b in schreiber(S2025).button]
    bewerte(recht(), "kleinkreis", AM_2024, {BUS: Stufen(stufe_selbstvertretung=1)}, JETZT)
    at = lies()
    assert KNOPF not in [b.label for b in at.button]
    assert "**Beteiligung:** Verwaltung nicht bewertet, Selbstvertretung 1 (Instrumentalisierung)." in texte(at)
    assert "Was die neun Stufen der Beteiligung heißen" in [e.label for e in at.expander]


def test_tasks_are_chosen_only_where_the_agreement_names_any(schreiber: Callable[..., AppTest]) -> None:
    at = knopf(schreiber(), "Punkt 2 bearbeiten")
    assert not knopf(at, "Punkt 2 ändern").checkbox
    klausel = {"region": "kleinkreis", "art": "aufgabe", "quelle": "§ 2"}
    lang = "die kritische *Auseinandersetzung* mit den Lebensverhältnissen " * 3
    trage_ein(
        {
            "bestimmungen": [
                klausel | {"bestimmung": "a1", "wortlaut": "Angebote entwickeln"},
                klausel | {"bestimmung": "a2", "wortlaut": lang},
            ]
        }
    )
    at = knopf(knopf(schreiber(), "Punkt 2 bearbeiten"), "Punkt 2 ändern")
    assert [c.label for c in at.checkbox] == ["Angebote entwickeln", " ".join(lang.replace("*", "").split())]
    for haken in at.checkbox:
        haken.set_value(True)
    at = knopf(at, "Punkt speichern")
    assert lade("kleinkreis").top[WOHNEN].aufgaben == ["a1", "a2"]
    (satz,) = [t for t in texte(at) if t.startswith("**Aufgaben aus der Vereinbarung:**")]
    assert satz.startswith("**Aufgaben aus der Vereinbarung:** „Angebote entwickeln“, „die kritische Auseinander")
    assert satz.endswith("…“")
