"""What the page Berichte looks at: region and view. The choice lives in the link."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import streamlit as st

from presentation.ansichten.eingetragen import Regionsblick
from presentation.ui import rahmen, region
from presentation.ui.adresse import setze
from presentation.ui.merken import MERKLISTE

ANSICHTEN: Final[dict[str, str]] = {
    MERKLISTE: "Merkliste",
    "steckbriefe": "Steckbriefe",
    "konferenzbericht": "Konferenzbericht",
    "karten": "Karten und Mappen",
}
"""Value of `ansicht` in the link -> name on screen; the first one needs no parameter."""
_ANSICHT: Final = "berichte_ansicht"


@dataclass(frozen=True)
class Blick(Regionsblick):
    """One view of the page. `jetzt`: when it is looked at."""

    ansicht: str
    jetzt: datetime


def oeffne() -> Blick | None:
    """Resolve the link, say what gave way, and draw the choices; None if there is no region yet."""
    gebiete = region.bestimme()
    if gebiete is None:
        return None
    gewuenscht = st.query_params.get("ansicht", "")
    if gewuenscht and gewuenscht not in ANSICHTEN:
        rahmen.hinweise([f"Die Ansicht „{gewuenscht[:40]}“ aus dem Link gibt es nicht. Sie sehen die Merkliste."])
    ansicht = gewuenscht if gewuenscht in ANSICHTEN else MERKLISTE
    st.session_state[_ANSICHT] = ansicht
    st.radio(
        "Ansicht",
        list(ANSICHTEN),
        format_func=ANSICHTEN.__getitem__,
        horizontal=True,
        key=_ANSICHT,
        on_change=lambda: setze(ansicht=st.session_state[_ANSICHT], auswahl=""),
    )
    if ansicht != MERKLISTE:
        # Each view of a list has its own region.
        with st.container(width=330):
            region.waehler(gebiete, lambda neu: setze(region=neu))
    return Blick(gebiete, ansicht, datetime.now().astimezone())
