"""What is written and hatched on a map: label points and hatch lines of its areas."""

import csv
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal, cast

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import polylabel

from data_access.grenzbestand import ORDNER, VIELE, Grenzbestand, Zuordnung, flaechen, mitgelieferter

KARTENBREITE: Final = 560
"""Side of the square, in pixels, into which a map is drawn by design. Hatching and labels are made for it."""

SCHRAFFURSCHRITT: Final = 7.5
"""Distance of two hatch lines in pixels of the design size."""

Sammlung = dict[str, Any]
"""A GeoJSON FeatureCollection; every feature has `gebiet`, `name` and its running number `i`."""

Anker = Literal["start", "middle", "end"]

_STELLEN = 5
_BREITE_VOR_HOEHE = 2.5  # a label of two lines is about 2.5 times as wide as high


@dataclass(frozen=True)
class Beschriftung:
    """Where the label of an area stands: its middle line at `lat`, `anker` (middle, start, end) at `lon`.

    `start` and `end` stand outside all areas, on the ground of the map; `middle` stands on its own area. `platz` is
    half the width that is free around the point, in radians of Mercator; infinite where the place was chosen by hand.
    """

    gebiet: str
    name: str
    lon: float
    lat: float
    anker: Anker
    platz: float = math.inf


def beschriftungen(zuordnung: Zuordnung, bestand: Grenzbestand | None = None) -> list[Beschriftung]:
    """Label points in the order of `i`: by hand for the Gemeinden of a Kreis of the demonstration, the roomiest inner
    point for other areas."""
    return list(_beschriftungen(tuple(zuordnung), bestand or mitgelieferter()))


@lru_cache(maxsize=64)
def _beschriftungen(zuordnung: tuple[tuple[str, str, str], ...], bestand: Grenzbestand) -> tuple[Beschriftung, ...]:
    # Chosen places lie beside the Kreis: on a map with neighbours they would lie on these.
    von_hand = _von_hand() if all(ags in _von_hand() for ags, _, _ in zuordnung) else {}
    alle = flaechen(zuordnung, bestand)
    return tuple(
        von_hand[f.gebiet]
        if f.gebiet in von_hand
        else Beschriftung(f.gebiet, f.name, *_mitte(f.form, viele=len(alle) > VIELE), platz=_platz(f.form))
        for f in alle
    )


@lru_cache(maxsize=1)
def _von_hand() -> dict[str, Beschriftung]:
    return {
        z["ags"]: Beschriftung(z["ags"], z["kurzname"], float(z["lon"]), float(z["lat"]), cast(Anker, z["anker"]))
        for z in _zeilen("beschriftung.csv")
    }


def _zeilen(datei: str) -> Iterator[dict[str, str]]:
    with (ORDNER / datei).open(encoding="utf-8", newline="") as strom:
        yield from csv.DictReader(strom, delimiter=";")


def schraffur(sammlung: Sammlung) -> Sammlung:
    """Hatch lines of every area (MultiLineString) with the same `gebiet`, `name` and `i`.

    All areas lie on one grid of lines; the step is `SCHRAFFURSCHRITT` pixels when the whole collection is drawn
    at the design size.
    """
    west, sued, ost, nord = grenzkasten(sammlung)
    stauchung = _stauchung((sued + nord) / 2)
    seite = max((ost - west) * stauchung, nord - sued)
    abstand = SCHRAFFURSCHRITT * seite / KARTENBREITE * math.sqrt(2)
    features = []
    for feature in sammlung["features"]:
        linien = _schnittlinien(shape(feature["geometry"]), stauchung, abstand)
        geometrie = {"type": "MultiLineString", "coordinates": linien}
        features.append({**feature, "geometry": geometrie})
    return {"type": "FeatureCollection", "features": features}


def grenzkasten(sammlung: Sammlung) -> tuple[float, float, float, float]:
    """West, south, east and north edge of a collection in degrees."""
    kaesten = np.array([shape(f["geometry"]).bounds for f in sammlung["features"] if f["geometry"]["coordinates"]])
    west, sued = kaesten[:, :2].min(axis=0)
    ost, nord = kaesten[:, 2:].max(axis=0)
    return float(west), float(sued), float(ost), float(nord)


def _stauchung(breite: float) -> float:
    """Length of a degree of longitude against one of latitude."""
    return math.cos(math.radians(breite))


def _schnittlinien(form: BaseGeometry, stauchung: float, abstand: float) -> list[list[tuple[float, float]]]:
    """Rising lines at 45° through `form`; `abstand` is the vertical distance of two of them in degrees."""
    west, sued, ost, nord = form.bounds
    # A line is lat = stauchung * lon + c; c runs over the whole multiples of `abstand` that touch the box.
    erste = math.ceil((sued - stauchung * ost) / abstand)
    letzte = math.floor((nord - stauchung * west) / abstand)
    c = np.arange(erste, letzte + 1) * abstand
    enden = np.stack([np.full_like(c, west), stauchung * west + c, np.full_like(c, ost), stauchung * ost + c], axis=1)
    schnitte = shapely.intersection(shapely.linestrings(enden.reshape(-1, 2, 2)), form)
    stuecke = shapely.get_parts(schnitte)
    stuecke = stuecke[shapely.length(stuecke) > abstand / 10]
    return [[(round(x, _STELLEN), round(y, _STELLEN)) for x, y in stueck.coords] for stueck in stuecke]


def _flach(form: BaseGeometry) -> tuple[BaseGeometry, Any]:
    """The largest part of an area, made as flat as labels are, and the factors that did it."""
    groesste = max(shapely.get_parts(form), key=lambda teil: teil.area)
    mass = np.array([_stauchung(groesste.centroid.y), _BREITE_VOR_HOEHE])
    return shapely.transform(groesste, lambda punkte: punkte * mass), mass


def _mitte(form: BaseGeometry, *, viele: bool) -> tuple[float, float, Anker]:
    """The inner point with most room for a label around it; among many areas found by a quicker search."""
    flach, mass = _flach(form)
    pol = shapely.get_point(shapely.maximum_inscribed_circle(flach, 0.001), 0) if viele else polylabel(flach, 0.0005)
    return round(float(pol.x / mass[0]), 4), round(float(pol.y / mass[1]), 4), "middle"


def _platz(form: BaseGeometry) -> float:
    """Half the width of the widest label that an area holds, in radians of Mercator."""
    flach, _ = _flach(form)
    radius = shapely.length(shapely.maximum_inscribed_circle(flach, 0.001))
    return math.radians(float(radius)) / _stauchung(form.centroid.y)
