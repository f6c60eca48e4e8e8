"""Notices and entries, groups and themes: what proves a duty and what does not, with the sentence that says it."""

from datetime import timedelta

import pytest

from analysis.pflichten.urteil import TESTS, pflichtstaende
from models.gremientabellen import Top, Vereinbarung
from models.pflichtworte import Pruefung
from tests.pflichten import (
    UNNA,
    WMK,
    einer,
    mit,
    nachweis,
    register,
    sitzung,
    tag,
    teilnahme,
)

LSP = "lsp-unna"


def test_every_way_to_test_is_there() -> None:
    assert set(TESTS) == set(Pruefung)


def test_a_late_notice_is_done_and_says_how_late() -> None:
    puenktlich = einer(
        mit(register(WMK), nachweis("R08", "2025", "mitteilung", "28.04.2025")), "R08", "2025", "01.05.2025"
    )
    assert (puenktlich.status, puenktlich.beleg, puenktlich.verzug) == ("erfuellt", "Mitgeteilt am 28.04.2025.", -2)
    spaet = einer(mit(register(WMK), nachweis("R08", "2025", "mitteilung", "05.05.2025")), "R08", "2025", "06.05.2025")
    assert (spaet.status, spaet.verzug) == ("erfuellt", 5)
    assert spaet.beleg == "Mitgeteilt am 05.05.2025, 5 Tage nach dem 30.04.2025."
    assert (spaet.bezugsjahr, einer(register(WMK), "R10", "2025", "01.01.2025").bezugsjahr) == (2026, 2024)


@pytest.mark.parametrize(
    ("rule", "seite", "status", "satz"),
    [
        (
            *("R08", "kreis", "ueberfaellig"),
            "Der Kreis hat am 02.05.2025 eingetragen, dass es noch aussteht. Der letzte Tag war der 30.04.2025.",
        ),
        (
            *("R08", "traeger", "kein_beleg"),
            "Eine Mitteilung ist nicht eingetragen. Ob sie kam, ist hier nicht belegt. "
            "Der Träger hat am 02.05.2025 eingetragen, dass es noch aussteht.",
        ),
        (
            *("R10", "traeger", "ueberfaellig"),
            "Der Träger hat am 02.05.2025 eingetragen, dass es noch aussteht. Der letzte Tag war der 30.04.2025.",
        ),
        (
            *("R12", "traeger", "kein_beleg"),
            "Für 2025 ist nichts eingetragen. Ob etwas kam, ist hier nicht belegt. "
            "Der Träger hat am 02.05.2025 eingetragen, dass es noch aussteht.",
        ),
        ("R09", "kreis", "rechtsstand_pruefen", None),
    ],
)
def test_only_the_word_of_the_side_that_owes_it_makes_it_overdue(
    rule: str, seite: str, status: str, satz: str | None
) -> None:
    bestand = mit(register(WMK), nachweis(rule, "2025", "steht_aus", "02.05.2025", seite))
    stand = einer(bestand, rule, "2025", "01.01.2026")
    assert stand.status == status
    assert satz is None or stand.beleg == satz


def test_what_came_after_it_was_outstanding_is_done_and_the_other_way_round_contradicts() -> None:
    bestand = mit(register(WMK), nachweis("R08", "2025", "steht_aus", "01.05.2025", "kreis"))
    bestand = mit(bestand, nachweis("R08", "2025", "mitteilung", "05.05.2025", "kreis"))
    assert einer(bestand, "R08", "2025", "04.05.2025").status == "ueberfaellig"
    assert einer(bestand, "R08", "2025", "05.05.2025").status == "erfuellt"
    bestand = mit(bestand, nachweis("R08", "2025", "steht_aus", "06.05.2025", "traeger"))
    stand = einer(bestand, "R08", "2025", "06.05.2025")
    assert (stand.status, stand.am) == ("widerspruechlich", None)
    assert stand.beleg.endswith(
        "Der Träger hat am 06.05.2025 eingetragen, dass es noch aussteht. Beide Einträge bleiben stehen."
    )


def test_the_law_that_changed_is_to_be_looked_up_once() -> None:
    bestand = mit(register(WMK), nachweis("R09", "2025", "rechtsauskunft", "03.03.2025"))
    assert einer(bestand, "R09", "2024", "01.01.2026").status == "rechtsstand_pruefen"
    assert einer(bestand, "R09", "2025", "02.03.2025").status == "rechtsstand_pruefen"
    assert einer(bestand, "R09", "2025", "03.03.2025").status == "offen"
    assert einer(bestand, "R09", "2025", "01.05.2025").status == "kein_beleg"
    assert einer(bestand, "R09", "2026", "30.04.2026").status == "offen"
    entfallen = mit(register(WMK), nachweis("R09", "2025", "entfaellt", "03.03.2025"))
    stand = einer(entfallen, "R09", "2025", "01.05.2025")
    assert (stand.status, stand.beleg) == ("nicht_anwendbar", "Am 03.03.2025 ist eingetragen, dass es entfällt.")
    anpassung = mit(register(WMK), nachweis("R22", "einmalig", "rechtsauskunft", "03.03.2025"))
    assert einer(anpassung, "R22", "einmalig", "03.03.2025").status == "kein_beleg"


