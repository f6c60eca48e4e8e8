"""The attacker: what can be worked out about whole numbers from sums and bounds that are public.

Interval protection is judged as in Fischetti & Salazar-González, "Solving the Cell Suppression Problem on Tabular Data
with Linear Constraints", Management Science 47 (2001): the smallest and the largest value each unknown can take, given
everything else. The linear programmes run on HiGHS (Huangfu & Hall, "Parallelizing the dual revised simplex method",
Mathematical Programming Computation 10, 2018). Most of their solutions are whole numbers and so prove what is possible;
a goal for which they prove too little is settled by a programme in whole numbers.
"""

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from analysis.geheimhaltung.raster import Vektor

ENDLOS: Final = highspy.kHighsInf
"""No bound known."""

GENAU_GENUG: Final = 1e-6
"""Rounding inwards forgives this much, and so near to a whole number is one: the tolerance of the solver."""

KNOTEN: Final = 20_000
"""Branches a programme in whole numbers may try for one goal; then the attack ends without a result."""

GEMEINSAM_LOHNT: Final = 3
"""Goals that a round of two common programmes must settle; with fewer a programme for each goal is no slower."""


class Widerspruch(Exception):  # noqa: N818 - the German noun says it
    """No numbers fit what is assumed to be known: an assumption is wrong, so nothing follows from it."""


@dataclass
class Wissen:
    """Unknown whole numbers with bounds, and sums of them with bounds. Built up piece by piece.

    An unknown is named by any hashable value. Learning the same name twice keeps the narrower bounds.
    """

    _plaetze: dict[Hashable, int] = field(default_factory=dict)
    _von: list[float] = field(default_factory=list)
    _bis: list[float] = field(default_factory=list)
    _summen: list[tuple[list[int], list[int], float, float]] = field(default_factory=list)

    def __len__(self) -> int:
        """Number of unknowns."""
        return len(self._von)

    def __contains__(self, name: Hashable) -> bool:
        """Whether an unknown of this name is there."""
        return name in self._plaetze

    def learn(self, name: Hashable, von: float = 0, bis: float = ENDLOS) -> None:
        """The unknown lies in `von`..`bis`. Raises `Widerspruch` if that contradicts what is known of it."""
        platz = self._plaetze.setdefault(name, len(self._von))
        if platz == len(self._von):
            self._von.append(von)
            self._bis.append(bis)
        self._von[platz], self._bis[platz] = max(self._von[platz], von), min(self._bis[platz], bis)
        if self._von[platz] > self._bis[platz]:
            raise Widerspruch(str(name))

    def learn_sum(
        self, plus: Iterable[Hashable], minus: Iterable[Hashable] = (), von: float = 0, bis: float = 0
    ) -> None:
        """The sum of the unknowns of `plus` less those of `minus` lies in `von`..`bis`. All must be there."""
        paare = [(self._plaetze[n], 1) for n in plus] + [(self._plaetze[n], -1) for n in minus]
        self._summen.append(([p for p, _ in paare], [v for _, v in paare], von, bis))

    def platz(self, name: Hashable) -> int:
        """Position of an unknown."""
        return self._plaetze[name]

    def build_model(self) -> highspy.HighsLp:
        """The linear programme without a goal."""
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self._von), len(self._summen)
        lp.col_cost_ = np.zeros(len(self._von))
        lp.col_lower_, lp.col_upper_ = np.array(self._von, dtype=float), np.array(self._bis, dtype=float)
        lp.row_lower_ = np.array([s[2] for s in self._summen], dtype=float)
        lp.row_upper_ = np.array([s[3] for s in self._summen], dtype=float)
        zeilen = np.repeat(np.arange(len(self._summen)), [len(s[0]) for s in self._summen])
        spalten = np.array([p for s in self._summen for p in s[0]], dtype=np.int64)
        werte = np.array([v for s in self._summen for v in s[1]], dtype=float)
        matrix = csc_array((werte, (zeilen, spalten)), shape=(lp.num_row_, lp.num_col_))
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = matrix.indptr, matrix.indices, matrix.data
        return lp


@dataclass(frozen=True)
class Ziel:
    """An unknown the attacker wants to know, and how many whole numbers must stay possible for it."""

    name: Hashable
    mindestens: int


@dataclass(frozen=True)
class Befund:
    """What the attacker proved about a goal: the true number lies in `von`..`bis`."""

    ziel: Ziel
    von: int
    bis: int

    @property
    def aufgedeckt(self) -> bool:
        """Whether fewer whole numbers are left than must be (design.md 2, "Disclosed")."""
        return self.bis - self.von + 1 < self.ziel.mindestens


