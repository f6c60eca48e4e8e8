"""`report steckbrief` and `report konferenz`: files, progress, exit codes, and what is possible when they refuse."""

import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from tests.mappen import oeffne, text, ueberschriften


@pytest.fixture(autouse=True)
def _angelegt(gefuellt: Path) -> None:
    return None


def _rufe(*teile: str) -> tuple[int, str, str]:
    ergebnis = CliRunner().invoke(app, ["report", *teile])
    return ergebnis.exit_code, ergebnis.stdout, ergebnis.stderr


def test_it_writes_a_steckbrief_and_tells_its_progress(tmp_path: Path) -> None:
    ziel = tmp_path / "s.docx"
    adresse = ("--adresse", "https://srb.example")
    ende, gesagt, fortschritt = _rufe("steckbrief", "--region", "kleinkreis", "--out", str(ziel), "--json", *adresse)
    objekt = json.loads(gesagt)
    assert (ende, objekt["status"], objekt["gebiete"]) == (0, "ok", ["Kleinkreis"])
    assert ueberschriften(oeffne(ziel.read_bytes()))[0][1].startswith("Kleinkreis:")
    assert "https://srb.example/planungsraum?region=kleinkreis" in text(oeffne(ziel.read_bytes()))
    stufen = [json.loads(zeile) for zeile in fortschritt.splitlines()]
    assert stufen[-1]["fertig"] == stufen[-1]["von"]


def test_all_areas_of_a_level_go_into_one_zip(tmp_path: Path) -> None:
    ziel = tmp_path / "s.zip"
    ende, gesagt, _ = _rufe(
        "steckbrief", "--region", "kleinkreis", "--ebene", "planungsraum", "--out", str(ziel), "--json"
    )
    assert ende == 0
    with zipfile.ZipFile(ziel) as archiv:
        assert len(archiv.namelist()) == len(json.loads(gesagt)["gebiete"]) > 1
        assert all(archiv.read(name)[:4] == b"%PDF" for name in archiv.namelist())


def test_it_writes_a_conference_report(tmp_path: Path) -> None:
    ziel = tmp_path / "k.pdf"
    assert _rufe("konferenz", "--region", "kleinkreis", "--out", str(ziel))[0] == 0
    assert ziel.read_bytes()[:4] == b"%PDF"


@pytest.mark.parametrize(
    ("mehr", "ende", "satz"),
    [
        (("--region", "mond"), 1, "gibt es hier nicht"),
        (("--region", "kleinkreis", "--gebiet", "Mond"), 1, "Möglich sind: Kleinkreis"),
        (("--region", "kleinkreis", "--ebene", "land"), 1, "Möglich sind: kreis"),
        (("--region", "kleinkreis", "--jahr", "1999"), 1, "keinen Stichtag. Möglich sind:"),
        (("--region", "kleinkreis", "--gebiet", "Mond", "--ebene", "kreis"), 1, "entweder --gebiet oder --ebene"),
    ],
)
def test_it_refuses_and_says_what_is_possible(tmp_path: Path, mehr: tuple[str, ...], ende: int, satz: str) -> None:
    erhalten, gesagt, _ = _rufe("steckbrief", *mehr, "--out", str(tmp_path / "s.pdf"))
    assert (erhalten, satz in gesagt) == (ende, True)
    assert _rufe("steckbrief", *mehr, "--out", str(tmp_path / "s.txt"))[0] == 2
    assert not list(tmp_path.glob("s.*"))
