"""The search finds a planted count however it is packed, and nothing where there is none."""

import base64
import contextlib
import gzip
import hashlib
import io
import logging
import os
import re
import sqlite3
import struct
import sys
import zipfile
import zlib
from pathlib import Path

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from tests.data_access.importing.werkzeug import arbeitsmappe
from tests.pages.seiten import alles
from tests.pakete import schnuere
from tests.properties.durchsuchung import PNG, assert_datenbank_rein, assert_rein
from tests.properties.pflanzung import DATEIEN, GEPFLANZT, SUMMEN
from tests.properties.wege import mitschnitt

HARMLOS = 314_159
"""A number of the same length that is not planted."""


def png(art: bytes, inhalt: bytes) -> bytes:
    ende = struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
    return PNG + struct.pack(">I", len(inhalt)) + art + inhalt + struct.pack(">I", zlib.crc32(art + inhalt)) + ende


def pdf(inhalt: bytes) -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n" + zlib.compress(inhalt) + b"\nendstream\nendobj\n"


def parquet(n: int) -> bytes:
    puffer = io.BytesIO()
    pl.DataFrame({"von": [1.0, float(n)], "teile": [[0], [n]]}).write_parquet(puffer, compression="zstd")
    return puffer.getvalue()


def gepackt(n: int) -> bytes:
    return schnuere({"innen.txt": f"Summe {n}".encode() * 3}, zipfile.ZIP_DEFLATED)


def svg(n: int) -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg"><text><tspan>{n // 1000}</tspan>{n % 1000:03}</text></svg>'.encode()
    )


VERPACKT = {
    "text": lambda n: f"Es sind {n} Menschen.",
    "thousands": lambda n: f"{n:,}".replace(",", "."),
    "narrow space": lambda n: f"{n:,}".replace(",", "\u202f"),
    "json": lambda n: f'{{"n":{n}.0}}',
    "utf-16": lambda n: str(n).encode("utf-16-le"),
    "svg": svg,
    "svgz": lambda n: gzip.compress(svg(n)),
    "png tEXt": lambda n: png(b"tEXt", f"Comment\0{n}".encode()),
    "png zTXt": lambda n: png(b"zTXt", b"Comment\0\0" + zlib.compress(f"Summe {n}".encode())),
    "png iTXt": lambda n: png(b"iTXt", b"Comment\0\1\0de\0Bemerkung\0" + zlib.compress(f"Summe {n}".encode())),
    "png iTXt plain": lambda n: png(b"iTXt", f"Comment\0\0\0de\0Bemerkung\0{n}".encode()),
    "pdf": lambda n: pdf(f"BT ({n}) Tj ET".encode()),
    "pdf kerned": lambda n: pdf(f"BT [({n // 10_000}) -3.5 ({n % 10_000:04})] TJ ET".encode()),
    "data link": lambda n: (
        "data:image/png;base64," + base64.b64encode(png(b"zTXt", b"C\0\0" + zlib.compress(b"%d" % n))).decode()
    ),
    "xlsx": lambda n: arbeitsmappe(Blatt=[["Zahl"], [n]]),
    "xlsx text": lambda n: arbeitsmappe(Blatt=[["Zahl"], [f"{n} Menschen"]]),
    "zip": gepackt,
    "zip in zip": lambda n: schnuere({"a.zip": gepackt(n)}, zipfile.ZIP_DEFLATED),
    "parquet": parquet,
    "parquet in zip": lambda n: schnuere({"wuerfel.parquet": parquet(n)}),
}


@pytest.mark.parametrize("art", VERPACKT)
def test_a_planted_count_is_found_however_it_is_packed(art: str) -> None:
    assert_rein(VERPACKT[art](HARMLOS), art)
    for n in (next(iter(GEPFLANZT.values())), max(SUMMEN)):
        with pytest.raises(AssertionError):
            assert_rein(VERPACKT[art](n), art)


@pytest.mark.parametrize("verfahren", ["md5", "sha1", "sha256", "sha512"])
def test_a_checksum_without_a_key_is_found(verfahren: str) -> None:
    summe = hashlib.new(verfahren, DATEIEN["gut"])
    for gefunden in (summe.hexdigest(), b"\0" + summe.digest(), f'{{"sha":"{summe.hexdigest().upper()}"}}'):
        with pytest.raises(AssertionError, match="checksum"):
            assert_rein(gefunden, verfahren)
    assert_rein(hashlib.new(verfahren, b"etwas anderes").hexdigest(), verfahren)


def test_a_row_is_found_that_stands_in_the_journal_of_a_database_only(tmp_path: Path) -> None:
    ort = tmp_path / "in_gebrauch.db"
    with contextlib.closing(sqlite3.connect(ort)) as db:
        db.executescript("PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; CREATE TABLE t (n INTEGER);")
        db.execute("INSERT INTO t VALUES (?)", (HARMLOS,))
        db.commit()
        assert_datenbank_rein(ort)
        db.execute("INSERT INTO t VALUES (?)", (min(SUMMEN),))
        db.commit()
        with pytest.raises(AssertionError):
            assert_datenbank_rein(ort)


def test_what_is_logged_printed_and_written_by_native_code_is_heard(capsys: pytest.CaptureFixture[str]) -> None:
    eigenes = logging.getLogger("eigenes")
    eigenes.propagate = False
    with mitschnitt() as gehoert:
        logging.getLogger("irgendeins").debug("protokoll %d", HARMLOS)
        eigenes.debug("abseits")
        sys.stdout.write("gedruckt\n")
        os.write(1, b"von unten\n")
        os.write(2, b"noch tiefer\n")
        text = gehoert()
    for satz in (f"protokoll {HARMLOS}", "abseits", "gedruckt", "von unten", "noch tiefer"):
        assert satz in text
    sys.stdout.write("wieder da\n")
    assert capsys.readouterr().out == "wieder da\n"


def test_a_count_is_found_in_the_data_of_a_chart_and_of_a_table() -> None:
    def seite(n: int) -> None:
        import altair as alt
        import polars as pl
        import streamlit as st

        st.altair_chart(alt.Chart(pl.DataFrame({"x": [1], "n": [n]})).mark_point().encode(x="x", y="n"))
        st.dataframe(pl.DataFrame({"n": [n]}))

    for n in (HARMLOS, min(SUMMEN)):
        text = alles(AppTest.from_function(seite, args=(n,)).run())
        assert len(re.findall(rf"(?<![0-9]){n}(?![0-9])", text)) >= 2
