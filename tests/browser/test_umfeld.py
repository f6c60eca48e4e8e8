"""A file with context figures through the browser, from the upload to the chart."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Dienst
from tests.browser.fenster import knopf, oeffne
from tests.browser.gremien import mit_schluessel
from tests.browser.test_lieferung import lade_hoch
from tests.data_access.importing.test_merkmale import KOPF, zeile
from tests.data_access.importing.werkzeug import csv

pytestmark = pytest.mark.browser

DATEI = csv(
    KOPF,
    *(
        zeile(
            wert, "05978", "krankenhausbetten", von=f"{jahr}-01-01", bis=f"{jahr}-12-31", quelle="Krankenhausstatistik"
        )
        for jahr, wert in ((2021, "2.652,5"), (2022, "2.640"), (2023, "2.601"))
    ),
)


def test_context_figures_go_from_the_upload_to_the_chart(gremienwerkstatt: Dienst, seite: Page) -> None:
    oeffne(seite, f"{gremienwerkstatt.adresse}/daten?region=kreis-unna{mit_schluessel(gremienwerkstatt)}")
    lade_hoch(seite, "betten.csv", DATEI, "Zahlen zum Umfeld")
    expect(seite.get_by_text("Erkannt als: Vorlage „merkmale“, 3 Zeilen.")).to_be_visible(timeout=20_000)
    knopf(seite, "Datei übernehmen").click()
    expect(seite.get_by_text("gesichert", exact=True)).to_be_visible(timeout=20_000)
    oeffne(seite, f"{gremienwerkstatt.adresse}/zahlen?region=kreis-unna&kennzahl=krankenhausbetten&ebene=kreis")
    expect(seite.locator("h1")).to_have_text("Kreis Unna: 2.601 Krankenhausbetten, 2021 waren es 2.653")
    expect(seite.get_by_text("im Jahr 2023")).to_be_visible()
    bild = seite.get_by_test_id("stVegaLiteChart")
    expect(bild).to_be_visible()
    expect(bild.locator("svg, canvas").first).to_be_visible()
    assert "2.653 (2021), 2.640 (2022), 2.601 (2023)" in seite.content()
    expect(seite.get_by_role("combobox", name="Kennzahl")).to_have_value("Krankenhausbetten, Betten")
