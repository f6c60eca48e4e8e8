"""`regeln` and `regel`: what holds, deciding, revoking, and every refusal with its code."""

from pathlib import Path

from tests.commands.test_cli import cli, objekt

WER = ("--von", "Datenschutz des Kreises", "--grund", "Beschluss")
TAG = ("--am", "2025-02-20")


def test_the_rules_are_listed_with_their_source(klein: Path) -> None:
    liste = objekt("regeln", "--region", "kleinkreis")
    erste = liste["regeln"][0]
    assert (liste["region"], liste["verlauf"], len(liste["regeln"])) == ("kleinkreis", [], 16)
    assert {n: erste[n] for n in ("grundzahl", "k", "merkmale", "mindestnenner", "gilt_fuer")} == {
        "grundzahl": "lb_bwf",
        "k": 5,
        "merkmale": ["altersgruppe", "geschlecht"],
        "mindestnenner": 500,
        "gilt_fuer": "voreinstellung",
    }
    assert erste["entschieden_am"] == "2026-11-22"
    text = cli("regeln").stdout
    assert "plaetze_bwf: öffentlich, nicht gerundet" in text
    assert "Belegung und Auslastung von Plätzen: nur für Gebiete mit mindestens 3 Anbietern." in text
    cli("regeln", "--region", "nirgends", code=1)


def test_a_decision_is_entered_shown_and_revoked(klein: Path) -> None:
    fertig = objekt("regel", "lb_bwf", "--region", "05978", "--k", 7, "--nach", "keine", *WER, *TAG)
    assert (fertig["entscheidung"], fertig["regel"]["k"], fertig["regel"]["merkmale"]) == (1, 7, [])
    text = cli("regel", "lb_bwf", "--region", "*", "--mindestnenner", 900, *WER, "--am", "20.02.2025").stdout
    assert text == (
        "Eingetragen. Jetzt gilt: lb_bwf: k = 5, Gliederung: Altersgruppe und Geschlecht, Mindestnenner 900 · "
        "Datenschutz des Kreises, 20.02.2025\n"
    )
    weg = objekt("regel", "lb_bwf", "--region", "kleinkreis", "--aufheben", *WER)
    assert (weg["regel"]["k"], weg["regel"]["mindestnenner"], weg["regel"]["gilt_fuer"]) == (5, 900, "*")
    verlauf = objekt("regeln", "--region", "kleinkreis")["verlauf"]
    assert [(e["id"], e["region_slug"], e["aufgehoben_von"], e["aufgehoben_am"] is None) for e in verlauf] == [
        (2, "*", "", True),
        (1, "kleinkreis", "Datenschutz des Kreises", False),
    ]


def test_a_looser_rule_is_refused_with_code_1(klein: Path) -> None:
    grund = objekt("regel", "minderjaehrige_egh", "--region", "kleinkreis", "--k", 5, *WER, *TAG, code=1)
    assert grund == {
        "status": "abgelehnt",
        "grund": "k = 5 ist für „Minderjährige mit Eingliederungshilfe“ zu klein. Möglich ist k ab 10. Das ist die "
        "Voreinstellung; eine Entscheidung darf nur strenger sein.",
    }


def test_wrong_usage_ends_with_code_2(klein: Path) -> None:
    cli("regel", "lb_bwf", "--region", "kleinkreis", "--k", 7, *WER, code=2)
    cli("regel", "lb_bwf", "--region", "kleinkreis", "--aufheben", "--k", 7, *WER, code=2)
    cli("regel", "lb_bwf", "--region", "kleinkreis", "--k", 7, *TAG, code=2)
