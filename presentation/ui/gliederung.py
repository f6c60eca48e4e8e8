"""The Kreis by age and sex: filter, finding, chart, trend of the chosen part, table, files."""

from functools import partial

import streamlit as st

from analysis import gliederungen
from analysis.auswahl import Auswahl
from models.schutz import ALTER, GESCHLECHT
from models.vokabular import INSGESAMT
from presentation.ansichten import gliederung as ansicht
from presentation.ansichten.blick import Blick
from presentation.ansichten.gliederung import Aufgliederung
from presentation.exports import tabelle
from presentation.exports.dateiname import dateiname
from presentation.texts import gliederung as texte
from presentation.texts import hinweise, quellen
from presentation.texts.hinweise import Gezeigt
from presentation.ui import bausteine, herunterladen, mitnehmen, wahl, was_heisst_das


def gliederung(b: Blick) -> None:
    """The section; nothing below the Kreis and without a published breakdown."""
    g = ansicht.aufgliederung(b)
    if g is None:
        return
    auswahl, raster = b.auswahl, g.raster
    st.header("Nach Alter und Geschlecht", anchor=False)
    with st.container(horizontal=True):
        for name, beschriftung, werte, wort in (
            (ALTER, "Altersgruppe", raster.altersgruppen, texte.alter),
            (GESCHLECHT, "Geschlecht", raster.geschlechter, texte.geschlecht),
        ):
            if werte != (INSGESAMT,):
                with st.container(width=230):
                    wahl.teil(auswahl, name, beschriftung, {w: wort(w) for w in (INSGESAMT, *werte)})
    links, rechts = st.columns([7, 5], gap="large")
    with links:
        # Without a choice the table below holds all numbers of the picture.
        mitnehmen.zeige(ansicht.teile(g), mit_tafel=g.ist_teil)
    with rechts:
        if ansicht.hat_verlauf(g):
            mitnehmen.zeige(ansicht.verlauf(g))
        else:
            st.markdown(
                "Wählen Sie eine Altersgruppe oder ein Geschlecht, um den Verlauf zu sehen. "
                f":gray[{gliederungen.NUR_IM_KREIS}]"
            )
    _tafel(g)
    _dateien(auswahl)


def _tafel(g: Aufgliederung) -> None:
    """All parts that fit the filter, with the sums."""
    a = g.blick.auswahl
    je_teil = (Gezeigt(a.kennzahl, a.raumprinzip, t.messung) for t in g.passende)
    was_heisst_das.zur_ansicht(a, je_teil, "gliederung")
    gezeigt = ansicht.tafel(g, g.passende)
    bausteine.tafel(gezeigt.zeilen, gezeigt.titel, "gliederung")


def _dateien(auswahl: Auswahl) -> None:
    """The same numbers as files, made on the click."""
    bestand, gewaehlt = auswahl.bestand, auswahl.kennzahl

    def baue(format_: str) -> bytes:
        werte = gliederungen.gliederungswerte(bestand, gewaehlt)
        return tabelle.als_datei(
            werte,
            format_,
            f"{gewaehlt.titel} nach Alter und Geschlecht, {bestand.region.name}",
            quellen.erklaerung(gewaehlt, bestand),
            hinweise.fuer_datei(werte, gewaehlt, bestand, auswahl.ebene),
        )

    with st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        herunterladen.tabellen(
            partial(baue, "csv-excel"),
            partial(baue, "xlsx"),
            dateiname(gewaehlt.id, bestand.region.slug, "alter-geschlecht", synthetisch=bestand.synthetisch),
            "laden_gliederung",
            "{} nach Alter und Geschlecht",
        )
