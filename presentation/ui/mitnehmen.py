"""A chart on a page, with its numbers as a table and everything it can be taken along as.

Both stand behind a quiet button, and are only drawn once it is opened: a page with many charts stays light.
"""

from datetime import datetime
from functools import partial
from typing import Final
from urllib.parse import urlsplit

import streamlit as st

from presentation.ansichten.bogen import Bogen
from presentation.exports import bogendatei
from presentation.exports.bogendatei import FORMATE, Umstand
from presentation.ui import bausteine, herunterladen, rahmen

GRUPPEN: Final[dict[str, tuple[str, ...]]] = {
    "Bild": ("png", "svg", "pdf"),
    "Zum Bearbeiten": ("pptx", "docx"),
    "Daten": ("xlsx", "csv-excel", "csv", "parquet"),
}
"""Formats by what they are for, as far as there are any."""


def zeige(bogen: Bogen, *, mit_tafel: bool = True) -> None:
    """The chart under its heading, and the buttons; see `knoepfe`."""
    erstes, *weitere = bogen.diagramme(rahmen.modus())
    bausteine.diagramm(erstes, bogen.kopf)
    for bild in weitere:
        bausteine.diagramm(bild)
    knoepfe(bogen, mit_tafel=mit_tafel)


def knoepfe(bogen: Bogen, *, mit_tafel: bool = True) -> None:
    """The quiet buttons below a chart. `mit_tafel`: its numbers stand in no table of the page yet."""
    with st.container(horizontal=True, gap="small"):
        if mit_tafel:
            _als_tabelle(bogen)
        _mitnehmen(bogen)


def _schluessel(bogen: Bogen, was: str) -> str:
    """The same for a picture whatever is chosen on the page, so that a button keeps the focus."""
    return f"{was}_{bogen.stelle.seite}_{bogen.art}"


def _als_tabelle(bogen: Bogen) -> None:
    feld = st.popover("Als Tabelle", type="tertiary", key=_schluessel(bogen, "tabelle"), on_change="rerun")
    if feld.open:
        with feld:
            tafel = bogen.tafel()
            bausteine.tafel(tafel.zeilen, tafel.titel, f"bogen_{bogen.art}" if tafel.zahlen else "")


def _mitnehmen(bogen: Bogen) -> None:
    feld = st.popover("Mitnehmen", type="tertiary", key=_schluessel(bogen, "mitnehmen"), on_change="rerun")
    if not feld.open:
        return
    umstand = Umstand(datetime.now().astimezone(), basis())
    with feld:
        for gruppe, formate in GRUPPEN.items():
            st.markdown(f"**{gruppe}**")
            with st.container(horizontal=True, gap="small"):
                for format_ in formate:
                    if format_ in FORMATE:
                        _datei(bogen, format_, umstand)


def _datei(bogen: Bogen, format_: str, umstand: Umstand) -> None:
    """Made on the click, in a thread of its own: nothing in a `Bogen` asks Streamlit."""
    art = FORMATE[format_]
    herunterladen.datei(
        art.name,
        partial(art.schreibe, bogen, umstand),
        bogendatei.name(bogen, format_),
        _schluessel(bogen, f"laden_{format_}"),
    )


def basis() -> str:
    """Address of this installation as the reader sees it, for links that leave the page."""
    teile = urlsplit(st.context.url or "")
    return f"{teile.scheme}://{teile.netloc}" if teile.netloc else ""
