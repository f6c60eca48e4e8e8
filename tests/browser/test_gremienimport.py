"""Attendance out of a file, through the browser: asked about, stored, seen; names are refused, with the way out."""

import re
from datetime import date

import pytest
from playwright.sync_api import FilePayload, Page, expect

from data_access import abfragen
from data_access.gremien.lesen import fassung
from models.gremienformate import FORMATE
from tests.browser.conftest import Dienst
from tests.browser.fenster import erwarte_parameter, knopf, oeffne, warte
from tests.browser.gremien import REGION, adresse, bestand, mit_schluessel, probegremium, trage_ein
from tests.data_access.importing.werkzeug import arbeitsmappe
from tests.installation import benutze

pytestmark = pytest.mark.browser

GREMIUM, TAG = "probe-import", date(2028, 5, 3)
KOPF = FORMATE["teilnahmen"].namen
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module")
def werkstatt(gremienwerkstatt: Dienst) -> Dienst:
    """The server, with a Gremium without meetings."""
    trage_ein(gremienwerkstatt, gremien=[probegremium(GREMIUM, "Importrunde")])
    return gremienwerkstatt


@pytest.fixture
def offen(werkstatt: Dienst, seite: Page) -> Page:
    """The meetings of the Gremium with the key, the part for files opened."""
    oeffne(seite, adresse(werkstatt, GREMIUM, "sitzungen") + mit_schluessel(werkstatt))
    seite.get_by_text("Teilnahme aus Datei einlesen").click()
    warte(seite)
    return seite


def lade_hoch(seite: Page, name: str, inhalt: bytes) -> None:
    datei: FilePayload = {"name": name, "mimeType": XLSX, "buffer": inhalt}
    seite.locator('input[type="file"]').set_input_files(datei)
    expect(seite.get_by_role("heading", name=f"Prüfung: {name}")).to_be_visible(timeout=20_000)


def test_attendance_goes_from_the_workbook_to_the_meeting(werkstatt: Dienst, offen: Page) -> None:
    zeilen = [(GREMIUM, TAG, "Selbstvertretung", None, 6, 4, "k. A."), (GREMIUM, TAG, "Kreis", None, 3, 0, None)]
    lade_hoch(offen, "runde.xlsx", arbeitsmappe(teilnahmen=[KOPF, *zeilen]))
    expect(offen.get_by_text("Die Sitzung von „Importrunde“ am 03.05.2028 ist nicht erfasst. Anlegen?")).to_be_visible()
    offen.get_by_test_id("stForm").get_by_text("Ja", exact=True).click()
    knopf(offen, "Antwort übernehmen und erneut prüfen").click()
    knopf(offen, "Datei übernehmen").click(timeout=20_000)
    expect(offen.get_by_text("gesichert", exact=True)).to_be_visible(timeout=20_000)
    alle = bestand(werkstatt)
    (sitzung,) = alle.sitzungen[GREMIUM]
    gezaehlt = {t.gruppe: t.anwesend for t in alle.teilnahmen[sitzung.id]}
    assert (sitzung.datum, gezaehlt) == (TAG, {"selbstvertretung": 4, "oertl_traeger": 0})
    knopf(offen, "Sitzung am 03.05.2028 ansehen").click()
    erwarte_parameter(offen, gremium=GREMIUM, sitzung="2028-05-03")

    oeffne(offen, f"{werkstatt.adresse}/daten?region={REGION}")
    offen.get_by_role("tab", name="Was vorliegt").click()
    reihe = offen.get_by_role("row").filter(has_text="runde.xlsx")
    expect(reihe).to_contain_text("Importrunde")
    expect(reihe).to_contain_text("03.05.2028")


def test_a_list_of_names_is_refused_with_the_way_out_and_nothing_is_stored(werkstatt: Dienst, offen: Page) -> None:
    with benutze(werkstatt.ordner):
        vorher = fassung(REGION), len(abfragen.lieferungen())
    liste = [("Name", "Vorname", "Organisation", "Unterschrift"), ("Muster", "Erika", "Werkstattrat", "")]
    lade_hoch(offen, "liste.xlsx", arbeitsmappe(Liste=liste))
    expect(offen.get_by_text("Es wurde nichts gespeichert.")).to_be_visible()
    expect(offen.get_by_text(re.compile("hat ein Blatt „Zählhilfe“.*ohne Namen. Excel zählt."))).to_have_count(1)
    expect(knopf(offen, "Vorlage Teilnahme in Zahlen (XLSX)")).to_be_visible()
    expect(knopf(offen, "Datei übernehmen")).to_have_count(0)
    assert "Muster" not in offen.locator("main").inner_text()
    with benutze(werkstatt.ordner):
        assert (fassung(REGION), len(abfragen.lieferungen())) == vorher
    assert not list((werkstatt.ordner / "eingang").glob("*"))
