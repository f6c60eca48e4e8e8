"""The page Gremien in a browser: a Gremium for each test on the server that all share, and links to its views."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from playwright.sync_api import Locator, Page, expect

from analysis.gremien.bestand import Gremienbestand, lade
from data_access.gremien.buch import schritt
from data_access.gremien.uebernahme import uebernimm
from data_access.schreibrecht import zugangsschluessel
from tests.browser.conftest import Dienst
from tests.browser.fenster import knopf, warte
from tests.installation import JETZT, benutze, recht

REGION = "kreis-unna"

Zeilen = Sequence[dict[str, Any]]


def trage_ein(dienst: Dienst, **stoff: Zeilen) -> None:
    """Enter the rows of these KINDs in one step, as synthetic ones."""
    with benutze(dienst.ordner), schritt(recht(), REGION, "Probe angelegt", JETZT) as offen:
        for kind, zeilen in stoff.items():
            uebernimm(offen, kind, zeilen, synthetisch=True)


def probegremium(gremium: str, name: str, **mehr: str) -> dict[str, str]:
    """The row of a Gremium that belongs to one test."""
    return {"gremium": gremium, "region": REGION, "name": name, "typ": "workshop", **mehr}


def bestand(dienst: Dienst, region: str = REGION) -> Gremienbestand:
    """What the server would read now."""
    with benutze(dienst.ordner):
        return lade(region)


def mit_schluessel(dienst: Dienst) -> str:
    """The parameter that gives the right to write."""
    with benutze(dienst.ordner):
        return f"&zugang={zugangsschluessel()}"


def adresse(dienst: Dienst, gremium: str, ansicht: str, tag: date | None = None) -> str:
    """The link to a view of a Gremium."""
    sitzung = f"&sitzung={tag}" if tag else ""
    return f"{dienst.adresse}/gremien?region={REGION}&gremium={gremium}&ansicht={ansicht}{sitzung}"


def druecke(seite: Page, name: str) -> None:
    """Press a button by keyboard, and wait for what comes of it."""
    knopf(seite, name).focus()
    seite.keyboard.press("Enter")
    warte(seite)


def satz(seite: Page, text: str) -> Locator:
    """What the page says of the last step."""
    return seite.get_by_test_id("stAlert").get_by_text(text)


def gesagt(seite: Page, text: str) -> Locator:
    """The same where the reader is: above everything else, for some seconds."""
    return seite.get_by_test_id("stToast").get_by_text(text)


def passt_in_die_breite(seite: Page) -> None:
    """Nothing on the page scrolls sideways."""
    zu_breit = seite.evaluate(
        """namen => [document.scrollingElement, ...document.querySelectorAll(namen.map(n => `[data-testid=${n}]`))]
        .filter(e => e.scrollWidth > e.clientWidth + 1).map(e => [e.dataset.testid, e.scrollWidth])""",
        ["stMain", "stAppViewContainer", "stHeader", "stTable"],
    )
    assert zu_breit == [], seite.url


def ansicht_ist(seite: Page, name: str) -> None:
    """Wait until the view of this name is the chosen one."""
    expect(seite.get_by_role("radio", name=name, exact=True)).to_be_checked(timeout=15_000)
    warte(seite)
