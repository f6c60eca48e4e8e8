"""How far the shown numbers are from the true ones. Made on the raw side; only rounded means may leave it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from analysis.geheimhaltung.raster import Raster, Stufe, Vektor

ZELLE: Final = "zelle"
STUFEN: Final = (ZELLE, *(s.value for s in Stufe))
MINDESTENS: Final = 30
"""A mean over fewer cells says too much about each of them (design.md 2, "Honest display")."""


@dataclass(frozen=True)
class Guete:
    """Absolute deviations |shown - true| in persons, over all Stichtage, by level (`STUFEN`).

    `mittlere_abweichung`: means over all cells or margins of the level, zeros included, rounded to two decimals;
    None where there are fewer than 30. `hoechste_abweichung` stays on the raw side. `zellen`: cells of the grid times
    Stichtage. `kleine`: cells whose true value is 1..k-1; raw side only.
    """

    mittlere_abweichung: dict[str, float | None]
    hoechste_abweichung: dict[str, int]
    zellen: int
    kleine: int


def measure_guete(raster: Raster, paare: Iterable[tuple[Vektor, Vektor]], k: int) -> Guete:
    """Guete of (true, shown) vectors, one pair per Stichtag."""
    paare = list(paare)
    je_stufe = {stufe: _concat(a[stufe] for a in (deviations(raster, w, g) for w, g in paare)) for stufe in STUFEN}
    return Guete(
        mittlere_abweichung={
            stufe: round(float(werte.mean()), 2) if len(werte) >= MINDESTENS else None
            for stufe, werte in je_stufe.items()
        },
        hoechste_abweichung={stufe: int(werte.max(initial=0)) for stufe, werte in je_stufe.items()},
        zellen=len(raster) * len(paare),
        kleine=sum(int(((wahr > 0) & (wahr < k)).sum()) for wahr, _ in paare),
    )


def deviations(raster: Raster, wahr: Vektor, gezeigt: Vektor) -> dict[str, Vektor]:
    """Absolute deviations of one Stichtag by level, one entry per cell or margin."""
    bewegt = gezeigt - wahr
    raender = np.abs(raster.raender @ bewegt)
    return {ZELLE: np.abs(bewegt), **{s.value: raender[raster.stufen == s.value] for s in Stufe}}


def _concat(teile: Iterable[Vektor]) -> Vektor:
    return np.concatenate([np.zeros(0, dtype=np.int64), *teile])
