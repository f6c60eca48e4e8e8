"""Files about Gremien end to end: checked, asked about, stored in one step, taken back, written out and read again."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cli import app
from commands import gremienimport
from commands.arbeiten import arbeite
from commands.einlesen import Importauftrag, Importergebnis, importiere, pruefe
from data_access import abfragen, auftraege
from data_access.datenbank import sitzung
from data_access.gremien import buch
from data_access.gremien.lesen import fassung, lies
from data_access.gremien.uebernahme import uebernimm
from data_access.gremien.zeilen import zeilen
from data_access.importing.lesen import lies as lies_datei
from data_access.importing.vorlagen import vorlage
from data_access.schreiben import NichtGefunden
from models.gremienformate import FORMATE
from models.importarten import IMPORTARTEN
from models.tabellen import Region
from models.vokabular import Auftragsart, Auftragsstand, Lieferungsstand
from presentation.exports.gremientafeln import DATEIFORMATE, als_datei
from tests.data_access.gremien.test_uebernahme import VOLL
from tests.data_access.importing.test_gremien import datei
from tests.data_access.importing.werkzeug import KEIN_REGISTER
from tests.gremien import REGISTER, RUNDE, S2024, SITZUNGEN, lege_gremien_an, trage_ein
from tests.installation import JETZT, recht

TEIL = FORMATE["teilnahmen"].namen
TAG = "2024-09-23"


def teilnahme(*zellen: tuple[str, str, str], tag: str = TAG, gremium: str = RUNDE) -> bytes:
    """Rows (group, invited, present) of one meeting."""
    return datei("teilnahmen", *((gremium, tag, gruppe, "", e, a, "") for gruppe, e, a in zellen))


def fuehre_ein(kind: str, inhalt: bytes, antworten: Mapping[str, str] | None = None, **mehr: Any) -> Importergebnis:
    return importiere(recht(), Importauftrag(kind, inhalt, f"{kind}.csv", antworten=antworten, **mehr), JETZT)


def stand() -> tuple[int, str, int]:
    """Everything that an import could change."""
    return fassung("kleinkreis"), repr(lies("kleinkreis")), len(abfragen.lieferungen())


def anwesende(tag: date = S2024) -> dict[str, int | None]:
    alle = [g.zeile for g in zeilen("teilnahmen", lies("kleinkreis"))]
    return {z["gruppe"]: z["anwesend"] for z in alle if z["datum"] == tag}


def gruende(ergebnis: Importergebnis) -> str:
    return " | ".join(f.grund for f in ergebnis.befund.fehler)


def test_attendance_comes_in_as_one_lieferung_and_one_step(klein: Path) -> None:
    lege_gremien_an()
    schritte = len(buch.verlauf("kleinkreis"))
    inhalt = teilnahme(("eutb", "2", "0"), ("kommune", "", "k. A."))
    ergebnis = fuehre_ein("teilnahmen", inhalt)
    assert ergebnis.lieferung is not None
    assert (ergebnis.lieferung.art, ergebnis.lieferung.region_slug) == ("teilnahmen", "kleinkreis")
    assert (ergebnis.lieferung.absender, ergebnis.lieferung.gegenstaende) == ("Runde", [RUNDE])
    assert (ergebnis.lieferung.stichtage, ergebnis.lieferung.zeilen) == ([TAG], 2)
    assert (ergebnis.befund.zeilen, ergebnis.befund.zellen, ergebnis.befund.zeichen) == (2, 6, {"leer": 4})
    alt = {"selbstvertretung": 2, "oertl_traeger": 4, "leistungserbringer": 6}
    assert anwesende() == {**alt, "eutb": 0, "kommune": None}
    verlauf = buch.verlauf("kleinkreis")
    assert len(verlauf) == schritte + 1
    assert verlauf[0].id == ergebnis.lieferung.id


def test_the_same_file_a_second_time_changes_nothing(klein: Path) -> None:
    lege_gremien_an()
    inhalt = teilnahme(("eutb", "2", "1"))
    erste = fuehre_ein("teilnahmen", inhalt)
    vorher = stand()
    zweite = fuehre_ein("teilnahmen", inhalt)
    assert zweite.unveraendert
    assert zweite.lieferung is not None
    assert erste.lieferung is not None
    assert zweite.lieferung.id == erste.lieferung.id
    assert stand() == vorher


def test_a_meeting_that_is_not_entered_is_asked_about(klein: Path) -> None:
    lege_gremien_an()
    inhalt = teilnahme(("eutb", "2", "1"), tag="2026-09-21")
    vorher = stand()
    offen = fuehre_ein("teilnahmen", inhalt)
    (frage,) = offen.befund.fragen
    assert (frage.schluessel, frage.auswahl) == ("anlegen", ("ja", "nein"))
    assert frage.text == "Die Sitzung von „Runde Teilhabe“ am 21.09.2026 ist nicht erfasst. Anlegen?"
    nein = fuehre_ein("teilnahmen", inhalt, {"anlegen": "nein"})
    assert "Bitte die Sitzung zuerst anlegen" in gruende(nein)
    assert stand() == vorher
    assert fuehre_ein("teilnahmen", inhalt, {"anlegen": "ja"}).lieferung is not None
    (neu,) = [s for s in lies("kleinkreis").sitzungen if s.datum == date(2026, 9, 21)]
    assert (neu.status, neu.synthetisch) == ("stattgefunden", False)
    assert anwesende(neu.datum) == {"eutb": 1}


@pytest.mark.parametrize(("antwort", "danach"), [("ersetzen", 3), ("behalten", 2)])
def test_counts_that_differ_are_asked_about(klein: Path, antwort: str, danach: int) -> None:
    lege_gremien_an()
    inhalt = teilnahme(("selbstvertretung", "3", "3"), ("eutb", "", "1"))
    (frage,) = fuehre_ein("teilnahmen", inhalt).befund.fragen
    assert (frage.schluessel, frage.auswahl) == ("abweichend", ("ersetzen", "behalten"))
    assert frage.text.startswith("In 1 Zeile stehen andere Zahlen als erfasst (23.09.2024).")
    fuehre_ein("teilnahmen", inhalt, {"abweichend": antwort})
    assert (anwesende()["selbstvertretung"], anwesende()["eutb"]) == (danach, 1)


def test_what_contradicts_entered_counts_is_refused(klein: Path) -> None:
    lege_gremien_an()
    vorher = stand()
    ergebnis = fuehre_ein("teilnahmen", teilnahme(("insgesamt", "", "5")))
    assert "23.09.2024, zusammen mit dem, was schon erfasst ist: Die Gruppen haben zusammen 12" in gruende(ergebnis)
    assert stand() == vorher


@pytest.mark.parametrize(
    ("kind", "zeile", "satz"),
    [
        ("teilnahmen", ("lsp", TAG, "eutb", "", "1", "1", ""), "Das Gremium „lsp“ gibt es hier nicht."),
        ("barrierefreiheit", (RUNDE, "2024-01-01", "dgs", "fehlte"), "Am 01.01.2024 ist keine Sitzung von „Runde"),
        ("massnahmen", ("m9", "e9", "x", "", "", "offen", ""), "Die Empfehlung „e9“ gibt es hier nicht."),
        ("empfehlungen", ("e9", RUNDE, TAG, "7", "", "x", "offen", ""), "am 23.09.2024 hat keinen Punkt 7."),
        ("bewertungen", ("kleinkreis", "2025", "gp", "kreis", "2", ""), "Die Frage „gp“ gibt es hier nicht."),
        ("bestimmungen", ("b", "kleinkreis", "kx", "recht", "x", "", ""), "Die Vereinbarung „kx“ gibt es hier nicht."),
        ("bestimmungen", ("b", "kleinkreis", "", "recht", "x", "", "wx"), "Die Organisation „wx“ gibt es hier nicht."),
        (
            "vereinbarungen",
            ("v", "nirgends", "x", *[""] * 7),
            "Diese Region gibt es hier nicht. Vorhanden: kleinkreis.",
        ),
    ],
)
def test_what_is_missing_is_named_and_nothing_stored(klein: Path, kind: str, zeile: Sequence[str], satz: str) -> None:
    lege_gremien_an()
    vorher = stand()
    ergebnis = fuehre_ein(kind, datei(kind, zeile, kopf=FORMATE[kind].namen[: len(zeile)]))
    assert ergebnis.befund.status == "abgelehnt"
    assert satz in gruende(ergebnis)
    assert ergebnis.befund.fehler[0].zeile == 2
    assert stand() == vorher


def test_the_region_must_be_the_one_named(klein: Path) -> None:
    lege_gremien_an()
    fremd = Importauftrag("teilnahmen", teilnahme(("eutb", "", "1")), "t.csv", region="00000")
    assert "gibt es hier nicht" in pruefe(fremd)[0].befund.fehler[0].grund


def test_columns_the_file_does_not_have_stay_as_they_are(klein: Path) -> None:
    lege_gremien_an()
    f = FORMATE["empfehlungen"]
    kopf = [s.name for s in f.spalten if not s.entbehrlich]
    zeile = ("e1", RUNDE, TAG, "2", "selbstvertretung", "Mehr kleine Wohnungen", "erledigt", "2024-12-01")
    ergebnis = fuehre_ein("empfehlungen", datei("empfehlungen", zeile, kopf=kopf))
    assert ergebnis.befund.warnungen == ("1 Eintrag wird geändert. Der Verlauf zeigt danach, was vorher da stand.",)
    (e1,) = [e for e in lies("kleinkreis").empfehlungen if e.id == "e1"]
    assert (e1.status, e1.antwort) == ("erledigt", "Der Kreis spricht mit der Wohnungswirtschaft.")


def test_gremien_may_follow_each_other_in_any_order_of_the_file(klein: Path) -> None:
    kopf = FORMATE["gremien"].namen[:10]
    zweite = ("b", "kleinkreis", "B", "workshop", "a", "", "", "", "", "")
    erste = ("a", "kleinkreis", "A", "workshop", "", "", "", "", "", "")
    assert fuehre_ein("gremien", datei("gremien", zweite, erste, kopf=kopf)).lieferung is not None
    assert [(g.id, g.vorgaenger_id) for g in lies("kleinkreis").gremien] == [("b", "a"), ("a", None)]


def test_gremien_that_follow_each_other_in_a_circle_are_refused(klein: Path) -> None:
    lege_gremien_an()
    vorher = stand()
    kreis = ("alte-runde", "kleinkreis", "Alte Runde", "planungskonferenz", RUNDE, *[""] * 5)
    ergebnis = fuehre_ein("gremien", datei("gremien", kreis, kopf=FORMATE["gremien"].namen[:10]))
    assert "hinge von sich selbst ab (Vorgänger)" in gruende(ergebnis)
    assert stand() == vorher


@pytest.mark.parametrize(
    ("kind", "zeile", "satz"),
    [
        ("gremien", ("x", "nachbar", "X", "workshop", RUNDE, *[""] * 5), "„runde“ gehört zu „kleinkreis“, die Datei"),
        ("gremien", (RUNDE, "nachbar", "X", "workshop", *[""] * 6), "„runde“ ist in „kleinkreis“ vergeben"),
        ("massnahmen", ("m1", "fremd", "X", "", "", "offen", ""), "„m1“ ist in „kleinkreis“ vergeben"),
        ("empfehlungen", ("e1", "dort", TAG, "1", "", "X", "offen", ""), "„e1“ ist in „kleinkreis“ vergeben"),
        ("rueckmeldungen", ("e1", "dort", TAG, "offen", "X"), "Die Empfehlung „e1“ gehört zu „kleinkreis“"),
    ],
)
def test_a_file_of_one_region_leaves_the_others_alone(klein: Path, kind: str, zeile: Sequence[str], satz: str) -> None:
    lege_gremien_an()
    (kleinkreis,) = abfragen.regionen()
    with sitzung() as s:
        s.add(Region.model_validate(kleinkreis.model_dump() | {"slug": "nachbar", "kreis_ags": "05915"}))
    ort = {"gremium": "dort", "datum": S2024}
    trage_ein(
        {
            "gremien": [{"gremium": "dort", "region": "nachbar", "name": "Dort", "typ": "workshop"}],
            "sitzungen": [ort | {"status": "stattgefunden"}],
            "tops": [ort | {"top": 1, "titel": "Wohnen"}],
            "empfehlungen": [ort | {"empfehlung": "fremd", "top": 1, "text": "Mehr", "status": "offen"}],
        }
    )
    vorher = stand()
    ergebnis = fuehre_ein(kind, datei(kind, zeile, kopf=FORMATE[kind].namen[: len(zeile)]))
    assert [satz in f.grund and f.zeile == 2 for f in ergebnis.befund.fehler] == [True], gruende(ergebnis)
    assert stand() == vorher


@pytest.mark.parametrize("tag", ["2023-09-18", TAG])
def test_a_report_belongs_to_a_later_meeting_in_files_too(klein: Path, tag: str) -> None:
    lege_gremien_an()
    vorher = stand()
    ergebnis = fuehre_ein("rueckmeldungen", datei("rueckmeldungen", ("e2", RUNDE, tag, "angenommen", "Früh.")))
    assert "Die Empfehlung „Ein Bus nach Berg“ stammt aus der Sitzung vom 23.09.2024." in gruende(ergebnis)
    assert stand() == vorher


def test_what_was_invented_does_not_become_real_by_a_file(klein: Path) -> None:
    lege_gremien_an(("vereinbarungen", "organisationen", "gremien"))
    f = FORMATE["organisationen"]
    kopf = f.namen
    eine = ("x", "kleinkreis", "Beirat X", "selbstvertretung", "nein", "", "")
    fuehre_ein("organisationen", datei("organisationen", eine, kopf=kopf), synthetisch=True)
    fuehre_ein("organisationen", datei("organisationen", (*eine[:2], "Beirat Y", *eine[3:]), kopf=kopf))
    (x,) = [o for o in lies("kleinkreis").organisationen if o.id == "x"]
    assert (x.name, x.synthetisch) == ("Beirat Y", True)


def test_retract_undoes_the_step_and_says_why_if_it_cannot(klein: Path) -> None:
    lege_gremien_an()
    vorher = repr(lies("kleinkreis"))
    erste = fuehre_ein("teilnahmen", teilnahme(("eutb", "", "1"), tag="2026-09-21"), {"anlegen": "ja"}).lieferung
    assert erste is not None
    gremienimport.ziehe_lieferung_zurueck(recht(), erste.id, JETZT)
    assert repr(lies("kleinkreis")) == vorher
    assert [x.stand for x in abfragen.lieferungen()] == [Lieferungsstand.ZURUECKGEZOGEN]
    with pytest.raises(NichtGefunden, match="keine gespeicherte Lieferung"):
        gremienimport.ziehe_lieferung_zurueck(recht(), erste.id, JETZT)

    zweite = fuehre_ein("teilnahmen", teilnahme(("eutb", "", "1"))).lieferung
    assert zweite is not None
    trage_ein({"teilnahmen": [{"gremium": RUNDE, "datum": S2024, "gruppe": "eutb", "anwesend": 2}]})
    with pytest.raises(NichtGefunden, match="danach noch einmal geändert"):
        gremienimport.ziehe_lieferung_zurueck(recht(), zweite.id, JETZT)
    assert anwesende()["eutb"] == 2


def test_undoing_in_the_book_takes_the_lieferung_with_it_and_back(klein: Path) -> None:
    lege_gremien_an()
    neu = fuehre_ein("teilnahmen", teilnahme(("eutb", "", "1"))).lieferung
    assert neu is not None
    vorgang, gesehen = neu.id, []
    for _ in range(4):
        vorgang = buch.nimm_zurueck(recht(), vorgang, JETZT).id
        gesehen.append(("eutb" in anwesende(), *(x.stand for x in abfragen.lieferungen())))
    weg, da = (False, Lieferungsstand.ZURUECKGEZOGEN), (True, Lieferungsstand.GESPEICHERT)
    assert gesehen == [weg, da, weg, da]


def test_an_import_that_breaks_leaves_nothing(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lege_gremien_an()
    vorher = stand()

    def bricht_ab(*was: Any) -> None:
        uebernimm(*was)
        if was[1] == "teilnahmen":
            raise OSError("kein Platz")

    monkeypatch.setattr("data_access.gremien.lieferung.uebernimm", bricht_ab)
    with pytest.raises(OSError, match="kein Platz"):
        fuehre_ein("teilnahmen", teilnahme(("eutb", "", "1"), tag="2026-09-21"), {"anlegen": "ja"})
    assert stand() == vorher


def test_the_worker_checks_asks_and_stores(klein: Path) -> None:
    lege_gremien_an()
    spool = auftraege.lege_in_eingang(recht(), teilnahme(("eutb", "", "1"), tag="2026-09-21"))
    optionen: dict[str, object] = {"kind": "teilnahmen", "region": "kleinkreis"}

    def arbeitet(art: Auftragsart, **mehr: object) -> Any:
        nummer = auftraege.stelle_ein(recht(), art, JETZT, datei="t.csv", spool=spool, optionen={**optionen, **mehr})
        arbeite(recht(), einmal=True)
        return abfragen.auftrag(nummer)

    assert arbeitet(Auftragsart.PRUEFEN).stand == Auftragsstand.RUECKFRAGE
    assert arbeitet(Auftragsart.PRUEFEN, antworten={"anlegen": "ja"}).stand == Auftragsstand.FERTIG
    fertig = arbeitet(Auftragsart.IMPORT, antworten={"anlegen": "ja"})
    assert fertig.stand == Auftragsstand.FERTIG
    assert (fertig.ergebnis["region"], fertig.ergebnis["gegenstaende"]) == ("kleinkreis", [RUNDE])
    assert not list((klein / "eingang").glob("*"))
    nummer = auftraege.stelle_ein(
        recht(), Auftragsart.ZURUECKZIEHEN, JETZT, optionen={"lieferung": fertig.ergebnis["lieferung"]}
    )
    arbeite(recht(), einmal=True)
    weg = abfragen.auftrag(nummer)
    assert weg is not None
    assert weg.stand == Auftragsstand.FERTIG
    assert anwesende(date(2026, 9, 21)) == {}


def _cli(*worte: str) -> tuple[int, str]:
    ergebnis = CliRunner().invoke(app, worte)
    return ergebnis.exit_code, ergebnis.stdout


def test_the_command_line(klein: Path, tmp_path: Path) -> None:
    lege_gremien_an()
    pfad = tmp_path / "t.csv"
    pfad.write_bytes(teilnahme(("eutb", "2", "1"), tag="2026-09-21"))
    assert _cli("import", "teilnahmen", str(pfad), "--dry-run", "--json")[0] == 3
    assert _cli("import", "sitzungen", str(pfad), "--dry-run")[0] == 1
    code, text = _cli("import", "teilnahmen", str(pfad), "--json", "--antwort", "anlegen=ja")
    objekt = json.loads(text)
    assert (code, objekt["stichtage"], objekt["unveraendert"]) == (0, ["2026-09-21"], False)
    assert json.loads(_cli("inspect", str(pfad), "--json")[1])["profil"] == "teilnahmen"
    assert "Runde · t.csv · 2026-09-21" in _cli("deliveries")[1]
    code, text = _cli("retract", objekt["lieferung"])
    assert (code, "stehen wieder so da wie vorher" in text) == (0, True)
    assert _cli("import", "quatsch", str(pfad))[0] == 2


def test_all_three_formats_say_the_same(klein: Path) -> None:
    trage_ein(REGISTER, SITZUNGEN, VOLL)
    bestand = lies("kleinkreis")
    for kind in FORMATE:
        gelesen = [
            lies_datei(als_datei([kind], bestand, format_, "Kleinkreis"), f"x.{format_[:4]}", KEIN_REGISTER, art=kind)
            for format_ in DATEIFORMATE
        ]
        aus_csv, *andere = [x.gremien and [p.zeile for p in x.gremien.posten] for x in gelesen]
        assert aus_csv, (kind, gelesen[0].befund)
        assert andere == [aus_csv, aus_csv], kind


def test_export_and_import_again_give_the_same_bytes(klein: Path) -> None:
    """Into the installation it comes from it changes nothing; an empty one is filled with the same."""
    trage_ein(REGISTER, SITZUNGEN, VOLL)
    vorher, bestand = stand(), lies("kleinkreis")
    dateien = {kind: als_datei([kind], bestand, "csv", "Kleinkreis") for kind in FORMATE}
    for kind, inhalt in dateien.items():
        ergebnis = fuehre_ein(kind, inhalt)
        assert ergebnis.unveraendert, (kind, ergebnis.befund)
    assert stand() == vorher
    buch.nimm_zurueck(recht(), buch.verlauf("kleinkreis")[0].id, JETZT)
    assert lies("kleinkreis").leer
    for kind, inhalt in dateien.items():
        assert fuehre_ein(kind, inhalt).lieferung is not None, kind
    danach = lies("kleinkreis")
    assert {kind: als_datei([kind], danach, "csv", "Kleinkreis") for kind in FORMATE} == dateien


def test_the_command_export_writes_what_can_be_read(klein: Path, tmp_path: Path) -> None:
    lege_gremien_an()
    alles, eine = tmp_path / "alles.xlsx", tmp_path / "tops.csv"
    assert _cli("gremien", "export", "--region", "kleinkreis", "--out", str(alles))[0] == 0
    assert _cli("gremien", "export", "tops", "--region", "kleinkreis", "--out", str(eine))[0] == 0
    assert eine.read_bytes() == als_datei(["tops"], lies("kleinkreis"), "csv", "Kleinkreis")
    code, text = _cli("import", "tops", str(alles), "--json")
    assert (code, json.loads(text)["unveraendert"]) == (0, True)
    assert _cli("gremien", "export", "--region", "kleinkreis", "--format", "csv", "--out", str(alles))[0] == 2
    assert _cli("gremien", "export", "quatsch", "--region", "kleinkreis", "--out", str(alles))[0] == 2


def test_a_region_without_gremien_has_nothing_to_export(klein: Path, tmp_path: Path) -> None:
    code, text = _cli("gremien", "export", "--region", "kleinkreis", "--out", str(tmp_path / "x.xlsx"))
    assert (code, text.strip()) == (1, "Über die Gremien von Kleinkreis ist noch nichts erfasst.")


def test_every_kind_has_a_template_and_is_a_kind_of_the_command_line() -> None:
    assert set(FORMATE) <= set(IMPORTARTEN)
    assert all(vorlage(kind, "csv") for kind in FORMATE)
