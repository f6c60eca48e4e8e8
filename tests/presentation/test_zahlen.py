import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vokabular import Status
from presentation.texts.zahlen import (
    STATUSWORT,
    datum,
    ist_zahl,
    mit_vorzeichen,
    prozent,
    rund,
    spanne,
    wert_text,
    zahl,
)


@pytest.mark.parametrize(
    ("wert", "stellen", "text"),
    [
        (1234.5, 1, "1.234,5"),
        (0, 0, "0"),
        (1_804, 0, "1.804"),
        (12_345_678.9, 2, "12.345.678,90"),
        (-1234.5, 1, "−1.234,5"),
        (-0.04, 1, "0,0"),
        (2.25, 1, "2,3"),
        (-2.25, 1, "−2,3"),
        (1.005, 2, "1,01"),
        (0.5, 0, "1"),
        (1e-9, 1, "0,0"),
        (None, 1, "k. A."),
    ],
)
def test_a_number_is_written_german(wert: float | None, stellen: int, text: str) -> None:
    assert zahl(wert, stellen) == text


@pytest.mark.parametrize(
    ("wert", "text"), [(0.2, "+0,2"), (-0.4, "−0,4"), (0.0, "0,0"), (-0.01, "0,0"), (0.01, "0,0"), (None, "k. A.")]
)
def test_a_change_carries_its_sign(wert: float | None, text: str) -> None:
    assert mit_vorzeichen(wert, 1) == text


def test_percent_keeps_number_and_sign_together() -> None:
    assert prozent(58.3) == "58,3\u00a0%"
    assert prozent(100, 0) == "100\u00a0%"
    assert prozent(None) == "k. A."


def test_a_range_is_words_and_equal_ends_are_one_number() -> None:
    assert spanne(0, 4) == "0 bis 4"
    assert spanne(2.04, 2.01, 1) == "2,0"
    assert spanne(1000, 1009) == "1.000 bis 1.009"
    assert spanne(None, 4) == "k. A."


def test_a_sum_is_round_and_a_day_is_written_in_full() -> None:
    assert rund(37) == "rund 37"
    assert rund(None) == "k. A."
    assert datum(dt.date(2024, 12, 31)) == "31.12.2024"
    assert datum(dt.date(987, 1, 2)) == "02.01.0987"
    assert datum(None) == "k. A."


@pytest.mark.parametrize(
    ("wert", "von", "bis", "text"),
    [
        (0, 0, 4, "0 bis 4"),
        (5, 1, 5, "1 bis 5"),
        (5, 1, 9, "1 bis 9"),
        (6, 2, 10, "2 bis 10"),
        (37, 33, 41, "rund 37"),
        (20, 0, 40, "0 bis 40"),
        (12, 12, 12, "12"),
        (None, None, None, "geschützt"),
        (3, None, None, "geschützt"),
    ],
)
def test_a_protected_count_reads_as_honest_as_it_is(
    wert: float | None, von: float | None, bis: float | None, text: str
) -> None:
    assert wert_text(wert, von, bis, Status.GESCHUETZT) == text


@pytest.mark.parametrize(
    ("status", "wort"),
    [
        (Status.KEINE_ANGABE, "k. A."),
        (Status.NICHT_ANWENDBAR, "nicht anwendbar"),
        (Status.NICHT_GELIEFERT, "liegt nicht vor"),
    ],
)
def test_a_state_reads_its_word_even_beside_a_number(status: Status, wort: str) -> None:
    assert wert_text(3.2, 3, 4, status, 1) == wort
    assert not ist_zahl(3.2, 3, 4, status)


def test_a_shown_value_without_number_is_said() -> None:
    assert wert_text(None) == "k. A."
    assert wert_text(2.72, status=Status.GEZEIGT, stellen=1) == "2,7"


def test_every_state_but_shown_has_a_word() -> None:
    assert set(STATUSWORT) == set(Status) - {Status.GEZEIGT}


@given(
    st.integers(0, 500), st.integers(0, 60), st.integers(0, 60), st.sampled_from([Status.GEZEIGT, Status.GESCHUETZT])
)
def test_what_is_drawn_as_a_number_never_reads_as_a_range(wert: int, runter: int, rauf: int, status: Status) -> None:
    von, bis = max(wert - runter, 0), wert + rauf
    text = wert_text(wert, von, bis, status)
    assert ist_zahl(wert, von, bis, status) == (" bis " not in text)


@given(st.floats(-1e9, 1e9), st.integers(0, 4))
def test_a_written_number_reads_back_within_half_a_unit(wert: float, stellen: int) -> None:
    zurueck = float(zahl(wert, stellen).replace(".", "").replace(",", ".").replace("−", "-"))
    assert abs(zurueck - wert) <= 0.5 * 10**-stellen + 1e-6
