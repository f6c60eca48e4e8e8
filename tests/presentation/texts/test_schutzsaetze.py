"""The sentences at protected numbers, word by word."""

from dataclasses import replace

import pytest

from analysis.intervalle import Unterschied
from analysis.kennzahlen.katalog import kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl, Verb
from analysis.vergleiche import Entwicklung
from presentation.texts import schutzsaetze as s
from tests.presentation.texts.test_befunde import messung, rund

NICHT = "Die genaue Zahl nennen wir nicht, damit niemand erkannt wird."


def satz(slug: str) -> Kennzahl:
    gefunden = kennzahl(slug)
    assert gefunden is not None
    return gefunden


@pytest.mark.parametrize("k", [3, 5, 10])
def test_a_gemeinde_shown_0_k_and_2k_minus_1(k: int) -> None:
    def sagt(wert: int) -> str:
        von, bis = max(0, wert - k + 1), wert + k - 1
        return s.personensatz(wert, von, bis, "geschuetzt", satz("lb_bwf"), "herkunft")

    assert sagt(0) == f"Hier leben höchstens {k - 1} Personen. {NICHT}"
    assert sagt(k) == f"Hier leben 1 bis {2 * k - 1} Personen. {NICHT}"
    assert sagt(2 * k - 1) == (
        f"Hier leben rund {2 * k - 1} Personen, mindestens {k} und höchstens {3 * k - 2}. "
        "Die Zahl ist gerundet, damit niemand erkannt wird."
    )


def test_one_person_is_one_and_an_exact_number_is_said_to_be_exact() -> None:
    verb = Verb("wird", "werden", "betreut")
    assert s.spannensatz(0, 0, 1, "geschuetzt", verb) == f"Hier wird höchstens 1 Person betreut. {NICHT}"
    assert s.spannensatz(0, 0, 1, "geschuetzt") == f"Das ist höchstens 1 Person. {NICHT}"
    assert s.spannensatz(5, 1, 9, "geschuetzt") == f"Das sind 1 bis 9 Personen. {NICHT}"
    assert s.personensatz(917, 917, 917, "gezeigt", satz("lb_bwf"), "herkunft") == "Hier leben genau 917 Personen."
    assert s.spannensatz(1, 1, 1, "gezeigt", verb) == "Hier wird genau 1 Person betreut."


@pytest.mark.parametrize(
    ("slug", "prinzip", "anfang"),
    [
        ("lb_bwf", "leistungsort", "Hier leben höchstens 4 Personen."),
        ("lb_wfbm", "leistungsort", "Hier arbeiten höchstens 4 Personen."),
        ("lb_wfbm", "herkunft", "Hier leben höchstens 4 Personen."),
        ("lb_tagesfoerderung", "leistungsort", "Hier werden höchstens 4 Personen betreut."),
        ("lb_schulbegleitung", "leistungsort", "Hier werden höchstens 4 Personen betreut."),
        ("lb_p67_ambulant", "leistungsort", "Hier werden höchstens 4 Personen betreut."),
        ("lb_p67_stationaer", "leistungsort", "Hier leben höchstens 4 Personen."),
        ("lb_bfa", "leistungsort", "Hier arbeiten höchstens 4 Personen."),
    ],
)
def test_the_verb_says_what_people_do_here(slug: str, prinzip: str, anfang: str) -> None:
    assert s.personensatz(0, 0, 4, "geschuetzt", satz(slug), prinzip) == f"{anfang} {NICHT}"


def test_nothing_is_said_of_plaetze_and_of_what_has_no_number() -> None:
    assert s.personensatz(3, 3, 3, "gezeigt", satz("plaetze_bwf"), "leistungsort") == ""
    assert s.personensatz(None, None, None, "nicht_geliefert", satz("lb_bwf"), "herkunft") == ""


def test_a_rate_of_few_people_is_unsure_not_secret() -> None:
    assert s.quotensatz(satz("W1"), 5) == (
        "Für weniger als 10 Personen zeigen wir keinen Wert je 1.000: Er wäre zu unsicher."
    )
    assert s.quotensatz(satz("K1"), 10).startswith("Für weniger als 20 Personen zeigen wir keinen Wert je 1.000:")
    assert s.quotensatz(satz("W4"), 3) == "Für weniger als 20 Personen zeigen wir keinen Anteil: Er wäre zu unsicher."


def test_how_it_was_rounded() -> None:
    anfang = "Zum Schutz einzelner Personen sind kleine Fallzahlen leicht verändert."
    summen = "Summen stimmen mit den angezeigten Einzelwerten überein."
    assert s.rundung(5, 8) == (
        f"{anfang} Werte von 1 bis 4 werden nicht ausgewiesen, sondern auf 0 oder 5 gesetzt. {summen} "
        "Einzelne Werte können vom wahren Wert abweichen, hier höchstens um 8."
    )
    assert s.rundung(3, 0).endswith(f"sondern auf 0 oder 3 gesetzt. {summen}")
    assert "Werte von 1 bis 9 werden nicht ausgewiesen, sondern auf 0, 5 oder 10 gesetzt." in s.rundung(5, 0, 10)
    assert "Der Wert 1 wird nicht ausgewiesen" in s.rundung(2)
    assert s.nullsatz(4) == "0 bedeutet: keine oder höchstens 4 Personen."
    assert s.nullsatz(1) == "0 bedeutet: keine oder höchstens 1 Person."
    assert s.eigener_planungsraum(8) == (
        "Ihr Planungsraum ist die Summe der geschützten Gemeindewerte. Er kann deshalb um einige Personen vom wahren "
        "Wert abweichen, hier höchstens um 8."
    )


def test_a_change_within_the_rounding_is_named_and_no_other() -> None:
    def stand(jetzt: float, frueher: float, urteil: Unterschied = Unterschied.UNSICHER) -> Entwicklung:
        return Entwicklung(rund(jetzt), rund(frueher, 2021), urteil)

    assert s.veraenderungssatz(stand(48, 40)) == s.VERAENDERUNG
    assert s.veraenderungssatz(stand(49, 40)) == ""
    assert s.veraenderungssatz(stand(40, 40, Unterschied.HOEHER)) == ""
    assert s.veraenderungssatz(Entwicklung(messung(40), messung(40, 2021), Unterschied.UNSICHER)) == ""
    ohne = replace(rund(40), von=None)
    assert s.veraenderungssatz(Entwicklung(ohne, rund(40, 2021), Unterschied.UNSICHER)) == ""
    assert s.veraenderungssatz(None) == ""
