"""Every view as a table file, read back: the same numbers, cell by cell."""

import io
import zipfile
from datetime import date
from typing import Any

import fastexcel
import polars as pl
import pytest

from presentation.ansichten.bogen import Bogen
from presentation.exports.bogendatei import FORMATE
from presentation.exports.tabelle import ZEICHEN
from presentation.texts.dateiangaben import SYNTHETISCH
from presentation.texts.zahlen import MINUS, zahl
from tests import ansichten
from tests.ansichten import BASIS, UMSTAND

NAMEN = [f"{seite} {art}" for seite, art in ansichten.LINKS]


@pytest.mark.parametrize("name", NAMEN)
def test_the_workbook_holds_the_table_of_the_screen_and_the_frame(name: str, boegen: dict[str, Bogen]) -> None:
    b = boegen[name]
    inhalt = FORMATE["xlsx"].schreibe(b, UMSTAND)
    mappe = fastexcel.read_excel(inhalt)
    assert mappe.sheet_names[:2] == ["Tafel", "Werte"]
    assert mappe.sheet_names[-2:] == ["Definitionen", "Quelle"]
    tafel, gezeigt = b.tafel(), _zellen(mappe, "Tafel")
    assert [gezeigt[0][0], gezeigt[1][0]] == [b.befund, b.unterzeile]
    assert gezeigt[2][0] == (SYNTHETISCH if b.synthetisch else None)
    assert gezeigt[3][: len(tafel.kopf)] == list(tafel.kopf)
    assert len(gezeigt) == 4 + len(tafel.zeilen)
    for gelesen, zeile in zip(gezeigt[4:], tafel.zeilen, strict=True):
        for da, soll in zip(gelesen, zeile.values(), strict=False):
            assert _deutsch(da, soll) == soll.replace("\u00a0", " ")
    quelle = {z[0]: z[1] for z in _zellen(mappe, "Quelle")}
    assert quelle["Link"] == b.stelle.adresse(BASIS)
    assert quelle.items() >= dict(b.fuss).items()
    definitionen = _zellen(mappe, "Definitionen")[1:]
    assert [tuple(z[:2]) for z in definitionen] == [*(b.methode or b.werte().erklaerung)]
    with zipfile.ZipFile(io.BytesIO(inhalt)) as teile:
        alles = b"".join(teile.read(n) for n in teile.namelist())
        assert b"<f>" not in alles, "no formula"
        assert b"<mergeCell" not in alles
        assert teile.read("docProps/core.xml").count(b"<dc:creator></dc:creator>") == 1, "no person"
        erstes = teile.read("xl/worksheets/sheet1.xml")
        assert b'orientation="landscape"' in erstes
        assert b'state="frozen"' in erstes
        assert b"tableParts" in erstes


@pytest.mark.parametrize("name", NAMEN)
def test_tables_for_programs_and_for_excel_hold_the_frame(name: str, boegen: dict[str, Bogen]) -> None:
    b = boegen[name]
    rahmen = b.werte().rahmen
    parquet = FORMATE["parquet"].schreibe(b, UMSTAND)
    assert pl.read_parquet(io.BytesIO(parquet)).equals(rahmen)
    angaben = pl.read_parquet_metadata(io.BytesIO(parquet))
    assert angaben["titel"] == b.werte().titel
    assert not b.synthetisch or SYNTHETISCH in angaben["Hinweis"]
    maschinell = pl.read_csv(FORMATE["csv"].schreibe(b, UMSTAND), separator=";", schema=rahmen.schema)
    assert maschinell.rows() == rahmen.with_columns(pl.col(pl.String).replace("", None)).rows()
    mappe = fastexcel.read_excel(FORMATE["xlsx"].schreibe(b, UMSTAND))
    excel = _csv(FORMATE["csv-excel"].schreibe(b, UMSTAND), rahmen.columns)
    blatt = _zellen(mappe, "Werte")[4:]
    assert len(blatt) == len(excel) == len(rahmen)
    for i, zeile in enumerate(rahmen.iter_rows(named=True)):
        for j, (spalte, wert) in enumerate(zeile.items()):
            zeichen = ZEICHEN.get(zeile.get("status", "")) if spalte == "wert" and wert is None else None
            assert _gleich(blatt[i][j] if j < len(blatt[i]) else None, wert if zeichen is None else zeichen)
            assert _gleich(_gelesen(excel[i][spalte], wert), wert if zeichen is None else zeichen)


def _zellen(mappe: fastexcel.ExcelReader, blatt: str) -> list[list[Any]]:
    """The cells of a sheet as they are: texts and numbers."""
    tafel = mappe.load_sheet(blatt, header_row=None, dtypes="string").to_polars()
    return [list(z) for z in tafel.rows()]


def _deutsch(da: str | None, soll: str) -> str:
    """A cell as Excel shows it: as many decimals as `soll`."""
    blank = soll.replace("\u00a0%", "").lstrip("+" + MINUS).replace(".", "")
    if da is None or not blank.replace(",", "").isdigit() or da == soll:
        return (da or "").replace("\u00a0", " ")
    text = zahl(float(da), len(blank.partition(",")[2]))
    return f"{'+' if soll.startswith('+') else ''}{text}{' %' if soll.endswith('%') else ''}"


def _csv(inhalt: bytes, spalten: list[str]) -> list[dict[str, str]]:
    assert inhalt.startswith(b"\xef\xbb\xbf")
    tafel = pl.read_csv(inhalt, separator=";", infer_schema=False)
    assert tafel.columns == spalten
    return tafel.with_columns(pl.all().fill_null("")).to_dicts()


def _gelesen(text: str, wert: object) -> object:
    """A cell of the CSV for Excel as the value it stands for; a text that Excel would calculate has a ' before it."""
    if isinstance(wert, date):
        tag, monat, jahr = map(int, text.split("."))
        return date(jahr, monat, tag)
    if isinstance(wert, str):
        return text[1:] if text.startswith("'") else text
    return float(text.replace(",", ".")) if isinstance(wert, int | float) else text


def _gleich(da: object, wert: object) -> bool:
    if wert is None or wert == "":
        return da is None or da == ""
    if isinstance(wert, bool):
        return str(da).lower() == str(wert).lower()
    if isinstance(wert, int | float):
        return float(str(da)) == pytest.approx(float(wert), abs=1e-6)
    return str(da).startswith(str(wert))
