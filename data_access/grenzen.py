"""Boundaries of Gemeinden, Planungsräume and Kreise for the screen, with hatching and label points.

Source: VG250 of 1 January 2016, simplified on shared arcs (`daten/grenzen/README.md`); longitude and latitude in
degrees (WGS 84). For drawing only: figures per area use the official area. Outer rings run clockwise, because d3 and
with it Vega read the winding of RFC 7946 as the rest of the globe; deck.gl takes both.
"""

import csv
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, Literal, cast

import numpy as np
import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import polylabel

AUSGABE: Final = "vg250-2016-1"
"""Edition of the shipped boundaries and their simplification: part of every address a browser keeps for a year."""

QUELLE: Final = "© GeoBasis-DE / BKG 2016 (Daten verändert)"
"""The credit GeoNutzV demands on every map."""

KARTENBREITE: Final = 560
"""Side of the square, in pixels, into which a map is drawn by design. Hatching and labels are made for it."""

SCHRAFFURSCHRITT: Final = 7.5
"""Distance of two hatch lines in pixels of the design size."""

Zuordnung = Sequence[tuple[str, str, str]]
"""Rows (ags, gebiet, name): which Gemeinde is drawn as part of which area."""

Sammlung = dict[str, Any]
"""A GeoJSON FeatureCollection; every feature has `gebiet`, `name` and its running number `i`."""

_ORDNER = Path(__file__).resolve().parents[1] / "daten" / "grenzen"
_STELLEN = 5
_BREITE_VOR_HOEHE = 2.5  # a label of two lines is about 2.5 times as wide as high

Anker = Literal["start", "middle", "end"]


class KeineGrenzenError(LookupError):
    """There is no boundary for an area that was asked for."""


@dataclass(frozen=True)
class Beschriftung:
    """Where the label of an area stands: its middle line at `lat`, `anker` (middle, start, end) at `lon`.

    `start` and `end` stand outside all areas, on the ground of the map; `middle` stands on its own area.
    """

    gebiet: str
    name: str
    lon: float
    lat: float
    anker: Anker


@dataclass(frozen=True)
class _Flaeche:
    gebiet: str
    name: str
    form: BaseGeometry


def gemeindezuordnung(kreise: Sequence[str]) -> tuple[tuple[str, str, str], ...]:
    """Every Gemeinde of the Kreise (5 digits) as its own area, by AGS. Unknown Kreis: `KeineGrenzenError`."""
    for kreis in kreise:
        if kreis not in _kreisnamen():
            raise KeineGrenzenError(f"Für den Kreis {kreis} liegen keine Grenzen vor.")
    return tuple((ags, ags, f.name) for ags, f in _gemeinden().items() if ags[:5] in kreise)


def gemeindegrenzen(kreise: Sequence[str]) -> Sammlung:
    """The Gemeinden of the Kreise, numbered in the order of AGS."""
    return raumgrenzen(gemeindezuordnung(kreise))


def raumgrenzen(zuordnung: Zuordnung) -> Sammlung:
    """The areas of an assignment, Gemeinden dissolved into them, numbered in the order of the area's id.

    Raises `KeineGrenzenError` for an AGS without boundary, ValueError if a Gemeinde stands in two areas.
    """
    flaechen = _flaechen(tuple(zuordnung))
    return _sammlung((f, mapping(f.form)) for f in flaechen)


def kreisgrenze(kreis: str) -> Sammlung:
    """The outline of one Kreis (5 digits), enclaves of other Kreise left out."""
    return raumgrenzen(_kreiszuordnung(kreis))


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


def beschriftungen(zuordnung: Zuordnung) -> list[Beschriftung]:
    """Label points in the order of `i`: by hand for a Gemeinde alone, the roomiest inner point for other areas."""
    von_hand = _beschriftungen_von_hand()
    return [
        von_hand[f.gebiet] if f.gebiet in von_hand else Beschriftung(f.gebiet, f.name, *_mitte(f.form), "middle")
        for f in _flaechen(tuple(zuordnung))
    ]


