"""Any Kreis and Land: pages of regions that nobody set up, areas without boundaries, many areas."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from analysis.bestand import finde_region, lade
from analysis.einteilungen import pruefe
from data_access import abfragen
from data_access.datenbank import sitzung
from data_access.grenzen import beschriftungen, raumgrenzen
from data_access.nachbarschaft import nachbarn
from data_access.register import trage_ein
from models.schnitt import Schnitt
from presentation.charts.rangfolge import MEISTE, Balken, rangfolge
from presentation.maps.flaechen import Flaeche, hat_platz
from tests.data_access.importing.geowerkzeug import geojson, quadrat
from tests.data_access.test_register import eintraege
from tests.installation import einwohnerdatei, liefere
from tests.pages.seiten import MIT_REGION, SEITEN, alles, hinweise, oeffne, parameter, texte, titel, wahl, zeilen

ORTE = [f"06437{n:03d}" for n in range(1, 5)]
QUELLE = "© Vermessung Hessen 2021"


@pytest.fixture
def odenwald(klein: Path) -> Path:
    """Four Gemeinden of a Kreis that nobody set up, with their population; only the boundaries are missing."""
    namen = [("06", "Hessen"), ("06437", "Odenwaldkreis"), *((a, f"Ort {a[-1]}") for a in ORTE)]
    namen += [("05913", "Dortmund"), ("05913000", "Dortmund")]
    with sitzung() as s:
        trage_ein(s, eintraege(*namen), verzeichnis=True)  # type: ignore[arg-type]
    liefere(
        "einwohner",
        einwohnerdatei({(a, "insgesamt"): 1000 * n for n, a in enumerate((*ORTE, "05913000"), 1)}, date(2021, 12, 31)),
    )
    return klein


def liefere_grenzen(orte: list[str]) -> None:
    datei = geojson([(quadrat(4 * n, 0, 4), {"AGS": a, "GEN": a}) for n, a in enumerate(orte)])
    assert liefere("grenzen", datei, antworten={"quelle": QUELLE, "stichtag": "2021-12-31"}).lieferung is not None


@pytest.mark.parametrize(("region", "ganzes"), [("06437", "Odenwaldkreis"), ("06", "Hessen"), ("05913", "Dortmund")])
@pytest.mark.parametrize("seite", list(SEITEN))
def test_every_page_shows_a_kreis_and_a_land_of_the_register(
    odenwald: Path, seite: str, region: str, ganzes: str
) -> None:
    liefere_grenzen(ORTE)
    at = oeffne(seite, region=region, **MIT_REGION.get(seite, {}))
    assert not at.exception
    assert not [t for t in (*texte(at), *hinweise(at)) if "None" in t]
    assert ganzes in titel(at) or seite in ("karte", "methodik", "planungsraum")
    if seite == "ueberblick":
        assert any("kein Träger eingetragen, der Fallzahlen liefert" in t for t in texte(at))
    if seite == "planungsraeume":
        assert any("Speichern lässt sich eine Einteilung deshalb nicht" in t for t in texte(at))
    if seite == "planungsraum":
        assert titel(at).endswith(": keine veröffentlichten Fallzahlen")
        assert "## :small[Lage]" not in texte(at)
    if seite in ("zahlen", "karte"):
        assert parameter(at)["region"] == region
        assert wahl(at, "region").value == region
        assert wahl(at, "kennzahl").value == "einwohner"
        assert ganzes in alles(at)
        assert (QUELLE in alles(at)) == (region != "05913")


def test_the_levels_of_a_land_are_land_kreis_gemeinde(odenwald: Path) -> None:
    at = oeffne("zahlen", region="06", ebene="land")
    assert wahl(at, "ebene").options == ["Land", "Kreise", "Gemeinden"]
    assert titel(at).startswith("Hessen: 10.000 ")
    assert [z["Gebiet"] for z in zeilen(oeffne("zahlen", region="06", ebene="kreis"))] == ["Odenwaldkreis"]
    assert len(zeilen(oeffne("zahlen", region="06", ebene="gemeinde"))) == 4
    assert hinweise(oeffne("zahlen", region="06437", ebene="planungsraum")) == [
        "Für Odenwaldkreis gibt es keine Einteilung in Planungsräume. Sie sehen Gemeinden."
    ]


def test_without_boundaries_there_are_list_and_table_and_what_to_do(odenwald: Path) -> None:
    for seite in ("ueberblick", "karte"):
        at = oeffne(seite, region="06437")
        assert not at.exception
        assert any("keine Karte. Wer importieren darf" in h for h in hinweise(at)), hinweise(at)
    karte = oeffne("karte", region="06437")
    assert len(zeilen(karte)) == 4
    assert not karte.get("deck_gl_json_chart")


def test_part_of_the_boundaries_draws_part_of_the_map(odenwald: Path) -> None:
    liefere_grenzen(ORTE[:3])
    at = oeffne("karte", region="06437")
    assert [h.split(".")[0] for h in hinweise(at)] == ["Nicht gezeichnet, weil die Grenzen fehlen: Ort 4"]
    assert len(at.get("deck_gl_json_chart")) == 1


def test_a_cut_is_made_where_part_of_the_boundaries_is_missing(odenwald: Path) -> None:
    liefere_grenzen([ORTE[0], *ORTE[2:]])
    at = oeffne("planungsraeume", region="06437")
    assert [h.split(".")[0] for h in hinweise(at)] == ["Nicht gezeichnet, weil die Grenzen fehlen: Ort 2"]
    for orte in ([ORTE[1]], [ORTE[1], ORTE[3]]):
        entwurf = Schnitt((("a", "Raum A"),), tuple((o, "a") for o in orte))
        bestand = lade(finde_region("06437"), abfragen.stand("06437"))  # type: ignore[arg-type]
        zeilen_ = bestand.zeilen("gemeinde")
        # The letters of the map and the numbers of its geometry count the same areas.
        gezeichnet = [f["properties"]["gebiet"] for f in raumgrenzen(zeilen_, bestand.grenzen)["features"]]
        assert [o.gebiet for o in beschriftungen(zeilen_, bestand.grenzen)] == gezeichnet == [ORTE[0], *ORTE[2:]]
        assert not pruefe(entwurf, ORTE, nachbarn(zeilen_, bestand.grenzen)).teile
        alle_entwuerfe = at.session_state["planungsraumentwurf"]
        alle_entwuerfe["06437"] = replace(alle_entwuerfe["06437"], schnitt=entwurf, aktiv="a")
        assert not at.run().exception


def test_germany_as_a_whole_is_answered_with_a_note(odenwald: Path) -> None:
    at = oeffne("zahlen", region="de")
    assert hinweise(at)[0] == "Zahlen für ganz Deutschland gibt es hier noch nicht. Sie sehen Kleinkreis."


def test_few_areas_stand_as_radio_and_many_are_searched(odenwald: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def auswahl(at: AppTest) -> list[str]:
        return [w.key for w in (*at.radio, *at.selectbox) if w.key == "karte_liste"]

    at = oeffne("karte", region="06437")
    assert (len(auswahl(at)), len(at.radio)) == (1, 1)
    monkeypatch.setattr("presentation.ui.wahl.KURZE_LISTE", 2)
    at = oeffne("karte", region="06437")
    assert (len(auswahl(at)), len(at.radio)) == (1, 0)
    gewaehlt = at.selectbox(key="karte_liste").set_value(ORTE[3]).run()
    assert parameter(gewaehlt)["gebiet"] == ORTE[3]
    assert any("4 Gebiete, höchster Wert zuerst" in t for t in texte(at))


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 120))
def test_a_long_ranking_draws_both_ends_and_says_what_is_left_out(anzahl: int) -> None:
    bild = rangfolge([Balken(f"Ort {n}", float(n)) for n in range(anzahl)], titel="x", modus="hell")
    namen = next(p["value"] for p in bild.spec["params"] if p["name"] == "namen")
    if anzahl <= MEISTE:
        assert len(namen) == anzahl
        return
    assert (namen[0], namen[-1], len(namen)) == (f"Ort {anzahl - 1}", "Ort 0", 24)
    assert f"{anzahl - 24} weitere Gebiete" in bild.hinweise[0]


def test_a_label_stands_only_where_it_fits() -> None:
    def flaeche(platz: float) -> Flaeche:
        return Flaeche(0, "x", "x", 1.0, 9.0, 51.0, platz=platz)

    assert hat_platz(flaeche(0.01), "1.234", 3000.0)
    assert not hat_platz(flaeche(0.001), "1.234", 3000.0)
