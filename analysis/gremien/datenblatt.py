"""The figures of one theme for a meeting: chosen out of the Kennzahlen there are, judged, not yet worded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from analysis import sichten
from analysis.auswahl import Auswahl, moegliche_raumprinzipien
from analysis.bestand import Bestand
from analysis.kennzahlen.katalog import KENNZAHLEN
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.messen import alle_messungen
from analysis.steckbrief import Messe, leitende
from analysis.vergleiche import Entwicklung, Messung, entwicklung
from models.vokabular import Ebene, Status, Thema

STICHTAGE: Final = 3
KENNZAHLEN_HOECHSTENS: Final = 6
"""Rows of the table of the whole region: more do not fit on the first page."""
RAEUME_HOECHSTENS: Final = 6
"""Rows of the table by area: more do not fit on the second page."""


@dataclass(frozen=True)
class Kennzahlzeile:
    """One Kennzahl of the whole region at the Stichtage of the sheet; None where it has none then."""

    kennzahl: Kennzahl
    raumprinzip: str
    werte: tuple[Messung | None, ...]


@dataclass(frozen=True)
class Raumzeile:
    """One area: the leading count at the Stichtage of the sheet, and its rate at the newest."""

    name: str
    zahlen: tuple[Messung | None, ...]
    rate: Messung | None


@dataclass(frozen=True)
class Datenblatt:
    """One theme. `stichtage`: the newest at which the leading count was delivered, oldest first; empty without any.

    `auswahl`: the leading rate by area, None where it has no value below the whole. `uebrige`: areas that do not fit.
    `zurueckgezogen`: Grundzahl of the theme -> day since which its frozen Freigabe may not be shown.
    """

    thema: Thema
    zahl: Kennzahl
    rate: Kennzahl
    raumprinzip: str
    stichtage: tuple[date, ...]
    reihe: tuple[Messung, ...]
    entwicklung: Entwicklung | None
    zeilen: tuple[Kennzahlzeile, ...]
    auswahl: Auswahl | None
    raeume: tuple[Raumzeile, ...]
    uebrige: int
    raten: tuple[Messung, ...]
    kreisrate: Messung | None
    zurueckgezogen: Mapping[str, date]

    @property
    def kennzahlen(self) -> tuple[Kennzahl, ...]:
        """Every Kennzahl of the sheet once."""
        return tuple(dict.fromkeys(z.kennzahl for z in self.zeilen))


def datenblatt(
    bestand: Bestand,
    thema: Thema,
    zahl: Kennzahl,
    rate: Kennzahl,
    zurueckgezogen: Mapping[str, date],
    messe: Messe = alle_messungen,
) -> Datenblatt:
    """The sheet of a theme that `zahl` and `rate` lead, at the newest Stichtage of `bestand`.

    `messe`: a caller may bring its own cached way to measure.
    """
    ganz = str(bestand.ganzes.ebene)
    prinzip = moegliche_raumprinzipien(zahl, bestand)[0]
    reihe = tuple(messe(bestand, zahl, ganz, prinzip, ""))
    tage = tuple(m.stichtag for m in reihe if m.status != Status.NICHT_GELIEFERT)[-STICHTAGE:]
    auswahl = _auswahl(bestand, rate, tage[-1]) if tage else None
    raeume = tuple(_raeume(bestand, zahl, auswahl, prinzip, tage, messe)) if auswahl else ()
    raten = _raten(bestand, auswahl, messe) if auswahl else ()
    return Datenblatt(
        thema=thema,
        zahl=zahl,
        rate=rate,
        raumprinzip=prinzip,
        stichtage=tage,
        reihe=reihe,
        entwicklung=entwicklung(reihe, zahl, tage[-1]) if tage else None,
        zeilen=tuple(_zeilen(bestand, thema, (zahl, rate), tage, messe)),
        auswahl=auswahl,
        raeume=raeume[:RAEUME_HOECHSTENS],
        uebrige=max(0, len(raeume) - RAEUME_HOECHSTENS),
        raten=raten,
        kreisrate=_am(messe(bestand, rate, ganz, prinzip, ""), tage[-1]) if tage else None,
        zurueckgezogen={g: tag for g, tag in zurueckgezogen.items() if any(g in k.grundzahlen for k in _des(thema))},
    )


def _des(thema: Thema) -> list[Kennzahl]:
    return [k for k in KENNZAHLEN if k.thema == thema]


def _zeilen(
    bestand: Bestand, thema: Thema, fuehrend: Sequence[Kennzahl], tage: Sequence[date], messe: Messe
) -> Iterator[Kennzahlzeile]:
    """What leads first, then the other leading figures, then the rest of the catalogue as far as it has values."""
    ganz = str(bestand.ganzes.ebene)
    leit = [k for paar in leitende(thema) for k in paar]
    geordnet = dict.fromkeys((*fuehrend, *leit, *_des(thema)))
    anzahl = 0
    for k in geordnet:
        if anzahl == KENNZAHLEN_HOECHSTENS or not tage or not sichten.vorhanden(bestand, k):
            continue
        prinzip = moegliche_raumprinzipien(k, bestand)[0]
        alle = messe(bestand, k, ganz, prinzip, "")
        werte = tuple(_am(alle, tag) for tag in tage)
        if any(m is not None and m.status != Status.NICHT_GELIEFERT for m in werte):
            anzahl += 1
            yield Kennzahlzeile(k, prinzip, werte)


def _auswahl(bestand: Bestand, rate: Kennzahl, tag: date) -> Auswahl | None:
    """The leading rate by Planungsraum, in a region without them by Gemeinde."""
    if rate.nur_kreis:
        return None
    einteilung = bestand.region.haupteinteilung_id or ""
    ebene = Ebene.PLANUNGSRAUM if einteilung else bestand.ebenen[-1]
    prinzip = moegliche_raumprinzipien(rate, bestand)[0]
    return Auswahl(bestand, rate, str(ebene), einteilung, prinzip, tag, sichten.stichtage(bestand, rate), ())


def _raten(bestand: Bestand, auswahl: Auswahl, messe: Messe) -> tuple[Messung, ...]:
    alle = messe(bestand, auswahl.kennzahl, auswahl.ebene, auswahl.raumprinzip, _schnitt(auswahl))
    return tuple(m for m in alle if m.stichtag == auswahl.stichtag)


def _raeume(
    bestand: Bestand, zahl: Kennzahl, auswahl: Auswahl, prinzip: str, tage: Sequence[date], messe: Messe
) -> Iterator[Raumzeile]:
    alle = messe(bestand, zahl, auswahl.ebene, prinzip, _schnitt(auswahl))
    raten = {m.gebiet: m for m in _raten(bestand, auswahl, messe)}
    for gebiet, name in sorted({m.gebiet: m.name for m in alle}.items(), key=lambda paar: paar[1]):
        eigene = [m for m in alle if m.gebiet == gebiet]
        yield Raumzeile(name, tuple(_am(eigene, tag) for tag in tage), raten.get(gebiet))


def _schnitt(auswahl: Auswahl) -> str:
    return auswahl.einteilung if auswahl.ebene == Ebene.PLANUNGSRAUM else ""


def _am(reihe: Sequence[Messung], tag: date) -> Messung | None:
    return next((m for m in reihe if m.stichtag == tag), None)
