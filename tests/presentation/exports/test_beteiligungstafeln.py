"""The files of the page Beteiligung: sixteen answers in words, the rated items, and the mark of synthetic meetings."""

import io

import polars as pl
import pytest

from analysis.beteiligung.ausschnitt import Ausschnitt
from analysis.beteiligung.messen import messe
from presentation.exports.beteiligungstafeln import kennzahlen, stufen
from tests.gremien import RUNDE, S2024, lege_gremien_an, trage_ein

pytestmark = pytest.mark.usefixtures("klein")


def test_a_german_excel_reads_questions_and_answers() -> None:
    b = messe(lege_gremien_an(), Ausschnitt((RUNDE,), 2024))
    kopf, *zeilen = kennzahlen(b, "Runde", "csv-excel").decode("utf-8-sig").split("\r\n")
    assert kopf == "kennzahl;frage;antwort;gezählt_ist;das_sagt_es_nicht"
    assert [z.split(";")[0] for z in zeilen if z] == [f"P{n}" for n in range(1, 17)]
    assert (
        zeilen[1].split(";")[2] == "2 von 12 Anwesenden (16,7\u00a0%) waren Selbstvertreterinnen und Selbstvertreter."
    )


def test_the_workbook_says_what_it_means_and_what_is_synthetic() -> None:
    bestand = lege_gremien_an()
    echt = pl.read_excel(
        io.BytesIO(kennzahlen(messe(bestand, Ausschnitt((RUNDE,), 2024)), "Runde", "xlsx")), sheet_name="Methodik"
    )
    assert "synthetisch" not in str(echt.rows())
    trage_ein(
        {"sitzungen": [{"gremium": RUNDE, "datum": S2024.replace(year=2022), "status": "stattgefunden"}]},
        synthetisch=True,
    )
    b = messe(lege_gremien_an(), Ausschnitt((RUNDE,)))
    mappe = pl.read_excel(io.BytesIO(kennzahlen(b, "Runde", "xlsx")), sheet_name="Methodik", has_header=False)
    assert mappe.row(0) == ("Hinweis", "Vorführung mit synthetischen Daten")
    assert ("Schutz", "Gezählt wird die Rolle des Platzes, nie die Beeinträchtigung einer Person.") in mappe.rows()


def test_a_side_that_did_not_rate_has_no_number() -> None:
    lege_gremien_an()
    trage_ein(
        {
            "tops": [
                {"gremium": RUNDE, "datum": S2024, "top": 2, "titel": "Wohnen in Nord", "stufe_verwaltung": 6},
                {"gremium": RUNDE, "datum": S2024, "top": 3, "titel": "=Fahrten", "stufe_verwaltung": 6}
                | {"stufe_selbstvertretung": 2, "begruendung": "Spät gefragt"},
            ]
        }
    )
    bestand = lege_gremien_an(["sitzungen"])
    text = stufen(bestand, messe(bestand, Ausschnitt((RUNDE,))), "Runde", "csv-excel").decode("utf-8-sig")
    assert text.split("\r\n")[:3] == [
        "gremium;sitzung;punkt;titel;stufe_verwaltung;stufe_selbstvertretung;unterschied;begruendung;herkunft",
        "Runde;23.09.2024;3;'=Fahrten;6;2;4;Spät gefragt;",
        "Runde;23.09.2024;2;Wohnen in Nord;6;;;;",
    ]
