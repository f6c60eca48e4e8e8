"""`cli.py beteiligung`: the figures of the demonstration, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cli import app


def rufe(*worte: str, ende: int = 0) -> str:
    ergebnis = CliRunner().invoke(app, ["beteiligung", *worte])
    assert ergebnis.exit_code == ende, ergebnis.output
    return ergebnis.stdout


def objekt(*worte: str) -> dict[str, Any]:
    gelesen: dict[str, Any] = json.loads(rufe(*worte, "--json"))
    return gelesen


def merkmale(o: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {m["code"]: m for m in o["merkmale"]}


def test_the_lsp_of_2025_in_counts(demo_lesend: Path) -> None:
    o = objekt("--region", "kreis-unna", "--gremium", "lsp-unna", "--jahr", "2025")
    m = merkmale(o)
    assert (m["P2"]["zaehler"], m["P2"]["nenner"], m["P2"]["unbekannt"]) == (4, 58, 0)
    assert m["P2"]["prozent"] == pytest.approx(6.9, abs=0.01)
    assert (m["P7"]["verwaltung"]["unten"], m["P7"]["selbstvertretung"]["oben"], m["P8"]["von"]) == (5, 3, 2)
    assert [(p["verwaltung"], p["selbstvertretung"]) for p in o["punkte"][1:4]] == [(6, 3), (5, 3), (4, None)]
    assert m["P1"]["grund"] == "genannt, ohne Zahl der Plätze"
    assert m["P1"]["prozent"] is None
    assert o["sitzungen"] == [{"gremium": "lsp-unna", "datum": "2025-09-29", "synthetisch": True}]
    jahre = {j["jahr"]: merkmale(j) for j in o["jahre"]}
    assert (jahre[2026]["P2"]["zaehler"], jahre[2026]["P2"]["nenner"]) == (6, 61)


def test_the_real_meeting_of_2024_has_its_total_and_no_split(demo_lesend: Path) -> None:
    o = objekt("--region", "kreis-unna", "--gremium", "lsp-unna", "--jahr", "2024")
    m = merkmale(o)
    assert (m["P2"]["zaehler"], m["P2"]["grund"]) == (None, "nur die Gesamtzahl bekannt")
    assert m["P5"]["selbst"] is m["P5"]["stellvertretung"] is m["P4"]["zaehler"] is None
    assert (o["punkte"], o["barrierefreiheit"]) == ([], [])


def test_sentences_for_people(demo_lesend: Path) -> None:
    text = rufe("--region", "werra-meissner-kreis", "--gremium", "kok-wmk", "--jahr", "2026", "--thema", "p67")
    assert "In Anlage 1 und 2 ist kein Platz für Selbstvertretung genannt. Das sind 0 von 7 genannten Stellen." in text
    assert "Verwaltung 5 (Einbeziehung), Selbstvertretung 4 (Anhörung)." in text
    assert "Die Verwaltung sieht 1 Stufe mehr Beteiligung als die Selbstvertretung." in text
    assert "Sitzungen, die stattfanden: 2, davon 2 synthetisch" in text
    assert "Am 11.11.2026 ist 1 Hauptpunkt bewertet." in text


def test_places_are_those_of_the_haupteinteilung(demo_lesend: Path) -> None:
    m = merkmale(objekt("--region", "kreis-unna", "--jahr", "2026", "--mindestens", "7"))
    assert (m["P15"]["zaehler"], m["P15"]["nenner"], m["P4"]["zaehler"]) == (2, 3, 0)


@pytest.mark.parametrize(
    ("worte", "satz"),
    [
        (["--gremium", "kok-wmk"], "Das Gremium „kok-wmk“ gibt es in Kreis Unna nicht. Möglich sind: lsp-unna, "),
        (["--thema", "verkehr"], "Das Thema „verkehr“ gibt es in Kreis Unna nicht. Möglich sind: wohnen, "),
        (["--planungsraum", "x"], "Den Planungsraum „x“ gibt es in Kreis Unna nicht. Möglich sind: unna-mitte, "),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(demo_lesend: Path, worte: list[str], satz: str) -> None:
    assert rufe("--region", "kreis-unna", *worte, ende=1).startswith(satz)


def test_a_region_without_anything_entered(klein: Path) -> None:
    o = objekt("--region", "kleinkreis")
    assert {m["zaehler"] for m in o["merkmale"] if "zaehler" in m} == {None}
    assert (o["sitzungen"], o["jahre"]) == ([], [])
    assert "kein Gremium eingetragen" in rufe("--region", "kleinkreis")
