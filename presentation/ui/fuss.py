"""Under every chart: where the numbers come from, and the same numbers as files."""

from functools import partial

import streamlit as st

from analysis import sichten
from analysis.auswahl import Auswahl
from presentation.exports import tabelle
from presentation.exports.dateiname import dateiname
from presentation.texts import hinweise, quellen
from presentation.ui import herunterladen


def fuss(auswahl: Auswahl, basen: list[str], mit_karte: bool = False) -> None:
    """Source lines left, downloads right."""
    zeilen = quellen.zeilen(auswahl, basen, mit_karte)
    st.divider()
    links, rechts = st.columns([7, 5], gap="large")
    links.markdown("  \n".join(f":small[**{name}** :gray[{text}]]" for name, text in zeilen))
    with rechts.container(horizontal=True, horizontal_alignment="right", gap="small"):
        _herunterladen(auswahl)


def _herunterladen(auswahl: Auswahl) -> None:
    """Files are made on the click, in a thread of their own: nothing here may ask Streamlit."""
    gewaehlt, bestand = auswahl.kennzahl, auswahl.bestand
    teile = (gewaehlt.id, bestand.region.slug, auswahl.ebene, auswahl.raumprinzip)
    name = dateiname(*teile, synthetisch=bestand.synthetisch)

    def werte(format_: str) -> bytes:
        alle = sichten.gebietswerte(bestand, gewaehlt, auswahl.ebene, auswahl.raumprinzip, auswahl.einteilung)
        titel = f"{gewaehlt.titel}, {bestand.region.name}"
        saetze = hinweise.fuer_datei(alle, gewaehlt, bestand, auswahl.ebene, auswahl.einteilung)
        return tabelle.als_datei(alle, format_, titel, quellen.erklaerung(gewaehlt, bestand), saetze)

    herunterladen.tabellen(partial(werte, "csv-excel"), partial(werte, "xlsx"), name, "laden")
