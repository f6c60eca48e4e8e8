"""The attacker: what can be worked out about whole numbers from sums and bounds that are public.

Interval protection is judged as in Fischetti & Salazar-González, "Solving the Cell Suppression Problem on Tabular Data
with Linear Constraints", Management Science 47 (2001): the smallest and the largest value each unknown can take, given
everything else. The linear programmes run on HiGHS (Huangfu & Hall, "Parallelizing the dual revised simplex method",
Mathematical Programming Computation 10, 2018).
"""

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Final

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array

from analysis.geheimhaltung.raster import Vektor

ENDLOS: Final = highspy.kHighsInf
"""No bound known."""

GENAU_GENUG: Final = 1e-6
"""Rounding inwards forgives this much: the tolerance of the solver."""


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

    def bounds(self, name: Hashable) -> tuple[float, float]:
        """What is known of one unknown alone."""
        platz = self._plaetze[name]
        return self._von[platz], self._bis[platz]

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


def attack(
    wissen: Wissen, ziele: Collection[Ziel], fortschritt: Callable[[int, int], None] | None = None
) -> list[Befund]:
    """The goals the attacker can narrow down too far; an empty list means that nothing is disclosed.

    Every solution found also shows for all other goals which values are possible, so most of them need no programme of
    their own. Bounds of the others are those of the linear relaxation, rounded inwards. `fortschritt` is called
    with the number of goals settled and of all goals. Raises `Widerspruch` if nothing fits the knowledge.
    """
    if not ziele:
        return []
    return _Suche(wissen, list(ziele)).run(fortschritt)


class _Suche:
    """Narrowest and widest value seen of every goal, over all solutions found so far."""

    def __init__(self, wissen: Wissen, ziele: list[Ziel]) -> None:
        self.ziele = ziele
        self.plaetze = np.array([wissen.platz(z.name) for z in ziele])
        self.breite = np.array([z.mindestens - 1 for z in ziele])
        self.anzahl = len(wissen)
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        self.solver.passModel(wissen.build_model())
        self.kleinster = np.full(len(ziele), np.inf)
        self.groesster = np.full(len(ziele), -np.inf)

    def run(self, fortschritt: Callable[[int, int], None] | None) -> list[Befund]:
        """Aim at all open goals together as long as that settles some of them, then at each that is left."""
        offen, zufall = self._offen(), np.random.default_rng(len(self.ziele))
        while len(offen):
            # Half of the goals up, half down: what one cell of a margin gains another may lose.
            richtungen = zufall.choice((1.0, -1.0), len(offen))
            for vorzeichen in (1.0, -1.0):
                self._solve(offen, vorzeichen * richtungen)
            davor, offen = len(offen), self._offen()
            if fortschritt is not None:
                fortschritt(len(self.ziele) - len(offen), len(self.ziele))
            if davor - len(offen) < GEMEINSAM_LOHNT:
                break
        befunde = []
        for nummer in offen:
            if not self._is_settled(nummer):
                befund = Befund(self.ziele[nummer], self._extreme(nummer, 1.0), self._extreme(nummer, -1.0))
                if befund.aufgedeckt:
                    befunde.append(befund)
        if fortschritt is not None:
            fortschritt(len(self.ziele), len(self.ziele))
        return befunde

    def _is_settled(self, nummer: int) -> bool:
        weite = np.floor(self.groesster[nummer] + GENAU_GENUG) - np.ceil(self.kleinster[nummer] - GENAU_GENUG)
        return bool(weite >= self.breite[nummer])

    def _offen(self) -> Vektor:
        weite = np.floor(self.groesster + GENAU_GENUG) - np.ceil(self.kleinster - GENAU_GENUG)
        return np.flatnonzero(~(weite >= self.breite))

    def _extreme(self, nummer: int, richtung: float) -> int:
        """Smallest (1) or largest (-1) whole number a goal can be."""
        wert = richtung * self._solve(np.array([nummer]), np.array([richtung]))
        return int(np.ceil(wert - GENAU_GENUG)) if richtung > 0 else int(np.floor(wert + GENAU_GENUG))

    def _solve(self, ziele: Vektor, richtungen: NDArray[np.float64]) -> float:
        """Minimise the weighted sum of goals; remember what the solution shows for all of them."""
        preise = np.zeros(self.anzahl)
        np.add.at(preise, self.plaetze[ziele], richtungen)
        self.solver.changeColsCost(self.anzahl, np.arange(self.anzahl, dtype=np.int32), preise)
        self.solver.run()
        stand = self.solver.getModelStatus()
        if stand == highspy.HighsModelStatus.kInfeasible:
            raise Widerspruch("Kein Zustand passt zu dem, was bekannt ist.")
        if stand != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError(f"Der Angriff endete ohne Ergebnis ({stand}).")  # fails closed
        loesung = np.array(self.solver.getSolution().col_value)[self.plaetze]
        self.kleinster, self.groesster = np.minimum(self.kleinster, loesung), np.maximum(self.groesster, loesung)
        return float(self.solver.getInfo().objective_function_value)
