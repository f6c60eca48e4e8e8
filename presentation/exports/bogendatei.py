"""A view as a file in any of the formats: screen, command line and tests write through here and nowhere else."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from presentation.ansichten.bogen import Bogen
from presentation.charts.diagramm import Diagramm, bemerkungen
from presentation.exports import bogenexcel, bogenpdf, tabelle
from presentation.exports.bild import Bildtext, png, svg
from presentation.exports.bogenword import als_docx
from presentation.exports.folien import als_pptx
from presentation.exports.umstand import Umstand
from presentation.texts.dateiangaben import hinweis, zeichenzeilen, zeilen


@dataclass(frozen=True)
class Format:
    """One way to take a view along. `endung` with its dot."""

    endung: str
    schreibe: Callable[[Bogen, Umstand], bytes]


def bildtext(bogen: Bogen, diagramme: Sequence[Diagramm]) -> Bildtext:
    """What stands inside a picture: finding, what is counted, synthetic mark, remarks of the charts, signs, sources."""
    saetze = [
        *zeilen(hinweis(bogen.synthetisch)),
        *bemerkungen(diagramme),
        *zeichenzeilen(bogen.zeichen),
        *zeilen(bogen.fuss),
    ]
    return Bildtext(bogen.befund, bogen.unterzeile, tuple(saetze))


def als_svg(bogen: Bogen, umstand: Umstand) -> bytes:
    """The picture in print colours as SVG."""
    diagramme = bogen.diagramme("druck")
    return svg(diagramme, bildtext(bogen, diagramme)).encode()


def als_png(bogen: Bogen, umstand: Umstand) -> bytes:
    """The picture in print colours as PNG with 300 dpi."""
    diagramme = bogen.diagramme("druck")
    return png(diagramme, bildtext(bogen, diagramme))


def _tabelle(format_: str) -> Callable[[Bogen, Umstand], bytes]:
    def schreibe(bogen: Bogen, umstand: Umstand) -> bytes:
        w = bogen.werte()
        return tabelle.als_datei(w.rahmen, format_, w.titel, list(w.erklaerung), w.hinweise)

    return schreibe


FORMATE: Final[Mapping[str, Format]] = {
    "png": Format(".png", als_png),
    "svg": Format(".svg", als_svg),
    "pdf": Format(".pdf", bogenpdf.als_pdf),
    "pdf-a3": Format(".pdf", bogenpdf.als_pdf_a3),
    "pptx": Format(".pptx", als_pptx),
    "docx": Format(".docx", als_docx),
    "csv-excel": Format(".csv", _tabelle("csv-excel")),
    "xlsx": Format(".xlsx", bogenexcel.als_xlsx),
    "csv": Format(".csv", _tabelle("csv")),
    "parquet": Format(".parquet", _tabelle("parquet")),
}
"""Every format a view can be taken along in, by its name on the command line."""


def name(bogen: Bogen, format_: str) -> str:
    """Name of the file; both kinds of CSV can lie in one folder, and both sizes of paper."""
    zusatz = {"csv": "_maschinell", "pdf-a3": "_a3"}.get(format_, "")
    return f"{bogen.stamm}{zusatz}{FORMATE[format_].endung}"
