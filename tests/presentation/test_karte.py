import math
from dataclasses import replace
from typing import Any

import pytest

from models.vokabular import Status
from presentation.charts.karte import Geometrie, karte
from presentation.charts.klassen import Grenzen
from presentation.charts.legende import legende
from presentation.farben import DUNKEL, HELL
from presentation.maps.flaechen import (
    Flaeche,
    Zustand,
    fuellung,
    kartentext,
    kartenwort,
    klasse_oder_zustand,
    namensmassstab,
    schriftfarbe,
    zustaende,
)

GRENZEN = (2.0, 2.5, 3.0, 3.5)
URL = Geometrie("/geo/gebiete.geojson?v=1", "/geo/schraffur.geojson?v=1")


def _parameter(spec: dict[str, Any]) -> dict[str, Any]:
    return {p["name"]: p["value"] for p in spec["params"]}


def test_each_area_wears_the_colour_of_its_class_or_state(flaechen: list[Flaeche]) -> None:
    werte = _parameter(karte(flaechen, GRENZEN, URL, titel="Anteil", modus="hell").spec)
    assert werte["farben"] == [HELL.klassen[2], HELL.grund, HELL.ohne_einwohner]
    assert werte["geschuetzt"] == [1]
    assert werte["hell"] == [1, 2]
    assert werte["gewaehlt"] == -1


def test_areas_are_found_by_their_number_not_by_their_place_in_the_list(flaechen: list[Flaeche]) -> None:
    vorwaerts = karte(flaechen, GRENZEN, URL, titel="Anteil", modus="dunkel", gewaehlt="00000001").spec
    rueckwaerts = karte(flaechen[::-1], GRENZEN, URL, titel="Anteil", modus="dunkel", gewaehlt="00000001").spec
    a, b = _parameter(vorwaerts), _parameter(rueckwaerts)
    assert a["farben"] == b["farben"] == [DUNKEL.klassen[2], DUNKEL.grund, DUNKEL.ohne_einwohner]
    assert a["gewaehlt"] == b["gewaehlt"] == 1


def test_a_number_without_an_area_reads_as_no_answer(flaechen: list[Flaeche]) -> None:
    luecke = [flaechen[0], replace(flaechen[2], i=4)]
    farben = _parameter(karte(luecke, GRENZEN, URL, titel="Anteil", modus="hell").spec)["farben"]
    assert farben == [HELL.klassen[2], HELL.grund, HELL.grund, HELL.grund, HELL.ohne_einwohner]


def test_geometry_stays_out_of_the_message(flaechen: list[Flaeche]) -> None:
    spec = karte(flaechen, GRENZEN, URL, titel="Anteil", modus="hell").spec
    quellen = [ebene["data"].get("url") for ebene in spec["layer"]]
    assert quellen == [URL.gebiete, URL.schraffur, URL.gebiete, None]


def test_a_small_map_can_name_the_chosen_area_only(flaechen: list[Flaeche]) -> None:
    bild = karte(flaechen, GRENZEN, URL, titel="Anteil", modus="hell", gewaehlt=flaechen[1].gebiet, nur_gewaehlt=True)
    namen = [zeile["name"] for zeile in bild.spec["layer"][3]["data"]["values"] if "name" in zeile]
    assert namen == [flaechen[1].kurzname or flaechen[1].name]
    assert "Nordstadt 2,7" in bild.alt


def test_the_text_alternative_names_every_area(flaechen: list[Flaeche]) -> None:
    bild = karte(flaechen, GRENZEN, URL, titel="Anteil, 31.12.2024", modus="hell")
    assert bild.alt == (
        "Karte: Anteil, 31.12.2024. Gutsbezirk 0 Einwohner; Kleindorf geschützt; Nordstadt 2,7. "
        "„geschützt“: zu wenige Menschen für einen sicheren Wert."
    )
    assert bild.hinweise == ("Dunkler heißt mehr.",)
    viele = [replace(flaechen[0], i=n) for n in range(41)]
    assert kartentext(viele, GRENZEN, "Anteil", 1, "Gebiet wählen") == (
        "Karte: Anteil. 41 Gebiete, alle Werte stehen in der Liste „Gebiet wählen“."
    )


def test_labels_outside_stand_on_the_ground_and_inside_on_their_area(flaechen: list[Flaeche]) -> None:
    spec = karte(flaechen, GRENZEN, URL, titel="Anteil", modus="hell").spec
    zeilen = [z for z in spec["layer"][3]["data"]["values"] if "name" in z]
    assert [(z["anker"], z["farbe"], z["hof"]) for z in zeilen] == [
        ("center", HELL.klassentext[2], HELL.klassen[2]),
        ("center", HELL.text, HELL.grund),
        ("right", HELL.text, HELL.grund),
    ]


