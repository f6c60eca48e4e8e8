"""The shipped cubes of the demonstration are what the protection makes of the shipped raw data, on every machine."""

import json
from dataclasses import replace

import polars as pl
import pytest

from analysis.freigabe import stoff
from analysis.geheimhaltung.schutz import Vorgabe, fasse_zusammen, schuetze
from data_access import wuerfelspeicher
from data_access.demo.fallzahlen import fallzahlen
from data_access.demo.regionen import REGIONEN
from data_access.einstellungen import PROJEKT
from models.grundzahlen import GRUNDZAHLEN
from models.rahmen import Rohzellen
from models.schutz import angaben_aus
from models.zustaendigkeit import vereinbart

DEMO = PROJEKT / "daten" / "demo"
VERZEICHNIS = {(e["region"], e["grundzahl"]): e for e in json.loads((DEMO / "freigaben.json").read_text("utf-8"))}


def test_every_grundzahl_of_both_regions_is_shipped_unchanged() -> None:
    erwartet = {(r, g) for r in REGIONEN for g in GRUNDZAHLEN if vereinbart(g, REGIONEN[r].kreis_ags)}
    assert set(VERZEICHNIS) == erwartet
    assert len(erwartet) == 2 * len(GRUNDZAHLEN) - 2
    for (region, grundzahl), eintrag in VERZEICHNIS.items():
        inhalt = (DEMO / region / f"{grundzahl}.parquet").read_bytes()
        assert wuerfelspeicher.pruefsumme(inhalt) == eintrag["pruefsumme"]


def test_the_kreis_totals_of_the_adult_series_and_of_plaetze_are_exact_in_both_regions() -> None:
    exakt = {schluessel for schluessel, e in VERZEICHNIS.items() if e["angaben"]["eckwerte_exakt"]}
    genau = ("lb_bwf", "lb_awf", "lb_wfbm", "personen_gesamt", "plaetze_bwf", "plaetze_wfbm")
    assert exakt == {(r, g) for r in REGIONEN for g in genau}


def test_plaetze_are_shipped_as_they_are_and_numbers_of_the_kreis_in_one_cell() -> None:
    for (region, grundzahl), eintrag in VERZEICHNIS.items():
        roh = fallzahlen(REGIONEN[region].kreis_ags).filter(pl.col("grundzahl") == grundzahl)
        if GRUNDZAHLEN[grundzahl].oeffentlich:
            wuerfel = pl.read_parquet(DEMO / region / f"{grundzahl}.parquet").filter(pl.col("wert") > 0)
            assert wuerfel.rows() == roh.sort("stichtag", "leistungsort").select(*wuerfel.columns[:3], "anzahl").rows()
        if GRUNDZAHLEN[grundzahl].nur_kreis:
            assert eintrag["angaben"]["gemeinden"] == [REGIONEN[region].kreis_ags]
            assert eintrag["angaben"]["raeume"] == {}


def test_the_shipped_demonstration_is_small() -> None:
    assert sum(datei.stat().st_size for datei in DEMO.rglob("*") if datei.is_file()) < 1_000_000


@pytest.mark.parametrize("region", REGIONEN)
def test_protecting_the_demonstration_again_gives_the_shipped_cube(region: str) -> None:
    """One Grundzahl a region here; `cli.py demo --neu` does all of them."""
    grundzahl = "lb_wfbm"
    roh = fallzahlen(REGIONEN[region].kreis_ags).filter(pl.col("grundzahl") == grundzahl)
    angaben = angaben_aus(VERZEICHNIS[region, grundzahl]["angaben"])
    wahr = fasse_zusammen(stoff.wahrwerte(Rohzellen.validate(roh)), angaben.gemeinden, angaben.weitere)
    vorgabe = Vorgabe(angaben.gemeinden, angaben.weitere, angaben.raeume, angaben.raumprinzipien, angaben.k)
    ergebnis = schuetze(
        wahr, sorted(roh["stichtag"].unique()), vorgabe, stoff.schluessel("gleichstand", synthetisch=True)
    )
    assert ergebnis.angaben == replace(angaben, gliederung=None)
    inhalt = wuerfelspeicher.als_bytes(ergebnis.wuerfel)
    assert wuerfelspeicher.pruefsumme(inhalt) == VERZEICHNIS[region, grundzahl]["pruefsumme"]
