"""Search for a good rounding of a table whose margins cross in more than two directions (Gemeinde x kind x age).

Two nested families of margins make the integer problem of `rundung` nearly linear; three do not, and the solver is
left with branching. So only the hard margins are solved exactly, and from there cells are flipped between their two
values one at a time, always the flip that costs least, never one that was flipped just now: tabu search (Glover, "Tabu
Search - Part I", ORSA Journal on Computing 1, 1989) on the moves of Langsrud & Heldal ("An Algorithm for Small Count
Rounding of Tabular Data", Privacy in Statistical Databases 2018). A flip up and a flip down are their swap.

A table of few small cells is counted out instead: no rounding of it is cheaper than the one found.

All prices are whole numbers, and the steps are counted, not timed: the same input gives the same table everywhere.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from analysis.geheimhaltung.raster import Vektor

if TYPE_CHECKING:
    from analysis.geheimhaltung.rundung import Aufgabe

PERSON: Final = 1000
"""Price of one person by which a cell or a margin is off: here a cell counts as much as a margin, both are shown."""
PREIS_WECHSEL: Final = 3 * PERSON
"""Of a small cell that is shown otherwise than before although its truth is the same (as in `rundung`)."""
PREIS_ZUFALL: Final = 0.2 * PERSON
"""Width of the keyed noise that decides near-ties (as in `rundung`)."""
PREIS_WEICH: Final = 20 * PERSON
"""Of one person beyond the wanted bound of a soft margin."""
PREIS_HART: Final = (PERSON, 4 * PERSON, 64 * PERSON)
"""Of one person beyond a hard bound: least, at the start, most. The way leads through states beyond hard bounds (a
swap is two flips), so the price doubles after some steps beyond and halves after some steps within (strategic
oscillation, Glover 1989). It never ends beyond them."""
TAKT: Final = 10
"""Steps beyond, or within, after which that price changes."""

SCHRITTE: Final = 60
"""Most steps, per small cell."""
GEDULD: Final = 20
"""Steps per small cell after which the search ends if nothing became better."""
MINDESTENS: Final = 50
"""Small tables are searched as if they had this many small cells: it costs nothing."""
SPERRE: Final = 12
"""A flipped cell rests for one to two times a twelfth of the small cells."""
KURZ: Final = 5
"""And for at least so many steps, if that leaves two thirds of the cells to choose from."""
AUSZAEHLEN: Final = 10
"""Up to so many small cells every rounding is tried."""
UNMOEGLICH: Final = np.iinfo(np.int64).max


@dataclass
class _Stand:
    """Where the search is.

    `raender`/`zellen`: margins x small cells, and transposed. `hoch`: cells shown as the larger of their two values.
    """

    raender: csr_array
    zellen: csr_array
    abweichung: Vektor
    hoch: NDArray[np.bool_]


def verbessere(aufgabe: "Aufgabe", start: Vektor) -> Vektor:
    """The best rounding found from `start`, which keeps all hard bounds; never one that costs more than `start`.

    Only small cells are flipped; a large cell that carries the remainder of an exact total stays where `start` put it.
    """
    unten, oben = aufgabe.grenzen
    # A bound that leaves a cell one of its two values takes it out of the search.
    klein = np.flatnonzero(aufgabe.klein & (unten < oben))
    if not len(klein):
        return start
    raender = csr_array(aufgabe.raender[:, klein])
    stand = _Stand(
        raender=raender,
        zellen=csr_array(raender.T),
        abweichung=np.asarray(aufgabe.raender @ (start - aufgabe.wahr), dtype=np.int64),
        hoch=start[klein] > aufgabe.sockel[klein],
    )
    suche = _count_out if len(klein) <= AUSZAEHLEN else _search
    gezeigt = start.copy()
    gezeigt[klein] = aufgabe.sockel[klein] + aufgabe.k * suche(aufgabe, stand, klein)
    return gezeigt


def _count_out(aufgabe: "Aufgabe", stand: _Stand, klein: Vektor) -> NDArray[np.bool_]:
    """The cheapest of all states that keep the hard bounds; the start is one of them."""
    alle = np.arange(2 ** len(klein))[:, None] >> np.arange(len(klein)) & 1
    je_rand, jenseits = _preis(
        aufgabe, stand.abweichung + aufgabe.k * (alle - stand.hoch) @ stand.raender.T.toarray(), slice(None)
    )
    kosten = je_rand.sum(axis=1) + alle @ _eigener_preis(aufgabe, klein)
    bester: NDArray[np.bool_] = alle[np.argmin(np.where(jenseits.any(axis=1), UNMOEGLICH, kosten))].astype(np.bool_)
    return bester


def _search(aufgabe: "Aufgabe", stand: _Stand, klein: Vektor) -> NDArray[np.bool_]:
    """The cheapest state on the way that keeps the hard bounds."""
    anzahl, eigen = len(klein), _eigener_preis(aufgabe, klein)
    ruhe = max(1, min(max(KURZ, anzahl // SPERRE), anzahl // 3))
    rast = (aufgabe.zufall[klein] * ruhe).astype(np.int64)
    gesperrt_bis = np.zeros(anzahl, dtype=np.int64)
    je_rand = _flips(aufgabe, stand.abweichung, slice(None))
    bestes, nummern = stand.hoch.copy(), np.arange(anzahl)
    # Price and hard excess against the start; steps since the last best state and since the side last changed.
    preis = bester = verstoss = seit = seite = 0
    guenstigstes, hart, teuerstes = PREIS_HART
    for schritt in range(SCHRITTE * max(anzahl, MINDESTENS)):
        je_zelle, richtung = stand.zellen @ je_rand, stand.hoch.astype(np.int64)
        kosten = je_zelle[nummern, richtung] + np.where(stand.hoch, -eigen, eigen)
        jenseits = je_zelle[nummern, 2 + richtung]
        erlaubt = (gesperrt_bis <= schritt) | ((preis + kosten < bester) & (verstoss + jenseits == 0))
        zelle = int(np.argmin(np.where(erlaubt, kosten + hart * jenseits, UNMOEGLICH)))
        preis += int(kosten[zelle])
        seite = 0 if bool(verstoss) != bool(verstoss + jenseits[zelle]) else seite + 1
        verstoss += int(jenseits[zelle])
        raender = stand.zellen.indices[stand.zellen.indptr[zelle] : stand.zellen.indptr[zelle + 1]]
        stand.abweichung[raender] += -aufgabe.k if stand.hoch[zelle] else aufgabe.k
        stand.hoch[zelle] = not stand.hoch[zelle]
        je_rand[raender] = _flips(aufgabe, stand.abweichung[raender], raender)
        # The rest varies with the key and the step, so that the search does not run in circles.
        gesperrt_bis[zelle] = schritt + ruhe + (rast[zelle] + schritt) % ruhe
        if seite and seite % TAKT == 0:
            hart = min(2 * hart, teuerstes) if verstoss else max(hart // 2, guenstigstes)
        if preis < bester and not verstoss:
            bester, seit, bestes = preis, 0, stand.hoch.copy()
        else:
            seit += 1
        if seit > GEDULD * max(anzahl, MINDESTENS):
            break
    return bestes


def _flips(aufgabe: "Aufgabe", abweichung: Vektor, raender: Vektor | slice) -> Vektor:
    """What margins pay for k persons more and for k fewer, and their excess over hard bounds then: four columns."""
    (heute, verstoss), (mehr, mehr_v), (weniger, weniger_v) = (
        _preis(aufgabe, wert, raender) for wert in (abweichung, abweichung + aufgabe.k, abweichung - aufgabe.k)
    )
    return np.column_stack([mehr - heute, weniger - heute, mehr_v - verstoss, weniger_v - verstoss])


def _preis(aufgabe: "Aufgabe", abweichung: Vektor, raender: Vektor | slice) -> tuple[Vektor, Vektor]:
    """Price of what margins are off (last axis), and their excess over hard bounds."""
    unten, oben, hart = aufgabe.unten[raender], aufgabe.oben[raender], aufgabe.hart[raender]
    jenseits = np.maximum(np.maximum(abweichung - oben, unten - abweichung), 0)
    return PERSON * np.abs(abweichung) + PREIS_WEICH * jenseits * ~hart, jenseits * hart


def _eigener_preis(aufgabe: "Aufgabe", klein: Vektor) -> Vektor:
    """Price of going up by k (mostly: showing k instead of 0), per small cell, margins aside."""
    wunsch, sockel = aufgabe.wunsch[klein], aufgabe.sockel[klein]
    wechsel = PREIS_WECHSEL * ((wunsch == sockel).astype(np.int64) - (wunsch == sockel + aufgabe.k))
    zufall = np.rint(PREIS_ZUFALL * (aufgabe.zufall[klein] - 0.5)).astype(np.int64)
    preis: Vektor = PERSON * (aufgabe.k - 2 * (aufgabe.wahr[klein] - sockel)) + wechsel + zufall
    return preis
