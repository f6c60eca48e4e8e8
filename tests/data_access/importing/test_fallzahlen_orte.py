from typing import Any

from tests.data_access.importing.werkzeug import einziger_fehler, fall, fallzahlen, werte

G1, G2 = "05978004", "05978008"
UNNA: dict[str, Any] = {"region_kreis": "05978"}


def test_not_collected_holds_for_a_whole_series() -> None:
    gelesen = fallzahlen(fall("7", G1, "-"), fall("3", G2, "-"), fall("5", "-", G1, grundzahl="lb_awf"), **UNNA)
    assert gelesen.befund.status == "ok"
    assert gelesen.befund.summen["kreis"] == {"lb_awf 2024-12-31 leistungsort": 5, "lb_bwf 2024-12-31 herkunft": 10}
    fehler = einziger_fehler(fallzahlen(fall("7", G1, "-"), fall("3", G2, G1)))
    assert (fehler.zeile, fehler.spalte) == (2, "leistungsort")
    assert "ganz oder gar nicht" in fehler.grund


def test_a_row_without_any_place_is_refused() -> None:
    assert "weder Herkunft noch Leistungsort" in einziger_fehler(fallzahlen(fall("7", "-", "-"))).grund
    assert "weder Herkunft noch Leistungsort" in einziger_fehler(fallzahlen(fall("7", "insgesamt", "insgesamt"))).grund


def test_insgesamt_of_a_place_is_a_checked_margin() -> None:
    zellen = (fall("7"), fall("3", G1, "05915"), fall("2", G2, G2))
    raender = (fall("10", G1, "insgesamt"), fall("9", "Insgesamt", G2), fall("12", "insgesamt", "insgesamt"))
    assert [w[-1] for w in werte(fallzahlen(*zellen, *raender, **UNNA))] == [7, 3, 2]
    for falsch in (fall("9", G1, "insgesamt"), fall("8", "insgesamt", G2), fall("13", "insgesamt", "insgesamt")):
        fehler = einziger_fehler(fallzahlen(*zellen, falsch, **UNNA))
        assert "Summe der einzelnen Orte" in fehler.grund
        assert fehler.zeile == 5


def test_insgesamt_as_the_only_place_of_a_series_means_not_collected() -> None:
    gelesen = fallzahlen(fall("7", G1, "insgesamt"), fall("3", G2, "insgesamt"), fall("10", "insgesamt", "insgesamt"))
    assert [w[:2] for w in werte(gelesen)] == [(G1, "-"), (G2, "-")]
    assert gelesen.befund.warnungen == (
        "In der Spalte „leistungsort“ steht nur „insgesamt“. Sie gilt als nicht erhoben („-“).",
    )


def test_a_place_that_only_has_its_margin_is_refused() -> None:
    fehler = einziger_fehler(fallzahlen(fall("7"), fall("3", G2, "insgesamt")))
    assert "Bitte auch hier aufgliedern" in fehler.grund


def test_rows_that_touch_the_region_nowhere_are_refused() -> None:
    assert fallzahlen(fall("7", "05915", "06636")).befund.status == "ok"
    fehler = einziger_fehler(fallzahlen(fall("7"), fall("7", "05915", "06636"), **UNNA))
    assert fehler.zeile == 3
    assert "liegt im Kreis 05978" in fehler.grund


def test_the_own_kreis_needs_its_gemeinden() -> None:
    fehler = einziger_fehler(fallzahlen(fall("7", G1, "05978"), **UNNA))
    assert (fehler.zeile, fehler.spalte) == (2, "leistungsort")
    assert "die Gemeinde gebraucht" in fehler.grund


def test_a_kreis_never_stands_beside_its_own_gemeinden() -> None:
    gelesen = fallzahlen(fall("7", G1, "05915"), fall("3", G1, "05915000"), **UNNA)
    assert "Personen doppelt" in einziger_fehler(gelesen).grund
    assert fallzahlen(fall("7", G1, "05915"), fall("3", "05915000", G1), **UNNA).befund.status == "ok"


def test_an_unknown_gemeinde_of_a_known_kreis_is_refused_and_listed() -> None:
    gelesen = fallzahlen(fall("7", G1, "05978099"))
    assert "gibt es im Kreis 05978 nicht" in einziger_fehler(gelesen).grund
    assert gelesen.befund.schluessel_unbekannt == ("05978099",)
