"""Which population stands under a rate. Two Gemeinden a and b in one area."""

from collections.abc import Sequence
from datetime import date

import dataframely as dy
import polars as pl
import pytest

from analysis.kennzahlen.kennzahl import Altersband
from analysis.kennzahlen.nenner import nebenwerte, nennerwerte
from analysis.kennzahlen.satzteile import AB_18, ALLE, BIS_17, ERWERBSALTER
from models.rahmen import Einwohnerbestand, Zuordnung

A, B, WALD = "05978004", "05978008", "05978999"
T20, T21, T22, T23 = (date(j, 12, 31) for j in (2020, 2021, 2022, 2023))

Zeile = tuple[str, date, int, int | None, str, int, str]
"""ags, stichtag, alter_von, alter_bis, geschlecht, anzahl, basis"""


def bevoelkerung(*lieferungen: Sequence[Zeile]) -> dy.DataFrame[Einwohnerbestand]:
    """Rows of the first, second … Lieferung."""
    zeilen = [(*zeile, nummer) for nummer, lieferung in enumerate(lieferungen, start=1) for zeile in lieferung]
    return Einwohnerbestand.validate(
        pl.DataFrame(zeilen, schema=Einwohnerbestand.create_empty().schema, orient="row"), cast=True
    )


def raum(*orte: str) -> dy.DataFrame[Zuordnung]:
    return Zuordnung.validate(
        pl.DataFrame([(o, "raum", "Raum") for o in orte], schema=Zuordnung.column_names(), orient="row")
    )


def jahre(von: int, bis: int, je_jahr: int, geschlecht: str = "insgesamt", basis: str = "register") -> list[Zeile]:
    return [(A, T22, alter, alter, geschlecht, je_jahr, basis) for alter in range(von, bis + 1)]


def ergebnis(
    zeilen: Sequence[Zeile],
    band: Altersband = ALLE,
    orte: tuple[str, ...] = (A,),
    frei: frozenset[str] = frozenset(),
    spaeter: Sequence[Zeile] = (),
) -> dict[date, tuple[int | None, str | None]]:
    """Stichtag -> (people, basis); `spaeter` are the rows of a second Lieferung."""
    werte = nennerwerte(bevoelkerung(zeilen, spaeter), raum(*orte), band, frei)
    assert werte["gebiet"].unique().to_list() == ["raum"]
    return {tag: (anzahl, basis) for tag, anzahl, basis in werte.select("stichtag", "anzahl", "basis").rows()}


def test_single_years_make_a_band() -> None:
    zeilen = [*jahre(0, 99, 10), (A, T22, 100, None, "insgesamt", 3, "register")]
    assert ergebnis(zeilen, BIS_17) == {T22: (180, "register")}
    assert ergebnis(zeilen, ERWERBSALTER) == {T22: (470, "register")}
    assert ergebnis(zeilen, AB_18) == {T22: (823, "register")}
    assert ergebnis(zeilen, ALLE) == {T22: (1003, "register")}


def test_a_gap_of_one_year_means_there_is_no_band() -> None:
    zeilen = [*jahre(0, 40, 10), *jahre(42, 99, 10), (A, T22, 100, None, "insgesamt", 3, "register")]
    assert ergebnis(zeilen, AB_18) == {T22: (None, None)}
    assert ergebnis(zeilen, BIS_17) == {T22: (180, "register")}


def test_bands_that_nest_make_a_band_and_those_that_cross_its_border_do_not() -> None:
    nistend: list[Zeile] = [
        (A, T22, 0, 17, "insgesamt", 100, "register"),
        (A, T22, 18, 49, "insgesamt", 200, "register"),
        (A, T22, 50, 64, "insgesamt", 150, "register"),
        (A, T22, 65, None, "insgesamt", 90, "register"),
    ]
    assert ergebnis(nistend, AB_18) == {T22: (440, "register")}
    assert ergebnis(nistend, ERWERBSALTER) == {T22: (350, "register")}
    quer: list[Zeile] = [
        (A, T22, 0, 19, "insgesamt", 100, "register"),
        (A, T22, 20, None, "insgesamt", 440, "register"),
    ]
    assert ergebnis(quer, AB_18) == {T22: (None, None)}
    assert ergebnis(quer, ALLE) == {T22: (540, "register")}


def test_men_and_women_make_everybody_and_one_sex_alone_does_not() -> None:
    paar: list[Zeile] = [(A, T22, 18, None, "m", 210, "register"), (A, T22, 18, None, "w", 230, "register")]
    assert ergebnis(paar, AB_18) == {T22: (440, "register")}
    assert ergebnis([*paar, (A, T22, 18, None, "d", 2, "register")], AB_18) == {T22: (442, "register")}
    assert ergebnis(paar[:1], AB_18) == {T22: (None, None)}


