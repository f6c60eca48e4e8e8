"""Notices of a year: which day their count is of, which way they took, and nothing where the state is kept back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from analysis.gremien.bestand import lade
from analysis.pflichten.lieferungen import Lieferung, lieferungen
from analysis.pflichten.stand import nach_aussen, nach_innen
from analysis.pflichten.urteil import pflichtstaende
from models.pflichtworte import Pflichtstatus
from presentation.texts import pflichtlieferungen as texte
from tests.fristenkreis import K, lege_pflichten_an, pflicht
from tests.gremien import trage_ein

HEUTE = date(2025, 6, 1)
R11 = pflicht("R11", "Gesamtzahl", "mitteilung", "traeger", monat=4, tag=30, bezugsjahr="vorjahr") | {
    "empfaenger": "Kreis",
    "kanal": "arbeitsgemeinschaft",
    "grundzahl": "personen_gesamt",
}
SCHULE = pflicht("R12", "Schule", "mitteilung", "kreis", monat=4, tag=30, bezugsjahr="folgejahr") | {
    "grundzahl": "schulabgaenger_folgejahr"
}
JAEHRLICH = pflicht("R13", "Daten der Region", "mitteilung", "traeger") | {"grundzahl": "lb_bwf"}


@pytest.fixture
def des_jahres(klein: Path) -> dict[str, dict[str, Lieferung]]:
    """The notices of 2025 by rule, as those see them who may write ("innen") and everybody else ("aussen")."""
    lege_pflichten_an()
    nachweis = {"region": K, "rule": "R11", "instanz": "2025", "datum": date(2025, 5, 14), "art": "lieferung"}
    trage_ein(
        {"pflichten": [R11, SCHULE, JAEHRLICH]},
        {"nachweise": [nachweis | {"seite": "traeger", "kanal": "gesondert"}]},
    )
    bestand = lade(K)
    staende = [s for s in pflichtstaende(bestand, HEUTE) if s.jahr == 2025]
    return {
        "innen": {x.sicht.pflicht.rule: x for x in lieferungen(bestand, nach_innen(staende))},
        "aussen": {x.sicht.pflicht.rule: x for x in lieferungen(bestand, nach_aussen(staende))},
    }


def test_only_notices_are_deliveries(des_jahres: dict[str, dict[str, Lieferung]]) -> None:
    assert list(des_jahres["innen"]) == ["R08", "R10", "R11", "R12", "R13"]


def test_the_count_is_of_the_latest_stichtag_up_to_the_last_day(des_jahres: dict[str, dict[str, Lieferung]]) -> None:
    tage = {rule: x.stichtag for rule, x in des_jahres["innen"].items()}
    assert tage == {
        "R08": None,
        "R10": None,
        "R11": date(2024, 12, 31),
        "R12": date(2025, 4, 30),
        "R13": date(2025, 12, 31),
    }


def test_one_looks_ahead_and_the_others_back(des_jahres: dict[str, dict[str, Lieferung]]) -> None:
    assert texte.worueber(des_jahres["innen"]["R12"]) == "2026, das Jahr danach"
    assert texte.worueber(des_jahres["innen"]["R11"]) == "2024, das Jahr davor"
    assert texte.worueber(des_jahres["innen"]["R13"]) == "2025"


def test_days_late_and_the_way_it_took_beside_the_agreed_one(des_jahres: dict[str, dict[str, Lieferung]]) -> None:
    x = des_jahres["innen"]["R11"]
    assert x.verzug == 14
    assert texte.mitgeteilt(x) == "am 14.05.2025, 14 Tage danach"
    assert texte.weg(x) == "gesondert übermittelt; vereinbart: über die Arbeitsgemeinschaft"


def test_what_is_not_released_is_not_told_by_day_or_way(des_jahres: dict[str, dict[str, Lieferung]]) -> None:
    x = des_jahres["aussen"]["R11"]
    assert (x.kanal, x.verzug, x.eingegangen) == (None, None, False)
    (zeile,) = texte.zeilen([x], {"R11": "913"})
    assert zeile["Mitgeteilt"] == "nicht freigegeben"
    assert zeile["Weg"] == "vereinbart: über die Arbeitsgemeinschaft"
    assert zeile["Veröffentlichte Zahl"] == "913 (am 31.12.2024)"
    assert texte.befund([x], 2025, vorschau=False) == "Mitteilungen 2025: Wie es steht, ist nicht freigegeben"


def test_a_count_without_a_freigabe_says_so(des_jahres: dict[str, dict[str, Lieferung]]) -> None:
    zeilen = texte.zeilen(list(des_jahres["innen"].values()), {})
    assert [z["Veröffentlichte Zahl"] for z in zeilen] == [
        "keine einzelne Zahl",
        "keine einzelne Zahl",
        "nicht veröffentlicht (zum 31.12.2024)",
        "nicht veröffentlicht (zum 30.04.2025)",
        "nicht veröffentlicht (zum 31.12.2025)",
    ]


def test_the_heading_counts_what_is_entered(des_jahres: dict[str, dict[str, Lieferung]]) -> None:
    alle = list(des_jahres["innen"].values())
    assert texte.befund(alle, 2025, vorschau=False) == "Mitteilungen 2025: 1 von 5 ist eingetragen"
    assert texte.befund(alle, 2026, vorschau=True) == "5 Mitteilungen 2026"
    assert texte.befund([], 2025, vorschau=False) == "2025 ist keine Mitteilung verlangt"


def test_a_heading_tells_what_is_kept_back(des_jahres: dict[str, dict[str, Lieferung]]) -> None:
    gemischt = [des_jahres["innen"]["R11"], des_jahres["aussen"]["R12"], des_jahres["aussen"]["R13"]]
    erwartet = "Mitteilungen 2025: 1 von 1 gezeigten ist eingetragen, 2 sind nicht freigegeben"
    assert texte.befund(gemischt, 2025, vorschau=False) == erwartet


def test_an_instance_without_a_day_says_why(des_jahres: dict[str, dict[str, Lieferung]]) -> None:
    ohne = {rule: texte.mitgeteilt(x) for rule, x in des_jahres["innen"].items() if x.sicht.am is None}
    assert ohne == {
        "R08": "nicht eingetragen",
        "R10": "nicht eingetragen",
        "R12": "nicht eingetragen",
        "R13": "noch nicht eingetragen",
    }
    offen = replace(des_jahres["innen"]["R12"].sicht, status=Pflichtstatus.UEBERFAELLIG)
    assert texte.mitgeteilt(replace(des_jahres["innen"]["R12"], sicht=offen)) == "steht aus, so eingetragen"


def test_the_sentences_fit_what_is_in_the_table(des_jahres: dict[str, dict[str, Lieferung]]) -> None:
    innen = des_jahres["innen"]
    assert texte.saetze([innen["R13"]], ohne_leistungsort=False) == [texte.BEDEUTUNG]
    beide = texte.saetze([innen["R11"], innen["R12"]], ohne_leistungsort=True)
    assert beide == [texte.BEDEUTUNG, texte.ZWEI_RICHTUNGEN, texte.NUR_ANZAHL, texte.OHNE_PROBE]
