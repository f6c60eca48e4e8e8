import json

import pytest
from shapely.geometry import shape

from data_access.grenzen import KeineGrenzenError, gemeindezuordnung, raumgrenzen
from data_access.nachbarschaft import kanten_json, nachbarn

UNNA = gemeindezuordnung(["05978"])
NAMEN = {name: ags for ags, _, name in UNNA}


def test_gemeinden_that_share_a_border_are_neighbours_both_ways() -> None:
    alle = nachbarn(UNNA)
    assert alle[NAMEN["Schwerte"]] == {NAMEN["Holzwickede"]}
    assert alle[NAMEN["Bergkamen"]] == {NAMEN["Lünen"], NAMEN["Werne"], NAMEN["Kamen"]}
    assert all(a in alle[b] for a, andere in alle.items() for b in andere)


def test_the_lines_together_are_the_borders_and_carry_the_numbers_of_both_sides() -> None:
    linien = json.loads(kanten_json(UNNA))["features"]
    gebiete = raumgrenzen(UNNA)["features"]
    umfang = sum(shape(g["geometry"]).length for g in gebiete)
    je_seite = sum(shape(f["geometry"]).length * (1 if f["properties"]["b"] < 0 else 2) for f in linien)
    assert je_seite == pytest.approx(umfang, rel=1e-3)
    assert {f["properties"]["a"] for f in linien} == set(range(len(gebiete)))
    assert "name" not in linien[0]["properties"]


def test_without_boundaries_there_are_no_neighbours() -> None:
    with pytest.raises(KeineGrenzenError):
        nachbarn([("99999999", "x", "X")])
