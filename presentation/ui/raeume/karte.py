"""The map of a draft: a click takes a Gemeinde into the chosen Planungsraum, or out of it."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from analysis.bestand import Bestand
from analysis.einteilungen import schalte_um
from data_access.grenzen import KeineGrenzenError, ohne_grenzen
from data_access.grenzzeichen import Beschriftung, beschriftungen
from data_access.nachbarschaft import nachbarn as aus_grenzen
from presentation import bilder
from presentation.maps.deck import HOEHE, geklickt
from presentation.maps.schnitt import Adressen, schnittkarte
from presentation.texts import einteilungen as texte
from presentation.texts.lage import fehlende_grenzen
from presentation.ui import karte as wertekarte
from presentation.ui import rahmen
from presentation.ui.raeume import entwurf
from presentation.ui.raeume.entwurf import Entwurf

BREITE: Final = 640
"""Width in pixels the view is fitted to on a desk; names of Planungsräume need more room than values."""

HOEHE_HANDY: Final = 400
"""Height in pixels on a phone, whose width decides the size of the map."""

_KARTE: Final = "schnittkarte"


def nachbarn(bestand: Bestand) -> Mapping[str, frozenset[str]] | None:
    """Which Gemeinden share a border; None where there are no boundaries."""
    try:
        return aus_grenzen(bestand.zeilen("gemeinde"), bestand.grenzen)
    except KeineGrenzenError:
        return None


def karte(bestand: Bestand, jetzt: Entwurf) -> None:
    """The map, or a sentence where there are no boundaries."""
    try:
        orte = beschriftungen(bestand.zeilen("gemeinde"), bestand.grenzen)
    except KeineGrenzenError as grund:
        st.info(f"{grund} Die Liste links geht auch ohne Karte.", icon=":material/info:")
        return
    url = bilder.geometrie_url(bestand, "gemeinde", "")
    stamm, frage = str(url.gebiete).split(".geojson")
    breite = wertekarte.breite(BREITE)
    hoehe = HOEHE if breite == BREITE else HOEHE_HANDY
    bild = schnittkarte(
        jetzt.schnitt,
        orte,
        _raumorte(bestand, jetzt, {o.gebiet for o in orte}),
        Adressen(str(url.gebiete), str(url.schraffur), f"{stamm}/kanten.geojson{frage}"),
        bilder.kartenkasten(bestand, "gemeinde", ""),
        titel=f"Planungsräume, {bestand.region.name}",
        modus=rahmen.modus(),
        aktiv=jetzt.aktiv or None,
        schritt=jetzt.schritt,
        breite=breite,
        hoehe=hoehe,
    )

    def uebernimm() -> None:
        ags = geklickt(st.session_state[_KARTE].selection)
        stand = entwurf.hole(bestand)
        if ags is None or stand.aktiv not in stand.schnitt.namen:
            return
        neu, verschoben = schalte_um(stand.schnitt, stand.aktiv, ags)
        namen, ziel = entwurf.gemeinden(bestand), stand.schnitt.namen[stand.aktiv]
        meldung = texte.verschoben(verschoben, stand.schnitt, ziel, namen)
        if not meldung:
            wo = f"gehört jetzt zu „{ziel}“" if ags in neu.raum_von else "gehört jetzt zu keinem Planungsraum"
            meldung = f"{namen.get(ags, ags)} {wo}."
        entwurf.aendere(bestand, neu, meldung=meldung)

    st.pydeck_chart(
        bild.deck, height=hoehe, on_select=uebernimm, selection_mode="single-object", key=_KARTE, alt=bild.alt
    )
    if fehlend := ohne_grenzen(bestand.zeilen("gemeinde"), bestand.grenzen):
        st.info(fehlende_grenzen(fehlend, alle=False), icon=":material/info:")
    hinweise = (*bild.hinweise, "Ein Klick nimmt eine Gemeinde in den gewählten Planungsraum auf oder heraus.")
    st.markdown("  \n".join(f":small[:gray[{h}]]" for h in hinweise))


def _raumorte(bestand: Bestand, jetzt: Entwurf, gezeichnet: set[str]) -> list[Beschriftung]:
    """Where the names of the Planungsräume stand; not where each Gemeinde is one, for they have the same names."""
    zeilen = [z for z in jetzt.schnitt.zeilen if z[0] in gezeichnet]
    if not zeilen:
        return []
    if jetzt.schnitt.raeume and all(len(jetzt.schnitt.glieder(r)) <= 1 for r, _ in jetzt.schnitt.raeume):
        return []
    return beschriftungen(zeilen, bestand.grenzen)
