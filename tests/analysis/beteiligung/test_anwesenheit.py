"""P2, P4, P5: who was there. k. A. is never 0."""

from fractions import Fraction

from analysis.beteiligung.anteil import Anteil, Grund
from analysis.beteiligung.anwesenheit import insgesamt, nicht_allein, selbst_und_andere, unter_anwesenden
from analysis.beteiligung.ausschnitt import Ausschnitt, Schwellen
from analysis.beteiligung.messen import messe
from analysis.beteiligung.werte import Verhaeltnis
from tests.analysis.beteiligung.von_hand import ALLES, bestand, da, gremium, sitz, sitzung

ERSTE, ZWEITE, DRITTE = sitzung("2025-05-14"), sitzung("2025-11-12"), sitzung("2026-05-13")
ZU_ZWEIT = Schwellen()

GENAU = (ERSTE, da(ERSTE, "selbstvertretung", 4), da(ERSTE, "kommune", 54))
NUR_GESAMT = (ZWEITE, da(ZWEITE, "insgesamt", 65))
KEINE = (DRITTE, da(DRITTE, "selbstvertretung", None), da(DRITTE, "kommune", 9))


def test_four_of_fifty_eight() -> None:
    p2 = unter_anwesenden(bestand(*GENAU), ALLES)
    assert (p2.summe, p2.sitzungen, p2.unbekannt, p2.anteil) == (Anteil(4, 58), 1, 0, Fraction(4, 58))
    assert nicht_allein(bestand(*GENAU), ALLES, ZU_ZWEIT) == Anteil(1, 1)
    assert selbst_und_andere(bestand(*GENAU), ALLES) == Verhaeltnis(
        4, {"angehoerige": 0, "beauftragte": 0, "eutb": 0}, 1
    )


def test_all_present_are_a_number_only_if_every_meeting_is_known() -> None:
    assert insgesamt(bestand(*GENAU), ALLES) == 58
    assert insgesamt(bestand(*GENAU, *KEINE), ALLES) is None
    assert messe(bestand(*GENAU), ALLES).anwesende == 58


def test_a_total_alone_leaves_everything_unknown() -> None:
    nur = bestand(*NUR_GESAMT)
    assert unter_anwesenden(nur, ALLES).summe == Anteil(grund=Grund.NUR_GESAMTZAHL)
    assert nicht_allein(nur, ALLES, ZU_ZWEIT) == Anteil(0, 1, 1, Grund.NUR_GESAMTZAHL)
    assert selbst_und_andere(nur, ALLES) == Verhaeltnis(sitzungen=1, unbekannt=1, grund=Grund.NUR_GESAMTZAHL)


def test_an_unknown_meeting_is_named_and_takes_the_share_away() -> None:
    p2 = unter_anwesenden(bestand(*GENAU, *NUR_GESAMT, *KEINE), ALLES)
    assert (p2.summe, p2.sitzungen, p2.unbekannt, p2.anteil) == (Anteil(4, 58), 3, 2, None)
    gruende = [x.anteil.grund for x in p2.je_sitzung]
    assert gruende == [None, Grund.NUR_GESAMTZAHL, Grund.KEINE_ANGABE]
    assert unter_anwesenden(bestand(*NUR_GESAMT, *KEINE), ALLES).summe.grund == Grund.KEINE_ANGABE


def test_no_meeting_and_a_meeting_to_which_nobody_came() -> None:
    assert unter_anwesenden(bestand(), ALLES).summe.grund == Grund.KEINE_SITZUNG
    assert nicht_allein(bestand(), ALLES, ZU_ZWEIT) == Anteil(grund=Grund.KEINE_SITZUNG)
    assert selbst_und_andere(bestand(), ALLES).grund == Grund.KEINE_SITZUNG
    leer = bestand(ERSTE, da(ERSTE, "selbstvertretung", 0), da(ERSTE, "insgesamt", 0))
    assert unter_anwesenden(leer, ALLES).summe == Anteil(grund=Grund.NIEMAND_DA)
    nichts = unter_anwesenden(bestand(ERSTE), ALLES)
    assert (nichts.summe.grund, nichts.unbekannt) == (Grund.KEINE_ANGABE, 1)


def test_a_group_that_the_register_names_and_nobody_entered_makes_the_total_a_lower_bound() -> None:
    p2 = unter_anwesenden(bestand(*GENAU, sitz("eutb")), ALLES)
    assert (p2.summe.grund, p2.unbekannt) == (Grund.KEINE_ANGABE, 1)


def test_one_alone_is_not_enough_and_a_lower_bound_may_be() -> None:
    allein = (ZWEITE, da(ZWEITE, "selbstvertretung", 1))
    mindestens = (DRITTE, da(DRITTE, "selbstvertretung", 2, "Werkstattrat"))
    assert nicht_allein(bestand(*GENAU, *allein, *mindestens), ALLES, ZU_ZWEIT) == Anteil(2, 3)
    assert nicht_allein(bestand(*GENAU, *allein, *mindestens), ALLES, Schwellen(3)) == Anteil(1, 3, 1)
    assert nicht_allein(bestand(*allein), ALLES, Schwellen(1)) == Anteil(1, 1)


def test_those_who_speak_for_others_stay_apart_by_group() -> None:
    zeilen = (da(ERSTE, "angehoerige", 1), da(ERSTE, "beauftragte", 1), da(ERSTE, "eutb", 2))
    p5 = selbst_und_andere(bestand(*GENAU, *zeilen), ALLES)
    assert (p5.selbst, p5.teile, p5.stellvertretung) == (4, {"angehoerige": 1, "beauftragte": 1, "eutb": 2}, 4)


def test_a_group_not_entered_is_nobody_only_if_the_groups_are_all_who_came() -> None:
    mehr = bestand(*GENAU, da(ERSTE, "insgesamt", 60))
    assert selbst_und_andere(mehr, ALLES) == Verhaeltnis(sitzungen=1, unbekannt=1, grund=Grund.KEINE_ANGABE)
    offen = bestand(*GENAU, da(ERSTE, "eutb", None), *NUR_GESAMT)
    assert selbst_und_andere(offen, ALLES).unbekannt == 2


def test_only_meetings_that_took_place_in_the_year_count() -> None:
    andere = [sitzung(tag, status=status) for tag, status in (("2025-06-01", "ausgefallen"), ("2027-01-01", "geplant"))]
    alle = bestand(*GENAU, *KEINE, *andere)
    assert unter_anwesenden(alle, ALLES).sitzungen == 2
    assert unter_anwesenden(alle, Ausschnitt(("g",), 2025)).anteil == Fraction(4, 58)


def test_a_workshop_of_the_same_day_is_not_counted_again() -> None:
    teil, am_tag, spaeter = gremium("w", uebergeordnet_id="g"), sitzung("2025-05-14", "w"), sitzung("2025-06-01", "w")
    alle = bestand(*GENAU, teil, am_tag, spaeter, da(am_tag, "selbstvertretung", 2), da(spaeter, "selbstvertretung", 1))
    assert unter_anwesenden(alle, Ausschnitt(("g", "w"))).summe == Anteil(5, 59)
    assert unter_anwesenden(alle, Ausschnitt(("w",))).summe == Anteil(3, 3)
