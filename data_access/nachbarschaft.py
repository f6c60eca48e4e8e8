"""Which Gemeinden lie next to each other, and the lines between them, from the boundaries drawn on maps."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

import shapely
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

from data_access.grenzen import Grenzbestand, Zuordnung, raumgrenzen

_KUERZESTE: Final = 1e-4
"""Shared border in degrees (about 10 m) below which two areas only touch in a point."""

Zeilen = tuple[tuple[str, str, str], ...]


def nachbarn(zuordnung: Zuordnung, bestand: Grenzbestand | None = None) -> Mapping[str, frozenset[str]]:
    """Area -> areas it shares a border with. Areas without a boundary are left out.

    Raises `grenzen.KeineGrenzenError` if no area has one.
    """
    gebiete, paare = _kanten(tuple(zuordnung), bestand)
    menge: dict[str, set[str]] = {gebiet: set() for gebiet in gebiete}
    for (a, b), _ in paare:
        if b >= 0:
            menge[gebiete[a]].add(gebiete[b])
            menge[gebiete[b]].add(gebiete[a])
    return {gebiet: frozenset(andere) for gebiet, andere in menge.items()}


@lru_cache(maxsize=64)
def kanten_json(zuordnung: Zeilen, bestand: Grenzbestand | None = None) -> bytes:
    """The borders as GeoJSON, one line feature a pair of areas: `a` and `b` are their numbers, `b` -1 is outside."""
    _, paare = _kanten(zuordnung, bestand)
    features = [
        {"type": "Feature", "properties": {"a": a, "b": b}, "geometry": _gerundet(mapping(linie))}
        for (a, b), linie in paare
    ]
    sammlung = {"type": "FeatureCollection", "features": features}
    return json.dumps(sammlung, separators=(",", ":")).encode()


@lru_cache(maxsize=16)
def _kanten(
    zuordnung: Zeilen, bestand: Grenzbestand | None
) -> tuple[tuple[str, ...], tuple[tuple[tuple[int, int], BaseGeometry], ...]]:
    sammlung = raumgrenzen(zuordnung, bestand)["features"]
    gebiete = tuple(str(f["properties"]["gebiet"]) for f in sammlung)
    raender = [shape(f["geometry"]).boundary for f in sammlung]
    baum = shapely.STRtree(raender)
    paare = []
    for a, b in sorted((int(a), int(b)) for a, b in zip(*baum.query(raender), strict=True) if a < b):
        gemeinsam = _linien(shapely.intersection(raender[a], raender[b]))
        if gemeinsam.length > _KUERZESTE:
            paare.append(((a, b), gemeinsam))
    innen: dict[int, list[BaseGeometry]] = {}
    for (a, b), linie in paare:
        innen.setdefault(a, []).append(linie)
        innen.setdefault(b, []).append(linie)
    for a, rand in enumerate(raender):
        aussen = _linien(shapely.difference(rand, shapely.union_all(innen.get(a, []))))
        if aussen.length > _KUERZESTE:
            paare.append(((a, -1), aussen))
    return gebiete, tuple(paare)


def _linien(form: BaseGeometry) -> BaseGeometry:
    """Only the lines of a shape, joined; single points are where borders touch."""
    teile = [t for t in shapely.get_parts(form) if t.geom_type == "LineString"]
    return shapely.line_merge(shapely.multilinestrings(teile)) if teile else shapely.MultiLineString()


def _gerundet(geometrie: dict[str, Any]) -> dict[str, Any]:
    runde = shapely.transform(shape(geometrie), lambda punkte: punkte.round(5))
    ergebnis: dict[str, Any] = mapping(runde)
    return ergebnis
