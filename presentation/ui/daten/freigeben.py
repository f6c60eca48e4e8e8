"""Releasing what is stored: which numbers, how the Kreis is broken down, and what that costs before it is done."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import streamlit as st

from analysis.bestand import Bestand
from data_access import abfragen, auftraege
from data_access.schreibrecht import Schreibrecht
from models.grundzahlen import GRUNDZAHLEN
from models.schutz import ALTER, GESCHLECHT
from models.vokabular import Auftragsart, Lieferungsart, Lieferungsstand
from presentation.texts import vorschau
from presentation.ui import bausteine

GLIEDERUNGEN: Final[dict[str, list[str] | None]] = {
    "wie bisher": None,
    "nicht gliedern": [],
    "nach Alter": [ALTER],
    "nach Alter und Geschlecht": [ALTER, GESCHLECHT],
}
"""How the Kreis as a whole can be broken down: what the page says -> option of the job."""


def freigeben(recht: Schreibrecht, bestand: Bestand) -> int | None:
    """The form; the number of the job that a press of a button has started, else None."""
    moegliche = _gelieferte(bestand.region.slug)
    if not moegliche:
        st.markdown("Noch sind keine Fallzahlen gespeichert.")
        return None
    gewaehlt = st.multiselect(
        "Welche Zahlen?",
        moegliche,
        format_func=lambda g: GRUNDZAHLEN[g].titel,
        placeholder="Alle gespeicherten",
        key="freigeben_zahlen",
    )
    gliederung = st.radio(
        "Den Kreis im Ganzen gliedern?",
        list(GLIEDERUNGEN),
        horizontal=True,
        key="freigeben_nach",
        help="Gemeinden und Planungsräume werden nie nach Alter oder Geschlecht gegliedert.",
    )
    optionen: dict[str, object] = {"region": bestand.region.slug, "grundzahlen": gewaehlt or moegliche}
    with st.container(horizontal=True):
        if st.button("Vorschau", key="vorschau"):
            return _stelle_ein(recht, Auftragsart.VORSCHAU, optionen)
        if st.button("Freigeben", type="primary", key="freigeben"):
            return _stelle_ein(recht, Auftragsart.FREIGABE, {**optionen, "nach": GLIEDERUNGEN[gliederung]})
    return None


def _stelle_ein(recht: Schreibrecht, art: Auftragsart, optionen: Mapping[str, object]) -> int:
    return auftraege.stelle_ein(recht, art, datetime.now().astimezone(), optionen=optionen)


def _gelieferte(region: str) -> list[str]:
    """Grundzahlen with a stored Lieferung of the region, in the order of their records."""
    gegenstaende = {
        g
        for lieferung in abfragen.lieferungen()
        if lieferung.art == Lieferungsart.FALLZAHLEN
        and lieferung.region_slug == region
        and lieferung.stand == Lieferungsstand.GESPEICHERT
        for g in lieferung.gegenstaende
    }
    return [g for g in GRUNDZAHLEN if g in gegenstaende]


def vorschau_zeigen(ergebnis: Mapping[str, Any]) -> None:
    """The preview: one table a Grundzahl, and what to choose. Nothing is published yet."""
    st.markdown("Veröffentlicht ist noch nichts. So genau wären die Zahlen:")
    for eintrag in ergebnis["vorschau"]:
        st.subheader(f"{GRUNDZAHLEN[eintrag['grundzahl']].titel} (k = {eintrag['k']})", anchor=False)
        st.markdown(f"**{eintrag['empfehlung']}**")
        bausteine.tafel(
            vorschau.zeilen(eintrag["varianten"]), f"Was Gliederungen kosten: {GRUNDZAHLEN[eintrag['grundzahl']].titel}"
        )
    st.markdown(f":small[:gray[{vorschau.ERKLAERUNG}]]")
