"""Context figures in the database: stored whole or not at all, counted by the Fassung, gone when taken back."""

from datetime import date

import pytest

from data_access import abfragen, merkmale, schreiben
from models.tabellen import Lieferung
from tests.data_access.importing.test_merkmale import KOPF, zeile
from tests.data_access.importing.werkzeug import csv
from tests.installation import ALTDORF, JETZT, KREIS, liefere, recht

pytestmark = pytest.mark.usefixtures("klein")


def nummer() -> int:
    return dict(abfragen.stand("kleinkreis").nummern).get("merkmale", 0)


def gespeichert(praefix: str = KREIS) -> list[tuple[object, ...]]:
    return sorted(merkmale.bestand(praefix).select("ags", "zeitraum_bis", "wert", "zeichen", "nummer").rows())


def test_a_lieferung_is_stored_found_by_key_and_taken_back() -> None:
    inhalt = csv(KOPF, zeile("120", KREIS), zeile(".", ALTDORF, "arbeitslose", von="2023-01-01"), zeile("9", "06"))
    fertig = liefere("merkmale", inhalt, "m.csv").lieferung
    assert fertig is not None
    tag = date(2023, 12, 31)
    assert gespeichert() == [(KREIS, tag, 120, None, 1), (ALTDORF, tag, None, ".", 1)]
    assert gespeichert("06") == [("06", tag, 9, None, 1)]
    assert (fertig.art, fertig.absender, fertig.gegenstaende, fertig.stichtage, fertig.basis, fertig.region_slug) == (
        "merkmale",
        "IT.NRW",
        ["arbeitslose", "schwerbehinderte"],
        ["2023-12-31"],
        None,
        None,
    )
    assert nummer() == 1
    assert liefere("merkmale", inhalt, "m.csv").unveraendert
    assert nummer() == 1
    schreiben.ziehe_lieferung_zurueck(recht(), fertig.id, JETZT)
    assert gespeichert() == []
    assert nummer() == 2


def test_a_refused_file_and_a_failing_write_leave_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert liefere("merkmale", csv(KOPF, zeile("7", KREIS), zeile("-7"))).lieferung is None
    assert (gespeichert(), nummer(), abfragen.lieferungen()) == ([], 0, [])

    def scheitert(*_: object) -> None:
        raise OSError("voll")

    monkeypatch.setattr(merkmale, "erhoehe", scheitert)
    with pytest.raises(OSError, match="voll"):
        liefere("merkmale", csv(KOPF, zeile("7", KREIS)))
    assert (gespeichert(), nummer(), list[Lieferung](abfragen.lieferungen())) == ([], 0, [])
