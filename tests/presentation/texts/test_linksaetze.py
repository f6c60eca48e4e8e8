"""Every sentence on what gave way can be cut to what there is not."""

from datetime import date

import pytest

from analysis.auswahl import loese_auf
from analysis.beteiligung.auswahl import loese_auf as loese_beteiligung_auf
from analysis.gebietswahl import loese_gebiet_auf
from analysis.gremien.auswahl import loese_auf as loese_gremien_auf
from analysis.pflichten.auswahl import waehle_jahr
from presentation.texts.linksaetze import STATTDESSEN, ohne_stattdessen
from tests.gremien import lege_gremien_an
from tests.von_hand import bestand

HEUTE = date(2025, 9, 22)
FALSCHES = [
    *({"ebene": ebene} for ebene in ("strasse", "land", "bund")),
    {"kennzahl": "xyz"},
    {"einteilung": "alt"},
    {"raumprinzip": "wohnort"},
    {"kennzahl": "lb_awf", "raumprinzip": "leistungsort"},
    {"jahr": "1999"},
    {"stichtag": "2024-06-30"},
    {"gebiet": "05978777"},
    {"kennzahl": "lb_bwf", "fassung": "7"},
    {"altersgruppe": "alt"},
    {"geschlecht": "x"},
]


def halte_die_form_ein(saetze: list[str]) -> None:
    assert saetze
    for satz in saetze:
        anfang = ohne_stattdessen(satz)
        assert satz == anfang or satz.startswith(f"{anfang} {STATTDESSEN}"), satz
        assert anfang.endswith("."), satz
        assert STATTDESSEN.strip() not in anfang, satz


@pytest.mark.parametrize("parameter", FALSCHES, ids=str)
def test_sentences_on_numbers_keep_to_the_form(parameter: dict[str, str]) -> None:
    halte_die_form_ein(loese_auf({n: [w] for n, w in parameter.items()}, bestand())[1])


@pytest.mark.parametrize("parameter", [{"gebiet": ["x"]}, {"gebiet": ["sued", "nord"]}, {"ebene": ["dorf"]}], ids=str)
def test_sentences_on_areas_keep_to_the_form(parameter: dict[str, list[str]]) -> None:
    halte_die_form_ein(loese_gebiet_auf(parameter, bestand())[1])


@pytest.mark.usefixtures("klein")
def test_sentences_on_what_was_entered_keep_to_the_form() -> None:
    eingetragen = lege_gremien_an()
    falsch = dict.fromkeys(("gremium", "jahr", "thema", "gebiet", "ansicht", "sitzung"), "x")
    halte_die_form_ein(loese_beteiligung_auf(falsch, eingetragen, "K", {}, {})[1])
    halte_die_form_ein(loese_gremien_auf(falsch, eingetragen, "K", HEUTE)[1])
    halte_die_form_ein([waehle_jahr("1999", [2025], HEUTE)[1]])


def test_a_sentence_that_only_says_what_is_shown_leaves_nothing() -> None:
    assert ohne_stattdessen("Sie sehen die Einteilung „Alt“. Sie ist nicht in Kraft.") == ""
