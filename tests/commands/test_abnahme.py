"""What the first step promises, from file to export, on the demonstration and with official figures."""

import csv as csvmodul
import io
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from analysis import sichten
from analysis.bestand import lade
from analysis.kennzahlen.katalog import kennzahl
from cli import app
from data_access import abfragen
from data_access.einstellungen import PROJEKT
from data_access.importing.lesen import Register, lies
from presentation.exports.tabelle import als_csv
from tests.data_access.importing.test_gvisys import auszug
from tests.installation import benutze, einwohnerdatei, fallzahlendatei

REGIONEN = {"kreis-unna": "05978", "werra-meissner-kreis": "06636"}
GUTSBEZIRK = "06636200"
GETEILT = Path(os.environ.get("SRB_SHARED", PROJEKT.parent / "shared"))
ECHT = GETEILT / "data" / "formats" / "31122021_Auszug_GV.xlsx"

ALLE_ALTER = {
    "besondere_wohnform_alle": ("lb_bwf", 5),
    "ausserhalb_besonderer_wohnform_alle": ("lb_awf", 5),
    "werkstatt_alle": ("lb_wfbm", 5),
    "p67_ambulant_alle": ("lb_p67_ambulant", 10),
}
"""Rates per 1.000 inhabitants of all ages -> the count above them and its k."""

EBENEN = ("kreis", "planungsraum", "gemeinde")
NACH_ALTER = ("besondere_wohnform", "ausserhalb_besonderer_wohnform", "werkstatt", "minderjaehrige", "p67_ambulant")


def cli(*teile: object) -> str:
    ergebnis = CliRunner().invoke(app, [str(t) for t in teile])
    assert ergebnis.exit_code == 0, ergebnis.output
    return ergebnis.stdout


Export = Callable[..., list[dict[str, str]]]


@pytest.fixture
def exportiere(tmp_path: Path) -> Export:
    """Rows of an export as they stand in the file."""

    def hole(slug: str, region: str, ebene: str = "kreis", **optionen: object) -> list[dict[str, str]]:
        ziel = tmp_path / "export.csv"
        weitere = [teil for n, w in optionen.items() for teil in (f"--{n}", w)]
        cli("export", slug, "--region", region, "--ebene", ebene, *weitere, "--out", ziel)
        return list(csvmodul.DictReader(io.StringIO(ziel.read_text()), delimiter=";"))

    return hole


