from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.importing.mangel import Mangel
from data_access.importing.zellen import Punkt, Zelle, bedeutung_des_punkts, lies_anzahl, lies_dezimal


@pytest.mark.parametrize(
    ("text", "wert"),
    [
        ("0", 0),
        ("12", 12),
        ("012", 12),
        ("12,0", 12),
        ("12.00", 12),
        ("1 234", 1234),
        ("1\u00a0234\u00a0567", 1234567),
        ("1\u202f234", 1234),
        ("1\u2009234", 1234),
    ],
)
def test_whole_numbers_are_read(text: str, wert: int) -> None:
    assert lies_anzahl(text, Punkt.KEINER) == Zelle(wert)


@pytest.mark.parametrize(
    ("text", "zeichen"),
    [("-", "-"), ("–", "-"), ("−", "-"), (".", "."), ("...", "..."), ("…", "..."), ("/", "/"), ("X", "x"), ("*", "*")],
)
def test_signs_of_the_legend_are_no_number(text: str, zeichen: str) -> None:
    assert lies_anzahl(text, Punkt.KEINER) == Zelle(None, zeichen)


@pytest.mark.parametrize(
    ("text", "zelle"),
    [
        ("(12)", Zelle(12, None, "()")),
        ("997 685r", Zelle(997685, None, "r")),
        ("12 p", Zelle(12, None, "p")),
        ("7s", Zelle(7, None, "s")),
        ("7e", Zelle(7, None, "e")),
    ],
)
def test_a_mark_beside_a_number_is_kept_apart(text: str, zelle: Zelle) -> None:
    assert lies_anzahl(text, Punkt.KEINER) == zelle


@pytest.mark.parametrize("text", ["-5", "−5", "–5", "(-5)", "-1 234"])
def test_a_negative_count_is_refused_as_such(text: str) -> None:
    with pytest.raises(Mangel, match="nicht negativ"):
        lies_anzahl(text, Punkt.KEINER)


@pytest.mark.parametrize("text", ["1,5", "1.5", "0.3", "1,234", "12,000"])
def test_a_number_that_is_not_whole_is_refused_as_such(text: str) -> None:
    with pytest.raises(Mangel, match="keine ganze Zahl"):
        lies_anzahl(text, Punkt.KEINER)


@pytest.mark.parametrize("text", ["?", "k.A.", "n/a", "#BEZUG!", "1'234", "1234 567", "zwölf", "1e5", "()", "٣", "+5"])
def test_an_unknown_content_names_what_is_allowed(text: str) -> None:
    with pytest.raises(Mangel, match=r"nicht bekannt.*ganze Zahlen ab 0 und die Zeichen - \. \.\.\. / x \*"):
        lies_anzahl(text, Punkt.KEINER)


def test_a_number_beyond_all_population_is_refused() -> None:
    assert lies_anzahl("1000000000", Punkt.KEINER) == Zelle(1_000_000_000)
    with pytest.raises(Mangel, match="zu groß"):
        lies_anzahl("1000000001", Punkt.KEINER)


@pytest.mark.parametrize(
    ("spalte", "aus_xlsx", "bedeutung"),
    [
        (["12", "345"], False, Punkt.KEINER),
        (["1.234", "345"], False, Punkt.TAUSENDER),
        (["1.234", "2.345.678"], True, Punkt.TAUSENDER),
        (["1.234", "1.234,00"], True, Punkt.TAUSENDER),
        (["1.234", "2.5"], False, Punkt.DEZIMAL),
        (["1.234", "0.512"], False, Punkt.DEZIMAL),
        (["1.234", "5678"], False, Punkt.UNKLAR),
        (["1.234"], True, Punkt.UNKLAR),
        (["1.234.567", "2.5"], False, Punkt.UNKLAR),
        (["(1.234)", "."], False, Punkt.TAUSENDER),
    ],
)
def test_the_point_is_decided_for_the_whole_column(spalte: list[str], aus_xlsx: bool, bedeutung: Punkt) -> None:
    assert bedeutung_des_punkts(spalte, aus_xlsx) is bedeutung


def test_the_same_cell_reads_by_what_its_column_means() -> None:
    assert lies_anzahl("1.234", Punkt.TAUSENDER) == Zelle(1234)
    with pytest.raises(Mangel, match="keine ganze Zahl"):
        lies_anzahl("1.234", Punkt.DEZIMAL)


@pytest.mark.parametrize(
    ("text", "wert"),
    [("9,43751", "9.43751"), ("56.73", "56.73"), ("1.234,5", "1234.5"), ("7", "7"), ("-0,5", "-0.5")],
)
def test_measures_are_text_with_a_comma_or_true_numbers(text: str, wert: str) -> None:
    assert lies_dezimal(text) == Decimal(wert)


def test_a_measure_that_is_no_number_is_refused() -> None:
    with pytest.raises(Mangel, match="keine Zahl"):
        lies_dezimal("groß")


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from([" ", "\u00a0", "\u202f"]))
def test_grouping_by_blanks_never_changes_a_number(zahl: int, luecke: str) -> None:
    assert lies_anzahl(f"{zahl:,}".replace(",", luecke), Punkt.KEINER).wert == zahl
    assert lies_anzahl(f"{zahl:,}".replace(",", "."), Punkt.TAUSENDER).wert == zahl


@given(st.text(max_size=12), st.sampled_from(list(Punkt)))
def test_a_cell_is_a_count_a_sign_or_refused(text: str, punkt: Punkt) -> None:
    try:
        zelle = lies_anzahl(text, punkt)
    except Mangel:
        return
    assert (zelle.wert is None) != (zelle.zeichen is None)
    assert zelle.wert is None or 0 <= zelle.wert <= 10**9
