"""Einteilungen on the command line: import, export with a stored one and with a file, and the round trip."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cli import app
from data_access import abfragen, einteilungen
from tests.installation import ALTDORF, BERG, CELL, DORN, kleinkreis, liefere

KOPF = "einteilung;region;planungsraum;name;ags;gueltig_von;gueltig_bis"


def datei(*zeilen: str) -> bytes:
    return "\n".join((KOPF, *zeilen, "")).encode()


def zeile(ags: str, raum: str, einteilung: str = "neu", region: str = "kleinkreis") -> str:
    return f"{einteilung};{region};{raum};{raum.capitalize()};{ags};2026-01-01;"


DREI = datei(zeile(ALTDORF, "links"), zeile(BERG, "links"), zeile(CELL, "rechts"))


def rufe(*befehl: str) -> Result:
    return CliRunner().invoke(app, list(befehl))


def exportiere(ordner: Path, einteilung: str = "", kennzahl: str = "lb_bwf") -> list[dict[str, str]]:
    ziel = ordner / "aus.csv"
    mehr = ("--einteilung", einteilung) if einteilung else ()
    ergebnis = rufe("export", kennzahl, "--ebene", "planungsraum", "--region", "kleinkreis", "--out", str(ziel), *mehr)
    assert ergebnis.exit_code == 0, ergebnis.output
    kopf, *rest = ziel.read_text("utf-8").splitlines()
    return [dict(zip(kopf.split(";"), z.split(";"), strict=True)) for z in rest]


@pytest.mark.usefixtures("gefuellt")
def test_a_file_is_imported_as_a_proposal_and_a_second_time_changes_nothing(tmp_path: Path) -> None:
    pfad = tmp_path / "p.csv"
    pfad.write_bytes(DREI)
    ergebnis = rufe("import", "planungsraeume", str(pfad), "--json")
    assert ergebnis.exit_code == 0, ergebnis.output
    objekt = json.loads(ergebnis.stdout)
    assert (objekt["profil"], objekt["status"], objekt["zeilen"]) == ("planungsraeume", "ok", 3)
    assert any("fehlen 05978024, 05978999" in w for w in objekt["warnungen"])
    (neu,) = [e for e in abfragen.einteilungen("kleinkreis") if e.id == "neu"]
    assert (neu.stand, neu.version, neu.gueltig_von.isoformat()) == ("vorschlag", 1, "2026-01-01")
    assert kleinkreis().haupteinteilung_id == "haupt"
    assert liefere("planungsraeume", DREI, "p.csv").unveraendert
    geaendert = liefere("planungsraeume", DREI.replace(b"rechts", b"links").replace(b"Rechts", b"Links"), "q.csv")
    assert geaendert.befund.warnungen[-1] == "„neu“ ist gespeichert als „neu-v2“: Version 2, Vorschlag."
    assert {z["gebiet"] for z in exportiere(tmp_path, "neu")} == {"links", "rechts"}
    assert {z["gebiet"] for z in exportiere(tmp_path, "neu-v2")} == {"links"}


@pytest.mark.usefixtures("gefuellt")
def test_a_file_serves_for_one_export_without_being_stored(tmp_path: Path) -> None:
    pfad = tmp_path / "p.csv"
    pfad.write_bytes(DREI)
    aus_datei = exportiere(tmp_path, str(pfad))
    assert {z["einteilung"] for z in aus_datei} == {"neu"}
    assert {z["gebiet"] for z in aus_datei if z["wert"]} == {"links", "rechts"}
    assert "neu" not in {e.id for e in abfragen.einteilungen("kleinkreis")}
    liefere("planungsraeume", DREI, "p.csv")
    assert exportiere(tmp_path, "neu") == aus_datei


@pytest.mark.usefixtures("gefuellt")
def test_the_exported_cut_comes_back_as_the_same(tmp_path: Path) -> None:
    schnitt = einteilungen.schnitt("haupt")
    zeilen = [f"haupt;kleinkreis;{r};{n};{ags};2020-01-01;" for ags, r, n in schnitt.zeilen]
    vorher = exportiere(tmp_path)
    assert liefere("planungsraeume", datei(*zeilen), "h.csv").unveraendert
    pfad = tmp_path / "h.csv"
    pfad.write_bytes(datei(*zeilen))
    assert exportiere(tmp_path, str(pfad)) == vorher


@pytest.mark.usefixtures("gefuellt")
@pytest.mark.parametrize(
    ("inhalt", "grund"),
    [
        (
            datei(zeile(ALTDORF, "a", region="atlantis")),
            "Die Region „atlantis“ der Einteilung „neu“ gibt es hier nicht.",
        ),
        (datei(zeile("06636001", "a")), "In „neu“ gehört 06636001 nicht zu Kleinkreis."),
        (datei(zeile(ALTDORF, "a"), zeile(ALTDORF, "b")), "steht in „neu“ mehrmals"),
    ],
)
def test_what_does_not_fit_is_refused_whole_and_an_export_with_it_too(
    inhalt: bytes, grund: str, tmp_path: Path
) -> None:
    vorher = [e.id for e in abfragen.einteilungen("kleinkreis")]
    pfad = tmp_path / "p.csv"
    pfad.write_bytes(datei(zeile(DORN, "gut", "andere"))[:-1] + b"\n" + inhalt.split(b"\n", 1)[1])
    ergebnis = rufe("import", "planungsraeume", str(pfad))
    assert ergebnis.exit_code == 1
    assert grund in ergebnis.output
    assert [e.id for e in abfragen.einteilungen("kleinkreis")] == vorher
    aus = rufe(
        "export", "lb_bwf", "--ebene", "planungsraum", "--region", "kleinkreis", "--einteilung", str(pfad),
        "--out", str(tmp_path / "x.csv"),
    )  # fmt: skip
    assert aus.exit_code == 1
    assert grund in aus.output


@pytest.mark.usefixtures("gefuellt")
def test_an_einteilung_that_is_neither_stored_nor_a_file_is_named() -> None:
    aus = rufe(
        "export", "lb_bwf", "--ebene", "planungsraum", "--region", "kleinkreis", "--einteilung", "x", "--out", "y"
    )
    assert aus.exit_code == 1
    assert "gibt es nicht, weder gespeichert noch als Datei. Vorhanden: haupt, quer." in aus.output
