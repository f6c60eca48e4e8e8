"""The moving map of /karte: deck.gl without base map, geometry by URL, colours by the number of the area.

The message of a run holds no geometry: every layer reads the same GeoJSON from our own host, and a chain of one
digit per area picks its colour. So a new year costs a few kB.
"""

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

import pydeck as pdk

from presentation.charts.klassen import Grenzen
from presentation.charts.stil import GROESSE, SCHRIFTFOLGE
from presentation.farben import Modus, Palette, palette
from presentation.maps.flaechen import (
    Flaeche,
    Zustand,
    beschriftbare,
    fuellung,
    kartentext,
    kartenwort,
    klasse_oder_zustand,
    mercator,
    namensmassstab,
    schriftfarbe,
)

EBENE: Final = "gebiete"
"""Beginning of the id of the layer that reports clicks; `geklickt` reads the report."""
HOEHE: Final = 560
RAND: Final = 14
"""Free px around the areas."""
KACHEL: Final = 512
"""deck.gl's size of the world at zoom 0, in px."""
ZEILE: Final = 9
NAMENSGEWICHT: Final = 500
WERTGEWICHT: Final = 700
"""One step bolder than in drawn charts: letters from a distance field come out thinner."""

Farbe = list[int]


@dataclass(frozen=True)
class Karte:
    """The deck with its text alternative; shown with `st.pydeck_chart(deck, height=..., on_select=..., alt=alt)`."""

    deck: pdk.Deck
    alt: str
    hinweise: tuple[str, ...]


# pydeck tries to import its Jupyter widget for every deck, in vain: a tenth of the time of a page.
pdk.bindings.deck.has_jupyter_extra = lambda: False


