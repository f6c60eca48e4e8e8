"""What was answered stays what was asked; the files that come with the product fit."""

import csv
from pathlib import Path
from typing import Any

import pytest

from data_access.einstellungen import PROJEKT
from data_access.gremien.buch import GremienAbgelehnt
from data_access.gremien.lesen import lies
from data_access.gremien.pruefung import maengel
from data_access.gremien.vorschlag import vorgeschlagene_fragen
from models.gremienformate import FORMATE
from models.gremienworte import Seite
from tests.bewertungen import FRAGEN, WERTE, lege_bewertungen_an, zeilen
from tests.gremien import trage_ein

REGIONEN = ("werra-meissner-kreis", "kreis-unna")
F1, F2 = FRAGEN[0], FRAGEN[1]


@pytest.mark.parametrize(
    ("frage", "satz"),
    [
        (F1 | {"text": "BEI_NRW ist unklar."}, "Antworten aus 2024, 2025. Ein anderer Wortlaut"),
        (F1 | {"nummer": 9}, "eine andere Nummer ist eine neue Aussage"),
        (F1 | {"jahr_von": 2025}, "Antworten aus 2024. Bitte „jahr_von“"),
        (F2 | {"frage": "f2c"}, "Die Nummer 2 hat ab 2024 schon die Aussage „f2“"),
    ],
)
def test_a_statement_with_answers_keeps_its_words(klein: Path, frage: dict[str, Any], satz: str) -> None:
    lege_bewertungen_an()
    vorher = lies("kleinkreis").fragen
    with pytest.raises(GremienAbgelehnt, match=satz):
        trage_ein({"bewertungsfragen": [frage]})
    assert lies("kleinkreis").fragen == vorher


def test_an_answer_belongs_to_a_statement_of_its_year(klein: Path) -> None:
    lege_bewertungen_an()
    (zeile, *_) = zeilen({2025: {"f2": "1111"}})
    with pytest.raises(GremienAbgelehnt, match="„f2“ gilt 2024 bis 2024, die Antwort ist für 2025"):
        trage_ein({"bewertungen": [zeile]})
    with pytest.raises(GremienAbgelehnt, match="Die Aussage „fremd“ gibt es hier nicht"):
        trage_ein({"bewertungen": [zeile | {"frage": "fremd"}]})


def test_answers_come_back_with_k_a_as_it_was(klein: Path) -> None:
    lege_bewertungen_an()
    gelesen = {(b.frage_id, b.jahr, b.seite): b.wert for b in lies("kleinkreis").bewertungen}
    assert gelesen == {(z["frage"], z["jahr"], z["seite"]): z["wert"] for z in zeilen(WERTE)}


@pytest.mark.parametrize(
    ("anmerkung", "gut"),
    [
        ("Die Briefe kommen spät.", True),
        ("Frauen und Herrenlose", True),
        ("Frau Beispiel war nicht da", False),
        ("Herrn Dr. Beispiel fragen", False),
        ("Mail an a@beispiel.de", False),
    ],
)
def test_a_remark_names_nobody(anmerkung: str, gut: bool) -> None:
    (zeile, *_) = zeilen(WERTE)
    assert [spalte for spalte, _ in maengel("bewertungen", zeile | {"anmerkung": anmerkung})] == (
        [] if gut else ["anmerkung"]
    )


def test_years_of_a_statement_follow_each_other() -> None:
    assert [s for s, _ in maengel("bewertungsfragen", F1 | {"jahr_bis": 2023})] == ["jahr_bis"]
    assert maengel("bewertungsfragen", F1 | {"jahr_bis": 2024}) == []


def _datei(pfad: Path, kind: str) -> list[dict[str, Any]]:
    typen = {s.name: s for s in FORMATE[kind].spalten}
    with pfad.open(encoding="utf-8", newline="") as offen:
        leser = csv.DictReader(offen, delimiter=";")
        assert tuple(leser.fieldnames or ()) == FORMATE[kind].namen
        return [
            {name: (int(wert) if typen[name].typ == "zahl" else wert) if wert else None for name, wert in zeile.items()}
            for zeile in leser
        ]


@pytest.mark.parametrize("region", REGIONEN)
def test_the_files_of_both_regions_fit_together(klein: Path, region: str) -> None:
    kuerzel = {"werra-meissner-kreis": "wmk", "kreis-unna": "unna"}[region]
    fragen = _datei(PROJEKT / "daten" / "gremien" / region / "bewertungsfragen.csv", "bewertungsfragen")
    antworten = _datei(PROJEKT / "daten" / "demo" / "gremien" / region / "bewertungen.csv", "bewertungen")
    assert [f["frage"] for f in fragen] == [f"gp-{kuerzel}-{n}" for n in range(1, 11)]
    assert vorgeschlagene_fragen(region) == {f["frage"]: f["text"] for f in fragen}
    assert {a["jahr"] for a in antworten} == ({2024, 2025, 2026} if kuerzel == "wmk" else {2025, 2026})
    assert {a["seite"] for a in antworten} == set(map(str, Seite))
    assert any(a["wert"] is None for a in antworten)
    assert not [m for a in antworten for m in maengel("bewertungen", a)]
    # The small Kreis takes them under its own name.
    hier = {"region": "kleinkreis"}
    trage_ein({"bewertungsfragen": [f | hier for f in fragen]}, {"bewertungen": [a | hier for a in antworten]})
    assert len(lies("kleinkreis").bewertungen) == len(antworten)


def test_a_region_of_its_own_has_no_proposal() -> None:
    assert vorgeschlagene_fragen("kleinkreis") == {}
