"""Which years came protected by their sender, in sentences: under every chart, in every file and on Methodik."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from models.vokabular import Quellschutz
from presentation.texts.befunde import aufzaehlung
from presentation.texts.zahlen import datum

_WAS: Final = {
    Quellschutz.FUENFER: "hat der Absender auf Vielfache von 5 gerundet",
    Quellschutz.SPERRUNG: "hat der Absender kleine Zahlen gesperrt",
}


def saetze(quellschutz: Mapping[str, str]) -> list[str]:
    """One sentence a kind: "2019 und 2020 hat der Absender auf Vielfache von 5 gerundet."

    `quellschutz`: Stichtag (ISO) -> kind.
    """
    alle = []
    for art, was in _WAS.items():
        tage = sorted(date.fromisoformat(tag) for tag, wert in quellschutz.items() if wert == art)
        if tage:
            alle.append(f"{aufzaehlung(_jahre(tage))} {was}.")
    if alle:
        alle.append("Diese Zahlen stehen so da, wie sie geliefert wurden; wir rechnen nichts daraus zurück.")
    return alle


def _jahre(tage: Sequence[date]) -> list[str]:
    """Years, or whole dates where a year has several Stichtage."""
    jahre = [tag.year for tag in tage]
    return [datum(tag) if jahre.count(tag.year) > 1 else str(tag.year) for tag in tage]
