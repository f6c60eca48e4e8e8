"""Every filter of every page: its options, and that a choice changes the link, the memory and what is shown."""

import pytest

from analysis.kennzahlen.katalog import KENNZAHLEN
from tests.pages.seiten import (
    MIT_LEISTE,
    MIT_REGION,
    SEITEN,
    alles,
    oeffne,
    parameter,
    texte,
    titel,
    waehle,
    wahl,
    zeilen,
)

pytestmark = pytest.mark.usefixtures("demo_lesend")

WMK = "werra-meissner-kreis"
MERKMALE_DER_VORFUEHRUNG = {
    "schwerbehinderte",
    "pflegebeduerftige",
    "sgb2_leistungsberechtigte",
    "arbeitslose",
    "arbeitslose_schwerbehinderte",
    "auslaender",
}
RAEUME = {"kreis-unna": "unna-beispiel-2025", WMK: "wmk-beispiel-2025"}


def test_the_filters_offer_what_there_is() -> None:
    at = oeffne("zahlen")
    assert wahl(at, "region").options == ["Kreis Unna", "Werra-Meißner-Kreis"]
    assert wahl(at, "ebene").options == ["Kreis", "Planungsräume", "Gemeinden"]
    assert wahl(at, "stichtag").options == [str(jahr) for jahr in range(2024, 2015, -1)]
    assert wahl(at, "raumprinzip").options == ["Herkunft", "Leistungsort"]
    geliefert = [k for k in KENNZAHLEN if not k.merkmal or k.merkmal in MERKMALE_DER_VORFUEHRUNG]
    namen = [k.kurz if k.art != "zahl" or k.gezaehlt == "Plätze" else f"{k.kurz}, Personen" for k in geliefert]
    assert wahl(at, "kennzahl").options == namen
    orte = ["Bergkamen", "Bönen", "Fröndenberg/Ruhr", "Holzwickede", "Kamen", "Lünen", "Schwerte", "Selm", "Unna"]
    assert wahl(at, "gebiet").options == ["Kreis Unna insgesamt", *orte, "Werne"]


@pytest.mark.parametrize("seite", MIT_LEISTE)
def test_every_kennzahl_is_shown(seite: str) -> None:
    at = oeffne(seite, region=WMK, kennzahl="einwohner")
    ohne_umfeld = [k for k in KENNZAHLEN if not k.merkmal]
    umfeld = [k for k in KENNZAHLEN if k.merkmal in ("schwerbehinderte", "arbeitslose_schwerbehinderte")]
    for gewaehlt in (*ohne_umfeld, *umfeld):
        waehle(at, "kennzahl", gewaehlt.id)
        assert not at.exception, gewaehlt.id
        assert parameter(at).get("kennzahl", "einwohner") == gewaehlt.id
        assert at.session_state["auswahl"]["kennzahl"] == [gewaehlt.id]
        assert any(f":gray[{gewaehlt.titel}, Werra-Meißner-Kreis" in text for text in texte(at))
        assert len(zeilen(at)) == (1 if gewaehlt.sinnvolle_ebene == "kreis" else 4)


@pytest.mark.parametrize("seite", MIT_LEISTE)
@pytest.mark.parametrize(
    ("name", "option", "erwartet"),
    [
        ("region", WMK, {"region": WMK}),
        ("ebene", "kreis", {"ebene": "kreis"}),
        ("ebene", "planungsraum:unna-beispiel-2025", {"ebene": "planungsraum"}),
        ("kennzahl", "lb_awf", {"kennzahl": "lb_awf"}),
        ("stichtag", "2019-12-31", {"jahr": "2019"}),
        ("raumprinzip", "leistungsort", {"raumprinzip": "leistungsort"}),
    ],
)
def test_a_choice_changes_link_memory_and_page(seite: str, name: str, option: str, erwartet: dict[str, str]) -> None:
    at = oeffne(seite)
    vorher = (wahl(at, name).value, zeilen(at), alles(at))
    waehle(at, name, option)
    assert not at.exception
    assert erwartet.items() <= parameter(at).items()
    assert {n: ",".join(w) for n, w in at.session_state["auswahl"].items()}.items() >= erwartet.items()
    assert wahl(at, name).value == option != vorher[0]
    assert zeilen(at) != vorher[1]
    # The link alone shows the same page again.
    wieder = oeffne(seite, **parameter(at))
    assert (titel(wieder), zeilen(wieder)) == (titel(at), zeilen(at))


