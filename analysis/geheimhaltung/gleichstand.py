"""Keyed numbers that decide ties: repeatable with the secret, not to be foreseen without it."""

import hashlib
import hmac
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray


def ziehe(schluessel: bytes, marken: Iterable[str]) -> NDArray[np.float64]:
    """One number in [0, 1) per label, known only with the key (HMAC-SHA256)."""
    zeichen = (hmac.new(schluessel, marke.encode(), hashlib.sha256).digest() for marke in marken)
    return np.array([int.from_bytes(z[:6]) / 2**48 for z in zeichen])
