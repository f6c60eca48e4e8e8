"""The smaller Kennzahlen on the pages: Plätze, numbers of the Kreis as a whole, what is not agreed."""

import pytest

from analysis.kennzahlen.katalog import KENNZAHLEN
from analysis.kennzahlen.weitere import WEITERE
from tests.pages.seiten import MIT_LEISTE, alles, hinweise, oeffne, parameter, texte, titel, waehle, wahl, zeilen

pytestmark = pytest.mark.usefixtures("demo_lesend")

NUR_HESSEN = ("schulabgaenger_folgejahr", "lb_regelaltersgrenze")


@pytest.mark.parametrize("seite", MIT_LEISTE)
def test_every_further_kennzahl_opens_in_kreis_unna(seite: str) -> None:
    for satz in WEITERE:
        at = oeffne(seite, region="kreis-unna", kennzahl=satz.id)
        assert not at.exception, satz.id
        assert not at.error, satz.id
        assert not hinweise(at), satz.id
        if satz.id in NUR_HESSEN:
            assert titel(at) == f"Kreis Unna: „{satz.kurz}“ ist hier nicht vereinbart"
            assert not at.table
        else:
            assert len(zeilen(at)) == {"kreis": 1, "planungsraum": 3, "gemeinde": 10}[satz.sinnvolle_ebene]


@pytest.mark.parametrize("seite", MIT_LEISTE)
def test_plaetze_speak_of_plaetze_and_never_of_protection(seite: str) -> None:
    for slug in ("plaetze_bwf", "platzdichte", "werkstattplaetze"):
        at = oeffne(seite, region="werra-meissner-kreis", kennzahl=slug, ebene="gemeinde")
        text = "\n".join([titel(at), *texte(at)])
        assert "Öffentliche Zahl, nicht gerundet." in text
        for wort in ("eschützt", "ufallsschwankung", "Rundung", "Personen"):
            assert wort not in text, (slug, wort)
        assert "Personen" not in zeilen(at)[0]


def test_a_number_of_the_kreis_opens_at_the_kreis_and_says_so() -> None:
    at = oeffne("zahlen", region="werra-meissner-kreis", kennzahl="W3", ebene="gemeinde", gebiet="06636003")
    assert hinweise(at) == [
        "„Gast- und Pflegefamilien je 1.000“ gibt es nur für den Kreis im Ganzen. Sie sehen den Kreis."
    ]
    assert wahl(at, "ebene").options == ["Kreis"]
    assert wahl(at, "ebene").disabled
    assert any("Unterhalb des Kreises gibt es keinen Wert" in text for text in texte(at))


def test_choosing_a_number_of_the_kreis_needs_no_notice() -> None:
    at = oeffne("karte", ebene="gemeinde", gebiet="05978024")
    waehle(at, "kennzahl", "lb_bfa")
    assert not hinweise(at)
    assert parameter(at)["kennzahl"] == "lb_bfa"
    assert "ebene" not in parameter(at)
    assert titel(at) == "Kreis Unna: 38 Menschen mit Budget für Arbeit"


def test_the_stichtage_of_a_kennzahl_are_its_own() -> None:
    at = oeffne("zahlen", region="werra-meissner-kreis", kennzahl="schulabgaenger_folgejahr")
    assert wahl(at, "stichtag").options == ["30.04.2025", "30.04.2024", "30.04.2023", "30.04.2022"]
    waehle(at, "kennzahl", "lb_bwf")
    assert not at.exception
    assert wahl(at, "stichtag").options == [str(jahr) for jahr in range(2024, 2015, -1)]


@pytest.mark.parametrize("region", ["kreis-unna", "werra-meissner-kreis"])
def test_the_overview_leads_to_every_kennzahl_of_the_four_themes(region: str) -> None:
    assert len(oeffne("ueberblick", region=region, kennzahl="schulabgaenger_folgejahr").metric) == 4
    at = oeffne("ueberblick", region=region)
    assert not at.exception
    ziele = alles(at)
    uebergreifend = {"uebergreifend", "bevoelkerung", "umfeld"}
    for satz in KENNZAHLEN:
        gezeigt = satz.id in ("lb_awf", "lb_wfbm", "minderjaehrige_egh", "lb_p67_ambulant")
        fehlt = satz.thema in uebergreifend or gezeigt or (region == "kreis-unna" and satz.id in NUR_HESSEN)
        assert (f'kennzahl={satz.id}"' in ziele or f"kennzahl={satz.id}&" in ziele) != fehlt, satz.id


@pytest.mark.parametrize("region", ["kreis-unna", "werra-meissner-kreis"])
def test_the_page_daten_shows_the_state_in_full(region: str) -> None:
    at = oeffne("daten", region=region)
    stand = zeilen(at, 0)
    assert {z["Stand"] for z in stand} <= {"veröffentlicht am 20.05.2025, Fassung 1", "nicht vereinbart"}
    assert sum(z["Stand"] == "nicht vereinbart" for z in stand) == (2 if region == "kreis-unna" else 0)
    assert "Stand der Daten als CSV" in [k.label for k in at.download_button]
