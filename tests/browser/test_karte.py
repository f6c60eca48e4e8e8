"""The map in a real browser: by mouse, by keyboard alone, and what a click costs."""

import math
import re

import pytest
from playwright.sync_api import Page, expect

from data_access.grenzen import Beschriftung, beschriftungen, gemeindegrenzen, gemeindezuordnung, grenzkasten
from presentation.maps.deck import HOEHE, deck
from presentation.maps.flaechen import mercator
from presentation.ui.karte import BREITE
from tests.browser.conftest import Dienst, Fenster
from tests.browser.fenster import auswahlfeld, erwarte_parameter, oeffne, oeffne_karte, parameter, waehle, warte

pytestmark = pytest.mark.browser

KREIS = "06636"
LINK = "/karte?region=werra-meissner-kreis&kennzahl=besondere_wohnform&ebene=gemeinde"


def orte() -> dict[str, Beschriftung]:
    """The labels of the map by name."""
    return {ort.name: ort for ort in beschriftungen(tuple(gemeindezuordnung([KREIS])))}


def klicke_auf(seite: Page, ort: Beschriftung) -> None:
    """Click where the label of an area stands, from the view the map opens with."""
    kasten = grenzkasten(gemeindegrenzen([KREIS]))
    ansicht = deck([], (1, 2, 3, 4), "/g", "/s", kasten, titel="", modus="hell", breite=BREITE).deck.initial_view_state
    massstab = 512 * 2**ansicht.zoom / (2 * math.pi)
    (x, y), (x0, y0) = mercator(ort.lon, ort.lat), mercator(ansicht.longitude, ansicht.latitude)
    leinwand = seite.locator('[data-testid="stDeckGlJsonChart"] canvas').first
    flaeche = leinwand.bounding_box()
    assert flaeche is not None
    assert leinwand.evaluate("e => e.clientHeight") == HOEHE
    massstab *= flaeche["height"] / HOEHE
    seite.mouse.click(
        flaeche["x"] + flaeche["width"] / 2 + (x - x0) * massstab,
        flaeche["y"] + flaeche["height"] / 2 - (y - y0) * massstab,
    )


def waehle_auf_der_karte(seite: Page, name: str) -> None:
    """Click an area until the panel names it: the first click may come before the map is drawn."""
    tafel = seite.get_by_role("heading", name=name, level=2, exact=True)
    for _ in range(8):
        klicke_auf(seite, orte()[name])
        try:
            expect(tafel).to_be_visible(timeout=3000)
        except AssertionError:
            continue
        return
    expect(tafel).to_be_visible()


def test_a_click_on_the_map_selects_the_area(dienst: Dienst, seite: Page) -> None:
    oeffne_karte(seite, dienst.adresse + LINK)
    for name in ("Witzenhausen", "Sontra", "Waldkappel"):
        waehle_auf_der_karte(seite, name)
        erwarte_parameter(seite, gebiet=orte()[name].gebiet)
        expect(seite.get_by_role("radio", name=re.compile(f"^{name} · "))).to_be_checked()
    # The list has chosen in between: the next click on the map counts all the same.
    seite.get_by_text(re.compile("^Sontra · ")).click()
    erwarte_parameter(seite, gebiet=orte()["Sontra"].gebiet)
    waehle_auf_der_karte(seite, "Waldkappel")
    erwarte_parameter(seite, gebiet=orte()["Waldkappel"].gebiet)
    seite.go_back()
    expect(seite.get_by_role("heading", name="Sontra", level=2)).to_be_visible()


def test_at_400_percent_the_whole_map_is_there_and_takes_clicks(dienst: Dienst, fenster: Fenster) -> None:
    seite = fenster(viewport={"width": 320, "height": 900}).new_page()
    with seite.expect_response(re.compile("/geo/.*/schraffur.geojson"), timeout=30_000):
        oeffne(seite, dienst.adresse + LINK)
    leinwand = seite.locator('[data-testid="stDeckGlJsonChart"] canvas').first
    # The view is fitted to BREITE px of the map's own measure; a narrower canvas would cut both sides.
    assert leinwand.evaluate("e => e.clientWidth") >= BREITE
    kasten = leinwand.bounding_box()
    assert kasten is not None
    assert kasten["x"] >= 0
    assert kasten["x"] + kasten["width"] <= 320
    leinwand.scroll_into_view_if_needed()
    waehle_auf_der_karte(seite, "Waldkappel")
    erwarte_parameter(seite, gebiet=orte()["Waldkappel"].gebiet)


