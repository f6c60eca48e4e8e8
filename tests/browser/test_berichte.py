"""The Merkliste in a real browser: collected on two pages, ordered, named, taken along as files, shared by its link."""

import base64
import io
import re
from pathlib import Path

import docx
import pikepdf
import pytest
import segno
from playwright.sync_api import Page, expect

from presentation.ansichten.merkliste import entpacke
from presentation.exports.merkliste import stamm
from tests.browser.axe import funde_je_form
from tests.browser.conftest import Dienst, Fenster
from tests.browser.fenster import knopf, oeffne, parameter, warte, warte_auf_ruhe

pytestmark = pytest.mark.browser

NAMEN = ("1. Wo die Menschen leben", "2. Wie es sich entwickelt")


def merke(seite: Page, adresse: str) -> None:
    """Put the first picture of a page onto the list."""
    oeffne(seite, adresse)
    knopf(seite, "Mitnehmen").first.click()
    knopf(seite, "Auf die Merkliste").click()
    expect(seite.get_by_text("Steht auf der Merkliste")).to_be_visible()
    warte(seite)


def ueber_das_menue(seite: Page, gruppe: str, eintrag: str) -> None:
    """Go to another page within the session."""
    seite.keyboard.press("Escape")
    seite.get_by_role("navigation").get_by_text(gruppe, exact=True).click()
    seite.get_by_role("link", name=eintrag, exact=True).click()
    expect(seite).to_have_title(eintrag)
    warte(seite)


def benenne(seite: Page, feld: str, name: str) -> None:
    seite.get_by_label(feld, exact=True).fill(name)
    seite.keyboard.press("Enter")
    warte(seite)
