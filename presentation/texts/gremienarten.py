"""The KINDs about Gremien in words: what such a file brings, and what happens when it is taken back."""

from typing import Final

from models.gremienformate import FORMATE

ERKLAERUNG: Final[dict[str, str]] = {
    "teilnahmen": "Wie viele aus jeder Gruppe eingeladen und da waren. Nur Anzahlen, nie Namen. Das Blatt „Zählhilfe“ "
    "der Excel-Vorlage zählt für Sie.",
    "sitzungen": "Wann ein Gremium tagt oder getagt hat, und wann Einladung, Unterlagen und Protokoll hinausgingen.",
    "barrierefreiheit": "Was je Sitzung angefragt und was bereitgestellt wurde. Ohne Anzahlen: Wer was braucht, sind "
    "Gesundheitsdaten.",
    "rollen": "Welche Stelle welche Rolle von wann bis wann hat. Keine Namen von Personen.",
    "sitze": "Wen eine Vereinbarung für ein Gremium nennt. Keine Namen von Personen.",
    "organisationen": "Stellen, Einrichtungen und Arten von Stellen mit ihren Schreibweisen. Keine Namen von Personen.",
}
"""More about some KINDs than their title says."""

DANACH: Final = "Die Angaben stehen sofort auf der Seite „Gremien“. Der Verlauf dort zeigt, was sich geändert hat."
ZURUECK: Final = (
    "Alles aus dieser Datei ist danach wieder so, wie es vorher war. Wurde etwas davon inzwischen geändert, geht das "
    "nicht mehr; dann steht der Grund da."
)


def erklaerung(kind: str) -> str:
    """What is in such a file."""
    return f"{ERKLAERUNG.get(kind, f'{FORMATE[kind].titel}.')} Angenommen wird unsere Vorlage."
