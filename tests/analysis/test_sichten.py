"""The one view of the numbers, on a Bestand written by hand (`tests.von_hand`)."""

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import dataframely as dy
import polars as pl
import pytest

from analysis import sichten
from analysis.bestand import Bestand
from analysis.kennzahlen.katalog import KENNZAHLEN, kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from models.rahmen import Einwohnerbestand, Gebietswerte
from tests.von_hand import ALTDORF, BERG, CELL, DORN, FORST, KREIS, T23, T24, bestand, veroeffentlicht

SPALTEN = (
    "kennzahl raumprinzip einteilung ebene gebiet name stichtag altersgruppe geschlecht wert von bis status zaehler "
    "nenner basis"
)

ANTEIL = "ambulantisierungsquote"
"""Its numerator is `lb_awf`, which stays in force when `lb_bwf` is withdrawn."""


def satz(slug: str) -> Kennzahl:
    gefunden = kennzahl(slug)
    assert gefunden is not None
    return gefunden


def werte(
    slug: str, ebene: str, prinzip: str = "herkunft", tag: date = T24, aus: Bestand | None = None, einteilung: str = ""
) -> dict[str, tuple[Any, ...]]:
    """gebiet -> (wert, von, bis, status)"""
    rahmen = sichten.gebietswerte(aus or bestand(), satz(slug), ebene, prinzip, einteilung)
    zeilen = rahmen.filter(stichtag=tag).select("gebiet", "wert", "von", "bis", "status").rows()
    return {gebiet: tuple(rest) for gebiet, *rest in zeilen}


def test_the_columns_are_those_of_the_contract() -> None:
    rahmen = sichten.gebietswerte(bestand(), satz("besondere_wohnform"), "planungsraum", "herkunft")
    assert rahmen.columns == SPALTEN.split()
    erste = rahmen.row(0, named=True)
    assert {n: erste[n] for n in ("kennzahl", "raumprinzip", "einteilung", "ebene", "altersgruppe", "geschlecht")} == {
        "kennzahl": "besondere_wohnform",
        "raumprinzip": "herkunft",
        "einteilung": "haupt",
        "ebene": "planungsraum",
        "altersgruppe": "18+",
        "geschlecht": "insgesamt",
    }
    anzahl = sichten.gebietswerte(bestand(), satz("lb_bwf"), "gemeinde", "leistungsort").row(0, named=True)
    assert (anzahl["altersgruppe"], anzahl["einteilung"], anzahl["raumprinzip"]) == ("insgesamt", "", "leistungsort")


def test_counts_by_herkunft_are_rows_of_the_cube_with_their_bounds() -> None:
    assert werte("lb_bwf", "gemeinde") == {
        ALTDORF: (45, 41, 49, "geschuetzt"),
        BERG: (28, 26, 32, "geschuetzt"),
        CELL: (32, 28, 36, "geschuetzt"),
        DORN: (16, 14, 20, "geschuetzt"),
        FORST: (0, 0, 4, "geschuetzt"),
    }
    assert werte("lb_bwf", "planungsraum") == {
        "nord": (73, 69, 77, "geschuetzt"),
        "sued": (48, 44, 52, "geschuetzt"),
    }
    assert werte("lb_bwf", "kreis") == {KREIS: (121, 121, 121, "gezeigt")}


def test_counts_by_leistungsort_are_columns_of_the_cube() -> None:
    assert werte("lb_bwf", "gemeinde", "leistungsort") == {
        ALTDORF: (45, 41, 49, "geschuetzt"),
        BERG: (33, 29, 37, "geschuetzt"),
        CELL: (20, 18, 24, "geschuetzt"),
        DORN: (30, 26, 34, "geschuetzt"),
        FORST: (0, 0, 4, "geschuetzt"),
    }
    assert werte("lb_bwf", "kreis", "leistungsort") == {KREIS: (128, 128, 128, "gezeigt")}


