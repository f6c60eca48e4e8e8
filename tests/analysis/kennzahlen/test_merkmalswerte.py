"""Context figures become values of areas: exact small cases, and the laws that hold for any figures."""

from datetime import date
from typing import Any

import dataframely as dy
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.kennzahlen.katalog import kennzahl
from analysis.kennzahlen.merkmalswerte import als_werte, merkmalswerte, nebenwerte
from models.rahmen import Merkmalsbestand, Nennerwerte, Zuordnung

A, B, WALD, KREIS = "05978004", "05978008", "05978999", "05978"
T21, T23, JUNI = date(2021, 12, 31), date(2023, 12, 31), date(2023, 6, 30)
ORTE = ("gebiet", "stichtag", "wert", "status")


def figur(
    ags: str,
    wert: float | str,
    tag: date = T23,
    *,
    von: date | None = None,
    basis: str = "",
    quelle: str = "q",
    nummer: int = 1,
    merkmal: str = "schwerbehinderte",
    **teil: Any,
) -> dict[str, Any]:
    return {
        "merkmal": merkmal,
        "ags": ags,
        "zeitraum_von": von or tag,
        "zeitraum_bis": tag,
        "auspraegung": "insgesamt",
        "alter_von": 0,
        "alter_bis": None,
        "geschlecht": "insgesamt",
        "wert": None if isinstance(wert, str) else float(wert),
        "zeichen": wert if isinstance(wert, str) else None,
        "basis": basis,
        "quelle": quelle,
        "nummer": nummer,
    } | teil


def bestand(*figuren: dict[str, Any]) -> dy.DataFrame[Merkmalsbestand]:
    schema = Merkmalsbestand.create_empty().schema
    return Merkmalsbestand.validate(pl.DataFrame(list(figuren), schema=schema), cast=True)


def zuordnung(gebiet: str = KREIS, orte: tuple[str, ...] = (A, B)) -> dy.DataFrame[Zuordnung]:
    return Zuordnung.validate(
        pl.DataFrame([(o, gebiet, "Raum") for o in orte], schema=Zuordnung.column_names(), orient="row")
    )


def werte(*figuren: dict[str, Any], gebiet: str = KREIS, orte: tuple[str, ...] = (A, B)) -> list[tuple[Any, ...]]:
    rahmen = merkmalswerte(bestand(*figuren), zuordnung(gebiet, orte), "schwerbehinderte", frozenset({WALD}))
    return rahmen.select(ORTE).rows()


def test_a_sum_is_a_number_only_where_every_part_is_one() -> None:
    assert werte(figur(A, 10), figur(B, 5)) == [(KREIS, T23, 15, "gezeigt")]
    assert werte(figur(A, 10), figur(B, ".")) == [(KREIS, T23, None, "keine_angabe")]
    assert werte(figur(A, 10), figur(B, "-")) == [(KREIS, T23, None, "keine_angabe")]
    assert werte(figur(A, 10)) == [(KREIS, T23, None, "keine_angabe")]
    assert werte(figur(A, "..."), figur(B, "...")) == [(KREIS, T23, None, "nicht_geliefert")]
    assert werte(figur(A, 10), figur(B, 5), orte=(A, B, WALD)) == [(KREIS, T23, 15, "gezeigt")]


def test_the_row_of_the_source_ranks_before_a_sum_and_its_sign_stays() -> None:
    assert werte(figur(KREIS, 17), figur(A, 10), figur(B, 5)) == [(KREIS, T23, 17, "gezeigt")]
    assert werte(figur(KREIS, "."), figur(A, 10), figur(B, 5)) == [(KREIS, T23, None, "keine_angabe")]
    assert werte(figur(KREIS, 17), figur(A, "."), figur(B, 5)) == [(KREIS, T23, 17, "gezeigt")]
    assert werte(figur(KREIS, 17), figur(A, 10), figur(B, 5), gebiet="raum") == [("raum", T23, 15, "gezeigt")]


def test_the_newest_lieferung_counts_also_when_it_takes_a_number_back() -> None:
    assert werte(figur(KREIS, 9), figur(KREIS, 11, nummer=2)) == [(KREIS, T23, 11, "gezeigt")]
    assert werte(figur(KREIS, 9), figur(KREIS, ".", nummer=2)) == [(KREIS, T23, None, "keine_angabe")]


def test_official_figures_rank_before_synthetic_and_the_usual_source_before_another() -> None:
    synthetisch = [figur(KREIS, w, t, basis="synthetisch", nummer=9) for w, t in ((1, T21), (2, T23))]
    assert werte(figur(KREIS, 50), *synthetisch) == [(KREIS, T21, 1, "gezeigt"), (KREIS, T23, 50, "gezeigt")]
    reihe = [figur(KREIS, 40, T21), figur(KREIS, 41, T23), figur(KREIS, 90, T23, quelle="Register", nummer=5)]
    assert [w[2] for w in werte(*reihe)] == [40, 41]
    andere = nebenwerte(bestand(*reihe), zuordnung(), "schwerbehinderte")
    assert andere.select("stichtag", "wert", "reihe").rows() == [(T23, 90, "Register")]


