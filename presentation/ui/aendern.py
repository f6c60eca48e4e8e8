"""Changing what holds: it is said once, above what has changed, or why it was refused."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from presentation.texts.freitext import schlicht
from presentation.ui.tagesfeld import KeinTag

T = TypeVar("T")


def sage(merker: str) -> None:
    """The sentence that `tue` left under `merker`, once."""
    if satz := st.session_state.pop(merker, None):
        st.success(satz)


def tue(schritt: Callable[[], T], abgelehnt: type[Exception], satz: Callable[[T], str], merker: str) -> None:
    """Take the step and draw the page anew, with what `satz` says of its result; or show why it was `abgelehnt`."""
    try:
        ergebnis = schritt()
    except (abgelehnt, KeinTag) as grund:
        st.error(schlicht(str(grund)))
        return
    st.session_state[merker] = schlicht(satz(ergebnis))
    st.rerun()
