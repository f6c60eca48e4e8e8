"""Files, byte by byte, on two rows."""

import io
import json
import zipfile
from datetime import date

import fastexcel
import polars as pl
import pytest

from presentation.exports.tabelle import FORMATE, als_csv, als_csv_excel, als_datei, als_json, als_parquet

RAHMEN = pl.DataFrame(
    {
        "name": ["Fröndenberg/Ruhr", "Selm; Mitte", "Leer", "x", "y", "z"],
        "einteilung": ["", "", "", "", "", ""],
        "stichtag": [date(2024, 12, 31)] * 6,
        "wert": [2.5, 12.0, None, None, None, None],
        "status": ["gezeigt", "geschuetzt", "geschuetzt", "keine_angabe", "nicht_anwendbar", "nicht_geliefert"],
        "zaehler": [25, 12, 3, None, 0, None],
    }
)
ERKLAERUNG = [("Hinweis", "Vorführung mit synthetischen Daten"), ("Vorsicht", "Eins."), ("Vorsicht", "Zwei.")]


def test_the_machine_csv() -> None:
    assert als_csv(RAHMEN).decode() == (
        "name;einteilung;stichtag;wert;status;zaehler\n"
        "Fröndenberg/Ruhr;;2024-12-31;2.5;gezeigt;25\n"
        '"Selm; Mitte";;2024-12-31;12;geschuetzt;12\n'
        "Leer;;2024-12-31;;geschuetzt;3\n"
        "x;;2024-12-31;;keine_angabe;\n"
        "y;;2024-12-31;;nicht_anwendbar;0\n"
        "z;;2024-12-31;;nicht_geliefert;\n"
    )


def test_the_csv_for_excel() -> None:
    assert als_csv_excel(RAHMEN).decode() == (
        "\ufeffname;einteilung;stichtag;wert;status;zaehler\r\n"
        "Fröndenberg/Ruhr;;31.12.2024;2,5;gezeigt;25\r\n"
        '"Selm; Mitte";;31.12.2024;12;geschuetzt;12\r\n'
        "Leer;;31.12.2024;•;geschuetzt;3\r\n"
        "x;;31.12.2024;k. A.;keine_angabe;\r\n"
        "y;;31.12.2024;x;nicht_anwendbar;0\r\n"
        "z;;31.12.2024;…;nicht_geliefert;\r\n"
    )


FORMELN = pl.DataFrame({"name": ["=1+1", "+49", "-", "@A", "'=x", "Nord"], "wert": [-2.5, None, 1.0, 0.0, 3.0, 4.0]})


def test_no_spreadsheet_calculates_a_text() -> None:
    zeilen = als_csv_excel(FORMELN).decode("utf-8-sig").splitlines()[1:]
    assert zeilen == ["'=1+1;-2,5", "'+49;", "'-;1", "'@A;0", "''=x;3", "Nord;4"]
    mappe = als_datei(FORMELN, "xlsx", "=Titel", [("Hinweis", "x")])
    with zipfile.ZipFile(io.BytesIO(mappe)) as teile:
        assert b"<f>" not in teile.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(("wert", "text"), [(1 / 3, "0.3333333333333333"), (1e6, "1000000"), (2.5, "2.5"), (0.0, "0")])
def test_a_number_in_the_machine_csv_reads_back_exactly(wert: float, text: str) -> None:
    zeile = als_csv(pl.DataFrame({"wert": [wert]})).decode().splitlines()[1]
    assert zeile == text
    assert float(zeile) == wert


def test_json_is_one_object_a_row() -> None:
    erste, _, dritte, *_ = json.loads(als_json(RAHMEN))
    assert erste == {
        "name": "Fröndenberg/Ruhr",
        "einteilung": "",
        "stichtag": "2024-12-31",
        "wert": 2.5,
        "status": "gezeigt",
        "zaehler": 25,
    }
    assert dritte["wert"] is None


def test_parquet_keeps_every_caveat() -> None:
    inhalt = als_parquet(RAHMEN, "Titel", ERKLAERUNG)
    assert pl.read_parquet(io.BytesIO(inhalt)).equals(RAHMEN)
    angaben = pl.read_parquet_metadata(io.BytesIO(inhalt))
    assert (angaben["titel"], angaben["Hinweis"], angaben["Vorsicht"]) == (
        "Titel",
        "Vorführung mit synthetischen Daten",
        "Eins. Zwei.",
    )


def test_the_workbook_has_numbers_as_numbers_and_days_as_days() -> None:
    mappe = fastexcel.read_excel(als_datei(RAHMEN, "xlsx", "Titel", ERKLAERUNG))
    blatt = mappe.load_sheet("Werte", header_row=3, dtypes={"wert": "string"})
    tafel = blatt.to_polars()
    assert tafel["wert"].to_list() == ["2.5", "12", "•", "k. A.", "x", "…"]
    assert tafel["zaehler"].to_list() == [25, 12, 3, None, 0, None]
    assert tafel.schema["stichtag"].is_temporal()
    methodik = mappe.load_sheet("Methodik", header_row=None).to_polars().rows()
    assert methodik == ERKLAERUNG
    assert mappe.sheet_names == ["Werte", "Methodik"]


def test_signs_and_their_sentences_have_a_sheet_of_their_own() -> None:
    hinweise = [("0 bis 4", "Höchstens vier."), ("=1+1", "=Keine Formel")]
    mappe = fastexcel.read_excel(als_datei(RAHMEN, "xlsx", "Titel", ERKLAERUNG, hinweise))
    assert mappe.sheet_names == ["Werte", "Hinweise", "Methodik"]
    assert mappe.load_sheet("Hinweise", header_row=None).to_polars().rows() == hinweise
    metadaten = pl.read_parquet_metadata(io.BytesIO(als_datei(RAHMEN, "parquet", "Titel", ERKLAERUNG, hinweise)))
    assert metadaten["Hinweise"] == "0 bis 4: Höchstens vier. =1+1: =Keine Formel"


@pytest.mark.parametrize("format_", FORMATE)
def test_an_empty_view_is_a_file_too(format_: str) -> None:
    assert als_datei(RAHMEN.clear(), format_, "Titel", ERKLAERUNG)
