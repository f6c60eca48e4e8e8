"""An agenda and its recommendations as they are written: in order, complete or not at all, and never unheard."""

from datetime import date
from pathlib import Path

import pytest

from analysis.gremien.bestand import Gremienbestand, lade
from analysis.gremien.ruecklauf import offene, ruecklauf, werdegang
from data_access.datenbank import sitzung as datenbanksitzung
from data_access.gremien import buch, empfehlungen, tagesordnung
from data_access.gremien import offene as regel
from data_access.gremien.buch import GremienAbgelehnt
from data_access.gremien.empfehlungen import Antwort, Vorhaben
from data_access.gremien.tagesordnung import RUECKLAUF, Punkt
from models.gremienworte import Empfehlungsstatus, Massnahmenstatus, Topart
from tests.gremien import RUNDE, S2023, S2024, S2025, lege_gremien_an, trage_ein
from tests.installation import JETZT, recht

KREIS = "kleinkreis"
AM_2023, AM_2024, AM_2025 = (f"{RUNDE}-{tag}" for tag in (S2023, S2024, S2025))


def bestand() -> Gremienbestand:
    return lade(KREIS)


def agenda(sitzung: str) -> list[tuple[int, str]]:
    return [(t.nummer, t.titel) for t in bestand().tops.get(sitzung, ())]


def punkt(titel: str, sitzung: str = AM_2025, **mehr: str) -> str:
    return tagesordnung.setze_punkt(recht(), KREIS, sitzung, Punkt(titel, **mehr), JETZT)[1].id


def berichte(empfehlung: str, status: str, text: str = "", sitzung: str = AM_2025) -> None:
    empfehlungen.melde_zurueck(recht(), KREIS, empfehlung, sitzung, status, text, JETZT)


def empfehlung(id_: str) -> dict[str, object]:
    (eine,) = [e for e in bestand().e.empfehlungen if e.id == id_]
    return eine.model_dump()


def test_the_first_save_puts_the_ruecklauf_first_where_something_is_open(klein: Path) -> None:
    lege_gremien_an()
    punkt("Wohnen", AM_2023)
    assert agenda(AM_2023) == [(1, "Wohnen")]
    punkt(" Arbeit  und Werkstatt ", thema="arbeit")
    assert agenda(AM_2025) == [(1, RUECKLAUF), (2, "Arbeit und Werkstatt")]
    assert buch.verlauf(KREIS)[0].was == "Punkt „Arbeit und Werkstatt“ eingetragen"
    buch.nimm_zurueck(recht(), buch.verlauf(KREIS)[0].id, JETZT)
    assert agenda(AM_2025) == []


def test_an_agenda_that_came_without_it_gets_it_with_the_next_save(klein: Path) -> None:
    lege_gremien_an()
    trage_ein({"tops": [{"gremium": RUNDE, "datum": S2025, "top": n, "titel": t} for n, t in enumerate("AB", 1)]})
    zweiter = bestand().tops[AM_2025][1].id
    tagesordnung.setze_punkt(recht(), KREIS, AM_2025, Punkt("B neu", ergebnis="Vertagt"), JETZT, zweiter)
    assert agenda(AM_2025) == [(1, RUECKLAUF), (2, "A"), (3, "B neu")]
    assert bestand().top[zweiter].ergebnis == "Vertagt"


def test_items_move_and_leave_no_gap_and_every_step_can_be_undone(klein: Path) -> None:
    lege_gremien_an()
    a, b, c = (punkt(titel) for titel in "ABC")
    tagesordnung.verschiebe(recht(), KREIS, c, -1, JETZT)
    assert [t for _, t in agenda(AM_2025)] == [RUECKLAUF, "A", "C", "B"]
    buch.nimm_zurueck(recht(), buch.verlauf(KREIS)[0].id, JETZT)
    assert [t for _, t in agenda(AM_2025)] == [RUECKLAUF, "A", "B", "C"]
    assert tagesordnung.loesche_punkt(recht(), KREIS, a, JETZT).was == "Punkt „A“ gelöscht"
    assert agenda(AM_2025) == [(1, RUECKLAUF), (2, "B"), (3, "C")]
    # The id of the deleted one is kept for it.
    assert punkt("D") not in (a, b, c)
    with pytest.raises(GremienAbgelehnt, match="wurde danach|danach"):
        buch.nimm_zurueck(recht(), buch.verlauf(KREIS)[-1].id, JETZT)


def test_the_ruecklauf_stays_first_until_nothing_is_open(klein: Path) -> None:
    lege_gremien_an()
    a = punkt("A")
    erster = bestand().tops[AM_2025][0].id
    for versuch in (
        lambda: tagesordnung.verschiebe(recht(), KREIS, a, -1, JETZT),
        lambda: tagesordnung.verschiebe(recht(), KREIS, erster, 1, JETZT),
    ):
        with pytest.raises(GremienAbgelehnt, match="bleibt der erste Punkt"):
            versuch()
    with pytest.raises(GremienAbgelehnt, match=r"solange Empfehlungen offen sind \(2\)"):
        tagesordnung.loesche_punkt(recht(), KREIS, erster, JETZT)
    with pytest.raises(GremienAbgelehnt, match="andere Art"):
        punkt("Noch einer", art=Topart.RUECKLAUF)
    # The agenda of 2024 begins with one too, and nothing was open then.
    tagesordnung.loesche_punkt(recht(), KREIS, bestand().tops[AM_2024][0].id, JETZT)
    assert agenda(AM_2024) == [(1, "Wohnen in Nord")]


