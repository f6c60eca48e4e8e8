from datetime import date
from typing import Any

import pytest

from data_access.importing.lesen import Register, lies
from tests.data_access.importing.werkzeug import (
    KEIN_REGISTER,
    KOPF_FALLZAHLEN,
    REGISTER,
    Formel,
    arbeitsmappe,
    csv,
    einziger_fehler,
    fall,
    fallzahlen,
    gruende,
    mit_geaendertem_teil,
    werte,
)

G1, G2, G3 = "05978004", "05978008", "05978020"
UNNA: dict[str, Any] = {"region_kreis": "05978"}


def test_a_plain_delivery_is_read_as_it_stands() -> None:
    gelesen = fallzahlen(fall("7"), fall("3", G1, "05915"), fall("0", "unbekannt", G2), **UNNA)
    assert werte(gelesen) == [
        (G1, G2, "insgesamt", "insgesamt", 7),
        (G1, "05915", "insgesamt", "insgesamt", 3),
        ("unbekannt", G2, "insgesamt", "insgesamt", 0),
    ]
    befund = gelesen.befund
    assert (befund.profil, befund.zeilen, befund.zellen, befund.zeichen) == ("fallzahlen", 3, 3, {})
    assert befund.summen == {"kreis": {"lb_bwf 2024-12-31 herkunft": 10, "lb_bwf 2024-12-31 leistungsort": 7}}
    assert (befund.warnungen, befund.fehler, befund.fragen) == ((), (), ())
    assert gelesen.art == "fallzahlen"
    assert gelesen.fallzahlen is not None
    assert set(gelesen.fallzahlen.select("grundzahl", "stichtag", "absender").rows()) == {
        ("lb_bwf", date(2024, 12, 31), "LWL")
    }


def test_a_workbook_reads_like_the_text() -> None:
    kopf = KOPF_FALLZAHLEN.split(";")
    zeile = ["lb_bwf", date(2024, 12, 31), 5978004, 5915, "18-64", "M", 7, "LWL"]
    gelesen = lies(arbeitsmappe(Daten=[kopf, zeile]), "f.xlsx", REGISTER, **UNNA)
    assert werte(gelesen) == [(G1, "05915", "18-64", "m", 7)]
    assert len(gelesen.befund.warnungen) == 2


@pytest.mark.parametrize("grundzahl", ["lb_foo", "anzahl", "zugang_lb_bwf"])
def test_an_unknown_grundzahl_is_refused_with_the_list(grundzahl: str) -> None:
    fehler = einziger_fehler(fallzahlen(fall("7", grundzahl=grundzahl)))
    assert (fehler.zeile, fehler.spalte, fehler.wert) == (2, "grundzahl", grundzahl)
    assert "lb_bwf, lb_awf, lb_wfbm, minderjaehrige_egh, lb_p67_ambulant" in fehler.grund


UNGESCHUETZT = {"quellschutz": "keiner"}
"""The answer that signs stand for numbers that are missing."""


def test_signs_and_empty_cells_are_missing_values_and_only_a_dash_is_zero() -> None:
    zeilen = (fall("."), fall("", G2), fall("-", G3), fall("/", G1, G1), fall("(9)", G3, G3))
    gelesen = fallzahlen(*zeilen, antworten=UNGESCHUETZT)
    assert gelesen.fallzahlen is not None
    assert gelesen.fallzahlen.select("anzahl", "zeichen").rows() == [
        (None, "."),
        (None, None),
        (0, None),
        (None, "/"),
        (9, None),
    ]
    assert gelesen.befund.zeichen == {"()": 1, "-": 1, ".": 1, "/": 1, "leer": 1}
    strich, luecken = gelesen.befund.warnungen
    assert strich == "Das Zeichen „-“ heißt „nichts vorhanden“. Es gilt als genau 0."
    assert luecken.startswith("In manchen Zellen steht keine Zahl, sondern ein Zeichen oder nichts.")


def test_a_sum_without_any_figure_is_left_out_not_zero() -> None:
    zeilen = (fall("."), fall("5", grundzahl="lb_awf"), fall(".", G2, grundzahl="lb_awf"))
    gelesen = fallzahlen(*zeilen, antworten=UNGESCHUETZT)
    assert gelesen.befund.summen["kreis"] == {
        "lb_awf 2024-12-31 herkunft": 5,
        "lb_awf 2024-12-31 leistungsort": 5,
    }
    assert "Summen enthalten ihn nicht" in gelesen.befund.warnungen[0]


