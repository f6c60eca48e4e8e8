import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.importing.mangel import Mangel
from data_access.importing.schluessel import Nullen, ags_aus_ars, ergaenze, fuehrende_nullen, lies_gebiet, saeubere


@pytest.mark.parametrize(
    "text", ["05978004", '="05978004"', "'05978004", "05 978 004", "05\u00a0978\u00a0004", " 05978004 "]
)
def test_wrappings_of_a_key_are_taken_off(text: str) -> None:
    assert saeubere(text) == "05978004"


def test_words_keep_their_blanks() -> None:
    assert saeubere("nicht bekannt") == "nicht bekannt"


@pytest.mark.parametrize(
    ("spalte", "nullen"),
    [
        (["05978004", "06636001"], Nullen.VORHANDEN),
        (["5978004", "6636001"], Nullen.VERLOREN),
        (["5978004", "14713000"], Nullen.VERLOREN),
        (["5978004", "5915", "unbekannt"], Nullen.VERLOREN),
        (["5978004", "06636001"], Nullen.UNEINHEITLICH),
        (["59780040004"], Nullen.VERLOREN),
        (["597800"], Nullen.VORHANDEN),
    ],
)
def test_lost_zeros_are_told_from_the_whole_column(spalte: list[str], nullen: Nullen) -> None:
    assert fuehrende_nullen(spalte) is nullen


def test_only_keys_one_digit_short_are_filled() -> None:
    assert [ergaenze(s) for s in ("5978004", "5915", "05978004", "unbekannt", "597800")] == [
        "05978004",
        "05915",
        "05978004",
        "unbekannt",
        "597800",
    ]


def test_an_ars_becomes_its_ags() -> None:
    assert ags_aus_ars("059780036036") == "05978036"
    assert lies_gebiet("066365007007") == "06636007"


@pytest.mark.parametrize(
    ("text", "grund"),
    [
        ("05", "Ebene Land"),
        ("055", "Ebene Regierungsbezirk"),
        ("059780004", "Ebene Gemeindeverband"),
        ("0597800", "mit 7 Ziffern"),
        ("5,98E+11", "gerundete Zahl"),
        ("99978004", "kein Land"),
        ("Unna", "kein amtlicher Schlüssel"),
        ("٠٥٩٧٨", "kein amtlicher Schlüssel"),
    ],
)
def test_other_keys_are_refused_with_what_they_are(text: str, grund: str) -> None:
    with pytest.raises(Mangel, match=grund):
        lies_gebiet(text)


@given(st.integers(1, 9), st.integers(0, 99999), st.sampled_from([5, 8]))
def test_a_key_survives_losing_its_zero(land: int, rest: int, breite: int) -> None:
    schluessel = f"0{land}{rest:06d}"[:breite]
    verloren = str(int(schluessel))
    assert fuehrende_nullen([verloren]) is Nullen.VERLOREN
    assert ergaenze(verloren) == schluessel
