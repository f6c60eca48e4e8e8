"""Maps for the tables of a workshop, and the way to the Sitzungsmappe."""

from functools import partial
from typing import Final

import streamlit as st

from presentation.ansichten import verzeichnis
from presentation.ansichten.bogen import KeineAnsicht
from presentation.ansichten.stelle import stelle
from presentation.exports import bogenpdf
from presentation.exports.umstand import Umstand
from presentation.texts.freitext import schlicht
from presentation.ui import bausteine, herunterladen, mitnehmen, rahmen, wahl, zwischenspeicher
from presentation.ui.berichte.blick import Blick

_KARTE: Final = "karte"


def zeige(blick: Blick) -> None:
    """The map of the selection as a poster; the papers of a meeting."""
    bausteine.kopf(
        f"Karten und Mappen für {blick.regionsname}",
        "Große Karten für den Tisch im Workshop, und die Unterlagen einer Sitzung.",
    )
    st.header("Karte auf A3", anchor=False)
    _karte(blick)
    st.header("Sitzungsmappe", anchor=False)
    st.markdown("Die Unterlagen einer Sitzung entstehen auf der Seite „Gremien“, je Gremium und Termin.")
    rahmen.verweis("gremien", "Zur Sitzungsmappe", {"region": [blick.region], "ansicht": ["mappe"]})


def _karte(blick: Blick) -> None:
    gemerkt: dict[str, list[str]] = st.session_state.get(wahl.MERKER, {})
    parameter = {**gemerkt, "region": [blick.region]}
    try:
        bogen = verzeichnis.bogen(
            stelle(_KARTE, parameter, _KARTE), zwischenspeicher, zwischenspeicher.bestand, heute=blick.jetzt.date()
        )
    except KeineAnsicht as grund:
        st.markdown(schlicht(str(grund)))
        return
    st.markdown(f"Gewählt ist: {schlicht(bogen.befund)}  \n:small[:gray[{schlicht(bogen.unterzeile)}]]")
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        herunterladen.datei(
            "Karte auf A3 (PDF)",
            partial(bogenpdf.als_pdf_a3, bogen, Umstand(blick.jetzt, mitnehmen.basis())),
            f"{bogen.stamm}_a3.pdf",
            "karte_a3",
        )
        rahmen.verweis(_KARTE, "Andere Kennzahl, anderes Jahr: auf der Karte wählen", parameter)
