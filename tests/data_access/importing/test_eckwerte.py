"""The format `eckwerte`: read exactly, or refused with the place and what to do."""

from datetime import date

import pytest

from data_access.importing.gelesen import Gelesen, Register
from data_access.importing.lesen import lies, pruefe_art
from tests.data_access.importing.werkzeug import csv, einziger_fehler

KOPF = "grundzahl;stichtag;raumprinzip;gebiet;anzahl;genauigkeit;quelle"
REGISTER = Register(
    gemeinden=frozenset({"05978004", "05978008", "05978099"}),
    kreise=frozenset({"05978"}),
    aufgeloest=frozenset({"05978099"}),
    aenderungen={"05978099": "05978099 Alt gehört seit 1.1.2020 zu 05978004 Altdorf."},
    regionen=frozenset({"05978"}),
)


def zeile(
    anzahl: str,
    gebiet: str = "05978",
    genauigkeit: str = "genau",
    *,
    grundzahl: str = "lb_bwf",
    raumprinzip: str = "herkunft",
    stichtag: str = "2024-12-31",
    quelle: str = "Sozialbericht 2024",
) -> str:
    return ";".join((grundzahl, stichtag, raumprinzip, gebiet, anzahl, genauigkeit, quelle))


def eckwerte(*zeilen: str) -> Gelesen:
    return lies(csv(KOPF, *zeilen), "eckwerte.csv", REGISTER)


def test_figures_are_read_with_how_far_the_truth_may_be() -> None:
    gelesen = eckwerte(zeile("1.233"), zeile("215", "05978004", "5er"), zeile("0", "05978008", quelle="  Bericht  A "))
    assert gelesen.eckwerte is not None, gelesen.befund
    tag = date(2024, 12, 31)
    assert gelesen.eckwerte.rows() == [
        ("lb_bwf", tag, "herkunft", "05978", 1233, 0, "Sozialbericht 2024"),
        ("lb_bwf", tag, "herkunft", "05978004", 215, 2, "Sozialbericht 2024"),
        ("lb_bwf", tag, "herkunft", "05978008", 0, 0, "Bericht A"),
    ]
    assert (gelesen.art, gelesen.quelle) == ("eckwerte", "Bericht A, Sozialbericht 2024")
    assert (gelesen.befund.profil, gelesen.befund.zeilen, gelesen.befund.stichtage) == ("eckwerte", 3, ("2024-12-31",))


@pytest.mark.parametrize(
    ("zeilen", "spalte", "wert", "grund"),
    [
        ((zeile("12"), zeile(".")), "anzahl", ".", "Hier steht keine Zahl. Ein Eckwert ist eine veröffentlichte"),
        ((zeile("120"), zeile("13", "05978004", "5er")), "anzahl", "13", "kein Vielfaches von 5"),
        ((zeile("12", genauigkeit="ungefähr"),), "genauigkeit", "ungefähr", "Möglich sind: genau, 5er"),
        ((zeile("12", "05978009"),), "gebiet", "05978009", "gibt es im Kreis 05978 nicht"),
        ((zeile("12", "05978099"),), "gebiet", "05978099", "gehört seit 1.1.2020 zu 05978004"),
        ((zeile("12", grundzahl="plaetze_bwf"),), "grundzahl", "plaetze_bwf", "Diese Grundzahl ist nicht bekannt"),
        (
            (zeile("12", grundzahl="personen_gesamt", raumprinzip="leistungsort"),),
            "raumprinzip",
            "leistungsort",
            "„personen_gesamt“ wird nur nach herkunft gezählt",
        ),
        ((zeile("12", "05978004", grundzahl="lb_bfa"),), "gebiet", "05978004", "nur für den Kreis im Ganzen"),
        ((zeile("12", quelle=""),), "quelle", None, "Die Quelle fehlt"),
        ((zeile("12"), zeile("15", genauigkeit="5er")), None, None, "Zeile 2 nennt schon diese Grundzahl"),
        ((zeile("20"), zeile("25", "05978004", "5er")), "anzahl", "20", "zusammen mehr Personen als der Kreis"),
    ],
)
def test_a_row_that_cannot_be_a_public_figure_is_refused(
    zeilen: tuple[str, ...], spalte: str | None, wert: str | None, grund: str
) -> None:
    gelesen = eckwerte(*zeilen)
    fehler = einziger_fehler(gelesen)
    assert (fehler.spalte, fehler.wert) == (spalte, wert)
    assert fehler.zeile in (2, 3)
    assert grund in fehler.grund
    assert gelesen.eckwerte is None


def test_a_small_figure_and_one_of_no_region_are_taken_with_a_warning() -> None:
    befund = eckwerte(zeile("9", "05978004"), zeile("40", "05915")).befund
    assert befund.status == "ok"
    klein, fremd = befund.warnungen
    assert klein.startswith("Zeile 2: 9 Personen in 05978004 sind weniger als 10. So kleine Zahlen zeigen wir sonst")
    assert fremd.startswith("05915 ist hier nicht als Region eingerichtet.")


def test_a_file_of_the_wrong_kind_is_named() -> None:
    assert (
        "eine Tabelle mit öffentlichen Eckwerten"
        in einziger_fehler(pruefe_art(eckwerte(zeile("40")), "merkmale")).grund
    )
