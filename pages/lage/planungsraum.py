"""Everything about one area: the page that planning for a Planungsraum starts from."""

import streamlit as st

from presentation.texts.steckbrief import ueberschrift, unterzeile
from presentation.ui import bausteine, rahmen, steckbrief


def page() -> None:
    """Finding, population and place, four themes, ways, tables, limits and sources."""
    with rahmen.seite():
        b = steckbrief.gebietsblick()
        if b is None:
            return
        s = b.steckbrief
        bausteine.kopf(ueberschrift(s), unterzeile(s))
        links, rechts = st.columns([2.6, 1], gap="large")
        with links:
            steckbrief.bevoelkerung(b)
            steckbrief.gemeinden(b)
        with rechts:
            steckbrief.karte(b)
        for block in s.themen:
            steckbrief.thema(block, b)
        if s.rahmen:
            st.divider()
            st.markdown("## :small[Rahmen]")
            steckbrief.weitere(s.rahmen, b, "Rahmen", "rahmen")
        steckbrief.wege(b)
        steckbrief.abschnitte(b)
        steckbrief.tafeln(b)
        steckbrief.quelle(b)
