"""What a link asks for on the page Gremien. Unknown values fall back with a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from analysis.gremien.bestand import Gremienbestand
from models.gremientabellen import Gremium, Sitzung

ANSICHTEN: Final[dict[str, str]] = {
    "uebersicht": "Übersicht",
    "sitzungen": "Sitzungen",
    "ruecklauf": "Rücklauf",
    "mappe": "Sitzungsmappe",
    "zusammenarbeit": "Zusammenarbeit",
    "register": "Register",
}
"""Value of `ansicht` in the link -> name on screen; the first one needs no parameter."""

PARAMETER: Final = ("gremium", "sitzung", "thema", "ansicht")
"""Query parameters of the Contract that only this page reads."""


@dataclass(frozen=True)
class Gremienauswahl:
    """One Gremium of the region, one of its meetings, and how they are looked at. None where there is none yet."""

    gremium: Gremium | None
    sitzung: Sitzung | None
    ansicht: str


def loese_auf(
    parameter: Mapping[str, str], bestand: Gremienbestand, regionsname: str
) -> tuple[Gremienauswahl, list[str]]:
    """What is shown, and a sentence for every value of the link that gave way."""
    saetze = []
    ansicht = parameter.get("ansicht", "")
    if ansicht and ansicht not in ANSICHTEN:
        saetze.append(f"Die Ansicht „{ansicht[:40]}“ aus dem Link gibt es nicht. Sie sehen die Übersicht.")
    gewuenscht = parameter.get("gremium", "")
    gremium = bestand.gremium.get(gewuenscht)
    if gewuenscht and gremium is None:
        saetze.append(
            f"Das Gremium „{gewuenscht[:40]}“ aus dem Link gibt es in {regionsname} nicht. "
            "Sie sehen das erste der Region."
        )
    gremium = gremium or next(iter(bestand.gremium.values()), None)
    sitzung = None
    if gremium is not None:
        sitzung, satz = _sitzung(parameter.get("sitzung", ""), bestand, gremium)
        saetze += [satz] if satz else []
    return Gremienauswahl(gremium, sitzung, ansicht if ansicht in ANSICHTEN else next(iter(ANSICHTEN))), saetze


def _sitzung(text: str, bestand: Gremienbestand, gremium: Gremium) -> tuple[Sitzung | None, str]:
    """The meeting of a link (its day), else the latest one that took place, else the next one."""
    alle = bestand.sitzungen.get(gremium.id, ())
    gehalten = bestand.stattgefunden(gremium.id)
    sonst = gehalten[-1] if gehalten else next(iter(alle), None)
    if not text:
        return sonst, ""
    try:
        gefunden = bestand.am(gremium.id, date.fromisoformat(text))
    except ValueError:
        gefunden = None
    if gefunden is not None:
        return gefunden, ""
    return sonst, f"Die Sitzung „{text[:40]}“ aus dem Link ist für {gremium.kurz} nicht erfasst."
