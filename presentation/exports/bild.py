"""Charts and maps as files: SVG and PNG from the very specification the screen shows.

A picture leaves the page that explains it, so title, Quelle, Stand and Schutz are drawn into it (`Bildtext`).
"""

import json
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final
from xml.sax.saxutils import escape

import vl_convert

from presentation.charts.diagramm import Diagramm
from presentation.charts.stil import FETT, GROESSE, KLEIN, SCHRIFTFOLGE
from presentation.farben import Modus, Palette, palette

SCHRIFTORDNER: Final = Path(__file__).resolve().parents[2] / "static" / "fonts"
BREITE: Final = 900
RAND: Final = 20
TITEL: Final = 22
TITELZEILE: Final = 28
TEXTZEILE: Final = 20
ABSTAND: Final = 14
ZEICHENBREITE: Final = 0.52
"""Mean width of a character in parts of the font size, on the safe side."""
_STEUERZEICHEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_STEUERZEICHEN_IN_JSON: Final = re.compile(r"\\u00[01]|\\[bf]|[\ufffe\uffff]")
"""Finds some texts without any too, such as a backslash before a "b"."""
_ZUSAMMEN: Final = re.compile(r"(?<=\bk\.) (?=A\.)|(?<=§) |(?<=rund) (?=\d)")
"""Spaces at which no line may end."""
PUNKT_JE_PIXEL: Final = 72 / 96
"""vl-convert counts 72 px to the inch, the design 96: text of 14 px prints as 10.5 pt."""


@dataclass(frozen=True)
class Bildtext:
    """What a picture says about itself: the finding, what is shown, and lines like "Quelle: …" below."""

    titel: str
    untertitel: str = ""
    fuss: tuple[str, ...] = ()


def svg(
    diagramme: Diagramm | Sequence[Diagramm],
    text: Bildtext | None = None,
    *,
    breite: int = BREITE,
    modus: Modus = "druck",
    rand: int = RAND,
) -> str:
    """One chart or several below each other (legend and map) as SVG, `breite` px wide, letters as real text.

    `rand`: px of ground around everything; on a page that has margins of its own 0.
    `modus` is that of the charts; it colours ground and text. The text alternatives are the SVG's description.
    Geometry must be inline (`charts.karte.Geometrie`): nothing is fetched, an address raises ValueError.
    """
    _schriften()
    liste = [diagramme] if isinstance(diagramme, Diagramm) else list(diagramme)
    farben = palette(modus)
    blatt = _Blatt(breite, farben, rand)
    if text:
        blatt.schreibe(text.titel, TITEL, TITELZEILE, farben.text, FETT)
        blatt.schreibe(text.untertitel, GROESSE, TEXTZEILE, farben.leise)
        blatt.ruecke(ABSTAND)
    for diagramm in liste:
        blatt.zeichne(diagramm)
        if text or diagramm is not liste[-1]:
            blatt.ruecke(ABSTAND)
    if text:
        for zeile in text.fuss:
            blatt.schreibe(zeile, KLEIN, TEXTZEILE, farben.leise)
    return blatt.fertig(titel=text.titel if text else "", beschreibung=" ".join(d.alt for d in liste))


def png(
    diagramme: Diagramm | Sequence[Diagramm],
    text: Bildtext | None = None,
    *,
    breite: int = BREITE,
    ppi: int = 300,
    modus: Modus = "druck",
    rand: int = RAND,
) -> bytes:
    """As `svg`, as PNG; `ppi` is written into the file, 300 is for print."""
    bild = svg(diagramme, text, breite=breite, modus=modus, rand=rand)
    return bytes(vl_convert.svg_to_png(bild, ppi=ppi, scale=PUNKT_JE_PIXEL))


def ohne_steuerzeichen(spec: dict[str, Any]) -> dict[str, Any]:
    """The specification without characters that XML forbids: vl-convert would end the whole process on one."""
    if not _STEUERZEICHEN_IN_JSON.search(json.dumps(spec, ensure_ascii=False)):
        return spec
    rein: dict[str, Any] = _rein(spec)
    return rein


def _rein(teil: Any) -> Any:
    if isinstance(teil, str):
        return _STEUERZEICHEN.sub("", teil)
    if isinstance(teil, dict):
        return {name: _rein(wert) for name, wert in teil.items()}
    return [_rein(wert) for wert in teil] if isinstance(teil, list | tuple) else teil


def platziert(teil: str, x: float, y: float) -> str:
    """An SVG as part of another one. To cut it off at its edges would cost five times the time of drawing it."""
    return teil.replace("<svg ", f'<svg x="{x:.1f}" y="{y:.1f}" overflow="visible" ', 1)


@cache
def _schriften() -> None:
    """Register IBM Plex Sans once: vl-convert brings no font of ours and must not look for one outside."""
    vl_convert.register_font_directory(str(SCHRIFTORDNER))


class _Blatt:
    """A sheet that fills from top to bottom."""

    def __init__(self, breite: int, farben: Palette, rand: int) -> None:
        self._breite, self._farben, self._rand = breite, farben, rand
        self._y = float(rand)
        self._teile: list[str] = []

    def ruecke(self, hoehe: float) -> None:
        self._y += hoehe

    def schreibe(self, text: str, groesse: int, zeilenhoehe: int, farbe: str, gewicht: int = 400) -> None:
        zeichen = int((self._breite - 2 * self._rand) / (groesse * ZEICHENBREITE))
        for zeile in textwrap.wrap(_ZUSAMMEN.sub("\u00a0", text), zeichen):
            self._y += zeilenhoehe
            self._teile.append(
                f'<text x="{self._rand}" y="{self._y - zeilenhoehe * 0.25:.1f}" font-size="{groesse}" '
                f'font-weight="{gewicht}" fill="{farbe}">{escape(zeile)}</text>'
            )

    def zeichne(self, diagramm: Diagramm) -> None:
        # Only the width is given: what axes need comes on top of the height the chart has on the screen.
        # A picture without axes that says so ("none") is measured once instead of twice.
        passend = {"autosize": {"type": "fit-x", "contains": "padding"}}
        spec = diagramm.spec | ({} if diagramm.spec.get("autosize") == "none" else passend)
        spec["width"] = self._breite - 2 * self._rand
        teil = vl_convert.vegalite_to_svg(ohne_steuerzeichen(spec), allowed_base_urls=[])
        kopf = re.search(r'<svg\b[^>]*\bheight="([\d.]+)"', teil)
        if kopf is None:
            raise ValueError("vl-convert gab kein SVG mit Höhe zurück.")
        self._teile.append(platziert(teil, self._rand, self._y))
        self._y += float(kopf[1])

    def fertig(self, titel: str, beschreibung: str) -> str:
        breite, hoehe = self._breite, self._y + self._rand
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{breite}" height="{hoehe:.0f}" '
            f'viewBox="0 0 {breite} {hoehe:.0f}" role="img" lang="de" font-family="{SCHRIFTFOLGE}">'
            f"<title>{escape(titel or beschreibung)}</title><desc>{escape(beschreibung)}</desc>"
            f'<rect width="{breite}" height="{hoehe:.0f}" fill="{self._farben.grund}"/>'
            f"{''.join(self._teile)}</svg>"
        )
