"""Choropleth as a Vega-Lite specification: geometry by URL on the screen, inline for files."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import altair as alt

from presentation.charts.diagramm import Diagramm, Spec, Vorlage, bau, ebenen, gruppe, parameter, vorlage, zeilen
from presentation.charts.klassen import Grenzen
from presentation.charts.stil import FEIN, FETT, GROESSE, Gewicht
from presentation.farben import NAMEN, Modus, Palette, palette
from presentation.maps.flaechen import (
    Flaeche,
    Zustand,
    beschriftbare,
    entwurfsmassstab,
    fuellung,
    kartentext,
    kartenwort,
    klasse_oder_zustand,
    namensmassstab,
    schriftfarbe,
    textbreite,
)

HOEHE = 560
HOEHE_KOMPAKT = 390
ZEILE = 8
"""Half the distance of the two lines of a label in px."""
NIE = 1e12
"""A scale no map reaches: JSON knows no infinity."""


@dataclass(frozen=True)
class Geometrie:
    """Where areas and their hatch lines come from: paths on our own host, or FeatureCollections for a file.

    Features carry `i`, the number of `Flaeche`; rings run clockwise, as d3 reads them.
    """

    gebiete: str | dict[str, Any]
    schraffur: str | dict[str, Any]


def karte(
    flaechen: Sequence[Flaeche],
    grenzen: Grenzen,
    geometrie: Geometrie,
    *,
    titel: str,
    modus: Modus,
    stellen: int = 1,
    gewaehlt: str | None = None,
    kompakt: bool = False,
    hoehe: int | None = None,
    liste: str = "Gebiet wählen",
    nur_gewaehlt: bool = False,
) -> Diagramm:
    """Draw areas in five classes, protected ones hatched, with name and value inside or beside them.

    `gewaehlt` is the area to outline. `kompakt` is the side map of the Überblick. `liste` names the list that
    holds all values when they are too many for the text alternative. `nur_gewaehlt`: no label but that of the chosen
    area, for a map too small for all of them. `hinweise`: which way more is.
    """
    farben = palette(modus)
    stellen_je_flaeche = {f.i: klasse_oder_zustand(f, grenzen) for f in flaechen}
    anzahl = max(stellen_je_flaeche, default=-1) + 1
    in_frage = [f for f in flaechen if f.gebiet == gewaehlt or not nur_gewaehlt]
    worte = [kartenwort(f, grenzen, stellen) for f in in_frage]
    massstab = namensmassstab(in_frage, worte)
    seite = hoehe or (HOEHE_KOMPAKT if kompakt else HOEHE)
    beschriftet = beschriftbare(in_frage, worte, entwurfsmassstab(flaechen, seite))
    schrift = [
        _schriftzeile(f, wort, klasse_oder_zustand(f, grenzen), farben)
        for f, wort in zip(in_frage, worte, strict=True)
        if f.i in beschriftet
    ]
    spec = karten_vorlage(modus, kompakt).gefuellt(
        {
            "gebiete": _quelle(geometrie.gebiete),
            "schraffur": _quelle(geometrie.schraffur),
            "umriss": _quelle(geometrie.gebiete),
            "schrift": zeilen(schrift + _raender(in_frage, worte, massstab)),
        },
        {
            "farben": [fuellung(stellen_je_flaeche.get(i, Zustand.KEINE_ANGABE), farben) for i in range(anzahl)],
            "geschuetzt": [i for i, s in stellen_je_flaeche.items() if s is Zustand.GESCHUETZT],
            "hell": [i for i, s in stellen_je_flaeche.items() if s == 0 or isinstance(s, Zustand)],
            "namen_ab": massstab if math.isfinite(massstab) else NIE,
            "gewaehlt": next((f.i for f in flaechen if f.gebiet == gewaehlt), -1),
        },
    )
    if hoehe is not None:
        spec["height"] = hoehe
    return Diagramm(spec, kartentext(flaechen, grenzen, titel, stellen, liste), (farben.mehr_heisst,))


def _quelle(geometrie: str | dict[str, Any]) -> Spec:
    format_: Spec = {"type": "json", "property": "features"}
    if isinstance(geometrie, str):
        return {"url": geometrie, "format": format_}
    return {"values": geometrie, "format": format_}


def _schriftzeile(flaeche: Flaeche, wort: str, stelle: int | Zustand, farben: Palette) -> Spec:
    innen = flaeche.anker == "middle"
    return {
        "lon": flaeche.lon,
        "lat": flaeche.lat,
        "anker": {"start": "left", "middle": "center", "end": "right"}[flaeche.anker],
        "name": flaeche.kurzname or flaeche.name,
        "text": wort,
        "farbe": schriftfarbe(stelle, farben) if innen else farben.text,
        "hof": fuellung(stelle, farben) if innen else farben.grund,
    }


def _raender(flaechen: Sequence[Flaeche], worte: Sequence[str], massstab: float) -> list[Spec]:
    """Empty labels where those outside the areas end: Vega fits the map to points, not to their text."""
    if not 0 < massstab < math.inf:
        return []
    richtung = {"start": 1, "middle": 0, "end": -1}
    return [
        {"lon": f.lon + richtung[f.anker] * math.degrees(textbreite(f, wort) / massstab), "lat": f.lat}
        for f, wort in zip(flaechen, worte, strict=True)
        if f.anker != "middle"
    ]


@cache
def karten_vorlage(modus: Modus, kompakt: bool) -> Vorlage:
    """Map with named data `gebiete`, `schraffur`, `umriss`, `schrift` and parameters by area number."""
    spec = dict(_karte())
    spec["height"] = HOEHE_KOMPAKT if kompakt else HOEHE
    return vorlage(spec, modus)


@cache
def _karte() -> Spec:
    farben = NAMEN
    gewaehlt = "datum.properties.i == gewaehlt"
    gebiete = gruppe(
        "gebiete",
        _form(stroke=farben.grund, strokeWidth=1.5)
        .transform_calculate(farbe="farben[datum.properties.i]")
        .encode(color=alt.Color("farbe:N", scale=None)),
        # The lightest class and the states would melt into the ground: they get an outline of their own.
        _form(filled=False, stroke=farben.grenze, strokeWidth=0.8).transform_filter(
            "indexof(hell, datum.properties.i) >= 0"
        ),
    )
    schraffur = gruppe(
        "schraffur",
        _form(filled=False, stroke=farben.schraffur, strokeWidth=0.9).transform_filter(
            "indexof(geschuetzt, datum.properties.i) >= 0"
        ),
    )
    umriss = gruppe(
        "umriss",
        _form(filled=False, stroke=farben.grund, strokeWidth=6, strokeJoin="round").transform_filter(gewaehlt),
        _form(filled=False, stroke=farben.bezug, strokeWidth=3, strokeJoin="round").transform_filter(gewaehlt),
    )
    diagramm = (
        ebenen(gebiete, schraffur, umriss, _schrift())
        .add_params(*parameter(farben=[], geschuetzt=[], hell=[], namen_ab=0, gewaehlt=-1))
        .project(type="mercator")
    )
    return bau(diagramm, 560, HOEHE, rand=4)


def _form(**eigenschaften: Any) -> alt.Chart:
    form: alt.Chart = alt.Chart().mark_geoshape(aria=False, **eigenschaften)
    return form


def _schrift() -> alt.LayerChart:
    """Names and values, each with a halo in the colour of its own area below it."""
    return gruppe(
        "schrift",
        _wort("name", FEIN, oben=True, hof=True),
        _wort("text", FETT, oben=False, hof=True),
        _wort("name", FEIN, oben=True, hof=False),
        _wort("text", FETT, oben=False, hof=False),
    )


def _wort(feld: str, gewicht: Gewicht, *, oben: bool, hof: bool) -> alt.Chart:
    namen = "geoScale('projection') >= namen_ab"
    rand: dict[str, Any] = {"stroke": alt.expr("datum.hof"), "strokeWidth": 3.5, "strokeJoin": "round"}
    marke: alt.Chart = (
        alt.Chart()
        .mark_text(
            fontSize=GROESSE,
            fontWeight=gewicht,
            baseline="middle",
            align=alt.expr("datum.anker"),
            dy=-ZEILE if oben else alt.expr(f"{namen} ? {ZEILE} : 0"),
            opacity=alt.expr(f"{namen} ? 1 : 0") if oben else 1,
            aria=False,
            **(rand if hof else {}),
        )
        .encode(longitude="lon:Q", latitude="lat:Q", text=f"{feld}:N", color=alt.Color("farbe:N", scale=None))
    )
    return marke
