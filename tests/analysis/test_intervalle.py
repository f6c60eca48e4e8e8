"""Intervals against scipy, and the one judgement whether two values differ."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest, chi2, norm

from analysis.intervalle import Unterschied, Z, byar_oben, byar_unten, mit_intervall, unterschied, wilson
from analysis.kennzahlen.katalog import kennzahl
from models.rahmen import Gebietswerte

NIVEAU = float(2 * norm.cdf(Z) - 1)


def eine(ausdruck: pl.Expr, **spalten: float | None) -> float | None:
    schema = dict.fromkeys(spalten, pl.Float64)
    wert: float | None = pl.DataFrame({n: [w] for n, w in spalten.items()}, schema=schema).select(ausdruck).item()
    return wert


def test_the_level_is_that_of_comparison_intervals() -> None:
    """Goldstein & Healy 1995: 1.39 standard errors each, about 84 %."""
    assert Z == 1.39
    assert pytest.approx(0.8355, abs=1e-4) == NIVEAU


@pytest.mark.parametrize(("anzahl", "unten", "oben"), [(10, 5.97735, 15.85499), (100, 86.43128, 115.25886)])
def test_byar_by_hand(anzahl: int, unten: float, oben: float) -> None:
    """10 (1 - 1/90 - 1.39/(3 sqrt 10))^3 and 11 (1 - 1/99 + 1.39/(3 sqrt 11))^3; for 100 likewise."""
    n = pl.col("n")
    assert eine(byar_unten(n), n=anzahl) == pytest.approx(unten, abs=1e-5)
    assert eine(byar_oben(n), n=anzahl) == pytest.approx(oben, abs=1e-5)


@pytest.mark.parametrize("anzahl", [2, 5, 10, 37, 270, 1804])
def test_byar_is_close_to_the_exact_limits_of_a_poisson_count(anzahl: int) -> None:
    rand = (1 - NIVEAU) / 2
    assert eine(byar_unten(pl.col("n")), n=anzahl) == pytest.approx(chi2.ppf(rand, 2 * anzahl) / 2, rel=0.01)
    assert eine(byar_oben(pl.col("n")), n=anzahl) == pytest.approx(chi2.ppf(1 - rand, 2 * anzahl + 2) / 2, rel=0.01)


def test_byar_of_nobody_starts_at_zero_and_of_nothing_is_nothing() -> None:
    assert eine(byar_unten(pl.col("n")), n=0) == 0
    assert eine(byar_oben(pl.col("n")), n=0) == pytest.approx((1 - 1 / 9 + 1.39 / 3) ** 3)
    assert eine(byar_unten(pl.col("n")), n=None) is None
    assert eine(byar_oben(pl.col("n")), n=None) is None


@pytest.mark.parametrize(("treffer", "gesamt"), [(0, 20), (3, 20), (60, 100), (100, 100), (1174, 1804)])
def test_wilson_agrees_with_scipy(treffer: int, gesamt: int) -> None:
    soll = binomtest(treffer, gesamt).proportion_ci(NIVEAU, method="wilson")
    p, n = pl.col("p"), pl.col("n")
    assert eine(wilson(p, n, -1), p=treffer / gesamt, n=gesamt) == pytest.approx(soll.low, abs=1e-9)
    assert eine(wilson(p, n, 1), p=treffer / gesamt, n=gesamt) == pytest.approx(soll.high, abs=1e-9)


@pytest.mark.parametrize(
    ("eigene", "andere", "urteil"),
    [
        ((11, 20), (1, 10), Unterschied.HOEHER),
        ((10, 20), (1, 10), Unterschied.UNSICHER),
        ((1, 9), (10, 20), Unterschied.NIEDRIGER),
        ((1, 10), (10, 20), Unterschied.UNSICHER),
        ((5, 6), (1, 20), Unterschied.UNSICHER),
        ((7, 7), (7, 7), Unterschied.UNSICHER),
        ((None, 9), (10, 20), Unterschied.KEIN_VERGLEICH),
        ((1, None), (10, 20), Unterschied.KEIN_VERGLEICH),
        ((1, 9), (None, 20), Unterschied.KEIN_VERGLEICH),
        ((1, 9), (10, None), Unterschied.KEIN_VERGLEICH),
    ],
)
def test_two_values_differ_only_if_their_intervals_are_apart(
    eigene: tuple[float | None, float | None], andere: tuple[float | None, float | None], urteil: Unterschied
) -> None:
    assert unterschied(*eigene, *andere) == urteil


@given(*[st.floats(0, 1e6)] * 4)
def test_the_judgement_turns_around_with_its_sides(a: float, b: float, c: float, d: float) -> None:
    eigene, andere = (min(a, b), max(a, b)), (min(c, d), max(c, d))
    gespiegelt = {
        Unterschied.HOEHER: Unterschied.NIEDRIGER,
        Unterschied.NIEDRIGER: Unterschied.HOEHER,
        Unterschied.UNSICHER: Unterschied.UNSICHER,
    }
    assert unterschied(*andere, *eigene) == gespiegelt[unterschied(*eigene, *andere)]


def eine_zeile(slug: str, **werte: object) -> dict[str, float | None]:
    """`unten` and `oben` of one row of values."""
    satz = kennzahl(slug)
    assert satz is not None
    grund: dict[str, object] = dict.fromkeys(Gebietswerte.column_names(), "x") | {
        "stichtag": date(2024, 12, 31),
        "status": "gezeigt",
        "zaehler": None,
        "nenner": None,
        "wert": None,
        "von": None,
        "bis": None,
    }
    rahmen = Gebietswerte.validate(
        pl.DataFrame([grund | werte], schema=Gebietswerte.create_empty().schema, orient="row"), cast=True
    )
    ergebnis: dict[str, float | None] = mit_intervall(rahmen, satz).select("unten", "oben").row(0, named=True)
    return ergebnis


def test_the_interval_of_a_count_starts_from_the_bounds_of_the_rounding() -> None:
    ergebnis = eine_zeile("lb_bwf", wert=100, von=96, bis=104)
    assert ergebnis["unten"] == pytest.approx(eine(byar_unten(pl.col("n")), n=96))
    assert ergebnis["oben"] == pytest.approx(eine(byar_oben(pl.col("n")), n=104))


def test_the_interval_of_a_rate_is_that_of_its_count_in_its_unit() -> None:
    ergebnis = eine_zeile("besondere_wohnform", wert=5.0, von=4.8, bis=5.2, zaehler=100, nenner=20_000)
    assert ergebnis["unten"] == pytest.approx(eine(byar_unten(pl.col("n")), n=96) / 20)  # type: ignore[operator]
    assert ergebnis["oben"] == pytest.approx(eine(byar_oben(pl.col("n")), n=104) / 20)  # type: ignore[operator]


def test_the_interval_of_a_share_is_wilsons_at_its_bounds() -> None:
    ergebnis = eine_zeile("ambulantisierungsquote", wert=60.0, von=56.0, bis=64.0, zaehler=60, nenner=100)
    assert ergebnis["unten"] == pytest.approx(100 * binomtest(56, 100).proportion_ci(NIVEAU, method="wilson").low)
    assert ergebnis["oben"] == pytest.approx(100 * binomtest(64, 100).proportion_ci(NIVEAU, method="wilson").high)


def test_the_population_has_no_random_variation() -> None:
    assert eine_zeile("einwohner", wert=1000, von=1000, bis=1000) == {"unten": 1000, "oben": 1000}


@pytest.mark.parametrize("slug", ["lb_bwf", "besondere_wohnform", "ambulantisierungsquote", "einwohner"])
def test_a_protected_value_has_no_interval(slug: str) -> None:
    assert eine_zeile(slug, status="geschuetzt", zaehler=5, nenner=1000) == {"unten": None, "oben": None}


def test_without_inhabitants_there_is_no_interval_and_no_division() -> None:
    assert eine_zeile("besondere_wohnform", status="nicht_anwendbar", zaehler=5, nenner=0) == {
        "unten": None,
        "oben": None,
    }
