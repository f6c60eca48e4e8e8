"""Every view of "Lage" that can leave holds what its page shows, and its link leads back to it."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.messen import Gedaechtnis
from presentation.ansichten import verzeichnis
from presentation.ansichten.bogen import Bogen, KeineAnsicht
from presentation.ansichten.stelle import stelle
from tests import gegliedert
from tests.installation import gib
from tests.pages.seiten import oeffne, ueberschriften, zeilen

HEUTE = date(2025, 3, 1)
GEGLIEDERT = {"region": "kleinkreis", "kennzahl": "lb_bwf", "ebene": "kreis"}


def bogen(seite: str, art: str, **parameter: str) -> Bogen:
    """The view of a link; its own link must lead to the same one."""
    gefunden = verzeichnis.bogen(
        stelle(seite, {name: [wert] for name, wert in parameter.items()}, art), Gedaechtnis(), heute=HEUTE
    )
    wieder = verzeichnis.bogen(gefunden.stelle, Gedaechtnis(), heute=HEUTE)
    assert (wieder.tafel(), wieder.stamm, wieder.befund) == (gefunden.tafel(), gefunden.stamm, gefunden.befund)
    assert wieder.stelle == gefunden.stelle
    assert wieder.werte().rahmen.equals(gefunden.werte().rahmen)
    return gefunden


def tafel(at: AppTest, nummer: int) -> list[dict[str, str]]:
    return [{k: str(v) for k, v in zeile.items()} for zeile in zeilen(at, nummer)]


@pytest.fixture
def nach_alter(klein: Path) -> Path:
    gegliedert.liefere_gegliedert()
    gib(nach=("altersgruppe", "geschlecht"))
    return klein


def test_age_and_sex_leave_as_the_page_shows_them(nach_alter: Path) -> None:
    b = bogen("zahlen", "alter-geschlecht", **GEGLIEDERT)
    at = oeffne("zahlen", **GEGLIEDERT)
    assert list(b.tafel().zeilen) == tafel(at, -2)
    assert b.kopf in ueberschriften(at)
    assert len(b.werte().rahmen) == len(b.tafel().zeilen) == 25
    reihen = b.reihen()
    assert reihen is not None
    assert reihen.kategorien == ("18 bis 49 Jahre", "50 bis 59 Jahre", "60 bis 64 Jahre", "ab 65 Jahren")
    assert [r.name for r in reihen.reihen] == ["Männer", "Frauen"]
    # Two women of 60 to 64: a range in words, and nothing to draw.
    assert reihen.reihen[1].werte[2] is None
    assert dict(b.zeichen)["0 bis 4"].startswith("Hier leben höchstens 4 Personen.")


def test_the_trend_of_a_part_leaves_with_its_part(nach_alter: Path) -> None:
    teil = {**GEGLIEDERT, "altersgruppe": "18-49", "geschlecht": "w"}
    b = bogen("zahlen", "verlauf-des-teils", **teil)
    assert b.kopf in ueberschriften(oeffne("zahlen", **teil))
    assert [z["Stichtag"] for z in b.tafel().zeilen] == ["2023", "2024"]
    assert b.stamm == "wohnen_bwf_kleinkreis_2024_verlauf-des-teils_18-bis-49-jahre-frauen"
    assert set(b.werte().rahmen["geschlecht"]) == {"w"}
    with pytest.raises(KeineAnsicht, match="Bitte eine Altersgruppe oder ein Geschlecht"):
        bogen("zahlen", "verlauf-des-teils", **GEGLIEDERT)
    with pytest.raises(KeineAnsicht, match="nur für den Kreis im Ganzen"):
        bogen("zahlen", "alter-geschlecht", **{**GEGLIEDERT, "ebene": "gemeinde"})
