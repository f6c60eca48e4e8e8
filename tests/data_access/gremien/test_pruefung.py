"""What contradicts itself is named with its values; what is only unknown passes."""

from datetime import date
from typing import Any

import pytest

from data_access.gremien.pruefung import maengel, maengel_der_teilnahme

TAG, DAVOR, DANACH = date(2025, 9, 22), date(2025, 9, 1), date(2025, 10, 1)
SITZUNG = {"gremium": "g", "datum": TAG, "status": "stattgefunden"}


@pytest.mark.parametrize(
    ("kind", "zeile", "spalten"),
    [
        ("sitzungen", SITZUNG | {"einladung_am": DAVOR, "unterlagen_am": DAVOR, "protokoll_am": DANACH}, []),
        ("sitzungen", SITZUNG | {"einladung_am": DANACH}, ["einladung_am"]),
        ("sitzungen", SITZUNG | {"unterlagen_ls_am": DANACH}, ["unterlagen_ls_am"]),
        ("sitzungen", SITZUNG | {"protokoll_am": DAVOR}, ["protokoll_am"]),
        ("sitzungen", SITZUNG | {"status": "geplant", "protokoll_am": DANACH}, ["protokoll_am"]),
        ("sitzungen", SITZUNG | {"einladung_am": TAG, "rueckmeldung_bis": DAVOR}, ["rueckmeldung_bis"]),
        ("teilnahmen", {"gruppe": "eutb", "anwesend": 2, "rederecht_genutzt": 2}, []),
        ("teilnahmen", {"gruppe": "eutb", "anwesend": None, "rederecht_genutzt": 2}, []),
        ("teilnahmen", {"gruppe": "eutb", "anwesend": 1, "rederecht_genutzt": 2}, ["rederecht_genutzt"]),
        ("teilnahmen", {"gruppe": "insgesamt", "organisation": "X", "anwesend": 1}, ["organisation"]),
        ("teilnahmen", {"gruppe": "eutb", "organisation": "X", "anwesend": 1}, []),
        ("empfehlungen", {"datum": TAG, "antwort_am": TAG}, []),
        ("empfehlungen", {"datum": TAG, "antwort_am": DAVOR}, ["antwort_am"]),
        ("massnahmen", {"status": "verworfen", "grund": ""}, ["grund"]),
        ("massnahmen", {"status": "laeuft", "grund": ""}, []),
        ("gremien", {"takt_min": 2, "takt_max": 1, "takt_quelle": "§ 5"}, ["takt_max"]),
        ("gremien", {"takt_min": 0, "takt_quelle": None}, ["takt_quelle"]),
        ("gremien", {"takt_wortlaut": "Nach Bedarf", "takt_quelle": None}, ["takt_quelle"]),
        ("gremien", {"takt_max": None, "gueltig_von": TAG, "gueltig_bis": DAVOR}, ["gueltig_bis"]),
        ("tops", {"top": 1}, []),
    ],
)
def test_a_row(kind: str, zeile: dict[str, Any], spalten: list[str]) -> None:
    assert [spalte for spalte, _ in maengel(kind, zeile)] == spalten


def _zeilen(*zellen: tuple[str, str, int | None]) -> list[dict[str, Any]]:
    return [{"gruppe": g, "organisation": o, "anwesend": n, "eingeladen": None} for g, o, n in zellen]


@pytest.mark.parametrize(
    ("zellen", "satz"),
    [
        ([("insgesamt", "", 10), ("eutb", "", 4), ("kommune", "", 6)], None),
        ([("insgesamt", "", 10), ("eutb", "", 4), ("kommune", "", None)], None),
        ([("insgesamt", "", None), ("eutb", "", 4)], None),
        ([("insgesamt", "", 10), ("eutb", "", 4), ("kommune", "", 7)], "zusammen 11 Anwesende, insgesamt stehen 10"),
        ([("eutb", "", 3), ("eutb", "A", 1), ("eutb", "B", 2)], None),
        (
            [("eutb", "", 2), ("eutb", "A", 1), ("eutb", "B", 2)],
            "„Teilhabeberatung (EUTB)“ haben zusammen 3 Anwesende, die",
        ),
        ([("insgesamt", "", 2), ("eutb", "A", 1), ("eutb", "B", 2)], "zusammen 3 Anwesende, insgesamt stehen 2"),
    ],
)
def test_the_rows_of_a_meeting(zellen: list[tuple[str, str, int | None]], satz: str | None) -> None:
    gefunden = maengel_der_teilnahme(_zeilen(*zellen))
    assert ([] if satz is None else [True]) == [satz in text for _, text in gefunden if satz]
    assert len(gefunden) == (satz is not None)
