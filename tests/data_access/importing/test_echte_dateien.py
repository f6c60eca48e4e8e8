"""The unchanged official files, where they lie beside the repository or where SRB_SHARED points."""

import os
import time
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from data_access.importing.lesen import Gelesen, Register, lies, pruefe_art
from tests.data_access.importing.werkzeug import KEIN_REGISTER, einziger_fehler

WURZEL = Path(__file__).resolve().parents[3]
FORMATE = Path(os.environ.get("SRB_SHARED", WURZEL.parent / "shared")) / "data" / "formats"
GV = "31122021_Auszug_GV.xlsx"
ZENSUS = "zensus2022_Regionaltabelle_Bevoelkerung.xlsx"

pytestmark = pytest.mark.skipif(not FORMATE.is_dir(), reason="official files are not beside the repository")


def echt(name: str, register: Register = KEIN_REGISTER) -> Gelesen:
    return lies((FORMATE / name).read_bytes(), name, register)


def summe(gelesen: Gelesen, land: str, geschlecht: str = "insgesamt") -> tuple[int, int]:
    """Number of Gemeinden of a Land and their inhabitants."""
    assert gelesen.einwohner is not None
    teil = gelesen.einwohner.filter(pl.col("ags").str.starts_with(land), pl.col("geschlecht") == geschlecht)
    return teil.height, int(teil["anzahl"].sum())


def test_the_gemeindeverzeichnis_yields_its_known_counts() -> None:
    anfang = time.process_time()
    gelesen = echt(GV)
    assert time.process_time() - anfang < 6
    befund = gelesen.befund
    assert (befund.profil, befund.status, befund.zeilen, befund.zellen) == ("gv-isys", "ok", 10_997, 32_991)
    assert befund.stichtage == ("2021-12-31",)
    assert befund.summen["bund"] == {"insgesamt": 83_237_124, "maennlich": 41_066_785, "weiblich": 42_170_339}
    assert befund.summen["gemeinde"] == befund.summen["bund"]
    assert summe(gelesen, "05")[0] == 396
    assert summe(gelesen, "06")[0] == 426
    assert summe(gelesen, "05978") == (10, 393_063)
    assert summe(gelesen, "06636") == (17, 99_714)
    assert summe(gelesen, "05978004", "w") == (1, 24_557)
    assert summe(gelesen, "06636200") == (1, 0)
    assert gelesen.einwohner is not None
    assert set(gelesen.einwohner.select("stichtag", "basis").rows()) == {(date(2021, 12, 31), "zensus2011")}
    assert "Quellenangabe gestattet" in gelesen.quelle


def test_the_zensus_yields_its_known_counts() -> None:
    gelesen = echt(ZENSUS)
    befund = gelesen.befund
    assert (befund.profil, befund.status, befund.zeilen, befund.zellen) == ("zensus2022", "ok", 10_786, 10_786)
    assert befund.stichtage == ("2022-05-15",)
    assert {e: s["insgesamt"] for e, s in befund.summen.items()} == {
        "bund": 82_711_282,
        "land": 82_711_282,
        "regbez": 64_316_096,
        "kreis": 82_711_282,
        "gemeinde": 82_711_282,
    }
    assert summe(gelesen, "05")[1] == 17_890_489
    assert summe(gelesen, "06") == (422, 6_207_278)
    assert summe(gelesen, "05978") == (10, 393_393)
    assert summe(gelesen, "06636") == (16, 98_421)
    assert gelesen.quelle.startswith("© Statistische Ämter des Bundes und der Länder 2024")


def test_the_gutsbezirk_is_missing_in_the_zensus_and_said_so() -> None:
    gv = echt(GV)
    assert gv.einwohner is not None
    register = Register(frozenset(gv.einwohner["ags"]), frozenset({"06636", "05978"}))
    assert echt(GV, register).befund.warnungen == ()
    assert echt(ZENSUS, register).befund.warnungen == (
        "Im Kreis 06636 fehlt die Zeile für 06636200. Das gilt als keine Angabe, nicht als 0.",
    )


def test_an_official_table_is_no_delivery_of_counts() -> None:
    grund = einziger_fehler(pruefe_art(echt(GV), "fallzahlen")).grund
    assert grund.startswith("Das ist eine Bevölkerungstabelle (GV-ISys), keine Lieferung von Fallzahlen. ")
