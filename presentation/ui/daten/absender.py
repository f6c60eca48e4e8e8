"""Numbers that arrived protected: who protected them, and which senders are accepted here."""

import streamlit as st

from analysis.bestand import Bestand
from data_access.wuerfellieferung import bekannte_absender
from presentation.texts import absender
from presentation.ui import bausteine


def geschuetzt_geliefert(bestand: Bestand) -> None:
    """Sender, key and audit of each number in force that was protected elsewhere; nothing where there is none."""
    zeilen = absender.geschuetzt_gelieferte([v.freigabe for v in bestand.veroeffentlicht.values()])
    if not zeilen:
        return
    st.header("Geschützt geliefert", anchor=False)
    st.markdown("Diese Zahlen hat der Absender bei sich geschützt und geprüft. Genaue kleine Zahlen waren nie hier.")
    bausteine.tafel(zeilen, alt="Geschützt gelieferte Zahlen")
    with st.expander("Angenommene Absender"):
        bausteine.tafel(absender.angenommene(bekannte_absender()), alt="Angenommene Absender")
