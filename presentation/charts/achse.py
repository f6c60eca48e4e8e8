"""Few round values on an axis, and the law of steps 1, 2, 2.5, 5 that class borders follow as well."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import count
from typing import Final

STUFEN: Final = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
SCHWELLE: Final = Decimal("0.55")
"""A line axis is cut when the lowest value lies above this part of the highest."""
MEISTE_WERTE: Final = 4
LUFT: Final = Decimal("0.12")
"""Free part of the drawn height above the highest and, on a cut axis, below the lowest value."""


@dataclass(frozen=True)
class Achse:
    """An axis from `von` to `bis` with its `werte`; `stellen` decimals write them all exactly."""

    von: float
    bis: float
    werte: tuple[float, ...]
    stellen: int

    @property
    def geschnitten(self) -> bool:
        """Whether the axis does not start at 0: the caller then says so in words."""
        return self.von > 0


def runder_schritt(mindestens: float | Decimal) -> Decimal:
    """Smallest of 1, 2, 2.5, 5 times a power of ten that is at least `mindestens` (> 0)."""
    grenze = Decimal(str(mindestens))
    if grenze <= 0:
        raise ValueError("Ein Schritt ist größer als 0.")
    for zehner in count(grenze.adjusted()):
        for stufe in STUFEN:
            if stufe.scaleb(zehner) >= grenze:
                return stufe.scaleb(zehner)
    raise AssertionError("unreachable")


def nachkommastellen(schritt: Decimal) -> int:
    """Decimals needed to write multiples of `schritt` exactly."""
    exponent = schritt.normalize().as_tuple().exponent
    return max(0, -int(exponent))


def linienachse(werte: Iterable[float], ganzzahlig: bool = False) -> Achse:
    """Axis of a line chart: three or four round values, cut where the lines would otherwise be flat.

    `werte`: all that is drawn, bands included; at least one, none of them missing.
    """
    alle = [Decimal(str(wert)) for wert in werte]
    tief, hoch = min(alle), max(alle)
    geschnitten = tief > 0 and tief > hoch * SCHWELLE
    # Room below the lowest point for its label; an axis from 0 keeps its 0.
    anfang = tief - (hoch - tief) * LUFT if geschnitten else min(tief, Decimal(0))
    ende = hoch if hoch > anfang else anfang + max(abs(anfang) / 4, Decimal(1))
    schritt = runder_schritt((ende - anfang) / MEISTE_WERTE)
    while True:
        if ganzzahlig:
            schritt = max(schritt.to_integral_value(ROUND_CEILING), Decimal(1))
        unten = (anfang / schritt).to_integral_value(ROUND_FLOOR)
        oben = (ende / schritt).to_integral_value(ROUND_FLOOR)
        if oben - unten < MEISTE_WERTE:
            break
        schritt = runder_schritt(schritt * Decimal("1.01"))
    # Above the highest tick only as much room as the line and its label need.
    bis = max(ende + (ende - unten * schritt) * LUFT, oben * schritt)
    marken = tuple(float(n * schritt) for n in range(int(unten), int(oben) + 1))
    return Achse(float(unten * schritt), float(bis), marken, nachkommastellen(schritt))
