"""What every file says about itself, in the same words: that it is synthetic, when it was made, its signs, sources."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from presentation.texts.zahlen import datum

Paar = tuple[str, str]
SYNTHETISCH: Final = "Vorführung mit synthetischen Daten"
"""Mark of every file and page that holds synthetic data."""


def hinweis(synthetisch: bool) -> tuple[Paar, ...]:
    """The mark as a name and a text; nothing of real data."""
    return (("Hinweis", SYNTHETISCH),) if synthetisch else ()


def erstellt_am(jetzt: datetime) -> str:
    """When the file was made: "erstellt am 31.12.2024"."""
    return f"erstellt am {datum(jetzt.date())}"


def zeilen(paare: Iterable[Paar]) -> list[str]:
    """Names with what they stand for ("Quelle: …"), a line each."""
    return [f"{name}: {text}" for name, text in paare]


def zeichenzeilen(zeichen: Iterable[Paar]) -> list[str]:
    """Signs of protected or missing numbers with their sentences ("„k. A.“: …"), a line each."""
    return [f"„{z}“: {satz}" for z, satz in zeichen]
