import json
from typing import Any

from data_access.grenzen import beschriftungen, gemeindezuordnung
from models.schnitt import Schnitt
from presentation.farben import DUNKEL, HELL, Modus
from presentation.maps.deck import EBENE, geklickt, rgba
from presentation.maps.schnitt import LUECKE, Adressen, schnittkarte

ORTE = beschriftungen(gemeindezuordnung(["05978"]))
AGS = [o.gebiet for o in ORTE]
SCHNITT = Schnitt((("nord", "Raum Nord"), ("sued", "Raum Süd")), ((AGS[0], "nord"), (AGS[1], "nord"), (AGS[2], "sued")))
KASTEN = (7.4, 51.4, 7.9, 51.8)


def _karte(schnitt: Schnitt = SCHNITT, modus: Modus = "hell", aktiv: str = "nord") -> tuple[dict[str, Any], str]:
    bild = schnittkarte(
        schnitt,
        ORTE,
        beschriftungen(schnitt.zeilen) if schnitt.zeilen else [],
        Adressen("/geo/g", "/geo/s", "/geo/k"),
        KASTEN,
        titel="Planungsräume",
        modus=modus,
        aktiv=aktiv,
        schritt=7,
        breite=640,
    )
    return json.loads(bild.deck.to_json()), bild.alt


def _ebene(karte: dict[str, Any], name: str) -> dict[str, Any]:
    return next(e for e in karte["layers"] if e["id"] == name)


def test_geometry_comes_by_url_and_one_letter_a_gemeinde_says_where_it_lies() -> None:
    karte, _ = _karte()
    assert {e["data"] for e in karte["layers"] if e["@@type"] == "GeoJsonLayer"} == {"/geo/g", "/geo/s", "/geo/k"}
    kette = _ebene(karte, "grenzen")["_subLayerProps"]["linestrings"]["updateTriggers"]["getColor"]
    assert len(kette) == len(ORTE)
    assert kette[0] == kette[1] != kette[2]
    assert set(kette[3:]) == {LUECKE}
    assert len(json.dumps(karte)) < 20_000


def test_planungsraeume_are_told_apart_without_colour() -> None:
    """By thick lines where the letters differ, by names, and gaps by hatching."""
    for modus, farben in (("hell", HELL), ("dunkel", DUNKEL)):
        karte, _ = _karte(modus=modus)  # type: ignore[arg-type]
        grenze = _ebene(karte, "grenzen")
        assert "[properties.a] == (" in grenze["getLineColor"]
        assert str(rgba(farben.text)) in grenze["getLineColor"]
        assert grenze["getLineWidth"] > _ebene(karte, "flaechen")["getLineWidth"]
        schrift = [z["text"] for e in karte["layers"] if e["@@type"] == "TextLayer" for z in e["data"]]
        assert {"Raum Nord", "Raum Süd"} <= set(schrift)
        offen = _ebene(karte, "schraffur")["_subLayerProps"]["linestrings"]["updateTriggers"]["getColor"]
        assert offen == "0001111111"


def test_only_the_invisible_layer_takes_clicks_and_its_name_follows_the_step() -> None:
    karte, _ = _karte()
    assert [e["id"] for e in karte["layers"] if e.get("pickable")] == [f"{EBENE}_7"]
    assert geklickt({"objects": {f"{EBENE}_7": [{"properties": {"gebiet": AGS[4]}}]}}) == AGS[4]


def test_the_text_alternative_names_every_gemeinde_or_the_list_that_does() -> None:
    _, alt = _karte()
    assert alt.startswith(f"Karte: Planungsräume. Raum Nord: {ORTE[0].name}, {ORTE[1].name}; Raum Süd: {ORTE[2].name};")
    assert f"in keinem Planungsraum: {ORTE[3].name}" in alt
    viele = Schnitt(tuple((f"r{n}", f"R {n}") for n in range(41)), ())
    assert "41 Planungsräume, ihre Gemeinden stehen in der Liste" in _karte(viele)[1]
