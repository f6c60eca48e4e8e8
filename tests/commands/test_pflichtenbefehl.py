"""`duties`: the objects of the Contract, the lines to read, and what is refused."""

from datetime import date
from pathlib import Path

from tests.commands.test_cli import cli, objekt
from tests.gremien import trage_ein

PFLICHTEN = [
    {"rule": "R01", "region": "kleinkreis", "titel": "Runde tagt zweimal", "wortlaut": "zweimal jährlich"}
    | {"klausel": "§ 5", "gremium": "runde", "art": "pflicht", "zustaendig": "gremium", "pruefung": "sitzungen"}
    | {"monat": 12, "tag": 31, "minimum": 2, "gilt_von": date(2024, 1, 1)},
    {"rule": "R02", "region": "kleinkreis", "titel": "Zahlen mitteilen", "wortlaut": "bis 30.04.", "klausel": "§ 8"}
    | {"art": "pflicht", "zustaendig": "kreis", "pruefung": "mitteilung", "monat": 4, "tag": 30}
    | {"bezugsjahr": "vorjahr", "gilt_von": date(2023, 1, 1)},
]
STOFF = {
    "gremien": [{"gremium": "runde", "region": "kleinkreis", "name": "Runde", "typ": "kooperationskonferenz"}],
    "sitzungen": [
        {"gremium": "runde", "datum": date(2024, 5, 15), "status": "stattgefunden"},
        {"gremium": "runde", "datum": date(2024, 11, 13), "status": "ausgefallen"},
    ],
    "pflichten": PFLICHTEN,
    "nachweise": [{"rule": "R02", "instanz": "2024", "datum": date(2024, 5, 2), "art": "mitteilung"}],
}


def test_one_object_an_instance(klein: Path) -> None:
    trage_ein(STOFF)
    gesehen = objekt("duties", "--region", "kleinkreis", "--stand", "2025-01-01")
    assert [list(o) for o in gesehen] == [["rule", "instanz", "status", "due", "evidence"]] * 5
    assert [tuple(o.values())[:4] for o in gesehen] == [
        ("R02", "2023", "nicht_anwendbar", "2023-04-30"),
        ("R01", "2024", "ueberfaellig", "2024-12-31"),
        ("R02", "2024", "erfuellt", "2024-04-30"),
        ("R01", "2025", "offen", "2025-12-31"),
        ("R02", "2025", "offen", "2025-04-30"),
    ]
    assert gesehen[2]["evidence"] == "Mitgeteilt am 02.05.2024, 2 Tage nach dem 30.04.2024."
    aussen = objekt("duties", "--region", "kleinkreis", "--stand", "2025-01-01", "--aussen")
    assert [o["status"] for o in aussen] == [None, "ueberfaellig", None, "offen", None]
    assert [o["due"] for o in aussen] == [o["due"] for o in gesehen]


def test_lines_to_read(klein: Path) -> None:
    assert "Für diese Region sind keine Pflichten eingetragen." in cli("duties", "--region", "kleinkreis").stdout
    trage_ein(STOFF)
    text = cli("duties", "--region", "kleinkreis", "--stand", "2024-12-31").stdout
    assert text.splitlines()[0] == "Pflichten in Kleinkreis, Stand 31.12.2024"
    assert text.splitlines()[-4:] == [
        "  R01 · Runde tagt zweimal · § 5 · 2024 · bis 31.12.2024 · offen",
        "      1 Sitzung, genannt sind mindestens 2: 15.05.2024. Ausgefallen: 13.11.2024.",
        "  R02 · Zahlen mitteilen · § 8 · 2024 · bis 30.04.2024 · erfüllt",
        "      Mitgeteilt am 02.05.2024, 2 Tage nach dem 30.04.2024.",
    ]


def test_a_wrong_day_and_an_unknown_region_are_refused(klein: Path) -> None:
    assert objekt("duties", "--region", "nirgends", code=1)["status"] == "abgelehnt"
    assert "„31.12.2024“ ist kein Tag in der Form JJJJ-MM-TT" in (
        cli("duties", "--region", "kleinkreis", "--stand", "31.12.2024", code=1).stdout
    )
