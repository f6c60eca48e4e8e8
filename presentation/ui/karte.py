"""The map and the list of its areas: one selection, the list is the way of keyboard and screen reader."""

from typing import Final

import streamlit as st

from analysis.kennzahlen.katalog import mindestnenner_der
from analysis.sichten import k_von
from analysis.vergleiche import entwicklung
from presentation import bilder
from presentation.ansichten.blick import Blick
from presentation.maps.deck import HOEHE, deck, geklickt
from presentation.texts.befunde import betrag, gebietssatz, sicherheit, veraenderung
from presentation.ui import bausteine, rahmen, wahl, was_heisst_das

BREITE: Final = 430
"""Width in pixels the view of the map is fitted to on a desk; a wider column shows ground at both sides."""

BREITE_HANDY: Final = 310
"""The same on a phone. A page does not know its width, but the browser says whether it is a phone."""

_KARTE: Final = "karte"


def liste(b: Blick) -> None:
    """All areas with their value, highest first, states last; the same selection as a click on the map.

    Few stand side by side; many are found by typing.
    """
    auswahl = b.auswahl
    sortiert = sorted(b.heute, key=lambda m: (m.wert is None, -(m.wert or 0), m.name))
    namen = {"": f"{auswahl.bestand.region.name} insgesamt"} | {
        m.gebiet: f"{m.name} · **{betrag(m, auswahl.kennzahl)}**" for m in sortiert
    }
    schluessel = "karte_liste"
    st.session_state[schluessel] = auswahl.gebiete[0] if auswahl.gebiete else ""

    def uebernimm() -> None:
        neu = st.session_state[schluessel]
        wahl.setze(gebiet=[neu] if neu else [])

    if len(namen) <= wahl.KURZE_LISTE:
        st.radio("Gebiet wählen", list(namen), key=schluessel, format_func=namen.__getitem__, on_change=uebernimm)
        return
    schlicht = {gebiet: name.replace("**", "") for gebiet, name in namen.items()}
    st.selectbox(
        "Gebiet wählen",
        list(namen),
        key=schluessel,
        format_func=schlicht.__getitem__,
        on_change=uebernimm,
        filter_mode="contains",
    )
    st.markdown(f":small[:gray[{len(b.heute)} Gebiete, höchster Wert zuerst. Zum Suchen den Namen eintippen.]]")


def karte(b: Blick) -> None:
    """Legend and map; a click selects an area. The list takes a choice back."""
    auswahl, bestand = b.auswahl, b.auswahl.bestand
    satz, ohne_karte = bilder.ohne_geometrie(auswahl)
    if satz:
        st.info(satz, icon=":material/map:")
    if ohne_karte:
        return
    grenzen = bilder.grenzen_der_klassen(b.alle)
    flaechen = bilder.flaechen(bestand, auswahl.ebene, auswahl.einteilung, b.heute)
    bausteine.diagramm_ohne_text(bilder.legendenbild(auswahl, b.alle, rahmen.modus()))
    geometrie = bilder.geometrie_url(bestand, auswahl.ebene, auswahl.einteilung)
    bild = deck(
        flaechen,
        grenzen,
        str(geometrie.gebiete),
        str(geometrie.schraffur),
        bilder.kartenkasten(bestand, auswahl.ebene, auswahl.einteilung),
        titel=f"{auswahl.kennzahl.titel}, {bestand.region.name}",
        modus=rahmen.modus(),
        stellen=auswahl.kennzahl.stellen,
        gewaehlt=auswahl.gebiete[0] if auswahl.gebiete else None,
        breite=breite(),
    )
    # stil.css shrinks this container where a desk is zoomed to 400 %.
    with st.container(key="kartenfeld"):
        st.pydeck_chart(
            bild.deck,
            height=HOEHE,
            on_select=_uebernimm_klick,
            selection_mode="single-object",
            key=_KARTE,
            alt=bild.alt,
        )
    st.markdown("  \n".join(f":small[:gray[{h}]]" for h in bild.hinweise))
    was_heisst_das.zur_ansicht(auswahl, b.gezeigt, "karte")


def _uebernimm_klick() -> None:
    """Write a click into the link. A report without an area only means that Streamlit forgot the click before."""
    gebiet = geklickt(st.session_state[_KARTE].selection)
    if gebiet is not None:
        wahl.setze(gebiet=[gebiet])


def breite(schreibtisch: int = BREITE) -> int:
    """Width in px a map is fitted to: that of a phone, else `schreibtisch`."""
    return BREITE_HANDY if "Mobi" in (st.context.headers.get("User-Agent") or "") else schreibtisch


def gebietstafel(b: Blick) -> None:
    """About the chosen area (or the whole): value, sentence, trend, and what else holds there."""
    auswahl, gewaehlt = b.auswahl, b.auswahl.kennzahl
    kreis_heute = b.kreis_heute if auswahl.gebiete else None
    ganzes = auswahl.bestand.ganzes
    st.header(b.jetzt.name, anchor=False)
    st.markdown(f":small[:gray[{gewaehlt.einheit}]]")
    stand = entwicklung(b.reihe, gewaehlt, b.stichtag)
    st.metric(
        b.jetzt.name,
        betrag(b.jetzt, gewaehlt),
        veraenderung(stand, gewaehlt) or None,
        delta_color="off",
        delta_arrow=bausteine.pfeil(stand, gewaehlt),
        label_visibility="collapsed",
    )
    in_personen = b.personenkennzahl.art == "zahl"
    reihe = b.personenreihe if in_personen else []
    personen = next((m for m in reihe if m.stichtag == b.stichtag), None)
    k, mindestens = k_von(auswahl.bestand, gewaehlt), mindestnenner_der(gewaehlt, auswahl.bestand.regeln)
    satz = gebietssatz(b.jetzt, personen, kreis_heute, gewaehlt, ganzes, mindestens, k=k)
    st.markdown(" ".join(s for s in (satz, b.personensatz, sicherheit(stand, gewaehlt)) if s))
    if any(m.wert is not None for m in b.reihe):
        st.markdown(f":small[:gray[Verlauf{f', {ganzes.wort} gestrichelt' if b.vergleich else ''}]]")
        bausteine.diagramm_ohne_text(
            bilder.verlaufsbild(gewaehlt, b.reihe, rahmen.modus(), b.vergleich, neben=b.neben, klein=True)
        )
    bausteine.gleichzeitig(auswahl, b.stichtag)
    rahmen.zum_steckbrief(b.jetzt.name, b.jetzt.gebiet, auswahl.als_parameter)
