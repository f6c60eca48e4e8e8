"""A Sitzungsmappe in a real browser: frozen by keyboard, downloaded, and opened as a Word file."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data_access.gremien.buch import schritt
from data_access.gremien.uebernahme import uebernimm
from tests.browser.axe import funde_je_form
from tests.browser.conftest import Dienst, Starter
from tests.browser.fenster import knopf, oeffne, warte
from tests.installation import JETZT, benutze, recht
from tests.mappen import alternativtexte, randtext, tafeln, text, ueberschriften
from tests.mappen import oeffne as oeffne_word

TAG = date(2030, 9, 23)


@pytest.fixture
def mit_sitzung(starter: Starter) -> Iterator[Dienst]:
    """A server of its own with one synthetic meeting more."""
    with starter() as dienst:
        with benutze(dienst.ordner), schritt(recht(), "kreis-unna", "Probe", JETZT) as offen:
            probe = {"gremium": "probe", "region": "kreis-unna", "name": "Probegremium", "typ": "workshop"}
            uebernimm(offen, "gremien", [probe], synthetisch=True)
            sitzung = {"gremium": "probe", "datum": TAG, "status": "geplant"}
            uebernimm(offen, "sitzungen", [sitzung], synthetisch=True)
        yield dienst


def test_a_mappe_is_frozen_downloaded_and_opened(mit_sitzung: Dienst, seite: Page, tmp_path: Path) -> None:
    schluessel = mit_sitzung.befiehl("zugang").strip().partition("zugang=")[2]
    frage = f"region=kreis-unna&gremium=probe&ansicht=mappe&sitzung={TAG}&zugang={schluessel}"
    oeffne(seite, f"{mit_sitzung.adresse}/gremien?{frage}")
    expect(seite.locator("h1")).to_have_text("Für den 23.09.2030 fehlen noch Ort und Tagesordnung")
    knopf(seite, "Datenstand festhalten").focus()
    seite.keyboard.press("Enter")
    expect(seite.get_by_role("heading", name="Datenstand dieser Sitzung vom")).to_be_visible(timeout=20_000)
    warte(seite)
    with seite.expect_download(timeout=60_000) as ladung:
        seite.get_by_role("button", name="Sitzungsmappe (Word)").click()
    assert ladung.value.suggested_filename == f"sitzungsmappe_probe_{TAG}.docx"
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
    assert funde_je_form(seite) == {}
