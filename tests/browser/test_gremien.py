"""The page Gremien as a whole: links, views, Back, narrow windows, readers without key, and the way from the menu."""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from analysis.gremien.auswahl import ANSICHTEN
from tests.browser.conftest import Dienst, Fenster, Starter
from tests.browser.fenster import (
    auswahlfeld,
    erwarte_parameter,
    oeffne,
    oeffne_teil,
    parameter,
    waehle,
    warte,
    warte_auf_ruhe,
)
from tests.browser.gremien import (
    adresse,
    ansicht_ist,
    druecke,
    mit_schluessel,
    passt_in_die_breite,
    probegremium,
    satz,
    trage_ein,
)

pytestmark = pytest.mark.browser

KOK = "region=werra-meissner-kreis&gremium=kok-wmk"
LSP = "region=kreis-unna&gremium=lsp-unna"
PROBE, TAG = "probe-seite", date(2025, 5, 5)

FELDER = ", ".join(
    f"[data-testid=st{art}]" for art in ("Form", "TextInput", "TextArea", "NumberInput", "DateInput", "FileUploader")
)
SCHREIBEN = re.compile("eintragen|ändern|löschen|hinzufügen|Zurücknehmen|zurücknehmen|[sS]peichern|sichern|festhalten")


@pytest.fixture(scope="module")
def werkstatt(gremienwerkstatt: Dienst) -> Dienst:
    """The server, with a Gremium of one meeting."""
    sitzung = {"gremium": PROBE, "datum": TAG, "status": "stattgefunden"}
    trage_ein(gremienwerkstatt, gremien=[probegremium(PROBE, "Seitenrunde")], sitzungen=[sitzung])
    return gremienwerkstatt


def _waehle_ansicht(seite: Page, ansicht: str) -> None:
    seite.get_by_test_id("stRadio").first.get_by_text(ANSICHTEN[ansicht], exact=True).click()
    ansicht_ist(seite, ANSICHTEN[ansicht])


def test_a_link_to_a_view_of_a_meeting_is_right_as_the_first_request_after_a_start(
    starter: Starter, seite: Page
) -> None:
    with starter() as frisch:
        oeffne(seite, f"{frisch.adresse}/gremien?{KOK}&sitzung=2024-05-15&ansicht=sitzungen")
        expect(seite).to_have_title("Gremien")
        expect(auswahlfeld(seite, "Region")).to_have_value("Werra-Meißner-Kreis")
        expect(auswahlfeld(seite, "Gremium")).to_have_value(re.compile("Kooperationskonferenz"))
        ansicht_ist(seite, "Sitzungen")
        expect(seite.get_by_role("heading", name="KoK, 15.05.2024 (synthetisch)")).to_be_visible()
        expect(seite.get_by_text("Page not found")).to_have_count(0)
        seite.close()
        assert "Traceback" not in frisch.protokoll.read_text("utf-8")


def test_unknown_values_give_way_with_a_sentence_each(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, f"{dienst.adresse}/gremien?region=kreis-unna&gremium=gibtsnicht&sitzung=2001-01-01&ansicht=quatsch")
    for text in (
        "Die Ansicht „quatsch“ aus dem Link gibt es nicht. Sie sehen die Übersicht.",
        "Das Gremium „gibtsnicht“ aus dem Link gibt es in Kreis Unna nicht. Sie sehen das erste der Region.",
        "Die Sitzung „2001-01-01“ aus dem Link ist für",
    ):
        expect(satz(seite, text)).to_be_visible()
    ansicht_ist(seite, "Übersicht")


def test_back_leads_to_the_view_before_and_another_region_drops_the_gremium(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, f"{dienst.adresse}/gremien?{KOK}&sitzung=2024-05-15")
    for ansicht in ("sitzungen", "ruecklauf"):
        _waehle_ansicht(seite, ansicht)
        erwarte_parameter(seite, ansicht=ansicht)
    for name in ("Sitzungen", "Übersicht"):
        seite.go_back()
        ansicht_ist(seite, name)
    assert "ansicht" not in parameter(seite)
    seite.go_forward()
    ansicht_ist(seite, "Sitzungen")
    assert (parameter(seite)["gremium"], parameter(seite)["sitzung"]) == ("kok-wmk", "2024-05-15")

    waehle(seite, "Region", "Kreis Unna")
    erwarte_parameter(seite, region="kreis-unna")
    expect(auswahlfeld(seite, "Gremium")).to_have_value(re.compile("Steuerungs- und Planungsgremium"))
    warte(seite)
    assert not {"gremium", "sitzung"} & parameter(seite).keys()
    expect(seite.get_by_text("aus dem Link")).to_have_count(0)
    ansicht_ist(seite, "Sitzungen")


@pytest.mark.parametrize("gremium", [KOK, LSP], ids=["kok", "lsp"])
def test_a_reader_on_a_narrow_window_sees_every_view_without_a_form_and_without_scrolling_sideways(
    dienst: Dienst, fenster: Fenster, gremium: str
) -> None:
    """320 px are 1280 px at 400 %."""
    seite = fenster(viewport={"width": 320, "height": 844}).new_page()
    for ansicht, name in ANSICHTEN.items():
        oeffne(seite, f"{dienst.adresse}/gremien?{gremium}&ansicht={ansicht}")
        ansicht_ist(seite, name)
        warte_auf_ruhe(seite)
        passt_in_die_breite(seite)
        expect(seite.get_by_test_id("stMain").locator(FELDER)).to_have_count(0)
        expect(seite.get_by_test_id("stMain").get_by_role("button", name=SCHREIBEN)).to_have_count(0)


def test_what_was_saved_in_the_register_is_said_where_the_writer_is(werkstatt: Dienst, seite: Page) -> None:
    oeffne(seite, adresse(werkstatt, PROBE, "register") + mit_schluessel(werkstatt))
    oeffne_teil(seite, "Register ändern")
    seite.get_by_test_id("stRadio").get_by_text("Organisation", exact=True).click()
    name = seite.get_by_label("Name der Stelle oder Organisation")
    expect(name).to_be_visible(timeout=15_000)
    warte(seite)
    druecke(seite, "Speichern")
    expect(satz(seite, "„Name“ ist leer. Bitte ausfüllen.")).to_be_in_viewport()
    name.fill("Beirat der Probe")
    expect(seite.get_by_text("Press Enter")).to_have_count(0)
    druecke(seite, "Speichern")
    expect(satz(seite, "gesichert: Organisation „Beirat der Probe“ angelegt.")).to_be_in_viewport()
    expect(name).to_have_value("")
    seite.get_by_role("button", name="Zurücknehmen", exact=True).press("Enter")
    expect(satz(seite, "Zurückgenommen: Organisation „Beirat der Probe“ angelegt.")).to_be_in_viewport()
