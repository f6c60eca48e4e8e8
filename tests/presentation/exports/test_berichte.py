"""Reports on paper, opened again: structure, language, tables as the screen has them, only what is released."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from analysis.bestand import Bestand, finde_region, lade
from analysis.gebietswahl import Ort, orte
from analysis.messen import Gedaechtnis
from analysis.steckbrief import steckbrief
from data_access import abfragen, schreiben
from presentation.exports.berichte import ganz
from presentation.texts import berichte as worte
from presentation.texts import steckbrieftafeln
from presentation.texts.klartext import klartext, klarzeilen
from presentation.texts.steckbrief import ueberschrift
from tests.installation import JETZT, recht
from tests.mappen import alternativtexte, lege_mappe_an, oeffne, randtext, tafeln, text, ueberschriften

BASIS = "https://srb.example"


def _still(fertig: int, von: int, was: str) -> None:
    assert 0 <= fertig <= von


def _bestand() -> Bestand:
    region = finde_region("kleinkreis")
    assert region is not None
    return lade(region, abfragen.stand(region.slug))


def _orte(bestand: Bestand) -> tuple[Ort, ...]:
    return orte(bestand, bestand.region.haupteinteilung_id or "")


def _steckbrief(bestand: Bestand, gebiete: tuple[Ort, ...], endung: str) -> bytes:
    return ganz.steckbrief(bestand, gebiete, JETZT, BASIS, Gedaechtnis(), endung, _still)


def _zeilen(tafel: list[dict[str, str]]) -> list[list[str]]:
    return [list(tafel[0]), *(list(zeile.values()) for zeile in tafel)]


@pytest.mark.parametrize("nummer", [0, 1, -1])
def test_a_steckbrief_holds_the_tables_of_the_page(gefuellt: Path, nummer: int) -> None:
    bestand = _bestand()
    ort = _orte(bestand)[nummer]
    s = steckbrief(bestand, ort, ganz.neuester(bestand))
    datei = oeffne(_steckbrief(bestand, (ort,), ".docx"))
    gezeigt = {t.titel: t.zeilen for t in tafeln(datei)}
    for titel, zeilen in (
        (steckbrieftafeln.vergleichstitel(s), steckbrieftafeln.vergleichszeilen(s)),
        (f"Personen nach Jahren, nach Herkunft: {ort.name}", steckbrieftafeln.jahreszeilen(s)),
    ):
        assert gezeigt[titel] == _zeilen(worte.schmal(klarzeilen(zeilen)))
    if alter := s.bevoelkerung.alter:
        titel = f"Altersaufbau: {ort.name}, {alter.stichtag:%d.%m.%Y}"
        assert gezeigt[titel] == _zeilen(klarzeilen(steckbrieftafeln.alterszeilen(s)))
    stufen = ueberschriften(datei)
    assert stufen[0] == (1, ueberschrift(s))
    assert all(n <= davor + 1 for (davor, _), (n, _) in zip(stufen, stufen[1:], strict=False))
    assert all(len(a) > 20 for a in alternativtexte(datei))
    assert datei.core_properties.language == "de-DE"
    assert "**" not in text(datei)
    assert ":material" not in text(datei)
    assert f"gebiet={ort.gebiet}" in text(datei)
    assert (worte.SYNTHETISCH in randtext(datei)) == bestand.synthetisch


def test_the_pdf_says_the_same_and_is_tagged(gefuellt: Path) -> None:
    bestand = _bestand()
    ort = _orte(bestand)[0]
    s = steckbrief(bestand, ort, ganz.neuester(bestand))
    with pikepdf.open(io.BytesIO(_steckbrief(bestand, (ort,), ".pdf"))) as pdf:
        wurzel = pdf.Root
        assert str(wurzel.Lang).lower().startswith("de")
        assert str(pdf.docinfo.Title) == f"Steckbrief {ort.name}"
        gefunden = list(_teile(wurzel.StructTreeRoot, "/Figure"))
        assert gefunden
        assert all(len(str(f.Alt)) > 20 for f in gefunden)
        zeilen = [len(list(_teile(t, "/TR"))) for t in _teile(wurzel.StructTreeRoot, "/Table")]
    assert 1 + len(steckbrieftafeln.vergleichszeilen(s)) in zeilen
    assert 1 + len(steckbrieftafeln.jahreszeilen(s)) in zeilen


def _teile(teil: pikepdf.Object, art: str) -> list[pikepdf.Object]:
    """All parts of a kind in the tree of a tagged PDF."""
    gefunden: list[pikepdf.Object] = []
    stapel = [teil]
    while stapel:
        jetzt = stapel.pop()
        if isinstance(jetzt, pikepdf.Array):
            stapel += list(jetzt)
        elif isinstance(jetzt, pikepdf.Dictionary):
            if jetzt.get("/S") == pikepdf.Name(art):
                gefunden.append(jetzt)
            if "/K" in jetzt:
                stapel.append(jetzt["/K"])
    return gefunden


def test_several_areas_in_one_file_or_each_for_itself(gefuellt: Path) -> None:
    bestand = _bestand()
    alle = _orte(bestand)[:3]
    datei = oeffne(_steckbrief(bestand, alle, ".docx"))
    erste = [t for stufe, t in ueberschriften(datei) if stufe == 1]
    assert len(erste) == len(alle) + 1
    assert all(titel.startswith(ort.name) for titel, ort in zip(erste, alle, strict=False))
    archiv = ganz.einzeln(bestand, alle, JETZT, "", Gedaechtnis(), ".docx", _still)
    with zipfile.ZipFile(io.BytesIO(archiv)) as zip_:
        tag = ganz.neuester(bestand)
        assert zip_.namelist() == [f"{ganz.name(bestand, [ort], tag)}.docx" for ort in alle]


def test_a_withdrawn_release_is_said_and_its_numbers_are_gone(gefuellt: Path) -> None:
    vorher = _bestand()
    ort = _orte(vorher)[0]
    freigabe = vorher.veroeffentlicht["lb_awf"].freigabe
    s = steckbrief(vorher, ort, ganz.neuester(vorher))
    spalte = next(leit.zahl.kurz for leit in s.leitzahlen if leit.zahl.id == "lb_awf")
    assert any(zeile[spalte] != "k. A." for zeile in steckbrieftafeln.jahreszeilen(s))
    schreiben.ziehe_freigabe_zurueck(recht(), freigabe.id, JETZT)
    bestand = _bestand()
    for inhalt in (
        _steckbrief(bestand, (ort,), ".docx"),
        ganz.konferenz(bestand, JETZT, "", Gedaechtnis(), ".docx", _still),
    ):
        datei = oeffne(inhalt)
        assert "Die Freigabe wurde zurückgezogen" in text(datei)
        mit_spalte = [t for t in tafeln(datei) if worte.trennbar(spalte) in t.zeilen[0]]
        assert not mit_spalte


def test_a_place_without_numbers_makes_a_short_honest_paper(klein: Path) -> None:
    bestand = _bestand()
    ort = _orte(bestand)[0]
    datei = oeffne(_steckbrief(bestand, (ort,), ".docx"))
    assert ueberschriften(datei)[0] == (1, f"{ort.name}: keine veröffentlichten Fallzahlen")
    assert "Noch keine veröffentlichten Zahlen." in text(datei)
    assert not alternativtexte(datei) or all(len(a) > 20 for a in alternativtexte(datei))


@pytest.fixture
def mit_gremien(gefuellt: Path) -> Path:
    lege_mappe_an()
    return gefuellt


def test_a_conference_report_is_whole(mit_gremien: Path) -> None:
    bestand = _bestand()
    datei = oeffne(ganz.konferenz(bestand, JETZT, BASIS, Gedaechtnis(), ".docx", _still, mit_steckbriefen=True))
    stufen = ueberschriften(datei)
    erste = [t for stufe, t in stufen if stufe == 1]
    assert erste[:10] == [
        "Auf einen Blick",
        "Wohnen",
        "Arbeit",
        "Kinder und Jugendliche",
        "Hilfe nach § 67",
        "Gremien",
        "Empfehlungen und was aus ihnen wurde",
        "Fristen",
        "Beteiligung",
        "Wie gezählt und geschützt wird",
    ]
    assert len(erste) == 11 + len(ganz.planungsraeume(bestand))
    assert all(n <= davor + 1 for (davor, _), (n, _) in zip(stufen, stufen[1:], strict=False))
    assert all(len(a) > 20 for a in alternativtexte(datei))
    assert all(t.kopf_markiert and t.titel for t in tafeln(datei))
    assert ":material" not in text(datei)


def test_marks_of_the_screen_do_not_reach_paper() -> None:
    for davor, danach in (
        ("**Über** dem Kreis", "Über dem Kreis"),
        (":green-badge[:material/check: erfüllt]", "erfüllt"),
        (":gray[:material/remove: kein Eintrag]", "kein Eintrag"),
        ("1:2 [Anlage 3]", "1:2 [Anlage 3]"),
    ):
        assert klartext(davor) == danach


def test_the_name_of_a_file_speaks(gefuellt: Path) -> None:
    bestand = _bestand()
    kreis, *_, letzte = _orte(bestand)
    assert ganz.name(bestand, [kreis], date(2024, 12, 31)).startswith("steckbrief_kleinkreis_2024")
    assert ganz.name(bestand, [kreis, letzte], date(2024, 12, 31)).startswith("steckbriefe_kleinkreis_2024")
