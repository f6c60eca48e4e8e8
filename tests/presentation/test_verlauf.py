import re
from typing import Any

import pytest
import vl_convert

from models.vokabular import Status
from presentation.charts.reihen import abschnitte
from presentation.charts.verlauf import Bruch, Punkt, Reihe, verlauf
from presentation.farben import HELL

KREIS = Reihe("Kreis Unna", tuple(Punkt(2016 + n, w) for n, w in enumerate((2.86, 2.83, 2.82, 2.89, 2.72))))
LAND = Reihe("Westfalen-Lippe", tuple(Punkt(2016 + n, w) for n, w in enumerate((3.05, 3.04, 3.0, 3.06, 2.98))))
BRUCH = Bruch(2019, "neues Recht", "Aus „stationär“ wird die „besondere Wohnform“")


def _zeilen(spec: dict[str, Any], *felder: str) -> list[dict[str, Any]]:
    """The rows of the layer whose rows have these fields."""
    for ebene in spec["layer"]:
        werte = ebene["data"]["values"]
        if werte and set(felder) <= set(werte[0]):
            return list(werte)
    return []


def _parameter(spec: dict[str, Any], name: str) -> Any:
    return next(p["value"] for p in spec["params"] if p["name"] == name)


def test_the_text_alternative_holds_all_values() -> None:
    bild = verlauf(KREIS, LAND, titel="Leistungsberechtigte je 1.000", modus="hell", brueche=[BRUCH])
    assert bild.alt == (
        "Verlauf: Leistungsberechtigte je 1.000. "
        "Kreis Unna: 2,9 (2016), 2,8 (2017), 2,8 (2018), 2,9 (2019), 2,7 (2020). "
        "Zum Vergleich Westfalen-Lippe: 3,1 (2016), 3,0 (2017), 3,0 (2018), 3,1 (2019), 3,0 (2020). "
        "Bruch 2019: neues Recht."
    )


def test_a_long_series_names_the_table_instead() -> None:
    lang = Reihe("Bund", tuple(Punkt(1990 + n, 1.0 + n) for n in range(30)))
    bild = verlauf(lang, titel="Anteil", modus="hell", tabelle="Alle Jahre")
    assert bild.alt == ("Verlauf: Anteil. Bund: 1,0 (1990) und 30,0 (2019), alle Werte in der Tabelle „Alle Jahre“.")


def test_remarks_say_what_the_picture_alone_would_hide() -> None:
    mit_band = Reihe("Kreis", tuple(Punkt(2018 + n, w, w - 0.1, w + 0.1) for n, w in enumerate((2.9, 2.8, 2.7))))
    bild = verlauf(mit_band, titel="Anteil", modus="hell", brueche=[BRUCH])
    assert bild.hinweise == (
        "Achse beginnt bei 2,4.",
        "Blaue Fläche: übliche Zufallsschwankung.",
        "Bruch 2019: Aus „stationär“ wird die „besondere Wohnform“.",
    )


def test_an_axis_from_zero_needs_no_remark() -> None:
    bild = verlauf(Reihe("Kreis", (Punkt(2020, 1), Punkt(2021, 9))), titel="Zahl", modus="hell", stellen=0)
    assert bild.hinweise == ()
    assert _parameter(bild.spec, "y_von") == 0


def test_the_line_is_cut_between_the_years_of_a_break() -> None:
    assert [[p.jahr for p in teil] for _, teil in abschnitte(KREIS, [BRUCH])] == [[2016, 2017, 2018], [2019, 2020]]
    bild = verlauf(KREIS, LAND, titel="Anteil", modus="hell", brueche=[BRUCH])
    linie = _zeilen(bild.spec, "abschnitt", "wert", "ende")
    assert [zeile["abschnitt"] for zeile in linie] == [0, 0, 0, 1, 1]
    (bruch,) = _zeilen(bild.spec, "platz")
    assert (bruch["jahr"], bruch["text"], bruch["kurz"]) == (2018.5, "Bruch 2019: neues Recht", "Bruch 2019")


def test_the_words_of_two_neighbouring_breaks_turn_away_from_each_other() -> None:
    reihe = Reihe("Kreis", tuple(Punkt(jahr, 3.0) for jahr in range(2016, 2025)))
    brueche = [Bruch(2020, "neues Recht"), Bruch(2021, "neue Zählung")]
    erster, zweiter = _zeilen(verlauf(reihe, titel="Anteil", modus="hell", brueche=brueche).spec, "platz")
    assert (erster["anker"], zweiter["anker"]) == ("right", "left")
    # 2015.6 to 2019.5 and 2020.5 to 2024.4, of 8.8 years.
    assert (erster["platz"], zweiter["platz"]) == (0.443, 0.443)


@pytest.mark.parametrize(
    ("breite", "worte"),
    [
        (640, {"Bruch 2020: neues Recht", "Bruch 2021: neue Zählung"}),
        (330, {"Bruch 2020", "Bruch 2021"}),
        (150, set()),
    ],
)
def test_a_narrow_chart_shortens_the_words_of_its_breaks(breite: int, worte: set[str]) -> None:
    reihe = Reihe("Kreis", tuple(Punkt(jahr, 3.0) for jahr in range(2016, 2025)))
    brueche = [Bruch(2020, "neues Recht"), Bruch(2021, "neue Zählung")]
    spec = {**verlauf(reihe, titel="Anteil", modus="hell", brueche=brueche).spec, "width": breite}
    svg = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
    assert set(re.findall(r">(Bruch[^<]*)<", svg)) == worte


