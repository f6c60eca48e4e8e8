"""An attacker who has the exported CSV files, the cuts into Planungsräume and the published rules. Nothing else.

Written apart from the product on purpose: no import of `analysis`, own system of unknowns, own reading of the files.
"""

import csv
import io
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import highspy
import numpy as np

Zeile = dict[str, str]
Name = tuple[str, ...]
INSGESAMT = "insgesamt"
LUFT = 1e-6


def lies(inhalt: bytes) -> list[Zeile]:
    """The rows of an exported CSV."""
    return list(csv.DictReader(io.StringIO(inhalt.decode()), delimiter=";"))


@dataclass
class Ausfuhren:
    """All files of one Grundzahl at one Stichtag.

    `stroeme`: rows of `flows`. `gebiete`: (rows of an `export`, AGS -> area). `gliederung`: rows of `--nach`.
    """

    grundzahl: str
    stroeme: list[Zeile]
    gebiete: list[tuple[list[Zeile], Mapping[str, str]]]
    gliederung: list[Zeile] = field(default_factory=list)

    @property
    def k(self) -> int:
        """A cell shown 0 reads "0 to k-1"."""
        return 1 + max(int(z["bis"]) for z in self.stroeme if z["wert"] == "0")


@dataclass(frozen=True)
class Ziel:
    """What must not be found out: fewer than `k` possible numbers."""

    name: Name
    k: int


@dataclass(frozen=True)
class Befund:
    """What the attack reached: the goals it narrowed to fewer than k numbers, with smallest and largest."""

    ziele: int
    aufgedeckt: dict[Name, tuple[int, int]]
    programme: int


def _spiel(zellen: Sequence[Zeile], k: int) -> int:
    """How far large cells may have been moved."""
    return max((int(z["bis"]) - int(z["wert"]) for z in zellen if int(z["wert"]) > k), default=0)


def _mindestens(zelle: Zeile, k: int, spiel: int) -> int:
    """Published rule: only cells of k+1+c and more are moved, so one shown in between was never lower."""
    wert = int(zelle["wert"])
    return wert if k < wert <= k + spiel else int(zelle["von"])


class Widerspruch(AssertionError):
    """No whole numbers fit what was exported: somewhere it says something untrue."""


