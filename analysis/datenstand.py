"""The state of the data: per theme, Grundzahl and payer what came, what is missing, what was withdrawn or revised.

Pure: from the Bestand, the rows of Lieferungen and Freigaben, the responsibilities, and what was revised. No count.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from analysis.bestand import Bestand
from models.grundzahlen import GRUNDZAHLEN
from models.tabellen import Freigabe, Lieferung
from models.vokabular import Lieferungsstand
from models.zustaendigkeit import Stelle, vereinbart, zustaendige

SYNTHETISCHER_ABSENDER: Final = " (synthetische Daten)"
"""What the demonstration adds to the name of a sender."""


class Lage(StrEnum):
    """How far the data of one payer are."""

    VEROEFFENTLICHT = "veroeffentlicht"
    NICHT_FREIGEGEBEN = "nicht_freigegeben"
    ZURUECKGEZOGEN = "zurueckgezogen"
    NICHT_GELIEFERT = "nicht_geliefert"
    NICHT_VEREINBART = "nicht_vereinbart"


@dataclass(frozen=True)
class Datenzeile:
    """One Grundzahl of one payer (or of a sender who need not pay: `zustaendig` False).

    `zahler` is empty where nobody is entered. `stichtage`: what came from there; of a published Grundzahl those in
    force. `fehlende_jahre`: years without a Stichtag between its first one and the newest of the Grundzahl.
    `eingegangen`: day of its newest Lieferung; `wartet_seit`: that day if it came after the Freigabe in force.
    `zurueckgezogen`: since when nothing is shown. `revidiert`: Stichtag -> day since which other numbers are shown.
    """

    grundzahl: str
    zahler: str
    umfang: str
    zustaendig: bool
    lage: Lage
    stichtage: tuple[date, ...] = ()
    fehlende_jahre: tuple[int, ...] = ()
    eingegangen: date | None = None
    wartet_seit: date | None = None
    fassung: int | None = None
    veroeffentlicht: date | None = None
    zurueckgezogen: date | None = None
    revidiert: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True)
class _Geliefert:
    """What one sender has sent of one Grundzahl."""

    tage: frozenset[date] = frozenset()
    eingegangen: date | None = None
    letzter_eingang: Lieferung | None = None


def datenstand(
    bestand: Bestand,
    lieferungen: Sequence[Lieferung],
    freigaben: Sequence[Freigabe],
    revidiert: Mapping[str, Mapping[date, date]],
) -> list[Datenzeile]:
    """All rows of a region in the order of the records. `lieferungen` and `freigaben` may hold those of others."""
    slug = bestand.region.slug
    eigene = [
        x
        for x in lieferungen
        if x.region_slug == slug and x.art == "fallzahlen" and x.stand == Lieferungsstand.GESPEICHERT
    ]
    zeilen: list[Datenzeile] = []
    for grundzahl in GRUNDZAHLEN:
        letzte = max(
            (f for f in freigaben if f.region_slug == slug and f.grundzahl == grundzahl),
            key=lambda f: f.fassung,
            default=None,
        )
        zeilen += _zeilen(bestand, grundzahl, eigene, letzte, revidiert.get(grundzahl, {}))
    return zeilen


def _zeilen(
    bestand: Bestand,
    grundzahl: str,
    lieferungen: Sequence[Lieferung],
    letzte: Freigabe | None,
    revidiert: Mapping[date, date],
) -> Iterator[Datenzeile]:
    veroeffentlicht = bestand.veroeffentlicht.get(grundzahl)
    in_kraft = veroeffentlicht.freigabe if veroeffentlicht else None
    geliefert = _je_absender(bestand, grundzahl, lieferungen, in_kraft)
    kreis = bestand.region.kreis_ags
    if not geliefert and not vereinbart(grundzahl, kreis):
        yield Datenzeile(grundzahl, "", "", zustaendig=False, lage=Lage.NICHT_VEREINBART)
        return
    zahler = {_name(bestand, z.stelle): z.umfang for z in zustaendige(grundzahl, kreis)}
    namen = [*zahler, *sorted(geliefert.keys() - zahler.keys())] or [""]
    neuester = max((tag for g in geliefert.values() for tag in g.tage), default=None)
    for name in namen:
        von = geliefert.get(name, _Geliefert())
        lage = _lage(von, in_kraft, letzte, name in geliefert or not geliefert)
        gilt = in_kraft if lage == Lage.VEROEFFENTLICHT else None
        yield Datenzeile(
            grundzahl,
            name,
            zahler.get(name, ""),
            zustaendig=name in zahler,
            lage=lage,
            stichtage=tuple(sorted(von.tage)),
            fehlende_jahre=_luecken(von.tage, neuester),
            eingegangen=von.eingegangen,
            wartet_seit=_wartet(von, gilt),
            fassung=gilt.fassung if gilt else None,
            veroeffentlicht=gilt.veroeffentlicht_am.date() if gilt else None,
            zurueckgezogen=_zurueckgezogen(letzte) if lage == Lage.ZURUECKGEZOGEN else None,
            revidiert=tuple(sorted(revidiert.items())) if gilt else (),
        )


def _je_absender(
    bestand: Bestand, grundzahl: str, lieferungen: Sequence[Lieferung], in_kraft: Freigabe | None
) -> dict[str, _Geliefert]:
    """What came from whom. The Stichtage of a file are those of all its Grundzahlen, so a Freigabe knows better."""
    frei = frozenset(date.fromisoformat(tag) for tag in in_kraft.stichtage) if in_kraft else None
    je_name: dict[str, _Geliefert] = {}
    for x in sorted((x for x in lieferungen if grundzahl in x.gegenstaende), key=lambda x: x.nummer):
        tage = _passende(frozenset(date.fromisoformat(tag) for tag in x.stichtage), grundzahl)
        for name in _namen(bestand, x.absender):
            bisher = je_name.get(name, _Geliefert())
            neue = bisher.tage | tage
            je_name[name] = _Geliefert(neue & frei or neue if frei else neue, x.eingegangen_am.date(), x)
    for quelle in in_kraft.quellen if in_kraft else []:
        for name in _namen(bestand, quelle["absender"]):
            eingang = date.fromisoformat(quelle["eingegangen_am"])
            je_name.setdefault(name, _Geliefert(frei or frozenset(), eingang))
    return je_name


def _passende(tage: frozenset[date], grundzahl: str) -> frozenset[date]:
    """Of the Stichtage of a file those on the usual day of the Grundzahl; all if there is none."""
    ueblich = frozenset(tag for tag in tage if (tag.month, tag.day) == GRUNDZAHLEN[grundzahl].stichtag)
    return ueblich or tage


def _namen(bestand: Bestand, absender: str) -> list[str]:
    """The senders of a file (several stand with a comma), each by the name of the Träger or Kreis if it is one."""
    gefunden = []
    for teil in absender.split(", "):
        name = teil.removesuffix(SYNTHETISCHER_ABSENDER).strip()
        stelle = next((s for s in Stelle if name.casefold() in _bekannt_als(bestand, s)), None)
        gefunden.append(_name(bestand, stelle) if stelle else name)
    return gefunden


def _bekannt_als(bestand: Bestand, stelle: Stelle) -> set[str]:
    region, traeger = bestand.region, bestand.traeger
    if stelle == Stelle.KREIS:
        return {region.name.casefold(), region.kreis_ags}
    return {name.casefold() for name in (traeger.kurz, traeger.name, traeger.id)} if traeger else set()


def _name(bestand: Bestand, stelle: Stelle) -> str:
    if stelle == Stelle.KREIS:
        return bestand.region.name
    return bestand.traeger.kurz if bestand.traeger else "überörtlicher Träger"


def _lage(von: _Geliefert, in_kraft: Freigabe | None, letzte: Freigabe | None, beteiligt: bool) -> Lage:
    """`beteiligt`: this one has delivered, or nobody has anything stored any more."""
    if in_kraft is not None and {tag.isoformat() for tag in von.tage} & set(in_kraft.stichtage):
        return Lage.VEROEFFENTLICHT
    if in_kraft is None and beteiligt and letzte is not None and letzte.zurueckgezogen_am is not None:
        return Lage.ZURUECKGEZOGEN
    return Lage.NICHT_FREIGEGEBEN if von.eingegangen else Lage.NICHT_GELIEFERT


def _luecken(tage: frozenset[date], neuester: date | None) -> tuple[int, ...]:
    if not tage or neuester is None:
        return ()
    vorhanden = {tag.year for tag in tage}
    return tuple(jahr for jahr in range(min(vorhanden), neuester.year + 1) if jahr not in vorhanden)


def _wartet(von: _Geliefert, gilt: Freigabe | None) -> date | None:
    """Day of the newest Lieferung if it came after the Freigabe that is shown."""
    if gilt is None or von.letzter_eingang is None:
        return None
    # SQLite gives times back without their zone; both are stored in the same one.
    spaeter = von.letzter_eingang.eingegangen_am.replace(tzinfo=None) > gilt.veroeffentlicht_am.replace(tzinfo=None)
    return von.letzter_eingang.eingegangen_am.date() if spaeter else None


def _zurueckgezogen(letzte: Freigabe | None) -> date | None:
    return letzte.zurueckgezogen_am.date() if letzte is not None and letzte.zurueckgezogen_am is not None else None