@pytest.fixture(scope="module")
def vorlage_ohne_2021(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with benutze(tmp_path_factory.mktemp("ohne2021") / "var") as ordner:
        assert cli("demo", "--ohne-einwohner", 2021) == "Die Vorführung mit synthetischen Daten liegt bereit.\n"
    return ordner


@pytest.fixture
def ohne_2021(vorlage_ohne_2021: Path, tmp_path: Path) -> Iterator[Path]:
    with benutze(shutil.copytree(vorlage_ohne_2021, tmp_path / "var")) as ordner:
        yield ordner


def amtlich_2021() -> dict[str, tuple[int, int, int]]:
    """Official population of the 27 areas at the end of 2021: all, men, women."""
    zeitreihe = pl.read_csv(PROJEKT / "daten/referenz/bevoelkerung_gemeinden_zeitreihe.csv", infer_schema=False)
    ende = zeitreihe.filter(stichtag="2021-12-31")
    zahlen = ("insgesamt", "maennlich", "weiblich")
    return {z["ags"]: tuple(int(z[s]) for s in zahlen) for z in ende.to_dicts()}  # type: ignore[misc]


def gemeindeverzeichnis() -> bytes:
    """The 27 areas in the form of the Gemeindeverzeichnis."""
    return auszug(
        [
            [
                "60",
                "63",
                ags[:2],
                ags[2],
                ags[3:5],
                "0000",
                ags[5:],
                f"Ort {ags}",
                12.5,
                *zahlen,
                100,
                "59192",
                "7",
                "51",
            ]
            for ags, zahlen in amtlich_2021().items()
        ]
    )


def ansichten() -> Callable[..., list[dict[str, str]]]:
    """What `export` would write now, by (Kennzahl, region, level, Raumprinzip), from one reading of the database."""
    bestaende = {r.slug: lade(r, abfragen.stand(r.slug)) for r in abfragen.regionen()}

    @cache
    def hole(slug: str, region: str, ebene: str, prinzip: str = "herkunft") -> list[dict[str, str]]:
        satz = kennzahl(slug)
        assert satz is not None
        inhalt = als_csv(sichten.gebietswerte(bestaende[region], satz, ebene, prinzip)).decode()
        return list(csvmodul.DictReader(io.StringIO(inhalt), delimiter=";"))

    return hole


def am_tag(zeilen: list[dict[str, str]]) -> dict[str, dict[str, str]]:
    """The rows of the end of 2021 by area."""
    return {z["gebiet"]: z for z in zeilen if z["stichtag"] == "2021-12-31"}


def sonst(zeilen: list[dict[str, str]]) -> list[dict[str, str]]:
    return [z for z in zeilen if z["stichtag"] != "2021-12-31"]


def test_the_official_population_of_2021_makes_every_rate_of_all_ages_right(
    ohne_2021: Path, tmp_path: Path, exportiere: Export
) -> None:
    datei = ECHT
    if not ECHT.is_file():
        datei = tmp_path / "Auszug_GV.xlsx"
        datei.write_bytes(gemeindeverzeichnis())
    vorher = ansichten()
    for slug, region, ebene in product((*ALLE_ALTER, *NACH_ALTER), REGIONEN, EBENEN):
        assert {z["status"] for z in am_tag(vorher(slug, region, ebene)).values()} == {"keine_angabe"}
    assert am_tag(vorher("einwohner", "kreis-unna", "kreis")) == {}

    cli("import", "einwohner", datei, "--basis", "zensus2011")

    nachher = ansichten()
    for region, kreis in REGIONEN.items():
        amtlich = {ags: alle for ags, (alle, _, _) in amtlich_2021().items() if ags.startswith(kreis)}
        je_ebene = {
            ebene: {g: int(z["wert"]) for g, z in am_tag(nachher("einwohner", region, ebene)).items()}
            for ebene in EBENEN
        }
        assert je_ebene["gemeinde"] == amtlich
        assert je_ebene["kreis"] == {kreis: sum(amtlich.values())}
        assert sum(je_ebene["planungsraum"].values()) == sum(amtlich.values())
        for (slug, (zahl, k)), prinzip, ebene in product(ALLE_ALTER.items(), ("herkunft", "leistungsort"), EBENEN):
            anzahlen = am_tag(nachher(zahl, region, ebene, prinzip))
            raten = am_tag(nachher(slug, region, ebene, prinzip))
            assert set(raten) == set(anzahlen) == set(je_ebene[ebene])
            for gebiet, zeile in raten.items():
                pruefe_rate(zeile, anzahlen[gebiet], je_ebene[ebene][gebiet], k)
    for slug, region, ebene in product((*ALLE_ALTER, *NACH_ALTER), REGIONEN, EBENEN):
        assert sonst(nachher(slug, region, ebene)) == sonst(vorher(slug, region, ebene))
    for slug, region, ebene in product(NACH_ALTER, REGIONEN, EBENEN):
        assert am_tag(nachher(slug, region, ebene)) == am_tag(vorher(slug, region, ebene))
    assert exportiere("werkstatt_alle", "kreis-unna", "gemeinde") == nachher("werkstatt_alle", "kreis-unna", "gemeinde")


def test_the_rebuilt_gemeindeverzeichnis_is_read_like_the_real_one(datenordner: Path) -> None:
    gelesen = lies(gemeindeverzeichnis(), "Auszug_GV.xlsx", Register(frozenset(amtlich_2021()), frozenset()))
    assert gelesen.befund.summen["kreis"]["insgesamt"] == 393_063 + 99_714
    assert gelesen.befund.profil == "gv-isys"


def pruefe_rate(zeile: dict[str, str], anzahl: dict[str, str], bevoelkerung: int, k: int) -> None:
    """One row of a rate against the exported count and the population."""
    assert int(zeile["zaehler"]) == int(anzahl["wert"])
    assert int(zeile["nenner"]) == bevoelkerung
    assert zeile["basis"] == "zensus2011"
    if bevoelkerung == 0:
        assert zeile["gebiet"] == GUTSBEZIRK
        assert (zeile["status"], zeile["wert"]) == ("nicht_anwendbar", "")
    elif int(anzahl["wert"]) < 2 * k:
        assert [zeile[s] for s in ("status", "wert", "von", "bis")] == ["geschuetzt", "", "", ""]
    else:
        assert zeile["status"] == "gezeigt"
        for spalte in ("wert", "von", "bis"):
            assert float(zeile[spalte]) == pytest.approx(int(anzahl[spalte]) / bevoelkerung * 1000, rel=1e-12)


def test_a_filled_template_with_ages_changes_the_rate_per_adult(
    demo_ordner: Path, tmp_path: Path, exportiere: Export
) -> None:
    """Figures of the Zensus 2022 rank before synthetic ones; the other Stichtage and regions stay."""
    gemeinden = [g.ags for g in abfragen.gemeinden("05978")]
    zahlen = {
        (ags, alter): 1000 * (1 + i) + zusatz
        for i, ags in enumerate(gemeinden)
        for alter, zusatz in (("0-17", 1), ("18-64", 2), ("65+", 3))
    }
    datei = tmp_path / "einwohner.csv"
    datei.write_bytes(einwohnerdatei(zahlen))
    vorher = exportiere("besondere_wohnform", "kreis-unna", "gemeinde")
    nachbar = exportiere("besondere_wohnform", "werra-meissner-kreis", "gemeinde")
    assert {z["basis"] for z in vorher} == {"synthetisch"}
    cli("import", "einwohner", datei)
    nachher = exportiere("besondere_wohnform", "kreis-unna", "gemeinde")
    anzahlen = {z["gebiet"]: z for z in exportiere("lb_bwf", "kreis-unna", "gemeinde", jahr=2024)}
    for alt, neu in zip(vorher, nachher, strict=True):
        if neu["stichtag"] != "2024-12-31":
            assert neu == alt
            continue
        i = gemeinden.index(neu["gebiet"])
        erwachsene = 2000 * (1 + i) + 5
        assert (neu["basis"], int(neu["nenner"]), neu["zaehler"]) == (
            "zensus2022",
            erwachsene,
            anzahlen[neu["gebiet"]]["wert"],
        )
        if neu["status"] == "gezeigt":
            assert float(neu["wert"]) == pytest.approx(int(neu["zaehler"]) / erwachsene * 1000, rel=1e-12)
    assert any(z["status"] == "gezeigt" for z in nachher if z["stichtag"] == "2024-12-31")
    assert exportiere("besondere_wohnform", "werra-meissner-kreis", "gemeinde") == nachbar


def test_counts_of_a_new_year_go_from_file_to_export(demo_ordner: Path, tmp_path: Path, exportiere: Export) -> None:
    vorher = exportiere("lb_bwf", "kreis-unna", "gemeinde")
    zellen = {(ags, ags): 50 + i for i, ags in enumerate(g.ags for g in abfragen.gemeinden("05978"))}
    zellen |= {("05978004", "05978008"): 3, ("05978008", "05978020"): 2}
    datei = tmp_path / "2025.csv"
    datei.write_bytes(fallzahlendatei(zellen, date(2025, 12, 31), absender="LWL"))
    cli("import", "fallzahlen", datei)
    assert exportiere("lb_bwf", "kreis-unna", "gemeinde") == vorher
    cli("release", "--region", "kreis-unna", "--kennzahl", "lb_bwf")
    nachher = exportiere("lb_bwf", "kreis-unna", "gemeinde")
    assert [z for z in nachher if z["stichtag"] != "2025-12-31"] == vorher
    neue = {z["gebiet"]: z for z in nachher if z["stichtag"] == "2025-12-31"}
    wahr = {ags: sum(n for (herkunft, _), n in zellen.items() if herkunft == ags) for ags in neue}
    for ags, zeile in neue.items():
        assert int(zeile["von"]) <= wahr[ags] <= int(zeile["bis"])
        assert abs(int(zeile["wert"]) - wahr[ags]) <= 4
    (kreis,) = exportiere("lb_bwf", "kreis-unna", jahr=2025)
    assert (int(kreis["wert"]), kreis["status"]) == (sum(wahr.values()), "gezeigt")
    (rate,) = exportiere("besondere_wohnform", "kreis-unna", jahr=2025)
    assert (rate["status"], rate["wert"]) == ("keine_angabe", "")
