"""P1, P3, P6: agreed seats, taken seats, seats with a vote."""

from analysis.beteiligung.anteil import Anteil, Grund
from analysis.beteiligung.ausschnitt import Ausschnitt
from analysis.beteiligung.plaetze import besetzt, mit_stimme, vereinbart
from analysis.beteiligung.werte import Menschenanteil
from tests.analysis.beteiligung.von_hand import ALLES, bestand, da, gremium, sitz, sitzung

S = sitzung()


def test_numbered_seats_are_counted() -> None:
    p1 = vereinbart(bestand(sitz("selbstvertretung", 2), sitz("selbstvertretung", 1), sitz("oertl_traeger", 8)), ALLES)
    assert (p1.anteil, p1.in_stellen) == (Anteil(3, 11), False)


def test_offices_without_a_number_are_counted_as_entries_and_have_no_share() -> None:
    sitze = [sitz("oertl_traeger", quelle="Anlage 1, Anlage 2") for _ in range(7)]
    p1 = vereinbart(bestand(*sitze), ALLES)
    assert (p1.anteil, p1.in_stellen) == (Anteil(0, 7, grund=Grund.OHNE_ZAHL), True)
    assert p1.anteil.anteil is None
    assert p1.quellen == p1.quellen_ohne == ("Anlage 1", "Anlage 2")
    gemischt = vereinbart(bestand(*sitze, sitz("selbstvertretung", 3)), ALLES)
    assert gemischt.anteil == Anteil(1, 8, grund=Grund.OHNE_ZAHL)
    assert (gemischt.quellen, gemischt.quellen_ohne) == (("Anlage 1", "Anlage 2", "§ 5"), ("Anlage 1", "Anlage 2"))


def test_no_seat_of_the_group_is_a_real_zero_and_no_seat_at_all_is_a_reason() -> None:
    assert vereinbart(bestand(sitz("oertl_traeger", 8)), ALLES).anteil == Anteil(0, 8)
    assert vereinbart(bestand(), ALLES).anteil == Anteil(grund=Grund.KEIN_SITZ)


def test_a_source_that_is_no_list_of_places_is_not_cut_at_its_comma() -> None:
    p1 = vereinbart(bestand(sitz("kommune", quelle="Meldung vom Mai, Seite 2"), sitz("eutb", quelle="")), ALLES)
    assert p1.quellen == ("Meldung vom Mai, Seite 2",)


def test_seats_of_a_gremium_that_did_not_exist_in_the_year_are_left_out() -> None:
    alt = gremium("alt", gueltig_bis=S.datum.replace(year=2022))
    alle = bestand(alt, sitz("eutb", 1, gremium_id="alt"), sitz("selbstvertretung", 1))
    assert vereinbart(alle, Ausschnitt(("g", "alt"), 2022)).anteil == Anteil(1, 2)
    assert vereinbart(alle, Ausschnitt(("g", "alt"), 2025)).anteil == Anteil(1, 1)


def test_an_invented_gremium_among_them_is_marked() -> None:
    alle = bestand(gremium("erfunden", synthetisch=True), sitz("eutb", 1, gremium_id="erfunden"), sitz("kommune", 1))
    assert vereinbart(alle, Ausschnitt(("g", "erfunden"))).synthetisch
    assert not vereinbart(alle, ALLES).synthetisch


def test_votes() -> None:
    mit = [sitz("selbstvertretung", 3, "ja"), sitz("oertl_traeger", 7, "ja"), sitz("eutb", 1, "beratend")]
    assert mit_stimme(bestand(*mit), ALLES).anteil == Anteil(3, 10)
    offen = mit_stimme(bestand(*mit, sitz("kommune", 2)), ALLES)
    assert (offen.anteil, offen.ohne_angabe) == (Anteil(grund=Grund.KEINE_ANGABE), 1)
    assert mit_stimme(bestand(sitz("selbstvertretung", 3, "beratend")), ALLES).anteil == Anteil(grund=Grund.OHNE_STIMME)
    assert mit_stimme(bestand(), ALLES).anteil == Anteil(grund=Grund.KEIN_SITZ)
    ohne_zahl = mit_stimme(bestand(sitz("selbstvertretung", None, "ja"), sitz("eutb", 1, "ja")), ALLES)
    assert (ohne_zahl.anteil, ohne_zahl.in_stellen) == (Anteil(1, 2, grund=Grund.OHNE_ZAHL), True)


def test_taken_seats_are_never_more_than_agreed_and_guests_are_named_apart() -> None:
    zweite = sitzung("2025-11-12")
    p3 = besetzt(
        bestand(
            sitz("selbstvertretung", 3), S, zweite, da(S, "selbstvertretung", 2), da(zweite, "selbstvertretung", 5)
        ),
        ALLES,
    )
    assert (p3.summe, p3.weitere, p3.sitzungen, p3.unbekannt) == (Anteil(5, 6), 2, 2, 0)
    assert [x.anteil for x in p3.je_sitzung] == [Anteil(2, 3), Anteil(3, 3)]


def test_no_numbered_seat_is_a_reason_and_not_an_empty_seat() -> None:
    assert besetzt(bestand(S, da(S, "selbstvertretung", 2)), ALLES) == Menschenanteil(
        Anteil(grund=Grund.KEIN_SITZ), ohne_sitz=1
    )
    assert besetzt(bestand(S, sitz("selbstvertretung", 0)), ALLES).summe.grund == Grund.KEIN_SITZ
    assert besetzt(bestand(S, sitz("selbstvertretung")), ALLES).summe.grund == Grund.OHNE_ZAHL
    assert besetzt(bestand(sitz("selbstvertretung", 3)), ALLES).summe.grund == Grund.KEINE_SITZUNG


def test_a_meeting_without_counts_by_group_is_unknown() -> None:
    zweite = sitzung("2025-11-12")
    zeilen = [sitz("selbstvertretung", 3), S, zweite, da(S, "insgesamt", 20)]
    assert besetzt(bestand(*zeilen[:2], zeilen[3]), ALLES).summe == Anteil(grund=Grund.NUR_GESAMTZAHL)
    p3 = besetzt(bestand(*zeilen, da(zweite, "selbstvertretung", 3)), ALLES)
    assert (p3.summe, p3.sitzungen, p3.unbekannt, p3.anteil) == (Anteil(3, 3), 2, 1, None)
