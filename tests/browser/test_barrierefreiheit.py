"""axe-core on every page: light, dark, at 400 % (320 px) and with forced colours; and the opened menu of a phone."""

from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from data_access.schreibrecht import zugangsschluessel
from tests.browser.conftest import Dienst, Fenster
from tests.browser.fenster import oeffne, oeffne_abschnitt, warte_auf_ruhe
from tests.installation import benutze

pytestmark = pytest.mark.browser

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
REGELN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

VON_STREAMLIT = {"presentation-role-conflict"}
"""The drop zone of Streamlit's file_uploader; nothing of ours can change it."""

MENUE_VON_STREAMLIT = (["list", "listitem"], '[data-testid="stSidebarNavItems"]')
"""Streamlit puts the entries of a group into a <div> between <ul> and <li> (docs/adr/0006)."""

SEITEN = {
    "ueberblick": "/?region=kreis-unna",
    "zahlen": "/zahlen?region=kreis-unna&ebene=gemeinde&kennzahl=ausserhalb_besonderer_wohnform",
    "zahlen_kreis": "/zahlen?region=werra-meissner-kreis&ebene=kreis",
    "karte": "/karte?region=werra-meissner-kreis&ebene=gemeinde&gebiet=06636003",
    "zahlen_mit_hinweisen": "/zahlen?region=x&kennzahl=x&ebene=x&gebiet=x&jahr=1&raumprinzip=x&einteilung=x&fassung=9",
    "planungsraum": "/planungsraum?region=kreis-unna&gebiet=unna-nord",
    "planungsraum_geschuetzt": "/planungsraum?region=werra-meissner-kreis&gebiet=06636015",
    "daten": "/daten?region=kreis-unna",
    "daten_mit_schluessel": "/daten?region=kreis-unna&zugang={schluessel}",
    "planungsraeume": "/planungsraeume?region=werra-meissner-kreis&zugang={schluessel}",
    "methodik": "/methodik",
}

ABSCHNITTE = {
    "daten": ("Freigaben", "Regeln"),
    "daten_mit_schluessel": ("Freigeben", "Regeln", "Was vorliegt"),
}
"""Sections of a page that stand behind a tab; the first one is open from the start."""

FORMEN: dict[str, tuple[int, dict[str, Any]]] = {
    "hell": (1280, {"color_scheme": "light", "forced_colors": "none"}),
    "dunkel": (1280, {"color_scheme": "dark", "forced_colors": "none"}),
    "erzwungene Farben": (1280, {"color_scheme": "light", "forced_colors": "active"}),
    "400 %": (320, {"color_scheme": "light", "forced_colors": "none"}),
    "400 %, dunkel": (320, {"color_scheme": "dark", "forced_colors": "none"}),
}
"""Width in px and media; 1280 px at 400 % are 320."""


def verstoesse(seite: Page, breite: int) -> list[tuple[str, int, str]]:
    """What axe finds: (rule, how often, first place). The window grows first: axe skips what scrolls out of sight."""
    hoehe = seite.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    seite.set_viewport_size({"width": breite, "height": min(int(hoehe) + 100, 16_000)})
    warte_auf_ruhe(seite)
    return _axe(seite)


def _axe(seite: Page, geduldet: tuple[list[str], str] = ([], "")) -> list[tuple[str, int, str]]:
    """What axe finds; `geduldet`: rules that are let pass on elements within a selector, and nowhere else."""
    gefunden: list[dict[str, Any]] = seite.evaluate(
        """async ([regeln, geduldet, ort]) => {
            const wahl = {runOnly: {type: 'tag', values: regeln}, resultTypes: ['violations']}
            const {violations} = await axe.run(document, wahl)
            const drin = knoten => document.querySelector(knoten.target[0])?.closest(ort)
            return violations
                .map(v => ({...v, nodes: v.nodes.filter(k => !(geduldet.includes(v.id) && drin(k)))}))
                .filter(v => v.nodes.length)
        }""",
        [REGELN, geduldet[0], geduldet[1] or "html"],
    )
    return [(v["id"], len(v["nodes"]), v["nodes"][0]["html"][:200]) for v in gefunden if v["id"] not in VON_STREAMLIT]


def _klappe_auf(seite: Page) -> None:
    """Open the first closed part that can be seen."""
    if zu := seite.locator("details:not([open]) > summary").filter(visible=True).all():
        zu[0].click()


@pytest.mark.parametrize("name", SEITEN)
def test_axe_finds_nothing(dienst: Dienst, seite: Page, name: str) -> None:
    with benutze(dienst.ordner):
        oeffne(seite, dienst.adresse + SEITEN[name].format(schluessel=zugangsschluessel()))
    _klappe_auf(seite)
    seite.evaluate(f"{AXE}; void 0")
    gefunden = {}
    for form, (breite, medien) in FORMEN.items():
        seite.emulate_media(**medien)
        seite.set_viewport_size({"width": breite, "height": 900})
        warte_auf_ruhe(seite)
        gefunden[form] = verstoesse(seite, breite)
    for abschnitt in ABSCHNITTE.get(name, ()):
        seite.emulate_media(color_scheme="dark")
        seite.set_viewport_size({"width": 1280, "height": 900})
        oeffne_abschnitt(seite, abschnitt)
        _klappe_auf(seite)
        gefunden[abschnitt] = verstoesse(seite, 1280)
    assert {form: liste for form, liste in gefunden.items() if liste} == {}


@pytest.mark.parametrize("farbschema", ["light", "dark"])
def test_the_opened_menu_of_a_phone_passes(dienst: Dienst, fenster: Fenster, farbschema: str) -> None:
    kontext = fenster(viewport={"width": 390, "height": 844}, has_touch=True, color_scheme=farbschema)
    seite = oeffne(kontext.new_page(), f"{dienst.adresse}/zahlen?region=kreis-unna")
    seite.get_by_test_id("stExpandSidebarButton").click()
    expect(seite.get_by_test_id("stSidebarNav").get_by_role("link", name="Karte", exact=True)).to_be_visible()
    seite.wait_for_timeout(400)
    seite.evaluate(f"{AXE}; void 0")
    assert _axe(seite, MENUE_VON_STREAMLIT) == []
