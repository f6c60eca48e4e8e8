from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import dataframely as dy
import numpy as np
import polars as pl
import pytest

from analysis.geheimhaltung import rundung
from analysis.geheimhaltung.rundung import Aufgabe
from analysis.geheimhaltung.schutz import NichtLoesbar, Schutzergebnis, Vorgabe, schuetze
from models.rahmen import Wahrwerte

A, B, C, D = GEMEINDEN = ("06636001", "06636002", "06636003", "06636004")
T22, T23, T24 = (date(jahr, 12, 31) for jahr in (2022, 2023, 2024))
NUR_HERKUNFT = Vorgabe(GEMEINDEN, (), {}, ("herkunft",), 5)
BEIDE = Vorgabe((A, B), ("06611",), {}, ("herkunft", "leistungsort"), 5)
SCHLUESSEL = [bytes([i]) for i in range(20)]
STARK = {A: 20, B: 30, C: 40, D: 2}
"""Three cells of 8 and more can carry the remainder of the total of 92."""
SCHWACH = {A: 20, B: 30, D: 2}

Tabelle = Mapping[date, Mapping[str, int]]


def wahrwerte(zeilen: list[tuple[date, str, str, int]]) -> dy.DataFrame[Wahrwerte]:
    return Wahrwerte.validate(
        pl.DataFrame(zeilen, schema=["stichtag", "herkunft", "leistungsort", "anzahl"], orient="row"), cast=True
    )


def nach_herkunft(tabelle: Tabelle) -> dy.DataFrame[Wahrwerte]:
    return wahrwerte([(tag, ags, "-", n) for tag, werte in tabelle.items() for ags, n in werte.items()])


def schuetze_herkunft(
    tabelle: Tabelle,
    schluessel: bytes = b"k",
    *,
    vorher: Schutzergebnis | None = None,
    unveraendert: tuple[date, ...] = (),
    vorgabe: Vorgabe = NUR_HERKUNFT,
    eckwerte: bool = True,
) -> Schutzergebnis:
    return schuetze(
        nach_herkunft(tabelle),
        list(tabelle),
        vorgabe,
        schluessel,
        vorher=vorher.wuerfel if vorher else None,
        unveraendert=unveraendert,
        eckwerte=eckwerte,
    )


def gezeigt(ergebnis: Schutzergebnis, tag: date) -> dict[str, int]:
    """Shown persons by Herkunft."""
    am_tag = ergebnis.wuerfel.filter(pl.col("stichtag") == tag)
    return dict(am_tag.group_by("herkunft").agg(pl.col("wert").sum()).iter_rows())


def test_small_cells_become_0_or_k_and_large_ones_stay() -> None:
    ergebnis = schuetze_herkunft({T24: {A: 1, B: 3, C: 11}})
    assert gezeigt(ergebnis, T24) == {A: 0, B: 5, C: 11, D: 0}


def test_the_accuracy_is_told_per_level_but_no_mean_of_few_cells() -> None:
    guete = schuetze_herkunft({T24: {A: 1, B: 3, C: 11}}).guete
    assert guete.hoechste_abweichung == {"zelle": 2, "gemeinde": 2, "planungsraum": 0, "kreis": 1}
    assert set(guete.mittlere_abweichung.values()) == {None}
    assert (guete.zellen, guete.kleine) == (4, 2)


def test_a_mean_over_thirty_cells_is_told() -> None:
    gemeinden = tuple(f"06636{i:03d}" for i in range(1, 31))
    wahr = {T24: dict.fromkeys(gemeinden, 11) | {gemeinden[0]: 1, gemeinden[1]: 3}}
    guete = schuetze_herkunft(wahr, vorgabe=replace(NUR_HERKUNFT, gemeinden=gemeinden)).guete
    assert guete.mittlere_abweichung == {"zelle": 0.1, "gemeinde": 0.1, "planungsraum": None, "kreis": None}


def test_the_kreis_total_stays_exact_where_large_cells_can_carry_the_remainder() -> None:
    ergebnis = schuetze_herkunft({T24: STARK})
    werte = gezeigt(ergebnis, T24)
    assert (ergebnis.angaben.eckwerte_exakt, ergebnis.angaben.c) == (True, 2)
    assert werte[D] == 0
    assert sum(werte.values()) == 92
    assert max(abs(werte[ags] - STARK[ags]) for ags in (A, B, C)) <= 2


