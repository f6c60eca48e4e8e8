"""The smaller Grundzahlen of the demonstration: in their corridors, and parts of the others where they are parts."""

from functools import cache

import dataframely as dy
import polars as pl
import pytest

from data_access.demo.fallzahlen import fallzahlen
from data_access.demo.quellen import JAHRE, KREISE, gemeinden
from models.grundzahlen import GRUNDZAHLEN, TEILMENGEN
from models.rahmen import Rohzellen

UNNA, WMK = KREISE
JE_KREIS = pytest.mark.parametrize("kreis", KREISE)
ZELLE = ["stichtag", "herkunft", "leistungsort"]

KORRIDORE_2024 = {
    (UNNA, "lb_bfa"): (15, 45),
    (WMK, "lb_bfa"): (5, 15),
    (UNNA, "lb_gastfamilie"): (15, 35),
    (WMK, "lb_gastfamilie"): (5, 15),
    (UNNA, "lb_tagesfoerderung"): (50, 110),
    (WMK, "lb_tagesfoerderung"): (80, 130),
    (UNNA, "lb_fruehfoerderung"): (450, 700),
    (WMK, "lb_fruehfoerderung"): (100, 160),
    (UNNA, "lb_schulbegleitung"): (400, 650),
    (WMK, "lb_schulbegleitung"): (100, 160),
    (UNNA, "lb_p67_stationaer"): (45, 80),
    (WMK, "lb_p67_stationaer"): (10, 25),
    (UNNA, "plaetze_bwf"): (900, 990),
    (WMK, "plaetze_bwf"): (240, 330),
    (UNNA, "plaetze_wfbm"): (1640, 1720),
    (WMK, "plaetze_wfbm"): (400, 450),
    (WMK, "personen_gesamt"): (850, 1300),
    (WMK, "lb_regelaltersgrenze"): (15, 60),
    (WMK, "schulabgaenger_folgejahr"): (2, 10),
}


@cache
def _zellen(kreis: str) -> dy.DataFrame[Rohzellen]:
    return fallzahlen(kreis)


def _zahl(kreis: str, grundzahl: str) -> pl.DataFrame:
    return _zellen(kreis).filter(pl.col("grundzahl") == grundzahl)


def _summe(kreis: str, grundzahl: str, jahr: int) -> int:
    ort = "leistungsort" if GRUNDZAHLEN[grundzahl].oeffentlich else "herkunft"
    zeilen = _zahl(kreis, grundzahl).filter(pl.col("stichtag").dt.year() == jahr, pl.col(ort).str.starts_with(kreis))
    return int(zeilen["anzahl"].sum())


@pytest.mark.parametrize(("kreis", "grundzahl"), list(KORRIDORE_2024))
def test_2024_lies_in_the_corridor(kreis: str, grundzahl: str) -> None:
    unten, oben = KORRIDORE_2024[kreis, grundzahl]
    assert unten <= _summe(kreis, grundzahl, 2024) <= oben


def test_the_plaetze_of_kreis_unna_are_the_published_ones() -> None:
    assert [_summe(UNNA, "plaetze_bwf", j) for j in (2016, 2017)] == [940, 936]
    assert [_summe(UNNA, "plaetze_wfbm", j) for j in (2016, 2017, 2022, 2023)] == [1650, 1667, 1718, 1673]


@JE_KREIS
@pytest.mark.parametrize("grundzahl", ["lb_fruehfoerderung", "lb_schulbegleitung"])
def test_small_children_and_pupils_are_part_of_the_minors_in_every_cell(kreis: str, grundzahl: str) -> None:
    paare = _zahl(kreis, grundzahl).join(_zahl(kreis, "minderjaehrige_egh"), on=ZELLE, how="left", suffix="_alle")
    assert paare["anzahl_alle"].null_count() == 0
    assert (paare["anzahl"] <= paare["anzahl_alle"]).all()


@JE_KREIS
def test_both_together_are_no_more_than_the_minors(kreis: str) -> None:
    for jahr in JAHRE:
        teile = [_summe(kreis, g, jahr) for g in ("lb_fruehfoerderung", "lb_schulbegleitung")]
        assert sum(teile) < _summe(kreis, "minderjaehrige_egh", jahr)


@JE_KREIS
def test_persons_lie_between_the_largest_service_and_the_sum_of_services(kreis: str) -> None:
    """In every Gemeinde with a service, and in the Kreis."""
    dienste = [g for g, ganzes in TEILMENGEN.items() if ganzes == "personen_gesamt"]
    for jahr in JAHRE:
        je_dienst = [_summe(kreis, g, jahr) for g in dienste]
        assert max(je_dienst) <= _summe(kreis, "personen_gesamt", jahr) < sum(je_dienst)
    am_ort = [g for g in dienste if not GRUNDZAHLEN[g].nur_kreis]
    je_ort = (
        _zellen(kreis)
        .filter(pl.col("grundzahl").is_in([*am_ort, "personen_gesamt"]))
        .group_by("stichtag", "herkunft", gesamt=pl.col("grundzahl") == "personen_gesamt", g="grundzahl")
        .agg(pl.col("anzahl").sum())
        .filter(pl.col("herkunft").is_in([g.ags for g in gemeinden(kreis)]))
        .group_by("stichtag", "herkunft")
        .agg(
            personen=pl.col("anzahl").filter("gesamt").sum(),
            groesster=pl.col("anzahl").filter(~pl.col("gesamt")).max(),
            summe=pl.col("anzahl").filter(~pl.col("gesamt")).sum(),
        )
    )
    assert je_ort.filter(pl.col("personen") < pl.col("groesster")).is_empty()
    assert je_ort.filter(pl.col("personen") > pl.col("summe")).is_empty()


@JE_KREIS
def test_plaetze_hold_those_who_are_served_there(kreis: str) -> None:
    for plaetze, menschen in (("plaetze_bwf", "lb_bwf"), ("plaetze_wfbm", "lb_wfbm")):
        belegt = _zahl(kreis, menschen).group_by("stichtag", "leistungsort").agg(pl.col("anzahl").sum())
        paare = _zahl(kreis, plaetze).join(belegt, on=["stichtag", "leistungsort"], suffix="_belegt")
        assert paare.height == _zahl(kreis, plaetze).height
        auslastung = paare.select(pl.col("anzahl_belegt") / pl.col("anzahl")).to_series()
        assert auslastung.is_between(0.6, 1.02).all()


def test_the_two_lieferungen_of_the_agreement_exist_in_hessen_only() -> None:
    hessisch = {"schulabgaenger_folgejahr", "lb_regelaltersgrenze"}
    assert hessisch <= set(_zellen(WMK)["grundzahl"])
    assert not hessisch & set(_zellen(UNNA)["grundzahl"])
    tage = _zahl(WMK, "schulabgaenger_folgejahr")["stichtag"]
    assert {(t.month, t.day) for t in tage} == {(4, 30)}
