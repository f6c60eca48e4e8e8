"""View of the page Gremien: who belongs to what, by which clause."""

from datetime import date
from typing import Final

import streamlit as st
from streamlit.elements.lib.grid_container import GridContainer

from models.gremientabellen import Gremium
from presentation.texts import gremienregion, gremienregister
from presentation.ui import bausteine
from presentation.ui.gremien import register_formen, verlauf
from presentation.ui.gremien.blick import Blick
from presentation.ui.gremien.eintragen import raeume

_TEXTBREITE: Final = 760
"""Widest line of text in px that reads well."""


def zeige(blick: Blick) -> None:
    """Draw the view: the chosen Gremium, the region, and with the key the forms."""
    heute = blick.heute
    if blick.gremium is None:
        bausteine.kopf(f"{blick.regionsname}: noch kein Gremium eingetragen", gremienregion.LEER)
    else:
        _gremium(blick, blick.gremium, heute)
    if blick.recht is not None:
        # Above the forms: there the keyboard goes on after each step.
        verlauf.zuletzt(blick)
        with st.expander("Register ändern", expanded=blick.gremium is None):
            register_formen.zeige(blick, blick.recht)
    if not blick.bestand.e.leer:
        _region(blick, heute)
    if blick.recht is None:
        bausteine.absaetze("Register ändern", [gremienregion.OHNE_RECHT])


def _gremium(blick: Blick, gremium: Gremium, heute: date) -> None:
    bestand, kurz = blick.bestand, gremium.kurz
    bausteine.kopf(
        gremienregister.befund(bestand, gremium),
        gremienregister.unterzeile(gremium, blick.regionsname, heute),
    )
    bausteine.tafel(gremienregister.angaben(bestand, gremium, heute), f"Angaben zu {kurz}")
    sitze = bestand.sitze.get(gremium.id, ())
    st.header("Wer genannt ist", anchor=False)
    bausteine.tafel(gremienregister.sitztafel(sitze), f"Wer für {kurz} genannt ist")
    with st.container(width=_TEXTBREITE):
        for satz in gremienregister.bedeutung(gremium, sitze):
            st.markdown(satz)
    takte = bestand.takte.get(gremium.id, ())
    bausteine.absaetze("Wie oft es tagt", [gremienregister.taktsatz(takte)])
    bausteine.tafel(gremienregister.takttafel(takte), f"Wie oft {kurz} tagt, nach Quelle")
    rollen = [r for r in bestand.e.rollen if r.gremium_id == gremium.id]
    st.header("Rollen", anchor=False)
    if gremienregister.ohne_geschaeftsfuehrung(rollen):
        st.markdown("Wer die Geschäftsführung hat, nennt das Register für dieses Gremium nicht.")
    with st.container(width=_TEXTBREITE):
        for regel in gremienregister.regeln(rollen):
            st.markdown(regel)
    bausteine.tafel(gremienregister.rollentafel(bestand, rollen, heute), f"Rollen in {kurz}")


def _spalten() -> GridContainer:
    """Two columns of lists to open; one on a phone."""
    return st.grid(columns=2, min_column_width=440, gap="small")


def _region(blick: Blick, heute: date) -> None:
    bestand, ort = blick.bestand, blick.regionsname
    st.divider()
    st.header(f"Alle Gremien und Stellen der Region: {ort}", anchor=False)
    st.subheader("Gremien", anchor=False)
    bausteine.tafel(gremienregion.gremientafel(bestand, heute), f"Alle Gremien, {ort}")
    with st.container(width=_TEXTBREITE):
        st.markdown(gremienregion.gremiensatz(bestand, heute))
    st.subheader("Vereinbarungen und was sie regeln", anchor=False)
    bausteine.tafel(gremienregion.vereinbarungstafel(bestand), f"Kooperationsvereinbarungen, {ort}")
    with st.container(width=_TEXTBREITE):
        for satz in gremienregion.vereinbarungssaetze(bestand):
            st.markdown(satz)
    raster = _spalten()
    for titel, zeilen in gremienregion.bestimmungen(bestand).items():
        with raster.cell(), st.expander(f"{titel} ({len(zeilen)})"):
            bausteine.tafel(zeilen, titel)
    rollen = [r for r in bestand.e.rollen if r.gremium_id is None]
    if rollen:
        with raster.cell(), st.expander("Wer vertritt und unterschrieben hat: Ämter, keine Namen"):
            bausteine.tafel(gremienregister.rollentafel(bestand, rollen, heute), "Ämter der Vertragspartner")
    st.subheader("Organisationen und Stellen", anchor=False)
    with st.container(width=_TEXTBREITE):
        st.markdown("Genannt zu sein heißt nicht, einen Platz zu haben. Das zeigt der Abschnitt „Wer genannt ist“.")
    raster = _spalten()
    for titel, zeilen in gremienregion.organisationen(bestand, raeume(blick)).items():
        with raster.cell(), st.expander(f"{titel} ({len(zeilen)})"):
            bausteine.tafel(zeilen, f"Organisationen: {titel}")
