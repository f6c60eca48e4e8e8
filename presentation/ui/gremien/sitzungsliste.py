"""The meetings of a Gremium as a table, and one of them in full: readable for everybody."""

from typing import Final

import streamlit as st

from models.gremientabellen import Gremium, Sitzung
from presentation.texts import sitzungen as texte
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import KA_HEISST, sitzungsname
from presentation.ui import bausteine
from presentation.ui.gremien.blick import Blick, waehle_sitzung

OFFEN: Final = 4
"""So many of the latest meetings are seen at once; the list of ten years would fill a phone three times."""


def liste(blick: Blick, gremium: Gremium) -> None:
    """All meetings of the Gremium, and the choice of one."""
    st.header("Alle Sitzungen", anchor=False)
    zeilen = texte.listentafel(gremium, blick.bestand, blick.heute)
    bausteine.tafel(zeilen[:OFFEN], f"Sitzungen: {gremium.name}")
    st.markdown(
        ":small[:gray[Anwesend und eingeladen: Menschen. Ohne Gesamtzahl steht die Summe der gezählten Gruppen da; "
        f"„mindestens“: Bei einer davon fehlt die Zahl. {KA_HEISST} "
        "Die Zahlen sagen nicht, wer gesprochen oder mitentschieden hat.]]"
    )
    if fruehere := zeilen[OFFEN:]:
        with st.expander(f"Frühere Sitzungen ({len(fruehere)})"):
            bausteine.tafel(fruehere, f"Frühere Sitzungen: {gremium.name}")
    with st.expander("Wann Einladung, Unterlagen und Protokoll verschickt wurden"):
        bausteine.tafel(texte.versandtafel(gremium, blick.bestand), f"Versand: {gremium.name}")
    waehle_sitzung(blick, blick.bestand.sitzungen.get(gremium.id, ()))


def eine(blick: Blick, gremium: Gremium, sitzung: Sitzung) -> None:
    """Everything about the chosen meeting but its agenda."""
    st.header(schlicht(sitzungsname(sitzung, gremium, blick.heute)), anchor=False)
    if sitzung.datum_erschlossen:
        st.markdown("Die Quelle nennt den Tag ohne Jahr. Das Jahr ist erschlossen.")
    raster = st.grid(columns=2, min_column_width=480, gap="large")
    da, teilnahmen = blick.bestand.anwesenheit(sitzung), blick.bestand.teilnahmen.get(sitzung.id, ())
    with raster.cell():
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
    with raster.cell():
        st.subheader("Angaben zur Sitzung", anchor=False)
        bausteine.tafel(texte.angaben(sitzung, blick.heute), "Angaben zur Sitzung")
