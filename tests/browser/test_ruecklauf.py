"""A recommendation in a real browser: entered, answered, given a measure, heard by the next meeting, and done."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import funde, lade_axe
from tests.browser.conftest import Dienst, Fenster
from tests.browser.fenster import knopf, oeffne
from tests.browser.gremien import adresse, druecke, mit_schluessel, passt_in_die_breite, probegremium, satz, trage_ein

pytestmark = pytest.mark.browser

RUNDE = "probe-ruecklauf"
TAGE = {date(2025, 3, 3): "stattgefunden", date(2026, 3, 2): "stattgefunden", date(2027, 3, 1): "geplant"}
TEXT = "Ein Aufzug am Bahnhof"


@pytest.fixture(scope="module")
def eigener(gremienwerkstatt: Dienst) -> Dienst:
    """The server, with a Gremium of three meetings and no agenda."""
    sitzungen = [{"gremium": RUNDE, "datum": tag, "status": status} for tag, status in TAGE.items()]
    trage_ein(gremienwerkstatt, gremien=[probegremium(RUNDE, "Rücklaufrunde")], sitzungen=sitzungen)
    return gremienwerkstatt


def gehe(seite: Page, dienst: Dienst, ansicht: str, jahr: int, zugang: str = "") -> None:
    (tag,) = [tag for tag in TAGE if tag.year == jahr]
    oeffne(seite, adresse(dienst, RUNDE, ansicht, tag) + zugang)


def test_a_recommendation_is_followed_until_it_is_done(eigener: Dienst, fenster: Fenster) -> None:
    zugang = mit_schluessel(eigener)
    seite = fenster().new_page()
    gehe(seite, eigener, "sitzungen", 2025, zugang)
    druecke(seite, "Punkt zur Tagesordnung hinzufügen")
    seite.get_by_label("Titel").fill("Wege durch die Stadt")
    druecke(seite, "Punkt speichern")
    expect(seite.get_by_role("heading", name="1. Wege durch die Stadt")).to_be_visible()
    expect(knopf(seite, "Punkt zur Tagesordnung hinzufügen")).to_be_focused()

    # What is typed into one form outlives that another is opened and saved.
    druecke(seite, "Punkt 1 ändern")
    expect(seite.get_by_label("Titel")).to_be_focused()
    seite.get_by_label("Ergebnis oder Beschluss").fill("Noch offen")
    druecke(seite, "Empfehlung zu Punkt 1 hinzufügen")
    expect(seite.get_by_label("Empfehlung", exact=True)).to_be_focused()
    seite.get_by_label("Empfehlung", exact=True).fill(TEXT)
    druecke(seite, "Empfehlung speichern")
    expect(knopf(seite, "Empfehlung zu Punkt 1 hinzufügen")).to_be_focused()
    expect(seite.get_by_label("Ergebnis oder Beschluss")).to_have_value("Noch offen")
    druecke(seite, "Punkt speichern")
    expect(seite.get_by_text("Ergebnis: Noch offen", exact=True)).to_be_visible()
    druecke(seite, "Antwort zu 1.1 eintragen")
    seite.get_by_text("angenommen", exact=True).click()
    seite.get_by_label("Antwort", exact=True).fill("Der Kreis spricht mit der Bahn.")
    druecke(seite, "Antwort speichern")
    expect(satz(seite, "gesichert: die Antwort (angenommen).")).to_be_visible()
    druecke(seite, "Maßnahme zu 1.1 hinzufügen")
    seite.get_by_label("Was wird getan?").fill("Gespräch mit der Bahn")
    seite.get_by_text("läuft", exact=True).click()
    druecke(seite, "Maßnahme speichern")
    expect(seite.get_by_text("Heute: angenommen und in Arbeit.")).to_be_visible()

    # The next meeting begins with it, before anybody has written its agenda; it is told that it is done.
    gehe(seite, eigener, "sitzungen", 2026, zugang)
    expect(seite.get_by_text(f"(1) {TEXT}")).to_be_visible()
    expect(seite.get_by_text(re.compile(r"Vom 03\.03\.2025 .*Stand: angenommen und in Arbeit\."))).to_be_visible()
    druecke(seite, "Bericht zu (1) eintragen")
    seite.get_by_text("erledigt", exact=True).click()
    seite.get_by_label("Bericht in ein, zwei Sätzen").fill("Der Aufzug fährt.")
    druecke(seite, "Bericht speichern")
    expect(seite.get_by_role("heading", name="1. Rücklauf: Was wurde aus den Empfehlungen?")).to_be_visible()
    expect(seite.get_by_text("Berichtet: erledigt. Der Aufzug fährt.")).to_be_visible()
    lade_axe(seite)
    assert funde(seite) == []

    # A reader follows it from the page Rücklauf into the meeting; the one after hears of it no more.
    leser = fenster(viewport={"width": 390, "height": 844}).new_page()
    gehe(leser, eigener, "ruecklauf", 2025)
    expect(leser.locator("h1")).to_have_text("Was wurde aus den Empfehlungen von 2025?")
    expect(leser.get_by_text("Die eine Empfehlung aus 2025 ist erledigt.")).to_be_visible()
    expect(leser.get_by_role("listitem").filter(has_text="Rücklauf am 02.03.2026")).to_contain_text("Der Aufzug fährt.")
    expect(leser.get_by_text("Für die nächste Sitzung am 01.03.2027 ist keine Empfehlung offen")).to_be_visible()
    lade_axe(leser)
    assert funde(leser) == []
    passt_in_die_breite(leser)
    leser.get_by_role("button", name="Zur Sitzung am 02.03.2026").click()
    expect(leser.get_by_role("heading", name="1. Rücklauf: Was wurde aus den Empfehlungen?")).to_be_visible()
    expect(leser.get_by_role("radio", name="Sitzungen", exact=True)).to_be_focused()
    expect(leser.locator("h1")).to_be_in_viewport()
    gehe(leser, eigener, "sitzungen", 2027)
    expect(leser.get_by_text("keine Tagesordnung eingetragen")).to_be_visible()
    expect(leser.get_by_text(TEXT).filter(visible=True)).to_have_count(0)  # only in the closed history
