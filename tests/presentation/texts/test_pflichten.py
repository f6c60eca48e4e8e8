"""The words of the page Fristen and its files: numbers in words, fair, never more than is shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO

import polars as pl
import pytest

from analysis.pflichten.stand import Sicht
from models.pflichttabellen import Pflicht
from models.pflichtworte import EINMALIG, Pflichtstatus
from presentation.exports import fristentafeln
from presentation.texts import pflichten as texte
from presentation.texts import pflichttafeln as tafeln

HEUTE = date(2025, 6, 1)
S = Pflichtstatus


def sicht(status: S | None, faellig: date | None = None, instanz: str = "2025", titel: str = "Melden") -> Sicht:
    pflicht = Pflicht(
        id=titel,
        region_slug="k",
        rule="R01",
        titel=titel,
        wortlaut="Es wird [so] gemeldet.",
        klausel="§ 8",
        art="pflicht",
        zustaendig="kreis",
        empfaenger="Land",
        pruefung="mitteilung",
        gilt_von=date(2022, 1, 1),
    )
    verdeckt = Sicht(pflicht, instanz, 2025, faellig)
    return verdeckt if status is None else replace(verdeckt, status=status, beleg="Ein Satz.")


@pytest.mark.parametrize(
    ("staende", "befund"),
    [
        ([S.UEBERFAELLIG, *[S.KEIN_BELEG] * 3], "2025: eine Pflicht ist überfällig, bei dreien fehlt ein Beleg"),
        ([*[S.UEBERFAELLIG] * 2, S.KEIN_BELEG], "2025: zwei Pflichten sind überfällig, bei einer fehlt ein Beleg"),
        ([S.KEIN_BELEG, S.WIDERSPRUECHLICH, S.RECHTSSTAND_PRUEFEN],
         "2025: bei einer Pflicht fehlt ein Beleg, bei einer widersprechen sich die Angaben"),
        ([S.RECHTSSTAND_PRUEFEN] * 13, "2025: bei 13 Pflichten ist der Rechtsstand zu prüfen"),
        ([S.OFFEN, S.ERFUELLT], "2025: eine Pflicht ist offen, keine gezeigte ist überfällig"),
        ([S.ERFUELLT] * 2, "2025: beide Pflichten sind erfüllt"),
        ([S.ERFUELLT, S.ERFUELLT, S.NICHT_ANWENDBAR], "2025: beide anwendbaren Pflichten sind erfüllt"),
        ([*[S.ERFUELLT] * 11, None], "2025: alle elf gezeigten Pflichten sind erfüllt"),
        ([S.NICHT_ANWENDBAR], "2025: keine gezeigte Pflicht ist anwendbar"),
        ([*[S.KEIN_BELEG] * 2, None], "2025: bei zwei Pflichten fehlt ein Beleg, eine ist nicht freigegeben"),
        ([None], "2025: Wie es steht, ist nicht freigegeben"),
        ([], "2025: keine Pflicht"),
    ],
)  # fmt: skip
def test_the_headline_says_what_needs_somebody_and_no_more_than_is_shown(
    staende: Sequence[S | None], befund: str
) -> None:
    assert texte.befund([sicht(s) for s in staende], 2025, HEUTE) == befund


def test_a_direction_that_nothing_can_prove_is_named_but_no_lack() -> None:
    richtung = sicht(S.KEIN_BELEG)
    richtung.pflicht.pruefung = "richtung"
    beide = [sicht(S.ERFUELLT), sicht(S.ERFUELLT), richtung]
    assert texte.befund(beide, 2025, HEUTE) == "2025: beide belegbaren Pflichten sind erfüllt"
    assert texte.zaehlsatz(beide) == "3 Pflichten: 2 erfüllt, 1 nicht belegbar."
    assert texte.befund([richtung], 2025, HEUTE) == "2025: keine Pflicht, die sich belegen lässt"


def test_a_year_to_come_is_announced_and_who_is_looked_at_is_named() -> None:
    assert texte.befund([sicht(S.OFFEN)], 2026, HEUTE, "Kreis") == "2026, Kreis: eine Pflicht steht an"


def test_a_year_without_any_duty_says_what_to_do() -> None:
    assert texte.leer(2022, "") == "Keine Regel der Region nennt etwas für 2022. Wählen Sie oben ein anderes Jahr."


def test_the_strip_names_what_is_due_next_also_where_its_state_is_kept_back() -> None:
    tag = date(2025, 12, 31)
    alle = [sicht(S.ERFUELLT, date(2025, 7, 1)), sicht(None, tag), sicht(S.OFFEN, tag)]
    assert texte.streifenbefund(alle, 2025, HEUTE) == "Als Nächstes fällig, am 31.12.2025: Melden und eine weitere"
    assert texte.streifenbefund(alle[:1], 2025, HEUTE) == "Bis Ende 2025 wird nichts fällig, was noch offen ist"
    gezeigt = "Von den gezeigten Pflichten wird bis Ende 2025 keine mehr fällig, die offen ist"
    assert texte.streifenbefund([alle[0], sicht(None, date(2025, 4, 30))], 2025, HEUTE) == gezeigt
    assert texte.streifenbefund(alle, 2026, HEUTE) == "Die Tage, an denen 2026 etwas fällig wird"
    satz = "Für eine Pflicht nennt die Quelle keinen Tag. Sie steht nur in der Liste."
    assert texte.ohne_tag([sicht(S.OFFEN)]) == satz
    assert texte.ohne_tag(alle) == ""


def test_the_list_begins_with_what_is_urgent_then_by_day_and_those_without_one_last() -> None:
    alle = [
        sicht(S.NICHT_ANWENDBAR),
        sicht(S.ERFUELLT),
        sicht(None),
        sicht(S.OFFEN, None, titel="ohne"),
        sicht(S.OFFEN, date(2025, 9, 1), titel="mit"),
        sicht(S.KEIN_BELEG),
        sicht(S.RECHTSSTAND_PRUEFEN),
        sicht(S.WIDERSPRUECHLICH),
        sicht(S.UEBERFAELLIG),
    ]
    geordnet = tafeln.geordnet(alle)
    assert geordnet == [*alle[:4:-1][:4], alle[4], alle[3], alle[2], alle[1], alle[0]]


def test_an_instance_is_named_where_title_and_year_do_not_say_it() -> None:
    assert [tafeln.fall(sicht(S.OFFEN, instanz=i)) for i in ("2025", "2026", "2025-05-13", EINMALIG)] == [
        "",
        "für 2026",
        "Sitzung am 13.05.2025",
        "einmalig",
    ]


def test_only_long_lists_are_cut_and_at_a_word() -> None:
    assert tafeln.anfang("Wort " * 50) is None
    lang = "Regionalteam " * 20
    gekuerzt = tafeln.anfang(lang)
    assert gekuerzt is not None
    assert gekuerzt == "Regionalteam " * 8 + "[…]"


def test_files_keep_back_what_the_screen_keeps_back_and_say_what_the_words_mean() -> None:
    alle = [sicht(None, date(2025, 4, 30)), sicht(S.UEBERFAELLIG, date(2025, 4, 30))]
    gleich = "30.04.2025;Melden;2025;Pflicht;Kreis, gegenüber: Land"
    csv = fristentafeln.liste(alle, "Kreis", 2025, "Vereinbarung.", HEUTE, "csv-excel").decode("utf-8-sig")
    assert csv.splitlines() == [
        "Stand;Fällig;Pflicht;Fall;Art;Wer;Beleg;Erledigt am;Klausel;Wortlaut;Art der Angabe",
        f"überfällig;{gleich};Ein Satz.;;§ 8;Es wird [so] gemeldet.;eingetragen",
        f"nicht freigegeben;{gleich};Wie es steht, ist nicht freigegeben.;;§ 8;Es wird [so] gemeldet.;"
        "nicht freigegeben",
    ]
    xlsx = BytesIO(fristentafeln.liste(alle, "Kreis", 2025, "Quelle.", HEUTE, "xlsx"))
    erklaert = dict(pl.read_excel(xlsx, sheet_name="Methodik", has_header=False).iter_rows())
    assert erklaert["Stand"] == "01.06.2025"
    assert erklaert["kein Beleg"] == "Hier ist kein Nachweis eingetragen. Das heißt nicht, dass es nicht getan wurde."
    assert erklaert["nicht freigegeben"] == texte.WARUM_VERDECKT
