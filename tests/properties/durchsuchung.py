"""Searching what leaves the raw side for planted counts: text, archives, tables, pictures, documents, databases."""

import base64
import binascii
import contextlib
import gzip
import html
import io
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import polars as pl

from tests.properties.pflanzung import PRUEFSUMMEN, SUMMEN, VERBOTEN

ZAHL = re.compile(r"(?<![0-9A-Za-z])\d{6,7}(?![0-9A-Za-z])")
TAUSENDER = re.compile(r"(?<=\d)[., '\u00a0\u202f\u2009](?=\d{3})")
AUSZEICHNUNG = re.compile(r"<[^<>]*>")
DATEN_IM_LINK = re.compile(rb";base64,([A-Za-z0-9+/=\s]{16,})")

PNG = b"\x89PNG\r\n\x1a\n"
PDF_STROM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
PDF_VERZEICHNIS = re.compile(rb"\A[\d\s]+(?=<<|\[|\()")
"""Where the objects of an object stream begin: "69 7562" is no count."""
PDF_ABSTAND = re.compile(r"\)[\s\d.+-]*\(")
"""Between two pieces of one word: `[(42) -3 (4371)] TJ`."""

ROH = re.compile(
    b"|".join(
        re.escape(str(n).encode(kodierung)) if kodierung != "ascii" else rb"(?<![0-9a-f])%d(?![0-9a-f])" % n
        for n in sorted(SUMMEN)
        for kodierung in ("ascii", "utf-16-le", "utf-16-be")
    )
)
"""The sums as bytes; in ASCII not as a part of a longer number or of a checksum."""


def assert_rein(inhalt: bytes | str, wo: object, ausser: frozenset[int] = frozenset()) -> None:
    """No forbidden number and no checksum of a raw file, in any usual encoding, however it is packed."""
    erlaubt = {str(n) for n in ausser}
    for stueck in stuecke(inhalt):
        text = stueck if isinstance(stueck, str) else stueck.decode("utf-8", errors="replace")
        gefunden = {z for t in (text, TAUSENDER.sub("", text)) for z in ZAHL.findall(t)} & VERBOTEN
        assert gefunden <= erlaubt, f"{wo}: {sorted(gefunden)}"
        roh = stueck.encode("utf-8", errors="replace") if isinstance(stueck, str) else stueck
        assert not any(summe in roh for summe in PRUEFSUMMEN), f"{wo}: checksum of a raw file"
        if isinstance(stueck, bytes):
            assert not ROH.search(stueck), wo


def assert_datenbank_rein(datei: Path) -> None:
    """The same for every row of a database in use, those included that stand in its journal only."""
    with contextlib.closing(sqlite3.connect(f"file:{datei}?mode=ro", uri=True)) as db:
        assert_rein("\n".join(db.iterdump()), datei.name)


def stuecke(inhalt: bytes | str) -> Iterator[bytes | str]:
    """A content and everything that is packed inside it."""
    yield inhalt
    if isinstance(inhalt, str):
        if "<" in inhalt:
            yield html.unescape(AUSZEICHNUNG.sub("", inhalt))  # a number may be cut up by markup
        if ";base64," in inhalt:
            yield from _im_link(inhalt.encode("utf-8", errors="replace"))
        return
    if zipfile.is_zipfile(io.BytesIO(inhalt)):
        yield from _archiv(inhalt)
    elif inhalt.startswith(b"PAR1"):
        yield from _tafel(pl.read_parquet(io.BytesIO(inhalt)))
    elif inhalt.startswith(b"\x1f\x8b"):
        yield from stuecke(gzip.decompress(inhalt))
    elif inhalt.startswith(PNG):
        yield from _png(inhalt)
    elif inhalt.startswith(b"%PDF"):
        yield from _pdf(inhalt)
    elif inhalt.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        yield from list(stuecke(inhalt.decode("utf-8", errors="replace")))[1:]
    else:
        yield from _im_link(inhalt)


def _im_link(inhalt: bytes) -> Iterator[bytes | str]:
    for treffer in DATEN_IM_LINK.finditer(inhalt):
        with contextlib.suppress(binascii.Error):
            yield from stuecke(base64.b64decode(treffer[1]))


def _archiv(inhalt: bytes) -> Iterator[bytes | str]:
    with zipfile.ZipFile(io.BytesIO(inhalt)) as archiv:
        yield archiv.comment
        for eintrag in archiv.infolist():
            yield eintrag.filename
            yield eintrag.comment
            yield from stuecke(archiv.read(eintrag))


def _tafel(tafel: pl.DataFrame) -> Iterator[str]:
    for spalte in tafel:
        yield spalte.name + " " + " ".join(str(w).removesuffix(".0") for w in spalte)


def _png(inhalt: bytes) -> Iterator[bytes | str]:
    """The chunks that carry text, compressed or not."""
    stelle = len(PNG)
    while stelle + 12 <= len(inhalt):
        laenge, art = int.from_bytes(inhalt[stelle : stelle + 4]), inhalt[stelle + 4 : stelle + 8]
        stueck = inhalt[stelle + 8 : stelle + 8 + laenge]
        stelle += 12 + laenge
        if art == b"zTXt":
            name, _, gepackt = stueck.partition(b"\0")
            yield from (name, zlib.decompress(gepackt[1:]))
        elif art == b"iTXt":
            name, _, rest = stueck.partition(b"\0")
            _, _, text = rest[2:].split(b"\0", 2)
            yield from (name, zlib.decompress(text) if rest[:1] == b"\1" else text)
        elif art not in (b"IDAT", b"PLTE"):
            yield stueck


def _pdf(inhalt: bytes) -> Iterator[bytes | str]:
    """The streams, unpacked; text is put together again from its pieces."""
    for treffer in PDF_STROM.finditer(inhalt):
        strom = treffer[1]
        with contextlib.suppress(zlib.error):
            strom = zlib.decompressobj().decompress(strom)
        strom = PDF_VERZEICHNIS.sub(b"", strom)
        yield from stuecke(strom)
        yield PDF_ABSTAND.sub("", strom.decode("latin-1"))