def test_an_item_comes_again_without_its_result(klein: Path) -> None:
    lege_gremien_an()
    wohnen = bestand().tops[AM_2024][1].id
    vorgang = tagesordnung.nimm_wieder_auf(recht(), KREIS, wohnen, JETZT)
    assert vorgang.was == "Punkt „Wohnen in Nord“ auf die Tagesordnung vom 22.09.2025 gesetzt"
    neu = bestand().tops[AM_2025][1]
    assert (neu.titel, neu.thema, neu.planungsraum, neu.ergebnis) == ("Wohnen in Nord", "wohnen", "nord", "")
    ruecklauf = bestand().tops[AM_2025][0].id
    for top, satz in ((wohnen, "steht schon"), (neu.id, "keine spätere Sitzung"), (ruecklauf, "von selbst")):
        with pytest.raises(GremienAbgelehnt, match=satz):
            tagesordnung.nimm_wieder_auf(recht(), KREIS, top, JETZT)


@pytest.mark.parametrize("titel", ["", "  ", "x" * 201])
def test_a_title_has_words_and_an_end(klein: Path, titel: str) -> None:
    lege_gremien_an()
    with pytest.raises(GremienAbgelehnt, match="Erlaubt sind 1 bis 200"):
        punkt(titel)
    assert agenda(AM_2025) == []


def test_what_belongs_to_another_region_is_not_touched(klein: Path) -> None:
    lege_gremien_an()
    with pytest.raises(GremienAbgelehnt, match="gibt es nicht mehr"):
        tagesordnung.setze_punkt(recht(), "andere", AM_2025, Punkt("A"), JETZT)
    with pytest.raises(GremienAbgelehnt, match="gibt es nicht mehr"):
        empfehlungen.beantworte(recht(), "andere", "e1", Antwort("offen"), JETZT)


def test_a_recommendation_from_its_words_to_its_measure(klein: Path) -> None:
    lege_gremien_an()
    wohnen = bestand().tops[AM_2024][1].id
    _, neu = empfehlungen.empfehle(recht(), KREIS, wohnen, " Rampen\nim Rathaus ", "eutb", "Stadt Altdorf", JETZT)
    assert (neu.id, neu.text) == (f"e-{RUNDE}-2024-1", "Rampen im Rathaus")
    am = date(2024, 11, 25)
    empfehlungen.beantworte(recht(), KREIS, neu.id, Antwort("angenommen", "Ja.", am), JETZT)
    vorhaben = Vorhaben("Rampe bauen", "Bauamt", date(2025, 5, 1))
    _, erste = empfehlungen.setze_massnahme(recht(), KREIS, neu.id, vorhaben, JETZT)
    assert erste.id == f"m-{RUNDE}-2024-1-1"
    laeuft = Vorhaben("Rampe bauen", "Bauamt", date(2025, 5, 1), Massnahmenstatus.LAEUFT)
    empfehlungen.setze_massnahme(recht(), KREIS, neu.id, laeuft, JETZT, erste.id)
    empfehlungen.empfehle(recht(), KREIS, wohnen, "Rampen in Rathäusern", "eutb", "Stadt Altdorf", JETZT, neu.id)
    stand = empfehlung(neu.id)
    assert (stand["text"], stand["status"], stand["antwort_am"]) == ("Rampen in Rathäusern", "angenommen", am)
    (massnahme,) = bestand().massnahmen[neu.id]
    assert (massnahme.status, massnahme.verantwortlich) == ("laeuft", "Bauamt")
    empfehlungen.loesche(recht(), KREIS, massnahme, JETZT)
    with pytest.raises(GremienAbgelehnt, match="Diese Maßnahme gibt es nicht mehr"):
        empfehlungen.setze_massnahme(recht(), KREIS, neu.id, laeuft, JETZT, massnahme.id)
    empfehlungen.loesche(recht(), KREIS, neu, JETZT)
    assert [v.was for v in buch.verlauf(KREIS)[:2]] == [
        "Empfehlung „Rampen im Rathaus“ gelöscht",
        "Maßnahme „Rampe bauen“ gelöscht",
    ]


@pytest.mark.parametrize(
    ("antwort", "satz"),
    [
        (Antwort("abgelehnt", "Nein.", date(2024, 12, 1)), "nennt den Grund"),
        (Antwort("teilweise", grund="  "), "nennt den Grund"),
        (Antwort("angenommen", am=date(2024, 9, 22)), "nicht vor der Sitzung"),
        (Antwort("angenommen", "x" * 2001), "2001 Zeichen"),
    ],
)
def test_an_answer_that_owes_something_changes_nothing(klein: Path, antwort: Antwort, satz: str) -> None:
    lege_gremien_an()
    vorher, zahl = empfehlung("e2"), len(buch.verlauf(KREIS))
    with pytest.raises(GremienAbgelehnt, match=satz):
        empfehlungen.beantworte(recht(), KREIS, "e2", antwort, JETZT)
    assert (empfehlung("e2"), len(buch.verlauf(KREIS))) == (vorher, zahl)