@pytest.mark.parametrize("werte", [SCHWACH, {A: 3, B: 4}, {}], ids=["two carriers", "total under 2k", "nobody"])
def test_without_three_large_cells_the_total_is_a_sum_and_nothing_large_moves(werte: dict[str, int]) -> None:
    ergebnis = schuetze_herkunft({T24: werte})
    assert (ergebnis.angaben.eckwerte_exakt, ergebnis.angaben.c) == (False, 0)
    assert all(gezeigt(ergebnis, T24)[ags] == n for ags, n in werte.items() if n >= 5)


def test_one_weak_stichtag_makes_the_totals_of_all_stichtage_sums() -> None:
    ergebnis = schuetze_herkunft({T23: STARK, T24: SCHWACH})
    assert (ergebnis.angaben.eckwerte_exakt, ergebnis.angaben.c) == (False, 0)
    assert gezeigt(ergebnis, T23) == {A: 20, B: 30, C: 40, D: 0}


def test_exact_totals_are_not_tried_if_the_audit_forbids_them() -> None:
    angaben = schuetze_herkunft({T24: STARK}, eckwerte=False).angaben
    assert (angaben.eckwerte_exakt, angaben.c) == (False, 0)


def test_a_tie_is_broken_by_the_key_alone() -> None:
    gewinner = [gezeigt(schuetze_herkunft({T24: {A: 2, B: 2}}, s), T24)[A] for s in SCHLUESSEL]
    assert set(gewinner) == {0, 5}
    assert gewinner == [gezeigt(schuetze_herkunft({T24: {A: 2, B: 2}}, s), T24)[A] for s in SCHLUESSEL]


@pytest.mark.parametrize("dazwischen", [{}, {T23: {A: 3, B: 1}}], ids=["next year", "after a year of another value"])
def test_a_cell_of_the_same_truth_keeps_what_it_showed(dazwischen: Tabelle) -> None:
    # Alone, 2 beside 1 shows 0; 2 beside 2 is a tie that about half of the keys would decide otherwise.
    tabelle = {T22: {A: 2, B: 1}, **dazwischen, T24: {A: 2, B: 2}}
    for schluessel in SCHLUESSEL:
        ergebnis = schuetze_herkunft(tabelle, schluessel)
        assert (gezeigt(ergebnis, T22)[A], gezeigt(ergebnis, T24)[A], gezeigt(ergebnis, T24)[B]) == (0, 0, 5)


def test_what_is_published_of_a_stichtag_is_where_its_correction_starts() -> None:
    veroeffentlicht = schuetze_herkunft({T24: {A: 3, B: 1}})
    assert gezeigt(veroeffentlicht, T24)[A] == 5
    korrektur = {T24: {A: 2, B: 1}}
    assert gezeigt(schuetze_herkunft(korrektur), T24)[A] == 0
    assert gezeigt(schuetze_herkunft(korrektur, vorher=veroeffentlicht), T24)[A] == 5


def test_an_unchanged_stichtag_is_taken_over_although_another_key_would_decide_otherwise() -> None:
    alle = [schuetze_herkunft({T24: {A: 2, B: 2}}, s) for s in SCHLUESSEL]
    erster = alle[0]
    anderer = next(s for s, e in zip(SCHLUESSEL, alle, strict=True) if not e.wuerfel.equals(erster.wuerfel))
    neu = schuetze_herkunft({T24: {A: 2, B: 2}}, anderer, vorher=erster, unveraendert=(T24,))
    assert neu.wuerfel.equals(erster.wuerfel)


def test_a_stichtag_published_with_another_k_is_protected_anew() -> None:
    veroeffentlicht = schuetze_herkunft({T24: {A: 7, B: 3}})
    strenger = replace(NUR_HERKUNFT, k=10)
    ergebnis = schuetze_herkunft({T24: {A: 7, B: 3}}, vorher=veroeffentlicht, unveraendert=(T24,), vorgabe=strenger)
    assert gezeigt(ergebnis, T24) == {A: 10, B: 0, C: 0, D: 0}


