"""The Merkliste in a real browser: collected on two pages, ordered, named, taken along as files, shared by its link."""

import base64
import io
from pathlib import Path

import pikepdf
import pytest
import segno
from playwright.sync_api import Page, expect
from pptx import Presentation

from tests.browser.axe import funde_je_form
from tests.browser.conftest import Dienst, Fenster
from tests.browser.fenster import knopf, oeffne, parameter, warte, warte_auf_ruhe

pytestmark = pytest.mark.browser

ENDUNG = {"PowerPoint": ".pptx", "PDF": ".pdf"}


def merke(seite: Page) -> None:
    """Put the first picture of the page onto the list, by keyboard alone."""
    knopf(seite, "Mitnehmen").first.press("Enter")
    knopf(seite, "Auf die Merkliste").press("Enter")
    expect(seite.get_by_text("Steht auf der Merkliste")).to_be_visible()
    warte(seite)
    expect(knopf(seite, "Von der Merkliste nehmen")).to_be_focused()


def benenne(seite: Page, feld: str, name: str) -> None:
    seite.get_by_label(feld, exact=True).fill(name)
    seite.keyboard.press("Enter")
    warte(seite)


def lade(seite: Page, format_: str, ziel: Path) -> Path:
    """Choose a format, have the file made, save it."""
    seite.get_by_role("radio", name=format_).check(force=True)
    warte(seite)
    knopf(seite, "Datei erstellen").click()
    speichern = seite.get_by_role("button", name=f"{ENDUNG[format_]} speichern")
    expect(speichern).to_be_focused(timeout=60_000)
    with seite.expect_download(timeout=60_000) as ladung:
        speichern.press("Enter")
    ladung.value.save_as(ziel / ladung.value.suggested_filename)
    return ziel / ladung.value.suggested_filename


def test_a_list_is_collected_ordered_taken_along_and_shared(dienst: Dienst, fenster: Fenster, tmp_path: Path) -> None:
    seite = fenster(accept_downloads=True).new_page()
    oeffne(seite, f"{dienst.adresse}/zahlen?region=kreis-unna&kennzahl=besondere_wohnform")
    merke(seite)
    seite.keyboard.press("Escape")
    expect(knopf(seite, "Von der Merkliste nehmen")).to_be_hidden()
    warte(seite)
    seite.get_by_role("navigation").get_by_role("button", name="Lage", exact=True).click()
    seite.get_by_role("menuitem", name="Karte").click()
    expect(seite).to_have_title("Karte")
    warte(seite)
    merke(seite)
    seite.get_by_role("link", name="Zur Merkliste").press("Enter")
    expect(seite.locator("h1")).to_have_text("Ihre Merkliste: 2 Ansichten")
    warte(seite)
    benenne(seite, "Name der Liste", "Konferenz im Mai")
    benenne(seite, "Eigener Name für Ansicht 1 (freiwillig)", "Entwicklung")
    benenne(seite, "Eigener Name für Ansicht 2 (freiwillig)", "Wo die Menschen leben")
    knopf(seite, "Ansicht 2 nach oben").press("Enter")
    erste = seite.get_by_role("heading", name="1. Wo die Menschen leben")
    expect(erste).to_be_visible()
    warte(seite)
    expect(knopf(seite, "Ansicht 1 nach unten")).to_be_focused()
    titel = ["Konferenz im Mai", "Wo die Menschen leben", "Entwicklung"]

    pptx = lade(seite, "PowerPoint", tmp_path)
    assert pptx.name == "merkliste_konferenz-im-mai_synthetische-daten.pptx"
    assert [f.shapes.title.text for f in Presentation(str(pptx)).slides] == titel
    with pikepdf.open(lade(seite, "PDF", tmp_path)) as pdf:
        assert str(pdf.docinfo["/Title"]) == titel[0]
        with pdf.open_outline() as gliederung:
            namen = [str(e.title) for e in gliederung.root]
    assert [n for n in namen if n in titel[1:]] == titel[1:]

    adresse = seite.get_by_label("Link zu dieser Liste", exact=True).input_value()
    assert "zugang" not in adresse
    code = seite.get_by_role("img", name="QR-Code: Link zu dieser Liste")
    _fuehrt_zu(code.get_attribute("src") or "", adresse)

    andere = oeffne(fenster().new_page(), adresse)
    expect(andere.locator("h1")).to_have_text("Merkliste „Konferenz im Mai“: 2 Ansichten")
    expect(andere.get_by_role("heading", name="1. Wo die Menschen leben")).to_be_visible()
    expect(andere.get_by_role("heading", name="2. Entwicklung")).to_be_visible()
    knopf(andere, "Als meine Merkliste übernehmen").press("Enter")
    expect(andere.locator("h1")).to_have_text("Ihre Merkliste: 2 Ansichten")
    warte(andere)
    assert parameter(andere)["auswahl"] == parameter(seite)["auswahl"]


def _fuehrt_zu(quelle: str, adresse: str) -> None:
    """The picture on the screen is the code of this address, with its quiet zone of four modules."""
    puffer = io.BytesIO()
    code = segno.make(adresse, error="m", micro=False)
    code.save(puffer, kind="svg", scale=4, border=4, dark="#000", light="#fff", xmldecl=False, nl=False)
    gezeigt = base64.b64decode(quelle.partition("base64,")[2])
    assert gezeigt == puffer.getvalue()


LISTE = "1.i1byTcxUAGo1BQkTUIzLO6AALk9DcZappbmFgYEJppgRuouBbgwHBgLQ2ligXdAwJCEsKbVcKTYWAA"


@pytest.mark.parametrize(
    "weg", ["merkliste", f"merkliste&auswahl={LISTE}", "steckbriefe", "konferenzbericht", "karten"]
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(dienst: Dienst, seite: Page, weg: str) -> None:
    oeffne(seite, f"{dienst.adresse}/berichte?region=kreis-unna&ansicht={weg}")
    if "auswahl" in weg:
        knopf(seite, "Als meine Merkliste übernehmen").press("Enter")
        expect(seite.get_by_role("heading", name="Teilen")).to_be_visible()
    assert funde_je_form(seite) == {}
    seite.set_viewport_size({"width": 320, "height": 800})
    warte_auf_ruhe(seite)
    assert seite.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 320


def test_a_steckbrief_is_made_by_keyboard_and_saved(dienst: Dienst, seite: Page, tmp_path: Path) -> None:
    oeffne(seite, f"{dienst.adresse}/berichte?region=kreis-unna&ansicht=steckbriefe")
    seite.get_by_label("Nur diese Planungsräume (leer: alle)").press_sequentially("Nord")
    seite.keyboard.press("Enter")
    seite.keyboard.press("Escape")
    warte(seite)
    knopf(seite, "1 Steckbrief erstellen").press("Enter")
    speichern = seite.get_by_role("button", name=".pdf speichern")
    expect(speichern).to_be_focused(timeout=60_000)
    with seite.expect_download() as ladung:
        seite.keyboard.press("Enter")
    ladung.value.save_as(tmp_path / "steckbrief.pdf")
    with pikepdf.open(tmp_path / "steckbrief.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("Steckbrief ")
