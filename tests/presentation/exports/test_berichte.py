"""Reports on paper, opened again: structure, language, tables as the screen has them, only what is released."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from analysis.bestand import Bestand, finde_region, lade
from analysis.gebietswahl import Ort, orte
from analysis.messen import Gedaechtnis
from analysis.steckbrief import steckbrief
from analysis.steckbriefteile import Steckbrief
from data_access import abfragen, schreiben
from models.pflichttabellen import Nachweis
from presentation.exports.berichte import ganz, konferenzgremien
from presentation.exports.berichte.steckbrief import ohne_doppelte
from presentation.exports.berichte.stoff import Berichtsstoff
from presentation.steckbriefbilder import aufbaubild
from presentation.texts import berichte as worte
from presentation.texts import steckbrief as texte
from presentation.texts import steckbrieftafeln
from presentation.texts.dateiangaben import SYNTHETISCH
from presentation.texts.klartext import klartext, klarzeilen
from presentation.texts.steckbrief import ZAEHLUNG, ueberschrift
from tests.installation import JETZT, recht
from tests.mappen import alternativtexte, lege_mappe_an, oeffne, randtext, tafeln, text, ueberschriften
from tests.pdfpruefung import knapp, lies, maengel
from tests.pflichten import WMK, mit, nachweis, register

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


def _zeilen(tafel: Sequence[Mapping[str, object]]) -> list[list[str]]:
    klar = klarzeilen(tafel)
    return [list(klar[0]), *(list(zeile.values()) for zeile in klar)]


def _jahre(s: Steckbrief) -> list[dict[str, str]]:
    """People over the years as they stand on paper: every Stichtag here is the end of a year."""
    zeilen = klarzeilen(steckbrieftafeln.jahreszeilen(s))
    return [{"31.12.": z["Stichtag"][-4:]} | {n: w for n, w in z.items() if n != "Stichtag"} for z in zeilen]


def _zellen(zeilen: list[list[str]]) -> dict[frozenset[str], str]:
    """Every cell by the heads of its row and column, whichever of them is at the side; hyphens do not count."""
    kopf, *weitere = [[knapp(z) for z in zeile] for zeile in zeilen]
    return {frozenset((kopf[j], z[0])): z[j] for z in weitere for j in range(1, len(kopf))}


@pytest.mark.parametrize("nummer", [0, 1, -1])
def test_a_steckbrief_holds_the_tables_of_the_page(gefuellt: Path, nummer: int) -> None:
    bestand = _bestand()
    ort = _orte(bestand)[nummer]
    s = steckbrief(bestand, ort, ganz.neuester(bestand))
    datei = oeffne(_steckbrief(bestand, (ort,), ".docx"))
    gezeigt = {t.titel: t.zeilen for t in tafeln(datei)}
    for titel, zeilen in (
        (steckbrieftafeln.vergleichstitel(s), steckbrieftafeln.vergleichszeilen(s)),
        (f"Personen nach Jahren, nach Herkunft: {ort.name}", _jahre(s)),
    ):
        assert _zellen(gezeigt[titel]) == _zellen(_zeilen(zeilen))
    if alter := s.bevoelkerung.alter:
        titel = f"Altersaufbau: {ort.name}, {alter.stichtag:%d.%m.%Y}"
        assert gezeigt[titel] == _zeilen(steckbrieftafeln.alterszeilen(s))
    for prinzip, zaehlung in ZAEHLUNG.items():
        if zeilen := steckbrieftafeln.wegezeilen(s, prinzip):
            assert gezeigt[f"Nach {zaehlung}: {ort.name}"] == _zeilen(zeilen)
    weitere = [w for block in s.themen for w in block.weitere] + list(s.rahmen)
    hier = klarzeilen(texte.weitere_zeilen([w for w in ohne_doppelte(weitere) if w.wert is not None], s))
    gefunden = next((z for t, z in gezeigt.items() if t.startswith(f"Weitere Zahlen: {ort.name}")), [])
    assert len(gefunden) == (1 + len(hier) if hier else 0)
    for zeile, erwartet in zip(gefunden[1:], hier, strict=True):
        assert dict(zip(gefunden[0], zeile, strict=True)) == {n: erwartet[n] for n in gefunden[0]}
    stufen = ueberschriften(datei)
    assert stufen[0] == (1, ueberschrift(s))
    assert all(n <= davor + 1 for (davor, _), (n, _) in zip(stufen, stufen[1:], strict=False))
    assert all(len(a) > 20 for a in alternativtexte(datei))
    assert datei.core_properties.language == "de-DE"
    assert "**" not in text(datei)
    assert ":material" not in text(datei)
    assert f"gebiet={ort.gebiet}" in text(datei)
    assert (SYNTHETISCH in randtext(datei)) == bestand.synthetisch


def test_the_pdf_says_the_same_and_is_tagged(gefuellt: Path, tmp_path: Path) -> None:
    bestand = _bestand()
    ort = _orte(bestand)[0]
    s = steckbrief(bestand, ort, ganz.neuester(bestand))
    pdf = _steckbrief(bestand, (ort,), ".pdf")
    assert maengel(pdf, tmp_path) == []
    gelesen = lies(pdf, tmp_path)
    assert gelesen.titel == f"Steckbrief {ort.name}"
    assert gelesen.seiten <= 5
    gezeigt = {knapp(t.titel): t.zeilen for t in gelesen.tafeln}
    for titel, zeilen in (
        (steckbrieftafeln.vergleichstitel(s), steckbrieftafeln.vergleichszeilen(s)),
        (f"Personen nach Jahren, nach Herkunft: {ort.name}", _jahre(s)),
    ):
        assert _zellen(gezeigt[knapp(titel)]) == _zellen(_zeilen(zeilen))


@pytest.mark.parametrize("nummer", [0, 1])
def test_the_whole_is_not_compared_with_itself(gefuellt: Path, nummer: int) -> None:
    """The stroke of the whole in the picture of ages; on its own values it would say nothing."""
    bestand = _bestand()
    s = steckbrief(bestand, _orte(bestand)[nummer], ganz.neuester(bestand))
    bild = aufbaubild(s, "druck")
    assert bild is not None
    assert bool(bild.hinweise) is not s.ist_ganzes


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


def test_a_withdrawn_release_is_said_and_its_numbers_are_gone(gefuellt: Path, tmp_path: Path) -> None:
    vorher = _bestand()
    ort = _orte(vorher)[0]
    freigabe = vorher.veroeffentlicht["lb_awf"].freigabe
    s = steckbrief(vorher, ort, ganz.neuester(vorher))
    spalte = next(leit.zahl.kurz for leit in s.leitzahlen if leit.zahl.id == "lb_awf")
    davor = text(oeffne(_steckbrief(vorher, (ort,), ".docx")))
    schreiben.ziehe_freigabe_zurueck(recht(), freigabe.id, JETZT)
    bestand = _bestand()
    danach = _steckbrief(bestand, (ort,), ".docx")
    pdf = lies(_steckbrief(bestand, (ort,), ".pdf"), tmp_path).text
    bericht = ganz.konferenz(bestand, JETZT, "", Gedaechtnis(), ".docx", _still)
    for inhalt in (danach, bericht):
        assert "Die Freigabe wurde zurückgezogen" in text(oeffne(inhalt))
        assert not [t for t in tafeln(oeffne(inhalt)) if worte.trennbar(spalte) in t.zeilen[0]]
    # What only the withdrawn release told: numbers of its rows that stood in the file and are in no other row.
    weg = {zeile[spalte] for zeile in (*steckbrieftafeln.jahreszeilen(s), *steckbrieftafeln.vergleichszeilen(s))}
    uebrige = {z for zeile in steckbrieftafeln.jahreszeilen(s) for name, z in zeile.items() if name != spalte}
    uebrige |= {z for zeile in steckbrieftafeln.vergleichszeilen(s) for name, z in zeile.items() if name != spalte}
    eigene = {str(z) for z in weg - uebrige if any(c.isdigit() for c in str(z))}
    gesagt = {z for z in eigene if _steht(z, davor)}
    assert gesagt
    for nachher in (text(oeffne(danach)), text(oeffne(bericht)), pdf):
        assert not [z for z in gesagt if _steht(z, nachher)]


def _steht(zahl: str, text_: str) -> bool:
    return re.search(rf"(?<![\d.,]){re.escape(zahl)}(?![\d]|[.,]\d)", text_) is not None


def test_deadlines_are_told_as_everybody_may_see_them(gefuellt: Path) -> None:
    """A writer's proof that is not released is not in the file, one that both sides released is."""

    def papier(*frei: Nachweis) -> str:
        eintraege = (nachweis("R08", "2025", "mitteilung", "28.04.2025", "kreis", "Brieftaube"), *frei)
        stoff = Berichtsstoff(_bestand(), Gedaechtnis(), datetime(2025, 6, 2, 12, 0, tzinfo=UTC), "")
        datei = stoff.papier(".docx", "Fristen", "", "Fristen", None)
        konferenzgremien.fristen(konferenzgremien.Gremienstoff(mit(register(WMK), *eintraege), stoff), datei)
        return text(oeffne(datei.fertig()))

    offen = papier(*(nachweis("R08", "2025", "freigabe", "02.06.2025", seite) for seite in ("traeger", "kreis")))
    verdeckt = papier()
    assert "28.04.2025" in offen
    assert "28.04.2025" not in verdeckt
    assert "Brieftaube" not in verdeckt


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
        ("eins  \nzwei", "eins; zwei"),
        ("Teil\u00adhabe am 3\\. Mai", "Teilhabe am 3. Mai"),
        ("1:2 [Anlage 3]", "1:2 [Anlage 3]"),
    ):
        assert klartext(davor) == danach


def test_the_name_of_a_file_speaks(gefuellt: Path) -> None:
    bestand = _bestand()
    kreis, *_, letzte = _orte(bestand)
    assert ganz.name(bestand, [kreis], date(2024, 12, 31)).startswith("steckbrief_kleinkreis_2024")
    assert ganz.name(bestand, [kreis, letzte], date(2024, 12, 31)).startswith("steckbriefe_kleinkreis_2024")
