# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools"]
# ///
"""Draws static/logo_hell.svg and static/logo_dunkel.svg: wordmark with outlined letters and the four-piece mark.

An SVG used as an image cannot load the page's font, so the letters are paths. Run after a change of the word or
of the colours: `uv run scripts/logo.py`.
"""

import sys
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen  # type: ignore[import-not-found,import-untyped,unused-ignore]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-not-found,import-untyped,unused-ignore]
from fontTools.ttLib import TTFont  # type: ignore[import-not-found,import-untyped,unused-ignore]

WURZEL = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(WURZEL))

from presentation.farben import DUNKEL, HELL, Palette  # noqa: E402

WORT = "Sozialraumblick"
HOEHE = 28.0
SCHRIFTHOEHE = 25.0
GRUNDLINIE = 22.6
ABSTAND = 10.0
FUGE = 1.7
"""Width of the joints between the four pieces, in units of the drawing."""

# Four areas of one district that touch each other: corners in a square of 28.
STUECKE = (
    ((0, 0), (12.6, 0), (16.2, 10.2), (10.8, 18.4), (0, 18.4)),
    ((12.6, 0), (28, 0), (28, 12.6), (16.2, 10.2)),
    ((10.8, 18.4), (16.2, 10.2), (28, 12.6), (28, 28), (13.6, 28)),
    ((0, 18.4), (10.8, 18.4), (13.6, 28), (0, 28)),
)


def wort_als_pfad(schrift: TTFont, links: float) -> tuple[str, float]:
    """Outline of the word from `links` on, and the x where it ends."""
    zeichen, tabelle = schrift.getGlyphSet(), schrift.getBestCmap()
    masstab = SCHRIFTHOEHE / schrift["head"].unitsPerEm
    stift = SVGPathPen(zeichen, ntos=lambda zahl: f"{zahl:.2f}".rstrip("0").rstrip("."))
    x = links
    for buchstabe in WORT:
        name = tabelle[ord(buchstabe)]
        zeichen[name].draw(TransformPen(stift, (masstab, 0, 0, -masstab, x, GRUNDLINIE)))
        x += zeichen[name].width * masstab
    return stift.getCommands(), x


def logo(schrift: TTFont, farben: Palette, stufen: tuple[int, int, int, int]) -> str:
    """The SVG text; `stufen` picks a class colour per piece, -1 stands for the main colour."""
    pfad, breite = wort_als_pfad(schrift, HOEHE + ABSTAND)
    stuecke = "".join(
        '<polygon points="{}" fill="{}"/>'.format(
            " ".join(f"{x},{y}" for x, y in ecken), farben.haupt if stufe < 0 else farben.klassen[stufe]
        )
        for ecken, stufe in zip(STUECKE, stufen, strict=True)
    )
    fugen = "M12.6 0L16.2 10.2L28 12.6M16.2 10.2L10.8 18.4L0 18.4M10.8 18.4L13.6 28"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {breite:.1f} {HOEHE:.0f}" role="img">'
        f"<title>{WORT}</title>{stuecke}"
        f'<path d="{fugen}" fill="none" stroke="{farben.grund}" stroke-width="{FUGE}"/>'
        f'<path d="{pfad}" fill="{farben.text}"/></svg>\n'
    )


def main() -> None:
    """Write both files."""
    schrift = TTFont(WURZEL / "static" / "fonts" / "IBMPlexSans-Bold.ttf")
    for name, farben, stufen in (("hell", HELL, (-1, 2, 3, 1)), ("dunkel", DUNKEL, (-1, 3, 2, 4))):
        (WURZEL / "static" / f"logo_{name}.svg").write_text(logo(schrift, farben, stufen), encoding="utf-8")


if __name__ == "__main__":
    main()
