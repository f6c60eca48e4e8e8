"""The words at small numbers on each page: beside tables and maps, in the panel, in the Steckbrief, on Methodik."""

import pytest
from streamlit.testing.v1 import AppTest

from presentation.texts.schutzsaetze import NACH_HERKUNFT, NICHT_GENANNT
from tests.pages.seiten import oeffne, parameter, texte, waehle, wahl

pytestmark = pytest.mark.usefixtures("demo_lesend")

WMK = "werra-meissner-kreis"
HOECHSTENS_4 = f"- **0 bis 4:** Hier leben höchstens 4 Personen. {NICHT_GENANNT}"
BERKATAL = "06636002"


def _liste(at: AppTest) -> list[str]:
    """The entries "Was heißt das?" of a page: their signs and sentences."""
    return [text for text in texte(at) if text.startswith("- **")]


@pytest.mark.parametrize("seite", ["zahlen", "karte"])
def test_table_and_map_explain_the_ranges_they_show(seite: str) -> None:
    at = oeffne(seite, region=WMK, ebene="gemeinde", kennzahl="lb_bwf", gebiet=BERKATAL)
    listen = _liste(at)
    assert len(listen) == 1
    assert all(text.startswith(HOECHSTENS_4) for text in listen)
    assert any(NACH_HERKUNFT in text for text in texte(at))
    # The sentence stands at the number itself too: in the panel of the map, under the trend.
    assert any(f"Hier leben höchstens 4 Personen. {NICHT_GENANNT}" in t for t in texte(at) if not t.startswith("- "))


def test_a_rate_is_explained_with_the_people_behind_it() -> None:
    (text,) = _liste(oeffne("zahlen", region=WMK, ebene="gemeinde", kennzahl="minderjaehrige", raumprinzip="herkunft"))
    assert text.startswith(f"- **0 bis 9:** Hier leben höchstens 9 Personen. {NICHT_GENANNT}")
    assert text.endswith(
        "- **geschützt:** Für weniger als 20 Personen zeigen wir keinen Wert je 1.000: Er wäre zu unsicher."
    )
    anfang = f"- **0 bis 9:** Hier werden höchstens 9 Personen betreut. {NICHT_GENANNT}"
    at = oeffne("zahlen", region=WMK, ebene="gemeinde", kennzahl="minderjaehrige", raumprinzip="leistungsort")
    assert _liste(at)[0].startswith(anfang)
    assert not any(NACH_HERKUNFT in t for t in texte(at))


@pytest.mark.parametrize(
    ("seite", "mehr"),
    [
        ("zahlen", {"ebene": "kreis", "kennzahl": "lb_bwf", "raumprinzip": "leistungsort"}),  # not by age and sex
        ("zahlen", {"ebene": "gemeinde", "kennzahl": "plaetze_bwf"}),
        ("karte", {"ebene": "gemeinde", "kennzahl": "einwohner"}),
    ],
)
def test_nothing_is_explained_where_nothing_is_protected(seite: str, mehr: dict[str, str]) -> None:
    assert _liste(oeffne(seite, region=WMK, **mehr)) == []


def test_the_ueberblick_explains_its_rounded_totals() -> None:
    (text,) = _liste(oeffne("ueberblick", region=WMK))
    assert "- **rund 54:** Hier leben rund 54 Personen, mindestens 45 und höchstens 63." in text
    assert not any("917" in zeile for zeile in text.splitlines())


def test_the_steckbrief_says_it_at_the_number_and_beside_its_tables() -> None:
    at = oeffne("planungsraum", region=WMK, gebiet=BERKATAL)
    saetze = [t for t in texte(at) if not t.startswith("- ")]
    assert any(f"Hier leben höchstens 4 Personen. {NICHT_GENANNT}" in t for t in saetze)
    assert any("Für weniger als 10 Personen zeigen wir keinen Wert je 1.000: Er wäre zu unsicher." in t for t in saetze)
    assert len(_liste(at)) >= 5
    assert any(t.startswith("- **geschützt:**") for t in _liste(at))


def test_the_methodik_names_k_level_and_what_the_smallest_range_means() -> None:
    at = oeffne("methodik", region=WMK, kennzahl="minderjaehrige")
    (eintrag,) = [e for e in at.expander if e.proto.expanded]
    felder = dict(m.value.split("  \n", 1) for m in eintrag.markdown)
    assert felder["**Kleinste erkennbare Zahl (k)**"] == "10"
    assert felder["**Was „0 bis 9“ heißt**"] == f"Keine oder höchstens 9 Personen. {NICHT_GENANNT}"
    assert felder["**Feinste sinnvolle Ebene**"].startswith("Planungsraum. Feinere Ebenen lassen sich wählen;")
    assert felder["**Was „geschützt“ heißt**"].startswith("Für weniger als 20 Personen zeigen wir keinen Wert je 1.000")


def test_a_page_opens_at_the_sensible_level_and_a_link_keeps_its_own() -> None:
    def klein(at: AppTest) -> list[str]:
        return [t for t in texte(at) if "Auf dieser Ebene sind die Zahlen klein" in t]

    at = oeffne("zahlen", region="kreis-unna", kennzahl="lb_tagesfoerderung")
    assert (wahl(at, "ebene").value.split(":")[0], klein(at)) == ("planungsraum", [])
    fein = oeffne("karte", region="kreis-unna", kennzahl="lb_tagesfoerderung", ebene="gemeinde", jahr="2024")
    assert wahl(fein, "ebene").value == "gemeinde"
    (satz,) = klein(fein)
    assert satz.endswith(" Gemeinden stehen als Spanne. Sinnvoll ist die Ebene Planungsraum.")


def test_a_level_nobody_chose_follows_the_kennzahl_and_a_chosen_one_stays() -> None:
    at = oeffne("zahlen", region="kreis-unna", kennzahl="lb_bwf")
    assert wahl(at, "ebene").value == "gemeinde"
    waehle(at, "kennzahl", "minderjaehrige_egh")
    assert wahl(at, "ebene").value == "planungsraum:unna-beispiel-2025"
    waehle(at, "kennzahl", "lb_bwf")
    assert wahl(at, "ebene").value == "gemeinde"
    waehle(at, "ebene", "kreis")
    waehle(at, "kennzahl", "minderjaehrige_egh")
    assert (wahl(at, "ebene").value, parameter(at)["ebene"]) == ("kreis", "kreis")
