"""What a meeting is frozen to: the published numbers that were in force, as they stand in `Sitzung.datenstand`."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Sitzungsdatenstand:
    """The numbers of one meeting.

    `freigaben`: Grundzahl -> id of the Freigabe in force; `fassungen` and `k` are those of these Freigaben.
    `einwohner`, `merkmale`: highest number of a Lieferung of population and of context figures that counted, 0 = none.
    `haupteinteilung`: id of the Einteilung in force, empty = none.
    """

    freigaben: Mapping[str, str]
    fassungen: Mapping[str, int]
    k: Mapping[str, int]
    einwohner: int
    merkmale: int
    haupteinteilung: str

    def als_objekt(self) -> dict[str, object]:
        """As it is stored."""
        return asdict(self)


def datenstand_aus(objekt: Mapping[str, Any]) -> Sitzungsdatenstand:
    """The other way round. Raises KeyError if a part is missing: half a state would show other numbers."""
    return Sitzungsdatenstand(
        freigaben={str(g): str(f) for g, f in objekt["freigaben"].items()},
        fassungen={str(g): int(n) for g, n in objekt["fassungen"].items()},
        k={str(g): int(n) for g, n in objekt["k"].items()},
        einwohner=int(objekt["einwohner"]),
        merkmale=int(objekt["merkmale"]),
        haupteinteilung=str(objekt["haupteinteilung"]),
    )
