"""The questionnaire on the co-operation as a Word file: one side, one page or two, boxes to be ticked."""

import io
from collections.abc import Sequence
from typing import Any, Final

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from presentation.exports.wordteile import schreiblinie
from presentation.texts.gremien import SEITEN
from presentation.texts.zusammenarbeit import STUFEN

KASTEN: Final = "☐"
SCHRIFT: Final = "Arial"
_BREITEN: Final = (1.0, 6.2, *(1.96,) * 5)
"""Widths of the columns in cm: A4 upright with margins of 2 cm."""


def fragebogen(aussagen: Sequence[tuple[int, str]], seite: str, region: str, jahr: int) -> bytes:
    """A DOCX for one side. `aussagen`: number and statement."""
    dokument = Document()
    titel = f"Zusammenarbeit im Gesamtplanverfahren {jahr}"
    dokument.core_properties.title = f"{titel}, {region}, {SEITEN[seite]}"
    dokument.core_properties.author = "Sozialraumblick"
    dokument.core_properties.language = "de-DE"
    _richte_ein(dokument)
    dokument.add_heading(titel, 1)
    dokument.add_paragraph(f"{region}. Antwort der Seite: {SEITEN[seite]}")
    dokument.add_heading("So geht es", 2)
    for satz in (
        "Bitte antworten Sie gemeinsam als eine Seite. Kreuzen Sie in jeder Zeile ein Feld an.",
        "Haben Sie keine gemeinsame Antwort, kreuzen Sie „k. A.“ an. Das heißt: keine Angabe.",
        "Bitte schreiben Sie keine Namen und keine Angaben über einzelne Personen.",
    ):
        dokument.add_paragraph(satz, style="List Bullet")
    dokument.add_heading("Aussagen", 2)
    _tabelle(dokument, aussagen)
    dokument.add_heading("Anmerkungen", 2)
    dokument.add_paragraph("Nummer der Aussage und was dazu zu sagen ist:")
    for _ in range(6):
        schreiblinie(dokument.add_paragraph(), Cm(17))
    puffer = io.BytesIO()
    dokument.save(puffer)
    return puffer.getvalue()


def _richte_ein(dokument: Any) -> None:
    """A4, a large plain font, German as the language of every text."""
    blatt = dokument.sections[0]
    blatt.page_width, blatt.page_height = Cm(21), Cm(29.7)
    blatt.left_margin = blatt.right_margin = blatt.top_margin = blatt.bottom_margin = Cm(2)
    for name, groesse in (("Normal", 12), ("List Bullet", 12), ("Heading 1", 18), ("Heading 2", 14)):
        stil = dokument.styles[name]
        stil.font.name, stil.font.size = SCHRIFT, Pt(groesse)
        eigenschaften = stil.element.get_or_add_rPr()
        schriften = eigenschaften.get_or_add_rFonts()
        for art in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            schriften.attrib.pop(qn(art), None)
        stil.font.color.rgb = None
    for sprache in dokument.styles.element.iter(qn("w:lang")):
        sprache.set(qn("w:val"), "de-DE")


def _tabelle(dokument: Any, aussagen: Sequence[tuple[int, str]]) -> None:
    """A row for each statement; the head row is marked as one and comes again on each page."""
    stufen = [text for wert, text in STUFEN.items() if wert is not None] + [STUFEN[None]]
    tafel = dokument.add_table(rows=1, cols=2 + len(stufen), style="Table Grid")
    tafel.autofit = False
    for zelle, text in zip(tafel.rows[0].cells, ("Nr.", "Aussage", *stufen), strict=True):
        zelle.paragraphs[0].add_run(text).bold = True
    _merke(tafel.rows[0], "w:tblHeader")
    for nummer, text in aussagen:
        zeile = tafel.add_row()
        _merke(zeile, "w:cantSplit")
        for zelle, inhalt in zip(zeile.cells, (str(nummer), text, *(KASTEN,) * len(stufen)), strict=True):
            zelle.paragraphs[0].add_run(inhalt)
    for zeile in tafel.rows:
        for nummer, (zelle, breite) in enumerate(zip(zeile.cells, _BREITEN, strict=True)):
            zelle.width = Cm(breite)
            absatz = zelle.paragraphs[0]
            absatz.paragraph_format.space_before = absatz.paragraph_format.space_after = Pt(4)
            if nummer > 1:
                absatz.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _merke(zeile: Any, was: str) -> None:
    eigenschaften = zeile._tr.get_or_add_trPr()
    eigenschaften.append(OxmlElement(was))
