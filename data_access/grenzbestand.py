"""Which boundaries hold: those of the newest Lieferung that has an area, else the shipped ones (VG250 of 2016).

An area without outline of its own is drawn as the union of the areas that went into it, so that a map of 2016 can show
figures of 2021. Longitude and latitude in degrees (WGS 84), for drawing only: densities use the official area.
"""

import hashlib
import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from sqlmodel import col, select

from data_access.datenbank import sitzung
from data_access.einstellungen import PROJEKT, einstellungen
from data_access.gebietsaenderungen import Aenderung, aenderungen, mitgelieferte, teile
from models.tabellen import Grenzausgabe, Lieferung
from models.vokabular import Lieferungsstand

AUSGABE: Final = "vg250-2016-1"
"""Edition of the shipped boundaries and their simplification: part of every address a browser keeps for a year."""

QUELLE: Final = "© GeoBasis-DE / BKG 2016 (Daten verändert)"
"""The credit GeoNutzV demands on every map of the shipped boundaries."""

ORDNER: Final = PROJEKT / "daten" / "grenzen"
VIELE: Final = 100
"""From so many Gemeinden on a map is drawn coarser: at the size of a Land nobody sees a hundred metres."""

GROB: Final = 0.002
"""Tolerance of that drawing in degrees; at 560 px a Land has about 0.006 degrees a pixel."""

_STELLEN_GROB: Final = 4
_log = logging.getLogger(__name__)

Zuordnung = Sequence[tuple[str, str, str]]
"""Rows (ags, gebiet, name): which Gemeinde is drawn as part of which area."""


class KeineGrenzenError(LookupError):
    """There is no boundary for anything that was asked for."""


@dataclass(frozen=True)
class Flaeche:
    """An area with its outline, outer rings clockwise: d3 and with it Vega read RFC 7946 as the rest of the globe."""

    gebiet: str
    name: str
    form: BaseGeometry


@dataclass(frozen=True)
class Ausgabe:
    """Boundaries of one Lieferung: a file below `SRB_DATA_DIR`, its checksum and the credit it demands."""

    datei: str
    pruefsumme: str
    quelle: str


@dataclass(frozen=True, eq=False)
class Grenzbestand:
    """All boundaries at one moment; the same object as long as nothing changes, so it is a key of caches."""

    formen: Mapping[str, tuple[BaseGeometry, str]]
    zusammen: Mapping[str, tuple[str, ...]]
    version: str

    def form(self, ags: str) -> BaseGeometry | None:
        """The outline of an area by key, its own or that of all its former parts; None if something is missing."""
        if ags in self.formen:
            return self.formen[ags][0]
        alte = self.zusammen.get(ags, ())
        if not alte or any(alt not in self.formen for alt in alte):
            return None
        return shapely.union_all([self.formen[alt][0] for alt in alte])

    def quelle(self, gebiete: Iterable[str]) -> str:
        """The credits of the areas drawn, each once. Of the shipped edition if nothing is drawn."""
        gezeichnet = (teil for g in gebiete for teil in ((g,) if g in self.formen else self.zusammen.get(g, ())))
        quellen = dict.fromkeys(self.formen[g][1] for g in gezeichnet if g in self.formen)
        return "; ".join(quellen) or QUELLE


def gueltige() -> Grenzbestand:
    """The boundaries in force: one query, everything else from memory."""
    with sitzung() as s:
        zeilen = s.exec(
            select(Grenzausgabe)
            .join(Lieferung, col(Lieferung.id) == Grenzausgabe.lieferung_id)
            .where(Lieferung.stand == Lieferungsstand.GESPEICHERT)
            .order_by(col(Lieferung.nummer).desc())
        ).all()
    ausgaben = tuple(Ausgabe(z.datei, z.pruefsumme, z.quelle) for z in zeilen)
    return _bestand(str(einstellungen().datenordner()), ausgaben, aenderungen())


def mitgelieferter() -> Grenzbestand:
    """The shipped boundaries alone."""
    return _bestand("", (), mitgelieferte())


