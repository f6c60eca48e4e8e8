"""Tests of duties by one entry: on occasion, once, a right to terminate, and what no figure can prove."""

from datetime import date
from typing import Final

from analysis.pflichten.fall import Fall, Urteil, belegt, tag, unbelegt
from models.pflichtworte import Pflichtstatus

KUENDIGUNG: Final = (6, 30)
"""Last day on which a term of six months to the end of the year can be given, the one that agreements have."""


def pruefe_anlass(fall: Fall) -> Urteil:
    """What is owed when there is an occasion: an entry in the year."""
    if fall.belege:
        return belegt(fall, "Eingetragen")
    return unbelegt(
        fall,
        f"Für {fall.jahr} ist noch nichts eingetragen. Gefragt ist es nur, wenn es einen Anlass gibt.",
        f"Für {fall.jahr} ist nichts eingetragen, das es belegt.",
    )


def pruefe_einmalig(fall: Fall) -> Urteil:
    """What is owed once, without a day: an entry."""
    if fall.belege:
        return belegt(fall, "Eingetragen")
    satz = "Dazu ist nichts eingetragen. Einen Tag nennt die Quelle nicht."
    return unbelegt(fall, satz, satz)


def pruefe_kuendigung(fall: Fall) -> Urteil:
    """The right to terminate: its last day in the year. Nobody has to use a right."""
    if fall.belege:
        return belegt(fall, "Eingetragen")
    letzter = tag(date(fall.jahr, *KUENDIGUNG))
    satz = f"Zum 31.12.{fall.jahr} ist der letzte Tag der {letzter}. Eine Kündigung ist nicht eingetragen."
    return Urteil(Pflichtstatus.NICHT_ANWENDBAR, satz)


def pruefe_richtung(fall: Fall) -> Urteil:
    """A direction, such as the priority of living in one's own home. Figures point; they do not prove."""
    satz = "Zahlen zeigen nur eine Richtung. Einen Vorrang belegen sie nicht. Deshalb wird er nicht mitgezählt."
    return Urteil(Pflichtstatus.KEIN_BELEG, satz)
