"""Reports as PDF, opened again: the tree, the tables cell by cell, and texts with signs a template could read."""

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest

from presentation.charts.diagramm import Diagramm
from presentation.exports.papier import Angaben, Papier
from presentation.exports.pdf import PdfPapier
from presentation.exports.zeichensatz import ERSATZ, lesbar
from tests.installation import JETZT
from tests.pdfpruefung import knapp, lies, maengel

FALLEN = "# Raum *x* _y_ $z$ <a> @b `c` \\ [d] #{panic()} ~ // = - + / „e“ 'f' \"g\" {h} &amp; %"
"""What Typst, JSON, XML or LaTeX would read as a sign of theirs."""
ANGABEN = Angaben(
    "Bericht #1", "Thema <x>", "Fachstelle", ("Runde · Sitzung am 1. März", "Vorführung"), ("Stand: heute",), JETZT
)
PUNKTE = {"values": [{"a": n, "b": n * n} for n in range(5)]}
BILD = Diagramm(
    {"data": PUNKTE, "mark": "line", "height": 200, "encoding": {"x": {"field": "a"}, "y": {"field": "b"}}},
    "Von 2019 bis 2024 stieg die Zahl auf rund 15.",
    ("Achse beginnt bei 0.",),
)
ZEILEN = [{"Gebiet": f"Raum {n} {FALLEN if n == 3 else ''}\nzweite Zeile", "2023": "rund 15", "2024": "0 bis 9"}
          for n in range(60)]  # fmt: skip


def _alles(papier: Papier) -> None:
    papier.titel("Bericht")
    papier.absatz(FALLEN, fett=True)
    papier.verzeichnis({"teil_0": "Erster Teil", "teil_1": FALLEN})
    papier.ueberschrift("Erster Teil", 1, neue_seite=True, marke="teil_0")
    papier.absatz(FALLEN)
    papier.ueberschrift("Darunter", 2)
    papier.angabe(FALLEN, FALLEN, klein=True)
    papier.liste([FALLEN, "zwei"])
    papier.ankreuzen(["ja", "etwas anderes, nämlich:"])
    papier.schreiblinien(3)
    papier.tafel(FALLEN, ZEILEN, (3, 1, 1), zahlen=True)
    papier.tafel("leer", [])
    papier.ueberschrift(FALLEN, 1, neue_seite=True, marke="teil_1")
    papier.bild([BILD, BILD])
    papier.code("https://beispiel.invalid/zahlen?region=kreis&jahr=2024", "Diese Ansicht öffnen")


def _pdf(schreibe: Callable[[Papier], None] = _alles) -> bytes:
    papier = PdfPapier(ANGABEN)
    schreibe(papier)
    return papier.fertig()


def test_a_report_is_read_out_right(tmp_path: Path) -> None:
    pdf = _pdf()
    assert maengel(pdf, tmp_path, gruendlich=True) == []
    gelesen = lies(pdf, tmp_path)
    assert (gelesen.sprache[:2], gelesen.titel, gelesen.seitenmass) == ("de", "Bericht #1", (210, 297))
    assert gelesen.ueberschriften == [(1, "Erster Teil"), (2, "Darunter"), (1, FALLEN)]
    assert gelesen.lesezeichen == ["Erster Teil", "Darunter", FALLEN]
    (tafel,) = gelesen.tafeln
    assert knapp(tafel.titel) == knapp(FALLEN)
    erwartet = [list(ZEILEN[0]), *(list(z.values()) for z in ZEILEN)]
    assert [[knapp(z) for z in zeile] for zeile in tafel.zeilen] == [[knapp(z) for z in zeile] for zeile in erwartet]
    assert BILD.alt in gelesen.alternativtexte[2]
    assert gelesen.text.count("Achse beginnt bei 0.") == 1
    assert f"Seite {gelesen.seiten} von {gelesen.seiten}" in gelesen.text


