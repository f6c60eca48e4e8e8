"""Links, filters, history, downloads, modes and widths in a real browser."""

import io
import re
import struct
from pathlib import Path

import polars as pl
import pytest
from playwright.sync_api import Page, expect

from commands.ausfuhr import Wunsch, exportiere
from tests.browser.conftest import Dienst, Fenster, Starter
from tests.browser.fenster import (
    auswahlfeld,
    erwarte_parameter,
    knopf,
    oeffne,
    parameter,
    waehle,
    warte,
    warte_auf_ruhe,
)
from tests.installation import benutze
from tests.pages.seiten import deutsch

pytestmark = pytest.mark.browser

SEITEN = (
    "/",
    "/zahlen?ebene=gemeinde",
    "/karte?region=werra-meissner-kreis&ebene=gemeinde",
    "/daten",
    "/methodik",
    "/planungsraum",
    "/planungsraeume?region=werra-meissner-kreis",
    "/gremien?region=werra-meissner-kreis&gremium=kok-wmk",
    "/fristen?region=werra-meissner-kreis",
    "/beteiligung?region=kreis-unna&gremium=lsp-unna",
)


def test_a_deep_link_is_right_as_the_first_request_after_a_start(starter: Starter, seite: Page) -> None:
    with starter() as frisch:
        oeffne(
            seite,
            f"{frisch.adresse}/karte?region=werra-meissner-kreis&kennzahl=werkstatt&gebiet=06636016&jahr=2021",
        )
        assert seite.locator("html").get_attribute("lang") == "de"
        expect(seite).to_have_title("Karte")
        menue = seite.get_by_role("navigation")
        for eintrag in ("Überblick", "Lage", "Grundlagen"):
            expect(menue.get_by_text(eintrag, exact=True)).to_be_visible()
        expect(seite.get_by_text("Page not found")).to_have_count(0)
        for name, wert in (
            ("Region", "Werra-Meißner-Kreis"),
            ("Ebene", "Gemeinden"),
            ("Kennzahl", "Arbeitsbereich der Werkstatt je 1.000"),
            ("Jahr", "2021"),
        ):
            expect(auswahlfeld(seite, name)).to_have_value(wert)
        expect(seite.get_by_role("heading", name="Witzenhausen", level=2)).to_be_visible()
        expect(seite.get_by_text("Vorführung mit synthetischen Daten")).to_be_visible()
        seite.close()
        assert "Traceback" not in frisch.protokoll.read_text("utf-8")


def test_each_filter_writes_itself_into_the_link(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, f"{dienst.adresse}/zahlen")
    ueberschrift = seite.locator("h1")
    waehle(seite, "Region", "Werra-Meißner-Kreis")
    erwarte_parameter(seite, region="werra-meissner-kreis")
    expect(ueberschrift).to_contain_text("Werra-Meißner-Kreis: ")
    waehle(seite, "Kennzahl", "Arbeitsbereich der Werkstatt, Personen")
    erwarte_parameter(seite, kennzahl="lb_wfbm")
    expect(ueberschrift).to_contain_text("Menschen im Arbeitsbereich der Werkstatt")
    waehle(seite, "Jahr", "2018")
    erwarte_parameter(seite, jahr="2018")
    expect(seite.get_by_text("nach Herkunft der Menschen, am 31.12.2018")).to_be_visible()
    waehle(seite, "Gezählt nach", "Leistungsort")
    erwarte_parameter(seite, raumprinzip="leistungsort")
    expect(seite.get_by_text("nach Ort der Leistung, am 31.12.2018")).to_be_visible()
    waehle(seite, "Ebene", "Kreis")
    erwarte_parameter(seite, ebene="kreis")
    expect(seite.get_by_role("heading", name="Herkunft und Leistungsort")).to_be_visible()
    # The link alone, in a new session, is the same view.
    text = ueberschrift.inner_text()
    neu = seite.context.new_page()
    oeffne(neu, seite.url)
    assert neu.locator("h1").inner_text() == text


def test_back_and_forward_walk_through_the_views(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, f"{dienst.adresse}/zahlen?region=kreis-unna&jahr=2024")
    for jahr in ("2022", "2020"):
        waehle(seite, "Jahr", jahr)
        erwarte_parameter(seite, jahr=jahr)
        warte(seite)
    for jahr in ("2022", "2024"):
        seite.go_back()
        erwarte_parameter(seite, jahr=jahr)
        expect(auswahlfeld(seite, "Jahr")).to_have_value(jahr)
        expect(seite.get_by_text(f"am 31.12.{jahr}")).to_be_visible()
    seite.go_forward()
    expect(auswahlfeld(seite, "Jahr")).to_have_value("2022")


