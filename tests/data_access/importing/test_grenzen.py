import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.importing import geodatei
from data_access.importing.gelesen import Gelesen, Register
from data_access.importing.lesen import lies, pruefe_art
from tests.data_access.importing.geowerkzeug import geojson, gpkg, quadrat, shapefile
from tests.data_access.importing.werkzeug import KEIN_REGISTER, gruende

QUELLE = {"quelle": "© GeoBasis-DE / BKG 2016 (Daten verändert)"}
A, B = (
    {"AGS": "05978004", "GEN": "Altdorf", "WSK": "2015/01/01"},
    {"AGS": "05978008", "GEN": "Berg", "WSK": "2016/01/01"},
)
ZWEI = [(quadrat(0, 0, 4), A), (quadrat(4, 0, 4), B)]


def grenzen(inhalt: bytes, register: Register = KEIN_REGISTER, **antworten: str) -> Gelesen:
    return lies(inhalt, "grenzen", register, antworten={**QUELLE, **antworten})


def formen(gelesen: Gelesen) -> dict[str, Any]:
    assert gelesen.grenzen is not None, gelesen.befund.als_objekt()
    return {ags: shapely.from_wkb(wkb) for ags, wkb in gelesen.grenzen.select("ags", "geometrie").iter_rows()}


def test_areas_are_measured_and_described() -> None:
    gelesen = grenzen(geojson(ZWEI))
    befund = gelesen.befund
    assert (befund.profil, befund.status, befund.zeilen, befund.stichtage) == ("grenzen", "ok", 2, ("2016-01-01",))
    # The scale of UTM 32 is 0.9997 here: 16 km² on its grid are 16.01 km² on the ground.
    assert befund.summen["gemeinde"]["flaeche_km2"] == pytest.approx(32.02, abs=0.02)
    assert gelesen.register is not None
    assert gelesen.register.select("ags", "name", "ebene").rows()[0] == ("05978004", "Altdorf", "gemeinde")


@pytest.mark.parametrize("crs", [4326, 25832, 25833, 31467, 3857])
def test_every_projection_and_format_gives_the_same_areas_within_a_metre(crs: int, tmp_path: Path) -> None:
    soll = formen(grenzen(geojson(ZWEI)))
    dateien = [gpkg(tmp_path, ZWEI, crs), shapefile(tmp_path, ZWEI, crs, unter="vg250/ebenen/")]
    if crs != 3857:
        dateien.append(geojson(ZWEI, crs, nennen=f"urn:ogc:def:crs:EPSG::{crs}", gepackt=True))
    for datei in dateien:
        ist = formen(grenzen(datei))
        assert ist.keys() == soll.keys()
        for ags, form in ist.items():
            meter = 111_000 * shapely.hausdorff_distance(form, soll[ags])
            assert meter < 1


@settings(max_examples=15, deadline=None)
@given(st.floats(0, 20), st.floats(0, 20), st.floats(0.5, 5), st.sampled_from([25832, 25833, 31467]))
def test_no_projection_moves_an_area(x: float, y: float, seite: float, crs: int) -> None:
    gebiet = [(quadrat(x, y, seite), A)]
    in_grad, anders = grenzen(geojson(gebiet)), grenzen(geojson(gebiet, crs, nennen=f"EPSG:{crs}"))
    a, b = formen(in_grad)["05978004"], formen(anders)["05978004"]
    assert 111_000 * shapely.hausdorff_distance(a, b) < 1


def test_a_file_without_definition_is_asked_about(tmp_path: Path) -> None:
    ohne = shapefile(tmp_path, ZWEI, ohne=(".prj",))
    befund = grenzen(ohne).befund
    assert (befund.status, befund.fragen[0].schluessel) == ("rueckfrage", "crs")
    assert "EPSG:25832" in befund.fragen[0].auswahl
    assert formen(grenzen(ohne, crs="EPSG:25832")).keys() == {"05978004", "05978008"}
    assert grenzen(geojson(ZWEI, 25832)).befund.fragen[0].schluessel == "crs"
    assert "nicht in Deutschland" in gruende(grenzen(ohne, crs="EPSG:31467"))


def test_day_and_credit_are_asked_for_where_the_file_is_silent() -> None:
    ohne_tag = geojson([(quadrat(0, 0), {"RS": "059780004004"})])
    fragen = [f.schluessel for f in lies(ohne_tag, "x", KEIN_REGISTER).befund.fragen]
    assert fragen == ["stichtag", "quelle"]
    gelesen = grenzen(ohne_tag, stichtag="2021-01-01")
    assert (gelesen.befund.stichtage, list(formen(gelesen))) == (("2021-01-01",), ["05978004"])
    assert grenzen(ohne_tag, stichtag="2021-01-01", quelle="![x](http://a)").befund.status == "abgelehnt"


def test_parts_of_one_key_become_one_area_and_holes_stay() -> None:
    mit_loch = quadrat(0, 0, 4).difference(quadrat(1, 1))
    exklave = quadrat(10, 10)
    wasser = quadrat(20, 20)
    gelesen = grenzen(geojson([(mit_loch, {**A, "GF": 4}), (exklave, {**A, "GF": 4}), (wasser, {**A, "GF": 2})]))
    form = formen(gelesen)["05978004"]
    assert shapely.get_num_geometries(form) == 2
    assert sum(len(teil.interiors) for teil in shapely.get_parts(form)) == 1
    assert all(teil.exterior.is_ccw for teil in shapely.get_parts(form))


