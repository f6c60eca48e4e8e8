"""The map and the list of its areas: one selection, the list is the way of keyboard and screen reader."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from analysis.auswahl import Auswahl
from analysis.vergleiche import Messung, entwicklung
from presentation import bilder
from presentation.maps.deck import HOEHE, deck, geklickt
from presentation.texts.befunde import betrag, gebietssatz, sicherheit, veraenderung
from presentation.ui import bausteine, rahmen, wahl

BREITE: Final = 430
"""Width in pixels the view of the map is fitted to on a desk; a wider column shows ground at both sides."""

BREITE_HANDY: Final = 350
"""The same on a phone. A page does not know its width, but the browser says whether it is a phone."""

_KARTE: Final = "karte"


def liste(auswahl: Auswahl, heute: Sequence[Messung]) -> None:
    """All areas with their value, highest first, states last; the same selection as a click on the map."""
    sortiert = sorted(heute, key=lambda m: (m.wert is None, -(m.wert or 0), m.name))
    namen = {"": f"{auswahl.bestand.region.name} insgesamt"} | {
        m.gebiet: f"{m.name} · **{betrag(m, auswahl.kennzahl)}**" for m in sortiert
    }
    schluessel = "karte_liste"
    st.session_state[schluessel] = auswahl.gebiete[0] if auswahl.gebiete else ""

    def uebernimm() -> None:
        neu = st.session_state[schluessel]
        wahl.setze(gebiet=[neu] if neu else [])

    st.radio("Gebiet wählen", list(namen), key=schluessel, format_func=namen.__getitem__, on_change=uebernimm)


def karte(auswahl: Auswahl, alle: Sequence[Messung], heute: Sequence[Messung]) -> None:
    """Legend and map; a click selects, a click on the same area takes it back."""
    bestand = auswahl.bestand
    grenzen = bilder.grenzen_der_klassen(alle)
    flaechen = bilder.flaechen(bestand, auswahl.ebene, auswahl.einteilung, heute)
    bausteine.diagramm_ohne_text(bilder.legendenbild(auswahl, alle, rahmen.modus()))
    geometrie = bilder.geometrie_url(bestand, auswahl.ebene, auswahl.einteilung)
    bild = deck(
        flaechen,
        grenzen,
        str(geometrie.gebiete),
        str(geometrie.schraffur),
        bilder.kasten(bestand),
        titel=f"{auswahl.kennzahl.titel}, {bestand.region.name}",
        modus=rahmen.modus(),
        stellen=auswahl.kennzahl.stellen,
        gewaehlt=auswahl.gebiete[0] if auswahl.gebiete else None,
        breite=_breite(),
    )
    st.pydeck_chart(
        bild.deck, height=HOEHE, on_select=_uebernimm_klick, selection_mode="single-object", key=_KARTE, alt=bild.alt
    )
    st.markdown("  \n".join(f":small[:gray[{h}]]" for h in bild.hinweise))


def _uebernimm_klick() -> None:
    """Write a click into the link. A report without an area only means that Streamlit forgot the click before."""
    gebiet = geklickt(st.session_state[_KARTE].selection)
    if gebiet is not None:
        wahl.setze(gebiet=[gebiet])


def _breite() -> int:
    return BREITE_HANDY if "Mobi" in (st.context.headers.get("User-Agent") or "") else BREITE


def gebietstafel(auswahl: Auswahl, alle: Sequence[Messung], kreis: Sequence[Messung], stichtag: date) -> None:
    """About the chosen area (or the Kreis): value, sentence, trend, and what else holds there."""
    reihe = [m for m in alle if m.gebiet == auswahl.gebiete[0]] if auswahl.gebiete else list(kreis)
    jetzt = next(m for m in reihe if m.stichtag == stichtag)
    kreis_heute = next((m for m in kreis if m.stichtag == stichtag), None) if auswahl.gebiete else None
    st.header(jetzt.name, anchor=False)
    st.markdown(f":small[:gray[{auswahl.kennzahl.einheit}]]")
    stand = entwicklung(reihe, auswahl.kennzahl, stichtag)
    st.metric(
        jetzt.name,
        betrag(jetzt, auswahl.kennzahl),
        veraenderung(stand, auswahl.kennzahl) or None,
        delta_color="off",
        delta_arrow=bausteine.pfeil(stand, auswahl.kennzahl),
        label_visibility="collapsed",
    )
    personen = next((m for m in bausteine.personenreihe(auswahl) if m.stichtag == stichtag), None)
    satz = gebietssatz(jetzt, personen, kreis_heute, auswahl.kennzahl)
    st.markdown(" ".join(s for s in (satz, sicherheit(stand, auswahl.kennzahl)) if s))
    if any(m.wert is not None for m in reihe):
        st.markdown(f":small[:gray[Verlauf{', Kreis gestrichelt' if kreis_heute else ''}]]")
        bausteine.diagramm_ohne_text(
            bilder.verlaufsbild(
                auswahl.kennzahl,
                reihe,
                rahmen.modus(),
                kreis if auswahl.gebiete and auswahl.kennzahl.art != "zahl" else (),
                klein=True,
            )
        )
    bausteine.gleichzeitig(auswahl, stichtag)
