"""One view as an Excel workbook: the table of the screen first, then its frame, signs, definitions and sources."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from presentation.ansichten.bogen import Bogen, Tafel
from presentation.exports.mappe import BREITESTE_SPALTE, KOPFZEILE, drucke_quer, schreibe_rahmen
from presentation.exports.tabelle import MAPPE, ZEICHEN
from presentation.exports.umstand import Umstand, weltzeit
from presentation.texts.dateiangaben import SYNTHETISCH, erstellt_am, hinweis
from presentation.texts.zahlen import GESCHUETZT_WORT, MINUS, STATUSWORT

ZAHL: Final = re.compile(rf"([+{MINUS}-]?)(\d{{1,3}}(?:\.\d{{3}})*(?:,(\d+))?)(\s%)?")
"""One German number and nothing else: "1.234,5", "−0,4", "58,3 %". A year is none: it has no thousands."""
LAENGSTER_LINK: Final = 2000
"""Excel takes no longer address (2,079 letters, its own masking included)."""
TEXTSPALTE: Final = 110
TAFELART: Final = "Table Style Light 1"


@dataclass(frozen=True)
class _Formen:
    """How cells look."""

    fett: Format
    leise: Format
    kopf: Format
    tag: Format
    text: Format
    geheim: Format
    rechts: Format
    kopf_rechts: Format


def als_xlsx(bogen: Bogen, umstand: Umstand) -> bytes:
    """The view as a workbook. A cell that is one exact number is a number; ranges and words stay what they are."""
    puffer, werte = io.BytesIO(), bogen.werte()
    with xlsxwriter.Workbook(puffer, MAPPE) as mappe:
        mappe.set_properties(
            {
                "title": bogen.befund,
                "subject": bogen.unterzeile,
                "comments": SYNTHETISCH if bogen.synthetisch else "",
                "created": weltzeit(umstand.jetzt),
            }
        )
        formen = _Formen(
            fett=mappe.add_format({"bold": True, "font_size": 13}),
            leise=mappe.add_format({"font_color": "#404040"}),
            kopf=mappe.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            tag=mappe.add_format({"num_format": "dd.mm.yyyy", "valign": "top"}),
            text=mappe.add_format({"text_wrap": True, "valign": "top"}),
            geheim=mappe.add_format({"pattern": 14, "fg_color": "#BFBFBF", "align": "right"}),
            rechts=mappe.add_format({"align": "right", "valign": "top"}),
            kopf_rechts=mappe.add_format({"bold": True, "text_wrap": True, "valign": "top", "align": "right"}),
        )
        _tafel(mappe, bogen, formen)
        seite = mappe.add_worksheet("Werte")
        _kopf(seite, werte.titel, "Jede Zeile ein Wert, mit „von“ und „bis“, Status, Zähler und Nenner.", bogen, formen)
        schreibe_rahmen(seite, werte.rahmen, formen.kopf, formen.tag, formen.text, formen.geheim)
        if zeichen := _zeichen(bogen, werte.rahmen, werte.hinweise):
            _textblatt(mappe, "Zeichen", "Zeichen", zeichen, formen)
        _textblatt(mappe, "Definitionen", "Angabe", bogen.methode or werte.erklaerung, formen)
        _textblatt(mappe, "Quelle", "Angabe", _quelle(bogen, umstand), formen)
    return puffer.getvalue()


def _tafel(mappe: xlsxwriter.Workbook, bogen: Bogen, formen: _Formen) -> None:
    """What the screen shows under "Als Tabelle", as a table object."""
    seite, tafel = mappe.add_worksheet("Tafel"), bogen.tafel()
    _kopf(seite, bogen.befund, bogen.unterzeile, bogen, formen)
    zahlenformen: dict[str, Format] = {}
    _als_tabelle(seite, tafel, formen)
    saetze = dict(bogen.zeichen)
    for i, zeile in enumerate(tafel.zeilen, start=KOPFZEILE + 1):
        for j, zelle in enumerate(zeile.values()):
            gelesen = als_zahl(zelle) if j else None
            if gelesen is not None:
                wert, form = gelesen
                if form not in zahlenformen:
                    zahlenformen[form] = mappe.add_format({"num_format": form, "valign": "top"})
                seite.write_number(i, j, wert, zahlenformen[form])
            elif zelle == GESCHUETZT_WORT or (j and zelle in saetze):
                seite.write_string(i, j, zelle, formen.geheim)
                seite.write_comment(i, j, saetze.get(zelle, f"„{zelle}“: siehe Blatt „Zeichen“."))
            else:
                seite.write_string(i, j, zelle, formen.rechts if j and tafel.zahlen else formen.text)
    drucke_quer(seite, KOPFZEILE)


def als_zahl(text: str) -> tuple[float, str] | None:
    """A cell of a table as number and number format, as exact as it reads; None for ranges, "rund 37" and words."""
    treffer = ZAHL.fullmatch(text)
    if treffer is None:
        return None
    vorzeichen, ziffern, stellen, prozent = treffer.groups()
    wert = float(ziffern.replace(".", "").replace(",", "."))
    form = "#,##0" + ("." + "0" * len(stellen) if stellen else "") + ('" %"' if prozent else "")
    if vorzeichen == "+":
        form = f'"+"{form};"{MINUS}"{form};{form}'
    return (-wert if vorzeichen in (MINUS, "-") else wert), form


def _als_tabelle(seite: Worksheet, tafel: Tafel, formen: _Formen) -> None:
    """Columns as wide as what stands in them; a table object, so that a screen reader names the heads."""
    for j, spalte in enumerate(tafel.kopf):
        breite = max(len(spalte), *(len(z[spalte]) for z in tafel.zeilen)) + 4
        seite.set_column(j, j, min(breite, BREITESTE_SPALTE))
    if tafel.zeilen:
        koepfe = [formen.kopf_rechts if j and tafel.zahlen else formen.kopf for j in range(len(tafel.kopf))]
        spalten = [{"header": name, "header_format": form} for name, form in zip(tafel.kopf, koepfe, strict=True)]
        letzte = (KOPFZEILE + len(tafel.zeilen), len(tafel.kopf) - 1)
        seite.add_table(KOPFZEILE, 0, *letzte, {"columns": spalten, "style": TAFELART})
        seite.ignore_errors({"number_stored_as_text": xlsxwriter.utility.xl_range(KOPFZEILE, 0, *letzte)})


def _kopf(seite: Worksheet, titel: str, untertitel: str, bogen: Bogen, formen: _Formen) -> None:
    """The first three lines of a sheet, from A1 on; nothing is merged, a long line runs over the empty cells."""
    seite.write_string(0, 0, titel, formen.fett)
    seite.write_string(1, 0, untertitel, formen.leise)
    if bogen.synthetisch:
        seite.write_string(2, 0, SYNTHETISCH, formen.leise)


def _textblatt(
    mappe: xlsxwriter.Workbook, name: str, kopf: str, paare: Sequence[tuple[str, str]], formen: _Formen
) -> None:
    seite = mappe.add_worksheet(name)
    seite.set_column(0, 0, 24)
    seite.set_column(1, 1, TEXTSPALTE)
    seite.write_string(0, 0, kopf, formen.kopf)
    seite.write_string(0, 1, "Erklärung", formen.kopf)
    for i, (was, text) in enumerate(paare, start=1):
        seite.write_string(i, 0, was, formen.kopf)
        if text.startswith(("http://", "https://")) and len(text) < LAENGSTER_LINK:
            seite.write_url(i, 1, text)
        else:
            seite.write_string(i, 1, text, formen.text)
    drucke_quer(seite, 0)


def _zeichen(bogen: Bogen, rahmen: pl.DataFrame, hinweise: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Signs of the table and of the frame, each with its sentence, those of missing numbers last."""
    da = set(rahmen["status"].unique()) if "status" in rahmen.columns else set()
    leere = [(zeichen, STATUSWORT[status]) for status, zeichen in ZEICHEN.items() if status in da]
    return list(dict.fromkeys([*bogen.zeichen, *hinweise, *leere]))


def _quelle(bogen: Bogen, umstand: Umstand) -> list[tuple[str, str]]:
    link = [("Link", bogen.stelle.adresse(umstand.basis))] if umstand.basis else []
    return [*hinweis(bogen.synthetisch), *bogen.fuss, *link, ("Datei", erstellt_am(umstand.jetzt))]
