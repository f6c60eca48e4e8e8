"""Presence beside named seats: exact counts, k. A. never 0, and laws that hold for any meeting."""

from datetime import date
from fractions import Fraction
from typing import Any

import dataframely as dy
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.gremien import plaetze
from analysis.gremien.abwesenheit import Fehlend, fehlte_oft
from analysis.gremien.anwesenheit import Zaehlung, anwesenheit, aus_rahmen
from analysis.gremien.plaetze import Besetzung, Institution, Jahr, Plaetze
from models.gremienrahmen import Sitze, Sitzungen, Teilnahmen
from models.gremientabellen import Teilnahme
from models.gremienworte import Gruppe

G = "runde"
TEILNAHME = ("sitzung", "gruppe", "organisation", "eingeladen", "anwesend", "rederecht_genutzt")


def _rahmen(schema: type[Any], namen: tuple[str, ...], zeilen: list[tuple[Any, ...]]) -> Any:
    leer = schema.create_empty().schema
    return schema.validate(pl.DataFrame(zeilen, schema={n: leer[n] for n in namen}, orient="row"), cast=True)


def teilnahmen(*zeilen: tuple[Any, ...]) -> dy.DataFrame[Teilnahmen]:
    """Rows of Sitzung, Gruppe, Organisation, eingeladen, anwesend, gesprochen; what is left out at the end is k. A."""
    return _rahmen(Teilnahmen, TEILNAHME, [(*z, *[None] * (6 - len(z))) for z in zeilen])  # type: ignore[no-any-return]


def sitzungen(*zeilen: tuple[str, date, str]) -> dy.DataFrame[Sitzungen]:
    return _rahmen(  # type: ignore[no-any-return]
        Sitzungen,
        ("sitzung", "gremium", "datum", "status", "synthetisch"),
        [(nummer, G, tag, status, False) for nummer, tag, status in zeilen],
    )


def sitze(*zeilen: tuple[str, str, int | None]) -> dy.DataFrame[Sitze]:
    return _rahmen(  # type: ignore[no-any-return]
        Sitze, ("gremium", "gruppe", "wortlaut", "anzahl", "stimmrecht"), [(G, *z, None) for z in zeilen]
    )


GEHALTEN = sitzungen(
    ("s1", date(2021, 5, 1), "stattgefunden"),
    ("s2", date(2021, 11, 1), "ausgefallen"),
    ("s3", date(2023, 5, 1), "stattgefunden"),
    ("s4", date(2023, 11, 1), "stattgefunden"),
    ("s5", date(2024, 5, 1), "geplant"),
)


def test_every_group_known_adds_up_and_has_a_share() -> None:
    da = aus_rahmen(
        teilnahmen(
            ("s1", "kommune", "", 5, 5, 1),
            ("s1", "selbstvertretung", "", 4, 3, 2),
            ("s1", "eutb", "", 1, 1, 0),
            ("anders", "kommune", "", 90, 90, 90),
        ),
        "s1",
    )
    assert da.gesamt == Zaehlung(9)
    assert list(da.gruppen) == ["selbstvertretung", "eutb", "kommune"]
    assert da.anteil == Fraction(1, 3)
    assert da.gesprochen == {"selbstvertretung": Zaehlung(2), "eutb": Zaehlung(0), "kommune": Zaehlung(1)}
    assert da.stellvertretung == {"eutb": Zaehlung(1)}


@pytest.mark.parametrize(
    ("zeilen", "gesamt", "anteil"),
    [
        ([], Zaehlung(), None),
        ([("s1", "insgesamt", "", None, 65)], Zaehlung(65), None),
        ([("s1", "selbstvertretung", "", None, None)], Zaehlung(), None),
        ([("s1", "selbstvertretung", "", 2, 2), ("s1", "eutb", "", 1, None)], Zaehlung(2, mindestens=True), None),
        ([("s1", "selbstvertretung", "", 2, 2), ("s1", "insgesamt", "", None, 8)], Zaehlung(8), Fraction(1, 4)),
        (
            [("s1", "selbstvertretung", "", 2, None), ("s1", "kommune", "", 6, 6), ("s1", "insgesamt", "", None, 8)],
            Zaehlung(8),
            None,
        ),
        ([("s1", "selbstvertretung", "", 0, 0), ("s1", "kommune", "", 6, 6)], Zaehlung(6), Fraction(0)),
        ([("s1", "selbstvertretung", "", 0, 0)], Zaehlung(0), None),
        ([("s1", "selbstvertretung", "", 0, 0), ("s1", "eutb", "", 1, None)], Zaehlung(), None),
        ([("s1", "eutb", "Stelle", 1, 0)], Zaehlung(), None),
        ([("s1", "kommune", "", 6, 6)], Zaehlung(6), None),
    ],
)
def test_what_is_not_known_stays_unknown(zeilen: list[Any], gesamt: Zaehlung, anteil: Fraction | None) -> None:
    da = aus_rahmen(teilnahmen(*zeilen), "s1")
    assert (da.gesamt, da.anteil) == (gesamt, anteil)


