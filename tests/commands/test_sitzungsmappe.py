"""`report sitzungsmappe`: files, exit codes, and the state of the numbers it says it used."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from tests.mappen import lege_mappe_an, oeffne, ueberschriften


@pytest.fixture(autouse=True)
def _angelegt(gefuellt: Path) -> None:
    lege_mappe_an()


def _rufe(out: Path, *mehr: str, datum: str = "2024-09-23", gremium: str = "runde") -> tuple[int, str]:
    befehl = ["report", "sitzungsmappe", "--gremium", gremium, "--datum", datum, "--out", str(out), *mehr]
    ergebnis = CliRunner().invoke(app, befehl)
    return ergebnis.exit_code, ergebnis.output


def test_it_writes_the_papers_and_says_of_which_state(tmp_path: Path) -> None:
    ende, gesagt = _rufe(tmp_path / "m.docx")
    assert (ende, "Datenstand: heute, nicht festgehalten." in gesagt) == (0, True)
    assert ueberschriften(oeffne((tmp_path / "m.docx").read_bytes()))[0] == (1, "Einladung")
    assert _rufe(tmp_path / "m.pdf")[0] == 0
    assert (tmp_path / "m.pdf").read_bytes()[:5] == b"%PDF-"
    ende, gesagt = _rufe(tmp_path / "m.zip", "--json", "--region", "kleinkreis")
    objekt = json.loads(gesagt)
    assert (ende, objekt["status"], objekt["datenstand"], len(objekt["teile"])) == (0, "ok", None, 10)
    assert (tmp_path / "m.zip").read_bytes()[:2] == b"PK"


def test_it_refuses_with_the_reason(tmp_path: Path) -> None:
    ziel = tmp_path / "m.docx"
    assert _rufe(ziel, gremium="lsp")[0] == 1
    assert _rufe(ziel, datum="2024-09-24")[0] == 1
    assert _rufe(ziel, "--region", "mond")[0] == 1
    assert _rufe(tmp_path / "m.odt")[0] == 2
    assert _rufe(ziel, datum="gestern")[0] == 2
    assert list(tmp_path.glob("m.*")) == []