def test_a_month_and_a_year_that_end_on_the_same_day_are_two_series() -> None:
    jahr = figur(KREIS, 100, von=date(2023, 1, 1), quelle="BA", basis="zensus2022")
    monat = figur(KREIS, 90, von=date(2023, 12, 1), quelle="BA")
    beide = bestand(jahr, monat)
    reihen = {
        r["reihe"]
        for rahmen in (merkmalswerte, nebenwerte)
        for r in rahmen(beide, zuordnung(), "schwerbehinderte").to_dicts()
    }
    assert reihen == {"zensus2022: BA (Jahr)", "BA (Monat)"}


def nenner(*zeilen: tuple[str, date, int | None, str]) -> dy.DataFrame[Nennerwerte]:
    return Nennerwerte.validate(
        pl.DataFrame(list(zeilen), schema=Nennerwerte.create_empty().schema, orient="row"), cast=True
    )


@pytest.mark.parametrize(
    ("tag", "einwohner", "erwartet"),
    [
        (T23, (KREIS, T23, 1000, "zensus2022"), (12, "gezeigt", 120, 1000, "q, Einwohner: zensus2022")),
        (JUNI, (KREIS, T23, 1000, "zensus2022"), (12, "gezeigt", 120, 1000, "q, Einwohner: zensus2022")),
        (T23, (KREIS, T21, 1000, "zensus2022"), (None, "keine_angabe", 120, None, "q")),
        (T23, (KREIS, T23, 0, "zensus2022"), (None, "nicht_anwendbar", 120, 0, "q, Einwohner: zensus2022")),
    ],
)
def test_a_share_divides_by_the_people_of_the_day_or_of_the_end_of_the_year(
    tag: date, einwohner: tuple[str, date, int, str], erwartet: tuple[Any, ...]
) -> None:
    satz = kennzahl("schwerbehindertenanteil")
    assert satz is not None
    anzahl = merkmalswerte(bestand(figur(KREIS, 120, tag)), zuordnung(), "schwerbehinderte")
    (zeile,) = als_werte(anzahl, satz, nenner(einwohner)).to_dicts()
    assert (zeile["wert"], zeile["status"], zeile["zaehler"], zeile["nenner"], zeile["basis"]) == erwartet
    assert zeile["von"] == zeile["bis"] == zeile["wert"]


def test_what_is_broken_down_is_never_added_up_to_a_total() -> None:
    assert werte(figur(KREIS, 5, geschlecht="m"), figur(KREIS, 6, geschlecht="w")) == []
    assert werte(figur(KREIS, 5, alter_bis=17), figur(KREIS, 6, auspraegung="Sehbehinderung")) == []


FIGUREN = st.lists(
    st.builds(
        figur,
        st.sampled_from([A, B, KREIS]),
        st.integers(0, 99) | st.sampled_from([".", "-", "..."]),
        st.sampled_from([T21, T23]),
        basis=st.sampled_from(["", "synthetisch"]),
        quelle=st.sampled_from(["q", "r"]),
    ),
    max_size=14,
)


@given(FIGUREN, st.randoms())
def test_laws_of_values(figuren: list[dict[str, Any]], zufall: Any) -> None:
    nummeriert = [f | {"nummer": n} for n, f in enumerate(figuren, start=1)]
    alle = bestand(*nummeriert)
    gewaehlt = merkmalswerte(alle, zuordnung(), "schwerbehinderte")
    weitere = nebenwerte(alle, zuordnung(), "schwerbehinderte")
    # The order of rows says nothing; the order of Lieferungen does, and only the last one of a cell counts.
    gemischt = list(nummeriert)
    zufall.shuffle(gemischt)
    assert merkmalswerte(bestand(*gemischt), zuordnung(), "schwerbehinderte").equals(gewaehlt)
    letzte = {(f["ags"], f["zeitraum_bis"], f["basis"], f["quelle"]): f["wert"] for f in nummeriert}
    # One value a Stichtag; a number and its series are nowhere twice.
    assert gewaehlt.select("gebiet", "stichtag").is_unique().all()
    paare = pl.concat([gewaehlt, weitere]).select("gebiet", "stichtag", "reihe")
    assert paare.is_unique().all()
    for zeile in pl.concat([gewaehlt, weitere]).iter_rows(named=True):
        basis, _, quelle = zeile["reihe"].rpartition(": ")
        teile = [letzte.get((ort, zeile["stichtag"], basis, quelle), "fehlt") for ort in (KREIS, A, B)]
        eigene, *orte = teile
        if eigene != "fehlt":
            assert zeile["wert"] == eigene
        elif None in orte or "fehlt" in orte:
            assert zeile["wert"] is None
        else:
            assert zeile["wert"] == sum(orte)
        assert (zeile["wert"] is None) == (zeile["status"] != "gezeigt")
