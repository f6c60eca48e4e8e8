"""What a Grundzahl is counted by: the Kreis as a whole, one Raumprinzip, Plätze without age."""

from typing import Any

import pytest

from tests.data_access.importing.werkzeug import einziger_fehler, fall, fallzahlen, werte

G1 = "05978004"
UNNA: dict[str, Any] = {"region_kreis": "05978"}


@pytest.mark.parametrize("grundzahl", ["lb_bfa", "lb_gastfamilie", "schulabgaenger_folgejahr", "lb_regelaltersgrenze"])
def test_a_number_of_the_kreis_stands_under_its_five_digits(grundzahl: str) -> None:
    gelesen = fallzahlen(fall("12", "05978", "-", grundzahl=grundzahl), **UNNA)
    assert [w[0] for w in werte(gelesen)] == ["05978"]
    assert gelesen.befund.summen["kreis"] == {f"{grundzahl} 2024-12-31 herkunft": 12}


def test_gemeinden_of_a_number_of_the_kreis_are_refused() -> None:
    fehler = einziger_fehler(fallzahlen(fall("12", G1, "-", grundzahl="lb_bfa"), **UNNA))
    assert (fehler.zeile, fehler.spalte) == (2, "herkunft")
    assert "nur für den Kreis im Ganzen" in fehler.grund
    assert "12" not in fehler.grund


def test_other_grundzahlen_still_need_the_gemeinden_of_the_own_kreis() -> None:
    assert "Gemeinde gebraucht" in einziger_fehler(fallzahlen(fall("7", G1, "05978"), **UNNA)).grund


@pytest.mark.parametrize(
    ("grundzahl", "herkunft", "ort", "spalte"),
    [("personen_gesamt", G1, G1, "leistungsort"), ("plaetze_bwf", G1, G1, "herkunft")],
)
def test_a_raumprinzip_that_is_not_counted_must_be_a_dash(grundzahl: str, herkunft: str, ort: str, spalte: str) -> None:
    fehler = einziger_fehler(fallzahlen(fall("7", herkunft, ort, grundzahl=grundzahl), **UNNA))
    assert fehler.spalte == spalte
    assert "überall „-“" in fehler.grund


def test_plaetze_have_neither_age_nor_sex() -> None:
    assert werte(fallzahlen(fall("940", "-", G1, grundzahl="plaetze_bwf"), **UNNA))[0][-1] == 940
    for mehr in ({"alter": "18-49"}, {"geschlecht": "w"}):
        fehler = einziger_fehler(fallzahlen(fall("7", "-", G1, grundzahl="plaetze_bwf", **mehr), **UNNA))
        assert "zählt Plätze, keine Menschen" in fehler.grund
