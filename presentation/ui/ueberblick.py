"""The small pictures of the Überblick, each with its numbers and files behind one button."""

from functools import partial

import streamlit as st

from analysis.auswahl import Auswahl
from presentation.ansichten import ueberblick as ansichten
from presentation.bilder import kartenbild, ohne_geometrie, verlaufsbild
from presentation.texts import lage
from presentation.texts.hinweise import Gezeigt
from presentation.ui import bausteine, mitnehmen, rahmen, was_heisst_das, zwischenspeicher


def trend(auswahl: Auswahl, zeile: lage.Themenzeile) -> None:
    """The trend of a theme from its first comparable year on; nothing without a published number."""
    if not zeile.reihe:
        return
    ab = zeile.kennzahl.vergleichbar_ab
    bausteine.diagramm_ohne_text(verlaufsbild(zeile.kennzahl, zeile.reihe, rahmen.modus(), klein=True, ab=ab))
    if zeile.stand is not None:
        verlauf = partial(ansichten.verlauf, auswahl, zeile, zwischenspeicher)
        mitnehmen.knopf({zeile.titel: verlauf}, zeile.kennzahl.id, mit_tafel=True)


def karte(auswahl: Auswahl) -> None:
    """The small map of one rate, with the way to the large one."""
    st.divider()
    bild = lage.kartenauswahl(auswahl)
    st.markdown(f"## :small[{bild.kennzahl.kurz}]")
    st.markdown(f":small[:gray[{lage.kartenzeile(bild)}]]")
    alle = zwischenspeicher.alle_messungen(bild.bestand, bild.kennzahl, bild.ebene, bild.raumprinzip, bild.einteilung)
    satz, ohne_karte = ohne_geometrie(bild)
    if satz:
        st.info(satz, icon=":material/map:")
    if not ohne_karte:
        bausteine.diagramm(kartenbild(bild, alle, rahmen.modus(), kompakt=True))
        heute = [Gezeigt(bild.kennzahl, bild.raumprinzip, m) for m in alle if m.stichtag == bild.stichtag]
        with st.container(horizontal=True, gap="small"):
            was_heisst_das.zur_ansicht(bild, heute, "karte")
            if bild.stichtag is not None:
                mitnehmen.knopf({"Karte": partial(ansichten.karte, bild, zwischenspeicher)}, "karte", mit_tafel=True)
    with st.container(horizontal=True, gap="small"):
        rahmen.verweis("karte", "Große Karte", bild.als_parameter)
        rahmen.verweis("planungsraum", "Einzelne Gebiete", {"region": [auswahl.bestand.region.slug]})
