"""A Sitzungsmappe in a real browser: frozen by keyboard, downloaded, and opened as a Word file."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Dienst
from tests.browser.fenster import oeffne, warte
from tests.browser.gremien import adresse, druecke, mit_schluessel, probegremium, trage_ein
from tests.mappen import alternativtexte, randtext, tafeln, text, ueberschriften
from tests.mappen import oeffne as oeffne_word

GREMIUM, TAG = "probe-mappe", date(2030, 9, 23)


@pytest.fixture(scope="module")
def mit_sitzung(gremienwerkstatt: Dienst) -> Dienst:
    """The server, with a Gremium and its one synthetic meeting."""
    sitzung = {"gremium": GREMIUM, "datum": TAG, "status": "geplant"}
    trage_ein(gremienwerkstatt, gremien=[probegremium(GREMIUM, "Mappenrunde")], sitzungen=[sitzung])
    return gremienwerkstatt


def test_a_mappe_is_frozen_downloaded_and_opened(mit_sitzung: Dienst, seite: Page, tmp_path: Path) -> None:
    oeffne(seite, adresse(mit_sitzung, GREMIUM, "mappe", TAG) + mit_schluessel(mit_sitzung))
    expect(seite.locator("h1")).to_have_text("Für den 23.09.2030 fehlen noch Ort und Tagesordnung")
    druecke(seite, "Datenstand festhalten")
    expect(seite.get_by_role("heading", name="Datenstand dieser Sitzung vom")).to_be_visible(timeout=20_000)
    warte(seite)
    with seite.expect_download(timeout=60_000) as ladung:
        seite.get_by_role("button", name="Sitzungsmappe (Word)").click()
    assert ladung.value.suggested_filename == f"sitzungsmappe_{GREMIUM}_{TAG}.docx"
    ziel = tmp_path / "mappe.docx"
    ladung.value.save_as(ziel)
    datei = oeffne_word(ziel.read_bytes())
    teile = [t for stufe, t in ueberschriften(datei) if stufe == 1]
    assert teile[:3] == ["Einladung", "Tagesordnung", "Datenblatt Wohnen"]
    assert "Vorführung mit synthetischen Daten" in randtext(datei)
    assert "Datenstand dieser Sitzung vom" in text(datei)
    assert len(alternativtexte(datei)) == 8
    assert all(alternativtexte(datei))
    assert all(t.kopf_markiert for t in tafeln(datei))
