"""Long work on a page: a button starts it, words and a bar say how far it is, then the file is there to be saved."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

import streamlit as st

from presentation.exports.haende import NAMEN
from presentation.exports.umstand import Fortschritt
from presentation.texts.freitext import schlicht
from presentation.ui import fokus, herunterladen

_FERTIG: Final = "bericht_fertig"


def format_(formate: Mapping[str, str] = NAMEN, schluessel: str = "bericht_format") -> str:
    """Choose what is made; the ending."""
    return st.radio("Format", list(formate), format_func=formate.__getitem__, horizontal=True, key=schluessel)


def mache(
    beschriftung: str, baue: Callable[[Fortschritt], bytes], name: str, marke: tuple[object, ...], schluessel: str
) -> None:
    """The button, and what it made. `marke`: what the file depends on: one made of other choices is not offered.

    One file a session is kept, so that a page left and opened again still has it.
    """
    if st.button(beschriftung, type="primary", key=f"mache_{schluessel}"):
        balken = st.progress(0.0, "Die Datei wird vorbereitet.")

        def fortschritt(fertig: int, von: int, was: str) -> None:
            balken.progress(min(1.0, fertig / max(von, 1)), f"Teil {min(fertig + 1, von)} von {von}: {schlicht(was)}")

        inhalt = baue(fortschritt)
        st.session_state[_FERTIG] = (marke, inhalt, datetime.now().astimezone())
        balken.empty()
        fokus.auf(f"laden_{schluessel}")
    gemerkt = st.session_state.get(_FERTIG)
    if gemerkt is not None and gemerkt[0] == marke:
        _, inhalt, um = gemerkt
        st.markdown(f":material/check: Fertig, erstellt um {um:%H:%M} Uhr ({_groesse(inhalt)}).")
        herunterladen.datei(f"{name} speichern", inhalt, name, f"laden_{schluessel}")


def _groesse(inhalt: bytes) -> str:
    kilo = max(1, round(len(inhalt) / 1000))
    return f"{kilo} kB" if kilo < 1000 else f"{kilo / 1000:.1f} MB".replace(".", ",")
