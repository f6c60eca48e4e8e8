"""How one Kennzahl develops and how its areas differ."""

import streamlit as st

from presentation.ansichten import kennzahl
from presentation.ansichten.blick import Blick
from presentation.texts import befunde
from presentation.ui import bausteine, mitnehmen, rahmen
from presentation.ui.blick import blick
from presentation.ui.fuss import fuss
from presentation.ui.gliederung import gliederung
from presentation.ui.wertetafel import wertetafel


def page() -> None:
    """Headline, trend beside ranking, source, table."""
    with rahmen.seite():
        b = blick()
        if b is None:
            return
        auswahl = b.auswahl
        verlauf = kennzahl.verlauf(b)
        bausteine.kopf(verlauf.befund, verlauf.unterzeile)
        bausteine.zur_ebene(auswahl, b.heute)
        links, rechts = st.columns([7, 5], gap="large")
        with links:
            bausteine.gebietswahl(auswahl, b.alle)
            mitnehmen.zeige(verlauf)
            for satz in (b.personensatz, befunde.sicherheit(b.entwicklung, auswahl.kennzahl)):
                if satz:
                    st.markdown(f":small[:gray[{satz}]]")
            rahmen.zum_steckbrief(b.jetzt.name, b.jetzt.gebiet, auswahl.als_parameter)
        with rechts:
            _gebiete(b)
        fuss(auswahl, b.basen)
        gliederung(b)
        wertetafel(b)


def _gebiete(b: Blick) -> None:
    """The areas of the level side by side; at the level of the whole both ways of counting."""
    if b.auswahl.ist_ganzes:
        if len(b.auswahl.kennzahl.raumprinzipien) > 1:
            bausteine.beide_zaehlungen(b.auswahl)
        return
    mitnehmen.zeige(kennzahl.rangfolge(b))
