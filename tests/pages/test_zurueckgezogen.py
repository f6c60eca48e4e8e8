"""A withdrawn Freigabe is gone at the next run of any open page, and the page says so."""

from datetime import UTC, datetime

import pytest

from data_access import abfragen, schreiben
from tests.installation import recht
from tests.pages.seiten import alles, hinweise, oeffne, parameter, titel, ueberschriften, veroeffentlicht, zeilen

pytestmark = pytest.mark.usefixtures("demo_ordner")

UNNA = "kreis-unna"
TAG = datetime(2026, 2, 3, 10, 0, tzinfo=UTC)


def _ziehe_zurueck(*grundzahlen: str) -> None:
    for freigabe in abfragen.alle_freigaben(UNNA):
        if freigabe.grundzahl in grundzahlen:
            schreiben.ziehe_freigabe_zurueck(recht(), freigabe.id, TAG)


def _satz(*titel_: str) -> str:
    namen = ", ".join(f"„{t}“ am 03.02.2026" for t in titel_)
    return f"Die Freigabe wurde zurückgezogen: {namen}. Diese Zahlen werden nicht mehr gezeigt."


BWF = "Leistungsberechtigte in besonderer Wohnform"


@pytest.mark.parametrize("seite", ["zahlen", "karte"])
def test_its_numbers_disappear_from_an_open_page(seite: str) -> None:
    (kreis,) = veroeffentlicht("lb_bwf", "kreis", UNNA, 2024).values()
    (luenen,) = [w for name, w in veroeffentlicht("lb_bwf", "gemeinde", UNNA, 2024).items() if name == "Lünen"]
    at = oeffne(seite, kennzahl="lb_bwf", region=UNNA, ebene="gemeinde", gebiet="05978024", jahr="2024")
    assert f"rund {luenen['wert']}" in alles(at)
    _ziehe_zurueck("lb_bwf")
    at.run()
    assert not at.exception
    assert hinweise(at) == [_satz(BWF)]
    assert f"rund {luenen['wert']}" not in alles(at)
    assert kreis["wert"] not in alles(at)
    assert {z["Personen 2024"] for z in zeilen(at)} == {"liegt nicht vor"}
    assert "gebiet" in parameter(at)


def test_the_population_below_a_withdrawn_rate_stays() -> None:
    vorher = {z["Gebiet"]: z["Einwohner ab 18 Jahren"] for z in zeilen(oeffne("zahlen", region=UNNA, ebene="gemeinde"))}
    _ziehe_zurueck("lb_bwf")
    danach = zeilen(oeffne("zahlen", region=UNNA, ebene="gemeinde"))
    assert {z["Gebiet"]: z["Einwohner ab 18 Jahren"] for z in danach} == vorher
    assert {z["je 1.000, 2024"] for z in danach} == {"liegt nicht vor"}


def test_the_overview_drops_the_theme_and_keeps_the_others() -> None:
    at = oeffne("ueberblick", region=UNNA)
    werkstatt = at.metric[1].value
    _ziehe_zurueck("lb_awf")
    at.run()
    assert not at.exception
    assert hinweise(at) == [_satz("Leistungsberechtigte außerhalb besonderer Wohnformen")]
    assert [at.metric[0].value, at.metric[1].value] == ["–", werkstatt]
    fehlt = {z["Thema"]: z["fehlt"] for z in zeilen(at)}
    assert fehlt.pop("Wohnen").startswith("Leistungsberechtigte außerhalb besonderer Wohnformen: zurückgezogen seit ")
    assert set(fehlt.values()) == {"–"}


def test_a_share_needs_both_of_its_counts() -> None:
    at = oeffne("zahlen", kennzahl="ambulantisierungsquote", region=UNNA)
    assert "%" in titel(at)
    _ziehe_zurueck("lb_bwf")
    at.run()
    assert not at.exception
    assert hinweise(at) == [_satz(BWF)]
    assert titel(at) == "Kreis Unna: keine Zahlen zu „Ambulantisierungsquote“ an diesem Stichtag"


@pytest.mark.parametrize("seite", ["ueberblick", "zahlen", "karte"])
def test_without_any_freigabe_a_page_says_where_to_look(seite: str) -> None:
    at = oeffne(seite, region=UNNA)
    _ziehe_zurueck(*(f.grundzahl for f in abfragen.alle_freigaben(UNNA)))
    at.run()
    assert not at.exception
    assert titel(at) == "Kreis Unna: keine veröffentlichten Zahlen"
    assert not at.table
    assert not at.get("vega_lite_chart")
    assert not at.get("deck_gl_json_chart")


def test_the_population_stands_without_any_freigabe() -> None:
    _ziehe_zurueck(*(f.grundzahl for f in abfragen.alle_freigaben(UNNA)))
    at = oeffne("zahlen", kennzahl="einwohner", region=UNNA)
    assert not at.info
    assert len(zeilen(at)) == 10


def test_the_other_region_is_not_touched() -> None:
    at = oeffne("zahlen", region="werra-meissner-kreis")
    vorher = zeilen(at)
    _ziehe_zurueck("lb_bwf")
    at.run()
    assert not at.info
    assert zeilen(at) == vorher


def test_daten_and_methodik_list_the_state() -> None:
    daten, methodik = oeffne("daten", region=UNNA), oeffne("methodik", region=UNNA)
    _ziehe_zurueck("lb_bwf")
    assert {z["Zahl"]: z["Stand"] for z in zeilen(daten.run(), 0)}[BWF].startswith("zurückgezogen seit ")
    assert BWF not in {z["Grundzahl"] for z in zeilen(methodik.run())}
    assert "Was in Kreis Unna veröffentlicht ist" in ueberschriften(methodik)
