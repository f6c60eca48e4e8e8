"""QR codes of links: as a picture for papers and slides, as a drawing for the screen."""

import io
from typing import Final

import segno

RAND: Final = 4
"""Modules of white around a code; scanners need them (ISO/IEC 18004)."""


LAENGSTER: Final = 1200
"""Most bytes of an address: the code of a longer one is too fine for the camera of a phone."""


def passt(adresse: str) -> bool:
    """Whether an address can become a code that a phone reads."""
    return len(adresse.encode()) <= LAENGSTER


def als_png(adresse: str, modul: int = 8) -> bytes:
    """The code as PNG, black on white; `modul`: pixels of one module."""
    puffer = io.BytesIO()
    segno.make(adresse, error="m", micro=False).save(puffer, kind="png", scale=modul, border=RAND)
    return puffer.getvalue()


def als_svg(adresse: str) -> str:
    """The code as SVG, black on white in light and in dark."""
    puffer = io.BytesIO()
    code = segno.make(adresse, error="m", micro=False)
    code.save(puffer, kind="svg", scale=4, border=RAND, dark="#000", light="#fff", xmldecl=False, nl=False)
    return puffer.getvalue().decode()
