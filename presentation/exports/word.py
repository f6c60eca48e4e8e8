"""The house style of Word files: A4, one font with a fallback, German, real headings, tables that read out right."""

import io
import struct
from collections.abc import Mapping, Sequence
from typing import Any, Final

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.text.paragraph import Paragraph

from presentation.charts.diagramm import Diagramm, alternative, bemerkungen
from presentation.exports import qr
from presentation.exports.bild import png
from presentation.exports.papier import BILDBREITE, Angaben
from presentation.exports.umstand import weltzeit
from presentation.exports.wordteile import (
    ankreuzfeld,
    feld,
    schreiblinie,
    sprungmarke,
    tafelrahmen,
    verweis_auf,
    verweis_hinaus,
)
from presentation.farben import palette

SCHRIFT: Final = "IBM Plex Sans"
ERSATZ: Final = "Arial"
"""What Word takes where the font is not installed; about as wide."""
SPRACHE: Final = "de-DE"
RAND: Final = Cm(2)
TEXTBREITE: Final = Cm(17)
AUFLOESUNG: Final = 200
"""Pixels to the inch of pictures."""
NACH_TAFEL: Final = Pt(10)
NACH_LISTE: Final = Pt(7)
ZUSAMMEN: Final = 12
"""A table of up to so many rows is never split over two pages."""
_FARBEN: Final = palette("druck")
KLEIN: Final = "Anmerkung"
"""Style of sources and remarks."""
TAFEL: Final = "Tabellentext"
"""Style of the cells of a table."""
_VORLAGEN: Final[dict[str, tuple[float, bool, float, float]]] = {
    "Normal": (10.5, False, 0, 5),
    "Title": (22, True, 0, 6),
    "Heading 1": (18, True, 0, 6),
    "Heading 2": (13, True, 12, 4),
    "Heading 3": (11, True, 8, 2),
    "Caption": (9.5, True, 8, 3),
    "List Bullet": (10.5, False, 0, 2),
    "Header": (8.5, False, 0, 0),
    "Footer": (8.5, False, 0, 0),
    KLEIN: (9, False, 0, 3),
    TAFEL: (9.5, False, 0, 0),
}
"""Style: size in points, bold, space before and after in points."""


