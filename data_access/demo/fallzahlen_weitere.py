"""Synthetic figures of the smaller Grundzahlen, consistent with the drawn ones: parts of them, never more.

Heilpädagogische Leistungen and Schulbegleitung are a part of the minors of the same cell. Persons counted once lie
between the largest service and the sum of the services in every Gemeinde.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from math import floor

from data_access.demo.annahmen_weitere import DOPPELT, HEILPAEDAGOGIK, KREISREIHEN, PLAETZE, SCHULBEGLEITUNG
from data_access.demo.gewichte import Zelle
from data_access.demo.quellen import JAHRE, KREIS_UNNA, gemeinden, stichtag
from data_access.demo.zufall import gleichverteilt
from models.vokabular import NICHT_ERHOBEN
from models.zustaendigkeit import Stelle, zustaendige

Bestaende = dict[str, dict[int, Counter[Zelle]]]
"""Grundzahl -> year -> cells: what was drawn cell by cell."""

Zeile = tuple[str, date, str, str, int]
"""grundzahl, stichtag, herkunft, leistungsort, persons or Plätze."""

_WOHNEN = ("lb_bwf", "lb_awf")
_TAG = ("lb_wfbm", "lb_tagesfoerderung")


def weitere_zeilen(kreis: str, bestaende: Bestaende) -> Iterator[Zeile]:
    """All rows that are not 0 of the Grundzahlen that are not drawn by themselves."""
    for jahr in JAHRE:
        yield from _teile_der_minderjaehrigen(kreis, jahr, bestaende["minderjaehrige_egh"][jahr])
        yield from _personen(kreis, jahr, bestaende)
    for grundzahl, reihe in KREISREIHEN[kreis].items():
        for tag, anzahl in reihe.items():
            yield grundzahl, date.fromisoformat(tag), kreis, NICHT_ERHOBEN, anzahl
    ags = {g.name: g.ags for g in gemeinden(kreis)}
    for grundzahl, orte in PLAETZE[kreis].items():
        for jahr in JAHRE:
            for ort, stufen in orte.items():
                plaetze = stufen[max(ab for ab in stufen if ab <= jahr)]
                yield grundzahl, stichtag(jahr), NICHT_ERHOBEN, ags[ort], plaetze


def absender(kreis: str, grundzahl: str) -> str:
    """Who pays for a Grundzahl of one payer, and so delivers it, always marked as synthetic."""
    namen = ("LWL", "Kreis Unna") if kreis == KREIS_UNNA else ("LWV Hessen", "Werra-Meißner-Kreis")
    ist_kreis = zustaendige(grundzahl, kreis)[0].stelle == Stelle.KREIS
    return f"{namen[ist_kreis]} (synthetische Daten)"


def _teile_der_minderjaehrigen(kreis: str, jahr: int, zellen: Counter[Zelle]) -> Iterator[Zeile]:
    """Each place in a cell has one of three kinds of help by lot, the same in all years."""
    for (herkunft, ort), anzahl in sorted(zellen.items()):
        lose = [gleichverteilt(kreis, "kind", herkunft, ort, n) for n in range(anzahl)]
        klein = sum(los < HEILPAEDAGOGIK for los in lose)
        schule = sum(HEILPAEDAGOGIK <= los < HEILPAEDAGOGIK + SCHULBEGLEITUNG for los in lose)
        for grundzahl, teil in (("lb_fruehfoerderung", klein), ("lb_schulbegleitung", schule)):
            if teil:
                yield grundzahl, stichtag(jahr), herkunft, ort, teil


def _personen(kreis: str, jahr: int, bestaende: Bestaende) -> Iterator[Zeile]:
    """Persons with any service by Gemeinde of Herkunft: those with a service for Wohnen or for the day, each once."""
    for gemeinde in gemeinden(kreis):
        wohnen, tag = (
            sum(_nach_herkunft(bestaende[grundzahl][jahr], gemeinde.ags) for grundzahl in gruppe)
            for gruppe in (_WOHNEN, _TAG)
        )
        personen = wohnen + tag - floor(DOPPELT * min(wohnen, tag))
        if personen:
            yield "personen_gesamt", stichtag(jahr), gemeinde.ags, NICHT_ERHOBEN, personen


def _nach_herkunft(zellen: Counter[Zelle], ags: str) -> int:
    return sum(anzahl for (herkunft, _), anzahl in zellen.items() if herkunft == ags)
