"""Pictures of a slide: maps and what no program draws as ours do, in 300 dpi at the size they are seen in."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import vl_convert
from PIL import Image, ImageChops
from pptx.util import Inches

from presentation.charts.diagramm import Diagramm
from presentation.exports.bild import PUNKT_JE_PIXEL, RAND, svg
from presentation.exports.folienmasse import Kasten

AUFLOESUNG: Final = 300
PIXEL_JE_ZOLL: Final = 84
"""So many pixels of a chart to the inch of a slide: letters of 14 px are 12 points."""
BREITER_ALS: Final = 1.9
"""Pictures that are wider than this in parts of their height leave no column beside them."""
SPALTE: Final = int(Inches(3.9))
LUFT: Final = int(Inches(0.35))
EINE_ZEILE: Final = 60
"""Pixels between legend and map and around them."""


@dataclass(frozen=True)
class Bild:
    """A picture in its place. `daneben`: the column that is free for remarks, None if there is none."""

    png: bytes
    kasten: Kasten
    daneben: Kasten | None

    def eingepasst(self, flaeche: Kasten) -> "Bild":
        """The picture, smaller where the box has become so."""
        mass = min(1.0, flaeche.h / self.kasten.h)
        return replace(self, kasten=replace(self.kasten, b=int(self.kasten.b * mass), h=int(self.kasten.h * mass)))


def bild_fuer(diagramme: Sequence[Diagramm], flaeche: Kasten, mit_spalte: bool) -> Bild:
    """The charts below each other, as large as the box allows without distorting them."""
    zoll = Inches(1)
    karte = any("projection" in str(d.spec)[:20000] for d in diagramme)
    frei = flaeche.b - SPALTE - LUFT if mit_spalte and karte else flaeche.b
    breite = round(frei / zoll * PIXEL_JE_ZOLL)
    if karte:
        hoch = round(flaeche.h / zoll * PIXEL_JE_ZOLL)
        rest = hoch - 2 * RAND - EINE_ZEILE - sum(_hoehe(d) for d in diagramme[:-1])
        diagramme = [*diagramme[:-1], replace(diagramme[-1], spec={**diagramme[-1].spec, "height": max(rest, 200)})]
    bild = _gezeichnet(diagramme, breite)
    mass = min(frei / bild.width, flaeche.h / bild.height)
    b, h = int(bild.width * mass), int(bild.height * mass)
    puffer = io.BytesIO()
    dpi = bild.width / (b / zoll)
    bild.save(puffer, "PNG", dpi=(dpi, dpi), compress_level=6)
    daneben = None
    if mit_spalte and (karte or b / h < BREITER_ALS):
        links = flaeche.x + b + LUFT
        daneben = Kasten(links, flaeche.y, flaeche.x + flaeche.b - links, flaeche.h)
    return Bild(puffer.getvalue(), Kasten(flaeche.x, flaeche.y, b, h), daneben)


def _hoehe(diagramm: Diagramm) -> float:
    hoehe = diagramm.spec.get("height", 0)
    return float(hoehe) if isinstance(hoehe, int | float) else 0.0


def _gezeichnet(diagramme: Sequence[Diagramm], breite: int) -> Image.Image:
    """The picture without the white around it."""
    roh = vl_convert.svg_to_png(
        svg(diagramme, breite=breite), ppi=AUFLOESUNG * 96 / PIXEL_JE_ZOLL, scale=PUNKT_JE_PIXEL
    )
    bild = Image.open(io.BytesIO(roh)).convert("RGB")
    rand = ImageChops.difference(bild, Image.new("RGB", bild.size, "white")).getbbox()
    return bild.crop(rand) if rand else bild
