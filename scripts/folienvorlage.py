"""Builds presentation/exports/vorlagen/folien.pptx: the 16:9 template of slides, in the colours and font of the house.

Run after a change of colours, font or places: `python -m scripts.folienvorlage`. It depends on nothing else.
"""

import re
import sys
from datetime import UTC, datetime
from typing import Any, Final

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Datei
from pptx.util import Emu, Inches

from presentation.exports.folienmasse import (
    BREITE,
    HINWEIS,
    HOEHE,
    NUMMER,
    QUELLE,
    SPRACHE,
    TITEL,
    TITELFOLIE_TITEL,
    UNTERTITEL,
    VORLAGE,
    ZEICHEN,
    ZEICHNUNG,
    Kasten,
    Platz,
    zoll,
)
from presentation.farben import palette

TITELFOLIE_UNTERTITEL: Final = Platz("Untertitel", "subTitle", 1, zoll(1.2, 3.85, 11.2, 0.8), 20, farbe="tx2")
TITELFOLIE_ANGABEN: Final = Platz("Angaben", "body", 11, zoll(1.2, 6.2, 11.2, 0.7), 16, True, "accent2", "b")
SCHRIFT: Final = "IBM Plex Sans"
ERSATZ: Final = "Arial"
FETT: Final = ' b="1"'
PANOSE: Final = "020B0503050203000203"
"""Class of the font, by which Office picks another one where it is missing: upright, sans serif."""
FELD: Final = "C1FF6DA9-008F-8B48-92A6-B652298478BF"
"""Any id does; it stays the same so that the file does."""
STAND: Final = datetime(2025, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The template has no age."""
_F: Final = palette("druck")
_NS: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_ZIER: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Marks a shape as ornament: screen readers pass it by."""
_GRUPPE: Final = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_FARBEN: Final = {
    "dk1": _F.text,
    "lt1": _F.grund,
    "dk2": _F.leise,
    "lt2": _F.feld,
    "accent1": _F.haupt,
    "accent2": _F.bezug,
    "accent3": _F.vergleich,
    "accent4": _F.neutral,
    "accent5": _F.klassen[2],
    "accent6": _F.klassen[4],
    "hlink": _F.link,
    "folHlink": _F.link,
}
"""Roles of the palette as theme colours: whoever changes the theme changes every chart."""


def baue() -> Datei:
    """The template, without a slide."""
    datei = Presentation()
    datei.slide_width, datei.slide_height = Emu(BREITE), Emu(HOEHE)
    datei.part._element.find(_p("sldSz")).attrib.pop("type", None)
    for layout in list(datei.slide_layouts)[4:]:
        datei.slide_layouts.remove(layout)
    master = datei.slide_master
    _ersetze(
        master.part, _master([(e.get("id"), e.rId) for e in master.element.xpath("p:sldLayoutIdLst/p:sldLayoutId")])
    )
    for layout, xml in zip(datei.slide_layouts, _layouts(), strict=True):
        _ersetze(layout.part, xml)
    thema = master.part.part_related_by(RT.THEME)
    thema._blob = _thema(thema.blob.decode()).encode()
    notizen = datei.notes_master
    _deutsch(notizen.element)
    notizthema = notizen.part.part_related_by(RT.THEME)
    _ersetze(notizthema, thema.blob)
    _deutsch(datei.part._element)
    paket = datei.part.package
    for traeger, art in ((paket, RT.THUMBNAIL), (datei.part, RT.PRINTER_SETTINGS), (datei.part, RT.VIEW_PROPS)):
        for nummer, bezug in list(traeger._rels.items()):
            if bezug.reltype == art:
                traeger._rels.pop(nummer)
    for teil in paket.iter_parts():
        if teil.partname == "/docProps/app.xml":
            teil._blob = _APP.encode()
    eigen = datei.core_properties
    eigen.title, eigen.author, eigen.last_modified_by = "Folienvorlage Sozialraumblick", "Sozialraumblick", ""
    eigen.created = eigen.modified = eigen.last_printed = STAND
    eigen.language, eigen.keywords, eigen.subject, eigen.revision = SPRACHE, "", "", 1
    return datei


_APP: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties '
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Sozialraumblick</Application><PresentationFormat>Breitbild</PresentationFormat></Properties>"
)


def _p(name: str) -> str:
    return f"{{http://schemas.openxmlformats.org/presentationml/2006/main}}{name}"


def _ersetze(teil: Any, xml: str | bytes) -> None:
    """A new tree in the part; its relations stay."""
    teil._element = parse_xml(xml)


def _deutsch(wurzel: Any) -> None:
    for teil in wurzel.xpath("//*[@lang]"):
        teil.set("lang", SPRACHE)


def _thema(xml: str) -> str:
    farben = "".join(f'<a:{n}><a:srgbClr val="{f.removeprefix("#")}"/></a:{n}>' for n, f in _FARBEN.items())
    xml = re.sub(
        r"<a:clrScheme.*?</a:clrScheme>",
        f'<a:clrScheme name="Sozialraumblick">{farben}</a:clrScheme>',
        xml,
        flags=re.DOTALL,
    )
    schrift = f'<a:latin typeface="{SCHRIFT}" panose="{PANOSE}"/><a:ea typeface="{ERSATZ}"/><a:cs typeface="{ERSATZ}"/>'
    xml = re.sub(
        r"<a:fontScheme.*?</a:fontScheme>",
        f'<a:fontScheme name="Sozialraumblick"><a:majorFont>{schrift}</a:majorFont>'
        f"<a:minorFont>{schrift}</a:minorFont></a:fontScheme>",
        xml,
        flags=re.DOTALL,
    )
    return xml.replace('name="Office Theme"', 'name="Sozialraumblick"')


