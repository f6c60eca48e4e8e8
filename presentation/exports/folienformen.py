"""What is done with single shapes of a slide: text, place, name, order, language."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, Final

from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Pt

from presentation.exports.folienmasse import (
    HINWEIS,
    NUMMER,
    QUELLE,
    SPRACHE,
    TITEL,
    UNTERTITEL,
    ZEICHEN,
    ZEICHNUNG,
    Kasten,
)

LEGENDE: Final = "Legende"
"""Name of the picture that explains the one before it."""


def schreibe(form: Any, absaetze: Sequence[str], punkt: int | None = None, abstand: int = 0) -> None:
    """Paragraphs in a shape; `punkt`: their size, `abstand`: points between them."""
    rahmen = form.text_frame
    rahmen.text = "\n".join(absaetze)
    for nummer, absatz in enumerate(rahmen.paragraphs):
        if abstand and nummer:
            absatz.space_before = Pt(abstand)
        for lauf in absatz.runs:
            if punkt is not None:
                lauf.font.size = Pt(punkt)
            lauf._r.get_or_add_rPr().set("lang", SPRACHE)


def lege(form: Any, kasten: Kasten) -> None:
    """Its place."""
    form.left, form.top, form.width, form.height = kasten.x, kasten.y, kasten.b, kasten.h


def benenne(form: Any, name: str, beschreibung: str) -> None:
    """Its name in the list of objects, and its text alternative."""
    angaben = form._element.xpath(".//p:cNvPr")[0]
    angaben.set("name", name)
    angaben.set("descr", beschreibung)


def entferne(form: Any) -> None:
    """A placeholder that stays empty would ask to be filled."""
    form._element.getparent().remove(form._element)


def nummeriere(folie: Slide) -> None:
    """The number of the slide: python-pptx does not take this placeholder over from the layout."""
    for vorlage in list(folie.slide_layout.shapes):
        if vorlage.is_placeholder and vorlage.placeholder_format.idx == NUMMER.nummer:
            folie.shapes._spTree.append(deepcopy(vorlage._element))


def ordne(folie: Slide) -> None:
    """Reading order is the order of the shapes: title, what is shown, mark, drawing, signs, source, code, number."""
    baum = folie.shapes._spTree
    rang = [TITEL.nummer, UNTERTITEL.nummer, HINWEIS.nummer, ZEICHNUNG.nummer]

    def stelle(form: Any) -> tuple[int, int]:
        nummer = form.placeholder_format.idx if form.is_placeholder else None
        if nummer in rang:
            return rang.index(nummer), 0
        if form.has_chart or form.name == LEGENDE:
            return len(rang), 0
        folgt = {ZEICHEN.nummer: 1, QUELLE.nummer: 2, None: 3, NUMMER.nummer: 4}
        return len(rang), folgt.get(nummer, 3)

    formen = sorted(folie.shapes, key=stelle)
    for nummer, form in enumerate(formen, start=2):
        baum.remove(form._element)
        baum.append(form._element)
        form._element.xpath(".//p:cNvPr")[0].set("id", str(nummer))


def mache_deutsch(wurzel: Any) -> None:
    """The language of every run."""
    for lauf in wurzel.iter(qn("a:r"), qn("a:fld")):
        lauf.get_or_add_rPr().set("lang", SPRACHE)
    for ende in wurzel.iter(qn("a:endParaRPr")):
        ende.set("lang", SPRACHE)
