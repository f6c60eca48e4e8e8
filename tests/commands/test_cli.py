"""The command line: what it prints, what it stores, and with which code it ends."""

import io
import json
from pathlib import Path
from typing import Any

import fastexcel
import pytest
from typer.testing import CliRunner, Result

from cli import app
from data_access import abfragen, schreiben
from data_access.schreibrecht import erteile
from tests.data_access.importing.werkzeug import BEFUND, csv
from tests.installation import (
    ALTDORF,
    BERG,
    KREIS,
    ZELLEN,
    einwohnerdatei,
    fallzahlendatei,
    liefere,
)


def cli(*teile: object, code: int = 0) -> Result:
    """Run a command and expect its exit code."""
    ergebnis = CliRunner().invoke(app, [str(t) for t in teile])
    if ergebnis.exception is not None and not isinstance(ergebnis.exception, SystemExit):
        raise ergebnis.exception
    assert ergebnis.exit_code == code, ergebnis.output
    return ergebnis


def objekt(*teile: object, code: int = 0) -> Any:
    """The one object on stdout."""
    return json.loads(cli(*teile, "--json", code=code).stdout)


@pytest.fixture
def datei(tmp_path: Path) -> Any:
    """Write a file to import."""

    def schreibe(inhalt: bytes, name: str = "datei.csv") -> Path:
        pfad = tmp_path / name
        pfad.write_bytes(inhalt)
        return pfad

    return schreibe


def test_a_dry_run_prints_one_object_and_writes_nothing(klein: Path, datei: Any) -> None:
    gesehen = objekt("import", "fallzahlen", datei(fallzahlendatei()), "--dry-run")
    assert list(gesehen) == [*BEFUND]
    assert gesehen == {
        "profil": "fallzahlen",
        "status": "ok",
        "kodierung": "utf-8",
        "zeilen": len(ZELLEN),
        "zellen": len(ZELLEN),
        "zeichen": {},
        "stichtage": ["2024-12-31"],
        "summen": {"kreis": {"lb_bwf 2024-12-31 herkunft": 123, "lb_bwf 2024-12-31 leistungsort": 127}},
        "schluessel_unbekannt": [],
        "warnungen": [],
        "fehler": [],
        "fragen": [],
    }
    assert abfragen.lieferungen() == []


def test_an_import_says_under_which_number_it_is_stored_and_stores_it_once(klein: Path, datei: Any) -> None:
    pfad = datei(fallzahlendatei())
    erste = objekt("import", "fallzahlen", pfad)
    assert list(erste) == [*BEFUND, "lieferung", "unveraendert"]
    (lieferung,) = abfragen.lieferungen()
    assert (erste["lieferung"], erste["unveraendert"]) == (lieferung.id, False)
    zweite = cli("import", "fallzahlen", pfad)
    assert f"Diese Datei ist schon gespeichert (Lieferung {lieferung.id}). Es wurde nichts geändert." in zweite.stdout
    assert len(abfragen.lieferungen()) == 1


def test_a_refused_file_ends_with_1_and_says_where_and_why(klein: Path, datei: Any) -> None:
    pfad = datei(einwohnerdatei({(ALTDORF, "0-17"): 200}).replace(b"0-17", b"Kinder"))
    gesehen = objekt("import", "einwohner", pfad, code=1)
    assert gesehen["status"] == "abgelehnt"
    assert gesehen["fehler"][0] == {
        "zeile": 2,
        "spalte": "altersgruppe",
        "wert": "Kinder",
        "grund": "Das ist keine Altersgruppe. Erlaubt sind zum Beispiel 0-17, 18-64, 65+ und insgesamt.",
    }
    text = cli("import", "einwohner", pfad, code=1).stdout
    assert "Fehler: Zeile 2, Spalte altersgruppe, Wert Kinder: Das ist keine Altersgruppe." in text
    assert abfragen.lieferungen() == []


def test_a_file_of_another_kind_is_refused_by_import_and_described_by_inspect(klein: Path, datei: Any) -> None:
    pfad = datei(fallzahlendatei())
    grund = objekt("import", "einwohner", pfad, code=1)["fehler"][0]["grund"]
    assert grund.startswith("Das ist eine Lieferung von Fallzahlen nach der Vorlage „fallzahlen“, keine Tabelle mit")
    assert objekt("inspect", pfad)["profil"] == "fallzahlen"


def test_inspect_describes_and_ends_with_1_for_what_it_does_not_know(klein: Path, datei: Any) -> None:
    gesehen = objekt("inspect", datei(einwohnerdatei({(ALTDORF, "insgesamt"): 900, (BERG, "insgesamt"): 50})))
    assert list(gesehen) == [*BEFUND]
    assert gesehen["summen"] == {"gemeinde": {"insgesamt": 950}}
    assert objekt("inspect", datei(b"a;b\n1;2\n"), code=1)["profil"] == "unbekannt"
    assert "Erkannt" not in cli("inspect", datei(einwohnerdatei({(ALTDORF, "insgesamt"): 9}))).stdout
    assert abfragen.lieferungen() == []


