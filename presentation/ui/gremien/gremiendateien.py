"""Files on the page Gremien: everything entered as Excel, and (with the key) attendance out of a file."""

from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from data_access.schreibrecht import Schreibrecht
from models.gremienformate import FORMATE
from models.tabellen import Auftrag
from models.vokabular import Auftragsart, Auftragsstand
from presentation.exports import gremientafeln
from presentation.exports.dateiname import dateiname
from presentation.texts import lieferungen
from presentation.texts.zahlen import datum
from presentation.ui import fokus, rahmen
from presentation.ui import herunterladen as dateien
from presentation.ui.adresse import setze
from presentation.ui.daten import anzeige, hochladen
from presentation.ui.gremien.blick import Blick

KNOPF: Final = "Alle Angaben als Excel"
EINLESEN: Final = "Teilnahme aus Datei einlesen"
_ANSICHT: Final = "sitzungen"


def zeige(blick: Blick) -> None:
    """What belongs to files, below the view: taking in below the meetings, everything as Excel below the register."""
    if blick.gewaehlt.ansicht == _ANSICHT and blick.recht is not None and blick.gremium is not None:
        einlesen(blick, blick.recht)
    if blick.gewaehlt.ansicht in (_ANSICHT, "register"):
        herunterladen(blick)


def herunterladen(blick: Blick) -> None:
    """A quiet button: a workbook with a sheet for every KIND of the region. Nothing where nothing is entered."""
    e = blick.bestand.e
    if not e.leer:
        dateien.datei(
            KNOPF,
            partial(gremientafeln.als_xlsx, tuple(FORMATE), e, blick.regionsname),
            f"{dateiname('gremien', blick.region, synthetisch=gremientafeln.synthetisch(e))}.xlsx",
            f"gremien_alles_{blick.region}",
        )


def einlesen(blick: Blick, recht: Schreibrecht) -> None:
    """Choose a file with attendance or meetings; it is checked, then stored on the press of a button."""
    auftrag = anzeige.gemerkter()
    laeuft = auftrag is not None and auftrag.optionen.get("kind") in hochladen.OFT
    with st.expander(EINLESEN, expanded=laeuft):
        hochladen.meldung_zu_gross()
        if auftrag is not None and laeuft:
            anzeige.aktueller_auftrag(recht, hier="gremien")
            _zur_sitzung(auftrag)
        art = st.radio(
            "Was enthält die Datei?",
            hochladen.OFT,
            format_func=lieferungen.artname,
            horizontal=True,
            key="gremien_dateiart",
        )
        anzeige.arbeitsprozess()
        hochladen.nimm(recht, art, blick.region)
        st.markdown(":small[:gray[Andere Angaben zu Gremien lesen Sie auf der Seite „Daten“ ein.]]")
        rahmen.verweis("daten", "Zur Seite „Daten“", {"region": [blick.region]})


def _zur_sitzung(auftrag: Auftrag) -> None:
    """After storing: a step to the meeting that the file was about."""
    if auftrag.art != Auftragsart.IMPORT or auftrag.stand != Auftragsstand.FERTIG:
        return
    ziel = {name: werte[0] for name, werte in anzeige.gremienziel(auftrag.ergebnis).items() if name != "region"}
    if "sitzung" in ziel:
        tag = datum(date.fromisoformat(ziel["sitzung"]))
        st.button(f"Sitzung am {tag} ansehen", key="gremien_zur_sitzung", on_click=_gehe, kwargs=ziel)


def _gehe(**ziel: str) -> None:
    setze(**ziel)
    fokus.auf("gremien_sitzung")
