"""Rounding that adds up, and lots that are the same everywhere."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.demo.runden import groesste_reste, tafel_anpassen
from data_access.demo.zufall import gleichverteilt, ziehe


def test_the_largest_remainders_get_the_places_left() -> None:
    assert groesste_reste([47, 16, 37], 10) == [5, 1, 4]


def test_equal_remainders_go_to_the_earlier_position() -> None:
    assert groesste_reste([1, 1, 1], 4) == [2, 1, 1]


@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=30), st.integers(0, 500_000))
def test_parts_add_up_and_stay_within_one_of_their_exact_share(gewichte: list[int], summe: int) -> None:
    teile = groesste_reste([Fraction(g) for g in gewichte], summe)
    assert sum(teile) == summe
    assert all(abs(t - Fraction(g * summe, sum(gewichte))) < 1 for t, g in zip(teile, gewichte, strict=True))


@given(st.lists(st.lists(st.integers(20, 400), min_size=4, max_size=4), min_size=2, max_size=8))
def test_a_fitted_table_has_exactly_both_margins(zahlen: list[list[int]]) -> None:
    zeilen = [sum(z) for z in zahlen]
    spalten = [sum(s) for s in zip(*zahlen, strict=True)]
    tafel = tafel_anpassen([[1.0] * 4 for _ in zahlen], zeilen, spalten)
    assert [sum(z) for z in tafel] == zeilen
    assert [sum(s) for s in zip(*tafel, strict=True)] == spalten
    # Nothing known but the margins: the fit is row x column / total.
    for zeile, z in zip(tafel, zeilen, strict=True):
        for wert, s in zip(zeile, spalten, strict=True):
            assert abs(wert - z * s / sum(zeilen)) < 2.01


def test_margins_with_different_totals_are_refused() -> None:
    with pytest.raises(ValueError, match="10 und Spaltensummen 11"):
        tafel_anpassen([[1.0, 1.0]], [10], [5, 6])


def test_a_lot_depends_on_its_key_alone() -> None:
    assert gleichverteilt("a", 1) == gleichverteilt("a", 1)
    assert gleichverteilt("a", 1) != gleichverteilt("a", 2)
    # Written down: another machine or version must draw the same.
    assert gleichverteilt("probe") == 0.969490101700444


def test_lots_are_spread_evenly() -> None:
    lose = [gleichverteilt("gleich", n) for n in range(4000)]
    for zehntel in range(10):
        assert 330 < sum(zehntel / 10 <= x < (zehntel + 1) / 10 for x in lose) < 470


def test_a_lot_hits_positions_by_their_weight_and_never_an_empty_one() -> None:
    kumuliert = [1.0, 1.0, 4.0]
    assert [ziehe(kumuliert, los) for los in (0.0, 0.2499, 0.25, 0.9999)] == [0, 0, 2, 2]
