"""Steckbriefe of one area or of many, and the Konferenzbericht of the region."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from analysis.auswahl import EBENENNAMEN
from analysis.bestand import Bestand
from analysis.gebietswahl import Ort, orte, stichtage
from presentation.exports.berichte import ganz
from presentation.exports.umstand import Fortschritt
from presentation.texts.zahlen import stichtagstext
from presentation.ui import adresse, bausteine, zwischenspeicher
from presentation.ui.berichte import machen
from presentation.ui.berichte.blick import Blick

ALLES: Final = "eine"
_DATEIEN: Final = {ALLES: "alle in einer Datei", "zip": "jedes Gebiet einzeln (ZIP)"}


def steckbriefe(blick: Blick) -> None:
    """Choose areas, year and kind of file; make it."""
    bestand = blick.gebiete
    bausteine.kopf(
        f"Steckbriefe für {blick.regionsname}: jedes Gebiet auf wenigen Seiten",
        "Bevölkerung, Lage und alle Kennzahlen eines Gebiets zum Drucken, mit Quellen und Stand der Daten.",
    )
    if not stichtage(bestand):
        _ohne_zahlen(blick)
        return
    links, rechts = st.columns(2, gap="large")
    with links:
        gewaehlt = _gebiete(bestand)
        tag = _stichtag(bestand)
    with rechts:
        endung = machen.format_()
        dateien = ALLES
        if len(gewaehlt) > 1:
            dateien = st.radio(
                "Dateien", list(_DATEIEN), format_func=_DATEIEN.__getitem__, horizontal=True, key="bericht_dateien"
            )
    baue = ganz.steckbrief if dateien == ALLES else ganz.einzeln
    name = f"{ganz.name(bestand, gewaehlt, tag)}{endung if dateien == ALLES else '.zip'}"
    anzahl = "1 Steckbrief" if len(gewaehlt) == 1 else f"{len(gewaehlt)} Steckbriefe"
    basis = adresse.basis()

    def arbeit(fortschritt: Fortschritt) -> bytes:
        return baue(bestand, gewaehlt, blick.jetzt, basis, zwischenspeicher, endung, fortschritt, tag)

    marke = ("steckbriefe", bestand.kennung, tuple(o.gebiet for o in gewaehlt), tag, endung, dateien)
    machen.mache(f"{anzahl} erstellen", arbeit, name, marke, "steckbriefe")


def konferenzbericht(blick: Blick) -> None:
    """The report of the whole region for a conference."""
    bestand = blick.gebiete
    bausteine.kopf(
        f"Konferenzbericht für {blick.regionsname}",
        "Zahlen, Karten, Gremien, Empfehlungen, Fristen und Beteiligung der ganzen Region in einer Datei.",
    )
    if not stichtage(bestand):
        _ohne_zahlen(blick)
        return
    endung = machen.format_()
    mit_steckbriefen = bool(ganz.planungsraeume(bestand)) and st.checkbox(
        "Steckbrief jedes Planungsraums anhängen", key=f"bericht_anhang_{blick.region}"
    )
    basis = adresse.basis()

    def arbeit(fortschritt: Fortschritt) -> bytes:
        return ganz.konferenz(bestand, blick.jetzt, basis, zwischenspeicher, endung, fortschritt, mit_steckbriefen)

    name = f"{ganz.konferenzname(bestand)}{endung}"
    eingetragen = zwischenspeicher.gremienfassung(blick.region)
    marke = ("konferenz", bestand.kennung, eingetragen, blick.jetzt.date(), endung, mit_steckbriefen)
    machen.mache("Konferenzbericht erstellen", arbeit, name, marke, "konferenz")


def _ohne_zahlen(blick: Blick) -> None:
    st.markdown(
        f"Für {blick.regionsname} sind keine Fallzahlen veröffentlicht, deshalb gibt es noch keinen Bericht. "
        "Was vorliegt, zeigt die Seite „Daten“."
    )


def _gebiete(bestand: Bestand) -> Sequence[Ort]:
    """The areas of a level, all of them or some."""
    alle = orte(bestand, bestand.region.haupteinteilung_id or "")
    ebenen = list(dict.fromkeys(o.ebene for o in alle))
    ganzes = str(bestand.ganzes.ebene)
    namen = {e: bestand.region.name if e == ganzes else EBENENNAMEN[e] for e in ebenen}
    ebene = st.selectbox(
        "Steckbriefe für",
        ebenen,
        index=min(1, len(ebenen) - 1),
        format_func=namen.__getitem__,
        key=f"bericht_ebene_{bestand.region.slug}",
        filter_mode=None,
    )
    je_gebiet = {o.gebiet: o for o in alle if o.ebene == ebene}
    if len(je_gebiet) < 2:
        return tuple(je_gebiet.values())
    gewaehlt = st.multiselect(
        f"Nur diese {namen[ebene]} (leer: alle)",
        list(je_gebiet),
        format_func=lambda g: je_gebiet[g].name,
        placeholder="alle",
        key=f"bericht_gebiete_{bestand.region.slug}_{ebene}",
    )
    return tuple(je_gebiet[g] for g in gewaehlt) or tuple(je_gebiet.values())


def _stichtag(bestand: Bestand) -> date:
    return st.selectbox(
        "Jahr",
        list(reversed(stichtage(bestand))),
        format_func=stichtagstext,
        key=f"bericht_jahr_{bestand.region.slug}",
        filter_mode=None,
    )
