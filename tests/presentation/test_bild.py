import struct
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from presentation.charts.diagramm import Diagramm
from presentation.exports.bild import Bildtext, png, svg

TEXT = Bildtext(
    "Etwas weniger Menschen & mehr Hilfe",
    "Leistungsberechtigte je 1.000 Einwohner",
    ("Quelle: LWL, Lieferung vom 12.05.2025", "Stand: 31.12.2024", "Schutz: Kleine Zahlen sind geschützt."),
)
SVG = "{http://www.w3.org/2000/svg}"


def _texte(bild: str) -> list[str]:
    wurzel = ET.fromstring(bild)  # noqa: S314  our own output
    return ["".join(element.itertext()) for element in wurzel.iter(f"{SVG}text")]


def test_a_picture_carries_title_source_and_text_alternative(beispiele: dict[str, Any]) -> None:
    diagramm = beispiele["verlauf"]("druck")
    wurzel = ET.fromstring(svg(diagramm, TEXT))  # noqa: S314  our own output
    assert wurzel.findtext(f"{SVG}title") == TEXT.titel
    assert wurzel.findtext(f"{SVG}desc") == diagramm.alt
    texte = _texte(svg(diagramm, TEXT))
    assert texte[:2] == [TEXT.titel, TEXT.untertitel]
    assert texte[-3:] == list(TEXT.fuss)


def test_characters_that_xml_forbids_are_left_out() -> None:
    daten = {"values": [{"a": "Ort\x07 \\b", "b": 1}, {"a": "\ufffe", "b": 2}]}
    kodierung = {"x": {"field": "b", "type": "quantitative"}, "y": {"field": "a", "type": "nominal"}}
    bild = svg(Diagramm({"data": daten, "mark": "bar", "encoding": kodierung}, "Zwei Orte"))
    assert "Ort \\b" in _texte(bild)


def test_letters_are_real_text_in_our_font_with_german_numbers(beispiele: dict[str, Any]) -> None:
    bild = svg(beispiele["verlauf"]("druck"))
    assert {"2,9", "2,6", "Kreis Unna 2,7", "Westfalen-Lippe 3,0"} <= set(_texte(bild))
    assert 'font-family="IBM Plex Sans, sans-serif"' in bild
    assert "Arial" not in bild


def test_legend_and_map_stand_below_each_other(beispiele: dict[str, Any]) -> None:
    legende, karte = beispiele["legende"]("druck"), beispiele["karte_mit_geometrie"]("druck")
    wurzel = ET.fromstring(svg([legende, karte], TEXT))  # noqa: S314  our own output
    teile = wurzel.findall(f"{SVG}svg")
    assert len(teile) == 2
    assert float(teile[0].attrib["y"]) + float(teile[0].attrib["height"]) <= float(teile[1].attrib["y"])
    assert wurzel.findtext(f"{SVG}desc") == f"{legende.alt} {karte.alt}"


def test_a_png_has_the_size_and_density_of_print(beispiele: dict[str, Any]) -> None:
    bild = png(beispiele["legende"]("druck"), breite=480, ppi=144)
    assert bild[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", bild[16:20])[0] == 480 * 144 // 96
    stelle = bild.index(b"pHYs") + 4
    assert struct.unpack(">I", bild[stelle : stelle + 4])[0] == pytest.approx(144 / 0.0254, abs=1)


def test_a_path_to_geometry_is_not_fetched_for_a_file(beispiele: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="geojson"):
        svg(beispiele["karte"]("druck"))


def test_long_lines_are_wrapped_inside_the_picture(beispiele: dict[str, Any]) -> None:
    lang = Bildtext("Ein Befund " * 12, fuss=("Quelle: " + "Amt " * 60,))
    texte = _texte(svg(beispiele["rangfolge"]("druck"), lang, breite=500))
    assert sum(text.startswith("Ein Befund") or text.endswith("Befund") for text in texte) >= 3
    assert all(len(text) <= 75 for text in texte)
