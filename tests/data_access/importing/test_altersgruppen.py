import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.importing.altersgruppen import lies_als_zahl, lies_altersgruppe, schreibe_altersgruppe
from data_access.importing.mangel import Mangel


@pytest.mark.parametrize(
    ("text", "gruppe"),
    [
        ("7-17", (7, 17)),
        ("7–17", (7, 17)),
        ("7 - 17", (7, 17)),
        ("7 bis 17", (7, 17)),
        ("7-17 Jahre", (7, 17)),
        ("65+", (65, None)),
        ("65 und älter", (65, None)),
        ("100+", (100, None)),
        ("0", (0, 0)),
        ("42", (42, 42)),
        ("Insgesamt", (0, None)),
        ("0+", (0, None)),
    ],
)
def test_usual_spellings_are_read(text: str, gruppe: tuple[int, int | None]) -> None:
    assert lies_altersgruppe(text) == gruppe


@pytest.mark.parametrize(
    "text", ["Jul 17", "Jul. 17", "01.07.2017", "2017-07-01 00:00:00", "42917", "05. Sep", "Mrz 18"]
)
def test_a_group_that_excel_made_a_date_is_named_as_such(text: str) -> None:
    with pytest.raises(Mangel, match="in ein Datum verwandelt"):
        lies_altersgruppe(text)


@pytest.mark.parametrize("text", ["17-7", "0-200", "alt", "", "18-", "unter 18"])
def test_what_is_no_group_is_refused_with_examples(text: str) -> None:
    with pytest.raises(Mangel, match=r"0-17, 18-64, 65\+ und insgesamt"):
        lies_altersgruppe(text)


@given(st.integers(0, 150), st.none() | st.integers(0, 150))
def test_a_written_group_reads_back(von: int, spanne: int | None) -> None:
    bis = None if spanne is None else min(150, von + spanne)
    text = schreibe_altersgruppe(von, bis)
    assert lies_altersgruppe(text) == (von, bis)
    assert divmod(lies_als_zahl(text), 1000) == (von, 999 if bis is None else bis)
