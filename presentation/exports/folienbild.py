"""Pictures of a slide: maps and what no program draws as ours do, in 300 dpi at the size they are seen in."""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import vl_convert
from PIL import Image, ImageOps
from pptx.util import Inches

from presentation.charts.diagramm import Diagramm, Spec
from presentation.charts.stil import KLEIN
from presentation.exports.bild import ABSTAND, platziert, svg
from presentation.exports.folienmasse import Kasten

AUFLOESUNG: Final = 300
MEHR: Final = 1.002
"""Drawn a little finer, so that cutting off parts of a pixel leaves no less than that."""
KARTENPIXEL: Final = 100
BREITESTE_KARTE: Final = 1.5
"""In parts of its height."""
PIXEL_JE_ZOLL: Final = 84
"""So many pixels of a chart to the inch of a slide: letters of 14 px are 12 points."""
KLEINSTE_SCHRIFT: Final = 10
"""Points. Where one column of rows would have smaller letters, the rows stand in two or three."""
MEISTE_SPALTEN: Final = 3
ZOLL: Final = int(Inches(1))
SPALTE: Final = int(Inches(3.9))
BREITESTE_SPALTE: Final = int(Inches(5.5))
LUFT: Final = int(Inches(0.4))
GROB: Final = 0.5
"""Dots to the pixel of the drawing that shows where the white around a map ends."""
FARBEN: Final = 256
UNTERSCHIED: Final = 8
"""Steps of a channel between two colours of a palette; Pillow finds the nearest one in steps of four."""


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


@dataclass(frozen=True)
class _Zeichnung:
    """An SVG with its place in px."""

    svg: str
    x: float
    y: float
    b: float
    h: float


def bildseite(diagramme: Sequence[Diagramm], flaeche: Kasten) -> Bildseite:
    """The charts below each other, rows in columns where they are many; a map beside its legend. Nothing distorted."""
    if not ist_karte(diagramme):
        return Bildseite(_reihen(diagramme, flaeche))
    *davor, letztes = diagramme
    feld = replace(flaeche, b=min(flaeche.b - SPALTE - LUFT, int(flaeche.h * BREITESTE_KARTE)))
    hoch = round(feld.h / ZOLL * KARTENPIXEL)
    breite = round(feld.b / ZOLL * KARTENPIXEL)
    karte = _bild(_ohne_rand(_gezeichnet([replace(letztes, spec={**letztes.spec, "height": hoch})], breite)), feld)
    links = karte.kasten.x + karte.kasten.b + LUFT
    spalte = Kasten(links, flaeche.y, min(flaeche.x + flaeche.b - links, BREITESTE_SPALTE), flaeche.h)
    if not davor:
        return Bildseite(karte, None, spalte)
    legende = _reihen(davor, replace(spalte, b=min(spalte.b, SPALTE)))
    oben = legende.kasten.unten + LUFT // 2
    return Bildseite(karte, legende, replace(spalte, y=oben, h=spalte.unten - oben))


def ist_karte(diagramme: Sequence[Diagramm]) -> bool:
    """Whether the last chart is a map."""
    return _ist_karte(diagramme[-1].spec)


def _ist_karte(spec: Spec) -> bool:
    return "projection" in spec or any(_ist_karte(ebene) for ebene in spec.get("layer", ()))


def passt(diagramme: Sequence[Diagramm], flaeche: Kasten) -> bool:
    """Whether the charts have their full size in the box, below each other."""
    return not ist_karte(diagramme) and _dichte([diagramme], flaeche) <= PIXEL_JE_ZOLL


def _reihen(diagramme: Sequence[Diagramm], flaeche: Kasten) -> Bild:
    """In as few columns as letters allow; where height is scarce, drawn wider, so that the box is filled."""
    moeglich = [(_dichte(spalten, flaeche), spalten) for spalten in _aufgeteilt(diagramme)]
    lesbar = (m for m in moeglich if KLEIN * 72 / m[0] >= KLEINSTE_SCHRIFT)
    dichte, spalten = next(lesbar, min(moeglich, key=lambda m: m[0]))
    breite = (flaeche.b - LUFT * (len(spalten) - 1)) / len(spalten) / ZOLL * dichte
    teile: list[_Zeichnung] = []
    for n, spalte in enumerate(spalten):
        teile.append(replace(_gezeichnet(spalte, round(breite)), x=n * (breite + LUFT / ZOLL * dichte)))
    return _bild(_zusammen(teile), flaeche, dichte)


