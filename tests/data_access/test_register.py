from datetime import date
from pathlib import Path

import polars as pl
import pytest

from analysis.bestand import finde_region, lade
from data_access import abfragen, merkmale, schreiben
from data_access.datenbank import sitzung
from data_access.grenzen import gueltige, ohne_grenzen
from data_access.importing.lesen import lies
from data_access.register import dateiregister, finde_im_register, trage_ein, weitere_regionen
from models.rahmen import Gebietsregister
from tests.data_access.importing.geowerkzeug import geojson, quadrat
from tests.data_access.importing.test_merkmale import KOPF as MERKMALSKOPF
from tests.data_access.importing.test_merkmale import zeile as merkmal
from tests.data_access.importing.werkzeug import KOPF_FALLZAHLEN, csv, fall, gruende
from tests.installation import JETZT, einwohnerdatei, liefere, recht

ODENWALD = "06437"
QUELLE = {"quelle": "© Vermessung 2017", "stichtag": "2017-01-01"}
ALTE = ("06437002", "06437008", "06437014", "06437015")
NEU = "06437016"
T15, T17 = "2015-12-31", "2017-12-31"


def eintraege(*gebiete: tuple[str, str], tag: date = date(2021, 12, 31)) -> object:
    ebenen = {2: "land", 5: "kreis", 8: "gemeinde"}
    zeilen = [
        {
            "ags": ags,
            "ars": ags,
            "ebene": ebenen[len(ags)],
            "name": name,
            "name_amtlich": name,
            "flaeche_km2": 10.0,
            "gemeindefrei": False,
            "gueltig_von": tag,
        }
        for ags, name in gebiete
    ]
    return Gebietsregister.validate(pl.DataFrame(zeilen), cast=True)


def trage(*gebiete: tuple[str, str], verzeichnis: bool = True, tag: date = date(2021, 12, 31)) -> None:
    with sitzung() as s:
        trage_ein(s, eintraege(*gebiete, tag=tag), verzeichnis)  # type: ignore[arg-type]


def liefere_grenzen(*schluessel: str) -> str:
    gebiete = [(quadrat(n, 0), {"AGS": ags, "GEN": f"Ort {ags}"}) for n, ags in enumerate(schluessel)]
    ergebnis = liefere("grenzen", geojson(gebiete), "grenzen.geojson", antworten=QUELLE)
    assert ergebnis.lieferung is not None, ergebnis.befund.als_objekt()
    return ergebnis.lieferung.id


def test_any_kreis_and_land_of_the_register_is_a_region(klein: Path) -> None:
    assert finde_region("06437") is None
    trage(("06", "Hessen"), (ODENWALD, "Odenwaldkreis"), (NEU, "Oberzent"), ("06437001", "Bad König"))
    kreis, land = finde_region(ODENWALD), finde_region("06")
    assert kreis is not None
    assert land is not None
    assert (kreis.name, land.name) == ("Odenwaldkreis", "Hessen")
    assert [r.slug for r in weitere_regionen()] == ["06", ODENWALD]
    bestand = lade(land, abfragen.stand(land.slug))
    assert [str(e) for e in bestand.ebenen] == ["land", "kreis", "gemeinde"]
    assert bestand.zeilen("kreis")[0] == ("06437001", ODENWALD, "Odenwaldkreis")
    assert (bestand.ganzes.wort, bestand.traeger) == ("Land", None)
    assert finde_region("05978") == abfragen.regionen()[0]
    assert finde_im_register("0643") is None


def test_a_directory_corrects_adds_and_closes(klein: Path) -> None:
    liefere_grenzen(*ALTE, "06437001")
    assert {g.ags for g in abfragen.gemeinden(ODENWALD)} == {*ALTE, "06437001"}
    trage((ODENWALD, "Odenwaldkreis"), (NEU, "Oberzent"), ("06437001", "Bad König"))
    assert {g.ags: g.name for g in abfragen.gemeinden(ODENWALD)} == {NEU: "Oberzent", "06437001": "Bad König"}
    # An older file neither brings the dissolved ones back nor takes the new one away.
    trage(*((ags, "alt") for ags in ALTE), tag=date(2015, 12, 31))
    liefere_grenzen("06437001", "06437099")
    assert {g.ags for g in abfragen.gemeinden(ODENWALD)} == {NEU, "06437001"}
    assert NEU in dateiregister().gemeinden
    assert {g.ags for g in abfragen.gemeinden("05978")} == {*(g.ags for g in abfragen.gemeinden("05978"))}


