"""The words about one area of the small Kreis."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.ganzes import ganzes
from analysis.gebietswahl import orte
from analysis.kennzahlen.kennzahl import Altersband
from analysis.steckbrief import steckbrief
from analysis.steckbriefteile import Steckbrief
from models.tabellen import Region
from models.vokabular import Ebene, Raumprinzip
from presentation.texts.steckbrief import altersname, bevoelkerung, leitsaetze, ratenzeile, ueberschrift, unterzeile
from presentation.texts.steckbrieftafeln import (
    alterszeilen,
    gliednamen,
    jahreszeilen,
    vergleichszeilen,
    vorsicht,
    wegesatz,
    wegezeilen,
)
from tests.von_hand import BERG, FORST, KREIS, T24, bestand


def _s(gebiet: str, *ohne: str, tag: date | None = T24) -> Steckbrief:
    b = bestand(*ohne)
    return steckbrief(b, next(o for o in orte(b, "haupt") if o.gebiet == gebiet), tag)


@pytest.mark.parametrize(
    ("gebiet", "ohne", "erwartet"),
    [
        ("sued", (), "Sued: anteilig mehr Menschen in besonderer Wohnform als im Kreis"),
        ("nord", (), "Nord: kein sicherer Unterschied zum Kreis"),
        (FORST, (), "Forst: Hier wohnt niemand"),
        (KREIS, (), "Kleinkreis: mehr Menschen in besonderer Wohnform als 2023"),
        (KREIS, ("lb_bwf",), "Kleinkreis: keine sichere Veränderung seit den ersten vergleichbaren Jahren"),
        (BERG, ("lb_bwf",), "Berg: zu wenige Menschen für einen sicheren Vergleich mit dem Kreis"),
        ("nord", ("lb_bwf", "lb_awf"), "Nord: keine veröffentlichten Fallzahlen"),
    ],
)
def test_the_headline_claims_no_more_than_the_intervals(gebiet: str, ohne: tuple[str, ...], erwartet: str) -> None:
    assert ueberschrift(_s(gebiet, *ohne)) == erwartet


@pytest.mark.parametrize(
    ("gebiet", "erwartet"),
    [
        ("nord", "Altdorf und Berg · 15.000 Einwohner am 31.12.2024 ({basis}) · Einteilung „Nord und Süd“, Version 1"),
        (FORST, "Gemeindefreies Gebiet in „Sued“ · 0 Einwohner am 31.12.2024 ({basis})"),
        (KREIS, "Kreis mit 4 Gemeinden und 1 gemeindefreiem Gebiet · 19.000 Einwohner am 31.12.2024 ({basis})"),
    ],
)
def test_the_line_below_names_members_people_and_einteilung(gebiet: str, erwartet: str) -> None:
    assert unterzeile(_s(gebiet)) == erwartet.format(basis="Zensus 2022 oder Fortschreibung auf seiner Grundlage")


def test_ages_in_words() -> None:
    assert [altersname(Altersband(*band, "")) for band in ((0, 6), (7, 17), (65, None))] == [
        "unter 7",
        "7 bis 17",
        "ab 65",
    ]
    assert bevoelkerung(_s("nord")) == [
        "20,0\u00a0% sind unter 18 Jahre alt (Kreis 20,0\u00a0%).",
        "80,0\u00a0% sind 18 Jahre oder älter (Kreis 80,0\u00a0%).",
    ]
    assert alterszeilen(_s("nord"))[0] == {
        "Alter in Jahren": "unter 18",
        "Einwohner": "3.000",
        "Anteil": "20,0\u00a0%",
        "Kreis": "20,0\u00a0%",
    }
    assert bevoelkerung(_s(FORST)) == ["Hier wohnt niemand. Werte je 1.000 Einwohner gibt es deshalb nicht."]


def test_a_leading_figure_against_kreis_areas_time_and_the_other_count() -> None:
    s = _s("sued")
    leit = next(x for x in s.leitzahlen if x.zahl.id == "lb_bwf")
    assert leitsaetze(leit, s) == [
        "**Über** dem Kreis (8,0), mehr als übliche Zufallsschwankung.",
        "Am höchsten unter 2 Planungsräumen mit Wert, von jedem anderen Wert sicher verschieden.",
        "Seit 2023 (rund 35) keine sichere Veränderung.",
        "Nach Ort der Leistung: rund 50 Personen, 15,6 je 1.000.",
    ]
    assert ratenzeile(leit) == "**15,0** je 1.000 Einwohner ab 18 Jahren; mit Zufall und Rundung 11,0 bis 19,8"


def test_the_tables_hold_what_the_charts_show() -> None:
    s = _s("nord")
    assert vergleichszeilen(s) == [
        {"Planungsraum": "Nord", "Besondere Wohnform": "6,1", "Außerhalb besonderer Wohnformen": "5,5"},
        {"Planungsraum": "Sued", "Besondere Wohnform": "15,0", "Außerhalb besonderer Wohnformen": "9,4"},
        {"Planungsraum": "Kreis", "Besondere Wohnform": "8,0", "Außerhalb besonderer Wohnformen": "6,3"},
    ]
    assert jahreszeilen(s) == [
        {
            "Stichtag": "31.12.2023",
            "Besondere Wohnform": "rund 50",
            "Außerhalb besonderer Wohnformen": "liegt nicht vor",
        },
        {"Stichtag": "31.12.2024", "Besondere Wohnform": "rund 73", "Außerhalb besonderer Wohnformen": "66"},
    ]
    assert gliednamen(s) == [
        ("05978004", "Altdorf · 10.000\u00a0Einwohner"),
        ("05978008", "Berg · 5.000\u00a0Einwohner"),
    ]


def test_the_ways_say_what_is_sure() -> None:
    assert wegesatz(_s("sued")) == (
        "Besondere Wohnform: Von rund 48 Menschen mit Herkunft hier werden mindestens 10 anderswo unterstützt."
    )
    assert wegesatz(_s("nord")) == "Wie viele Menschen von hier anderswo unterstützt werden, lässt sich nur grob sagen."
    assert wegezeilen(_s("sued"), Raumprinzip.HERKUNFT) == [
        {
            "Leistung": "Besondere Wohnform",
            "Menschen von hier": "rund 48",
            "davon hier unterstützt": "rund 36",
            "im übrigen Kreis": "0 bis 10",
            "außerhalb des Kreises": "rund 12",
        }
    ]
    assert wegezeilen(_s(FORST), Raumprinzip.HERKUNFT) == []


def test_a_land_and_a_city_are_called_so() -> None:
    land = ganzes(Region(slug="06", name="Hessen", kreis_ags="06", traeger_id=""))
    stadt = ganzes(Region(slug="05913", name="Dortmund", kreis_ags="05913", traeger_id=""), ist_stadt=True)
    assert (land.im, land.zum, land.im_uebrigen) == ("im Land", "zum Land", "im übrigen Land")
    assert (stadt.im, stadt.zum, stadt.im_uebrigen) == ("in der Stadt", "zur Stadt", "in der übrigen Stadt")
    assert f"aus {stadt.dem_uebrigen}" == "aus der übrigen Stadt"
    s = replace(_s("sued"), ganzes=land)
    assert ueberschrift(s) == "Sued: anteilig mehr Menschen in besonderer Wohnform als im Land"
    assert list(alterszeilen(s)[0]) == ["Alter in Jahren", "Einwohner", "Anteil", "Land"]
    assert vergleichszeilen(s)[-1]["Planungsraum"] == "Land"
    assert "außerhalb des Landes" in wegezeilen(s, Raumprinzip.HERKUNFT)[0]
    leit = next(x for x in s.leitzahlen if x.zahl.id == "lb_bwf")
    assert leitsaetze(leit, s)[0].startswith("**Über** dem Land (8,0)")
    im_ganzen = replace(_s(KREIS), ganzes=replace(stadt, ebene=Ebene.KREIS))
    assert unterzeile(im_ganzen).startswith("Kreisfreie Stadt · 19.000 Einwohner")
    assert unterzeile(replace(_s(KREIS), ganzes=land)).startswith("Kreis mit 4 Gemeinden und 1 gemeindefreiem Gebiet")


def test_what_is_missing_stands_before_the_caveats() -> None:
    saetze = vorsicht(_s("nord", "lb_awf"))
    assert saetze[0].startswith("Nicht veröffentlicht: „Leistungsberechtigte außerhalb besonderer Wohnformen“, ")
    assert len(saetze) == len(set(saetze))