def _aufgeteilt(diagramme: Sequence[Diagramm]) -> Iterator[list[list[Diagramm]]]:
    """One column, and if the rows can be parted, more of them."""
    yield [list(diagramme)]
    erstes = diagramme[0]
    if len(diagramme) == 1 and erstes.teile:
        for anzahl in range(2, MEISTE_SPALTEN + 1):
            yield [[replace(erstes, spec=spec)] for spec in erstes.teile(anzahl)]


def _dichte(spalten: Sequence[Sequence[Diagramm]], flaeche: Kasten) -> float:
    """Pixels to the inch at which the columns are as high as the box, or those at which letters are largest."""
    hoch = max(sum(d.spec["height"] for d in s) + ABSTAND * (len(s) - 1) for s in spalten)
    return float(max(PIXEL_JE_ZOLL, hoch / (flaeche.h / ZOLL)))


def _gezeichnet(diagramme: Sequence[Diagramm], breite: int) -> _Zeichnung:
    zeichnung = svg(diagramme, breite=breite, rand=0)
    hoch = re.search(r'<svg\b[^>]*\bheight="([\d.]+)"', zeichnung)
    return _Zeichnung(zeichnung, 0, 0, breite, float(hoch[1]) if hoch else 0)


def _zusammen(teile: Sequence[_Zeichnung]) -> _Zeichnung:
    """Drawings in their places as one."""
    innen = "".join(platziert(t.svg, t.x, t.y) for t in teile)
    return _ausschnitt(innen, 0, 0, max(t.x + t.b for t in teile), max(t.y + t.h for t in teile))


def _ausschnitt(innen: str, x: float, y: float, b: float, h: float) -> _Zeichnung:
    rahmen = f'<svg xmlns="http://www.w3.org/2000/svg" width="{b}" height="{h}" viewBox="{x} {y} {b} {h}">'
    grund = f'<rect x="{x}" y="{y}" width="{b}" height="{h}" fill="#fff"/>'
    return _Zeichnung(f"{rahmen}{grund}{innen}</svg>", x, y, b, h)


def _ohne_rand(zeichnung: _Zeichnung) -> _Zeichnung:
    """The part that is not white."""
    grob = Image.open(io.BytesIO(vl_convert.svg_to_png(zeichnung.svg, scale=GROB))).convert("L")
    rand = ImageOps.invert(grob).getbbox()
    if rand is None:
        return zeichnung
    links, oben = (max(n / GROB - 1, 0) for n in rand[:2])
    rechts, unten = (min(n / GROB + 1, ganz) for n, ganz in zip(rand[2:], (zeichnung.b, zeichnung.h), strict=True))
    return _ausschnitt(platziert(zeichnung.svg, 0, 0), links, oben, rechts - links, unten - oben)


def _bild(zeichnung: _Zeichnung, flaeche: Kasten, dichte: float = 0.0) -> Bild:
    """Drawn once, with as many dots as it needs; not larger than `dichte` px to the inch make it."""
    mass = min(flaeche.b / zeichnung.b, flaeche.h / zeichnung.h, ZOLL / dichte if dichte else flaeche.b)
    punkte = vl_convert.svg_to_png(zeichnung.svg, scale=mass / ZOLL * AUFLOESUNG * MEHR)
    bild = _mit_wenig_farben(Image.open(io.BytesIO(punkte)).convert("RGB"))
    puffer = io.BytesIO()
    bild.save(puffer, "PNG", dpi=(AUFLOESUNG, AUFLOESUNG))
    return Bild(puffer.getvalue(), Kasten(flaeche.x, flaeche.y, int(zeichnung.b * mass), int(zeichnung.h * mass)))


def _mit_wenig_farben(bild: Image.Image) -> Image.Image:
    """A fifth of the bytes: the most frequent colours stay exactly, rare ones of soft edges become the nearest."""
    alle: list[Any] = sorted(bild.getcolors(bild.width * bild.height) or (), reverse=True)
    gewaehlt: list[tuple[int, int, int]] = []
    for _, farbe in alle:
        if all(max(abs(a - b) for a, b in zip(farbe, da, strict=True)) >= UNTERSCHIED for da in gewaehlt):
            gewaehlt.append(farbe)
    palette = Image.new("P", (1, 1))
    palette.putpalette([wert for farbe in gewaehlt[:FARBEN] for wert in farbe])
    return bild.quantize(palette=palette, dither=Image.Dither.NONE)
