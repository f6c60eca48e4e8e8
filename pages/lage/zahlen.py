"""How one Kennzahl develops and how its areas differ."""

from collections.abc import Sequence

import streamlit as st

from analysis.auswahl import EBENENNAMEN, Auswahl
from analysis.vergleiche import Messung, entwicklung, gegen_kreis
from presentation.bilder import rangbild, verlaufsbild
from presentation.texts import befunde
from presentation.ui import bausteine, rahmen, wahl, zwischenspeicher
from presentation.ui.fuss import Bild, fuss
from presentation.ui.wertetafel import wertetafel


def page() -> None:
    """Headline, trend beside ranking, source, table."""
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
        kreis = zwischenspeicher.alle_messungen(bestand, gewaehlt, "kreis", auswahl.raumprinzip)
        alle = zwischenspeicher.alle_messungen(
            bestand, gewaehlt, auswahl.ebene, auswahl.raumprinzip, auswahl.einteilung
        )
        reihe = zwischenspeicher.reihe(alle, auswahl.gebiete[0]) if auswahl.gebiete else list(kreis)
        zahlreihe = bausteine.personenreihe(auswahl)
        stand = entwicklung(zahlreihe or reihe, bausteine.personenkennzahl(gewaehlt), auswahl.stichtag)
        jetzt = next(m for m in reihe if m.stichtag == auswahl.stichtag)
        befund = befunde.ueberschrift(jetzt.name, stand, bausteine.personenkennzahl(gewaehlt))
        unterzeile = befunde.unterzeile(
            gewaehlt, jetzt.name, auswahl.raumprinzip, auswahl.stichtag, auswahl.einteilungsname
        )
        bausteine.kopf(befund, unterzeile)
        vergleich = kreis if auswahl.gebiete and gewaehlt.art != "zahl" else ()
        links, rechts = st.columns([7, 5], gap="large")
        with links:
            bausteine.gebietswahl(auswahl, alle)
            bausteine.diagramm(
                verlaufsbild(gewaehlt, reihe, rahmen.modus(), vergleich),
                befunde.verlaufstitel(jetzt, gewaehlt),
            )
            if satz := befunde.sicherheit(stand, gewaehlt):
                st.markdown(f":small[:gray[{satz}]]")
        with rechts:
            _gebiete(auswahl, alle, kreis)
        bild = Bild(lambda: [verlaufsbild(gewaehlt, reihe, "druck", vergleich)], befund, unterzeile)
        fuss(auswahl, sorted({m.basis for m in alle if m.stichtag == auswahl.stichtag}), bild)
        wertetafel(auswahl, alle)


def _gebiete(auswahl: Auswahl, alle: Sequence[Messung], kreis: Sequence[Messung]) -> None:
    """The areas of the level side by side; at the level of the Kreis both ways of counting."""
    if auswahl.stichtag is None:
        return
    if auswahl.ebene == "kreis":
        bausteine.beide_zaehlungen(auswahl)
        return
    heute = zwischenspeicher.am(tuple(alle), auswahl.stichtag)
    kreis_heute = next((m for m in kreis if m.stichtag == auswahl.stichtag), None)
    bausteine.diagramm(
        rangbild(auswahl.kennzahl, heute, kreis_heute, auswahl.stichtag, rahmen.modus()),
        befunde.gebiete_gegen_kreis(
            gegen_kreis(heute, kreis_heute), auswahl.kennzahl, "Kreis", EBENENNAMEN[auswahl.ebene]
        ),
    )