def test_men_or_women_with_a_missing_age_are_a_gap_and_further_sexes_are_added_as_given() -> None:
    zeilen: list[Zeile] = [
        (A, T22, von, bis, sex, 100, "register") for sex in ("m", "w") for von, bis in ((18, 64), (65, None))
    ]
    assert ergebnis(zeilen, AB_18) == {T22: (400, "register")}
    assert ergebnis(zeilen[:3], AB_18) == {T22: (None, None)}
    assert ergebnis([*zeilen, (A, T22, 18, 64, "d", 3, "register")], AB_18) == {T22: (403, "register")}


def test_one_sex_may_come_as_a_whole_band_and_the_other_in_parts() -> None:
    zeilen: list[Zeile] = [
        (A, T22, 18, None, "m", 210, "register"),
        (A, T22, 18, 64, "w", 150, "register"),
        (A, T22, 65, None, "w", 80, "register"),
    ]
    assert ergebnis(zeilen, AB_18) == {T22: (440, "register")}


def test_a_given_total_ranks_before_a_sum_of_parts() -> None:
    """Offices round: the published total is the figure, not the sum of rounded parts."""
    teile = [*jahre(0, 99, 10), (A, T22, 100, None, "insgesamt", 3, "register")]
    assert ergebnis([*teile, (A, T22, 0, None, "insgesamt", 1005, "register")]) == {T22: (1005, "register")}
    sexes: list[Zeile] = [(A, T22, 0, None, "m", 500, "register"), (A, T22, 0, None, "w", 503, "register")]
    assert ergebnis([*sexes, (A, T22, 0, None, "insgesamt", 1005, "register")]) == {T22: (1005, "register")}


@pytest.mark.parametrize(
    ("basen", "gewinnt"),
    [
        (("synthetisch", "zensus2011"), "zensus2011"),
        (("synthetisch", "register"), "register"),
        (("register", "zensus2022"), "zensus2022"),
        (("register", "vz1987"), "vz1987"),
    ],
)
def test_official_ranks_before_registers_and_those_before_synthetic(basen: tuple[str, ...], gewinnt: str) -> None:
    zeilen: list[Zeile] = [(A, T22, 0, None, "insgesamt", 1000 + i, b) for i, b in enumerate(basen)]
    assert ergebnis(zeilen) == {T22: (1000 + basen.index(gewinnt), gewinnt)}


@pytest.mark.parametrize(("nachbar", "gewinnt"), [("zensus2011", 1011), ("zensus2022", 1022)])
def test_between_two_official_figures_the_neighbouring_stichtage_decide(nachbar: str, gewinnt: int) -> None:
    zeilen: list[Zeile] = [
        (A, T22, 0, None, "insgesamt", 1011, "zensus2011"),
        (A, T22, 0, None, "insgesamt", 1022, "zensus2022"),
        (A, T21, 0, None, "insgesamt", 1000, nachbar),
        (A, T23, 0, None, "insgesamt", 1000, nachbar),
    ]
    assert ergebnis(zeilen)[T22] == (gewinnt, nachbar)


def test_without_neighbours_the_newer_census_counts() -> None:
    zeilen: list[Zeile] = [
        (A, T22, 0, None, "insgesamt", 1011, "zensus2011"),
        (A, T22, 0, None, "insgesamt", 1022, "zensus2022"),
    ]
    assert ergebnis(zeilen) == {T22: (1022, "zensus2022")}


def test_of_two_deliveries_on_one_basis_the_newest_that_has_the_band_counts() -> None:
    alt: list[Zeile] = [
        (A, T22, 0, None, "insgesamt", 1000, "register"),
        (A, T22, 18, None, "insgesamt", 800, "register"),
    ]
    neu: list[Zeile] = [(A, T22, 0, None, "insgesamt", 1010, "register")]
    assert ergebnis(alt, ALLE, spaeter=neu) == {T22: (1010, "register")}
    assert ergebnis(alt, AB_18, spaeter=neu) == {T22: (800, "register")}


def test_rows_of_two_deliveries_are_never_added_up() -> None:
    alt: list[Zeile] = [
        (A, T22, 18, 49, "insgesamt", 500, "register"),
        (A, T22, 50, None, "insgesamt", 300, "register"),
    ]
    neu: list[Zeile] = [
        (A, T22, 18, 64, "insgesamt", 610, "register"),
        (A, T22, 65, None, "insgesamt", 205, "register"),
    ]
    assert ergebnis(alt, AB_18, spaeter=neu) == {T22: (815, "register")}
    assert ergebnis(alt[:1], AB_18, spaeter=[(A, T22, 50, None, "insgesamt", 300, "register")]) == {T22: (None, None)}


