"""Agenda and Rücklauf: what everybody reads, and what the holder of the key enters."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analysis.gremien.bestand import lade
from data_access.gremien.tagesordnung import Punkt, setze_punkt
from data_access.schreibrecht import zugangsschluessel
from tests.gremien import RUNDE, S2024, S2025, lege_gremien_an, trage_ein
from tests.installation import JETZT, recht
from tests.pages.seiten import hinweise, knopf, oeffne, parameter, texte, titel, ueberschriften, zeilen

BERICHT = f"bericht_e2_{RUNDE}-{S2025}"


def seite(ansicht: str, sitzung: date = S2024, **mehr: str) -> AppTest:
    at = oeffne("gremien", gremium=RUNDE, ansicht=ansicht, sitzung=sitzung.isoformat(), **mehr)
    assert not at.exception
    return at


def schreiber(monkeypatch: pytest.MonkeyPatch, sitzung: date) -> AppTest:
    monkeypatch.setattr("presentation.ui.daten.zugang.nachweis", lambda _: True)
    return seite("sitzungen", sitzung, zugang=zugangsschluessel())


def fuelle(at: AppTest, **felder: Any) -> AppTest:
    """Fill the fields of the open form by key."""
    for schluessel, wert in felder.items():
        (feld,) = [
            f for art in (at.text_input, at.text_area, at.radio, at.selectbox) for f in art if f.key == schluessel
        ]
        feld.set_value(wert)
    return at


def knoepfe(at: AppTest) -> list[str]:
    return [b.label for b in at.button]


def test_the_question_is_answered_in_one_sentence_and_each_way_is_told(klein: Path) -> None:
    lege_gremien_an()
    at = seite("ruecklauf")
    assert titel(at) == "Was wurde aus den Empfehlungen von 2024?"
    assert "Von 2 Empfehlungen aus 2024 ist 1 angenommen und in Arbeit, 1 ohne Antwort." in texte(at)
    assert [s.value for s in at.subheader] == ["Mehr kleine Wohnungen", "Ein Bus nach Berg"]
    kette = next(t for t in texte(at) if t.startswith("1. **Empfehlung:**"))
    assert kette.splitlines() == [
        "1. **Empfehlung:** Runde am 23.09.2024, Punkt 2 „Wohnen in Nord“ (Wohnen, Nord). "
        "Vorgeschlagen von: Selbstvertretung. An wen sie geht: k. A.",
        "2. **Antwort:** 01.12.2024, nach 69 Tagen. „Der Kreis spricht mit der Wohnungswirtschaft.“",
        "3. **Maßnahme:** Gespräch führen (Kreis, bis 30.06.2025): läuft. Termin vorbei.",
        "4. **Rücklauf am 22.09.2025:** Die Sitzung war geplant für den 22.09.2025 und ist noch nicht nachgetragen.",
        "5. **Heute:** angenommen und in Arbeit.",
    ]
    assert [(z["Empfehlung"], z["Antwort am"], z["Heute"]) for z in zeilen(at)] == [
        ("Mehr kleine Wohnungen", "01.12.2024", "angenommen und in Arbeit"),
        ("Ein Bus nach Berg", "noch keine", "ohne Antwort"),
    ]
    assert any(
        "Angenommen heißt nicht erledigt. Ohne Antwort heißt: Hier ist keine eingetragen." in t for t in texte(at)
    )


def test_theme_and_year_live_in_the_link(klein: Path) -> None:
    lege_gremien_an()
    assert "Aus 2024 ist keine Empfehlung zum Thema „Arbeit“ eingetragen." in texte(seite("ruecklauf", thema="arbeit"))
    at = seite("ruecklauf", thema="garten")
    assert "Das Thema „garten“ aus dem Link gibt es hier nicht. Sie sehen alle Themen." in hinweise(at)
    at = seite("ruecklauf", date(2023, 9, 18))
    assert titel(at) == "Was wurde aus den Empfehlungen von 2023?"
    assert "Aus 2023 ist keine Empfehlung eingetragen." in texte(at)
    at.selectbox(key="ruecklauf_jahr").set_value(2024).run()
    at.selectbox(key="ruecklauf_thema").set_value("wohnen").run()
    assert {parameter(at)[name] for name in ("sitzung", "thema")} == {"2024-09-23", "wohnen"}
    assert any(t.startswith("Von 2 Empfehlungen zum Thema „Wohnen“ aus 2024") for t in texte(at))
    # The meeting to come shows what it will hear of.
    assert titel(seite("ruecklauf", S2025)) == "Was wurde aus den Empfehlungen von 2024?"


def test_without_meetings_it_says_so(klein: Path) -> None:
    at = oeffne("gremien", ansicht="ruecklauf")
    assert titel(at) == "Kleinkreis: noch kein Gremium eingetragen"
    lege_gremien_an(("vereinbarungen", "organisationen", "gremien"))
    assert titel(oeffne("gremien", ansicht="ruecklauf", gremium=RUNDE)) == "Runde: noch keine Sitzung eingetragen"


def test_a_reader_sees_the_agenda_and_no_form(klein: Path) -> None:
    lege_gremien_an()
    at = seite("sitzungen")
    assert "Tagesordnung" in ueberschriften(at)
    assert {"1. Rücklauf", "2. Wohnen in Nord"} <= {s.value for s in at.subheader}
    assert ":gray[Beratung · Wohnen · Nord · eingebracht von: Selbstvertretung]" in texte(at)
    assert any("**Empfehlung 2.1** (Selbstvertretung): Mehr kleine Wohnungen" in t for t in texte(at))
    assert not [k for k in knoepfe(at) if "Punkt" in k or "Empfehlung 2" in k]


def test_an_item_a_recommendation_its_answer_and_its_measure_are_entered(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lege_gremien_an()
    at = schreiber(monkeypatch, S2025)
    assert any("Bitte keine Namen und keine Angaben über einzelne Personen." in t for t in texte(at))
    at = knopf(at, "Punkt zur Tagesordnung hinzufügen")
    neu = f"punkt_neu_{RUNDE}-{S2025}"
    fuelle(at, **{f"{neu}_titel": "Wege zur Arbeit", f"{neu}_thema": "arbeit", f"{neu}_raum": "sued"})
    at = knopf(at, "Punkt speichern")
    assert [s.value for s in at.success] == ["gesichert: „Wege zur Arbeit“."]
    assert {"1. Rücklauf: Was wurde aus den Empfehlungen?", "2. Wege zur Arbeit"} <= {s.value for s in at.subheader}
    (_, top) = lade("kleinkreis").tops[f"{RUNDE}-{S2025}"]
    assert (top.thema, top.planungsraum) == ("arbeit", "sued")

    at = knopf(at, "Empfehlung zu Punkt 2 hinzufügen")
    fuelle(at, **{f"empfehlung_neu_{top.id}_text": "Ein Bus zur Werkstatt", f"empfehlung_neu_{top.id}_an": "Kreis"})
    at = knopf(at, "Empfehlung speichern")
    e = f"e-{RUNDE}-2025-1"
    at = knopf(at, "Antwort zu 2.1 eintragen")
    fuelle(at, **{f"antwort_{e}_status": "abgelehnt", f"antwort_{e}_text": "Nein."})
    at = knopf(at, "Antwort speichern")
    # Refused with the words still there.
    assert ["nennt den Grund" in str(x.value) for x in at.error] == [True]
    fuelle(at, **{f"antwort_{e}_grund": "Dort hält schon ein Bus.", f"antwort_{e}_am": "30.02.2025"})
    at = knopf(at, "Antwort speichern")
    assert [str(x.value) for x in at.error] == ["„30.02.2025“ ist kein Tag. Bitte so schreiben: 29.09.2025."]
    fuelle(at, **{f"antwort_{e}_am": "22.10.2025"})
    at = knopf(at, "Antwort speichern")
    at = knopf(at, "Maßnahme zu 2.1 hinzufügen")
    fuelle(at, **{f"massnahme_neu_{e}_text": "Fahrplan aushängen", f"massnahme_neu_{e}_wer": "Kreis"})
    at = knopf(at, "Maßnahme speichern")
    (absatz,) = [t for t in texte(at) if "**Empfehlung 2.1**" in t]
    assert absatz.splitlines() == [
        "**Empfehlung 2.1**: Ein Bus zur Werkstatt",
        "- Heute: abgelehnt mit Grund.",
        "- Antwort: 22.10.2025, nach 30 Tagen. „Nein.“ Grund: Dort hält schon ein Bus.",
        "- Maßnahme 1: Fahrplan aushängen (Kreis, ohne Termin): noch nicht begonnen.",
    ]


def test_the_first_item_carries_over_and_takes_the_report(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lege_gremien_an()
    trage_ein({"sitzungen": [{"gremium": RUNDE, "datum": date(2026, 9, 21), "status": "geplant"}]})
    at = schreiber(monkeypatch, S2025)
    assert "Aus früheren Sitzungen offen: 2. Sie bleiben hier, bis eine Sitzung hört, wie sie ausgingen." in texte(at)
    at = knopf(at, "Bericht zu (2) eintragen")
    fuelle(at, **{f"{BERICHT}_status": "erledigt", f"{BERICHT}_text": "Der Bus fährt seit *Mai*."})
    at = knopf(at, "Bericht speichern")
    assert any(t.endswith("**Berichtet:** erledigt. Der Bus fährt seit Mai.") for t in texte(at))
    # Reported, and still the first item of this meeting; the next one hears only of the other.
    naechste = seite("sitzungen", date(2026, 9, 21))
    assert any(t.startswith("**(1) Mehr kleine Wohnungen**") for t in texte(naechste))
    assert not any(t.startswith("**(") and "Ein Bus nach Berg" in t for t in texte(naechste))
    assert any(", seitdem 1 Sitzung. Stand" in t for t in texte(naechste))
    assert "Von 2 Empfehlungen aus 2024 ist 1 erledigt, 1 angenommen und in Arbeit." in texte(seite("ruecklauf"))


def test_items_are_moved_taken_again_and_deleted_by_their_buttons(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lege_gremien_an()
    trage_ein({"tops": [{"gremium": RUNDE, "datum": S2024, "top": 3, "titel": "Verschiedenes"}]})
    at = schreiber(monkeypatch, S2024)
    # One quiet button an item; the actions of one item at a time.
    assert [k for k in knoepfe(at) if k.startswith(("Punkt", "Empfehlung"))] == [
        *(f"Punkt {n} bearbeiten" for n in (1, 2, 3)),
        "Punkt zur Tagesordnung hinzufügen",
    ]
    at = knopf(at, "Punkt 2 bearbeiten")
    assert "Antwort zu 2.1 eintragen" in knoepfe(at)
    at = knopf(at, "Punkt 3 bearbeiten")
    assert "Antwort zu 2.1 eintragen" not in knoepfe(at)
    at = knopf(at, "Punkt 3 nach oben")
    assert [s.value for s in at.success] == ["verschoben: „Verschiedenes“ ist jetzt Punkt 2."]
    at = knopf(at, "Punkt 2 fertig bearbeitet")
    assert "Punkt 2 nach unten" not in knoepfe(at)
    at = knopf(knopf(at, "Punkt 3 bearbeiten"), "Punkt 3 wieder auf die nächste Tagesordnung")
    assert [s.value for s in at.success] == [
        "gesichert: Punkt „Wohnen in Nord“ auf die Tagesordnung vom 22.09.2025 gesetzt."
    ]
    at = knopf(at, "Punkt 3 löschen")
    assert "Punkt 3 wird gelöscht. Mit ihm gehen 2 Empfehlungen. Das lässt sich zurücknehmen." in texte(at)
    at = knopf(at, "Punkt löschen")
    assert [s.value for s in at.success] == ["gelöscht: „Wohnen in Nord“."]
    assert not lade("kleinkreis").e.empfehlungen


def test_a_form_stays_open_beside_another_until_it_is_closed(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lege_gremien_an()
    at = knopf(knopf(schreiber(monkeypatch, S2024), "Punkt 2 bearbeiten"), "Punkt 2 ändern")
    at = knopf(knopf(at, "Punkt 1 bearbeiten"), "Punkt 1 ändern")
    at = knopf(at, "Punkt 2 fertig bearbeitet")
    assert [t.value for t in at.toast] == ["Hier ist noch ein Formular offen. Bitte speichern oder abbrechen."]
    assert [t.value for t in at.text_input if t.label == "Titel"] == ["Rücklauf", "Wohnen in Nord"]
    at = next(b for b in at.button if b.label == "Abbrechen").click().run()
    assert [t.value for t in at.text_input if t.label == "Titel"] == ["Wohnen in Nord"]


def test_who_saves_second_is_told_and_keeps_what_was_typed(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lege_gremien_an()
    at = knopf(knopf(schreiber(monkeypatch, S2024), "Punkt 2 bearbeiten"), "Punkt 2 ändern")
    (_, top) = lade("kleinkreis").tops[f"{RUNDE}-{S2024}"]
    punkt = Punkt(top.titel, top.art, top.thema, top.planungsraum, top.eingebracht_von, "Wird *geprüft*")
    setze_punkt(recht(), "kleinkreis", top.sitzung_id, punkt, JETZT, top.id)
    fuelle(at, **{f"punkt_{top.id}_ergebnis": "Wird gebaut"})
    at = knopf(at, "Punkt speichern")
    assert [str(e.value).split(". Nichts")[0] for e in at.error] == [
        "Das wurde geändert, während Ihr Formular offen war (Tagesordnungspunkt „Wohnen in Nord“: Ergebnis: "
        "Wird geprüft statt k. A.)"
    ]
    assert lade("kleinkreis").tops[f"{RUNDE}-{S2024}"][1].ergebnis == "Wird *geprüft*"
    at = knopf(at, "Punkt speichern")
    assert lade("kleinkreis").tops[f"{RUNDE}-{S2024}"][1].ergebnis == "Wird gebaut"
