"""An attack by regrouping: the same Gemeinden cut into Planungsräume again and again, and what it gives away.

The measurement behind "protect once, aggregate after": methods that answer each query from the true data lose their
small cells after some dozens of cuts; sums of cells protected once lose nothing by any cut.
`bewiesen`: the smallest and largest value that linear programmes allow are the same whole number. `geraten`: least
squares hits the true value; of two estimates (from the numbers shown, from the middle of their bounds) the better one,
by an attacker who knows besides that the cell is one of 1..k-1 persons.
The audit of a Freigabe is another thing: this is a measurement on the invented reference table.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog, nnls
from scipy.sparse import csr_array, eye_array, vstack

from analysis.geheimhaltung.raster import Vektor
from analysis.geheimhaltung.referenz import (
    ALTER,
    ARTEN,
    GEMEINDEN,
    RAEUME,
    Tafel,
    abfragen_je_art,
    raum_je_gemeinde,
)
from analysis.geheimhaltung.vergleichsverfahren import JeAbfrage

SPIEL: Final = 1e-6
"""Tolerance of the solver when bounds are taken to whole numbers."""
ZELLEN: Final = GEMEINDEN * ARTEN


@dataclass(frozen=True)
class Beute:
    """What was won: shares of the small cells (1..k-1 persons) of the table Gemeinde x kind."""

    kleine: int
    bewiesen: float
    geraten: float


@dataclass(frozen=True)
class Wissen:
    """Linear knowledge about unknown cells: bounds of queries and what they show; `ziele` sums cells to targets."""

    abfragen: csr_array
    unten: Vektor
    oben: Vektor
    gezeigt: Vektor
    ziele: csr_array


def schneide(zufall: np.random.Generator, anzahl: int) -> csr_array:
    """Queries on the inner cells: the fixed table Gemeinde x kind with all sums, and `anzahl` cuts into four areas."""
    gebiete = [np.eye(GEMEINDEN, dtype=np.int64), raum_je_gemeinde(), np.ones((1, GEMEINDEN), dtype=np.int64)]
    for _ in range(anzahl):
        raum = zufall.permutation(np.arange(GEMEINDEN) % RAEUME)
        gebiete.append((raum == np.arange(RAEUME)[:, None]).astype(np.int64))
    alle = np.vstack(gebiete)
    je_art = abfragen_je_art(alle)
    summen = csr_array(np.kron(alle, np.ones((1, ARTEN * ALTER), dtype=np.int64)))
    return csr_array(vstack([je_art, summen]))


def attack_queries(tafel: Tafel, jahr: int, abfragen: csr_array, verfahren: JeAbfrage, k: int) -> Beute:
    """Attack a method that protects each query. Unknown are the cells Gemeinde x kind, which are shown themselves."""
    gezeigt = verfahren.zeige(jahr, abfragen)
    unten, oben = verfahren.grenzen(gezeigt)
    # Every query sums whole cells Gemeinde x kind: one column per age is enough.
    je_zelle = csr_array(abfragen[:, ::ALTER])
    return greife_an(
        Wissen(je_zelle, unten, oben, gezeigt, csr_array(eye_array(ZELLEN, dtype=np.int64))), _wahr(tafel, jahr), k
    )


def attack_sums(tafel: Tafel, jahr: int, abfragen: csr_array, gezeigt: Vektor, k: int) -> Beute:
    """Attack sums of rounded cells. Unknown are the inner cells; all of them are shown, with their public bounds.

    Areas as a whole are known besides: each Gemeinde, Planungsraum and the Kreis within k-1.
    """
    # As in `summen.zellspanne`, with no large cell moved: 0 -> 0..k-1, k -> 1..k, larger ones are true.
    spannen = np.column_stack([np.where(gezeigt == k, 1, gezeigt), np.where(gezeigt == 0, k - 1, gezeigt)])
    hart = tafel.raender[np.flatnonzero(tafel.hart)]
    gebiete, sicht = hart @ gezeigt, abfragen @ gezeigt
    # A cut promises nothing of its own: its bounds are those of its cells.
    je_sicht = abfragen @ spannen
    wissen = Wissen(
        abfragen=csr_array(vstack([eye_array(len(gezeigt), dtype=np.int64), hart, abfragen])),
        unten=np.concatenate([spannen[:, 0], gebiete - (k - 1), je_sicht[:, 0]]),
        oben=np.concatenate([spannen[:, 1], gebiete + k - 1, je_sicht[:, 1]]),
        gezeigt=np.concatenate([gezeigt, gebiete, sicht]),
        ziele=abfragen[:ZELLEN],
    )
    return greife_an(wissen, _wahr(tafel, jahr), k)


def _wahr(tafel: Tafel, jahr: int) -> Vektor:
    """True cells Gemeinde x kind."""
    wahr: Vektor = tafel.wahr[jahr].reshape(ZELLEN, ALTER).sum(axis=1)
    return wahr


def greife_an(wissen: Wissen, wahr: Vektor, k: int) -> Beute:
    """What the knowledge gives away of the small ones among the targets; `wahr` is only compared with."""
    kleine = np.flatnonzero((wahr > 0) & (wahr < k))
    # Knowledge about a single cell is a bound of its variable; only sums need a row.
    einzeln = np.flatnonzero(wissen.abfragen.sum(axis=1) == 1)
    summen = np.setdiff1d(np.arange(len(wissen.unten)), einzeln)
    spannen = np.column_stack([np.zeros(wissen.abfragen.shape[1]), np.full(wissen.abfragen.shape[1], np.inf)])
    zellen = wissen.abfragen[einzeln].indices
    np.maximum.at(spannen[:, 0], zellen, wissen.unten[einzeln])
    np.minimum.at(spannen[:, 1], zellen, wissen.oben[einzeln])
    schranken = csr_array(vstack([wissen.abfragen[summen], -wissen.abfragen[summen]]))
    rechts = np.concatenate([wissen.oben[summen], -wissen.unten[summen]])

    def aeusserstes(ziel: Vektor) -> float:
        loesung = linprog(ziel, A_ub=schranken, b_ub=rechts, bounds=spannen, method="highs")
        if loesung.fun is None:
            raise AssertionError("Die wahren Werte erfüllen alle Schranken: eine Lösung gibt es immer.")
        return float(loesung.fun)

    bewiesen = 0
    for zelle in kleine:
        ziel = wissen.ziele[[zelle]].toarray()[0].astype(np.float64)
        bewiesen += int(np.ceil(aeusserstes(ziel) - SPIEL) == np.floor(-aeusserstes(-ziel) + SPIEL))
    mitte = (wissen.unten + wissen.oben) / 2
    treffer = max(
        int((np.clip(np.rint(wissen.ziele @ _least_squares(wissen.abfragen, rechte)), 1, k - 1) == wahr)[kleine].sum())
        for rechte in (wissen.gezeigt.astype(np.float64), mitte)
    )
    return Beute(len(kleine), bewiesen / len(kleine), treffer / len(kleine))


def _least_squares(abfragen: csr_array, rechts: NDArray[np.float64]) -> NDArray[np.float64]:
    # The same solution by the normal equations, which stay as small as the table however many queries there are.
    a = abfragen.astype(np.float64)
    gramm = (a.T @ a).toarray()
    wurzel = np.linalg.cholesky(gramm)
    schaetzung, _ = nnls(wurzel.T, np.linalg.solve(wurzel, a.T @ rechts))
    return np.asarray(schaetzung, dtype=np.float64)
