"""The table of all values of a level: what the charts show, for reading and for screen readers."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from analysis.auswahl import Auswahl
from presentation.texts.befunde import betrag
from presentation.texts.zahlen import wert_text, zahl
from presentation.ui import bausteine, was_heisst_das, zwischenspeicher
from presentation.ui.blick import Blick


def wertetafel(b: Blick, mit_erklaerung: bool = True) -> None:
    """All areas at the Stichtag: people or Plätze, population below, value, value at the first comparable Stichtag."""
    auswahl, stichtag, gewaehlt = b.auswahl, b.stichtag, b.auswahl.kennzahl
    st.header("Alle Werte", anchor=False)
    frueher = _frueherer(auswahl, stichtag)
    damals = {m.gebiet: m for m in zwischenspeicher.am(b.alle, frueher)} if frueher else {}
    personen = b.personen
    zeilen = []
    for m in sorted(b.heute, key=lambda m: (m.wert is None, -(m.wert or 0), m.name)):
        zeile: dict[str, object] = {"Gebiet": m.name}
        if gewaehlt.art != "zahl":
            p = personen.get(m.gebiet)
            zeile[gewaehlt.gezaehlt] = wert_text(p.wert, p.von, p.bis, p.status) if p else "k. A."
        if gewaehlt.band is not None:
            zeile[f"Einwohner {gewaehlt.band.text}"] = zahl(m.nenner)
        zeile[_spalte(auswahl, stichtag)] = betrag(m, gewaehlt)
        if frueher is not None:
            zeile[_spalte(auswahl, frueher)] = betrag(damals[m.gebiet], gewaehlt) if m.gebiet in damals else "k. A."
        zeilen.append(zeile)
    if mit_erklaerung:
        was_heisst_das.zur_ansicht(auswahl, b.gezeigt, "tafel")
    bausteine.tafel(zeilen, f"Alle Werte: {gewaehlt.titel}", "alle")


def _frueherer(auswahl: Auswahl, stichtag: date) -> date | None:
    """The first Stichtag after the last break that is older than the chosen one."""
    ab = auswahl.kennzahl.vergleichbar_ab or 0
    return next((t for t in auswahl.stichtage if t < stichtag and t.year >= ab), None)


def _spalte(auswahl: Auswahl, tag: date) -> str:
    jahr = str(tag.year) if (tag.month, tag.day) == (12, 31) else f"{tag:%d.%m.%Y}"
    kurz: dict[str, Callable[[], str]] = {
        "rate": lambda: f"je 1.000, {jahr}",
        "anteil": lambda: f"Anteil {jahr}",
        "verhaeltnis": lambda: f"je {auswahl.kennzahl.faktor}, {jahr}",
        "zahl": lambda: f"{auswahl.kennzahl.gezaehlt} {jahr}",
    }
    return kurz[auswahl.kennzahl.art]()
