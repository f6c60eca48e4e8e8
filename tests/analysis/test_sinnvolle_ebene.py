"""The finest sensible level of each record follows from the shipped cubes by the rule in `Kennzahl`."""

from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from analysis import sichten
from analysis.auswahl import moegliche_raumprinzipien
from analysis.bestand import Bestand, finde_region, lade
from analysis.kennzahlen.formeln import ANTEIL_AB
from analysis.kennzahlen.katalog import KENNZAHLEN
from analysis.kennzahlen.kennzahl import STUFEN, Kennzahl
from data_access import abfragen
from data_access.demo.regionen import REGIONEN
from models.vokabular import Ebene
from tests.installation import benutze

HAELFTE = 0.5


def _traegt(bestand: Bestand, k: Kennzahl, ebene: str) -> bool:
    """Whether at least half of the areas show 2k persons or more at every Stichtag, counted as a page opens."""
    werte = sichten.gebietswerte(bestand, k, ebene, moegliche_raumprinzipien(k, bestand)[0])
    schwelle = 2 * sichten.k_von(bestand, k)
    gross = pl.col("nenner") >= max(ANTEIL_AB, schwelle) if k.art == "anteil" else pl.col("zaehler") >= schwelle
    je_tag = werte.filter(pl.col("zaehler").is_not_null()).group_by("stichtag").agg(anteil=gross.mean())
    return not je_tag.is_empty() and bool((je_tag["anteil"] >= HAELFTE).all())


def _feinste(bestand: Bestand, k: Kennzahl) -> Ebene:
    moeglich = [e for e in bestand.ebenen if STUFEN.index(e) <= STUFEN.index(k.feinste_ebene)]
    return next((e for e in reversed(moeglich) if _traegt(bestand, k, e)), bestand.ganzes.ebene)


@pytest.fixture(scope="module")
def regionen(vorlage_demo: Path) -> list[Bestand]:
    with benutze(vorlage_demo):
        gefunden = [r for slug in REGIONEN if (r := finde_region(slug))]
        return [lade(region, stand) for region in gefunden if (stand := abfragen.stand(region.slug))]


@pytest.mark.parametrize("k", [k for k in KENNZAHLEN if not k.oeffentlich], ids=lambda k: k.id)
def test_the_record_names_the_finest_level_that_carries_it_where_numbers_are_small(
    k: Kennzahl, regionen: list[Bestand]
) -> None:
    assert len(regionen) == len(REGIONEN)
    je_region = [_feinste(b, k) for b in regionen if sichten.ist_vereinbart(b, k)]
    assert k.sinnvolle_ebene == min(je_region, key=STUFEN.index)


def test_public_figures_are_sensible_as_fine_as_they_are_delivered() -> None:
    assert {k.sinnvolle_ebene for k in KENNZAHLEN if k.oeffentlich} == {Ebene.GEMEINDE}


def test_a_record_cannot_name_a_level_without_values() -> None:
    kreis = next(k for k in KENNZAHLEN if k.nur_kreis)
    with pytest.raises(ValueError, match="gibt es keine Werte"):
        replace(kreis, sinnvolle_ebene=Ebene.GEMEINDE)
