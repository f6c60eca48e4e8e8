"""The finding reads aloud, and every class adds up to the number it begins with."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.gremien.ruecklauf import Lage, Station, Werdegang
from models.gremientabellen import Empfehlung, Massnahme, Rueckmeldung, Sitzung, Top
from models.gremienworte import Empfehlungsstatus, Massnahmenstatus
from presentation.exports.ruecklauf import als_csv
from presentation.texts.ruecklauf import LAGEN, antwort, befund, massnahme, offen_fuer, station, vortrag

TAG = date(2025, 9, 29)
SITZUNG = Sitzung(id="s", gremium_id="g", datum=TAG, status="stattgefunden", synthetisch=True)
STATUS = {
    Lage.ERLEDIGT: Empfehlungsstatus.ERLEDIGT,
    Lage.IN_ARBEIT: Empfehlungsstatus.ANGENOMMEN,
    Lage.ANGENOMMEN: Empfehlungsstatus.ANGENOMMEN,
    Lage.TEILWEISE: Empfehlungsstatus.TEILWEISE,
    Lage.ABGELEHNT: Empfehlungsstatus.ABGELEHNT,
    Lage.ABGELEHNT_OHNE_GRUND: Empfehlungsstatus.ABGELEHNT,
    Lage.BEANTWORTET: Empfehlungsstatus.OFFEN,
    Lage.OHNE_ANTWORT: Empfehlungsstatus.OFFEN,
}


def weg(lage: Lage, **mehr: object) -> Werdegang:
    angaben: dict[str, object] = {
        "grund": "Kein Geld" if lage == Lage.ABGELEHNT else "",
        "antwort": "Ja." if lage == Lage.BEANTWORTET else "",
    }
    e = Empfehlung.model_validate({"id": "e", "top_id": "t", "text": "Bus"} | angaben | mehr)
    m = Massnahme(id="m", empfehlung_id="e", text="Gespräch", status=Massnahmenstatus.LAEUFT)
    top = Top(id="t", sitzung_id="s", nummer=1, titel="Punkt")
    return Werdegang(e, top, SITZUNG, (m,) if lage == Lage.IN_ARBEIT else (), (), STATUS[lage], date(2026, 1, 1))


@pytest.mark.parametrize(
    ("lagen", "satz"),
    [
        ([], "Aus 2025 ist keine Empfehlung eingetragen."),
        ([Lage.ERLEDIGT], "Die eine Empfehlung aus 2025 ist erledigt."),
        ([Lage.ERLEDIGT] * 2, "Beide Empfehlungen aus 2025 sind erledigt."),
        ([Lage.OHNE_ANTWORT] * 3, "Alle 3 Empfehlungen aus 2025 sind ohne Antwort."),
        (
            [Lage.ERLEDIGT] * 2 + [Lage.IN_ARBEIT, Lage.ABGELEHNT, Lage.OHNE_ANTWORT],
            "Von 5 Empfehlungen aus 2025 sind 2 erledigt, 1 ist angenommen und in Arbeit, 1 abgelehnt mit Grund, "
            "1 ohne Antwort.",
        ),
        (
            [Lage.ERLEDIGT] + [Lage.TEILWEISE] * 2,
            "Von 3 Empfehlungen aus 2025 ist 1 erledigt, 2 sind teilweise angenommen.",
        ),
    ],
)
def test_the_finding(lagen: list[Lage], satz: str) -> None:
    assert befund([weg(lage) for lage in lagen], 2025) == satz


@given(lagen=st.lists(st.sampled_from(list(Lage)), min_size=2, max_size=12))
def test_the_numbers_of_the_finding_add_up(lagen: list[Lage]) -> None:
    satz = befund([weg(lage) for lage in lagen], 2025)
    assert all(LAGEN[lage] in satz for lage in lagen)
    satz = satz.replace("Beide", "2")
    erste, *rest = map(int, re.findall(r"\b\d+\b", satz.replace(" 2025", "")))
    assert erste == len(lagen) == sum(rest or [erste])


def test_an_answer_says_when_and_why_or_that_it_is_not_known() -> None:
    assert antwort(weg(Lage.OHNE_ANTWORT)) == "Noch keine eingetragen."
    assert antwort(weg(Lage.ABGELEHNT_OHNE_GRUND)) == "Tag: k. A. Wortlaut: k. A. Ein Grund ist nicht eingetragen."
    assert (
        antwort(weg(Lage.ABGELEHNT, antwort_am=TAG))
        == "29.09.2025, noch in der Sitzung. Wortlaut: k. A. Grund: Kein Geld"
    )
    assert antwort(weg(Lage.ERLEDIGT, antwort_am=date(2025, 9, 30), antwort="*Ja*")) == "30.09.2025, nach 1 Tag. „Ja“"


def test_a_working_date_that_has_passed_is_said_calmly() -> None:
    m = Massnahme(id="m", empfehlung_id="e", text="Gespräch", status=Massnahmenstatus.OFFEN, bis=TAG)
    assert massnahme(m, TAG) == "Gespräch (zuständige Stelle: k. A., bis 29.09.2025): noch nicht begonnen."
    assert massnahme(m, date(2025, 9, 30)).endswith("noch nicht begonnen. Termin vorbei.")


def test_a_meeting_was_told_or_not() -> None:
    gesagt = Rueckmeldung(id="r", empfehlung_id="e", sitzung_id="s", status="angenommen", text="Ein Termin steht.")
    assert station(Station(SITZUNG, gesagt), SITZUNG.datum) == "angenommen. Ein Termin steht."
    assert station(Station(SITZUNG, None), SITZUNG.datum) == "Dazu ist kein Bericht eingetragen."
    assert offen_fuer(1, SITZUNG) == "Die nächste Sitzung am 29.09.2025 beginnt mit einer Empfehlung"


def test_only_earlier_meetings_of_the_same_gremium_count_since() -> None:
    tage = [("g", 2026), ("teil", 2026), ("g", 2027), ("g", 2028)]
    sitzungen = [Sitzung(id=f"{g}{j}", gremium_id=g, datum=date(j, 3, 1), status="stattgefunden") for g, j in tage]
    w = replace(weg(Lage.OHNE_ANTWORT), stationen=tuple(Station(s, None) for s in sitzungen))
    assert [re.findall(r", seitdem (.*?)\.", vortrag(w, s)) for s in sitzungen] == [
        [],
        [],
        ["1 Sitzung"],
        ["2 Sitzungen"],
    ]


def test_the_file_has_a_row_for_each_with_the_words_of_the_page() -> None:
    kopf, zeile = als_csv([weg(Lage.ERLEDIGT, antwort_am=TAG)]).decode("utf-8-sig").splitlines()
    werte = dict(zip(kopf.split(";"), zeile.split(";"), strict=True))
    assert {n: werte[n] for n in ("Sitzung", "Heute", "Tage bis zur Antwort", "Thema", "Art der Angabe")} == {
        "Sitzung": "29.09.2025",
        "Heute": "erledigt",
        "Tage bis zur Antwort": "0",
        "Thema": "",
        "Art der Angabe": "synthetisch",
    }
