"""Meetings and who holds an office: what they prove about a duty, with the sentence that says it."""

import pytest

from models.gremientabellen import Eintragung, Gremium, Sitz
from tests.pflichten import (
    WMK,
    amtszeit,
    einer,
    kok,
    mit,
    nachweis,
    ohne_amtszeiten,
    register,
    sitzung,
    tag,
)

KOK = "kok-wmk"


@pytest.mark.parametrize(
    ("wann", "r01", "r02", "satz"),
    [
        ((), "kein_beleg", "kein_beleg", "Für 2024 ist keine Sitzung eingetragen. Ob eine stattfand, ist offen."),
        (
            ("15.05.2024!", "13.11.2024!"),
            *("ueberfaellig", "ueberfaellig"),
            "0 Sitzungen, genannt sind mindestens 2. Ausgefallen: 15.05.2024, 13.11.2024.",
        ),
        (
            ("15.05.2024", "13.11.2024!"),
            *("widerspruechlich", "erfuellt"),
            "1 Sitzung, genannt sind mindestens 2: 15.05.2024. Ausgefallen: 13.11.2024. "
            "Zu § 5 passt das nicht, zu Anlage 2 schon.",
        ),
        (
            ("15.05.2024", "13.11.2024?"),
            *("kein_beleg", "erfuellt"),
            "1 Sitzung, genannt sind mindestens 2: 15.05.2024. Ohne Eintrag, ob sie stattfand: 13.11.2024.",
        ),
        (
            ("15.05.2024", "13.11.2024"),
            *("erfuellt", "erfuellt"),
            "2 Sitzungen, genannt sind mindestens 2: 15.05.2024, 13.11.2024.",
        ),
        (
            ("15.05.2024", "11.09.2024", "13.11.2024"),
            *("erfuellt", "widerspruechlich"),
            "3 Sitzungen, genannt sind mindestens 2: 15.05.2024, 11.09.2024, 13.11.2024.",
        ),
    ],
)
def test_none_one_two_and_three_meetings(wann: tuple[str, ...], r01: str, r02: str, satz: str) -> None:
    bestand = kok(*wann)
    staende = {r: einer(bestand, r, "2024", "01.01.2025") for r in ("R01", "R02")}
    assert {r: s.status for r, s in staende.items()} == {"R01": r01, "R02": r02}
    assert staende["R01"].beleg == satz
    assert {r: einer(bestand, r, "2024", "31.12.2024").status for r in ("R01", "R02")} == {
        r: s.status if s.status == "erfuellt" or (r, len(wann)) == ("R02", 3) else "offen" for r, s in staende.items()
    }


def test_a_meeting_still_to_come_is_planned_whatever_became_of_it() -> None:
    stand = einer(kok("14.05.2025", "12.11.2025"), "R01", "2025", "01.09.2025")
    assert (stand.status, stand.beleg) == (
        "offen",
        "1 Sitzung, genannt sind mindestens 2: 14.05.2025. Geplant: 12.11.2025.",
    )


def test_a_proof_of_a_meeting_counts_once() -> None:
    bestand = mit(kok("15.05.2024"), nachweis("R01", "2024", "sitzung", "15.05.2024"))
    assert einer(bestand, "R01", "2024", "01.01.2025").status == "widerspruechlich"
    bestand = mit(bestand, nachweis("R01", "2024", "sitzung", "13.11.2024"))
    assert einer(bestand, "R01", "2024", "01.01.2025").status == "erfuellt"


def test_a_group_for_a_time_may_be_prolonged() -> None:
    gremium = "begleitgruppe-itp-wmk"
    vorher = mit(register(WMK), sitzung(gremium, tag("04.05.2022")))
    assert [einer(vorher, "R06", "einmalig", t).status for t in ("30.06.2022", "01.07.2022")] == ["offen", "erfuellt"]
    nachher = mit(vorher, sitzung(gremium, tag("07.09.2022")), sitzung(gremium, tag("09.11.2022"), "ausgefallen"))
    assert [einer(nachher, "R06", "einmalig", t).status for t in ("06.09.2022", "07.09.2022")] == [
        *("erfuellt", "widerspruechlich")
    ]
    assert einer(nachher, "R06", "einmalig", "01.01.2023").beleg == (
        "Der letzte Tag war der 30.06.2022, danach fand statt: 07.09.2022. Eine Verlängerung ist nicht eingetragen."
    )
    verlaengert = mit(nachher, nachweis("R06", "einmalig", "verlaengerung", "15.06.2022"))
    assert einer(verlaengert, "R06", "einmalig", "01.01.2023").status == "erfuellt"


