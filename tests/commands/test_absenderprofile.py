"""A layout is asked about once: its answers are kept, used and said; answers about one file are not."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from commands.einlesen import Importauftrag, Importergebnis, beschreibe, importiere
from data_access import absenderprofile
from data_access.datenbank import lies_rahmen
from tests.data_access.importing.gebietsminiaturen import KREISE_JE_JAHR, als_csv, original
from tests.installation import recht

TAG = datetime(2025, 5, 3, 12, tzinfo=UTC)
ANTWORTEN = {
    "spalte_einwohner": "einwohner",
    "stichtag": "2023-12-31",
    "quelle": "Meldeämter",
    "basis": "register",
}


def liste(zahl: int, kopf: str = "AGS;Ort;Einwohner") -> bytes:
    return f"{kopf}\n09162000;München;{zahl}\n09163000;Rosenheim;60000\n".encode()


def importiert(inhalt: bytes, art: str = "einwohner", jetzt: datetime = TAG, **antworten: str) -> Importergebnis:
    return importiere(recht(), Importauftrag(art, inhalt, "liste.csv", antworten=antworten), jetzt)


def fragen(ergebnis: Importergebnis) -> list[str]:
    return [f.schluessel for f in ergebnis.befund.fragen]


def test_answers_about_the_layout_are_kept_and_said(klein: Path) -> None:
    assert fragen(importiert(liste(1))) == ["spalte_einwohner", "stichtag", "quelle"]
    assert absenderprofile.alle() == []
    assert importiert(liste(1), **ANTWORTEN).lieferung is not None
    (profil,) = absenderprofile.alle()
    assert profil.antworten == {"spalte_einwohner": "einwohner", "quelle": "Meldeämter", "basis": "register"}
    # The next file of the layout is only asked for its day.
    zweite = importiert(liste(2))
    assert fragen(zweite) == ["stichtag"]
    hinweis = "Antworten vom 3.5.2025 übernommen: spalte_einwohner = einwohner, quelle = Meldeämter, basis = register."
    assert zweite.befund.warnungen[0] == hinweis
    assert beschreibe(liste(2), "x.csv").warnungen[0] == hinweis
    fertig = importiert(liste(2), stichtag="2024-12-31").lieferung
    assert fertig is not None
    assert (fertig.quelle, fertig.stichtage) == ("Meldeämter", ["2024-12-31"])


def test_an_explicit_answer_wins_and_is_kept(klein: Path) -> None:
    importiert(liste(1), **ANTWORTEN)
    anders = importiert(liste(2), stichtag="2024-12-31", quelle="Statistikstelle").lieferung
    assert anders is not None
    assert anders.quelle == "Statistikstelle"
    assert absenderprofile.alle()[0].antworten["quelle"] == "Statistikstelle"


def test_another_layout_is_asked_again(klein: Path) -> None:
    importiert(liste(1), **ANTWORTEN)
    assert "spalte_menschen" in fragen(importiert(liste(2, "AGS;Ort;Menschen")))


def test_a_refused_file_teaches_nothing(klein: Path) -> None:
    schlecht = liste(1).replace(b"60000", b"viele")
    assert importiert(schlecht, **ANTWORTEN).befund.status == "abgelehnt"
    assert absenderprofile.alle() == []


def test_a_layout_is_listed_and_forgotten_at_the_command_line(klein: Path) -> None:
    aufruf = CliRunner()
    assert "Noch kein Profil." in aufruf.invoke(app, ["profile"]).stdout
    importiert(liste(1), **ANTWORTEN)
    (eintrag,) = json.loads(aufruf.invoke(app, ["profile", "--json"]).stdout)
    assert eintrag["antworten"]["basis"] == "register"
    kurz = eintrag["fingerabdruck"][:12]
    assert f"{kurz}  liste.csv: spalte_einwohner = einwohner" in aufruf.invoke(app, ["profile"]).stdout
    falsch = aufruf.invoke(app, ["profile", "--vergiss", "gibtesnicht"])
    assert (falsch.exit_code, "gibtesnicht" in falsch.stdout) == (1, True)
    assert aufruf.invoke(app, ["profile", "--vergiss", kurz]).exit_code == 0
    assert absenderprofile.alle() == []


def test_an_empty_answer_to_forget_forgets_nothing(klein: Path) -> None:
    importiert(liste(1), **ANTWORTEN)
    assert absenderprofile.vergiss(recht(), "") is None
    assert len(absenderprofile.alle()) == 1


@pytest.mark.parametrize(("name", "zeilen", "summe"), [("ebenen", 12, 19200), ("kreise_je_jahr", 7, 15830)])
def test_official_tables_of_inhabitants_end_in_the_database(klein: Path, name: str, zeilen: int, summe: int) -> None:
    fertig = importiert(original(name)).lieferung
    assert fertig is not None
    assert fertig.absender.startswith("© Statist")
    gespeichert = lies_rahmen("SELECT anzahl FROM einwohner WHERE lieferung_id = :id", id=fertig.id)["anzahl"]
    assert (len(gespeichert), gespeichert.sum()) == (zeilen, summe)
    assert importiert(original(name)).unveraendert


def test_the_base_of_an_official_table_is_asked_for_every_file(klein: Path) -> None:
    ohne_fussnote = als_csv([z for z in KREISE_JE_JAHR if "Zensus" not in z[0]])
    assert fragen(importiert(ohne_fussnote)) == ["basis"]
    assert importiert(ohne_fussnote, basis="zensus2011").lieferung is not None
    assert absenderprofile.alle() == []
    assert fragen(importiert(ohne_fussnote.replace(b"4100", b"4101"))) == ["basis"]
