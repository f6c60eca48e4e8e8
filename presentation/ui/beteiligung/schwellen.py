"""The thresholds of the page Beteiligung: two of the figures and an own target, kept in the session of the reader."""

from typing import Final

import streamlit as st

from analysis.beteiligung.ausschnitt import Schwellen
from presentation.texts import beteiligungsseite as texte

_MERKER: Final = "beteiligung_schwellen"
_MINDESTENS: Final = "beteiligung_mindestens"
_TAGE: Final = "beteiligung_tage"
_ZIEL: Final = "beteiligung_ziel"


def gemerkte() -> tuple[Schwellen, int | None]:
    """The thresholds and the own target share (percent, None without one) of this session."""
    werte: tuple[Schwellen, int | None] = st.session_state.get(_MERKER, (Schwellen(), None))
    return werte


def zeige() -> None:
    """The inputs, closed until somebody wants them."""
    grenzen, ziel = gemerkte()
    with st.expander(texte.SCHWELLEN):
        st.markdown(texte.ZU_SCHWELLEN)
        raster = st.grid(columns=3, min_column_width=220)
        with raster.cell():
            _zahl("Selbstvertretung: mindestens so viele Menschen", _MINDESTENS, grenzen.mindestens, 1, 20)
        with raster.cell():
            _zahl("Unterlagen: so viele Tage vorher", _TAGE, grenzen.tage, 1, 90)
        with raster.cell():
            _zahl("Eigene Zielmarke in Prozent der Anwesenden", _ZIEL, ziel, 0, 100)


def _zahl(name: str, schluessel: str, wert: int | None, von: int, bis: int) -> None:
    st.session_state.setdefault(schluessel, wert)
    st.number_input(name, von, bis, key=schluessel, step=1, on_change=_uebernimm)


def _uebernimm() -> None:
    """Kept apart from the inputs: Streamlit forgets those of a page that is left. An emptied threshold is the usual."""
    ueblich = Schwellen()
    st.session_state[_MERKER] = (
        Schwellen(st.session_state[_MINDESTENS] or ueblich.mindestens, st.session_state[_TAGE] or ueblich.tage),
        st.session_state[_ZIEL],
    )
