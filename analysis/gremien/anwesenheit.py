"""How many came to a meeting: what is known, and whether that is all."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.gremientabellen import Teilnahme
from models.vokabular import INSGESAMT


@dataclass(frozen=True)
class Summe:
    """A count of people at a meeting. `zahl` None: k. A. `mindestens`: some group or institution is not counted.

    `genannt`: entered as the total, not added up.
    """

    zahl: int | None
    mindestens: bool = False
    genannt: bool = False


def summe(teilnahmen: Sequence[Teilnahme], spalte: str) -> Summe:
    """All people of a meeting in one column (`eingeladen`, `anwesend`, `rederecht_genutzt`).

    The total that was entered; without one the sum of the groups, which is a lower bound if a group is k. A.
    """
    eigene = {t.gruppe: getattr(t, spalte) for t in teilnahmen if not t.organisation}
    if eigene.get(INSGESAMT) is not None:
        return Summe(eigene[INSGESAMT], genannt=True)
    gruppen = dict.fromkeys(t.gruppe for t in teilnahmen if t.gruppe != INSGESAMT)
    return _addiert([je_gruppe(teilnahmen, gruppe, spalte) for gruppe in gruppen])


def je_gruppe(teilnahmen: Sequence[Teilnahme], gruppe: str, spalte: str) -> Summe:
    """The people of one group: its own count; without one the sum of its institutions."""
    eigene = next((t for t in teilnahmen if t.gruppe == gruppe and not t.organisation), None)
    if eigene is not None and (zahl := getattr(eigene, spalte)) is not None:
        return Summe(zahl)
    teile = [Summe(getattr(t, spalte)) for t in teilnahmen if t.gruppe == gruppe and t.organisation]
    gezaehlt = _addiert(teile)
    # Institutions are never known to be all of a group.
    return Summe(gezaehlt.zahl, gezaehlt.zahl is not None)


def _addiert(teile: Sequence[Summe]) -> Summe:
    bekannte = [t.zahl for t in teile if t.zahl is not None]
    if not bekannte:
        return Summe(None)
    return Summe(sum(bekannte), len(bekannte) < len(teile) or any(t.mindestens for t in teile))
