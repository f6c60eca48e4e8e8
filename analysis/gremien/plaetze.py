"""Whom the agreement of a Gremium names, beside who came, and how often. Pure: typed frames in, counts out.

k. A. is None and never 0. Nothing is judged here. How people of a meeting are counted: `analysis.gremien.anwesenheit`.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Final

import dataframely as dy
import polars as pl

from analysis.gremien.anwesenheit import Zaehlung, rang
from models.gremienrahmen import Sitze, Sitzungen, Teilnahmen
from models.gremienworte import Sitzungsstatus


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
