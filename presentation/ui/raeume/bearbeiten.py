"""Editing a draft by list: choose a Planungsraum, then its Gemeinden. Everything works with the keyboard."""

from collections import Counter
from collections.abc import Callable

import streamlit as st

from analysis.bestand import Bestand
from analysis.einteilungen import SchnittUngueltig, benenne, entferne, neuer_raum, setze_glieder
from presentation.texts import einteilungen as texte
from presentation.ui.raeume import entwurf
from presentation.ui.raeume.entwurf import Entwurf

_GLIEDER = "raum_glieder"
_NAME = "raum_name"
_AKTIV = "raum_aktiv"
_NEU = "raum_neu"


def liste(bestand: Bestand, jetzt: Entwurf) -> None:
    """The list: Planungsraum, its Gemeinden, its name, add, remove, undo."""
    namen = jetzt.schnitt.namen
    if namen:
        _aktiver(bestand, jetzt)
        _gemeinden(bestand, jetzt)
    if jetzt.meldung:
        st.markdown(f":small[{jetzt.meldung}]")
    if namen:
        st.session_state[_NAME] = namen.get(jetzt.aktiv, "")
        st.text_input("Name des Planungsraums", key=_NAME, on_change=_benenne, args=(bestand,))
    st.session_state.setdefault(_NEU, "")
    st.text_input("Name eines neuen Planungsraums", key=_NEU, placeholder="zum Beispiel Raum Ost")
    with st.container(horizontal=True):
        st.button("Planungsraum anlegen", on_click=_lege_an, args=(bestand,))
        if namen:
            st.button("Planungsraum entfernen", on_click=_entferne, args=(bestand,))
        st.button(
            "Letzten Schritt zurücknehmen",
            on_click=entwurf.zurueck,
            args=(bestand,),
            disabled=not jetzt.frueher,
            icon=":material/undo:",
        )


def _aktiver(bestand: Bestand, jetzt: Entwurf) -> None:
    namen = jetzt.schnitt.namen
    st.session_state[_AKTIV] = jetzt.aktiv if jetzt.aktiv in namen else next(iter(namen))

    def uebernimm() -> None:
        entwurf.aendere(bestand, jetzt.schnitt, st.session_state[_AKTIV])

    st.selectbox("Planungsraum bearbeiten", list(namen), key=_AKTIV, format_func=namen.__getitem__, on_change=uebernimm)


def _gemeinden(bestand: Bestand, jetzt: Entwurf) -> None:
    """The Gemeinden of the chosen Planungsraum.

    Options and labels never change: a choice made while the page still draws the one before is not lost.
    """
    orte, aktiv = entwurf.gemeinden(bestand), jetzt.aktiv
    haeufig = Counter(orte.values())
    schluessel = f"{_GLIEDER}_{aktiv}"
    st.session_state[schluessel] = sorted(jetzt.schnitt.glieder(aktiv), key=orte.__getitem__)

    def text(ags: str) -> str:
        return orte[ags] if haeufig[orte[ags]] == 1 else f"{orte[ags]} ({ags})"

    def uebernimm() -> None:
        schnitt = entwurf.hole(bestand).schnitt
        neu, verschoben = setze_glieder(schnitt, aktiv, st.session_state[schluessel])
        entwurf.aendere(bestand, neu, meldung=texte.verschoben(verschoben, schnitt, schnitt.namen[aktiv], orte))

    st.multiselect(
        f"Gemeinden in {jetzt.schnitt.namen[aktiv]}",
        sorted(orte, key=orte.__getitem__),
        key=schluessel,
        format_func=text,
        on_change=uebernimm,
        placeholder="Gemeinde suchen",
        wrap=True,
    )


def _versuche(bestand: Bestand, schritt: Callable[[], None]) -> None:
    """Take a step, or say why not."""
    try:
        schritt()
    except SchnittUngueltig as grund:
        entwurf.aendere(bestand, entwurf.hole(bestand).schnitt, meldung=str(grund))


def _benenne(bestand: Bestand) -> None:
    jetzt = entwurf.hole(bestand)

    def schritt() -> None:
        entwurf.aendere(bestand, benenne(jetzt.schnitt, jetzt.aktiv, st.session_state[_NAME]))

    _versuche(bestand, schritt)


def _lege_an(bestand: Bestand) -> None:
    jetzt = entwurf.hole(bestand)
    vergeben = {
        gebiet for (ebene, _), z in bestand.gebietszeilen.items() if ebene == "planungsraum" for _, gebiet, _ in z
    }

    def schritt() -> None:
        name = " ".join(str(st.session_state[_NEU]).split())
        neu, raum = neuer_raum(jetzt.schnitt, name, vergeben)
        entwurf.aendere(bestand, neu, raum, f"„{name}“ ist angelegt. Jetzt Gemeinden zuordnen.")
        st.session_state[_NEU] = ""

    _versuche(bestand, schritt)


def _entferne(bestand: Bestand) -> None:
    jetzt = entwurf.hole(bestand)
    orte, name = entwurf.gemeinden(bestand), jetzt.schnitt.namen[jetzt.aktiv]
    frei = texte.namen(jetzt.schnitt.glieder(jetzt.aktiv), orte)
    neu = entferne(jetzt.schnitt, jetzt.aktiv)
    meldung = f"„{name}“ ist entfernt." + (f" Jetzt in keinem Planungsraum: {frei}." if frei else "")
    entwurf.aendere(bestand, neu, neu.raeume[0][0] if neu.raeume else "", meldung)
