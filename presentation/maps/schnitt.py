"""The map of a cut being made: Gemeinden to click, thick lines between Planungsräume, names, hatched gaps.

No geometry in the message: areas, hatching and borders come by URL once, and one letter a Gemeinde says where it
lies. So a border is thick because the letters at its two sides differ, whatever the cut.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pydeck as pdk

from data_access.grenzen import Beschriftung
from models.schnitt import Schnitt
from presentation.charts.diagramm import satz
from presentation.farben import Modus, Palette, palette
from presentation.maps.deck import (
    DURCHSICHTIG,
    EBENE,
    HOEHE,
    KACHEL,
    NAMENSGEWICHT,
    WERTGEWICHT,
    Karte,
    ansicht,
    deckbild,
    geojson_ebene,
    je_ziffer,
    rgba,
    schriftebene,
)
from presentation.maps.flaechen import BREITE_NAME, BREITE_WERT, MEISTE_NAMEN, mercator

ERSTES_ZEICHEN: Final = 0x4E00
"""Letters of the chain: one code point a Planungsraum, far from quotes, brackets and backslashes."""
LUECKE: Final = "-"
ZEILENHOEHE: Final = 17.0
ALT_RAEUME: Final = 40


@dataclass(frozen=True)
class Adressen:
    """Paths on our own host: areas, hatching and borders of the Gemeinden."""

    gebiete: str
    schraffur: str
    kanten: str


def schnittkarte(
    schnitt: Schnitt,
    orte: Sequence[Beschriftung],
    raumorte: Sequence[Beschriftung],
    adressen: Adressen,
    kasten: tuple[float, float, float, float],
    *,
    titel: str,
    modus: Modus,
    aktiv: str | None,
    schritt: int,
    breite: int,
    hoehe: int = HOEHE,
) -> Karte:
    """Build the map. `orte`: Gemeinden in the order of the geometry; `raumorte`: where the names of areas stand.

    `schritt` changes with every step of the edit, so that the next click on the same Gemeinde counts again.
    """
    farben = palette(modus)
    blick = ansicht(kasten, breite, hoehe)
    massstab = KACHEL * 2**blick.zoom / (2 * math.pi)
    kette = _kette(schnitt, orte)
    offen = "".join("1" if zeichen == LUECKE else "0" for zeichen in kette)
    eigene = _zeichen(schnitt).get(aktiv or "", LUECKE + LUECKE)
    fuellungen = "".join("2" if z == LUECKE else "1" if z == eigene else "0" for z in kette)
    ebenen = [
        _flaechen(adressen.gebiete, fuellungen, farben),
        _schraffur(adressen.schraffur, offen, farben),
        *_grenzen(adressen.kanten, kette, farben),
        *_namen(schnitt, orte, raumorte, massstab, aktiv, farben),
        geojson_ebene(
            f"{EBENE}_{schritt}",
            adressen.gebiete,
            {"polygons-fill": {"getFillColor": DURCHSICHTIG}},
            stroked=False,
            pickable=True,
        ),
    ]
    hinweise = ("Dicke Linien trennen Planungsräume. Schraffiert: noch in keinem Planungsraum.",)
    return Karte(deckbild(ebenen, blick), _alt(schnitt, {o.gebiet: o.name for o in orte}, titel), hinweise)


def _zeichen(schnitt: Schnitt) -> dict[str, str]:
    return {raum: chr(ERSTES_ZEICHEN + n) for n, (raum, _) in enumerate(schnitt.raeume)}


def _kette(schnitt: Schnitt, orte: Sequence[Beschriftung]) -> str:
    zeichen, raum_von = _zeichen(schnitt), schnitt.raum_von
    return "".join(zeichen[raum_von[o.gebiet]] if o.gebiet in raum_von else LUECKE for o in orte)


def _flaechen(url: str, kette: str, farben: Palette) -> pdk.Layer:
    farbe = je_ziffer([rgba(farben.klassen[0]), rgba(farben.klassen[1]), rgba(farben.grund)], kette)
    teile = {"polygons-fill": {"getFillColor": f"@@={farbe}", "updateTriggers": {"getFillColor": kette}}}
    return geojson_ebene("flaechen", url, teile, get_line_color=rgba(farben.grenze), get_line_width=1)


def _schraffur(url: str, offen: str, farben: Palette) -> pdk.Layer:
    teile = {"linestrings": {"updateTriggers": {"getColor": offen}}}
    striche = je_ziffer([DURCHSICHTIG, rgba(farben.schraffur)], offen)
    return geojson_ebene("schraffur", url, teile, get_line_color=striche, get_line_width=1)


def _grenzen(url: str, kette: str, farben: Palette) -> list[pdk.Layer]:
    """Ground below and ink above, so that the line stands out on every fill."""
    # The outside is number -1: it has no letter and differs from every one.
    gleich = f"('{kette}')[properties.a] == ('{kette}')[properties.b]"
    teile = {"linestrings": {"updateTriggers": {"getColor": kette}}}
    return [
        geojson_ebene(
            name,
            url,
            teile,
            get_line_color=f"({gleich}) ? ({DURCHSICHTIG}) : ({rgba(farbe)})",
            get_line_width=breite,
        )
        for name, farbe, breite in (("grenzgrund", farben.grund, 6), ("grenzen", farben.text, 2.5))
    ]


def _namen(
    schnitt: Schnitt,
    orte: Sequence[Beschriftung],
    raumorte: Sequence[Beschriftung],
    massstab: float,
    aktiv: str | None,
    farben: Palette,
) -> list[pdk.Layer]:
    """Names of Planungsräume in bold; those of Gemeinden, unless there are many, where they touch no other label."""
    belegt: list[tuple[float, float, float, float]] = []
    gross = [_zeile(o, o.name, farben.text, massstab, BREITE_WERT) for o in raumorte]
    belegt += [kasten for _, kasten in gross]
    raum_von = schnitt.raum_von
    je_hof: dict[str, list[dict[str, Any]]] = {}
    benannte = orte if len(orte) <= MEISTE_NAMEN else ()
    for o in sorted(benannte, key=lambda o: (raum_von.get(o.gebiet) is not None, o.name)):
        for versatz in (0.0, ZEILENHOEHE, -ZEILENHOEHE):
            zeile, kasten = _zeile(o, o.name, farben.leise, massstab, BREITE_NAME, versatz)
            if not any(_ueberlappt(kasten, anderer) for anderer in belegt):
                belegt.append(kasten)
                eigen = raum_von.get(o.gebiet)
                if eigen == aktiv and eigen is not None:
                    zeile["farbe"] = rgba(farben.klassentext[1])
                innen = o.anker == "middle" and eigen is not None
                hof = farben.klassen[1 if eigen == aktiv else 0] if innen else farben.grund
                je_hof.setdefault(hof, []).append(zeile)
                break
    gemeinden = [schriftebene(zeilen, hof, NAMENSGEWICHT) for hof, zeilen in sorted(je_hof.items())]
    # A name across several areas gets a halo of the ground: dark letters on a tint stay readable, and light ones too.
    return [*gemeinden, schriftebene([zeile for zeile, _ in gross], farben.grund, WERTGEWICHT)] if gross else gemeinden


def _zeile(
    ort: Beschriftung, text: str, farbe: str, massstab: float, zeichenbreite: float, versatz: float = 0.0
) -> tuple[dict[str, Any], tuple[float, float, float, float]]:
    x, y = (wert * massstab for wert in mercator(ort.lon, ort.lat))
    breite = len(text) * zeichenbreite
    links = {"start": 0.0, "middle": -breite / 2, "end": -breite}[ort.anker]
    zeile = {
        "text": text,
        "ort": [ort.lon, ort.lat],
        "anker": ort.anker,
        "farbe": rgba(farbe),
        "versatz": [0, versatz],
    }
    mitte = -y + versatz
    return zeile, (x + links, mitte - ZEILENHOEHE / 2, x + links + breite, mitte + ZEILENHOEHE / 2)


def _ueberlappt(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _alt(schnitt: Schnitt, namen: Mapping[str, str], titel: str) -> str:
    kopf = satz(f"Karte: {titel}")
    if len(schnitt.raeume) > ALT_RAEUME or len(namen) > ALT_RAEUME * 2:
        return f"{kopf} {len(schnitt.raeume)} Planungsräume, ihre Gemeinden stehen in der Liste und in der Tabelle."
    teile = [
        f"{name}: {', '.join(namen[ags] for ags in schnitt.glieder(raum) if ags in namen) or 'keine Gemeinde'}"
        for raum, name in schnitt.raeume
    ]
    offen = [name for ags, name in namen.items() if ags not in schnitt.raum_von]
    teile += [f"in keinem Planungsraum: {', '.join(offen)}"] if offen else []
    return f"{kopf} {satz('; '.join(teile))}"
