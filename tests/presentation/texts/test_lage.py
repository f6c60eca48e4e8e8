"""The Überblick in words, over a Bestand written by hand."""

from dataclasses import replace
from datetime import date

from analysis import sichten
from analysis.auswahl import loese_auf
from analysis.bestand import Bestand
from analysis.intervalle import Unterschied
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Messung, messungen
from presentation.texts import lage
from tests.von_hand import ALTDORF, T24, bestand, veroeffentlicht

T21 = date(2021, 12, 31)


def rechne(aus: Bestand, satz: Kennzahl, ebene: str, prinzip: str) -> tuple[Messung, ...]:
    return tuple(messungen(sichten.gebietswerte(aus, satz, ebene, prinzip), satz))


def mit_werkstatt(frueher: int, jetzt: int) -> Bestand:
    """The small Kreis with a series of the Werkstatt that is exact."""
    zellen = {T21: {(ALTDORF, ALTDORF): frueher}, T24: {(ALTDORF, ALTDORF): jetzt}}
    ganz = bestand()
    return replace(ganz, veroeffentlicht={**ganz.veroeffentlicht, "lb_wfbm": veroeffentlicht("lb_wfbm", zellen)})


def test_a_theme_without_numbers_says_so() -> None:
    zeilen = lage.themen(bestand(), rechne)
    assert [z.titel for z in zeilen] == ["Wohnen", "Arbeit", "Kinder und Jugendliche", "Hilfe nach §\u00a067"]
    arbeit = zeilen[1]
    assert arbeit.befund == "Arbeitsbereich der Werkstatt: zurzeit nicht veröffentlicht."
    assert (arbeit.rate, arbeit.zahl, arbeit.veraenderung, arbeit.stand, arbeit.reihe) == ("", "–", "", None, ())


def test_a_first_stichtag_is_compared_with_nothing() -> None:
    wohnen = lage.themen(bestand(), rechne)[0]
    assert wohnen.befund == (
        "Menschen mit Assistenz außerhalb besonderer Wohnformen. Kein früherer Stichtag ist vergleichbar. "
        "In besonderer Wohnform leben 121."
    )
    assert (wohnen.zahl, wohnen.zahl_name, wohnen.veraenderung) == ("96", "Personen, rund", "")
    assert wohnen.rate == "6,3 je 1.000 Einwohner ab 18 Jahren"


def test_a_sure_change_is_said_with_its_year_and_stands_in_the_headline() -> None:
    aus = mit_werkstatt(300, 400)
    zeilen = lage.themen(aus, rechne)
    arbeit = zeilen[1]
    assert arbeit.stand is not None
    assert arbeit.stand.urteil == Unterschied.HOEHER
    assert arbeit.befund == "Mehr Menschen im Arbeitsbereich der Werkstatt als 2021."
    assert (arbeit.zahl, arbeit.zahl_name, arbeit.veraenderung) == ("400", "Personen", "+100 seit 2021")
    assert arbeit.rate == "k. A."
    assert lage.ueberschrift(aus, zeilen) == "Kleinkreis: mehr Menschen im Arbeitsbereich der Werkstatt"
    weniger = lage.themen(mit_werkstatt(400, 300), rechne)
    assert weniger[1].befund == "Weniger Menschen im Arbeitsbereich der Werkstatt als 2021."
    assert lage.ueberschrift(aus, weniger) == "Kleinkreis: weniger Menschen im Arbeitsbereich der Werkstatt"


def test_a_change_within_chance_is_no_headline() -> None:
    aus = mit_werkstatt(300, 310)
    zeilen = lage.themen(aus, rechne)
    assert zeilen[1].befund == "Menschen im Arbeitsbereich der Werkstatt: seit 2021 keine sichere Veränderung."
    assert lage.ueberschrift(aus, zeilen) == "Kleinkreis: in keinem der vier Themen eine sichere Veränderung"


def test_with_nothing_published_the_headline_claims_nothing() -> None:
    leer = bestand("lb_bwf", "lb_awf")
    zeilen = lage.themen(leer, rechne)
    assert lage.ueberschrift(leer, zeilen) == "Kleinkreis: zurzeit keine veröffentlichten Fallzahlen"
    assert lage.unterzeile(leer, zeilen) == (
        "Eingliederungshilfe und Hilfe nach §\u00a067 SGB XII, nach Herkunft der Menschen. Personen."
    )


def test_the_line_under_the_headline_names_the_newest_stichtag() -> None:
    assert lage.unterzeile(bestand(), lage.themen(bestand(), rechne)) == (
        "Eingliederungshilfe und Hilfe nach §\u00a067 SGB XII am 31.12.2024, nach Herkunft der Menschen. Personen."
    )


def test_the_small_map_shows_its_kennzahl_where_the_region_opens() -> None:
    gewaehlt = loese_auf(
        {"kennzahl": ["lb_awf"], "ebene": ["planungsraum"], "einteilung": ["quer"], "gebiet": ["ost"]}, bestand()
    )[0]
    klein = lage.kartenauswahl(gewaehlt)
    assert (klein.kennzahl.id, klein.ebene, klein.einteilung, klein.raumprinzip, klein.gebiete) == (
        "besondere_wohnform",
        "gemeinde",
        "haupt",
        "herkunft",
        (),
    )
    assert lage.kartenzeile(klein) == "je 1.000 Einwohner ab 18 Jahren, nach Herkunft der Menschen, 2024"
