"""The figures of participation in words: counts, what is unknown, the gap between the sides."""

from dataclasses import replace

import pytest

from analysis.beteiligung.anteil import Anteil, Grund
from analysis.beteiligung.messen import messe
from analysis.beteiligung.werte import (
    Barrierefreiheit,
    Luecke,
    Median,
    Menschenanteil,
    Platzanteil,
    Verhaeltnis,
    Wertungszahl,
)
from presentation.texts.beteiligung import (
    anwesende,
    besetzte,
    luecke,
    plaetze,
    saetze,
    seite,
    stimmen,
    unterschied,
    wertungshinweise,
)
from presentation.texts.beteiligungszahlen import GRUENDE, SITZUNGEN, quellen, unbekannt, von
from tests.analysis.beteiligung.von_hand import ALLES, bestand, sitz, sitzung

LEER = messe(bestand(), ALLES)


def ohne_fest(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("a", "text"),
    [
        (Anteil(4, 58), "4 von 58 Sitzungen (6,9 %)"),
        (Anteil(1, 1), "1 von 1 Sitzung"),
        (Anteil(2, 3, 1), "mindestens 2 von 3 Sitzungen"),
        (Anteil(0, 7, grund=Grund.OHNE_ZAHL), "0 von 7 Sitzungen"),
        (Anteil(1, 1200), "1 von 1.200 Sitzungen (0,1 %)"),
        (Anteil(grund=Grund.KEINE_SITZUNG), "keine Sitzung"),
    ],
)
def test_counts_come_first_and_a_share_only_where_it_is_exact(a: Anteil, text: str) -> None:
    assert ohne_fest(von(a, SITZUNGEN)) == text


def test_what_is_unknown_is_said() -> None:
    assert unbekannt(1, 3, SITZUNGEN) == "k. A. für 1 von 3 Sitzungen."
    assert unbekannt(0, 3, SITZUNGEN) == ""


def test_the_anlagen_without_a_seat_are_named_by_the_register() -> None:
    sitze = [sitz("oertl_traeger", quelle="Anlage 1, Anlage 2") for _ in range(7)]
    assert saetze(messe(bestand(*sitze), ALLES))["P1"] == (
        "In Anlage 1 und 2 ist kein Platz für Selbstvertretung genannt. Das sind 0 von 7 genannten Stellen. "
        "Eine Zahl der Plätze ist nicht überall genannt."
    )


@pytest.mark.parametrize(
    ("namen", "text"),
    [
        (("Anlage 1", "Anlage 2"), "Anlage 1 und 2"),
        (("Anlage 2", "§ 5"), "§ 5 und Anlage 2"),
        (("§ 5", "§ 6"), "§§ 5 und 6"),
        (("Meldung *neu*",), "der Quelle „Meldung neu“"),
        ((), "dem Register"),
    ],
)
def test_sources(namen: tuple[str, ...], text: str) -> None:
    assert quellen(namen) == text


def test_seats_and_votes() -> None:
    assert (
        ohne_fest(plaetze(Platzanteil(Anteil(3, 11))))
        == "3 von 11 Plätzen (27,3 %) sind für Selbstvertretung vereinbart."
    )
    assert plaetze(Platzanteil(Anteil(grund=Grund.KEIN_SITZ))) == "Das Register nennt keine Plätze."
    assert plaetze(Platzanteil(Anteil(1, 5, grund=Grund.OHNE_ZAHL), in_stellen=True, synthetisch=True)) == (
        "1 von 5 genannten Stellen steht für Selbstvertretung. Eine Zahl der Plätze ist nicht überall genannt. "
        "Darunter ist ein synthetisches Gremium."
    )
    assert stimmen(Platzanteil(Anteil(1, 4))) == "1 von 4 Plätzen mit Stimme gehört der Selbstvertretung."
    assert stimmen(Platzanteil(Anteil(grund=Grund.OHNE_STIMME))) == "Es ist kein Platz mit Stimme vereinbart."
    assert stimmen(Platzanteil(Anteil(grund=Grund.KEINE_ANGABE), ohne_angabe=7)) == (
        "k. A.: Zum Stimmrecht sagt die Quelle bei 7 genannten Stellen nichts."
    )


def test_who_was_there() -> None:
    assert ohne_fest(anwesende(Menschenanteil(Anteil(4, 58), 1))) == (
        "4 von 58 Anwesenden (6,9 %) waren Selbstvertreterinnen und Selbstvertreter."
    )
    assert anwesende(Menschenanteil(Anteil(1, 70), 4, 2)) == (
        "1 von 70 Anwesenden war Selbstvertreterin oder Selbstvertreter. "
        "Gezählt je Sitzung: Wer mehrmals kam, zählt mehrmals. k. A. für 2 von 4 Sitzungen."
    )
    assert anwesende(Menschenanteil(Anteil(grund=Grund.NUR_GESAMTZAHL), 1, 1)) == (
        "k. A.: Bekannt ist nur, wie viele insgesamt kamen."
    )
    assert besetzte(Menschenanteil(Anteil(1, 3), 1, weitere=1, ohne_sitz=2)) == (
        "1 von 3 Plätzen der Selbstvertretung war besetzt. Dazu kam 1 weitere Person. "
        "Für 2 weitere Sitzungen ist keine Zahl der Plätze vereinbart."
    )
    assert besetzte(Menschenanteil(Anteil(grund=Grund.KEIN_SITZ), ohne_sitz=2)) == GRUENDE[Grund.KEIN_SITZ]


