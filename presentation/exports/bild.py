"""Charts and maps as files: SVG and PNG from the very specification the screen shows, with source and Stand.

A picture leaves the page that explains it, so title, Quelle, Stand and Schutz can be drawn into it (`Bildtext`).
"""

import textwrap
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import vl_convert

from presentation.charts.diagramm import Diagramm, Spec
from presentation.charts.stil import FETT, KLEIN, SCHRIFT

SCHRIFTORDNER: Final = Path(__file__).resolve().parents[2] / "static" / "fonts"
BREITE: Final = 900
RAND: Final = 16
ZEILENHOEHE: Final = 19
ZEICHENBREITE: Final = 6.7
PUNKT_JE_PIXEL: Final = 72 / 96
"""vl-convert counts 72 px to the inch, the design 96: text of 14 px prints as 10.5 pt."""
TITELBREITE: Final = 10.5
"""Mean width of a character in px, of notes and of the title."""
FUSSABSTAND: Final = 46
"""Room in px between the drawing and the lines below it: the axis and its labels lie there."""


@dataclass(frozen=True)
class Bildtext:
    """What a picture says about itself: the finding, what is shown, and lines like "Quelle: …" below."""

    titel: str
    untertitel: str = ""
    fuss: tuple[str, ...] = ()


@cache
def _schriften() -> None:
    """Register IBM Plex Sans once: vl-convert brings no font of ours and must not look for one outside."""
    vl_convert.register_font_directory(str(SCHRIFTORDNER))


def svg(diagramm: Diagramm, text: Bildtext | None = None, *, breite: int = BREITE) -> str:
    """The chart as SVG with real text in IBM Plex Sans, `breite` px wide, and the text alternative as its title.

    Geometry must be inline (`charts.karte.Geometrie`): no address is fetched, a path raises ValueError.
    """
    _schriften()
    return vl_convert.vegalite_to_svg(_spec(diagramm, text, breite), allowed_base_urls=[])


def png(diagramm: Diagramm, text: Bildtext | None = None, *, breite: int = BREITE, ppi: int = 300) -> bytes:
    """The chart as PNG; `ppi` is written into the file, 300 is for print. Otherwise as `svg`."""
    _schriften()
    return vl_convert.vegalite_to_png(
        _spec(diagramm, text, breite), ppi=ppi, scale=PUNKT_JE_PIXEL, allowed_base_urls=[]
    )


def _spec(diagramm: Diagramm, text: Bildtext | None, breite: int) -> Spec:
    # Title and notes come on top of the height the chart has on the screen; only the width is given.
    autosize = {"type": "fit-x", "contains": "padding"}
    spec: Spec = {**diagramm.spec, "width": breite, "autosize": autosize, "description": diagramm.alt}
    if text is None:
        return spec
    zeichen = int((breite - 2 * RAND) / ZEICHENBREITE)
    spec["title"] = {
        "text": textwrap.wrap(text.titel, int((breite - 2 * RAND) / TITELBREITE)),
        "offset": 18,
        "frame": "bounds",
        **({"subtitle": textwrap.wrap(text.untertitel, zeichen), "subtitlePadding": 8} if text.untertitel else {}),
    }
    zeilen = [zeile for absatz in text.fuss for zeile in textwrap.wrap(absatz, zeichen)]
    spec["padding"] = {"left": RAND, "top": RAND, "right": RAND, "bottom": RAND}
    if zeilen:
        spec["layer"] = [*spec["layer"], _fuss(zeilen, spec["config"])]
        spec["padding"]["bottom"] = RAND + FUSSABSTAND + ZEILENHOEHE * len(zeilen)
    return spec


def _fuss(zeilen: list[str], konfiguration: dict[str, Any]) -> Spec:
    return {
        "data": {"values": [{"text": zeile, "n": n} for n, zeile in enumerate(zeilen)]},
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "top",
            "fontSize": KLEIN,
            "color": konfiguration["axis"]["labelColor"],
            "aria": False,
        },
        "encoding": {
            "x": {"value": 0},
            "y": {"value": {"expr": f"height + {FUSSABSTAND} + datum.n * {ZEILENHOEHE}"}},
            "text": {"field": "text", "type": "nominal"},
        },
    }
