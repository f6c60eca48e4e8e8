"""Parts that several pages show in the same way: headline, chart, table, source lines, downloads."""

import json
import zlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, Literal

import pandas as pd
import streamlit as st
from streamlit.elements.lib.grid_container import GridContainer

from analysis.auswahl import Auswahl, moegliche_raumprinzipien
from analysis.bestand import Bestand
from analysis.kennzahlen.katalog import LEITKENNZAHLEN
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.sichten import ist_vereinbart
from analysis.vergleiche import Entwicklung, Messung
from data_access import abfragen
from models.grundzahlen import GRUNDZAHLEN
from presentation.charts.diagramm import Diagramm
from presentation.texts import datenstand as texte_datenstand
from presentation.texts.befunde import NUR_KREIS, betrag, veraenderung
from presentation.texts.ebenen import ebenensatz
from presentation.texts.zahlen import MINUS
from presentation.ui import rahmen, wahl, zwischenspeicher

HALBE_BREITE: Final = 545
"""Width in px that the table of seats needs."""


def kopf(befund: str, unterzeile: str) -> None:
    """The finding as headline, and what is counted below it."""
    st.title(befund, anchor=False)
    st.markdown(f":gray[{unterzeile}]")


def zur_ebene(auswahl: Auswahl, heute: Sequence[Messung]) -> None:
    """Say that numbers are small at this level, and at which one they say more."""
    if satz := ebenensatz(auswahl, heute):
        st.markdown(f":material/info: {satz}")


def diagramm(bild: Diagramm, titel: str = "") -> None:
    """A chart under its own finding, with its remarks below."""
    if titel:
        st.header(titel, anchor=False)
    st.vega_lite_chart(bild.spec, width="stretch", theme=None, alt=bild.alt)
    if bild.hinweise:
        st.markdown("  \n".join(f":small[:gray[{h}]]" for h in bild.hinweise))


def daneben(bild: Diagramm | None, zeilen: Sequence[Mapping[str, object]], alt: str, *, text: bool = False) -> None:
    """A picture beside its table (see `tafel`), or the table alone."""
    if bild is None:
        tafel(zeilen, alt, text=text)
        return
    raster = nebeneinander()
    with raster.cell():
        diagramm(bild)
    with raster.cell():
        tafel(zeilen, alt, text=text)


def nebeneinander() -> GridContainer:
    """Two cells side by side, below each other where a table would have to scroll."""
    return st.grid(columns=2, min_column_width=HALBE_BREITE, gap="large")


def klein(*saetze: str) -> None:
    """Sentences in small grey, one below the other."""
    st.markdown("  \n".join(f":small[:gray[{satz}]]" for satz in saetze if satz))


def tafel(zeilen: Sequence[Mapping[str, object]], alt: str, zahlen: str = "", *, text: bool = False) -> None:
    """A real HTML table. `zahlen` is a key for tables whose columns after the first hold numbers: aligned right.

    `text`: the cells hold sentences, which on a phone take the whole width and begin at the left.

    Column names are texts of ours: on a phone stil.css writes them into each cell, as its rows become blocks there.
    """
    if not zeilen:
        return
    art = "texttafel" if text else "tafel"
    schluessel = f"zahlentafel_{zahlen}" if zahlen else f"{art}_{zlib.crc32(alt.encode()):08x}"
    spalten = (
        f".st-key-{schluessel} td:nth-child({n}) {{ --spalte: {json.dumps(name, ensure_ascii=False)}; }}"
        for n, name in enumerate(zeilen[0], start=1)
    )
    st.html(f"<style>{''.join(spalten)}</style>")
    with st.container(key=schluessel):
        st.table(pd.DataFrame(list(zeilen)), border="horizontal", hide_index=True, alt=alt)


def keine_zahlen(auswahl: Auswahl) -> None:
    """What a page shows when nothing of the region is in force."""
    ort, kurz = auswahl.bestand.region.name, auswahl.kennzahl.kurz
    if auswahl.bestand.stichtage and not ist_vereinbart(auswahl.bestand, auswahl.kennzahl):
        kopf(
            f"{ort}: „{kurz}“ ist hier nicht vereinbart",
            "Diese Lieferung steht nur in Kooperationsvereinbarungen in Hessen. Es fehlt also nichts.",
        )
        return
    kopf(
        f"{ort}: keine veröffentlichten Zahlen" + (f" zu „{kurz}“" if auswahl.bestand.stichtage else ""),
        "Es gibt noch keine Freigabe, oder sie wurde zurückgezogen. Was vorliegt, zeigt die Seite „Daten“.",
    )


