"""How one instance of a duty stands on a day: what every list, picture and file of duties is made of."""

from dataclasses import dataclass
from datetime import date

from models.pflichttabellen import Pflicht
from models.pflichtworte import Pflichtart, Pflichtstatus


@dataclass(frozen=True)
class Pflichtstand:
    """One instance on one day.

    `faellig`: last day, None without a clause that names one. `jahr`: the calendar year it is shown in. `bezugsjahr`:
    the year a notice is about. `beleg`: the evidence in one or two German sentences. `am`: the day it was done, if it
    was. `freigegeben`: may be shown to those who may not write. `synthetisch`: an invented row is among the evidence.
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

    @property
    def verzug(self) -> int | None:
        """Days between the last day and the day it was done; negative: early. None without either."""
        return (self.am - self.faellig).days if self.am and self.faellig else None

    @property
    def ist_pflicht(self) -> bool:
        """Whether it is owed: a right or a suggestion is not."""
        return self.pflicht.art == Pflichtart.PFLICHT
