"""What a link asks for on the page Gremien. Unknown values fall back with a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from analysis.gremien.bestand import Gremienbestand
from analysis.gremien.ruecklauf import naechste_sitzung
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

MAPPE: Final = "mappe"
"""The view that looks ahead: papers are made for the meeting to come."""

PARAMETER: Final = ("gremium", "sitzung", "thema", "ansicht")
"""Query parameters of the Contract that only this page reads."""


@dataclass(frozen=True)
class Gremienauswahl:
    """One Gremium of the region, one of its meetings, and how they are looked at. None where there is none yet."""

    gremium: Gremium | None
    sitzung: Sitzung | None
    ansicht: str


def loese_auf(
    parameter: Mapping[str, str], bestand: Gremienbestand, regionsname: str, heute: date
) -> tuple[Gremienauswahl, list[str]]:
    """What is shown on the day `heute`, and a sentence for every value of the link that gave way."""
    saetze = []
    ansicht = parameter.get("ansicht", "")
    if ansicht and ansicht not in ANSICHTEN:
        saetze.append(f"Die Ansicht „{ansicht[:40]}“ aus dem Link gibt es nicht. Sie sehen die Übersicht.")
    ansicht = ansicht if ansicht in ANSICHTEN else next(iter(ANSICHTEN))
    gewuenscht = parameter.get("gremium", "")
    gremium = bestand.gremium.get(gewuenscht)
    if gewuenscht and gremium is None:
        saetze.append(
            f"Das Gremium „{gewuenscht[:40]}“ aus dem Link gibt es in {regionsname} nicht."
            + (" Sie sehen das erste der Region." if bestand.gremium else "")
        )
    gremium = gremium or next(iter(bestand.gremium.values()), None)
    sitzung = None
    if gremium is not None:
        sonst = _vorgabe(bestand, gremium, heute if ansicht == MAPPE else None)
        sitzung, satz = _sitzung(parameter.get("sitzung", ""), bestand, gremium, sonst)
        saetze += [satz] if satz else []
    return Gremienauswahl(gremium, sitzung, ansicht), saetze


def _vorgabe(bestand: Gremienbestand, gremium: Gremium, ab: date | None) -> Sitzung | None:
    """Without a day in the link: the next planned meeting from `ab` on, if given; the latest held; the first."""
    naechste = naechste_sitzung(bestand, gremium.id, ab) if ab is not None else None
    gehalten = bestand.stattgefunden(gremium.id)
    return naechste or (gehalten[-1] if gehalten else next(iter(bestand.sitzungen.get(gremium.id, ())), None))


def _sitzung(text: str, bestand: Gremienbestand, gremium: Gremium, sonst: Sitzung | None) -> tuple[Sitzung | None, str]:
    """The meeting of a link (its day), else `sonst`."""
    if not text:
        return sonst, ""
    try:
        gefunden = bestand.am(gremium.id, date.fromisoformat(text))
    except ValueError:
        gefunden = None
    if gefunden is not None:
        return gefunden, ""
    return sonst, f"Die Sitzung „{text[:40]}“ aus dem Link ist für {gremium.kurz} nicht erfasst."
