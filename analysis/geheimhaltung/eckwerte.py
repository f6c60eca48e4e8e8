"""Public figures as fixed margins: everybody knows them, so the rounding keeps them and the reading side shows them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from analysis.geheimhaltung.raster import Raster, Vektor
from analysis.geheimhaltung.vorgabe import Vorgabe
from models.schutz import Eckwert


def cells_of(eckwert: Eckwert, vorgabe: Vorgabe, raster: Raster) -> NDArray[np.bool_]:
    """The cells that a figure is the sum of."""
    glieder = sorted(eckwert.glieder(vorgabe.gemeinden))
    return np.asarray(raster.zellen[eckwert.raumprinzip].is_in(glieder).to_numpy(), dtype=np.bool_)


def check_truth(vorgabe: Vorgabe, raster: Raster, wahr: Mapping[date, Vektor]) -> None:
    """Refuse figures that the truth contradicts. Raises `ValueError` naming figure and source, never the true count."""
    falsche = [
        e
        for e in vorgabe.eckwerte
        if abs(int(wahr[e.stichtag][cells_of(e, vorgabe, raster)].sum()) - e.anzahl) > e.spiel
    ]
    if falsche:
        raise ValueError(
            f"{describe(falsche)} {'passt' if len(falsche) == 1 else 'passen'} nicht zur gespeicherten Lieferung. "
            "Veröffentlicht wurde nichts. Bitte prüfen, ob dieselben Menschen gemeint sind (Stichtag, Zählweise, "
            "Raumprinzip, Gebiet). Stimmt die Lieferung, bitte die Lieferung der Eckwerte zurückziehen; stimmt der "
            "Eckwert, bitte den Absender um eine berichtigte Lieferung bitten."
        )


def untenable(eckwerte: Sequence[Eckwert], solvable: Callable[[Sequence[Eckwert]], bool]) -> list[Eckwert]:
    """The exact figures that cannot be kept: those that fail alone, else all; none if all of them can be kept."""
    genaue = [e for e in eckwerte if e.genau]
    if not genaue or solvable(genaue):
        return []
    return [e for e in genaue if not solvable([e])] or genaue


def unsolvable(eckwerte: Sequence[Eckwert], k: int) -> str:
    """Why a Freigabe cannot be given with these figures, and what to do."""
    return (
        f"Es gibt keine Rundung, die jede Gemeinde um höchstens {k - 1} verändert und dabei diese öffentlichen Zahlen "
        f"stehen lässt: {describe(eckwerte)}. Veröffentlicht wurde nichts. Bitte die Lieferung der Eckwerte "
        "zurückziehen und, wenn sie noch andere enthält, die Datei ohne diese Zeilen neu importieren."
    )


def describe(eckwerte: Sequence[Eckwert], hoechstens: int = 5) -> str:
    """Figures with Stichtag and source, in words."""
    namen = [
        f"Eckwert {e.anzahl}{'' if e.genau else ' (auf Vielfache von 5 gerundet)'} für {e.gebiet} nach "
        f"{e.raumprinzip.capitalize()} am {e.stichtag:%d.%m.%Y} (Quelle: {e.quelle})"
        for e in eckwerte[:hoechstens]
    ]
    weitere = len(eckwerte) - len(namen)
    return "; ".join(namen) + (f" und {weitere} weitere" if weitere > 0 else "")


@dataclass(frozen=True)
class FesteRaender:
    """Margins that public figures fix at one Stichtag: rows of cells, permitted deviation (shown - true), fixed cells.

    `zellen`: cells that are such a margin all by themselves. They are shown as they are, however small.
    """

    reihen: NDArray[np.int64]
    unten: Vektor
    oben: Vektor
    zellen: NDArray[np.bool_]


def fixed_margins(vorgabe: Vorgabe, raster: Raster, tag: date, wahr: Vektor, streng: bool) -> FesteRaender:
    """What the figures of one Stichtag fix. Exact ones leave no deviation.

    `streng`: rounded ones also hold the shown sum within their own range; without it such a sum keeps its usual bound.
    """
    eigene = [e for e in vorgabe.eckwerte if e.stichtag == tag and (streng or e.genau)]
    reihen = np.array([cells_of(e, vorgabe, raster) for e in eigene], dtype=np.int64).reshape(len(eigene), len(wahr))
    genau = np.array([e.genau for e in eigene], dtype=np.bool_)
    mitte = np.array([e.anzahl for e in eigene], dtype=np.int64) - reihen @ wahr
    spiel = np.array([e.spiel for e in eigene], dtype=np.int64)
    allein = genau & (reihen.sum(axis=1) == 1)
    zellen = reihen[allein].sum(axis=0) > 0
    return FesteRaender(reihen, mitte - spiel, mitte + spiel, zellen)