def test_an_open_question_ends_with_3_until_it_is_answered(klein: Path, datei: Any) -> None:
    pfad = datei(csv("ags;stichtag;altersgruppe;geschlecht;anzahl", f"{ALTDORF};2022-06-30;insgesamt;insgesamt;900"))
    gesehen = objekt("import", "einwohner", pfad, code=3)
    (frage,) = gesehen["fragen"]
    assert frage["schluessel"] == "basis"
    assert "zensus2022" in frage["auswahl"]
    text = cli("import", "einwohner", pfad, code=3).stdout
    assert "\n  --antwort basis=zensus2011\n  --antwort basis=zensus2022\n" in text
    assert abfragen.lieferungen() == []
    assert objekt("import", "einwohner", pfad, "--antwort", "basis=zensus2022")["status"] == "ok"
    assert abfragen.einwohner(KREIS)["basis"].to_list() == ["zensus2022"]


def test_options_name_stichtag_basis_and_region(klein: Path, datei: Any) -> None:
    ohne = datei(csv("ags;altersgruppe;geschlecht;anzahl", f"{ALTDORF};insgesamt;insgesamt;900"))
    cli("import", "einwohner", ohne, "--stichtag", "2023-12-31", "--basis", "register")
    (zeile,) = abfragen.einwohner(KREIS).select("stichtag", "basis").rows()
    assert (str(zeile[0]), zeile[1]) == ("2023-12-31", "register")
    cli("import", "fallzahlen", datei(fallzahlendatei()), "--region", KREIS)
    assert abfragen.lieferungen()[0].region_slug == "kleinkreis"


@pytest.mark.parametrize(
    "teile",
    [
        ("import", "angebote", "{datei}"),
        ("import", "einwohner", "/gibt/es/nicht.csv"),
        ("import", "einwohner", "{datei}", "--antwort", "ohne-gleichheitszeichen"),
        ("import", "einwohner", "{datei}", "--stichtag", "31.12.2024"),
        ("import",),
        ("tanzen",),
        ("release",),
        ("release", "--region", "kleinkreis", "--k", "2"),
        ("export", "lb_bwf", "--region", "kleinkreis", "--ebene", "kreis"),
        ("export", "lb_bwf", "--region", "kleinkreis", "--ebene", "kreis", "--out", "x", "--format", "docx"),
        ("vorlage", "angebote", "--out", "x.csv"),
    ],
)
def test_wrong_usage_ends_with_2(klein: Path, datei: Any, teile: tuple[str, ...]) -> None:
    pfad = str(datei(einwohnerdatei({(ALTDORF, "insgesamt"): 9})))
    cli(*(t.format(datei=pfad) for t in teile), code=2)
    assert abfragen.lieferungen() == []


def test_deliveries_are_listed_newest_first_and_can_be_retracted(klein: Path) -> None:
    assert cli("deliveries").stdout == "Noch keine Lieferung.\n"
    liefere("fallzahlen", fallzahlendatei(), "bwf.csv")
    liefere("einwohner", einwohnerdatei({(ALTDORF, "insgesamt"): 900}), "ew.csv")
    liste = objekt("deliveries")
    assert [(z["datei"], z["art"], z["stand"], z["absender"]) for z in liste] == [
        ("ew.csv", "einwohner", "gespeichert", "einwohner"),
        ("bwf.csv", "fallzahlen", "gespeichert", "LWX"),
    ]
    assert "Fallzahlen    gespeichert     LWX · bwf.csv · 2024-12-31" in cli("deliveries").stdout
    weg = objekt("retract", liste[0]["id"])
    assert weg == {
        "status": "ok",
        "lieferung": liste[0]["id"],
        "hinweis": "Die Lieferung ew.csv ist zurückgezogen.",
    }
    assert "Veröffentlichte Zahlen bleiben stehen" in cli("retract", liste[1]["id"]).stdout
    assert {z["stand"] for z in objekt("deliveries")} == {"zurueckgezogen"}
    nochmal = objekt("retract", liste[0]["id"], code=1)
    assert nochmal["status"] == "abgelehnt"
    assert nochmal["grund"].startswith("Es gibt keine gespeicherte Lieferung „")