class Angriff:
    """One linear system over all files, and the search for narrow unknowns in it."""

    def __init__(self) -> None:
        self.spalten: dict[Name, int] = {}
        self.von: list[float] = []
        self.bis: list[float] = []
        self.zeilen: list[tuple[float, float, dict[int, float]]] = []
        self.ziele: list[Ziel] = []

    def add(self, name: Name, von: int, bis: int) -> None:
        self.spalten[name] = len(self.von)
        self.von.append(von)
        self.bis.append(bis)

    def add_sum(self, plus: Iterable[Name], von: float, bis: float, minus: Iterable[Name] = ()) -> None:
        teile: dict[int, float] = defaultdict(float)
        for namen, zeichen in ((plus, 1.0), (minus, -1.0)):
            for name in namen:
                teile[self.spalten[name]] += zeichen
        self.zeilen.append((von, bis, teile))

    def learn(self, a: Ausfuhren) -> None:
        """Everything the files of one Grundzahl say."""
        g, k = a.grundzahl, a.k
        spiel = _spiel(a.stroeme, k)
        for z in a.stroeme:
            wert, name = int(z["wert"]), (g, z["herkunft"], z["leistungsort"])
            self.add(name, _mindestens(z, k, spiel), int(z["bis"]))
            if wert in (0, k):
                self.ziele.append(Ziel(name, k))
        for zeilen, orte in a.gebiete:
            self._learn_areas(a, zeilen, orte)
        if a.gliederung:
            self._learn_breakdown(a)

    def _learn_areas(self, a: Ausfuhren, zeilen: Sequence[Zeile], orte: Mapping[str, str]) -> None:
        for z in zeilen:
            glieder = {ags for ags, gebiet in orte.items() if gebiet == z["gebiet"]}
            summe = [
                (a.grundzahl, s["herkunft"], s["leistungsort"]) for s in a.stroeme if s[z["raumprinzip"]] in glieder
            ]
            assert int(z["wert"]) == sum(int(s["wert"]) for s in a.stroeme if s[z["raumprinzip"]] in glieder)
            if z["ebene"] != "gemeinde":
                self.add_sum(summe, int(z["von"]), int(z["bis"]))
                continue
            rand = (a.grundzahl, z["raumprinzip"], "rand", z["gebiet"])
            if rand not in self.spalten:
                self.add(rand, int(z["von"]), int(z["bis"]))
                self.add_sum(summe, 0, 0, [rand])
            if int(z["wert"]) < 2 * a.k:
                self.ziele.append(Ziel(rand, a.k))

    def _learn_breakdown(self, a: Ausfuhren) -> None:
        """Ages and sexes of the Kreis; rows `insgesamt` are sums over the other rows, as a reader sees at once."""
        achsen = ("altersgruppe", "geschlecht")
        einfach = [s for s in achsen if {z[s] for z in a.gliederung} == {INSGESAMT}]
        innen = [z for z in a.gliederung if all(z[s] != INSGESAMT or s in einfach for s in achsen)]

        def name(z: Zeile) -> Name:
            return (a.grundzahl, "teil", z["altersgruppe"], z["geschlecht"])

        spiel = _spiel(innen, a.k)
        for z in innen:
            self.add(name(z), _mindestens(z, a.k, spiel), int(z["bis"]))
            if int(z["wert"]) in (0, a.k):
                self.ziele.append(Ziel(name(z), a.k))
        for z in a.gliederung:
            teile = [i for i in innen if all(z[s] in (INSGESAMT, i[s]) for s in achsen)]
            self.add_sum([name(i) for i in teile], int(z["von"]), int(z["bis"]))
        (prinzip,) = {z["raumprinzip"] for z in a.gliederung}
        eigene = {ags for zeilen, orte in a.gebiete for ags in orte if zeilen and zeilen[0]["ebene"] == "kreis"}
        alle = [(a.grundzahl, s["herkunft"], s["leistungsort"]) for s in a.stroeme if s[prinzip] in eigene]
        self.add_sum([name(i) for i in innen], 0, 0, alle)

    def learn_subset(self, klein: str, gross: str) -> None:
        """Everybody counted in `klein` is counted in `gross` at the same places, and is of the same age and sex."""
        for name in [n for n in self.spalten if n[0] == klein]:
            dort = (gross, *name[1:])
            if dort in self.spalten and "uebrige" not in name:
                self.add_sum([name], -math.inf, 0, [dort])

    def run(self, zufall: np.random.Generator, anteil: float = 1.0) -> Befund:
        """Smallest and largest number of each goal (or of a random share of them). Raises `Widerspruch`."""
        h = self._model()
        ziele = [z for z in self.ziele if zufall.random() < anteil]
        ziele = [ziele[n] for n in zufall.permutation(len(ziele))]
        n = len(self.von)
        unten, oben = np.full(n, math.inf), np.full(n, -math.inf)
        aufgedeckt: dict[Name, tuple[int, int]] = {}
        programme, plaetze = 0, np.arange(n, dtype=np.int32)

        def moegliche(spalte: int) -> int:
            if math.isinf(unten[spalte]):
                return 0
            return math.floor(oben[spalte] + LUFT) - math.ceil(unten[spalte] - LUFT) + 1

        for ziel in ziele:
            spalte = self.spalten[ziel.name]
            for richtung in (1.0, -1.0):
                if moegliche(spalte) >= ziel.k:
                    break  # the solutions found so far leave enough room already
                kosten = np.zeros(n)
                kosten[spalte] = richtung
                h.changeColsCost(n, plaetze, kosten)
                h.run()
                programme += 1
                if h.getModelStatus() != highspy.HighsModelStatus.kOptimal:
                    raise Widerspruch(f"{ziel.name}: {h.modelStatusToString(h.getModelStatus())}")
                werte = np.array(h.getSolution().col_value)
                unten, oben = np.minimum(unten, werte), np.maximum(oben, werte)
            if moegliche(spalte) < ziel.k:
                aufgedeckt[ziel.name] = (math.ceil(unten[spalte] - LUFT), math.floor(oben[spalte] + LUFT))
        return Befund(len(ziele), aufgedeckt, programme)

    def _model(self) -> Any:
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.von), len(self.zeilen)
        lp.col_cost_ = np.zeros(len(self.von))
        lp.col_lower_, lp.col_upper_ = np.array(self.von, dtype=float), np.array(self.bis, dtype=float)
        lp.row_lower_ = np.array([von for von, _, _ in self.zeilen], dtype=float)
        lp.row_upper_ = np.array([bis for _, bis, _ in self.zeilen], dtype=float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.cumsum([0, *(len(t) for _, _, t in self.zeilen)])
        lp.a_matrix_.index_ = np.array([s for _, _, t in self.zeilen for s in t], dtype=np.int32)
        lp.a_matrix_.value_ = np.array([w for _, _, t in self.zeilen for w in t.values()], dtype=float)
        h = highspy.Highs()
        h.setOptionValue("output_flag", False)
        h.setOptionValue("threads", 1)
        h.passModel(lp)
        return h
