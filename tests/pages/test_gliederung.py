"""Age and sex on the page Zahlen, the breakdown and the preview on the page Daten."""

from collections.abc import Callable
from pathlib import Path

import fastexcel
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from analysis.gliederungen import NUR_IM_KREIS
from tests import gegliedert
from tests.installation import gib
from tests.pages.seiten import (
    alles,
    arbeite_ab,
    hinweise,
    knopf,
    oeffne,
    parameter,
    texte,
    ueberschriften,
    waehle,
    wahl,
    zeilen,
)
from tests.properties.wege import lade_herunter

BEIDE = ("altersgruppe", "geschlecht")
KREIS = {"region": "kleinkreis", "kennzahl": "lb_bwf", "ebene": "kreis"}
TITEL = "Nach Alter und Geschlecht"


@pytest.fixture
def veroeffentlicht(klein: Path) -> Path:
    gegliedert.liefere_gegliedert()
    gib(nach=BEIDE)
    return klein


def tafel(at: AppTest) -> list[dict[str, str]]:
    """The table by age and sex stands before the one of all values."""
    return [{k: str(v) for k, v in zeile.items()} for zeile in zeilen(at, -2)]


def test_the_kreis_is_shown_by_age_and_sex_with_ranges(veroeffentlicht: Path) -> None:
    at = oeffne("zahlen", **KREIS)
    assert not at.exception
    assert TITEL in ueberschriften(at)
    gezeigt = {(z["Alter"], z["Geschlecht"]): z["Personen"] for z in tafel(at)}
    assert len(gezeigt) == 25
    assert gezeigt["60 bis 64 Jahre", "Frauen"] in ("0 bis 4", "1 bis 5")
    assert gezeigt["alle Altersgruppen", "divers"] == "0 bis 4"
    assert any(t.startswith("- **0 bis 4:** Hier leben höchstens 4 Personen.") for t in texte(at))
    # 59 against 30: whether that is sure depends on the key of the installation, which decides the rounding.
    (befund,) = [u for u in ueberschriften(at) if "18 bis 49 Jahre" in u]
    assert befund.startswith(("Die meisten sind 18 bis 49 Jahre alt: rund", "Keine Altersgruppe hebt sich sicher ab"))


def test_the_filter_is_in_the_link_and_narrows_chart_trend_and_table(veroeffentlicht: Path) -> None:
    at = waehle(oeffne("zahlen", **KREIS), "altersgruppe", "18-49")
    assert parameter(at)["altersgruppe"] == "18-49"
    assert {z["Alter"] for z in tafel(at)} == {"18 bis 49 Jahre"}
    at = waehle(at, "geschlecht", "w")
    assert parameter(at)["geschlecht"] == "w"
    (zeile,) = tafel(at)
    assert f"18 bis 49 Jahre, Frauen: {zeile['Personen']}" in ueberschriften(at)
    assert "Verlauf: 18 bis 49 Jahre, Frauen" in ueberschriften(at)
    wieder = oeffne("zahlen", **KREIS, altersgruppe="18-49", geschlecht="w")
    assert tafel(wieder) == [zeile]
    at = waehle(at, "ebene", "gemeinde")
    assert "altersgruppe" not in parameter(at)
    assert hinweise(at) == []
    assert TITEL not in ueberschriften(at)


@pytest.mark.parametrize("ebene", ["gemeinde", "planungsraum"])
def test_a_link_below_the_kreis_falls_back_with_a_note(veroeffentlicht: Path, ebene: str) -> None:
    at = oeffne("zahlen", **{**KREIS, "ebene": ebene}, altersgruppe="65+")
    assert not at.exception
    (satz,) = hinweise(at)
    assert satz.startswith(NUR_IM_KREIS)
    assert satz.endswith("Sie sehen alle Menschen zusammen.")


def test_unknown_values_of_a_link_fall_back_with_a_note(veroeffentlicht: Path) -> None:
    at = oeffne("zahlen", **KREIS, altersgruppe="3-4", geschlecht="x")
    assert [satz.split("aus dem Link")[0] for satz in hinweise(at)] == [
        "Die Altersgruppe „3-4“ ",
        "Das Geschlecht „x“ ",
    ]
    assert wahl(at, "altersgruppe").value == "insgesamt"
    at = oeffne("zahlen", **KREIS, raumprinzip="leistungsort", geschlecht="w")
    (satz,) = hinweise(at)
    assert "nur nach Herkunft gezählt" in satz


def test_rates_name_the_inhabitants_of_the_group(veroeffentlicht: Path) -> None:
    at = oeffne("zahlen", **{**KREIS, "kennzahl": "besondere_wohnform"}, altersgruppe="18-49", geschlecht="m")
    (zeile,) = tafel(at)
    assert zeile["Einwohner"] == "4.000"
    assert "je 1.000 Einwohner dieser Gruppe" in zeile
    assert any(u.endswith("je 1.000 Einwohner dieser Gruppe") for u in ueberschriften(at))


def test_the_workbook_explains_its_ranges(veroeffentlicht: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    geladen: dict[str, bytes] = {}
    monkeypatch.setattr(st, "download_button", lade_herunter(geladen))
    oeffne("zahlen", **KREIS)
    mappe = fastexcel.read_excel(geladen["lb-bwf_kleinkreis_alter-geschlecht.xlsx"])
    hinweise_ = dict(mappe.load_sheet("Hinweise", header_row=None).to_polars().iter_rows())
    assert hinweise_["0 bis 4"].startswith("Hier leben höchstens 4 Personen.")


def test_without_a_breakdown_there_is_no_section(gefuellt: Path) -> None:
    at = oeffne("zahlen", **KREIS, geschlecht="w")
    assert TITEL not in ueberschriften(at)
    assert "nicht nach Geschlecht gegliedert veröffentlicht" in hinweise(at)[0]


def test_the_page_daten_previews_and_releases_a_breakdown(klein: Path, mit_recht: Callable[[], AppTest]) -> None:
    gegliedert.liefere_gegliedert()
    at = arbeite_ab(knopf(mit_recht(), "Vorschau"))
    assert "Vorschau" in ueberschriften(at)
    assert "Veröffentlicht ist noch nichts." in alles(at)
    tabelle = next(t.value for t in at.table if "Gliederung" in t.value.columns)
    assert "dazu der Kreis nach Alter und Geschlecht" in list(tabelle["Gliederung"])
    assert "weniger als 30 Zahlen" in set(tabelle["Gemeinden"])
    at.radio(key="freigeben_nach").set_value("nach Alter und Geschlecht").run()
    at = arbeite_ab(knopf(at, "Freigeben"))
    assert [s.value for s in at.success] == ["veröffentlicht"]
    assert TITEL in ueberschriften(oeffne("zahlen", **KREIS))
