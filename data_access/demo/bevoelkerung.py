"""Synthetic population of the 27 areas by age band and sex, 2016 to 2024, adding up exactly.

What is official (Fortschreibung on the base of the Zensus 2011): the Kreis totals of 2016-2019, 2021 and 2022,
the Gemeinde totals by sex of 2019 and 2021, the ages of the Kreis by sex of 2019. Everything else is derived,
so the whole series carries the basis "synthetisch":

* Kreis totals: 2020 is interpolated; 2023 and 2024 continue with the last change held. That change, 2021 to
  2022, contains the arrivals from Ukraine, so the end of the series is probably too high.
* Gemeinde by sex: its share of the Kreis, interpolated between 2014, 2019 and 2021, then with the last change of
  the share held (at 31.12.2022 slightly nearer to the official figures than shares kept constant).
* Ages: the structure of 2019 with a slow drift per band (`_ALTERUNG`), and small differences between Gemeinden
  that are not measured anywhere: thinly settled ones are made older, plus a lot of the draw.
* The source has 6 to under 10 years in one group: a quarter of it is taken as 6 years old. All other bands are
  whole groups of the source.
"""

from collections.abc import Collection
from datetime import date
from fractions import Fraction

import dataframely as dy
import polars as pl

from data_access.demo.quellen import (
    JAHRE,
    KREISE,
    altersgruppen_2019,
    gemeinden,
    gemeindesummen,
    kreissummen,
    stichtag,
)
from data_access.demo.runden import groesste_reste, tafel_anpassen
from data_access.demo.zufall import zwischen
from models.rahmen import Einwohnerzahlen
from models.vokabular import INSGESAMT, Basis

BAENDER: tuple[tuple[int, int | None], ...] = ((0, 6), (7, 17), (18, 49), (50, 59), (60, 64), (65, None))
"""The age bands, both ends inclusive, None = and older."""

_BAND_JE_GRUPPE: dict[str, tuple[tuple[int, Fraction], ...]] = {
    "unter 3 Jahre": ((0, Fraction(1)),),
    "3 bis unter 6 Jahre": ((0, Fraction(1)),),
    "6 bis unter 10 Jahre": ((0, Fraction(1, 4)), (1, Fraction(3, 4))),
    "10 bis unter 15 Jahre": ((1, Fraction(1)),),
    "15 bis unter 18 Jahre": ((1, Fraction(1)),),
    "18 bis unter 20 Jahre": ((2, Fraction(1)),),
    "20 bis unter 25 Jahre": ((2, Fraction(1)),),
    "25 bis unter 30 Jahre": ((2, Fraction(1)),),
    "30 bis unter 35 Jahre": ((2, Fraction(1)),),
    "35 bis unter 40 Jahre": ((2, Fraction(1)),),
    "40 bis unter 45 Jahre": ((2, Fraction(1)),),
    "45 bis unter 50 Jahre": ((2, Fraction(1)),),
    "50 bis unter 55 Jahre": ((3, Fraction(1)),),
    "55 bis unter 60 Jahre": ((3, Fraction(1)),),
    "60 bis unter 65 Jahre": ((4, Fraction(1)),),
    "65 bis unter 75 Jahre": ((5, Fraction(1)),),
    "75 Jahre und mehr": ((5, Fraction(1)),),
}
"""Age group of the source -> position in `BAENDER` with the part of the group that falls into the band."""

_ALTERUNG = tuple(Fraction(t, 1000) for t in (11, 11, -5, -14, 18, 7))
"""Change of the weight of each band per year from 2019: the baby boomers pass 60, minors grow with migration.
Set so that 2022 meets the shares under 18 and 65+ of the Deutschlandatlas (16.9 and 23.5 %; 15.3 and 26.1 %)."""

_NEIGUNG = (-1.0, -0.7, -0.5, 0.3, 0.7, 1.0)
"""How a band answers to the tilt of a Gemeinde: the young bands lose what the old ones gain."""


def einwohner(ohne: Collection[int] = ()) -> dy.DataFrame[Einwohnerzahlen]:
    """Population of the 27 areas at 31.12. of each year of `JAHRE`, in persons, basis "synthetisch".

    Per area and Stichtag: six age bands for m and for w, and one row over all ages and both sexes (`alter_von` 0,
    `alter_bis` null, "insgesamt"). Bands add up to the sexes, sexes to the total, Gemeinden to the Kreis. The
    Gutsbezirk has rows of 0. Years in `ohne` are missing entirely.
    Raises ValueError for a year outside the demonstration.
    """
    fremd = sorted(set(ohne) - set(JAHRE))
    if fremd:
        raise ValueError(f"Die Demonstration kennt das Jahr {fremd[0]} nicht. Möglich sind {JAHRE[0]} bis {JAHRE[-1]}.")
    zeilen = [zeile for kreis in KREISE for jahr in JAHRE if jahr not in ohne for zeile in _kreisjahr(kreis, jahr)]
    schema = ("ags", "stichtag", "alter_von", "alter_bis", "geschlecht", "anzahl")
    rahmen = pl.DataFrame(zeilen, schema=schema, orient="row").with_columns(basis=pl.lit(Basis.SYNTHETISCH.value))
    return Einwohnerzahlen.validate(rahmen.sort("ags", "stichtag", maintain_order=True), cast=True)