class WordPapier:
    """A Word file that fills from top to bottom. See `papier.Papier`."""

    def __init__(self, angaben: Angaben, *, groesser: float = 1.0) -> None:
        self._groesser = groesser
        self._datei = Document()
        self._marken: dict[str, int] = {}
        self._nach_tafel = False
        self._richte_ein(angaben)

    def titel(self, text: str) -> None:
        """See `papier.Papier`."""
        self._datei.add_paragraph(text, style="Title")

    def ueberschrift(self, text: str, stufe: int, *, neue_seite: bool = False, marke: str = "") -> None:
        """See `papier.Papier`."""
        absatz = self._datei.add_heading(text, stufe)
        self._nach_tafel = False
        absatz.paragraph_format.page_break_before = neue_seite
        if marke:
            self._marken[marke] = len(self._marken) + 1
            sprungmarke(absatz, marke, self._marken[marke])

    def absatz(self, text: str, *, fett: bool = False, klein: bool = False) -> None:
        """See `papier.Papier`."""
        absatz = self._neu(KLEIN if klein else "Normal")
        absatz.add_run(text).bold = fett or None
        absatz.paragraph_format.keep_with_next = fett or None

    def angabe(self, name: str, text: str, *, klein: bool = False, bleibt: bool = False) -> None:
        """See `papier.Papier`."""
        absatz = self._neu(KLEIN if klein else "Normal")
        absatz.paragraph_format.keep_with_next = absatz.paragraph_format.keep_together = bleibt or None
        absatz.paragraph_format.space_after = Pt(1)
        absatz.add_run(f"{name}: ").bold = True
        absatz.add_run(text)

    def liste(self, zeilen: Sequence[str]) -> None:
        """See `papier.Papier`."""
        for zeile in zeilen:
            absatz = self._neu("List Bullet")
            absatz.add_run(zeile)
        if zeilen:
            absatz.paragraph_format.space_after = NACH_LISTE

    def ankreuzen(self, zeilen: Sequence[str]) -> None:
        """A list to be ticked, on paper or in Word with the space bar; a colon at the end makes a line to write on."""
        for zeile in zeilen:
            absatz = self._neu("Normal")
            ankreuzfeld(absatz, zeile)
            if zeile.endswith(":"):
                schreiblinie(absatz, TEXTBREITE)
        if zeilen:
            absatz.paragraph_format.space_after = NACH_LISTE

    def schreiblinien(self, anzahl: int) -> None:
        """See `papier.Papier`."""
        for _ in range(anzahl):
            absatz = self._neu("Normal")
            absatz.paragraph_format.space_before = NACH_TAFEL
            schreiblinie(absatz, TEXTBREITE)

    def verzeichnis(self, eintraege: Mapping[str, str]) -> None:
        """See `papier.Papier`."""
        for marke, name in eintraege.items():
            verweis_auf(self._neu("List Bullet"), marke, name)

    def tafel(
        self,
        titel: str,
        zeilen: Sequence[Mapping[str, str]],
        breiten: Sequence[float] = (),
        *,
        zahlen: bool = False,
        mitte_ab: int = 0,
    ) -> None:
        """A table with its caption above; the header row is marked and comes again on the next page.

        `breiten`: shares of the columns. `zahlen`: columns after the first are aligned right. `mitte_ab`: columns
        from here on are centred.
        """
        if not zeilen:
            return
        kopf = list(zeilen[0])
        beschriftung = self._neu("Caption")
        beschriftung.add_run(titel)
        beschriftung.paragraph_format.keep_with_next = True
        tafel = self._datei.add_table(rows=1 + len(zeilen), cols=len(kopf))
        tafel.autofit = False
        anteile = breiten or [1.0] * len(kopf)
        weiten = [Length(int(TEXTBREITE * a / sum(anteile))) for a in anteile]
        for spalte, weite in zip(tafel.columns, weiten, strict=True):
            spalte.width = weite
        tafelrahmen(tafel, titel, _FARBEN.linie)
        for i, (zeile, reihe) in enumerate(zip([dict(zip(kopf, kopf, strict=True)), *zeilen], tafel.rows, strict=True)):
            for j, (name, zelle) in enumerate(zip(kopf, reihe.cells, strict=True)):
                zelle.width = weiten[j]
                absatz = zelle.paragraphs[0]
                absatz.style = self._datei.styles[TAFEL]
                absatz.add_run(zeile[name]).bold = i == 0 or None
                absatz.paragraph_format.keep_with_next = i == 0 or (len(zeilen) <= ZUSAMMEN and i < len(zeilen)) or None
                if zahlen and j:
                    absatz.alignment = WD_ALIGN_PARAGRAPH.RIGHT
                if mitte_ab and j >= mitte_ab:
                    absatz.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self._nach_tafel = True

    def bild(self, diagramme: Sequence[Diagramm], *, hoechstens_cm: float = 12.0) -> None:
        """See `papier.Papier`."""
        saetze = " ".join(bemerkungen(diagramme))
        bild = png(diagramme, breite=BILDBREITE, ppi=AUFLOESUNG, rand=0)
        self.png(bild, alternative(diagramme), hoechstens_cm, bleibt=bool(saetze))
        if saetze:
            self.absatz(saetze, klein=True)

    def png(self, png: bytes, alt: str, hoechstens_cm: float, *, bleibt: bool = True) -> None:
        """A picture as wide as the text, not higher than `hoechstens_cm`, with its text alternative.

        `bleibt`: on the page of what follows.
        """
        breite, hoehe = struct.unpack(">II", png[16:24])
        weite = Length(min(TEXTBREITE, int(Cm(hoechstens_cm) * breite / hoehe)))
        absatz = self._neu("Normal")
        absatz.paragraph_format.keep_with_next = bleibt or None
        lauf = absatz.add_run()
        angaben = lauf.add_picture(io.BytesIO(png), width=weite)._inline.docPr
        angaben.set("descr", alt)
        angaben.set("name", f"Diagramm {angaben.get('id')}")

    def code(self, adresse: str, text: str) -> None:
        """See `papier.Papier`."""
        if qr.passt(adresse):
            self.png(qr.als_png(adresse), f"QR-Code mit dem Link {adresse}", 2.5)
        self.angabe(text, "", klein=True)
        verweis_hinaus(self._datei.paragraphs[-1], adresse)

    def fertig(self) -> bytes:
        """See `papier.Papier`."""
        puffer = io.BytesIO()
        self._datei.save(puffer)
        return puffer.getvalue()

    def _neu(self, stil: str) -> Paragraph:
        """A paragraph; below a table it keeps its distance by itself, not by an empty one that is read out."""
        absatz = self._datei.add_paragraph(style=stil)
        if self._nach_tafel:
            absatz.paragraph_format.space_before = NACH_TAFEL
        self._nach_tafel = False
        return absatz

    def _richte_ein(self, angaben: Angaben) -> None:
        self._schriften()
        self._sprache()
        eigen = self._datei.core_properties
        eigen.title, eigen.subject, eigen.author = angaben.titel, angaben.thema, angaben.verfasser
        eigen.language, eigen.comments, eigen.keywords = SPRACHE, " · ".join(angaben.kopf), ""
        eigen.created = eigen.modified = weltzeit(angaben.jetzt)
        eigen.last_modified_by = angaben.verfasser
        seite = self._datei.sections[0]
        seite.page_width, seite.page_height = Cm(21), Cm(29.7)
        seite.left_margin = seite.right_margin = RAND
        seite.top_margin, seite.bottom_margin = Cm(2.2), Cm(2.2)
        seite.header_distance = seite.footer_distance = Cm(0.9)
        _zeilen(seite.header, angaben.kopf, "Header")
        _zeilen(seite.footer, angaben.fuss, "Footer")
        unten = seite.footer.add_paragraph(style="Footer")
        unten.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        unten.add_run("Seite ")
        feld(unten, "PAGE")
        unten.add_run(" von ")
        feld(unten, "NUMPAGES")

    def _schriften(self) -> None:
        stile = self._datei.styles
        for eigener in (KLEIN, TAFEL):
            stile.add_style(eigener, WD_STYLE_TYPE.PARAGRAPH).base_style = stile["Normal"]
        for name, (groesse, fett, davor, danach) in _VORLAGEN.items():
            stil: Any = stile[name]
            stil.font.name, stil.font.size = SCHRIFT, Pt(groesse * self._groesser)
            stil.font.bold, stil.font.italic = fett, False
            stil.font.color.rgb = RGBColor.from_string(_FARBEN.text.removeprefix("#"))
            stil.paragraph_format.space_before, stil.paragraph_format.space_after = Pt(davor), Pt(danach)
            stil.paragraph_format.line_spacing = 1.1
            schrift = stil.element.rPr.rFonts
            for name_ in list(schrift.attrib):
                if "Theme" in name_:
                    del schrift.attrib[name_]
            for art in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
                schrift.set(qn(art), SCHRIFT)
        for rand in stile["Title"].element.xpath(".//w:pBdr"):
            rand.getparent().remove(rand)
        tafel = next(t for t in self._datei.part.package.iter_parts() if t.partname.endswith("fontTable.xml"))
        eintrag = (
            f'<w:font w:name="{SCHRIFT}"><w:altName w:val="{ERSATZ}"/><w:charset w:val="00"/>'
            '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
        )
        tafel._blob = tafel.blob.replace(b"</w:fonts>", eintrag.encode())

    def _sprache(self) -> None:
        vorgabe = self._datei.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")[0]
        for alte in vorgabe.xpath("w:lang"):
            vorgabe.remove(alte)
        vorgabe.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{SPRACHE}" w:eastAsia="{SPRACHE}" w:bidi="ar-SA"/>'))
        einstellungen = self._datei.settings.element
        for sprache in einstellungen.xpath("w:themeFontLang"):
            sprache.set(qn("w:val"), SPRACHE)
        # Without this Word opens the file as one of an old version.
        alte = einstellungen.find(qn("w:compat"))
        neu = parse_xml(
            f'<w:compat {nsdecls("w")}><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        )
        if alte is not None:
            einstellungen.replace(alte, neu)


def _zeilen(rand: Any, zeilen: Sequence[str], stil: str) -> None:
    for i, zeile in enumerate(zeilen):
        absatz = rand.paragraphs[0] if i == 0 else rand.add_paragraph(style=stil)
        absatz.text = zeile
