"""A view as a Word file, opened again: headings, table, text alternatives, sources, link."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from analysis.messen import Gedaechtnis
from presentation.ansichten.bogen import Bogen, Tafel
from presentation.ansichten.stelle import stelle
from presentation.ansichten.verzeichnis import bogen
from presentation.exports.bogendatei import FORMATE, Umstand
from presentation.exports.bogenpapier import BREITESTE, SCHMALSTE, breiten
from presentation.texts.dateiangaben import SYNTHETISCH
from tests.mappen import alternativtexte, oeffne, randtext, tafeln, text, ueberschriften

UMSTAND = Umstand(datetime(2026, 3, 1, 9, 30, tzinfo=UTC), "https://sozialraum.example.de")


@pytest.fixture
def rangfolge(demo_lesend: Path) -> Bogen:
    wahl = {"region": ["werra-meissner-kreis"], "kennzahl": ["lb_bwf"], "ebene": ["gemeinde"], "jahr": ["2024"]}
    return bogen(stelle("zahlen", wahl, "rangfolge"), Gedaechtnis(), heute=UMSTAND.jetzt.date())


def test_the_file_holds_the_table_of_the_screen_and_its_sources(rangfolge: Bogen) -> None:
    datei = oeffne(FORMATE["docx"].schreibe(rangfolge, UMSTAND))
    assert ueberschriften(datei) == [(1, rangfolge.befund)]
    eigen = datei.core_properties
    assert (eigen.title, eigen.language, eigen.author) == (rangfolge.befund, "de-DE", "Sozialraumblick")
    (tafel,) = tafeln(datei)
    erwartet = rangfolge.tafel()
    assert tafel.titel == erwartet.titel
    assert tafel.kopf_markiert
    assert tafel.zeilen == [list(erwartet.kopf), *(list(z.values()) for z in erwartet.zeilen)]
    assert any(" bis " in w for z in tafel.zeilen for w in z)
    ganz = text(datei)
    for name, satz in (*rangfolge.fuss, *((f"„{z}“", s) for z, s in rangfolge.zeichen)):
        assert f"{name}: {satz}" in ganz
    assert rangfolge.stelle.adresse(UMSTAND.basis) in ganz
    assert SYNTHETISCH in ganz
    assert SYNTHETISCH in randtext(datei)
    texte = alternativtexte(datei)
    assert len(texte) == 2
    assert all(len(t) > 20 for t in texte)


def test_without_an_address_there_is_no_code_and_long_findings_fit_the_properties(rangfolge: Bogen) -> None:
    lang = replace(rangfolge, befund="Ein langer Befund " * 30, synthetisch=False)
    datei = oeffne(FORMATE["docx"].schreibe(lang, replace(UMSTAND, basis="")))
    assert len(alternativtexte(datei)) == 1
    assert len(datei.core_properties.title) <= 255
    assert SYNTHETISCH not in text(datei)


def test_columns_are_as_wide_as_their_cells() -> None:
    tafel = Tafel("T", ({"Gebiet": "Ein sehr langer Name einer Gemeinde", "2024": "5", "Übliche Spanne": "1 bis 9"},))
    assert breiten(tafel) == (BREITESTE, SCHMALSTE, SCHMALSTE)