@lru_cache(maxsize=4)
def _bestand(ordner: str, ausgaben: tuple[Ausgabe, ...], alle: tuple[Aenderung, ...]) -> Grenzbestand:
    formen: dict[str, tuple[BaseGeometry, str]] = {}
    for ausgabe in ausgaben:
        for ags, form in _lies(Path(ordner) / ausgabe.datei, ausgabe.pruefsumme).items():
            formen.setdefault(ags, (form, ausgabe.quelle))
    for ags, form in _lies(ORDNER / "gemeinden.geojson").items():
        formen.setdefault(ags, (form, QUELLE))
    zusammen = {neu: tuple(t.ags for t in liste if t.ags != neu) for neu, liste in teile(alle).items()}
    kennung = repr((ausgaben, alle)).encode()
    return Grenzbestand(formen, zusammen, f"{AUSGABE}-{hashlib.sha256(kennung).hexdigest()[:8]}")


def _lies(datei: Path, pruefsumme: str | None = None) -> dict[str, BaseGeometry]:
    """Outlines by key. A file of a Lieferung that is gone or was changed is left out: the list shows its areas."""
    try:
        inhalt = datei.read_bytes()
    except OSError:
        if pruefsumme is None:
            raise
        inhalt = b""
    if pruefsumme is not None and hashlib.sha256(inhalt).hexdigest() != pruefsumme:
        _log.error("Die Grenzen in %s fehlen oder wurden verändert.", datei.name)
        return {}
    return {f["properties"]["ags"]: shape(f["geometry"]) for f in json.loads(inhalt)["features"]}


@lru_cache(maxsize=64)
def flaechen(zuordnung: tuple[tuple[str, str, str], ...], bestand: Grenzbestand) -> tuple[Flaeche, ...]:
    """The areas of an assignment that can be drawn, by id: all Gemeinden of an area, or its own outline.

    Raises `KeineGrenzenError` if there is none, ValueError if a Gemeinde stands in two areas.
    """
    gebiete: dict[str, tuple[str, list[str]]] = {}
    gesehen: set[str] = set()
    for ags, gebiet, name in zuordnung:
        if ags in gesehen:
            raise ValueError(f"Die Gemeinde {ags} steht in zwei Gebieten. Erlaubt ist eines.")
        gesehen.add(ags)
        gebiete.setdefault(gebiet, (name, []))[1].append(ags)
    formen = _formen(tuple(sorted(gesehen)), bestand)
    ergebnis = []
    for gebiet, (name, orte) in sorted(gebiete.items()):
        if all(ort in formen for ort in orte):
            form = shapely.union_all([formen[ort] for ort in orte])
        else:
            form = bestand.form(gebiet)
        if form is not None and not form.is_empty:
            ergebnis.append(Flaeche(gebiet, name, shapely.orient_polygons(form, exterior_cw=True)))
    if not ergebnis:
        raise KeineGrenzenError("Für diese Gebiete liegen keine Grenzen vor. Bitte eine Datei mit Grenzen importieren.")
    return tuple(ergebnis)


@lru_cache(maxsize=16)
def _formen(orte: tuple[str, ...], bestand: Grenzbestand) -> dict[str, BaseGeometry]:
    """Outlines of the Gemeinden that have one, coarser on their shared lines if they are many."""
    formen = {ags: form for ags in orte if (form := bestand.form(ags)) is not None}
    if len(formen) < VIELE:
        return formen
    grob = shapely.coverage_simplify(np.array(list(formen.values()), dtype=object), GROB)
    rund = shapely.transform(grob, lambda punkte: punkte.round(_STELLEN_GROB))
    heil = np.where(shapely.is_valid(rund), rund, grob)
    return dict(zip(formen, heil, strict=True))


def ohne_grenzen(zuordnung: Zuordnung, bestand: Grenzbestand) -> list[str]:
    """Names of the areas of an assignment that cannot be drawn, by name."""
    namen = {gebiet: name for _, gebiet, name in zuordnung}
    try:
        gezeichnet = {f.gebiet for f in flaechen(tuple(zuordnung), bestand)}
    except KeineGrenzenError:
        gezeichnet = set()
    return sorted(name for gebiet, name in namen.items() if gebiet not in gezeichnet)
