"""The empty questionnaire of each side, to be printed and filled in together."""

from datetime import datetime
from functools import partial

import streamlit as st

from analysis.gremien.zusammenarbeit import gefragt
from presentation.exports.fragebogen import fragebogen
from presentation.texts.gremien import SEITEN
from presentation.ui import herunterladen
from presentation.ui.gremien.blick import Blick


def zeige(blick: Blick, jahr: int) -> None:
    """A file for each side with the statements of a year."""
    aussagen = [(f.nummer, f.text) for f in gefragt(blick.bestand.e.fragen, jahr)]
    if not aussagen:
        return
    st.header(f"Fragebogen {jahr} zum Ausdrucken", anchor=False)
    st.markdown("Ein Bogen für jede Seite, mit den Aussagen und Feldern zum Ankreuzen.")
    jetzt = datetime.now().astimezone()
    with st.container(horizontal=True):
        for seite, name in SEITEN.items():
            herunterladen.datei(
                f"{name} (Word)",
                partial(fragebogen, aussagen, seite, blick.regionsname, jahr, jetzt),
                f"fragebogen_zusammenarbeit_{blick.region}_{jahr}_{seite}.docx",
                f"fragebogen_{seite}",
            )
