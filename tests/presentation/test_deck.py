import json
import math
from dataclasses import replace
from typing import Any

import pytest

from models.vokabular import Status
from presentation.farben import DUNKEL, HELL, Modus
from presentation.maps.deck import EBENE, deck, geklickt, rgba
from presentation.maps.flaechen import Flaeche

GRENZEN = (2.0, 2.5, 3.0, 3.5)
KASTEN = (9.0, 51.0, 9.2, 51.2)


def _deck(flaechen: list[Flaeche], modus: Modus = "hell", **weiteres: Any) -> dict[str, Any]:
    bild = deck(flaechen, GRENZEN, "/geo/g.geojson", "/geo/s.geojson", KASTEN, titel="Anteil", modus=modus, **weiteres)
    ergebnis: dict[str, Any] = json.loads(bild.deck.to_json())
    return ergebnis


def _ebene(karte: dict[str, Any], name: str) -> dict[str, Any]:
    return next(ebene for ebene in karte["layers"] if ebene["id"].startswith(name))


@pytest.mark.parametrize("modus", ["hell", "dunkel"])
def test_nothing_comes_from_a_foreign_host(flaechen: list[Flaeche], modus: Modus) -> None:
    karte = _deck(flaechen, modus)
    assert "http" not in json.dumps(karte)
    assert "mapProvider" not in karte
    assert {e["data"] for e in karte["layers"] if e["@@type"] == "GeoJsonLayer"} == {"/geo/g.geojson", "/geo/s.geojson"}


def test_one_digit_per_area_picks_the_colour(flaechen: list[Flaeche]) -> None:
    fuellung = _ebene(_deck(flaechen), "flaechen")["_subLayerProps"]["polygons-fill"]
    assert fuellung["getFillColor"].endswith("[('257')[properties.i]]")
    farben = json.loads(fuellung["getFillColor"].removeprefix("@@=(").split(")[(")[0])
    assert farben[:5] == [rgba(f) for f in HELL.klassen]
    assert farben[7] == rgba(HELL.ohne_einwohner)
    assert fuellung["updateTriggers"] == {"getFillColor": "257"}


def test_hatch_is_visible_on_protected_areas_only(flaechen: list[Flaeche]) -> None:
    farbe = _ebene(_deck(flaechen, "dunkel"), "schraffur")["getLineColor"]
    farben = json.loads(farbe.removeprefix("@@=(").split(")[(")[0])
    assert [n for n, f in enumerate(farben) if f[3]] == [5]
    assert farben[5] == rgba(DUNKEL.schraffur)


def test_protected_values_are_not_in_the_message(flaechen: list[Flaeche]) -> None:
    text = json.dumps(_deck(flaechen))
    assert "9.87" not in text
    assert "9,88" not in text


def test_the_chosen_area_has_an_outline_in_two_colours(flaechen: list[Flaeche]) -> None:
    karte = _deck(flaechen, gewaehlt="00000001")
    unten, oben = (next(e for e in karte["layers"] if e["id"] == name) for name in ("umriss_grund", "umriss"))
    assert (unten["getLineWidth"], oben["getLineWidth"]) == (6, 3)
    assert karte["layers"].index(unten) < karte["layers"].index(oben)
    assert oben["getLineColor"] == f"@@=properties.i == 1 ? ({rgba(HELL.bezug)}) : ([0, 0, 0, 0])"


def test_only_an_invisible_layer_takes_clicks_and_its_name_follows_the_choice(flaechen: list[Flaeche]) -> None:
    """Guards against Streamlit paling all other areas after a click, and against a click that does not count."""
    for gewaehlt, nummer in ((None, -1), ("00000002", 2)):
        karte = _deck(flaechen, gewaehlt=gewaehlt)
        klickbar = [e for e in karte["layers"] if e.get("pickable")]
        assert [e["id"] for e in klickbar] == [f"{EBENE}_{nummer}"]
        assert klickbar[0]["_subLayerProps"]["polygons-fill"]["getFillColor"] == [0, 0, 0, 0]
    assert not [e for e in karte["layers"] if "getFillColor" in e or "getColor" in e]


