"""A view as PDF, opened again: what the screen says stands on it as text, its table cell by cell."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

import pymupdf
import pytest

from analysis.messen import Gedaechtnis
from presentation.ansichten.bogen import Bogen
from presentation.ansichten.stelle import stelle
from presentation.ansichten.verzeichnis import bogen
from presentation.exports.bogendatei import FORMATE, name
from presentation.exports.umstand import Umstand
from presentation.texts.dateiangaben import SYNTHETISCH
from tests.installation import JETZT
from tests.pdfpruefung import knapp, lies, maengel

UMSTAND: Final = Umstand(JETZT, "https://beispiel.invalid")
ANSICHTEN: Final[Mapping[str, tuple[str, dict[str, list[str]]]]] = {
    "verlauf": ("zahlen", {"region": ["kreis-unna"], "kennzahl": ["besondere_wohnform"]}),
    "rangfolge": ("zahlen", {"region": ["kreis-unna"], "kennzahl": ["lb_bwf"], "ebene": ["gemeinde"]}),
    "karte": ("karte", {"region": ["werra-meissner-kreis"], "kennzahl": ["besondere_wohnform"]}),
}


def _bogen(art: str) -> Bogen:
    seite, parameter = ANSICHTEN[art]
    return bogen(stelle(seite, parameter, art), Gedaechtnis(), heute=JETZT.date())


@pytest.mark.parametrize("art", ANSICHTEN)
def test_a_view_says_on_paper_what_the_screen_says(art: str, demo_lesend: Path, tmp_path: Path) -> None:
    b = _bogen(art)
    pdf = FORMATE["pdf"].schreibe(b, UMSTAND)
    assert maengel(pdf, tmp_path) == []
    gelesen = lies(pdf, tmp_path)
    assert gelesen.titel == b.befund
    assert gelesen.ueberschriften == [(1, b.befund), (2, "Als Tabelle")]
    assert gelesen.seiten == 2
    ganzes = knapp(gelesen.text)
    for teil in (b.unterzeile, SYNTHETISCH, *(t for z in (*b.zeichen, *b.fuss) for t in z)):
        assert knapp(teil) in ganzes
    (tafel,) = gelesen.tafeln
    erwartet = [list(b.tafel().kopf), *(list(z.values()) for z in b.tafel().zeilen)]
    assert [[knapp(z) for z in zeile] for zeile in tafel.zeilen] == [[knapp(z) for z in zeile] for zeile in erwartet]
    assert gelesen.alternativtexte == [
        " ".join(d.alt for d in b.diagramme("druck")),
        f"QR-Code mit dem Link {b.stelle.adresse(UMSTAND.basis)}",
    ]


def test_a_map_for_the_table_can_be_read_at_it(demo_lesend: Path, tmp_path: Path) -> None:
    b = _bogen("karte")
    pdf = FORMATE["pdf-a3"].schreibe(b, UMSTAND)
    assert maengel(pdf, tmp_path) == []
    gelesen = lies(pdf, tmp_path)
    assert gelesen.seitenmass == (420, 297)
    assert gelesen.ueberschriften == [(1, b.befund), (2, "Notizen"), (2, "Als Tabelle")]
    with pymupdf.open(stream=pdf) as datei:
        bloecke = datei[0].get_text("dict")["blocks"]
        groessen = [s["size"] for b in bloecke for zeile in b.get("lines", []) for s in zeile["spans"]]
    assert min(groessen) >= 11.9


@pytest.mark.parametrize("art", ["verlauf", "karte"])
@pytest.mark.parametrize("format_", ["pdf", "pdf-a3"])
def test_long_texts_leave_no_sheet(art: str, format_: str, demo_lesend: Path, tmp_path: Path) -> None:
    b = _bogen(art)
    lang = replace(b, befund=f"{b.befund} {b.befund}", zeichen=tuple((f"Zeichen {n}", b.unterzeile) for n in range(30)))
    pdf = FORMATE[format_].schreibe(lang, UMSTAND)
    assert maengel(pdf, tmp_path) == []
    with pymupdf.open(stream=pdf) as datei:
        raender = [zeile["bbox"] for seite in datei for block in seite.get_text("dict")["blocks"]
                   for zeile in block.get("lines", [])]  # fmt: skip
        hoehe, breite = datei[0].rect.height, datei[0].rect.width
        ganzes = knapp("".join(seite.get_text() for seite in datei))
    assert all(x0 >= 0 and y0 >= 0 and x1 <= breite and y1 <= hoehe for x0, y0, x1, y1 in raender)
    assert all(knapp(f"„Zeichen {n}“") in ganzes for n in range(30))


def test_names_of_both_sizes_differ(demo_lesend: Path) -> None:
    b = _bogen("karte")
    assert re.search(r"karte_synthetische-daten\.pdf$", name(b, "pdf"))
    assert name(b, "pdf-a3") == name(b, "pdf").replace(".pdf", "_a3.pdf")


def test_without_an_address_there_is_no_code(demo_lesend: Path, tmp_path: Path) -> None:
    gelesen = lies(FORMATE["pdf"].schreibe(_bogen("rangfolge"), Umstand(datetime.now(JETZT.tzinfo))), tmp_path)
    assert len(gelesen.alternativtexte) == 1
