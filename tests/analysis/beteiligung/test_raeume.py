"""P15: places of institutions, never of people."""

from analysis.beteiligung.anteil import Anteil, Grund
from analysis.beteiligung.ausschnitt import Ausschnitt
from analysis.beteiligung.raeume import vertreten
from tests.analysis.beteiligung.von_hand import ALLES, bestand, da, institution, sitzung

S, ZWEITE = sitzung("2025-05-14"), sitzung("2026-05-13")
RAEUME = ("nord", "mitte", "sued")
NORD = institution("Werkstattrat Nord", "nord", aliase=["WR Nord"])
MITTE = institution("Bewohnerbeirat", "mitte")


def test_every_place_from_which_an_institution_came_counts_once() -> None:
    alle = bestand(
        NORD,
        MITTE,
        S,
        ZWEITE,
        da(S, "selbstvertretung", 2),
        da(S, "selbstvertretung", 2, "wr  nord"),
        da(ZWEITE, "selbstvertretung", 2),
        da(ZWEITE, "selbstvertretung", 1, "Werkstattrat Nord"),
        da(ZWEITE, "selbstvertretung", 1, "Bewohnerbeirat"),
    )
    assert vertreten(alle, ALLES, RAEUME) == Anteil(2, 3)
    assert vertreten(alle, Ausschnitt(("g",), 2025), RAEUME) == Anteil(1, 3)


def test_people_without_a_known_place_may_be_from_as_many_places_as_they_are() -> None:
    zeilen = [NORD, S, da(S, "selbstvertretung", 2, "Werkstattrat Nord")]
    assert vertreten(bestand(*zeilen, da(S, "selbstvertretung", 3)), ALLES, RAEUME) == Anteil(1, 3, 1)
    assert vertreten(bestand(*zeilen, da(S, "selbstvertretung", 9)), ALLES, RAEUME) == Anteil(1, 3, 2)
    # Without a count of the group nobody knows who else came.
    assert vertreten(bestand(*zeilen), ALLES, RAEUME) == Anteil(1, 3, 2)


def test_an_institution_without_a_place_or_with_one_of_another_cut_is_not_placed() -> None:
    for ort in (None, "woanders"):
        alle = bestand(
            institution("Selbsthilfe", ort),
            S,
            da(S, "selbstvertretung", 1),
            da(S, "selbstvertretung", 1, "Selbsthilfe"),
        )
        assert vertreten(alle, ALLES, RAEUME) == Anteil(0, 3, 1)


def test_a_name_of_two_places_has_none_and_other_groups_do_not_count() -> None:
    doppelt = institution("Anders", "sued", aliase=["Werkstattrat Nord"])
    alle = [NORD, S, da(S, "selbstvertretung", 1), da(S, "selbstvertretung", 1, "Werkstattrat Nord")]
    assert vertreten(bestand(*alle, doppelt), ALLES, RAEUME) == Anteil(0, 3, 1)
    andere = bestand(MITTE, S, da(S, "selbstvertretung", 0), da(S, "angehoerige", 2, "Bewohnerbeirat"))
    assert vertreten(andere, ALLES, RAEUME) == Anteil(0, 3)


def test_nobody_came_is_a_zero_and_nothing_known_is_not() -> None:
    assert vertreten(bestand(S, da(S, "selbstvertretung", 0)), ALLES, RAEUME) == Anteil(0, 3)
    assert vertreten(bestand(S, da(S, "insgesamt", 20)), ALLES, RAEUME) == Anteil(0, 3, 3, Grund.KEINE_ANGABE)
    blieb_offen = bestand(NORD, S, da(S, "selbstvertretung", 1), da(S, "selbstvertretung", None, "Werkstattrat Nord"))
    assert vertreten(blieb_offen, ALLES, RAEUME) == Anteil(0, 3, 1)


def test_no_meeting_and_no_places() -> None:
    assert vertreten(bestand(), ALLES, RAEUME) == Anteil(grund=Grund.KEINE_SITZUNG)
    assert vertreten(bestand(S), ALLES, ()) == Anteil(grund=Grund.KEINE_EINTEILUNG)
