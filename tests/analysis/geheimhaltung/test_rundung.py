from dataclasses import replace

import numpy as np
import pytest
from scipy.sparse import csr_array

from analysis.geheimhaltung.rundung import OHNE_WUNSCH, Aufgabe, find_verstoss, solve


def aufgabe(*wahr: int, grenze: tuple[int, int] = (-4, 4), c: int = 2) -> Aufgabe:
    """Cells of one margin, k = 5."""
    return Aufgabe(
        wahr=np.array(wahr, dtype=np.int64),
        raender=csr_array(np.ones((1, len(wahr)), dtype=np.int64)),
        unten=np.array([grenze[0]]),
        oben=np.array([grenze[1]]),
        k=5,
        c=c,
        wunsch=np.full(len(wahr), OHNE_WUNSCH, dtype=np.int64),
        zufall=np.linspace(0.1, 0.9, len(wahr)),
        schwelle=5,
    )


@pytest.mark.parametrize(
    ("gezeigt", "verstoss"),
    [
        ((0, 5, 7, 20), None),
        ((0, 5, 7, 18), None),
        ((5, 5, 7, 20), "Eine leere Zelle ist nicht leer geblieben."),
        ((0, 3, 7, 20), "Eine kleine Zelle zeigt kein Vielfaches von k neben ihrem Wert."),
        ((0, 5, 8, 20), "Eine große Zelle wurde zu weit bewegt."),
        ((0, 5, 7, 17), "Eine große Zelle wurde zu weit bewegt."),
        ((0, 0, 7, 18), "Eine Summe weicht weiter ab als zugelassen."),
    ],
)
def test_each_broken_law_is_found(gezeigt: tuple[int, ...], verstoss: str | None) -> None:
    assert find_verstoss(aufgabe(0, 3, 7, 20), np.array(gezeigt)) == verstoss


def test_the_nearest_sum_is_chosen() -> None:
    loesung = solve(aufgabe(4, 3, 2, 1))
    assert loesung is not None
    assert loesung.tolist() == [5, 5, 0, 0]


def test_a_large_cell_moves_for_an_exact_sum() -> None:
    loesung = solve(aufgabe(3, 20, grenze=(0, 0)))
    assert loesung is not None
    assert loesung.tolist() == [5, 18]


def test_a_large_cell_that_has_moved_before_does_not_move_beyond_its_reach() -> None:
    # Two persons are missing; the third cell carries one of them already and would be the cheaper one.
    schon_bewegt = np.array([OHNE_WUNSCH, OHNE_WUNSCH, 21, OHNE_WUNSCH])
    loesung = solve(replace(aufgabe(1, 1, 20, 20, grenze=(0, 0), c=1), wunsch=schon_bewegt))
    assert loesung is not None
    assert loesung.tolist() == [0, 0, 21, 21]


@pytest.mark.parametrize("wahr", [(3, 7), (2,), (1, 1)])
def test_an_exact_sum_that_nobody_can_carry_has_no_solution(wahr: tuple[int, ...]) -> None:
    assert solve(aufgabe(*wahr, grenze=(0, 0))) is None


def test_without_small_cells_nothing_moves() -> None:
    loesung = solve(aufgabe(0, 6, 7, grenze=(0, 0)))
    assert loesung is not None
    assert loesung.tolist() == [0, 6, 7]
    assert solve(aufgabe(0, 6, 7, grenze=(1, 1))) is None


def test_a_cell_that_is_a_whole_gemeinde_shows_multiples_of_k_below_2k() -> None:
    einzeln = replace(aufgabe(3, 5, 7, 9, 10, 12, c=0), schwelle=10)
    loesung = solve(einzeln)
    assert loesung is not None
    assert find_verstoss(einzeln, loesung) is None
    assert all(wert % 5 == 0 for wert in loesung[:5])
    assert loesung[1] == 5
    assert loesung[4:].tolist() == [10, 12]


def test_what_is_published_bounds_what_a_cell_may_show() -> None:
    frei = aufgabe(3, 3, 3, 20, grenze=(-9, 9))
    oben = replace(frei, hoechstens=np.array([0, 4, 9, 19]))
    loesung = solve(oben)
    assert loesung is not None
    assert loesung[:2].tolist() == [0, 0]
    assert loesung[3] <= 19
    assert (
        find_verstoss(oben, np.array([5, 0, 5, 20])) == "Eine Zelle passt nicht zu dem, was schon veröffentlicht ist."
    )
    unten = solve(replace(frei, mindestens=np.array([1, 5, 0, 0])))
    assert unten is not None
    assert unten[:2].tolist() == [5, 5]
