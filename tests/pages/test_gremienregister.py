"""The view "Register": what it shows to everybody, and changing it with the key."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox, TextInput

from data_access.gremien.buch import verlauf
from data_access.gremien.lesen import lies
from data_access.gremien.registerpflege import sichere
from data_access.schreibrecht import zugangsschluessel
from models.gremientabellen import Gremium
from tests.gremien import RUNDE, lege_gremien_an, trage_ein
from tests.installation import JETZT, recht
from tests.pages.seiten import knopf, oeffne, texte, titel, ueberschriften

WMK = "werra-meissner-kreis"


@pytest.fixture
def register(klein: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The register of the small Kreis, opened with the key."""
    lege_gremien_an()
    monkeypatch.setattr("presentation.ui.daten.zugang.nachweis", lambda _: True)
    return oeffne("gremien", ansicht="register", gremium=RUNDE, zugang=zugangsschluessel())


def _feld(at: AppTest, beschriftung: str) -> TextInput:
    return next(t for t in at.text_input if t.label.startswith(beschriftung))


def _was(at: AppTest, art: str) -> AppTest:
    return at.radio(key="register_art").set_value(art).run()


def test_everybody_reads_it_and_nobody_without_key_changes_it(demo_lesend: Path) -> None:
    at = oeffne("gremien", region=WMK, gremium="kok-wmk", ansicht="register")
    assert not at.exception
    assert titel(at) == "KoK: 7 Stellen genannt, keine für Selbstvertretung"
    assert "In Anlage 1 und 2 ist kein Platz für Selbstvertretung genannt." in texte(at)
    assert ueberschriften(at) == [
        "Wer genannt ist",
        "Wie oft es tagt",
        "Rollen",
        "Alle Gremien und Stellen der Region: Werra-Meißner-Kreis",
        "Register ändern",
    ]
    assert [b.label for b in at.button] == []
    assert [t.label for t in at.text_input] == []


def test_a_seat_is_entered_changed_deleted_and_brought_back(register: AppTest) -> None:
    at = _was(register, "Eintrag oder Platz")
    _feld(at, "Stelle oder Gruppe").set_value("EUTB *Mitte*")
    _feld(at, "Steht in").set_value("§ 5")
    at = knopf(at, "Speichern")
    assert [s.value for s in at.success] == ["gesichert: Eintrag in Runde „EUTB Mitte“ angelegt."]
    neu = next(s for s in lies("kleinkreis").sitze if s.wortlaut == "EUTB *Mitte*")
    assert (neu.gremium_id, neu.anzahl, neu.stimmrecht, neu.reihenfolge) == (RUNDE, None, None, 4)
    assert titel(at) == "Runde: 3 Plätze für Selbstvertretung, nicht für alle ist eine Zahl genannt"
    at = at.selectbox(key=f"register_welche_sitz_{RUNDE}").set_value(neu.id).run()
    at.number_input[0].set_value(2)
    at = knopf(at, "Speichern")
    assert titel(at) == "Runde: 5 Plätze für Selbstvertretung, nicht für alle ist eine Zahl genannt"
    at = knopf(at, "Löschen")
    assert len(lies("kleinkreis").sitze) == 3
    at = knopf(at, "Zurücknehmen")
    assert [s.anzahl for s in lies("kleinkreis").sitze] == [3, 4, None, 2]
    assert [s.value for s in at.success] == ["Zurückgenommen: Eintrag in Runde „EUTB Mitte“ gelöscht."]


def test_a_person_is_refused_and_nothing_is_written(register: AppTest) -> None:
    schritte = len(verlauf("kleinkreis"))
    at = _was(register, "Organisation")
    _feld(at, "Name der Stelle").set_value("Erika Muster")
    at = knopf(at, "Speichern")
    assert [e.value.split(".")[0] for e in at.error] == ["„Erika Muster“ sieht nach dem Namen einer Person aus"]
    assert _feld(at, "Name der Stelle").value == "Erika Muster"
    assert len(verlauf("kleinkreis")) == schritte


