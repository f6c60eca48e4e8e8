from datetime import date
from typing import Any

import pytest

from data_access.importing.lesen import Register, lies
from tests.data_access.importing.werkzeug import (
    KEIN_REGISTER,
    KOPF_EINWOHNER,
    REGISTER,
    arbeitsmappe,
    csv,
    einwohner,
    einziger_fehler,
    gruende,
    person,
    werte,
)

G1, G2, G3 = "05978004", "05978008", "05978020"
ALLE = (person("10"), person("20", G2), person("30", G3))


def test_a_plain_table_is_read_as_it_stands() -> None:
    gelesen = einwohner(person("100"), person("40", alter="0-17", geschlecht="m"), person("0", G2), person("5", G3))
    assert werte(gelesen) == [
        (G1, 0, None, "insgesamt", 100),
        (G1, 0, 17, "m", 40),
        (G2, 0, None, "insgesamt", 0),
        (G3, 0, None, "insgesamt", 5),
    ]
    befund = gelesen.befund
    assert (befund.profil, befund.kodierung, befund.zeilen, befund.zellen) == ("einwohner", "utf-8", 4, 4)
    assert befund.stichtage == ("2021-12-31",)
    assert befund.summen == {"gemeinde": {"insgesamt": 105, "maennlich": 40}}
    assert (befund.warnungen, befund.fehler, befund.fragen) == ((), (), ())
    assert gelesen.art == "einwohner"
    assert gelesen.einwohner is not None
    assert set(gelesen.einwohner["basis"]) == {"zensus2011"}