def test_the_file_says_what_it_is_and_only_that() -> None:
    with pikepdf.open(io.BytesIO(_pdf())) as datei, datei.open_metadata() as xmp:
        assert (xmp["pdfuaid:part"], xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("1", "2", "A")
        assert str(datei.docinfo["/Author"]) == "Fachstelle"
        assert str(datei.docinfo["/Subject"]) == "Thema <x>"
        assert str(datei.docinfo["/CreationDate"]).startswith("D:20250301120000")
        schriften = {str(s.BaseFont).partition("+")[2] for seite in datei.pages for s in seite.resources.Font.values()}
        assert schriften
        assert all(name.startswith("IBMPlexSans") for name in schriften)
        adressen = [a.A.URI for seite in datei.pages for a in seite.get("/Annots", []) if "/A" in a and "/URI" in a.A]
        assert [str(a) for a in adressen] == ["https://beispiel.invalid/zahlen?region=kreis&jahr=2024"]


def test_the_same_report_is_the_same_file_from_any_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with ThreadPoolExecutor(4) as gleichzeitig:
        dateien = list(gleichzeitig.map(lambda n: _pdf(lambda p: p.ueberschrift(f"Teil {n % 2}", 1)), range(8)))
    assert len(set(dateien)) == 2
    assert all(gelesen.ueberschriften == [(1, f"Teil {n % 2}")] for n, d in enumerate(dateien)
               for gelesen in [lies(d, tmp_path)])  # fmt: skip


def test_the_checker_finds_what_is_missing(tmp_path: Path) -> None:
    def ohne(eingriff: Callable[[Any], None]) -> list[str]:
        with pikepdf.open(io.BytesIO(pdf)) as datei:
            eingriff(datei)
            puffer = io.BytesIO()
            datei.save(puffer)
        return maengel(puffer.getvalue(), tmp_path)

    def jedes(art: str, name: str) -> Callable[[Any], None]:
        def eingriff(datei: Any) -> None:
            for objekt in datei.objects:
                if isinstance(objekt, pikepdf.Dictionary) and objekt.get("/S") == art and name in objekt:
                    del objekt[name]

        return eingriff

    def ohne_sprache(datei: Any) -> None:
        del datei.Root.Lang

    pdf = _pdf()
    assert any("Bild ohne Alternativtext" in m for m in ohne(jedes("/Figure", "/Alt")))
    assert any("Zeile ohne Zeilenkopf" in m for m in ohne(jedes("/TH", "/A")))
    assert any("Zelle nennt ihre Köpfe nicht" in m for m in ohne(jedes("/TD", "/A")))
    assert any("Sprache ist nicht Deutsch" in m for m in ohne(ohne_sprache))
    assert any("pdfua" in m for m in ohne(ohne_sprache))


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        ("Fröndenberg/Ruhr „§ 67“ – 1 bis 9 …", "Fröndenberg/Ruhr „§ 67“ – 1 bis 9 …"),
        ("a\u0308\tb\r\nc", "ä b\nc"),
        ("漢 \U0001f600 \ue000 \x07\u2028", f"{ERSATZ} {ERSATZ} {ERSATZ}  "),
    ],
)
def test_a_sign_the_font_lacks_is_replaced_not_refused(text: str, erwartet: str, tmp_path: Path) -> None:
    assert lesbar(text) == erwartet
    assert maengel(_pdf(lambda p: p.ueberschrift(f"x{text}x", 1)), tmp_path) == []


def test_a_sign_the_font_lacks_is_replaced_in_a_drawing_too(tmp_path: Path) -> None:
    kodierung = {"x": {"field": "b", "type": "quantitative"}, "y": {"field": "a", "type": "nominal"}}
    spec = {"data": {"values": [{"a": "Ort \U0001f600", "b": 1}]}, "mark": "bar", "encoding": kodierung}
    pdf = _pdf(lambda p: p.bild([Diagramm(spec, "Ein Balken für einen Ort, dessen Name ein Bild enthält.")]))
    assert maengel(pdf, tmp_path) == []


def test_no_word_of_a_narrow_column_runs_into_the_next() -> None:
    lang = dict.fromkeys(("Leistungserbringer", "Selbstvertretung", "Teilhabeberatung", "Kreisverwaltung"), "zu")
    zeile = {"Aussage": "Ein Satz aus vielen Worten"} | lang | {"Abstand": "1 Stufe", "Gegenüber": "gleich"}
    with pymupdf.open(stream=_pdf(lambda p: p.tafel("Enge", [zeile] * 3, (30, 9, 9, 9, 9, 1, 1)))) as datei:
        worte = {w[4]: w for w in datei[0].get_text("words")}
    assert worte["Abstand"][2] < worte["Gegenüber"][0]
    assert {"Stufe", "gleich"} <= set(worte)


def test_a_picture_without_text_alternative_is_no_file() -> None:
    stumm = Diagramm(BILD.spec, "")
    with pytest.raises(RuntimeError, match="alt"):
        _pdf(lambda p: p.bild([stumm]))
