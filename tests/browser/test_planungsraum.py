"""The page about one area in a real browser: as the first request, by keyboard, as files."""

import io
import re
from pathlib import Path

import polars as pl
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Dienst, Starter
from tests.browser.fenster import auswahlfeld, erwarte_parameter, oeffne, waehle, warte

pytestmark = pytest.mark.browser


def test_a_link_with_nothing_but_the_area_is_right_as_the_first_request(starter: Starter, seite: Page) -> None:
    with starter() as frisch:
        oeffne(seite, f"{frisch.adresse}/planungsraum?gebiet=wmk-sontra")
        expect(seite).to_have_title("Planungsraum")
        expect(seite.locator("h1")).to_contain_text("Raum Sontra: ")
        expect(auswahlfeld(seite, "Region")).to_have_value("Werra-Meißner-Kreis")
        expect(auswahlfeld(seite, "Gebiet")).to_have_value("Raum Sontra")
        expect(seite.get_by_text("Herleshausen, Ringgau, Sontra und Waldkappel")).to_be_visible()
        # The small map and one trend and one range per leading figure are drawn.
        expect(seite.locator('[data-testid="stVegaLiteChart"] svg')).not_to_have_count(0)
        seite.close()
        assert "Traceback" not in frisch.protokoll.read_text("utf-8")


def test_the_keyboard_walks_from_area_to_area(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, f"{dienst.adresse}/planungsraum?region=kreis-unna&gebiet=unna-nord")
    weiter = seite.get_by_role("button", name=re.compile("^.*Weiter: "))
    weiter.focus()
    seite.keyboard.press("Enter")
    erwarte_parameter(seite, gebiet="unna-sued")
    expect(seite.locator("h1")).to_contain_text("Raum Süd: ")
    warte(seite)
    expect(weiter).to_be_focused()
    seite.keyboard.press("Shift+Tab")
    seite.keyboard.press("Enter")
    erwarte_parameter(seite, gebiet="unna-nord")
    waehle(seite, "Gebiet", "Lünen (Gemeinde)")
    erwarte_parameter(seite, gebiet="05978024")
    seite.go_back()
    expect(seite.locator("h1")).to_contain_text("Raum Nord: ")


def test_maps_and_figures_are_one_click_away_and_lead_back(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, f"{dienst.adresse}/planungsraum?region=kreis-unna&gebiet=unna-sued")
    seite.get_by_role("link", name="Große Karte").click()
    expect(seite).to_have_title("Karte")
    erwarte_parameter(seite, gebiet="unna-sued", ebene="planungsraum")
    seite.get_by_role("link", name="Alles zu Raum Süd").click()
    expect(seite).to_have_title("Planungsraum")
    expect(seite.locator("h1")).to_contain_text("Raum Süd: ")


def test_the_files_hold_the_area(dienst: Dienst, seite: Page, tmp_path: Path) -> None:
    oeffne(seite, f"{dienst.adresse}/planungsraum?region=kreis-unna&gebiet=unna-nord")
    for name, endung in (("CSV", "csv"), ("Excel", "xlsx")):
        with seite.expect_download(timeout=30_000) as erwartet:
            seite.get_by_role("button", name=re.compile(rf"\b{name}$")).click()
        erwartet.value.save_as(tmp_path / endung)
        assert erwartet.value.suggested_filename == f"steckbrief_unna-nord_synthetische-daten.{endung}"
    zeilen = (tmp_path / "csv").read_text("utf-8-sig").splitlines()
    assert {z.split(";")[4] for z in zeilen[1:]} == {"unna-nord"}
    mappe = (tmp_path / "xlsx").read_bytes()
    kopf = pl.read_excel(io.BytesIO(mappe), sheet_name="Wohnen", has_header=False)
    assert kopf.row(1)[0] == "Vorführung mit synthetischen Daten"
