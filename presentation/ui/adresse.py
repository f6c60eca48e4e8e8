"""The address a reader sees: where this installation is, and what the link of the open page chooses."""

from urllib.parse import urlsplit

import streamlit as st


def basis() -> str:
    """Address of this installation as the reader sees it, for links that leave the page."""
    teile = urlsplit(st.context.url or "")
    return f"{teile.scheme}://{teile.netloc}" if teile.netloc else ""


def setze(**werte: str) -> None:
    """Change parameters of this page at once, so that Back is one step; an empty text removes one."""
    jetzt = {name: st.query_params.get_all(name) for name in st.query_params}
    neu = {name: alle for name, alle in jetzt.items() if name not in werte}
    neu |= {name: [wert] for name, wert in werte.items() if wert}
    if neu != jetzt:
        st.query_params.from_dict(neu)