def test_nested_collections_are_unfolded() -> None:
    a, b = (json.loads(geojson([gebiet])) for gebiet in ZWEI)
    assert formen(grenzen(json.dumps([a, [b]]).encode())).keys() == {"05978004", "05978008"}


def test_a_crossed_outline_is_healed_and_said() -> None:
    schleife = shapely.Polygon([(400e3, 5700e3), (402e3, 5702e3), (402e3, 5700e3), (400e3, 5702e3)])
    gelesen = grenzen(geojson([(schleife, A)]))
    assert shapely.is_valid(formen(gelesen)["05978004"])
    assert any("ungültig" in w for w in gelesen.befund.warnungen)


def test_areas_that_overlap_are_refused_and_slivers_reported() -> None:
    gross = grenzen(geojson([(quadrat(0, 0, 4), A), (quadrat(3, 0, 4), B)]))
    grund = gruende(gross)
    assert "Altdorf (05978004) und Berg (05978008) überschneiden sich auf 4,00 km²" in grund
    klein = grenzen(geojson([(quadrat(0, 0, 4), A), (quadrat(3.99, 0, 4), B)]))
    assert klein.befund.status == "ok"
    assert any("1 Nachbarn überschneiden" in w for w in klein.befund.warnungen)


def test_the_drawn_area_is_compared_with_the_official_one() -> None:
    register = Register(frozenset({"05978004"}), frozenset({"05978"}), {"05978004": 17.0, "05978008": 16.2})
    (warnung,) = [w for w in grenzen(geojson(ZWEI), register).befund.warnungen if "amtlichen" in w]
    assert "Altdorf 16,01 statt 17,00 km²" in warnung
    assert "Berg" not in warnung


def test_a_key_that_is_no_more_is_explained() -> None:
    satz = "Beerfelden (06437002) ging 2018 in Oberzent (06437016) auf."
    register = Register(frozenset({"06437016"}), frozenset({"06437"}), {}, {"06437002": satz})
    gelesen = grenzen(
        geojson([(quadrat(0, 0), {"AGS": "06437002"}), (quadrat(1, 0), {"AGS": "06437099"})]),
        register,
        stichtag="2016-01-01",
    )
    assert satz in gelesen.befund.warnungen
    assert gelesen.befund.schluessel_unbekannt == ("06437099",)


@pytest.mark.parametrize(
    ("inhalt", "teil"),
    [
        (b'{"type":"FeatureCollection","features":[]}', "keine Fläche mit einem amtlichen Schlüssel"),
        (b'{"type":"FeatureCollection","features":[', "beschädigt"),
        (
            b'[{"type":"Feature","properties":{"AGS":"05978004"},"geometry":{"type":"Polygon","coordinates":[1]}}]',
            "Fläche Nummer 1",
        ),
        (b'{"features":' + b"[" * 100_000, "beschädigt"),
        (b"SQLite format 3\x00" + b"\x00" * 52 + b"GPKG" + b"\x01" * 500, "GeoPackage ist beschädigt"),
    ],
)
def test_broken_files_are_refused_with_the_reason(inhalt: bytes, teil: str) -> None:
    assert teil in gruende(grenzen(inhalt))


def test_bombs_are_not_unpacked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(geodatei, "MAX_ENTPACKT", 2000)
    viele = [(quadrat(n, 0), {**A, "AGS": f"05978{n:03d}"}) for n in range(40)]
    assert "größer als" in gruende(grenzen(geojson(viele, gepackt=True)))
    assert "größer als" in gruende(grenzen(shapefile(tmp_path, viele)))
    assert ".dbf" in gruende(grenzen(_ohne_dbf()))


def _ohne_dbf() -> bytes:
    strom = io.BytesIO()
    with zipfile.ZipFile(strom, "w") as archiv:
        archiv.writestr("a/gem.shp", b"")
        archiv.writestr("a/gem.shx", b"")
    return strom.getvalue()


def test_boundaries_under_another_kind_are_refused_by_name() -> None:
    grund = gruende(pruefe_art(grenzen(geojson(ZWEI)), "einwohner"))
    assert grund.startswith("Das ist eine Datei mit Gebietsgrenzen")


def test_changes_of_territory_are_a_table_of_their_own() -> None:
    zeilen = (
        "alt_ags;alt_name;neu_ags;neu_name;art;datum",
        "06437002;Beerfelden;06437016;Oberzent;Zusammenschluss;2018-01-01",
        "06432015;Münster;06432015;Münster (Hessen);Namensänderung;2017-03-28",
    )
    gelesen = grenzen("\n".join(zeilen).encode())
    assert (gelesen.befund.profil, gelesen.art) == ("gebietsaenderungen", "grenzen")
    assert gelesen.gebietsaenderungen is not None
    assert gelesen.gebietsaenderungen.select("alt_ags", "neu_ags").rows() == [("06437002", "06437016")]
