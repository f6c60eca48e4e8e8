"""Meetings on the page Gremien: read by everybody, entered, changed, undone and deleted by the holder of the key."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from analysis.gremien.bestand import lade
from data_access.gremien import buch
from data_access.schreibrecht import zugangsschluessel
from tests.gremien import RUNDE, S2024, lege_gremien_an, trage_ein
from tests.pages.seiten import alles, hinweise, knopf, oeffne, parameter, texte, titel, ueberschriften, zeilen

LINK = {"region": "kleinkreis", "ansicht": "sitzungen", "gremium": RUNDE}
ALLE = "Verlauf aller Gremien: Kleinkreis"
Oeffne = Callable[..., AppTest]


@pytest.fixture
def schreibend(klein: Path, monkeypatch: pytest.MonkeyPatch) -> Oeffne:
    """Open the view as the link with the key does on the machine itself."""
    lege_gremien_an()
    monkeypatch.setattr("presentation.ui.daten.zugang.nachweis", lambda _: True)
    return lambda **mehr: oeffne("gremien", **LINK, **mehr, zugang=zugangsschluessel())


def feld(at: AppTest, beschriftung: str) -> object:
    (gesucht,) = [
        w
        for art in (at.text_input, at.number_input, at.radio, at.selectbox, at.checkbox)
        for w in art
        if w.label == beschriftung
    ]
    return gesucht


def fuelle(at: AppTest, **werte: object) -> None:
    """Type into fields by the beginning of their label in the form."""
    for name, wert in werte.items():
        feld(at, BESCHRIFTUNG[name]).set_value(wert)  # type: ignore[attr-defined]


BESCHRIFTUNG = {
    "tag": "Tag der Sitzung (TT.MM.JJJJ)",
    "status": "Fand die Sitzung statt?",
    "gesamt": "insgesamt: anwesend",
    "selbst": "Selbstvertretung: anwesend",
    "gesprochen": "Selbstvertretung: davon gesprochen",
    "kreis": "Kreis (örtlicher Träger): anwesend",
    "einladung": "Einladung verschickt am",
    "dgs": "Deutsche Gebärdensprache",
    "name": "Institution 1",
    "zahl": "Institution 1: anwesend",
    "stimmt": "Der Tag stimmt so",
}


def wert(at: AppTest, name: str) -> object:
    return feld(at, BESCHRIFTUNG[name]).value  # type: ignore[attr-defined]


def abschnitt(at: AppTest, name: str) -> Block:
    """A part of the page behind its name."""
    (gesucht,) = [e for e in at.expander if e.label == name]
    return gesucht


def anwesende(tag: str = "24.11.2025") -> dict[str, int | None]:
    bestand = lade("kleinkreis")
    (sitzung,) = [s for s in bestand.sitzungen[RUNDE] if f"{s.datum:%d.%m.%Y}" == tag]
    return {t.organisation or t.gruppe: t.anwesend for t in bestand.teilnahmen.get(sitzung.id, ())}


def test_a_reader_sees_everything_and_no_form(klein: Path) -> None:
    lege_gremien_an()
    trage_ein({"teilnahmen": [{"gremium": RUNDE, "datum": S2024, "gruppe": "eutb", "organisation": "Stelle *A*"}]})
    at = oeffne("gremien", **LINK)
    assert titel(at) == "Runde: zuletzt am 23.09.2024, mindestens 12 Anwesende gezählt"
    liste, versand, teilnahme, barrieren, sitzung = (zeilen(at, n) for n in range(5))
    assert [(z["Tag"], z["Stand"], z["Anwesend"], z["Eingeladen"]) for z in liste] == [
        ("22.09.2025", "war geplant, noch nicht nachgetragen", "–", "k. A."),
        ("23.09.2024", "hat stattgefunden", "mindestens 12", "mindestens 15"),
        ("18.09.2023", "hat stattgefunden", "20", "k. A."),
    ]
    assert [z["Protokoll"] for z in versand] == ["–", "k. A.", "k. A."]
    assert [tuple(z.values()) for z in teilnahme] == [
        ("Selbstvertretung", "2", "3", "1"),
        ("Teilhabeberatung (EUTB)", "k. A.", "k. A.", "k. A."),
        ("davon Stelle A", "k. A.", "k. A.", "k. A."),
        ("Leistungserbringer", "6", "8", "k. A."),
        ("Kreis (örtlicher Träger)", "4", "4", "k. A."),
        ("gezählt zusammen", "mindestens 12", "mindestens 15", "mindestens 1"),
    ]
    assert barrieren == [{"Was": "Deutsche Gebärdensprache", "Was daraus wurde": "bereitgestellt"}]
    assert ("Form", "vor Ort und online") in [tuple(z.values()) for z in sitzung]
    assert any(": kein Eintrag. Das heißt nicht, dass es da war, und nicht, dass niemand" in t for t in texte(at))
    assert not [b.label for b in at.button if not b.label.startswith("Was wurde aus")]
    assert not at.number_input
    assert "Verlauf" in ueberschriften(at)


def test_only_the_total_is_known(klein: Path) -> None:
    lege_gremien_an()
    at = oeffne("gremien", **LINK, sitzung="2023-09-18")
    assert [tuple(z.values()) for z in zeilen(at, 2)] == [("insgesamt", "20", "k. A.", "k. A.")]
    assert any(t.startswith("Wie viele aus welcher Gruppe kamen, ist nicht bekannt: k. A.") for t in texte(at))


def test_a_gremium_without_meetings(klein: Path) -> None:
    lege_gremien_an()
    at = oeffne("gremien", **{**LINK, "gremium": "alte-runde"})
    assert titel(at) == "Alte Runde: noch keine Sitzung eingetragen"
    assert not at.exception


def test_a_meeting_is_entered_with_zero_and_unknown_then_undone(schreibend: Oeffne) -> None:
    at = knopf(schreibend(), "Neue Sitzung eintragen")
    assert wert(at, "kreis") is None
    fuelle(at, tag="24.11.2025", selbst=4, kreis=0, gesprochen=2, einladung="1.10.2025", dgs="fehlte")
    fuelle(at, name="Werkstattrat Altdorf", zahl=3)
    knopf(at, "Sitzung speichern")
    assert [s.value for s in at.success] == ["gesichert: Runde, Sitzung am 24.11.2025."]
    assert parameter(at)["sitzung"] == "2025-11-24"
    assert anwesende() == {"selbstvertretung": 4, "oertl_traeger": 0, "Werkstattrat Altdorf": 3}
    assert ("Kreis (örtlicher Träger)", "0", "k. A.", "k. A.") in [tuple(z.values()) for z in zeilen(at, 2)]
    assert ("davon Werkstattrat Altdorf", "3", "k. A.", "k. A.") in [tuple(z.values()) for z in zeilen(at, 2)]
    at.button(key=next(b.key for b in at.button if b.key.startswith("zuruecknehmen_zuletzt"))).click().run()
    assert [s.value for s in at.success] == ["Zurückgenommen: Sitzung Runde am 24.11.2025 eingetragen."]
    assert lade("kleinkreis").am(RUNDE, S2024.replace(year=2025, month=11, day=24)) is None


def test_all_reasons_stand_together_and_nothing_typed_is_lost(schreibend: Oeffne) -> None:
    vorher = buch.verlauf("kleinkreis")
    at = knopf(schreibend(), "Neue Sitzung eintragen")
    fuelle(at, tag="24.13.2025", selbst=4, einladung="gestern", zahl=2)
    knopf(at, "Sitzung speichern")
    (fehler,) = at.error
    assert fehler.value.split("\n")[2:] == [
        "* Tag der Sitzung: „24.13.2025“ ist kein Tag. Bitte so schreiben: 29.09.2025.",
        "* Einladung verschickt am: „gestern“ ist kein Tag. Bitte so schreiben: 29.09.2025.",
        "* Institution 1, Institution: Der Name fehlt. Bitte die Institution wählen oder eintippen, oder die Zahlen "
        "leeren.",
    ]
    fuelle(at, tag="24.11.2025", einladung="", name="Werkstattrat Altdorf", gesprochen=5, gesamt=3)
    knopf(at, "Sitzung speichern")
    assert "Selbstvertretung, davon gesprochen: Gesprochen haben 5, anwesend waren 4." in at.error[0].value
    assert "Die Gruppen haben zusammen 4 Anwesende, insgesamt stehen 3 da." in at.error[0].value
    assert (wert(at, "selbst"), wert(at, "zahl"), wert(at, "name")) == (4, 2, "Werkstattrat Altdorf")
    assert [v.id for v in buch.verlauf("kleinkreis")] == [v.id for v in vorher]
    fuelle(at, gesprochen=None, gesamt=None)
    knopf(at, "Sitzung speichern")
    assert anwesende() == {"selbstvertretung": 4, "Werkstattrat Altdorf": 2}


def test_a_day_after_the_end_is_asked_about(schreibend: Oeffne) -> None:
    at = schreibend()
    at.selectbox(key="gremien_gremium").set_value("alte-runde").run()
    at = knopf(at, "Neue Sitzung eintragen")
    fuelle(at, tag="01.02.2023")
    knopf(at, "Sitzung speichern")
    assert "gibt es laut Register am 01.02.2023 nicht mehr" in at.error[0].value
    fuelle(at, stimmt=True)
    knopf(at, "Sitzung speichern")
    assert at.success[0].value == "gesichert: Alte Runde, Sitzung am 01.02.2023."


def test_changing_shows_what_is_stored_and_the_history_says_it_in_words(schreibend: Oeffne) -> None:
    vorher = [v.id for v in buch.verlauf("kleinkreis")]
    at = knopf(schreibend(), "Sitzung am 23.09.2024 ändern")
    assert (wert(at, "tag"), wert(at, "selbst"), wert(at, "dgs")) == ("23.09.2024", 2, "bereitgestellt")
    knopf(at, "Sitzung speichern")
    assert at.info[0].value == "Es hat sich nichts geändert. Gespeichert ist, was hier steht."
    assert "Zurücknehmen" not in [b.label for b in at.button if b.key and b.key.startswith("zuruecknehmen_zuletzt")]
    assert [v.id for v in buch.verlauf("kleinkreis")] == vorher
    at = knopf(at, "Sitzung am 23.09.2024 ändern")
    fuelle(at, tag="24.09.2024", selbst=None, gesprochen=None, kreis=5, dgs="")
    knopf(at, "Sitzung speichern")
    assert anwesende("24.09.2024") == {"oertl_traeger": 5, "leistungserbringer": 6, "selbstvertretung": None}
    erster = abschnitt(at, "Verlauf dieser Sitzung").markdown[0].value
    assert erster.endswith("auf der Seite: Sitzung Runde am 24.09.2024 geändert**")
    assert abschnitt(at, "Verlauf dieser Sitzung").markdown[1].value.split("\n") == [
        "* Tag der Sitzung: 24.09.2024 statt 23.09.2024",
        "* Anwesende Selbstvertretung: k. A. statt 2",
        "* Gesprochen haben, Selbstvertretung: k. A. statt 1",
        "* Anwesende Kreis (örtlicher Träger): 5 statt 4",
        "* Deutsche Gebärdensprache: kein Eintrag statt bereitgestellt",
    ]


def test_deleting_asks_once_and_is_undone_under_its_sentence(schreibend: Oeffne) -> None:
    at = knopf(schreibend(), "Sitzung am 23.09.2024 löschen")
    assert at.warning[0].value == (
        "Runde am 23.09.2024 mit 3 Angaben zur Teilnahme, 1 Angabe zur Barrierefreiheit, 2 Tagesordnungspunkten, "
        "2 Empfehlungen und 1 Maßnahme löschen? Das lässt sich danach zurücknehmen."
    )
    at = knopf(at, "Nein, behalten")
    assert not [w for w in at.warning if "löschen?" in w.value]
    at = knopf(knopf(at, "Sitzung am 23.09.2024 löschen"), "Ja, löschen")
    assert at.success[0].value == "gelöscht: Runde, Sitzung am 23.09.2024."
    assert [s.datum.year for s in lade("kleinkreis").sitzungen[RUNDE]] == [2023, 2025]
    at.button(key=next(b.key for b in at.button if b.key.startswith("zuruecknehmen_zuletzt"))).click().run()
    assert titel(at) == "Runde: zuletzt am 23.09.2024, 12 Anwesende gezählt"


def test_the_history_names_the_reason_where_a_step_stays(schreibend: Oeffne) -> None:
    trage_ein({"teilnahmen": [{"gremium": RUNDE, "datum": S2024, "gruppe": "eutb", "anwesend": 1}]})
    at = schreibend()
    inhalt = [m.value for m in abschnitt(at, ALLE).markdown]
    assert any("mit einem Befehl: Gremien eingetragen" in t for t in inhalt)
    assert "* Anwesende Teilhabeberatung (EUTB): 1 statt k. A." in inhalt
    assert any("3 Einträge angelegt" in t for t in inhalt)
    dieser = [m.value for m in abschnitt(at, "Verlauf dieser Sitzung").markdown]
    assert any("* 1 Sitzung angelegt" in t and "* dazu 13 Änderungen im selben Schritt" in t for t in dieser)
    assert (
        ":small[:gray[Lässt sich nicht zurücknehmen: danach wurde daran weiter eingetragen oder geändert.]]" in inhalt
    )
    abschnitt(at, ALLE).button[0].click().run()
    assert at.success[0].value == "Zurückgenommen: Gremien eingetragen."


def test_the_key_never_stays_on_the_page(schreibend: Oeffne) -> None:
    at = knopf(schreibend(), "Neue Sitzung eintragen")
    assert zugangsschluessel() not in alles(at)
    assert "zugang" not in parameter(at)


def test_older_meetings_stand_behind_their_number(klein: Path) -> None:
    lege_gremien_an()
    trage_ein({"sitzungen": [{"gremium": RUNDE, "datum": S2024.replace(year=j)} for j in (2019, 2020, 2021)]})
    at = oeffne("gremien", **LINK)
    assert len(zeilen(at, 0)) == 4
    assert "Frühere Sitzungen (2)" in [e.label for e in at.expander]
    assert [z["Tag"] for z in zeilen(at, 1)] == ["23.09.2020", "23.09.2019"]


def test_a_link_to_a_gremium_of_another_region_is_followed(demo_lesend: Path) -> None:
    at = oeffne("gremien", region="werra-meissner-kreis", gremium="kok-wmk")
    at.query_params.update({"region": "kreis-unna", "gremium": "lsp-ws-wohnen-unna"})
    assert at.run().selectbox(key="gremien_gremium").value == "lsp-ws-wohnen-unna"
    # Whoever only changes the region has not asked for a Gremium there.
    at.query_params["region"] = "werra-meissner-kreis"
    assert at.run().selectbox(key="gremien_gremium").value == "kok-wmk"
    assert not hinweise(at)
