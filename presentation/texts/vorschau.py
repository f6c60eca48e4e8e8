"""The preview of a Freigabe in words: what each breakdown costs, and what to choose."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from models.grundzahlen import GRUNDZAHLEN
from presentation.texts.zahlen import prozent, zahl

_NAMEN: Final = {
    "herkunft": "Gemeinden nach Herkunft",
    "leistungsort": "Gemeinden nach Leistungsort",
    "herkunft_leistungsort": "Gemeinden nach Herkunft und Leistungsort zugleich",
    "kreis_altersgruppe": "dazu der Kreis nach Alter",
    "kreis_altersgruppe_geschlecht": "dazu der Kreis nach Alter und Geschlecht",
    "gemeinde_alter": "Gemeinden nach Alter (nur zum Vergleich, wird nie veröffentlicht)",
    "gemeinde_alter_geschlecht": "Gemeinden nach Alter und Geschlecht (nur zum Vergleich, wird nie veröffentlicht)",
}

STUFEN: Final = {
    "zelle": "Einzelne Zellen",
    "gemeinde": "Gemeinden",
    "planungsraum": "Planungsräume",
    "kreis": "Kreis",
}
"""Levels of a preview as they stand in its table."""

GUT_JE_K: Final = 0.2
"""Mean deviation per k up to which a breakdown is recommended: 1.0 persons with k = 5 (design.md 7)."""

ERKLAERUNG: Final = (
    "„Im Mittel daneben“ sagt, um wie viele Personen eine gezeigte Zahl im Durchschnitt von der wahren abweicht. "
    "„Als Spanne“ sagt, welcher Anteil der Zahlen als Spanne zu lesen sein wird, zum Beispiel „0 bis 4“. Bei weniger "
    "als 30 Zahlen steht kein Mittel da: Es verriete zu viel über jede einzelne. Eine einzelne Zelle sind die Menschen "
    "aus einer Gemeinde mit Leistung in einer Gemeinde."
)


def variantenname(variante: Mapping[str, Any]) -> str:
    """What is broken down."""
    return _NAMEN[variante["id"]]


def preis_text(preis: Mapping[str, Any] | None) -> str:
    """ "im Mittel 0,8 Personen daneben, 42 % als Spanne"."""
    if preis is None or preis["mittel"] is None:
        return "weniger als 30 Zahlen"
    spannen = "" if preis["spannen"] is None else f", {prozent(100 * preis['spannen'], 0)} als Spanne"
    return f"{_daneben(preis['mittel'])}{spannen}"


def _daneben(mittel: float) -> str:
    """Prices below 0.1 are not told apart (docs/adr/0010)."""
    return f"im Mittel {'höchstens 0,1' if mittel <= 0.1 else zahl(mittel, 1)} Personen daneben"


def zeilen(varianten: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """The rows of the table: one a variant, one column a level."""
    ergebnis = []
    for v in varianten:
        if not v["moeglich"]:
            preise = dict.fromkeys(STUFEN.values(), "nicht möglich")
            exakt = "–"
        else:
            preise = {name: preis_text(v["stufen"].get(stufe)) for stufe, name in STUFEN.items()}
            exakt = "genau" if v["eckwerte_exakt"] else "gerundet"
        ergebnis.append({"Gliederung": variantenname(v), **preise, "Summe des Kreises": exakt})
    return ergebnis


def empfehlung(grundzahl: str, k: int, varianten: Sequence[Mapping[str, Any]]) -> str:
    """Which breakdown to choose: the finest one whose numbers of the Kreis stay close enough."""
    titel = GRUNDZAHLEN[grundzahl].titel
    if not varianten:
        return f"„{titel}“ zählt keine Menschen: Die Zahlen werden veröffentlicht, wie sie sind."
    for name, wahl in (
        ("kreis_altersgruppe_geschlecht", "den Kreis nach Alter und Geschlecht"),
        ("kreis_altersgruppe", "den Kreis nach Alter"),
    ):
        v = next((v for v in varianten if v["id"] == name and v["moeglich"] and v["veroeffentlichbar"]), None)
        preis = v["stufen"].get("kreis") if v else None
        if preis and preis["mittel"] is not None and preis["mittel"] <= GUT_JE_K * k:
            return (
                f"Empfehlung für „{titel}“: {wahl} gliedern. Die Zahlen liegen dort {_daneben(preis['mittel'])}, "
                "die Zahlen der Gemeinden ändern sich dadurch nicht."
            )
    return (
        f"Empfehlung für „{titel}“: ohne Alter und Geschlecht veröffentlichen. Gegliedert wären die Zahlen zu ungenau, "
        "einzelne Menschen wären zu erkennen, oder die Lieferungen nennen Alter und Geschlecht nicht zu jedem Stichtag."
    )


def als_text(grundzahl: str, k: int, varianten: Sequence[Mapping[str, Any]]) -> str:
    """The preview of one Grundzahl for the command line."""
    kopf = f"{GRUNDZAHLEN[grundzahl].titel} (k = {k})"
    teile = [kopf]
    for zeile in zeilen(varianten):
        teile.append(f"  {zeile.pop('Gliederung')}")
        teile += [f"    {name}: {text}" for name, text in zeile.items()]
    return "\n".join([*teile, empfehlung(grundzahl, k, varianten)])
