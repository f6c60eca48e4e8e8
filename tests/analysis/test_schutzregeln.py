"""Deciding a rule: checked as a whole, kept for ever, noticed at once by Freigabe and reading side."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from analysis import schutzregeln, sichten
from analysis.bestand import Bestand
from analysis.freigabe import FreigabeAbgelehnt
from analysis.kennzahlen.katalog import kennzahl
from analysis.schutzregeln import RegelAbgelehnt, Wunsch, entscheide, hebe_auf
from data_access import abfragen, schreiben
from data_access.einstellungen import einstellungen
from models.schutzregeln import VOREINSTELLUNGEN
from models.tabellen import Schutzregel
from tests.installation import ALTDORF, CELL, JETZT, bestand, fallzahlendatei, gib, liefere, recht

AMT = "Datenschutz des Kleinkreises"
TAG = date(2025, 2, 20)
SPAETER = JETZT + timedelta(days=30)


def wunsch(**felder: Any) -> Wunsch:
    return replace(Wunsch("lb_bwf", "kleinkreis", AMT, TAG, "Beschluss der LSP"), **felder)


def eintrag(jetzt: datetime = JETZT, **felder: Any) -> Schutzregel:
    return entscheide(recht(), wunsch(**felder), jetzt)


def regel(grundzahl: str = "lb_bwf", region: str = "kleinkreis") -> tuple[int, tuple[str, ...], int, str]:
    r = schutzregeln.regeln(region)[grundzahl]
    return r.k, r.merkmale, r.mindestnenner, r.entschieden_von


def test_a_decision_holds_until_it_is_revoked_and_stays_readable(klein: Path) -> None:
    vorher = regel()
    assert vorher == (5, ("altersgruppe", "geschlecht"), 500, "Voreinstellung von Sozialraumblick")
    eintrag(k=7)
    assert regel() == (7, ("altersgruppe", "geschlecht"), 500, AMT)
    eintrag(SPAETER, merkmale=("geschlecht",), mindestnenner=1000, grund="Beschluss 2")
    assert regel() == (7, ("geschlecht",), 1000, AMT)
    assert regel(region="*") == vorher
    hebe_auf(recht(), "kleinkreis", "lb_bwf", "Amt 50", "Irrtum", SPAETER)
    assert regel() == (7, ("altersgruppe", "geschlecht"), 500, AMT)
    hebe_auf(recht(), "kleinkreis", "lb_bwf", "Amt 50", "neu verhandelt", SPAETER)
    assert regel() == vorher
    verlauf = [
        (e.id, e.k, e.merkmale, e.mindestnenner, e.begruendung, e.entschieden_am, e.aufgehoben_von, e.aufhebungsgrund)
        for e in schutzregeln.verlauf("kleinkreis")
    ]
    assert verlauf == [
        (2, 7, ["geschlecht"], 1000, "Beschluss 2", TAG, "Amt 50", "Irrtum"),
        (1, 7, ["altersgruppe", "geschlecht"], 500, "Beschluss der LSP", TAG, "Amt 50", "neu verhandelt"),
    ]
    with pytest.raises(RegelAbgelehnt, match="gibt es für die Region „kleinkreis“ keine Entscheidung"):
        hebe_auf(recht(), "kleinkreis", "lb_bwf", "Amt 50", "noch einmal", SPAETER)


def test_a_decision_for_all_regions_is_a_floor_for_each(klein: Path) -> None:
    eintrag(region="*", k=8, merkmale=())
    assert regel() == (8, (), 500, AMT)
    with pytest.raises(RegelAbgelehnt, match=rf"Möglich ist k ab 8\. So hat es {AMT} für alle Regionen entschieden"):
        eintrag(k=7)
    eintrag(k=9, merkmale=("altersgruppe",))
    assert regel() == (9, ("altersgruppe",), 500, AMT)
    assert regel(region="*") == (8, (), 500, AMT)


@pytest.mark.parametrize(
    ("felder", "satz"),
    [
        ({"grundzahl": "lb_x"}, "Die Grundzahl „lb_x“ gibt es nicht. Möglich sind: lb_bwf, "),
        ({"grundzahl": "plaetze_bwf"}, "„Plätze in besonderen Wohnformen“ ist eine öffentliche Zahl."),
        ({"region": "unna"}, "Die Region „unna“ ist hier nicht eingerichtet. Möglich sind: kleinkreis oder *."),
        ({"von": " "}, "Bitte angeben, welche Stelle entschieden hat und warum."),
        ({"grund": ""}, "Bitte angeben, welche Stelle entschieden hat und warum."),
        ({"von": "Frau Muster"}, "„Frau Muster“ nennt eine Person. Bitte nur die Stelle angeben"),
        ({"von": "m@kreis.de"}, "„m@kreis.de“ nennt eine Person."),
        ({"von": "x" * 121}, "Die Stelle darf höchstens 120 Zeichen haben, der Grund höchstens 500."),
        ({"am": date(2025, 3, 2)}, "Der 02.03.2025 liegt in der Zukunft."),
        ({"k": 4}, "k = 4 ist für „Leistungsberechtigte in besonderer Wohnform“ zu klein. Möglich ist k ab 5."),
        ({"grundzahl": "minderjaehrige_egh", "k": 9}, "zu klein. Möglich ist k ab 10. Das ist die Voreinstellung;"),
        ({"k": 101}, "zu groß. Möglich ist k bis 100."),
        ({"merkmale": ("beruf",)}, "Nach „beruf“ lässt sich nicht gliedern. Möglich sind: altersgruppe (Altersgruppe)"),
        ({"mindestnenner": -1}, "Der Mindestnenner -1 geht nicht. Möglich sind 0 bis 100.000 Einwohner."),
    ],
)
def test_what_is_refused_says_why_and_changes_nothing(klein: Path, felder: dict[str, Any], satz: str) -> None:
    with pytest.raises(RegelAbgelehnt) as grund:
        eintrag(**felder)
    assert satz in str(grund.value)
    assert schutzregeln.verlauf("*") == []


def test_the_freigabe_takes_the_k_of_the_rule(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei(), "bwf.csv")
    eintrag(k=7)
    assert gib().k == 7
    assert bestand().veroeffentlicht["lb_bwf"].angaben.k == 7


def test_published_numbers_fix_k_for_every_later_decision(gefuellt: Path) -> None:
    satz = "in der Region „kleinkreis“ schon mit k = 5 veröffentlicht. Mit der Änderung gälte k = 7;"
    for region in ("kleinkreis", "*"):
        with pytest.raises(RegelAbgelehnt, match=satz):
            eintrag(region=region, k=7)
    eintrag(k=5, mindestnenner=100)
    eintrag(grundzahl="lb_wfbm", k=7)
    for frei in abfragen.alle_freigaben("kleinkreis"):
        schreiben.ziehe_freigabe_zurueck(recht(), frei.id, JETZT)
    with pytest.raises(RegelAbgelehnt, match=satz):
        eintrag(k=7)


def test_a_rule_under_which_numbers_are_out_cannot_be_revoked(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei(), "bwf.csv")
    eintrag(k=7)
    gib()
    with pytest.raises(RegelAbgelehnt, match="schon mit k = 7 veröffentlicht. Mit der Änderung gälte k = 5;"):
        hebe_auf(recht(), "kleinkreis", "lb_bwf", AMT, "Irrtum", SPAETER)
    assert regel()[0] == 7


def test_another_k_than_the_published_one_is_refused_at_the_freigabe(
    gefuellt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SRB_K", "8")
    einstellungen.cache_clear()
    with pytest.raises(FreigabeAbgelehnt, match="schon mit k = 5 veröffentlicht"):
        gib(jetzt=SPAETER)
    assert regel()[0] == 8


def test_a_grundzahl_that_is_a_crossing_of_two_traits_is_not_published(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    liefere("fallzahlen", fallzahlendatei(), "bwf.csv")
    kreuzung = replace(VOREINSTELLUNGEN["lb_bwf"], sensibel=("behinderungsart", "altersgruppe"))
    monkeypatch.setitem(VOREINSTELLUNGEN, "lb_bwf", kreuzung)
    with pytest.raises(FreigabeAbgelehnt, match="wenn zwei heikle Merkmale zusammenkommen"):
        gib()
    assert abfragen.alle_freigaben("kleinkreis") == []


def raten(aus: Bestand) -> dict[str, tuple[bool, str, int | None, int | None]]:
    satz = kennzahl("besondere_wohnform")
    assert satz is not None
    zeilen = sichten.gebietswerte(aus, satz, "gemeinde", "herkunft").filter(stichtag=date(2024, 12, 31))
    return {
        g: (w is not None, s, z, n)
        for g, w, s, z, n in zeilen.select("gebiet", "wert", "status", "zaehler", "nenner").iter_rows()
    }


def test_a_new_minimum_denominator_hides_rates_at_the_next_run_and_keeps_the_counts(gefuellt: Path) -> None:
    """8.000 people from 18 on in Altdorf, 2.000 in Cell."""
    vorher, alter_stand = raten(bestand()), abfragen.stand("kleinkreis")
    assert vorher[ALTDORF][:2] == vorher[CELL][:2] == (True, "gezeigt")
    eintrag(mindestnenner=2001)
    assert abfragen.stand("kleinkreis") != alter_stand
    nachher = raten(bestand())
    assert nachher[ALTDORF] == vorher[ALTDORF]
    assert nachher[CELL] == (False, "geschuetzt", *vorher[CELL][2:])
    assert nachher[CELL][3] == 2000
    eintrag(mindestnenner=1200)
    assert raten(bestand()) == vorher


def test_a_decision_for_all_is_noticed_in_every_region(gefuellt: Path) -> None:
    alter_stand = abfragen.stand("kleinkreis")
    eintrag(region="*", grundzahl="lb_wfbm", mindestnenner=700)
    assert abfragen.stand("kleinkreis") != alter_stand
    assert bestand().regeln["lb_wfbm"].mindestnenner == 700
    assert bestand().regeln["lb_awf"] == VOREINSTELLUNGEN["lb_awf"]
