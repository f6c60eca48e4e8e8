"""Every kind of picture as SVG and PNG, opened again: what stands in it is what the screen's table says."""

import re
import struct
import xml.etree.ElementTree as ET

import pytest

from presentation.ansichten.bogen import Bogen
from presentation.ansichten.verzeichnis import ANSICHTEN
from presentation.charts.diagramm import alternative
from presentation.exports.bogendatei import FORMATE
from tests import ansichten
from tests.ansichten import UMSTAND, nackt

SVG = "{http://www.w3.org/2000/svg}"
GENAU = re.compile(r"(?:rund )?[\d.]+(?:,\d+)?")
NAMEN = [f"{seite} {art}" for seite, art in ansichten.LINKS]

IM_BILD = {
    "zahlen verlauf": ("Bergkamen", "Kreis Unna"),
    "zahlen rangfolge": ("je 1.000, 2024",),
    "zahlen alter-geschlecht": ("Personen",),
    "zahlen verlauf-des-teils": ("18 bis 49 Jahre",),
    "planungsraum altersaufbau": ("Anteil",),
    "karte karte": ("je 1.000, 2024",),
}
"""Columns of the table whose every cell the text alternative reads out."""


def test_every_kind_of_picture_of_every_page_is_among_the_views() -> None:
    geprueft = {
        (seite, art.split("-")[0] + "-" if art not in ANSICHTEN[seite] else art) for seite, art in ansichten.LINKS
    }
    assert geprueft == {(seite, art) for seite, arten in ANSICHTEN.items() for art in arten}


@pytest.mark.parametrize("name", NAMEN)
def test_a_picture_says_everything_it_must_and_png_is_its_print(name: str, boegen: dict[str, Bogen]) -> None:
    b = boegen[name]
    svg = FORMATE["svg"].schreibe(b, UMSTAND)
    wurzel = ET.fromstring(svg)  # noqa: S314  our own output
    assert wurzel.attrib["lang"] == "de"
    assert wurzel.attrib["role"] == "img"
    assert wurzel.findtext(f"{SVG}title") == b.befund
    assert wurzel.findtext(f"{SVG}desc") == alternative(b.diagramme("druck"))
    texte = ["".join(t.itertext()) for t in wurzel.iter(f"{SVG}text")]
    assert ansichten.fehlende(b, "".join(texte)) == []
    assert b"http" not in re.sub(rb"http://www\.w3\.org/\S+", b"", svg), "nothing is fetched from outside"
    png = FORMATE["png"].schreibe(b, UMSTAND)
    breite, hoehe = struct.unpack(">II", png[16:24])
    assert breite == round(float(wurzel.attrib["width"]) * 300 / 96)
    assert hoehe == pytest.approx(float(wurzel.attrib["height"]) * 300 / 96, abs=2)
    stelle = png.index(b"pHYs") + 4
    assert struct.unpack(">IIB", png[stelle : stelle + 9]) == (11811, 11811, 1), "300 dots to the inch"


@pytest.mark.parametrize("name", IM_BILD)
def test_the_text_alternative_reads_out_the_numbers_of_the_table(name: str, boegen: dict[str, Bogen]) -> None:
    b = boegen[name]
    gesagt = nackt(alternative(b.diagramme("druck")))
    # Sums over all ages or both sexes stand in the table only.
    einzelne = [z for z in b.tafel().zeilen if not any(zelle.startswith("alle ") for zelle in z.values())]
    for zeile in einzelne:
        for spalte in IM_BILD[name]:
            if GENAU.fullmatch(zeile[spalte]):
                assert nackt(zeile[spalte]) in gesagt, (spalte, zeile)


def test_how_people_were_counted_and_by_what_stands_inside_the_picture(boegen: dict[str, Bogen]) -> None:
    for name in ("zahlen verlauf", "zahlen rangfolge", "karte karte"):
        ohne_marken = nackt(re.sub(r"<[^<>]*>", "", FORMATE["svg"].schreibe(boegen[name], UMSTAND).decode()))
        for wort in (
            "je1.000Einwohnerab18Jahren",
            "nachHerkunftderMenschen",
            "31.12.2024",
            "VorführungmitsynthetischenDaten",
        ):
            assert wort in ohne_marken, (name, wort)