def test_a_band_that_only_the_synthetic_source_has_comes_from_there() -> None:
    zeilen: list[Zeile] = [
        (A, T22, 0, None, "insgesamt", 1000, "zensus2022"),
        (A, T22, 0, 17, "insgesamt", 190, "synthetisch"),
        (A, T22, 18, None, "insgesamt", 800, "synthetisch"),
    ]
    assert ergebnis(zeilen, ALLE) == {T22: (1000, "zensus2022")}
    assert ergebnis(zeilen, AB_18) == {T22: (800, "synthetisch")}


def test_a_missing_age_is_never_borrowed_from_another_year() -> None:
    zeilen: list[Zeile] = [
        (A, T20, 18, None, "insgesamt", 800, "synthetisch"),
        (A, T21, 0, None, "insgesamt", 1000, "zensus2011"),
        (A, T22, 18, None, "insgesamt", 810, "synthetisch"),
    ]
    assert ergebnis(zeilen, AB_18) == {T20: (800, "synthetisch"), T21: (None, None), T22: (810, "synthetisch")}


def test_a_basis_counts_only_if_it_has_every_gemeinde_of_the_area() -> None:
    zeilen: list[Zeile] = [
        (A, T22, 0, None, "insgesamt", 1000, "zensus2022"),
        (A, T22, 0, None, "insgesamt", 990, "synthetisch"),
        (B, T22, 0, None, "insgesamt", 500, "synthetisch"),
    ]
    assert ergebnis(zeilen, orte=(A, B)) == {T22: (1490, "synthetisch")}
    assert ergebnis(zeilen[:2], orte=(A, B)) == {T22: (None, None)}


def test_a_gemeindefreies_gebiet_without_a_row_is_no_gap_and_with_one_it_counts() -> None:
    zeilen: list[Zeile] = [(A, T22, 0, None, "insgesamt", 1000, "zensus2022")]
    frei = frozenset({WALD})
    assert ergebnis(zeilen, orte=(A, WALD)) == {T22: (None, None)}
    assert ergebnis(zeilen, orte=(A, WALD), frei=frei) == {T22: (1000, "zensus2022")}
    mit_zeile: list[Zeile] = [*zeilen, (WALD, T22, 0, None, "insgesamt", 7, "zensus2022")]
    assert ergebnis(mit_zeile, orte=(A, WALD), frei=frei) == {T22: (1007, "zensus2022")}
    assert ergebnis([(WALD, T22, 0, None, "insgesamt", 0, "zensus2022")], orte=(WALD,), frei=frei) == {
        T22: (0, "zensus2022")
    }


def test_each_area_has_one_basis_at_a_stichtag_and_each_stichtag_its_own() -> None:
    zeilen: list[Zeile] = [
        (ort, tag, 0, None, "insgesamt", anzahl, basis)
        for tag, basis, anzahl in ((T21, "synthetisch", 100), (T21, "zensus2011", 101), (T22, "synthetisch", 110))
        for ort in (A, B)
    ]
    assert ergebnis(zeilen, orte=(A, B)) == {T21: (202, "zensus2011"), T22: (220, "synthetisch")}


def test_the_row_of_a_kreis_stands_where_its_gemeinden_do_not_cover_a_stichtag() -> None:
    kreis = "05978"
    zeilen: list[Zeile] = [
        (kreis, T20, 0, None, "insgesamt", 390, "zensus2011"),
        (kreis, T21, 0, None, "insgesamt", 395, "zensus2011"),
        (A, T21, 0, None, "insgesamt", 300, "zensus2011"),
        (B, T21, 0, None, "insgesamt", 94, "zensus2011"),
        (kreis, T22, 0, None, "insgesamt", 398, "zensus2011"),
        (kreis, T22, 0, None, "insgesamt", 393, "zensus2022"),
        (kreis, T23, 0, None, "insgesamt", 396, "zensus2022"),
        (A, T23, 0, None, "insgesamt", 290, "zensus2022"),
    ]
    ganz = raum(A, B).with_columns(gebiet=pl.lit(kreis))
    zuordnung = Zuordnung.validate(ganz, cast=True)
    werte = nennerwerte(bevoelkerung(zeilen), zuordnung, ALLE)
    assert werte.select("stichtag", "anzahl", "basis").rows() == [
        (T20, 390, "zensus2011"),
        (T21, 394, "zensus2011"),
        (T22, 398, "zensus2011"),
        (T23, 396, "zensus2022"),
    ]
    assert nebenwerte(bevoelkerung(zeilen), zuordnung, ALLE).select("stichtag", "anzahl", "basis").rows() == [
        (T22, 393, "zensus2022")
    ]
    # A Planungsraum is no Kreis: the row of the Kreis says nothing about it.
    assert nennerwerte(bevoelkerung(zeilen), raum(A, B), ALLE)["anzahl"].to_list() == [None, 394, None, None]
