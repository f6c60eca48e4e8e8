"""The page Beteiligung: counts and steps in words, every filter, what is not known, the way there and back."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.gremien import ALT, REGISTER, RUNDE, S2024, lege_gremien_an, trage_ein
from tests.pages.seiten import alles, hinweise, oeffne, parameter, tafel, texte, titel, ueberschriften

pytestmark = pytest.mark.usefixtures("klein")

STUFEN: dict[str, list[dict[str, Any]]] = {
    "tops": [
        {"gremium": RUNDE, "datum": S2024, "top": 2, "titel": "Wohnen in Nord", "thema": "wohnen"}
        | {"planungsraum": "nord", "eingebracht_von_gruppe": "selbstvertretung"}
        | {"stufe_verwaltung": 6, "stufe_selbstvertretung": 3, "begruendung": "Erst am Ende gefragt."},
        {"gremium": RUNDE, "datum": S2024, "top": 3, "titel": "Arbeit", "thema": "arbeit", "stufe_verwaltung": 6}
        | {"stufe_selbstvertretung": 6},
        {"gremium": RUNDE, "datum": S2024, "top": 4, "titel": "Fahrten", "stufe_verwaltung": 4},
    ]
}


def beteiligung(**mehr: str) -> AppTest:
    at = oeffne("beteiligung", **{"region": "kleinkreis", **mehr})
    assert not at.exception
    return at


def punkte(at: AppTest) -> list[str]:
    """The items of all lists."""
    return [zeile.removeprefix("- ") for t in texte(at) for zeile in t.splitlines() if zeile.startswith("- ")]


def test_the_finding_names_counts_and_the_gap_and_each_part_has_its_table() -> None:
    lege_gremien_an()
    trage_ein(STUFEN)
    at = beteiligung()
    assert titel(at) == (
        "2024: 2 von 12 Anwesenden kamen aus der Selbstvertretung. "
        "Die Verwaltung sieht höchstens 3 Stufen mehr Beteiligung."
    )
    assert ":gray[alle Gremien der Region, Kleinkreis · 1 Sitzung]" in texte(at)
    assert ueberschriften(at) == [
        "2 von 3 Plätzen der Selbstvertretung waren besetzt",
        "Am weitesten auseinander, 3 Stufen: „Wohnen in Nord“",
        "Barrierefreiheit: 1 von 1 angefragten Art bereitgestellt",
        "1 von 1 entschiedenen Empfehlung ist angenommen, teilweise angenommen oder erledigt",
        "Aus welchen Planungsräumen die Selbstvertretung kam, ist nicht bekannt (k. A.)",
        "Alle sechzehn Fragen auf einen Blick",
        "Nach Jahren: 2023 bis 2024",
    ]
    assert tafel(at, "Stellvertretung") == [
        {"Sitzung": "Runde, 23.09.2024", "Selbstvertretung": "2\u00a0von\u00a012"}
        | {"Stellvertretung": "niemand eingetragen"}
        | {"Plätze für Selbstvertretung": "3 Plätze, 2 besetzt"},
    ]
    assert tafel(at, "Begründung") == [
        {"Punkt": "Wohnen in Nord · Runde, 23.09.2024", "Unterschied": "3 Stufen"}
        | {"Stufen": "Verwaltung 6 (Mitbestimmung), Selbstvertretung 3 (Information)"}
        | {"Begründung": "Erst am Ende gefragt."},
        {"Punkt": "Arbeit · Runde, 23.09.2024", "Unterschied": "keiner"}
        | {"Stufen": "Verwaltung 6 (Mitbestimmung), Selbstvertretung 6 (Mitbestimmung)", "Begründung": "k. A."},
        {"Punkt": "Fahrten · Runde, 23.09.2024", "Unterschied": "nur eine Seite"}
        | {"Stufen": "Verwaltung 4 (Anhörung), Selbstvertretung nicht bewertet", "Begründung": "k. A."},
    ]
    (barrieren,) = tafel(at, "Unterlagen in Leichter Sprache")
    assert barrieren["bereitgestellt"] == ":material/check_circle:\u00a0Deutsche Gebärdensprache"
    assert (barrieren["fehlte"], barrieren["Unterlagen in Leichter Sprache"]) == (
        "–",
        ":gray[:material/remove: kein Eintrag]",
    )
    assert len(tafel(at, "Das sagt es nicht")) == 16
    assert [z["heißt"] for z in tafel(at, "zählt als")][5:8] == [
        "Mitbestimmung",
        "teilweise Entscheidungskompetenz",
        "Entscheidungsmacht",
    ]
    assert any(t.startswith("Ein Gesamtwert würde verdecken") for t in texte(at))
    assert "Gezählt wird die Rolle des Platzes, nie die Beeinträchtigung einer Person." in alles(at)


def test_only_the_total_is_known() -> None:
    lege_gremien_an()
    at = beteiligung(jahr="2023")
    assert titel(at) == (
        "2023: Wie viele der 20 Anwesenden aus der Selbstvertretung kamen, ist nicht bekannt (k.\u00a0A.). "
        "Wie viel Beteiligung es war, ist noch nicht bewertet."
    )
    (zeile,) = tafel(at, "Stellvertretung")
    assert (zeile["Selbstvertretung"], zeile["Stellvertretung"]) == ("k. A. (insgesamt 20)", "k. A.")
    # What would only say "k. A." in each row is one sentence.
    assert "**Ohne jeden Eintrag:** Runde, 18.09.2023." in punkte(at)
    assert not any("teilweise" in t.value.columns or "Vertreten" in t.value.columns for t in at.table)
    assert "Barrierefreiheit: kein Eintrag" in ueberschriften(at)
    assert "Zwei Sichten auf die Beteiligung: noch nichts bewertet" in ueberschriften(at)


def test_all_years_say_what_is_not_in_the_sum() -> None:
    lege_gremien_an()
    at = beteiligung(gremium=RUNDE, jahr="alle")
    assert titel(at).startswith(
        "2023 bis 2024: 2 von 12 Anwesenden in 1 Sitzung kamen aus der Selbstvertretung (für 1 weitere"
    )
    assert [z["Jahr"] for z in tafel(at, "Sitzungen")] == ["2024", "2023"]
    assert [z["Anwesende aus der Selbstvertretung"] for z in tafel(at, "Sitzungen")] == ["2 von 12", "k. A."]


def test_theme_and_planungsraum_cut_items_and_say_so() -> None:
    lege_gremien_an()
    trage_ein(STUFEN)
    at = beteiligung(thema="arbeit")
    assert [z["Punkt"] for z in tafel(at, "Begründung")] == ["Arbeit · Runde, 23.09.2024"]
    assert any("Thema und Planungsraum wählen Punkte der Tagesordnung" in t for t in texte(at))
    nord = at.selectbox(key="beteiligung_gebiet").set_value("nord").run()
    assert parameter(nord) == {"region": "kleinkreis", "thema": "arbeit", "gebiet": "nord"}
    assert titel(nord).endswith("Wie viel Beteiligung es war, ist zu dieser Auswahl noch nicht bewertet.")
    assert {
        "Zwei Sichten auf die Beteiligung: zu dieser Auswahl nichts bewertet",
        "Zu dieser Auswahl ist keine Empfehlung eingetragen",
    } <= set(ueberschriften(nord))
    wieder = nord.selectbox(key="beteiligung_thema").set_value("").run()
    assert [z["Punkt"] for z in tafel(wieder, "Begründung")] == ["Wohnen in Nord · Runde, 23.09.2024"]


def test_gremium_and_year_are_chosen_in_the_link() -> None:
    lege_gremien_an()
    at = beteiligung(jahr="2023")
    at = at.selectbox(key="beteiligung_gremium").set_value(RUNDE).run()
    assert parameter(at) == {"region": "kleinkreis", "gremium": RUNDE}
    at = at.selectbox(key="beteiligung_jahr").set_value("alle").run()
    assert parameter(at) == {"region": "kleinkreis", "gremium": RUNDE, "jahr": "alle"}


def test_unknown_values_fall_back_with_a_sentence() -> None:
    lege_gremien_an()
    at = beteiligung(gremium="fremd", jahr="1999", thema="x", gebiet="y")
    assert hinweise(at) == [
        "Das Gremium „fremd“ aus dem Link gibt es in Kleinkreis nicht. Sie sehen alle Gremien der Region.",
        "Für „1999“ aus dem Link ist keine Sitzung eingetragen, die stattfand. Sie sehen 2024.",
        "Das Thema „x“ aus dem Link gibt es hier nicht. Sie sehen alle Themen.",
        "Den Planungsraum „y“ aus dem Link gibt es hier nicht. Sie sehen die ganze Region.",
    ]


def test_no_gremium_and_no_meeting() -> None:
    assert titel(beteiligung()) == "Kleinkreis: noch kein Gremium eingetragen"
    trage_ein(REGISTER)
    at = beteiligung(gremium=RUNDE)
    assert titel(at) == "Runde: keine Sitzung eingetragen, die stattfand"
    assert any(t.startswith("1 von 3 genannten Stellen") for t in texte(at))
    assert titel(beteiligung(gremium=ALT)) == "Alte Runde: keine Sitzung eingetragen, die stattfand"
    assert titel(beteiligung()) == "Kleinkreis: keine Sitzung eingetragen, die stattfand"


def test_own_thresholds_are_kept_and_named() -> None:
    lege_gremien_an()
    at = beteiligung()
    assert "**Nicht allein am Tisch:** In 1 von 1 Sitzung waren 2 oder mehr aus der Selbstvertretung da." in punkte(at)
    at = at.number_input(key="beteiligung_mindestens").set_value(3).run()
    assert "**Nicht allein am Tisch:** In 0 von 1 Sitzung waren 3 oder mehr aus der Selbstvertretung da." in punkte(at)
    assert "mindestens 3 Anwesenden" in tafel(at, "Das sagt es nicht")[3]["Gezählt ist"]
    at = at.number_input(key="beteiligung_ziel").set_value(20).run()
    assert "Ihre Zielmarke: 20\u00a0% der Anwesenden. Es sind 16,7\u00a0%, also nicht erreicht." in punkte(at)


def test_the_choices_of_other_pages_stay_as_they_were() -> None:
    lege_gremien_an()
    at = beteiligung(jahr="2023", gebiet="nord")
    assert at.session_state["auswahl"] == {"region": ["kleinkreis"]}


def test_the_page_of_the_gremium_leads_here_and_back() -> None:
    lege_gremien_an()
    at = oeffne("gremien", region="kleinkreis", gremium=RUNDE)
    assert "Konnten Betroffene mitreden?" in alles(at)
    assert "Zum Gremium: Runde" in alles(beteiligung(gremium=RUNDE))


def test_a_title_is_only_text() -> None:
    lege_gremien_an()
    boese = "<b>[x](http://fremd)</b>"
    trage_ein(
        {
            "tops": [
                {"gremium": RUNDE, "datum": S2024, "top": 3, "titel": boese, "stufe_verwaltung": 6}
                | {"stufe_selbstvertretung": 1, "begruendung": boese}
            ]
        }
    )
    at = beteiligung()
    assert ueberschriften(at)[1] == "Am weitesten auseinander, 5 Stufen: „bx(http://fremd)/b“"
    assert tafel(at, "Begründung")[0]["Begründung"] == "bx(http://fremd)/b"