def zurueckgezogen(bestand: Bestand, grundzahlen: Sequence[str] = tuple(GRUNDZAHLEN)) -> None:
    """Say which of these Grundzahlen are not shown because their Freigabe was withdrawn."""
    bekannte = [g for g in grundzahlen if g in GRUNDZAHLEN and g not in bestand.veroeffentlicht]
    freigaben = abfragen.alle_freigaben(bestand.region.slug) if bekannte else []
    if satz := texte_datenstand.zurueckgezogen(bestand, freigaben, bekannte):
        st.info(satz, icon=":material/info:")


def gebietswahl(auswahl: Auswahl, alle: Sequence[Messung]) -> None:
    """Choose whose trend is drawn: the Kreis, or one area of the level."""
    if auswahl.ist_ganzes:
        return
    namen = {"": f"{auswahl.bestand.region.name} insgesamt"} | {
        m.gebiet: m.name for m in alle if m.stichtag == auswahl.stichtag
    }
    wahl.gebiet(auswahl, namen)


def beide_zaehlungen(auswahl: Auswahl) -> None:
    """Herkunft and Leistungsort of the Kreis beside each other, or that this is all there is."""
    if auswahl.kennzahl.nur_kreis and len(auswahl.kennzahl.raumprinzipien) < 2:
        absaetze(
            f"Nur für {auswahl.bestand.ganzes.den_ganzen}", [f"{NUR_KREIS}: Einzelne Menschen wären dort zu erkennen."]
        )
        return
    zeilen = []
    for prinzip in moegliche_raumprinzipien(auswahl.kennzahl, auswahl.bestand):
        alle = zwischenspeicher.alle_messungen(auswahl.bestand, auswahl.kennzahl, auswahl.ebene, prinzip)
        wert = next((m for m in alle if m.stichtag == auswahl.stichtag), None)
        if wert is not None:
            zeilen.append({"Gezählt nach": wahl.RAUMPRINZIPIEN[prinzip], "Wert": betrag(wert, auswahl.kennzahl)})
    st.header("Herkunft und Leistungsort", anchor=False)
    tafel(zeilen, f"Werte {auswahl.bestand.ganzes.des} nach Herkunft und nach Leistungsort", "zaehlung")
    st.markdown(
        ":small[:gray[Herkunft: wo die Menschen vor der Hilfe gelebt haben. Leistungsort: wo die Hilfe stattfindet.]]"
    )


def absaetze(titel: str, saetze: Sequence[str]) -> None:
    """A heading and its paragraphs, in a width that reads well."""
    st.header(titel, anchor=False)
    with st.container(width=760):
        for satz in saetze:
            st.markdown(satz)


def diagramm_ohne_text(bild: Diagramm) -> None:
    """A small chart whose finding stands beside it."""
    st.vega_lite_chart(bild.spec, width="stretch", theme=None, alt=bild.alt)


def weitere_kennzahlen(auswahl: Auswahl, thema: str, weitere: Sequence[Kennzahl]) -> None:
    """A quiet button that opens links to the other Kennzahlen of a theme."""
    with st.popover(f"Mehr zu {thema}", type="tertiary"):
        for andere in weitere:
            rahmen.verweis(
                "zahlen", wahl.menuename(andere), {"region": [auswahl.bestand.region.slug], "kennzahl": [andere.id]}
            )


def pfeil(stand: Entwicklung | None, gewaehlt: Kennzahl) -> Literal["up", "down", "off"]:
    """Direction of the badge, as its words have it. It says where the number went, not whether that is good."""
    text = veraenderung(stand, gewaehlt)
    return "up" if "+" in text else "down" if MINUS in text else "off"


def gleichzeitig(auswahl: Auswahl, stichtag: date) -> None:
    """The rates of the other themes in the same area at the same Stichtag."""
    zeilen = []
    for andere in LEITKENNZAHLEN:
        if andere.id == auswahl.kennzahl.id or auswahl.raumprinzip not in moegliche_raumprinzipien(
            andere, auswahl.bestand
        ):
            continue
        ebene = auswahl.ebene if auswahl.gebiete else auswahl.bestand.ganzes.ebene
        gebiet = auswahl.gebiete[0] if auswahl.gebiete else auswahl.bestand.region.kreis_ags
        alle = zwischenspeicher.alle_messungen(
            auswahl.bestand, andere, ebene, auswahl.raumprinzip, auswahl.einteilung if auswahl.gebiete else ""
        )
        m = next((m for m in alle if m.gebiet == gebiet and m.stichtag == stichtag), None)
        if m is not None:
            zeilen.append({"Gleichzeitig gilt": andere.kurz, "Wert": betrag(m, andere)})
    tafel(zeilen, "Andere Kennzahlen desselben Gebiets", "gleichzeitig")