def test_a_stichtag_published_on_another_grid_is_protected_anew() -> None:
    zeilen = [(T24, A, A, 9), (T24, A, "06633", 3), (T24, A, "06611", 3)]
    alt = schuetze(wahrwerte(zeilen), [T24], BEIDE, b"k")
    neu = schuetze(
        wahrwerte(zeilen),
        [T24],
        replace(BEIDE, weitere=("06611", "06633")),
        b"k",
        vorher=alt.wuerfel,
        unveraendert=[T24],
    )
    assert neu.angaben.weitere == ("06611", "06633", "uebrige")
    assert neu.wuerfel.height == 2 * 5 + 3 * 2


def test_totals_once_published_as_sums_stay_sums() -> None:
    erste = schuetze_herkunft({T23: STARK, T24: SCHWACH})
    zweite = schuetze_herkunft({T23: STARK}, vorher=erste, unveraendert=(T23,))
    assert not zweite.angaben.eckwerte_exakt
    assert gezeigt(zweite, T23) == gezeigt(erste, T23)
    assert schuetze_herkunft({T23: STARK}, vorher=erste).angaben.eckwerte_exakt


def test_moves_published_before_stay_declared_when_the_totals_become_sums() -> None:
    erste = schuetze_herkunft({T23: STARK})
    zweite = schuetze_herkunft({T23: STARK, T24: SCHWACH}, vorher=erste, unveraendert=(T23,))
    assert gezeigt(zweite, T23) == gezeigt(erste, T23)
    assert (zweite.angaben.eckwerte_exakt, zweite.angaben.c) == (False, 2)
    assert gezeigt(zweite, T24) == {A: 20, B: 30, C: 0, D: 0}


def test_a_planungsraum_of_the_haupteinteilung_deviates_by_at_most_k_minus_1() -> None:
    # Alone each 2 would become 0; together they are 8 persons of one Planungsraum.
    werte = {A: 2, B: 2, C: 2, D: 2}
    vorgabe = replace(NUR_HERKUNFT, raeume=dict.fromkeys(GEMEINDEN, "nord"))
    for schluessel in SCHLUESSEL:
        summe = sum(gezeigt(schuetze_herkunft({T24: werte}, schluessel, vorgabe=vorgabe), T24).values())
        assert summe in (5, 10)


def test_the_cube_holds_every_cell_of_the_region_and_no_other() -> None:
    ergebnis = schuetze(wahrwerte([(T24, A, B, 6), (T24, "06611", "06611", 50)]), [T23, T24], BEIDE, b"k")
    orte = [A, B, "06611"]
    zellen = [(h, z) for h in orte for z in orte if (h, z) != ("06611", "06611")]
    erwartet = [(tag, h, z) for tag in (T23, T24) for h, z in sorted(zellen)]
    assert list(ergebnis.wuerfel.select("stichtag", "herkunft", "leistungsort").iter_rows()) == erwartet
    assert ergebnis.wuerfel.filter(pl.col("wert") > 0).rows() == [(T24, A, B, 6)]


def test_places_that_need_a_name_get_one() -> None:
    zeilen = [(T24, A, "unbekannt", 6), (T24, A, "06633", 8), (T24, "06634", A, 9)]
    ergebnis = schuetze(wahrwerte(zeilen), [T24], BEIDE, b"k")
    assert ergebnis.angaben.weitere == ("06611", "uebrige", "unbekannt")
    assert ergebnis.wuerfel.filter(pl.col("wert") > 0).rows() == [
        (T24, A, "uebrige", 8),
        (T24, A, "unbekannt", 6),
        (T24, "uebrige", A, 9),
    ]


def test_no_stichtag_gives_an_empty_cube() -> None:
    ergebnis = schuetze(nach_herkunft({T24: STARK}), [], NUR_HERKUNFT, b"k")
    assert ergebnis.wuerfel.is_empty()
    assert ergebnis.guete.zellen == 0


def test_a_flow_published_by_the_other_region_is_kept() -> None:
    vorgabe = replace(BEIDE, feste_stroeme={(T24, "06611"): 5})
    ergebnis = schuetze(wahrwerte([(T24, "06611", A, 1), (T24, "06611", B, 1)]), [T24], vorgabe, b"k")
    assert ergebnis.angaben.weitere == ("06611",)
    assert ergebnis.wuerfel.filter(pl.col("herkunft") == "06611")["wert"].sum() == 5


