from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from data_access.importing.lesen import Gelesen, lies
from tests.data_access.importing.werkzeug import KEIN_REGISTER, REGISTER, arbeitsmappe, einziger_fehler, gruende, werte

TAG = "31.12.2021"
LEER: list[Any] = [None]


def gemeinde(gem: str, name: str, alle: Any, m: Any, w: Any, flaeche: Any = 12.5, kreis: str = "78") -> list[Any]:
    return ["60", "63", "05", "9", kreis, "0000", gem, name, flaeche, alle, m, w, 100, "59192", "7,62", "51,62"]


STANDARD = (
    ["10", None, "05", None, None, None, None, "Nordrhein-Westfalen"],
    ["40", "43", "05", "9", "78", None, None, "Unna"],
    gemeinde("004", "Bergkamen, Stadt", 48669, 24112, 24557, 44.9),
    gemeinde("008", "Bönen", 18169, 8963, 9206, "38,04"),
    gemeinde("020", "Gutsbezirk", 0, 0, 0),
)


def auszug(
    zeilen: Sequence[Sequence[Any]] = STANDARD, tag: str = TAG, titel: str = f"Gemeinden in Deutschland am {TAG} (Jahr)"
) -> bytes:
    """A workbook with the two sheets and the merged header of the Gemeindeverzeichnis."""
    kopf = [
        [titel],
        LEER,
        ["Satz-art", "Text-kenn-zeichen", "Amtlicher Regionalschlüssel (ARS)", None, None, None, None]
        + ["Gemeindename", "Fläche km2 1)", "Bevölkerung2)", None, None, None, "Postleit-zahl3)"]
        + ["Geografische Mittelpunktkoordinaten"],
        [None, None, "Land", "RB", "Kreis", "VB", "Gem", None, None]
        + ["insgesamt", "männlich", "weiblich", "je km2", None, "Längengrad", "Breitengrad"],
        [None, None, f"Gebietsstand am {tag}", *[None] * 5, f"{tag} (Jahr)", f"am {tag} (Jahr)" if tag else None],
        LEER,
    ]
    fuss = [LEER, ["Quelle: GV-ISys"], ["1) Runden"], ["© Daten"], ["     Statistisches Bundesamt (Destatis), 2022"]]
    return arbeitsmappe(Inhalt=[["Statistisches Bundesamt"]], Gemeinden=[*kopf, *zeilen, *fuss])


def gv(inhalt: bytes, **angaben: Any) -> Gelesen:
    return lies(inhalt, "Auszug_GV.xlsx", REGISTER, **angaben)


def test_only_gemeinden_are_read_with_total_and_both_sexes() -> None:
    gelesen = gv(auszug())
    assert werte(gelesen) == [
        ("05978004", 0, None, "insgesamt", 48669),
        ("05978004", 0, None, "m", 24112),
        ("05978004", 0, None, "w", 24557),
        ("05978008", 0, None, "insgesamt", 18169),
        ("05978008", 0, None, "m", 8963),
        ("05978008", 0, None, "w", 9206),
        ("05978020", 0, None, "insgesamt", 0),
        ("05978020", 0, None, "m", 0),
        ("05978020", 0, None, "w", 0),
    ]
    befund = gelesen.befund
    assert (befund.profil, befund.kodierung, befund.zeilen, befund.zellen) == ("gv-isys", "xlsx", 3, 9)
    assert befund.stichtage == ("2021-12-31",)
    summe = {"insgesamt": 66838, "maennlich": 33075, "weiblich": 33763}
    assert befund.summen == {"land": summe, "kreis": summe, "gemeinde": summe}
    assert befund.warnungen == ()
    assert gelesen.quelle == "© Daten Statistisches Bundesamt (Destatis), 2022"
    assert gelesen.art == "einwohner"


def test_a_sum_for_the_bund_needs_all_laender() -> None:
    zeilen = [["60", "61", f"{land:02d}", "0", "01", "0000", "000", "Ort", 1, 2, 1, 1] for land in range(1, 17)]
    assert lies(auszug(zeilen), "gv.xlsx", KEIN_REGISTER).befund.summen["bund"]["insgesamt"] == 32
    assert "bund" not in lies(auszug(zeilen[1:]), "gv.xlsx", KEIN_REGISTER).befund.summen


def test_the_date_in_the_file_decides_the_base_where_only_one_was_published() -> None:
    for tag, basis in (("31.12.2009", "vz1987"), ("31.12.2013", "zensus2011"), ("31.12.2024", "zensus2022")):
        gelesen = gv(auszug(tag=tag))
        assert gelesen.einwohner is not None
        assert set(gelesen.einwohner["basis"]) == {basis}


@pytest.mark.parametrize("tag", ["31.12.2011", "31.12.2022", "31.12.2023"])
def test_the_base_is_asked_where_two_were_published(tag: str) -> None:
    offen = gv(auszug(tag=tag))
    assert offen.befund.status == "rueckfrage"
    assert offen.einwohner is None
    (frage,) = offen.befund.fragen
    assert (frage.schluessel, frage.auswahl) == ("basis", ("vz1987", "zensus2011", "zensus2022", "register"))
    for gelesen in (gv(auszug(tag=tag), basis="zensus2022"), gv(auszug(tag=tag), antworten={"basis": "zensus2022"})):
        assert gelesen.einwohner is not None
        assert set(gelesen.einwohner["basis"]) == {"zensus2022"}
    assert gv(auszug(tag=tag), antworten={"basis": "geraten"}).befund.status == "rueckfrage"


