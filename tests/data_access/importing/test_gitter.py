import pytest

from data_access.importing import gitter as modul
from data_access.importing.gitter import angegebenes_trennzeichen, csv_gitter
from data_access.importing.mangel import NichtLesbar


def test_cells_are_trimmed_and_empty_rows_and_columns_go() -> None:
    gitter = csv_gitter(" a ;b;;\n;;;\n\u00a0c\u00a0; ;;\n", ";")
    assert gitter.zellen.rows() == [("a", "b", 1), ("c", None, 3)]


def test_row_numbers_are_those_of_the_file_even_after_a_cell_of_several_lines() -> None:
    gitter = csv_gitter('a;"b\nc\nd"\ne;f\n', ";")
    assert gitter.zellen["zeile"].to_list() == [1, 4]
    assert gitter.oben(1) == [(1, ("a", "b\nc\nd"))]


def test_a_decomposed_umlaut_becomes_one_character() -> None:
    assert csv_gitter("Tra\u0308ger", ";").oben(1) == [(1, ("Träger",))]


def test_short_rows_are_filled_with_nothing() -> None:
    assert csv_gitter("a;b\nc", ";").oben(2) == [(1, ("a", "b")), (2, ("c", None))]


def test_a_single_quote_is_refused_with_its_row() -> None:
    with pytest.raises(NichtLesbar, match=r"Ab Zeile 2 .* Anführungszeichen"):
        csv_gitter('a;b\n"c;d\ne;f\n', ";")


def test_an_absurdly_wide_row_is_refused() -> None:
    with pytest.raises(NichtLesbar, match="mehr als 2000 Feldern"):
        csv_gitter(";" * 2001 + "a", ";")


def test_a_single_wide_row_cannot_blow_up_a_long_table() -> None:
    with pytest.raises(NichtLesbar, match="zu groß"):
        csv_gitter("a\n" * 8000 + ";" * 1500 + "a\n", ";")


def test_blank_rows_cost_nothing_and_keep_the_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modul, "_BLOCK", 2)
    gitter = csv_gitter("a;b\n;\n\nc\n;;\nd;e;f\ng\n", ";")
    assert gitter.zellen.rows() == [
        ("a", "b", None, 1),
        ("c", None, None, 4),
        ("d", "e", "f", 6),
        ("g", None, None, 7),
    ]


def test_the_separator_that_excel_names_is_taken_and_rows_keep_their_numbers() -> None:
    trenner, text = angegebenes_trennzeichen("sep=,\r\na,b\r\n")
    assert trenner == ","
    assert csv_gitter(text, ",").oben(1) == [(2, ("a", "b"))]
    assert angegebenes_trennzeichen("a;b\n") == (None, "a;b\n")
