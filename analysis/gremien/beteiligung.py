"""Who came to the meetings of a Gremium beside whom its agreement names. Pure: typed frames in, counts out.

k. A. is None and never 0. A sum in which a part is k. A. is a lower bound. Nothing is judged here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Final

import dataframely as dy
import polars as pl

from models.gremienrahmen import Sitze, Sitzungen, Teilnahmen
from models.gremienworte import Gruppe, Sitzungsstatus
from models.vokabular import INSGESAMT

STELLVERTRETUNG: Final = (str(Gruppe.ANGEHOERIGE), str(Gruppe.BEAUFTRAGTE), str(Gruppe.EUTB))
"""Groups that speak for others. They are never added to the Selbstvertretung, nor to each other."""

_RANG: Final = {str(g): n for n, g in enumerate(Gruppe)}


def rang(gruppe: str) -> int:
    """Place of a group in the order in which groups are shown."""
    return _RANG.get(gruppe, len(_RANG))


@dataclass(frozen=True)
class Zaehlung:
    """A count of people. `zahl` None: k. A. `mindestens`: a part of it is k. A., so it is a lower bound."""

    zahl: int | None = None
    mindestens: bool = False

    @property
    def genau(self) -> int | None:
        """The count where it is known exactly."""
        return None if self.mindestens else self.zahl


UNBEKANNT: Final = Zaehlung()


@dataclass(frozen=True)
class Anwesenheit:
    """Attendance at one meeting: group -> count, for the groups that were entered, in the order of `Gruppe`.

    `gesamt` is the total that was given, else the sum of the groups; `gesprochen` who used the right to speak.
    """

    sitzung: str
    gesamt: Zaehlung = UNBEKANNT
    gruppen: Mapping[str, Zaehlung] = field(default_factory=dict)
    eingeladen: Mapping[str, Zaehlung] = field(default_factory=dict)
    gesprochen: Mapping[str, Zaehlung] = field(default_factory=dict)

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


@dataclass(frozen=True)
class Plaetze:
    """Whom an agreement names for one group. `anzahl`: the sum of the numbered seats, None if none has a number.

    `ohne_zahl`: the entries, in the words of the source, for which it gives no number of seats.
    """

    gruppe: str
    anzahl: int | None
    mit_zahl: tuple[str, ...] = ()
    ohne_zahl: tuple[str, ...] = ()


@dataclass(frozen=True)
class Besetzung:
    """Numbered seats beside those present: `besetzt` + `leer` = seats, `weitere` came beyond them."""

    besetzt: int
    leer: int
    weitere: int


@dataclass(frozen=True)
class Jahr:
    """The meetings of one calendar year by what became of them."""

    jahr: int
    stattgefunden: int
    geplant: int
    ausgefallen: int


@dataclass(frozen=True)
class Institution:
    """How often an institution came. `sitzungen`: meetings at which it was entered; `unbekannt`: with k. A. there."""

    gruppe: str
    name: str
    dabei: int
    sitzungen: int
    unbekannt: int
    zuletzt: date | None


def anwesenheit(teilnahmen: dy.DataFrame[Teilnahmen], sitzung: str) -> Anwesenheit:
    """Attendance at one meeting. Nothing entered: everything is k. A."""
    zeilen = list(teilnahmen.filter(pl.col("sitzung") == sitzung).iter_rows(named=True))
    gruppen = sorted({z["gruppe"] for z in zeilen} - {INSGESAMT}, key=rang)
    spalten = {
        spalte: {g: _je_gruppe(zeilen, g, spalte) for g in gruppen}
        for spalte in ("anwesend", "eingeladen", "rederecht_genutzt")
    }
    genannt = next((z["anwesend"] for z in zeilen if z["gruppe"] == INSGESAMT), None)
    gesamt = Zaehlung(genannt) if genannt is not None else summe(spalten["anwesend"].values())
    return Anwesenheit(sitzung, gesamt, spalten["anwesend"], spalten["eingeladen"], spalten["rederecht_genutzt"])


def summe(teile: Iterable[Zaehlung]) -> Zaehlung:
    """The sum of counts: k. A. if all are, a lower bound if some are."""
    alle = list(teile)
    bekannte = [t.zahl for t in alle if t.zahl is not None]
    if not bekannte:
        return UNBEKANNT
    return Zaehlung(sum(bekannte), len(bekannte) < len(alle) or any(t.mindestens for t in alle))


def _je_gruppe(zeilen: list[dict[str, object]], gruppe: str, spalte: str) -> Zaehlung:
    """The group's own count; without one the sum of its institutions, which need not be all of the group."""
    hier = {str(z["organisation"]): z[spalte] for z in zeilen if z["gruppe"] == gruppe}
    eigene = hier.pop("", None)
    if isinstance(eigene, int):
        return Zaehlung(eigene)
    teile = summe(Zaehlung(wert if isinstance(wert, int) else None) for wert in hier.values())
    return Zaehlung(teile.zahl, teile.zahl is not None)


