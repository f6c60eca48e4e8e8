"""Numbers drawn by lot that are the same on every machine and in every version of Python and numpy."""

from bisect import bisect_right
from collections.abc import Sequence
from hashlib import sha256

_SAAT = "sozialraumblick-demo-5"
"""Chosen so that in both Kreise some Gemeinden lie clearly above the Kreis (a view worth showing)."""


def gleichverteilt(*schluessel: str | int) -> float:
    """A number in [0, 1) that depends on the key alone.

    A generator with a state would change every later number when one draw is added; a hash does not.
    """
    text = "|".join((_SAAT, *map(str, schluessel)))
    return int.from_bytes(sha256(text.encode()).digest()[:6]) / 2**48


def zwischen(von: float, bis: float, *schluessel: str | int) -> float:
    """A number in [von, bis) that depends on the key alone."""
    return von + (bis - von) * gleichverteilt(*schluessel)


def ziehe(kumuliert: Sequence[float], los: float) -> int:
    """Position hit by the lot (0 <= los < 1) in cumulated weights; positions of weight 0 are never hit."""
    return bisect_right(kumuliert, los * kumuliert[-1], hi=len(kumuliert) - 1)
