"""The reference table of the bars: Gemeinden x kinds x ages over ten years, all margins of it, invented.

Its shape and shares are those of the table on which R's SmallCountRounding was measured: 16 Gemeinden, 8 kinds, 4
ages, 4 Planungsräume; 9,450 numbers shown, 5,120 of them inner cells, nearly half of these empty and 26 to 33 % of
1 to 4 persons; 2,217 to 2,570 persons a year, 85 % of whom stay. Three hierarchies cross, so the margins are no longer
two nested families: the sums of areas stay hard, every finer margin is soft (`rundung`).
"""

from dataclasses import dataclass
from itertools import product
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, eye_array, kron

from analysis.geheimhaltung.gleichstand import ziehe
from analysis.geheimhaltung.raster import Vektor
from analysis.geheimhaltung.rundung import OHNE_WUNSCH, Aufgabe, solve_checked

GEMEINDEN: Final = 16
ARTEN: Final = 8
ALTER: Final = 4
RAEUME: Final = 4
PERSONEN: Final = (2217, 2570)
"""In the first and in the last year."""
JAHRE: Final = 10
BLEIBEN: Final = 0.85
"""Share of persons who are in the same cell a year later."""
SCHLUESSELRAUM: Final = 2**32
"""Record keys of the cell-key method are drawn from so many."""
FREI: Final = 4
"""Gemeinden of a free Planungsraum."""
FREIE_RAEUME: Final = 50
"""Free Planungsräume drawn per year."""
AB: Final = 20
"""Relative errors are measured from so many persons."""


@dataclass(frozen=True)
class Tafel:
    """An invented series: true cells and sums of record keys per year (years x cells); `raender` margins x cells.

    `hart`: the margins that are sums of whole areas.
    """

    wahr: NDArray[np.int64]
    schluessel: NDArray[np.int64]
    raender: csr_array
    hart: NDArray[np.bool_]

    @property
    def jahre(self) -> int:
        """Number of years."""
        return len(self.wahr)


class Verfahren(Protocol):
    """A way to protect a table: answers queries, each a row of 0/1 over the inner cells of one year."""

    def zeige(self, jahr: int, abfragen: csr_array) -> Vektor:
        """The number shown for each query."""


@dataclass(frozen=True)
class Tafelguete:
    """|shown - true| in persons over all cells and margins of all years, and what is wrong with the numbers shown.

    `frei`: mean over random Planungsräume of four Gemeinden, per kind. `relativ`: mean of |shown - true| / true from
    20 persons. `nicht_additiv`: margins that are not the sum of the cells shown. `kleine_gezeigt`: inner cells that
    show 1..k-1. `bleibend`: share of small cells with unchanged truth that show the same as the year before.
    """

    mittel: float
    innen: float
    hoechste: int
    frei: float
    relativ: float
    nicht_additiv: int
    kleine_gezeigt: int
    bleibend: float


def draw(zufall: np.random.Generator, jahre: int = JAHRE) -> Tafel:
    """Draw persons; most stay in their cell from year to year, and each keeps one record key."""
    groesse = np.geomspace(1600, 20000, GEMEINDEN)
    arten = 1 / np.arange(1, ARTEN + 1)
    alter = zufall.dirichlet(np.full(ALTER, 0.3), ARTEN)
    eigenheit = zufall.lognormal(0.0, 0.9, (GEMEINDEN, ARTEN, ALTER))
    anteile = (groesse[:, None, None] * (arten[:, None] * alter) * eigenheit).ravel()
    anteile /= anteile.sum()

    def personen(anzahl: int) -> NDArray[np.int64]:
        zellen = zufall.choice(len(anteile), anzahl, p=anteile)
        return np.column_stack([zellen, zufall.integers(0, SCHLUESSELRAUM, anzahl)])

    je_jahr = np.linspace(*PERSONEN, JAHRE).astype(int)[:jahre]
    da, wahr, schluessel = personen(je_jahr[0]), [], []
    for jahr, anzahl in enumerate(je_jahr):
        if jahr:
            da = da[zufall.random(len(da)) < BLEIBEN]
            da = np.vstack([da, personen(anzahl - len(da))])
        wahr.append(np.bincount(da[:, 0], minlength=len(anteile)))
        summen = np.zeros(len(anteile), dtype=np.int64)
        np.add.at(summen, da[:, 0], da[:, 1])
        schluessel.append(summen)
    raender, hart = _raender()
    return Tafel(np.array(wahr), np.array(schluessel), raender, hart)


def abfragen_je_art(gebiete: NDArray[np.int64]) -> csr_array:
    """Queries of areas (areas x Gemeinden, 0/1) by kind, all ages together: area by area, kind by kind."""
    je_art = kron(eye_array(ARTEN, dtype=np.int64), np.ones((1, ALTER), dtype=np.int64))
    return csr_array(kron(gebiete, je_art))