def _ueber_das_menue(seite: Page, bereich: str, eintrag: str) -> None:
    seite.get_by_role("navigation").get_by_role("button", name=bereich, exact=True).click()
    seite.get_by_role("menuitem", name=eintrag).click()
    expect(seite).to_have_title(eintrag)


def test_the_menu_keeps_the_selection_and_back_returns(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, f"{dienst.adresse}/zahlen?region=werra-meissner-kreis&kennzahl=werkstatt&jahr=2019")
    _ueber_das_menue(seite, "Lage", "Karte")
    expect(auswahlfeld(seite, "Kennzahl")).to_have_value("Arbeitsbereich der Werkstatt je 1.000")
    expect(auswahlfeld(seite, "Jahr")).to_have_value("2019")
    erwarte_parameter(seite, region="werra-meissner-kreis", kennzahl="werkstatt", jahr="2019")
    # The copied address shows a stranger the same.
    fremd = seite.context.new_page()
    oeffne(fremd, seite.url)
    assert fremd.locator("h1").inner_text() == seite.locator("h1").inner_text()
    # One press of "back" is one step.
    seite.go_back()
    expect(seite).to_have_title("Zahlen", timeout=15_000)
    warte(seite)
    assert parameter(seite) == {"region": "werra-meissner-kreis", "kennzahl": "werkstatt", "jahr": "2019"}
    expect(auswahlfeld(seite, "Jahr")).to_have_value("2019")
    seite.go_forward()
    expect(seite).to_have_title("Karte")
    erwarte_parameter(seite, kennzahl="werkstatt", jahr="2019")


def test_an_address_without_parameters_is_completed_without_a_step(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, f"{dienst.adresse}/methodik")
    oeffne(seite, f"{dienst.adresse}/zahlen")
    erwarte_parameter(seite, region="kreis-unna", kennzahl="besondere_wohnform", jahr="2024")
    waehle(seite, "Region", "Werra-Meißner-Kreis")
    erwarte_parameter(seite, region="werra-meissner-kreis")
    seite.go_back()
    erwarte_parameter(seite, region="kreis-unna")
    expect(auswahlfeld(seite, "Region")).to_have_value("Kreis Unna")
    seite.go_back()
    expect(seite).to_have_title("Methodik")


def test_the_key_stays_in_no_history(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, f"{dienst.adresse}/methodik?region=kreis-unna")
    oeffne(seite, f"{dienst.adresse}/daten?zugang=geraten")
    erwarte_parameter(seite, region="kreis-unna")
    assert "zugang" not in seite.url
    waehle(seite, "Region", "Werra-Meißner-Kreis")
    erwarte_parameter(seite, region="werra-meissner-kreis")
    seite.go_back()
    erwarte_parameter(seite, region="kreis-unna")
    assert "zugang" not in seite.url
    seite.go_back()
    expect(seite).to_have_title("Methodik")


def test_the_overview_leads_to_its_map(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, f"{dienst.adresse}/?region=werra-meissner-kreis")
    seite.get_by_role("link", name="Große Karte").click()
    expect(seite).to_have_title("Karte")
    erwarte_parameter(seite, region="werra-meissner-kreis", kennzahl="besondere_wohnform", ebene="planungsraum")
    expect(auswahlfeld(seite, "Region")).to_have_value("Werra-Meißner-Kreis")


def _lade(seite: Page, name: str, ziel: Path) -> tuple[str, bytes]:
    with seite.expect_download(timeout=30_000) as erwartet:
        seite.get_by_role("button", name=re.compile(rf"\b{re.escape(name)}$")).click()
    erwartet.value.save_as(ziel / name)
    return erwartet.value.suggested_filename, (ziel / name).read_bytes()


def test_the_files_hold_what_the_page_shows(dienst: Dienst, seite: Page, tmp_path: Path) -> None:
    oeffne(seite, f"{dienst.adresse}/karte?region=werra-meissner-kreis&kennzahl=besondere_wohnform&ebene=gemeinde")
    stamm = "besondere-wohnform_werra-meissner-kreis_gemeinde_herkunft_synthetische-daten"
    wunsch = Wunsch("besondere_wohnform", "gemeinde", "werra-meissner-kreis")
    with benutze(dienst.ordner):
        erwartet = exportiere(wunsch, "csv-excel")

    name, csv = _lade(seite, "CSV", tmp_path)
    assert name == f"{stamm}.csv"
    assert csv == erwartet
    assert csv.startswith(b"\xef\xbb\xbfkennzahl;raumprinzip;einteilung;ebene;gebiet;name;stichtag;")
    zeilen = csv.decode("utf-8-sig").splitlines()[1:]
    (eschwege,) = [z.split(";") for z in zeilen if ";06636003;" in z and ";31.12.2024;" in z]
    expect(seite.get_by_role("radio", name=f"Eschwege · {deutsch(eschwege[9].replace(',', '.'), 1)}")).to_be_visible()

    name, mappe = _lade(seite, "Excel", tmp_path)
    assert name == f"{stamm}.xlsx"
    tabelle = pl.read_excel(io.BytesIO(mappe), sheet_name="Werte", read_options={"header_row": 3})
    assert tabelle.height == len(zeilen) == 17 * 9
    assert tabelle["gebiet"].to_list() == [z.split(";")[4] for z in zeilen]
    erklaerung = pl.read_excel(io.BytesIO(mappe), sheet_name="Methodik", has_header=False)
    assert "Vorführung mit synthetischen Daten" in str(erklaerung.rows())

    knopf(seite, "Mitnehmen").click()
    name, bild = _lade(seite, "Bild (PNG)", tmp_path)
    assert name == "wohnen_besondere-wohnform_werra-meissner-kreis_gemeinde_2024_karte_synthetische-daten.png"
    assert bild.startswith(b"\x89PNG\r\n\x1a\n")
    breite, hoehe = struct.unpack(">II", bild[16:24])
    assert breite > 1500
    assert hoehe > 1000


