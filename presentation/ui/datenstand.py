"""The state of the data on pages: short on the Überblick, in full on Daten, with the file."""

import streamlit as st

from analysis.bestand import Bestand
from analysis.datenstand import Datenzeile, datenstand
from data_access import abfragen
from presentation.exports.dateiname import dateiname
from presentation.exports.tabelle import als_csv
from presentation.texts import datenstand as texte
from presentation.ui import bausteine, herunterladen, rahmen, zwischenspeicher


def _zeilen(bestand: Bestand) -> list[Datenzeile]:
    return datenstand(
        bestand,
        abfragen.lieferungen(),
        abfragen.alle_freigaben(bestand.region.slug),
        zwischenspeicher.revidiert(bestand),
    )


def kurz(bestand: Bestand) -> None:
    """One row a theme, what no Lieferung contains, and the way to the full table."""
    zeilen = _zeilen(bestand)
    st.header("Stand der Daten", anchor=False)
    bausteine.tafel(texte.kurz(zeilen), alt="Stand der Daten je Thema")
    st.markdown("  \n".join(f":small[:gray[{satz}]]" for satz in texte.saetze(zeilen)[1:]))
    rahmen.verweis("daten", "Stand der Daten im Einzelnen")


def voll(bestand: Bestand) -> None:
    """Every Grundzahl and payer, and the same as CSV."""
    zeilen = _zeilen(bestand)
    st.header("Stand der Daten", anchor=False)
    bausteine.tafel(texte.voll(zeilen), alt="Stand der Daten je Zahl und zahlender Stelle")
    st.markdown("  \n".join(f":small[:gray[{satz}]]" for satz in texte.saetze(zeilen)))
    herunterladen.datei(
        "Stand der Daten als CSV",
        als_csv(texte.als_rahmen(zeilen, bestand.region.slug)),
        f"{dateiname('datenstand', bestand.region.slug, synthetisch=bestand.synthetisch)}.csv",
        "laden_datenstand",
    )
