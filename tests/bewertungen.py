"""The yearly check in the small Kreis: three statements, the second one in other words from 2025 on."""

from collections.abc import Mapping
from typing import Any

from models.gremientabellen import Bewertung, Bewertungsfrage
from models.gremienworte import Seite
from tests.gremien import trage_ein

ALT, NEU = "Wünsche werden gehört.", "Wünsche werden aufgenommen."
FRAGEN: list[dict[str, Any]] = [
    {"frage": "f1", "region": "kleinkreis", "nummer": 1, "text": "BEI_NRW ist klar.", "jahr_von": 2024},
    {"frage": "f2", "region": "kleinkreis", "nummer": 2, "text": ALT, "jahr_von": 2024, "jahr_bis": 2024},
    {"frage": "f2b", "region": "kleinkreis", "nummer": 2, "text": NEU, "jahr_von": 2025},
    {"frage": "f3", "region": "kleinkreis", "nummer": 3, "text": "Das Verfahren ist barrierefrei.", "jahr_von": 2024},
]
WERTE: dict[int, dict[str, str]] = {
    2024: {"f1": "332-", "f2": "4322", "f3": "----"},
    2025: {"f1": "343-", "f2b": "4331", "f3": "2222"},
}
"""Answers of Träger, Kreis, Leistungserbringer, Selbstvertretung; a dash is k. A."""


def zeilen(werte: Mapping[int, Mapping[str, str]]) -> list[dict[str, Any]]:
    """Rows of KIND `bewertungen`."""
    return [
        {"region": "kleinkreis", "jahr": jahr, "frage": frage, "seite": str(seite)}
        | {"wert": None if zeichen == "-" else int(zeichen), "anmerkung": ""}
        for jahr, fragen in werte.items()
        for frage, antworten in fragen.items()
        for seite, zeichen in zip(Seite, antworten, strict=True)
    ]


def fragen() -> list[Bewertungsfrage]:
    """The statements as they are stored."""
    return [
        Bewertungsfrage(
            id=f["frage"],
            region_slug=f["region"],
            nummer=f["nummer"],
            text=f["text"],
            jahr_von=f["jahr_von"],
            jahr_bis=f.get("jahr_bis"),
        )
        for f in FRAGEN
    ]


def bewertungen(werte: Mapping[int, Mapping[str, str]] = WERTE) -> list[Bewertung]:
    """The answers as they are stored."""
    return [
        Bewertung(
            id=f"{z['frage']}/{z['jahr']}/{z['seite']}",
            frage_id=z["frage"],
            jahr=z["jahr"],
            seite=z["seite"],
            wert=z["wert"],
        )
        for z in zeilen(werte)
    ]


def lege_bewertungen_an() -> None:
    """Enter statements and answers."""
    trage_ein({"bewertungsfragen": FRAGEN}, {"bewertungen": zeilen(WERTE)})
