import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.importing.kodierung import KodierungUnklar, entschluessle
from data_access.importing.mangel import NichtLesbar


@pytest.mark.parametrize(
    ("inhalt", "kodierung"),
    [
        ("Träger", "utf-8"),
        ("Träger", "utf-8-sig"),
        ("Träger", "cp1252"),
        ("Träger", "utf-16"),
    ],
)
def test_the_encoding_is_told_without_guessing(inhalt: str, kodierung: str) -> None:
    assert entschluessle(inhalt.encode(kodierung)) == (inhalt, kodierung)


@pytest.mark.parametrize("kodierung", ["cp850", "mac_roman"])
def test_other_old_encodings_are_asked_about_and_read_when_named(kodierung: str) -> None:
    inhalt = "Träger für Kreise größer".encode(kodierung)
    if kodierung == "cp850":
        with pytest.raises((KodierungUnklar, NichtLesbar)):
            entschluessle(inhalt)
    else:
        with pytest.raises(KodierungUnklar):
            entschluessle(inhalt)
    assert entschluessle(inhalt, kodierung) == ("Träger für Kreise größer", kodierung)


def test_bytes_with_control_characters_are_no_text() -> None:
    with pytest.raises(NichtLesbar, match="Steuerzeichen"):
        entschluessle(b"ags;\x00\x01")


def test_bytes_of_no_encoding_are_refused() -> None:
    with pytest.raises(NichtLesbar, match="CSV UTF-8"):
        entschluessle(b"ags;\x81\x8d")


@given(st.text(alphabet="abcäöüßÄÖÜ;0123\n–„“", max_size=60))
def test_german_text_survives_utf8(text: str) -> None:
    assert entschluessle(text.encode())[0] == text
