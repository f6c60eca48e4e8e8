"""Parts of a Word file that python-docx has no words for: fields, boxes to tick, marks to jump to, rules of a table."""

from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length
from docx.table import Table
from docx.text.paragraph import Paragraph

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def feld(absatz: Paragraph, befehl: str) -> None:
    """A field that Word fills: PAGE, NUMPAGES."""
    for art in ("begin", befehl, "separate", "1", "end"):
        lauf = absatz.add_run()
        if art == befehl:
            teil = OxmlElement("w:instrText")
            teil.set(qn("xml:space"), "preserve")
            teil.text = befehl
            lauf._r.append(teil)
        elif art == "1":
            lauf.text = art
        else:
            teil = OxmlElement("w:fldChar")
            teil.set(qn("w:fldCharType"), art)
            lauf._r.append(teil)


def ankreuzfeld(absatz: Paragraph, text: str) -> None:
    """A box that can be ticked in Word, named by the text behind it."""
    kasten = parse_xml(
        f'<w:sdt {nsdecls("w")} xmlns:w14="{W14}"><w:sdtPr><w:alias/>'
        '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>'
        '<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/></w:rPr><w:t>\u2610</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )
    kasten.find(f".//{qn('w:alias')}").set(qn("w:val"), text)
    absatz._p.append(kasten)
    absatz.add_run(f" {text}")
    absatz.paragraph_format.space_after = 0


def schreiblinie(absatz: Paragraph, breite: Length) -> None:
    """A line to write on up to the right margin; drawn by a tab stop, so no row of signs is read out."""
    absatz.paragraph_format.tab_stops.add_tab_stop(breite, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    absatz.add_run("\t")


def sprungmarke(absatz: Paragraph, name: str, nummer: int) -> None:
    """A mark around a heading."""
    anfang, ende = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for teil in (anfang, ende):
        teil.set(qn("w:id"), str(nummer))
    anfang.set(qn("w:name"), name)
    absatz._p.insert(1 if absatz._p.pPr is not None else 0, anfang)
    absatz._p.append(ende)


def verweis_auf(absatz: Paragraph, name: str, text: str) -> None:
    """A link to a mark of the same file."""
    verweis = OxmlElement("w:hyperlink")
    verweis.set(qn("w:anchor"), name)
    lauf = absatz.add_run(text)
    lauf.font.underline = True
    absatz._p.append(verweis)
    verweis.append(lauf._r)


def verweis_hinaus(absatz: Paragraph, adresse: str) -> None:
    """A link to an address, which is its own text: it can be read on paper too."""
    verweis = OxmlElement("w:hyperlink")
    verweis.set(qn("r:id"), absatz.part.relate_to(adresse, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    lauf = absatz.add_run(adresse)
    lauf.font.underline = True
    absatz._p.append(verweis)
    verweis.append(lauf._r)


def tafelrahmen(tafel: Table, titel: str, farbe: str) -> None:
    """Thin rules between the rows, the header row marked and repeated, no row torn apart, the title for readers."""
    linie = f'w:val="single" w:sz="4" w:space="0" w:color="{farbe.removeprefix("#")}"'
    angaben: Any = tafel._tbl.tblPr
    rahmen = parse_xml(
        f"<w:tblBorders {nsdecls('w')}><w:top {linie}/><w:bottom {linie}/><w:insideH {linie}/></w:tblBorders>"
    )
    aussehen = angaben.find(qn("w:tblLook"))
    angaben.insert(_vor(angaben, "w:tblLayout", "w:tblLook"), rahmen)
    if aussehen is not None:
        aussehen.set(qn("w:firstRow"), "1")
        aussehen.set(qn("w:firstColumn"), "1")
    beschriftung = OxmlElement("w:tblCaption")
    beschriftung.set(qn("w:val"), titel)
    angaben.append(beschriftung)
    for i, zeile in enumerate(tafel.rows):
        eigen = zeile._tr.get_or_add_trPr()
        eigen.append(OxmlElement("w:cantSplit"))
        if i == 0:
            eigen.append(OxmlElement("w:tblHeader"))


def _vor(angaben: Any, *namen: str) -> int:
    stellen = [i for i, teil in enumerate(angaben) if teil.tag in {qn(name) for name in namen}]
    return min(stellen, default=len(angaben))