def test_each_form_writes_its_row(register: AppTest) -> None:
    at = _was(register, "Gremium")
    _feld(at, "Anmerkung").set_value("Neue Anmerkung")
    at = knopf(at, "Speichern")
    at = at.selectbox(key=f"register_welche_gremium_{RUNDE}").set_value("").run()
    _feld(at, "Kurzname").set_value("Workshop")
    _feld(at, "Name").set_value("Workshop Wohnen")
    at = knopf(at, "Speichern")
    at = _was(at, "Takt")
    at = at.selectbox(key=f"register_welche_takt_{RUNDE}").set_value("").run()
    _feld(at, "Quelle").set_value("Anlage 2")
    _feld(at, "Wortlaut").set_value("zweimal")
    at.number_input[0].set_value(2)
    at = knopf(at, "Speichern")
    at = _was(at, "Rolle")
    next(s for s in at.selectbox if s.label == "Rolle").set_value("")
    _feld(at, "Name der neuen Rolle").set_value("Vorsitz")
    _feld(at, "Stelle oder Amt").set_value("Sozialdezernat")
    at = knopf(at, "Speichern")
    at = _was(at, "Organisation")
    _feld(at, "Name der Stelle").set_value("EUTB Altdorf")
    at.text_area[0].set_value("Beratung Altdorf\n\nBeratung Altdorf")
    at = knopf(at, "Speichern")
    assert not at.error
    e = lies("kleinkreis")
    assert {g.id: (g.kurz, g.notiz) for g in e.gremien} == {
        "alte-runde": ("Alte Runde", ""),
        "runde": ("Runde", "Neue Anmerkung"),
        "workshop-kleinkreis": ("Workshop", ""),
    }
    assert [(t.quelle, t.minimum, t.rang) for t in e.takte] == [("§ 5", 1, 1), ("Anlage 2", 2, 2)]
    assert [(r.name, r.gremium_id) for r in e.rollen] == [("Geschäftsführung", RUNDE), ("Vorsitz", RUNDE)]
    assert [o.aliase for o in e.organisationen if o.name == "EUTB Altdorf"] == [["Beratung Altdorf"]]


def test_the_first_gremium_of_a_region(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = oeffne("gremien", ansicht="register")
    assert titel(at) == "Kleinkreis: noch kein Gremium eingetragen"
    monkeypatch.setattr("presentation.ui.daten.zugang.nachweis", lambda _: True)
    at = oeffne("gremien", ansicht="register", zugang=zugangsschluessel())
    assert at.radio(key="register_art").options == ["Gremium", "Organisation"]
    _feld(at, "Kurzname").set_value("Runde")
    _feld(at, "Name").set_value("Runde Teilhabe")
    at = knopf(at, "Speichern")
    assert titel(at) == "Runde: Wer dazugehört, nennt das Register nicht"


def test_who_saves_an_entry_second_is_told_and_keeps_what_was_typed(register: AppTest) -> None:
    at = _was(register, "Gremium")
    (runde,) = [g for g in lies("kleinkreis").gremien if g.id == RUNDE]
    anders = Gremium(**{**runde.model_dump(), "notiz": "Von nebenan"})
    sichere(recht(), "kleinkreis", "Gremium geändert", [anders], JETZT)
    _feld(at, "Anmerkung").set_value("Von hier")
    at = knopf(at, "Speichern")
    assert [e.value.split(". Nichts")[0] for e in at.error] == [
        "Das wurde geändert, während Ihr Formular offen war (Gremium „Runde“: Notiz: Von nebenan statt k. A.)"
    ]
    assert _feld(at, "Anmerkung").value == "Von hier"
    at = knopf(at, "Speichern")
    assert [g.notiz for g in lies("kleinkreis").gremien if g.id == RUNDE] == ["Von hier"]


def test_a_day_that_is_none_is_refused_with_its_words(register: AppTest) -> None:
    at = _was(register, "Gremium")
    _feld(at, "Gilt bis").set_value("*bald*")
    assert [e.value for e in knopf(at, "Speichern").error] == ["„bald“ ist kein Tag. Bitte so schreiben: 29.09.2025."]


def test_an_institution_is_at_home_in_a_planungsraum_also_in_one_that_is_no_more(register: AppTest) -> None:
    def orte(at: AppTest) -> dict[str, str]:
        (tafel,) = [t.value for t in at.table if "Planungsraum" in t.value.columns]
        return {str(z["Name"]): str(z["Planungsraum"]) for z in tafel.to_dict("records")}

    def raum(at: AppTest) -> Selectbox[str]:
        (feld,) = [s for s in at.selectbox if s.label.startswith("Planungsraum, in dem sie ist")]
        return feld

    at = _was(register, "Organisation")
    assert orte(at) == {"Werkstattrat Altdorf": "k. A."}
    at = at.selectbox(key="register_welche_organisation").set_value("werkstattrat").run()
    assert raum(at).options == ["nicht eingetragen", "Nord", "Sued"]
    raum(at).set_value("nord")
    at = knopf(at, "Speichern")
    assert orte(at) == {"Werkstattrat Altdorf": "Nord"}
    trage_ein({"organisationen": [{"organisation": "werkstattrat", "region": "kleinkreis", "planungsraum": "weg"}]})
    at = at.selectbox(key="register_welche_organisation").set_value("").run()
    at = at.selectbox(key="register_welche_organisation").set_value("werkstattrat").run()
    ersatz = "weg (diesen Planungsraum gibt es in der Haupteinteilung nicht)"
    assert (orte(at), raum(at).options[-1], raum(at).value) == ({"Werkstattrat Altdorf": ersatz}, ersatz, "weg")
    raum(at).set_value("")
    assert orte(knopf(at, "Speichern")) == {"Werkstattrat Altdorf": "k. A."}
