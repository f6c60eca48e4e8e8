"""Deciding a rule through the browser: what it refuses, what everybody sees afterwards, and axe on the open form."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import funde_je_form
from tests.browser.conftest import Dienst
from tests.browser.fenster import knopf, oeffne, oeffne_abschnitt, warte
from tests.browser.gremien import mit_schluessel

pytestmark = pytest.mark.browser

STELLE = "Welche Stelle hat entschieden? (keine Namen von Personen)"


def oeffne_regeln(dienst: Dienst, seite: Page) -> None:
    oeffne(seite, f"{dienst.adresse}/daten?region=werra-meissner-kreis{mit_schluessel(dienst)}")
    oeffne_abschnitt(seite, "Regeln")


def test_a_rule_is_refused_then_decided_and_read_without_the_key(gremienwerkstatt: Dienst, seite: Page) -> None:
    oeffne_regeln(gremienwerkstatt, seite)
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

    leser = oeffne(seite.context.new_page(), f"{gremienwerkstatt.adresse}/methodik?region=werra-meissner-kreis")
    zeile = leser.get_by_role("row").filter(has_text="Datenschutz des Kreises")
    expect(zeile).to_contain_text("700 Einwohner")
    expect(zeile).to_contain_text("Beschluss vom Februar")
    expect(leser.get_by_text("Eine Regel entscheiden")).to_have_count(0)


def test_axe_finds_nothing_in_the_open_form(gremienwerkstatt: Dienst, seite: Page) -> None:
    oeffne_regeln(gremienwerkstatt, seite)
    for name in ("Alle Entscheidungen über Regeln", "Eine Regel entscheiden", "Eine Entscheidung aufheben"):
        seite.get_by_text(name, exact=True).click()
        warte(seite)
    assert funde_je_form(seite) == {}
