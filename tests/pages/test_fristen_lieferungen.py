"""The notices of a year on the page Fristen: beside the published counts of the demonstration, with a way to each."""

from pathlib import Path

import pytest

from tests.fristenkreis import lege_pflichten_an
from tests.pages.seiten import oeffne, personen, texte, ueberschriften, veroeffentlicht

WMK = "werra-meissner-kreis"


@pytest.mark.usefixtures("demo_lesend")
def test_each_notice_has_the_published_count_of_its_day() -> None:
    at = oeffne("fristen", region=WMK, jahr="2025")
    assert not at.exception
    (tafel,) = [t.value for t in at.table if "Veröffentlichte Zahl" in t.value.columns]
    zahlen = dict(zip(tafel["Was"], tafel["Veröffentlichte Zahl"], strict=True))
    gesamt = personen(veroeffentlicht("personen_gesamt", "kreis", WMK, 2024)["Werra-Meißner-Kreis"])
    alter = personen(veroeffentlicht("lb_regelaltersgrenze", "kreis", WMK, 2024)["Werra-Meißner-Kreis"])
    assert [wert for was, wert in zahlen.items() if "(§ 8 d)" in was] == [f"{gesamt} (am 31.12.2024)"]
    assert [wert for was, wert in zahlen.items() if "(§ 8 c)" in was] == [f"{alter} (am 31.12.2024)"]
    assert [wert for was, wert in zahlen.items() if "(§ 9)" in was] == ["keine einzelne Zahl"]
    (schule,) = [wert for was, wert in zahlen.items() if "(§ 8 b)" in was]
    assert schule.endswith("(am 30.04.2025)")
    assert any("nicht getrennt veröffentlicht" in t for t in texte(at))


@pytest.mark.usefixtures("demo_lesend")
def test_a_region_without_notices_has_no_such_section() -> None:
    at = oeffne("fristen", region="kreis-unna", jahr="2025")
    assert not at.exception
    assert not [h for h in ueberschriften(at) if "Mitteilung" in h]


def test_a_notice_without_a_freigabe_has_no_count(klein: Path) -> None:
    lege_pflichten_an()
    at = oeffne("fristen", region="kleinkreis", jahr="2025")
    assert not at.exception
    (tafel,) = [t.value for t in at.table if "Veröffentlichte Zahl" in t.value.columns]
    assert set(tafel["Veröffentlichte Zahl"]) == {"keine einzelne Zahl"}
