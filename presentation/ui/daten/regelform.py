"""Deciding a rule of protection, and revoking a decision: only with the key, by the same checks as `cli.py regel`."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

import streamlit as st

from analysis import schutzregeln
from analysis.bestand import Bestand
from analysis.geheimhaltung.regeln import ALLE
from analysis.schutzregeln import RegelAbgelehnt, Wunsch
from data_access.schreibrecht import Schreibrecht
from models.grundzahlen import GRUNDZAHLEN
from models.schutzregeln import GLIEDERUNGEN, PERSONENMERKMALE
from models.tabellen import Schutzregel
from presentation.texts import schutzregeln as texte
from presentation.ui import aendern, bausteine
from presentation.ui.tagesfeld import als_noetiger_tag, tagesfeld

_GESICHERT: Final = "regel_gesichert"
STELLE: Final = "Welche Stelle hat entschieden? (keine Namen von Personen)"


def gesichert() -> None:
    """What was decided or revoked just now, once. Stands above the table it changed."""
    aendern.sage(_GESICHERT)


def regelform(recht: Schreibrecht | None, bestand: Bestand) -> None:
    """Every decision for everybody; deciding and revoking with the Schreibrecht."""
    if alle := schutzregeln.verlauf(bestand.region.slug):
        with st.expander("Alle Entscheidungen über Regeln"):
            bausteine.tafel(texte.verlaufstafel(alle), alt="Alle Entscheidungen über Regeln")
    if recht is None:
        return
    with st.expander("Eine Regel entscheiden"):
        _entscheiden(recht, bestand)
    gueltige = {(e.region_slug, e.grundzahl) for e in alle if e.aufgehoben_am is None}
    if gueltige:
        with st.expander("Eine Entscheidung aufheben"):
            _aufheben(recht, bestand, gueltige)


def _geltungen(bestand: Bestand) -> dict[str, str]:
    eigene = {bestand.region.slug: f"nur für {bestand.region.name}"} if bestand.eingerichtet else {}
    return eigene | {ALLE: "für alle Regionen"}


def _entscheiden(recht: Schreibrecht, bestand: Bestand) -> None:
    menschen = [g for g, satz in GRUNDZAHLEN.items() if not satz.oeffentlich]
    grundzahl = st.selectbox("Zahl", menschen, format_func=lambda g: GRUNDZAHLEN[g].titel, key="regel_grundzahl")
    regel, heute = bestand.regeln[grundzahl], datetime.now().astimezone()
    with st.form(f"regel_{grundzahl}"):
        k = st.number_input("Kleinste erkennbare Zahl (k)", value=regel.k, step=1, key=f"regel_k_{grundzahl}")
        merkmale = st.multiselect(
            "Erlaubte Gliederungen",
            GLIEDERUNGEN,
            [m for m in regel.merkmale if m in GLIEDERUNGEN],
            format_func=lambda m: PERSONENMERKMALE[m].titel,
            placeholder="keine",
            key=f"regel_merkmale_{grundzahl}",
        )
        nenner = st.number_input(
            "Mindestnenner: keine Quote bei weniger Einwohnern",
            value=regel.mindestnenner,
            step=50,
            key=f"regel_nenner_{grundzahl}",
        )
        geltungen = _geltungen(bestand)
        wo = st.radio("Wo gilt die Regel?", list(geltungen), format_func=geltungen.__getitem__, key="regel_wo")
        von = _wer("regel")
        am = tagesfeld("Entschieden am (TT.MM.JJJJ)", heute.date(), "regel_am")
        grund = _warum("regel")
        if st.form_submit_button("Regel entscheiden", type="primary"):

            def wunsch() -> Wunsch:
                tag = als_noetiger_tag(am, "Entschieden am")
                return Wunsch(grundzahl, wo, von, tag, grund, int(k), tuple(merkmale), int(nenner))

            _tue(lambda: schutzregeln.entscheide(recht, wunsch(), heute), "Die Regel gilt ab sofort.")


def _aufheben(recht: Schreibrecht, bestand: Bestand, gueltige: set[tuple[str, str]]) -> None:
    geltungen = _geltungen(bestand)
    offene = {f"{wo}/{g}": (wo, g) for wo in geltungen for g in GRUNDZAHLEN if (wo, g) in gueltige}
    wahl = st.selectbox(
        "Entscheidung",
        list(offene),
        format_func=lambda x: f"{GRUNDZAHLEN[offene[x][1]].titel}, {geltungen[offene[x][0]]}",
        key="regel_weg",
        index=None,
        placeholder="Bitte wählen",
    )
    if wahl is None:
        return
    wo, grundzahl = offene[wahl]
    jetzt = datetime.now().astimezone()
    with st.form("regel_aufheben"):
        von, grund = _wer("regel_weg"), _warum("regel_weg")
        if st.form_submit_button("Entscheidung aufheben"):
            _tue(
                lambda: schutzregeln.hebe_auf(recht, wo, grundzahl, von, grund, jetzt),
                "Die Entscheidung ist aufgehoben. Es gilt wieder, was vorher galt.",
            )


def _wer(schluessel: str) -> str:
    return st.text_input(STELLE, key=f"{schluessel}_von", max_chars=schutzregeln.LAENGSTE_STELLE).strip()


def _warum(schluessel: str) -> str:
    return st.text_area("Warum?", key=f"{schluessel}_grund", max_chars=schutzregeln.LAENGSTER_GRUND).strip()


def _tue(schritt: Callable[[], Schutzregel], folge: str) -> None:
    aendern.tue(
        schritt, RegelAbgelehnt, lambda e: f"gesichert: „{GRUNDZAHLEN[e.grundzahl].titel}“. {folge}", _GESICHERT
    )