def test_a_notice_sent_apart_contradicts_the_way_that_was_agreed() -> None:
    def mit_kanal(r09: str | None, r10: str | None) -> str:
        zeilen = [("R09", r09), ("R10", r10)]
        alle = [nachweis(r, "2023", "mitteilung", "20.04.2023", "", k) for r, k in zeilen]
        return einer(mit(register(WMK), *alle), "R11", "2023", "01.01.2024").status

    weg = "arbeitsgemeinschaft"
    assert mit_kanal(weg, weg) == "erfuellt"
    assert mit_kanal(weg, "gesondert") == "widerspruechlich"
    assert mit_kanal(weg, None) == "kein_beleg"
    assert mit_kanal(weg, "fachverfahren") == "kein_beleg"
    einzeln = mit(register(WMK), nachweis("R09", "2023", "mitteilung", "20.04.2023", "", weg))
    stand = einer(einzeln, "R11", "2023", "01.01.2024")
    assert (stand.status, stand.beleg) == ("kein_beleg", "Auf dem vereinbarten Weg: 1 von 2 Mitteilungen.")


def test_only_the_total_is_known_of_the_first_lsp() -> None:
    r25 = einer(register(UNNA), "R25", "2024", "01.01.2025")
    assert (r25.status, r25.beleg) == ("kein_beleg", "Wer am 23.09.2024 da war, ist nicht nach Gruppen gezählt.")
    r29 = einer(register(UNNA), "R29", "2024", "01.01.2025")
    assert (r29.status, r29.beleg) == (
        "kein_beleg",
        "Bei 5 von 5 Sitzungen ist nicht bekannt, ob Selbstvertretung dabei war.",
    )
    r24 = einer(register(UNNA), "R24", "2024", "01.01.2025")
    assert (r24.status, r24.beleg) == ("erfuellt", "4 von 4 Themen in Workshops oder auf der Tagesordnung.")


def test_themes_and_tasks_of_an_agenda() -> None:
    am = sitzung(LSP, tag("29.09.2025"))
    tops = [
        Top(id=f"t{n}", sitzung_id=am.id, nummer=n, titel=thema, thema=thema, aufgaben=[f"unna-0{n}", "fremd"])
        for n, thema in enumerate(("wohnen", "arbeit", "kinder", "p67", "uebergreifend"), 1)
    ]
    vier = mit(register(UNNA), am, *tops[:4])
    assert einer(vier, "R24", "2025", "29.09.2025").status == "erfuellt"
    r26 = einer(vier, "R26", "2025", "01.01.2026")
    assert (r26.status, r26.beleg) == ("kein_beleg", "4 von 5 Aufgaben sind bei Punkten der Tagesordnung vermerkt.")
    assert einer(mit(vier, tops[4]), "R26", "2025", "29.09.2025").status == "erfuellt"
    assert einer(mit(register(UNNA), am, *tops[:3]), "R24", "2025", "01.01.2026").status == "kein_beleg"


def test_the_five_groups_of_the_lsp() -> None:
    wann = tag("29.09.2025")
    vier = dict.fromkeys(("ueberoertl_traeger", "oertl_traeger", "leistungserbringer", "kommune"), 5)
    for selbst, status in ((4, "erfuellt"), (0, "widerspruechlich"), (None, "kein_beleg")):
        bestand = mit(register(UNNA), sitzung(LSP, wann), *teilnahme(LSP, wann, **vier, selbstvertretung=selbst))
        assert einer(bestand, "R25", "2025", "01.01.2026").status == status


def test_a_newer_agreement_renews() -> None:
    neue = Vereinbarung(id="neu", region_slug=UNNA, name="neu", geschlossen=tag("15.02.2029"))
    bestand = mit(register(UNNA), neue)
    assert [einer(bestand, "R27", "2029", t).status for t in ("31.01.2029", "01.02.2029", "15.02.2029")] == [
        *("offen", "kein_beleg", "erfuellt")
    ]
    assert einer(bestand, "R27", "2029", "15.02.2029").beleg == (
        "Neue Vereinbarung vom 15.02.2029, 15 Tage nach dem 31.01.2029."
    )


def test_before_the_agreement_there_is_nothing() -> None:
    assert pflichtstaende(register(WMK), tag("01.01.2022") - timedelta(days=1)) == ()
