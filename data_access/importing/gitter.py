"""The grid of cells of one table, every cell as text, and how a CSV file becomes one."""

import csv
import io
import re
from dataclasses import dataclass
from typing import Final

import polars as pl

from data_access.importing.mangel import NichtLesbar

ZEILE: Final = "zeile"
"""Column with the number of a row in the file, counted from 1 as Excel and editors show it."""

TRENNZEICHEN: Final = {"semikolon": ";", "komma": ",", "tabulator": "\t", "strich": "|"}
"""Separators that are recognised, by the word that answers the question `trennzeichen`."""

_HOECHSTENS_SPALTEN: Final = 2000
_HOECHSTENS_ZELLEN: Final = 8_000_000
_BLOCK: Final = 20_000
_ANGABE = re.compile(r"\"?sep=(.)\"?\r?\n", re.IGNORECASE)


@dataclass(frozen=True)
class Gitter:
    """One sheet or CSV text: String columns "0", "1", … and `zeile`; blank rows are gone, blank cells are null."""

    name: str
    zellen: pl.DataFrame
    aus_xlsx: bool

    @property
    def spalten(self) -> list[str]:
        """Names of the columns with cells."""
        return [s for s in self.zellen.columns if s != ZEILE]

    def oben(self, anzahl: int) -> list[tuple[int, tuple[str | None, ...]]]:
        """The first rows: (number in the file, cells)."""
        zeilen = self.zellen.head(anzahl).select(ZEILE, *self.spalten).rows()
        return [(zeile[0], zeile[1:]) for zeile in zeilen]


def gitter(name: str, roh: pl.DataFrame, zeilen: pl.Series, aus_xlsx: bool) -> Gitter:
    """Cells trimmed and in composed Unicode form (ä as one character), without empty rows and trailing columns."""
    roh.columns = [str(i) for i in range(roh.width)]
    sauber = roh.select(
        pl.all()
        .cast(pl.String)
        .str.normalize("NFC")
        .str.strip_chars()
        .str.strip_chars("\ufeff\u200b")
        .replace("", None)
    )
    while sauber.width and sauber.to_series(-1).null_count() == sauber.height:
        sauber = sauber.drop(sauber.columns[-1])
    spalten = sauber.columns
    mit_nummer = sauber.with_columns(zeilen.cast(pl.Int64).alias(ZEILE))
    if not spalten:
        return Gitter(name, mit_nummer.clear(), aus_xlsx)
    return Gitter(name, mit_nummer.filter(~pl.all_horizontal(pl.col(spalten).is_null())), aus_xlsx)


def angegebenes_trennzeichen(text: str) -> tuple[str | None, str]:
    """The separator that Excel's first line `sep=;` names, and the text without that line (its line break stays)."""
    angabe = _ANGABE.match(text)
    return (angabe[1], "\n" + text[angabe.end() :]) if angabe else (None, text)


def csv_gitter(text: str, trenner: str, zeilen: int | None = None) -> Gitter:
    """The grid of a text, or of its first `zeilen` rows. Quoted cells may run over several lines.

    Raises NichtLesbar if quotes are broken or the table is absurdly wide or large.
    """
    leser = csv.reader(io.StringIO(text, newline=""), delimiter=trenner, strict=zeilen is None)
    bloecke: list[pl.DataFrame] = []
    inhalt: list[list[str]] = []
    nummern: list[int] = []
    beginn, breite, gelesen = 1, 0, 0
    try:
        for felder in leser:
            if any(felder):
                inhalt.append(felder)
                nummern.append(beginn)
                breite = max(breite, len(felder))
            beginn = leser.line_num + 1
            gelesen += 1
            # Blocks keep the memory low: a Python list of rows takes ten times as much as a frame.
            if len(inhalt) == _BLOCK:
                _pruefe_groesse(breite, _BLOCK * (len(bloecke) + 1))
                bloecke.append(_block(inhalt, nummern))
                inhalt, nummern = [], []
            if gelesen == zeilen:
                break
    except csv.Error as fehler:
        raise NichtLesbar(
            f"Ab Zeile {beginn} sind die Felder nicht lesbar, meist wegen eines einzelnen Anführungszeichens. "
            "Bitte die Zeile prüfen oder die Tabelle als XLSX speichern."
        ) from fehler
    _pruefe_groesse(breite, _BLOCK * len(bloecke) + len(inhalt))
    bloecke.append(_block(inhalt, nummern))
    alle = pl.concat(bloecke, how="diagonal").select(ZEILE, *map(str, range(breite)))
    return gitter("", alle.drop(ZEILE), alle[ZEILE], aus_xlsx=False)


def _block(inhalt: list[list[str]], nummern: list[int]) -> pl.DataFrame:
    spalten = {str(i): [f[i] if i < len(f) else None for f in inhalt] for i in range(max(map(len, inhalt), default=0))}
    return pl.DataFrame({ZEILE: nummern, **spalten}, schema={ZEILE: pl.Int64, **dict.fromkeys(spalten, pl.String)})


def _pruefe_groesse(breite: int, hoehe: int) -> None:
    if breite > _HOECHSTENS_SPALTEN:
        raise NichtLesbar(
            f"Die Tabelle hat eine Zeile mit mehr als {_HOECHSTENS_SPALTEN} Feldern. "
            "Bitte prüfen, ob das richtige Trennzeichen benutzt wurde."
        )
    if breite * hoehe > _HOECHSTENS_ZELLEN:
        raise NichtLesbar(
            "Die Tabelle ist zu groß, um auf einmal gelesen zu werden. Bitte die Datei teilen, etwa nach Stichtagen."
        )
