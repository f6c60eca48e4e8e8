import io
import json
import re
import zipfile

import pytest

from data_access.importing.lesen import MAX_BYTES, lies
from tests.data_access.importing.werkzeug import KEIN_REGISTER, einziger_fehler

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512


def archiv(*namen: str) -> bytes:
    puffer = io.BytesIO()
    with zipfile.ZipFile(puffer, "w") as z:
        for name in namen:
            z.writestr(name, "<x/>")
    return puffer.getvalue()


@pytest.mark.parametrize(
    ("inhalt", "satz"),
    [
        (b"", "Die Datei ist leer"),
        (b" \r\n ", "Die Datei ist leer"),
        (b"%PDF-1.7 ...", "ein PDF"),
        (b"\x89PNG\r\n\x1a\n", "ein Bild"),
        (b"\xff\xd8\xff\xe0", "ein Bild"),
        (b"RIFF\x00\x00\x00\x00WEBP", "ein Bild"),
        (b"{\\rtf1 Text}", "ein Textdokument"),
        (b"PAR1....", "eine Parquet-Datei"),
        (b"SQLite format 3\x00", "eine Datenbank"),
        (b"\x1f\x8b\x08", "gepackte Datei"),
        (OLE + "Workbook".encode("utf-16-le"), r"alte Excel-Datei \(\.xls\)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mit einem Kennwort geschützt"),
        (OLE, "alte Office-Datei"),
        (b"<html><table><tr><td>1</td></tr></table></html>", r"Internetseite \(HTML\)"),
        (b"\xef\xbb\xbf\n<!DOCTYPE HTML><body>", r"Internetseite \(HTML\)"),
        (b"<?xml version='1.0'?><Workbook/>", "XML-Datei"),
        (json.dumps([{"ags": "05978004"}]).encode(), "JSON-Datei"),
        (b'{"type": "FeatureCollection"}', "JSON-Datei"),
        (archiv("word/document.xml"), "ein Word-Dokument"),
        (archiv("ppt/presentation.xml"), "eine Präsentation"),
        (archiv("xl/workbook.bin"), "Excel-Binärdatei"),
        (archiv("content.xml", "mimetype"), "OpenDocument"),
        (archiv("zahlen.csv"), "ZIP-Archiv"),
        (archiv("xl/workbook.xml"), "beschädigt"),
        (archiv("xl/workbook.xml")[:-30], "beschädigt"),
        (b"PK\x03\x04 nur der Anfang", "beschädigt"),
        (b"a;b\n\x00\x01\x02", "Steuerzeichen"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_what_it_is(inhalt: bytes, satz: str) -> None:
    gelesen = lies(inhalt, "lieferung.xls", KEIN_REGISTER)
    fehler = einziger_fehler(gelesen)
    assert gelesen.befund.profil == "unbekannt"
    assert gelesen.art is None
    assert re.search(satz, fehler.grund)
    assert fehler.wert is None


def test_a_table_that_begins_like_a_bitmap_is_still_a_table() -> None:
    gelesen = lies(b"BMG;Anzahl\n1;2\n", "x.csv", KEIN_REGISTER)
    assert "keine bekannte Form" in einziger_fehler(gelesen).grund


def test_a_file_above_the_limit_is_refused_before_it_is_read() -> None:
    fehler = einziger_fehler(lies(b"\x00" * (MAX_BYTES + 1), "gross.csv", KEIN_REGISTER))
    assert "größer als 25 MB" in fehler.grund
