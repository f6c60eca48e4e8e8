"""axe finds nothing on Gremien, Fristen and Beteiligung, in any view and form, forms of the key holder included."""

import pytest
from playwright.sync_api import Page

from data_access.schreibrecht import zugangsschluessel
from tests.browser.axe import funde_je_form, klappe_auf
from tests.browser.conftest import Dienst
from tests.browser.fenster import oeffne, oeffne_teil, warte
from tests.browser.gremien import druecke
from tests.installation import benutze

pytestmark = pytest.mark.browser

SEITEN = {
    "lsp": "/gremien?region=kreis-unna",
    "kok": "/gremien?region=werra-meissner-kreis&gremium=kok-wmk&zugang={schluessel}",
    "beendet": "/gremien?region=werra-meissner-kreis&gremium=begleitgruppe-itp-wmk",
    "sitzungen": "/gremien?region=werra-meissner-kreis&gremium=kok-wmk&ansicht=sitzungen",
    "sitzungsform": "/gremien?region=kreis-unna&gremium=lsp-unna&ansicht=sitzungen&zugang={schluessel}",
    "punktform": "/gremien?region=kreis-unna&gremium=lsp-unna&ansicht=sitzungen&zugang={schluessel}",
    "stufenform": "/gremien?gremium=lsp-unna&ansicht=sitzungen&sitzung=2025-09-29&region=kreis-unna"
    "&zugang={schluessel}",
    "ruecklauf": "/gremien?region=kreis-unna&gremium=lsp-unna&ansicht=ruecklauf",
    "mappe": "/gremien?region=kreis-unna&gremium=lsp-unna&ansicht=mappe&zugang={schluessel}",
    "zusammenarbeit": "/gremien?region=werra-meissner-kreis&ansicht=zusammenarbeit&zugang={schluessel}",
    "register": "/gremien?region=werra-meissner-kreis&ansicht=register",
    "registerform": "/gremien?region=kreis-unna&ansicht=register&zugang={schluessel}",
    "fristen": "/fristen?region=werra-meissner-kreis&jahr=2024",
    "fristenform": "/fristen?region=werra-meissner-kreis&zugang={schluessel}",
    "beteiligung": "/beteiligung?region=kreis-unna&gremium=lsp-unna",
    "beteiligung-leer": "/beteiligung?region=werra-meissner-kreis&gremium=ag-hessen-wmk",
}

FORMULARE = {
    # Refused on purpose: the form with its reasons.
    "sitzungsform": ("Neue Sitzung eintragen", "Sitzung speichern"),
    "punktform": ("Punkt zur Tagesordnung hinzufügen", "Punkt speichern"),
    "stufenform": ("Beteiligung bewerten",),
    "fristenform": ("Nachweis eintragen", "Stände freigeben oder zurücknehmen", "Eigenen Termin eintragen"),
    "registerform": ("Speichern",),
}
"""Buttons that open a form of a page, in their order."""

KLAPPEN = {"registerform": "Register ändern"}
"""The part of a page that the form stands in, closed at first."""


@pytest.mark.parametrize("name", SEITEN)
def test_axe_finds_nothing(dienst: Dienst, seite: Page, name: str) -> None:
    with benutze(dienst.ordner):
        oeffne(seite, dienst.adresse + SEITEN[name].format(schluessel=zugangsschluessel()))
    if teil := KLAPPEN.get(name):
        oeffne_teil(seite, teil)
    for beschriftung in FORMULARE.get(name, ()):
        druecke(seite, beschriftung)
    klappe_auf(seite)
    assert funde_je_form(seite) == {}


@pytest.mark.parametrize("name", ["lsp", "zusammenarbeit", "fristen", "beteiligung"])
def test_axe_finds_nothing_while_the_files_of_a_picture_are_open(dienst: Dienst, seite: Page, name: str) -> None:
    oeffne(seite, dienst.adresse + SEITEN[name].partition("&zugang")[0])
    seite.get_by_role("button", name="Mitnehmen").first.click()
    warte(seite)
    assert seite.get_by_role("button", name="CSV für Excel").is_visible()
    assert funde_je_form(seite) == {}
