"""Where the keyboard goes on when what it stood on is gone: the script `FOKUS` of the page shell reads the wish."""

import json
import re
from typing import Final

import streamlit as st

_WUNSCH: Final = "fokus"


def auf(*schluessel: str, oben: bool = False) -> None:
    """Go on in the first field or button below the first of these keys that is there. `oben`: at the top of the page.

    Counted, so that each wish is fulfilled once, also the same one again.
    """
    nummer = int(st.session_state.get(_WUNSCH, ("", 0))[1]) + 1
    klassen = (f"st-key-{re.sub(r'[^a-zA-Z0-9_-]', '-', s)}" for s in schluessel)
    st.session_state[_WUNSCH] = (" ".join((str(nummer), "oben" if oben else "nah", *klassen)), nummer)


def zeige() -> None:
    """Hand the last wish to the browser: an element of style alone takes no place on the page."""
    wunsch, _ = st.session_state.get(_WUNSCH, ("", 0))
    if wunsch:
        st.html(f"<style>:root {{ --fokus: {json.dumps(wunsch)}; }}</style>")
