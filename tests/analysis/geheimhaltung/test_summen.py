from dataclasses import replace
from datetime import date

import dataframely as dy
import polars as pl
import pytest

from analysis.geheimhaltung.summen import stroeme, summiere, zellspanne
from models.rahmen import Wuerfel, Zuordnung
from models.schutz import Schutzangaben

TAG = date(2024, 12, 31)
A, B, C = "06636001", "06636002", "06636003"
ANGABEN = Schutzangaben(
    k=5,
    c=2,
    eckwerte_exakt=True,
    gemeinden=(A, B, C),
    weitere=("uebrige",),
    raeume={A: "nord", B: "nord", C: "sued"},
    raumprinzipien=("herkunft", "leistungsort"),
)
ZELLEN = {
    (A, A): 0,
    (A, B): 0,
    (A, C): 0,
    (A, "uebrige"): 0,
    (B, A): 0,
    (B, B): 5,
    (B, C): 0,
    (B, "uebrige"): 0,
    (C, A): 5,
    (C, B): 5,
    (C, C): 20,
    (C, "uebrige"): 6,
    ("uebrige", A): 0,
    ("uebrige", B): 0,
    ("uebrige", C): 8,
}


def wuerfel(zellen: dict[tuple[str, str], int] = ZELLEN) -> dy.DataFrame[Wuerfel]:
    zeilen = [(TAG, h, z, wert) for (h, z), wert in zellen.items()]
    return Wuerfel.validate(pl.DataFrame(zeilen, schema=Wuerfel.create_empty().schema, orient="row"))


def zuordnung(**gebiete: tuple[str, ...]) -> dy.DataFrame[Zuordnung]:
    zeilen = [(ags, gebiet, gebiet) for gebiet, alle in gebiete.items() for ags in alle]
    return Zuordnung.validate(pl.DataFrame(zeilen, schema=Zuordnung.create_empty().schema, orient="row"))


def summen(
    gebiete: dy.DataFrame[Zuordnung], prinzip: str = "herkunft", angaben: Schutzangaben = ANGABEN
) -> dict[str, tuple[int, int, int, str]]:
    zeilen = summiere(wuerfel(), angaben, gebiete, prinzip)
    return {gebiet: (wert, von, bis, status) for gebiet, _, wert, von, bis, status in zeilen.iter_rows()}


@pytest.mark.parametrize(
    ("wert", "k", "c", "spanne"),
    [(0, 5, 2, (0, 4)), (5, 5, 2, (1, 5)), (6, 5, 2, (4, 8)), (6, 5, 0, (6, 6)), (0, 3, 1, (0, 2)), (3, 3, 1, (1, 3))],
)
def test_a_cell_reads_as_the_range_of_its_truth(wert: int, k: int, c: int, spanne: tuple[int, int]) -> None:
    assert zellspanne(wert, replace(ANGABEN, k=k, c=c)) == spanne


@pytest.mark.parametrize(("wert", "spanne"), [(0, (0, 4)), (5, (1, 9)), (10, (6, 10)), (11, (9, 13))])
def test_a_cell_that_is_a_whole_gemeinde_leaves_k_numbers_below_2k(wert: int, spanne: tuple[int, int]) -> None:
    assert zellspanne(wert, replace(ANGABEN, k=5, c=2, raumprinzipien=("herkunft",))) == spanne


@pytest.mark.parametrize("wert", [-1, 1, 4])
def test_a_value_that_no_cell_may_show_is_refused(wert: int) -> None:
    with pytest.raises(ValueError, match=f"Der Wert {wert} darf bei k = 5 in keiner Zelle stehen"):
        zellspanne(wert, replace(ANGABEN, k=5, c=2))


def test_a_gemeinde_deviates_by_less_than_k_however_many_cells_it_has() -> None:
    # C: 5 and 5 may each be 4 less, 20 and 6 each 2 more or less; the margin of the Gemeinde is narrower.
    assert summen(zuordnung(a=(A,), b=(B,), c=(C,))) == {
        "a": (0, 0, 4, "geschuetzt"),
        "b": (5, 1, 9, "geschuetzt"),
        "c": (36, 32, 40, "geschuetzt"),
    }


def test_the_cells_bound_a_sum_where_they_are_narrower_than_the_margin() -> None:
    zellen = {(C, C): 20}
    zeilen = summiere(wuerfel(zellen), replace(ANGABEN, c=1), zuordnung(c=(C,)), "herkunft")
    assert zeilen.select("wert", "von", "bis").row(0) == (20, 19, 21)


def test_a_sum_of_cells_that_were_never_moved_is_shown_as_it_is() -> None:
    zeilen = summiere(wuerfel({(C, C): 20}), replace(ANGABEN, c=0), zuordnung(c=(C,)), "herkunft")
    assert zeilen.select("von", "bis", "status").row(0) == (20, 20, "gezeigt")


def test_a_planungsraum_of_the_haupteinteilung_is_as_narrow_as_a_gemeinde() -> None:
    assert summen(zuordnung(irgendwie=(B, A)), "leistungsort")["irgendwie"] == (15, 11, 19, "geschuetzt")


def test_a_free_planungsraum_is_as_wide_as_its_gemeinden_together() -> None:
    assert summen(zuordnung(frei=(B, C)))["frei"] == (41, 33, 49, "geschuetzt")


def test_the_kreis_total_is_exact_only_if_it_was_published_so() -> None:
    kreis = zuordnung(kreis=(A, B, C))
    assert summen(kreis)["kreis"] == (41, 41, 41, "gezeigt")
    assert summen(kreis, "leistungsort")["kreis"] == (43, 43, 43, "gezeigt")
    rund = replace(ANGABEN, c=0, eckwerte_exakt=False)
    assert summen(kreis, angaben=rund)["kreis"] == (41, 37, 45, "geschuetzt")


def test_one_planungsraum_for_the_whole_kreis_keeps_its_bound_without_exact_totals() -> None:
    rund = replace(ANGABEN, eckwerte_exakt=False, raeume=dict.fromkeys((A, B, C), "alles"))
    assert summen(zuordnung(kreis=(A, B, C)), angaben=rund)["kreis"] == (41, 37, 45, "geschuetzt")


def test_an_area_that_reaches_beyond_the_cube_has_no_row() -> None:
    assert summen(zuordnung(a=(A,), weiter=(B, "06611001"), fremd=("06611002",))) == {"a": (0, 0, 4, "geschuetzt")}


def test_no_cells_give_no_rows() -> None:
    assert summiere(Wuerfel.create_empty(), ANGABEN, zuordnung(a=(A,)), "herkunft").is_empty()


def test_a_raumprinzip_the_cube_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="gibt es nicht nach leistungsort, nur nach herkunft"):
        summen(zuordnung(a=(A,)), "leistungsort", replace(ANGABEN, raumprinzipien=("herkunft",)))


def test_flows_list_every_cell_with_its_range() -> None:
    zellen = {(A, B): 0, (A, A): 5, (C, "uebrige"): 9}
    assert stroeme(wuerfel(zellen), ANGABEN).rows() == [
        (TAG, A, A, 5, 1, 5, "geschuetzt"),
        (TAG, A, B, 0, 0, 4, "geschuetzt"),
        (TAG, C, "uebrige", 9, 7, 11, "geschuetzt"),
    ]
    assert stroeme(wuerfel({(C, "uebrige"): 9}), replace(ANGABEN, c=0)).row(0)[4:] == (9, 9, "gezeigt")