@pytest.mark.parametrize("seite", SEITEN)
def test_every_page_follows_the_region(seite: str) -> None:
    at = oeffne(seite, **MIT_REGION.get(seite, {}))
    assert wahl(at, "region").value == "kreis-unna"
    vorher = alles(at)
    waehle(at, "region", WMK)
    assert parameter(at)["region"] == WMK
    assert at.session_state["auswahl"]["region"] == [WMK]
    assert "Werra-Meißner-Kreis" in alles(at) != vorher


@pytest.mark.parametrize("region", RAEUME)
def test_every_year_is_shown_on_every_level(region: str) -> None:
    for ebene in ("kreis", "planungsraum", "gemeinde"):
        at = oeffne("zahlen", region=region, ebene=ebene)
        for jahr in range(2016, 2025):
            waehle(at, "stichtag", f"{jahr}-12-31")
            assert not at.exception
            assert parameter(at)["jahr"] == str(jahr)
            assert any(f"am 31.12.{jahr}" in text for text in texte(at))


def test_another_region_forgets_areas_and_level_of_the_one_before() -> None:
    at = oeffne("zahlen", gebiet="05978024", ebene="gemeinde", jahr="2020")
    waehle(at, "region", WMK)
    assert not at.info
    assert "gebiet" not in parameter(at)
    assert wahl(at, "ebene").value == "planungsraum:wmk-beispiel-2025"
    assert wahl(at, "stichtag").value == "2020-12-31"


def test_another_kennzahl_keeps_the_area() -> None:
    at = oeffne("zahlen", gebiet="05978024")
    waehle(at, "kennzahl", "werkstatt")
    assert titel(at).startswith("Lünen: ")
    assert parameter(at)["gebiet"] == "05978024"


def test_a_kennzahl_without_the_chosen_raumprinzip_drops_it_without_a_note() -> None:
    at = oeffne("zahlen", kennzahl="lb_bwf", raumprinzip="leistungsort")
    waehle(at, "kennzahl", "einwohner")
    assert not at.info
    assert "raumprinzip" not in parameter(at)
    assert wahl(at, "raumprinzip").value == "herkunft"


def test_the_trend_can_be_drawn_for_one_area_and_back() -> None:
    at = oeffne("zahlen")
    waehle(at, "gebiet", "05978020")
    assert titel(at).startswith("Kamen: ")
    waehle(at, "gebiet", "")
    assert titel(at).startswith("Kreis Unna: ")
    assert "gebiet" not in parameter(at)


def test_the_list_of_the_map_selects_and_takes_back() -> None:
    at = oeffne("karte", region=WMK, ebene="gemeinde")
    assert at.radio(key="karte_liste").value == ""
    at.radio(key="karte_liste").set_value("06636016").run()
    assert parameter(at)["gebiet"] == "06636016"
    assert [m.label for m in at.metric] == ["Witzenhausen"]
    at.radio(key="karte_liste").set_value("").run()
    assert "gebiet" not in parameter(at)
    assert [m.label for m in at.metric] == ["Werra-Meißner-Kreis"]


def test_a_page_opened_from_the_menu_keeps_the_selection() -> None:
    at = oeffne("zahlen", region=WMK, kennzahl="werkstatt", jahr="2018")
    for name in list(at.query_params):
        del at.query_params[name]
    at.run()
    assert (wahl(at, "region").value, wahl(at, "kennzahl").value) == (WMK, "werkstatt")
    assert wahl(at, "stichtag").value == "2018-12-31"