def test_a_named_base_wins_over_the_date_with_a_warning() -> None:
    gelesen = gv(auszug(), basis="register")
    assert "spricht für die Basis zensus2011" in gelesen.befund.warnungen[0]
    assert "nicht möglich" in einziger_fehler(gv(auszug(), basis="synthetisch")).grund


def test_the_date_comes_from_the_column_then_the_title_then_the_user() -> None:
    assert gv(auszug(titel="Gemeinden am 31.12.2013")).befund.stichtage == ("2021-12-31",)
    assert gv(auszug(tag="", titel="Gemeinden am 31.12.2013")).befund.stichtage == ("2013-12-31",)
    ohne = auszug(tag="", titel="Gemeinden")
    assert [f.schluessel for f in gv(ohne).befund.fragen] == ["stichtag"]
    assert gv(ohne, antworten={"stichtag": "2013-12-31"}).befund.stichtage == ("2013-12-31",)
    assert gv(ohne, stichtag=date(2013, 12, 31)).befund.stichtage == ("2013-12-31",)
    assert "Das ist kein Datum" in einziger_fehler(gv(ohne, antworten={"stichtag": "bald"})).grund


def test_a_named_stichtag_must_be_that_of_the_file() -> None:
    assert gv(auszug(), stichtag=date(2021, 12, 31)).befund.status == "ok"
    fehler = einziger_fehler(gv(auszug(), stichtag=date(2020, 12, 31)))
    assert "gilt für den 2021-12-31" in fehler.grund


@pytest.mark.parametrize(
    ("zeile", "spalte", "wert", "grund"),
    [
        (gemeinde("008", "Bönen", "?", 1, 1), "insgesamt", "?", "nicht bekannt"),
        (gemeinde("008", "Bönen", -2, 1, 1), "insgesamt", "-2", "nicht negativ"),
        (gemeinde("008", "Bönen", 2.5, 1, 1), "insgesamt", "2.5", "keine ganze Zahl"),
        (gemeinde("008", "Bönen", 2, 1, 1, "groß"), "flaeche", "groß", "keine Zahl"),
        (gemeinde("008", "Bönen", 3, 1, 1), "insgesamt", "05978008", "Männlich und weiblich"),
        (gemeinde("0080", "Bönen", 2, 1, 1), "gem", "0080", "Teil eines Regionalschlüssels"),
        (gemeinde("099", "Neu", 2, 1, 1), "ags", "05978099", "gibt es im Kreis 05978 nicht"),
        (["70", "63", "05", "9", "78", "0000", "008", "Bönen"], "Satzart", "70", "Satzart ist nicht bekannt"),
    ],
)
def test_a_bad_row_stops_the_import_with_row_column_and_value(
    zeile: list[Any], spalte: str, wert: str, grund: str
) -> None:
    fehler = einziger_fehler(gv(auszug([*STANDARD[:3], zeile])))
    assert (fehler.zeile, fehler.spalte, fehler.wert) == (10, spalte, wert)
    assert grund in fehler.grund


def test_a_gemeinde_twice_is_refused_in_both_rows() -> None:
    gelesen = gv(auszug([*STANDARD, STANDARD[2]]))
    assert [f.zeile for f in gelesen.befund.fehler] == [9, 12]
    assert "steht zweimal" in gruende(gelesen)


def test_a_sign_is_left_out_and_counted() -> None:
    gelesen = gv(auszug([*STANDARD[:4], gemeinde("020", "Holzwickede", ".", ".", ".")]))
    assert len(werte(gelesen)) == 6
    assert gelesen.befund.zeichen == {".": 3}
    assert "3 Zellen haben keine Zahl" in gelesen.befund.warnungen[0]


def test_a_missing_gemeinde_is_named() -> None:
    assert "05978020" in gv(auszug(STANDARD[:4])).befund.warnungen[0]


def test_parts_of_the_key_that_lost_their_zeros_are_filled_if_all_did() -> None:
    def als_zahlen(zeile: Sequence[Any]) -> list[Any]:
        return [int(z) if i < 7 and z is not None else z for i, z in enumerate(zeile)]

    gelesen = gv(auszug([als_zahlen(z) for z in STANDARD]))
    assert sorted({w[0] for w in werte(gelesen)}) == ["05978004", "05978008", "05978020"]
    assert "„land“ fehlten die führenden Nullen" in gelesen.befund.warnungen[0]
    gemischt = gv(auszug([*STANDARD[:4], als_zahlen(STANDARD[4])]))
    assert gemischt.befund.status == "abgelehnt"
    assert "fehlen bei einem Teil der Schlüssel Ziffern" in gruende(gemischt)


def test_a_table_without_gemeinden_or_without_a_column_is_refused() -> None:
    assert "keine Gemeinde (Satzart 60)" in einziger_fehler(gv(auszug(STANDARD[:2]))).grund
    ohne_rb = arbeitsmappe(
        G=[
            ["Satz-art", "Text-kenn-zeichen", "Fläche"],
            [None, None, None, "Land", "Kreis"],
            ["60", "61", 1, "05", "78"],
        ]
    )
    assert {f.spalte for f in gv(ohne_rb).befund.fehler} == {"rb", "vb", "gem", "insgesamt", "maennlich", "weiblich"}
