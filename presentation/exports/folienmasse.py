"""Places and sizes of a slide: the template is built from them, and the slides are filled by them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pptx.util import Emu, Inches, Length

VORLAGE: Final[Path] = Path(__file__).resolve().parent / "vorlagen" / "folien.pptx"
SPRACHE: Final = "de-DE"
BREITE: Final = int(Inches(13.333))
HOEHE: Final = int(Inches(7.5))
RAND: Final = int(Inches(0.6))
TEXTBREITE: Final = BREITE - 2 * RAND
KLEINSTE: Final = 12
"""Points: nothing on a slide is smaller."""


@dataclass(frozen=True)
class Kasten:
    """Left, top, width, height in EMU."""

    x: int
    y: int
    b: int
    h: int

    @property
    def unten(self) -> int:
        """The lower edge."""
        return self.y + self.h

    @property
    def laengen(self) -> tuple[Length, Length, Length, Length]:
        """As python-pptx takes them."""
        return Emu(self.x), Emu(self.y), Emu(self.b), Emu(self.h)


@dataclass(frozen=True)
class Platz:
    """A placeholder. `art` is its type in the file, `nummer` its index (0: the title), `groesse` in points.

    `farbe` is a colour of the theme, `zeile` the height of a line in percent.
    """

    name: str
    art: str
    nummer: int
    kasten: Kasten
    groesse: int
    fett: bool = False
    farbe: str = "tx1"
    anker: str = "t"
    seite: str = "l"
    zeile: int = 100


def zoll(x: float, y: float, b: float, h: float) -> Kasten:
    """A box in inches."""
    return Kasten(int(Inches(x)), int(Inches(y)), int(Inches(b)), int(Inches(h)))


QR_SEITE: Final = int(Inches(1.02))
TITEL: Final = Platz("Befund", "title", 0, zoll(0.6, 0.5, 12.133, 0.9), 28, fett=True, zeile=85)
UNTERTITEL: Final = Platz("Was gezeigt wird", "body", 11, zoll(0.6, 1.45, 12.133, 0.3), 16, farbe="tx2", zeile=90)
ZEICHNUNG: Final = Platz("Zeichnung", "chart", 12, zoll(0.6, 1.85, 12.133, 3.85), 14)
HINWEIS: Final = Platz("Hinweis", "body", 13, zoll(9.433, 0.14, 3.3, 0.28), 12, True, "accent2", "ctr", "r")
ZEICHEN: Final = Platz("Zeichen", "body", 14, zoll(0.6, 5.8, 10.9, 0.4), 12, zeile=90)
QUELLE: Final = Platz("Quelle", "body", 15, zoll(0.6, 6.2, 10.9, 1.0), 12, farbe="tx2", anker="b", zeile=90)
NUMMER: Final = Platz("Foliennummer", "sldNum", 16, zoll(11.713, 7.1, 1.02, 0.22), 12, farbe="tx2", seite="r")
TITELFOLIE_TITEL: Final = Platz("Titel", "ctrTitle", 0, zoll(1.2, 1.7, 11.2, 1.9), 40, True, anker="b", zeile=95)
