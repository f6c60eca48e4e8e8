"""What rises, what falls, how sure: the four themes of a region on one page."""

import streamlit as st

from analysis.auswahl import Auswahl
from presentation.bilder import kartenbild, ohne_geometrie, verlaufsbild
from presentation.texts import lage
from presentation.texts.hinweise import Gezeigt
from presentation.ui import bausteine, datenstand, rahmen, wahl, was_heisst_das, zwischenspeicher
from presentation.ui.fristen import ueberblickszeile
from presentation.ui.gremien import zuletzt


def page() -> None:
    """Four themes as rows; map and state of the data beside them."""
    with rahmen.seite():
        auswahl = wahl.nach_region()
        if auswahl is None:
            return
        bausteine.zurueckgezogen(auswahl.bestand)
        if not auswahl.bestand.stichtage and auswahl.stichtag is None:
            bausteine.keine_zahlen(auswahl)
            zuletzt.zeige(auswahl.bestand.region.slug)
            ueberblickszeile.zeige(auswahl.bestand.region.slug)
            return
        zeilen = lage.themen(auswahl.bestand, zwischenspeicher.alle_messungen)
        bausteine.kopf(lage.ueberschrift(auswahl.bestand, zeilen), lage.unterzeile(auswahl.bestand, zeilen))
        links, rechts = st.columns([2.6, 1], gap="large")
        with links:
            for zeile in zeilen:
                _thema(auswahl, zeile)
            was_heisst_das.zu_zeichen(auswahl.bestand, lage.gezeigt(zeilen), "themen")
        with rechts:
            _karte(auswahl)
        st.divider()
        zuletzt.zeige(auswahl.bestand.region.slug)
        ueberblickszeile.zeige(auswahl.bestand.region.slug)
        datenstand.kurz(auswahl.bestand)


def _thema(auswahl: Auswahl, zeile: lage.Themenzeile) -> None:
    """Theme, finding, number, trend; the other Kennzahlen of the theme behind a button."""
    st.divider()
    thema, befund, zahl, verlauf = st.columns([4.4, 12, 7, 9], gap="small")
    thema.markdown(f"## :small[{zeile.titel}]")
    befund.markdown(zeile.befund + (f"  \n:small[:gray[{zeile.rate}]]" if zeile.rate else ""))
    with befund:
        bausteine.weitere_kennzahlen(auswahl, zeile.titel, zeile.weitere)
    with zahl:
        st.metric(
            zeile.zahl_name,
            zeile.zahl,
            zeile.veraenderung or None,
            delta_color="off",
            delta_arrow=bausteine.pfeil(zeile.stand, zeile.kennzahl),
        )
    with verlauf:
        if zeile.reihe:
            bausteine.diagramm_ohne_text(
                verlaufsbild(zeile.kennzahl, zeile.reihe, rahmen.modus(), klein=True, ab=zeile.kennzahl.vergleichbar_ab)
            )


def _karte(auswahl: Auswahl) -> None:
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
        was_heisst_das.zur_ansicht(bild, heute, "karte")
    with st.container(horizontal=True, gap="small"):
        rahmen.verweis("karte", "Große Karte", bild.als_parameter)
        rahmen.verweis("planungsraum", "Einzelne Gebiete", {"region": [auswahl.bestand.region.slug]})
