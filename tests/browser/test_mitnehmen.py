"""From a chart to its file: by keyboard, with what the page shows, clean for axe, readable on a phone."""

import csv
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Download, Locator, Page, expect

from tests.browser.axe import FORMEN, funde, lade_axe
from tests.browser.conftest import Dienst
from tests.browser.fenster import oeffne, warte, warte_auf_ruhe
from tests.pages.seiten import deutsch

pytestmark = pytest.mark.browser

VERLAUF = "/zahlen?region=kreis-unna&kennzahl=besondere_wohnform&ebene=gemeinde"
SEITEN = {
    "zahlen": (VERLAUF, ("Als Tabelle", "Mitnehmen")),
    "karte": ("/karte?region=kreis-unna&kennzahl=besondere_wohnform&ebene=gemeinde", ("Mitnehmen",)),
    "ueberblick": ("/?region=kreis-unna", ("Tabelle und Dateien",)),
    "planungsraum": ("/planungsraum?region=kreis-unna&gebiet=unna-nord", ("Mitnehmen",)),
}


def auf(seite: Page, name: str, nummer: int = 0) -> Locator:
    """The opened popover behind the button with this name."""
    seite.get_by_role("button", name=name).nth(nummer).click()
    feld = seite.get_by_test_id("stPopoverBody")
    expect(feld).to_be_visible()
    warte(seite)
    return feld


def tippe_bis(seite: Page, name: str) -> Locator:
    """Press Tab until the button with this name has the focus."""
    for _ in range(40):
        seite.keyboard.press("Tab")
        if name in (seite.evaluate("document.activeElement.innerText") or ""):  # icons are words too
            return seite.locator(":focus")
    pytest.fail(f"Mit der Tabulatortaste ist „{name}“ nicht zu erreichen.")


def geladen(download: Download, ordner: Path) -> Path:
    pfad = ordner / download.suggested_filename
    download.save_as(pfad)
    return pfad


def test_two_keys_lead_from_the_chart_to_its_picture(dienst: Dienst, seite: Page, tmp_path: Path) -> None:
    oeffne(seite, dienst.adresse + VERLAUF)
    warte_auf_ruhe(seite)
    seite.get_by_role("combobox", name="Verlauf für").focus()
    tippe_bis(seite, "Als Tabelle")
    knopf = tippe_bis(seite, "Mitnehmen")
    knopf.press("Enter")
    expect(seite.get_by_test_id("stPopoverBody").get_by_role("button", name="Bild (PNG)")).to_be_visible()
    warte(seite)
    tippe_bis(seite, "Bild (PNG)")
    with seite.expect_download(timeout=60_000) as ereignis:
        seite.keyboard.press("Enter")
    pfad = geladen(ereignis.value, tmp_path)
    assert pfad.name == "wohnen_besondere-wohnform_kreis-unna_gemeinde_2024_verlauf_synthetische-daten.png"
    with Image.open(pfad) as bild:
        assert bild.width > 2500
        assert [round(d) for d in bild.info["dpi"]] == [300, 300]
    seite.keyboard.press("Escape")
    expect(seite.get_by_test_id("stPopoverBody")).to_have_count(0)
    assert "Mitnehmen" in seite.evaluate("document.activeElement.innerText")


def test_the_file_holds_the_numbers_of_the_table(dienst: Dienst, seite: Page, tmp_path: Path) -> None:
    oeffne(seite, dienst.adresse + VERLAUF)
    feld = auf(seite, "Als Tabelle")
    zeilen = [zeile.locator("td").all_inner_texts() for zeile in feld.locator("tbody tr").all()]
    gezeigt = {zelle[0].strip(): zelle[1].strip() for zelle in zeilen}
    seite.keyboard.press("Escape")
    feld = auf(seite, "Mitnehmen")
    with seite.expect_download(timeout=60_000) as ereignis:
        feld.get_by_role("button", name="CSV für Excel").click()
    text = geladen(ereignis.value, tmp_path).read_text("utf-8-sig")
    kreis = [z for z in csv.DictReader(text.splitlines(), delimiter=";") if z["ebene"] == "kreis"]
    assert len(kreis) > 5
    assert {z["stichtag"][-4:]: deutsch(z["wert"].replace(",", "."), 1) for z in kreis} == gezeigt


@pytest.mark.parametrize("form", ["hell", "dunkel", "400 %"])
@pytest.mark.parametrize("name", SEITEN)
def test_axe_finds_nothing_in_an_opened_popover(dienst: Dienst, seite: Page, name: str, form: str) -> None:
    pfad, knoepfe = SEITEN[name]
    breite, medien = FORMEN[form]
    seite.emulate_media(**medien)
    seite.set_viewport_size({"width": breite, "height": 900})
    oeffne(seite, dienst.adresse + pfad)
    lade_axe(seite)
    for knopf in knoepfe:
        feld = auf(seite, knopf)
        warte_auf_ruhe(seite)
        assert funde(seite) == []
        kasten = feld.bounding_box()
        assert kasten is not None
        assert kasten["x"] >= 0
        assert kasten["x"] + kasten["width"] <= breite
        assert feld.evaluate("f => f.scrollWidth - f.clientWidth") <= 1
        seite.keyboard.press("Escape")
        expect(feld).to_have_count(0)


def test_a_theme_lets_choose_between_its_pictures(dienst: Dienst, seite: Page, tmp_path: Path) -> None:
    oeffne(seite, dienst.adresse + SEITEN["planungsraum"][0])
    feld = auf(seite, "Mitnehmen", 2)
    feld.get_by_text("Besondere Wohnform: Planungsräume im Vergleich", exact=True).click()
    warte(seite)
    with seite.expect_download(timeout=60_000) as ereignis:
        feld.get_by_role("button", name="Grafik (SVG)").click()
    pfad = geladen(ereignis.value, tmp_path)
    assert "_spanne_" in pfad.name
    assert "Raum Nord: " in pfad.read_text("utf-8")
