"""Age and sex of the synthetic persons: sums stay as they were, parts never exceed their whole."""

from functools import cache

import dataframely as dy
import polars as pl
import pytest

from data_access.demo.fallzahlen import fallzahlen
from data_access.demo.gliederung import ALTER, gegliedert
from data_access.demo.quellen import KREISE
from models.grundzahlen import TEILMENGEN
from models.rahmen import Rohzellen

JE_KREIS = pytest.mark.parametrize("kreis", KREISE)
ZELLE = ["grundzahl", "stichtag", "herkunft", "leistungsort", "absender"]


@cache
def _gegliedert(kreis: str) -> dy.DataFrame[Rohzellen]:
    return gegliedert(kreis, fallzahlen(kreis))


@JE_KREIS
def test_the_sums_over_age_and_sex_are_the_cells_as_they_were(kreis: str) -> None:
    teile = _gegliedert(kreis)
    summen = teile.group_by(ZELLE).agg(pl.col("anzahl").sum()).sort(ZELLE)
    assert summen.equals(fallzahlen(kreis).select(*ZELLE, "anzahl").sort(ZELLE))
    assert teile["anzahl"].min() == 1
    assert not teile.select(*ZELLE, "altersgruppe", "geschlecht").is_duplicated().any()


@JE_KREIS
def test_everybody_below_the_kreis_has_an_age_and_a_sex(kreis: str) -> None:
    teile = _gegliedert(kreis)
    ohne = teile.filter((pl.col("altersgruppe") == "insgesamt") | (pl.col("geschlecht") == "insgesamt"))
    assert not set(ohne["grundzahl"]) & {*ALTER, "personen_gesamt", "minderjaehrige_egh", "lb_fruehfoerderung"}
    assert set(teile.filter(pl.col("grundzahl") == "minderjaehrige_egh")["altersgruppe"]) == {"0-6", "7-17"}
    assert set(teile.filter(pl.col("grundzahl") == "lb_fruehfoerderung")["altersgruppe"]) == {"0-6"}


@JE_KREIS
def test_in_the_kreis_a_part_never_exceeds_its_whole_at_any_age_and_sex(kreis: str) -> None:
    eigene = _gegliedert(kreis).filter(pl.col("herkunft").str.starts_with(kreis))
    merkmale = ["stichtag", "altersgruppe", "geschlecht"]
    je_zahl = {
        g: eigene.filter(pl.col("grundzahl") == g).group_by(merkmale).agg(pl.col("anzahl").sum())
        for g in eigene["grundzahl"].unique()
    }
    for teil, ganzes in ((t, g) for t, g in TEILMENGEN.items() if t in je_zahl):
        beide = je_zahl[teil].filter(pl.col("altersgruppe") != "insgesamt")
        verbunden = beide.join(je_zahl[ganzes], on=merkmale, how="left", suffix="_ganz")
        assert verbunden.filter(pl.col("anzahl") > pl.col("anzahl_ganz").fill_null(0)).is_empty(), teil


@JE_KREIS
def test_people_in_besonderer_wohnform_grow_older(kreis: str) -> None:
    bwf = _gegliedert(kreis).filter(pl.col("grundzahl") == "lb_bwf", pl.col("herkunft").str.starts_with(kreis))
    ab_60 = pl.col("anzahl").filter(pl.col("altersgruppe").is_in(["60-64", "65+"])).sum() / pl.col("anzahl").sum()
    anteile = dict(bwf.group_by(pl.col("stichtag").dt.year()).agg(ab_60).iter_rows())
    assert 0.18 < anteile[2016] < 0.28
    assert 0.25 < anteile[2024] < 0.36
    assert anteile[2024] > anteile[2016]


def test_the_split_is_the_same_every_time() -> None:
    zellen = fallzahlen(KREISE[1])
    assert gegliedert(KREISE[1], zellen).equals(gegliedert(KREISE[1], zellen))
