"""What a link to the page Gremien shows, and what it says where a value gives way."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from analysis.gremien.auswahl import ANSICHTEN, loese_auf
from analysis.gremien.bestand import Gremienbestand
from data_access.gremien.lesen import Eintragungen
from tests.gremien import ALT, RUNDE, lege_gremien_an

HEUTE = date(2025, 9, 22)


def test_papers_of_a_meeting_whose_day_has_passed_wait_in_the_list(klein: Path) -> None:
    gewaehlt, _ = loese_auf({"gremium": RUNDE, "ansicht": "mappe"}, lege_gremien_an(), "K", HEUTE + timedelta(1))
    assert gewaehlt.sitzung is not None
    assert gewaehlt.sitzung.datum == date(2024, 9, 23)


@pytest.mark.parametrize(
    ("parameter", "gremium", "tag", "ansicht", "satz"),
    [
        ({}, ALT, None, "uebersicht", ""),
        ({"gremium": RUNDE}, RUNDE, "2024-09-23", "uebersicht", ""),
        # The papers are made for the meeting to come; everything else begins with the latest one held.
        ({"gremium": RUNDE, "ansicht": "mappe"}, RUNDE, "2025-09-22", "mappe", ""),
        ({"gremium": RUNDE, "ansicht": "ruecklauf"}, RUNDE, "2024-09-23", "ruecklauf", ""),
        ({"gremium": RUNDE, "ansicht": "mappe", "sitzung": "Montag"}, RUNDE, "2025-09-22", "mappe", "„Montag“"),
        ({"gremium": RUNDE, "sitzung": "2025-09-22", "ansicht": "mappe"}, RUNDE, "2025-09-22", "mappe", ""),
        ({"gremium": RUNDE, "sitzung": "2025-09-23"}, RUNDE, "2024-09-23", "uebersicht", "„2025-09-23“ aus dem Link"),
        ({"gremium": RUNDE, "sitzung": "Montag"}, RUNDE, "2024-09-23", "uebersicht", "„Montag“ aus dem Link"),
        ({"gremium": "lsp"}, ALT, None, "uebersicht", "gibt es in Kleinkreis nicht"),
        ({"ansicht": "merkliste"}, ALT, None, "uebersicht", "Die Ansicht „merkliste“"),
    ],
)
def test_link(klein: Path, parameter: dict[str, str], gremium: str, tag: str | None, ansicht: str, satz: str) -> None:
    gewaehlt, saetze = loese_auf(parameter, lege_gremien_an(), "Kleinkreis", HEUTE)
    assert gewaehlt.gremium is not None
    assert (gewaehlt.gremium.id, gewaehlt.ansicht) == (gremium, ansicht)
    assert (gewaehlt.sitzung.datum.isoformat() if gewaehlt.sitzung else None) == tag
    assert len(saetze) == bool(satz)
    assert all(satz in s for s in saetze)


def test_nothing_entered_yet() -> None:
    gewaehlt, saetze = loese_auf({}, Gremienbestand("kleinkreis", Eintragungen()), "Kleinkreis", HEUTE)
    assert (gewaehlt.gremium, gewaehlt.sitzung, gewaehlt.ansicht, saetze) == (None, None, next(iter(ANSICHTEN)), [])
