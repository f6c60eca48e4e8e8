import warnings
from itertools import combinations, pairwise

import numpy as np
import pytest

from presentation.farben import (
    DUNKEL,
    HELL,
    MODI,
    NAMEN,
    PALETTEN,
    STATUSFARBE,
    Palette,
    farbe_von,
    palette,
)

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # escapes in its docstrings, when it is compiled for the first time
    from colorspacious import cspace_convert

SICHTWEISEN = (None, "deuteranomaly", "protanomaly", "tritanomaly")


def _rgb(farbe: str) -> np.ndarray:
    return np.array([int(farbe[n : n + 2], 16) / 255 for n in (1, 3, 5)])


def _leuchtdichte(farbe: str) -> float:
    teile = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in _rgb(farbe)]
    return float(np.dot([0.2126, 0.7152, 0.0722], teile))


def kontrast(a: str, b: str) -> float:
    """Contrast of WCAG 2."""
    dunkler, heller = sorted((_leuchtdichte(a), _leuchtdichte(b)))
    return (heller + 0.05) / (dunkler + 0.05)


def abstand(a: str, b: str) -> float:
    """Smallest distance in CAM02-UCS over normal sight and three simulations of colour blindness (Machado)."""

    def ort(farbe: str, sicht: str | None) -> np.ndarray:
        rgb = _rgb(farbe)
        if sicht:
            raum = {"name": "sRGB1+CVD", "cvd_type": sicht, "severity": 100}
            rgb = np.clip(cspace_convert(rgb, raum, "sRGB1"), 0, 1)
        return np.asarray(cspace_convert(rgb, "sRGB1", "CAM02-UCS"))

    return min(float(np.linalg.norm(ort(a, s) - ort(b, s))) for s in SICHTWEISEN)


@pytest.mark.parametrize("farben", PALETTEN.values(), ids=PALETTEN)
def test_text_reaches_4_5_to_1_on_ground_and_field(farben: Palette) -> None:
    for farbe in (farben.text, farben.leise, farben.haupt, farben.link):
        assert kontrast(farbe, farben.grund) >= 4.5
        assert kontrast(farbe, farben.feld) >= 4.5
    assert kontrast(farben.bezug, farben.grund) >= 4.5


@pytest.mark.parametrize("farben", PALETTEN.values(), ids=PALETTEN)
def test_marks_and_borders_reach_3_to_1(farben: Palette) -> None:
    for farbe in (farben.vergleich, farben.neutral, farben.schraffur, farben.grenze, farben.linie):
        assert kontrast(farbe, farben.grund) >= 3
    assert kontrast(farben.rahmen, farben.feld) >= 3


@pytest.mark.parametrize("farben", PALETTEN.values(), ids=PALETTEN)
def test_labels_inside_areas_reach_4_5_to_1(farben: Palette) -> None:
    assert min(kontrast(a, b) for a, b in zip(farben.klassen, farben.klassentext, strict=True)) >= 4.5
    assert kontrast(farben.text, farben.ohne_einwohner) >= 4.5


@pytest.mark.parametrize("farben", PALETTEN.values(), ids=PALETTEN)
def test_badges_reach_6_5_to_1(farben: Palette) -> None:
    assert min(kontrast(f.text, f.grund) for f in farben.status.values()) >= 6.5


@pytest.mark.parametrize(("farben", "mindestens"), [(HELL, 14.4), (DUNKEL, 13.2)], ids=["hell", "dunkel"])
def test_neighbouring_classes_stay_apart_for_the_colour_blind(farben: Palette, mindestens: float) -> None:
    assert min(abstand(a, b) for a, b in pairwise(farben.klassen)) >= mindestens


@pytest.mark.parametrize(("farben", "mindestens"), [(HELL, 13.4), (DUNKEL, 17.7)], ids=["hell", "dunkel"])
def test_us_reference_and_comparison_stay_apart_for_the_colour_blind(farben: Palette, mindestens: float) -> None:
    assert min(abstand(a, b) for a, b in combinations((farben.haupt, farben.bezug, farben.vergleich), 2)) >= mindestens


def test_classes_get_darker_on_light_ground_and_lighter_on_dark_ground() -> None:
    hell = [_leuchtdichte(f) for f in HELL.klassen]
    dunkel = [_leuchtdichte(f) for f in DUNKEL.klassen]
    assert hell == sorted(hell, reverse=True)
    assert dunkel == sorted(dunkel)
    assert (HELL.mehr_heisst, DUNKEL.mehr_heisst) == ("Dunkler heißt mehr.", "Heller heißt mehr.")


def test_every_mode_has_its_palette() -> None:
    assert [palette(modus).modus for modus in MODI] == list(MODI)


def test_status_colours_are_never_data_colours() -> None:
    for farben in (HELL, DUNKEL):
        daten = {farben.haupt, farben.bezug, farben.vergleich, farben.neutral}
        assert daten.isdisjoint({f.text for f in farben.status.values()})
        assert set(STATUSFARBE.values()) <= set(farben.status)


def test_a_name_leads_to_its_colour() -> None:
    assert farbe_von(NAMEN.bezug, HELL) == "#C2500A"
    assert farbe_von(NAMEN.klassen[2], DUNKEL) == "#3577B2"


@pytest.mark.parametrize("farben", PALETTEN.values(), ids=PALETTEN)
def test_signs_of_a_status_reach_3_to_1_on_the_ground(farben: Palette) -> None:
    for farbe in (farben.leise, *(s.text for s in farben.status.values())):
        assert kontrast(farbe, farben.grund) >= 3