def test_rates_divide_by_the_population_of_their_band() -> None:
    assert werte("besondere_wohnform", "gemeinde") == {
        ALTDORF: (45 / 8, 41 / 8, 49 / 8, "gezeigt"),
        BERG: (28 / 4, 26 / 4, 32 / 4, "gezeigt"),
        CELL: (32 / 2, 28 / 2, 36 / 2, "gezeigt"),
        DORN: (pytest.approx(16 / 1.2), pytest.approx(14 / 1.2), pytest.approx(20 / 1.2), "gezeigt"),
        FORST: (None, None, None, "nicht_anwendbar"),
    }
    assert werte("besondere_wohnform_alle", "gemeinde")[ALTDORF] == (
        4.5,
        pytest.approx(4.1),
        pytest.approx(4.9),
        "gezeigt",
    )
    assert werte("besondere_wohnform", "kreis")[KREIS][0] == pytest.approx(121 / 15.2)
    ohne_alter = werte("besondere_wohnform", "gemeinde", tag=T23)
    assert {w[3] for w in ohne_alter.values()} == {"keine_angabe"}
    assert werte("besondere_wohnform_alle", "kreis", tag=T23)[KREIS][0] == pytest.approx(85 / 18.96)
    assert werte("besondere_wohnform_alle", "gemeinde", tag=T23)[DORN] == (None, None, None, "geschuetzt")


def test_a_share_is_made_of_two_cubes() -> None:
    quote = werte("ambulantisierungsquote", "kreis")[KREIS]
    assert quote == (
        pytest.approx(100 * 96 / 217),
        pytest.approx(100 * 92 / 213),
        pytest.approx(100 * 100 / 221),
        "gezeigt",
    )
    assert werte("ambulantisierungsquote", "gemeinde")[FORST] == (None, None, None, "geschuetzt")
    assert werte("ambulantisierungsquote", "kreis", tag=T23)[KREIS] == (None, None, None, "nicht_geliefert")


def test_the_population_is_shown_as_it_is() -> None:
    assert werte("einwohner", "planungsraum") == {
        "nord": (15_000, 15_000, 15_000, "gezeigt"),
        "sued": (4_000, 4_000, 4_000, "gezeigt"),
    }
    assert werte("einwohner", "kreis", tag=T23) == {KREIS: (18_960, 18_960, 18_960, "gezeigt")}
    zeile = sichten.gebietswerte(bestand(), satz("einwohner"), "kreis", "herkunft").row(0, named=True)
    assert (zeile["zaehler"], zeile["nenner"], zeile["basis"]) == (18_960, None, "zensus2022")


def test_another_einteilung_is_arithmetic_on_the_same_cells() -> None:
    """East 45 + 32, West 28 + 16; two bounded Gemeinden each, so the bound is 8."""
    assert werte("lb_bwf", "planungsraum", einteilung="quer") == {
        "ost": (77, 69, 85, "geschuetzt"),
        "west": (44, 40, 52, "geschuetzt"),
    }


@pytest.mark.parametrize(("slug", "ebene"), list(product([k.id for k in KENNZAHLEN], ["kreis", "gemeinde"])))
def test_a_withdrawn_freigabe_leaves_rows_that_say_so_and_no_number(slug: str, ebene: str) -> None:
    ohne = bestand("lb_bwf")
    rahmen = sichten.gebietswerte(ohne, satz(slug), ebene, "herkunft")
    hessisch = slug in ("schulabgaenger_folgejahr", "lb_regelaltersgrenze")
    keiner = hessisch or satz(slug).merkmal
    assert rahmen["stichtag"].n_unique() == (2 if slug == "einwohner" else 0 if keiner else 1)
    if "lb_bwf" in satz(slug).grundzahlen:
        zu_fein = satz(slug).nur_kreis and ebene != "kreis"
        bewohnt = rahmen.filter(pl.col("gebiet") != FORST)
        assert set(bewohnt["status"]) <= {"nicht_anwendbar" if zu_fein else "nicht_geliefert"}
        eigene = [s for s in ("wert", "von", "bis", "zaehler") if (slug, s) != (ANTEIL, "zaehler")]
        assert rahmen.select(eigene).null_count().row(0) == (len(rahmen),) * len(eigene)


