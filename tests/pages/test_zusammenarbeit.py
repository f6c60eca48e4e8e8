"""The yearly check on the page Gremien: read by everybody, entered side by side with the key."""

from collections.abc import Callable
from datetime import datetime

import pytest
from streamlit.testing.v1 import AppTest

from data_access.gremien import buch
from data_access.gremien.lesen import lies
from data_access.schreibrecht import zugangsschluessel
from tests.bewertungen import FRAGEN, NEU, WERTE, lege_bewertungen_an, zeilen
from tests.gremien import lege_gremien_an, trage_ein
from tests.pages.seiten import hinweise, knopf, oeffne, parameter, texte, titel, ueberschriften

HEUER = datetime.now().astimezone().year


def sieh(**mehr: str) -> AppTest:
    return oeffne("gremien", region="kleinkreis", ansicht="zusammenarbeit", **mehr)


@pytest.fixture
def mit_schluessel(monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    monkeypatch.setattr("presentation.ui.daten.zugang.nachweis", lambda _: True)
    return lambda **mehr: sieh(zugang=zugangsschluessel(), **mehr)


def tafel(at: AppTest, spalte: str) -> list[list[str]]:
    (rahmen,) = [t.value for t in at.table if spalte in t.value.columns]
    return [[str(zelle) for zelle in zeile] for zeile in rahmen.to_numpy().tolist()]


@pytest.mark.usefixtures("klein")
def test_a_reader_sees_the_latest_year_in_words() -> None:
    lege_bewertungen_an()
    at = sieh()
    assert not at.exception
    assert titel(at) == ("2025: einig bei 1 von 3 Aussagen, am weitesten auseinander bei „Wünsche werden aufgenommen“")
    assert tafel(at, "Abstand")[:2] == [
        ["1\\. BEI\\_NRW ist klar.", "trifft eher zu", "trifft zu", "trifft eher zu", "k. A.", "1 Stufe"]
        + ["Kreis +1, Leistungserbringer +1"],
        [f"2\\. {NEU}", "trifft zu", "trifft eher zu", "trifft eher zu", "trifft nicht zu", "3 Stufen"]
        + ["kein Vergleich"],
    ]
    assert tafel(at, "Mittlere Antwort")[0] == ["Träger", "3", "weniger als 6 Antworten"]
    assert "Vier gemeinsame Antworten, keine Umfrage. Sie zeigen, worüber zu reden ist, nicht wer recht hat." in texte(
        at
    )
    assert "Aussage 2: 2024 so nicht beantwortet, also kein Vergleich mit dem Vorjahr" in ueberschriften(at)
    assert any("Ab 2025 gilt ein anderer Wortlaut" in t for t in texte(at))
    assert not at.button
    assert not at.expander
    assert not any("Vorschlag von Sozialraumblick" in t for t in texte(at))
    assert not hinweise(at)


@pytest.mark.usefixtures("klein")
def test_year_order_and_statement_live_in_the_link() -> None:
    lege_bewertungen_an()
    at = sieh(bewertungsjahr="2024", ordnung="abstand", aussage="1")
    assert titel(at).startswith("2024: ")
    assert [z[0] for z in tafel(at, "Abstand")][0].startswith("2\\.")
    assert any(u.startswith("Aussage 1, 2025 gegenüber 2024") for u in ueberschriften(at))
    at.selectbox(key="bewertung_jahr").set_value(2025).run()
    assert "bewertungsjahr" not in parameter(at)
    at.selectbox(key="bewertung_aussage").set_value("3").run()
    assert parameter(at)["aussage"] == "3"
    falsch = sieh(bewertungsjahr="1999", ordnung="x")
    assert hinweise(falsch) == [
        "Antworten für das Jahr „1999“ aus dem Link gibt es hier nicht. Sie sehen: 2025.",
        "Die Ordnung „x“ aus dem Link gibt es hier nicht. Sie sehen: Reihenfolge der Aussagen.",
    ]


@pytest.mark.usefixtures("klein")
def test_without_statements_and_without_answers() -> None:
    assert titel(sieh()) == "Kleinkreis: die Zusammenarbeit ist noch nicht bewertet"
    trage_ein({"bewertungsfragen": FRAGEN})
    at = sieh()
    assert any("Beantwortet hat sie noch keine Seite" in t for t in texte(at))
    assert f"Fragebogen {HEUER} zum Ausdrucken" in ueberschriften(at)


def _feld(at: AppTest, art: str, nummer: int) -> str:
    (schluessel,) = [str(w.key) for w in (*at.radio, *at.text_input) if str(w.key).endswith(f"_{art}_{nummer}")]
    return schluessel


def _werte() -> dict[tuple[str, int], int | None]:
    return {(b.frage_id, b.jahr): b.wert for b in lies("kleinkreis").bewertungen if b.seite == "selbstvertretung"}


@pytest.mark.usefixtures("klein")
def test_one_side_enters_its_answers_and_takes_them_back(mit_schluessel: Callable[..., AppTest]) -> None:
    lege_gremien_an()
    lege_bewertungen_an()
    vorher = _werte()
    at = mit_schluessel()
    at.radio(key="bewertung_seite").set_value("selbstvertretung")
    at.number_input(key="bewertung_eintragsjahr").set_value(2026).run()
    assert [r.value for r in at.radio if "_wert_" in str(r.key)] == ["k. A."] * 3
    knopf(at, "Antworten sichern")
    assert [e.value for e in at.error] == [
        "Es ist noch keine Aussage beantwortet. Bitte mindestens eine Antwort wählen."
    ]
    at.radio(key=_feld(at, "wert", 1)).set_value("trifft eher nicht zu")
    at.radio(key=_feld(at, "wert", 3)).set_value("trifft nicht zu")
    at.text_input(key=_feld(at, "anmerkung", 3)).set_value("Frau Beispiel war nicht da")
    knopf(at, "Antworten sichern")
    assert at.error[0].value.startswith("„Frau Beispiel war nicht da“ nennt eine Person.")
    assert _werte() == vorher
    at.text_input(key=_feld(at, "anmerkung", 3)).set_value("Bescheide bleiben *schwer*")
    knopf(at, "Antworten sichern")
    assert [s.value for s in at.success] == ["gesichert: Selbstvertretung, 2026, 2 von 3 Aussagen beantwortet."]
    assert _werte() == vorher | {("f1", 2026): 2, ("f2b", 2026): None, ("f3", 2026): 1}
    assert titel(at) == "2026: bisher hat nur eine Seite geantwortet (Selbstvertretung)"
    assert tafel(at, "Anmerkung") == [
        ["3\\. Das Verfahren ist barrierefrei.", "Selbstvertretung", "Bescheide bleiben schwer"]
    ]
    assert at.radio(key=_feld(at, "wert", 3)).value == "trifft nicht zu"
    assert buch.verlauf("kleinkreis")[0].was == "Antworten zur Zusammenarbeit: Selbstvertretung, 2026"
    knopf(at, "Zurücknehmen")
    assert _werte() == vorher
    assert at.radio(key=_feld(at, "wert", 3)).value == "k. A."
    assert [s.value for s in at.success] == ["Zurückgenommen: Antworten zur Zusammenarbeit: Selbstvertretung, 2026."]


@pytest.mark.usefixtures("klein")
def test_a_form_shows_what_is_stored(mit_schluessel: Callable[..., AppTest]) -> None:
    lege_bewertungen_an()
    at = mit_schluessel()
    at.number_input(key="bewertung_eintragsjahr").set_value(2025).run()
    assert [r.value for r in at.radio if "_wert_" in str(r.key)] == [
        "trifft eher zu",
        "trifft zu",
        "trifft eher nicht zu",
    ]
    at.radio(key=_feld(at, "wert", 1)).set_value("k. A.")
    knopf(at, "Antworten sichern")
    (neu,) = [b for b in lies("kleinkreis").bewertungen if b.id == "f1/2025/traeger"]
    assert neu.wert is None


@pytest.mark.usefixtures("klein")
def test_invented_answers_are_marked_and_never_saved_as_real_ones(mit_schluessel: Callable[..., AppTest]) -> None:
    trage_ein({"bewertungsfragen": FRAGEN}, {"bewertungen": zeilen(WERTE)}, synthetisch=True)
    at = sieh()
    assert any(t.endswith(" · synthetisch]") for t in texte(at))
    assert [z[0] for z in tafel(at, "Jahr")] == ["2024 (synthetisch)", "2025 (synthetisch), neuer Wortlaut"]
    at = mit_schluessel()
    at.number_input(key="bewertung_eintragsjahr").set_value(2025).run()
    assert [r.value for r in at.radio if "_wert_" in str(r.key)] == ["k. A."] * 3
    assert any("Sie sind nicht ins Formular übernommen." in t for t in texte(at))
    at.radio(key=_feld(at, "wert", 3)).set_value("trifft zu")
    knopf(at, "Antworten sichern")
    eigene = [b for b in lies("kleinkreis").bewertungen if (b.jahr, b.seite) == (2025, "traeger")]
    assert [(b.frage_id, b.wert, b.synthetisch) for b in eigene] == [
        ("f1", None, False),
        ("f2b", None, False),
        ("f3", 4, False),
    ]
    rest = " · synthetisch: Kreis, Leistungserbringer, Selbstvertretung]"
    assert any(t.endswith(rest) for t in texte(at))


@pytest.mark.usefixtures("klein")
def test_other_words_begin_a_new_series(mit_schluessel: Callable[..., AppTest]) -> None:
    lege_bewertungen_an()
    at = mit_schluessel()
    at.number_input(key="bewertung_ab").set_value(2025).run()
    (feld,) = [t for t in at.text_input if t.label == "Aussage 1"]
    feld.set_value("Alles ist klar.")
    knopf(at, "Aussagen sichern")
    assert at.error[0].value == ("Zur Aussage 1 gibt es schon Antworten aus 2025. Bitte ein Jahr ab 2026 wählen.")
    at.number_input(key="bewertung_ab").set_value(2027).run()
    for feld in at.text_input:
        if feld.label in ("Aussage 1", "Aussage 2"):
            feld.set_value("Alles **klar**.")
    knopf(at, "Aussagen sichern")
    assert at.error[0].value == "„Alles klar.“ steht zweimal da. Bitte eine der beiden Aussagen ändern."
    felder = {t.label: t for t in at.text_input}
    felder["Aussage 1"].set_value("Alles ist klar.")
    felder["Aussage 2"].set_value(NEU)
    felder["Neue Aussage 4"].set_value("Wir lernen gemeinsam.")
    knopf(at, "Aussagen sichern")
    assert [s.value for s in at.success] == [
        "gesichert: Aussagen zur Zusammenarbeit ab 2027: 1, 4. Was anders lautet als bisher, beginnt eine neue Reihe."
    ]
    gelesen = [(f.nummer, f.text, f.jahr_von, f.jahr_bis) for f in lies("kleinkreis").fragen if f.nummer in (1, 4)]
    assert gelesen == [
        (1, "BEI_NRW ist klar.", 2024, 2026),
        (1, "Alles ist klar.", 2027, None),
        (4, "Wir lernen gemeinsam.", 2027, None),
    ]
    knopf(at, "Zurücknehmen")
    assert [f.jahr_bis for f in lies("kleinkreis").fragen if f.nummer in (1, 4)] == [None]


@pytest.mark.usefixtures("klein")
def test_a_text_that_seems_to_name_a_person_is_stored_and_pointed_out(mit_schluessel: Callable[..., AppTest]) -> None:
    lege_bewertungen_an()
    at = mit_schluessel()
    at.number_input(key="bewertung_ab").set_value(2027).run()
    (feld,) = [t for t in at.text_input if t.label == "Aussage 1"]
    feld.set_value("Frau Muster weiß Bescheid.")
    knopf(at, "Aussagen sichern")
    (hinweis,) = at.warning
    assert hinweis.value.startswith("Im Text scheint der Name einer Person zu stehen.")
    knopf(at, "Zurücknehmen")
    assert not at.warning


@pytest.fixture
def vorschlag(klein: object, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The statements of the fixture as those that the product proposes."""
    lege_bewertungen_an()
    aussagen = {f["frage"]: f["text"] for f in FRAGEN}
    monkeypatch.setattr("data_access.gremien.vorschlag.vorgeschlagene_fragen", lambda _: aussagen)
    return aussagen


def _ist_vorschlag(at: AppTest) -> bool:
    return any("Vorschlag von Sozialraumblick, von den Partnern noch zu vereinbaren." in t for t in texte(at))


def test_the_proposal_is_called_one_until_it_is_changed(vorschlag: dict[str, str]) -> None:
    assert _ist_vorschlag(sieh())
    vorschlag["f3"] = "Anders."
    assert not _ist_vorschlag(sieh())


@pytest.mark.usefixtures("vorschlag")
def test_the_partners_agree_on_the_proposal_as_it_is(mit_schluessel: Callable[..., AppTest]) -> None:
    at = mit_schluessel()
    at.number_input(key="bewertung_ab").set_value(2026).run()
    (haken,) = [c for c in at.checkbox if "so vereinbart" in c.label]
    haken.check()
    knopf(at, "Aussagen sichern")
    assert [s.value for s in at.success] == [
        "gesichert: Aussagen zur Zusammenarbeit ab 2026 vereinbart: 1, 2, 3. "
        "Was anders lautet als bisher, beginnt eine neue Reihe."
    ]
    assert sorted((f.nummer, f.jahr_von, f.jahr_bis) for f in lies("kleinkreis").fragen if f.jahr_von == 2026) == [
        (1, 2026, None),
        (2, 2026, None),
        (3, 2026, None),
    ]
    # The answers of the years before were given to a proposal.
    assert _ist_vorschlag(at)
    at.number_input(key="bewertung_ab").set_value(2027).run()
    assert not [c for c in at.checkbox if "so vereinbart" in c.label]