def plaetze(sitze: dy.DataFrame[Sitze], gremium: str) -> dict[str, Plaetze]:
    """Group -> whom the agreement names for it, in the order of `Gruppe`. A group that is not named is not there."""
    je_gruppe: dict[str, list[tuple[str, int | None]]] = defaultdict(list)
    for zeile in sitze.filter(pl.col("gremium") == gremium).iter_rows(named=True):
        je_gruppe[zeile["gruppe"]].append((zeile["wortlaut"], zeile["anzahl"]))
    fertig = {}
    for gruppe in sorted(je_gruppe, key=rang):
        eintraege = je_gruppe[gruppe]
        zahlen = [anzahl for _, anzahl in eintraege if anzahl is not None]
        fertig[gruppe] = Plaetze(
            gruppe,
            sum(zahlen) if zahlen else None,
            tuple(sorted(wort for wort, anzahl in eintraege if anzahl is not None)),
            tuple(sorted(wort for wort, anzahl in eintraege if anzahl is None)),
        )
    return fertig


def besetzung(platz: Plaetze | None, anwesend: Zaehlung) -> Besetzung | None:
    """Seats beside presence, where both are known exactly; None where no seat has a number.

    Beside entries without a number nobody can say whether a seat stayed empty or who sat in which: None as well.
    """
    da = anwesend.genau
    if platz is None or platz.anzahl is None or platz.ohne_zahl or da is None:
        return None
    besetzt = min(da, platz.anzahl)
    return Besetzung(besetzt, platz.anzahl - besetzt, da - besetzt)


def jahre(sitzungen: dy.DataFrame[Sitzungen], gremium: str) -> list[Jahr]:
    """The meetings by calendar year, from the first to the last year without a gap."""
    eigene = sitzungen.filter(pl.col("gremium") == gremium)
    gezaehlt = Counter((tag.year, status) for tag, status in eigene.select("datum", "status").iter_rows())
    alle = {jahr for jahr, _ in gezaehlt}
    return [
        Jahr(jahr, *(gezaehlt[(jahr, str(s))] for s in _STATUS))
        for jahr in range(min(alle, default=0), max(alle, default=-1) + 1)
    ]


_STATUS: Final = (Sitzungsstatus.STATTGEFUNDEN, Sitzungsstatus.GEPLANT, Sitzungsstatus.AUSGEFALLEN)


def gehaltene(sitzungen: dy.DataFrame[Sitzungen], gremium: str, letzte: int | None = None) -> list[str]:
    """Ids of the meetings that took place, oldest first; `letzte`: only so many of the latest."""
    eigene = sitzungen.filter(pl.col("gremium") == gremium, pl.col("status") == Sitzungsstatus.STATTGEFUNDEN)
    ids = eigene.sort("datum", "sitzung")["sitzung"].to_list()
    return ids if letzte is None else ids[-letzte:]


def institutionen(
    teilnahmen: dy.DataFrame[Teilnahmen], sitzungen: dy.DataFrame[Sitzungen], gremium: str
) -> list[Institution]:
    """The institutions that were entered at meetings that took place, those who came most often first."""
    ids = gehaltene(sitzungen, gremium)
    tage = dict(sitzungen.select("sitzung", "datum").iter_rows())
    je: dict[tuple[str, str], list[tuple[date, int | None]]] = defaultdict(list)
    eigene = teilnahmen.filter(pl.col("sitzung").is_in(ids), pl.col("organisation") != "")
    for zeile in eigene.iter_rows(named=True):
        je[(zeile["gruppe"], zeile["organisation"])].append((tage[zeile["sitzung"]], zeile["anwesend"]))
    fertig = [
        Institution(
            gruppe,
            name,
            sum(1 for _, da in besuche if da),
            len(besuche),
            sum(1 for _, da in besuche if da is None),
            max((tag for tag, da in besuche if da), default=None),
        )
        for (gruppe, name), besuche in je.items()
    ]
    return sorted(fertig, key=lambda i: (-i.dabei, rang(i.gruppe), i.name))
