"""The rules of protection that hold for a region, for everybody to read."""

import streamlit as st

from analysis.bestand import Bestand
from presentation.texts import schutzregeln as texte
from presentation.ui import bausteine

TITEL = "Regeln des Schutzes"


def regeltafel(bestand: Bestand) -> None:
    """What holds, who decided it, when and why; then what holds for every Kennzahl."""
    bausteine.absaetze(TITEL, [texte.ERKLAERUNG])
    bausteine.tafel(texte.regeltafel(bestand.regeln), alt=f"{TITEL} in {bestand.region.name}")
    with st.container(width=760):
        st.markdown("\n".join(f"* {satz}" for satz in texte.fuer_alle()))
