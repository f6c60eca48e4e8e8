"""What kind of file some bytes are, by their first bytes. What is neither CSV nor XLSX gets its own sentence."""

import re
from typing import Final

_ALS_TABELLE: Final = "Gebraucht wird die Tabelle als CSV (Trennzeichen Semikolon, UTF-8) oder XLSX."

_ANFAENGE: Final = (
    (b"%PDF", "ein PDF"),
    (b"\x89PNG", "ein Bild (PNG)"),
    (b"\xff\xd8\xff", "ein Bild (JPEG)"),
    (b"GIF8", "ein Bild (GIF)"),
    (b"II*\x00", "ein Bild (TIFF)"),
    (b"MM\x00*", "ein Bild (TIFF)"),
    (b"BM", "ein Bild (BMP)"),
    (b"{\\rtf", "ein Textdokument (RTF)"),
    (b"7z\xbc\xaf\x27\x1c", "ein Archiv (7z)"),
    (b"Rar!", "ein Archiv (RAR)"),
    (b"\x1f\x8b", "eine gepackte Datei (gzip)"),
    (b"PAR1", "eine Parquet-Datei"),
    (b"SQLite format 3", "eine Datenbank (SQLite)"),
)

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"<!doctype\s+html|<html|<head|<body|<table|<meta", re.IGNORECASE)
_JSON = re.compile(rb"\{\s*(?:\"|\})|\[\s*(?:[\[{\"\]\d-]|true|false|null)")


def ist_zip(inhalt: bytes) -> bool:
    """Whether the bytes are a ZIP archive, as every XLSX is."""
    return inhalt.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def warum_nicht(inhalt: bytes) -> str | None:
    """The sentence why these bytes are not read, or None if they can be a CSV or XLSX file."""
    anfang = inhalt[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not inhalt.strip():
        return f"Die Datei ist leer. Bitte prüfen, ob sie vollständig gespeichert wurde. {_ALS_TABELLE}"
    if inhalt.startswith(_OLE):
        return _ole(inhalt)
    for muster, name in _ANFAENGE:
        if inhalt.startswith(muster) and not (muster == b"BM" and b"\x00" not in inhalt[:32]):
            return f"Das ist {name}, keine Tabelle. {_ALS_TABELLE} Bitte den Absender um diese Form bitten."
    if inhalt[:4] == b"RIFF" and inhalt[8:12] == b"WEBP":
        return f"Das ist ein Bild (WEBP), keine Tabelle. {_ALS_TABELLE} Bitte den Absender um diese Form bitten."
    if _HTML.match(anfang) or (anfang.startswith((b"<?xml", b"<!--")) and _HTML.search(anfang)):
        return (
            "Das ist eine Internetseite (HTML), auch wenn die Datei eine Endung wie .xls trägt. "
            "Bitte in Excel öffnen und als XLSX speichern."
        )
    if anfang.startswith(b"<"):
        return f"Das ist eine XML-Datei. {_ALS_TABELLE} Bitte in Excel öffnen und als XLSX speichern."
    if _JSON.match(anfang):
        return f"Das ist eine JSON-Datei. {_ALS_TABELLE} Bitte die Daten als Tabelle ausgeben lassen."
    return None


def _ole(inhalt: bytes) -> str:
    """Old Office files and encrypted new ones share one container; the name of an inner stream tells them apart."""
    if "EncryptedPackage".encode("utf-16-le") in inhalt:
        return (
            "Die Arbeitsmappe ist mit einem Kennwort geschützt und kann nicht gelesen werden. "
            "Bitte in Excel öffnen, den Schutz entfernen (Datei, Informationen) und als XLSX speichern."
        )
    if "Workbook".encode("utf-16-le") in inhalt or "Book".encode("utf-16-le") in inhalt:
        return "Das ist eine alte Excel-Datei (.xls). Bitte in Excel öffnen und als XLSX speichern."
    return f"Das ist eine alte Office-Datei, keine lesbare Tabelle. {_ALS_TABELLE} Bitte neu speichern."
