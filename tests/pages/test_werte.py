"""The values on the page Zahlen in the small Kreis, each computed on paper."""

import pytest

from tests.pages.seiten import (
    hinweise,
    oeffne,
    texte,
    titel,
    ueberschriften,
    wahl,
    zeilen,
)

pytestmark = pytest.mark.usefixtures("hand")


def test_the_headline_names_people_now_and_then() -> None:
    at = oeffne("zahlen")
    # 45 + 28 + 32 + 16 people; Byar's comparison intervals 106 to 137 and 73 to 99 do not touch.
    assert titel(at) == "Kleinkreis: 121 Menschen in besonderer Wohnform, mehr als 2023 (85)"
    assert texte(at)[0] == (
        ":gray[Leistungsberechtigte in besonderer Wohnform je 1.000 Einwohner ab 18 Jahren, Kleinkreis, "
        "nach Herkunft der Menschen, am 31.12.2024]"
    )
    assert ueberschriften(at)[0] == "2024: 8,0 je 1.000 Einwohner ab 18 Jahren"  # 121 of 15.200


def test_the_table_holds_people_population_and_rates() -> None:
    spalten = ("Gebiet", "Personen", "Einwohner ab 18 Jahren", "je 1.000, 2024", "je 1.000, 2023")
    assert zeilen(oeffne("zahlen")) == [
        dict(zip(spalten, zeile, strict=True))
        for zeile in (
            ("Cell", "rund 32", "2.000", "16,0", "k. A."),
            ("Dorn", "rund 16", "1.200", "13,3", "k. A."),
            ("Berg", "rund 28", "4.000", "7,0", "k. A."),
            ("Altdorf", "rund 45", "8.000", "5,6", "k. A."),
            ("Forst", "0 bis 4", "0", "0 Einwohner", "k. A."),
        )
    ]


def test_counts_by_leistungsort_are_other_numbers() -> None:
    at = oeffne("zahlen", kennzahl="lb_bwf", raumprinzip="leistungsort")
    # 113 to 145 and 86 to 114 do: neither more nor fewer.
    assert titel(at) == "Kleinkreis: 128 Menschen in besonderer Wohnform, 2023 waren es 99"
    assert zeilen(at) == [
        {"Gebiet": "Altdorf", "Personen 2024": "rund 45", "Personen 2023": "rund 20"},
        {"Gebiet": "Berg", "Personen 2024": "rund 33", "Personen 2023": "rund 30"},
        {"Gebiet": "Dorn", "Personen 2024": "rund 30", "Personen 2023": "rund 19"},
        {"Gebiet": "Cell", "Personen 2024": "rund 20", "Personen 2023": "rund 30"},
        {"Gebiet": "Forst", "Personen 2024": "0 bis 4", "Personen 2023": "0 bis 4"},
    ]


@pytest.mark.parametrize(
    ("einteilung", "erwartet"),
    [
        ("haupt", [("Sued", "rund 48", "3.200", "15,0"), ("Nord", "rund 73", "12.000", "6,1")]),
        ("quer", [("West", "rund 44", "5.200", "8,5"), ("Ost", "rund 77", "10.000", "7,7")]),
    ],
)
def test_planungsraeume_are_sums_of_their_gemeinden(einteilung: str, erwartet: list[tuple[str, ...]]) -> None:
    at = oeffne("zahlen", ebene="planungsraum", einteilung=einteilung)
    assert wahl(at, "ebene").value == f"planungsraum:{einteilung}"
    assert [tuple(zeile.values())[:4] for zeile in zeilen(at)] == erwartet


def test_the_kreis_shows_both_ways_of_counting() -> None:
    at = oeffne("zahlen", ebene="kreis")
    assert zeilen(at, 0) == [
        {"Gezählt nach": "Herkunft", "Wert": "8,0"},
        {"Gezählt nach": "Leistungsort", "Wert": "8,4"},
    ]
    assert [tuple(z.values()) for z in zeilen(at)] == [("Kleinkreis", "121", "15.200", "8,0", "k. A.")]


def test_an_area_has_a_headline_of_its_own() -> None:
    at = oeffne("zahlen", gebiet="05978020")
    assert titel(at) == "Cell: rund 32 Menschen in besonderer Wohnform, 2023 waren es rund 30"
    assert wahl(at, "gebiet").value == "05978020"
    assert wahl(at, "ebene").value == "gemeinde"


def test_a_series_by_herkunft_only_cannot_be_asked_for_by_leistungsort() -> None:
    at = oeffne("zahlen", kennzahl="lb_awf", raumprinzip="leistungsort")
    assert hinweise(at) == [
        "„Außerhalb besonderer Wohnformen“ wurde nicht nach Leistungsort erhoben. Sie sehen die Zählung nach Herkunft."
    ]
    assert (wahl(at, "raumprinzip").options, wahl(at, "raumprinzip").disabled) == (["Herkunft"], True)
    assert titel(at) == "Kleinkreis: rund 96 Menschen mit Assistenz außerhalb besonderer Wohnformen"


def test_a_rate_without_ages_in_its_year_is_not_borrowed() -> None:
    at = oeffne("zahlen", jahr="2023")
    assert {zeile["je 1.000, 2023"] for zeile in zeilen(at)} == {"k. A."}
    assert {zeile["Einwohner ab 18 Jahren"] for zeile in zeilen(at)} == {"k. A."}
    assert ueberschriften(at)[0] == "2023: k. A."


def test_the_code_of_a_kennzahl_is_an_alias() -> None:
    at = oeffne("zahlen", kennzahl="W4")
    assert wahl(at, "kennzahl").value == "ambulantisierungsquote"
    # 96 of 96 + 121
    assert titel(at).startswith("Kleinkreis: 44,2\u00a0% der Menschen mit Assistenz beim Wohnen")
