"""P10 to P14 and P16: agenda, accessibility, papers, recommendations, allowance."""

from datetime import date, timedelta

import pytest

from analysis.beteiligung.anteil import Anteil, Grund
from analysis.beteiligung.ausschnitt import Ausschnitt, Schwellen
from analysis.beteiligung.barrierefreiheit import bereitgestellt, entschaedigt, leichte_sprache
from analysis.beteiligung.tagesordnung import eigene_punkte, ohne_tagesordnung
from analysis.beteiligung.werte import Barrierefreiheit
from analysis.beteiligung.wirkung import beantwortet, wirksam
from tests.analysis.beteiligung.von_hand import ALLES, barriere, bestand, empfehlung, sitzung, top

S, ZWEITE = sitzung("2025-05-14"), sitzung("2025-11-12")


def test_items_of_the_selbstvertretung_among_all_but_the_fixed_ones() -> None:
    zeilen = [
        top(S, 1, art="ruecklauf", eingebracht_von="selbstvertretung"),
        top(S, 2, eingebracht_von="selbstvertretung"),
        top(S, 3, eingebracht_von="angehoerige"),
        top(S, 4, eingebracht_von="oertl_traeger", art="bericht"),
        top(S, 5, art="verschiedenes"),
    ]
    assert eigene_punkte(bestand(S, *zeilen), ALLES) == Anteil(1, 3)
    unbekannt = top(S, 6)
    assert eigene_punkte(bestand(S, *zeilen, unbekannt), ALLES) == Anteil(1, 4, 1)
    assert eigene_punkte(bestand(S, unbekannt), ALLES) == Anteil(0, 1, 1, Grund.KEINE_ANGABE)


def test_no_agenda_is_no_item_and_is_named() -> None:
    alle = bestand(S, ZWEITE, top(S, 1, art="verschiedenes"))
    assert eigene_punkte(alle, ALLES) == Anteil(grund=Grund.KEIN_PUNKT)
    assert ohne_tagesordnung(alle, ALLES) == 1


def test_kinds_provided_among_kinds_asked_for() -> None:
    alle = bestand(
        S,
        ZWEITE,
        barriere(S, "fahrdienst", "teilweise"),
        barriere(S, "dgs", "bereitgestellt"),
        barriere(S, "assistenz", "fehlte"),
        barriere(S, "aufwandsentschaedigung", "bereitgestellt"),
    )
    p11 = bereitgestellt(alle, ALLES)
    assert (p11.anteil, p11.teilweise, p11.fehlte, p11.ohne_eintrag) == (Anteil(1, 3), 1, 1, 1)
    assert [(e.art, e.stand) for e in p11.eintraege] == [
        ("dgs", "bereitgestellt"),
        ("assistenz", "fehlte"),
        ("fahrdienst", "teilweise"),
    ]


def test_nothing_asked_for_is_not_a_hundred_percent() -> None:
    nichts = Barrierefreiheit(Anteil(grund=Grund.NICHTS_ANGEFRAGT), ohne_eintrag=1)
    assert bereitgestellt(bestand(S), ALLES) == nichts
    assert bereitgestellt(bestand(S, barriere(S, "aufwandsentschaedigung", "fehlte")), ALLES) == nichts
    assert bereitgestellt(bestand(), ALLES).anteil.grund == Grund.KEINE_SITZUNG


def test_asked_for_without_an_outcome_is_unknown() -> None:
    alle = [S, barriere(S, "dgs", "angefragt"), barriere(S, "assistenz", "bereitgestellt")]
    assert bereitgestellt(bestand(*alle), ALLES).anteil == Anteil(1, 2, 1)
    assert bereitgestellt(bestand(*alle[:2]), ALLES).anteil == Anteil(0, 1, 1, Grund.KEINE_ANGABE)


@pytest.mark.parametrize(("tage", "zaehlt"), [(14, 1), (13, 0), (-1, 0)])
def test_papers_in_leichte_sprache_count_from_fourteen_days_before(tage: int, zaehlt: int) -> None:
    mit = sitzung("2026-05-13", unterlagen_ls_am=date(2026, 5, 13) - timedelta(days=tage))
    assert leichte_sprache(bestand(mit), ALLES, Schwellen()) == Anteil(zaehlt, 1)
    assert leichte_sprache(bestand(mit, S), ALLES, Schwellen()) == Anteil(zaehlt, 2, 1)
    assert leichte_sprache(bestand(mit), ALLES, Schwellen(tage=13)) == Anteil(int(tage >= 13), 1)


def test_without_a_day_of_dispatch_nobody_knows() -> None:
    assert leichte_sprache(bestand(S), ALLES, Schwellen()) == Anteil(0, 1, 1, Grund.KEINE_ANGABE)


def test_an_allowance_counts_if_it_was_paid() -> None:
    dritte, vierte = sitzung("2026-05-13"), sitzung("2026-11-11")
    alle = bestand(
        S,
        ZWEITE,
        dritte,
        vierte,
        barriere(S, "aufwandsentschaedigung", "bereitgestellt"),
        barriere(ZWEITE, "aufwandsentschaedigung", "teilweise"),
        barriere(dritte, "aufwandsentschaedigung", "angefragt"),
        barriere(vierte, "dgs", "bereitgestellt"),
    )
    assert entschaedigt(alle, ALLES) == Anteil(1, 4, 2)
    assert entschaedigt(alle, Ausschnitt(("g",), 2025)) == Anteil(1, 2)
    assert entschaedigt(bestand(vierte), ALLES) == Anteil(0, 1, 1, Grund.KEINE_ANGABE)


def test_what_is_open_stays_out_of_the_effect_and_a_refusal_is_an_answer() -> None:
    t = top(S, 2, thema="wohnen")
    staende = ("angenommen", "teilweise", "erledigt", "abgelehnt", "offen")
    zeilen = [empfehlung(t, stand) for stand in staende]
    assert wirksam(bestand(S, t, *zeilen), ALLES) == Anteil(3, 4)
    assert beantwortet(bestand(S, t, *zeilen), ALLES) == Anteil(4, 5)
    geprueft = empfehlung(t, "offen", antwort="Wird geprüft.", antwort_am=date(2025, 7, 1))
    assert beantwortet(bestand(S, t, *zeilen, geprueft), ALLES) == Anteil(5, 6)
    assert wirksam(bestand(S, t, zeilen[-1]), ALLES) == Anteil(grund=Grund.NICHTS_ENTSCHIEDEN)
    for figur in (wirksam, beantwortet):
        assert figur(bestand(S, t), ALLES) == Anteil(grund=Grund.KEINE_EMPFEHLUNG)
        assert figur(bestand(S, t, *zeilen), Ausschnitt(("g",), thema="arbeit")).grund == Grund.KEINE_EMPFEHLUNG
        assert figur(bestand(S, t, *zeilen), Ausschnitt(("g",), 2026)).grund == Grund.KEINE_EMPFEHLUNG
