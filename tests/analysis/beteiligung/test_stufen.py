"""P7, P8, P9: steps are ordinal, each side for itself."""

import pytest

from analysis.beteiligung.anteil import Anteil, Grund
from analysis.beteiligung.ausschnitt import Ausschnitt
from analysis.beteiligung.stufen import bewertete, luecke, median, mediane, mit_beteiligung, wertungen
from analysis.beteiligung.werte import Luecke, Median, Punktstufe
from tests.analysis.beteiligung.von_hand import ALLES, bestand, sitzung, top

S = sitzung()


def punkte(*stufen: tuple[int | None, int | None]) -> tuple[Punktstufe, ...]:
    return bewertete(bestand(S, *(top(S, n, v, s) for n, (v, s) in enumerate(stufen, 1))), ALLES)


@pytest.mark.parametrize(
    ("stufen", "mitte"),
    [
        ([6], Median(6, 6, 1)),
        ([9, 1, 3], Median(3, 3, 3)),
        ([3, 6, None], Median(3, 6, 2)),
        ([1, 5, 5, 9], Median(5, 5, 4)),
        ([None], Median()),
        ([], Median()),
    ],
)
def test_the_middle_is_a_step_or_lies_between_two_and_is_never_a_mean(stufen: list[int | None], mitte: Median) -> None:
    assert median(stufen) == mitte
    assert mitte.grund == (None if mitte.anzahl else Grund.NICHTS_BEWERTET)


def test_the_gap_is_verwaltung_minus_selbstvertretung() -> None:
    alle = punkte((6, 3), (5, 3), (7, 4))
    assert (mediane(alle).verwaltung, mediane(alle).selbstvertretung) == (Median(6, 6, 3), Median(3, 3, 3))
    assert luecke(alle) == Luecke(3, 3, gemeinsam=3)
    assert [p.abstand for p in alle] == [3, 2, 3]


def test_with_an_even_count_the_gap_lies_between_two() -> None:
    assert luecke(punkte((6, 3), (6, 4))) == Luecke(2, 3, gemeinsam=2)
    assert luecke(punkte((5, 5), (6, 6))) == Luecke(-1, 1, gemeinsam=2)


def test_one_side_only_has_no_gap_and_no_share_of_the_other() -> None:
    alle = punkte((6, None), (4, None))
    assert luecke(alle) == Luecke(einseitig=2, grund=Grund.NICHTS_BEWERTET)
    anteile = mit_beteiligung(alle)
    assert anteile.verwaltung == Anteil(1, 2)
    assert anteile.selbstvertretung == Anteil(grund=Grund.NICHTS_BEWERTET)
    assert luecke(punkte((6, None), (6, 3))) == Luecke(3, 3, gemeinsam=1, einseitig=1)


def test_nothing_rated() -> None:
    alle = punkte((None, None))
    assert alle == ()
    assert luecke(alle) == Luecke(grund=Grund.NICHTS_BEWERTET)
    assert mit_beteiligung(alle).verwaltung.grund == Grund.NICHTS_BEWERTET


def test_from_step_six_on_it_is_participation() -> None:
    anteile = mit_beteiligung(punkte((5, 6), (6, 5), (9, None)))
    assert (anteile.verwaltung, anteile.selbstvertretung) == (Anteil(2, 3), Anteil(1, 2))


def test_theme_place_and_year_cut_the_items() -> None:
    spaeter = sitzung("2026-05-13")
    alle = bestand(
        spaeter,
        S,
        top(spaeter, 1, 7, 7, thema="wohnen"),
        top(S, 2, 4, 4, thema="wohnen", planungsraum="nord"),
        top(S, 1, 2, 2, thema="arbeit", planungsraum="nord"),
    )
    assert [p.verwaltung for p in bewertete(alle, ALLES)] == [2, 4, 7]
    assert [p.verwaltung for p in bewertete(alle, Ausschnitt(("g",), thema="wohnen"))] == [4, 7]
    assert [p.verwaltung for p in bewertete(alle, Ausschnitt(("g",), planungsraum="nord"))] == [2, 4]
    assert [p.verwaltung for p in bewertete(alle, Ausschnitt(("g",), 2025, "wohnen", "nord"))] == [4]


def test_how_many_main_items_a_meeting_rated_whatever_the_theme() -> None:
    zweite = sitzung("2025-11-12")
    zeilen = [top(S, n, 5, thema="wohnen") for n in (1, 2)] + [top(zweite, n, s=5) for n in (1, 2, 3, 4, 5, 6)]
    fest = top(S, 9, 3, art="verschiedenes")
    gefunden = wertungen(bestand(S, zweite, *zeilen, fest), Ausschnitt(("g",), thema="wohnen"))
    assert [(w.bewertet, w.wie_vereinbart) for w in gefunden] == [(2, False), (6, False)]
    (drei,) = wertungen(bestand(S, *(top(S, n, 1, 1) for n in (1, 2, 3))), ALLES)
    assert drei.wie_vereinbart
    assert wertungen(bestand(S, top(S, 1)), ALLES) == ()
