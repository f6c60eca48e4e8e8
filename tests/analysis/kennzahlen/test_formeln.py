"""Every formula by hand. Counts are (gebiet, wert, von, bis, status) at one Stichtag."""

from datetime import date
from typing import Any

import dataframely as dy
import polars as pl
import pytest

from analysis.kennzahlen.formeln import WERTE, addiere, anteil, rate, verhaeltnis, zahl
from analysis.kennzahlen.katalog import kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from models.rahmen import Nennerwerte, Zaehlwerte

TAG = date(2024, 12, 31)
G, S, F = "gezeigt", "geschuetzt", "nicht_geliefert"


def zaehler(*zeilen: tuple[str, int | None, int | None, int | None, str]) -> dy.DataFrame[Zaehlwerte]:
    spalten = ["gebiet", "wert", "von", "bis", "status"]
    rahmen = pl.DataFrame(zeilen, schema=spalten, orient="row").with_columns(stichtag=pl.lit(TAG))
    return Zaehlwerte.validate(rahmen.select(Zaehlwerte.column_names()), cast=True)


def nenner(**anzahlen: int | None) -> dy.DataFrame[Nennerwerte]:
    zeilen = [(g, TAG, n, None if n is None else "zensus2022") for g, n in anzahlen.items()]
    return Nennerwerte.validate(
        pl.DataFrame(zeilen, schema=["gebiet", "stichtag", "anzahl", "basis"], orient="row"), cast=True
    )


def satz(slug: str) -> Kennzahl:
    gefunden = kennzahl(slug)
    assert gefunden is not None
    return gefunden


def zeile(rahmen: pl.DataFrame, gebiet: str) -> dict[str, Any]:
    (gefunden,) = rahmen.filter(gebiet=gebiet).drop("gebiet", "stichtag").to_dicts()
    return gefunden


def test_a_count_is_what_was_published() -> None:
    werte = zahl(zaehler(("a", 37, 33, 41, S), ("kreis", 111, 111, 111, G)), "synthetisch")
    assert werte.columns == list(WERTE)
    assert zeile(werte, "a") == {
        "wert": 37.0,
        "von": 33.0,
        "bis": 41.0,
        "status": S,
        "zaehler": 37,
        "nenner": None,
        "basis": "synthetisch",
    }
    assert zeile(werte, "kreis")["status"] == G


def test_a_rate_divides_value_and_bounds_by_the_population() -> None:
    werte = rate(zaehler(("a", 50, 46, 54, S)), nenner(a=20_000), satz("besondere_wohnform"), k=5)
    assert zeile(werte, "a") == {
        "wert": pytest.approx(2.5),
        "von": pytest.approx(2.3),
        "bis": pytest.approx(2.7),
        "status": G,
        "zaehler": 50,
        "nenner": 20_000,
        "basis": "zensus2022",
    }


@pytest.mark.parametrize(("anzahl", "k", "status"), [(9, 5, S), (10, 5, G), (19, 10, S), (20, 10, G), (0, 5, S)])
def test_below_2k_people_a_rate_is_protected_and_keeps_its_count(anzahl: int, k: int, status: str) -> None:
    ergebnis = zeile(rate(zaehler(("a", anzahl, 0, anzahl + 4, S)), nenner(a=1000), satz("besondere_wohnform"), k), "a")
    assert ergebnis["status"] == status
    assert ergebnis["zaehler"] == anzahl
    assert ergebnis["nenner"] == 1000
    gezeigt = status == G
    assert [ergebnis[s] is not None for s in ("wert", "von", "bis")] == [gezeigt] * 3


@pytest.mark.parametrize(("einwohner", "status"), [(499, S), (500, G)])
def test_over_too_few_inhabitants_a_rate_is_protected_and_keeps_its_parts(einwohner: int, status: str) -> None:
    wohnform = satz("besondere_wohnform")
    werte = rate(zaehler(("a", 40, 36, 44, S)), nenner(a=einwohner), wohnform, k=5, mindestnenner=500)
    ergebnis = zeile(werte, "a")
    assert (ergebnis["status"], ergebnis["zaehler"], ergebnis["nenner"]) == (status, 40, einwohner)
    assert [ergebnis[s] is not None for s in ("wert", "von", "bis")] == [status == G] * 3


def test_where_nobody_lives_a_rate_is_not_applicable_whatever_was_counted() -> None:
    werte = rate(
        zaehler(("leer", 0, 0, 4, S), ("heim", 30, 26, 34, S)), nenner(leer=0, heim=0), satz("besondere_wohnform"), k=5
    )
    assert set(werte["status"]) == {"nicht_anwendbar"}
    assert werte.select("wert", "von", "bis").null_count().row(0) == (2, 2, 2)


def test_a_missing_age_band_is_no_answer() -> None:
    werte = rate(
        zaehler(("a", 50, 46, 54, S), ("b", 3, 1, 7, S), ("c", 50, 46, 54, S)),
        nenner(a=None, b=None),
        satz("besondere_wohnform"),
        k=5,
    )
    assert set(werte["status"]) == {"keine_angabe"}
    assert set(werte["basis"]) == {""}
    assert zeile(werte, "a")["zaehler"] == 50


def test_what_was_not_delivered_stays_not_delivered() -> None:
    werte = rate(zaehler(("a", None, None, None, F)), nenner(a=1000), satz("besondere_wohnform"), k=5)
    assert zeile(werte, "a") == {
        "wert": None,
        "von": None,
        "bis": None,
        "status": F,
        "zaehler": None,
        "nenner": 1000,
        "basis": "zensus2022",
    }