def grenzkasten(sammlung: Sammlung) -> tuple[float, float, float, float]:
    """West, south, east and north edge of a collection in degrees."""
    kaesten = np.array([shape(f["geometry"]).bounds for f in sammlung["features"] if f["geometry"]["coordinates"]])
    west, sued = kaesten[:, :2].min(axis=0)
    ost, nord = kaesten[:, 2:].max(axis=0)
    return float(west), float(sued), float(ost), float(nord)


@lru_cache(maxsize=64)
def grenzen_json(zuordnung: tuple[tuple[str, str, str], ...]) -> bytes:
    """`raumgrenzen` as compact GeoJSON, ready to be served."""
    return _als_json(raumgrenzen(zuordnung))


@lru_cache(maxsize=64)
def schraffur_json(zuordnung: tuple[tuple[str, str, str], ...]) -> bytes:
    """`schraffur` of `raumgrenzen` as compact GeoJSON, ready to be served."""
    return _als_json(schraffur(raumgrenzen(zuordnung)))


def _als_json(sammlung: Sammlung) -> bytes:
    return json.dumps(sammlung, ensure_ascii=False, separators=(",", ":")).encode()


def _sammlung(teile: Iterable[tuple[_Flaeche, Any]]) -> Sammlung:
    features = [
        {"type": "Feature", "properties": {"gebiet": f.gebiet, "name": f.name, "i": i}, "geometry": geometrie}
        for i, (f, geometrie) in enumerate(teile)
    ]
    return {"type": "FeatureCollection", "features": features}


@lru_cache(maxsize=64)
def _flaechen(zuordnung: tuple[tuple[str, str, str], ...]) -> tuple[_Flaeche, ...]:
    gemeinden = _gemeinden()
    gebiete: dict[str, tuple[str, list[BaseGeometry]]] = {}
    gesehen: set[str] = set()
    for ags, gebiet, name in zuordnung:
        if ags not in gemeinden:
            raise KeineGrenzenError(f"Für die Gemeinde {ags} ({name}) liegen keine Grenzen vor.")
        if ags in gesehen:
            raise ValueError(f"Die Gemeinde {ags} steht in zwei Gebieten. Erlaubt ist eines.")
        gesehen.add(ags)
        gebiete.setdefault(gebiet, (name, []))[1].append(gemeinden[ags].form)
    return tuple(
        _Flaeche(gebiet, name, shapely.orient_polygons(shapely.union_all(formen), exterior_cw=True))
        for gebiet, (name, formen) in sorted(gebiete.items())
    )


@lru_cache(maxsize=1)
def _gemeinden() -> dict[str, _Flaeche]:
    sammlung = json.loads((_ORDNER / "gemeinden.geojson").read_text("utf-8"))
    eintraege = ((f["properties"], shape(f["geometry"])) for f in sammlung["features"])
    return {p["ags"]: _Flaeche(p["ags"], p["name"], form) for p, form in eintraege}


@lru_cache(maxsize=1)
def _kreisnamen() -> dict[str, str]:
    return {zeile["ags"]: zeile["name"] for zeile in _zeilen("kreise.csv")}


@lru_cache(maxsize=1)
def _beschriftungen_von_hand() -> dict[str, Beschriftung]:
    return {
        z["ags"]: Beschriftung(z["ags"], z["kurzname"], float(z["lon"]), float(z["lat"]), cast(Anker, z["anker"]))
        for z in _zeilen("beschriftung.csv")
    }


def _zeilen(datei: str) -> Iterator[dict[str, str]]:
    with (_ORDNER / datei).open(encoding="utf-8", newline="") as strom:
        yield from csv.DictReader(strom, delimiter=";")


def _kreiszuordnung(kreis: str) -> tuple[tuple[str, str, str], ...]:
    gemeinden = gemeindezuordnung([kreis])
    return tuple((ags, kreis, _kreisnamen()[kreis]) for ags, _, _ in gemeinden)


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


def _mitte(form: BaseGeometry) -> tuple[float, float]:
    """The inner point with most room for a label around it: the pole of the shape, made flat as labels are."""
    groesste = max(shapely.get_parts(form), key=lambda teil: teil.area)
    mass = np.array([_stauchung(groesste.centroid.y), _BREITE_VOR_HOEHE])
    pol = polylabel(shapely.transform(groesste, lambda punkte: punkte * mass), 0.0005)
    return round(float(pol.x / mass[0]), 4), round(float(pol.y / mass[1]), 4)