def test_no_count_is_ever_repeated() -> None:
    zeilen = [
        fall("7319"),
        fall("7319"),
        fall("7319,5", G2),
        fall("-7319", G3),
        fall("7319?", G3, G1),
        fall("ca. 7319", G3, G2),
        fall("1", "731900"),
        fall("1", G1, G1, alter="7319"),
    ]
    gelesen = fallzahlen(*zeilen)
    assert len(gelesen.befund.fehler) == 6
    assert "7319" not in str(gelesen)
    assert [f.wert for f in gelesen.befund.fehler if f.spalte == "anzahl"] == [None, None, "####?", "ca. ####"]
    doppelt = fallzahlen(
        fall("7319"), fall("7319"), fall("5", G2), fall("5", G2, alter="18-64"), fall("7318", G2, alter="65+")
    )
    assert "731" not in str(doppelt)


def test_an_unknown_sign_is_shown_and_says_what_is_allowed() -> None:
    fehler = einziger_fehler(fallzahlen(fall("7"), fall("k.A.", G2)))
    assert (fehler.zeile, fehler.spalte, fehler.wert) == (3, "anzahl", "k.A.")
    assert "- . ... / x *" in fehler.grund


def test_the_same_cell_twice_is_refused_whether_equal_or_not() -> None:
    assert "schon in Zeile 2, mit demselben Wert" in einziger_fehler(fallzahlen(fall("7"), fall("7"))).grund
    assert "schon in Zeile 2, mit einem anderen Wert" in einziger_fehler(fallzahlen(fall("7"), fall("8"))).grund
    # "18+" holds everybody whom a Grundzahl for adults counts.
    assert einziger_fehler(fallzahlen(fall("7"), fall("7", alter="18+"))).zeile == 3


def test_insgesamt_alone_is_the_value() -> None:
    assert werte(fallzahlen(fall("7"))) == [(G1, G2, "insgesamt", "insgesamt", 7)]


def test_insgesamt_beside_its_parts_is_checked_and_goes() -> None:
    teile = (fall("4", alter="18-64"), fall("3", alter="65+"))
    assert werte(fallzahlen(fall("7"), *teile)) == [
        (G1, G2, "18-64", "insgesamt", 4),
        (G1, G2, "65+", "insgesamt", 3),
    ]
    fehler = einziger_fehler(fallzahlen(*teile, fall("8")))
    assert (fehler.zeile, fehler.spalte, fehler.wert) == (4, "anzahl", None)
    assert "stimmt hier nicht mit der Summe" in fehler.grund


def test_a_crossed_breakdown_is_checked_on_all_its_margins() -> None:
    kern = (
        fall("1", alter="18-64", geschlecht="m"),
        fall("2", alter="18-64", geschlecht="w"),
        fall("3", alter="65+", geschlecht="m"),
        fall("4", alter="65+", geschlecht="w"),
    )
    raender = (
        fall("10"),
        fall("3", alter="18-64"),
        fall("7", alter="65+"),
        fall("4", geschlecht="m"),
        fall("6", geschlecht="w"),
    )
    assert [w[2:] for w in werte(fallzahlen(*kern, *raender))] == [
        ("18-64", "m", 1),
        ("18-64", "w", 2),
        ("65+", "m", 3),
        ("65+", "w", 4),
    ]
    for i, falsch in enumerate((fall("9"), fall("4", alter="18-64"), fall("5", geschlecht="w"))):
        fehler = einziger_fehler(fallzahlen(*kern, falsch))
        assert (i, fehler.zeile) == (i, 6)


def test_a_place_may_be_broken_down_deeper_for_one_age_group() -> None:
    gelesen = fallzahlen(
        fall("6"),
        fall("4", alter="18-64"),
        fall("1", alter="65+", geschlecht="m"),
        fall("1", alter="65+", geschlecht="w"),
    )
    assert [w[2:] for w in werte(gelesen)] == [("18-64", "insgesamt", 4), ("65+", "m", 1), ("65+", "w", 1)]


