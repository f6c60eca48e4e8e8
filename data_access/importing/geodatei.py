"""Geometry out of bytes: GeoJSON, GeoPackage, zipped Shapefile. From memory, bounded, without network.

GDAL sees nothing but a GeoPackage (by its mark) or a ZIP packed anew from the parts of one Shapefile, so no other of
its drivers comes into play. GeoJSON is read here, because published files nest collections in lists.
"""

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

import numpy as np
import pyogrio
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from data_access.importing.mangel import ZIP_FEHLER, NichtLesbar

MAX_ENTPACKT: Final = 200 * 1024 * 1024
"""More unpacked bytes than this are refused before they are read."""

MAX_OBJEKTE: Final = 30_000
MAX_PUNKTE: Final = 8_000_000
"""Germany has 11,000 Gemeinden; VG250 draws them with 4 million points."""

_TREIBER: Final = ("GPKG", "ESRI Shapefile")
_TEILE: Final = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_CRS_NAME = re.compile(r"(?:urn:ogc:def:crs:)?(?:EPSG:(?:[\d.]*:)?(\d{4,6})|OGC:(?:[\d.]*:)?CRS84)", re.IGNORECASE)
_GEOJSON = re.compile(rb'"(?:features|coordinates)"\s*:')
_ZU_GROSS: Final = (
    f"Ausgepackt ist die Datei größer als {MAX_ENTPACKT // 1024 // 1024} MB. "
    "Bitte nur die Gebiete des eigenen Landes oder Kreises liefern."
)


@dataclass(frozen=True)
class Schicht:
    """One layer: geometries and the attributes beside them. `crs` None: the file has no definition."""

    name: str
    formen: tuple[BaseGeometry | None, ...]
    merkmale: dict[str, tuple[Any, ...]]
    crs: CRS | None
    kodierung: str = "utf-8"


def ist_geodatei(inhalt: bytes) -> bool:
    """Whether the bytes look like one of the formats. Cheap, and never raises."""
    if inhalt.startswith(b"\x1f\x8b"):
        return bool(_GEOJSON.search(_entpacke_gz(inhalt, 65536, streng=False)))
    if _ist_gpkg(inhalt):
        return True
    if inhalt.startswith(b"PK\x03\x04"):
        return any(name.lower().endswith((".shp", ".gpkg", ".geojson")) for name in _namen(inhalt))
    anfang = inhalt[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return anfang.startswith((b"{", b"[")) and bool(_GEOJSON.search(inhalt[:65536]))


def lies_schichten(inhalt: bytes) -> tuple[Schicht, ...]:
    """All layers with areas. Raises `NichtLesbar`."""
    if inhalt.startswith(b"\x1f\x8b"):
        inhalt = _entpacke_gz(inhalt, MAX_ENTPACKT, streng=True)
    if inhalt.startswith(b"PK\x03\x04"):
        return _aus_zip(inhalt)
    return _aus_gpkg(inhalt) if _ist_gpkg(inhalt) else (_aus_geojson(inhalt),)


def _ist_gpkg(inhalt: bytes) -> bool:
    return inhalt.startswith(b"SQLite format 3\x00") and inhalt[68:72] in (b"GPKG", b"GP10", b"GP11")


def _entpacke_gz(inhalt: bytes, grenze: int, *, streng: bool) -> bytes:
    entpacker = zlib.decompressobj(wbits=31)
    try:
        heraus = entpacker.decompress(inhalt, grenze + 1)
    except zlib.error as fehler:
        if not streng:
            return b""
        raise NichtLesbar("Die gepackte Datei ist beschädigt. Bitte neu herunterladen.") from fehler
    if streng and len(heraus) > grenze:
        raise NichtLesbar(_ZU_GROSS)
    if streng and not entpacker.eof:
        raise NichtLesbar("Die gepackte Datei ist unvollständig. Bitte neu herunterladen.")
    return heraus


def _namen(inhalt: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(inhalt)) as archiv:
            return archiv.namelist()
    except (*ZIP_FEHLER, ValueError):
        return []


def _aus_zip(inhalt: bytes) -> tuple[Schicht, ...]:
    try:
        with zipfile.ZipFile(io.BytesIO(inhalt)) as archiv:
            if sum(eintrag.file_size for eintrag in archiv.infolist()) > MAX_ENTPACKT:
                raise NichtLesbar(_ZU_GROSS)
            schichten: list[Schicht] = []
            for name in archiv.namelist():
                endung = PurePosixPath(name).suffix.lower()
                if "__MACOSX" in name:
                    continue
                if endung == ".shp":
                    schichten.append(_aus_shapefile(archiv, name))
                elif endung in (".gpkg", ".geojson"):
                    schichten += lies_schichten(archiv.read(name))
            return tuple(schichten)
    except ZIP_FEHLER as fehler:
        raise NichtLesbar("Das ZIP-Archiv ist beschädigt oder mit einem Kennwort geschützt.") from fehler


def _aus_shapefile(archiv: zipfile.ZipFile, name: str) -> Schicht:
    stamm = name[:-4].lower()
    teile = {
        endung: eintrag
        for eintrag in archiv.namelist()
        for endung in _TEILE
        if eintrag[: -len(endung)].lower() == stamm and eintrag.lower().endswith(endung)
    }
    if fehlend := [endung for endung in (".shx", ".dbf") if endung not in teile]:
        raise NichtLesbar(
            f"Zum Shapefile „{PurePosixPath(name).name[:60]}“ fehlt die Datei {' und '.join(fehlend)}. "
            "Bitte alle Teile (.shp, .shx, .dbf, .prj) zusammen in ein ZIP packen."
        )
    gepackt = _packe({f"flaechen{endung}": archiv.read(eintrag) for endung, eintrag in teile.items()})
    return _mit_gdal(gepackt, None, PurePosixPath(name).stem)


def _packe(dateien: Mapping[str, bytes]) -> bytes:
    """A ZIP in memory: GDAL recognises what has a name with the right ending."""
    neu = io.BytesIO()
    with zipfile.ZipFile(neu, "w", zipfile.ZIP_STORED) as ziel:
        for name, inhalt in dateien.items():
            ziel.writestr(name, inhalt)
    return neu.getvalue()


def _aus_gpkg(inhalt: bytes) -> tuple[Schicht, ...]:
    inhalt = _packe({"flaechen.gpkg": inhalt})
    try:
        liste = pyogrio.list_layers(inhalt)
    except pyogrio.errors.DataSourceError as fehler:
        raise NichtLesbar("Das GeoPackage ist beschädigt. Bitte neu speichern.") from fehler
    return tuple(_mit_gdal(inhalt, str(name), str(name)) for name, art in liste if art and "olygon" in str(art))


def _mit_gdal(inhalt: bytes, schicht: str | None, name: str) -> Schicht:
    try:
        auskunft = pyogrio.read_info(inhalt, layer=schicht, force_feature_count=True)
        if auskunft["driver"] not in _TREIBER:
            raise NichtLesbar("Das ist weder GeoJSON noch GeoPackage noch Shapefile.")
        _pruefe_menge(int(auskunft["features"]))
        meta, _, wkb, felder = pyogrio.raw.read(inhalt, layer=schicht, force_2d=True)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, UnicodeDecodeError) as fehler:
        raise NichtLesbar("Die Geodatei ist beschädigt oder unvollständig. Bitte neu speichern.") from fehler
    formen = shapely.from_wkb(wkb, on_invalid="ignore")
    _pruefe_punkte(formen)
    merkmale = {str(feld): tuple(werte.tolist()) for feld, werte in zip(meta["fields"], felder, strict=True)}
    return Schicht(name, tuple(formen), merkmale, _definition(meta["crs"]), str(meta["encoding"]).lower())


