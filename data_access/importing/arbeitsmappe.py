"""XLSX files: checked as an archive first, then every sheet as a grid of text (fastexcel, no type inference).

The check reads every part once. It refuses what would eat the memory (bombs: huge parts, a lone cell far outside,
one long text repeated a million times) and counts what fastexcel silently turns into an empty cell.
"""

import io
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

import fastexcel
import polars as pl

from data_access.importing.gitter import Gitter, gitter
from data_access.importing.mangel import ZIP_FEHLER, NichtLesbar

MAX_ENTPACKT: Final = 150 * 1024 * 1024
"""Most bytes that an XLSX file may have unpacked. The Gemeindeverzeichnis of Germany has 13 MB."""

_MAX_TEILE: Final = 2000
_MAX_ZELLEN: Final = 20_000_000
_MAX_TEXT: Final = 300 * 1024 * 1024

_BEZUG = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{0,3})([0-9]{1,10})[\"']")
_FEHLERZELLE = re.compile(rb"<(?:\w+:)?c\b[^<>]*\bt\s*=\s*[\"']e[\"']")
_OHNE_ERGEBNIS = re.compile(
    rb"<(?:\w+:)?c\b([^<>]*)>\s*<(?:\w+:)?f\b[^<>]*?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_TEXT_ERGEBNIS = re.compile(rb"\bt\s*=\s*[\"']str[\"']")
_TEXTVERWEIS = re.compile(rb"\bt\s*=\s*[\"']s[\"'][^<>]*>\s*<(?:\w+:)?v>\s*([0-9]{1,9})")
_TEXTEINTRAG = re.compile(rb"<(?:\w+:)?si\b")

_ANDERE: Final = (
    ("xl/workbook.bin", "eine Excel-Binärdatei (.xlsb). Bitte in Excel öffnen und als XLSX speichern."),
    ("word/document.xml", "ein Word-Dokument. Bitte die Tabelle in Excel einfügen und als XLSX speichern."),
    ("ppt/presentation.xml", "eine Präsentation. Bitte die Tabelle in Excel einfügen und als XLSX speichern."),
    ("content.xml", "eine OpenDocument-Datei (etwa .ods). Bitte in LibreOffice öffnen und als XLSX speichern."),
)

_BESCHAEDIGT: Final = (
    "Die Datei ist beschädigt oder unvollständig. Bitte neu herunterladen oder in Excel öffnen und neu speichern."
)
_ZU_GROSS: Final = (
    "Die Arbeitsmappe ist entpackt zu groß, um sicher gelesen zu werden. "
    "Bitte nur das Blatt mit den Zahlen in eine neue Arbeitsmappe kopieren."
)


@dataclass(frozen=True)
class Arbeitsmappe:
    """All sheets of a workbook. `fehlerzellen`: #BEZUG! and the like; `ohne_ergebnis`: formulas without a value."""

    blaetter: tuple[Gitter, ...]
    fehlerzellen: int
    ohne_ergebnis: int


def lies_arbeitsmappe(inhalt: bytes) -> Arbeitsmappe:
    """The sheets of an XLSX file. Raises NichtLesbar with the reason for the user."""
    fehlerzellen, ohne_ergebnis = _pruefe(inhalt)
    try:
        mappe = fastexcel.read_excel(inhalt)
        blaetter = tuple(_blatt(mappe, name) for name in mappe.sheet_names)
    except fastexcel.FastExcelError as fehler:
        raise NichtLesbar(_BESCHAEDIGT) from fehler
    return Arbeitsmappe(blaetter, fehlerzellen, ohne_ergebnis)


def _blatt(mappe: fastexcel.ExcelReader, name: str) -> Gitter:
    # skip_rows=0 keeps leading blank rows, so that row numbers are those that Excel shows.
    roh = mappe.load_sheet(name, header_row=None, skip_rows=0, dtypes="string").to_polars()
    return gitter(name, roh, pl.Series(range(1, roh.height + 1), dtype=pl.Int64), aus_xlsx=True)


def _pruefe(inhalt: bytes) -> tuple[int, int]:
    """Numbers of error cells and of formulas without result; raises NichtLesbar for what must not be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhalt)) as archiv:
            teile = archiv.infolist()
            _pruefe_inhaltsverzeichnis(teile)
            # Reading checks length and checksum of each part, so sizes in the directory cannot lie.
            return _pruefe_teile([archiv.read(teil) for teil in teile])
    except (*ZIP_FEHLER, ValueError) as fehler:
        raise NichtLesbar(_BESCHAEDIGT) from fehler


def _pruefe_inhaltsverzeichnis(teile: list[zipfile.ZipInfo]) -> None:
    namen = [teil.filename.lower().replace("\\", "/") for teil in teile]
    if any(teil.flag_bits & 0x1 for teil in teile):
        raise NichtLesbar(
            "Die Datei ist mit einem Kennwort geschützt. Bitte den Schutz entfernen und als XLSX neu speichern."
        )
    for name, satz in _ANDERE:
        if name in namen:
            raise NichtLesbar(f"Das ist {satz}")
    if "xl/workbook.xml" not in namen:
        raise NichtLesbar(
            "Das ist ein ZIP-Archiv, keine Tabelle. Bitte das Archiv entpacken und die CSV- oder XLSX-Datei wählen."
        )
    if len(teile) > _MAX_TEILE or sum(teil.file_size for teil in teile) > MAX_ENTPACKT:
        raise NichtLesbar(_ZU_GROSS)
    if len(set(namen)) != len(namen):
        raise NichtLesbar(_BESCHAEDIGT)


def _pruefe_teile(teile: list[bytes]) -> tuple[int, int]:
    fehlerzellen, ohne_ergebnis, zellen = 0, 0, 0
    texte: list[int] = []
    verweise: Counter[int] = Counter()
    for teil in teile:
        zellen += _flaeche(teil)
        fehlerzellen += sum(1 for _ in _FEHLERZELLE.finditer(teil))
        ohne_ergebnis += sum(not _TEXT_ERGEBNIS.search(treffer[1]) for treffer in _OHNE_ERGEBNIS.finditer(teil))
        anfaenge = [treffer.start() for treffer in _TEXTEINTRAG.finditer(teil)]
        texte += [ende - anfang for anfang, ende in pairwise([*anfaenge, len(teil)])]
        verweise.update(int(treffer[1]) for treffer in _TEXTVERWEIS.finditer(teil))
    text = sum(texte[nummer] * anzahl for nummer, anzahl in verweise.items() if nummer < len(texte))
    if zellen > _MAX_ZELLEN or text > _MAX_TEXT:
        raise NichtLesbar(_ZU_GROSS)
    return fehlerzellen, ohne_ergebnis


def _flaeche(teil: bytes) -> int:
    """Cells of the rectangle that a sheet spans: a reader lays it out whole, however few cells are filled."""
    breite = hoehe = 0
    for treffer in _BEZUG.finditer(teil):
        breite = max(breite, _spaltennummer(treffer[1]))
        hoehe = max(hoehe, int(treffer[2]))
    return max(breite, 1) * hoehe


@lru_cache(maxsize=1024)
def _spaltennummer(buchstaben: bytes) -> int:
    """A = 1, Z = 26, AA = 27."""
    nummer = 0
    for zeichen in buchstaben.upper():
        nummer = nummer * 26 + zeichen - ord("A") + 1
    return nummer
