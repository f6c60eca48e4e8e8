from typing import Any

from models.vokabular import Status
from presentation.charts.gebietsangaben import Bezug
from presentation.charts.rangfolge import KOPF, ZEILENHOEHE, Balken, rangfolge
from presentation.farben import HELL

BALKEN = (
    Balken("Selm", 2.2, 1.7, 2.8),
    Balken("Ringgau", None, status=Status.KEINE_ANGABE),
    Balken("Unna", 3.4, 3.0, 3.9, auffaellig=True),
    Balken("Berkatal", 0, 0, 4, status=Status.GESCHUETZT),
)


def _werte(spec: dict[str, Any], ebene: int) -> list[dict[str, Any]]:
    return list(spec["layer"][ebene]["data"]["values"])


def test_bars_are_sorted_and_words_come_last() -> None:
    bild = rangfolge(BALKEN, Bezug("Kreis", 2.7), titel="Anteil, 31.12.2024", modus="hell")
    namen = next(p["value"] for p in bild.spec["params"] if p["name"] == "namen")
    assert namen == ["Unna", "Selm", "Berkatal", "Ringgau"]
    zeilen = _werte(bild.spec, 0)
    assert [z["wort"] for z in zeilen] == ["", "", "0,0 bis 4,0", "k. A."]
    assert [z["zahl"] for z in zeilen] == ["3,4", "2,2", "", ""]
    assert "wert" not in zeilen[2]


def test_blue_differs_from_the_kreis_and_grey_does_not() -> None:
    zeilen = _werte(rangfolge(BALKEN, titel="Anteil", modus="hell").spec, 0)
    assert [z["farbe"] for z in zeilen[:2]] == [HELL.haupt, HELL.neutral]


def test_the_text_alternative_names_values_reference_and_what_stands_out() -> None:
    bild = rangfolge(BALKEN, Bezug("Kreis", 2.7), titel="Anteil, 31.12.2024", modus="hell")
    assert bild.alt == (
        "Rangfolge: Anteil, 31.12.2024. Unna 3,4; Selm 2,2; Berkatal 0,0 bis 4,0; Ringgau k. A. "
        "Zum Vergleich Kreis: 2,7. Sicher zu unterscheiden: Unna. "
        "Wo eine Spanne steht: Die genaue Zahl nennen wir nicht, damit niemand erkannt wird."
    )
    assert bild.hinweise == (
        "Blau: weicht stärker ab als die Zufallsschwankung (feine Linie). "
        "Grau: von „Kreis“ nicht sicher zu unterscheiden.",
    )


def test_many_areas_name_the_table_instead() -> None:
    viele = [Balken(f"Ort {n}", float(n)) for n in range(41)]
    bild = rangfolge(viele, titel="Anteil", modus="hell", tabelle="Gemeinden")
    assert bild.alt == "Rangfolge: Anteil. Alle Werte stehen in der Tabelle „Gemeinden“."


def test_sorting_by_name_keeps_words_in_their_place() -> None:
    bild = rangfolge(BALKEN, titel="Anteil", modus="hell", sortierung="name")
    assert bild.alt.startswith("Rangfolge: Anteil. Berkatal")
    assert next(p["value"] for p in bild.spec["params"] if p["name"] == "balkenzeilen") == 4


def test_bars_start_at_zero_and_hold_every_interval() -> None:
    bild = rangfolge(BALKEN, Bezug("Kreis", 5.0), titel="Anteil", modus="hell")
    assert next(p["value"] for p in bild.spec["params"] if p["name"] == "x_bis") == 5.0
    ohne = rangfolge([Balken("A", None)], titel="Anteil", modus="hell")
    assert next(p["value"] for p in ohne.spec["params"] if p["name"] == "x_bis") == 1.0


def test_the_height_follows_the_number_of_areas() -> None:
    assert rangfolge(BALKEN, titel="Anteil", modus="hell").spec["height"] == 4 * ZEILENHOEHE + KOPF
    assert rangfolge(BALKEN[:1], titel="Anteil", modus="hell").spec["height"] == ZEILENHOEHE + KOPF


def test_two_areas_of_one_name_keep_two_rows() -> None:
    bild = rangfolge([Balken("Neustadt", 1.0), Balken("Neustadt", 2.0)], titel="Anteil", modus="hell")
    assert [z["zeile"] for z in _werte(bild.spec, 0)] == [0, 1]
