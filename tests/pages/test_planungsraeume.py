"""The page Planungsräume: a draft anybody can make, and a change that every page and file shows at once."""

from datetime import UTC, datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analysis.bestand import lade
from commands.ausfuhr import Wunsch, exportiere
from data_access import abfragen, einteilungen
from data_access.einteilungen import Angaben
from data_access.schreibrecht import zugangsschluessel
from models.schnitt import Schnitt
from presentation.bilder import geometrie_url
from presentation.ui.raeume import sichern
from server import kartengebiete
from tests.installation import ALTDORF, BERG, CELL, DORN, FORST, kleinkreis, recht
from tests.pages.seiten import hinweise, knopf, oeffne, texte, titel, wahl, zeilen


def gemeinden(at: AppTest, raum: str) -> Any:
    (feld,) = [m for m in at.multiselect if m.label == f"Gemeinden in {raum}"]
    return feld


def schreiber(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page for the holder of the key, on the machine itself."""
    monkeypatch.setattr("presentation.ui.daten.zugang.nachweis", lambda _: True)
    return oeffne("planungsraeume", zugang=zugangsschluessel())


@pytest.mark.usefixtures("hand")
def test_the_page_opens_with_what_is_in_force() -> None:
    at = oeffne("planungsraeume")
    assert titel(at) == "Kleinkreis: 2 Planungsräume, jede Gemeinde gehört dazu"
    assert gemeinden(at, "Nord").value == [ALTDORF, BERG]
    assert [(z["Planungsraum"], z["Einwohner"], z["Gemeinden"]) for z in zeilen(at)] == [
        ("Nord", "15.000", "2"),
        ("Sued", "4.000", "3"),
    ]
    assert "Einwohner am 31.12.2024. Grundlage: Zensus 2022" in " ".join(texte(at))
    assert any("Den Entwurf sehen nur Sie." in t for t in texte(at))
    assert not [b for b in at.button if b.label == "Einteilung speichern"]


@pytest.mark.usefixtures("hand")
def test_a_draft_moves_gemeinden_says_so_names_gaps_and_takes_a_step_back() -> None:
    at = oeffne("planungsraeume")
    at = gemeinden(at, "Nord").set_value([ALTDORF, BERG, CELL]).run()
    assert any("Cell gehört jetzt zu „Nord“, vorher zu „Sued“." in t for t in texte(at))
    assert titel(at) == "Kleinkreis, Entwurf: 2 Planungsräume, jede Gemeinde gehört dazu"
    at = gemeinden(at, "Nord").set_value([ALTDORF, CELL]).run()
    assert titel(at) == "Kleinkreis, Entwurf: 2 Planungsräume, 1 Gemeinde gehört noch zu keinem"
    assert any("In keinem Planungsraum: Berg." in t for t in texte(at))
    at = knopf(at, "Letzten Schritt zurücknehmen")
    assert gemeinden(at, "Nord").value == [ALTDORF, BERG, CELL]
    at = knopf(at, "Letzten Schritt zurücknehmen")
    assert titel(at) == "Kleinkreis: 2 Planungsräume, jede Gemeinde gehört dazu"


@pytest.mark.usefixtures("hand")
def test_planungsraeume_are_added_renamed_and_removed() -> None:
    at = oeffne("planungsraeume")
    at.text_input(key="raum_neu").set_value("Raum Mitte").run()
    at = knopf(at, "Planungsraum anlegen")
    assert any("Noch ohne Gemeinde: Raum Mitte." in t for t in texte(at))
    at = gemeinden(at, "Raum Mitte").set_value([CELL]).run()
    at = at.text_input(key="raum_name").set_value("Mitte").run()
    assert gemeinden(at, "Mitte").value == [CELL]
    at = at.text_input(key="raum_name").set_value("nord").run()
    assert any("„nord“ gibt es schon." in t for t in texte(at))
    at = knopf(at, "Planungsraum entfernen")
    assert any("„Mitte“ ist entfernt. Jetzt in keinem Planungsraum: Cell." in t for t in texte(at))
    assert [z["Planungsraum"] for z in zeilen(at)] == ["Nord", "Sued"]


@pytest.mark.usefixtures("hand")
def test_an_unsaved_draft_is_compared_with_what_is_in_force_and_protects_nothing_anew() -> None:
    at = oeffne("planungsraeume")
    at = gemeinden(at, "Nord").set_value([ALTDORF, BERG, CELL, DORN]).run()
    at = at.radio(key="raeume_ansicht").set_value("Vergleichen").run()
    assert not at.exception
    erste = zeilen(at, 0)[0]
    assert erste["Kennzahl"] == "Besondere Wohnform je 1.000"
    # 2024 by Herkunft: Nord 45 + 28 of 12,000 adults, Sued 32 + 16 of 3,200; together 121 of 15,200.
    assert (erste["geltend"], erste["verglichen"]) == ("6,1 bis 15,0", "8,0")
    assert erste["zu klein, verglichen"] == "keiner"
    assert [z["Planungsraum"] for z in zeilen(at, 1)] == ["Sued", "Nord"]
    assert {z["Planungsraum"] for z in zeilen(at, 2)} == {"Nord", "Sued"}


@pytest.mark.usefixtures("gefuellt")
def test_a_saved_change_shows_on_every_page_and_in_every_file_without_a_freigabe(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    region = kleinkreis()
    assert {z["name"] for z in _export()} == {"Nord", "Sued"}
    vorher = geometrie_url(lade(region, abfragen.stand(region.slug)), "planungsraum", "haupt")
    at = schreiber(monkeypatch)
    at = gemeinden(at, "Nord").set_value([ALTDORF]).run()
    at.radio(key="sichern_wie").set_value("Gleich in Kraft setzen")
    at.text_input(key="sichern_notiz").set_value("Sitzung vom **Juni**")
    (speichern,) = [b for b in at.button if b.label == "Einteilung speichern"]
    at = speichern.click().run()
    assert not at.exception
    assert [s.value for s in at.success] == ["gesichert: „Nord und Süd“, Version 2, gilt sofort auf allen Seiten."]
    assert "Es gilt „Nord und Süd“, Version 2" in " ".join(texte(at))
    assert einteilungen.versionen("haupt")[0].notiz == "Sitzung vom Juni"

    # Screen: other pages, without a new Freigabe.
    werte = {z["Gebiet"] for z in zeilen(oeffne("zahlen", kennzahl="lb_bwf", ebene="planungsraum"))}
    assert werte == {"Nord", "Sued"}
    nord = next(z for z in _export() if z["name"] == "Nord")
    altdorf = next(z for z in _export("gemeinde") if z["name"] == "Altdorf")
    # File: the new Planungsraum is no margin of the Freigabe, so its bounds are those of its one Gemeinde.
    assert {s: nord[s] for s in ("wert", "von", "bis")} == {s: altdorf[s] for s in ("wert", "von", "bis")}
    # Map: another address, other areas; the link to the former version still draws the former areas.
    jetzt = lade(region, abfragen.stand(region.slug))
    assert geometrie_url(jetzt, "planungsraum", "haupt") != vorher
    assert {z[1] for z in kartengebiete("kleinkreis", "planungsraum", None) or ()} == {"nord", "sued"}
    assert (BERG, "nord", "Nord") in (kartengebiete("kleinkreis", "planungsraum", "haupt") or ())
    assert (BERG, "nord", "Nord") not in (kartengebiete("kleinkreis", "planungsraum", None) or ())
    alt = oeffne("zahlen", kennzahl="lb_bwf", ebene="planungsraum", einteilung="haupt")
    assert "Sie sehen die Einteilung „Nord und Süd“, Version 1, abgelöst am" in hinweise(alt)[0]


def _export(ebene: str = "planungsraum", **mehr: str) -> list[dict[str, str]]:
    kopf, *rest = exportiere(Wunsch("lb_bwf", ebene, "kleinkreis", jahre=(2024,), **mehr), "csv").decode().splitlines()
    return [dict(zip(kopf.split(";"), zeile.split(";"), strict=True)) for zeile in rest]


@pytest.mark.usefixtures("gefuellt")
def test_proposals_are_in_the_menu_old_versions_are_not() -> None:
    jetzt, angaben = datetime(2026, 7, 1, tzinfo=UTC), Angaben("Nord und Süd", "haupt")
    schnitt = Schnitt((("nord", "Nord"),), ((ALTDORF, "nord"), (FORST, "nord")))
    vorschlag = einteilungen.speichere(recht(), "kleinkreis", schnitt, angaben, jetzt)
    assert set(wahl(oeffne("karte"), "ebene").options) == {
        "Kreis",
        "Gemeinden",
        "Planungsräume: Nord und Süd",
        "Planungsräume: Ost und West",
        "Planungsräume: Nord und Süd (Vorschlag)",
    }
    einteilungen.setze_in_kraft(recht(), "kleinkreis", vorschlag.id, jetzt)
    assert set(wahl(oeffne("karte"), "ebene").options) == {
        "Kreis",
        "Gemeinden",
        "Planungsräume: Nord und Süd",
        "Planungsräume: Ost und West",
    }


@pytest.mark.usefixtures("gefuellt")
def test_who_has_no_key_cannot_change_what_is_in_force() -> None:
    at = oeffne("planungsraeume")
    at = at.radio(key="raeume_ansicht").set_value("Versionen").run()
    assert not at.exception
    assert {b.label for b in at.button} == set()
    assert [z["Version"] for z in zeilen(at)] == ["Version 1, gültig, in Kraft", "Version 1, gültig"]


@pytest.mark.usefixtures("gefuellt")
def test_the_versions_are_changed_with_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    jetzt, angaben = datetime(2026, 7, 1, tzinfo=UTC), Angaben("Nord und Süd", "haupt")
    schnitt = Schnitt((("nord", "Nord"),), ((ALTDORF, "nord"),))
    einteilungen.speichere(recht(), "kleinkreis", schnitt, angaben, jetzt)
    at = schreiber(monkeypatch)
    at = at.radio(key="raeume_ansicht").set_value("Versionen").run()
    at = at.selectbox(key="version").set_value("haupt-v2").run()
    at = knopf(at, "In Kraft setzen")
    assert [s.value for s in at.success] == ["gesichert: „Nord und Süd“, Version 2, gilt jetzt."]
    at = at.selectbox(key="version").set_value("haupt").run()
    at = knopf(at, "Zu dieser Version zurückkehren")
    assert kleinkreis().haupteinteilung_id == "haupt-v3"
    assert not at.exception


@pytest.mark.usefixtures("hand")
def test_the_file_of_a_draft_opens_as_the_same_draft() -> None:
    region = kleinkreis()
    jetzt = lade(region, abfragen.stand(region.slug))
    schnitt = Schnitt((("ost", "Ost"), ("west", "West, außen")), ((ALTDORF, "ost"), (BERG, "west"), (FORST, "west")))
    inhalt = sichern.csv(jetzt, schnitt, "entwurf", datetime(2026, 1, 1, tzinfo=UTC).date())
    at = oeffne("planungsraeume")
    at = at.file_uploader(key="entwurf_datei_0").set_value(("e.csv", inhalt, "text/csv")).run()
    assert not at.exception
    assert not at.error
    assert titel(at) == "Kleinkreis, Entwurf: 2 Planungsräume, 2 Gemeinden gehören noch zu keinem"
    assert gemeinden(at, "Ost").value == [ALTDORF]
