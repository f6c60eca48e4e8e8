"""What the papers of a meeting hold: items by their own number, what is done is not carried over."""

from datetime import date
from pathlib import Path

import pytest

from analysis.gremien.bestand import lade
from analysis.gremien.mappe import Fehlend, Frist, Papiere
from tests.gremien import RUNDE, S2024, S2025, SITZUNGEN, trage_ein
from tests.mappen import S2026, lege_mappe_an


@pytest.fixture(autouse=True)
def _angelegt(klein: Path) -> None:
    lege_mappe_an()


def _papiere(tag: date) -> Papiere:
    bestand = lade("kleinkreis")
    sitzung = bestand.am(RUNDE, tag)
    assert sitzung is not None
    return Papiere(bestand, bestand.gremium[RUNDE], sitzung)


def test_an_item_has_its_own_number_and_a_ruecklauf_nobody_entered_has_none() -> None:
    def punkte(tag: date) -> list[tuple[int | None, str | None]]:
        return [(p.nummer, p.top.titel if p.top else None) for p in _papiere(tag).tagesordnung]

    eigene = [(1, "Verschiedenes"), (2, "Arbeit *und* Bildung")]
    assert punkte(S2024) == [(1, "Rücklauf"), (2, "Wohnen in Nord")]
    assert punkte(S2025) == [(None, None)]
    # It took place, and nobody knows of a Rücklauf: until it is entered what the meeting was told.
    assert punkte(S2026) == eigene
    trage_ein({"rueckmeldungen": [{"empfehlung": "e1", "gremium": RUNDE, "datum": S2026, "status": "angenommen"}]})
    assert punkte(S2026) == [(None, None), *eigene]
    trage_ein({"sitzungen": [{"gremium": RUNDE, "datum": S2025, "status": "ausgefallen"}]})
    assert punkte(S2025) == []


def test_what_is_missing() -> None:
    assert _papiere(S2025).fehlend == (Fehlend.ORT, Fehlend.TAGESORDNUNG)
    assert _papiere(S2024).fehlend == (Fehlend.ORT, Fehlend.ERGEBNISSE)
    assert _papiere(S2026).fehlend == (Fehlend.ERGEBNISSE,)
    trage_ein({"sitzungen": [{"gremium": RUNDE, "datum": S2025, "status": "ausgefallen"}]})
    assert _papiere(S2025).fehlend == ()
    trage_ein({"sitzungen": [{"gremium": RUNDE, "datum": S2025, "status": "geplant", "form": "online"}]})
    assert _papiere(S2025).fehlend == (Fehlend.TAGESORDNUNG,)


def test_a_recommendation_is_carried_over_until_a_meeting_was_told_its_end() -> None:
    assert [z.empfehlung.id for z in _papiere(S2024).ruecklauf] == []
    assert [(z.empfehlung.id, z.status) for z in _papiere(S2025).ruecklauf] == [("e1", "angenommen"), ("e2", "offen")]
    gemeldet = {"empfehlung": "e1", "gremium": RUNDE, "datum": S2025, "status": "erledigt", "text": "Fertig."}
    trage_ein({"rueckmeldungen": [gemeldet]})
    assert [(z.status, z.text) for z in _papiere(S2025).ruecklauf][0] == ("erledigt", "Fertig.")
    # The meeting was told so, but its answer still says otherwise: it is not finished.
    assert [z.empfehlung.id for z in _papiere(S2026).ruecklauf] == ["e1", "e2"]
    fertig = next(z for z in SITZUNGEN["empfehlungen"] if z["empfehlung"] == "e1") | {"status": "erledigt"}
    trage_ein({"empfehlungen": [fertig]})
    assert [z.empfehlung.id for z in _papiere(S2026).ruecklauf] == ["e2"]


def test_what_is_due_by_day_and_without_a_day_last() -> None:
    assert [(w.schluessel, w.bis, w.stelle) for w in _papiere(S2026).wiedervorlagen] == [
        ("m1", date(2025, 6, 30), "Kreis"),
        ("m3", date(2027, 1, 31), "Träger"),
        ("e2", None, ""),
    ]


def test_who_answers_is_an_office_and_the_day_a_proposal_if_none_is_entered() -> None:
    assert _papiere(S2024).geschaeftsfuehrung == "Kreis"
    assert _papiere(S2025).geschaeftsfuehrung == ""
    assert _papiere(S2025).frist == Frist(date(2025, 8, 25), vorschlag=True)
    bis = {"gremium": RUNDE, "datum": S2025, "status": "geplant", "rueckmeldung_bis": date(2025, 9, 1)}
    trage_ein({"sitzungen": [bis]})
    assert _papiere(S2025).frist == Frist(date(2025, 9, 1), vorschlag=False)
