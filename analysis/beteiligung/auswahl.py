"""What a link asks for on the page Beteiligung. Unknown values fall back with a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from analysis.beteiligung.ausschnitt import Ausschnitt, jahre
from analysis.gremien.bestand import Gremienbestand
from models.gremientabellen import Gremium

ALLE: Final = "alle"
"""Value of `jahr` in the link for all years; without one it is the latest with a meeting that took place."""
PARAMETER: Final = ("gremium", "jahr", "thema", "gebiet")
"""Query parameters that this page reads; `gebiet` is a Planungsraum here."""


@dataclass(frozen=True)
class Beteiligungswahl:
    """One Gremium or all of the region (None), a year or all (None), a theme and a Planungsraum, if chosen.

    `jahre`: with a meeting that took place, oldest first.
    """

    gremium: Gremium | None
    ausschnitt: Ausschnitt
    jahre: tuple[int, ...]


def loese_auf(
    parameter: Mapping[str, str],
    bestand: Gremienbestand,
    regionsname: str,
    themen: Mapping[str, str],
    raeume: Mapping[str, str],
) -> tuple[Beteiligungswahl, list[str]]:
    """What is shown, and a sentence for every value of the link that gave way. `themen`, `raeume`: value -> name."""
    saetze = []
    gewuenscht = parameter.get("gremium", "")
    gremium = bestand.gremium.get(gewuenscht)
    if gewuenscht and gremium is None:
        statt = " Sie sehen alle Gremien der Region." if bestand.gremium else ""
        saetze.append(f"Das Gremium „{gewuenscht[:40]}“ aus dem Link gibt es in {regionsname} nicht.{statt}")
    gremien = (gremium.id,) if gremium else tuple(bestand.gremium)
    moeglich = jahre(bestand, gremien)
    jahr, satz = _jahr(parameter.get("jahr", ""), moeglich)
    thema = parameter.get("thema") or None
    raum = parameter.get("gebiet") or None
    saetze += [satz] if satz else []
    if thema is not None and thema not in themen:
        saetze.append(f"Das Thema „{thema[:40]}“ aus dem Link gibt es hier nicht. Sie sehen alle Themen.")
        thema = None
    if raum is not None and raum not in raeume:
        saetze.append(f"Den Planungsraum „{raum[:40]}“ aus dem Link gibt es hier nicht. Sie sehen die ganze Region.")
        raum = None
    return Beteiligungswahl(gremium, Ausschnitt(gremien, jahr, thema, raum), moeglich), saetze


def _jahr(text: str, moeglich: tuple[int, ...]) -> tuple[int | None, str]:
    """The year of a link, else the latest."""
    sonst = moeglich[-1] if moeglich else None
    if text == ALLE:
        return None, ""
    if not text or (sonst is not None and text in map(str, moeglich)):
        return int(text) if text else sonst, ""
    statt = f"Sie sehen {sonst}." if sonst is not None else "Sie sehen alle Jahre."
    return sonst, f"Für „{text[:40]}“ aus dem Link ist keine Sitzung eingetragen, die stattfand. {statt}"
