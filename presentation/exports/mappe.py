"""A workbook of several sheets, each with its title and the mark of the whole file."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from presentation.exports.tabelle import MAPPE, ZEICHEN

LAENGSTER_NAME: Final = 31
"""Excel takes no longer name of a sheet."""
VERBOTEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
KOPFZEILE: Final = 3
BREITESTE_SPALTE: Final = 70


@dataclass(frozen=True)
class Blatt:
    """One sheet: numbers as numbers. Where `wert` is empty and a column `status` says why, its sign stands there."""

    name: str
    titel: str
    rahmen: pl.DataFrame


def als_mappe(blaetter: Sequence[Blatt], titel: str, hinweis: str) -> bytes:
    """The sheets as XLSX. `hinweis` (the synthetic mark) stands on every sheet and in the properties of the file."""
    puffer = io.BytesIO()
    with xlsxwriter.Workbook(puffer, MAPPE) as mappe:
        mappe.set_properties({"title": titel, "comments": hinweis})
        kopf = mappe.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        tag = mappe.add_format({"num_format": "dd.mm.yyyy", "valign": "top"})
        text = mappe.add_format({"text_wrap": True, "valign": "top"})
        geheim = mappe.add_format({"pattern": 14, "fg_color": "#BFBFBF"})
        for blatt in blaetter:
            seite = mappe.add_worksheet(blatt.name.translate(VERBOTEN)[:LAENGSTER_NAME])
            seite.write_string(0, 0, f"{titel}: {blatt.titel}", mappe.add_format({"bold": True}))
            seite.write_string(1, 0, hinweis)
            schreibe_rahmen(seite, blatt.rahmen, kopf, tag, text, geheim)
    return puffer.getvalue()


def schreibe_rahmen(
    seite: Worksheet, rahmen: pl.DataFrame, kopf: Format, tag: Format, text: Format, geheim: Format
) -> None:
    """A frame from the line `KOPFZEILE` on: numbers as numbers, days as days, signs where there is no number."""
    for j, spalte in enumerate(rahmen.columns):
        seite.write_string(KOPFZEILE, j, spalte, kopf)
        breite = max([len(spalte), *(len(str(w)) for w in rahmen[spalte].head(200) if w is not None)])
        seite.set_column(j, j, min(breite + 2, BREITESTE_SPALTE))
    for i, eintrag in enumerate(rahmen.iter_rows(named=True), start=KOPFZEILE + 1):
        for j, (spalte, wert) in enumerate(eintrag.items()):
            if isinstance(wert, date):
                seite.write_datetime(i, j, wert, tag)
            elif isinstance(wert, str):
                # Never as a formula: a name from a file may begin with "=".
                seite.write_string(i, j, wert, text)
            elif wert is not None:
                seite.write_number(i, j, wert)
            elif spalte == "wert" and eintrag.get("status") in ZEICHEN:
                seite.write_string(i, j, ZEICHEN[eintrag["status"]], geheim)
    drucke_quer(seite, KOPFZEILE)


def drucke_quer(seite: Worksheet, kopfzeile: int) -> None:
    """The head stays in sight while scrolling and comes again on every printed page."""
    seite.freeze_panes(kopfzeile + 1, 0)
    # On paper: A4 across, all columns on one page, the head on each, the pages counted.
    seite.set_paper(9)
    seite.set_landscape()
    seite.fit_to_pages(1, 0)
    seite.repeat_rows(kopfzeile)
    seite.set_footer("&L&F, &A&RSeite &P von &N")
