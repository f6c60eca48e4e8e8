"""Parts of an Office chart that python-pptx has no words for: error bars, labels at single points, drawn rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from pptx.chart.chart import Chart
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from presentation.ansichten.bogen import Datenreihe, Reihen
from presentation.exports.folienmasse import SPRACHE

_CDR: Final = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"
_ART: Final = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"
_BEZUG: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartUserShapes"
KOPF: Final = int(Inches(0.34))
"""Above the inner area: the unit, or the name of the reference."""
SCHILD: Final = 14
"""Points of labels."""
ENG: Final = 12
"""Points where room is scarce."""
GANZ: Final = r"[>=1000000]#\.000\.000;[>=1000]#\.000;0"
"""Whole numbers with dots in any language of the program that shows them."""
RUND: Final = r"""[>=1000000]"rund "#\.000\.000;[>=1000]"rund "#\.000;"rund "0"""


def zahlenformat(stellen: int, rund: bool = False) -> str:
    """The format of a number. Decimals take the comma or point of the program: no format can fix it."""
    if stellen:
        return ('"rund "' if rund else "") + f"[$-407]0.{'0' * stellen}"
    return RUND if rund else GANZ


def format_von(reihen: Reihen, reihe: Datenreihe, stelle: int) -> str:
    """The format of one value: "rund" where it is."""
    rund = bool(reihe.worte) and reihe.worte[stelle].startswith("rund ")
    return zahlenformat(reihen.stellen, rund)


@dataclass(frozen=True)
class Beschriftung:
    """A label at one point: colour of the theme, position as in the file ("t", "b", "r", "outEnd"), move in parts
    of the chart.
    """

    farbe: str
    lage: str
    format: str
    punkt: int = 14
    fett: bool = True
    name: bool = False
    dx: float = 0.0
    dy: float = 0.0


def textart(punkt: float, farbe: str, fett: bool = False) -> str:
    """`c:txPr` in the font of the theme, German."""
    return (
        f'<c:txPr {nsdecls("c", "a")}><a:bodyPr wrap="none" lIns="38100" tIns="19050" rIns="38100" bIns="19050"/>'
        f'<a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(punkt * 100)}" '
        f'b="{int(fett)}"><a:solidFill><a:schemeClr val="{farbe}"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        f'</a:defRPr></a:pPr><a:endParaRPr lang="{SPRACHE}"/></a:p></c:txPr>'
    )


def beschrifte(reihe: Any, schilder: Mapping[int, Beschriftung]) -> None:
    """Labels at the points named, none at the others. `reihe`: a `c:ser`."""
    teile = "".join(_schild(nummer, schild) for nummer, schild in sorted(schilder.items()))
    ohne_strich = '<c:showLeaderLines val="0"/>'
    _vor_werten(reihe, f"<c:dLbls {nsdecls('c', 'a')}>{teile}{_zeigt(False, False)}{ohne_strich}</c:dLbls>")


def _schild(nummer: int, s: Beschriftung) -> str:
    versatz = (
        f'<c:layout><c:manualLayout><c:x val="{s.dx:.4f}"/><c:y val="{s.dy:.4f}"/></c:manualLayout></c:layout>'
        if s.dx or s.dy
        else ""
    )
    trenner = "<c:separator> </c:separator>" if s.name else ""
    return (
        f'<c:dLbl><c:idx val="{nummer}"/>{versatz}<c:numFmt formatCode={quoteattr(s.format)} sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{textart(s.punkt, s.farbe, s.fett)}"
        f'<c:dLblPos val="{s.lage}"/>{_zeigt(True, s.name)}{trenner}</c:dLbl>'
    )


def _zeigt(wert: bool, name: bool) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(wert)}"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{int(name)}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def schwankung(
    reihe: Any, werte: Sequence[float | None], unten: Sequence[float | None], oben: Sequence[float | None], linie: str
) -> None:
    """Custom error bars from `unten` to `oben` around each value. `linie`: the `a:ln` they are drawn with."""
    richtung = '<c:errDir val="y"/>' if reihe.getparent().tag == qn("c:lineChart") else ""
    plus = _zahlen([o - w if w is not None and o is not None else None for w, o in zip(werte, oben, strict=True)])
    minus = _zahlen([w - u if w is not None and u is not None else None for w, u in zip(werte, unten, strict=True)])
    _vor_werten(
        reihe,
        f'<c:errBars {nsdecls("c", "a")}>{richtung}<c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="1"/><c:plus>{plus}</c:plus><c:minus>{minus}</c:minus><c:spPr>{linie}</c:spPr></c:errBars>',
    )


def _zahlen(werte: Sequence[float | None]) -> str:
    punkte = "".join(f'<c:pt idx="{n}"><c:v>{max(w, 0.0)!r}</c:v></c:pt>' for n, w in enumerate(werte) if w is not None)
    return f'<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="{len(werte)}"/>{punkte}</c:numLit>'


def _vor_werten(reihe: Any, xml: str) -> None:
    reihe.find(qn("c:cat")).addprevious(parse_xml(xml))