def test_the_keyboard_alone_selects_year_and_area(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, dienst.adresse + LINK)
    auswahlfeld(seite, "Jahr").focus()
    for taste in ("ArrowDown", "ArrowDown", "Enter"):
        seite.keyboard.press(taste)
    expect(seite).to_have_url(re.compile(r"[?&]jahr=20\d\d"))
    warte(seite)
    jahr = parameter(seite)["jahr"]
    assert jahr != "2024"
    auswahlfeld(seite, "Gezählt nach").focus()
    aktiv = "document.activeElement.type === 'radio' && document.activeElement.checked"
    for _ in range(4):
        seite.keyboard.press("Tab")
        if seite.evaluate(aktiv):
            break
    assert seite.evaluate(aktiv), "Die Liste der Gebiete ist mit der Tabulatortaste nicht zu erreichen."
    namen = seite.get_by_role("radiogroup", name="Gebiet wählen").get_by_role("radio").all()
    for erwartet in namen[1:3]:
        name = erwartet.evaluate("e => e.closest('label').innerText").split(" · ")[0]
        seite.keyboard.press("ArrowDown")
        expect(seite.get_by_role("heading", name=name, level=2, exact=True)).to_be_visible(timeout=10_000)
        erwarte_parameter(seite, gebiet=orte()[name].gebiet, jahr=jahr)
        warte(seite)
    seite.keyboard.press("ArrowUp")
    seite.keyboard.press("ArrowUp")
    expect(seite.get_by_role("heading", name="Werra-Meißner-Kreis", level=2)).to_be_visible()


def test_every_control_is_reached_by_tabulator(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, dienst.adresse + LINK)
    erreicht = []
    for _ in range(40):
        seite.keyboard.press("Tab")
        erreicht.append(
            seite.evaluate(
                "(e => e.getAttribute('aria-label') || e.closest('label')?.innerText || e.innerText || e.tagName)"
                "(document.activeElement)"
            ).strip()
        )
        if "Methodik und Quellen" in erreicht[-1]:
            break
    text = " | ".join(erreicht)
    gesucht = ["Skip to main content", "Überblick", "Lage", "Grundlagen"]
    gesucht += ["Region", "Ebene", "Kennzahl", "Jahr", "Gezählt nach", "Werra-Meißner-Kreis insgesamt"]
    gesucht += ["Mitnehmen", "CSV", "Excel", "Methodik und Quellen"]
    stellen = [next((i for i, e in enumerate(erreicht) if name in e), -1) for name in gesucht]
    assert stellen == sorted(stellen), text
    assert -1 not in stellen, text


def test_the_map_of_planungsraeume_selects_a_planungsraum(dienst: Dienst, seite: Page) -> None:
    oeffne_karte(seite, f"{dienst.adresse}/karte?region=werra-meissner-kreis&ebene=planungsraum")
    for _ in range(8):
        klicke_auf(seite, orte()["Witzenhausen"])
        try:
            expect(seite.get_by_role("heading", name="Raum Witzenhausen", level=2)).to_be_visible(timeout=3000)
        except AssertionError:
            continue
        break
    expect(seite.get_by_role("radio", name=re.compile("^Raum Witzenhausen · "))).to_be_checked()


def test_another_year_costs_little_on_the_wire(dienst: Dienst, seite: Page) -> None:
    groessen: list[int] = []
    seite.on("websocket", lambda ws: ws.on("framereceived", lambda inhalt: groessen.append(len(inhalt))))
    geometrie: list[str] = []
    seite.on("request", lambda anfrage: geometrie.append(anfrage.url) if "/geo/" in anfrage.url else None)
    oeffne_karte(seite, dienst.adresse + LINK)
    erste = len(geometrie)
    groessen.clear()
    waehle(seite, "Jahr", "2019")
    erwarte_parameter(seite, jahr="2019")
    expect(seite.get_by_text("am 31.12.2019")).to_be_visible()
    warte(seite)
    # The bar is 30 KB; each entry of the menu travels with every run, and with ten pages it is some bytes more.
    assert 0 < sum(groessen) <= 31 * 1024
    assert len(geometrie) == erste > 0
