"""What was found about a file: its structure, what is wrong, and the form that asks what only the sender can know."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import streamlit as st

from presentation.texts import befund

OFFEN_GEZEIGT: Final = 5
"""More warnings or unknown keys than this are folded."""

RADIO_BIS: Final = 6
"""Up to this many choices a question shows them all; longer lists open on a click."""


def befund_zeigen(gefunden: Mapping[str, Any]) -> None:
    """The structure of a file: what it is, what is in it, what is wrong."""
    st.markdown(befund.zusammenfassung(gefunden))
    # What concerns the whole file comes first, then line by line.
    for fehler in sorted(gefunden["fehler"], key=lambda f: f["zeile"] or 0)[: befund.HOECHSTENS]:
        st.error(befund.fehlersatz(fehler))
    if len(gefunden["fehler"]) > befund.HOECHSTENS:
        st.markdown(f"und {len(gefunden['fehler']) - befund.HOECHSTENS} weitere Stellen derselben Art")
    _unbekannte(gefunden["schluessel_unbekannt"])
    warnungen = gefunden["warnungen"]
    sage = st.info if gefunden["profil"] in befund.NUR_HINWEISE else st.warning
    for warnung in warnungen[:OFFEN_GEZEIGT]:
        sage(warnung)
    if len(warnungen) > OFFEN_GEZEIGT:
        with st.expander(f"{len(warnungen) - OFFEN_GEZEIGT} weitere Hinweise zur Datei"):
            for warnung in warnungen[OFFEN_GEZEIGT:]:
                sage(warnung)


def _unbekannte(schluessel: Sequence[str]) -> None:
    if not schluessel:
        return
    liste = "\n".join(f"* {eintrag}" for eintrag in schluessel)
    if len(schluessel) > OFFEN_GEZEIGT:
        with st.expander(befund.schluesselsatz(len(schluessel))):
            st.markdown(liste)
    else:
        st.markdown(f"{befund.schluesselsatz(len(schluessel))}:\n\n{liste}")


def fragen_stellen(
    nummer: int,
    offene: Sequence[Mapping[str, Any]],
    beantwortete: Sequence[Mapping[str, Any]],
    bisher: Mapping[str, str],
) -> dict[str, str] | None:
    """Ask all open questions at once; the answers after the press of the button, else None.

    `nummer` of the job keeps the answers of one file apart from those of another. `beantwortete` were asked before;
    their answers (`bisher`) stay and can be changed.
    """
    with st.form(f"fragen_{nummer}"):
        antworten = {f["schluessel"]: _frage(nummer, f, bisher.get(f["schluessel"])) for f in offene}
        if beantwortete:
            with st.expander("Ihre bisherigen Antworten ansehen oder ändern"):
                antworten |= {f["schluessel"]: _frage(nummer, f, bisher.get(f["schluessel"])) for f in beantwortete}
        wort = "Antwort" if len(offene) == 1 else "Antworten"
        if not st.form_submit_button(f"{wort} übernehmen und erneut prüfen", type="primary"):
            return None
    fehlend = [f["text"] for f in offene if not antworten[f["schluessel"]]]
    if fehlend:
        st.warning(f"Bitte beantworten Sie noch: {' '.join(fehlend)}")
        return None
    return {**bisher, **{name: antwort for name, antwort in antworten.items() if antwort}}


def _frage(nummer: int, frage: Mapping[str, Any], bisher: str | None) -> str | None:
    """One question: nothing is chosen beforehand, so that nobody answers without looking."""
    schluessel = f"antwort_{nummer}_{frage['schluessel']}"
    auswahl: list[str] = list(frage["auswahl"])
    stelle = auswahl.index(bisher) if bisher in auswahl else None
    if not auswahl:
        return st.text_input(frage["text"], value=bisher or "", key=schluessel).strip() or None
    wort = befund.antwortwort
    if len(auswahl) <= RADIO_BIS:
        return st.radio(frage["text"], auswahl, index=stelle, key=schluessel, format_func=wort)
    return st.selectbox(
        frage["text"], auswahl, index=stelle, key=schluessel, format_func=wort, placeholder="Bitte wählen"
    )
