from dataclasses import replace

import numpy as np
import pytest
from scipy.sparse import csr_array

from analysis.geheimhaltung import referenz
from analysis.geheimhaltung.messlatten import bars_of_table
from analysis.geheimhaltung.referenz import Summiert, draw, measure, runde
from analysis.geheimhaltung.umgruppierung import Wissen, attack_queries, attack_sums, greife_an, schneide
from analysis.geheimhaltung.vergleichsverfahren import CellKey, Fuenferrundung, innen

TAFEL = draw(np.random.default_rng(1))
ZWEI_JAHRE = draw(np.random.default_rng(2), jahre=2)


def test_the_reference_table_has_the_shape_and_the_shares_it_should_have() -> None:
    assert TAFEL.wahr.shape == (10, 512)
    assert TAFEL.raender.shape == (433, 512)
    assert TAFEL.hart.sum() == 21
    assert len(TAFEL.wahr) * sum(TAFEL.raender.shape) == 9450
    assert TAFEL.wahr.sum(axis=1)[[0, -1]].tolist() == [2217, 2570]
    assert 0.44 <= (TAFEL.wahr == 0).mean() <= 0.5
    assert 0.26 <= ((TAFEL.wahr > 0) & (TAFEL.wahr < 5)).mean() <= 0.33
    gebiete = TAFEL.raender[np.flatnonzero(TAFEL.hart)]
    assert sorted(gebiete.sum(axis=1).tolist()) == [32] * 16 + [128] * 4 + [512]


def test_persons_stay_with_their_key() -> None:
    gleich = draw(np.random.default_rng(2), jahre=2)
    assert (gleich.wahr == ZWEI_JAHRE.wahr).all()
    assert (ZWEI_JAHRE.wahr[0] == ZWEI_JAHRE.wahr[1]).mean() > 0.5
    # The same persons in a cell: the same sum of keys.
    assert (ZWEI_JAHRE.schluessel[0] == ZWEI_JAHRE.schluessel[1]).sum() > 200


@pytest.mark.parametrize("k", [3, 5])
def test_two_years_of_the_reference_table_reach_the_bars_with_any_key(k: int) -> None:
    eins, zwei = (runde(ZWEI_JAHRE, k, schluessel) for schluessel in (b"eins", b"zwei"))
    assert (eins != zwei).any()
    for gezeigt in (eins, zwei):
        guete = measure(ZWEI_JAHRE, Summiert(gezeigt), k, np.random.default_rng(0))
        # The bar of free Planungsräume is one of ten years: over two it hangs on which Gemeinden are drawn.
        assert [b.name for b in bars_of_table(guete, k) if not b.erfuellt and "freier" not in b.name] == []
        assert guete.bleibend >= 0.8
        hart = ZWEI_JAHRE.raender[np.flatnonzero(ZWEI_JAHRE.hart)]
        assert np.abs(hart @ (gezeigt - ZWEI_JAHRE.wahr).T).max() <= k - 1


def test_a_way_that_is_not_additive_is_found_out() -> None:
    je_abfrage = measure(ZWEI_JAHRE, Fuenferrundung(ZWEI_JAHRE), 5, np.random.default_rng(0))
    summiert = measure(ZWEI_JAHRE, innen(ZWEI_JAHRE, Fuenferrundung(ZWEI_JAHRE)), 5, np.random.default_rng(0))
    assert (je_abfrage.hoechste, summiert.nicht_additiv) == (2, 0)
    assert je_abfrage.nicht_additiv > 100
    assert je_abfrage.innen == summiert.innen
    assert summiert.hoechste > 20
    wahrheit = measure(ZWEI_JAHRE, Summiert(ZWEI_JAHRE.wahr), 5, np.random.default_rng(0))
    assert (wahrheit.mittel, wahrheit.hoechste, wahrheit.frei, wahrheit.relativ) == (0, 0, 0, 0)
    assert wahrheit.kleine_gezeigt == ((ZWEI_JAHRE.wahr > 0) & (ZWEI_JAHRE.wahr < 5)).sum()


