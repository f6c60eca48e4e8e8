"""axe-core on every page: light, dark, at 400 % (320 px) and with forced colours; and the opened menu of a phone."""

import pytest
from playwright.sync_api import Page, expect

from data_access.schreibrecht import zugangsschluessel
from tests.browser.axe import funde, funde_im_ganzen, funde_je_form, klappe_auf, lade_axe
from tests.browser.conftest import Dienst, Fenster
from tests.browser.fenster import oeffne, oeffne_abschnitt
from tests.installation import benutze

pytestmark = pytest.mark.browser

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


@pytest.mark.parametrize("name", SEITEN)
def test_axe_finds_nothing(dienst: Dienst, seite: Page, name: str) -> None:
    with benutze(dienst.ordner):
        oeffne(seite, dienst.adresse + SEITEN[name].format(schluessel=zugangsschluessel()))
    klappe_auf(seite)
    gefunden = funde_je_form(seite)
    for abschnitt in ABSCHNITTE.get(name, ()):
        seite.emulate_media(color_scheme="dark")
        seite.set_viewport_size({"width": 1280, "height": 900})
        oeffne_abschnitt(seite, abschnitt)
        klappe_auf(seite)
        if liste := funde_im_ganzen(seite, 1280):
            gefunden[abschnitt] = liste
    assert gefunden == {}


@pytest.mark.parametrize("farbschema", ["light", "dark"])
def test_the_opened_menu_of_a_phone_passes(dienst: Dienst, fenster: Fenster, farbschema: str) -> None:
    kontext = fenster(viewport={"width": 390, "height": 844}, has_touch=True, color_scheme=farbschema)
    seite = oeffne(kontext.new_page(), f"{dienst.adresse}/zahlen?region=kreis-unna")
    seite.get_by_test_id("stExpandSidebarButton").click()
    expect(seite.get_by_test_id("stSidebarNav").get_by_role("link", name="Karte", exact=True)).to_be_visible()
    seite.wait_for_timeout(400)
    lade_axe(seite)
    assert funde(seite, MENUE_VON_STREAMLIT) == []
