"""A Steckbrief as files, read back."""

import io

import fastexcel
import polars as pl
import pytest

from analysis.gebietswahl import orte
from analysis.steckbrief import steckbrief
from analysis.steckbriefteile import Abschnitt, Steckbrief
from presentation.exports.mappe import Blatt, als_mappe
from presentation.exports.steckbrief import als_csv, als_xlsx
from presentation.texts.schutzsaetze import GERUNDET
from tests.von_hand import T24, bestand

# The sheet on sources asks which Lieferungen and Freigaben there are.
pytestmark = pytest.mark.usefixtures("klein")


def _sued() -> Steckbrief:
    b = bestand()
    return steckbrief(b, next(o for o in orte(b, "haupt") if o.gebiet == "sued"), T24)


def _lies(datei: bytes, blatt: str) -> pl.DataFrame:
    return pl.read_excel(io.BytesIO(datei), sheet_name=blatt, read_options={"header_row": 3})


def test_the_workbook_has_a_sheet_per_block_with_numbers_definitions_and_sources() -> None:
    datei = als_xlsx(bestand(), _sued())
    blaetter = fastexcel.read_excel(datei).sheet_names
    assert blaetter == [
        "Überblick",
        "Alter",
        "Wohnen",
        "Arbeit",
        "Kinder und Jugendliche",
        "Hilfe nach § 67",
        "Über alle Themen",
        "Bevölkerung",
        "Vergleich",
        "Wege",
        "Gemeinden",
        "Hinweise",
        "Definitionen",
        "Quellen",
    ]
    wohnen = _lies(datei, "Wohnen").filter(
        pl.col("kennzahl") == "lb_bwf", pl.col("raumprinzip") == "herkunft", pl.col("stichtag") == T24
    )
    # A column with signs among the numbers is read as text.
    assert wohnen.select("gebiet", pl.col("wert", "von", "bis").cast(pl.Float64)).row(0) == ("sued", 48, 44, 52)
    vergleich = _lies(datei, "Vergleich").filter(pl.col("kennzahl") == "besondere_wohnform")
    assert dict(zip(vergleich["gebiet"], vergleich["zaehler"], strict=True)) == {"nord": 73, "sued": 48, "05978": 121}
    assert _lies(datei, "Alter")["einwohner"].to_list() == [800, 3200]
    assert "ambulantisierungsquote" in _lies(datei, "Definitionen")["kennzahl"].to_list()
    hinweise = _lies(datei, "Hinweise").rows()
    assert hinweise.count(("•", "Für weniger als 20 Personen zeigen wir keinen Anteil: Er wäre zu unsicher.")) == 0
    assert ("von, bis", f"Die wahre Zahl liegt zwischen diesen beiden. {GERUNDET}") in hinweise
    assert len(hinweise) == len(set(hinweise))
    erste = pl.read_excel(io.BytesIO(datei), sheet_name="Quellen", has_header=False)
    assert erste.row(0)[0] == "Sued: Quellen und Stand der Daten"


def test_later_blocks_get_a_sheet_only_if_they_hold_rows() -> None:
    felder = vars(_sued())
    voll = Steckbrief(**{**felder, "abschnitte": (Abschnitt("Angebote", (), ({"Name": "=1+1", "Plätze": 3},)),)})
    leer = Steckbrief(**{**felder, "abschnitte": (Abschnitt("Ziele"),)})
    datei = als_xlsx(bestand(), voll)
    assert _lies(datei, "Angebote").rows() == [("=1+1", 3)]
    assert "Ziele" not in fastexcel.read_excel(als_xlsx(bestand(), leer)).sheet_names


def test_the_mark_stands_on_every_sheet_and_names_are_made_to_fit() -> None:
    rahmen = pl.DataFrame({"wert": [None], "status": ["geschuetzt"]})
    datei = als_mappe([Blatt("a/b" * 15, "Lang", rahmen)], "Nord", "Vorführung")
    (name,) = fastexcel.read_excel(datei).sheet_names
    assert len(name) == 31
    zeilen = pl.read_excel(io.BytesIO(datei), sheet_name=name, has_header=False, read_options={"skip_rows": 0}).rows()
    assert [z[0] for z in zeilen if z[0]] == ["Nord: Lang", "Vorführung", "wert", "•"]


def test_the_csv_holds_all_kennzahlen_of_the_area_in_the_columns_of_the_contract() -> None:
    kopf, *rest = als_csv(bestand(), _sued()).decode("utf-8-sig").splitlines()
    assert kopf == (
        "kennzahl;raumprinzip;einteilung;ebene;gebiet;name;stichtag;altersgruppe;geschlecht;wert;von;bis;status;"
        "zaehler;nenner;basis"
    )
    assert {z.split(";")[4] for z in rest} == {"sued"}
    assert "besondere_wohnform;herkunft;haupt;planungsraum;sued;Sued;31.12.2024;18+;insgesamt;15;" in "\n".join(rest)
