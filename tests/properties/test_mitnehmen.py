"""No raw count leaves with a picture: every view in every format, after true counts were planted (`pflanzung`)."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import polars as pl
import pytest

from analysis.messen import Gedaechtnis
from commands.ansicht import SEITEN_DER_KENNZAHL, aus_link
from data_access.einstellungen import einstellungen
from presentation.ansichten.bogen import Bogen, Datenreihe, KeineAnsicht, Reihen, Tafel, Werte
from presentation.ansichten.verzeichnis import ANSICHTEN, bogen
from presentation.exports.bogendatei import FORMATE
from tests import pdfpruefung
from tests.ansichten import UMSTAND
from tests.installation import ALTDORF, benutze, einwohnerdatei, gib, liefere
from tests.properties.durchsuchung import assert_rein
from tests.properties.pflanzung import DATEIEN, GEPFLANZT, K

ARTEN = [(seite, art) for seite in SEITEN_DER_KENNZAHL for art in ANSICHTEN[seite]]
AUSSCHNITTE = [
    f"&ebene={ebene}&raumprinzip={prinzip}{gebiet}"
    for (ebene, gebiet), prinzip in product(
        (("kreis", ""), ("planungsraum", "&gebiet=nord"), ("gemeinde", f"&gebiet={ALTDORF}")),
        ("herkunft", "leistungsort"),
    )
]


@pytest.fixture(scope="module")
def boegen(vorlage_klein: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Bogen]]:
    """Every picture of the planted numbers, released by age and sex too; only what there is."""
    with (
        benutze(shutil.copytree(vorlage_klein, tmp_path_factory.mktemp("gepflanzt") / "var")),
        pytest.MonkeyPatch.context() as umgebung,
    ):
        umgebung.setenv("SRB_K", str(K))
        einstellungen.cache_clear()
        liefere("fallzahlen", DATEIEN["gut"], "gut.csv")
        liefere("einwohner", einwohnerdatei({(ALTDORF, "insgesamt"): 900}), "einwohner.csv")
        gib("lb_bwf", mindest_k=K, nach=("altersgruppe", "geschlecht"))
        messwerk, gefunden = Gedaechtnis(), dict[str, Bogen]()
        for kennzahl, ausschnitt, (seite, art) in product(("lb_bwf", "W1"), AUSSCHNITTE, ARTEN):
            try:
                link = aus_link(f"/{seite}?region=kleinkreis&kennzahl={kennzahl}{ausschnitt}", art)
                b = bogen(link, messwerk, heute=UMSTAND.jetzt.date())
            except KeineAnsicht:
                continue
            gefunden[f"{art} {b.stelle.pfad}"] = b
        yield list(gefunden.values())


def gelesen(format_: str, inhalt: bytes, ordner: Path) -> str:
    """What a PDF reads out: its letters are numbers of glyphs, which a search in its bytes would not find."""
    if not format_.startswith("pdf"):
        return ""
    pdf = pdfpruefung.lies(inhalt, ordner)
    return " ".join((pdf.titel, pdf.text, *pdf.alternativtexte))


@pytest.mark.parametrize("format_", FORMATE)
def test_no_file_of_a_view_holds_a_planted_count(format_: str, boegen: list[Bogen], tmp_path: Path) -> None:
    assert {b.art for b in boegen} >= {"verlauf", "rangfolge", "karte", "alter-geschlecht"}
    # Pictures in pixels take long to draw: of each kind the last one, which is that of the Gemeinden.
    for b in {b.art: b for b in boegen}.values() if format_ in ("png", "docx", "pptx") else boegen:
        inhalt = FORMATE[format_].schreibe(b, UMSTAND)
        assert_rein(inhalt, (format_, b.stelle.pfad))
        assert_rein(gelesen(format_, inhalt, tmp_path), (format_, b.stelle.pfad, "read out"))
        assert_rein(b.stamm, "file name")


@pytest.mark.parametrize("format_", [f for f in FORMATE if f != "png"])
def test_the_search_finds_a_count_wherever_a_writer_would_put_it(
    format_: str, boegen: list[Bogen], tmp_path: Path
) -> None:
    """A PNG is drawn from the very SVG, letter by letter, so the search in that one holds for it too."""
    n = next(iter(GEPFLANZT.values()))
    b = boegen[0]
    rahmen = pl.DataFrame({"wert": [n]})
    verraeterisch = {
        "befund": replace(b, befund=f"Es sind {n} Menschen"),
        "tafel": replace(b, tafel=lambda: Tafel("Werte", ({"Gebiet": "Nord", "Personen": str(n)},))),
        "werte": replace(b, werte=lambda: Werte(rahmen, "Werte", ())),
        "reihen": replace(
            b, reihen=lambda: Reihen("balken", ("Nord",), (Datenreihe("Personen", (float(n),)),), "Personen")
        ),
    }
    erwartet = {
        "svg": {"befund"},
        "pdf": {"befund", "tafel"},
        "pdf-a3": {"befund"},
        "pptx": {"befund", "tafel", "reihen"},
        "docx": {"befund", "tafel"},
        "xlsx": {"befund", "tafel", "werte"},
        "csv": {"werte"},
        "csv-excel": {"werte"},
        "parquet": {"werte"},
    }
    gefunden = set()
    for was, falscher in verraeterisch.items():
        inhalt = FORMATE[format_].schreibe(falscher, UMSTAND)
        try:
            assert_rein(inhalt, was)
            assert_rein(gelesen(format_, inhalt, tmp_path), was)
        except AssertionError:
            gefunden.add(was)
    assert gefunden >= erwartet[format_]
