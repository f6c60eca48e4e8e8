"""The degree of participation as it is written: each side for itself, whole or not at all, and taken back."""

from pathlib import Path
from typing import Any

import pytest

from analysis.gremien.bestand import lade
from data_access.gremien import buch, tagesordnung
from data_access.gremien.buch import GremienAbgelehnt
from data_access.gremien.stufen import Stufen, bewerte
from data_access.gremien.tagesordnung import Punkt
from tests.gremien import RUNDE, S2023, S2024, S2025, lege_gremien_an, trage_ein
from tests.installation import JETZT, recht

KREIS = "kleinkreis"
AM_2023, AM_2024, AM_2025 = (f"{RUNDE}-{tag}" for tag in (S2023, S2024, S2025))
WOHNEN = f"{AM_2024}-top-2"


def stufen(top: str = WOHNEN) -> tuple[Any, ...]:
    t = lade(KREIS).top[top]
    return t.stufe_verwaltung, t.stufe_selbstvertretung, t.begruendung


def test_each_side_is_entered_alone_and_leaves_the_other_as_it_is(klein: Path) -> None:
    lege_gremien_an()
    erster = bewerte(recht(), KREIS, AM_2024, {WOHNEN: Stufen(stufe_verwaltung=6)}, JETZT)
    assert erster.was == "Beteiligung bewertet: Runde, Sitzung am 23.09.2024"
    bewerte(
        recht(), KREIS, AM_2024, {WOHNEN: Stufen(stufe_selbstvertretung=3, begruendung=" Zu spät \n gefragt ")}, JETZT
    )
    assert stufen() == (6, 3, "Zu spät gefragt")
    # Taking back the first leaves what the second side entered later alone, and so is refused.
    with pytest.raises(GremienAbgelehnt, match="zuerst die spätere Änderung"):
        buch.nimm_zurueck(recht(), erster.id, JETZT)
    buch.nimm_zurueck(recht(), buch.verlauf(KREIS)[0].id, JETZT)
    assert stufen() == (6, None, "")


def test_an_item_is_changed_later_and_keeps_its_steps_and_a_new_agenda_begins_without_them(klein: Path) -> None:
    lege_gremien_an()
    bewerte(recht(), KREIS, AM_2024, {WOHNEN: Stufen(stufe_verwaltung=9, stufe_selbstvertretung=1)}, JETZT)
    tagesordnung.setze_punkt(recht(), KREIS, AM_2024, Punkt("Wohnen", ergebnis="Vertagt"), JETZT, WOHNEN)
    assert stufen() == (9, 1, "")
    tagesordnung.nimm_wieder_auf(recht(), KREIS, WOHNEN, JETZT)
    neu = lade(KREIS).tops[AM_2025][-1]
    assert (neu.titel, neu.stufe_verwaltung, neu.stufe_selbstvertretung) == ("Wohnen", None, None)


@pytest.mark.parametrize(
    ("werte", "satz"),
    [
        (Stufen(stufe_verwaltung=0), "Punkt 2: Die Stufe 0 gibt es nicht. Erlaubt sind 1 bis 9."),
        (Stufen(stufe_selbstvertretung=10), "Punkt 2: Die Stufe 10 gibt es nicht."),
        (Stufen(begruendung="Ohne Stufe"), "Punkt 2 hat eine Begründung, aber keine Stufe."),
        (Stufen(stufe_verwaltung=6, begruendung="x" * 601), "hat 601 Zeichen. Erlaubt sind 600."),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_changed(klein: Path, werte: Stufen, satz: str) -> None:
    lege_gremien_an()
    trage_ein({"tops": [{"gremium": RUNDE, "datum": S2024, "top": 3, "titel": "Arbeit"}]})
    with pytest.raises(GremienAbgelehnt, match=satz.replace(".", r"\.")):
        bewerte(recht(), KREIS, AM_2024, {f"{AM_2024}-top-3": Stufen(stufe_verwaltung=5), WOHNEN: werte}, JETZT)
    assert stufen() == stufen(f"{AM_2024}-top-3") == (None, None, "")


def test_only_a_held_meeting_and_only_its_own_items_are_rated(klein: Path) -> None:
    lege_gremien_an()
    top = tagesordnung.setze_punkt(recht(), KREIS, AM_2025, Punkt("Arbeit"), JETZT)[1].id
    with pytest.raises(GremienAbgelehnt, match=r"am 22\.09\.2025 ist nicht als stattgefunden eingetragen"):
        bewerte(recht(), KREIS, AM_2025, {top: Stufen(stufe_verwaltung=5)}, JETZT)
    with pytest.raises(GremienAbgelehnt, match="nicht mehr auf dieser Tagesordnung"):
        bewerte(recht(), KREIS, AM_2023, {WOHNEN: Stufen(stufe_verwaltung=5)}, JETZT)
    assert stufen() == (None, None, "")


def test_an_item_carries_the_tasks_it_is_about_and_only_those_of_its_region(klein: Path) -> None:
    lege_gremien_an()
    klauseln = [
        ("a1", "aufgabe", "Angebote entwickeln"),
        ("a2", "aufgabe", "Räume planen"),
        ("p1", "pflicht", "Melden"),
    ]
    zeilen = [
        {"bestimmung": k, "region": KREIS, "art": art, "wortlaut": text, "quelle": "§ 2"} for k, art, text in klauseln
    ]
    trage_ein({"bestimmungen": zeilen})
    punkt = Punkt("Wohnen", aufgaben=("a2", "a1"))
    tagesordnung.setze_punkt(recht(), KREIS, AM_2024, punkt, JETZT, WOHNEN)
    assert lade(KREIS).top[WOHNEN].aufgaben == ["a1", "a2"]
    for fremd in ("p1", "a3"):
        with pytest.raises(GremienAbgelehnt, match=f"Die Aufgabe „{fremd}“ gibt es in dieser Region nicht"):
            tagesordnung.setze_punkt(recht(), KREIS, AM_2024, Punkt("Wohnen", aufgaben=(fremd,)), JETZT, WOHNEN)
    assert lade(KREIS).top[WOHNEN].aufgaben == ["a1", "a2"]
