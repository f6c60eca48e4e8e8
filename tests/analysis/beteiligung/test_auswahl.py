"""What a link asks for on the page Beteiligung: unknown values give way with a sentence."""

import pytest

from analysis.beteiligung.ausschnitt import Ausschnitt
from analysis.beteiligung.auswahl import loese_auf
from analysis.gremien.bestand import Gremienbestand
from tests.gremien import ALT, RUNDE, lege_gremien_an

pytestmark = pytest.mark.usefixtures("klein")

THEMEN, RAEUME = {"wohnen": "Wohnen"}, {"nord": "Nord"}


def loese(bestand: Gremienbestand, **parameter: str) -> tuple[Ausschnitt, list[str]]:
    wahl, saetze = loese_auf(parameter, bestand, "Kleinkreis", THEMEN, RAEUME)
    assert wahl.jahre == ((2023, 2024) if parameter.get("gremium") != ALT else ())
    assert (wahl.gremium.id if wahl.gremium else "") == (parameter.get("gremium", "") if not saetze else "")
    return wahl.ausschnitt, saetze


def test_without_a_word_it_is_all_gremien_in_the_latest_year_with_a_meeting() -> None:
    bestand = lege_gremien_an()
    assert set(loese(bestand)[0].gremien) == {RUNDE, ALT}
    assert loese(bestand)[0].jahr == 2024
    assert loese(bestand, jahr="alle")[0].jahr is None
    gewaehlt = loese(bestand, gremium=RUNDE, jahr="2023", thema="wohnen", gebiet="nord")
    assert gewaehlt == (Ausschnitt((RUNDE,), 2023, "wohnen", "nord"), [])
    assert loese(bestand, gremium=ALT) == (Ausschnitt((ALT,)), [])


def test_unknown_values_fall_back_each_with_its_sentence() -> None:
    bestand = lege_gremien_an()
    ausschnitt, saetze = loese(bestand, gremium="fremd", jahr="2025", thema="essen", gebiet="west")
    assert (ausschnitt.jahr, ausschnitt.thema, ausschnitt.planungsraum) == (2024, None, None)
    assert saetze == [
        "Das Gremium „fremd“ aus dem Link gibt es in Kleinkreis nicht. Sie sehen alle Gremien der Region.",
        "Für „2025“ aus dem Link ist keine Sitzung eingetragen, die stattfand. Sie sehen 2024.",
        "Das Thema „essen“ aus dem Link gibt es hier nicht. Sie sehen alle Themen.",
        "Den Planungsraum „west“ aus dem Link gibt es hier nicht. Sie sehen die ganze Region.",
    ]
    _, (satz,) = loese_auf({"gremium": ALT, "jahr": "2020"}, bestand, "Kleinkreis", THEMEN, RAEUME)
    assert satz == "Für „2020“ aus dem Link ist keine Sitzung eingetragen, die stattfand. Sie sehen alle Jahre."
