"""The published values as files. Screen and file take the identical frame."""

import io
from collections.abc import Callable, Sequence
from datetime import date

import polars as pl
import xlsxwriter

from data_access.importing.gremienzellen import schaerfe
from models.vokabular import Status

FORMATE = ("csv", "csv-excel", "xlsx", "parquet", "json")
"""Formats of `export` and of the downloads."""

MAPPE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""Options of every workbook: a text stays a text."""

HINWEISE = "Hinweise"
"""Sheet on what small and protected numbers mean."""

ZEICHEN = {
    Status.GESCHUETZT.value: "•",
    Status.KEINE_ANGABE.value: "k. A.",
    Status.NICHT_ANWENDBAR.value: "x",
    Status.NICHT_GELIEFERT.value: "…",
}
"""What stands in files for people where there is no number."""


def _lesbar(spalte: str, werte: pl.Series, komma: bool) -> pl.Series:
    """Numbers as text: whole ones without decimals; with a decimal comma (for people) at most six decimals."""

    def text(wert: float | int | None) -> str | None:
        if wert is None:
            return None
        if float(wert).is_integer():
            return str(int(wert))
        return f"{wert:.6f}".rstrip("0").replace(".", ",") if komma else repr(float(wert))

    return pl.Series(spalte, [text(w) for w in werte], dtype=pl.String)


def _ohne_leere(rahmen: pl.DataFrame) -> pl.DataFrame:
    """Empty texts as null, so that they stand as nothing between two semicolons, without quotes."""
    return rahmen.with_columns(pl.col(pl.String).replace("", None))


def _zahlenspalten(rahmen: pl.DataFrame) -> list[str]:
    return [name for name, typ in rahmen.schema.items() if typ.is_numeric()]


def als_csv(rahmen: pl.DataFrame) -> bytes:
    """Machine CSV of the Contract: semicolon, decimal point, ISO dates, UTF-8 without BOM."""
    fertig = _ohne_leere(rahmen).with_columns(_lesbar(s, rahmen[s], komma=False) for s in _zahlenspalten(rahmen))
    return fertig.write_csv(separator=";", date_format="%Y-%m-%d").encode()


def als_csv_excel(rahmen: pl.DataFrame) -> bytes:
    """CSV that a German Excel opens right: decimal comma, BOM, CRLF; "•" where a value is protected.

    A text that Excel would calculate has a ' before it.
    """
    texte = [s for s, typ in rahmen.schema.items() if typ == pl.String]
    fertig = rahmen.with_columns(
        *(pl.Series(s, [schaerfe(w) if w else None for w in rahmen[s]], pl.String) for s in texte),
        *(_lesbar(s, rahmen[s], komma=True) for s in _zahlenspalten(rahmen)),
    )
    if {"status", "wert"} <= set(fertig.columns):
        fertig = fertig.with_columns(
            pl.col("wert").fill_null(pl.col("status").replace_strict(ZEICHEN, default=None, return_dtype=pl.String))
        )
    text = fertig.write_csv(separator=";", date_format="%d.%m.%Y", line_terminator="\r\n", include_bom=True)
    return text.encode()


def als_xlsx(
    rahmen: pl.DataFrame, titel: str, erklaerung: list[tuple[str, str]], hinweise: Sequence[tuple[str, str]] = ()
) -> bytes:
    """Workbook with the table (numbers as numbers, "•" where protected) and sheets that explain it.

    `hinweise`: what small and protected numbers of the table mean; without any there is no such sheet.
    """
    puffer = io.BytesIO()
    with xlsxwriter.Workbook(puffer, MAPPE) as mappe:
        mappe.set_properties({"title": titel, "comments": "; ".join(f"{n}: {t}" for n, t in erklaerung)})
        kopf = mappe.add_format({"bold": True})
        tag = mappe.add_format({"num_format": "dd.mm.yyyy"})
        geheim = mappe.add_format({"pattern": 14, "fg_color": "#BFBFBF"})
        blatt = mappe.add_worksheet("Werte")
        blatt.write(0, 0, titel, kopf)
        for zeile, (name, text) in enumerate(erklaerung[:1], start=1):
            blatt.write(zeile, 0, f"{name}: {text}")
        start = 3
        for j, spalte in enumerate(rahmen.columns):
            blatt.write(start, j, spalte, kopf)
        for i, eintrag in enumerate(rahmen.iter_rows(named=True), start=start + 1):
            for j, (spalte, wert) in enumerate(eintrag.items()):
                if isinstance(wert, date):
                    blatt.write_datetime(i, j, wert, tag)
                elif wert is not None:
                    blatt.write(i, j, wert)
                elif spalte == "wert" and eintrag.get("status") in ZEICHEN:
                    blatt.write_string(i, j, ZEICHEN[eintrag["status"]], geheim)
        blatt.freeze_panes(start + 1, 0)
        blatt.autofilter(start, 0, start + len(rahmen), len(rahmen.columns) - 1)
        blatt.autofit()
        umbruch = mappe.add_format({"text_wrap": True})
        for name, paare in ((HINWEISE, hinweise), ("Methodik", erklaerung)):
            if not paare:
                continue
            weiteres = mappe.add_worksheet(name)
            weiteres.set_column(0, 0, 24)
            weiteres.set_column(1, 1, 110, umbruch)
            for zeile, (was, text) in enumerate(paare):
                weiteres.write_string(zeile, 0, was, kopf)
                weiteres.write_string(zeile, 1, text)
    return puffer.getvalue()


def als_parquet(rahmen: pl.DataFrame, titel: str, erklaerung: list[tuple[str, str]]) -> bytes:
    """Parquet with the explanation as key-value metadata; texts under the same heading one after another."""
    angaben = {"titel": titel}
    for name, text in erklaerung:
        angaben[name] = f"{angaben[name]} {text}" if name in angaben else text
    puffer = io.BytesIO()
    rahmen.write_parquet(puffer, metadata=angaben)
    return puffer.getvalue()


def als_json(rahmen: pl.DataFrame) -> bytes:
    """One object a row, ISO dates, null where there is no number."""
    return rahmen.with_columns(pl.col(pl.Date).cast(pl.String)).write_json().encode()


def als_datei(
    rahmen: pl.DataFrame,
    format_: str,
    titel: str,
    erklaerung: list[tuple[str, str]],
    hinweise: Sequence[tuple[str, str]] = (),
) -> bytes:
    """`rahmen` as a file in one of `FORMATE`. `erklaerung`: pairs of heading and text, the synthetic mark first.

    `hinweise`: sign and sentence of the small and protected numbers. XLSX and Parquet have room for both.
    """
    macher: dict[str, Callable[[], bytes]] = {
        "csv": lambda: als_csv(rahmen),
        "csv-excel": lambda: als_csv_excel(rahmen),
        "xlsx": lambda: als_xlsx(rahmen, titel, erklaerung, hinweise),
        "parquet": lambda: als_parquet(rahmen, titel, [*erklaerung, *((HINWEISE, f"{z}: {t}") for z, t in hinweise)]),
        "json": lambda: als_json(rahmen),
    }
    return macher[format_]()
