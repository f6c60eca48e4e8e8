"""Regions, example Planungsräume and areas of the demonstration."""

import gzip
import json
from datetime import date

import pytest
from shapely import Geometry
from shapely.geometry import shape

from data_access.demo.gebiete import andere_kreise, gebiete
from data_access.demo.quellen import gemeinden
from data_access.demo.regionen import EINTEILUNGEN, REGIONEN, TRAEGER
from data_access.einstellungen import PROJEKT
from models.vokabular import Ebene

GRENZEN = PROJEKT / "daten" / "grenzen" / "gemeinden_genau.geojson.gz"
JE_EINTEILUNG = pytest.mark.parametrize("einteilung", list(EINTEILUNGEN))


def test_both_regions_name_a_known_kreis_traeger_and_einteilung() -> None:
    assert {(r.slug, r.kreis_ags, r.land_ags, TRAEGER[r.traeger_id].kurz) for r in REGIONEN.values()} == {
        ("kreis-unna", "05978", "05", "LWL"),
        ("werra-meissner-kreis", "06636", "06", "LWV Hessen"),
    }
    for region in REGIONEN.values():
        assert EINTEILUNGEN[region.einteilung].region == region.slug


@JE_EINTEILUNG
def test_an_example_einteilung_covers_every_gemeinde_once_and_says_that_it_is_an_example(einteilung: str) -> None:
    e = EINTEILUNGEN[einteilung]
    assert "Beispiel" in e.name
    ags = [a for raum in e.planungsraeume for a in raum.ags]
    assert sorted(ags) == [g.ags for g in gemeinden(REGIONEN[e.region].kreis_ags)]
    assert len({raum.id for raum in e.planungsraeume}) == len(e.planungsraeume) >= 3


def _flaechen() -> dict[str, Geometry]:
    sammlung = json.loads(gzip.decompress(GRENZEN.read_bytes()))
    return {f["properties"]["ags"]: shape(f["geometry"]) for f in sammlung["features"]}


@JE_EINTEILUNG
def test_the_gemeinden_of_a_planungsraum_lie_next_to_each_other(einteilung: str) -> None:
    flaechen = _flaechen()
    for raum in EINTEILUNGEN[einteilung].planungsraeume:
        erreicht = {raum.ags[0]}
        rest = set(raum.ags[1:])
        while nachbarn := {r for r in rest for e in erreicht if flaechen[r].intersection(flaechen[e]).length > 0.001}:
            erreicht |= nachbarn
            rest -= nachbarn
        assert not rest, (raum.id, rest)


def test_the_areas_are_27_gemeinden_2_kreise_and_2_laender() -> None:
    alle = gebiete()
    je_ebene = {ebene: [g for g in alle if g.ebene == ebene] for ebene in (Ebene.LAND, Ebene.KREIS, Ebene.GEMEINDE)}
    assert {ebene: len(saetze) for ebene, saetze in je_ebene.items()} == {
        Ebene.LAND: 2,
        Ebene.KREIS: 2,
        Ebene.GEMEINDE: 27,
    }
    assert len({g.ags for g in alle}) == 31
    assert {(g.ags, g.flaeche_km2) for g in je_ebene[Ebene.KREIS]} == {("05978", 543.21), ("06636", 1024.84)}
    assert all(g.kreis == g.ags[:5] and g.ars.startswith(g.ags[:5]) for g in je_ebene[Ebene.GEMEINDE])
    assert all(g.gueltig_von <= date(2016, 12, 31) and g.gueltig_bis is None for g in alle)


def test_an_area_carries_its_shown_and_its_official_name() -> None:
    je_ags = {g.ags: g for g in gebiete()}
    assert (je_ags["05978028"].name, je_ags["05978028"].name_amtlich) == (
        "Schwerte",
        "Schwerte, Hansestadt an der Ruhr",
    )
    assert je_ags["05978028"].ars == "059780028028"
    assert (je_ags["05978"].name, je_ags["05978"].name_amtlich) == ("Kreis Unna", "Unna")


def test_no_other_kreis_is_one_of_the_two_regions() -> None:
    andere = andere_kreise()
    assert {"05913", "05915", "06611", "16063"} <= set(andere)
    assert not set(andere) & {r.kreis_ags for r in REGIONEN.values()}
    assert all(len(ags) == 5 and ags.isdigit() and name for ags, name in andere.items())
