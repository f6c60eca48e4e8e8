"""Boundaries as the screen and files draw them: GeoJSON of Gemeinden, Planungsräume, Kreise, Länder.

Where they come from: `grenzbestand`. Areas are numbered (`i`) in the order of their id.
"""

import csv
import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from shapely.geometry import mapping

from data_access.grenzbestand import (
    AUSGABE,
    ORDNER,
    QUELLE,
    Grenzbestand,
    KeineGrenzenError,
    Zuordnung,
    flaechen,
    gueltige,
    mitgelieferter,
    ohne_grenzen,
)
from data_access.grenzzeichen import (
    KARTENBREITE,
    SCHRAFFURSCHRITT,
    Beschriftung,
    Sammlung,
    beschriftungen,
    grenzkasten,
    schraffur,
)

__all__ = [
    "AUSGABE",
    "KARTENBREITE",
    "QUELLE",
    "SCHRAFFURSCHRITT",
    "Beschriftung",
    "Grenzbestand",
    "KeineGrenzenError",
    "Sammlung",
    "Zuordnung",
    "beschriftungen",
    "gemeindegrenzen",
    "gemeindezuordnung",
    "grenzen_json",
    "grenzkasten",
    "kasten",
    "gueltige",
    "kreisgrenze",
    "mitgelieferter",
    "ohne_grenzen",
    "raumgrenzen",
    "schraffur",
    "schraffur_json",
]


def gemeindezuordnung(kreise: Sequence[str]) -> tuple[tuple[str, str, str], ...]:
    """Every shipped Gemeinde of the Kreise (5 digits) as its own area, by AGS. Unknown Kreis: `KeineGrenzenError`."""
    for kreis in kreise:
        if kreis not in _kreisnamen():
            raise KeineGrenzenError(f"Für den Kreis {kreis} liegen keine Grenzen vor.")
    return tuple((ags, ags, name) for ags, name in _gemeindenamen().items() if ags[:5] in kreise)


def gemeindegrenzen(kreise: Sequence[str]) -> Sammlung:
    """The shipped Gemeinden of the Kreise, numbered in the order of AGS."""
    return raumgrenzen(gemeindezuordnung(kreise))


def kreisgrenze(kreis: str) -> Sammlung:
    """The shipped outline of one Kreis (5 digits), enclaves of other Kreise left out."""
    return raumgrenzen(tuple((ags, kreis, _kreisnamen()[kreis]) for ags, _, _ in gemeindezuordnung([kreis])))


def raumgrenzen(zuordnung: Zuordnung, bestand: Grenzbestand | None = None) -> Sammlung:
    """The areas of an assignment that can be drawn, Gemeinden dissolved into them, numbered in the order of their id.

    Raises `KeineGrenzenError` if none can, ValueError if a Gemeinde stands in two areas.
    """
    features = [
        {"type": "Feature", "properties": {"gebiet": f.gebiet, "name": f.name, "i": i}, "geometry": mapping(f.form)}
        for i, f in enumerate(flaechen(tuple(zuordnung), bestand or mitgelieferter()))
    ]
    return {"type": "FeatureCollection", "features": features}


@lru_cache(maxsize=64)
def kasten(zuordnung: tuple[tuple[str, str, str], ...], bestand: Grenzbestand) -> tuple[float, float, float, float]:
    """West, south, east and north edge of the areas of an assignment in degrees."""
    raender = [f.form.bounds for f in flaechen(zuordnung, bestand)]
    west, sued, ost, nord = zip(*raender, strict=True)
    return min(west), min(sued), max(ost), max(nord)


@lru_cache(maxsize=64)
def grenzen_json(zuordnung: tuple[tuple[str, str, str], ...], bestand: Grenzbestand | None = None) -> bytes:
    """`raumgrenzen` as compact GeoJSON, ready to be served."""
    return _als_json(raumgrenzen(zuordnung, bestand))


@lru_cache(maxsize=64)
def schraffur_json(zuordnung: tuple[tuple[str, str, str], ...], bestand: Grenzbestand | None = None) -> bytes:
    """`schraffur` of `raumgrenzen` as compact GeoJSON, ready to be served."""
    return _als_json(schraffur(raumgrenzen(zuordnung, bestand)))


def _als_json(sammlung: dict[str, Any]) -> bytes:
    return json.dumps(sammlung, ensure_ascii=False, separators=(",", ":")).encode()


@lru_cache(maxsize=1)
def _gemeindenamen() -> dict[str, str]:
    features = json.loads((ORDNER / "gemeinden.geojson").read_text("utf-8"))["features"]
    return {f["properties"]["ags"]: f["properties"]["name"] for f in features}


@lru_cache(maxsize=1)
def _kreisnamen() -> dict[str, str]:
    with (ORDNER / "kreise.csv").open(encoding="utf-8", newline="") as strom:
        return {zeile["ags"]: zeile["name"] for zeile in csv.DictReader(strom, delimiter=";")}
