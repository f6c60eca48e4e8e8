"""Rows that are too many for one column: which of them stand beside each other."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate
from typing import TypeVar

from presentation.charts.diagramm import Spec

T = TypeVar("T")


def spaltenweise(
    zeilen: Sequence[T], hoehe: Callable[[T], float], baue: Callable[[Sequence[T]], Spec]
) -> Callable[[int], Sequence[Spec]] | None:
    """What `Diagramm.teile` needs: the rows in columns, `baue` draws some of them. None for a single row."""
    if len(zeilen) < 2:
        return None
    hoehen = [hoehe(z) for z in zeilen]

    def teile(anzahl: int) -> Sequence[Spec]:
        return [baue(zeilen[von:bis]) for von, bis in gleich_hoch(hoehen, anzahl)]

    return teile


def gleich_hoch(hoehen: Sequence[float], anzahl: int) -> list[tuple[int, int]]:
    """First row and the one after the last of at most `anzahl` columns, the highest as low as it can be."""
    summen = [0.0, *accumulate(hoehen)]

    @cache
    def beste(von: int, spalten: int) -> tuple[float, float, tuple[int, ...]]:
        """Height of the highest column, sum of the squared heights, and where the columns from `von` on end."""
        rest = summen[-1] - summen[von]
        if spalten == 1 or von == len(hoehen) - 1:
            return rest, rest**2, (len(hoehen),)
        moeglich: list[tuple[float, float, tuple[int, ...]]] = [(rest, rest**2, (len(hoehen),))]
        for bis in range(von + 1, len(hoehen)):
            hoch, (weiter, quadrate, enden) = summen[bis] - summen[von], beste(bis, spalten - 1)
            moeglich.append((max(hoch, weiter), hoch**2 + quadrate, (bis, *enden)))
        return min(moeglich, key=lambda m: m[:2])

    enden = beste(0, anzahl)[2]
    return list(zip((0, *enden), enden, strict=False))
