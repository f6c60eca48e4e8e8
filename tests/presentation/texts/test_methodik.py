"""The page Methodik is printed from the records: nothing of them is left out."""

import pytest

from analysis.kennzahlen.katalog import KENNZAHLEN, kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from presentation.texts import methodik
from tests.von_hand import bestand


@pytest.mark.parametrize("satz", KENNZAHLEN, ids=lambda s: s.id)
def test_every_part_of_a_record_is_printed(satz: Kennzahl) -> None:
    paare = list(methodik.felder(satz, bestand()))
    text = " ".join(t for _, t in paare)
    for teil in (satz.bedeutung, satz.einheit, satz.zaehlweise, satz.stichtag, satz.quelle, satz.id, *satz.hinweise):
        assert teil in text
    assert [n for n, _ in paare if n.startswith("Bruch")] == [f"Bruch {b.jahr}" for b in satz.brueche]
    assert ("Kleinste erkennbare Zahl (k)" in dict(paare)) == (not satz.oeffentlich)
    assert ("Feinste Ebene" in dict(paare)) == satz.nur_kreis
    assert dict(paare)["Richtung"] == "Mehr ist weder gut noch schlecht."


@pytest.mark.parametrize(
    ("slug", "weg"),
    [
        ("lb_bwf", "Anzahl: Leistungsberechtigte in besonderer Wohnform"),
        ("einwohner", "Anzahl: Einwohnerinnen und Einwohner"),
        (
            "werkstatt",
            "Leistungsberechtigte im Arbeitsbereich der Werkstatt ÷ Einwohner von 18 bis unter 65 Jahren × 1.000, "
            "Bevölkerung am selben Stichtag",
        ),
        (
            "W4",
            "Leistungsberechtigte außerhalb besonderer Wohnformen ÷ (Leistungsberechtigte außerhalb besonderer "
            "Wohnformen + Leistungsberechtigte in besonderer Wohnform) × 100",
        ),
        (
            "A4",
            "Leistungsberechtigte mit Budget für Arbeit ÷ (Leistungsberechtigte im Arbeitsbereich der Werkstatt) × 100",
        ),
    ],
)
def test_the_formula_in_words(slug: str, weg: str) -> None:
    satz = kennzahl(slug)
    assert satz is not None
    assert methodik.rechenweg(satz) == weg


def test_every_kennzahl_stands_under_one_theme() -> None:
    alle = [k for _, gruppe in methodik.je_thema() for k in gruppe]
    assert sorted(k.id for k in alle) == sorted(k.id for k in KENNZAHLEN)


def test_what_is_in_force_is_listed_with_its_protection() -> None:
    assert methodik.freigaben(bestand()) == [
        {
            "Grundzahl": "Leistungsberechtigte in besonderer Wohnform",
            "Fassung": 1,
            "veröffentlicht": "01.03.2025",
            "k": "5",
            "Summe des Kreises": "genau",
            "Angriff der Prüfung": "nicht geprüft",
        },
        {
            "Grundzahl": "Leistungsberechtigte außerhalb besonderer Wohnformen",
            "Fassung": 1,
            "veröffentlicht": "01.03.2025",
            "k": "5",
            "Summe des Kreises": "gerundet",
            "Angriff der Prüfung": "nicht geprüft",
        },
    ]
    assert methodik.freigaben(bestand("lb_bwf", "lb_awf")) == []


def test_who_pays_is_said_by_land() -> None:
    def zahlt(slug: str) -> str:
        satz = kennzahl(slug)
        assert satz is not None
        return methodik.wer_zahlt(satz)

    assert zahlt("W1") == "Nordrhein-Westfalen: Landschaftsverband. Hessen: LWV Hessen."
    assert zahlt("schulbegleitung") == "Nordrhein-Westfalen: Kreis. Hessen: Kreis."
    assert zahlt("K1").startswith("Nordrhein-Westfalen: Landschaftsverband (Frühförderung, Kita, über Tag und Nacht, ")
    assert zahlt("K1").endswith("und Kreis (Schulbegleitung). Hessen: Kreis (bis zum Ende der Schulzeit).")
    assert zahlt("schulabgaenger_folgejahr") == "Hessen: Kreis."
    assert zahlt("einwohner") == ""
