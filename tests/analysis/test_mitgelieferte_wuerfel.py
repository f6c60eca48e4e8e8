"""The shipped cubes of the demonstration are what the protection makes of the shipped raw data, on every machine."""

import io
from dataclasses import replace

import polars as pl
import pytest

from analysis.freigabe.stoff import DEMO_GEHEIMNIS, schluessel, wahrwerte
from analysis.geheimhaltung.schutz import Vorgabe, fasse_zusammen, schuetze
from commands.demo import ABSENDER, ORDNER, paketdatei
from data_access import signatur, wuerfelspeicher
from data_access.demo.fallzahlen import fallzahlen
from data_access.demo.regionen import REGIONEN
from data_access.paket import oeffne
from models.grundzahlen import GRUNDZAHLEN
from models.rahmen import Rohzellen
from models.zustaendigkeit import vereinbart

PAKETE = {region: oeffne(paketdatei(region).read_bytes()) for region in REGIONEN}
WUERFEL = {(region, e.grundzahl): e for region, paket in PAKETE.items() for e in paket.manifest.wuerfel}


def inhalt(region: str, grundzahl: str) -> bytes:
    return PAKETE[region].wuerfel(WUERFEL[region, grundzahl])


def test_every_grundzahl_of_both_regions_is_shipped_in_a_package_of_the_demonstration() -> None:
    erwartet = {(r, g) for r in REGIONEN for g in GRUNDZAHLEN if vereinbart(g, REGIONEN[r].kreis_ags)}
    assert set(WUERFEL) == erwartet
    assert len(erwartet) == 2 * len(GRUNDZAHLEN) - 2
    for region, paket in PAKETE.items():
        assert paket.manifest.region.kreis_ags == REGIONEN[region].kreis_ags
        assert paket.manifest.absender.name == ABSENDER
        assert paket.manifest.absender.schluessel == signatur.oeffentlicher_schluessel(DEMO_GEHEIMNIS)
        assert all(e.synthetisch and set(e.wahrheiten) == set(e.stichtage) for e in paket.manifest.wuerfel)


def test_the_kreis_totals_of_the_adult_series_and_of_plaetze_are_exact_in_both_regions() -> None:
    exakt = {ort for ort, e in WUERFEL.items() if e.schutz.eckwerte_exakt}
    genau = ("lb_bwf", "lb_awf", "lb_wfbm", "personen_gesamt", "plaetze_bwf", "plaetze_wfbm")
    assert exakt == {(r, g) for r in REGIONEN for g in genau}


def test_plaetze_are_shipped_as_they_are_and_numbers_of_the_kreis_in_one_cell() -> None:
    for (region, grundzahl), eintrag in WUERFEL.items():
        roh = fallzahlen(REGIONEN[region].kreis_ags).filter(pl.col("grundzahl") == grundzahl)
        if GRUNDZAHLEN[grundzahl].oeffentlich:
            wuerfel = pl.read_parquet(io.BytesIO(inhalt(region, grundzahl))).filter(pl.col("wert") > 0)
            assert wuerfel.rows() == roh.sort("stichtag", "leistungsort").select(*wuerfel.columns[:3], "anzahl").rows()
        if GRUNDZAHLEN[grundzahl].nur_kreis:
            assert eintrag.schutz.gemeinden == (REGIONEN[region].kreis_ags,)
            assert eintrag.schutz.raeume == {}


def test_the_shipped_demonstration_is_small() -> None:
    assert sum(datei.stat().st_size for datei in ORDNER.rglob("*") if datei.is_file()) < 1_000_000


@pytest.mark.parametrize("region", REGIONEN)
def test_protecting_the_demonstration_again_gives_the_shipped_cube(region: str) -> None:
    """One Grundzahl a region here; `cli.py demo --neu` does all of them."""
    grundzahl = "lb_wfbm"
    roh = fallzahlen(REGIONEN[region].kreis_ags).filter(pl.col("grundzahl") == grundzahl)
    angaben = WUERFEL[region, grundzahl].schutz
    wahr = fasse_zusammen(
        wahrwerte(Rohzellen.validate(roh), angaben.raumprinzipien), angaben.gemeinden, angaben.weitere
    )
    vorgabe = Vorgabe(angaben.gemeinden, angaben.weitere, angaben.raeume, angaben.raumprinzipien, angaben.k)
    ergebnis = schuetze(wahr, sorted(roh["stichtag"].unique()), vorgabe, schluessel("gleichstand", synthetisch=True))
    assert ergebnis.angaben == replace(angaben, gliederung=None)
    assert wuerfelspeicher.als_bytes(ergebnis.wuerfel) == inhalt(region, grundzahl)