def test_first_and_last_value_are_written_away_from_the_comparison() -> None:
    schrift = _zeilen(verlauf(KREIS, LAND, titel="Anteil", modus="hell").spec, "anker", "gewicht", "hoehen")
    assert [(z["jahr"], z["text"], z["dy"] > 0) for z in schrift] == [
        (2016, "2,9", True),
        (2020, "Kreis Unna 2,7", True),
        (2020, "Westfalen-Lippe 3,0", False),
    ]
    assert [z["farbe"] for z in schrift] == [HELL.text, HELL.haupt, HELL.leise]
    assert schrift[2]["hoehen"] == [2.98, 3.06, 3.0, 3.04, 3.05]


def test_gaps_carry_their_word_and_neighbours_join() -> None:
    reihe = Reihe(
        "Weißenborn",
        (
            Punkt(2016, 3.1),
            Punkt(2017, None, status=Status.GESCHUETZT),
            Punkt(2018, None, status=Status.GESCHUETZT),
            Punkt(2019, 3.0),
            Punkt(2021, 3.0),
        ),
    )
    bild = verlauf(reihe, titel="Anteil", modus="hell")
    luecken = _zeilen(bild.spec, "von", "bis", "text")
    assert [(z["von"], z["bis"], z["text"]) for z in luecken] == [
        (2016.5, 2018.5, "geschützt"),
        (2019.5, 2020.5, "k. A."),
    ]
    assert bild.hinweise[1:] == ("2017 bis 2018: geschützt.", "2020: k. A.")


def test_a_late_start_is_not_comparable() -> None:
    spaet = Reihe("Kreis", (Punkt(2022, 17.1), Punkt(2023, 18.4), Punkt(2024, 20.4)))
    bild = verlauf(spaet, titel="Kinder", modus="hell", jahre=(2016, 2024), klein=True)
    (luecke,) = _zeilen(bild.spec, "von", "bis", "text")
    assert luecke["text"] == "vor 2022\nnicht vergleichbar"
    assert bild.hinweise == ("Vor 2022 nicht vergleichbar.",)
    assert [z["text"] for z in _zeilen(bild.spec, "jahr", "text")] == ["17,1", "20,4"]


def test_a_protected_count_is_drawn_once_it_reads_as_a_number() -> None:
    reihe = Reihe(
        "Sontra",
        (
            Punkt(2022, 37, 33, 41, Status.GESCHUETZT),
            Punkt(2023, 5, 1, 9, Status.GESCHUETZT),
            Punkt(2024, 41, 37, 45, Status.GESCHUETZT),
        ),
    )
    bild = verlauf(reihe, titel="Personen", modus="hell", stellen=0)
    assert bild.alt == (
        "Verlauf: Personen. Sontra: rund 37 (2022), 1 bis 9 (2023), rund 41 (2024). "
        "Wo eine Spanne steht: Die genaue Zahl nennen wir nicht, damit niemand erkannt wird."
    )
    assert [z["wert"] for z in _zeilen(bild.spec, "abschnitt", "ende")] == [37, 41]


def test_a_small_chart_keeps_years_and_names_the_comparison_at_its_line() -> None:
    bild = verlauf(KREIS, LAND, titel="Anteil", modus="hell", klein=True)
    schrift = _zeilen(bild.spec, "anker", "gewicht")
    assert [z["text"] for z in schrift] == ["2,9", "2,7", "Westfalen-Lippe"]
    assert [z["text"] for z in bild.spec["layer"][-1]["data"]["values"]] == ["2016", "2020"]
    assert bild.hinweise == ()


def test_a_flat_small_line_stays_flat() -> None:
    bild = verlauf(Reihe("Kreis", (Punkt(2020, 10.0), Punkt(2021, 10.1))), titel="A", modus="hell", klein=True)
    von, bis = _parameter(bild.spec, "y_von"), _parameter(bild.spec, "y_bis")
    assert bis - von == pytest.approx(0.2 * 10.1)


@pytest.mark.parametrize("klein", [True, False])
def test_a_series_without_any_number_still_draws(klein: bool) -> None:
    leer = Reihe("Ringgau", (Punkt(2020, None, status=Status.NICHT_GELIEFERT),))
    bild = verlauf(leer, titel="Anteil", modus="hell", klein=klein)
    assert bild.alt == "Verlauf: Anteil. Ringgau: liegt nicht vor (2020)."


def test_years_are_cut_for_both_series() -> None:
    bild = verlauf(KREIS, LAND, titel="Anteil", modus="hell", jahre=(2018, 2020), brueche=[BRUCH])
    assert bild.alt.startswith("Verlauf: Anteil. Kreis Unna: 2,8 (2018), 2,9 (2019)")
    assert _parameter(bild.spec, "x_werte") == [2018, 2019, 2020]


def test_no_year_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="mindestens ein Jahr"):
        verlauf(Reihe("Kreis", ()), titel="Anteil", modus="hell")