LWV, KREIS = "LWV Hessen", "Werra-Meißner-Kreis"
ERSTE = amtszeit(LWV, tag("01.01.2022"), tag("31.12.2023"), False)


@pytest.mark.parametrize(
    ("zeiten", "wann", "status", "satz"),
    [
        ((ERSTE,), "31.12.2023", "offen", "Der Wechsel steht nach dem 31.12.2023 an. Bisher: LWV Hessen."),
        ((ERSTE,), "01.01.2024", "kein_beleg", "Ab 01.01.2024 ist keine Stelle eingetragen. Bisher: LWV Hessen."),
        (
            (ERSTE, amtszeit(KREIS, tag("01.01.2024"), tag("31.12.2025"), True)),
            *("01.01.2024", "kein_beleg"),
            "Werra-Meißner-Kreis seit 01.01.2024: aus der Regel erschlossen, nicht als Wechsel eingetragen.",
        ),
        (
            (ERSTE, amtszeit(KREIS, tag("01.01.2024"), tag("31.12.2025"), False)),
            *("01.01.2024", "erfuellt"),
            "Gewechselt zum 01.01.2024: von LWV Hessen zu Werra-Meißner-Kreis.",
        ),
        (
            (
                amtszeit(LWV, tag("01.01.2022"), tag("29.02.2024"), False),
                amtszeit(KREIS, tag("01.03.2024"), None, False),
            ),
            *("01.03.2024", "erfuellt"),
            "Gewechselt zum 01.03.2024: von LWV Hessen zu Werra-Meißner-Kreis, 60 Tage nach dem 31.12.2023.",
        ),
        (
            (
                amtszeit(LWV, tag("01.01.2022"), tag("29.02.2024"), False),
                amtszeit(KREIS, tag("01.03.2024"), None, False),
            ),
            *("29.02.2024", "ueberfaellig"),
            "LWV Hessen hatte die Geschäftsführung davor und hat sie auch nach dem 31.12.2023.",
        ),
        (
            (ERSTE, amtszeit(LWV, tag("01.01.2024"), tag("31.12.2025"), False)),
            *("01.01.2024", "ueberfaellig"),
            "LWV Hessen hatte die Geschäftsführung davor und hat sie auch nach dem 31.12.2023.",
        ),
        (
            (amtszeit(LWV, tag("01.01.2022"), None, False),),
            *("01.01.2024", "kein_beleg"),
            "LWV Hessen seit 01.01.2022. Ob gewechselt wurde, geht aus den Einträgen nicht hervor.",
        ),
    ],
)
def test_the_geschaeftsfuehrung_changes(zeiten: tuple[Eintragung, ...], wann: str, status: str, satz: str) -> None:
    stand = einer(mit(ohne_amtszeiten(register(WMK)), *zeiten), "R03", "2024", wann)
    assert (stand.status, stand.beleg, stand.faellig) == (status, satz, tag("31.12.2023"))


def test_invitation_and_minutes_say_how_many_days() -> None:
    am = {"einladung_am": tag("06.04.2022"), "protokoll_am": tag("08.06.2022")}
    bestand = mit(register(WMK), sitzung(KOK, tag("11.05.2022"), **am))
    stand = einer(bestand, "R04", "2022-05-11", "08.06.2022")
    assert (stand.status, stand.faellig) == ("erfuellt", None)
    assert stand.beleg == "Eingeladen am 06.04.2022, 35 Tage vor der Sitzung. Protokoll vom 08.06.2022, 28 Tage danach."
    vorher = einer(bestand, "R04", "2022-05-11", "07.06.2022")
    assert (vorher.status, vorher.beleg.endswith("Ein Tag des Protokolls ist nicht eingetragen.")) == ("offen", True)


def test_a_circle_counts_with_those_concerned_and_is_never_owed() -> None:
    zirkel = Gremium(id="qz", region_slug=WMK, kurz="Kreis Wohnen", name="Kreis", typ="qualitaetszirkel")
    plaetze = [Sitz(id=g, gremium_id="qz", gruppe=g, wortlaut=g) for g in ("selbstvertretung", "angehoerige")]
    zirkel.gueltig_von = tag("01.03.2024")
    assert einer(mit(register(WMK), zirkel, plaetze[0]), "R07", "einmalig", "01.03.2024").status == "nicht_anwendbar"
    ganz = mit(register(WMK), zirkel, *plaetze)
    assert [einer(ganz, "R07", "einmalig", t).status for t in ("29.02.2024", "01.03.2024")] == [
        *("nicht_anwendbar", "erfuellt")
    ]
