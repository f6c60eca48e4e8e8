"""The unchanged tables of GENESIS and Regionaldatenbank: exactly the counts and sums that are known of them."""

from datetime import date

import polars as pl
import pytest

from data_access.importing.lesen import Gelesen, Register, pruefe_art
from tests.data_access.importing.test_echte_dateien import FORMATE, echt
from tests.data_access.importing.werkzeug import einziger_fehler

pytestmark = pytest.mark.skipif(not FORMATE.is_dir(), reason="official files are not beside the repository")

KREISE_1995 = "12411-0015_bevoelkerung_kreise_1995-2018.csv"
KREISE_2018 = "12411-01-01-4_bevoelkerung_kreise_2018.csv"
BETTEN = "23111-01-04-4_krankenhausbetten_kreise_2017.csv"
ARBEITSLOSE = "13211-0009_arbeitslose_laender_flach.csv"
AUSLAENDER = "12521-0040_auslaender_kreise_2022.xlsx"


def kopfzahlen(gelesen: Gelesen) -> tuple[object, ...]:
    befund = gelesen.befund
    return befund.status, gelesen.art, befund.zeilen, befund.zellen, befund.zeichen


def wert(gelesen: Gelesen, merkmal: str, ags: str, **weitere: object) -> list[float | None]:
    assert gelesen.merkmale is not None
    bedingung = {"auspraegung": "insgesamt", "geschlecht": "insgesamt", **weitere}
    gesucht = [pl.col(k) == v for k, v in bedingung.items()]
    return gelesen.merkmale.filter(pl.col("merkmal") == merkmal, pl.col("ags") == ags, *gesucht)["wert"].to_list()


def test_dates_as_columns() -> None:
    gelesen = echt(KREISE_1995)
    assert kopfzahlen(gelesen) == ("ok", "einwohner", 476, 11_424, {"-": 1272})
    assert len(gelesen.befund.stichtage) == 24
    kreis = gelesen.befund.summen["kreis"]
    assert list(gelesen.befund.summen) == ["kreis"]
    assert (kreis["1995-12-31"], kreis["2018-12-31"]) == (81_817_499, 82_691_139)
    zahlen = gelesen.einwohner
    assert zahlen is not None
    assert zahlen.height == 10_152
    assert set(zahlen.select(pl.col("stichtag").dt.year() >= 2011, "basis").unique().rows()) == {
        (False, "vz1987"),
        (True, "zensus2011"),
    }
    # Osterode am Harz had gone by 2018: no row, not 0.
    assert zahlen.filter(ags="03156", stichtag=date(2018, 12, 31)).is_empty()
    assert zahlen.filter(ags="05978", stichtag=date(2011, 12, 31))["anzahl"].to_list() == [394_873]
    assert gelesen.quelle.startswith("© Statistisches Bundesamt (Destatis), 2020")


def test_levels_below_each_other() -> None:
    gelesen = echt(KREISE_2018)
    assert kopfzahlen(gelesen) == ("ok", "einwohner", 538, 1614, {"-": 234, ".": 36})
    assert gelesen.befund.stichtage == ("2018-12-31",)
    summen = {ebene: werte["Insgesamt"] for ebene, werte in gelesen.befund.summen.items()}
    assert (summen["bund"], summen["land"], summen["kreis"]) == (83_019_213, 83_019_213, 77_533_208)
    zahlen = gelesen.einwohner
    assert zahlen is not None
    gesamt = zahlen.filter(geschlecht="insgesamt")
    kreise = gesamt.filter(pl.col("ags").str.len_chars() == 5)
    # 399 Kreise with a figure, and Hamburg and Berlin, which have only the row of their Land.
    assert (kreise.height, kreise["anzahl"].sum()) == (401, 83_019_213)
    assert kreise.filter(pl.col("ags").is_in(["02000", "11000"]))["anzahl"].to_list() == [1_841_179, 3_644_826]
    assert set(zahlen["basis"]) == {"zensus2011"}
    assert not any("ergeben" in text for text in gelesen.befund.warnungen)


def test_four_header_lines() -> None:
    gelesen = echt(BETTEN)
    assert kopfzahlen(gelesen) == ("ok", "merkmale", 538, 9146, {"-": 3479})
    assert wert(gelesen, "krankenhaeuser", "05978") == [9]
    assert wert(gelesen, "krankenhausbetten", "05978") == [2652]
    assert wert(gelesen, "krankenhaeuser", "06636") == [2]
    assert wert(gelesen, "krankenhausbetten", "06636") == [588]
    # "-" beside figures is exactly none.
    augen = "allgemeine Fachabteilungen · Augenheilkunde"
    assert wert(gelesen, "krankenhausbetten", "01001", auspraegung=augen) == [0]
    # A Kreis with "-" alone is not said to have none.
    assert wert(gelesen, "krankenhaeuser", "07338") == []
    assert gelesen.befund.summen["bund"]["Krankenhäuser"] == 1942


def test_an_area_of_this_installation_with_dashes_alone_is_asked_about() -> None:
    gelesen = echt(BETTEN, Register(frozenset({"07338001"}), frozenset({"07338"})))
    assert [(f.schluessel, f.auswahl) for f in gelesen.befund.fragen] == [("strich", ("null", "keine_angabe"))]


def test_the_flat_form() -> None:
    gelesen = echt(ARBEITSLOSE)
    assert kopfzahlen(gelesen) == ("ok", "merkmale", 1536, 1536, {})
    assert len(gelesen.befund.stichtage) == 32
    assert gelesen.befund.summen["land"]["Arbeitslose · Insgesamt · 1991"] == 2_602_202
    assert wert(gelesen, "arbeitslose", "05", zeitraum_bis=date(2022, 12, 31)) == [668_502]
    assert wert(gelesen, "arbeitslose", "05", zeitraum_von=date(2022, 1, 1), geschlecht="w") == [306_420]


def test_the_workbook_rounded_to_five() -> None:
    gelesen = echt(AUSLAENDER)
    assert kopfzahlen(gelesen) == ("ok", "merkmale", 476, 1428, {"-": 249})
    assert gelesen.befund.stichtage == ("2022-12-31",)
    assert gelesen.befund.summen == {"kreis": {"männlich": 7_005_390, "weiblich": 6_378_520, "Insgesamt": 13_383_900}}
    rundung, geschlechter, *_ = gelesen.befund.warnungen
    assert "rundet auf 5" in rundung
    assert geschlechter.startswith("In 106 von 393 Fällen")
    assert "Mehr als die Rundung erklärt: 0." in geschlechter
    assert wert(gelesen, "auslaender", "05978") == [59_560]
    assert wert(gelesen, "auslaender", "01002") == [36_240]


def test_a_table_of_another_kind_is_refused_with_what_it_is() -> None:
    satz = "Das ist eine Tabelle aus GENESIS-Online oder der Regionaldatenbank, keine Tabelle mit Einwohnerzahlen. "
    assert einziger_fehler(pruefe_art(echt(BETTEN), "einwohner")).grund == (
        satz + "Bitte die Datei mit der Art „merkmale“ einlesen oder die richtige Datei wählen."
    )
    grund = einziger_fehler(pruefe_art(echt(KREISE_2018), "merkmale")).grund
    assert "keine Tabelle mit Zahlen zum Umfeld. Bitte die Datei mit der Art „einwohner“" in grund