def test_a_group_that_the_register_names_and_nobody_entered_is_not_0() -> None:
    nur_selbst = [Teilnahme(id="", sitzung_id="s1", gruppe="selbstvertretung", anwesend=3)]
    da = anwesenheit(nur_selbst, ("selbstvertretung", "kommune"))
    assert (da.gesamt, da.anteil) == (Zaehlung(3, mindestens=True), None)
    mit_summe = [*nur_selbst, Teilnahme(id="", sitzung_id="s1", gruppe="insgesamt", anwesend=12)]
    assert anwesenheit(mit_summe, ("kommune",)).anteil == Fraction(1, 4)
    assert anwesenheit(nur_selbst, ("selbstvertretung",)).gesamt == Zaehlung(3)


def test_institutions_without_a_count_of_the_group_are_a_lower_bound() -> None:
    zeilen = [("s1", "selbstvertretung", "Werkstattrat", 2, 2), ("s1", "selbstvertretung", "Beirat", 1, None)]
    assert aus_rahmen(teilnahmen(*zeilen), "s1").selbstvertretung == Zaehlung(2, mindestens=True)
    mit_summe = [*zeilen, ("s1", "selbstvertretung", "", None, 4)]
    assert aus_rahmen(teilnahmen(*mit_summe), "s1").selbstvertretung == Zaehlung(4)


def test_one_counted_group_is_enough_to_know_of_groups() -> None:
    eine = [("s1", "eutb", "", None, 0), ("s1", "kommune", "", None, None)]
    assert aus_rahmen(teilnahmen(*eine), "s1").nach_gruppen
    assert not aus_rahmen(teilnahmen(eine[1]), "s1").nach_gruppen


def test_numbered_seats_and_entries_without_a_number_stay_apart() -> None:
    gefunden = plaetze.plaetze(
        sitze(("kommune", "Kreis", 2), ("kommune", "Städte", 3), ("kommune", "Amt", None), ("eutb", "EUTB", None)), G
    )
    assert gefunden == {
        "eutb": Plaetze("eutb", None, (), ("EUTB",)),
        "kommune": Plaetze("kommune", 5, ("Kreis", "Städte"), ("Amt",)),
    }
    assert plaetze.plaetze(sitze(), G) == {}


@pytest.mark.parametrize(
    ("platz", "da", "erwartet"),
    [
        (Plaetze("eutb", 3), Zaehlung(2), Besetzung(2, 1, 0)),
        (Plaetze("eutb", 3), Zaehlung(5), Besetzung(3, 0, 2)),
        (Plaetze("eutb", 0), Zaehlung(1), Besetzung(0, 0, 1)),
        (Plaetze("eutb", 3), Zaehlung(), None),
        (Plaetze("eutb", 3), Zaehlung(2, mindestens=True), None),
        (Plaetze("eutb", None, (), ("EUTB",)), Zaehlung(2), None),
        (Plaetze("eutb", 3, ("A",), ("B",)), Zaehlung(2), None),
        (None, Zaehlung(2), None),
    ],
)
def test_occupancy_only_where_every_seat_has_a_number(
    platz: Plaetze | None, da: Zaehlung, erwartet: Besetzung | None
) -> None:
    assert plaetze.besetzung(platz, da) == erwartet


def test_years_have_no_gap_and_keep_what_became_of_a_meeting_apart() -> None:
    assert plaetze.jahre(GEHALTEN, G) == [
        Jahr(2021, 1, 0, 1),
        Jahr(2022, 0, 0, 0),
        Jahr(2023, 2, 0, 0),
        Jahr(2024, 0, 1, 0),
    ]
    assert plaetze.jahre(GEHALTEN, "anderes") == []
    assert plaetze.gehaltene(GEHALTEN, G, 2) == ["s3", "s4"]


