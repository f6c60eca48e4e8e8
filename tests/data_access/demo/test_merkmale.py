"""The synthetic context figures: labelled, rounded and kept back as their sources do, near the known totals."""

from datetime import date

import polars as pl

from data_access.demo.merkmale import merkmale
from models.merkmale import MERKMALE


def test_the_figures_are_labelled_and_follow_the_rules_of_their_sources() -> None:
    alle = merkmale()
    assert alle.equals(merkmale())
    assert set(alle["basis"]) == {"synthetisch"}
    assert all(quelle.startswith("Synthetische Daten nach: ") for quelle in alle["quelle"])
    for merkmal, wert, zeichen in alle.select("merkmal", "wert", "zeichen").iter_rows():
        assert (wert is None) == (zeichen == ".")
        assert wert is None or wert % MERKMALE[merkmal].rundung == 0
    kleine = alle.filter(pl.col("zeichen") == ".")
    assert set(kleine["merkmal"]) == {"arbeitslose_schwerbehinderte"}
    assert kleine["ags"].str.starts_with("06636").all()
    wald = alle.filter(pl.col("ags") == "06636200")
    assert set(wald["wert"]) == {0}


def test_the_totals_are_near_what_is_known() -> None:
    kreise = alle_am(date(2022, 12, 31), "auslaender")
    assert abs(kreise["05978"] - 59_560) <= 10
    assert abs(kreise["06636"] - 9_425) <= 10
    pflege = merkmale().filter(pl.col("merkmal") == "pflegebeduerftige")["zeitraum_bis"].unique().sort().to_list()
    assert pflege == [date(jahr, 12, 15) for jahr in (2017, 2019, 2021, 2023)]


def alle_am(tag: date, merkmal: str) -> dict[str, float]:
    zeilen = merkmale().filter(pl.col("merkmal") == merkmal, pl.col("zeitraum_bis") == tag)
    return dict(zeilen.select("ags", "wert").iter_rows())
