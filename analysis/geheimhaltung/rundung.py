"""The rounding of one Stichtag as one integer problem.

Every cell of 1..k-1 persons becomes 0 or k, or, where the cell is a Gemeinde as a whole, every cell below 2k a multiple
of k beside it (small count rounding: Langsrud & Heldal, "An Algorithm for Small Count
Rounding of Tabular Data", Privacy in Statistical Databases 2018), and the sums over cells stay within hard bounds
(controlled rounding: Cox, "A Constructive Procedure for Unbiased Controlled Rounding", JASA 82, 1987; as an integer
programme: Salazar-González, "Controlled rounding and cell perturbation", Mathematical Programming 105, 2006).

**Why there is always a solution** without exact totals: the margins by Herkunft are nested (Gemeinde, Planungsraum,
Kreis) and so are those by Leistungsort. Two nested families give a totally unimodular matrix, so the polytope
"floor(X/k) <= number of cells rounded up <= ceil(X/k) in every margin", which contains the point z = x/k, has integer
corners, and each of them deviates by at most k-1 in every margin.

**Why it is fast**: the deviation of a margin is a bent function, which a solver approximates badly. So each margin
picks exactly one of its permitted pairs (cells rounded up, persons moved in large cells), whose price is known. The
relaxation is then tight: tables of a Kreis are solved to the proven optimum, nearly always at the root node.

The audit by linear programmes over everything published is `pruefung`.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import block_array, csr_array

from analysis.geheimhaltung.raster import Vektor
from analysis.geheimhaltung.suche import verbessere

OHNE_WUNSCH: Final = -1
"""Marks a cell without a former decision."""

# Prices, in persons of deviation of one margin.
PREIS_ABSTAND: Final = 0.25
"""Of one person by which a small cell is moved: 1 -> k is dearer than 4 -> k, but margins matter more."""
PREIS_WECHSEL: Final = 3.0
"""Of a small cell that is shown otherwise than before although its truth is the same: no averaging over the years."""
PREIS_BEWEGUNG: Final = 5.0
"""Of one person by which a large cell leaves its wish. A cell lies in four margins besides the totals, so a price above
four lets large cells carry the remainder of the totals and nothing else (and makes the problem five times faster)."""
PREIS_ZUFALL: Final = 0.2
"""Width of the keyed noise that decides near-ties: nobody can repeat the choice without the key."""

KNOTEN: Final = 2000
"""Limit of branch-and-bound nodes. Not of time: the same input gives the same cube on a slow machine."""


@dataclass(frozen=True)
class Aufgabe:
    """What one Stichtag must fulfil.

    `wahr`: true cells. `raender`: margins x cells (0/1). `unten`/`oben`: permitted deviation (shown - true) of each
    margin. `k`: threshold and rounding base. `c`: how far cells of at least k+1+c may be moved (0: not at all).
    `wunsch`: what a cell should show if possible, `OHNE_WUNSCH` where there is no wish. `zufall`: keyed numbers
    in [0, 1), one per cell. `schwelle`: cells below it are shown as a multiple of k (k, or 2k: `models.schutz`).
    `mindestens`/`hoechstens`: what a cell may show, where something published before bounds it; None: no such bound.
    `weich`: margins whose bounds are wanted, not demanded (`suche`); None: no such margin.
    `fest`: cells that are public as they are.
    """

    wahr: Vektor
    raender: csr_array
    unten: Vektor
    oben: Vektor
    k: int
    c: int
    wunsch: Vektor
    zufall: NDArray[np.float64]
    schwelle: int
    mindestens: Vektor | None = None
    hoechstens: Vektor | None = None
    weich: NDArray[np.bool_] | None = None
    fest: NDArray[np.bool_] | None = None

    @property
    def hart(self) -> NDArray[np.bool_]:
        """Margins whose bounds hold without exception."""
        return np.ones(len(self.unten), dtype=np.bool_) if self.weich is None else ~self.weich

    @property
    def klein(self) -> NDArray[np.bool_]:
        """Cells that must not be shown as they are: below the threshold and no multiple of k."""
        return (self.wahr < self.schwelle) & (self.wahr % self.k > 0) & ~self._fest

    @property
    def sockel(self) -> Vektor:
        """The multiple of k below each cell: what a small cell shows unless it goes up by k."""
        return self.wahr - self.wahr % self.k

    @property
    def traeger(self) -> NDArray[np.bool_]:
        """Cells large enough to be moved by c and still be shown above the threshold."""
        gross = self.wahr >= self.schwelle + 1 + self.c if self.c else np.zeros(len(self.wahr), dtype=np.bool_)
        return gross & ~self._fest

    @property
    def _fest(self) -> NDArray[np.bool_]:
        return np.zeros(len(self.wahr), dtype=np.bool_) if self.fest is None else self.fest

    @property
    def grenzen(self) -> tuple[Vektor, Vektor]:
        """What each cell may show at least and at most, as far as its truth leaves a choice."""
        unten = np.where(self.klein, self.sockel, self.wahr - self.c * self.traeger)
        oben = np.where(self.klein, self.sockel + self.k, self.wahr + self.c * self.traeger)
        tiefste = unten if self.mindestens is None else np.clip(self.mindestens, unten, oben)
        hoechste = oben if self.hoechstens is None else np.clip(self.hoechstens, unten, oben)
        # A small cell has two values only; a bound between them excludes one.
        tiefste = np.where(self.klein & (tiefste > unten), oben, tiefste)
        hoechste = np.where(self.klein & (hoechste < oben), unten, hoechste)
        return tiefste, hoechste


def find_verstoss(aufgabe: Aufgabe, gezeigt: Vektor) -> str | None:
    """The first law that `gezeigt` breaks, in German and without a count; None if it keeps all of them.

    Plain arithmetic, independent of the solver: nothing it returns is believed before this check.
    """
    wahr, klein, bewegt = aufgabe.wahr, aufgabe.klein, gezeigt - aufgabe.wahr
    if np.any(gezeigt[wahr == 0] != 0):
        return "Eine leere Zelle ist nicht leer geblieben."
    if not np.all(np.isin(bewegt[klein] + wahr[klein] % aufgabe.k, (0, aufgabe.k))):
        return "Eine kleine Zelle zeigt kein Vielfaches von k neben ihrem Wert."
    if np.any(np.abs(bewegt[aufgabe.traeger]) > aufgabe.c) or np.any(bewegt[~klein & ~aufgabe.traeger] != 0):
        return "Eine große Zelle wurde zu weit bewegt."
    unten, oben = aufgabe.grenzen
    if np.any(gezeigt < unten) or np.any(gezeigt > oben):
        return "Eine Zelle passt nicht zu dem, was schon veröffentlicht ist."
    abweichung, hart = aufgabe.raender @ bewegt, aufgabe.hart
    if np.any(abweichung[hart] < aufgabe.unten[hart]) or np.any(abweichung[hart] > aufgabe.oben[hart]):
        return "Eine Summe weicht weiter ab als zugelassen."
    return None


def solve(aufgabe: Aufgabe) -> Vektor | None:
    """The rounding of one Stichtag, or None if the hard bounds cannot be kept.

    The best one if no margin is soft. With soft margins the best one for the hard margins alone is where the search
    starts that takes all of them into account (`suche`).
    """
    if aufgabe.weich is None or not aufgabe.weich.any():
        return _solve_exactly(aufgabe)
    hart = np.flatnonzero(aufgabe.hart)
    nur_harte = replace(
        aufgabe, raender=aufgabe.raender[hart], unten=aufgabe.unten[hart], oben=aufgabe.oben[hart], weich=None
    )
    start = _solve_exactly(nur_harte)
    return None if start is None else verbessere(aufgabe, start)


def solve_checked(*versuche: Aufgabe) -> Vektor | None:
    """The rounding of the first of these tasks that has one which keeps all its laws."""
    for versuch in versuche:
        loesung = solve(versuch)
        if loesung is not None and find_verstoss(versuch, loesung) is None:
            return loesung
    return None


def _solve_exactly(aufgabe: Aufgabe) -> Vektor | None:
    """The best rounding, or None if the bounds cannot be kept.

    The optimum is unique up to the solver's tolerance because of the keyed noise, so it depends neither on the order
    of rows nor on the machine.
    """
    klein, traeger = np.flatnonzero(aufgabe.klein), np.flatnonzero(aufgabe.traeger)
    paare = _permitted_pairs(aufgabe, klein, traeger)
    if paare is None:
        return None
    if not len(klein) and not len(traeger):
        return aufgabe.wahr.copy()
    unten, oben = aufgabe.grenzen
    if np.any(unten > oben):
        return None
    unten_hoch, oben_hoch = ((g - aufgabe.sockel)[klein] // aufgabe.k for g in (unten, oben))
    kleine_summen, grosse_summen = aufgabe.raender[:, klein], aufgabe.raender[:, traeger]
    anzahl_raender = aufgabe.raender.shape[0]

    def je_rand(werte: Vektor) -> csr_array:
        form = (anzahl_raender, len(paare.rand))
        return csr_array((werte.astype(np.float64), (paare.rand, np.arange(len(paare.rand)))), shape=form)

    # Variables: z (small cell goes up) | up, down (move of a large cell, from its wish) | one per permitted pair.
    start = _start(aufgabe, traeger)
    gleichungen = block_array(
        [
            [kleine_summen, None, None, -je_rand(paare.hoch)],
            [None, grosse_summen, -grosse_summen, -je_rand(paare.versatz)],
            [None, None, None, je_rand(np.ones_like(paare.rand))],
        ],
        format="csc",
    )
    rechts = np.concatenate([np.zeros(anzahl_raender), -(grosse_summen @ start), np.ones(anzahl_raender)])
    bewegung = PREIS_BEWEGUNG + PREIS_ZUFALL * aufgabe.zufall[traeger]
    preis = np.concatenate([_preis_hoch(aufgabe, klein), bewegung, bewegung, paare.preis])
    ziel = aufgabe.wahr[traeger] + start
    nichts, frei = np.zeros_like(start), np.ones(len(paare.rand))
    mindestens = np.concatenate([unten_hoch, nichts, nichts, np.zeros(len(paare.rand))])
    hoechstens = np.concatenate([oben_hoch, oben[traeger] - ziel, ziel - unten[traeger], frei])
    ergebnis = milp(
        preis,
        constraints=LinearConstraint(gleichungen, rechts, rechts),
        bounds=Bounds(mindestens, hoechstens),
        integrality=np.ones(len(preis)),
        # The relaxation is tight as it stands: presolving costs more than it saves, and it prints to stdout.
        options={"mip_rel_gap": 0.0, "node_limit": KNOTEN, "presolve": False},
    )
    if ergebnis.x is None:
        return None
    hoch, auf, ab = np.split(np.rint(ergebnis.x).astype(np.int64), np.cumsum([len(klein), len(traeger), len(traeger)]))[
        :3
    ]
    gezeigt = aufgabe.wahr.copy()
    gezeigt[klein] = aufgabe.sockel[klein] + aufgabe.k * hoch
    gezeigt[traeger] += start + auf - ab
    return gezeigt


@dataclass(frozen=True)
class _Paare:
    """Permitted states of margins: margin, cells rounded up, persons moved in large cells, price."""

    rand: Vektor
    hoch: Vektor
    versatz: Vektor
    preis: NDArray[np.float64]


def _permitted_pairs(aufgabe: Aufgabe, klein: Vektor, traeger: Vektor) -> _Paare | None:
    """All pairs that keep the bounds of their margin; None if some margin has none.

    Large cells of a margin together move by at most k-1: as much as a single small cell can need, so that no small
    cell is narrowed by it.
    """
    k = aufgabe.k
    anzahl_klein = np.asarray(aufgabe.raender[:, klein].sum(axis=1)).ravel()
    summe_klein = aufgabe.raender[:, klein] @ (aufgabe.wahr[klein] % k)
    spielraum = np.minimum(np.asarray(aufgabe.raender[:, traeger].sum(axis=1)).ravel() * aufgabe.c, k - 1)
    zeilen: list[tuple[int, int, int, int]] = []
    for rand in range(aufgabe.raender.shape[0]):
        vorher = len(zeilen)
        for versatz in range(-spielraum[rand], spielraum[rand] + 1):
            offen = int(summe_klein[rand]) - versatz
            erste = max(0, -((offen + int(aufgabe.unten[rand])) // -k))
            letzte = min(int(anzahl_klein[rand]), (offen + int(aufgabe.oben[rand])) // k)
            zeilen += [(rand, hoch, versatz, abs(k * hoch - offen)) for hoch in range(erste, letzte + 1)]
        if len(zeilen) == vorher:
            return None
    rand_, hoch_, versatz_, abstand = np.array(zeilen, dtype=np.int64).T
    return _Paare(rand_, hoch_, versatz_, abstand.astype(np.float64))


def _preis_hoch(aufgabe: Aufgabe, klein: Vektor) -> NDArray[np.float64]:
    """Price of showing k instead of 0, per small cell."""
    wunsch, sockel = aufgabe.wunsch[klein], aufgabe.sockel[klein]
    wechsel = np.where(wunsch == sockel, PREIS_WECHSEL, 0.0) - np.where(
        wunsch == sockel + aufgabe.k, PREIS_WECHSEL, 0.0
    )
    abstand = PREIS_ABSTAND * (aufgabe.k - 2 * (aufgabe.wahr[klein] % aufgabe.k))
    preis: NDArray[np.float64] = abstand + wechsel + PREIS_ZUFALL * (aufgabe.zufall[klein] - 0.5)
    return preis


def _start(aufgabe: Aufgabe, traeger: Vektor) -> Vektor:
    """Move each large cell starts from: the wish where it is within reach, else none."""
    gewuenscht = aufgabe.wunsch[traeger] - aufgabe.wahr[traeger]
    unten, oben = (g[traeger] - aufgabe.wahr[traeger] for g in aufgabe.grenzen)
    erreichbar = (aufgabe.wunsch[traeger] != OHNE_WUNSCH) & (gewuenscht >= unten) & (gewuenscht <= oben)
    return np.where(erreichbar, gewuenscht, np.clip(0, unten, oben))
