"""How the duties of a region stand, as a quiet block of the Überblick: only what may be shown outside."""

from datetime import date, datetime

import streamlit as st

from analysis.pflichten.stand import nach_aussen
from analysis.pflichten.urteil import faelligkeiten, pflichtstaende
from presentation.texts import fristenzeile as texte
from presentation.ui import rahmen, zwischenspeicher


def zeige(region: str) -> None:
    """The line and the way on; nothing if no duty is entered."""
    heute = datetime.now().astimezone().date()
    bestand = zwischenspeicher.gremien(region)
    sichten = nach_aussen(pflichtstaende(bestand, heute))
    zeile = texte.zeile(sichten, faelligkeiten(bestand, heute, date(heute.year + 1, 12, 31)), heute)
    if not zeile:
        return
    st.header("Fristen", anchor=False)
    st.markdown(f"{zeile}  \n:small[:gray[{texte.unterzeile(sichten, heute)}]]")
    rahmen.verweis("fristen", "Zu den Fristen", {"region": [region]})