def attack(wissen: Wissen, ziele: Collection[Ziel]) -> list[Befund]:
    """The goals the attacker can narrow down too far; an empty list means that nothing is disclosed.

    Exact for whole numbers: a goal counts as safe only if solutions in whole numbers were seen that differ by enough.
    Every solution found also shows for all other goals which values are possible, so most of them need no programme of
    their own. Raises `Widerspruch` if nothing fits the knowledge.
    """
    if not ziele:
        return []
    return _Suche(wissen, list(ziele)).run()


class _Suche:
    """Smallest and largest value seen of every goal, over all solutions in whole numbers found so far."""

    def __init__(self, wissen: Wissen, ziele: list[Ziel]) -> None:
        self.ziele = ziele
        self.plaetze = np.array([wissen.platz(z.name) for z in ziele])
        self.breite = np.array([z.mindestens - 1 for z in ziele])
        self.anzahl = len(wissen)
        self.modell = wissen.build_model()
        self.stetig = _solver(self.modell)
        self.kleinster = np.full(len(ziele), np.inf)
        self.groesster = np.full(len(ziele), -np.inf)

    @cached_property
    def ganzzahlig(self) -> highspy.Highs:
        """The same programme in whole numbers, for the few goals whose linear one ends between them."""
        solver = _solver(self.modell)
        alle = np.arange(self.anzahl, dtype=np.int32)
        solver.changeColsIntegrality(self.anzahl, alle, np.full(self.anzahl, highspy.HighsVarType.kInteger))
        solver.setOptionValue("mip_rel_gap", 0.0)
        solver.setOptionValue("mip_max_nodes", KNOTEN)
        return solver

    def run(self) -> list[Befund]:
        """Aim at all open goals together as long as that settles some of them, then at each that is left."""
        offen, zufall = self._offen(), np.random.default_rng(len(self.ziele))
        while len(offen):
            # Half of the goals up, half down: what one cell of a margin gains another may lose.
            richtungen = zufall.choice((1.0, -1.0), len(offen))
            for vorzeichen in (1.0, -1.0):
                self._solve(self.stetig, offen, vorzeichen * richtungen)
            davor, offen = len(offen), self._offen()
            if davor - len(offen) < GEMEINSAM_LOHNT:
                break
        return [b for nummer in offen if (b := self._narrow(nummer)) is not None]

    def _is_settled(self, nummer: int) -> bool:
        return bool(self.groesster[nummer] - self.kleinster[nummer] >= self.breite[nummer])

    def _offen(self) -> Vektor:
        return np.flatnonzero(~(self.groesster - self.kleinster >= self.breite))

    def _narrow(self, nummer: int) -> Befund | None:
        """How far one goal can be narrowed; None if not too far. What fractions exclude, whole numbers do too."""
        for ganz in (False, True):
            if self._is_settled(nummer):
                return None
            solver = self.ganzzahlig if ganz else self.stetig
            von, bis = (self._extreme(solver, nummer, richtung) for richtung in (1.0, -1.0))
            befund = Befund(self.ziele[nummer], von, bis)
            if befund.aufgedeckt:
                return befund
        return None

    def _extreme(self, solver: highspy.Highs, nummer: int, richtung: float) -> int:
        """Smallest (1) or largest (-1) whole number a goal can be."""
        wert = richtung * self._solve(solver, np.array([nummer]), np.array([richtung]))
        return int(np.ceil(wert - GENAU_GENUG)) if richtung > 0 else int(np.floor(wert + GENAU_GENUG))

    def _solve(self, solver: highspy.Highs, ziele: Vektor, richtungen: NDArray[np.float64]) -> float:
        """Minimise the weighted sum of goals; remember what a solution in whole numbers shows for all of them."""
        preise = np.zeros(self.anzahl)
        np.add.at(preise, self.plaetze[ziele], richtungen)
        solver.changeColsCost(self.anzahl, np.arange(self.anzahl, dtype=np.int32), preise)
        solver.run()
        stand = solver.getModelStatus()
        if stand == highspy.HighsModelStatus.kInfeasible:
            raise Widerspruch("Kein Zustand passt zu dem, was bekannt ist.")
        if stand != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError(f"Der Angriff endete ohne Ergebnis ({stand}).")  # fails closed
        loesung = np.array(solver.getSolution().col_value)
        ganz = np.round(loesung)
        if np.abs(loesung - ganz).max() <= GENAU_GENUG:
            gesehen = ganz[self.plaetze]
            self.kleinster, self.groesster = np.minimum(self.kleinster, gesehen), np.maximum(self.groesster, gesehen)
        return float(solver.getInfo().objective_function_value)


def _solver(modell: highspy.HighsLp) -> highspy.Highs:
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    solver.passModel(modell)
    return solver
