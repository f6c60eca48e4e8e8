"""Bars by age and sex: numbers as bars, small ones as ranges, everything in the text alternative."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.geheimhaltung.preis import is_read_as_range
from presentation.charts.gliederungsbild import Teil, gliederungsbild
from presentation.texts import gliederung, vorschau
from presentation.texts.zahlen import ist_zahl

TEILE = [
    Teil("18 bis 49 Jahre, Männer", 67.0, 65.0, 69.0, "geschuetzt", zweite=True),
    Teil("18 bis 49 Jahre, Frauen", 5.0, 1.0, 5.0, "geschuetzt", gewaehlt=True),
    Teil("ab 65 Jahren, Frauen", None, None, None, "geschuetzt"),
]


def test_small_numbers_are_drawn_and_read_as_ranges() -> None:
    bild = gliederungsbild(TEILE, titel="Werkstatt, Kreis, 31.12.2024", modus="hell")
    assert [z for e in bild.spec["layer"] for z in e["data"]["values"] if "von" in z] == [
        {"zeile": 1, "von": 1.0, "bis": 5.0}
    ]
    assert bild.alt == (
        "Nach Alter und Geschlecht: Werkstatt, Kreis, 31.12.2024. 18 bis 49 Jahre, Männer rund 67; "
        "18 bis 49 Jahre, Frauen 1 bis 5; ab 65 Jahren, Frauen geschützt."
    )
    assert bild.hinweise == ("Blasser Balken: Nur die Spanne ist bekannt.",)


@given(st.integers(0, 40), st.integers(0, 9), st.integers(0, 9))
def test_the_preview_counts_as_ranges_what_the_screen_writes_as_ranges(wert: int, unten: int, oben: int) -> None:
    von, bis = max(0, wert - unten), wert + oben
    status = "gezeigt" if von == bis else "geschuetzt"
    zeile = pl.DataFrame({"wert": [wert], "von": [von], "bis": [bis]})
    assert zeile.select(is_read_as_range()).item() is not ist_zahl(wert, von, bis, status)


@pytest.mark.parametrize(
    ("alter", "sex", "name"),
    [
        ("insgesamt", "insgesamt", "insgesamt"),
        ("65+", "w", "ab 65 Jahren, Frauen"),
        ("7-17", "m", "7 bis 17 Jahre, Jungen"),
        ("insgesamt", "unbekannt", "Geschlecht nicht bekannt"),
    ],
)
def test_parts_have_names(alter: str, sex: str, name: str) -> None:
    assert gliederung.teilname(alter, sex) == name


def test_the_price_in_words() -> None:
    assert (
        vorschau.preis_text({"mittel": 0.8, "spannen": 0.42}) == "im Mittel 0,8 Personen daneben, 42\u00a0% als Spanne"
    )
    assert vorschau.preis_text({"mittel": 0.1, "spannen": None}) == "im Mittel höchstens 0,1 Personen daneben"
    assert vorschau.preis_text({"mittel": None, "spannen": None}) == "weniger als 30 Zahlen"
    gut = {
        "id": "kreis_altersgruppe",
        "moeglich": True,
        "veroeffentlichbar": True,
        "stufen": {"kreis": {"mittel": 0.6, "spannen": 0.1}},
    }
    assert "den Kreis nach Alter gliedern. Die Zahlen liegen dort im Mittel 0,6" in vorschau.empfehlung(
        "lb_bwf", 5, [gut]
    )
    schlecht = {**gut, "stufen": {"kreis": {"mittel": 1.4, "spannen": 0.1}}}
    assert "ohne Alter und Geschlecht" in vorschau.empfehlung("lb_bwf", 5, [schlecht])
    assert "zählt keine Menschen" in vorschau.empfehlung("plaetze_bwf", 5, [])
