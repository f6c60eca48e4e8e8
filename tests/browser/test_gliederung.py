"""Age and sex in a real browser: chosen with the mouse, kept in the link, clean for axe."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import funde_je_form
from tests.browser.conftest import Dienst, starte
from tests.browser.fenster import erwarte_parameter, oeffne, waehle, warte, warte_auf_ruhe
from tests.gegliedert import liefere_gegliedert
from tests.installation import benutze, gib

pytestmark = pytest.mark.browser

LINK = "/zahlen?region=kleinkreis&kennzahl=lb_bwf&ebene=kreis&jahr=2024"


@pytest.fixture(scope="module")
def gegliedert(vorlage_klein: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dienst]:
    """A server on the small Kreis, with one series by age and sex: the demonstration takes minutes to break down."""
    with benutze(shutil.copytree(vorlage_klein, tmp_path_factory.mktemp("gegliedert") / "var")) as ordner:
        liefere_gegliedert()
        gib(nach=("altersgruppe", "geschlecht"))
    with starte(ordner) as laufend:
        yield laufend
        assert "Traceback" not in laufend.protokoll.read_text("utf-8")


def test_a_part_is_chosen_by_mouse_and_kept_in_the_link(gegliedert: Dienst, seite: Page) -> None:
    seite.set_viewport_size({"width": 1440, "height": 1900})
    oeffne(seite, gegliedert.adresse + LINK)
    expect(seite.get_by_role("heading", name="Nach Alter und Geschlecht", exact=True)).to_be_visible()
    warte_auf_ruhe(seite)
    waehle(seite, "Altersgruppe", "18 bis 49 Jahre")
    erwarte_parameter(seite, altersgruppe="18-49")
    warte_auf_ruhe(seite)
    waehle(seite, "Geschlecht", "Männer")
    erwarte_parameter(seite, geschlecht="m")
    warte(seite)
    expect(seite.get_by_role("heading", name=re.compile("^18 bis 49 Jahre, Männer: rund [0-9]+$"))).to_be_visible()
    expect(seite.get_by_role("heading", name="Verlauf: 18 bis 49 Jahre, Männer")).to_be_visible()
    waehle(seite, "Ebene", "Gemeinden")
    expect(seite.get_by_role("heading", name="Nach Alter und Geschlecht", exact=True)).to_have_count(0)
    assert "altersgruppe" not in seite.url


def test_the_chart_says_every_number_to_a_screen_reader(gegliedert: Dienst, seite: Page) -> None:
    oeffne(seite, gegliedert.adresse + LINK)
    bild = seite.get_by_label(re.compile("^Nach Alter und Geschlecht: Leistungsberechtigte in besonderer Wohnform"))
    expect(bild.first).to_be_attached()


def test_axe_finds_nothing(gegliedert: Dienst, seite: Page) -> None:
    oeffne(seite, f"{gegliedert.adresse}{LINK}&altersgruppe=18-49&geschlecht=m")
    assert funde_je_form(seite) == {}
