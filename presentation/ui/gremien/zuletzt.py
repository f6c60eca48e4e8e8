"""The latest meeting of the main Gremium of a region, as a quiet block of the Überblick."""

import streamlit as st

from analysis.gremien.lage import zuletzt_getagt
from presentation.texts import anwesenheit as texte
from presentation.ui import rahmen, zwischenspeicher


def zeige(region: str) -> None:
    """Finding and way on; nothing if no meeting took place."""
    gefunden = zuletzt_getagt(zwischenspeicher.gremien(region))
    if gefunden is None:
        return
    gremium, sitzung, da = gefunden
    st.header("Zuletzt getagt", anchor=False)
    st.markdown(f"{texte.befund(gremium, sitzung, da)}.  \n:small[:gray[{texte.unterzeile(gremium, sitzung)}]]")
    rahmen.verweis("gremien", "Zur Sitzung und zum Gremium", {"region": [region], "gremium": [gremium.id]})