def test_a_release_publishes_and_a_withdrawal_takes_it_back(klein: Path) -> None:
    assert objekt("release", "--region", "kleinkreis", code=1)["grund"] == (
        "In Kleinkreis sind keine Fallzahlen gespeichert. Bitte zuerst eine Datei importieren."
    )
    liefere("fallzahlen", fallzahlendatei())
    liefere("fallzahlen", fallzahlendatei({(ALTDORF, ALTDORF): 60, (BERG, ALTDORF): 3}, grundzahl="lb_wfbm"))
    ergebnis = CliRunner().invoke(app, ["release", "--region", KREIS, "--json"])
    assert ergebnis.exit_code == 0
    frei = json.loads(ergebnis.stdout)
    assert (frei["status"], frei["region"], frei["eckwerte_nicht_exakt"]) == ("ok", "kleinkreis", ["lb_wfbm"])
    assert [(f["grundzahl"], f["fassung"], f["k"], f["stichtage"]) for f in frei["freigaben"]] == [
        ("lb_bwf", 1, 5, ["2024-12-31"]),
        ("lb_wfbm", 1, 5, ["2024-12-31"]),
    ]
    fortschritt = [json.loads(zeile) for zeile in ergebnis.stderr.splitlines() if zeile.startswith("{")]
    assert {"grundzahl": "lb_bwf", "stichtag": "2024-12-31"} in fortschritt
    eine = frei["freigaben"][0]["id"]
    assert objekt("withdraw", eine)["freigabe"] == eine
    assert objekt("withdraw", eine, code=1)["status"] == "abgelehnt"
    liste = objekt("releases")
    assert {z["grundzahl"]: z["zurueckgezogen_am"] is None for z in liste} == {"lb_bwf": False, "lb_wfbm": True}
    assert "(zurückgezogen)" in cli("releases", "--region", "kleinkreis").stdout


def test_a_release_of_one_grundzahl_with_a_higher_k(klein: Path) -> None:
    liefere("fallzahlen", fallzahlendatei())
    frei = objekt("release", "--region", "kleinkreis", "--kennzahl", "lb_bwf", "--k", "7")
    assert frei["freigaben"][0]["k"] == 7
    refused = objekt("release", "--region", "kleinkreis", "--kennzahl", "lb_bwf", code=1)
    assert "wurde schon mit k = 7 veröffentlicht" in refused["grund"]
    assert (
        "gibt es keine gespeicherte Lieferung"
        in objekt("release", "--region", "kleinkreis", "--kennzahl", "lb_xyz", code=1)["grund"]
    )


@pytest.mark.parametrize("befehl", ["release", "releases"])
def test_an_unknown_region_is_refused(klein: Path, befehl: str) -> None:
    assert objekt(befehl, "--region", "atlantis", code=1) == {
        "status": "abgelehnt",
        "grund": "Die Region „atlantis“ gibt es hier nicht.",
    }


@pytest.mark.parametrize("kind", ["einwohner", "fallzahlen"])
def test_a_template_is_written_and_says_in_xlsx_what_to_fill_in(klein: Path, tmp_path: Path, kind: str) -> None:
    cli("vorlage", kind, "--out", tmp_path / "v.csv")
    kopf = (tmp_path / "v.csv").read_text().strip().split(";")
    cli("vorlage", kind, "--out", tmp_path / "v.xlsx")
    mappe = fastexcel.read_excel(io.BytesIO((tmp_path / "v.xlsx").read_bytes()).getvalue())
    assert mappe.sheet_names == [kind, "Hinweise"]
    assert mappe.load_sheet(0).to_polars().columns == kopf
    leer = objekt("import", kind, tmp_path / "v.csv", code=1)
    assert "keine Datenzeile" in leer["fehler"][0]["grund"]


@pytest.mark.parametrize(
    "teile",
    [
        ("vorlage", "einwohner"),
        ("export", "einwohner", "--region", "kleinkreis", "--ebene", "kreis"),
        ("flows", "lb_bwf", "--region", "kleinkreis"),
    ],
)
def test_a_place_that_cannot_be_written_to_is_said(gefuellt: Path, teile: tuple[str, ...]) -> None:
    ergebnis = cli(*teile, "--out", gefuellt / "fehlt" / "x.csv", code=1)
    assert "konnte nicht geschrieben werden: Der Ordner fehlt. Bitte einen anderen Ort angeben." in ergebnis.stdout


def test_the_key_of_the_page_daten_is_printed(klein: Path) -> None:
    schluessel = objekt("zugang")["zugang"]
    assert erteile(schluessel).herkunft == "daten"
    assert cli("zugang").stdout == f"/daten?zugang={schluessel}\n"


def test_every_command_explains_itself_in_german(datenordner: Path) -> None:
    hilfe = cli("--help").stdout
    for befehl in ("demo", "worker", "inspect", "import", "deliveries", "retract", "release", "releases", "withdraw"):
        assert befehl in hilfe
    assert "Importiert eine Lieferung ganz oder gar nicht." in cli("import", "--help").stdout


def test_the_demonstration_goes_into_an_empty_folder_only(klein: Path) -> None:
    ergebnis = cli("demo", code=1)
    assert "Der Datenordner enthält schon Daten." in ergebnis.stdout
    assert [r.slug for r in abfragen.regionen()] == ["kleinkreis"]


def test_a_year_the_demonstration_does_not_know_leaves_the_folder_empty(datenordner: Path) -> None:
    assert "kennt das Jahr 1999 nicht" in cli("demo", "--ohne-einwohner", "1999", code=1).stdout
    assert schreiben.ist_leer()
