"""Tables at the edge: what is published of them holds the attack, with exact totals or without."""

from datetime import date

import polars as pl
import pytest

from analysis.geheimhaltung.oeffentliches import Oeffentliches, Veroeffentlichung
from analysis.geheimhaltung.pruefung import pruefe
from analysis.geheimhaltung.schutz import schuetze
from analysis.geheimhaltung.vorgabe import Vorgabe
from models.rahmen import Wahrwerte

KREIS = "06636"
TAGE = (date(2023, 12, 31), date(2024, 12, 31))
ORTE = tuple(f"{KREIS}{i:03d}" for i in range(1, 6))
BEIDE = ("herkunft", "leistungsort")

Zellen = dict[tuple[str, str], int]


def _faelle(k: int) -> dict[str, tuple[tuple[str, ...], dict[str, str], Zellen]]:
    """Gemeinden, Planungsräume, true cells of each table."""
    klein = {(h, z): 1 + (i + j) % (k - 1) for i, h in enumerate(ORTE) for j, z in enumerate(ORTE)}
    gross = {(h, z): 10_000 + i * 777 + j for i, h in enumerate(ORTE) for j, z in enumerate(ORTE)}
    gemischt = {
        (h, z): (0, 1, k - 1, k, 7 * k)[(2 * i + j) % 5] for i, h in enumerate(ORTE) for j, z in enumerate(ORTE)
    }
    raeume = {ORTE[0]: "nord", ORTE[1]: "nord", ORTE[2]: "sued"}  # two Gemeinden lie in none
    return {
        "nobody at any Stichtag": (ORTE, {}, {}),
        "one Gemeinde, few people": (ORTE[:1], {}, {(ORTE[0], ORTE[0]): k - 1, (ORTE[0], "uebrige"): 1}),
        "one Gemeinde, many people": (ORTE[:1], {}, {(ORTE[0], ORTE[0]): 40 * k, (ORTE[0], "uebrige"): 2}),
        "only small cells": (ORTE, raeume, klein),
        "only huge cells": (ORTE, raeume, gross),
        "no Planungsraum": (ORTE, {}, gemischt),
        "gaps between Planungsräume": (ORTE, raeume, gemischt),
    }


@pytest.mark.parametrize("prinzipien", [BEIDE, BEIDE[:1]], ids=["beide", "herkunft"])
@pytest.mark.parametrize("k", [3, 5, 10])
@pytest.mark.parametrize("fall", _faelle(5))
def test_what_is_published_holds(fall: str, k: int, prinzipien: tuple[str, ...]) -> None:
    gemeinden, raeume, zellen = _faelle(k)[fall]
    summen: Zellen = {}
    for (h, z), n in zellen.items():
        ort = (h, z if len(prinzipien) > 1 else "-")
        summen[ort] = summen.get(ort, 0) + n
    zeilen = [(tag, h, z, n) for tag in TAGE for (h, z), n in summen.items() if n]
    wahr = Wahrwerte.validate(pl.DataFrame(zeilen, schema=Wahrwerte.create_empty().schema, orient="row"), cast=True)
    weitere = ("uebrige", "unbekannt") if len(prinzipien) > 1 else ("unbekannt",)
    vorgabe = Vorgabe(gemeinden, weitere, raeume, prinzipien, k)
    versuche = []
    for eckwerte in (True, False):
        ergebnis = schuetze(wahr, TAGE, vorgabe, b"k", eckwerte=eckwerte)
        v = Veroeffentlichung(KREIS, "lb_bwf", ergebnis.wuerfel, ergebnis.angaben)
        versuche.append(pruefe(Oeffentliches([v])).bericht)
        if versuche[-1].bestanden:
            break
    # Without exact totals it always holds; with them only where large cells give enough room.
    assert versuche[-1].bestanden
    assert versuche[-1].stichtage == 2


def test_a_cube_without_any_stichtag_has_nothing_to_attack() -> None:
    ergebnis = schuetze(Wahrwerte.create_empty(), (), Vorgabe(ORTE, ("unbekannt",), {}, BEIDE, 5), b"k")
    bericht = pruefe(Oeffentliches([Veroeffentlichung(KREIS, "lb_bwf", ergebnis.wuerfel, ergebnis.angaben)])).bericht
    assert (bericht.bestanden, bericht.ziele, bericht.stichtage) == (True, 0, 0)
