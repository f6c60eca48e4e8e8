from datetime import date

import polars as pl

from data_access.gebietsaenderungen import Aenderung, auf_neuen_stand, mitgelieferte, teile

T17, T19 = date(2017, 12, 31), date(2019, 12, 31)


def aenderung(alt: str, neu: str, jahr: int, grund: str = "Zusammenschluss") -> Aenderung:
    return Aenderung(alt, alt, neu, neu, date(jahr, 1, 1), grund)


def summen(zeilen: list[tuple[str, date, int]], alle: list[Aenderung]) -> list[tuple[str, date, int]]:
    rahmen = pl.DataFrame(zeilen, schema=["ags", "stichtag", "anzahl"], orient="row")
    return sorted(auf_neuen_stand(rahmen, teile(alle), "anzahl").rows())


def test_the_shipped_changes_name_oberzent_and_wesertal() -> None:
    ziele = {a.neu_ags: a.neu_name for a in mitgelieferte()}
    assert ziele == {"06437016": "Oberzent", "06633030": "Wesertal"}
    assert mitgelieferte()[0].satz == "Beerfelden (06437002) ging 2018 in Oberzent (06437016) auf."


def test_old_figures_count_for_the_successor_only_if_all_parts_are_there() -> None:
    alle = [aenderung("a", "n", 2018), aenderung("b", "n", 2018)]
    assert summen([("a", T17, 3), ("b", T17, 4), ("x", T17, 9)], alle) == [("n", T17, 7), ("x", T17, 9)]
    assert summen([("a", T17, 3), ("x", T17, 9)], alle) == [("x", T17, 9)]
    assert summen([("a", T19, 3)], alle) == []


def test_a_figure_of_the_successor_itself_is_never_added_to_its_parts() -> None:
    alle = [aenderung("a", "n", 2018), aenderung("b", "n", 2018)]
    assert summen([("a", T17, 3), ("b", T17, 4), ("n", T17, 8)], alle) == [("n", T17, 8)]


def test_an_area_that_takes_another_in_is_a_part_of_itself() -> None:
    alle = [aenderung("a", "n", 2018, "Eingliederung")]
    assert summen([("a", T17, 3), ("n", T17, 10), ("n", T19, 14)], alle) == [("n", T17, 13), ("n", T19, 14)]
    assert summen([("a", T17, 3)], alle) == []


def test_chains_are_followed_and_splits_have_no_place() -> None:
    kette = [aenderung("a", "b", 2018), aenderung("c", "b", 2018), aenderung("b", "n", 2020), aenderung("d", "n", 2020)]
    assert summen([("a", T17, 1), ("c", T17, 2), ("d", T17, 4)], kette) == [("n", T17, 7)]
    assert summen([("b", T19, 3), ("d", T19, 4)], kette) == [("n", T19, 7)]
    geteilt = [aenderung("a", "n", 2018), aenderung("a", "m", 2018)]
    assert summen([("a", T17, 3)], geteilt) == [("a", T17, 3)]
