"""The values on the pages in the demonstration: the same as in the exported file."""

import pytest

from tests.pages.seiten import (
    MIT_LEISTE,
    deutsch,
    oeffne,
    personen,
    rate,
    texte,
    ueberschriften,
    veroeffentlicht,
    zeilen,
)

pytestmark = pytest.mark.usefixtures("demo_lesend")


@pytest.mark.parametrize("seite", MIT_LEISTE)
@pytest.mark.parametrize("region", ["kreis-unna", "werra-meissner-kreis"])
def test_screen_and_file_hold_the_same_values(seite: str, region: str) -> None:
    at = oeffne(seite, region=region, ebene="gemeinde", kennzahl="besondere_wohnform", jahr="2022")
    zahlen = veroeffentlicht("lb_bwf", "gemeinde", region, 2022)
    raten = veroeffentlicht("besondere_wohnform", "gemeinde", region, 2022)
    gezeigt = {z["Gebiet"]: (z["Personen"], z["je 1.000, 2022"]) for z in zeilen(at)}
    assert len(gezeigt) == {"kreis-unna": 10, "werra-meissner-kreis": 17}[region]
    assert gezeigt == {name: (personen(zahlen[name]), rate(raten[name])) for name in raten}


def test_the_panel_of_the_map_is_about_the_chosen_area() -> None:
    at = oeffne("karte", region="werra-meissner-kreis", gebiet="06636003", jahr="2021")
    (wert,) = at.metric
    eschwege = veroeffentlicht("besondere_wohnform", "gemeinde", "werra-meissner-kreis", 2021)["Eschwege"]
    zahl = veroeffentlicht("lb_bwf", "gemeinde", "werra-meissner-kreis", 2021)["Eschwege"]
    assert (wert.label, wert.value) == ("Eschwege", rate(eschwege))
    assert ueberschriften(at)[0] == "Eschwege"
    satz = f"**{personen(zahl)} Personen** bei {int(eschwege['nenner']):,} Einwohnern ab 18 Jahren.".replace(
        ",", ".", 1
    )
    assert any(text.startswith(satz) for text in texte(at))
    assert at.radio(key="karte_liste").value == "06636003"


def test_the_list_of_the_map_names_every_area_with_its_value_highest_first() -> None:
    raten = veroeffentlicht("besondere_wohnform", "gemeinde", "werra-meissner-kreis", 2024)
    mit_wert = sorted((n for n in raten if raten[n]["wert"]), key=lambda n: (-float(raten[n]["wert"]), n))
    ohne = sorted(n for n in raten if not raten[n]["wert"])
    at = oeffne("karte", region="werra-meissner-kreis", ebene="gemeinde")
    assert at.radio(key="karte_liste").options == [
        "Werra-Meißner-Kreis insgesamt",
        *(f"{name} · **{rate(raten[name])}**" for name in mit_wert + ohne),
    ]


@pytest.mark.parametrize("region", ["kreis-unna", "werra-meissner-kreis"])
def test_the_overview_shows_four_themes_with_published_totals(region: str) -> None:
    at = oeffne("ueberblick", region=region)
    erwartet = []
    for grundzahl in ("lb_awf", "lb_wfbm", "minderjaehrige_egh", "lb_p67_ambulant"):
        (kreis,) = veroeffentlicht(grundzahl, "kreis", region, 2024).values()
        genau = kreis["von"] == kreis["bis"]
        erwartet.append(("Personen" if genau else "Personen, rund", deutsch(kreis["wert"])))
    assert [(m.label, m.value) for m in at.metric] == erwartet
    assert len(at.get("vega_lite_chart")) == 5
    stand = {z["Thema"]: z for z in zeilen(at)}
    assert len(stand) == 5
    kinder = stand.pop("Kinder und Jugendliche")
    assert {z["neuester Stichtag"] for z in stand.values()} == {"31.12.2024"}
    assert {z["fehlt"] for z in stand.values()} == {"–"}
    nrw = region == "kreis-unna"
    assert kinder["geliefert von"] == ("LWL und Kreis Unna" if nrw else "Werra-Meißner-Kreis")
    assert any("§ 35a SGB VIII" in text for text in texte(at))