def test_a_kreis_whose_flow_cannot_be_met_is_no_longer_named() -> None:
    vorgabe = replace(BEIDE, feste_stroeme={(T24, "06611"): 4})
    zeilen = [(T23, "06611", A, 9), (T24, "06611", A, 3)]
    ergebnis = schuetze(wahrwerte(zeilen), [T23, T24], vorgabe, b"k")
    assert ergebnis.angaben.weitere == ("uebrige",)
    assert ergebnis.wuerfel.filter(pl.col("wert") > 0).rows() == [(T23, "uebrige", A, 9), (T24, "uebrige", A, 5)]


def test_of_two_flows_that_contradict_each_other_the_smaller_loses_its_kreis() -> None:
    # Each alone may show 5 for 1; both together would move the Gemeinde by 8.
    vorgabe = replace(
        BEIDE,
        weitere=("06611", "06633"),
        feste_stroeme={(T24, "06611"): 5, (T24, "06633"): 5, (T23, "06633"): 9},
    )
    zeilen = [(T24, "06611", A, 1), (T24, "06633", A, 1), (T23, "06633", A, 9)]
    angaben = schuetze(wahrwerte(zeilen), [T23, T24], vorgabe, b"k").angaben
    assert angaben.weitere == ("06633", "uebrige")


def test_an_impossible_flow_does_not_cost_the_exact_totals() -> None:
    zeilen = [(T24, A, A, 20), (T24, A, B, 20), (T24, B, B, 20), (T24, "06611", A, 3), (T24, "06611", B, 20)]
    vorgabe = replace(BEIDE, feste_stroeme={(T24, "06611"): 1})
    angaben = schuetze(wahrwerte(zeilen), [T24], vorgabe, b"k").angaben
    assert (angaben.weitere, angaben.eckwerte_exakt) == (("uebrige",), True)


def test_a_flow_that_only_moved_large_cells_can_meet_is_kept_beside_an_impossible_one() -> None:
    zeilen = [(T24, A, A, 20), (T24, A, B, 20), (T24, B, B, 20), (T24, "06611", A, 20), (T24, "06633", A, 40)]
    feste = {(T24, "06611"): 21, (T24, "06633"): 50}
    vorgabe = replace(BEIDE, weitere=("06611", "06633"), feste_stroeme=feste)
    ergebnis = schuetze(wahrwerte(zeilen), [T24], vorgabe, b"k")
    assert (ergebnis.angaben.weitere, ergebnis.angaben.eckwerte_exakt) == (("06611", "uebrige"), True)
    assert gezeigt(ergebnis, T24)["06611"] == 21


def test_flows_of_kreise_or_stichtage_outside_the_cube_are_void() -> None:
    vorgabe = replace(BEIDE, feste_stroeme={(T24, "06633"): 7, (T22, "06611"): 7})
    assert schuetze(wahrwerte([(T24, A, A, 9)]), [T24], vorgabe, b"k").angaben.weitere == ("06611",)
    einseitig = replace(NUR_HERKUNFT, weitere=("06611",), feste_stroeme={(T24, "06611"): 7})
    assert schuetze_herkunft({T24: STARK}, vorgabe=einseitig).angaben.weitere == ("06611",)


def test_progress_names_each_solved_stichtag() -> None:
    gemeldet: list[date] = []
    schuetze(nach_herkunft({T23: STARK, T24: STARK}), [T24, T23], NUR_HERKUNFT, b"k", fortschritt=gemeldet.append)
    assert gemeldet == [T23, T24]


def test_nothing_is_published_without_a_solution(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rundung, "solve", lambda aufgabe: None)
    with pytest.raises(NichtLoesbar, match="höchstens 4 abweicht. Veröffentlicht wurde nichts"):
        schuetze_herkunft({T24: STARK})


def test_a_solution_of_the_solver_that_breaks_a_law_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    def truth_itself(aufgabe: Aufgabe) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        return aufgabe.wahr.copy()

    monkeypatch.setattr(rundung, "solve", truth_itself)
    with pytest.raises(NichtLoesbar):
        schuetze_herkunft({T24: {A: 3}})


def test_an_empty_key_is_refused() -> None:
    with pytest.raises(ValueError, match="Schlüssel für Gleichstände ist leer"):
        schuetze_herkunft({T24: STARK}, b"")


def test_a_cell_without_leistungsort_is_refused_where_both_ends_are_known() -> None:
    with pytest.raises(ValueError, match="06636001 × - passt nicht"):
        schuetze(wahrwerte([(T24, A, "-", 9)]), [T24], BEIDE, b"k")
