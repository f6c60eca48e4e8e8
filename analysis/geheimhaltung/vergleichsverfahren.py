"""Other ways to protect a table, for comparison in `bench` only. None of this is a product: nothing here may publish.

5er-Rundung as German official statistics use it (Destatis, Sozialhilfe since 2020; IT.NRW, Eingliederungshilfe), and
the cell-key method (Fraser & Wooton, "A proposed method for confidentialising tabular output", UNECE work session
2005; perturbation tables of maximum entropy: Giessing, "Computational issues in the design of transition
probabilities and disclosure risk estimation for additive noise", Privacy in Statistical Databases 2016).
Both answer every query from the true data; `innen` protects the cells once and sums them instead.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_array, eye_array

from analysis.geheimhaltung.raster import Vektor
from analysis.geheimhaltung.referenz import SCHLUESSELRAUM, Summiert, Tafel, Verfahren

FUENF: Final = 5
WINZIG: Final = 1e-4
"""Probabilities below are nought: the optimiser never reaches it."""


class JeAbfrage(Verfahren, Protocol):
    """A method that protects each query from the true data."""

    @property
    def name(self) -> str:
        """What the tables call it."""

    def grenzen(self, gezeigt: Vektor) -> tuple[Vektor, Vektor]:
        """Smallest and largest true value that can be behind a number shown."""


@dataclass(frozen=True)
class Fuenferrundung:
    """Every number to the nearest multiple of 5: off by at most 2."""

    tafel: Tafel

    @property
    def name(self) -> str:
        """What the tables call it."""
        return "5er-Rundung"

    def zeige(self, jahr: int, abfragen: csr_array) -> Vektor:
        """The number shown for each query."""
        gerundet: Vektor = FUENF * ((abfragen @ self.tafel.wahr[jahr] + FUENF // 2) // FUENF)
        return gerundet

    def grenzen(self, gezeigt: Vektor) -> tuple[Vektor, Vektor]:
        """Smallest and largest true value that can be behind a number shown."""
        return np.maximum(gezeigt - FUENF // 2, 0), gezeigt + FUENF // 2


@dataclass(frozen=True)
class CellKey:
    """Noise of mean 0, variance `v` and at most `d` persons; 0 stays 0; nothing shows 1..`js`.

    The noise hangs on the sum of the record keys of the persons counted: the same persons, the same number.
    """

    tafel: Tafel
    d: int
    v: float
    js: int

    @property
    def name(self) -> str:
        """What the tables call it."""
        return f"CKM D={self.d} V={self.v:g} js={self.js}"

    @cached_property
    def uebergaenge(self) -> NDArray[np.float64]:
        """Probabilities of noise -d..d; row i for true value i, the last row for all larger ones."""
        return np.array([_row(wahr, self.d, self.v, self.js) for wahr in range(self.d + self.js + 2)])

    def zeige(self, jahr: int, abfragen: csr_array) -> Vektor:
        """The number shown for each query."""
        wahr = abfragen @ self.tafel.wahr[jahr]
        los = (abfragen @ self.tafel.schluessel[jahr]) % SCHLUESSELRAUM / SCHLUESSELRAUM
        bis_hier = self.uebergaenge.cumsum(axis=1)[np.minimum(wahr, len(self.uebergaenge) - 1)]
        gezeigt: Vektor = wahr - self.d + (los[:, None] >= bis_hier[:, :-1]).sum(axis=1)
        return gezeigt

    def grenzen(self, gezeigt: Vektor) -> tuple[Vektor, Vektor]:
        """Smallest and largest true value that can be behind a number shown."""
        wahr = gezeigt[:, None] + np.arange(-self.d, self.d + 1)
        zeile = np.clip(wahr, 0, len(self.uebergaenge) - 1)
        stoss = np.clip(gezeigt[:, None] - wahr + self.d, 0, 2 * self.d)
        moeglich = (wahr >= 0) & (self.uebergaenge[zeile, stoss] > 0)
        grenze = np.iinfo(np.int64).max
        return np.where(moeglich, wahr, grenze).min(axis=1), np.where(moeglich, wahr, -1).max(axis=1)


def innen(tafel: Tafel, verfahren: JeAbfrage) -> Summiert:
    """The same method, but only the inner cells are protected, once, and everything else is their sum."""
    je_zelle = csr_array(eye_array(tafel.wahr.shape[1], dtype=np.int64))
    return Summiert(np.array([verfahren.zeige(jahr, je_zelle) for jahr in range(tafel.jahre)]))


def _row(wahr: int, d: int, v: float, js: int) -> NDArray[np.float64]:
    """The distribution of maximum entropy with mean 0 and variance v on what may be shown for a true value."""
    stoss = np.arange(-d, d + 1)
    erlaubt = (wahr + stoss >= 0) & ~((wahr + stoss >= 1) & (wahr + stoss <= js))
    if wahr == 0:
        nichts: NDArray[np.float64] = (stoss == 0).astype(np.float64)
        return nichts
    schritte = stoss[erlaubt].astype(np.float64)
    momente = np.vstack([np.ones_like(schritte), schritte, schritte**2])
    ergebnis = minimize(
        lambda p: float((p * np.log(p)).sum()),
        np.full(len(schritte), 1 / len(schritte)),
        jac=lambda p: np.log(p) + 1,
        method="SLSQP",
        bounds=[(1e-9, 1.0)] * len(schritte),
        constraints={"type": "eq", "fun": lambda p: momente @ p - (1.0, 0.0, v), "jac": lambda _: momente},
        options={"maxiter": 500, "ftol": 1e-12},
    )
    if np.abs(momente @ ergebnis.x - (1.0, 0.0, v)).max() > WINZIG:
        raise ValueError(f"Für D = {d}, V = {v:g}, js = {js} gibt es keine Verteilung mit Mittel 0 beim Wert {wahr}.")
    zeile = np.zeros(len(stoss))
    zeile[erlaubt] = np.where(ergebnis.x < WINZIG, 0.0, ergebnis.x)
    zeile /= zeile.sum()
    return zeile
