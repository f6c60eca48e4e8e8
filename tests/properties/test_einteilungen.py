"""The law of free cuts: any two Einteilungen, subtracted from each other, tell nothing that the cells did not."""

import os
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from hypothesis import event, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from analysis import sichten
from analysis.bestand import Bestand
from analysis.entwurf import entwurfskennung, mit_entwurf
from analysis.geheimhaltung.summen import stroeme
from models.schnitt import Schnitt
from tests.properties.test_veroeffentlichung import ORTE, PRINZIPIEN, ZAHL, Zellen, bestaende
from tests.von_hand import T24

gesetz = settings(max_examples=int(os.environ.get("SRB_BEISPIELE", "15")), deadline=None)

RAEUME = ("a", "b", "c")
schnitte = st.dictionaries(st.sampled_from(ORTE), st.sampled_from(RAEUME), min_size=1).map(
    lambda orte: Schnitt(tuple((r, r.upper()) for r in RAEUME), tuple(sorted(orte.items())))
)
"""Any cut of the small Kreis, gaps and unconnected parts included."""


def werte(aus: Bestand, schnitt: Schnitt, prinzip: str) -> dict[str, dict[str, Any]]:
    """Planungsraum -> its row at the end of 2024, through the view every page takes."""
    rahmen = sichten.gebietswerte(mit_entwurf(aus, schnitt), ZAHL, "planungsraum", prinzip, entwurfskennung(schnitt))
    return {z["gebiet"]: z for z in rahmen.to_dicts() if z["stichtag"] == T24}


def gemeinden(aus: Bestand, prinzip: str) -> dict[str, dict[str, Any]]:
    rahmen = sichten.gebietswerte(aus, ZAHL, "gemeinde", prinzip)
    return {z["gebiet"]: z for z in rahmen.to_dicts() if z["stichtag"] == T24}


@gesetz
@given(bestaende(), schnitte, schnitte)
def test_two_areas_differ_by_the_public_cells_in_which_they_differ(
    fall: tuple[Bestand, dict[str, Zellen]], eins: Schnitt, zwei: Schnitt
) -> None:
    aus, _ = fall
    frei = aus.veroeffentlicht["lb_bwf"]
    zellen = stroeme(frei.wuerfel, frei.angaben).to_dicts()
    for ende in PRINZIPIEN:
        erste, zweite = werte(aus, eins, ende), werte(aus, zwei, ende)
        for p, q in product(erste, zweite):
            links, rechts = set(eins.glieder(p)), set(zwei.glieder(q))
            nur = dict.fromkeys(links - rechts, 1) | dict.fromkeys(rechts - links, -1)
            offen = sum(nur.get(z[ende], 0) * z["wert"] for z in zellen if z["stichtag"] == T24)
            assert erste[p]["wert"] - zweite[q]["wert"] == offen


@dataclass(frozen=True)
class Angreifer:
    """What anybody knows without any Einteilung of today: spans of cells, margins bounded or exact at the Freigabe."""

    orte: list[tuple[str, str]]
    schranken: list[tuple[float, float]]
    zeilen: np.ndarray
    oben: np.ndarray

    def spanne(self, ende: int, glieder: set[str]) -> tuple[int, int]:
        """Smallest and largest sum of the cells of an area (whole numbers inside the span of the linear problem)."""
        ziel = np.array([1.0 if ort[ende] in glieder else 0.0 for ort in self.orte])
        unten, oben = (
            linprog(v * ziel, A_ub=self.zeilen, b_ub=self.oben, bounds=self.schranken, method="highs") for v in (1, -1)
        )
        assert unten.success
        assert oben.success
        return int(np.ceil(unten.fun - 1e-6)), int(np.floor(-oben.fun + 1e-6))


def angreifer(aus: Bestand) -> Angreifer:
    frei = aus.veroeffentlicht["lb_bwf"]
    k, angaben = frei.angaben.k, frei.angaben
    zellen = [z for z in stroeme(frei.wuerfel, angaben).to_dicts() if z["stichtag"] == T24]
    orte = [(z["herkunft"], z["leistungsort"]) for z in zellen]
    gezeigt = np.array([z["wert"] for z in zellen], dtype=float)
    raeume = [{o for o, r in angaben.raeume.items() if r == raum} for raum in set(angaben.raeume.values())]
    raender = [({o}, k - 1) for o in ORTE] + [(r, k - 1) for r in raeume]
    raender.append((set(ORTE), 0 if angaben.eckwerte_exakt else k - 1))
    zeilen, oben = [], []
    for ende, (glieder, spiel) in product((0, 1), raender):
        zeile = np.array([1.0 if ort[ende] in glieder else 0.0 for ort in orte])
        for vorzeichen in (1, -1):
            zeilen.append(vorzeichen * zeile)
            oben.append(vorzeichen * float(zeile @ gezeigt) + spiel)
    return Angreifer(orte, [(z["von"], z["bis"]) for z in zellen], np.array(zeilen), np.array(oben))


@gesetz
@given(bestaende(), schnitte)
def test_every_bound_of_any_cut_follows_from_what_was_public_before(
    fall: tuple[Bestand, dict[str, Zellen]], schnitt: Schnitt
) -> None:
    """A bound that is no narrower than what the cells and margins of the Freigabe allow adds nothing to an attack.

    So it does not matter how many cuts an attacker puts together, or which.
    """
    aus, _ = fall
    wissen = angreifer(aus)
    for ende, prinzip in enumerate(PRINZIPIEN):
        for raum, zeile in werte(aus, schnitt, prinzip).items():
            unten, oben = wissen.spanne(ende, set(schnitt.glieder(raum)))
            if schnitt.glieder(raum):
                assert zeile["von"] <= unten <= oben <= zeile["bis"]


@gesetz
@given(bestaende(), schnitte, st.sampled_from(ORTE), st.sampled_from(RAEUME))
def test_moving_one_gemeinde_leaves_a_small_margin_at_least_k_wide(
    fall: tuple[Bestand, dict[str, Zellen]], schnitt: Schnitt, ort: str, raum: str
) -> None:
    """The same Planungsraum with and without one Gemeinde, subtracted: for a margin below 2k, k numbers stay possible.

    A margin that its own cells already hold narrower (all of them above k) may stay as narrow, not get narrower.
    """
    aus, _ = fall
    frei = aus.veroeffentlicht["lb_bwf"]
    orte = {o: r for o, r in schnitt.gemeinden if o != ort}
    ohne = Schnitt(schnitt.raeume, tuple(sorted(orte.items())))
    mit = Schnitt(schnitt.raeume, tuple(sorted({**orte, ort: raum}.items())))
    for prinzip in PRINZIPIEN:
        selbst, p, q = gemeinden(aus, prinzip)[ort], werte(aus, ohne, prinzip), werte(aus, mit, prinzip)
        if not ohne.glieder(raum) or selbst["wert"] >= 2 * frei.angaben.k:
            continue
        event("a small margin")
        von = max(selbst["von"], q[raum]["von"] - p[raum]["bis"])
        bis = min(selbst["bis"], q[raum]["bis"] - p[raum]["von"])
        assert bis - von + 1 >= min(frei.angaben.k, selbst["bis"] - selbst["von"] + 1)
