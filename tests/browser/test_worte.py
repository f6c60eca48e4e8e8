"""Small numbers in words: read by keyboard alone in the entry "Was heißt das?", which axe finds nothing in."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import FORMEN, funde, lade_axe
from tests.browser.conftest import Dienst, Fenster
from tests.browser.fenster import auswahlfeld, erwarte_parameter, oeffne, waehle, warte_auf_ruhe

pytestmark = pytest.mark.browser

WMK = "werra-meissner-kreis"
GEMEINDEN = f"/zahlen?region={WMK}&ebene=gemeinde&kennzahl=lb_bwf&jahr=2024"
SATZ = "Hier leben höchstens 4 Personen. Die genaue Zahl nennen wir nicht, damit niemand erkannt wird."
SCHRITTE = 80


def _frage(seite: Page) -> Locator:
    return seite.get_by_role("button", name="Was heißt das?")


def _mit_tabulator_zu(seite: Page, ziel: Locator) -> None:
    """Press Tab until `ziel` has the focus."""
    for _ in range(SCHRITTE):
        seite.keyboard.press("Tab")
        if ziel.evaluate("knoten => knoten === document.activeElement"):
            return
    pytest.fail("Der Eintrag ist mit der Tabulatortaste nicht zu erreichen.")


@pytest.mark.parametrize(
    "adresse",
    [GEMEINDEN, f"/karte?region={WMK}&ebene=gemeinde&kennzahl=lb_bwf&jahr=2024"],
    ids=["tafel", "karte"],
)
def test_the_sentence_is_read_by_keyboard_and_leads_to_the_methodik(dienst: Dienst, seite: Page, adresse: str) -> None:
    oeffne(seite, dienst.adresse + adresse)
    frage = _frage(seite).first
    expect(frage).to_be_visible()
    _mit_tabulator_zu(seite, frage)
    seite.keyboard.press("Enter")
    eintrag = seite.get_by_test_id("stPopoverBody")
    expect(eintrag).to_contain_text(f"0 bis 4: {SATZ}")
    link = eintrag.get_by_role("link", name="So werden Menschen geschützt")
    _mit_tabulator_zu(seite, link)
    seite.keyboard.press("Enter")
    expect(seite.locator("h1")).to_have_text("So entstehen die Zahlen, und das sagen sie nicht")
    erwarte_parameter(seite, region=WMK)


def test_axe_finds_nothing_in_the_opened_entry(dienst: Dienst, fenster: Fenster) -> None:
    gefunden = {}
    for form, (breite, medien) in FORMEN.items():
        seite = fenster(viewport={"width": breite, "height": 900}, **medien).new_page()
        oeffne(seite, dienst.adresse + GEMEINDEN)
        frage = _frage(seite).first
        frage.focus()
        seite.keyboard.press("Enter")
        expect(seite.get_by_test_id("stPopoverBody")).to_contain_text(SATZ)
        warte_auf_ruhe(seite)
        lade_axe(seite)
        gefunden[form] = funde(seite)
        assert seite.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), form
    assert {form: liste for form, liste in gefunden.items() if liste} == {}


def test_a_page_opens_at_the_sensible_level_and_a_finer_one_says_what_it_costs(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, f"{dienst.adresse}/zahlen?region=kreis-unna&kennzahl=lb_tagesfoerderung&jahr=2024")
    ebene = auswahlfeld(seite, "Ebene")
    expect(ebene).to_have_value("Planungsräume")
    satz = seite.get_by_text("Auf dieser Ebene sind die Zahlen klein")
    expect(satz).to_have_count(0)
    waehle(seite, "Ebene", "Gemeinden")
    expect(satz).to_contain_text("Gemeinden stehen als Spanne. Sinnvoll ist die Ebene Planungsraum.")
    erwarte_parameter(seite, ebene="gemeinde")
    waehle(seite, "Kennzahl", "Besondere Wohnform, Personen")
    expect(satz).to_have_count(0)
    expect(ebene).to_have_value("Gemeinden")
