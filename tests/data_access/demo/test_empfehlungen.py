"""The synthetic agendas: files that the importer takes, every state in them, nothing at the real meeting."""

import csv
from typing import Final

import pytest

from data_access.demo.regionen import EINTEILUNGEN, REGIONEN
from data_access.einstellungen import PROJEKT
from data_access.gremien.pruefung import maengel
from models.gremienformate import FORMATE
from models.gremienworte import Empfehlungsstatus, Massnahmenstatus

KINDS: Final = ("tops", "empfehlungen", "massnahmen", "rueckmeldungen")
RAEUME = {e.region: {p.id for p in e.planungsraeume} for e in EINTEILUNGEN.values()}


def zeilen(region: str, kind: str) -> list[dict[str, str]]:
    datei = PROJEKT / "daten" / "demo" / "gremien" / region / f"{kind}.csv"
    with datei.open(encoding="utf-8", newline="") as offen:
        return list(csv.DictReader(offen, delimiter=";"))


@pytest.mark.parametrize("region", REGIONEN)
@pytest.mark.parametrize("kind", KINDS)
def test_each_row_holds_what_its_format_allows(region: str, kind: str) -> None:
    for zeile in zeilen(region, kind):
        assert set(zeile) <= set(FORMATE[kind].namen)
        for spalte in FORMATE[kind].spalten:
            wert = zeile.get(spalte.name, "")
            assert wert or not spalte.pflicht, (zeile, spalte.name)
            assert not wert or not spalte.worte or wert in spalte.worte, (zeile, spalte.name)
        assert maengel(kind, zeile) == []
        assert zeile.get("datum") != "2024-09-23"
        assert zeile.get("planungsraum", "") in RAEUME[region] | {""}


@pytest.mark.parametrize("region", REGIONEN)
def test_what_is_referred_to_is_there(region: str) -> None:
    punkte = {(z["gremium"], z["datum"], z["top"]) for z in zeilen(region, "tops")}
    empfehlungen = {z["empfehlung"]: z for z in zeilen(region, "empfehlungen")}
    assert all((z["gremium"], z["datum"], z["top"]) in punkte for z in empfehlungen.values())
    assert all(z["grund"] for z in empfehlungen.values() if z["status"] in ("abgelehnt", "teilweise"))
    assert {z["empfehlung"] for z in zeilen(region, "massnahmen")} <= set(empfehlungen)
    for bericht in zeilen(region, "rueckmeldungen"):
        herkunft = empfehlungen[bericht["empfehlung"]]
        assert (bericht["gremium"], bericht["datum"] > herkunft["datum"]) == (herkunft["gremium"], True)
        # The last report is where it stands.
        letzter = max(z["datum"] for z in zeilen(region, "rueckmeldungen") if z["empfehlung"] == bericht["empfehlung"])
        assert bericht["datum"] < letzter or bericht["status"] == herkunft["status"]


@pytest.mark.parametrize("region", REGIONEN)
def test_every_state_is_there(region: str) -> None:
    assert {z["status"] for z in zeilen(region, "empfehlungen")} == set(Empfehlungsstatus)
    assert {z["status"] for z in zeilen(region, "massnahmen")} == set(Massnahmenstatus)