@pytest.mark.parametrize(
    ("status", "zustand", "wort"),
    [
        (Status.GEZEIGT, Zustand.KEINE_ANGABE, "k. A."),
        (Status.KEINE_ANGABE, Zustand.KEINE_ANGABE, "k. A."),
        (Status.GESCHUETZT, Zustand.GESCHUETZT, "geschützt"),
        (Status.NICHT_ANWENDBAR, Zustand.OHNE_EINWOHNER, "0 Einwohner"),
        (Status.NICHT_GELIEFERT, Zustand.NICHT_GELIEFERT, "liegt nicht vor"),
    ],
)
def test_an_area_without_number_says_why(status: Status, zustand: Zustand, wort: str) -> None:
    flaeche = Flaeche(0, "0", "Ort", None, 9, 51, status=status)
    assert klasse_oder_zustand(flaeche, GRENZEN) is zustand
    assert kartenwort(flaeche, GRENZEN, 1) == wort


def test_a_protected_count_has_a_class_once_it_is_a_number_and_a_range_before() -> None:
    klein = Flaeche(0, "0", "Ort", 5, 9, 51, von=1, bis=9, status=Status.GESCHUETZT)
    gross = replace(klein, wert=37, von=33, bis=41)
    grenzen = (10.0, 20.0, 30.0, 40.0)
    assert klasse_oder_zustand(klein, grenzen) is Zustand.GESCHUETZT
    assert kartenwort(klein, grenzen, 0) == "1 bis 9"
    assert klasse_oder_zustand(gross, grenzen) == 3
    assert kartenwort(gross, grenzen, 0) == "rund 37"


def test_only_the_states_that_occur_are_in_the_legend(flaechen: list[Flaeche]) -> None:
    assert zustaende(flaechen, GRENZEN) == (Zustand.GESCHUETZT, Zustand.OHNE_EINWOHNER)
    assert zustaende(flaechen[:1], GRENZEN) == ()


def test_only_nobody_living_there_tints_the_ground() -> None:
    gruende = {z: fuellung(z, HELL) for z in Zustand}
    assert gruende.pop(Zustand.OHNE_EINWOHNER) == HELL.ohne_einwohner
    assert set(gruende.values()) == {HELL.grund}
    assert schriftfarbe(Zustand.GESCHUETZT, HELL) == HELL.text


def test_the_legend_shows_borders_between_swatches_and_words_for_states() -> None:
    bild = legende(GRENZEN, [Zustand.GESCHUETZT, Zustand.KEINE_ANGABE], titel="je 1.000", modus="hell")
    assert bild.alt == ("Legende: je 1.000. Fünf Klassen mit den Grenzen 2,0; 2,5; 3,0; 3,5. Dazu: geschützt, k. A.")
    daten = [ebene["data"]["values"] for ebene in bild.spec["layer"]]
    assert [z["text"] for z in daten[1]] == ["2,0", "2,5", "3,0", "3,5"]
    assert [z["text"] for z in daten[2]] == ["geschützt", "k. A."]


@pytest.mark.parametrize(("grenzen", "platz"), [((1.0, 2.0, 3.0, 4.0), 36), ((50e3, 100e3, 150e3, 200e3), 54.3)])
def test_long_border_numbers_of_the_legend_get_room(grenzen: Grenzen, platz: float) -> None:
    bild = legende(grenzen, [], titel="A", modus="hell", stellen=0)
    (wert,) = [p["value"] for p in bild.spec["params"] if p["name"] == "klassenplatz"]
    assert wert == pytest.approx(platz)


def test_hatch_lines_of_the_legend_stay_inside_their_swatch() -> None:
    bild = legende(GRENZEN, [Zustand.GESCHUETZT], titel="A", modus="hell")
    striche = bild.spec["layer"][3]["data"]["values"]
    assert len(striche) == 8
    assert all(0 <= z[k] <= 1 for z in striche for k in ("x1", "x2", "y1", "y2"))
    assert legende(GRENZEN, [], titel="A", modus="hell").spec["layer"][3]["data"]["values"] == []


def test_names_give_way_below_the_scale_at_which_they_would_touch() -> None:
    a = Flaeche(0, "0", "abcdefghij", 1.0, 0.0, 0.0)
    b = replace(a, i=1, lon=math.degrees(1))
    # Ten letters of 7.3 px each, half of both labels between the points, 5 px may overlap.
    assert namensmassstab([a, b], ["1,0", "1,0"]) == pytest.approx(73 - 5)
    assert namensmassstab([a, replace(b, anker="start")], ["1,0", "1,0"]) == pytest.approx(36.5 - 5)
    assert namensmassstab([a], ["1,0"]) == 0


def test_labels_far_above_each_other_never_touch() -> None:
    a = Flaeche(0, "0", "abcdefghij", 1.0, 0.0, 0.0)
    b = replace(a, i=1, lat=math.degrees(math.atan(math.sinh(1))))
    assert namensmassstab([a, b], ["1,0", "1,0"]) == pytest.approx(32 - 5)


def test_a_map_of_many_areas_shows_values_only() -> None:
    viele = [Flaeche(n, str(n), "Ort", 1.0, n / 10, 51) for n in range(61)]
    assert namensmassstab(viele, ["1,0"] * 61) == math.inf
    werte = _parameter(karte(viele, GRENZEN, URL, titel="Anteil", modus="hell").spec)
    assert werte["namen_ab"] > 1e9
