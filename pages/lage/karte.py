"""Where the values of one Kennzahl lie: list, map, and the chosen area."""

import streamlit as st

from analysis.auswahl import EBENENNAMEN
from analysis.vergleiche import gegen_kreis
from presentation.bilder import kartenbilder_fuer_datei
from presentation.texts import befunde
from presentation.ui import bausteine, karte, rahmen, wahl, zwischenspeicher
from presentation.ui.fuss import Bild, fuss
from presentation.ui.wertetafel import wertetafel


def page() -> None:
    """Headline, then list, map and panel, source, table."""
    with rahmen.seite():
        auswahl = wahl.waehle()
        if auswahl is None:
            return
        wahl.leiste(auswahl)
        bausteine.zurueckgezogen(auswahl.bestand, auswahl.kennzahl.grundzahlen)
        if auswahl.stichtag is None:
            bausteine.keine_zahlen(auswahl)
            return
        gewaehlt, bestand = auswahl.kennzahl, auswahl.bestand
        alle = zwischenspeicher.alle_messungen(
            bestand, gewaehlt, auswahl.ebene, auswahl.raumprinzip, auswahl.einteilung
        )
        kreis = zwischenspeicher.alle_messungen(bestand, gewaehlt, "kreis", auswahl.raumprinzip)
        heute = zwischenspeicher.am(alle, auswahl.stichtag)
        kreis_heute = next((m for m in kreis if m.stichtag == auswahl.stichtag), None)
        befund = befunde.gebiete_gegen_kreis(
            gegen_kreis(heute, kreis_heute), gewaehlt, bestand.region.name, EBENENNAMEN[auswahl.ebene]
        )
        unterzeile = befunde.unterzeile(
            gewaehlt, bestand.region.name, auswahl.raumprinzip, auswahl.stichtag, auswahl.einteilungsname
        )
        bausteine.kopf(befund, unterzeile)
        links, mitte, rechts = st.columns([3.3, 6, 3.3], gap="medium")
        with links:
            karte.liste(auswahl, heute)
        with mitte:
            karte.karte(auswahl, alle, heute)
        with rechts:
            karte.gebietstafel(auswahl, alle, kreis, auswahl.stichtag)
        bild = Bild(lambda: kartenbilder_fuer_datei(auswahl, alle), befund, unterzeile)
        fuss(auswahl, sorted({m.basis for m in heute}), bild, mit_karte=True)
        wertetafel(auswahl, alle)
