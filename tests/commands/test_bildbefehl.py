"""`bild`: what is asked for is drawn, or refused with the reason; nothing is replaced silently."""

import json
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from cli import app
from tests.installation import ALTDORF, BERG

FEST = ("besondere_wohnform", "--region", "kleinkreis")


def rufe(*teile: object, code: int = 0) -> str:
    ergebnis = CliRunner().invoke(app, ["bild", *map(str, teile)])
    assert ergebnis.exit_code == code, ergebnis.output
    return (ergebnis.output if code == 2 else ergebnis.stdout).strip()


def test_a_view_is_written_in_the_format_of_the_ending_and_says_what_it_says(gefuellt: Path, tmp_path: Path) -> None:
    ziel = tmp_path / "a.svg"
    gesagt = json.loads(
        rufe(
            *FEST,
            "--ebene",
            "gemeinde",
            "--gebiet",
            ALTDORF,
            "--out",
            ziel,
            "--adresse",
            "https://z.example/",
            "--json",
        )
    )
    bild = ziel.read_text()
    assert gesagt["befund"] in bild
    assert gesagt["alt"] in bild
    assert gesagt["stand"] == "31.12.2024, veröffentlicht am 01.03.2025, Fassung 1"
    assert gesagt["stand"] in bild
    assert gesagt["link"].startswith(
        f"https://z.example/zahlen?region=kleinkreis&kennzahl=besondere_wohnform&ebene=gemeinde&raumprinzip=herkunft&gebiet={ALTDORF}&jahr=2024"
    )
    assert (gesagt["datei"], gesagt["format"], gesagt["art"], gesagt["hinweise"]) == (str(ziel), "svg", "verlauf", [])


def test_a_folder_gets_the_file_with_its_speaking_name(gefuellt: Path, tmp_path: Path) -> None:
    rufe("W1", "--region", "05978", "--art", "rangfolge", "--jahr", 2024, "--out", tmp_path, "--format", "csv-excel")
    (datei,) = tmp_path.glob("*.csv")
    assert datei.name == "wohnen_besondere-wohnform_kleinkreis_gemeinde_2024_rangfolge.csv"
    assert BERG in datei.read_text()


def test_an_ending_csv_is_that_of_export(gefuellt: Path, tmp_path: Path) -> None:
    rufe(
        "lb_bwf", "--region", "kleinkreis", "--art", "rangfolge", "--ebene", "planungsraum", "--out", tmp_path / "a.csv"
    )
    assert pl.read_csv(tmp_path / "a.csv", separator=";")["gebiet"].to_list() == ["nord", "sued"]


def test_a_link_leads_to_its_view_and_an_older_fassung_is_only_said(gefuellt: Path, tmp_path: Path) -> None:
    link = "https://z.example/zahlen?region=kleinkreis&kennzahl=lb_bwf&ebene=gemeinde&jahr=2023&fassung=7"
    gesagt = json.loads(rufe("--link", link, "--art", "rangfolge", "--out", tmp_path / "a.svg", "--json"))
    assert gesagt["stand"].startswith("31.12.2023")
    assert gesagt["hinweise"] == ["Der Link meint Fassung 7. Sie sehen die gültige Fassung 1."]


@pytest.mark.parametrize(
    ("angaben", "grund"),
    [
        ((*FEST, "--jahr", 1999), "Für 1999 gibt es keine Zahlen. Möglich sind: Ebene kreis, planungsraum, gemeinde;"),
        ((*FEST, "--ebene", "planet"), "Die Ebene „planet“ gibt es nicht. Möglich sind"),
        ((*FEST, "--ebene", "gemeinde", "--gebiet", "06"), "Das Gebiet „06“ gibt es auf dieser Ebene nicht."),
        ((*FEST, "--raumprinzip", "mond"), "„mond“ ist keine Zählung, die es gibt."),
        ((*FEST, "--einteilung", "alt", "--ebene", "planungsraum"), "Die Einteilung „alt“ gibt es nicht mehr."),
        ((*FEST, "--gebiet", ALTDORF, "--gebiet", BERG), "Eine Ansicht zeigt ein Gebiet, gefragt sind 2"),
        ((*FEST, "--art", "kuchen"), "Die Ansicht „kuchen“ gibt es zu einer Kennzahl nicht. Möglich sind: verlauf,"),
        ((*FEST, "--art", "rangfolge", "--ebene", "kreis"), "gibt es keine Rangfolge"),
        ((*FEST, "--adresse", "zahlen.example"), "„zahlen.example“ ist keine Adresse."),
        ((*FEST, "--link", "/zahlen"), "Der Link sagt schon, was gezeigt wird."),
        (("W99", "--region", "kleinkreis"), "Die Kennzahl „W99“ gibt es nicht."),
        (("W1", "--region", "mond"), "Die Region „mond“ gibt es hier nicht."),
        (("W1",), "Bitte KENNZAHL und --region angeben"),
        (("--link", "/mond", "--art", "karte"), "führt zu keiner Seite mit Ansichten"),
        (("--link", "/planungsraum?region=kleinkreis", "--art", "verlauf-"), "altersaufbau, verlauf-<Kennzahl>,"),
        (("--link", "/planungsraum?region=kleinkreis", "--art", "spanne-x"), "Möglich sind: lb_bwf, "),
        (("--link", "/zahlen?region=kleinkreis"), "Bitte mit --art sagen, welche Ansicht gemeint ist: verlauf,"),
    ],
)
def test_what_gives_way_is_refused_and_nothing_is_written(
    angaben: tuple[object, ...], grund: str, gefuellt: Path, tmp_path: Path
) -> None:
    ziel = tmp_path / "a.svg"
    gesagt = json.loads(rufe(*angaben, "--out", ziel, "--json", code=1))
    assert gesagt["status"] == "abgelehnt"
    assert grund in gesagt["grund"]
    assert not ziel.exists()


@pytest.mark.parametrize(
    ("angaben", "name", "grund"),
    [
        (("--jahr", 2024, "--stichtag", "2024-12-31"), "a.svg", "entweder --jahr oder --stichtag"),
        (("--format", "png"), "a.svg", "muss auf .png enden"),
        (("--format", "bmp"), "a.svg", "Das Format „bmp“ gibt es nicht"),
        ((), "a.bmp", "hat keine Endung, die es hier gibt"),
        ((), "", "bitte das Format sagen"),
    ],
)
def test_wrong_usage_ends_with_2(
    angaben: tuple[object, ...], name: str, grund: str, gefuellt: Path, tmp_path: Path
) -> None:
    gesagt = rufe(*FEST, *angaben, "--out", tmp_path / name, code=2)
    assert grund in " ".join(gesagt.replace("│", " ").split())
    assert not list(tmp_path.glob("a.*"))