@pytest.mark.parametrize("pfad", SEITEN)
def test_dark_mode_reaches_ground_logo_and_charts(dienst: Dienst, fenster: Fenster, pfad: str) -> None:
    seite = oeffne(fenster(color_scheme="dark").new_page(), dienst.adresse + pfad)
    warte_auf_ruhe(seite)
    grund = seite.locator('[data-testid="stApp"]').evaluate("e => getComputedStyle(e).backgroundColor")
    assert grund == "rgb(16, 23, 30)"
    expect(seite.get_by_test_id("stHeaderLogo")).to_have_attribute("src", re.compile(r"/app/static/logo_dunkel\.svg$"))
    # Every text of a chart is light on the dark ground.
    farben = seite.locator('[data-testid="stVegaLiteChart"] svg text').evaluate_all(
        "texte => texte.filter(t => t.textContent).map(t => getComputedStyle(t).fill)"
    )
    hell = [max(map(int, re.findall(r"\d+", farbe)[:3])) > 120 for farbe in farben if farbe.startswith("rgb(")]
    # Labels on bright areas of the small map are dark on purpose; all others are light.
    assert sum(hell) >= 0.7 * len(hell)


@pytest.mark.parametrize("pfad", SEITEN)
def test_nothing_scrolls_sideways_on_a_phone(dienst: Dienst, fenster: Fenster, pfad: str) -> None:
    seite = oeffne(fenster(viewport={"width": 390, "height": 844}, has_touch=True).new_page(), dienst.adresse + pfad)
    for breite in (390, 320):
        seite.set_viewport_size({"width": breite, "height": 844})
        warte_auf_ruhe(seite)
        zu_breit = seite.evaluate(
            """namen => [document.scrollingElement, ...document.querySelectorAll(namen.map(n => `[data-testid=${n}]`))]
            .filter(e => e.scrollWidth > e.clientWidth + 1).map(e => [e.dataset.testid, e.scrollWidth])""",
            ["stMain", "stAppViewContainer", "stHeader", "stTable"],
        )
        assert zu_breit == [], breite
    oeffner = seite.get_by_test_id("stExpandSidebarButton")
    kasten = oeffner.bounding_box()
    assert kasten is not None
    assert kasten["x"] + kasten["width"] <= breite
    oeffner.click()
    for eintrag in ("Überblick", "Zahlen", "Karte", "Planungsraum", "Gremien", "Planungsräume", "Daten", "Methodik"):
        expect(seite.get_by_test_id("stSidebarNav").get_by_role("link", name=eintrag, exact=True)).to_be_visible()


def test_a_table_on_a_phone_names_the_column_beside_each_value(dienst: Dienst, fenster: Fenster) -> None:
    seite = oeffne(
        fenster(viewport={"width": 390, "height": 844}).new_page(),
        f"{dienst.adresse}/zahlen?region=kreis-unna&ebene=gemeinde",
    )
    zellen = seite.get_by_role("table", name=re.compile("^Alle Werte")).locator("tbody tr").first.locator("td")
    namen = zellen.evaluate_all("zellen => zellen.map(z => getComputedStyle(z, '::before').content)")
    assert namen == ["none", '"Personen"', '"Einwohner ab 18 Jahren"', '"je 1.000, 2024"', '"je 1.000, 2020"']


@pytest.mark.parametrize("pfad", SEITEN[:3])
def test_printing_asks_nobody_else(dienst: Dienst, seite: Page, pfad: str) -> None:
    oeffne(seite, dienst.adresse + pfad)
    seite.emulate_media(media="print")
    blaetter = seite.pdf(format="A4")
    assert blaetter.startswith(b"%PDF")
    assert not re.findall(rb"/URI \((?!http://127\.0\.0\.1)", blaetter)
