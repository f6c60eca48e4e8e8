"""The page Fristen for somebody who does not see it and somebody who has no mouse; proof and calendar file."""

import re

import pytest
from playwright.sync_api import Page, expect

from presentation.texts.pflichtworte import STATUSWORTE, VERDECKT
from tests.browser.conftest import Dienst, Fenster
from tests.browser.fenster import auswahlfeld, erwarte_parameter, knopf, oeffne, oeffne_teil, warte_auf_ruhe
from tests.browser.gremien import bestand, druecke, mit_schluessel, satz
from tests.browser.vorlesen import (
    gehe_durch,
    pruefe_vorlesbar,
    scrollt_seitlich,
    tafeln,
    ueberschriften,
    waehle_mit_tasten,
)

pytestmark = pytest.mark.browser

WMK = "/fristen?region=werra-meissner-kreis&jahr=2024"


def test_a_blind_reader_hears_each_status_as_a_word_and_both_readings_with_their_source(
    dienst: Dienst, seite: Page
) -> None:
    oeffne(seite, dienst.adresse + WMK)
    pruefe_vorlesbar(seite)
    for breite, sichtbar, versteckt in (
        (1440, "fristen_breit", "fristen_schmal"),
        (390, "fristen_schmal", "fristen_breit"),
    ):
        seite.set_viewport_size({"width": breite, "height": 900})
        warte_auf_ruhe(seite)
        expect(seite.locator(f".st-key-{versteckt}")).to_be_hidden()
        zeilen = seite.locator(f".st-key-{sichtbar} tbody tr").all_inner_texts()
        assert len(zeilen) > 10
        worte = (*STATUSWORTE.values(), VERDECKT)
        assert [z for z in zeilen if not any(wort in z for wort in worte)] == []
    # One of the two forms, never both, is in what is read out.
    assert seite.get_by_role("table", name=re.compile("^Pflichten 2024")).count() == 1
    # Contradictions: a heading each, its sources and their wording below it.
    vorgelesen = seite.locator("[data-testid=stMain]").inner_text()
    for quelle, wortlaut in (("§ 5:", "mindestens zweimal jährlich"), ("Anlage 2:", "1 - 2x jährlich")):
        assert re.search(rf"{quelle}\s*„{wortlaut}“", vorgelesen), quelle
    assert "Wie oft im Jahr tagt die KoK?" in [text for stufe, text in ueberschriften(seite) if stufe == 3]


def test_the_keyboard_reaches_every_choice_and_the_address_follows(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, dienst.adresse + WMK)
    waehle_mit_tasten(seite, auswahlfeld(seite, "Jahr"), "2023")
    erwarte_parameter(seite, jahr="2023", region="werra-meissner-kreis")
    expect(seite.locator("h1")).to_contain_text("2023")
    namen = gehe_durch(seite)
    for gesucht in ("Was heißt das?", "Was in den Klauseln steht", "Liste (CSV)", "Liste (Excel)", "Kalender"):
        assert any(gesucht in name for name in namen), (gesucht, namen)
    oeffne_teil(seite, "Was heißt das?")
    worte = next(t for t in tafeln(seite) if t.name == "Was die Wörter der Liste heißen").text
    assert [wort for wort in STATUSWORTE.values() if wort not in worte] == []


def test_a_link_that_asks_for_what_is_not_there_says_what_it_shows(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, dienst.adresse + "/fristen?region=kreis-unna&jahr=1999")
    expect(seite.get_by_test_id("stAlert").filter(has_text="1999")).to_be_visible()
    pruefe_vorlesbar(seite)


def test_nothing_scrolls_sideways_at_320_px(dienst: Dienst, fenster: Fenster) -> None:
    schmal = fenster(viewport={"width": 320, "height": 640}).new_page()
    oeffne(schmal, dienst.adresse + WMK)
    warte_auf_ruhe(schmal)
    assert scrollt_seitlich(schmal) == []


def test_the_calendar_file_is_one(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, dienst.adresse + WMK)
    knopf(seite, "Kalender").focus()
    with seite.expect_download(timeout=30_000) as ladung:
        seite.keyboard.press("Enter")
    assert ladung.value.suggested_filename.endswith(".ics")
    roh = ladung.value.path().read_bytes()
    zeilen = re.sub(rb"\r\n[ \t]", b"", roh).decode().split("\r\n")
    assert all(len(zeile) <= 75 for zeile in roh.split(b"\r\n"))
    assert (zeilen[0], zeilen[1], zeilen[-2:]) == ("BEGIN:VCALENDAR", "VERSION:2.0", ["END:VCALENDAR", ""])
    termine = "\n".join(zeilen).split("BEGIN:VEVENT")[1:]
    assert len(termine) > 5
    assert all(
        re.search(r"\nDTSTART;VALUE=DATE:\d{8}\n", t) and "\nSUMMARY:" in t and "END:VEVENT" in t for t in termine
    )
    uids = re.findall(r"\nUID:(.+)\n", "\n".join(zeilen))
    assert len(uids) == len(set(uids)) == len(termine)


def test_a_proof_is_entered_by_keyboard_and_taken_back(gremienwerkstatt: Dienst, fenster: Fenster) -> None:
    seite = fenster().new_page()
    vorher = len(bestand(gremienwerkstatt).e.nachweise)
    oeffne(seite, f"{gremienwerkstatt.adresse}/fristen?region=kreis-unna{mit_schluessel(gremienwerkstatt)}")
    druecke(seite, "Nachweis eintragen")
    tag = seite.get_by_label("Tag (TT.MM.JJJJ)")
    tag.fill("01.02.2026")
    druecke(seite, "Nachweis speichern")
    expect(satz(seite, "gesichert:").first).to_be_visible()
    assert len(bestand(gremienwerkstatt).e.nachweise) == vorher + 1
    assert seite.evaluate("document.activeElement.tagName") != "BODY"
    knopf(seite, "Zurücknehmen").first.focus()
    seite.keyboard.press("Enter")
    expect(satz(seite, "Zurückgenommen:").first).to_be_visible()
    assert len(bestand(gremienwerkstatt).e.nachweise) == vorher
