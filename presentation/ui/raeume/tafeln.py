"""Beside the map: what the cut lacks, and its Planungsräume with population and neighbours."""

from datetime import date

import streamlit as st

from analysis.bestand import Bestand
from analysis.einteilungen import Nachbarn, Pruefung
from analysis.entwurf import entwurfskennung, mit_entwurf
from analysis.kennzahlen.katalog import kennzahl
from analysis.vergleiche import Messung
from presentation.texts import einteilungen as texte
from presentation.ui import bausteine, zwischenspeicher
from presentation.ui.raeume import entwurf
from presentation.ui.raeume.entwurf import Entwurf


def maengel(bestand: Bestand, jetzt: Entwurf, pruefung: Pruefung) -> None:
    """Gaps, empty Planungsräume, parts that do not hang together."""
    for satz in texte.maengel(pruefung, jetzt.schnitt, entwurf.gemeinden(bestand), bestand.gemeindefrei):
        st.markdown(f":material/info: {satz}")


def raeume(bestand: Bestand, jetzt: Entwurf, pruefung: Pruefung, nachbarn: Nachbarn | None) -> None:
    """The table of Planungsräume."""
    st.header("Planungsräume", anchor=False)
    if not jetzt.schnitt.raeume:
        st.markdown("Noch kein Planungsraum. Bitte einen anlegen.")
        return
    tag, einwohner = _einwohner(bestand, jetzt)
    zeilen = texte.raumtafel(jetzt.schnitt, einwohner, nachbarn, pruefung, entwurf.gemeinden(bestand))
    bausteine.tafel(zeilen, "Planungsräume des Entwurfs")
    st.markdown(f":small[:gray[{texte.einwohnersatz(tag, einwohner)}]]")


def _einwohner(bestand: Bestand, jetzt: Entwurf) -> tuple[date | None, dict[str, Messung]]:
    """Population of the Planungsräume at the newest Stichtag."""
    gezaehlt = kennzahl("einwohner")
    if gezaehlt is None or not jetzt.schnitt.gemeinden:
        return None, {}
    sicht = mit_entwurf(bestand, jetzt.schnitt)
    alle = zwischenspeicher.alle_messungen(sicht, gezaehlt, "planungsraum", "herkunft", entwurfskennung(jetzt.schnitt))
    tag = max((m.stichtag for m in alle if m.wert is not None), default=None)
    return tag, {m.gebiet: m for m in alle if m.stichtag == tag}
