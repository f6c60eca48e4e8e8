"""The entry "Was heißt das?" beside tables and maps: what the signs for protected numbers mean, in full sentences."""

from collections.abc import Iterable, Sequence

import streamlit as st

from analysis.auswahl import Auswahl
from analysis.bestand import Bestand
from presentation.texts import hinweise
from presentation.texts.hinweise import Gezeigt
from presentation.ui import rahmen

FRAGE = "Was heißt das?"


def zur_ansicht(auswahl: Auswahl, gezeigt: Iterable[Gezeigt], schluessel: str) -> None:
    """For the values of a view; nothing where none of them is protected."""
    paare = hinweise.zeichen(auswahl.bestand, gezeigt)
    a = auswahl
    dazu = hinweise.dazu(paare, a.bestand, a.kennzahl, a.ebene, a.einteilung, a.raumprinzip)
    _eintrag(auswahl.bestand, paare, list(dazu), schluessel)


def zu_zeichen(bestand: Bestand, gezeigt: Iterable[Gezeigt], schluessel: str) -> None:
    """For values of several Kennzahlen: the signs alone."""
    _eintrag(bestand, hinweise.zeichen(bestand, gezeigt), [], schluessel)


def zu_paaren(bestand: Bestand, paare: Sequence[tuple[str, str]], schluessel: str) -> None:
    """For numbers that belong to no Kennzahl: each sign with its sentence."""
    _eintrag(bestand, paare, [], schluessel)


def _eintrag(bestand: Bestand, paare: Sequence[tuple[str, str]], dazu: Sequence[str], schluessel: str) -> None:
    if not paare:
        return
    with st.popover(FRAGE, type="tertiary", icon=":material/help:", key=f"was_heisst_das_{schluessel}"):
        st.markdown("\n".join(f"- **{zeichen}:** {satz}" for zeichen, satz in paare))
        if dazu:
            st.markdown("  \n".join(f":small[:gray[{satz}]]" for satz in dazu))
        rahmen.verweis("methodik", "So werden Menschen geschützt", {"region": [bestand.region.slug]})
