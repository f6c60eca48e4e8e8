"""Four sides side by side: gaps, medians and changes to be counted by hand, and what must hold for any answers."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.gremien import zusammenarbeit as z
from analysis.gremien.fragenwechsel import wechsle
from data_access.gremien.buch import GremienAbgelehnt
from models.gremientabellen import Bewertung, Bewertungsfrage
from models.gremienworte import Seite
from tests.bewertungen import ALT, NEU, WERTE, bewertungen, fragen

ALLE = z.antworten(fragen(), bewertungen())


def test_the_grid_holds_every_side_of_every_statement_that_was_asked() -> None:
    assert ALLE.height == 2 * 3 * 4
    assert z.jahre(ALLE) == (2024, 2025)
    assert [f.id for f in z.gefragt(fragen(), 2026)] == ["f1", "f2b", "f3"]


def test_gaps_count_steps_between_given_answers_only() -> None:
    gefunden = z.abstaende(ALLE).select("jahr", "nummer", "n", "abstand").rows()
    assert gefunden == [
        (2024, 1, 3, 1),
        (2024, 2, 4, 2),
        (2024, 3, 0, None),
        (2025, 1, 3, 1),
        (2025, 2, 4, 3),
        (2025, 3, 4, 0),
    ]


def test_a_change_is_told_for_the_same_words_only() -> None:
    im_jahr = z.veraenderungen(ALLE).filter(pl.col("jahr") == 2025)
    assert im_jahr.filter(pl.col("nummer") == 1)["veraenderung"].to_list() == [0, 1, 1, None]
    neue = im_jahr.filter(pl.col("nummer") == 2)
    assert (neue["veraenderung"].to_list(), neue["neu"].to_list()) == ([None] * 4, [True] * 4)
    # k. A. the year before: asked, but nothing to compare with.
    dritte = im_jahr.filter(pl.col("nummer") == 3)
    assert (dritte["veraenderung"].to_list(), dritte["neu"].to_list()) == ([None] * 4, [False] * 4)


@pytest.mark.parametrize(("nummer", "von"), [(7, 2025), (1, 2026)])
def test_the_same_words_under_another_number_or_after_a_gap_are_not_joined(nummer: int, von: int) -> None:
    zwei = [
        Bewertungsfrage(id="a", region_slug="x", nummer=1, text="Gleich.", jahr_von=2024, jahr_bis=2024),
        Bewertungsfrage(id="b", region_slug="x", nummer=nummer, text="Gleich.", jahr_von=von),
    ]
    gegeben = [
        Bewertung(id=f.id, frage_id=f.id, jahr=f.jahr_von, seite=Seite.KREIS, wert=w)
        for f, w in zip(zwei, (1, 4), strict=True)
    ]
    assert z.veraenderungen(z.antworten(zwei, gegeben))["veraenderung"].is_null().all()


def test_a_series_breaks_where_the_words_change() -> None:
    zweite = z.reihe(ALLE, 2)
    assert [(s.jahr, s.text) for s in zweite] == [(2024, ALT), (2025, NEU)]
    assert z.gebrochen(*zweite)
    assert not z.gebrochen(*z.reihe(ALLE, 1))
    assert not z.gebrochen(None, zweite[0])


def test_the_finding_of_a_year() -> None:
    befund = z.befund(ALLE, 2025)
    assert [s.nummer for s in befund.einig] == [3]
    assert (befund.abstand, [s.nummer for s in befund.weiteste]) == (3, [2])
    assert befund.seiten == ("traeger", "kreis", "leistungserbringer", "selbstvertretung")
    assert [(s.nummer, s.weit_von("selbstvertretung")) for s in befund.anders] == [
        (2, ("traeger", "kreis", "leistungserbringer"))
    ]
    assert [s.nummer for s in z.nach_abstand(z.befund(ALLE, 2024).sichten)] == [2, 1, 3]


def test_a_wide_gap_between_other_sides_is_told_too() -> None:
    befund = z.befund(z.antworten(fragen(), bewertungen({2024: {"f1": "41-3", "f2": "41-2", "f3": "----"}})), 2024)
    assert [s.nummer for s in befund.anders] == [1, 2]
    ohne = z.befund(z.antworten(fragen(), bewertungen({2024: {"f1": "13-2", "f2": "4-2-"}})), 2024)
    assert [s.nummer for s in ohne.ohne_selbstvertretung] == [1, 2]
    assert ohne.anders == ()


@pytest.mark.parametrize(
    ("werte", "mitte"),
    [
        ([1, 1, 2, 3, 4, 4], (6, 2, 3)),
        ([1, 2, 2, 2, 4, 4, None], (6, 2, 2)),
        ([1, 2, 3, 4, 4, 4, 4], (7, 4, 4)),
        ([4, 4, 4, 4, 4, None, None], (5, None, None)),
    ],
)
def test_the_median_needs_six_answers_and_may_fall_between_two(
    werte: list[int | None], mitte: tuple[int, int | None, int | None]
) -> None:
    viele = [
        Bewertungsfrage(id=f"f{n}", region_slug="x", nummer=n, text=f"Aussage {n}", jahr_von=2024)
        for n in range(len(werte))
    ]
    gegeben = [
        Bewertung(id=f.id, frage_id=f.id, jahr=2024, seite=Seite.KREIS, wert=w)
        for f, w in zip(viele, werte, strict=True)
    ]
    mediane = z.mediane(z.antworten(viele, gegeben))
    assert mediane["seite"].to_list() == [str(s) for s in Seite]
    assert mediane.filter(pl.col("seite") == "kreis").select("n", "unten", "oben").row(0) == mitte
    assert mediane.filter(pl.col("seite") == "traeger").select("n", "unten", "oben").row(0) == (0, None, None)


antwort = st.sampled_from("-1234")


@given(st.lists(antwort, min_size=4, max_size=4), st.permutations(range(4)))
def test_the_gap_does_not_know_who_said_what(antworten: list[str], folge: list[int]) -> None:
    def abstand(zeichen: list[str]) -> tuple[object, ...]:
        alle = z.antworten(fragen(), bewertungen({2024: {"f1": "".join(zeichen)}}))
        return z.abstaende(alle).filter(pl.col("nummer") == 1).select("n", "abstand").row(0)

    assert abstand(antworten) == abstand([antworten[i] for i in folge])


@given(st.lists(antwort, min_size=3, max_size=3))
def test_one_more_k_a_changes_nothing_and_an_answer_never_narrows_the_gap(antworten: list[str]) -> None:
    def abstand(vierte: str) -> int | None:
        alle = z.antworten(fragen(), bewertungen({2024: {"f1": "".join((*antworten, vierte))}}))
        (sicht, *_) = z.befund(alle, 2024).sichten
        return sicht.abstand

    ohne = abstand("-")
    gegeben = [int(a) for a in antworten if a != "-"]
    assert ohne == (max(gegeben) - min(gegeben) if len(gegeben) > 1 else None)
    for vierte in "1234":
        mit = abstand(vierte)
        assert (mit is None) == (not gegeben)
        assert (mit or 0) >= (ohne or 0)


@given(st.permutations(bewertungen()), st.permutations(fragen()))
def test_the_order_of_the_entries_does_not_matter(gegeben: list[Bewertung], gestellt: list[Bewertungsfrage]) -> None:
    assert z.antworten(gestellt, gegeben).equals(ALLE)


def _wechsle(ab: int, texte: dict[int, str], gegeben: dict[int, dict[str, str]] = WERTE) -> list[tuple[object, ...]]:
    wechsel = wechsle("kleinkreis", fragen(), bewertungen(gegeben), ab, texte)
    neu = [(r["frage"], r["nummer"], r["text"], r["jahr_von"], r["jahr_bis"]) for r in wechsel.setze]
    return [*neu, *((f.id, "weg") for f in wechsel.entfernt)]


def test_other_words_end_one_statement_and_begin_another() -> None:
    gleich = {1: "BEI_NRW ist klar.", 2: NEU, 3: "Das Verfahren ist barrierefrei."}
    assert _wechsle(2026, {**gleich, 1: " BEI_NRW ist  allen klar. ", 3: "", 4: "Neu.", 5: " "}) == [
        ("f1", 1, "BEI_NRW ist klar.", 2024, 2025),
        ("gp-kleinkreis-1-2026", 1, "BEI_NRW ist allen klar.", 2026, None),
        ("f3", 3, "Das Verfahren ist barrierefrei.", 2024, 2025),
        ("gp-kleinkreis-4-2026", 4, "Neu.", 2026, None),
    ]
    with pytest.raises(GremienAbgelehnt, match="Ab 2026 gelten diese Aussagen schon"):
        _wechsle(2026, gleich)


def test_what_was_never_answered_is_changed_in_place_or_goes() -> None:
    nur_2024 = {2024: WERTE[2024]}
    assert _wechsle(2025, {2: "Anders."}, nur_2024) == [("f2b", 2, "Anders.", 2025, None)]
    assert _wechsle(2025, {2: ""}, nur_2024) == [("f2b", "weg")]


def test_an_agreed_proposal_keeps_its_words_and_number_under_an_id_of_its_own() -> None:
    gleich = {1: "BEI_NRW ist klar.", 2: NEU, 3: "Anders."}
    wechsel = wechsle("kleinkreis", fragen(), bewertungen({2024: WERTE[2024]}), 2025, gleich, frozenset({"f1", "f2b"}))
    assert [(r["frage"], r["text"], r["jahr_von"], r["jahr_bis"]) for r in wechsel.setze if r["nummer"] < 3] == [
        ("f1", "BEI_NRW ist klar.", 2024, 2024),
        ("gp-kleinkreis-1-2025", "BEI_NRW ist klar.", 2025, None),
        ("gp-kleinkreis-2-2025", NEU, 2025, None),
    ]
    assert ([f.id for f in wechsel.entfernt], wechsel.nummern) == (["f2b"], (1, 2, 3))


def test_a_statement_keeps_the_words_that_were_answered() -> None:
    with pytest.raises(GremienAbgelehnt, match="Aussage 1 gibt es schon Antworten aus 2025. Bitte ein Jahr ab 2026"):
        _wechsle(2025, {1: "Anders."})
    with pytest.raises(GremienAbgelehnt, match="„Neu.“ steht zweimal da"):
        _wechsle(2026, {1: "Neu.", 2: "Neu."})
