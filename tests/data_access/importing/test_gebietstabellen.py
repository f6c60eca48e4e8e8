"""Tables of GENESIS and Regionaldatenbank: exact results of the miniatures, and what headers, times and words mean."""

from datetime import date

import polars as pl
import pytest

from data_access.importing.gebietstabellen.basis import basen_der_fussnoten
from data_access.importing.gebietstabellen.koepfe import verbinde_kopf
from data_access.importing.gebietstabellen.worte import deute, lies_alter
from data_access.importing.gebietstabellen.zeiten import lies_zeitraum, zeitraum_im_text
from data_access.importing.gebietstabellen.zuordnung import finde_statistik
from data_access.importing.lesen import Gelesen, Register, lies
from tests.data_access.importing.gebietsminiaturen import BETTEN, EBENEN, FLACH, KREISE_JE_JAHR, als_csv, original
from tests.data_access.importing.werkzeug import KEIN_REGISTER, REGISTER, werte


def mini(name: str, register: Register = KEIN_REGISTER, **antworten: str) -> Gelesen:
    return lies(original(name), "x.csv", register, antworten=antworten)


def kurz(gelesen: Gelesen) -> tuple[object, ...]:
    b = gelesen.befund
    return b.profil, b.status, gelesen.art, b.kodierung, b.zeilen, b.zellen, b.zeichen, b.stichtage


def test_dates_as_columns() -> None:
    gelesen = mini("kreise_je_jahr")
    tage = ("2010-12-31", "2011-12-31")
    assert kurz(gelesen) == ("genesis", "ok", "einwohner", "cp1252", 4, 8, {"-": 1}, tage)
    assert gelesen.befund.summen == {"kreis": {"2010-12-31": 8420, "2011-12-31": 7410}}
    assert gelesen.einwohner is not None
    assert gelesen.einwohner.select("ags", "stichtag", "anzahl", "basis").rows() == [
        ("03152", date(2010, 12, 31), 2600, "vz1987"),
        ("03152", date(2011, 12, 31), 2500, "zensus2011"),
        ("03156", date(2010, 12, 31), 700, "vz1987"),
        ("05978", date(2010, 12, 31), 4100, "vz1987"),
        ("05978", date(2011, 12, 31), 3900, "zensus2011"),
        ("06636", date(2010, 12, 31), 1020, "vz1987"),
        ("06636", date(2011, 12, 31), 1010, "zensus2011"),
    ]


def test_levels_are_sums_for_checks_and_never_mixed() -> None:
    gelesen = mini("ebenen")
    assert kurz(gelesen)[4:] == (11, 33, {"-": 3, ".": 3}, ("2018-12-31",))
    assert gelesen.befund.summen == {
        "bund": {"Insgesamt": 9600, "männlich": 4650, "weiblich": 4950},
        "land": {"Insgesamt": 9600, "männlich": 4650, "weiblich": 4950},
        "regbez": {"Insgesamt": 7800, "männlich": 3800, "weiblich": 4000},
        "kreis": {"Insgesamt": 7800, "männlich": 3800, "weiblich": 4000},
    }
    # Hamburg has only the row of its Land; Göttingen 03152 did not exist any more; Berlin-Mitte is no Gemeinde.
    assert [w[0] for w in werte(gelesen)] == [a for a in ("02000", "03159", "05915", "05978") for _ in range(3)]
    assert [w[3:] for w in werte(gelesen)][:3] == [("insgesamt", 1800), ("m", 850), ("w", 950)]


def test_header_lines_are_joined_and_dashes_beside_figures_are_none() -> None:
    gelesen = mini("betten")
    assert kurz(gelesen) == ("genesis", "ok", "merkmale", "cp1252", 6, 24, {"-": 6}, ("2017-12-31",))
    assert gelesen.befund.summen["kreis"] == {
        "Krankenhäuser": 11,
        "aufgestellte Betten in Krankenhäusern (JD)": 3240,
        "aufgestellte Betten im Jahresdurchschnitt · allgemeine Fachabteilungen · Augenheilkunde": 70,
        "aufgestellte Betten im Jahresdurchschnitt · psychiatrische Fachabteilungen · Psychiatrie und Psychotherapie": (
            301
        ),
    }
    assert gelesen.merkmale is not None
    assert gelesen.merkmale.filter(ags="06636").select("merkmal", "auspraegung", "wert", "zeichen").rows() == [
        ("krankenhaeuser", "insgesamt", 2, None),
        ("krankenhausbetten", "allgemeine Fachabteilungen · Augenheilkunde", 0, "-"),
        ("krankenhausbetten", "insgesamt", 588, None),
        ("krankenhausbetten", "psychiatrische Fachabteilungen · Psychiatrie und Psychotherapie", 1, None),
    ]
    assert set(gelesen.merkmale["ags"]) == {"05", "05978", "06", "06636"}


