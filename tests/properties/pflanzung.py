"""True counts that are planted, so that they can be searched for: wherever one turns up, it came from the raw side.

With a k of half a million every planted count is "small": it may stand nowhere, nor may the sum of any of them, nor the
difference between what is shown and what is true, nor anything by which the file itself could be guessed.
"""

import base64
import hashlib
import itertools

from tests.data_access.importing.werkzeug import KOPF_FALLZAHLEN, csv, fall
from tests.installation import ALTDORF, BERG, CELL, DORN

K = 500_000
GEPFLANZT = {
    (ALTDORF, ALTDORF, "18-49", "m"): 424_371,
    (BERG, BERG, "50-59", "w"): 371_948,
    (CELL, CELL, "60-64", "m"): 487_124,
    (DORN, DORN, "65+", "w"): 273_191,
    (BERG, ALTDORF, "60-64", "w"): 191_327,
}
"""True counts that nobody meets by chance: one per Gemeinde, age and sex."""

SUMMEN = {
    sum(teil) for n in range(1, len(GEPFLANZT) + 1) for teil in itertools.combinations(list(GEPFLANZT.values()), n)
}
"""Every sum of planted counts."""

VERBOTEN = {str(n) for n in SUMMEN | {abs(n * K - s) for s in SUMMEN for n in range(5)} if n >= 100_000}
"""The sums, and by how much they differ from anything that can be shown; six digits, so that none comes by chance."""

KREISSUMME = frozenset({sum(GEPFLANZT.values())})
"""`import` and `inspect` print the total of the Kreis to whoever holds the file (design.md 3); nothing else does."""


def rohdatei(verschrieben: str = "", absender: str = "LWX", kopf: str = KOPF_FALLZAHLEN) -> bytes:
    """The planted counts as a file; `verschrieben` stands behind each of them."""
    return csv(kopf, *(fall(f"{n}{verschrieben}", *zelle, absender) for zelle, n in GEPFLANZT.items()))


DATEIEN = {
    "gut": rohdatei(),
    "schlecht": rohdatei("x"),
    "zweite": rohdatei(absender="LWY"),
    "fremder_kopf": rohdatei(kopf=KOPF_FALLZAHLEN.replace("anzahl", "wieviele").replace("herkunft", "woher")),
}
"""One that is stored, one that is refused, one that asks, one that is not recognised."""


def _schreibweisen(pruefsumme: bytes) -> tuple[bytes, ...]:
    return pruefsumme, pruefsumme.hex().encode(), pruefsumme.hex().upper().encode(), base64.b64encode(pruefsumme)


PRUEFSUMMEN = tuple(
    schreibweise
    for inhalt in DATEIEN.values()
    for verfahren in ("md5", "sha1", "sha256", "sha512", "blake2b", "sha3_256")
    for schreibweise in _schreibweisen(hashlib.new(verfahren, inhalt).digest())
)
"""Checksums without a key, on which the few unknown numbers of a file could be tried until they fit."""
