"""Everything known about one area, assembled and judged but not yet worded: page, file and PDF say the same.

Nothing is computed here that a view of one Kennzahl would not show too: all values come as `Messung` out of
`sichten.gebietswerte`. Pure over a loaded `Bestand`; a caller may bring its own cached way to measure.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final

import dataframely as dy
import polars as pl

from analysis import sichten
from analysis.altersaufbau import altersaufbau
from analysis.auswahl import moegliche_raumprinzipien
from analysis.bestand import Bestand
from analysis.gebietswahl import Ort
from analysis.intervalle import Unterschied, unterschied
from analysis.kennzahlen.katalog import KENNZAHLEN, kennzahl, mindestnenner_der
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.messen import alle_messungen
from analysis.steckbriefteile import Bevoelkerung, Glied, Leitzahl, Steckbrief, Stellung, Themenblock, Weitere, Zaehlung
from analysis.vergleiche import Messung, entwicklung, hat_zahl
from analysis.wege import Wege, wege
from models.grundzahlen import EINWOHNER, GRUNDZAHLEN
from models.rahmen import Gebietswerte, Zuordnung
from models.vokabular import Ebene, Raumprinzip, Status, Thema

THEMEN: Final = (Thema.WOHNEN, Thema.ARBEIT, Thema.KINDER, Thema.P67)
"""The themes in reading order. Kennzahlen of any other theme are the frame of the area."""

LEITEND: Final = 2
"""So many counts with their rate lead a theme: the first of the catalogue. All others stand in its table."""

Messe = Callable[[Bestand, Kennzahl, str, str, str], Sequence[Messung]]
"""(bestand, kennzahl, ebene, raumprinzip, einteilung) -> as `messen.alle_messungen`."""


def werte(bestand: Bestand, ort: Ort, kennzahlen: Sequence[Kennzahl] = KENNZAHLEN) -> dy.DataFrame[Gebietswerte]:
    """All published values of one area: every Kennzahl as fine as it, both ways of counting, all Stichtage."""
    teile = [
        sichten.gebietswerte(bestand, k, ort.ebene, prinzip, ort.einteilung).filter(pl.col("gebiet") == ort.gebiet)
        for k in kennzahlen
        if fein_genug(k, ort.ebene) and sichten.vorhanden(bestand, k)
        for prinzip in moegliche_raumprinzipien(k, bestand)
    ]
    return Gebietswerte.validate(pl.concat(teile)) if teile else Gebietswerte.create_empty()


def fein_genug(gewaehlt: Kennzahl, ebene: str) -> bool:
    """Whether a Kennzahl has values at this level."""
    stufen = list(Ebene)
    return stufen.index(gewaehlt.feinste_ebene) >= stufen.index(Ebene(ebene))


def leitende(thema: Thema) -> list[tuple[Kennzahl, Kennzahl]]:
    """Count and rate of what leads a theme: the first rates of the catalogue over different people."""
    zahlen = {k.zaehler: k for k in KENNZAHLEN if k.art == "zahl"}
    paare: dict[tuple[str, ...], tuple[Kennzahl, Kennzahl]] = {}
    for k in KENNZAHLEN:
        gezaehlt = set(k.zaehler) <= GRUNDZAHLEN.keys()
        if k.thema == thema and k.art == "rate" and gezaehlt and k.zaehler in zahlen:
            paare.setdefault(k.zaehler, (zahlen[k.zaehler], k))
    return list(paare.values())[:LEITEND]


def steckbrief(bestand: Bestand, ort: Ort, stichtag: date | None, messe: Messe = alle_messungen) -> Steckbrief:
    """Assemble all there is about `ort` at `stichtag`; each figure at its newest Stichtag up to then."""
    return _Zusammenstellung(bestand, ort, stichtag, messe).steckbrief()


class _Zusammenstellung:
    """One area while its Steckbrief is put together."""

    def __init__(self, bestand: Bestand, ort: Ort, stichtag: date | None, messe_: Messe) -> None:
        self.bestand, self.ort, self.stichtag, self._messe = bestand, ort, stichtag, messe_
        self.ganz = str(bestand.ganzes.ebene)
        self.kreis = bestand.region.kreis_ags
        self.zuordnung = _nur(bestand.zuordnung(ort.ebene, ort.einteilung), ort.gebiet)
        self.gemeinden = frozenset(self.zuordnung["ags"])
        # The Kreis has no siblings here: it shows how far its own areas lie apart.
        feinste = bestand.region.feinste_ebene if bestand.region.haupteinteilung_id else str(Ebene.GEMEINDE)
        self.vergleichsebene = feinste if ort.ebene == self.ganz else ort.ebene

    def steckbrief(self) -> Steckbrief:
        ort, bestand = self.ort, self.bestand
        glieder = tuple(self.glieder())
        einteilung_id = ort.einteilung or bestand.region.haupteinteilung_id
        alle_themen = {k.thema for k in KENNZAHLEN}
        weitere = {t: tuple(self.weitere(t)) for t in Thema if t in alle_themen}
        leit = {t: tuple(self.leitzahl(*paar) for paar in leitende(t)) for t in THEMEN}
        return Steckbrief(
            ort=ort,
            stichtag=self.stichtag,
            einteilung=next((e for e in bestand.einteilungen if e.id == einteilung_id), None),
            raum=self.raum(einteilung_id or ""),
            glieder=glieder,
            flaeche_km2=self.flaeche(),
            vergleichsebene=self.vergleichsebene,
            bevoelkerung=self.bevoelkerung(),
            themen=tuple(Themenblock(t, leit[t], weitere.get(t, ())) for t in THEMEN),
            rahmen=tuple(w for t, liste in weitere.items() if t not in THEMEN for w in liste),
            wege=tuple(self.wege([z for t in THEMEN for z in leit[t]])),
            fehlende=tuple(g for g in GRUNDZAHLEN if g not in bestand.veroeffentlicht),
            ganzes=bestand.ganzes,
        )

    def messe(self, gewaehlt: Kennzahl, raumprinzip: str, ebene: str | None = None) -> Sequence[Messung]:
        """The level of the area, or another one."""
        stufe = ebene or self.ort.ebene
        einteilung = self.ort.einteilung or self.bestand.region.haupteinteilung_id or ""
        schnitt = einteilung if stufe == Ebene.PLANUNGSRAUM else ""
        return self._messe(self.bestand, gewaehlt, stufe, str(raumprinzip), schnitt)

    def reihe(self, gewaehlt: Kennzahl, raumprinzip: str) -> tuple[Messung, ...]:
        """The series of the area itself, oldest first."""
        return tuple(m for m in self.messe(gewaehlt, raumprinzip) if m.gebiet == self.ort.gebiet)

    def glieder(self) -> Iterator[Glied]:
        neueste: dict[str, Messung] = {}
        for m in self.messe(_kennzahl(EINWOHNER), Raumprinzip.HERKUNFT, Ebene.GEMEINDE):
            if hat_zahl(m) and self.gilt(m.stichtag):
                neueste[m.gebiet] = m
        for g in sorted(self.bestand.gemeinden, key=lambda g: g.name):
            if g.ags in self.gemeinden:
                yield Glied(g.ags, g.name, g.gemeindefrei, neueste.get(g.ags))

    def flaeche(self) -> float | None:
        """Official area in km²; None if one Gemeinde has none."""
        flaechen = [g.flaeche_km2 for g in self.bestand.gemeinden if g.ags in self.gemeinden]
        bekannte = [f for f in flaechen if f is not None]
        return sum(bekannte) if bekannte and len(bekannte) == len(flaechen) else None

    def raum(self, einteilung: str) -> str:
        """Name of the Planungsraum that a Gemeinde lies in; empty for other levels and for gaps."""
        if self.ort.ebene != Ebene.GEMEINDE or not einteilung:
            return ""
        zeilen = self.bestand.zeilen(Ebene.PLANUNGSRAUM, einteilung)
        return next((name for ags, _, name in zeilen if ags == self.ort.gebiet), "")

    def gilt(self, tag: date) -> bool:
        return self.stichtag is None or tag <= self.stichtag

    def bevoelkerung(self) -> Bevoelkerung:
        gewaehlt = _kennzahl(EINWOHNER)
        reihe = self.reihe(gewaehlt, Raumprinzip.HERKUNFT)
        jetzt = max((m for m in reihe if hat_zahl(m) and self.gilt(m.stichtag)), key=_tag, default=None)
        return Bevoelkerung(
            jetzt,
            entwicklung(reihe, gewaehlt, jetzt.stichtag) if jetzt else None,
            reihe,
            altersaufbau(self.bestand, self.ort.ebene, self.ort.einteilung, self.ort.gebiet, self.stichtag),
        )

    def leitzahl(self, zahl: Kennzahl, rate: Kennzahl) -> Leitzahl:
        k = sichten.k_von(self.bestand, rate)
        alle = self.messe(zahl, moegliche_raumprinzipien(zahl, self.bestand)[0])
        tag = _neuester(alle, self.gilt)
        if tag is None:
            return Leitzahl(zahl, rate, None, (), None, k)
        prinzipien = moegliche_raumprinzipien(zahl, self.bestand)
        zaehlungen = tuple(self.zaehlung(zahl, rate, prinzip, tag) for prinzip in prinzipien)
        mindestens = mindestnenner_der(rate, self.bestand.regeln)
        return Leitzahl(zahl, rate, tag, zaehlungen, self.stellung(rate, prinzipien[0], tag), k, mindestens)

    def zaehlung(self, zahl: Kennzahl, rate: Kennzahl, prinzip: str, tag: date) -> Zaehlung:
        reihe = self.reihe(zahl, prinzip)
        personen = next(m for m in reihe if m.stichtag == tag)
        return Zaehlung(prinzip, personen, entwicklung(reihe, zahl, tag), _am(self.reihe(rate, prinzip), tag), reihe)

    def stellung(self, rate: Kennzahl, prinzip: str, tag: date) -> Stellung:
        eigene = _am(self.reihe(rate, prinzip), tag)
        kreis = _am(self.messe(rate, prinzip, self.ganz), tag)
        alle = tuple(m for m in self.messe(rate, prinzip, self.vergleichsebene) if m.stichtag == tag)
        andere = [m for m in alle if m.gebiet != self.ort.gebiet and _hat_rate(m)]
        urteile = [_urteil(m, eigene) for m in andere]
        hoeher, niedriger = urteile.count(Unterschied.HOEHER), urteile.count(Unterschied.NIEDRIGER)
        sicher = bool(andere) and hoeher + niedriger == len(andere)
        gegen = Unterschied.KEIN_VERGLEICH if self.ort.ebene == self.ganz else _urteil(eigene, kreis)
        return Stellung(eigene, kreis, gegen, alle, hoeher, niedriger, hoeher + 1 if sicher else None)

    def weitere(self, thema: Thema) -> Iterator[Weitere]:
        gezeigt = {k.id for paar in leitende(thema) for k in paar} | {EINWOHNER}
        for k in KENNZAHLEN:
            if k.thema != thema or k.id in gezeigt or not sichten.vorhanden(self.bestand, k):
                continue
            prinzip = moegliche_raumprinzipien(k, self.bestand)[0]
            fein = fein_genug(k, self.ort.ebene)
            reihe = self.reihe(k, prinzip) if fein else ()
            ganze = self.messe(k, prinzip, self.ganz)
            tag = _neuester(self.messe(k, prinzip) if fein else ganze, self.gilt) or _neuester(ganze, self.gilt)
            if tag is None:
                continue
            wert, kreis = _am(reihe, tag), _am(ganze, tag)
            verglichen = self.ort.ebene != self.ganz and k.art != "zahl"
            yield Weitere(
                k,
                prinzip,
                wert,
                kreis,
                entwicklung(reihe, k, tag),
                _urteil(wert, kreis) if verglichen else Unterschied.KEIN_VERGLEICH,
            )

    def wege(self, leit: Sequence[Leitzahl]) -> Iterator[Wege]:
        for zahl in leit:
            grundzahl = zahl.zahl.zaehler[0]
            if len(zahl.zahl.zaehler) > 1 or grundzahl not in self.bestand.veroeffentlicht:
                continue
            for z in zahl.zaehlungen:
                geteilt = wege(
                    self.bestand.veroeffentlicht[grundzahl], zahl.zahl, self.gemeinden, z.personen, z.raumprinzip
                )
                if geteilt is not None:
                    yield geteilt


def _kennzahl(schluessel: str) -> Kennzahl:
    gefunden = kennzahl(schluessel)
    if gefunden is None:
        raise KeyError(schluessel)
    return gefunden


def _nur(zuordnung: dy.DataFrame[Zuordnung], gebiet: str) -> dy.DataFrame[Zuordnung]:
    return Zuordnung.validate(zuordnung.filter(pl.col("gebiet") == gebiet))


def _tag(messung: Messung) -> date:
    return messung.stichtag


def _am(reihe: Sequence[Messung], tag: date) -> Messung | None:
    return next((m for m in reihe if m.stichtag == tag), None)


def _neuester(alle: Sequence[Messung], gilt: Callable[[date], bool]) -> date | None:
    """The newest Stichtag at which any area was delivered; an area may be silent then, for a reason of its own."""
    geliefert = (m.stichtag for m in alle if m.status != Status.NICHT_GELIEFERT and gilt(m.stichtag))
    return max(geliefert, default=None)


def _hat_rate(messung: Messung) -> bool:
    return messung.wert is not None


def _urteil(eine: Messung | None, andere: Messung | None) -> Unterschied:
    if eine is None or andere is None:
        return Unterschied.KEIN_VERGLEICH
    return unterschied(eine.unten, eine.oben, andere.unten, andere.oben)
