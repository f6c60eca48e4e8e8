import csv
import gzip
import itertools
import json
import math
from pathlib import Path

import pytest
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from data_access import grenzen
from data_access.grenzen import Sammlung

WURZEL = Path(__file__).resolve().parents[2]
KREISE = ("05978", "06636")
NORD_SUED = [(ags, "r2" if ags < "06636009" else "r1", "x") for ags, _, _ in grenzen.gemeindezuordnung(["06636"])]

# Advance widths of IBM Plex Sans Regular in thousandths of the type size; SemiBold is taken 6 % wider.
SCHMAL, MITTEL, BREIT = "fijlrt-. ", "aceksuvzäößJ", "mMwW"


def form(feature: Sammlung) -> BaseGeometry:
    return shape(feature["geometry"])


def formen(sammlung: Sammlung) -> dict[str, BaseGeometry]:
    return {f["properties"]["gebiet"]: form(f) for f in sammlung["features"]}


def genau() -> list[Sammlung]:
    datei = WURZEL / "daten" / "grenzen" / "gemeinden_genau.geojson.gz"
    features: list[Sammlung] = json.loads(gzip.decompress(datei.read_bytes()))["features"]
    return features


def loecher(flaeche: BaseGeometry) -> int:
    return sum(len(teil.interiors) for teil in shapely.get_parts(flaeche))


def textbreite(text: str, groesse: float) -> float:
    je_zeichen = {**dict.fromkeys(SCHMAL, 340), **dict.fromkeys(MITTEL, 550), **dict.fromkeys(BREIT, 880)}
    return sum(je_zeichen.get(z, 610) for z in text) / 1000 * groesse


def test_the_27_areas_are_there_numbered_by_key() -> None:
    features = grenzen.gemeindegrenzen(KREISE)["features"]
    schluessel = [f["properties"]["gebiet"] for f in features]
    assert len(schluessel) == 27
    assert schluessel == sorted(schluessel)
    assert [f["properties"]["i"] for f in features] == list(range(27))
    assert features[0]["properties"] == {"gebiet": "05978004", "name": "Bergkamen", "i": 0}
    assert grenzen.gemeindegrenzen(["05978"])["features"][-1]["properties"]["name"] == "Werne"


def test_parts_and_holes_survive_the_simplification() -> None:
    flaechen = formen(grenzen.gemeindegrenzen(KREISE))
    teile = {ags: shapely.get_num_geometries(f) for ags, f in flaechen.items()}
    assert {ags: n for ags, n in teile.items() if n > 1} == {"06636004": 7, "06636016": 2}
    assert {ags: loecher(f) for ags, f in flaechen.items() if loecher(f)} == {"06636200": 7}


def test_the_exact_file_has_the_same_parts_and_rfc_7946_winding() -> None:
    teile = {f["properties"]["ags"]: form(f) for f in genau()}
    assert {ags: shapely.get_num_geometries(f) for ags, f in teile.items() if f.geom_type != "Polygon"} == {
        "06636004": 7,
        "06636016": 2,
    }
    assert all(p.exterior.is_ccw for f in teile.values() for p in shapely.get_parts(f))
    assert genau()[0]["properties"] == {"ags": "05978004", "ars": "059780004004", "name": "Bergkamen"}


def test_outer_rings_for_the_screen_run_clockwise() -> None:
    for sammlung in (
        grenzen.gemeindegrenzen(KREISE),
        grenzen.kreisgrenze("06636"),
        grenzen.raumgrenzen(NORD_SUED),
    ):
        for flaeche in formen(sammlung).values():
            assert not any(teil.exterior.is_ccw for teil in shapely.get_parts(flaeche))


def test_neighbours_do_not_overlap_and_every_area_is_valid() -> None:
    flaechen = formen(grenzen.gemeindegrenzen(KREISE))
    assert all(f.is_valid for f in flaechen.values())
    assert max(a.intersection(b).area for a, b in itertools.combinations(flaechen.values(), 2)) == 0


def test_the_kreis_is_one_piece_and_keeps_its_real_hole() -> None:
    unna, werra = (formen(grenzen.kreisgrenze(k))[k] for k in KREISE)
    assert (unna.geom_type, loecher(unna)) == ("Polygon", 0)
    assert (werra.geom_type, loecher(werra)) == ("Polygon", 1)
    assert grenzen.kreisgrenze("05978")["features"][0]["properties"] == {
        "gebiet": "05978",
        "name": "Kreis Unna",
        "i": 0,
    }


