"""The list of pages, nothing else: script of every session and ASGI entry in one.

Streamlit runs this file as a script per session (`__main__`); uvicorn and `streamlit run` import it for `app`.
`st.navigation` must be called once at import: it switches off Streamlit's own pages/ mechanism, which would otherwise
run a page without this frame when it is the first request after a restart.
"""

from types import ModuleType
from typing import Any

import streamlit as st
from streamlit.navigation.page import Page

from pages.grundlagen import daten, methodik
from pages.lage import karte, ueberblick, zahlen
from presentation.ui import rahmen


def seite(modul: ModuleType, titel: str, **mehr: Any) -> Page:
    """A page: its file name is its URL."""
    return st.Page(modul.page, title=titel, url_path=modul.__name__.rsplit(".", 1)[-1], **mehr)


def navigation() -> Page:
    """The menu in its order; the page that was asked for."""
    menue = {
        "": [seite(ueberblick, "Überblick", default=True)],
        "Lage": [seite(zahlen, "Zahlen"), seite(karte, "Karte")],
        "Grundlagen": [seite(daten, "Daten"), seite(methodik, "Methodik")],
    }
    rahmen.merke_seiten({s.url_path or "ueberblick": s for gruppe in menue.values() for s in gruppe})
    return st.navigation(menue, position="top")


if __name__ == "__main__":
    st.set_page_config(layout="wide")
    rahmen.logo()
    navigation().run()
else:
    from server import optionen

    navigation()
    app = st.App(__file__, **optionen())
