"""A chart on a page, with its numbers as a table and everything it can be taken along as.

All of it stands behind quiet buttons and is only made once one is opened: a page with many charts stays light.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

import streamlit as st
from streamlit.elements.lib.mutable_popover_container import PopoverContainer

from presentation.ansichten.bogen import Bogen
from presentation.exports import bogendatei
from presentation.exports.bogendatei import FORMATE
from presentation.exports.umstand import Umstand
from presentation.texts.freitext import schlicht
from presentation.ui import adresse, bausteine, herunterladen, merken, rahmen

Bauer = Callable[[], Bogen]
"""Makes a view when it is asked for."""


@dataclass(frozen=True)
class Gruppe:
    """Formats for one purpose, each with the name a reader knows it by."""

    name: str
    wofuer: str
    formate: Mapping[str, str]


GRUPPEN: Final = (
    Gruppe(
        "Bild",
        "für Folien, Aushang und Druck",
        {"png": "Bild (PNG)", "svg": "Grafik (SVG)", "pdf": "PDF", "pdf-a3": "PDF in A3"},
    ),
    Gruppe("Zum Bearbeiten", "in PowerPoint oder Word", {"pptx": "PowerPoint", "docx": "Word"}),
    Gruppe(
        "Daten",
        "die Zahlen zum Weiterrechnen",
        {"xlsx": "Excel", "csv-excel": "CSV für Excel", "csv": "CSV für Programme", "parquet": "Parquet"},
    ),
)
"""Formats by what they are for."""

ZUR_TABELLE: Final = {"xlsx": "Excel", "csv-excel": "CSV für Excel"}
"""The table itself as a file."""

GROSSES_BLATT: Final = "pdf-a3"
"""Only of maps: for the table of a workshop."""


def zeige(bogen: Bogen, *, mit_tafel: bool = True) -> None:
    """The chart under its heading, and the buttons; see `knoepfe`."""
    erstes, *weitere = bogen.diagramme(rahmen.modus())
    bausteine.diagramm(erstes, bogen.kopf)
    for bild in weitere:
        bausteine.diagramm(bild)
    knoepfe(bogen, mit_tafel=mit_tafel)


def knoepfe(bogen: Bogen, *, mit_tafel: bool = True, hinweis: str = "") -> None:
    """The quiet buttons below a chart. `mit_tafel`: its numbers stand in no table of the page yet.

    `hinweis`: in what the files differ from what this session sees.
    """
    schluessel = f"{bogen.stelle.seite}_{bogen.art}"
    with st.container(horizontal=True, gap="small"):
        if mit_tafel:
            feld = _feld("Als Tabelle", "table", f"tabelle_{schluessel}")
            if feld.open:
                with feld:
                    _tafel(bogen, schluessel)
                    # A popover that scrolls must hold something the keyboard can reach.
                    _knoepfe_der_dateien(bogen, ZUR_TABELLE, f"tabelle_{schluessel}")
        feld = _feld("Mitnehmen", "download", f"mitnehmen_{schluessel}")
        if feld.open:
            with feld:
                bausteine.klein(hinweis)
                _dateien(bogen, schluessel)


def bilder(bogen: Bogen, *, hinweis: str = "") -> None:
    """The chart below a heading of its own, beside a table of the page with the same numbers; see `knoepfe`."""
    for bild in bogen.diagramme(rahmen.modus()):
        bausteine.diagramm(bild)
    knoepfe(bogen, mit_tafel=False, hinweis=hinweis)


def daneben(bogen: Bogen | None, zeilen: Sequence[Mapping[str, object]], alt: str, *, text: bool = False) -> None:
    """A chart with its button beside its table (see `bausteine.tafel`), or the table alone."""
    if bogen is None:
        bausteine.tafel(zeilen, alt, text=text)
        return
    raster = bausteine.nebeneinander()
    with raster.cell():
        bilder(bogen)
    with raster.cell():
        bausteine.tafel(zeilen, alt, text=text)


def knopf(bilder: Mapping[str, Bauer], schluessel: str, *, mit_tafel: bool = False) -> None:
    """One quiet button for all small pictures of a theme, by what a reader calls them.

    `mit_tafel`: their numbers stand in no table of the page. Nothing of a view is made before the button is pressed.
    """
    if not bilder:
        return
    feld = _feld("Tabelle und Dateien" if mit_tafel else "Mitnehmen", "download", f"mitnehmen_{schluessel}")
    if not feld.open:
        return
    with feld:
        name, *weitere = bilder
        if weitere:
            name = st.radio("Welches Bild?", list(bilder), key=f"bild_{schluessel}")
        bogen = bilder[name]()
        if mit_tafel:
            _tafel(bogen, schluessel)
        _dateien(bogen, schluessel)


def _feld(name: str, zeichen: str, schluessel: str) -> PopoverContainer:
    """The key is the same for a picture whatever is chosen on the page, so that the button keeps the focus."""
    return st.popover(name, type="tertiary", icon=f":material/{zeichen}:", key=schluessel, on_change="rerun")


def _tafel(bogen: Bogen, schluessel: str) -> None:
    tafel = bogen.tafel()
    st.markdown(f"**{schlicht(tafel.titel)}**")
    bausteine.tafel(tafel.zeilen, tafel.titel, f"bogen_{schluessel}" if tafel.zahlen else "")


def _dateien(bogen: Bogen, schluessel: str) -> None:
    """The formats by purpose, the Merkliste, link and QR code."""
    for gruppe in GRUPPEN:
        formate = {f: name for f, name in gruppe.formate.items() if f != GROSSES_BLATT or bogen.gestalt == "karte"}
        with st.container(gap=None):
            st.markdown(f"**{gruppe.name}** :gray[{gruppe.wofuer}]")
            _knoepfe_der_dateien(bogen, formate, schluessel)
    merken.zeige(bogen, adresse.basis(), schluessel)


def _knoepfe_der_dateien(bogen: Bogen, formate: Mapping[str, str], schluessel: str) -> None:
    """A button a format. Files are made on the click, in a thread of their own: nothing in a `Bogen` asks Streamlit."""
    umstand = Umstand(datetime.now().astimezone(), adresse.basis())
    with st.container(horizontal=True, gap="small"):
        for format_, name in formate.items():
            herunterladen.datei(
                name,
                partial(FORMATE[format_].schreibe, bogen, umstand),
                bogendatei.name(bogen, format_),
                f"laden_{format_}_{schluessel}",
            )