@pytest.mark.parametrize("kreis", KREISE)
def test_dissolved_areas_make_up_exactly_the_kreis(kreis: str) -> None:
    zuordnung = [(ags, f"raum-{int(ags) % 3}", "Raum") for ags, _, _ in grenzen.gemeindezuordnung([kreis])]
    raeume = formen(grenzen.raumgrenzen(zuordnung))
    vereint = shapely.union_all(list(raeume.values()))
    assert len(raeume) == 3
    assert vereint.symmetric_difference(formen(grenzen.kreisgrenze(kreis))[kreis]).area == 0
    assert sum(f.area for f in raeume.values()) == pytest.approx(vereint.area, rel=1e-12)


def test_dissolved_areas_are_numbered_by_their_id() -> None:
    eigenschaften = [f["properties"] for f in grenzen.raumgrenzen(NORD_SUED)["features"]]
    assert [(p["gebiet"], p["i"]) for p in eigenschaften] == [("r1", 0), ("r2", 1)]


def test_what_has_no_boundary_is_named_and_the_rest_is_drawn() -> None:
    darmstadt = ("06411000", "06411000", "Darmstadt")
    with pytest.raises(grenzen.KeineGrenzenError, match="keine Grenzen"):
        grenzen.raumgrenzen([darmstadt])
    zuordnung = [darmstadt, *grenzen.gemeindezuordnung(["05978"])]
    assert len(grenzen.raumgrenzen(zuordnung)["features"]) == 10
    assert grenzen.ohne_grenzen(zuordnung, grenzen.mitgelieferter()) == ["Darmstadt"]
    with pytest.raises(grenzen.KeineGrenzenError, match="06411"):
        grenzen.kreisgrenze("06411")


def test_a_gemeinde_in_two_areas_is_refused() -> None:
    with pytest.raises(ValueError, match="05978004 steht in zwei Gebieten"):
        grenzen.raumgrenzen([("05978004", "a", "A"), ("05978004", "b", "B")])


def test_drawn_areas_lie_within_three_percent_of_the_official_ones() -> None:
    bauen = pytest.importorskip("scripts.grenzen_bauen")
    gezeichnet = bauen.flaechen_genau_km2(genau())
    with (WURZEL / "daten" / "referenz" / "gemeinden_27.csv").open(encoding="utf-8", newline="") as datei:
        amtlich = {zeile["ags"]: float(zeile["flaeche_km2"]) for zeile in csv.DictReader(datei)}
    assert gezeichnet.keys() == amtlich.keys()
    assert all(math.isclose(gezeichnet[ags], amtlich[ags], rel_tol=0.03) for ags in amtlich)
    assert gezeichnet["05978004"] == pytest.approx(43.92, abs=0.01)


def test_the_simplified_shape_keeps_the_area_within_three_percent() -> None:
    einfach = formen(grenzen.gemeindegrenzen(KREISE))
    for feature in genau():
        ags = feature["properties"]["ags"]
        assert einfach[ags].area == pytest.approx(form(feature).area, rel=0.03), ags


def test_the_files_stay_small() -> None:
    assert (WURZEL / "daten" / "grenzen" / "gemeinden.geojson").stat().st_size <= 60_000
    for kreis in KREISE:
        zuordnung = grenzen.gemeindezuordnung([kreis])
        assert len(gzip.compress(grenzen.grenzen_json(zuordnung))) <= 10_000
        assert len(gzip.compress(grenzen.schraffur_json(zuordnung))) <= 10_000


def test_what_is_served_is_what_is_drawn() -> None:
    zuordnung = grenzen.gemeindezuordnung(["05978"])
    gezeichnet = json.loads(json.dumps(grenzen.gemeindegrenzen(["05978"])))
    assert json.loads(grenzen.grenzen_json(zuordnung)) == gezeichnet
    assert json.loads(grenzen.schraffur_json(zuordnung)) == json.loads(json.dumps(grenzen.schraffur(gezeichnet)))


@pytest.mark.parametrize("kreis", KREISE)
def test_hatch_lines_stay_inside_their_area(kreis: str) -> None:
    sammlung = grenzen.gemeindegrenzen([kreis])
    linien = grenzen.schraffur(sammlung)["features"]
    assert [f["properties"] for f in linien] == [f["properties"] for f in sammlung["features"]]
    for strich, flaeche in zip(linien, sammlung["features"], strict=True):
        assert len(strich["geometry"]["coordinates"]) >= 5
        assert form(strich).difference(form(flaeche).buffer(2e-5)).length == 0


