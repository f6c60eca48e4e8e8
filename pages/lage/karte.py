"""Where the values of one Kennzahl lie: list, map, and the chosen area."""

import streamlit as st

from presentation.ansichten import kennzahl
from presentation.ui import bausteine, karte, mitnehmen, rahmen
from presentation.ui.blick import blick
from presentation.ui.fuss import fuss
from presentation.ui.wertetafel import wertetafel


def page() -> None:
    """Headline, then list, map and panel, source, table."""
    with rahmen.seite():
        b = blick()
        if b is None:
            return
        bogen = kennzahl.karte(b)
        bausteine.kopf(bogen.befund, bogen.unterzeile)
        bausteine.zur_ebene(b.auswahl, b.heute)
        links, mitte, rechts = st.columns([3.3, 6, 3.3], gap="medium")
        with links:
            karte.liste(b)
        with mitte:
            karte.karte(b)
            mitnehmen.knoepfe(bogen, mit_tafel=False)  # "Alle Werte" stands below
        with rechts:
            karte.gebietstafel(b)
        fuss(b.auswahl, b.basen, mit_karte=True)
        wertetafel(b, mit_erklaerung=False)  # it stands under the map already