def test_a_margin_with_a_missing_part_only_bounds_the_known_ones() -> None:
    gelesen = fallzahlen(fall("7"), fall("4", alter="18-64"), fall(".", alter="65+"), antworten=UNGESCHUETZT)
    assert [w[2:] for w in werte(gelesen)] == [("18-64", "insgesamt", 4), ("65+", "insgesamt", None)]
    zu_viel = fallzahlen(fall("7"), fall("8", alter="18-64"), fall(".", alter="65+"), antworten=UNGESCHUETZT)
    assert "stimmt hier nicht" in einziger_fehler(zu_viel).grund
    ohne_rand = fallzahlen(fall("."), fall("4", alter="18-64"), fall("3", alter="65+"), antworten=UNGESCHUETZT)
    assert ohne_rand.befund.status == "ok"


def test_ages_and_sexes_as_two_separate_tables_are_refused() -> None:
    gelesen = fallzahlen(fall("7", alter="18-64"), fall("3", geschlecht="m"), fall("4", geschlecht="w"))
    assert "nicht gekreuzt" in einziger_fehler(gelesen).grund


@pytest.mark.parametrize("zweite", ["60+", "18-49", "18+"])
def test_overlapping_age_groups_are_refused(zweite: str) -> None:
    gelesen = fallzahlen(fall("4", alter="18-64"), fall("3", alter=zweite))
    if zweite == "18+":
        assert "stimmt hier nicht" in einziger_fehler(gelesen).grund
    else:
        assert "überschneidet sich" in einziger_fehler(gelesen).grund


@pytest.mark.parametrize("alter", ["0-5", "18-63", "20-64", "66+", "42"])
def test_age_groups_must_be_unions_of_the_finest_ones(alter: str) -> None:
    fehler = einziger_fehler(fallzahlen(fall("4", alter=alter)))
    assert "0-6, 7-17, 18-49, 50-59, 60-64, 65+" in fehler.grund


def test_an_age_group_outside_of_what_the_grundzahl_counts_is_refused() -> None:
    assert "zählt Personen im Alter 18+" in einziger_fehler(fallzahlen(fall("4", alter="0-17"))).grund
    minderjaehrige = fallzahlen(fall("4", alter="18-49", grundzahl="minderjaehrige_egh"))
    assert "im Alter 0-17" in einziger_fehler(minderjaehrige).grund
    assert fallzahlen(fall("4", alter="7-17", grundzahl="minderjaehrige_egh")).befund.status == "ok"


def test_two_senders_of_one_cell_are_a_question() -> None:
    zeilen = (fall("7"), fall("7", absender="Kreis Unna"), fall("5", G2, absender="Kreis Unna"))
    offen = fallzahlen(*zeilen)
    assert offen.befund.status == "rueckfrage"
    (frage,) = offen.befund.fragen
    assert (frage.schluessel, frage.auswahl) == ("absender", ("Kreis Unna", "LWL"))
    assert "Welcher Absender gilt" in frage.text
    lwl = fallzahlen(*zeilen, antworten={"absender": "LWL"})
    assert lwl.fallzahlen is not None
    assert lwl.fallzahlen.select("herkunft", "absender").rows() == [(G1, "LWL"), (G2, "Kreis Unna")]
    assert "Zeilen anderer Absender gelten nicht" in lwl.befund.warnungen[0]
    kreis = fallzahlen(*zeilen, antworten={"absender": "Kreis Unna"})
    assert kreis.fallzahlen is not None
    assert set(kreis.fallzahlen["absender"]) == {"Kreis Unna"}


def test_senders_of_different_persons_are_no_question() -> None:
    gelesen = fallzahlen(fall("7", alter="18-64"), fall("3", alter="65+", absender="Kreis Unna"))
    assert [w[-1] for w in werte(gelesen)] == [7, 3]


def test_a_total_of_one_sender_over_parts_of_another_is_a_question() -> None:
    gelesen = fallzahlen(fall("7"), fall("3", alter="65+", absender="Kreis Unna"))
    assert [f.schluessel for f in gelesen.befund.fragen] == ["absender"]


def test_one_answer_must_settle_all_senders() -> None:
    zeilen = (fall("7"), fall("7", absender="B"), fall("7", G2, absender="B"), fall("7", G2, absender="C"))
    assert "andere Absender noch dieselben Zellen" in gruende(fallzahlen(*zeilen, antworten={"absender": "LWL"}))
    assert fallzahlen(*zeilen, antworten={"absender": "B"}).befund.status == "ok"


