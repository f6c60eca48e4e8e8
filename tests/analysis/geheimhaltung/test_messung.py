from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from analysis.geheimhaltung.messung import REFERENZ, UNNA_AEHNLICH, WMK_AEHNLICH, Gestalt, generate, measure
from analysis.geheimhaltung.schutz import schuetze
from models.rahmen import Wuerfel


def test_the_same_seed_draws_the_same_series() -> None:
    eins, zwei = (generate(WMK_AEHNLICH, 5, np.random.default_rng(7)) for _ in range(2))
    assert eins.wahr.equals(zwei.wahr)
    assert eins.wahr.group_by("stichtag").agg(pl.col("anzahl").sum())["anzahl"].to_list() == [330] * 10


@pytest.mark.parametrize(("k", "mittel", "hoechste", "frei"), [(5, 1.0, 9, 2.7), (3, 0.55, 6, 1.5)])
@pytest.mark.parametrize("gestalt", [WMK_AEHNLICH, UNNA_AEHNLICH, REFERENZ], ids=["wmk", "unna", "referenz"])
def test_the_rounding_reaches_its_bars(gestalt: Gestalt, k: int, mittel: float, hoechste: int, frei: float) -> None:
    probe = generate(replace(gestalt, stichtage=4), k, np.random.default_rng(3))
    ergebnis = schuetze(probe.wahr, probe.stichtage, probe.vorgabe, b"k")
    messung = measure(probe.wahr, ergebnis.wuerfel, ergebnis.angaben, np.random.default_rng(4))
    assert 0 < messung.mittel <= mittel
    assert messung.hoechste <= hoechste
    assert messung.frei <= frei
    assert messung.bleibend is not None
    assert messung.bleibend >= 0.9
    assert messung.guete == ergebnis.guete


def test_deviations_are_counted_over_cells_and_margins() -> None:
    gestalt = Gestalt("06999", 2, 2, 40, (), stichtage=2)
    probe = generate(gestalt, 5, np.random.default_rng(1))
    angaben = schuetze(probe.wahr, probe.stichtage, probe.vorgabe, b"k").angaben
    # One person more in every cell: 4 inner cells, 8 with the outside; margins of 4 and, for the Kreis, 8 cells.
    raster = schuetze(probe.wahr, probe.stichtage, probe.vorgabe, b"k").wuerfel.drop("wert")
    eins_mehr = (
        raster.join(probe.wahr, on=["stichtag", "herkunft", "leistungsort"], how="left")
        .with_columns(wert=pl.col("anzahl").fill_null(0) + 1)
        .drop("anzahl")
    )
    messung = measure(probe.wahr, Wuerfel.validate(eins_mehr, cast=True), angaben, np.random.default_rng(0))
    # Per Stichtag: 12 cells of 1; by each Raumprinzip two Gemeinden and two Räume of 4, the Kreis of 8.
    assert messung.mittel == pytest.approx((12 * 1 + 2 * (4 * 4 + 8)) / (12 + 2 * 5))
    assert (messung.hoechste, messung.frei) == (8, 8.0)
    assert messung.bleibend == 1.0