def test_a_share_has_the_widest_bounds_its_parts_allow() -> None:
    """60 of 100 with 56..64 of them: the other 40 are 36..44 (92..108 in all)."""
    werte = anteil(
        zaehler(("a", 60, 56, 64, S)), zaehler(("a", 100, 92, 108, S)), satz("ambulantisierungsquote"), k=5, basis="x"
    )
    ergebnis = zeile(werte, "a")
    assert ergebnis["wert"] == pytest.approx(60.0)
    assert ergebnis["von"] == pytest.approx(100 * 56 / (56 + 44))
    assert ergebnis["bis"] == pytest.approx(100 * 64 / (64 + 36))
    assert (ergebnis["status"], ergebnis["zaehler"], ergebnis["nenner"], ergebnis["basis"]) == (G, 60, 100, "x")


def test_an_exact_share_has_no_bounds() -> None:
    ergebnis = zeile(
        anteil(zaehler(("a", 60, 60, 60, G)), zaehler(("a", 80, 80, 80, G)), satz("ambulantisierungsquote"), k=5), "a"
    )
    assert (ergebnis["wert"], ergebnis["von"], ergebnis["bis"]) == (75.0, 75.0, 75.0)


@pytest.mark.parametrize(("gesamt", "k", "status"), [(19, 5, S), (20, 5, G), (20, 11, S), (22, 11, G), (0, 5, S)])
def test_there_is_no_share_of_a_few_people(gesamt: int, k: int, status: str) -> None:
    ergebnis = zeile(
        anteil(
            zaehler(("a", 0, 0, 4, S)),
            zaehler(("a", gesamt, max(0, gesamt - 8), gesamt + 8, S)),
            satz("ambulantisierungsquote"),
            k,
        ),
        "a",
    )
    assert ergebnis["status"] == status
    assert (ergebnis["wert"] is None) == (status == S)


def test_a_share_without_one_of_its_parts_is_not_delivered() -> None:
    ergebnis = zeile(
        anteil(zaehler(("a", 60, 56, 64, S)), zaehler(("a", None, None, None, F)), satz("ambulantisierungsquote"), k=5),
        "a",
    )
    assert (ergebnis["status"], ergebnis["wert"], ergebnis["von"], ergebnis["bis"]) == (F, None, None, None)


def test_a_sum_adds_values_and_bounds_and_is_exact_only_if_all_parts_are() -> None:
    eins = zaehler(("a", 10, 6, 14, S), ("b", 7, 7, 7, G))
    zwei = zaehler(("a", 5, 1, 9, S), ("b", 8, 8, 8, G))
    assert addiere([eins, zwei]).drop("stichtag").rows() == [("a", 15, 7, 23, S), ("b", 15, 15, 15, G)]
    gemischt = addiere([zaehler(("b", 7, 7, 7, G)), zaehler(("b", 8, 4, 12, S))])
    assert gemischt.drop("stichtag").rows() == [("b", 15, 11, 19, S)]
    assert addiere([eins]) is eins


def test_a_sum_with_a_missing_part_is_missing() -> None:
    ganz = zaehler(("a", 10, 6, 14, S), ("b", 7, 3, 11, S))
    luecke = zaehler(("a", None, None, None, F))
    assert addiere([ganz, luecke]).drop("stichtag").rows() == [("a", None, None, None, F), ("b", None, None, None, F)]
    assert set(addiere([ganz, Zaehlwerte.create_empty()])["status"]) == {F}


def test_a_ratio_sets_fewest_over_most_and_most_over_fewest() -> None:
    """12 (11 to 13) people with Budget für Arbeit, 300 (296 to 304) in the Werkstatt."""
    bfa = zaehler(("kreis", 12, 11, 13, S), ("klein", 9, 9, 9, G), ("leer", 30, 30, 30, G), ("fehlt", 30, 30, 30, G))
    wfbm = zaehler(("kreis", 300, 296, 304, S), ("klein", 90, 90, 90, G), ("leer", 19, 19, 19, G))
    werte = verhaeltnis(bfa, wfbm, satz("A4"), k=5)
    kreis = zeile(werte, "kreis")
    assert (kreis["wert"], kreis["zaehler"], kreis["nenner"]) == (pytest.approx(4.0), 12, 300)
    assert (kreis["von"], kreis["bis"]) == (pytest.approx(1100 / 304), pytest.approx(1300 / 296))
    for gebiet in ("klein", "leer"):
        assert (zeile(werte, gebiet)["wert"], zeile(werte, gebiet)["status"]) == (None, S)
    assert "fehlt" not in werte["gebiet"].to_list()


def test_the_share_with_gastfamilien_adds_them_above_and_below() -> None:
    awf, gast, bwf = (zaehler(("kreis", n, n, n, G)) for n in (1676, 23, 917))
    quote = zeile(anteil(addiere([awf, gast]), addiere([awf, gast, bwf]), satz("W4"), k=5), "kreis")
    assert quote["wert"] == pytest.approx(100 * 1699 / 2616)
    assert quote["von"] == quote["bis"] == quote["wert"]


def test_a_rate_of_places_has_no_lower_bar() -> None:
    """1 place per 1.000 inhabitants is shown: k = 0 where nobody is behind the number."""
    plaetze = zaehler(("a", 1, 1, 1, G), ("b", 0, 0, 0, G))
    werte = rate(plaetze, nenner(a=1000, b=1000), satz("W5"), k=0)
    assert [zeile(werte, g)["wert"] for g in "ab"] == [1.0, 0.0]
    assert {zeile(werte, g)["status"] for g in "ab"} == {G}