def raum_je_gemeinde() -> NDArray[np.int64]:
    """The four Planungsräume (areas x Gemeinden, 0/1)."""
    zugehoerig: NDArray[np.int64] = (np.arange(GEMEINDEN) % RAEUME == np.arange(RAEUME)[:, None]).astype(np.int64)
    return zugehoerig


def runde(tafel: Tafel, k: int, schluessel: bytes) -> NDArray[np.int64]:
    """Round every year, each starting from the one before; years x cells.

    Areas as a whole are off by at most k-1; every other margin by at most 2k-1 if possible.
    """
    marken = (f"{g}|{a}|{alter}" for g, a, alter in product(range(GEMEINDEN), range(ARTEN), range(ALTER)))
    zufall = ziehe(schluessel, marken)
    grenze = np.where(tafel.hart, k - 1, 2 * k - 1)
    gezeigt: list[Vektor] = []
    for jahr, wahr in enumerate(tafel.wahr):
        wunsch = np.full(len(wahr), OHNE_WUNSCH, dtype=np.int64)
        if jahr:
            wunsch = np.where(wahr == tafel.wahr[jahr - 1], gezeigt[-1], wunsch)
        aufgabe = Aufgabe(wahr, tafel.raender, -grenze, grenze, k, 0, wunsch, zufall, schwelle=k, weich=~tafel.hart)
        loesung = solve_checked(aufgabe)
        if loesung is None:
            raise AssertionError("Gebiete sind ineinander geschachtelt: eine Rundung gibt es immer.")
        gezeigt.append(loesung)
    return np.array(gezeigt)


@dataclass(frozen=True)
class Summiert:
    """Cells protected once (years x cells); every query is a sum of them."""

    gezeigt: NDArray[np.int64]

    def zeige(self, jahr: int, abfragen: csr_array) -> Vektor:
        """The sum of the cells shown."""
        summe: Vektor = abfragen @ self.gezeigt[jahr]
        return summe


def measure(tafel: Tafel, verfahren: Verfahren, k: int, zufall: np.random.Generator) -> Tafelguete:
    """Accuracy of a way to protect the table, over all numbers shown of all years."""
    je_zelle = csr_array(eye_array(tafel.wahr.shape[1], dtype=np.int64))
    innen = np.array([verfahren.zeige(jahr, je_zelle) for jahr in range(tafel.jahre)])
    raender = np.array([verfahren.zeige(jahr, tafel.raender) for jahr in range(tafel.jahre)])
    wahre_raender = tafel.wahr @ tafel.raender.T
    frei = []
    for jahr in range(tafel.jahre):
        gruppen = np.zeros((FREIE_RAEUME, GEMEINDEN), dtype=np.int64)
        for gruppe in gruppen:
            gruppe[zufall.choice(GEMEINDEN, FREI, replace=False)] = 1
        abfragen = abfragen_je_art(gruppen)
        frei.append(np.abs(verfahren.zeige(jahr, abfragen) - abfragen @ tafel.wahr[jahr]))
    wahr = np.concatenate([tafel.wahr.ravel(), wahre_raender.ravel()])
    ab = np.abs(np.concatenate([innen.ravel(), raender.ravel()]) - wahr)
    klein = (tafel.wahr > 0) & (tafel.wahr < k)
    ruhend = klein[1:] & (tafel.wahr[1:] == tafel.wahr[:-1])
    return Tafelguete(
        mittel=float(ab.mean()),
        innen=float(np.abs(innen - tafel.wahr).mean()),
        hoechste=int(ab.max()),
        frei=float(np.mean(frei)),
        relativ=float((ab[wahr >= AB] / wahr[wahr >= AB]).mean()),
        nicht_additiv=int((raender != innen @ tafel.raender.T).sum()),
        kleine_gezeigt=int(((innen > 0) & (innen < k)).sum()),
        bleibend=float((innen[1:] == innen[:-1])[ruhend].mean()) if ruhend.any() else 1.0,
    )


def _raender() -> tuple[csr_array, NDArray[np.bool_]]:
    """All margins: (Gemeinde, Planungsraum, Kreis) x (kind, all) x (age, all) without the inner cells."""
    gebiete = np.vstack([np.eye(GEMEINDEN), raum_je_gemeinde(), np.ones((1, GEMEINDEN))]).astype(np.int64)
    arten = np.vstack([np.eye(ARTEN), np.ones((1, ARTEN))]).astype(np.int64)
    alter = np.vstack([np.eye(ALTER), np.ones((1, ALTER))]).astype(np.int64)
    alle = np.kron(np.kron(gebiete, arten), alter)
    ganz = np.kron(np.kron(np.ones(len(gebiete)), np.eye(ARTEN + 1)[-1]), np.eye(ALTER + 1)[-1]) > 0
    rand = alle.sum(axis=1) > 1
    return csr_array(alle[rand]), ganz[rand]
