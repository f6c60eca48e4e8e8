"""How one Kennzahl develops and how its areas differ."""

import streamlit as st

from analysis.vergleiche import entwicklung, gegen_kreis
from presentation.bilder import rangbild, verlaufsbild
from presentation.texts import befunde
from presentation.ui import bausteine, rahmen
from presentation.ui.blick import Blick, blick
from presentation.ui.fuss import Bild, fuss
from presentation.ui.gliederung import gliederung
from presentation.ui.wertetafel import wertetafel


def page() -> None:
    """Headline, trend beside ranking, source, table."""
    with rahmen.seite():
        b = blick()
        if b is None:
            return
        auswahl, gewaehlt = b.auswahl, b.auswahl.kennzahl
        in_personen = bausteine.personenkennzahl(gewaehlt)
        stand = entwicklung(bausteine.personenreihe(auswahl), in_personen, b.stichtag)
        befund = befunde.ueberschrift(b.jetzt.name, stand, in_personen)
        unterzeile = befunde.unterzeile(
            gewaehlt, b.jetzt.name, auswahl.raumprinzip, b.stichtag, auswahl.einteilungsname, b.beginn
        )
        bausteine.kopf(befund, unterzeile)
        bausteine.zur_ebene(auswahl, b.heute)
        links, rechts = st.columns([7, 5], gap="large")
        with links:
            bausteine.gebietswahl(auswahl, b.alle)
            bausteine.diagramm(
                verlaufsbild(gewaehlt, b.reihe, rahmen.modus(), b.vergleich, neben=b.neben),
                befunde.verlaufstitel(b.jetzt, gewaehlt),
            )
            for satz in (b.personensatz, befunde.sicherheit(stand, gewaehlt)):
                if satz:
                    st.markdown(f":small[:gray[{satz}]]")
            rahmen.zum_steckbrief(b.jetzt.name, b.jetzt.gebiet, auswahl.als_parameter)
        with rechts:
            _gebiete(b)
        fuss(
            auswahl,
            b.basen,
            Bild(
                lambda: [verlaufsbild(gewaehlt, b.reihe, "druck", b.vergleich, neben=b.neben)],
                befund,
                unterzeile,
                b.zeichen_der_reihe,
            ),
        )
        gliederung(b)
        wertetafel(b)


def _gebiete(b: Blick) -> None:
    """The areas of the level side by side; at the level of the whole both ways of counting."""
    if b.auswahl.ist_ganzes:
        if len(b.auswahl.kennzahl.raumprinzipien) > 1:
            bausteine.beide_zaehlungen(b.auswahl)
        return
    bausteine.diagramm(
        rangbild(b.auswahl, b.heute, b.kreis_heute, b.stichtag, rahmen.modus()),
        befunde.gebiete_gegen_kreis(
            gegen_kreis(b.heute, b.kreis_heute), b.auswahl.kennzahl, b.auswahl.bestand.ganzes, b.auswahl.mehrzahl
        ),
    )
