"""How a region is cut into Planungsräume: see it, try another cut, compare both, store it."""

import streamlit as st

from analysis.auswahl import Auswahl
from analysis.einteilungen import pruefe
from presentation.texts import einteilungen as texte
from presentation.ui import bausteine, rahmen, wahl
from presentation.ui.daten import zugang
from presentation.ui.raeume import bearbeiten, entwurf, karte, sichern, tafeln, vergleich

ANSICHTEN = ("Zuschneiden", "Vergleichen", "Versionen")


def page() -> None:
    """Headline, then one of three views."""
    with rahmen.seite():
        zugang.nimm_schluessel()
        auswahl = wahl.waehle()
        if auswahl is None:
            return
        with st.container(width=330):
            wahl.region(auswahl)
        _inhalt(auswahl)


def _inhalt(auswahl: Auswahl) -> None:
    bestand, recht = auswahl.bestand, zugang.schreibrecht()
    jetzt = entwurf.hole(bestand)
    nachbarn = karte.nachbarn(bestand)
    orte = entwurf.gemeinden(bestand)
    pruefung = pruefe(jetzt.schnitt, orte, nachbarn)
    bausteine.kopf(
        texte.ueberschrift(bestand.region.name, jetzt.schnitt, pruefung, jetzt.geaendert),
        texte.unterzeile(bestand, jetzt.grundlage),
    )
    sichern.gesichert()
    ansicht = st.radio("Ansicht", ANSICHTEN, horizontal=True, key="raeume_ansicht", label_visibility="collapsed")
    if ansicht == "Vergleichen":
        vergleich.vergleich(bestand, jetzt)
    elif ansicht == "Versionen":
        sichern.versionen(bestand, recht)
    else:
        links, rechts = st.columns([4, 7], gap="large")
        with links:
            bearbeiten.liste(bestand, jetzt)
            sichern.oeffnen(bestand)
        with rechts:
            karte.karte(bestand, jetzt)
            tafeln.maengel(bestand, jetzt, pruefung)
        tafeln.raeume(bestand, jetzt, pruefung, nachbarn)
        sichern.sichern(bestand, jetzt, pruefung, recht)
