"""Which one area a link means."""

import pytest

from analysis.gebietswahl import loese_gebiet_auf, nachbarn, ort_der, orte
from tests.von_hand import ALTDORF, CELL, FORST, KREIS, T23, T24, bestand


def _loese(**parameter: str | list[str]) -> tuple[tuple[str, str, str], list[str]]:
    auswahl, saetze = loese_gebiet_auf({n: [w] if isinstance(w, str) else w for n, w in parameter.items()}, bestand())
    ort = ort_der(auswahl)
    assert auswahl.ebene == ort.ebene
    return (ort.ebene, ort.einteilung, ort.gebiet), saetze


@pytest.mark.parametrize(
    ("parameter", "erwartet"),
    [
        ({}, ("planungsraum", "haupt", "nord")),
        ({"gebiet": "sued"}, ("planungsraum", "haupt", "sued")),
        ({"gebiet": CELL}, ("gemeinde", "", CELL)),
        ({"gebiet": KREIS}, ("kreis", "", KREIS)),
        ({"gebiet": "kleinkreis"}, ("kreis", "", KREIS)),
        ({"gebiet": "west", "einteilung": "quer"}, ("planungsraum", "quer", "west")),
        # The area decides the level; a level alone decides nothing.
        ({"gebiet": CELL, "ebene": "planungsraum"}, ("gemeinde", "", CELL)),
        ({"ebene": "gemeinde"}, ("planungsraum", "haupt", "nord")),
    ],
)
def test_the_area_of_a_link_decides_the_level(parameter: dict[str, str], erwartet: tuple[str, str, str]) -> None:
    assert _loese(**parameter) == (erwartet, [])


@pytest.mark.parametrize(
    ("parameter", "gebiet", "satz"),
    [
        ({"gebiet": "mars"}, "nord", "Das Gebiet „mars“ aus dem Link gibt es hier nicht. Sie sehen Nord."),
        # A Planungsraum of another Einteilung is not one of this.
        ({"gebiet": "west"}, "nord", "Das Gebiet „west“ aus dem Link gibt es hier nicht. Sie sehen Nord."),
        ({"gebiet": ["sued", "nord"]}, "sued", "Der Link nennt mehrere Gebiete. Sie sehen das erste: Sued."),
        (
            {"gebiet": "sued", "ebene": "dorf"},
            "sued",
            "Die Ebene „dorf“ aus dem Link gibt es auf dieser Seite nicht. Sie sehen Sued.",
        ),
        (
            {"gebiet": "sued", "einteilung": "alt"},
            "sued",
            "Die Einteilung „alt“ aus dem Link gibt es nicht mehr. Sie sehen die aktuelle.",
        ),
        ({"jahr": "1848"}, "nord", "Für 1848 gibt es keine Zahlen. Sie sehen den Stichtag 31.12.2024."),
    ],
)
def test_what_cannot_be_kept_is_said(parameter: dict[str, str], gebiet: str, satz: str) -> None:
    (_, _, gefunden), saetze = _loese(**parameter)
    assert (gefunden, saetze) == (gebiet, [satz])


def test_the_stichtage_are_those_of_the_cubes_and_the_kennzahl_of_the_link_stays() -> None:
    ohne_jahr, _ = loese_gebiet_auf({"kennzahl": ["einwohner"]}, bestand("lb_bwf"))
    assert (ohne_jahr.stichtag, ohne_jahr.stichtage, ohne_jahr.kennzahl.id) == (T24, (T24,), "einwohner")
    mit_jahr, saetze = loese_gebiet_auf({"jahr": ["2023"], "kennzahl": ["lb_awf"]}, bestand())
    assert (mit_jahr.stichtag, mit_jahr.kennzahl.id, saetze) == (T23, "lb_awf", [])


def test_the_areas_of_a_level_form_a_circle() -> None:
    alle = orte(bestand(), "haupt")
    assert [o.name for o in alle] == ["Kleinkreis", "Nord", "Sued", "Altdorf", "Berg", "Cell", "Dorn", "Forst"]
    nach_id = {o.gebiet: o for o in alle}
    paar = nachbarn(alle, nach_id[ALTDORF])
    assert paar is not None
    assert [o.gebiet for o in paar] == [FORST, nach_id["05978008"].gebiet]
    assert nachbarn(alle, nach_id[KREIS]) is None
