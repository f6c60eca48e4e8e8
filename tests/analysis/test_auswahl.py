"""What a link asks for: each parameter valid, unknown, forbidden; every fallback with its sentence."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from analysis.auswahl import Auswahl, loese_auf, moegliche_raumprinzipien, waehle_region
from analysis.bestand import Bestand
from analysis.kennzahlen.katalog import kennzahl
from models.tabellen import Region
from tests.von_hand import ALTDORF, BERG, KREIS, T23, T24, bestand, veroeffentlicht

KLEIN = Region(slug="kleinkreis", name="Kleinkreis", kreis_ags=KREIS, traeger_id="x", feinste_ebene="gemeinde")
GROSS = Region(slug="gross", name="Großkreis", kreis_ags="06636", traeger_id="x", feinste_ebene="gemeinde")


def waehle(aus: Bestand | None = None, /, **parameter: Any) -> tuple[Auswahl, list[str]]:
    listen = {n: w if isinstance(w, list) else [w] for n, w in parameter.items()}
    return loese_auf(listen, aus or bestand())


@pytest.mark.parametrize("wert", ["kleinkreis", KREIS])
def test_a_region_is_found_by_its_name_or_its_key(wert: str) -> None:
    assert waehle_region(wert, [GROSS, KLEIN]) == (KLEIN, [])


def test_an_unknown_region_falls_back_to_the_first_and_says_so() -> None:
    assert waehle_region("", [GROSS, KLEIN]) == (GROSS, [])
    assert waehle_region("atlantis", [GROSS, KLEIN]) == (
        GROSS,
        ["Die Region „atlantis“ aus dem Link gibt es hier nicht. Sie sehen Großkreis."],
    )


def test_an_empty_link_shows_the_first_kennzahl_at_the_newest_stichtag() -> None:
    gewaehlt, hinweise = waehle()
    assert hinweise == []
    assert (gewaehlt.kennzahl.id, gewaehlt.ebene, gewaehlt.einteilung, gewaehlt.raumprinzip) == (
        "besondere_wohnform",
        "gemeinde",
        "haupt",
        "herkunft",
    )
    assert (gewaehlt.stichtag, gewaehlt.stichtage, gewaehlt.gebiete) == (T24, (T23, T24), ())


def test_a_full_link_is_taken_as_it_is_and_comes_back_from_the_selection() -> None:
    link = {
        "region": ["kleinkreis"],
        "kennzahl": ["lb_bwf"],
        "ebene": ["planungsraum"],
        "gebiet": ["ost"],
        "jahr": ["2023"],
        "raumprinzip": ["leistungsort"],
        "einteilung": ["quer"],
    }
    gewaehlt, hinweise = loese_auf(link, bestand())
    assert hinweise == []
    assert gewaehlt.als_parameter == link
    assert loese_auf(gewaehlt.als_parameter, gewaehlt.bestand) == (gewaehlt, [])


def test_a_code_is_an_alias_of_its_kennzahl() -> None:
    assert waehle(kennzahl="w4")[0].kennzahl.id == "ambulantisierungsquote"


@pytest.mark.parametrize(
    ("parameter", "satz"),
    [
        (
            {"kennzahl": "xyz"},
            "Die Kennzahl „xyz“ aus dem Link gibt es hier nicht. Sie sehen „Besondere Wohnform je 1.000“.",
        ),
        ({"ebene": "strasse"}, "Die Ebene „strasse“ aus dem Link gibt es nicht. Sie sehen Gemeinden."),
        ({"ebene": "land"}, "Für das Land liegen noch keine Zahlen vor. Sie sehen Gemeinden."),
        ({"ebene": "bund"}, "Für Deutschland liegen noch keine Zahlen vor. Sie sehen Gemeinden."),
        ({"einteilung": "alt"}, "Die Einteilung „alt“ aus dem Link gibt es nicht mehr. Sie sehen die aktuelle."),
        (
            {"raumprinzip": "wohnort"},
            "„wohnort“ ist keine Zählung, die es gibt. Sie sehen die Zählung nach Herkunft.",
        ),
        (
            {"kennzahl": "lb_awf", "raumprinzip": "leistungsort"},
            "„Außerhalb besonderer Wohnformen“ wurde nicht nach Leistungsort erhoben. "
            "Sie sehen die Zählung nach Herkunft.",
        ),
        ({"jahr": "1999"}, "Für 1999 gibt es keine Zahlen. Sie sehen den Stichtag 31.12.2024."),
        ({"stichtag": "2024-06-30"}, "Für 2024-06-30 gibt es keine Zahlen. Sie sehen den Stichtag 31.12.2024."),
        (
            {"gebiet": "05978777"},
            "Das Gebiet „05978777“ aus dem Link gibt es auf dieser Ebene nicht. Sie sehen den ganzen Kreis.",
        ),
        ({"kennzahl": "lb_bwf", "fassung": "7"}, "Der Link meint Fassung 7. Sie sehen die gültige Fassung 1."),
    ],
)
def test_what_cannot_be_shown_gives_way_with_one_sentence(parameter: dict[str, str], satz: str) -> None:
    gewaehlt, hinweise = waehle(**parameter)
    assert hinweise == [satz]
    ohne = {n: w for n, w in parameter.items() if n == "kennzahl" and kennzahl(w)}
    assert gewaehlt == waehle(gewaehlt.bestand, **ohne)[0]


def test_several_wishes_that_fail_are_all_said() -> None:
    assert len(waehle(kennzahl="x", ebene="x", einteilung="x", raumprinzip="x", jahr="x", gebiet="x")[1]) == 6


def test_the_year_and_the_day_name_the_same_stichtag() -> None:
    for parameter in ({"jahr": "2023"}, {"stichtag": "2023-12-31"}):
        gewaehlt, hinweise = waehle(**parameter)
        assert (gewaehlt.stichtag, hinweise) == (T23, [])
        assert gewaehlt.als_parameter["jahr"] == ["2023"]


def test_without_a_wish_the_newest_delivered_stichtag_is_shown() -> None:
    """`lb_awf` has 2024 only, `lb_bwf` both; neither is asked for a year it does not have."""
    assert waehle(kennzahl="lb_awf")[0].stichtag == T24
    nur_2023 = bestand()
    nur_2023.veroeffentlicht["lb_bwf"].freigabe.stichtage = ["2023-12-31"]
    assert waehle(nur_2023, kennzahl="lb_bwf")[0].stichtag == T23
    assert waehle(nur_2023, kennzahl="lb_bwf", jahr="2024")[0].stichtag == T24


def test_with_nothing_in_force_there_is_no_stichtag() -> None:
    gewaehlt, hinweise = waehle(bestand("lb_bwf", "lb_awf"), jahr="2023", fassung="1")
    assert (gewaehlt.stichtag, gewaehlt.stichtage, hinweise) == (None, (), [])
    assert "jahr" not in gewaehlt.als_parameter


def test_gemeinden_in_a_link_open_their_level() -> None:
    gewaehlt, hinweise = waehle(gebiet=[ALTDORF, BERG])
    assert (gewaehlt.ebene, gewaehlt.gebiete, hinweise) == ("gemeinde", (ALTDORF, BERG), [])


def test_known_areas_stay_when_one_is_unknown() -> None:
    gewaehlt, hinweise = waehle(ebene="planungsraum", gebiet=["nord", "mond", "sued"])
    assert gewaehlt.gebiete == ("nord", "sued")
    assert hinweise == ["Das Gebiet „mond“ aus dem Link gibt es auf dieser Ebene nicht. Sie sehen die übrigen Gebiete."]


def test_the_population_is_not_counted_by_leistungsort_and_a_link_to_it_is_told() -> None:
    gewaehlt, hinweise = waehle(kennzahl="einwohner", raumprinzip="leistungsort")
    assert gewaehlt.raumprinzip == "herkunft"
    assert hinweise == ["„Einwohner“ wurde nicht nach Leistungsort erhoben. Sie sehen die Zählung nach Herkunft."]


def test_a_share_is_possible_by_what_all_its_series_have() -> None:
    def moeglich(slug: str, aus: Bestand) -> list[str]:
        satz = kennzahl(slug)
        assert satz is not None
        return moegliche_raumprinzipien(satz, aus)

    assert moeglich("lb_bwf", bestand()) == ["herkunft", "leistungsort"]
    assert moeglich("ambulantisierungsquote", bestand()) == ["herkunft"]
    assert moeglich("lb_bwf", bestand("lb_bwf")) == ["herkunft", "leistungsort"]


def test_a_series_by_leistungsort_alone_falls_back_to_it() -> None:
    ganz = bestand()
    frei = {"lb_awf": veroeffentlicht("lb_awf", {T24: {("-", BERG): 6}}, ("leistungsort",), exakt=False)}
    gewaehlt, hinweise = waehle(replace(ganz, veroeffentlicht=frei), kennzahl="lb_awf", raumprinzip="wohnort")
    assert gewaehlt.raumprinzip == "leistungsort"
    assert hinweise == ["„wohnort“ ist keine Zählung, die es gibt. Sie sehen die Zählung nach Leistungsort."]


def test_a_page_may_forbid_kennzahlen() -> None:
    gewaehlt, hinweise = loese_auf({"kennzahl": ["besondere_wohnform"]}, bestand(), lambda k: k.art == "zahl")
    assert gewaehlt.kennzahl.id == "lb_bwf"
    assert hinweise == [
        "Die Kennzahl „besondere_wohnform“ aus dem Link gibt es hier nicht. Sie sehen „Besondere Wohnform“."
    ]


def test_a_day_in_mid_year_stands_in_the_link_in_full() -> None:
    mitte = date(2024, 6, 30)
    gewaehlt = waehle()[0]
    assert "stichtag" not in gewaehlt.als_parameter
    assert Auswahl(
        gewaehlt.bestand, gewaehlt.kennzahl, "gemeinde", "haupt", "herkunft", mitte, (mitte,), ()
    ).als_parameter["stichtag"] == ["2024-06-30"]
