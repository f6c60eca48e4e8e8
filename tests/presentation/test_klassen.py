import math
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presentation.charts.achse import STUFEN, linienachse, runder_schritt
from presentation.charts.klassen import klasse, klassengrenzen

WERTE = st.lists(st.decimals(0, 100_000, places=2).map(float), min_size=1, max_size=60)


def test_borders_of_the_example_are_those_of_the_legend() -> None:
    werte = [3.9, 3.4, 3.3, 3.1, 2.9, 2.7, 2.6, 2.4, 2.3, 2.2, 1.8, 1.7]
    assert klassengrenzen(werte) == (2.0, 2.5, 3.0, 3.5)


@pytest.mark.parametrize(
    ("werte", "grenzen"),
    [
        ([], (1.0, 2.0, 3.0, 4.0)),
        ([0.0, 0.0], (0.1, 0.2, 0.3, 0.4)),
        ([2.7], (2.0, 2.5, 3.0, 3.5)),
        ([71, 171, 126, 72, 97, 184, 34, 92, 48, 24], (50.0, 100.0, 150.0, 200.0)),
        ([-3.0, -1.0, 0.0, 1.0, 3.0], (-2.0, 0.0, 2.0, 4.0)),
    ],
)
def test_few_equal_and_negative_values_have_borders_too(
    werte: list[float], grenzen: tuple[float, float, float, float]
) -> None:
    assert klassengrenzen(werte) == grenzen


@given(WERTE)
def test_borders_rise_by_one_round_step(werte: list[float]) -> None:
    grenzen = [Decimal(str(g)) for g in klassengrenzen(werte)]
    schritte = {b - a for a, b in pairwise(grenzen)}
    assert len(schritte) == 1
    schritt = schritte.pop().normalize()
    assert schritt.scaleb(-schritt.adjusted()) in STUFEN
    assert all(g % schritt == 0 for g in grenzen)
    assert grenzen[0] > 0


@given(WERTE, st.randoms(use_true_random=False))
def test_the_order_of_the_values_does_not_matter(werte: list[float], zufall: object) -> None:
    gemischt = list(werte)
    zufall.shuffle(gemischt)  # type: ignore[attr-defined]
    assert klassengrenzen(gemischt) == klassengrenzen(werte)


@given(WERTE)
def test_a_higher_value_is_never_in_a_lower_class(werte: list[float]) -> None:
    grenzen = klassengrenzen(werte)
    klassen = [klasse(wert, grenzen) for wert in sorted(werte)]
    assert klassen == sorted(klassen)
    assert set(klassen) <= {0, 1, 2, 3, 4}


@given(st.lists(st.integers(200, 900), min_size=2, max_size=40))
def test_ten_times_the_values_have_ten_times_the_borders(werte: list[int]) -> None:
    klein, gross = klassengrenzen(werte), klassengrenzen([10 * w for w in werte])
    if len(set(werte)) > 1 and max(werte) - min(werte) > 0:
        assert all(math.isclose(10 * a, b) for a, b in zip(klein, gross, strict=True))


def test_one_outlier_does_not_stretch_the_classes() -> None:
    werte = [2.0 + n / 100 for n in range(100)]
    assert klassengrenzen([*werte, 90.0]) == klassengrenzen(werte)


def test_a_value_on_a_border_belongs_to_the_upper_class() -> None:
    assert [klasse(w, (2.0, 2.5, 3.0, 3.5)) for w in (1.9, 2.0, 2.5, 3.49, 3.5)] == [0, 1, 2, 3, 4]


@given(st.lists(st.decimals(0, 5000, places=2).map(float), min_size=1, max_size=30), st.booleans())
def test_a_line_axis_holds_all_values_with_at_most_four_round_marks(werte: list[float], ganzzahlig: bool) -> None:
    # Whole marks are for counts.
    werte = [float(round(wert)) for wert in werte] if ganzzahlig else werte
    achse = linienachse(werte, ganzzahlig)
    assert achse.von <= min(werte)
    assert achse.bis >= max(werte)
    assert 2 <= len(achse.werte) <= 4
    assert achse.werte[0] == achse.von
    assert all(round(marke, achse.stellen) == marke for marke in achse.werte)
    if ganzzahlig:
        assert achse.stellen == 0


def test_an_axis_is_cut_only_where_the_line_would_be_flat() -> None:
    assert linienachse([2.55, 3.08]).geschnitten
    assert not linienachse([120, 1800]).geschnitten
    assert linienachse([0, 0]).werte == (0.0, 0.5, 1.0)


def test_a_step_is_greater_than_zero() -> None:
    with pytest.raises(ValueError, match="größer als 0"):
        runder_schritt(0)
