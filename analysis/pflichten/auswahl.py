"""What a link asks for on the page Fristen, and the instances of a year. Unknown values fall back with a sentence."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from analysis.gremien.bestand import Gremienbestand
from analysis.pflichten.stand import Pflichtstand, Sicht
from analysis.pflichten.urteil import pflichtstaende
from models.pflichtworte import EINMALIG, Pflichtstatus

DRINGLICHKEIT: Final[tuple[Pflichtstatus | None, ...]] = (
    Pflichtstatus.UEBERFAELLIG,
    Pflichtstatus.WIDERSPRUECHLICH,
    Pflichtstatus.RECHTSSTAND_PRUEFEN,
    Pflichtstatus.KEIN_BELEG,
    Pflichtstatus.OFFEN,
    None,
    Pflichtstatus.ERFUELLT,
    Pflichtstatus.NICHT_ANWENDBAR,
)
"""The order of a list. None: how it stands is not released."""


def waehlbare_jahre(sichten: Sequence[Sicht], heute: date) -> tuple[int, ...]:
    """From the year of the first instance that is seen to the next year; empty without any."""
    if not sichten:
        return ()
    return tuple(range(min(heute.year, *(s.jahr for s in sichten)), heute.year + 2))


def waehle_jahr(text: str, jahre: Sequence[int], heute: date) -> tuple[int, str]:
    """The year of a link, else that of today with a sentence. Empty text: nobody asked for one."""
    if not text or not jahre or text in map(str, jahre):
        return int(text) if text and jahre else heute.year, ""
    satz = f"Zum Jahr „{text[:40]}“ aus dem Link gibt es hier keine Pflichten. Sie sehen {heute.year}."
    return heute.year, satz


def dringendster(staende: Sequence[Pflichtstand], jahr: int) -> Pflichtstand | None:
    """What a form for proofs begins with: of the year the most urgent instance, else the last one before it.

    `staende`: instances that can be proven by an entry. What is owed comes before a right. None without any.
    """
    bis = [s for s in staende if s.jahr <= jahr] or list(staende)
    juengstes = max((s.jahr for s in bis), default=jahr)
    return min(
        (s for s in bis if s.jahr == juengstes),
        key=lambda s: (
            not s.ist_pflicht,
            DRINGLICHKEIT.index(s.status),
            s.faellig or date.max,
            s.pflicht.rule,
            s.instanz,
        ),
        default=None,
    )


def staende_im_jahr(
    bestand: Gremienbestand, heute: date, jahr: int, staende: Sequence[Pflichtstand]
) -> tuple[Pflichtstand, ...]:
    """The instances shown in a year. `staende`: those of today.

    A year to come is seen as it will begin, with what is entered now. What is owed once stays in the year of today.
    """
    if jahr <= heute.year:
        return tuple(s for s in staende if s.jahr == jahr)
    beginn = pflichtstaende(bestand, date(jahr, 1, 1))
    return tuple(s for s in beginn if s.jahr == jahr and s.instanz != EINMALIG)
