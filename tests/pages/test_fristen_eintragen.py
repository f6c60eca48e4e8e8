"""Entering on the page Fristen: proofs, releases and own dates by their forms, with the key; nothing without it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data_access.gremien import pflichtpflege
from data_access.gremien.buch import verlauf
from data_access.gremien.lesen import lies
from data_access.gremien.pflichtpflege import Beleg, Vormerkung
from tests.fristenkreis import K, lege_pflichten_an
from tests.gremien import trage_ein
from tests.installation import JETZT, recht
from tests.pages.seiten import knopf, texte

R10 = {"rule": "R10", "instanz": "2024", "datum": date(2024, 4, 28), "art": "mitteilung", "seite": "traeger"}


def _seite(schreibt: bool, jahr: int) -> None:
    """A page with nothing but what is entered."""
    from dataclasses import dataclass
    from datetime import date
    from typing import Any

    from analysis.pflichten.urteil import pflichtstaende
    from presentation.ui import zwischenspeicher
    from presentation.ui.fristen import eintragen
    from tests.installation import recht

    @dataclass
    class Blick:
        region: str
        recht: Any
        ort: tuple[str, str]
        bestand: Any
        jahr: int
        heute: date

    bestand, heute = zwischenspeicher.gremien("kleinkreis"), date(2025, 3, 1)
    blick = Blick("kleinkreis", recht() if schreibt else None, ("fristen", "kleinkreis"), bestand, jahr, heute)
    eintragen.zeige(blick, pflichtstaende(bestand, heute))


def oeffne(schreibt: bool = True, jahr: int = 2025) -> AppTest:
    at = AppTest.from_function(_seite, args=(schreibt, jahr), default_timeout=30).run()
    assert not at.exception
    return at


@pytest.fixture
def pflichten(klein: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lege_pflichten_an()
    monkeypatch.setattr("presentation.ui.daten.zugang.schreibrecht", recht)
    return klein


def _feld(at: AppTest, beschriftung: str) -> Any:
    felder = [*at.text_input, *at.text_area, *at.selectbox, *at.radio, *at.checkbox]
    return next(f for f in felder if f.label.startswith(beschriftung))


def _nachweise() -> list[tuple[object, ...]]:
    return [(n.rule, n.instanz, n.datum, n.art, n.seite, n.kanal, n.notiz) for n in lies(K).nachweise]


def test_without_the_key_there_is_nothing_to_enter(pflichten: Path) -> None:
    at = oeffne(schreibt=False)
    assert [*at.header, *at.button, *at.selectbox, *at.markdown] == []


def test_duties_are_offered_by_title_and_clause_with_what_makes_sense_for_them(pflichten: Path) -> None:
    at = _feld(oeffne(), "Worum geht es?").set_value("R08").run()
    wahl = _feld(at, "Worum geht es?")
    assert wahl.options == [
        "Schulabgänge nennen (§ 8)",
        "Anzahl mitteilen (§ 8)",
        "Regelung bei Pflege (§ 8 a)",
        "Kündigung (§ 12)",
        "Runde tagt einmal (§ 8)",
    ]
    at = knopf(at, "Nachweis eintragen")
    assert _feld(at, "Für welches Jahr").options == ["2025 (für 2026)", "2024 (für 2025)", "2023 (für 2024)"]
    assert _feld(at, "Was wird belegt?").options == [
        "Mitteilung gemacht",
        "Daten geliefert",
        "steht noch aus",
        "fällt hier weg",
    ]
    assert _feld(at, "Auf welchem Weg?").options[0] == "k. A."
    at = wahl.set_value("R21").run()
    at = knopf(at, "Nachweis eintragen")
    assert _feld(at, "Was wird belegt?").options == ["Mitteilung gemacht", "Schriftstück liegt vor"]


def test_the_form_begins_with_what_is_most_urgent_in_the_year(pflichten: Path) -> None:
    trage_ein({"nachweise": [R10 | {"datum": date(2024, 5, 6), "art": "steht_aus"}]})
    at = oeffne()
    assert _feld(at, "Worum geht es?").value == "R16"
    at = knopf(oeffne(jahr=2024), "Nachweis eintragen")
    assert (_feld(at, "Worum geht es?").value, _feld(at, "Für welches Jahr").value) == ("R10", "2024")
    # What is chosen stays when its state changes.
    _feld(at, "Tag").set_value("7.5.2024")
    at = knopf(at, "Nachweis speichern")
    assert _feld(at, "Worum geht es?").value == "R10"
    at = knopf(_feld(at, "Worum geht es?").set_value("R08").run(), "Nachweis eintragen")
    assert _feld(at, "Für welches Jahr").value == "2024"


def test_a_proof_is_entered_changed_and_taken_back(pflichten: Path) -> None:
    at = oeffne()
    at = _feld(at, "Worum geht es?").set_value("R10").run()
    at = knopf(at, "Nachweis eintragen")
    _feld(at, "Für welches Jahr").set_value("2024")
    _feld(at, "Tag").set_value("28.4.2024")
    _feld(at, "Wer sagt das?").set_value("traeger")
    _feld(at, "Auf welchem Weg?").set_value("arbeitsgemeinschaft")
    _feld(at, "Notiz").set_value("von Frau Erika Muster")
    at = knopf(at, "Nachweis speichern")
    assert [s.value for s in at.success] == ["gesichert: „Mitteilung gemacht“ zu „Anzahl mitteilen“."]
    assert at.warning[0].value.startswith("Im Text scheint der Name einer Person zu stehen.")
    fest = ("R10", "2024", date(2024, 4, 28), "mitteilung", "traeger", "arbeitsgemeinschaft")
    assert _nachweise() == [(*fest, "von Frau Erika Muster")]
    assert any(t.startswith("(1) 28.04.2024: Mitteilung gemacht, Träger, 2024") for t in texte(at))
    at = knopf(at, "Nachweis (1) ändern")
    _feld(at, "Notiz").set_value("")
    at = knopf(at, "Nachweis speichern")
    assert _nachweise() == [(*fest, "")]
    at = knopf(at, "Nachweis (1) ändern")
    at = knopf(at, "Nachweis löschen")
    assert _nachweise() == []
    at = (
        at.button(key=next(b.key for b in at.button if b.label == "Zurücknehmen" and "zuletzt" in str(b.key)))
        .click()
        .run()
    )
    assert _nachweise() == [(*fest, "")]


@pytest.mark.parametrize(
    ("tag", "satz"),
    [
        ("", "„Tag“ fehlt. Bitte eintragen, zum Beispiel 29.09.2025."),
        ("31.2.2024", "„31.2.2024“ ist kein Tag. Bitte so schreiben: 29.09.2025."),
        ("1.1.2090", "Der 01.01.2090 liegt nach heute. Ein Nachweis sagt, was schon geschehen ist."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(pflichten: Path, tag: str, satz: str) -> None:
    schritte = len(verlauf(K))
    at = knopf(oeffne(), "Nachweis eintragen")
    _feld(at, "Tag").set_value(tag)
    _feld(at, "Notiz").set_value("bleibt da")
    at = knopf(at, "Nachweis speichern")
    assert [e.value for e in at.error][0].startswith(satz)
    assert _feld(at, "Notiz").value == "bleibt da"
    assert (_nachweise(), len(verlauf(K))) == ([], schritte)


def test_whoever_saves_second_is_told_what_the_first_has_changed(pflichten: Path) -> None:
    trage_ein({"nachweise": [R10]})
    at = _feld(oeffne(), "Worum geht es?").set_value("R10").run()
    at = knopf(at, "Nachweis (1) ändern")
    (alt,) = lies(K).nachweise
    pflichtpflege.setze_nachweis(recht(), K, Beleg(**R10, notiz="von der anderen Seite"), JETZT, alt.id)
    _feld(at, "Notiz").set_value("meine")
    at = knopf(at, "Nachweis speichern")
    assert "Das wurde geändert, während Ihr Formular offen war" in at.error[0].value
    assert lies(K).nachweise[0].notiz == "von der anderen Seite"
    at = knopf(at, "Nachweis speichern")
    assert lies(K).nachweise[0].notiz == "meine"


def test_one_side_releases_several_instances_in_one_step_and_takes_one_back(pflichten: Path) -> None:
    at = oeffne()
    satz = "Außen sichtbar wird der Stand erst, wenn beide Seiten freigegeben haben."
    assert any(t.startswith(satz) for t in texte(at))
    at = knopf(at, "Stände freigeben oder zurücknehmen")
    assert [c.label for c in at.checkbox] == [
        "Schulabgänge nennen (§ 8), 2025 (für 2026): offen (noch von keiner Seite freigegeben)",
        "Anzahl mitteilen (§ 8), 2025 (für 2024): offen (noch von keiner Seite freigegeben)",
        "Regelung bei Pflege (§ 8 a), einmalig: kein Beleg (noch von keiner Seite freigegeben)",
        "Kündigung (§ 12), 2025: nicht anwendbar (noch von keiner Seite freigegeben)",
    ]
    schritte = len(verlauf(K))
    at.checkbox[0].check()
    at.checkbox[1].check()
    at = knopf(at, "Freigaben speichern")
    assert [s.value for s in at.success] == [f"gesichert: Nach außen, Träger: 2 Stände freigegeben. {satz}"]
    at = knopf(at, "Stände freigeben oder zurücknehmen")
    at = _feld(at, "Für welche Seite?").set_value("kreis").run()
    assert [c.value for c in at.checkbox] == [False, False, False, False]
    assert at.checkbox[0].label.endswith("offen (freigegeben: Träger)")
    at = knopf(at, "Alle für 2025 freigeben")
    at = knopf(at, "Stände freigeben oder zurücknehmen")
    at = _feld(at, "Für welche Seite?").set_value("kreis").run()
    assert [c.value for c in at.checkbox] == [True, True, True, True]
    assert at.checkbox[0].label.endswith("offen (von beiden Seiten freigegeben)")
    at.checkbox[2].uncheck()
    knopf(at, "Freigaben speichern")
    frei = sorted((n.seite, n.rule, n.instanz) for n in lies(K).nachweise)
    assert frei == [
        ("kreis", "R08", "2025"),
        ("kreis", "R10", "2025"),
        ("kreis", "R21", "2025"),
        ("traeger", "R08", "2025"),
        ("traeger", "R10", "2025"),
    ]
    assert len(verlauf(K)) == schritte + 3


def test_a_release_somebody_else_gives_meanwhile_is_not_taken_back(pflichten: Path) -> None:
    at = knopf(oeffne(), "Stände freigeben oder zurücknehmen")
    pflichtpflege.aendere_freigaben(recht(), K, "traeger", [("R08", "2025")], [], JETZT)
    at.checkbox[1].check()
    knopf(at, "Freigaben speichern")
    assert sorted(n.rule for n in lies(K).nachweise) == ["R08", "R10"]


def test_an_own_date_is_entered_ticked_off_and_changed(pflichten: Path) -> None:
    at = knopf(oeffne(), "Eigenen Termin eintragen")
    _feld(at, "Was ist zu tun?").set_value("Zahlen holen")
    _feld(at, "Tag").set_value("10.03.2025")
    _feld(at, "Wer?").set_value("Sozialplanung")
    at = knopf(at, "Termin speichern")
    assert [s.value for s in at.success] == ["gesichert: „Zahlen holen“."]
    assert "(1) 10.03.2025: Zahlen holen  \n:small[:gray[Sozialplanung]]" in texte(at)
    at = knopf(at, "Termin (1) ist erledigt")
    assert [s.value for s in at.success] == ["gesichert: „Zahlen holen“ ist erledigt."]
    (termin,) = lies(K).termine
    assert termin.erledigt_am is not None
    assert [e.label for e in at.expander][0] == "Erledigt (1)"
    at = knopf(at, "Termin (1) ändern")
    _feld(at, "Erledigt am").set_value("")
    _feld(at, "Wer?").set_value("Frau Muster")
    at = knopf(at, "Termin speichern")
    assert "sieht nach dem Namen einer Person aus" in at.error[0].value
    _feld(at, "Wer?").set_value("Kreis")
    at = knopf(at, "Termin speichern")
    assert [(t.titel, t.stelle, t.erledigt_am) for t in lies(K).termine] == [("Zahlen holen", "Kreis", None)]
    at = knopf(at, "Termin (1) ändern")
    knopf(at, "Termin löschen")
    assert lies(K).termine == ()


def test_ticking_off_keeps_what_somebody_else_has_changed(pflichten: Path) -> None:
    termin = Vormerkung(date(2025, 3, 10), "Zahlen holen")
    _, zeile = pflichtpflege.setze_termin(recht(), K, termin, JETZT)
    at = oeffne()
    pflichtpflege.setze_termin(recht(), K, Vormerkung(date(2025, 3, 12), "Zahlen prüfen"), JETZT, zeile.id)
    knopf(at, "Termin (1) ist erledigt")
    (neu,) = lies(K).termine
    assert (neu.datum, neu.titel, neu.erledigt_am is None) == (date(2025, 3, 12), "Zahlen prüfen", False)


def test_the_history_shows_what_was_entered_about_duties_only(pflichten: Path) -> None:
    pflichtpflege.setze_nachweis(recht(), K, Beleg(**R10), JETZT)
    at = oeffne()
    zeilen = [t for t in texte(at) if t.startswith("**")]
    assert zeilen[0].endswith("„Mitteilung gemacht“ zu „Anzahl mitteilen“ (2024) eingetragen**")
    assert len(zeilen) == 2