def test_hatch_lines_stand_seven_and_a_half_pixels_apart() -> None:
    sammlung = grenzen.kreisgrenze("05978")
    west, sued, ost, nord = grenzen.grenzkasten(sammlung)
    stauchung = math.cos(math.radians((sued + nord) / 2))
    pixel = max((ost - west) * stauchung, nord - sued) / grenzen.KARTENBREITE
    striche = grenzen.schraffur(sammlung)["features"][0]["geometry"]["coordinates"]
    # Distance from the origin of each rising line, in design pixels.
    lagen = sorted({round((y - stauchung * x) / math.sqrt(2) / pixel, 1) for (x, y), _ in striche})
    abstaende = {round(b - a, 1) for a, b in itertools.pairwise(lagen) if b - a > 0.3}
    assert all(abs(a - grenzen.SCHRAFFURSCHRITT) < 0.3 for a in abstaende)
    assert len(lagen) > 50


def test_the_box_holds_every_corner() -> None:
    assert grenzen.grenzkasten(grenzen.kreisgrenze("05978")) == (7.4078, 51.3858, 7.8497, 51.7363)
    assert grenzen.grenzkasten(grenzen.schraffur(grenzen.kreisgrenze("05978")))[0] >= 7.4078


def test_every_gemeinde_has_a_label_in_the_order_of_the_areas() -> None:
    zuordnung = grenzen.gemeindezuordnung(KREISE)
    namen = {b.gebiet: b.name for b in grenzen.beschriftungen(zuordnung)}
    assert list(namen) == [f["properties"]["gebiet"] for f in grenzen.raumgrenzen(zuordnung)["features"]]
    assert namen["06636001"] == "Bad Sooden-A."


def test_labels_stand_in_their_area_or_outside_all() -> None:
    flaechen = formen(grenzen.gemeindegrenzen(KREISE))
    alle = shapely.union_all(list(flaechen.values()))
    for b in grenzen.beschriftungen(grenzen.gemeindezuordnung(KREISE)):
        punkt = shapely.Point(b.lon, b.lat)
        if b.anker == "middle":
            assert flaechen[b.gebiet].contains(punkt), b
        else:
            assert b.anker in {"start", "end"}
            assert not alle.contains(punkt), b


def test_a_dissolved_area_is_labelled_in_its_inside_with_its_own_name() -> None:
    zuordnung = [(ags, raum, f"Raum {raum}") for ags, raum, _ in NORD_SUED]
    flaechen = formen(grenzen.raumgrenzen(zuordnung))
    for b in grenzen.beschriftungen(zuordnung):
        assert flaechen[b.gebiet].contains(shapely.Point(b.lon, b.lat))
        assert (b.name, b.anker) == (f"Raum {b.gebiet}", "middle")


@pytest.mark.parametrize("hoehe", [480, 520, 560])
@pytest.mark.parametrize("kreis", KREISE)
def test_labels_of_two_lines_do_not_overlap_at_the_design_width(kreis: str, hoehe: int) -> None:
    west, sued, ost, nord = grenzen.grenzkasten(grenzen.kreisgrenze(kreis))

    def mercator(lat: float) -> float:
        return math.degrees(math.asinh(math.tan(math.radians(lat))))

    rand, breite = 10, grenzen.KARTENBREITE
    massstab = min((breite - 2 * rand) / (ost - west), (hoehe - 2 * rand) / (mercator(nord) - mercator(sued)))
    kaesten = []
    for b in grenzen.beschriftungen(grenzen.gemeindezuordnung([kreis])):
        wert = "0 Einwohner" if b.gebiet == "06636200" else "geschützt"
        weite = max(textbreite(b.name, 14), 1.06 * textbreite(wert, 14))
        x = breite / 2 + massstab * (b.lon - (west + ost) / 2)
        y = hoehe / 2 - massstab * (mercator(b.lat) - (mercator(sued) + mercator(nord)) / 2)
        links = x - weite * {"start": 0, "middle": 0.5, "end": 1}[b.anker]
        kaesten.append((b.name, shapely.box(links, y - 17, links + weite, y + 17)))
    karte = shapely.box(0, 0, breite, hoehe)
    assert all(karte.contains(kasten) for _, kasten in kaesten)
    treffer = [(n, m) for (n, a), (m, b) in itertools.combinations(kaesten, 2) if a.intersection(b).area > 0]
    assert treffer == []
