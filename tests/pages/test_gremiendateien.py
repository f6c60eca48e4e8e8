"""Files on the page Gremien and their KINDs on the page Daten."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data_access import abfragen
from data_access.gremien.lesen import fassung
from data_access.importing.vorlagen import MIT_VORLAGE
from data_access.schreibrecht import zugangsschluessel
from models.gremienformate import FORMATE
from presentation.texts.lieferungen import GREMIEN, artname, beschreibung
from presentation.ui.gremien.gremiendateien import EINLESEN, KNOPF
from tests.commands.test_gremienimport import anwesende, teilnahme
from tests.gremien import lege_gremien_an
from tests.pages.seiten import arbeite_ab, knopf, oeffne, texte, ueberschriften

Oeffne = Callable[[], AppTest]


@pytest.fixture
def gremien(klein: Path, monkeypatch: pytest.MonkeyPatch) -> Oeffne:
    """The meetings of the small Kreis, opened with the key on the machine itself."""
    lege_gremien_an()
    monkeypatch.setattr("presentation.ui.daten.zugang.nachweis", lambda _: True)
    return lambda: oeffne("gremien", gremium="runde", ansicht="sitzungen", zugang=zugangsschluessel())


def lade(at: AppTest, inhalt: bytes) -> AppTest:
    """Hand over a file below the meetings, and let the worker check it."""
    return arbeite_ab(at.file_uploader[0].set_value(("t.csv", inhalt, "text/csv")).run())


def test_attendance_is_taken_in_below_the_meetings(gremien: Oeffne) -> None:
    at = gremien()
    assert EINLESEN in [e.label for e in at.expander]
    lade(at, teilnahme(("eutb", "3", "2"), tag="2026-09-21"))
    (frage,) = [r for r in at.radio if "Anlegen?" in r.label]
    assert frage.label == "Die Sitzung von „Runde Teilhabe“ am 21.09.2026 ist nicht erfasst. Anlegen?"
    frage.set_value("ja")
    arbeite_ab(knopf(at, "Antwort übernehmen und erneut prüfen"))
    assert "Prüfung: t.csv" in ueberschriften(at)
    arbeite_ab(knopf(at, "Datei übernehmen"))
    assert [s.value for s in at.success] == ["gesichert"]
    (lieferung,) = abfragen.lieferungen()
    assert lieferung.stichtage == ["2026-09-21"]


def test_a_list_of_names_stores_nothing_and_says_how_to_count(gremien: Oeffne) -> None:
    vorher = fassung("kleinkreis")
    at = lade(gremien(), b"Name;Vorname;Unterschrift\nMuster;Erika;\n")
    gesagt = " ".join(e.value for e in at.error)
    assert "Die Excel-Vorlage „teilnahmen“ hat ein Blatt „Zählhilfe“." in gesagt
    assert not [b for b in at.button if b.label == "Datei übernehmen"]
    assert "Erika" not in gesagt + " ".join(texte(at))
    assert (fassung("kleinkreis"), abfragen.lieferungen()) == (vorher, [])


def test_a_file_of_another_region_is_refused_there(gremien: Oeffne) -> None:
    at = lade(gremien(), teilnahme(("eutb", "3", "2"), gremium="lsp-unna"))
    assert "Das Gremium „lsp-unna“ gibt es hier nicht." in " ".join(e.value for e in at.error)


def test_without_the_key_everything_can_be_saved_and_nothing_read_in(klein: Path) -> None:
    lege_gremien_an()
    at = oeffne("gremien", gremium="runde", ansicht="sitzungen")
    assert not at.get("file_uploader")
    assert KNOPF in [b.label for b in at.download_button]
    assert KNOPF not in [b.label for b in oeffne("gremien", gremium="runde").download_button]


def test_every_kind_can_be_chosen_on_the_page_daten(klein: Path, mit_recht: Oeffne) -> None:
    at = mit_recht()
    at.radio(key="art").set_value(GREMIEN).run()
    assert at.selectbox(key="gremienart").value == "teilnahmen"
    for kind in FORMATE:
        at.selectbox(key="gremienart").set_value(kind).run()
        assert beschreibung(kind).erklaerung in " ".join(texte(at))
        namen = [b.label for b in at.download_button if b.label.startswith("Vorlage")]
        assert namen == [f"Vorlage {artname(kind)} ({form})" for form in ("CSV", "XLSX")]
        assert kind in MIT_VORLAGE


def test_what_came_is_listed_with_its_gremium_and_days_and_can_be_taken_back(klein: Path, mit_recht: Oeffne) -> None:
    lege_gremien_an()
    at = mit_recht()
    at.radio(key="art").set_value(GREMIEN).run()
    lade(at, teilnahme(("eutb", "3", "2")))
    arbeite_ab(knopf(at, "Datei übernehmen"))
    (zeile,) = [z for tafel in at.table for z in tafel.value.to_dict("records") if z.get("Datei") == "t.csv"]
    assert (zeile["Art"], zeile["von"], zeile["Stichtage"]) == ("Teilnahme in Zahlen", "Runde", "23.09.2024")
    (lieferung,) = abfragen.lieferungen()
    at.selectbox(key="weg_lieferung").set_value(lieferung.id).run()
    at.checkbox(key=f"sicher_lieferung_{lieferung.id}").check().run()
    arbeite_ab(at.button(key="knopf_lieferung").click().run())
    assert [s.value for s in at.success] == ["zurückgezogen"]
    assert "eutb" not in anwesende()
