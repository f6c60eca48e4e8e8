"""The meetings of a Gremium as a table, and one of them in full: readable for everybody."""

import streamlit as st

from models.gremientabellen import Gremium, Sitzung
from presentation.texts import sitzungen as texte
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import KA_HEISST, sitzungsname
from presentation.ui import bausteine
from presentation.ui.gremien.blick import Blick, waehle_sitzung


def liste(blick: Blick, gremium: Gremium) -> None:
    """All meetings of the Gremium, and the choice of one."""
    st.header("Alle Sitzungen", anchor=False)
    bausteine.tafel(texte.listentafel(gremium, blick.bestand, blick.heute), alt=f"Sitzungen: {gremium.name}")
    st.markdown(
        ":small[:gray[Anwesend und eingeladen: Menschen. Ohne Gesamtzahl steht die Summe der gezählten Gruppen da; "
        f"„mindestens“: Eine davon ist k. A. {KA_HEISST} "
        "Die Zahlen sagen nicht, wer gesprochen oder mitentschieden hat.]]"
    )
    waehle_sitzung(blick, blick.bestand.sitzungen.get(gremium.id, ()))


def eine(blick: Blick, gremium: Gremium, sitzung: Sitzung) -> None:
    """Everything about the chosen meeting but its agenda."""
    st.header(schlicht(sitzungsname(sitzung, gremium, blick.heute)), anchor=False)
    if sitzung.datum_erschlossen:
        st.markdown("Die Quelle nennt den Tag ohne Jahr. Das Jahr ist erschlossen.")
    links, rechts = st.columns(2, gap="large")
    da, teilnahmen = blick.bestand.anwesenheit(sitzung), blick.bestand.teilnahmen.get(sitzung.id, ())
    with links:
        st.subheader("Wer da war", anchor=False)
        bausteine.tafel(
            texte.teilnahmetafel(da, teilnahmen),
            "Teilnahme nach Gruppe und Institution",
            "teilnahme",
        )
        st.markdown(texte.teilnahmesatz(sitzung, teilnahmen, blick.heute))
        barrieren = blick.bestand.barrieren.get(sitzung.id, ())
        st.subheader("Barrierefreiheit", anchor=False)
        bausteine.tafel(texte.barrieretafel(barrieren), "Barrierefreiheit der Sitzung")
        st.markdown(texte.barrieresatz(barrieren))
    with rechts:
        st.subheader("Angaben zur Sitzung", anchor=False)
        bausteine.tafel(texte.angaben(sitzung, blick.heute), "Angaben zur Sitzung")
