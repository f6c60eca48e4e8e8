"""Cubes that arrived protected, judged without the truth: public figures, the second cube, entered figures."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from analysis.paketpruefung import (
    WuerfelUnzulaessig,
    pruefe_angaben,
    pruefe_gliederung,
    pruefe_wuerfel,
    zellenzahl,
)
from models.rahmen import Gliederungswuerfel, Wuerfel
from models.schutz import Eckwert, Gliederung, Schutzangaben

TAG = date(2024, 12, 31)
A, B = "05978004", "05978008"
TAFEL = Gliederung("herkunft", ("18-49", "50+"), ("m", "w"), 5, 0)
BEIDE = Schutzangaben(5, 0, True, (A, B), ("unbekannt",), {A: "nord"}, ("herkunft", "leistungsort"), gliederung=TAFEL)
PLAETZE = Schutzangaben(1, 0, True, (A, B), (), {}, ("leistungsort",))
WERTE = {(A, A): 20, (A, B): 5, (A, "unbekannt"): 0, (B, A): 0, (B, B): 11, (B, "unbekannt"): 0}
VON_AUSSEN = {("unbekannt", A): 5, ("unbekannt", B): 0}


def wuerfel(werte: dict[tuple[str, str], int]) -> pl.DataFrame:
    zeilen = [(TAG, *ort, n) for ort, n in werte.items()]
    return pl.DataFrame(zeilen, schema=["stichtag", "herkunft", "leistungsort", "wert"], orient="row")


def pruefe(angaben: Schutzangaben, werte: dict[tuple[str, str], int], grundzahl: str = "lb_bwf") -> None:
    pruefe_angaben(grundzahl, angaben, "05978", (A, B), 5)
    pruefe_wuerfel(grundzahl, angaben, [TAG], Wuerfel.validate(wuerfel(werte), cast=True))


def gliederung(*werte: int) -> pl.DataFrame:
    zellen = [(TAG, alter, g) for alter in TAFEL.altersgruppen for g in TAFEL.geschlechter]
    zeilen = [(*zelle, n) for zelle, n in zip(zellen, werte, strict=True)]
    return pl.DataFrame(zeilen, schema=["stichtag", "altersgruppe", "geschlecht", "wert"], orient="row")


def test_a_good_cube_has_nothing_against_it() -> None:
    assert (zellenzahl(BEIDE, [TAG]).wuerfel, zellenzahl(BEIDE, [TAG]).gliederung) == (8, 4)
    pruefe(BEIDE, WERTE | VON_AUSSEN)


def test_plaetze_stand_as_they_are_and_nothing_else_may_have_k_1() -> None:
    pruefe(PLAETZE, {("-", A): 3, ("-", B): 0}, "plaetze_bwf")
    for angaben, grundzahl in ((PLAETZE, "lb_bwf"), (replace(PLAETZE, k=5), "plaetze_bwf")):
        with pytest.raises(WuerfelUnzulaessig, match="geschützt, hier gilt mindestens"):
            pruefe(angaben, {}, grundzahl)


def test_the_k_of_the_record_and_of_the_installation_both_count() -> None:
    with pytest.raises(WuerfelUnzulaessig, match="hier gilt mindestens k = 7"):
        pruefe_angaben("lb_bwf", BEIDE, "05978", (A, B), 7)
    with pytest.raises(WuerfelUnzulaessig, match="hier gilt mindestens k = 10"):
        pruefe_angaben("minderjaehrige_egh", BEIDE, "05978", (A, B), 5)
    with pytest.raises(WuerfelUnzulaessig, match="gibt es hier nicht"):
        pruefe_angaben("lb_xyz", BEIDE, "05978", (A, B), 5)


def test_a_cell_that_is_a_whole_gemeinde_is_a_multiple_of_k_below_2k() -> None:
    eines = replace(BEIDE, weitere=(), raumprinzipien=("herkunft",), gliederung=None)
    pruefe(eines, {(A, "-"): 10, (B, "-"): 5})
    with pytest.raises(WuerfelUnzulaessig, match="nicht stehen dürfen"):
        pruefe(eines, {(A, "-"): 7, (B, "-"): 5})


@pytest.mark.parametrize(("anzahl", "spiel", "passt"), [(36, 0, True), (38, 2, True), (38, 1, False), (0, 0, False)])
def test_an_entered_figure_must_be_possible(anzahl: int, spiel: int, passt: bool) -> None:
    """36 come from here, and the total is exact."""
    angaben = replace(BEIDE, eckwerte=(Eckwert(TAG, "herkunft", "05978", anzahl, spiel, "Amt"),))
    if passt:
        pruefe(angaben, WERTE | VON_AUSSEN)
        return
    with pytest.raises(WuerfelUnzulaessig, match="öffentlichen Zahl"):
        pruefe(angaben, WERTE | VON_AUSSEN)


@pytest.mark.parametrize(
    ("werte", "satz"),
    [
        ((20, 5, 11, 0), ""),
        ((20, 5, 10, 0), "ergibt zusammen nicht die veröffentlichte Summe"),
        ((20, 3, 13, 0), "nicht stehen dürfen"),
    ],
)
def test_the_second_cube_adds_up_to_the_first_and_shows_no_small_number(werte: tuple[int, ...], satz: str) -> None:
    erster = Wuerfel.validate(wuerfel(WERTE | VON_AUSSEN), cast=True)
    zweiter = Gliederungswuerfel.validate(gliederung(*werte), cast=True)
    if not satz:
        pruefe_gliederung("lb_bwf", BEIDE, erster, zweiter)
        return
    with pytest.raises(WuerfelUnzulaessig, match=satz):
        pruefe_gliederung("lb_bwf", BEIDE, erster, zweiter)


def test_a_second_cube_without_its_facts_or_of_another_grid_is_refused() -> None:
    erster = Wuerfel.validate(wuerfel(WERTE | VON_AUSSEN), cast=True)
    zweiter = Gliederungswuerfel.validate(gliederung(20, 5, 11, 0), cast=True)
    for angaben in (replace(BEIDE, gliederung=None), replace(BEIDE, gliederung=replace(TAFEL, k=3))):
        with pytest.raises(WuerfelUnzulaessig, match="fehlen oder passen nicht"):
            pruefe_gliederung("lb_bwf", angaben, erster, zweiter)
    mehr = replace(BEIDE, gliederung=replace(TAFEL, geschlechter=("m", "w", "d")))
    with pytest.raises(WuerfelUnzulaessig, match="Die Zellen sind nicht die"):
        pruefe_gliederung("lb_bwf", mehr, erster, zweiter)