def _lage(k: Kasten) -> str:
    return f'<a:xfrm><a:off x="{k.x}" y="{k.y}"/><a:ext cx="{k.b}" cy="{k.h}"/></a:xfrm>'


def _flaeche(nummer: int, name: str, k: Kasten, farbe: str) -> str:
    """A coloured bar that says nothing."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{nummer}" name="{name}">{_ZIER}</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvSpPr><p:spPr>{_lage(k)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        f'<a:schemeClr val="{farbe}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def _platzhalter(nummer: int, platz: Platz) -> str:
    """A placeholder of a layout with its place, size of letters and prompt."""
    fett = FETT if platz.fett else ""
    stufen = (
        f'<a:lvl1pPr marL="0" indent="0" algn="{platz.seite}"><a:lnSpc><a:spcPct val="{platz.zeile}000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="{platz.groesse}00"{fett}><a:solidFill>'
        f'<a:schemeClr val="{platz.farbe}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )
    nr = f' idx="{platz.nummer}"' if platz.nummer else ""
    if platz.art == "sldNum":
        text = f'<a:fld id="{{{FELD}}}" type="slidenum"><a:rPr lang="{SPRACHE}"/><a:t>‹Nr.›</a:t></a:fld>'
    else:
        text = f'<a:r><a:rPr lang="{SPRACHE}"/><a:t>{platz.name}</a:t></a:r>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{nummer}" name="{platz.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{platz.art}"{nr}/></p:nvPr></p:nvSpPr><p:spPr>{_lage(platz.kasten)}'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{platz.anker}">'
        f'<a:noAutofit/></a:bodyPr><a:lstStyle>{stufen}</a:lstStyle><a:p>{text}<a:endParaRPr lang="{SPRACHE}"/></a:p>'
        "</p:txBody></p:sp>"
    )


def _baum(*formen: str) -> str:
    return f"<p:spTree>{_GRUPPE}{''.join(formen)}</p:spTree>"


def _layout(name: str, art: str, *formen: str, ohne_zier: bool = False) -> str:
    zier = ' showMasterSp="0"' if ohne_zier else ""
    typ = f' type="{art}"' if art else ""
    return (
        f'<p:sldLayout {_NS}{typ} preserve="1"{zier} userDrawn="1"><p:cSld name="{name}">{_baum(*formen)}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _layouts() -> list[str]:
    """Title slide, chart with its finding, picture with its finding, finding alone."""
    mit_befund = {
        "Diagramm mit Befund": "chart",
        "Bild mit Befund": "pic",
        "Befund": "",
    }
    seiten = [
        _layout(
            "Titelfolie",
            "title",
            _flaeche(20, "Farbfläche", Kasten(0, 0, Inches(0.35), HOEHE), "accent1"),
            _platzhalter(2, TITELFOLIE_TITEL),
            _platzhalter(3, TITELFOLIE_UNTERTITEL),
            _platzhalter(4, TITELFOLIE_ANGABEN),
            ohne_zier=True,
        )
    ]
    for name, art in mit_befund.items():
        mitte = Platz("Diagramm" if art == "chart" else "Bild", art, ZEICHNUNG.nummer, ZEICHNUNG.kasten, 14)
        plaetze = [TITEL, UNTERTITEL, *([mitte] if art else []), HINWEIS, ZEICHEN, QUELLE, NUMMER]
        seiten.append(_layout(name, "", *(_platzhalter(n, p) for n, p in enumerate(plaetze, start=2))))
    return seiten


def _master(layouts: list[tuple[str, str]]) -> str:
    liste = "".join(f'<p:sldLayoutId id="{nummer}" r:id="{bezug}"/>' for nummer, bezug in layouts)
    zuordnung = " ".join(
        f'{a}="{b}"'
        for a, b in (
            ("bg1", "lt1"),
            ("tx1", "dk1"),
            ("bg2", "lt2"),
            ("tx2", "dk2"),
            *((f"accent{n}", f"accent{n}") for n in range(1, 7)),
            ("hlink", "hlink"),
            ("folHlink", "folHlink"),
        )
    )

    def stil(groesse: int, fett: str, schrift: str) -> str:
        return (
            f'<a:lvl1pPr marL="0" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" '
            f'hangingPunct="1"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>'
            f'<a:buNone/><a:defRPr sz="{groesse}00"{fett} kern="1200"><a:solidFill>'
            f'<a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="{schrift}"/>'
            f'<a:ea typeface="{schrift.replace("lt", "ea")}"/><a:cs typeface="{schrift.replace("lt", "cs")}"/>'
            "</a:defRPr></a:lvl1pPr>"
        )

    rumpf = Platz("Text", "body", 1, ZEICHNUNG.kasten, 18)
    # Only here the bar: the layouts with a finding show it, the title slide has its own.
    zier = _flaeche(20, "Farbstreifen", Kasten(0, 0, BREITE, Inches(0.14)), "accent1")
    return (
        f'<p:sldMaster {_NS}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
        f"{_baum(zier, _platzhalter(2, TITEL), _platzhalter(3, rumpf), _platzhalter(4, NUMMER))}</p:cSld>"
        f"<p:clrMap {zuordnung}/><p:sldLayoutIdLst>{liste}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{stil(28, FETT, '+mj-lt')}</p:titleStyle><p:bodyStyle>{stil(18, '', '+mn-lt')}</p:bodyStyle>"
        f"<p:otherStyle>{stil(18, '', '+mn-lt')}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


if __name__ == "__main__":
    VORLAGE.parent.mkdir(exist_ok=True)
    baue().save(str(VORLAGE))
    sys.stdout.write(f"{VORLAGE.name} geschrieben.\n")