def test_an_area_of_ours_with_dashes_alone_is_asked_about_once() -> None:
    register = Register(frozenset(), frozenset({"06637"}))
    offen = mini("betten", register)
    assert [(f.schluessel, f.auswahl) for f in offen.befund.fragen] == [("strich", ("null", "keine_angabe"))]
    ohne, null = (mini("betten", register, strich=wort).merkmale for wort in ("keine_angabe", "null"))
    assert ohne is not None
    assert null is not None
    assert ohne.filter(ags="06637").is_empty()
    assert null.filter(ags="06637").select("wert", "zeichen").unique().rows() == [(0.0, "-")]


def test_the_flat_form_in_both_spellings() -> None:
    gelesen = mini("flach")
    assert kurz(gelesen)[:6] == ("genesis-flach", "ok", "merkmale", "cp1252", 12, 12)
    assert gelesen.befund.summen["land"]["Arbeitslose · Insgesamt · 2022"] == 832
    neu = "statistics_code;statistics_label;time_code;time_label;time;"
    for nummer in (1, 2):
        neu += f"{nummer}_variable_code;{nummer}_variable_label;{nummer}_variable_attribute_code;"
        neu += f"{nummer}_variable_attribute_label;"
    kopf = (neu + "value;value_unit;value_variable_code;value_variable_label").split(";")
    zeilen = [kopf, *([*z, "Anzahl", "ERW006", "Arbeitslose"] for z in FLACH[1:])]
    anders = lies(als_csv(zeilen), "x.csv", KEIN_REGISTER)
    assert anders.befund.summen == gelesen.befund.summen
    assert anders.merkmale is not None
    assert gelesen.merkmale is not None
    assert anders.merkmale.equals(gelesen.merkmale)


def test_the_workbook_with_a_date_in_a_row_of_its_own() -> None:
    gelesen = mini("auslaender")
    assert kurz(gelesen) == ("genesis", "ok", "merkmale", "xlsx", 4, 12, {"-": 3}, ("2022-12-31",))
    assert gelesen.befund.summen == {"kreis": {"männlich": 53835, "weiblich": 51395, "Insgesamt": 105225}}
    assert any("In 1 von 3 Fällen" in text and "05915 in Zeile 6" in text for text in gelesen.befund.warnungen)
    assert gelesen.merkmale is not None
    assert gelesen.merkmale.filter(ags="05978", geschlecht="w")["wert"].to_list() == [29555]


def test_rows_broken_down_by_age_and_the_base_after_the_census() -> None:
    zeilen = [
        ["GENESIS-Tabelle: 12411-02-03-5"],
        ["Fortschreibung des Bevölkerungsstandes"],
        ["Bevölkerungsstand (Anzahl)"],
        ["", "", "", "", "Insgesamt", "männlich"],
        ["31.12.2022", "05978004", "Bergkamen", "unter 3 Jahre", "100", "60"],
        ["31.12.2022", "05978004", "Bergkamen", "3 bis unter 18 Jahre", "500", "260"],
        ["31.12.2022", "05978004", "Bergkamen", "75 Jahre und mehr", "400", "-"],
        ["31.12.2022", "05978004", "Bergkamen", "Insgesamt", "1000", "320"],
        ["__________"],
        ["© Statistische Ämter"],
    ]
    offen = lies(als_csv(zeilen), "x.csv", KEIN_REGISTER)
    assert [f.schluessel for f in offen.befund.fragen] == ["basis"]
    zeilen[-1] = ["Ab 2011: Zensus 2011. Ab 2022: Ergebnisse auf Grundlage des Zensus 2022"]
    gelesen = lies(als_csv(zeilen), "x.csv", KEIN_REGISTER)
    assert werte(gelesen) == [
        ("05978004", 0, None, "insgesamt", 1000),
        ("05978004", 0, None, "m", 320),
        ("05978004", 0, 2, "insgesamt", 100),
        ("05978004", 0, 2, "m", 60),
        ("05978004", 3, 17, "insgesamt", 500),
        ("05978004", 3, 17, "m", 260),
        ("05978004", 75, None, "insgesamt", 400),
        ("05978004", 75, None, "m", 0),
    ]
    assert gelesen.einwohner is not None
    assert set(gelesen.einwohner["basis"]) == {"zensus2022"}


def test_an_unknown_measure_is_asked_about_with_the_catalogue() -> None:
    zeilen = [["Kurhäuser" if t == "Krankenhäuser" else t for t in z] for z in BETTEN]
    offen = lies(als_csv(zeilen), "x.csv", KEIN_REGISTER)
    (frage,) = offen.befund.fragen
    assert frage.schluessel == "merkmal_kurhaeuser"
    assert frage.text == "Welches Merkmal ist „Kurhäuser“ (Anzahl)?"
    assert {"krankenhaeuser", "nicht_uebernehmen"} <= set(frage.auswahl)
    ohne = lies(als_csv(zeilen), "x.csv", KEIN_REGISTER, antworten={"merkmal_kurhaeuser": "nicht_uebernehmen"})
    assert ohne.merkmale is not None
    assert set(ohne.merkmale["merkmal"]) == {"krankenhausbetten"}
    assert "„Kurhäuser“ wurde nicht übernommen." in ohne.befund.warnungen
    doppelt = lies(als_csv(zeilen), "x.csv", KEIN_REGISTER, antworten={"merkmal_kurhaeuser": "krankenhausbetten"})
    assert "Zwei Spalten sind demselben Merkmal zugeordnet" in doppelt.befund.fehler[0].grund


