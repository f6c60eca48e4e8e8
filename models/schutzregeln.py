"""Rules of protection as data: what holds for a Grundzahl before anybody decides otherwise (`daten/regeln`).

The files are the only place of these numbers; `Grundzahl.k` reads them too. Decisions of a region are rows of the table
`Schutzregel`. A file that cannot be read as a whole stops the program: without rules nothing may be shown.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

ORDNER: Final = Path(__file__).resolve().parents[1] / "daten" / "regeln"

VOREINSTELLUNG: Final = "voreinstellung"
"""`Regel.gilt_fuer` of a rule that nobody decided; otherwise a region, or `*` for all regions."""


@dataclass(frozen=True)
class Merkmalsregel:
    """A trait of persons. `gliederung`: files can be broken down by it. `sensibel`: two such are never crossed below
    the Kreis (domain.md 6.2)."""

    id: str
    titel: str
    gliederung: bool
    sensibel: bool


@dataclass(frozen=True)
class Regel:
    """What holds for one Grundzahl.

    `k`: smallest number of persons that may be recognisable. `merkmale`: breakdowns that may be published.
    `mindestnenner`: no rate over fewer inhabitants. `sensibel`: sensitive traits that its persons have in common.
    `entschieden_von` is an office, never a private person. `gilt_fuer`: `VOREINSTELLUNG`, `*` or the slug of a region.
    `zusatz`: why k is greater than that decision says; empty if it is not.
    """

    grundzahl: str
    k: int
    merkmale: tuple[str, ...]
    mindestnenner: int
    sensibel: tuple[str, ...]
    entschieden_von: str
    entschieden_am: date
    begruendung: str
    gilt_fuer: str = VOREINSTELLUNG
    zusatz: str = ""


@dataclass(frozen=True)
class Anbieterregel:
    """What may only be shown of an area with at least `mindestanbieter` providers (domain.md 6.2, dominance)."""

    id: str
    titel: str
    mindestanbieter: int
    entschieden_von: str
    entschieden_am: date
    begruendung: str


def _zeilen(datei: str) -> Iterator[Mapping[str, str]]:
    with (ORDNER / datei).open(encoding="utf-8", newline="") as offen:
        yield from csv.DictReader(offen, delimiter=";", strict=True)


def _liste(text: str) -> tuple[str, ...]:
    return tuple(teil.strip() for teil in text.split(",") if teil.strip())


PERSONENMERKMALE: Final[dict[str, Merkmalsregel]] = {
    z["merkmal"]: Merkmalsregel(z["merkmal"], z["titel"], z["gliederung"] == "ja", z["sensibel"] != "nein")
    for z in _zeilen("merkmale.csv")
}
"""Traits by id. One that is not here counts as sensitive."""

GLIEDERUNGEN: Final = tuple(m.id for m in PERSONENMERKMALE.values() if m.gliederung)
"""Traits by which files can be broken down."""

ANBIETERREGELN: Final[dict[str, Anbieterregel]] = {
    z["gegenstand"]: Anbieterregel(
        z["gegenstand"],
        z["titel"],
        int(z["mindestanbieter"]),
        z["entschieden_von"],
        date.fromisoformat(z["entschieden_am"]),
        z["begruendung"],
    )
    for z in _zeilen("anbieter.csv")
}

VOREINSTELLUNGEN: Final[dict[str, Regel]] = {
    z["grundzahl"]: Regel(
        z["grundzahl"],
        int(z["k"]),
        _liste(z["merkmale"]),
        int(z["mindestnenner"]),
        _liste(z["sensibel"]),
        z["entschieden_von"],
        date.fromisoformat(z["entschieden_am"]),
        z["begruendung"],
    )
    for z in _zeilen("schutzregeln.csv")
}
"""The record of each Grundzahl; its k is the floor of every decision."""
