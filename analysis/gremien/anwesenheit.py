"""How many came to a meeting: the one rule by which people of a meeting are counted, wherever that is shown.

A total that was entered holds ("insgesamt"). Without one the groups are added up ("gezählt zusammen"); of a group
without a count of its own the institutions are, of which nobody knows that they are all of it. A sum in which a part is
k. A. is a lower bound ("mindestens"), so that what was counted is not lost and nothing is made up; a lower bound of 0
says nothing and is k. A. again. A group that the register names and of which nothing is entered is k. A. too.
k. A. is None and never 0.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

import dataframely as dy
import polars as pl

from models.gremienrahmen import Teilnahmen
from models.gremientabellen import Teilnahme
from models.gremienworte import Gruppe
from models.vokabular import INSGESAMT

STELLVERTRETUNG: Final = (str(Gruppe.ANGEHOERIGE), str(Gruppe.BEAUFTRAGTE), str(Gruppe.EUTB))
"""Groups that speak for others. They are never added to the Selbstvertretung, nor to each other."""
SPALTEN: Final = ("anwesend", "eingeladen", "rederecht_genutzt")
"""What is counted."""

_RANG: Final = {str(g): n for n, g in enumerate(Gruppe)}


def rang(gruppe: str) -> int:
    """Place of a group in the order in which groups are shown; the total after them."""
    return _RANG.get(gruppe, len(_RANG))


@dataclass(frozen=True)
class Zaehlung:
    """A count of people. `zahl` None: k. A. `mindestens`: a part of it is k. A., so it is a lower bound.

    `genannt`: entered as the total, not added up; two counts are the same without it.
    """

    zahl: int | None = None
    mindestens: bool = False
    genannt: bool = field(default=False, compare=False)

    @property
    def genau(self) -> int | None:
        """The count where it is known exactly."""
        return None if self.mindestens else self.zahl


UNBEKANNT: Final = Zaehlung()


@dataclass(frozen=True)
class Anwesenheit:
    """Attendance at one meeting. `je_gruppe`: column -> group -> count, for the groups that were entered, in the order
    of `Gruppe`. `insgesamt`: column -> all people.
    """

    je_gruppe: Mapping[str, Mapping[str, Zaehlung]]
    insgesamt: Mapping[str, Zaehlung]

    @property
    def gesamt(self) -> Zaehlung:
        """All who were there."""
        return self.insgesamt["anwesend"]

    @property
    def gruppen(self) -> Mapping[str, Zaehlung]:
        """Who was there, by group."""
        return self.je_gruppe["anwesend"]

    @property
    def eingeladen(self) -> Mapping[str, Zaehlung]:
        """Who was invited, by group."""
        return self.je_gruppe["eingeladen"]

    @property
    def gesprochen(self) -> Mapping[str, Zaehlung]:
        """Who used the right to speak, by group."""
        return self.je_gruppe["rederecht_genutzt"]

    @property
    def nach_gruppen(self) -> bool:
        """Whether anybody was counted by group."""
        return any(z.zahl is not None for z in self.gruppen.values())

    @property
    def selbstvertretung(self) -> Zaehlung:
        """Those who speak for themselves."""
        return self.gruppen.get(Gruppe.SELBSTVERTRETUNG, UNBEKANNT)

    @property
    def stellvertretung(self) -> dict[str, Zaehlung]:
        """Those who speak for others, each group for itself."""
        return {g: z for g, z in self.gruppen.items() if g in STELLVERTRETUNG}

    @property
    def anteil(self) -> Fraction | None:
        """Selbstvertretung among all present; None unless both are known exactly, and somebody came."""
        teil, alle = self.selbstvertretung.genau, self.gesamt.genau
        return Fraction(teil, alle) if teil is not None and alle else None


def anwesenheit(angaben: Iterable[Teilnahme], genannte: Iterable[str] = ()) -> Anwesenheit:
    """Attendance at the meeting these rows belong to. Nothing entered: everything is k. A.

    `genannte`: the groups that the register names. The groups add up to all people only if each of them is among them.
    """
    alle = list(angaben)
    gruppen = sorted({a.gruppe for a in alle} - {INSGESAMT}, key=rang)
    je_gruppe = {s: {g: _je_gruppe(alle, g, s) for g in gruppen} for s in SPALTEN}
    jede = set(genannte) <= set(gruppen)
    return Anwesenheit(je_gruppe, {s: _insgesamt(alle, je_gruppe[s], s, jede) for s in SPALTEN})


def aus_rahmen(teilnahmen: dy.DataFrame[Teilnahmen], sitzung: str) -> Anwesenheit:
    """Attendance at one of the meetings of a frame."""
    zeilen = teilnahmen.filter(pl.col("sitzung") == sitzung).drop("sitzung").iter_rows(named=True)
    return anwesenheit(Teilnahme(id="", sitzung_id=sitzung, **z) for z in zeilen)


def _insgesamt(angaben: Iterable[Teilnahme], gruppen: Mapping[str, Zaehlung], spalte: str, jede: bool) -> Zaehlung:
    genannt = next((_wert(a, spalte) for a in angaben if a.gruppe == INSGESAMT and not a.organisation), None)
    return _summe(gruppen.values(), ganz=jede) if genannt is None else Zaehlung(genannt, genannt=True)


def _je_gruppe(angaben: Iterable[Teilnahme], gruppe: str, spalte: str) -> Zaehlung:
    hier = {a.organisation: _wert(a, spalte) for a in angaben if a.gruppe == gruppe}
    eigene = hier.pop("", None)
    return _summe(map(Zaehlung, hier.values()), ganz=False) if eigene is None else Zaehlung(eigene)


def _wert(angabe: Teilnahme, spalte: str) -> int | None:
    wert: int | None = getattr(angabe, spalte)
    return wert


def _summe(teile: Iterable[Zaehlung], ganz: bool = True) -> Zaehlung:
    """`ganz`: the parts are all there are."""
    alle = list(teile)
    bekannte = [t.zahl for t in alle if t.zahl is not None]
    mindestens = not ganz or len(bekannte) < len(alle) or any(t.mindestens for t in alle)
    return Zaehlung(sum(bekannte), mindestens) if bekannte and (sum(bekannte) or not mindestens) else UNBEKANNT
