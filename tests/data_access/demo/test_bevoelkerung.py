"""The synthetic population: it adds up, keeps the official totals, and looks like the region."""

from hashlib import sha256

import dataframely as dy
import polars as pl
import pytest

from data_access.demo.bevoelkerung import BAENDER, einwohner
from models.rahmen import Einwohnerzahlen

ANZAHL = pl.col("anzahl")
KREIS = pl.col("ags").str.slice(0, 5)
JAHR = pl.col("stichtag").dt.year()
VON = pl.col("alter_von")


@pytest.fixture(scope="module")
def rahmen() -> dy.DataFrame[Einwohnerzahlen]:
    return einwohner()


@pytest.fixture(scope="module")
def gesamt(rahmen: dy.DataFrame[Einwohnerzahlen]) -> pl.DataFrame:
    return rahmen.filter(geschlecht="insgesamt")


@pytest.fixture(scope="module")
def baender(rahmen: dy.DataFrame[Einwohnerzahlen]) -> pl.DataFrame:
    return rahmen.filter(pl.col("geschlecht") != "insgesamt")


def _kreis(gesamt: pl.DataFrame, kreis: str) -> list[int]:
    summen = gesamt.filter(kreis == KREIS).group_by("stichtag").agg(ANZAHL.sum()).sort("stichtag")
    return summen["anzahl"].to_list()


def test_every_area_has_every_stichtag_band_and_sex_once(rahmen: pl.DataFrame) -> None:
    assert rahmen.height == 27 * 9 * (2 * len(BAENDER) + 1)
    assert rahmen.select("ags", "stichtag", "alter_von", "geschlecht").is_duplicated().sum() == 0
    assert rahmen["ags"].n_unique() == 27
    assert sorted({tag.isoformat() for tag in rahmen["stichtag"]}) == [f"{jahr}-12-31" for jahr in range(2016, 2025)]
    assert rahmen["basis"].unique().to_list() == ["synthetisch"]


def test_bands_and_sexes_add_up_to_the_total_of_each_gemeinde(gesamt: pl.DataFrame, baender: pl.DataFrame) -> None:
    summen = baender.group_by("ags", "stichtag").agg(summe=ANZAHL.sum())
    verbunden = gesamt.join(summen, on=["ags", "stichtag"], validate="1:1")
    assert verbunden.height == 27 * 9
    assert verbunden.filter(ANZAHL.ne(pl.col("summe"))).is_empty()


def test_kreis_totals_are_official_interpolated_and_then_continued_with_the_last_change(gesamt: pl.DataFrame) -> None:
    assert _kreis(gesamt, "05978") == [393869, 393934, 394782, 394891, 393977, 393063, 398866, 404669, 410472]
    assert _kreis(gesamt, "06636") == [100965, 101101, 101017, 100629, 100172, 99714, 100208, 100702, 101196]


@pytest.mark.parametrize(
    ("ags", "jahr", "m", "w"),
    [
        ("05978004", 2019, 24077, 24663),
        ("05978004", 2021, 24112, 24557),
        ("06636016", 2021, 7266, 7677),
        ("06636015", 2021, 471, 487),
    ],
)
def test_gemeinden_have_their_official_figures_of_2019_and_2021(
    baender: pl.DataFrame, ags: str, jahr: int, m: int, w: int
) -> None:
    summen = baender.filter(pl.col("ags") == ags, jahr == JAHR).group_by("geschlecht").agg(ANZAHL.sum())
    assert dict(summen.iter_rows()) == {"m": m, "w": w}


def test_the_ages_of_2019_are_the_official_ones(baender: pl.DataFrame) -> None:
    unna = baender.filter(KREIS == "05978", JAHR == 2019, geschlecht="m").group_by("alter_von").agg(ANZAHL.sum())
    # 6 to under 10 (6,961 boys): a quarter in the first band, the rest in the second.
    jung = 5524 + 5574 + 6961 / 4
    assert dict(unna.sort("alter_von").iter_rows()) == {
        0: round(jung),
        7: 5524 + 5574 + 6961 + 9209 + 5870 - round(jung),
        18: 4276 + 10917 + 11159 + 11327 + 11348 + 11333 + 12401,
        50: 16474 + 16692,
        60: 14238,
        65: 20389 + 18659,
    }


@pytest.mark.parametrize(("kreis", "unter_18", "ab_65"), [("05978", 16.9, 23.5), ("06636", 15.3, 26.1)])
def test_the_ages_of_2022_meet_the_published_shares(
    baender: pl.DataFrame, kreis: str, unter_18: float, ab_65: float
) -> None:
    jahr = baender.filter(kreis == KREIS, JAHR == 2022)
    jung, alt = (ANZAHL.filter(band).sum() / ANZAHL.sum() * 100 for band in (VON < 18, VON == 65))
    anteile = jahr.select(jung=jung, alt=alt).row(0)
    assert anteile == pytest.approx((unter_18, ab_65), abs=0.4)


def _anteil_65(baender: pl.DataFrame, *schluessel: pl.Expr) -> pl.DataFrame:
    alt = ANZAHL.filter(VON == 65).sum() / ANZAHL.sum()
    return baender.filter(pl.col("ags") != "06636200").group_by(*schluessel).agg(alt=alt).sort("schluessel")


def test_the_population_ages_slowly(baender: pl.DataFrame) -> None:
    for kreis in ("05978", "06636"):
        alt = _anteil_65(baender.filter(kreis == KREIS), JAHR.alias("schluessel"))["alt"]
        assert alt.diff().drop_nulls().is_between(0.0005, 0.004).all()


def test_gemeinden_differ_in_age_but_not_wildly(baender: pl.DataFrame) -> None:
    for kreis in ("05978", "06636"):
        alt = _anteil_65(baender.filter(kreis == KREIS, JAHR == 2024), pl.col("ags").alias("schluessel"))["alt"]
        spanne = float(alt.to_numpy().max() - alt.to_numpy().min())
        assert 0.02 < spanne < 0.06


def test_the_gutsbezirk_has_rows_of_zero(rahmen: pl.DataFrame) -> None:
    gutsbezirk = rahmen.filter(pl.col("ags") == "06636200")
    assert gutsbezirk.height == 9 * 13
    assert gutsbezirk["anzahl"].sum() == 0
    assert rahmen.filter(pl.col("ags") != "06636200")["anzahl"].to_numpy().min() > 0


def test_a_year_left_out_has_no_row_and_changes_no_other(rahmen: pl.DataFrame) -> None:
    ohne = einwohner(ohne=[2020, 2023])
    assert ohne.equals(rahmen.filter(~JAHR.is_in([2020, 2023])))


def test_a_year_outside_the_demonstration_is_refused() -> None:
    with pytest.raises(ValueError, match="kennt das Jahr 2030 nicht. Möglich sind 2016 bis 2024"):
        einwohner(ohne=[2030])


def test_every_machine_gets_the_same_population(rahmen: pl.DataFrame) -> None:
    pruefsumme = sha256(rahmen.write_csv(separator=";").encode()).hexdigest()
    assert pruefsumme == "ff1b6d51259a352f24d6a02af7dc33d06e8704556b38f8cd53cfa5f6a917073a"
