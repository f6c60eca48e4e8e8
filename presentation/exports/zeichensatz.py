"""Which signs the house font can write: a PDF/UA file with any other would be refused."""

import struct
import unicodedata
from functools import cache
from typing import Final

from presentation.exports.bild import SCHRIFTORDNER

DATEI: Final = SCHRIFTORDNER / "IBMPlexSans-Regular.ttf"
ERSATZ: Final = "\ufffd"
"""REPLACEMENT CHARACTER; the font has it."""


def lesbar(text: str) -> str:
    """The text with every sign the font lacks replaced, tabs as spaces, without control characters.

    Combined as far as Unicode can ("a" and "¨" become "ä").
    """
    if text.isascii() and text.isprintable():
        return text
    flach = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\t", " ")
    return flach.translate(_ersetzungen())


class _Ersetzungen(dict[int, str]):
    """Each sign with what stands for it, looked up once: drawings hold many thousands."""

    def __missing__(self, stelle: int) -> str:
        zeichen = chr(stelle)
        self[stelle] = zeichen if zeichen == "\n" or stelle in _vorhanden() else _anstelle(zeichen)
        return self[stelle]


@cache
def _ersetzungen() -> _Ersetzungen:
    return _Ersetzungen()


def _anstelle(zeichen: str) -> str:
    art = unicodedata.category(zeichen)
    return " " if art in ("Zs", "Zl", "Zp") else "" if art in ("Cc", "Cf", "Mn") else ERSATZ


@cache
def _vorhanden() -> frozenset[int]:
    """Code points of the table `cmap` (OpenType 1.9, format 4), without the private ones PDF/A forbids."""
    roh = DATEI.read_bytes()
    cmap = next(start for name, start in _tafeln(roh) if name == b"cmap")
    (anzahl,) = struct.unpack_from(">H", roh, cmap + 2)
    teile = [cmap + struct.unpack_from(">I", roh, cmap + 4 + 8 * i + 4)[0] for i in range(anzahl)]
    teil = next(t for t in teile if struct.unpack_from(">H", roh, t)[0] == 4)
    (doppelt,) = struct.unpack_from(">H", roh, teil + 6)
    stellen = doppelt // 2
    enden = struct.unpack_from(f">{stellen}H", roh, teil + 14)
    anfaenge = struct.unpack_from(f">{stellen}H", roh, teil + 16 + doppelt)
    alle = {p for a, e in zip(anfaenge, enden, strict=True) for p in range(a, e + 1)}
    return frozenset(p for p in alle if unicodedata.category(chr(p)) not in ("Co", "Cs", "Cn", "Cc", "Zl", "Zp"))


def _tafeln(roh: bytes) -> list[tuple[bytes, int]]:
    (anzahl,) = struct.unpack_from(">H", roh, 4)
    return [(roh[12 + 16 * i :][:4], struct.unpack_from(">I", roh, 12 + 16 * i + 8)[0]) for i in range(anzahl)]
