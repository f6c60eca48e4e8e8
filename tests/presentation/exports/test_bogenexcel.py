"""The workbook of a view, on a table of three rows; and that no spreadsheet calculates what people wrote."""

import io
import re
import zipfile
from dataclasses import replace

import fastexcel
import polars as pl
import pytest

from presentation.ansichten.bogen import Bogen, Tafel, Werte
from presentation.ansichten.stelle import stelle
from presentation.exports.bogendatei import FORMATE
from presentation.exports.bogenexcel import als_zahl
from tests.ansichten import UMSTAND

ZEILEN = (
    {"Gebiet": "Altdorf", "Personen": "rund 37", "Anteil": "58,3\u00a0%", "Änderung": "\u22120,4", "Jahr": "2024"},
    {"Gebiet": "Berg", "Personen": "0 bis 9", "Anteil": "geschützt", "Änderung": "+1.234,5", "Jahr": "2023"},
    {"Gebiet": "Cell", "Personen": "1.204", "Anteil": "k. A.", "Änderung": "0", "Jahr": "2022"},
)
RAHMEN = pl.DataFrame({"gebiet": ["a", "b"], "wert": [1.5, None], "status": ["gezeigt", "geschuetzt"]})
BOGEN = Bogen(
    stelle=stelle("zahlen", {"region": ["kleinkreis"]}, "rangfolge"),
    stamm="wohnen",
    befund="Altdorf über dem Kreis",
    unterzeile="je 1.000 Einwohner",
    diagramme=lambda _: (),
    tafel=lambda: Tafel("Alle Werte", ZEILEN),
    werte=lambda: Werte(RAHMEN, "Werte", (("Kennzahl", "Wohnen"),)),
    fuss=(("Quelle", "LWX"), ("Stand", "31.12.2024"), ("Schutz", "gerundet")),
    synthetisch=True,
    zeichen=(("0 bis 9", "Höchstens neun."), ("geschützt", "Zu wenige.")),
)


@pytest.mark.parametrize(
    ("text", "zahl"),
    [
        ("1.234,5", (1234.5, "#,##0.0")),
        ("58,3\u00a0%", (58.3, '#,##0.0" %"')),
        ("\u22120,40", (-0.4, "#,##0.00")),
        ("+7", (7.0, '"+"#,##0;"\u2212"#,##0;#,##0')),
        *(
            (wort, None)
            for wort in ("2024", "rund 37", "0 bis 9", "k. A.", "geschützt", "31.12.2024", "1.23", "", "=1")
        ),
    ],
)
def test_only_one_exact_number_is_a_number(text: str, zahl: tuple[float, str] | None) -> None:
    assert als_zahl(text) == zahl


def test_the_first_sheet_is_the_table_with_numbers_ranges_and_marked_cells() -> None:
    inhalt = FORMATE["xlsx"].schreibe(BOGEN, UMSTAND)
    mappe = fastexcel.read_excel(inhalt)
    assert mappe.sheet_names == ["Tafel", "Werte", "Zeichen", "Definitionen", "Quelle"]
    with zipfile.ZipFile(io.BytesIO(inhalt)) as teile:
        blatt = teile.read("xl/worksheets/sheet1.xml").decode()
        texte = re.findall(r"<t[^>]*>([^<]*)</t>", teile.read("xl/sharedStrings.xml").decode())
        tafel = teile.read("xl/tables/table1.xml").decode()
        bemerkungen = teile.read("xl/comments1.xml").decode()
        zahlenformen = teile.read("xl/styles.xml").decode()
        angaben = teile.read("docProps/core.xml").decode()
    zellen = {
        ort: (art, wert) for ort, art, wert in re.findall(r'<c r="(\w+)" s="\d+"(?: t="(\w)")?><v>([^<]*)', blatt)
    }
    zahlen = {ort: float(wert) for ort, (art, wert) in zellen.items() if not art and int(ort[1:]) > 4}
    assert zahlen == {"C5": 58.3, "D5": -0.4, "D6": 1234.5, "B7": 1204, "D7": 0}
    assert {ort: texte[int(zellen[ort][1])] for ort in ("A1", "A2", "A3", "B5", "B6", "C6", "E5")} == {
        "A1": BOGEN.befund,
        "A2": BOGEN.unterzeile,
        "A3": "Vorführung mit synthetischen Daten",
        "B5": "rund 37",
        "B6": "0 bis 9",
        "C6": "geschützt",
        "E5": "2024",
    }
    assert 'ref="A4:E7"' in tafel
    assert re.findall(r'ref="(\w+)"', bemerkungen) == ["B6", "C6"]
    assert "Höchstens neun." in bemerkungen
    assert "Zu wenige." in bemerkungen
    assert "#,##0.0" in zahlenformen
    assert f"<dc:title>{BOGEN.befund}</dc:title>" in angaben
    for stueck in ('paperSize="9"', 'orientation="landscape"', 'fitToHeight="0"', 'ySplit="4"'):
        assert stueck in blatt
    assert "mergeCell" not in blatt
    zeichen = mappe.load_sheet("Zeichen", header_row=None).to_polars().rows()
    assert zeichen == [("Zeichen", "Erklärung"), *BOGEN.zeichen, ("•", "geschützt")]


@pytest.mark.parametrize("anfang", ["=", "+", "-", "@", "\t", "\r"])
def test_no_spreadsheet_calculates_what_people_wrote(anfang: str) -> None:
    gift = f'{anfang}HYPERLINK("x")'
    zeile = {"Gebiet": gift, f"{gift}": gift}
    b = replace(
        BOGEN,
        befund=gift,
        unterzeile=gift,
        tafel=lambda: Tafel(gift, (zeile,), zahlen=False),
        werte=lambda: Werte(pl.DataFrame({"name": [gift], "notiz": [gift]}), gift, ((gift, gift),), ((gift, gift),)),
        fuss=((gift, gift),),
        zeichen=((gift, gift),),
        methode=((gift, gift),),
    )
    with zipfile.ZipFile(io.BytesIO(FORMATE["xlsx"].schreibe(b, UMSTAND))) as teile:
        for name in teile.namelist():
            assert b"<f>" not in teile.read(name), name
            assert b"HYPERLINK" not in teile.read(name) or not name.startswith("xl/worksheets/"), name
    text = FORMATE["csv-excel"].schreibe(b, UMSTAND).decode("utf-8-sig")
    tafel = pl.read_csv(text.encode(), separator=";", infer_schema=False)
    assert tafel.rows() == [(f"'{gift}", f"'{gift}")]


def test_a_table_without_rows_and_a_view_without_an_address_are_files_too() -> None:
    leer = replace(BOGEN, tafel=lambda: Tafel("Leer", ()), werte=lambda: Werte(RAHMEN.clear(), "Leer", ()), zeichen=())
    mappe = fastexcel.read_excel(FORMATE["xlsx"].schreibe(leer, replace(UMSTAND, basis="")))
    assert mappe.sheet_names == ["Tafel", "Werte", "Definitionen", "Quelle"]
    namen = [z[0] for z in mappe.load_sheet("Quelle", header_row=None).to_polars().rows()]
    assert namen == ["Angabe", "Hinweis", "Quelle", "Stand", "Schutz", "Datei"]