def test_without_a_count_the_population_below_a_rate_still_stands() -> None:
    rahmen = sichten.gebietswerte(bestand("lb_bwf"), satz("besondere_wohnform"), "gemeinde", "herkunft")
    assert dict(rahmen.select("gebiet", "nenner").rows()) == {
        ALTDORF: 8000,
        BERG: 4000,
        CELL: 2000,
        DORN: 1200,
        FORST: 0,
    }


def test_a_forest_that_the_census_leaves_out_is_no_answer_and_not_undelivered() -> None:
    ganz = bestand()
    ohne_forst = replace(ganz, einwohner=Einwohnerbestand.validate(ganz.einwohner.filter(pl.col("ags") != FORST)))
    rahmen = sichten.gebietswerte(ohne_forst, satz("einwohner"), "gemeinde", "herkunft")
    assert set(rahmen.filter(pl.col("gebiet") == FORST).select("wert", "status", "basis").rows()) == {
        (None, "keine_angabe", "")
    }
    assert set(rahmen.filter(pl.col("gebiet") != FORST)["status"]) == {"gezeigt"}


def test_with_nothing_in_force_a_view_is_empty_and_of_the_same_form() -> None:
    leer = sichten.gebietswerte(bestand("lb_bwf", "lb_awf"), satz("lb_bwf"), "gemeinde", "herkunft")
    assert leer.is_empty()
    assert leer.columns == SPALTEN.split()


def test_a_series_without_a_raumprinzip_has_no_values_in_it() -> None:
    assert {w[3] for w in werte("lb_awf", "gemeinde", "leistungsort").values()} == {"nicht_geliefert"}


def test_stichtage_are_those_of_any_cube_and_of_the_population() -> None:
    ganz, nur_awf = bestand(), bestand("lb_bwf")
    assert sichten.stichtage(ganz, satz("lb_awf")) == (T23, T24)
    assert sichten.stichtage(nur_awf, satz("lb_bwf")) == (T24,)
    assert sichten.stichtage(nur_awf, satz("einwohner")) == (T23, T24)
    assert sichten.stichtage(bestand("lb_bwf", "lb_awf"), satz("lb_bwf")) == ()


def test_a_raised_k_of_a_freigabe_raises_the_bar_for_its_rates() -> None:
    """45 people in Altdorf: shown as a rate with k = 22 (2k = 44), protected with k = 23."""
    ganz = bestand()
    for k, status in ((22, "gezeigt"), (23, "geschuetzt")):
        zellen = {T24: {(ALTDORF, ALTDORF): 45}}
        frei = {"lb_bwf": veroeffentlicht("lb_bwf", zellen, k=k)}
        assert werte("besondere_wohnform", "gemeinde", aus=replace(ganz, veroeffentlicht=frei))[ALTDORF][3] == status


def test_a_shown_number_says_that_it_is_synthetic() -> None:
    def basen(aus: Bestand, slug: str) -> set[str]:
        return set(sichten.gebietswerte(aus, satz(slug), "kreis", "herkunft")["basis"])

    assert basen(bestand(), "lb_bwf") == {""}
    ganz = bestand()
    for v in ganz.veroeffentlicht.values():
        v.freigabe.synthetisch = True
    assert basen(ganz, "lb_bwf") == {"synthetisch"}
    assert basen(ganz, "ambulantisierungsquote") == {"", "synthetisch"}
    assert ganz.synthetisch
    assert not bestand().synthetisch


def additiv(rahmen: dy.DataFrame[Gebietswerte]) -> dict[date, float]:
    return dict(rahmen.group_by("stichtag").agg(pl.col("wert").sum()).sort("stichtag").iter_rows())


@pytest.mark.parametrize(
    ("slug", "prinzip"), [("lb_bwf", "herkunft"), ("lb_bwf", "leistungsort"), ("einwohner", "herkunft")]
)
def test_gemeinden_add_up_to_planungsraeume_and_those_to_the_kreis(slug: str, prinzip: str) -> None:
    je_ebene = [
        additiv(sichten.gebietswerte(bestand(), satz(slug), ebene, prinzip))
        for ebene in ("gemeinde", "planungsraum", "kreis")
    ]
    assert je_ebene[0] == je_ebene[1] == je_ebene[2]