def test_lost_zeros_are_filled_in_each_column_of_its_own() -> None:
    gelesen = fallzahlen(fall("7", "5978004", "5915"), fall("3", "5978008", "unbekannt"), **UNNA)
    assert [w[:2] for w in werte(gelesen)] == [(G1, "05915"), (G2, "unbekannt")]
    assert len(gelesen.befund.warnungen) == 2
    offen = fallzahlen(fall("7", "5978004", G1), fall("3", G2, G1))
    assert [f.schluessel for f in offen.befund.fragen] == ["nullen_herkunft"]


def test_a_group_that_excel_made_a_date_is_refused_as_such() -> None:
    fehler = einziger_fehler(fallzahlen(fall("7", alter="Jul 17")))
    assert fehler.spalte == "altersgruppe"
    assert "in ein Datum verwandelt" in fehler.grund


def test_a_sender_is_needed_and_has_a_name() -> None:
    assert "Der Absender fehlt" in einziger_fehler(fallzahlen(fall("7", absender=""))).grund
    assert "kein Absender" in einziger_fehler(fallzahlen(fall("7", absender="123"))).grund


def test_without_a_region_every_gemeinde_counts_in_the_sums() -> None:
    gelesen = lies(csv(KOPF_FALLZAHLEN, fall("7"), fall("3", "05915", "06636001")), "f.csv", KEIN_REGISTER)
    assert gelesen.befund.summen == {"kreis": {"lb_bwf 2024-12-31 herkunft": 7, "lb_bwf 2024-12-31 leistungsort": 10}}


def test_error_values_of_excel_are_refused_not_read_as_empty() -> None:
    kopf = KOPF_FALLZAHLEN.split(";")
    zeile: list[Any] = fall("7").split(";")
    zeile[6] = Formel("=1/0", "#DIV/0!")
    fehler = einziger_fehler(lies(arbeitsmappe(f=[kopf, zeile]), "f.xlsx", REGISTER))
    assert "Excel-Fehlerwerte" in fehler.grund
    zeile[6] = Formel("=3+4", "7")
    assert werte(lies(arbeitsmappe(f=[kopf, zeile]), "f.xlsx", REGISTER))[0][-1] == 7


def test_a_formula_that_was_never_calculated_is_refused_not_read_as_empty() -> None:
    inhalt = arbeitsmappe(f=[KOPF_FALLZAHLEN.split(";"), [*fall("").split(";")[:6], Formel("=3+4", "99"), "LWL"]])
    unberechnet = mit_geaendertem_teil(
        inhalt, "xl/worksheets/sheet1.xml", b' t="str"><f>3+4</f><v>99</v>', b"><f>3+4</f>"
    )
    assert "Formeln ohne gespeichertes Ergebnis" in einziger_fehler(lies(unberechnet, "f.xlsx", REGISTER)).grund


def test_a_missing_column_is_refused_by_name() -> None:
    fehler = einziger_fehler(
        lies(csv("grundzahl;stichtag;herkunft;leistungsort;altersgruppe;geschlecht;anzahl", "x"), "f", REGISTER)
    )
    assert fehler.spalte == "absender"
    assert KOPF_FALLZAHLEN in fehler.grund


def test_the_stichtag_may_come_from_the_caller() -> None:
    assert [f.schluessel for f in fallzahlen(fall("7", stichtag="")).befund.fragen] == ["stichtag"]
    gelesen = fallzahlen(fall("7", stichtag=""), stichtag=date(2023, 12, 31))
    assert gelesen.befund.stichtage == ("2023-12-31",)


def test_a_large_delivery_is_read_in_seconds() -> None:
    orte = [f"09{k:03d}{g:03d}" for k in range(1, 11) for g in range(1, 21)]
    zeilen = [fall(str(i % 9), a, b) for i, (a, b) in enumerate((a, b) for a in orte for b in orte)]
    gelesen = lies(csv(KOPF_FALLZAHLEN, *zeilen), "f.csv", Register(frozenset(orte), frozenset({"09001"})))
    assert gelesen.befund.zeilen == 40_000
