"""For the Geschäftsführung only: who was expected and absent again and again. Never without the key."""

import streamlit as st

from analysis.gremien.abwesenheit import LETZTE, OFT
from analysis.gremien.bestand import Gremienbestand
from analysis.gremien.lage import fehlende
from models.gremientabellen import Gremium
from presentation.texts import anwesenheit as texte
from presentation.texts import anwesenheitstafeln as tafeln
from presentation.ui import bausteine


def zeige(bestand: Gremienbestand, gremium: Gremium) -> None:
    """The list behind a heading that has to be opened. Call it only with a Schreibrecht."""
    with st.expander("Nur für die Geschäftsführung: wer oft fehlte"):
        st.markdown(texte.NUR_GESCHAEFTSFUEHRUNG)
        alle = fehlende(bestand, gremium)
        if alle:
            bausteine.tafel(tafeln.fehlende(alle), "Wer bei den letzten Sitzungen oft fehlte")
        else:
            st.markdown("Bei den letzten Sitzungen fehlte niemand mehrfach, soweit es eingetragen ist.")
        st.markdown(
            f":small[:gray[Die letzten {LETZTE} Sitzungen, die stattfanden; genannt ab {OFT} Mal. Erwartet ist, wer im "
            "Register steht oder eingeladen war. Warum jemand fehlte, steht hier nicht.]]"
        )