def test_5er_rounding_goes_to_the_nearest_multiple() -> None:
    tafel = replace(ZWEI_JAHRE, wahr=np.array([[0, 1, 2, 3, 7, 8]]))
    fuenf = Fuenferrundung(tafel)
    assert fuenf.zeige(0, csr_array(np.eye(6, dtype=np.int64))).tolist() == [0, 0, 0, 5, 5, 10]
    unten, oben = fuenf.grenzen(np.array([0, 5]))
    assert (unten.tolist(), oben.tolist()) == ([0, 3], [2, 7])


@pytest.mark.parametrize(("d", "v"), [(5, 3.0), (3, 2.0)])
def test_the_noise_of_the_cell_key_method_has_mean_0_and_shows_neither_1_nor_2(d: int, v: float) -> None:
    ckm = CellKey(ZWEI_JAHRE, d, v, 2)
    stoss = np.arange(-d, d + 1)
    assert ckm.uebergaenge[0].tolist() == (stoss == 0).tolist()
    for wahr, zeile in enumerate(ckm.uebergaenge[1:], start=1):
        assert zeile @ stoss == pytest.approx(0, abs=2e-3)
        assert zeile @ stoss**2 == pytest.approx(v, abs=1e-2)
        assert zeile[np.isin(wahr + stoss, (1, 2)) | (wahr + stoss < 0)].sum() == 0
    # The truth lies within what the method says can be behind a number.
    abfragen = schneide(np.random.default_rng(0), 2)
    gezeigt = ckm.zeige(1, abfragen)
    unten, oben = ckm.grenzen(gezeigt)
    wahr = abfragen @ ZWEI_JAHRE.wahr[1]
    assert ((unten <= wahr) & (wahr <= oben)).all()
    assert not np.isin(gezeigt, (1, 2)).any()
    assert (ckm.zeige(1, abfragen) == gezeigt).all()


def test_a_noise_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="keine Verteilung mit Mittel 0 beim Wert 1"):
        _ = CellKey(ZWEI_JAHRE, 3, 1.0, 2).uebergaenge


def test_what_follows_from_two_sums_is_proven() -> None:
    # x + y = 3 and x <= 1, y <= 2 leave one solution; z may be 1 or 2.
    wissen = Wissen(
        abfragen=csr_array(np.array([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0]])),
        unten=np.array([0, 0, 1, 3]),
        oben=np.array([1, 2, 2, 3]),
        gezeigt=np.array([1, 2, 2, 3]),
        ziele=csr_array(np.eye(3, dtype=np.int64)),
    )
    beute = greife_an(wissen, np.array([1, 2, 1]), 5)
    assert (beute.kleine, beute.bewiesen, beute.geraten) == (3, pytest.approx(2 / 3), pytest.approx(2 / 3))


def test_regrouping_opens_5er_rounding_and_not_sums_of_rounded_cells() -> None:
    gezeigt = runde(replace(ZWEI_JAHRE, wahr=ZWEI_JAHRE.wahr[1:]), 5, b"k")[0]
    keine, viele = (schneide(np.random.default_rng(3), anzahl) for anzahl in (0, 30))
    assert viele.shape[0] == keine.shape[0] + 30 * referenz.RAEUME * (referenz.ARTEN + 1)
    fuenf = Fuenferrundung(ZWEI_JAHRE)
    vorher, nachher = (attack_queries(ZWEI_JAHRE, 1, abfragen, fuenf, 5) for abfragen in (keine, viele))
    assert vorher.bewiesen < 0.1
    assert nachher.bewiesen > 0.8
    unser = attack_sums(ZWEI_JAHRE, 1, keine, gezeigt, 5)
    assert unser.bewiesen == 0
    assert unser.kleine == vorher.kleine
