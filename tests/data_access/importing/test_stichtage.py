from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.importing.mangel import Mangel
from data_access.importing.stichtage import ist_excelzahl, lies_geschriebenen_tag, lies_stichtag


@pytest.mark.parametrize(
    "text",
    [
        "2021-12-31",
        "2021-12-31 00:00:00",
        "2021-12-31T00:00:00",
        "31.12.2021",
        "31. 12. 2021",
        "31.12.2021 00:00",
        "44561",
        "44561.0",
        "20211231",
        "20211231.0",
    ],
)
def test_every_usual_spelling_is_the_same_day(text: str) -> None:
    assert lies_stichtag(text) == date(2021, 12, 31)


@pytest.mark.parametrize(
    "text", ["31.12.21", "12/31/2021", "2021", "31.02.2021", "2021-13-01", "Dez 21", "", "2021-12-31 08:15:00"]
)
def test_other_dates_are_refused_with_what_is_allowed(text: str) -> None:
    with pytest.raises(Mangel, match=r"Erlaubt sind 2024-12-31 und 31\.12\.2024"):
        lies_stichtag(text)


@pytest.mark.parametrize("text", ["1949-12-31", "99999", "2101-01-01"])
def test_a_day_far_away_is_refused(text: str) -> None:
    with pytest.raises(Mangel, match="zwischen 1950 und 2100"):
        lies_stichtag(text)


def test_an_excel_number_is_known_as_such() -> None:
    assert ist_excelzahl("44561")
    assert not ist_excelzahl("20211231")


def test_a_number_alone_is_no_written_day() -> None:
    assert lies_geschriebenen_tag("44561") is None
    assert lies_geschriebenen_tag("03.05.1938") == date(1938, 5, 3)


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_all_spellings_of_a_day_agree(tag: date) -> None:
    seriell = str((tag - date(1899, 12, 30)).days)
    for text in (tag.isoformat(), tag.strftime("%d.%m.%Y"), f"{tag.day}.{tag.month}.{tag.year}", seriell):
        assert lies_stichtag(text) == tag
