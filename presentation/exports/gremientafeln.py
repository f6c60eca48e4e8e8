"""Everything entered about the Gremien of a region as files, in the columns that are read: it can come back."""

from collections.abc import Sequence
from typing import Final

import polars as pl

from data_access.gremien.lesen import Eintragungen
from data_access.gremien.zeilen import zeilen
from data_access.importing.gremienzellen import TRENNER
from models.gremienformate import FORMATE
from presentation.exports import tabelle
from presentation.exports.mappe import Blatt, als_mappe

DATEIFORMATE: Final = ("csv", "csv-excel", "xlsx")
"""csv: the format of the Contract. csv-excel: opens right in a German Excel. xlsx: a sheet a KIND."""

_POLARS: Final[dict[str, type[pl.DataType]]] = {"tag": pl.Date, "zahl": pl.Int64}
_ECHT: Final = "Angaben zu Gremien, nur Stellen, Gruppen und Anzahlen. Leer heißt: keine Angabe, nicht 0."
_SYNTHETISCH: Final = f"Enthält synthetische Angaben der Vorführung. {_ECHT}"


def rahmen(kind: str, e: Eintragungen) -> pl.DataFrame:
    """The rows of a KIND as a frame: dates and numbers as such, the rest as text, null where nothing is known."""
    f = FORMATE[kind]
    alle = [g.zeile for g in zeilen(kind, e)]
    return pl.DataFrame(
        [pl.Series(s.name, [_zelle(z[s.name]) for z in alle], _POLARS.get(s.typ, pl.String)) for s in f.spalten]
    )


def als_csv(kind: str, e: Eintragungen) -> bytes:
    """One KIND as a file of the Contract: semicolon, ISO dates, UTF-8."""
    return tabelle.als_csv(rahmen(kind, e))


def als_csv_excel(kind: str, e: Eintragungen) -> bytes:
    """One KIND for a German Excel. Reading takes away the ' before a text that Excel would calculate."""
    return tabelle.als_csv_excel(rahmen(kind, e))


def als_xlsx(kinds: Sequence[str], e: Eintragungen, region: str) -> bytes:
    """A workbook with a sheet a KIND; texts are never formulas."""
    blaetter = [Blatt(kind, FORMATE[kind].titel, rahmen(kind, e)) for kind in kinds]
    return als_mappe(blaetter, f"Gremien, {region}", _SYNTHETISCH if synthetisch(e) else _ECHT)


def als_datei(kinds: Sequence[str], e: Eintragungen, format_: str, region: str) -> bytes:
    """`kinds` in one of `DATEIFORMATE`; both CSVs hold a single KIND."""
    if format_ == "xlsx":
        return als_xlsx(kinds, e, region)
    (einzige,) = kinds
    return als_csv(einzige, e) if format_ == "csv" else als_csv_excel(einzige, e)


def synthetisch(e: Eintragungen) -> bool:
    """Whether anything of it was invented."""
    return any(g.synthetisch for kind in FORMATE for g in zeilen(kind, e))


def _zelle(wert: object) -> object:
    if isinstance(wert, bool):
        return "ja" if wert else "nein"
    if isinstance(wert, list):
        return TRENNER.join(wert) or None
    return wert
