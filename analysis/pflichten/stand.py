"""How one instance of a duty stands on a day: what every list, picture and file of duties is made of."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from models.pflichttabellen import Pflicht
from models.pflichtworte import Pflichtart, Pflichtstatus, Pruefung

NICHT_FREIGEGEBEN: Final = "Wie es steht, ist nicht freigegeben."
"""What stands where the state of an instance is kept back."""


@dataclass(frozen=True)
class Pflichtstand:
    """One instance on one day.

    `faellig`: last day, None without a clause that names one. `jahr`: the calendar year it is shown in. `bezugsjahr`:
    the year a notice is about. `beleg`: the evidence in one or two German sentences. `am`: the day it was done, if it
    was. `freigegeben`: may be shown to those who may not write. `synthetisch`: an invented row is among the evidence.
    `nur_eingetragen`: there is this instance only because of an entry, so that it exists tells of it already.
    """

    pflicht: Pflicht
    instanz: str
    jahr: int
    status: Pflichtstatus
    faellig: date | None
    beleg: str
    bezugsjahr: int | None = None
    am: date | None = None
    freigegeben: bool = True
    synthetisch: bool = False
    nur_eingetragen: bool = False

    @property
    def verzug(self) -> int | None:
        """Days between the last day and the day it was done; negative: early. None without either."""
        return (self.am - self.faellig).days if self.am and self.faellig else None

    @property
    def ist_pflicht(self) -> bool:
        """Whether it is owed: a right or a suggestion is not."""
        return self.pflicht.art == Pflichtart.PFLICHT


@dataclass(frozen=True)
class Sicht:
    """One instance as somebody may see it. `status` None: how it stands is not released, so nothing of it is here."""

    pflicht: Pflicht
    instanz: str
    jahr: int
    faellig: date | None
    bezugsjahr: int | None = None
    status: Pflichtstatus | None = None
    beleg: str = NICHT_FREIGEGEBEN
    am: date | None = None
    synthetisch: bool = False

    @property
    def verdeckt(self) -> bool:
        """Whether how it stands is kept back."""
        return self.status is None


def nach_innen(staende: Iterable[Pflichtstand]) -> tuple[Sicht, ...]:
    """What those see who may write: everything."""
    return tuple(
        Sicht(s.pflicht, s.instanz, s.jahr, s.faellig, s.bezugsjahr, s.status, s.beleg, s.am, s.synthetisch)
        for s in staende
    )


def nach_aussen(staende: Iterable[Pflichtstand]) -> tuple[Sicht, ...]:
    """What everybody sees: text, clause and day of every instance; how it stands only where that is released."""
    return tuple(
        nach_innen([s])[0] if s.freigegeben else Sicht(s.pflicht, s.instanz, s.jahr, s.faellig, s.bezugsjahr)
        for s in staende
        if s.freigegeben or not s.nur_eingetragen
    )


def belegbar(pflicht: Pflicht) -> bool:
    """Whether an entry can prove it: a direction never is."""
    return pflicht.pruefung != Pruefung.RICHTUNG


def zaehle(staende: Iterable[Pflichtstand | Sicht], jahr: int | None = None) -> dict[Pflichtstatus, int]:
    """How many duties (no rights, no suggestions) stand where, in the order of the statuses, without the empty ones.

    `jahr`: only those shown in that year. What is kept back is not counted, and neither is a direction: nothing can
    prove it, so it would lack its proof for ever.
    """
    gezaehlt = Counter(
        s.status
        for s in staende
        if s.pflicht.art == Pflichtart.PFLICHT and belegbar(s.pflicht) and (jahr is None or s.jahr == jahr)
    )
    return {status: gezaehlt[status] for status in Pflichtstatus if gezaehlt[status]}


S = TypeVar("S", Pflichtstand, Sicht)


def naechste(staende: Iterable[S], stand: date, hoechstens: int = 3) -> tuple[S, ...]:
    """What is due next and not done, the earliest first; on the day itself it still counts. Kept back is among them."""
    offen = (None, Pflichtstatus.OFFEN, Pflichtstatus.RECHTSSTAND_PRUEFEN)
    kommend = [(s.faellig, s) for s in staende if s.faellig and s.faellig >= stand and s.status in offen]
    return tuple(s for _, s in sorted(kommend, key=lambda p: (p[0], p[1].pflicht.rule))[:hoechstens])