@pytest.mark.parametrize(
    ("von_", "bis", "text"),
    [
        (3, 3, "Die Verwaltung sieht 3 Stufen mehr Beteiligung als die Selbstvertretung."),
        (1, 1, "Die Verwaltung sieht 1 Stufe mehr Beteiligung als die Selbstvertretung."),
        (-2, -2, "Die Selbstvertretung sieht 2 Stufen mehr Beteiligung als die Verwaltung."),
        (0, 0, "Verwaltung und Selbstvertretung sehen gleich viel Beteiligung."),
        (2, 3, "Die Verwaltung sieht zwischen 2 und 3 Stufen mehr Beteiligung als die Selbstvertretung."),
        (-3, -2, "Die Selbstvertretung sieht zwischen 2 und 3 Stufen mehr Beteiligung als die Verwaltung."),
        (0, 1, "Die Verwaltung sieht höchstens 1 Stufe mehr Beteiligung als die Selbstvertretung."),
        (-2, 0, "Die Selbstvertretung sieht höchstens 2 Stufen mehr Beteiligung als die Verwaltung."),
        (-1, 1, "Verwaltung und Selbstvertretung liegen höchstens 1 Stufe auseinander."),
    ],
)
def test_the_gap_is_always_said_in_words(von_: int, bis: int, text: str) -> None:
    assert unterschied(von_, bis) == text


def test_steps_and_items_that_only_one_side_rated() -> None:
    assert seite("Verwaltung", Median(6, 6, 5)) == "Verwaltung: Stufe 6 (Mitbestimmung), Mitte von 5 Punkten."
    assert seite("Selbstvertretung", Median(3, 4, 2)) == (
        "Selbstvertretung: zwischen Stufe 3 (Information) und 4 (Anhörung), Mitte von 2 Punkten."
    )
    assert seite("Verwaltung", Median(6, 6, 1)) == "Verwaltung: Stufe 6 (Mitbestimmung), 1 Punkt."
    assert seite("Verwaltung", Median()) == "Verwaltung: nichts bewertet."
    assert luecke(Luecke(einseitig=2, grund=Grund.NICHTS_BEWERTET)) == (
        "Nur eine Seite hat bewertet. Ein Unterschied lässt sich nicht sagen."
    )
    assert luecke(Luecke(3, 3, gemeinsam=4, einseitig=1)).endswith(
        "Selbstvertretung. 1 Punkt bewertete nur eine Seite."
    )


def test_every_figure_has_a_sentence_even_without_anything_entered() -> None:
    worte = saetze(LEER)
    assert list(worte) == [f"P{n}" for n in range(1, 17)]
    assert all(satz.endswith(".") and "None" not in satz and " 0 " not in satz for satz in worte.values()), worte
    assert set(GRUENDE) == set(Grund)


def test_sentences_of_counts() -> None:
    b = replace(
        LEER,
        p4=Anteil(2, 3, 1),
        p5=Verhaeltnis(6, {"angehoerige": 2, "beauftragte": 1, "eutb": 2}, 1),
        p10=Anteil(0, 2, 1),
        ohne_tagesordnung=1,
        p11=Barrierefreiheit(Anteil(1, 4), 1, 2, 1),
        p14=Anteil(1, 1),
        p15=Anteil(1, 3, 1),
        p16=Anteil(0, 3, 2),
    )
    worte = saetze(b)
    assert worte["P4"] == (
        "In mindestens 2 von 3 Sitzungen waren 2 oder mehr aus der Selbstvertretung da. k. A. für 1 von 3 Sitzungen."
    )
    assert worte["P5"] == (
        "6 kamen aus der Selbstvertretung, 5 aus der Stellvertretung: "
        "Angehörige 2, Beauftragte 1, Teilhabeberatung (EUTB) 2."
    )
    assert worte["P10"] == (
        "0 von 1 Punkt mit Angabe kam von der Selbstvertretung. k. A. für 1 von 2 Punkten. "
        "Für 1 Sitzung ist keine Tagesordnung eingetragen."
    )
    assert worte["P11"] == (
        "1 von 4 angefragten Arten wurde bereitgestellt. 1 gab es nur teilweise, 2 fehlten. Ohne Eintrag: 1 Sitzung."
    )
    assert worte["P14"] == "1 von 1 Empfehlung ist beantwortet."
    assert worte["P15"] == (
        "Aus mindestens 1 von 3 Planungsräumen kam eine Institution der Selbstvertretung. "
        "Nicht von allen ist der Ort bekannt."
    )
    assert worte["P16"] == (
        "In 0 von 1 Sitzung mit Angabe wurde eine Aufwandsentschädigung bereitgestellt. k. A. für 2 von 3 Sitzungen."
    )
    assert saetze(replace(LEER, p15=Anteil(0, 3, 1)))["P15"].startswith("k. A.: Zu niemandem aus der Selbst")


def test_fewer_or_more_rated_items_than_agreed_are_noted() -> None:
    s = sitzung("2026-11-11")
    assert wertungshinweise([Wertungszahl(s, 1), Wertungszahl(s, 3), Wertungszahl(s, 6)]) == [
        "Am 11.11.2026 ist 1 Hauptpunkt bewertet. Vereinbart sind 3 bis 5.",
        "Am 11.11.2026 sind 6 Hauptpunkte bewertet. Vereinbart sind 3 bis 5.",
    ]
    assert wertungshinweise([Wertungszahl(s, 1)], {s.gremium_id: "Runde"}) == [
        "Runde: Am 11.11.2026 ist 1 Hauptpunkt bewertet. Vereinbart sind 3 bis 5.",
    ]
