"""The sections of the page Daten behind tabs: what people come for first, one question each."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from analysis.bestand import Bestand
from data_access.schreibrecht import Schreibrecht
from presentation.ui import datenstand, regeltafel
from presentation.ui.daten import absender, anzeige, hochladen, listen, regelform

HOCHLADEN: Final = "Hochladen"
FREIGEBEN: Final = "Freigeben"
FREIGABEN: Final = "Freigaben"
VORLIEGT: Final = "Was vorliegt"
REGELN: Final = "Regeln"


def abschnitte(recht: Schreibrecht | None, bestand: Bestand) -> None:
    """Every section; without the Schreibrecht only those that can be read."""
    lesen: dict[str, Callable[[], None]] = {
        VORLIEGT: lambda: _vorliegt(recht, bestand),
        FREIGABEN: lambda: _freigaben(recht, bestand),
        REGELN: lambda: _regeln(recht, bestand),
    }
    inhalte = lesen if recht is None else _mit_recht(recht, bestand, lesen)
    for reiter, zeige in zip(st.tabs(list(inhalte), key=f"abschnitte_{len(inhalte)}"), inhalte.values(), strict=True):
        with reiter:
            zeige()


def _mit_recht(
    recht: Schreibrecht, bestand: Bestand, lesen: dict[str, Callable[[], None]]
) -> dict[str, Callable[[], None]]:
    """In the order of the work: upload, release, look."""

    def freigeben() -> None:
        anzeige.freigabe(recht, bestand)
        lesen[FREIGABEN]()

    return {
        HOCHLADEN: lambda: hochladen.hochladen(recht, bestand.region.slug),
        FREIGEBEN: freigeben,
        REGELN: lesen[REGELN],
        VORLIEGT: lesen[VORLIEGT],
    }


def _vorliegt(recht: Schreibrecht | None, bestand: Bestand) -> None:
    datenstand.voll(bestand)
    listen.lieferungen(recht, bestand)


def _freigaben(recht: Schreibrecht | None, bestand: Bestand) -> None:
    listen.freigaben(recht, bestand)
    absender.geschuetzt_geliefert(bestand)


def _regeln(recht: Schreibrecht | None, bestand: Bestand) -> None:
    regelform.gesichert()
    regeltafel.regeltafel(bestand)
    regelform.regelform(recht, bestand)
