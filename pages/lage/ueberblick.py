"""What rises, what falls, how sure: the four themes of a region on one page."""

import streamlit as st

from analysis.auswahl import Auswahl
from presentation.texts import lage
from presentation.ui import bausteine, datenstand, rahmen, ueberblick, wahl, was_heisst_das, zwischenspeicher
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
            ueberblick.karte(auswahl)
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
        ueberblick.trend(auswahl, zeile)
