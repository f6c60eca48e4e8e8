"""The rules on the pages Daten and Methodik, and deciding one with the key."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis import schutzregeln
from tests.installation import ALTDORF, CELL
from tests.pages.seiten import alles, knopf, oeffne, parameter, texte, ueberschriften

Oeffne = Callable[[], AppTest]
STELLE = "Datenschutz des Kreises"


def regeltafel(at: AppTest) -> dict[str, list[str]]:
    """Kennzahl -> its row."""
    (rahmen,) = [t.value for t in at.table if "Mindestnenner" in t.value.columns]
    return {zeile[0]: [str(z) for z in zeile[1:]] for zeile in rahmen.to_numpy().tolist()}


def entscheide(at: AppTest, grundzahl: str = "lb_bwf", *, k: int = 5, nenner: int = 500, von: str = STELLE) -> AppTest:
    at.selectbox(key="regel_grundzahl").set_value(grundzahl).run()
    at.number_input(key=f"regel_k_{grundzahl}").set_value(k)
    at.number_input(key=f"regel_nenner_{grundzahl}").set_value(nenner)
    at.text_input(key="regel_von").set_value(von)
    at.text_area(key="regel_grund").set_value("Beschluss *der* LSP")
    return knopf(at, "Regel entscheiden")


@pytest.mark.usefixtures("klein")
@pytest.mark.parametrize("seite", ["daten", "methodik"])
def test_everybody_can_read_the_rules(seite: str) -> None:
    at = oeffne(seite)
    assert "Regeln des Schutzes" in ueberschriften(at)
    tafel = regeltafel(at)
    assert len(tafel) == 16
    assert tafel["Minderjährige mit Eingliederungshilfe"] == [
        "10",
        "Altersgruppe und Geschlecht",
        "500 Einwohner",
        "Voreinstellung von Sozialraumblick",
        "22.11.2026",
        "10 für Minderjährige und für Hilfe nach §§ 67 ff. SGB XII, weil die Gruppen klein und die Angaben "
        "heikel sind.",
    ]
    assert tafel["Plätze in Werkstätten"][:3] == ["–", "keine", "–"]
    assert any("Zwei davon zusammen werden unterhalb des Kreises nicht veröffentlicht." in t for t in texte(at))
    assert not at.button
    assert not [e for e in at.expander if "Entscheidung" in e.label or e.label.startswith("Eine Regel")]


def test_a_decision_is_made_seen_and_revoked_on_the_page(gefuellt: Path, mit_recht: Oeffne) -> None:
    at = entscheide(mit_recht(), nenner=3000)
    assert [s.value for s in at.success] == [
        "gesichert: „Leistungsberechtigte in besonderer Wohnform“. Die Regel gilt ab sofort."
    ]
    zeile = regeltafel(at)["Leistungsberechtigte in besonderer Wohnform"]
    assert zeile[:4] == ["5", "Altersgruppe und Geschlecht", "3.000 Einwohner", STELLE]
    assert zeile[5] == "Beschluss der LSP"
    assert "Alle Entscheidungen über Regeln" in [e.label for e in at.expander]

    # The map says why Cell (2.000 people from 18 on) has no rate any more, and Altdorf (8.000) has one.
    karte = oeffne("karte", kennzahl="besondere_wohnform", ebene="gemeinde", gebiet=CELL, jahr="2024")
    satz = "Hier leben weniger als 3.000 Menschen ab 18 Jahren. Dafür wird kein Wert je 1.000 gezeigt"
    assert satz in alles(karte)
    assert satz not in alles(oeffne("karte", kennzahl="besondere_wohnform", ebene="gemeinde", gebiet=ALTDORF))

    at.selectbox(key="regel_weg").set_value("kleinkreis/lb_bwf").run()
    at.text_input(key="regel_weg_von").set_value(STELLE)
    at.text_area(key="regel_weg_grund").set_value("Irrtum")
    knopf(at, "Entscheidung aufheben")
    assert at.success[0].value.endswith("Die Entscheidung ist aufgehoben. Es gilt wieder, was vorher galt.")
    assert regeltafel(at)["Leistungsberechtigte in besonderer Wohnform"][2] == "500 Einwohner"
    (alte,) = schutzregeln.verlauf("kleinkreis")
    assert (alte.aufgehoben_von, alte.aufhebungsgrund) == (STELLE, "Irrtum")
    assert satz not in alles(oeffne("karte", kennzahl="besondere_wohnform", ebene="gemeinde", gebiet=CELL))


@pytest.mark.parametrize(
    ("wie", "satz"),
    [
        ({"k": 7}, "schon mit k = 5 veröffentlicht."),
        ({"k": 3}, "Möglich ist k ab 5."),
        ({"von": "Herr Muster"}, "„Herr Muster“ nennt eine Person."),
        ({"von": ""}, "Bitte angeben, welche Stelle entschieden hat und warum."),
    ],
)
def test_the_page_refuses_with_the_same_words(
    gefuellt: Path, mit_recht: Oeffne, wie: dict[str, int | str], satz: str
) -> None:
    at = entscheide(mit_recht(), **wie)  # type: ignore[arg-type]
    assert satz in at.error[0].value
    assert schutzregeln.verlauf("kleinkreis") == []
    assert "zugang" not in parameter(at)
