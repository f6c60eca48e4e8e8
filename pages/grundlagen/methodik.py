"""How the numbers come about and what they do not say."""

import streamlit as st

from presentation.texts import methodik
from presentation.ui import bausteine, rahmen, wahl


def page() -> None:
    """Protection, certainty, what is in force, then every record."""
    with rahmen.seite():
        auswahl = wahl.nach_region()
        if auswahl is None:
            return
        bausteine.kopf(
            "So entstehen die Zahlen, und das sagen sie nicht",
            "Gedruckt aus denselben Einträgen, aus denen Menüs, Diagramme und Dateien kommen.",
        )
        bausteine.absaetze("So werden Menschen geschützt", methodik.SCHUTZ)
        bausteine.absaetze("So fein sind die Zahlen sinnvoll", methodik.EBENEN)
        bausteine.absaetze("So sicher ist ein Wert", methodik.SICHERHEIT)
        st.header(f"Was in {auswahl.bestand.region.name} veröffentlicht ist", anchor=False)
        if auswahl.bestand.veroeffentlicht:
            bausteine.tafel(methodik.freigaben(auswahl.bestand), alt="Gültige Freigaben der Region")
        else:
            st.markdown("Zurzeit ist keine Freigabe in Kraft.")
        st.header("Alle Kennzahlen", anchor=False)
        for thema, kennzahlen in methodik.je_thema():
            st.subheader(thema, anchor=False)
            for eintrag in kennzahlen:
                with st.expander(eintrag.titel, expanded=eintrag.id == auswahl.kennzahl.id):
                    for name, text in methodik.felder(eintrag, auswahl.bestand):
                        st.markdown(f"**{name}**  \n{text}")
