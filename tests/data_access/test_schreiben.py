"""Writes: whole or not at all; every change moves the Fassung, so that no cache shows what was before."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from data_access import abfragen, schreiben
from models.rahmen import Einwohnerzahlen
from models.tabellen import Freigabe, Lieferung
from tests.installation import ALTDORF, JETZT, KREIS, einwohnerdatei, fallzahlendatei, liefere, recht


def nummern() -> dict[str, int]:
    return dict(abfragen.stand("kleinkreis").nummern)


def lieferung(nummer: int = 1, kennung: str = "") -> Lieferung:
    return Lieferung(
        id=kennung or f"l{nummer}",
        nummer=nummer,
        art="einwohner",
        absender="x",
        datei="x.csv",
        sha256="0",
        zeilen=1,
        eingegangen_am=JETZT,
    )


def freigabe(id_: str, fassung: int) -> Freigabe:
    return Freigabe(
        id=id_,
        region_slug="kleinkreis",
        grundzahl="lb_bwf",
        fassung=fassung,
        k=5,
        datei="",
        pruefsumme="",
        veroeffentlicht_am=datetime(2025, 1, fassung, tzinfo=UTC),
    )


def test_an_installation_is_empty_until_its_areas_are_entered(vorlage_klein: Path, klein: Path) -> None:
    assert not schreiben.ist_leer()
    assert nummern() == {"einteilungen": 1}


def test_population_moves_its_fassung_when_it_comes_and_when_it_goes(klein: Path) -> None:
    fertig = liefere("einwohner", einwohnerdatei({(ALTDORF, "insgesamt"): 1000}))
    assert fertig.lieferung is not None
    assert nummern()["einwohner"] == 1
    assert abfragen.einwohner(KREIS)["anzahl"].to_list() == [1000]
    weg = schreiben.ziehe_lieferung_zurueck(recht(), fertig.lieferung.id, JETZT)
    assert weg.stand == "zurueckgezogen"
    assert nummern()["einwohner"] == 2
    assert abfragen.einwohner(KREIS).is_empty()


def test_a_retracted_delivery_of_counts_moves_nothing_that_is_published(klein: Path) -> None:
    fertig = liefere("fallzahlen", fallzahlendatei())
    assert fertig.lieferung is not None
    vorher = nummern()
    schreiben.ziehe_lieferung_zurueck(recht(), fertig.lieferung.id, JETZT)
    assert nummern() == vorher


def test_a_delivery_can_be_taken_back_once(klein: Path) -> None:
    fertig = liefere("fallzahlen", fallzahlendatei())
    assert fertig.lieferung is not None
    schreiben.ziehe_lieferung_zurueck(recht(), fertig.lieferung.id, JETZT)
    for kennung in (fertig.lieferung.id, "gibt-es-nicht"):
        with pytest.raises(schreiben.NichtGefunden) as grund:
            schreiben.ziehe_lieferung_zurueck(recht(), kennung, JETZT)
        assert str(grund.value) == (
            f"Es gibt keine gespeicherte Lieferung „{kennung}“. „cli.py deliveries“ zeigt alle."
        )


def test_population_is_stored_whole_or_not_at_all(klein: Path) -> None:
    """A second Lieferung with the number of the first breaks off after its row was written."""
    schreiben.speichere_lieferung(recht(), lieferung(1))
    zahlen = Einwohnerzahlen.create_empty()
    with pytest.raises(IntegrityError):
        schreiben.speichere_einwohner(recht(), lieferung(1, "zweite"), zahlen)
    assert [eintrag.id for eintrag in abfragen.lieferungen()] == ["l1"]
    assert "einwohner" not in nummern()


def test_numbers_of_deliveries_and_fassungen_grow(klein: Path) -> None:
    assert schreiben.naechste_lieferungsnummer() == 1
    schreiben.speichere_lieferung(recht(), lieferung(7))
    assert schreiben.naechste_lieferungsnummer() == 8
    assert schreiben.naechste_fassung("kleinkreis", "lb_bwf") == 1
    schreiben.veroeffentliche(recht(), freigabe("a", 1))
    schreiben.veroeffentliche(recht(), freigabe("b", 2))
    assert schreiben.naechste_fassung("kleinkreis", "lb_bwf") == 3
    assert schreiben.naechste_fassung("kleinkreis", "lb_awf") == 1
    assert nummern()["lb_bwf"] == 2
    assert abfragen.stand("kleinkreis").freigaben == (("lb_bwf", "b"),)


def test_a_freigabe_can_be_withdrawn_once(klein: Path) -> None:
    schreiben.veroeffentliche(recht(), freigabe("a", 1))
    weg = schreiben.ziehe_freigabe_zurueck(recht(), "a", JETZT)
    assert weg.zurueckgezogen_am == JETZT
    assert abfragen.stand("kleinkreis").freigaben == ()
    assert nummern()["lb_bwf"] == 2
    for kennung in ("a", "b"):
        with pytest.raises(schreiben.NichtGefunden) as grund:
            schreiben.ziehe_freigabe_zurueck(recht(), kennung, JETZT)
        assert str(grund.value) == f"Es gibt keine gültige Freigabe „{kennung}“. „cli.py releases“ zeigt alle."
    assert schreiben.naechste_fassung("kleinkreis", "lb_bwf") == 2


def test_two_freigaben_of_one_fassung_are_impossible(klein: Path) -> None:
    schreiben.veroeffentliche(recht(), freigabe("a", 1))
    with pytest.raises(IntegrityError):
        schreiben.veroeffentliche(recht(), freigabe("b", 1))
    assert abfragen.stand("kleinkreis").freigaben == (("lb_bwf", "a"),)
    assert nummern()["lb_bwf"] == 1