def test_institutions_count_only_meetings_that_took_place() -> None:
    da = teilnahmen(
        ("s1", "selbstvertretung", "Werkstattrat", 2, 0),
        ("s3", "selbstvertretung", "Werkstattrat", 2, 1),
        ("s4", "selbstvertretung", "Werkstattrat", 2, None),
        ("s5", "selbstvertretung", "Werkstattrat", 2, None),
        ("s4", "eutb", "Beratung", None, 1),
        ("s4", "eutb", "", None, 1),
    )
    assert plaetze.institutionen(da, GEHALTEN, G) == [
        Institution("selbstvertretung", "Werkstattrat", 1, 3, 1, date(2023, 5, 1)),
        Institution("eutb", "Beratung", 1, 1, 0, date(2023, 11, 1)),
    ]


def test_absence_needs_a_zero_and_an_expectation() -> None:
    da = teilnahmen(
        ("s1", "selbstvertretung", "", None, 0),  # has a seat
        ("s3", "selbstvertretung", "", None, 0),
        ("s4", "selbstvertretung", "", None, None),  # k. A. is not absence
        ("s1", "eutb", "", 1, 0),  # invited
        ("s3", "eutb", "", 0, 0),  # not invited
        ("s4", "eutb", "", 1, 0),
        ("s1", "kommune", "", None, 0),  # neither
        ("s3", "kommune", "", None, 0),
        ("s3", "leistungserbringer", "Werk A", 1, 0),
        ("s4", "leistungserbringer", "Werk A", 1, 0),
    )
    gefunden = fehlte_oft(da, GEHALTEN, sitze(("selbstvertretung", "Menschen mit Behinderung", None)), G)
    assert gefunden == [
        Fehlend("selbstvertretung", "", 2, 0, 1),
        Fehlend("eutb", "", 2, 0, 0),
        Fehlend("leistungserbringer", "Werk A", 2, 0, 0),
    ]
    assert fehlte_oft(da, GEHALTEN, sitze(), G, letzte=1, oft=1) == [
        Fehlend("eutb", "", 1, 0, 0),
        Fehlend("leistungserbringer", "Werk A", 1, 0, 0),
    ]
    assert fehlte_oft(teilnahmen(), sitzungen(), sitze(("eutb", "EUTB", 1)), G) == []
    # Named in the register: expected at each of the three meetings, k. A. where nothing is entered.
    genannt = fehlte_oft(da, GEHALTEN, sitze(("leistungserbringer", "Werk A", None)), G)
    assert Fehlend("leistungserbringer", "Werk A", 2, 0, 1) in genannt


GRUPPEN = st.dictionaries(st.sampled_from(list(Gruppe)), st.none() | st.integers(0, 40), min_size=1, max_size=6)


def _zeilen(gruppen: dict[Gruppe, int | None], gesamt: int | None) -> list[tuple[Any, ...]]:
    alle = [("s1", str(g), "", None, n) for g, n in gruppen.items()]
    return [*alle, ("s1", "insgesamt", "", None, gesamt)] if gesamt is not None else alle


@given(GRUPPEN, st.none() | st.integers(0, 20))
def test_the_sum_of_the_groups_never_exceeds_the_total(gruppen: dict[Gruppe, int | None], mehr: int | None) -> None:
    summe = sum(n or 0 for n in gruppen.values())
    da = aus_rahmen(teilnahmen(*_zeilen(gruppen, None if mehr is None else summe + mehr)), "s1")
    if da.gesamt.zahl is not None:
        assert sum(z.zahl or 0 for z in da.gruppen.values()) <= da.gesamt.zahl


@given(GRUPPEN, st.none() | st.integers(240, 300), st.data())
def test_a_group_that_is_not_counted_never_raises_a_share(
    gruppen: dict[Gruppe, int | None], gesamt: int | None, wahl: st.DataObject
) -> None:
    unbekannt = wahl.draw(st.sampled_from(list(Gruppe)))
    davor = aus_rahmen(teilnahmen(*_zeilen({**gruppen, unbekannt: 3}, gesamt)), "s1").anteil
    danach = aus_rahmen(teilnahmen(*_zeilen({**gruppen, unbekannt: None}, gesamt)), "s1").anteil
    assert danach is None or (davor is not None and danach <= davor)
    ohne = aus_rahmen(teilnahmen(*_zeilen({g: n for g, n in gruppen.items() if g != unbekannt}, gesamt)), "s1")
    assert danach is None or danach == ohne.anteil


@given(GRUPPEN, st.none() | st.integers(240, 300), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(gruppen: dict[Gruppe, int | None], gesamt: int | None, zufall: Any) -> None:
    zeilen = _zeilen(gruppen, gesamt)
    gemischt = list(zeilen)
    zufall.shuffle(gemischt)
    assert aus_rahmen(teilnahmen(*gemischt), "s1") == aus_rahmen(teilnahmen(*zeilen), "s1")
