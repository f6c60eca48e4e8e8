"""Tiny hand-made boundaries in every format: squares in metres of EPSG:25832 near Unna."""

import gzip
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import shapely
from pyproj import Transformer
from shapely.geometry import box, mapping
from shapely.geometry.base import BaseGeometry

OST, NORD = 400_000.0, 5_700_000.0


def quadrat(x: float, y: float, seite: float = 1.0, breite: float | None = None) -> BaseGeometry:
    """A rectangle whose south-west corner lies x, y km from the origin; sides in km."""
    west, sued = OST + 1000 * x, NORD + 1000 * y
    return box(west, sued, west + 1000 * (breite or seite), sued + 1000 * seite)


def in_crs(form: BaseGeometry, crs: int) -> BaseGeometry:
    """The shape in another projection."""
    if crs == 25832:
        return form
    rechner = Transformer.from_crs(25832, crs, always_xy=True)
    return shapely.transform(form, lambda p: np.column_stack(rechner.transform(p[:, 0], p[:, 1])))


Gebiete = Sequence[tuple[BaseGeometry, Mapping[str, Any]]]


def geojson(gebiete: Gebiete, crs: int = 4326, *, nennen: str | None = None, gepackt: bool = False) -> bytes:
    """GeoJSON of these areas; `nennen` is the name of the CRS in the file."""
    features = [
        {"type": "Feature", "properties": dict(eigen), "geometry": mapping(in_crs(form, crs))}
        for form, eigen in gebiete
    ]
    objekt: dict[str, Any] = {"type": "FeatureCollection", "features": features}
    if nennen:
        objekt["crs"] = {"type": "name", "properties": {"name": nennen}}
    inhalt = json.dumps(objekt).encode()
    return gzip.compress(inhalt) if gepackt else inhalt


def _schreibe(ziel: Path, gebiete: Gebiete, crs: int, treiber: str) -> None:
    felder = list(gebiete[0][1])
    pyogrio.raw.write(
        str(ziel),
        np.array([shapely.to_wkb(in_crs(form, crs)) for form, _ in gebiete], dtype=object),
        [np.array([eigen[feld] for _, eigen in gebiete], dtype=object) for feld in felder],
        felder,
        geometry_type="MultiPolygon" if treiber == "GPKG" else "Polygon",
        crs=f"EPSG:{crs}",
        driver=treiber,
        promote_to_multi=treiber == "GPKG",
    )


def gpkg(ordner: Path, gebiete: Gebiete, crs: int = 25832) -> bytes:
    """A GeoPackage."""
    ziel = ordner / f"grenzen{crs}.gpkg"
    _schreibe(ziel, gebiete, crs, "GPKG")
    return ziel.read_bytes()


def shapefile(ordner: Path, gebiete: Gebiete, crs: int = 25832, ohne: tuple[str, ...] = (), unter: str = "") -> bytes:
    """A zipped Shapefile, in the folder `unter` of the archive, without the parts of `ohne`."""
    stamm = ordner / f"teil{crs}"
    stamm.mkdir(exist_ok=True)
    _schreibe(stamm / "gem.shp", gebiete, crs, "ESRI Shapefile")
    strom = io.BytesIO()
    with zipfile.ZipFile(strom, "w") as archiv:
        for datei in sorted(stamm.iterdir()):
            if datei.suffix not in ohne:
                archiv.writestr(f"{unter}{datei.name}", datei.read_bytes())
    return strom.getvalue()
