"""Whole numbers that add up: largest remainders for one row, and for a table with both margins given."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor, fsum


def groesste_reste(gewichte: Sequence[Fraction | float], summe: int) -> list[int]:
    """Share out `summe` in proportion to the weights, in whole numbers (Hare/Niemeyer).

    Every part differs from its exact share by less than 1; equal remainders go to the earlier position.
    Calculated with fractions, so the result is the same on every machine.
    """
    genau = [Fraction(g) for g in gewichte]
    gesamt = sum(genau, Fraction(0))
    anteile = [g * summe / gesamt for g in genau]
    teile = [floor(a) for a in anteile]
    nach_rest = sorted(range(len(teile)), key=lambda i: (teile[i] - anteile[i], i))
    for i in nach_rest[: summe - sum(teile)]:
        teile[i] += 1
    return teile


def tafel_anpassen(
    start: Sequence[Sequence[float]], zeilensummen: Sequence[int], spaltensummen: Sequence[int]
) -> list[list[int]]:
    """Whole-number table near `start` whose rows and columns have exactly the given sums.

    `start` must be positive and hold about 2 or more per cell once fitted. It is fitted to both margins
    (iterative proportional fitting); then the running totals from left to right are rounded by largest
    remainders: their differences keep rows and columns exact, each cell within 2 of the fitted one.
    Raises ValueError if the two margins have different totals.
    """
    if sum(zeilensummen) != sum(spaltensummen):
        raise ValueError(f"Zeilensummen {sum(zeilensummen)} und Spaltensummen {sum(spaltensummen)} verschieden")
    tafel = [list(zeile) for zeile in start]
    for _ in range(25):
        for j, ziel in enumerate(spaltensummen):
            faktor = ziel / fsum(zeile[j] for zeile in tafel)
            for zeile in tafel:
                zeile[j] *= faktor
        for zeile, ziel in zip(tafel, zeilensummen, strict=True):
            faktor = ziel / fsum(zeile)
            zeile[:] = [wert * faktor for wert in zeile]
    vorher = [0] * len(tafel)
    spalten: list[list[int]] = []
    for j in range(len(spaltensummen)):
        bis_hier = groesste_reste([fsum(zeile[: j + 1]) for zeile in tafel], sum(spaltensummen[: j + 1]))
        if j == len(spaltensummen) - 1:
            bis_hier = list(zeilensummen)
        spalten.append([neu - alt for neu, alt in zip(bis_hier, vorher, strict=True)])
        vorher = bis_hier
    return [list(zeile) for zeile in zip(*spalten, strict=True)]
