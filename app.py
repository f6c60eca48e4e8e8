"""The list of pages, nothing else: script of every session and ASGI entry in one.

Streamlit runs this file as a script per session (`__main__`); uvicorn and `streamlit run` import it for `app`.
`st.navigation` must be called once at import: it switches off Streamlit's own pages/ mechanism, which would otherwise
run a page without this frame when it is the first request after a restart.
"""

from types import ModuleType

import streamlit as st
from streamlit.navigation.page import Page

from pages.arbeit import berichte, planungsraeume
from pages.gremien import beteiligung, fristen, gremien
from pages.grundlagen import daten, methodik
from pages.lage import karte, planungsraum, ueberblick, zahlen
from presentation.ui import rahmen

# In this order on screen. A page's file name is its URL; the first one is the start page.
MENUE = {
    "": [(ueberblick, "Überblick")],
    "Lage": [(zahlen, "Zahlen"), (karte, "Karte"), (planungsraum, "Planungsraum")],
    "Gremien": [(gremien, "Gremien"), (fristen, "Fristen"), (beteiligung, "Beteiligung")],
    "Arbeit": [(planungsraeume, "Planungsräume"), (berichte, "Berichte")],
    "Grundlagen": [(daten, "Daten"), (methodik, "Methodik")],
}


def navigation() -> Page:
    """The page that was asked for, in the frame of the menu."""
    seiten = {
        name(modul): st.Page(modul.page, title=titel, url_path=name(modul), default=modul is ueberblick)
        for eintraege in MENUE.values()
        for modul, titel in eintraege
    }
    rahmen.merke_seiten(seiten)
    return st.navigation(
        {gruppe: [seiten[name(modul)] for modul, _ in eintraege] for gruppe, eintraege in MENUE.items()},
        position="top",
    )


def name(modul: ModuleType) -> str:
    """File name of a page."""
    return modul.__name__.rsplit(".", 1)[-1]


if __name__ == "__main__":
    st.set_page_config(layout="wide")
    rahmen.logo()
    navigation().run()
else:
    from server import optionen

    navigation()
    app = st.App(__file__, on_script_error=rahmen.melde_fehler, **optionen())
