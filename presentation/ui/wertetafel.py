"""The table of all values of a level: what the charts show, for reading and for screen readers."""

import streamlit as st

from presentation.ansichten.blick import Blick
from presentation.ansichten.wertetafel import alle_werte
from presentation.ui import bausteine, was_heisst_das


def wertetafel(b: Blick, mit_erklaerung: bool = True) -> None:
    """All areas at the Stichtag, below their heading."""
    st.header("Alle Werte", anchor=False)
    if mit_erklaerung:
        was_heisst_das.zur_ansicht(b.auswahl, b.gezeigt, "tafel")
    tafel = alle_werte(b)
    bausteine.tafel(tafel.zeilen, tafel.titel, "alle")