def kreissumme(kreis: str, jahr: int) -> int:
    """Population of the Kreis at 31.12.: official, interpolated (2020) or continued with the last change held."""
    amtlich = kreissummen(kreis)
    if jahr in amtlich:
        return amtlich[jahr]
    letztes = max(amtlich)
    if jahr > letztes:
        return amtlich[letztes] + (jahr - letztes) * (amtlich[letztes] - amtlich[letztes - 1])
    davor, danach = max(j for j in amtlich if j < jahr), min(j for j in amtlich if j > jahr)
    spanne = Fraction(amtlich[danach] - amtlich[davor], danach - davor)
    return round(amtlich[davor] + spanne * (jahr - davor))


def gemeindesumme(kreis: str, jahr: int) -> dict[tuple[str, str], int]:
    """Population by (AGS, m | w) at 31.12., together exactly the Kreis total."""
    amtlich = gemeindesummen(kreis)
    anteile = {
        j: {schluessel: Fraction(n, sum(werte.values())) for schluessel, n in werte.items()}
        for j, werte in amtlich.items()
    }
    stuetzen = sorted(anteile)
    bis = next((j for j in stuetzen if j >= jahr), stuetzen[-1])
    von = stuetzen[stuetzen.index(bis) - 1]
    lage = Fraction(jahr - von, bis - von)
    schluessel = sorted(anteile[von])
    gewichte = [anteile[von][s] + lage * (anteile[bis][s] - anteile[von][s]) for s in schluessel]
    return dict(zip(schluessel, groesste_reste(gewichte, kreissumme(kreis, jahr)), strict=True))


def _kreisjahr(kreis: str, jahr: int) -> list[tuple[str, date, int, int | None, str, int]]:
    """Rows of one Kreis at one Stichtag: (ags, stichtag, alter_von, alter_bis, geschlecht, anzahl)."""
    summen = gemeindesumme(kreis, jahr)
    tag = stichtag(jahr)
    bewohnt = [g.ags for g in gemeinden(kreis) if g.einwohner]
    neigung = _neigungen(kreis)
    zeilen: list[tuple[str, date, int, int | None, str, int]] = []
    for geschlecht in ("m", "w"):
        je_gemeinde = [summen[ags, geschlecht] for ags in bewohnt]
        gewichte = _bandgewichte(kreis, geschlecht, jahr)
        start = [
            [float(w) * (1 + neigung[ags] * n) for w, n in zip(gewichte, _NEIGUNG, strict=True)] for ags in bewohnt
        ]
        tafel = tafel_anpassen(start, je_gemeinde, groesste_reste(gewichte, sum(je_gemeinde)))
        anzahlen = dict(zip(bewohnt, tafel, strict=True))
        for gemeinde in gemeinden(kreis):
            werte = anzahlen.get(gemeinde.ags, [0] * len(BAENDER))
            zeilen += [
                (gemeinde.ags, tag, von, bis, geschlecht, anzahl)
                for (von, bis), anzahl in zip(BAENDER, werte, strict=True)
            ]
    zeilen += [(g.ags, tag, 0, None, INSGESAMT, summen[g.ags, "m"] + summen[g.ags, "w"]) for g in gemeinden(kreis)]
    return zeilen


def _bandgewichte(kreis: str, geschlecht: str, jahr: int) -> list[Fraction]:
    """Weight of each band in the Kreis: the official ages of 2019 with the yearly drift."""
    gewichte = [Fraction(0)] * len(BAENDER)
    for gruppe, anzahl in altersgruppen_2019(kreis)[geschlecht].items():
        for band, teil in _BAND_JE_GRUPPE[gruppe]:
            gewichte[band] += teil * anzahl
    return [g * (1 + t * (jahr - 2019)) for g, t in zip(gewichte, _ALTERUNG, strict=True)]


def _neigungen(kreis: str) -> dict[str, float]:
    """Tilt of the ages per inhabited Gemeinde, about -0.1 (younger) to 0.1 (older), the same in all years."""
    nach_dichte = sorted((g for g in gemeinden(kreis) if g.einwohner), key=lambda g: -g.einwohner / g.flaeche_km2)
    letzter = len(nach_dichte) - 1
    return {
        g.ags: 0.06 * (2 * rang / letzter - 1) + zwischen(-0.04, 0.04, "alter", g.ags)
        for rang, g in enumerate(nach_dichte)
    }
