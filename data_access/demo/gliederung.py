"""Age and sex of the synthetic persons: every cell of `fallzahlen` is split, and no sum of it changes.

Invented and deterministic. Each place in a cell has one lot for age and one for sex, the same in all years; the age
structure behind the lot moves slowly, so persons grow older together. Anchor: of those in besonderer Wohnform 23.1 %
(2018) and 29.2 % (2023) were 60 or older (Landschaftsverband); the other shares have no source. Persons counted once
are put together from their services, minors from their kinds of help, so that a part never exceeds its whole.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import accumulate
from math import floor
from typing import Final

import dataframely as dy
import polars as pl

from data_access.demo.annahmen_weitere import DOPPELT, HEILPAEDAGOGIK, SCHULBEGLEITUNG
from data_access.demo.quellen import JAHRE
from data_access.demo.runden import groesste_reste
from data_access.demo.zufall import gleichverteilt
from models.rahmen import Rohzellen

Merkmale = tuple[str, str]
"""(age group, sex)."""

ERWACHSEN: Final = ("18-49", "50-59", "60-64", "65+")
KLEIN, SCHULKIND = "0-6", "7-17"

ALTER: Final[dict[str, tuple[tuple[float, ...], tuple[float, ...]]]] = {
    "lb_bwf": ((0.52, 0.27, 0.09, 0.12), (0.44, 0.26, 0.12, 0.18)),
    "lb_awf": ((0.66, 0.22, 0.06, 0.06), (0.60, 0.22, 0.08, 0.10)),
    "lb_wfbm": ((0.66, 0.26, 0.078, 0.002), (0.63, 0.26, 0.105, 0.005)),
    "lb_tagesfoerderung": ((0.72, 0.19, 0.06, 0.03), (0.66, 0.20, 0.08, 0.06)),
    "lb_p67_ambulant": ((0.74, 0.18, 0.05, 0.03), (0.70, 0.19, 0.06, 0.05)),
    "lb_p67_stationaer": ((0.70, 0.20, 0.06, 0.04), (0.66, 0.21, 0.07, 0.06)),
}
"""Shares of `ERWACHSEN` in the first and the last year, linear between."""

GESCHLECHT: Final = ("m", "w", "d", "unbekannt")
_UEBLICH: Final = (0.574, 0.423, 0.001, 0.002)
_GESCHLECHTER: Final = {
    "lb_p67_ambulant": (0.72, 0.275, 0.001, 0.004),
    "lb_p67_stationaer": (0.78, 0.214, 0.001, 0.005),
    "minderjaehrige_egh": (0.66, 0.339, 0.0, 0.001),
}
"""Shares of `GESCHLECHT`, where they are not the usual ones."""

_WOHNEN, _TAG = ("lb_bwf", "lb_awf"), ("lb_wfbm", "lb_tagesfoerderung")
_NICHT_GEGLIEDERT: Final = ("insgesamt", "insgesamt")


def gegliedert(kreis: str, zellen: dy.DataFrame[Rohzellen]) -> dy.DataFrame[Rohzellen]:
    """The cells of a Kreis by age and sex, as far as they count persons below the Kreis; others stay `insgesamt`.

    The sums over age and sex are exactly `zellen`.
    """
    personen = _personen(kreis, zellen)
    zeilen = []
    for zeile in zellen.iter_rows(named=True):
        teile = (
            personen.get((zeile["herkunft"], zeile["stichtag"])) if zeile["grundzahl"] == "personen_gesamt" else None
        )
        for (alter, geschlecht), anzahl in sorted((teile or _teile(kreis, zeile)).items()):
            zeilen.append({**zeile, "altersgruppe": alter, "geschlecht": geschlecht, "anzahl": anzahl})
    rahmen = pl.DataFrame(zeilen, schema=zellen.schema, orient="row")
    return Rohzellen.validate(rahmen.select(Rohzellen.column_names()), cast=True)


def _teile(kreis: str, zeile: dict[str, object]) -> Counter[Merkmale]:
    """The persons of one cell by age and sex."""
    grundzahl, anzahl, tag = str(zeile["grundzahl"]), zeile["anzahl"], zeile["stichtag"]
    ort = (str(zeile["herkunft"]), str(zeile["leistungsort"]))
    if not isinstance(anzahl, int) or not isinstance(tag, date):
        raise TypeError("Eine synthetische Zelle hat immer eine Anzahl und einen Stichtag.")
    if grundzahl in ALTER:
        return Counter(_erwachsener(kreis, grundzahl, *ort, n, tag.year) for n in range(anzahl))
    if grundzahl in _KINDER:
        return Counter(_kinder(kreis, grundzahl, *ort, anzahl))
    return Counter({_NICHT_GEGLIEDERT: anzahl})


def _erwachsener(kreis: str, grundzahl: str, herkunft: str, ort: str, n: int, jahr: int) -> Merkmale:
    alter, geschlecht = _lose(kreis, grundzahl, herkunft, ort, n)
    return ERWACHSEN[_stelle(_altersaufbau(grundzahl, jahr), alter)], geschlecht


@cache
def _lose(kreis: str, grundzahl: str, herkunft: str, ort: str, n: int) -> tuple[float, str]:
    """The lots of one place in a cell: one for age, and the sex."""
    anteile = tuple(accumulate(_GESCHLECHTER.get(grundzahl, _UEBLICH)))
    stellen = ("gliederung", kreis, grundzahl, herkunft, ort, n)
    return gleichverteilt(*stellen, "alter"), GESCHLECHT[_stelle(anteile, gleichverteilt(*stellen, "geschlecht"))]


@cache
def _altersaufbau(grundzahl: str, jahr: int) -> tuple[float, ...]:
    """Cumulated age shares of a year."""
    erste, letzte = ALTER[grundzahl]
    weit = (jahr - JAHRE[0]) / (JAHRE[-1] - JAHRE[0])
    return tuple(accumulate(a + (b - a) * weit for a, b in zip(erste, letzte, strict=True)))


def _stelle(kumuliert: tuple[float, ...], los: float) -> int:
    return bisect_right(kumuliert, los * kumuliert[-1], hi=len(kumuliert) - 1)


_KINDER: Final = {
    "minderjaehrige_egh": (0.0, 1.0),
    "lb_fruehfoerderung": (0.0, HEILPAEDAGOGIK),
    "lb_schulbegleitung": (HEILPAEDAGOGIK, HEILPAEDAGOGIK + SCHULBEGLEITUNG),
}
"""Which lots of `fallzahlen_weitere` make a minor one of the Grundzahl."""


def _kinder(kreis: str, grundzahl: str, herkunft: str, ort: str, anzahl: int) -> Iterator[Merkmale]:
    """The first `anzahl` minors of the cell that the Grundzahl counts: the same children in each of them."""
    von, bis = _KINDER[grundzahl]
    n = 0
    while anzahl:
        art = gleichverteilt(kreis, "kind", herkunft, ort, n)
        if von <= art < bis:
            alter, geschlecht = _lose(kreis, "minderjaehrige_egh", herkunft, ort, n)
            ist_klein = art < HEILPAEDAGOGIK or (art >= HEILPAEDAGOGIK + SCHULBEGLEITUNG and alter < 0.3)
            yield (KLEIN if ist_klein else SCHULKIND), geschlecht
            anzahl -= 1
        n += 1


def _personen(kreis: str, zellen: dy.DataFrame[Rohzellen]) -> dict[tuple[str, date], Counter[Merkmale]]:
    """Persons counted once by Gemeinde of Herkunft and Stichtag: those with help for Wohnen or for the day, each once.

    Those with both are taken out where both have persons of the same age and sex.
    """
    gruppen: dict[tuple[str, date], tuple[Counter[Merkmale], Counter[Merkmale]]] = {}
    for zeile in zellen.filter(pl.col("grundzahl").is_in([*_WOHNEN, *_TAG])).iter_rows(named=True):
        beide = gruppen.setdefault((zeile["herkunft"], zeile["stichtag"]), (Counter(), Counter()))
        beide[zeile["grundzahl"] in _TAG].update(_teile(kreis, zeile))
    return {schluessel: _ohne_doppelte(*beide) for schluessel, beide in gruppen.items()}


def _ohne_doppelte(wohnen: Counter[Merkmale], tag: Counter[Merkmale]) -> Counter[Merkmale]:
    alle = wohnen + tag
    doppelte = floor(DOPPELT * min(wohnen.total(), tag.total()))
    gemeinsam = sorted((wohnen & tag).items())
    moeglich = sum(anzahl for _, anzahl in gemeinsam)
    if moeglich and doppelte:
        teile = groesste_reste([anzahl for _, anzahl in gemeinsam], min(doppelte, moeglich))
        alle -= Counter(dict(zip([m for m, _ in gemeinsam], teile, strict=True)))
    for _ in range(doppelte - min(doppelte, moeglich)):
        alle[max(alle, key=lambda m: (alle[m], m))] -= 1
    return +alle
