"""Names of files: they say what is inside, in small letters, and when it is synthetic."""

import re
import unicodedata
from typing import Final

_UMLAUTE: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
SYNTHETISCH: Final = "synthetische-daten"
LAENGSTER: Final = 120
"""Most letters of a name: longer ones are refused by some mail programs."""


def dateiname(*teile: str, synthetisch: bool) -> str:
    """`dateiname("wohnen", "bwf", "Kreis Unna", "2024", synthetisch=False)` -> "wohnen_bwf_kreis-unna_2024"."""
    marke = f"_{SYNTHETISCH}" if synthetisch else ""
    stamm = "_".join(wort for teil in teile if (wort := _wort(teil)))
    return stamm[: LAENGSTER - len(marke)].rstrip("_-") + marke


def _wort(text: str) -> str:
    flach = unicodedata.normalize("NFKD", text.lower().translate(_UMLAUTE)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", flach).strip("-")
