from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from data_access.importing.lesen import Gelesen, lies
from tests.data_access.importing.werkzeug import REGISTER, arbeitsmappe, einziger_fehler, gruende, werte

KOPF = ["Berichtszeitpunkt", "_RS", "Name", "Regionalebene", "EWZ", "EWZ_BFS_20220630"]
KREIS = "Stadtkreis/kreisfreie Stadt/Landkreis"
ZEILEN: list[list[Any]] = [
    [20220515.0, "00", "Deutschland", "Bund (mit Deutschen im Ausland)", 65, "–"],
    [20220515.0, "00", "Deutschland", "Deutsche im Ausland", 5, "–"],
    [20220515.0, "00", "Deutschland", "Bund (ohne Deutsche im Ausland)", 60, 70],
    [20220515.0, "05", "Nordrhein-Westfalen", "Land", 60, 70],
    [20220515.0, "059", "Arnsberg", "Regierungsbezirk", 60, 70],
    [20220515.0, "05978", "Unna", KREIS, 60, 70],
    [20220515.0, "059780004004", "Bergkamen, Stadt", "Gemeinde", 10, 11],
    [20220515.0, "059780008", "Bönen", "Gemeindeverband", 20, 21],
    [20220515.0, "059780008008", "Bönen", "Gemeinde", 20, 21],
    [20220515.0, "059780020020", "Holzwickede", "Gemeinde", 30, 38],
]


def tabelle(zeilen: Sequence[Sequence[Any]] = ZEILEN) -> bytes:
    blaetter: dict[str, list[Any]] = {"CSV-Einwohnerzahl": [KOPF, *zeilen]}
    blaetter["Impressum"] = [["Impressum"], [None], ["© Statistische Ämter 2024,"], ["Vervielfältigung gestattet."]]
    return arbeitsmappe(**blaetter)


def zensus(inhalt: bytes, **angaben: Any) -> Gelesen:
    return lies(inhalt, "zensus.xlsx", REGISTER, **angaben)


def ersetzt(nummer: int, **neu: Any) -> bytes:
    zeile = dict(zip(("tag", "rs", "name", "ebene", "ewz", "bfs"), ZEILEN[nummer], strict=True)) | neu
    return tabelle([*ZEILEN[:nummer], list(zeile.values()), *ZEILEN[nummer + 1 :]])


def test_only_gemeinden_are_read_and_every_level_is_summed() -> None:
    gelesen = zensus(tabelle())
    assert werte(gelesen) == [
        ("05978004", 0, None, "insgesamt", 10),
        ("05978008", 0, None, "insgesamt", 20),
        ("05978020", 0, None, "insgesamt", 30),
    ]
    befund = gelesen.befund
    assert (befund.profil, befund.zeilen, befund.zellen, befund.zeichen) == ("zensus2022", 3, 3, {})
    assert befund.stichtage == ("2022-05-15",)
    assert befund.summen == {e: {"insgesamt": 60} for e in ("bund", "land", "regbez", "kreis", "gemeinde")}
    assert gelesen.einwohner is not None
    assert set(gelesen.einwohner.select("stichtag", "basis").rows()) == {(date(2022, 5, 15), "zensus2022")}
    assert gelesen.quelle == "© Statistische Ämter 2024, Vervielfältigung gestattet."


@pytest.mark.parametrize("trenner", [";", ",", "\t"])
def test_the_sheet_saved_as_csv_reads_the_same(trenner: str) -> None:
    text = "\n".join(
        trenner.join(f'"{int(z) if isinstance(z, float) else z}"' for z in zeile) for zeile in [KOPF, *ZEILEN]
    )
    gelesen = lies(text.encode("cp1252"), "zensus.csv", REGISTER)
    assert werte(gelesen) == werte(zensus(tabelle()))
    assert gelesen.quelle == ""


def test_a_zensus_is_on_its_own_base_whatever_the_caller_says() -> None:
    gelesen = zensus(tabelle(), basis="zensus2011")
    assert "spricht für die Basis zensus2022" in gelesen.befund.warnungen[0]


@pytest.mark.parametrize(
    ("nummer", "neu", "spalte", "grund"),
    [
        (6, {"ewz": "?"}, "ewz", "nicht bekannt"),
        (3, {"ewz": "?"}, "ewz", "nicht bekannt"),
        (6, {"ewz": -1}, "ewz", "nicht negativ"),
        (6, {"rs": "05978004"}, "_RS", "dieser Ebene (12 Ziffern)"),
        (6, {"ebene": "Dorf"}, "Regionalebene", "Regionalebene ist nicht bekannt"),
        (4, {"ewz": 59}, "EWZ", "Hier steht 59, die Gemeinden dieses Gebiets ergeben 60"),
        (2, {"ewz": 61}, "EWZ", "Hier steht 61"),
        (6, {"tag": "bald"}, "stichtag", "kein Datum"),
    ],
)
def test_a_bad_row_stops_the_import_with_row_and_column(
    nummer: int, neu: dict[str, Any], spalte: str, grund: str
) -> None:
    gelesen = zensus(ersetzt(nummer, **neu))
    treffer = [f for f in gelesen.befund.fehler if f.spalte == spalte]
    assert [f.zeile for f in treffer] == [nummer + 2]
    assert gelesen.befund.status == "abgelehnt"
    assert grund in treffer[0].grund


def test_an_unknown_gemeinde_and_a_double_one_are_refused() -> None:
    fremd = zensus(ersetzt(6, rs="059780099099"))
    assert fremd.befund.schluessel_unbekannt == ("05978099",)
    doppelt = zensus(tabelle([*ZEILEN, [20220515.0, "059780020020", "Holzwickede", "Gemeinde", 0, 0]]))
    assert [f.zeile for f in doppelt.befund.fehler] == [11, 12]
    assert "steht zweimal" in gruende(doppelt)


def test_a_sign_for_a_gemeinde_leaves_its_sums_unchecked() -> None:
    gelesen = zensus(ersetzt(6, ewz="."))
    assert [w[0] for w in werte(gelesen)] == ["05978008", "05978020"]
    assert gelesen.befund.zeichen == {".": 1}


def test_several_dates_are_refused() -> None:
    assert "mehrere Berichtszeitpunkte" in gruende(zensus(ersetzt(6, tag="2011-05-09")))


def test_lost_zeros_are_filled_if_the_whole_column_lost_them() -> None:
    zeilen = [[z[0], int(z[1]), *z[2:]] for z in ZEILEN]
    gelesen = zensus(tabelle(zeilen))
    assert [w[0] for w in werte(gelesen)] == ["05978004", "05978008", "05978020"]
    assert "führenden Nullen" in gelesen.befund.warnungen[0]
    gemischt = zensus(ersetzt(6, rs=59780004004))
    assert "fehlt eine Ziffer" in gruende(gemischt)


def test_a_table_without_gemeinden_is_refused() -> None:
    assert "keine Gemeinde" in einziger_fehler(zensus(tabelle(ZEILEN[:6]))).grund
