"""Pictures of a slide: maps and what no program draws as ours do, in 300 dpi at the size they are seen in."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import vl_convert
from PIL import Image, ImageChops
from pptx.util import Inches

from presentation.charts.diagramm import Diagramm, Spec
from presentation.exports.bild import RAND, svg
from presentation.exports.folienmasse import Kasten

AUFLOESUNG: Final = 300
KARTENPIXEL: Final = 100
"""A map is drawn with more, for it is enlarged once its white edges are off."""
MEHR_FUER_KARTEN: Final = 1.25
BREITESTE_KARTE: Final = 1.5
"""In parts of its height."""
PIXEL_JE_ZOLL: Final = 84
"""So many pixels of a chart to the inch of a slide: letters of 14 px are 12 points."""
ZOLL: Final = int(Inches(1))
SPALTE: Final = int(Inches(3.9))
BREITESTE_SPALTE: Final = int(Inches(5.5))
LUFT: Final = int(Inches(0.4))


@dataclass(frozen=True)
class Bild:
    """A picture in its place."""

    png: bytes
    kasten: Kasten


@dataclass(frozen=True)
class Bildseite:
    """The picture of a slide. A map has its legend and a column for remarks beside it."""

    bild: Bild
    legende: Bild | None = None
    daneben: Kasten | None = None


def bildseite(diagramme: Sequence[Diagramm], flaeche: Kasten) -> Bildseite:
    """The charts below each other, a map beside its legend, as large as the box allows without distorting them."""
    *davor, letztes = diagramme
    if not _ist_karte(letztes.spec):
        return Bildseite(_eingepasst(diagramme, flaeche))
    feld = replace(flaeche, b=min(flaeche.b - SPALTE - LUFT, int(flaeche.h * BREITESTE_KARTE)))
    hoch = round(feld.h / ZOLL * KARTENPIXEL) - 2 * RAND
    karte = _eingepasst([replace(letztes, spec={**letztes.spec, "height": hoch})], feld, KARTENPIXEL, gross=True)
    links = karte.kasten.x + karte.kasten.b + LUFT
    spalte = Kasten(links, flaeche.y, min(flaeche.x + flaeche.b - links, BREITESTE_SPALTE), flaeche.h)
    if not davor:
        return Bildseite(karte, None, spalte)
    legende = _eingepasst(davor, replace(spalte, b=min(spalte.b, SPALTE)))
    oben = legende.kasten.unten + LUFT // 2
    return Bildseite(karte, legende, replace(spalte, y=oben, h=spalte.unten - oben))


def _ist_karte(spec: Spec) -> bool:
    return "projection" in spec or any(_ist_karte(ebene) for ebene in spec.get("layer", ()))


def _eingepasst(
    diagramme: Sequence[Diagramm], flaeche: Kasten, dichte: int = PIXEL_JE_ZOLL, *, gross: bool = False
) -> Bild:
    """Drawn so that its letters have their size, without the white around it; `gross`: then as large as the box."""
    aufloesung = AUFLOESUNG * (MEHR_FUER_KARTEN if gross else 1)
    bild = _gezeichnet(diagramme, round(flaeche.b / ZOLL * dichte), aufloesung / dichte)
    mass = min(flaeche.b / bild.width, flaeche.h / bild.height, ZOLL if gross else ZOLL / aufloesung)
    puffer = io.BytesIO()
    bild.save(puffer, "PNG", dpi=(ZOLL / mass, ZOLL / mass))
    return Bild(puffer.getvalue(), Kasten(flaeche.x, flaeche.y, int(bild.width * mass), int(bild.height * mass)))


def _gezeichnet(diagramme: Sequence[Diagramm], breite: int, mass: float) -> Image.Image:
    """The picture without the white around it, `mass` dots to the pixel."""
    bild = Image.open(io.BytesIO(vl_convert.svg_to_png(svg(diagramme, breite=breite), scale=mass))).convert("RGB")
    rand = ImageChops.difference(bild, Image.new("RGB", bild.size, "white")).getbbox()
    return bild.crop(rand) if rand else bild
