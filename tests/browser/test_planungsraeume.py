"""The page Planungsräume in a real browser: a click on the map, and a change stored by keyboard alone."""

import math
import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from data_access.grenzen import Beschriftung, beschriftungen, gemeindegrenzen, gemeindezuordnung, grenzkasten
from presentation.maps.deck import HOEHE, ansicht
from presentation.maps.flaechen import mercator
from presentation.ui.raeume.karte import BREITE
from tests.browser.conftest import Dienst, Fenster, Starter
from tests.browser.fenster import oeffne, warte
from tests.browser.gremien import mit_schluessel

pytestmark = pytest.mark.browser

KREIS = "06636"
LINK = "/planungsraeume?region=werra-meissner-kreis"


@pytest.fixture(scope="module")
def eigener(starter: Starter) -> Iterator[Dienst]:
    """A server of its own: these tests write."""
    with starter() as laufend:
        yield laufend
        assert "Traceback" not in laufend.protokoll.read_text("utf-8")


def ort(name: str) -> Beschriftung:
    return next(o for o in beschriftungen(tuple(gemeindezuordnung([KREIS]))) if o.name == name)


def klicke_auf(seite: Page, ziel: Beschriftung) -> None:
    """Click where the label of a Gemeinde stands, from the view the map opens with."""
    blick = ansicht(grenzkasten(gemeindegrenzen([KREIS])), BREITE, HOEHE)
    massstab = 512 * 2**blick.zoom / (2 * math.pi)
    (x, y), (x0, y0) = mercator(ziel.lon, ziel.lat), mercator(blick.longitude, blick.latitude)
    flaeche = seite.locator('[data-testid="stDeckGlJsonChart"] canvas').first.bounding_box()
    assert flaeche is not None
    seite.mouse.click(
        flaeche["x"] + flaeche["width"] / 2 + (x - x0) * massstab,
        flaeche["y"] + flaeche["height"] / 2 - (y - y0) * massstab,
    )


def test_a_click_takes_a_gemeinde_in_and_the_same_click_takes_it_out(dienst: Dienst, seite: Page) -> None:
    seite.set_viewport_size({"width": 1440, "height": 1400})
    geometrie: list[str] = []
    seite.on("request", lambda anfrage: geometrie.append(anfrage.url) if "/geo/" in anfrage.url else None)
    with seite.expect_response(re.compile("/geo/.*/kanten.geojson"), timeout=30_000):
        oeffne(seite, dienst.adresse + LINK)
    hinein = seite.get_by_text("Sontra gehört jetzt zu „Raum Eschwege“, vorher zu „Raum Sontra“.")
    for _ in range(8):
        klicke_auf(seite, ort("Sontra"))
        try:
            expect(hinein).to_be_visible(timeout=3000)
        except AssertionError:
            continue
        break
    expect(hinein).to_be_visible()
    expect(seite.locator("h1")).to_contain_text("Entwurf: 4 Planungsräume, jede Gemeinde gehört dazu")
    warte(seite)
    erste = len(geometrie)
    klicke_auf(seite, ort("Sontra"))
    expect(seite.get_by_text("Sontra gehört jetzt zu keinem Planungsraum.")).to_be_visible(timeout=10_000)
    expect(seite.get_by_text("In keinem Planungsraum: Sontra.")).to_be_visible()
    warte(seite)
    # A step sends no geometry and fetches none.
    assert len(geometrie) == erste > 0


def tabbe_bis(seite: Page, muster: str, hoechstens: int = 60) -> None:
    """Press the tabulator until the focus is on a control whose name matches."""
    # The text of a whole page (<main> is a stop too) would match anything.
    name = (
        "(e => [e.getAttribute('aria-label'), e.closest('label')?.innerText, e.labels?.[0]?.innerText, "
        "e.tagName === 'BUTTON' ? e.innerText : ''].filter(Boolean).join(' | '))(document.activeElement)"
    )
    gesehen = []
    for _ in range(hoechstens):
        seite.keyboard.press("Tab")
        gesehen.append(str(seite.evaluate(name)))
        if re.search(muster, gesehen[-1]):
            return
    pytest.fail(f"„{muster}“ ist mit der Tabulatortaste nicht zu erreichen: {gesehen}")


def test_the_keyboard_alone_changes_a_cut_and_stores_it(eigener: Dienst, fenster: Fenster) -> None:
    seite = fenster().new_page()
    oeffne(seite, f"{eigener.adresse}{LINK}{mit_schluessel(eigener)}")
    tabbe_bis(seite, "Gemeinden in Raum Eschwege")
    seite.keyboard.type("Sontra")
    expect(seite.get_by_role("option", name="Sontra")).to_be_visible(timeout=10_000)
    seite.keyboard.press("Enter")
    verschoben = seite.get_by_text("Sontra gehört jetzt zu „Raum Eschwege“, vorher zu „Raum Sontra“.")
    expect(verschoben).to_be_visible(timeout=15_000)
    warte(seite)
    seite.keyboard.press("Escape")
    tabbe_bis(seite, "Als Vorschlag neben")
    seite.keyboard.press("ArrowDown")
    tabbe_bis(seite, "Einteilung speichern")
    seite.keyboard.press("Enter")
    expect(seite.get_by_text("gesichert: „Beispiel 2025“, Version 2, gilt sofort auf allen Seiten.")).to_be_visible(
        timeout=15_000
    )
    warte(seite)

    # Another session sees it at once, on another page, with the areas of today.
    andere = fenster().new_page()
    oeffne(andere, f"{eigener.adresse}/karte?region={KREIS}&ebene=planungsraum&kennzahl=einwohner")
    text = andere.get_by_text(re.compile(r"^Raum Eschwege · ")).inner_text()
    ziel = eigener.ordner.parent / "e.csv"
    eigener.befiehl("export", "einwohner", "--ebene", "planungsraum", "--region", KREIS, "--out", str(ziel))
    kopf, *zeilen = (z.split(";") for z in ziel.read_text("utf-8").splitlines())
    heute = [
        dict(zip(kopf, z, strict=True)) for z in zeilen if date.fromisoformat(z[kopf.index("stichtag")]).year == 2024
    ]
    (eschwege,) = [z for z in heute if z["gebiet"] == "wmk-eschwege"]
    assert f"{int(eschwege['wert']):,}".replace(",", ".") in text
    assert {z["einteilung"] for z in heute} == {"wmk-beispiel-2025-v2"}
