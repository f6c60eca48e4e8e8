"""Slides, opened again: language, titles, text alternatives, order, notes, and every number as the view has it."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import fastexcel
import polars as pl
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from analysis.messen import Gedaechtnis
from presentation.ansichten.bogen import Bogen, Datenreihe, Reihen, Tafel
from presentation.ansichten.stelle import stelle
from presentation.ansichten.verzeichnis import bogen
from presentation.charts.diagramm import alternative
from presentation.exports.bogendatei import FORMATE, Umstand
from presentation.exports.folien import folien, ueberschriften
from presentation.exports.foliendiagramm import mit_allen_jahren, zeichnungen
from presentation.exports.folienmasse import BREITE, HOEHE, KLEINSTE, VORLAGE
from presentation.exports.folientext import gekuerzt, passend, saetze, zeilen
from presentation.texts.dateiangaben import SYNTHETISCH
from presentation.texts.zahlen import rund, zahl
from scripts import folienvorlage

UMSTAND = Umstand(datetime(2026, 3, 1, 9, 30, tzinfo=UTC), "https://sozialraum.example.de")


def _bogen(art: str, seite: str = "zahlen", **wahl: str) -> Bogen:
    return bogen(
        stelle(seite, {name: [wert] for name, wert in wahl.items()}, art), Gedaechtnis(), heute=UMSTAND.jetzt.date()
    )


@pytest.fixture
def verlauf(demo_lesend: Path) -> Bogen:
    return _bogen(
        "verlauf", region="kreis-unna", kennzahl="besondere_wohnform", ebene="gemeinde", gebiet="05978004", jahr="2024"
    )


@pytest.fixture
def rangfolge(demo_lesend: Path) -> Bogen:
    return _bogen("rangfolge", region="werra-meissner-kreis", kennzahl="lb_bwf", ebene="gemeinde", jahr="2024")


@pytest.fixture
def karte(demo_lesend: Path) -> Bogen:
    return _bogen("karte", "karte", region="werra-meissner-kreis", kennzahl="lb_bwf", ebene="gemeinde", jahr="2024")


def _oeffne(datei: bytes) -> Any:
    return Presentation(io.BytesIO(datei))


def _mappen(datei: bytes) -> Iterator[pl.DataFrame]:
    """The workbooks inside, in the order of their charts."""
    for folie in _oeffne(datei).slides:
        for form in folie.shapes:
            if form.has_chart:
                blob = form.chart.part.chart_workbook.xlsx_part.blob
                mappe = fastexcel.read_excel(blob)
                assert len(mappe.sheet_names) == 1
                yield mappe.load_sheet(0).to_polars()


def _alle(datei: bytes) -> Iterator[tuple[str, str]]:
    """Every text member of the file, and of the workbooks in it."""
    with zipfile.ZipFile(io.BytesIO(datei)) as archiv:
        for name in archiv.namelist():
            inhalt = archiv.read(name)
            if name.endswith(".xlsx"):
                yield from _alle(inhalt)
            elif name.endswith((".xml", ".rels")):
                yield name, inhalt.decode()


def _texte(form: Any) -> str:
    return str(form.text_frame.text) if form.has_text_frame else ""


def test_the_template_is_what_its_script_builds() -> None:
    puffer = io.BytesIO()
    folienvorlage.baue().save(puffer)
    with zipfile.ZipFile(puffer) as neu, zipfile.ZipFile(VORLAGE) as alt_:
        assert sorted(neu.namelist()) == sorted(alt_.namelist())
        for name in neu.namelist():
            assert neu.read(name) == alt_.read(name), name
    vorlage = _oeffne(VORLAGE.read_bytes())
    assert (vorlage.slide_width, vorlage.slide_height) == (BREITE, HOEHE)
    assert pytest.approx(16 / 9, abs=0.001) == BREITE / HOEHE
    assert [layout.name for layout in vorlage.slide_layouts] == [
        "Titelfolie",
        "Diagramm mit Befund",
        "Bild mit Befund",
        "Befund",
    ]
    thema = next(text for name, text in _alle(VORLAGE.read_bytes()) if name.endswith("theme1.xml"))
    assert thema.count('latin typeface="IBM Plex Sans"') == 2
    assert 'typeface="Arial"' in thema
    assert "005F9E" in thema
    sprachen = {w for _, text in _alle(VORLAGE.read_bytes()) for w in _sprachen(text)}
    assert sprachen == {"de-DE"}


def _sprachen(text: str) -> set[str]:
    return {teil.split('"')[0] for teil in text.split(' lang="')[1:]}


def test_slides_say_what_they_show_and_read_in_order(verlauf: Bogen, rangfolge: Bogen, karte: Bogen) -> None:
    inhalt = folien([verlauf, rangfolge, karte], UMSTAND, "Teilhabekonferenz")
    datei = _oeffne(inhalt)
    eigen = datei.core_properties
    assert (eigen.title, eigen.language, eigen.author) == ("Teilhabekonferenz", "de-DE", "Sozialraumblick")
    titelfolie, *seiten = datei.slides
    assert [_texte(p) for p in titelfolie.placeholders] == [
        "Teilhabekonferenz",
        "3 Ansichten, zusammengestellt am 01.03.2026",
        SYNTHETISCH,
    ]
    titel = [s.shapes.title.text for s in seiten]
    assert len(set(titel)) == 3
    assert titel[0] == verlauf.befund
    for seite, b in zip(seiten, (verlauf, rangfolge, karte), strict=True):
        namen = [f.name for f in seite.shapes]
        assert [n.partition(" ")[0] for n in namen[:3]] == ["Befund", "Was", "Hinweis"]
        assert namen[3].startswith("Diagramm" if b.reihen() else "Bild")
        assert namen[-4:] == ["Zeichen", "Quelle", "QR-Code", "Foliennummer"]
        assert SYNTHETISCH in [_texte(f) for f in seite.shapes]
        for form in seite.shapes:
            if not form.has_text_frame:
                assert len(form._element.xpath(".//p:cNvPr/@descr")[0]) > 20
            else:
                assert _texte(form)
        notizen = seite.notes_slide.notes_text_frame.text
        assert notizen.startswith(SYNTHETISCH)
        for teil in (b.befund, b.unterzeile, alternative(b.diagramme("druck")), *(f"{n}: {t}" for n, t in b.fuss)):
            assert teil in notizen
        assert f"Zählweise: {dict(b.methode)['Zählweise']}" in notizen
        assert b.stelle.adresse(UMSTAND.basis) in notizen
        erste = b.tafel().zeilen[0]
        assert all(wert in notizen for wert in erste.values())
    groessen = {int(w.split('"')[0]) for _, text in _alle(inhalt) for w in text.split(' sz="')[1:] if w[0].isdigit()}
    assert min(groessen) >= KLEINSTE * 100
    assert {w for name, text in _alle(inhalt) if "slide" in name or "chart" in name for w in _sprachen(text)} == {
        "de-DE"
    }
    assert all('<c:lang val="de-DE"/>' in text for name, text in _alle(inhalt) if name.startswith("ppt/charts/chart"))


def test_nothing_leaves_the_slide_and_nothing_lies_on_another(verlauf: Bogen, rangfolge: Bogen, karte: Bogen) -> None:
    lang = replace(
        verlauf,
        befund=" ".join([verlauf.befund] * 6),
        unterzeile=" ".join([verlauf.unterzeile] * 3),
        zeichen=tuple((f"rund {n}", "Die Zahl ist gerundet, damit niemand erkannt wird. " * 4) for n in range(9)),
        fuss=tuple((n, f"{t} " * 4) for n, t in verlauf.fuss),
    )
    for seite in _oeffne(folien([lang, rangfolge, karte, verlauf], UMSTAND)).slides:
        kaesten = [(f.name, f.left, f.top, f.left + f.width, f.top + f.height) for f in seite.shapes]
        for name, x, y, rechts, unten in kaesten:
            assert x >= 0 and y >= 0 and rechts <= BREITE and unten <= HOEHE, name  # noqa: PT018
        for n, (a, x1, y1, r1, u1) in enumerate(kaesten):
            for b, x2, y2, r2, u2 in kaesten[n + 1 :]:
                assert x1 >= r2 or x2 >= r1 or y1 >= u2 or y2 >= u1, f"{a} liegt auf {b}"
        for form in seite.placeholders:
            if form.has_text_frame and form.text_frame.text and form.name != "Foliennummer":
                punkt = form.text_frame.paragraphs[0].runs[0].font.size
                groesse = punkt.pt if punkt else 12
                anzahl = sum(len(zeilen(p.text, groesse, form.width)) for p in form.text_frame.paragraphs)
                assert anzahl * groesse * 1.1 <= form.height / 12700 + 6, form.name
    (erste, *_) = _oeffne(folien([lang], UMSTAND)).slides
    assert erste.shapes.title.text.endswith("…")
    assert lang.befund in erste.notes_slide.notes_text_frame.text


def test_a_line_is_the_view_number_by_number(verlauf: Bogen) -> None:
    inhalt = FORMATE["pptx"].schreibe(verlauf, UMSTAND)
    (seite,) = _oeffne(inhalt).slides
    (rahmen,) = [f for f in seite.shapes if f.has_chart]
    reihen = verlauf.reihen()
    assert reihen is not None
    plot = rahmen.chart.plots[0]
    assert list(plot.categories) == list(reihen.kategorien)
    assert [(s.name, tuple(s.values)) for s in plot.series] == [(r.name, r.werte) for r in reihen.reihen]
    assert [s.name for s in plot.series] == ["Bergkamen", "Bergkamen", "Kreis Unna", "Kreis Unna"]
    assert not rahmen.chart.has_legend
    je_jahr = {zeile["Stichtag"]: zeile for zeile in verlauf.tafel().zeilen}
    for spalte in ("Bergkamen", "Kreis Unna"):
        gezeichnet = {
            jahr: wert
            for s in plot.series
            if s.name == spalte
            for jahr, wert in zip(plot.categories, s.values, strict=True)
            if wert is not None
        }
        assert {j: zahl(w, 1) for j, w in gezeichnet.items()} == {j: z[spalte] for j, z in je_jahr.items()}
    (mappe,) = _mappen(inhalt)
    namen, *spalten = mappe.get_columns()
    assert [str(jahr) for jahr in namen] == list(reihen.kategorien)
    assert [s.name.partition("_")[0] for s in spalten] == [r.name for r in reihen.reihen]
    assert [tuple(s) for s in spalten] == [pytest.approx(r.werte) for r in reihen.reihen]
    raender = rahmen.chart._chartSpace.findall(f".//{qn('c:errBars')}")
    assert len(raender) == 2
    plus = [float(v.text) for v in raender[0].findall(f"{qn('c:plus')}//{qn('c:v')}")]
    assert plus == [
        pytest.approx(o - w) for w, o in zip(reihen.reihen[0].werte, reihen.reihen[0].oben, strict=True) if w and o
    ]
    gezeichnetes = "".join(text for name, text in _alle(inhalt) if name.startswith("ppt/drawings/"))
    assert "Bruch 2020: neues Recht" in gezeichnetes


def test_bars_name_what_may_not_be_drawn_and_hold_no_number_for_it(rangfolge: Bogen) -> None:
    inhalt = folien([rangfolge], UMSTAND)
    (seite,) = _oeffne(inhalt).slides
    (rahmen,) = [f for f in seite.shapes if f.has_chart]
    plot = rahmen.chart.plots[0]
    (reihe,) = plot.series
    spalte = rangfolge.tafel().kopf[1]
    tafel = {z["Gebiet"]: z[spalte] for z in rangfolge.tafel().zeilen}
    geschuetzt = {n: t for n, t in tafel.items() if " bis " in t}
    assert geschuetzt
    gezeigt = {}
    for name, wert in zip(plot.categories, reihe.values, strict=True):
        if wert is None:
            ort, _, wort = name.rpartition(" (")
            gezeigt[ort] = wort.removesuffix(")")
        else:
            gezeigt[name] = rund(wert) if rund(wert) == tafel[name] else zahl(wert)
    assert gezeigt == tafel
    (mappe,) = _mappen(inhalt)
    for ort, wert in mappe.iter_rows():
        assert (wert is None) == (" bis " in ort)
    nummern = [n for n, w in enumerate(reihe.values) if w is None]
    raum = rahmen.chart._chartSpace
    for art in ("c:dLbl/c:idx", "c:errBars//c:pt"):
        pfad = "/".join(qn(t) if t else "" for t in art.split("/"))
        assert not {int(e.get("val") or e.get("idx")) for e in raum.findall(f".//{pfad}")} & set(nummern)
    notizen = seite.notes_slide.notes_text_frame.text
    assert all(f"{n}: {spalte} {t}" in notizen for n, t in geschuetzt.items())


def test_a_map_is_a_picture_in_print_quality_with_its_values_in_words(karte: Bogen) -> None:
    (seite,) = _oeffne(folien([karte], UMSTAND)).slides
    bild = next(f for f in seite.shapes if f.name == "Bild")
    breite, hoehe = bild.image.size
    assert breite / (bild.width / 914400) >= 300
    assert breite / hoehe == pytest.approx(bild.width / bild.height, rel=0.01)
    assert (bild.crop_left, bild.crop_top, bild.crop_right, bild.crop_bottom) == (0, 0, 0, 0)
    assert "Karte" in bild._element.xpath(".//p:cNvPr/@descr")[0]
    assert any(f.name == "Legende" for f in seite.shapes)


def _von_hand(vorlage: Bogen, reihen: Reihen, diagramme: Sequence[Any] = ()) -> Bogen:
    return replace(vorlage, reihen=lambda: reihen, tafel=lambda: Tafel("Werte", ({"Gebiet": "A", "Wert": "1"},)))


def _orte(anzahl: int) -> Reihen:
    werte = tuple(float(anzahl - n) for n in range(anzahl))
    return Reihen("balken", tuple(f"Ort {n}" for n in range(anzahl)), (Datenreihe("Personen", werte),), "Personen")


@pytest.mark.parametrize(
    ("anzahl", "spalten"), [(1, [1]), (18, [18]), (19, [10, 9]), (40, [14, 14, 12]), (45, [12, 12])]
)
def test_many_bars_stand_in_columns_of_one_scale(anzahl: int, spalten: list[int]) -> None:
    teile = zeichnungen(_orte(anzahl))
    assert [len(t.reihen.kategorien) for t in teile] == spalten
    assert {t.bis for t in teile} == {float(anzahl)}
    assert teile[0].reihen.kategorien[0] == "Ort 0"
    assert teile[-1].reihen.kategorien[-1] == f"Ort {anzahl - 1}"


def test_a_column_of_protected_areas_needs_no_bar(rangfolge: Bogen) -> None:
    reihen = _orte(26)
    (reihe,) = reihen.reihen
    nur_acht = replace(reihe, werte=tuple(w if n < 8 else None for n, w in enumerate(reihe.werte)))
    bogen_ = _von_hand(rangfolge, replace(reihen, reihen=(nur_acht,), bezug=("Kreis", 3.0)))
    (seite,) = _oeffne(folien([bogen_], UMSTAND)).slides
    assert [len(list(f.chart.plots[0].categories)) for f in seite.shapes if f.has_chart] == [13, 13]


def test_distances_in_time_are_true() -> None:
    lueckig = Reihen("linie", ("2018", "2020", "2021"), (Datenreihe("A", (1.0, 2.0, 3.0), worte=("1", "2", "3")),), "")
    ganz = mit_allen_jahren(lueckig)
    assert ganz is not None
    assert ganz.kategorien == ("2018", "2019", "2020", "2021")
    assert ganz.reihen[0].werte == (1.0, None, 2.0, 3.0)
    assert ganz.reihen[0].worte == ("1", "", "2", "3")
    assert mit_allen_jahren(replace(lueckig, kategorien=("30.06.2018", "2020", "2021"))) is None
    fester_tag = mit_allen_jahren(replace(lueckig, kategorien=("30.06.2018", "30.06.2019", "30.06.2020")))
    assert fester_tag is not None
    assert fester_tag.kategorien[-1] == "30.06.2020"


def test_stacks_have_a_legend_and_a_reference_its_name(verlauf: Bogen) -> None:
    stapel = Reihen(
        "stapel",
        ("Nord", "Süd"),
        (Datenreihe("Frauen", (3.0, 4.0), worte=("3", "4")), Datenreihe("Männer", (5.0, None), worte=("5", "0 bis 9"))),
        "Personen",
    )
    (seite,) = _oeffne(folien([_von_hand(verlauf, stapel)], UMSTAND)).slides
    (rahmen,) = [f for f in seite.shapes if f.has_chart]
    assert rahmen.chart.has_legend
    assert list(rahmen.chart.plots[0].categories) == ["Nord", "Süd (Männer 0 bis 9)"]
    mit_bezug = replace(_orte(3), bezug=("Kreis", 2.0))
    inhalt = folien([_von_hand(verlauf, mit_bezug)], UMSTAND)
    assert "Kreis 2<" in "".join(t for n, t in _alle(inhalt) if n.startswith("ppt/drawings/"))


def test_equal_findings_get_titles_of_their_own(verlauf: Bogen) -> None:
    anders = replace(verlauf, unterzeile="am 31.12.2023")
    titel = ueberschriften([verlauf, anders, verlauf, replace(verlauf, befund="Etwas anderes")])
    assert titel == [
        f"{verlauf.befund} (Verlauf: Besondere Wohnform je 1.000)",
        f"{verlauf.befund} (am 31.12.2023)",
        f"{verlauf.befund} ({verlauf.unterzeile})",
        "Etwas anderes",
    ]


def test_text_is_cut_at_a_sentence_and_only_then_at_a_word() -> None:
    text = "Das ist k. A. Hier gilt § 67 Abs. 1 für alle. Der Stand ist der 31.12.2024. Mehr gibt es nicht."
    assert saetze(text) == [
        "Das ist k. A. Hier gilt § 67 Abs. 1 für alle.",
        "Der Stand ist der 31.12.2024.",
        "Mehr gibt es nicht.",
    ]
    weite = 12700 * 300
    assert gekuerzt(text, 15, weite, 2) == text.removesuffix(" Mehr gibt es nicht.")
    assert gekuerzt("ein sehr langes Wort nach dem anderen " * 20, 12, weite, 1).endswith("…")
    assert passend("kurz", ((28, 1), (20, 2)), weite) == ("kurz", 28, 1)
    assert passend(text, ((28, 1), (10, 3)), weite)[1] == 10
