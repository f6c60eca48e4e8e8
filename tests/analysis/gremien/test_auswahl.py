"""What a link to the page Gremien shows, and what it says where a value gives way."""

from pathlib import Path

import pytest

from analysis.gremien.auswahl import ANSICHTEN, loese_auf
from analysis.gremien.bestand import Gremienbestand
from data_access.gremien.lesen import Eintragungen
from tests.gremien import ALT, RUNDE, lege_gremien_an


@pytest.mark.parametrize(
    ("parameter", "gremium", "tag", "ansicht", "satz"),
    [
        ({}, ALT, None, "uebersicht", ""),
        ({"gremium": RUNDE}, RUNDE, "2024-09-23", "uebersicht", ""),
        ({"gremium": RUNDE, "sitzung": "2025-09-22", "ansicht": "mappe"}, RUNDE, "2025-09-22", "mappe", ""),
        ({"gremium": RUNDE, "sitzung": "2025-09-23"}, RUNDE, "2024-09-23", "uebersicht", "„2025-09-23“ aus dem Link"),
        ({"gremium": RUNDE, "sitzung": "Montag"}, RUNDE, "2024-09-23", "uebersicht", "„Montag“ aus dem Link"),
        ({"gremium": "lsp"}, ALT, None, "uebersicht", "gibt es in Kleinkreis nicht"),
        ({"ansicht": "merkliste"}, ALT, None, "uebersicht", "Die Ansicht „merkliste“"),
    ],
)
def test_link(klein: Path, parameter: dict[str, str], gremium: str, tag: str | None, ansicht: str, satz: str) -> None:
    gewaehlt, saetze = loese_auf(parameter, lege_gremien_an(), "Kleinkreis")
    assert gewaehlt.gremium is not None
    assert (gewaehlt.gremium.id, gewaehlt.ansicht) == (gremium, ansicht)
    assert (gewaehlt.sitzung.datum.isoformat() if gewaehlt.sitzung else None) == tag
    assert len(saetze) == bool(satz)
    assert all(satz in s for s in saetze)


def test_nothing_entered_yet() -> None:
    gewaehlt, saetze = loese_auf({}, Gremienbestand("kleinkreis", Eintragungen()), "Kleinkreis")
    assert (gewaehlt.gremium, gewaehlt.sitzung, gewaehlt.ansicht, saetze) == (None, None, next(iter(ANSICHTEN)), [])
