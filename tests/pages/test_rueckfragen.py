"""The page Daten between upload and import: what a file is, what is asked about it, what is said about it."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from commands.einlesen import Importauftrag
from data_access import abfragen
from data_access.importing.befund import Befund, Frage
from data_access.importing.gelesen import Gelesen
from presentation.texts.lieferungen import ERKENNEN, artname, beschreibung
from tests.installation import NAMEN, einwohnerdatei, fallzahlendatei, liefere
from tests.pages.seiten import arbeite_ab, knopf, lade_hoch, texte, zeilen

pytestmark = pytest.mark.usefixtures("klein")

Oeffne = Callable[[], AppTest]


@pytest.mark.parametrize(
    ("inhalt", "art"),
    [(fallzahlendatei(), "fallzahlen"), (einwohnerdatei({(ags, "insgesamt"): 7 for ags in NAMEN}), "einwohner")],
)
def test_nobody_has_to_know_what_a_file_is(mit_recht: Oeffne, inhalt: bytes, art: str) -> None:
    at = arbeite_ab(lade_hoch(mit_recht(), inhalt, "unklar.csv", ERKENNEN))
    assert f"Erkannte Art: **{artname(art)}**." in texte(at)
    arbeite_ab(knopf(at, "Datei übernehmen"))
    assert [(x.art, x.region_slug) for x in abfragen.lieferungen()] == [
        (art, "kleinkreis" if art == "fallzahlen" else None)
    ]
    assert beschreibung(art).danach in texte(at)
    assert zeilen(at)[0]["Art"] == artname(art)


FRAGEN = (
    Frage("basis", "Auf welcher Grundlage stehen die Zahlen?", ("zensus2011", "zensus2022")),
    Frage("raum", "Welche Spalte ist der Schlüssel?", tuple(f"Spalte {n}" for n in range(9))),
    Frage("stichtag", "Für welchen Stichtag gilt die Tabelle?", ()),
)


def test_all_questions_are_asked_at_once_and_answers_stay(mit_recht: Oeffne, monkeypatch: pytest.MonkeyPatch) -> None:
    gefragt: list[dict[str, str]] = []

    def lies(auftrag: Importauftrag) -> tuple[Gelesen, None]:
        antworten = dict(auftrag.antworten or {})
        gefragt.append(antworten)
        offen = [f for f in FRAGEN if f.schluessel not in antworten]
        if antworten and "basis2" not in antworten:
            offen.append(Frage("basis2", "Und wer sagt das?", ("Amt", "Träger")))
        befund = Befund("genesis", "rueckfrage" if offen else "ok", "utf-8", zeilen=3, fragen=tuple(offen))
        return Gelesen(befund, "merkmale"), None

    monkeypatch.setattr("commands.arbeiten.pruefe", lies)
    at = arbeite_ab(lade_hoch(mit_recht(), b"a;b\n1;2\n", "tabelle.csv", "merkmale"))
    assert at.markdown[1].value.startswith("**3 Fragen sind offen.**")
    (basis,) = [r for r in at.radio if r.label == FRAGEN[0].text]
    (raum,) = [s for s in at.selectbox if s.label == FRAGEN[1].text]
    (stichtag,) = [t for t in at.text_input if t.label == FRAGEN[2].text]
    assert (basis.value, raum.value, stichtag.value) == (None, None, "")

    basis.set_value("zensus2022")
    knopf(at, "Antworten übernehmen und erneut prüfen")
    assert at.warning[0].value == f"Bitte beantworten Sie noch: {FRAGEN[1].text} {FRAGEN[2].text}"
    assert [r.value for r in at.radio if r.label == FRAGEN[0].text] == ["zensus2022"]

    [s for s in at.selectbox if s.label == FRAGEN[1].text][0].set_value("Spalte 4")
    [t for t in at.text_input if t.label == FRAGEN[2].text][0].set_value("2024-12-31")
    arbeite_ab(knopf(at, "Antworten übernehmen und erneut prüfen"))
    drei = {"basis": "zensus2022", "raum": "Spalte 4", "stichtag": "2024-12-31"}
    assert gefragt == [{}, drei]
    assert at.markdown[1].value.startswith("**Eine Frage ist offen.**")
    # What was answered stands there and can be changed.
    assert [r.value for r in at.radio if r.label == FRAGEN[0].text] == ["zensus2022"]
    [r for r in at.radio if r.label == FRAGEN[0].text][0].set_value("zensus2011")
    [r for r in at.radio if r.label == "Und wer sagt das?"][0].set_value("Amt")
    arbeite_ab(knopf(at, "Antwort übernehmen und erneut prüfen"))
    assert gefragt[-1] == {**drei, "basis": "zensus2011", "basis2": "Amt"}
    assert "Datei übernehmen" in [b.label for b in at.button]


def test_long_lists_of_warnings_and_keys_are_folded(mit_recht: Oeffne, monkeypatch: pytest.MonkeyPatch) -> None:
    befund = Befund(
        "einwohner",
        "ok",
        "utf-8",
        zeilen=9,
        zeichen={"-": 3},
        schluessel_unbekannt=tuple(f"0597800{n}" for n in range(7)),
        warnungen=tuple(f"Hinweis {n}." for n in range(8)),
    )
    monkeypatch.setattr("commands.arbeiten.pruefe", lambda _: (Gelesen(befund, "einwohner"), None))
    at = arbeite_ab(lade_hoch(mit_recht(), b"a;b\n1;2\n", "tabelle.csv", "einwohner"))
    assert "3-mal „-“ (nichts vorhanden)" in at.markdown[1].value
    gefaltet = {e.label: e for e in at.expander}
    assert len(gefaltet["3 weitere Hinweise zur Datei"].warning) == 3
    assert gefaltet["7 Schlüssel sind nicht bekannt"].markdown[0].value.count("* 0597800") == 7


def test_the_same_cells_from_another_sender_are_a_question(mit_recht: Oeffne) -> None:
    liefere("fallzahlen", fallzahlendatei(), "alt.csv")
    at = arbeite_ab(lade_hoch(mit_recht(), fallzahlendatei(absender="Kreis"), "neu.csv"))
    (frage,) = [r for r in at.radio if "hat schon LWX geliefert" in r.label]
    assert frage.options == ["Die Zahl der neuen Datei", "Die gespeicherte Zahl"]
    frage.set_value("gespeichert")
    arbeite_ab(knopf(at, "Antwort übernehmen und erneut prüfen"))
    assert at.markdown[1].value.startswith("**Die Datei ist in Ordnung.**")
    assert "Datei übernehmen" in [b.label for b in at.button]
