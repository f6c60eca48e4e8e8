from dataclasses import replace

import numpy as np
from scipy.sparse import csr_array

from analysis.geheimhaltung.rundung import OHNE_WUNSCH, Aufgabe, find_verstoss, solve
from analysis.geheimhaltung.suche import verbessere


def aufgabe(wahr: list[int], raender: list[list[int]], weich: list[bool], weiche_grenze: int = 9) -> Aufgabe:
    """k = 5; hard margins within 4."""
    grenze = np.where(weich, weiche_grenze, 4)
    return Aufgabe(
        wahr=np.array(wahr, dtype=np.int64),
        raender=csr_array(np.array(raender, dtype=np.int64)),
        unten=-grenze,
        oben=grenze,
        k=5,
        c=0,
        wunsch=np.full(len(wahr), OHNE_WUNSCH, dtype=np.int64),
        zufall=np.linspace(0.1, 0.9, len(wahr)),
        schwelle=5,
        weich=np.array(weich),
    )


PAARE = [[1, 1, 1, 1], [1, 1, 0, 0], [0, 0, 1, 1]]


def gezeigt(a: Aufgabe) -> list[int]:
    loesung = solve(a)
    assert loesung is not None
    return loesung.tolist()


def test_soft_margins_decide_between_roundings_that_the_hard_ones_like_alike() -> None:
    # The total of 10 needs two cells at 5. Both in one pair would miss both pairs by 5.
    assert gezeigt(aufgabe([3, 2, 3, 2], PAARE, [False, True, True])) == [5, 0, 5, 0]


def test_a_hard_margin_is_kept_even_if_every_soft_one_would_rather_not() -> None:
    # Each pair alone would show 0 for 1 + 1; the hard total of 8 ones must lie within 4.
    viele = [[1] * 8, *[[int(i // 2 == paar) for i in range(8)] for paar in range(4)]]
    werte = gezeigt(aufgabe([1] * 8, viele, [False, True, True, True, True]))
    assert sum(werte) in (5, 10)


def test_a_large_cell_and_an_empty_one_stay() -> None:
    assert gezeigt(aufgabe([7, 0, 4, 1], PAARE, [False, True, True])) == [7, 0, 5, 0]


def test_a_cell_of_the_same_truth_keeps_what_it_showed() -> None:
    a = aufgabe([2, 3, 3, 2], PAARE, [False, True, True])
    assert gezeigt(a) == [0, 5, 5, 0]
    assert gezeigt(replace(a, wunsch=np.array([5, 0, OHNE_WUNSCH, OHNE_WUNSCH]))) == [5, 0, 5, 0]


def test_without_a_hard_solution_there_is_none() -> None:
    a = aufgabe([2, 2], [[1, 1], [1, 0]], [False, True])
    assert solve(replace(a, unten=np.array([0, -9]), oben=np.array([0, 9]))) is None


def test_the_search_gives_back_a_start_that_it_cannot_better() -> None:
    a = aufgabe([4, 1, 4, 1], PAARE, [False, True, True])
    start = np.array([5, 0, 5, 0])
    assert verbessere(a, start).tolist() == start.tolist()
    leer = aufgabe([0, 9, 0, 9], PAARE, [False, True, True])
    assert verbessere(leer, leer.wahr).tolist() == [0, 9, 0, 9]


def test_soft_bounds_are_no_law_and_hard_ones_are() -> None:
    a = aufgabe([4, 4, 4, 4], PAARE, [False, True, True], weiche_grenze=1)
    assert find_verstoss(a, np.array([5, 5, 5, 5])) is None
    assert find_verstoss(a, np.array([5, 5, 0, 0])) == "Eine Summe weicht weiter ab als zugelassen."


def test_a_cell_that_something_published_bounds_stays_out_of_the_search() -> None:
    a = aufgabe([3, 2, 3, 2], PAARE, [False, True, True])
    assert gezeigt(replace(a, hoechstens=np.array([0, 9, 9, 9]))) == [0, 5, 5, 0]


def test_below_a_threshold_of_2k_cells_go_to_the_multiple_beside_them() -> None:
    a = aufgabe([8, 7, 8, 7], PAARE, [False, True, True])
    assert gezeigt(replace(a, schwelle=10)) == [10, 5, 10, 5]