def _definition(text: object) -> CRS | None:
    try:
        return CRS.from_user_input(text) if text else None
    except CRSError:
        return None


def _aus_geojson(inhalt: bytes) -> Schicht:
    if len(inhalt) > MAX_ENTPACKT:
        raise NichtLesbar(_ZU_GROSS)
    try:
        wurzel = json.loads(inhalt.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as fehler:
        raise NichtLesbar("Das GeoJSON ist beschädigt oder unvollständig. Bitte neu speichern.") from fehler
    crs: set[str] = set()
    objekte = list(_objekte(wurzel, crs))
    _pruefe_menge(len(objekte))
    if len(crs) > 1:
        raise NichtLesbar("Die Datei nennt mehrere Koordinatensysteme. Bitte mit einem einzigen speichern.")
    formen = [_form(objekt, nummer) for nummer, objekt in enumerate(objekte, start=1)]
    _pruefe_punkte(formen)
    eigen = [objekt["properties"] if isinstance(objekt.get("properties"), dict) else {} for objekt in objekte]
    merkmale = {feld: tuple(e.get(feld) for e in eigen) for feld in dict.fromkeys(f for e in eigen for f in e)}
    return Schicht("geojson", tuple(formen), merkmale, _crs_geojson(crs.pop() if crs else None, formen))


def _objekte(wurzel: Any, crs: set[str]) -> Iterator[dict[str, Any]]:
    """All features in the order of the file, out of nested lists and collections."""
    offen: list[Any] = [wurzel]
    while offen:
        teil = offen.pop()
        if isinstance(teil, list):
            offen.extend(reversed(teil))
        elif isinstance(teil, dict):
            if isinstance(benannt := teil.get("crs"), dict):
                crs.add(str((benannt.get("properties") or {}).get("name", "?")))
            if teil.get("type") == "FeatureCollection" and isinstance(teil.get("features"), list):
                offen.extend(reversed(teil["features"]))
            elif teil.get("type") == "Feature":
                yield teil


def _form(objekt: dict[str, Any], nummer: int) -> BaseGeometry | None:
    if not objekt.get("geometry"):
        return None
    try:
        return shapely.force_2d(shape(objekt["geometry"]))
    except Exception as fehler:
        # shapely raises whatever the broken nesting of lists runs into.
        raise NichtLesbar(
            f"Die Fläche Nummer {nummer} hat eine beschädigte Geometrie. Bitte neu speichern."
        ) from fehler


def _crs_geojson(name: str | None, formen: Sequence[BaseGeometry | None]) -> CRS | None:
    """WGS 84 by default (RFC 7946), unless the numbers cannot be degrees."""
    if name is not None:
        treffer = _CRS_NAME.fullmatch(name)
        return None if treffer is None else _definition(f"EPSG:{treffer[1]}" if treffer[1] else "OGC:CRS84")
    gezeichnet = np.array([f for f in formen if f is not None], dtype=object)
    in_grad = not len(gezeichnet) or np.abs(shapely.total_bounds(gezeichnet)).max() <= 180
    return CRS.from_epsg(4326) if in_grad else None


def _pruefe_menge(anzahl: int) -> None:
    if anzahl > MAX_OBJEKTE:
        raise NichtLesbar(f"Die Datei hat {anzahl} Flächen. Gelesen werden höchstens {MAX_OBJEKTE}. Bitte teilen.")


def _pruefe_punkte(formen: Sequence[BaseGeometry | None]) -> None:
    if shapely.get_num_coordinates(np.array(formen, dtype=object)).sum() > MAX_PUNKTE:
        raise NichtLesbar("Die Grenzen sind zu fein gezeichnet. Bitte eine Ausgabe wie VG250 liefern.")
