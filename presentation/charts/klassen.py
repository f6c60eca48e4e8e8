"""Class borders of a choropleth: fixed per Kennzahl and level over all years, so that maps of two years compare."""

from bisect import bisect_right
from collections.abc import Iterable
from decimal import ROUND_FLOOR, Decimal
from typing import Final

from presentation.charts.achse import runder_schritt

Grenzen = tuple[float, float, float, float]

RAND: Final = Decimal("0.05")
"""Part of the values at each end that may share the outermost class: one outlier does not stretch all classes."""


def _quantil(sortiert: list[Decimal], anteil: Decimal) -> Decimal:
    stelle = anteil * (len(sortiert) - 1)
    unten = int(stelle)
    oben = min(unten + 1, len(sortiert) - 1)
    return sortiert[unten] + (sortiert[oben] - sortiert[unten]) * (stelle - unten)


def klassengrenzen(werte: Iterable[float]) -> Grenzen:
    """Four round borders of five classes of equal width, from all shown values of all years.

    The step is 1, 2, 2.5 or 5 times a power of ten; the middle class holds the middle of the values. With no
    values at all the borders are 1, 2, 3, 4; equal values get the smallest step that still separates their
    neighbourhood. For values that are never negative no border is 0 or less.
    """
    sortiert = sorted(Decimal(str(wert)) for wert in werte)
    if not sortiert:
        return (1.0, 2.0, 3.0, 4.0)
    tief, hoch = _quantil(sortiert, RAND), _quantil(sortiert, 1 - RAND)
    breite = hoch - tief
    schritt = runder_schritt(breite / 5 if breite > 0 else max(abs(hoch) / 10, Decimal("0.1")))
    erste = ((tief + hoch) / 2 / schritt).to_integral_value(ROUND_FLOOR) - 1
    if sortiert[0] >= 0:
        erste = max(erste, Decimal(1))
    a, b, c, d = (float((erste + n) * schritt) for n in range(4))
    return (a, b, c, d)


def klasse(wert: float, grenzen: Grenzen) -> int:
    """Class 0 to 4; a value on a border belongs to the upper class."""
    return bisect_right(grenzen, wert)