def zeichenflaeche(diagramm: Chart, x: float, y: float, b: float, h: float) -> None:
    """The place of the axes' inner area, in parts of the chart."""
    flaeche = diagramm._chartSpace.find(f".//{qn('c:plotArea')}")
    for alte in flaeche.findall(qn("c:layout")):
        flaeche.remove(alte)
    masse = "".join(f'<c:{n} val="{w:.4f}"/>' for n, w in (("x", x), ("y", y), ("w", b), ("h", h)))
    flaeche.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
            f'<c:yMode val="edge"/>{masse}</c:manualLayout></c:layout>'
        ),
    )


def alle_namen(achse: Any) -> None:
    """Every category is named, also where they stand close."""
    knoten = achse._element
    knoten.find(qn("c:noMultiLvlLbl")).addprevious(parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>'))


def deutsch(diagramm: Chart, luecken: str) -> None:
    """German, square corners, no change of looks. `luecken`: "gap" or "span" (each line is an unbroken stretch)."""
    raum = diagramm._chartSpace
    for teil in raum.xpath(".//*[@lang]"):
        teil.set("lang", SPRACHE)
    for name in ("c:lang", "c:roundedCorners"):
        for alt in raum.findall(qn(name)):
            raum.remove(alt)
    anfang = raum.find(qn("c:date1904"))
    stelle = 0 if anfang is None else list(raum).index(anfang) + 1
    raum.insert(stelle, parse_xml(f'<c:roundedCorners {nsdecls("c")} val="0"/>'))
    raum.insert(stelle, parse_xml(f'<c:lang {nsdecls("c")} val="{SPRACHE}"/>'))
    bild = raum.find(qn("c:chart"))
    for name in ("c:plotVisOnly", "c:dispBlanksAs"):
        for alt in bild.findall(qn(name)):
            bild.remove(alt)
    bild.append(parse_xml(f'<c:plotVisOnly {nsdecls("c")} val="1"/>'))
    bild.append(parse_xml(f'<c:dispBlanksAs {nsdecls("c")} val="{luecken}"/>'))


@dataclass(frozen=True)
class Strich:
    """A rule drawn into the chart, in parts of it. `punkte`: dotted. `staerke` in points."""

    name: str
    x1: float
    y1: float
    x2: float
    y2: float
    farbe: str
    staerke: float
    punkte: bool = False


@dataclass(frozen=True)
class Wort:
    """Words drawn into the chart, in a box in parts of it."""

    text: str
    x: float
    y: float
    b: float
    h: float
    farbe: str
    punkt: int
    seite: str = "l"
    fett: bool = False


def zeichne_ein(diagramm: Chart, formen: Sequence[Strich | Wort]) -> None:
    """Rules and words that belong to the chart and move with it."""
    if not formen:
        return
    teile = "".join(_form(nummer, form) for nummer, form in enumerate(formen, start=2))
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<c:userShapes {nsdecls("c", "a")} xmlns:cdr="{_CDR}">{teile}</c:userShapes>'
    )
    paket = diagramm.part.package
    teil = Part(paket.next_partname("/ppt/drawings/drawing%d.xml"), _ART, paket, xml.encode())
    bezug = diagramm.part.relate_to(teil, _BEZUG)
    diagramm._chartSpace.append(parse_xml(f'<c:userShapes {nsdecls("c", "r")} r:id="{bezug}"/>'))


def _form(nummer: int, form: Strich | Wort) -> str:
    if isinstance(form, Strich):
        ende = (form.x2, form.y2)
        art = "sysDot" if form.punkte else "solid"
        inhalt = (
            f'<cdr:cxnSp macro=""><cdr:nvCxnSpPr><cdr:cNvPr id="{nummer}" name={quoteattr(form.name)} '
            f'descr={quoteattr(form.name)}/><cdr:cNvCxnSpPr/></cdr:nvCxnSpPr><cdr:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext cx="0" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln '
            f'w="{round(form.staerke * 12700)}"><a:solidFill><a:schemeClr val="{form.farbe}"/></a:solidFill>'
            f'<a:prstDash val="{art}"/></a:ln></cdr:spPr></cdr:cxnSp>'
        )
        anfang = (form.x1, form.y1)
    else:
        anfang, ende = (form.x, form.y), (form.x + form.b, form.y + form.h)
        inhalt = (
            f'<cdr:sp macro="" textlink=""><cdr:nvSpPr><cdr:cNvPr id="{nummer}" name={quoteattr(form.text)}/>'
            '<cdr:cNvSpPr txBox="1"/></cdr:nvSpPr><cdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></cdr:spPr><cdr:txBody><a:bodyPr wrap="none" '
            f'lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/><a:p><a:pPr algn="{form.seite}"/><a:r>'
            f'<a:rPr lang="{SPRACHE}" sz="{form.punkt * 100}" b="{int(form.fett)}"><a:solidFill><a:schemeClr '
            f'val="{form.farbe}"/></a:solidFill><a:latin typeface="+mn-lt"/></a:rPr><a:t>{escape(form.text)}</a:t>'
            "</a:r></a:p></cdr:txBody></cdr:sp>"
        )
    return f"<cdr:relSizeAnchor>{_ecke('from', *anfang)}{_ecke('to', *ende)}{inhalt}</cdr:relSizeAnchor>"


def _ecke(name: str, x: float, y: float) -> str:
    return f"<cdr:{name}><cdr:x>{_anteil(x)}</cdr:x><cdr:y>{_anteil(y)}</cdr:y></cdr:{name}>"


def _anteil(wert: float) -> str:
    return f"{min(max(wert, 0.0), 1.0):.5f}"
