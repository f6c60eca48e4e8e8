"""Where the values of one Kennzahl lie: list, map, and the chosen area."""

import streamlit as st

from analysis.ganzes import beim_namen
from analysis.vergleiche import gegen_kreis
from presentation.bilder import kartenbilder_fuer_datei
from presentation.texts import befunde
from presentation.ui import bausteine, karte, rahmen
from presentation.ui.blick import blick
from presentation.ui.fuss import Bild, fuss
from presentation.ui.wertetafel import wertetafel


def page() -> None:
    """Headline, then list, map and panel, source, table."""
    with rahmen.seite():
        b = blick()
        if b is None:
            return
        auswahl, ort = b.auswahl, b.auswahl.bestand.region.name
        befund = befunde.gebiete_gegen_kreis(
            gegen_kreis(b.heute, b.kreis_heute),
            auswahl.kennzahl,
            beim_namen(auswahl.bestand.region, auswahl.bestand.ganzes),
            auswahl.mehrzahl,
        )
        unterzeile = befunde.unterzeile(
            auswahl.kennzahl, ort, auswahl.raumprinzip, b.stichtag, auswahl.einteilungsname, b.beginn
        )
        bausteine.kopf(befund, unterzeile)
        bausteine.zur_ebene(auswahl, b.heute)
        links, mitte, rechts = st.columns([3.3, 6, 3.3], gap="medium")
        with links:
            karte.liste(b)
        with mitte:
            karte.karte(b)
        with rechts:
            karte.gebietstafel(b)
        fuss(
            auswahl,
            b.basen,
            Bild(lambda: kartenbilder_fuer_datei(auswahl, b.alle), befund, unterzeile, b.zeichen),
            mit_karte=True,
        )
        wertetafel(b, mit_erklaerung=False)  # it stands under the map already