@pytest.mark.parametrize("trenner", [";", ",", "\t", "|"])
@pytest.mark.parametrize("kodierung", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_what_excel_makes_of_the_template_reads_the_same(trenner: str, kodierung: str) -> None:
    kopf = " AGS ;Stichtag;Altersgruppe; Geschlecht;\u00a0Anzahl;Basis"
    text = "\r\n".join((kopf, *(z.replace("insgesamt", "Insgesamt") + ";;" for z in ALLE), ";;;;;;;", ""))
    gelesen = lies(text.replace(";", trenner).encode(kodierung), "e.csv", REGISTER)
    assert [w[-1] for w in werte(gelesen)] == [10, 20, 30]


def test_headers_with_umlauts_and_other_usual_names_are_known() -> None:
    kopf = "Amtlicher Gemeindeschlüssel;Stichtag;Altersgruppe;Geschlecht;Bevölkerung;Basis"
    inhalt = csv(kopf, person("10", geschlecht="männlich")).decode().encode("cp1252")
    gelesen = lies(inhalt, "e.csv", KEIN_REGISTER)
    assert werte(gelesen) == [(G1, 0, None, "m", 10)]
    assert gelesen.befund.kodierung == "cp1252"


def test_lost_zeros_of_the_whole_column_are_filled_in_with_a_warning() -> None:
    gelesen = einwohner(*(z.removeprefix("0") for z in ALLE))
    assert [w[0] for w in werte(gelesen)] == [G1, G2, G3]
    assert gelesen.befund.warnungen == (
        "In der Spalte „ags“ fehlten die führenden Nullen, und zwar überall. Sie wurden ergänzt.",
    )


def test_zeros_lost_in_a_part_of_the_column_are_asked_about() -> None:
    zeilen = (ALLE[0].removeprefix("0"), *ALLE[1:])
    offen = einwohner(*zeilen)
    assert offen.befund.status == "rueckfrage"
    assert offen.einwohner is None
    (frage,) = offen.befund.fragen
    assert (frage.schluessel, frage.auswahl) == ("nullen_ags", ("ergaenzen", "ablehnen"))
    assert [w[0] for w in werte(einwohner(*zeilen, antworten={"nullen_ags": "ergaenzen"}))] == [G1, G2, G3]
    abgelehnt = einwohner(*zeilen, antworten={"nullen_ags": "ablehnen"})
    assert "als Text formatieren" in einziger_fehler(abgelehnt).grund
    wieder_offen = einwohner(*zeilen, antworten={"nullen_ags": "vielleicht"})
    assert "keine der Möglichkeiten" in wieder_offen.befund.fragen[0].text


def test_dates_may_be_iso_german_or_excel_numbers() -> None:
    gelesen = einwohner(person("1"), person("2", G2, stichtag="31.12.2021"), person("3", G3, stichtag="44561"))
    assert gelesen.befund.stichtage == ("2021-12-31",)
    assert gelesen.befund.warnungen == (
        "Stichtage stehen als Excel-Zahl in der Datei und wurden in ein Datum umgerechnet.",
    )


def test_a_thousands_point_is_read_for_the_whole_column() -> None:
    gelesen = einwohner(person("1.234"), person("567", G2), person("12.345", G3))
    assert [w[-1] for w in werte(gelesen)] == [1234, 567, 12345]
    assert "Tausenderpunkt" in gelesen.befund.warnungen[0]


def test_an_ambiguous_point_is_asked_about() -> None:
    zeilen = (person("1.234"), person("5678", G2), person("9", G3))
    (frage,) = einwohner(*zeilen).befund.fragen
    assert (frage.schluessel, frage.auswahl) == ("tausenderpunkt_anzahl", ("ja", "nein"))
    assert [w[-1] for w in werte(einwohner(*zeilen, antworten={"tausenderpunkt_anzahl": "ja"}))] == [1234, 5678, 9]
    nein = einwohner(*zeilen, antworten={"tausenderpunkt_anzahl": "nein"})
    assert "keine ganze Zahl" in einziger_fehler(nein).grund


def test_a_decimal_in_the_column_makes_every_point_a_decimal_point() -> None:
    gelesen = einwohner(person("1.234"), person("2.5", G2), person("9", G3))
    assert [f.wert for f in gelesen.befund.fehler] == ["1.234", "2.5"]


@pytest.mark.parametrize(
    ("anzahl", "grund"),
    [("?", "nicht bekannt"), ("-3", "nicht negativ"), ("1,5", "keine ganze Zahl"), ("#BEZUG!", "nicht bekannt")],
)
def test_a_bad_count_stops_the_import_with_row_column_and_value(anzahl: str, grund: str) -> None:
    fehler = einziger_fehler(einwohner(person("1"), person(anzahl, G2), person("3", G3)))
    assert (fehler.zeile, fehler.spalte, fehler.wert) == (3, "anzahl", anzahl)
    assert grund in fehler.grund


def test_a_sign_is_no_figure_and_no_zero() -> None:
    gelesen = einwohner(person("10"), person(".", G2), person("", G3), person("–", G3, geschlecht="m"))
    assert werte(gelesen) == [(G1, 0, None, "insgesamt", 10)]
    assert gelesen.befund.zeichen == {"-": 1, ".": 1, "leer": 1}
    assert gelesen.befund.zellen == 4
    assert "3 Zeilen haben keine Zahl" in gelesen.befund.warnungen[0]


def test_a_sum_without_any_figure_is_left_out_not_zero() -> None:
    gelesen = einwohner(*ALLE, person(".", geschlecht="m"))
    assert gelesen.befund.summen == {"gemeinde": {"insgesamt": 60}}


def test_a_mark_beside_a_figure_is_counted_and_the_figure_kept() -> None:
    gelesen = einwohner(person("10r"), person("(20)", G2), person("30", G3))
    assert [w[-1] for w in werte(gelesen)] == [10, 20, 30]
    assert gelesen.befund.zeichen == {"()": 1, "r": 1}


def test_the_same_cell_twice_is_refused_with_both_rows() -> None:
    fehler = einziger_fehler(einwohner(*ALLE, person("10", alter="0+")))
    assert fehler.zeile == 5
    assert "wie Zeile 2" in fehler.grund


def test_overlapping_age_groups_are_refused() -> None:
    fehler = einziger_fehler(einwohner(*ALLE, person("1", alter="18-64"), person("1", alter="60+")))
    assert (fehler.zeile, fehler.spalte, fehler.wert) == (6, "altersgruppe", "60+")
    assert "überschneidet sich mit 18-64" in fehler.grund


def test_groups_of_different_sexes_do_not_overlap() -> None:
    gelesen = einwohner(*ALLE, person("1", alter="18-64", geschlecht="m"), person("1", alter="60+", geschlecht="w"))
    assert gelesen.befund.status == "ok"


def test_the_total_beside_its_parts_must_agree() -> None:
    teile = (person("3", alter="0-17"), person("4", alter="18-64"), person("3", alter="65+"))
    assert len(werte(einwohner(*ALLE, *teile))) == 6
    fehler = einziger_fehler(einwohner(*ALLE, *teile[:2], person("4", alter="65+")))
    assert "die Altersgruppen 11, als „insgesamt“ steht 10" in fehler.grund
    assert fehler.zeile == 2


def test_parts_with_a_gap_may_be_less_than_the_total_but_never_more() -> None:
    assert einwohner(*ALLE, person("4", alter="18-64"), person("3", alter="65+")).befund.status == "ok"
    zu_viel = einwohner(*ALLE, person("8", alter="18-64"), person("3", alter="65+"))
    assert "nicht größer als das Ganze" in einziger_fehler(zu_viel).grund
    mit_punkt = einwohner(*ALLE, person("4", alter="0-17"), person(".", alter="18-64"), person("3", alter="65+"))
    assert mit_punkt.befund.status == "ok"


def test_sexes_must_not_exceed_their_total() -> None:
    assert einwohner(*ALLE, person("4", geschlecht="m"), person("6", geschlecht="w")).befund.warnungen == ()
    weniger = einwohner(*ALLE, person("4", geschlecht="m"), person("5", geschlecht="w"))
    assert "ergeben die Geschlechter weniger" in weniger.befund.warnungen[0]
    mehr = einwohner(*ALLE, person("5", geschlecht="m"), person("6", geschlecht="w"))
    assert "ergeben die Geschlechter 11" in einziger_fehler(mehr).grund


def test_a_kreis_row_is_compared_with_all_its_gemeinden() -> None:
    genau = einwohner(*ALLE, person("60", "05978"))
    assert genau.befund.summen == {"gemeinde": {"insgesamt": 60}, "kreis": {"insgesamt": 60}}
    assert genau.befund.warnungen == ()
    gerundet = einwohner(*ALLE, person("68", "05978"))
    assert "weicht die Zeile eines Kreises" in gerundet.befund.warnungen[0]
    assert "seine Gemeinden ergeben 60" in einziger_fehler(einwohner(*ALLE, person("69", "05978"))).grund
    assert einwohner(*ALLE[:2], person("69", "05978")).befund.status == "ok"


def test_an_unknown_gemeinde_of_a_known_kreis_is_refused_and_listed() -> None:
    gelesen = einwohner(*ALLE, person("1", "05978099"))
    fehler = einziger_fehler(gelesen)
    assert (fehler.zeile, fehler.wert) == (5, "05978099")
    assert gelesen.befund.schluessel_unbekannt == ("05978099",)


def test_gemeinden_of_other_kreise_are_accepted_unseen() -> None:
    assert len(werte(einwohner(*ALLE, person("1", "09162000"), person("2", "09162")))) == 5


def test_a_gemeinde_without_a_row_is_named_as_missing() -> None:
    gelesen = einwohner(*ALLE[:2])
    assert gelesen.befund.warnungen == (
        f"Im Kreis 05978 fehlt die Zeile für {G3}. Das gilt als keine Angabe, nicht als 0.",
    )


def test_one_basis_for_each_stichtag() -> None:
    fehler = einziger_fehler(einwohner(ALLE[0], person("20", G2, basis="zensus2022"), ALLE[2]))
    assert "zensus2011, zensus2022" in fehler.grund
    zwei_tage = einwohner(*ALLE, *(z.replace("2021", "2022").replace("zensus2011", "zensus2022") for z in ALLE))
    assert zwei_tage.befund.stichtage == ("2021-12-31", "2022-12-31")
    assert zwei_tage.befund.summen == {"gemeinde": {"insgesamt 2021-12-31": 60, "insgesamt 2022-12-31": 60}}


def test_an_unknown_basis_sex_or_age_group_names_what_is_possible() -> None:
    gelesen = einwohner(person("1", basis="geschätzt"), person("1", G2, geschlecht="x"), person("1", G3, alter="alt"))
    text = gruende(gelesen)
    assert "Möglich sind: vz1987, zensus2011, zensus2022, register, synthetisch" in text
    assert "Möglich sind: m, w, d, unbekannt, insgesamt" in text
    assert "Das ist keine Altersgruppe" in text


def test_empty_cells_that_are_needed_are_refused_with_their_row() -> None:
    gelesen = einwohner(*ALLE, ";;;;7;")
    assert {(f.zeile, f.spalte) for f in gelesen.befund.fehler} == {
        (5, s) for s in ("ags", "stichtag", "altersgruppe", "geschlecht", "basis")
    }


def test_basis_and_stichtag_come_from_the_caller_where_the_columns_are_empty() -> None:
    zeilen = tuple(";".join((z.split(";")[0], "", *z.split(";")[2:5], "")) for z in ALLE)
    offen = einwohner(*zeilen)
    assert [f.schluessel for f in offen.befund.fragen] == ["stichtag", "basis"]
    assert "synthetisch" in offen.befund.fragen[1].auswahl
    genannt = einwohner(*zeilen, stichtag=date(2020, 12, 31), basis="register")
    beantwortet = einwohner(*zeilen, antworten={"stichtag": "31.12.2020", "basis": "register"})
    for gelesen in (genannt, beantwortet):
        assert gelesen.einwohner is not None
        assert set(gelesen.einwohner.select("stichtag", "basis").rows()) == {(date(2020, 12, 31), "register")}
        assert gelesen.befund.stichtage == ("2020-12-31",)
    falsch = einwohner(*zeilen, antworten={"stichtag": "bald", "basis": "register"})
    assert "Das ist kein Datum" in falsch.befund.fragen[0].text


def test_what_the_caller_says_must_not_contradict_the_file() -> None:
    assert "Genannt ist der Stichtag 2020-12-31" in einziger_fehler(einwohner(*ALLE, stichtag=date(2020, 12, 31))).grund
    assert "Genannt ist die Basis „register“" in einziger_fehler(einwohner(*ALLE, basis="register")).grund
    assert einwohner(*ALLE, basis="zensus2011", stichtag=date(2021, 12, 31)).befund.status == "ok"


def test_missing_double_and_foreign_columns_are_refused_by_name() -> None:
    fehlt = lies(csv("ags;stichtag;anzahl;basis", f"{G1};2021-12-31;1;zensus2011"), "e.csv", REGISTER)
    assert [f.spalte for f in fehlt.befund.fehler] == ["altersgruppe", "geschlecht"]
    doppelt = lies(csv(f"{KOPF_EINWOHNER};anzahl", person("1") + ";2"), "e.csv", REGISTER)
    assert "steht zweimal" in einziger_fehler(doppelt).grund
    fremd = lies(csv(f"{KOPF_EINWOHNER};bemerkung", person("1") + ";x"), "e.csv", REGISTER)
    assert "Die Spalte „bemerkung“ kennt die Vorlage nicht" in einziger_fehler(fremd).grund


def test_a_cell_beside_the_table_is_not_dropped_silently() -> None:
    fehler = einziger_fehler(einwohner(*ALLE, person("1", "09162000") + ";99"))
    assert fehler.zeile == 5
    assert "mehr, als die Kopfzeile Spalten hat" in fehler.grund


def test_text_above_the_header_is_reported() -> None:
    gelesen = lies(csv("Unsere Zahlen;", "", KOPF_EINWOHNER, *ALLE), "e.csv", REGISTER)
    assert gelesen.befund.warnungen == ("Über der Kopfzeile steht Text. Er wurde nicht gelesen.",)
    assert gelesen.befund.zeilen == 3


def test_a_workbook_reads_like_the_text_and_asks_where_two_sheets_fit() -> None:
    zeilen = [KOPF_EINWOHNER.split(";"), *(z.split(";") for z in ALLE)]
    zahlen: list[list[Any]] = [
        [*zeilen[0]],
        *([int(z[0]), date(2021, 12, 31), z[2], z[3], int(z[4]), z[5]] for z in zeilen[1:]),
    ]
    gelesen = lies(arbeitsmappe(Zahlen=zahlen, Notiz=[["nichts"]]), "e.xlsx", REGISTER)
    assert werte(gelesen) == werte(einwohner(*ALLE))
    assert gelesen.befund.kodierung == "xlsx"
    zwei = arbeitsmappe(Alt=zeilen[:3], Neu=zeilen)
    (frage,) = lies(zwei, "e.xlsx", REGISTER).befund.fragen
    assert (frage.schluessel, frage.auswahl) == ("blatt", ("Alt", "Neu"))
    assert lies(zwei, "e.xlsx", REGISTER, antworten={"blatt": "neu"}).befund.zeilen == 3


def test_a_fraction_in_a_workbook_is_never_read_as_thousands() -> None:
    inhalt = arbeitsmappe(e=[KOPF_EINWOHNER.split(";"), [G1, "2021-12-31", "insgesamt", "m", 1.234, "zensus2011"]])
    assert [f.schluessel for f in lies(inhalt, "e.xlsx", KEIN_REGISTER).befund.fragen] == ["tausenderpunkt_anzahl"]


def test_errors_beyond_a_hundred_are_only_counted() -> None:
    gelesen = einwohner(*(person("?", f"0916{i:04d}") for i in range(150)))
    assert len(gelesen.befund.fehler) == 101
    assert gelesen.befund.fehler[-1].grund.startswith("Dazu kommen 50 weitere Fehler")


def test_a_large_table_is_read_in_seconds() -> None:
    zeilen = [person(str(i % 500), f"09{i // 100:06d}", alter=str(i % 100)) for i in range(50_000)]
    gelesen = lies(csv(KOPF_EINWOHNER, *zeilen), "e.csv", Register(frozenset(), frozenset()))
    assert gelesen.befund.zeilen == 50_000
    assert gelesen.befund.summen["gemeinde"] == {"insgesamt": sum(i % 500 for i in range(50_000))}
