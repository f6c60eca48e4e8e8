"""The frame around every page: style, centred column, notices, links to other pages, footer."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.navigation.page import Page

from presentation.farben import Modus
from presentation.texts.dateiangaben import SYNTHETISCH
from presentation.ui import fokus

BREITE: Final = 1240
"""Width of the content in pixels; narrower windows shrink it by themselves."""

_LOG: Final = logging.getLogger(__name__)

_CSS: Final = Path(__file__).with_name("stil.css")

_FUSS: Final = "fusszeile"

_seiten: dict[str, Page] = {}
"""The pages by file name. The same in every session; `app.py` enters them."""


def merke_seiten(seiten: Mapping[str, Page]) -> None:
    """Tell the frame which pages there are, so that it can link to them."""
    _seiten.update(seiten)


@cache
def _stil() -> str:
    return f"<style>{_CSS.read_text(encoding='utf-8')}</style>"


def modus() -> Modus:
    """Light or dark, as the reader's system or menu has it."""
    return "dunkel" if st.context.theme.type == "dark" else "hell"


def logo() -> None:
    """Mark and name, in the colours of the mode; by URL, or every run would send the drawing again."""
    st.logo(f"/app/static/logo_{modus()}.svg", size="large")


@contextmanager
def seite(breite: int = BREITE) -> Iterator[None]:
    """Everything a page draws: centred, with the footer below."""
    st.html(_stil())
    with st.container(horizontal=True, horizontal_alignment="center"), st.container(width=breite):
        yield
        _fusszeile()
        fokus.zeige()


def verweis(seite_: str, text: str, parameter: Mapping[str, Sequence[str]] | None = None) -> None:
    """A link to another page of the product that keeps the selection."""
    if seite_ in _seiten:
        st.page_link(_seiten[seite_], label=text, query_params=dict(parameter or st.query_params.to_dict()))


def zum_steckbrief(name: str, gebiet: str, parameter: Mapping[str, Sequence[str]]) -> None:
    """A link to everything about one area."""
    verweis("planungsraum", f"Alles zu {name}", {**parameter, "gebiet": [gebiet]})


def melde_fehler(fehler: Exception) -> bool:
    """Say in German that a page failed, instead of Streamlit's English box; the reason belongs in the log."""
    _LOG.error("Eine Seite ist gescheitert.", exc_info=fehler)
    st.error(
        "Diese Seite kann gerade nicht ganz gezeigt werden: Beim Aufbau ist ein Fehler aufgetreten. Ihre Daten sind "
        "davon nicht betroffen. Bitte laden Sie die Seite neu. Bleibt der Fehler, hilft die Stelle, die diese Seite "
        "betreibt; Einzelheiten stehen im Protokoll des Dienstes."
    )
    return True


def hinweise(saetze: Sequence[str]) -> None:
    """Sentences about what gave way in a link, above everything else."""
    for satz in saetze:
        st.info(satz, icon=":material/info:")


def merke_fusszeile(grenzquelle: str, synthetisch: bool) -> None:
    """What the footer of this run says: the credit of the boundaries of the region, and the mark of synthetic data."""
    teile = [SYNTHETISCH] if synthetisch else []
    st.session_state[_FUSS] = " · ".join([*teile, f"Gebietsgrenzen {grenzquelle}"])


def _fusszeile() -> None:
    st.divider()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(f":small[:gray[{st.session_state.get(_FUSS, SYNTHETISCH)}]]", width="content")
        verweis("methodik", "Methodik und Quellen")