def test_a_map_of_2016_draws_oberzent_and_its_figures(klein: Path) -> None:
    lieferung = liefere_grenzen(*ALTE, "06437001")
    trage((ODENWALD, "Odenwaldkreis"), (NEU, "Oberzent"), ("06437001", "Bad König"))
    zeilen = ((NEU, NEU, "Oberzent"), ("06437001", "06437001", "Bad König"))
    assert ohne_grenzen(zeilen, gueltige()) == []
    form = gueltige().form(NEU)
    assert form is not None
    assert gueltige().quelle([NEU]) == "© Vermessung 2017"
    nachher = liefere(
        "einwohner",
        einwohnerdatei({(a, "insgesamt"): 100 for a in (*ALTE, "06437001")}, date(2016, 12, 31), "zensus2011"),
    )
    assert any("ging 2018 in Oberzent" in w for w in nachher.befund.warnungen)
    werte = abfragen.einwohner(ODENWALD).select("ags", "anzahl").rows()
    assert sorted(werte) == [("06437001", 100), (NEU, 400)]
    schreiben.ziehe_lieferung_zurueck(recht(), lieferung, JETZT)
    assert ohne_grenzen(zeilen, gueltige()) == ["Bad König", "Oberzent"]


def test_an_imported_file_of_boundaries_changes_every_cache_key(klein: Path) -> None:
    vorher, version = abfragen.stand("06437"), gueltige().version
    liefere_grenzen("06437001")
    assert abfragen.stand("06437") != vorher
    assert gueltige().version != version
    assert gueltige().form("06437001") is not None
    assert liefere("grenzen", geojson([(quadrat(0, 0), {"AGS": "06437001"})]), antworten=QUELLE).unveraendert is False


def test_a_changed_file_on_disk_is_not_drawn(klein: Path, caplog: pytest.LogCaptureFixture) -> None:
    lieferung = liefere_grenzen("06437001")
    (klein / "grenzen" / f"{lieferung}.geojson").write_text('{"features":[]}')
    assert gueltige().form("06437001") is None
    assert "fehlen oder wurden verändert" in caplog.text


def test_context_figures_of_the_old_gemeinden_count_for_oberzent(klein: Path) -> None:
    trage((ODENWALD, "Odenwaldkreis"), ("06", "Hessen"), (NEU, "Oberzent"), ("06437001", "Bad König"))
    alle = [merkmal(w, a, von=T15, bis=T15) for a, w in (*((a, "7") for a in ALTE), (ODENWALD, "40"))]
    luecke = [merkmal("." if a == ALTE[0] else "5", a, von=T17, bis=T17) for a in ALTE]
    # A table of today names Oberzent for years before it was: with a sign beside the old Gemeinden.
    zeichen = [merkmal(".", NEU, von=tag, bis=tag) for tag in (T15, T17)]
    assert liefere("merkmale", csv(MERKMALSKOPF, *alle, *luecke, *zeichen), "m.csv").lieferung is not None
    tage = date.fromisoformat(T15), date.fromisoformat(T17)
    erwartet = [(ODENWALD, tage[0], 40.0, None), (NEU, tage[0], 28.0, None), (NEU, tage[1], None, ".")]
    for region in (ODENWALD, "06"):
        assert sorted(merkmale.bestand(region).select("ags", "zeitraum_bis", "wert", "zeichen").rows()) == erwartet


def test_old_figures_are_said_to_count_only_where_the_new_gemeinde_is_known(klein: Path) -> None:
    alte = einwohnerdatei({(ALTE[0], "insgesamt"): 100}, date(2016, 12, 31), "zensus2011")
    trage((ODENWALD, "Odenwaldkreis"), ("06437001", "Bad König"))
    satz = "Beerfelden (06437002) ging 2018 in Oberzent (06437016) auf."
    ohne = f"{satz} Im Verzeichnis steht keine heutige Gemeinde, für die diese Zahlen zählen."
    assert ohne in lies(alte, "e.csv", dateiregister()).befund.warnungen
    trage((ODENWALD, "Odenwaldkreis"), (NEU, "Oberzent"), ("06437001", "Bad König"))
    mit = f"{satz} Die Zahlen zählen dort, wenn alle Teile vorliegen."
    assert mit in lies(alte, "e.csv", dateiregister()).befund.warnungen
    faelle = csv(KOPF_FALLZAHLEN, fall("20", herkunft=ALTE[0], ort="06437001"))
    assert gruende(lies(faelle, "f.csv", dateiregister())) == f"{satz} Bitte den neuen Schlüssel eintragen."
