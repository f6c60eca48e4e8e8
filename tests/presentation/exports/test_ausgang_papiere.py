"""Every view as Word, slide and PDF, opened again: what is written there is what the screen's table says."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pptx
import pytest
from docx.oxml.ns import qn

from presentation.ansichten.bogen import Bogen
from presentation.charts.diagramm import alternative
from presentation.exports.bogendatei import FORMATE
from tests import ansichten, pdfpruefung
from tests.ansichten import BASIS, UMSTAND, nackt

NAMEN = [f"{seite} {art}" for seite, art in ansichten.LINKS]


def _zeilen(b: Bogen) -> list[list[str]]:
    """The table of the screen with its head, without what a line break changes."""
    tafel = b.tafel()
    return [[nackt(z) for z in zeile] for zeile in (tafel.kopf, *(z.values() for z in tafel.zeilen))]


@pytest.mark.parametrize("name", NAMEN)
def test_word_holds_picture_table_and_sources(name: str, boegen: dict[str, Bogen]) -> None:
    b = boegen[name]
    datei = docx.Document(io.BytesIO(FORMATE["docx"].schreibe(b, UMSTAND)))
    assert nackt(datei.core_properties.title) == nackt(b.befund)
    assert datei.core_properties.language == "de-DE"
    (sprache,) = datei.styles.element.xpath("./w:docDefaults//w:lang")
    assert sprache.get(qn("w:val")) == "de-DE"
    koepfe = [p.text for p in datei.paragraphs if p.style is not None and (p.style.name or "").startswith("Heading")]
    assert [nackt(k) for k in koepfe] == [nackt(b.befund)]
    tafeln = [[[nackt(z.text) for z in zeile.cells] for zeile in t.rows] for t in datei.tables]
    assert _zeilen(b) in tafeln
    tafel = datei.tables[tafeln.index(_zeilen(b))]
    assert tafel.rows[0]._tr.xpath("./w:trPr/w:tblHeader"), "the head comes again on the next page"
    beschrieben = [e.get("descr", "") for e in datei.element.body.iter(qn("wp:docPr"))]
    assert alternative(b.diagramme("druck")) in beschrieben
    assert all(beschrieben), "no picture without its text"
    text = "".join(e.text or "" for e in datei.element.body.iter(qn("w:t")))
    assert ansichten.fehlende(b, text) == []
    assert b.stelle.adresse(BASIS) in {r.target_ref for r in datei.part.rels.values() if r.is_external}


@pytest.mark.parametrize("name", NAMEN)
def test_a_slide_holds_its_finding_chart_and_sources(name: str, boegen: dict[str, Bogen]) -> None:
    b = boegen[name]
    datei = pptx.Presentation(io.BytesIO(FORMATE["pptx"].schreibe(b, UMSTAND)))
    (folie,) = datei.slides
    assert folie.shapes.title is not None
    assert folie.shapes.title.text_frame.text == b.befund
    assert datei.core_properties.language == "de-DE"
    formen = [f for f in folie.shapes if f.shape_type is not None and not f.has_text_frame]
    texte = [f._element.xpath(".//p:cNvPr")[0].get("descr", "") for f in formen]
    assert formen
    assert all(texte), "every graphic has its text"
    assert all(any(nackt(d.alt) in nackt(t) for t in texte) for d in b.diagramme("druck"))
    auf_der_folie = " ".join(f.text_frame.text for f in folie.shapes if f.has_text_frame)
    notizen = folie.notes_slide.notes_text_frame.text if folie.notes_slide.notes_text_frame else ""
    assert ansichten.fehlende(b, auf_der_folie + notizen) == []
    assert b.stelle.adresse(BASIS) in notizen
    erlaubt = _gezeichnet(b)
    for form in folie.shapes:
        if form.has_chart:
            gezeichnet = list(_werte(form.chart))
            assert gezeichnet
            assert all(any(abs(wert - da) < 1e-6 for da in erlaubt) for wert in gezeichnet)


@pytest.mark.parametrize("format_", ["pdf", "pdf-a3"])
@pytest.mark.parametrize("name", NAMEN)
def test_a_pdf_reads_out_what_the_screen_shows(
    name: str, format_: str, boegen: dict[str, Bogen], tmp_path: Path
) -> None:
    b = boegen[name]
    pdf = FORMATE[format_].schreibe(b, UMSTAND)
    assert pdfpruefung.maengel(pdf, tmp_path) == []
    gelesen = pdfpruefung.lies(pdf, tmp_path)
    assert gelesen.sprache.startswith("de")
    assert nackt(gelesen.titel) == nackt(b.befund)
    assert nackt(gelesen.ueberschriften[0][1]) == nackt(b.befund)
    vorgelesen = nackt("".join(gelesen.alternativtexte))
    assert all(nackt(d.alt) in vorgelesen for d in b.diagramme("druck"))
    assert ansichten.fehlende(b, gelesen.text) == []
    assert b.stelle.adresse(BASIS) in gelesen.verweise
    if format_ == "pdf":
        assert _zeilen(b) in [[[nackt(z) for z in zeile] for zeile in t.zeilen] for t in gelesen.tafeln]


def _gezeichnet(b: Bogen) -> list[float]:
    """What a chart of Office may hold: values that are drawn as one number, their bounds, and bars on bounds."""
    reihen = b.reihen()
    if reihen is None:
        return []
    alle = [*(reihen.bezug[1:] if reihen.bezug else ())]
    for r in reihen.reihen:
        alle += [w for w in r.werte if w is not None]
        alle += [u for u in r.unten if u is not None]
        alle += [o - u for u, o in zip(r.unten, r.oben, strict=True) if u is not None and o is not None]
    return alle


def _werte(diagramm: Any) -> Iterator[float]:
    for zeichnung in diagramm.plots:
        for reihe in zeichnung.series:
            yield from (w for w in reihe.values if w is not None)
