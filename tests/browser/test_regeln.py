"""Deciding a rule through the browser: what it refuses, what everybody sees afterwards, and axe on the open form."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import funde_je_form
from tests.browser.conftest import Dienst, Starter
from tests.browser.fenster import knopf, oeffne, oeffne_abschnitt, warte

pytestmark = pytest.mark.browser

STELLE = "Welche Stelle hat entschieden? (keine Namen von Personen)"


@pytest.fixture(scope="module")
def werkstatt(starter: Starter) -> Iterator[Dienst]:
    """A server of its own: these tests write."""
    with starter() as laufend:
        yield laufend
        assert "Traceback" not in laufend.protokoll.read_text("utf-8")


def mit_schluessel(dienst: Dienst, seite: Page) -> Page:
    oeffne(seite, dienst.adresse + dienst.befiehl("zugang").strip() + "&region=werra-meissner-kreis")
    oeffne_abschnitt(seite, "Regeln")
    return seite


def test_a_rule_is_refused_then_decided_and_read_without_the_key(werkstatt: Dienst, seite: Page) -> None:
    mit_schluessel(werkstatt, seite)
    seite.get_by_text("Eine Regel entscheiden", exact=True).click()
    k = seite.get_by_role("spinbutton", name="Kleinste erkennbare Zahl (k)")
    k.fill("4")
    seite.get_by_role("textbox", name=STELLE).fill("Datenschutz des Kreises")
    seite.get_by_role("textbox", name="Warum?").fill("Beschluss vom Februar")
    knopf(seite, "Regel entscheiden").click()
    satz = "k = 4 ist für „Leistungsberechtigte in besonderer Wohnform“ zu klein. Möglich ist k ab 5."
    expect(seite.get_by_text(satz)).to_be_visible()

    k.fill("5")
    seite.get_by_role("spinbutton", name="Mindestnenner: keine Quote bei weniger Einwohnern").fill("700")
    knopf(seite, "Regel entscheiden").click()
    expect(seite.get_by_text("Die Regel gilt ab sofort.")).to_be_visible()

    leser = oeffne(seite.context.new_page(), f"{werkstatt.adresse}/methodik?region=werra-meissner-kreis")
    zeile = leser.get_by_role("row").filter(has_text="Datenschutz des Kreises")
    expect(zeile).to_contain_text("700 Einwohner")
    expect(zeile).to_contain_text("Beschluss vom Februar")
    expect(leser.get_by_text("Eine Regel entscheiden")).to_have_count(0)


def test_axe_finds_nothing_in_the_open_form(werkstatt: Dienst, seite: Page) -> None:
    mit_schluessel(werkstatt, seite)
    for name in ("Alle Entscheidungen über Regeln", "Eine Regel entscheiden", "Eine Entscheidung aufheben"):
        seite.get_by_text(name, exact=True).click()
        warte(seite)
    assert funde_je_form(seite) == {}