def test_a_click_names_its_area_and_nothing_names_none() -> None:
    objekt = {"type": "Feature", "properties": {"gebiet": "06636011", "i": 10}}
    assert geklickt({"objects": {"gebiete_2": [objekt]}}) == "06636011"
    assert geklickt({"objects": {"andere": [objekt]}}) is None
    assert geklickt({"objects": {"gebiete_2": []}}) is None
    assert geklickt({"indices": {}, "objects": {}}) is None


def test_labels_carry_name_and_value_with_a_halo_of_their_own_area(flaechen: list[Flaeche]) -> None:
    karte = _deck(flaechen)
    schrift = {e["id"]: e for e in karte["layers"] if e["@@type"] == "TextLayer"}
    werte = schrift[f"schrift_700_{HELL.klassen[2][1:]}"]
    assert [z["text"] for z in werte["data"]] == ["2,7"]
    assert werte["outlineColor"] == rgba(HELL.klassen[2])
    assert werte["getSize"] == 14
    assert werte["fontFamily"].startswith("IBM Plex Sans")
    assert werte["characterSet"] == "auto"
    aussen = schrift[f"schrift_500_{HELL.grund[1:]}"]
    assert [z["text"] for z in aussen["data"]] == ["Kleindorf", "Gutsbezirk"]


def test_a_small_view_keeps_values_and_drops_names() -> None:
    eng = [Flaeche(n, str(n), "Langenfelden", 2.7, 9.0 + n / 50, 51.0) for n in range(3)]
    texte = [z["text"] for e in _deck(eng, breite=120)["layers"] if e["@@type"] == "TextLayer" for z in e["data"]]
    assert texte == ["2,7", "2,7", "2,7"]


def test_the_view_shows_the_whole_box_and_does_not_follow_the_values(flaechen: list[Flaeche]) -> None:
    ansicht = _deck(flaechen, breite=560, hoehe=560)["initialViewState"]
    assert ansicht["longitude"] == pytest.approx(9.1)
    assert 51.0 < ansicht["latitude"] < 51.2
    # 0.2 degrees of latitude are taller than wide on the screen: the height decides.
    hoehe = math.log(math.tan(math.pi / 4 + math.radians(51.2) / 2)) - math.log(
        math.tan(math.pi / 4 + math.radians(51.0) / 2)
    )
    assert 512 * 2 ** ansicht["zoom"] / (2 * math.pi) * hoehe == pytest.approx(560 - 28, rel=0.001)
    anders = [replace(f, wert=1.0, status=Status.GEZEIGT) for f in flaechen]
    assert _deck(anders, gewaehlt="00000000")["initialViewState"] == ansicht


def test_a_wheel_scrolls_the_page_and_the_map_does_not_turn(flaechen: list[Flaeche]) -> None:
    (blick,) = _deck(flaechen)["views"]
    assert blick["@@type"] == "MapView"
    assert blick["controller"]["scrollZoom"] is False
    assert blick["controller"]["dragRotate"] is False
    assert blick["controller"]["touchRotate"] is False


def test_a_message_for_a_kreis_stays_below_fifteen_kilobytes() -> None:
    kreis = [Flaeche(n, f"066360{n:02}", "Hessisch Lichtenau", 1 + n / 5, 9 + n / 3, 51 + n / 9) for n in range(17)]
    bild = deck(kreis, GRENZEN, "/geo/g", "/geo/s", (9, 51, 15, 53), titel="Anteil", modus="hell", breite=5000)
    assert len(bild.deck.to_json()) < 15_000
    assert "\n" not in bild.deck.to_json()
    assert bild.alt.startswith("Karte: Anteil. Hessisch Lichtenau 1,0;")