def test_population_by_nationality_is_taken_in_total_only() -> None:
    zeilen = [list(z) for z in EBENEN]
    zeilen[7][4] = "Ausländer"
    gelesen = lies(als_csv(zeilen), "x.csv", KEIN_REGISTER)
    assert {w[3] for w in werte(gelesen)} == {"insgesamt", "m"}
    assert any(text.startswith("„Ausländer“ wurde nicht übernommen") for text in gelesen.befund.warnungen)


def test_a_table_of_laender_has_no_inhabitants_for_us() -> None:
    gelesen = lies(als_csv([z for z in EBENEN if len(z[0]) < 5 or len(z[0]) > 8]), "x.csv", KEIN_REGISTER)
    assert "keine Einwohnerzahl eines Kreises" in gelesen.befund.fehler[0].grund


def test_gemeinden_are_checked_against_the_register() -> None:
    zeilen = [*KREISE_JE_JAHR[:6], ["05978099", "Neustadt", "10", "11"], *KREISE_JE_JAHR[10:]]
    gelesen = lies(als_csv(zeilen), "x.csv", REGISTER)
    assert gelesen.befund.schluessel_unbekannt == ("05978099",)


def test_merged_headers_reach_as_far_as_the_line_above_agrees() -> None:
    kopf = [
        ["Häuser", "Betten", None, None],
        [None, "allgemein", None, "psychiatrisch"],
        [None, "Augen", "HNO", None],
        ["Anzahl", None, None, None],
    ]
    assert verbinde_kopf(kopf, 4) == [
        ("Häuser", "Anzahl"),
        ("Betten", "allgemein", "Augen", "Anzahl"),
        ("Betten", "allgemein", "HNO", "Anzahl"),
        ("Betten", "psychiatrisch", "Anzahl"),
    ]


@pytest.mark.parametrize(
    ("text", "gruppe"),
    [
        ("unter 3 Jahre", (0, 2)),
        ("3 bis unter 6 Jahre", (3, 5)),
        ("65 Jahre und mehr", (65, None)),
        ("75 und mehr Jahre", (75, None)),
        ("85 Jahre und älter", (85, None)),
        ("18-Jährige", (18, 18)),
        ("unter 1 Jahr", (0, 0)),
        ("15 bis 17 Jahre", (15, 17)),
        ("6", None),
        ("Jahre", None),
    ],
)
def test_age_groups_as_official_tables_write_them(text: str, gruppe: tuple[int, int | None] | None) -> None:
    assert lies_alter(text) == gruppe


def test_times() -> None:
    assert [
        str(lies_zeitraum(t)) for t in ("31.12.2018", "2018", "Dezember 2018", "2018-12", "44926", "x", "21.3")
    ] == [
        "2018-12-31",
        "2018",
        "2018-12",
        "2018-12",
        "2022-12-31",
        "None",
        "None",
    ]
    zeit, rest = zeitraum_im_text("Einwohner am 31.12.2023", auch_jahr=True)
    assert (str(zeit), rest) == ("2023-12-31", "Einwohner")


def test_words_of_a_header() -> None:
    b = deute(("Schwerbehinderte", "weiblich", "65 Jahre und mehr", "GdB 50", "Anzahl"), "", "")
    assert (b.mass, b.geschlecht, b.alter_von, b.alter_bis, b.auspraegung, b.einheit) == (
        "Schwerbehinderte",
        "w",
        65,
        None,
        "GdB 50",
        "Anzahl",
    )
    assert not deute(("Arbeitslosenquote", "%"), "", "").zaehlt
    assert finde_statistik(["GENESIS-Tabelle: 12411-01-01-4"]) == "12411"
    assert finde_statistik(["Statistik der schwerbehinderten Menschen"]) == "22711"
    assert [
        j for j, _ in basen_der_fussnoten(["ab dem Berichtsjahr 2011: Ergebnisse auf Grundlage des Zensus 2011"])
    ] == [2011]


def test_a_title_does_not_change_the_fingerprint_by_its_date() -> None:
    anders = [[t.replace("2018", "2019") for t in zeile] for zeile in EBENEN]
    neu, alt = lies(als_csv(anders), "x.csv", KEIN_REGISTER), mini("ebenen")
    assert neu.fingerabdruck == alt.fingerabdruck != mini("betten").fingerabdruck
    assert neu.einwohner is not None
    assert neu.einwohner["stichtag"].unique().to_list() == [date(2019, 12, 31)]
    assert pl.Series(sorted(neu.einwohner["anzahl"])).equals(pl.Series(sorted(w[-1] for w in werte(alt))))