class _Deck(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """A deck that writes itself without indentation: half the message."""

    def to_json(self) -> str:
        return json.dumps(json.loads(super().to_json()), separators=(",", ":"), ensure_ascii=False)


def deck(
    flaechen: Sequence[Flaeche],
    grenzen: Grenzen,
    gebiete_url: str,
    schraffur_url: str,
    kasten: tuple[float, float, float, float],
    *,
    titel: str,
    modus: Modus,
    stellen: int = 1,
    gewaehlt: str | None = None,
    breite: int = 430,
    hoehe: int = HOEHE,
    liste: str = "Gebiet wählen",
) -> Karte:
    """Build the map.

    `kasten`: west, south, east, north of all areas in degrees; the view fits it into `breite` x `hoehe` px. URLs
    are paths on our own host whose features carry `i` and `gebiet`. `gewaehlt`: the area to outline. The view does
    not depend on values or selection, so the reader's zoom survives a new year.
    """
    farben = palette(modus)
    stellen_je_flaeche = {f.i: klasse_oder_zustand(f, grenzen) for f in flaechen}
    kette = _kette(stellen_je_flaeche)
    blick = ansicht(kasten, breite, hoehe)
    massstab = KACHEL * 2**blick.zoom / (2 * math.pi)
    auswahl = next((f.i for f in flaechen if f.gebiet == gewaehlt), -1)
    ebenen = [
        _flaechenebene(gebiete_url, kette, farben),
        _schraffurebene(schraffur_url, kette, farben),
        *_umrissebenen(gebiete_url, auswahl, farben),
        *_schriftebenen(flaechen, grenzen, stellen, massstab, farben),
        _klickebene(gebiete_url, auswahl),
    ]
    zeichnung = deckbild(ebenen, blick)
    return Karte(zeichnung, kartentext(flaechen, grenzen, titel, stellen, liste), (farben.mehr_heisst,))


def deckbild(ebenen: Sequence[pdk.Layer], blick: pdk.ViewState) -> pdk.Deck:
    """The layers as a map that neither turns nor fetches anything."""
    return _Deck(
        layers=list(ebenen),
        initial_view_state=blick,
        # A wheel that zooms would catch readers on their way down the page; turning and tilting mean nothing here.
        views=[
            pdk.View(
                type="MapView",
                controller={
                    "scrollZoom": False,
                    "dragRotate": False,
                    "touchRotate": False,
                    "keyboard": {"zoomSpeed": 1, "moveSpeed": 60, "rotateSpeedX": 0, "rotateSpeedY": 0},
                },
            )
        ],
        # No base map and no style: either would be fetched from a foreign host.
        map_provider=None,
        tooltip=False,
    )


def geklickt(auswahl: Mapping[str, Any]) -> str | None:
    """The `gebiet` of the area that was clicked, from `event.selection`; None if nothing is selected."""
    for name, objekte in auswahl.get("objects", {}).items():
        if name.startswith(EBENE) and objekte:
            return str(objekte[0]["properties"]["gebiet"])
    return None


def rgba(farbe: str, deckung: int = 255) -> Farbe:
    """`#RRGGBB` as deck.gl wants it."""
    return [*(int(farbe[n : n + 2], 16) for n in (1, 3, 5)), deckung]


DURCHSICHTIG: Final[Farbe] = [0, 0, 0, 0]

_ZUSTANDSZIFFER: Final[dict[Zustand, int]] = {zustand: 5 + n for n, zustand in enumerate(Zustand)}


def _kette(stellen: dict[int, int | Zustand]) -> str:
    """One digit per area number: class 0 to 4, states from 5 on; numbers without an area read "k. A."."""
    ziffern = [stellen.get(i, Zustand.KEINE_ANGABE) for i in range(max(stellen, default=-1) + 1)]
    return "".join(str(_ZUSTANDSZIFFER[s] if isinstance(s, Zustand) else s) for s in ziffern)


def je_ziffer(farben: Iterable[Farbe], kette: str) -> str:
    """Expression: the colour that the digit of an area's number in `kette` stands for."""
    # deck.gl's expressions index only what stands in brackets; without them the map stays empty and silent.
    return f"({json.dumps(list(farben), separators=(',', ':'))})[('{kette}')[properties.i]]"


def geojson_ebene(name: str, url: str, teile: dict[str, Any], **eigenschaften: Any) -> pdk.Layer:
    """A layer whose colours sit in `_subLayerProps`.

    Streamlit pales every `getFillColor` and `getColor` it finds as soon as something is selected, and drops the
    update triggers beside them. Both would lie about values, so colours and triggers go one level down.
    """
    return pdk.Layer(
        "GeoJsonLayer",
        url,
        id=name,
        line_width_units="'pixels'",
        line_joint_rounded=True,
        _subLayerProps=teile,
        **{"pickable": False, **eigenschaften},
    )


def _flaechenebene(url: str, kette: str, farben: Palette) -> pdk.Layer:
    fuellungen = [rgba(farbe) for farbe in farben.klassen] + [rgba(fuellung(z, farben)) for z in Zustand]
    # White borders between dark areas; the lightest class and the states need an outline on the ground.
    raender = [rgba(farben.grenze), *[rgba(farben.grund)] * 4, *[rgba(farben.grenze)] * len(Zustand)]
    teile = {
        "polygons-fill": {
            "getFillColor": f"@@={je_ziffer(fuellungen, kette)}",
            "updateTriggers": {"getFillColor": kette},
        },
        "polygons-stroke": {"updateTriggers": {"getColor": kette}},
    }
    return geojson_ebene("flaechen", url, teile, get_line_color=je_ziffer(raender, kette), get_line_width=1.5)


def _schraffurebene(url: str, kette: str, farben: Palette) -> pdk.Layer:
    sichtbar = _ZUSTANDSZIFFER[Zustand.GESCHUETZT]
    striche = [rgba(farben.schraffur) if n == sichtbar else DURCHSICHTIG for n in range(5 + len(Zustand))]
    teile = {"linestrings": {"updateTriggers": {"getColor": kette}}}
    return geojson_ebene("schraffur", url, teile, get_line_color=je_ziffer(striche, kette), get_line_width=1)


def _umrissebenen(url: str, auswahl: int, farben: Palette) -> list[pdk.Layer]:
    return [
        geojson_ebene(
            name,
            url,
            {"polygons-stroke": {"updateTriggers": {"getColor": auswahl}}},
            filled=False,
            get_line_color=f"properties.i == {auswahl} ? ({rgba(farbe)}) : ({DURCHSICHTIG})",
            get_line_width=breite,
        )
        for name, farbe, breite in (("umriss_grund", farben.grund, 6), ("umriss", farben.bezug, 3))
    ]


def _klickebene(url: str, auswahl: int) -> pdk.Layer:
    """Invisible areas that take the click.

    Their id changes with the selection: so Streamlit forgets its own one, and the next click on any area counts,
    whatever the list beside the map has chosen in between.
    """
    teile = {"polygons-fill": {"getFillColor": DURCHSICHTIG}}
    return geojson_ebene(f"{EBENE}_{auswahl}", url, teile, stroked=False, pickable=True)


def _schriftebenen(
    flaechen: Sequence[Flaeche], grenzen: Grenzen, stellen: int, massstab: float, farben: Palette
) -> list[pdk.Layer]:
    """Labels with a halo in the colour of their own area: deck.gl knows one halo per layer, so one layer per fill."""
    worte = [kartenwort(f, grenzen, stellen) for f in flaechen]
    mit_namen = massstab >= namensmassstab(flaechen, worte)
    beschriftet = beschriftbare(flaechen, worte, massstab)
    zeilen: list[tuple[str, int, dict[str, Any]]] = []
    for f, wort in zip(flaechen, worte, strict=True):
        if f.i not in beschriftet:
            continue
        stelle = klasse_oder_zustand(f, grenzen)
        innen = f.anker == "middle"
        hof = fuellung(stelle, farben) if innen else farben.grund
        farbe = rgba(schriftfarbe(stelle, farben) if innen else farben.text)
        ort = {"ort": [f.lon, f.lat], "anker": f.anker, "farbe": farbe}
        if mit_namen:
            zeilen.append((hof, NAMENSGEWICHT, {**ort, "text": f.kurzname or f.name, "versatz": [0, -ZEILE]}))
        zeilen.append((hof, WERTGEWICHT, {**ort, "text": wort, "versatz": [0, ZEILE if mit_namen else 0]}))
    zeilen.sort(key=lambda zeile: zeile[:2])
    return [
        schriftebene([zeile for *_, zeile in gruppe], hof, gewicht)
        for (hof, gewicht), gruppe in groupby(zeilen, key=lambda zeile: zeile[:2])
    ]


def schriftebene(zeilen: list[dict[str, Any]], hof: str, gewicht: int) -> pdk.Layer:
    """Labels (text, ort, anker, farbe, versatz in px) with a halo in the colour `hof`."""
    farben_folge = "".join(bytes(zeile["farbe"]).hex() for zeile in zeilen)
    return pdk.Layer(
        "TextLayer",
        zeilen,
        id=f"schrift_{gewicht}_{hof[1:]}",
        get_position="ort",
        get_text="text",
        # As for areas: Streamlit would pale `getColor` of the layer itself.
        _subLayerProps={
            "characters": {
                "getColor": "@@=farbe",
                "updateTriggers": {"getColor": farben_folge},
            }
        },
        get_text_anchor="anker",
        get_pixel_offset="versatz",
        get_size=GROESSE,
        font_family=f"'{SCHRIFTFOLGE}'",
        font_weight=gewicht,
        # The letters that occur, umlauts included; deck.gl's default set is ASCII.
        character_set="'auto'",
        font_settings={"sdf": True, "fontSize": 64, "buffer": 12, "radius": 16},
        outline_width=6,
        outline_color=rgba(hof),
    )


def ansicht(kasten: tuple[float, float, float, float], breite: int, hoehe: int) -> pdk.ViewState:
    """The view that shows the box with a margin; the reader may zoom in four steps and out half a step."""
    (x1, y1), (x2, y2) = mercator(*kasten[:2]), mercator(*kasten[2:])
    je_radiant = min((breite - 2 * RAND) / max(x2 - x1, 1e-9), (hoehe - 2 * RAND) / max(y2 - y1, 1e-9))
    zoom = math.log2(je_radiant * 2 * math.pi / KACHEL)
    mitte_y = (y1 + y2) / 2
    return pdk.ViewState(
        longitude=(kasten[0] + kasten[2]) / 2,
        latitude=math.degrees(2 * math.atan(math.exp(mitte_y)) - math.pi / 2),
        zoom=round(zoom, 3),
        min_zoom=round(zoom - 0.5, 3),
        max_zoom=round(zoom + 4, 3),
    )
