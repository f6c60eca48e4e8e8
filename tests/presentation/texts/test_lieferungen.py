"""Names and explanations of the kinds of files."""

import pytest

from data_access.importing.lesen import MAX_BYTES
from models.vokabular import Lieferungsart
from presentation.texts import lieferungen
from tests.pages.seiten import SEITEN

MB = 1024 * 1024


def test_every_kind_is_described() -> None:
    assert list(lieferungen.ARTEN) == list(Lieferungsart)
    for art in lieferungen.ARTEN.values():
        assert art.erklaerung.endswith(".")
        assert art.danach.endswith(".")
        assert art.zurueck.endswith(".")
        assert art.seite in {*SEITEN, "planungsraeume"}


def test_the_label_of_the_upload_names_forms_and_limit() -> None:
    assert lieferungen.aufforderung("einwohner") == "Datei auswählen (CSV oder XLSX, höchstens 25 MB)"
    assert lieferungen.aufforderung("grenzen").startswith(
        "Datei auswählen (GPKG, GeoJSON, GeoJSON.gz, ZIP mit Shapefile oder CSV mit Gebietsänderungen, höchstens "
    )
    assert "CSV, XLSX, GPKG" in lieferungen.aufforderung(lieferungen.ERKENNEN)
    assert all(form in lieferungen.aufforderung(lieferungen.ERKENNEN) for form in lieferungen.GEODATEN)


@pytest.mark.parametrize(("art", "rat"), [("fallzahlen", "teilen Sie die Datei"), ("grenzen", "vereinfachte Grenzen")])
def test_a_file_that_is_too_large_is_refused_with_advice_that_fits(art: str, rat: str) -> None:
    satz = lieferungen.zu_gross(art, "a.x", MAX_BYTES + 1)
    assert satz.startswith("Die Datei „a.x“ ist 26 MB groß. Erlaubt sind 25 MB. ")
    assert rat in satz