def test_a_measure_that_is_dropped_owes_a_reason(klein: Path) -> None:
    lege_gremien_an()
    with pytest.raises(GremienAbgelehnt, match="braucht einen Grund"):
        empfehlungen.setze_massnahme(recht(), KREIS, "e1", Vorhaben("Bus", status="verworfen"), JETZT)
    with pytest.raises(GremienAbgelehnt, match="Die Maßnahme ist noch leer"):
        empfehlungen.setze_massnahme(recht(), KREIS, "e1", Vorhaben(" "), JETZT)


def test_the_latest_report_is_where_it_stands_and_the_first_word_is_the_answer(klein: Path) -> None:
    lege_gremien_an()
    trage_ein({"sitzungen": [{"gremium": RUNDE, "datum": date(2026, 9, 21), "status": "geplant"}]})
    in_2026 = f"{RUNDE}-2026-09-21"
    berichte("e2", "abgelehnt", "Dafür ist das Land zuständig.", in_2026)
    stand = empfehlung("e2")
    assert [stand[f] for f in ("status", "antwort_am", "antwort", "grund")] == [
        "abgelehnt",
        date(2026, 9, 21),
        "Dafür ist das Land zuständig.",
        "Dafür ist das Land zuständig.",
    ]
    assert agenda(in_2026) == [(1, RUECKLAUF)]
    # Entered late, a report about an earlier meeting does not change where it stands now.
    berichte("e2", "offen", "Wird geprüft.")
    assert empfehlung("e2") == stand
    berichte("e1", "erledigt")
    assert empfehlung("e1")["antwort"] == "Der Kreis spricht mit der Wohnungswirtschaft."
    with pytest.raises(GremienAbgelehnt, match="Bitte im Bericht eintragen"):
        berichte("e1", "abgelehnt")
    for frueher in (AM_2023, AM_2024):
        with pytest.raises(GremienAbgelehnt, match="späteren Sitzung desselben Gremiums"):
            berichte("e1", "erledigt", sitzung=frueher)


def test_the_rule_of_the_page_and_of_the_agenda_is_one(klein: Path) -> None:
    lege_gremien_an()
    trage_ein({"sitzungen": [{"gremium": RUNDE, "datum": date(2026, 9, 21), "status": "geplant"}]})
    berichte("e1", Empfehlungsstatus.ERLEDIGT)
    b = bestand()
    erwartet = {AM_2023: [], AM_2024: [], AM_2025: ["e1", "e2"], f"{RUNDE}-2026-09-21": ["e2"]}
    with datenbanksitzung() as s:
        geschrieben = {x.id: sorted(e.id for e in regel.offene(s, x)) for x in b.e.sitzungen}
    assert geschrieben == {x.id: [e.id for e in offene(b, x)] for x in b.e.sitzungen} == erwartet


def test_what_a_workshop_recommends_is_heard_by_its_gremium_too(klein: Path) -> None:
    lege_gremien_an()
    teil = {"gremium": "teil", "region": KREIS, "name": "Workshop", "typ": "workshop", "uebergeordnet": RUNDE}
    ort = {"gremium": "teil", "datum": date(2024, 9, 23)}
    sitzung = ort | {"status": "stattgefunden"}
    trage_ein({"gremien": [teil], "sitzungen": [sitzung, sitzung | {"datum": date(2025, 9, 1)}]})
    trage_ein({"tops": [ort | {"top": 1, "titel": "Wohnen"}]})
    trage_ein({"empfehlungen": [ort | {"empfehlung": "w1", "top": 1, "text": "Aufzüge", "status": "offen"}]})
    b = bestand()
    lsp, workshop = b.sitzung[AM_2025], b.sitzungen["teil"][1]
    assert [e.id for e in offene(b, lsp)] == ["e1", "e2", "w1"]
    assert [e.id for e in offene(b, workshop)] == ["w1"]
    with datenbanksitzung() as s:
        assert [sorted(e.id for e in regel.offene(s, x)) for x in (lsp, workshop)] == [["e1", "e2", "w1"], ["w1"]]
    assert [w.empfehlung.id for w in ruecklauf(b, RUNDE, 2024, date(2026, 1, 1))] == ["e1", "e2", "w1"]
    berichte("w1", "offen", "Der Aufzug wird bestellt.")
    assert [e.id for e in offene(bestand(), workshop)] == ["w1"]
    weg = werdegang(bestand(), bestand().e.empfehlungen[-1], date(2026, 1, 1))
    assert [(s.sitzung.gremium_id, s.rueckmeldung is not None) for s in weg.stationen] == [
        ("teil", False),
        (RUNDE, True),
    ]
    with pytest.raises(GremienAbgelehnt, match="desselben Gremiums oder des übergeordneten"):
        berichte("e1", "offen", sitzung=workshop.id)
