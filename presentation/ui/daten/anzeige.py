"""The job of this session: what the worker found, what it asks, and the next step."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import streamlit as st

from data_access import abfragen, auftraege
from data_access.schreibrecht import Schreibrecht
from models.grundzahlen import GRUNDZAHLEN
from models.tabellen import Auftrag
from models.vokabular import Auftragsart, Auftragsstand
from presentation.texts import befund
from presentation.ui import rahmen

_MERKER: Final = "auftrag"
OFFEN: Final = (Auftragsstand.WARTET, Auftragsstand.LAEUFT)
TAKT_S: Final = 1.0


def beginne(nummer: int) -> None:
    """Remember the job this session waits for."""
    st.session_state[_MERKER] = nummer


def _jetzt() -> datetime:
    return datetime.now().astimezone()


def laeuft() -> bool:
    """Whether a worker signed lately."""
    prozess = abfragen.arbeitsprozess()
    if prozess is None:
        return False
    herzschlag = prozess.herzschlag
    if herzschlag.tzinfo is None:
        herzschlag = herzschlag.astimezone()
    return _jetzt() - herzschlag < auftraege.HERZSCHLAG_GILT


def arbeitsprozess() -> None:
    """Say it when nobody would do the work."""
    if not laeuft():
        st.warning(
            "Der Arbeitsprozess läuft nicht. Aufträge warten, bis er gestartet ist: `.venv/bin/python cli.py worker`",
            icon=":material/pause_circle:",
        )


def aktueller_auftrag(recht: Schreibrecht) -> None:
    """Show the job of this session and offer the next step."""
    nummer = st.session_state.get(_MERKER)
    auftrag = abfragen.auftrag(nummer) if nummer is not None else None
    if auftrag is None:
        return
    with st.container(border=True):
        if auftrag.stand in OFFEN:
            _warten(auftrag.id or 0)
        elif auftrag.art == Auftragsart.PRUEFEN:
            _geprueft(recht, auftrag)
        elif auftrag.art == Auftragsart.IMPORT:
            _importiert(recht, auftrag)
        elif auftrag.art == Auftragsart.FREIGABE:
            _freigegeben(auftrag)
        else:
            _zurueckgezogen(auftrag)


@st.fragment(run_every=TAKT_S)
def _warten(nummer: int) -> None:
    """Progress of the running job; the whole page is drawn again when it ends."""
    auftrag = abfragen.auftrag(nummer)
    if auftrag is None or auftrag.stand not in OFFEN:
        st.rerun()
        return
    schritt = auftrag.fortschritt.get("schritt")
    text = f"In Arbeit: {schritt}" if schritt else "Der Auftrag ist eingereiht."
    st.markdown(f"**{befund.auftragsname(auftrag)}**  \n{text}")


def _geprueft(recht: Schreibrecht, auftrag: Auftrag) -> None:
    ergebnis: Mapping[str, Any] = auftrag.ergebnis
    st.header(f"Prüfung: {auftrag.datei}", anchor=False)
    if "befund" not in ergebnis:
        st.error(str(ergebnis.get("meldung", "")))
        return
    gefunden = ergebnis["befund"]
    befund_zeigen(gefunden)
    if auftrag.stand == Auftragsstand.ABGELEHNT:
        return
    antworten = dict((auftrag.optionen or {}).get("antworten") or {})  # type: ignore[call-overload]
    if auftrag.stand == Auftragsstand.RUECKFRAGE:
        for frage in gefunden["fragen"]:
            schluessel = f"antwort_{auftrag.id}_{frage['schluessel']}"
            antworten[frage["schluessel"]] = (
                st.selectbox(frage["text"], frage["auswahl"], key=schluessel)
                if frage["auswahl"]
                else st.text_input(frage["text"], key=schluessel)
            )
        if st.button("Antwort übernehmen und erneut prüfen", type="primary"):
            region = {"region": antworten["region"]} if "region" in antworten else {}
            _weiter(recht, auftrag, Auftragsart.PRUEFEN, {**auftrag.optionen, **region, "antworten": antworten})
        return
    if st.button("Datei übernehmen", type="primary"):
        region = {"region": ergebnis["region"]} if "region" in ergebnis else {}
        _weiter(recht, auftrag, Auftragsart.IMPORT, {**auftrag.optionen, **region})


def _weiter(recht: Schreibrecht, auftrag: Auftrag, art: Auftragsart, optionen: Mapping[str, object]) -> None:
    beginne(
        auftraege.stelle_ein(recht, art, _jetzt(), datei=auftrag.datei, spool=auftrag.spool, optionen=dict(optionen))
    )
    st.rerun()


def befund_zeigen(gefunden: Mapping[str, Any]) -> None:
    """The structure of a file: what it is, what is in it, what is wrong."""
    st.markdown(befund.zusammenfassung(gefunden))
    for warnung in gefunden["warnungen"]:
        st.warning(warnung)
    for fehler in gefunden["fehler"][: befund.HOECHSTENS]:
        st.error(befund.fehlersatz(fehler))
    if len(gefunden["fehler"]) > befund.HOECHSTENS:
        st.markdown(f"und {len(gefunden['fehler']) - befund.HOECHSTENS} weitere Stellen derselben Art")


def _importiert(recht: Schreibrecht, auftrag: Auftrag) -> None:
    ergebnis: Mapping[str, Any] = auftrag.ergebnis
    st.header(f"Import: {auftrag.datei}", anchor=False)
    if auftrag.stand != Auftragsstand.FERTIG:
        if "befund" in ergebnis:
            befund_zeigen(ergebnis["befund"])
        else:
            st.error(str(ergebnis.get("meldung", "")))
        return
    if ergebnis.get("unveraendert"):
        st.info("Diese Datei ist schon gespeichert. Es wurde nichts geändert.")
    else:
        st.success("gesichert")
    region, grundzahlen = ergebnis.get("region"), ergebnis.get("gegenstaende") or []
    if not region:
        was = "Grenzen" if "grenzen" in grundzahlen else "Einwohnerzahlen"
        st.markdown(f"Die neuen {was} gelten sofort auf allen Seiten.")
        return
    namen = ", ".join(GRUNDZAHLEN[g].titel for g in grundzahlen)
    st.markdown(f"Noch nicht veröffentlicht: {namen}. Bei der Freigabe werden die Zahlen geschützt.")
    if st.button("Jetzt freigeben", type="primary"):
        _weiter(recht, auftrag, Auftragsart.FREIGABE, {"region": region, "grundzahlen": list(grundzahlen)})


def _freigegeben(auftrag: Auftrag) -> None:
    ergebnis: Mapping[str, Any] = auftrag.ergebnis
    st.header("Freigabe", anchor=False)
    if auftrag.stand != Auftragsstand.FERTIG:
        st.error(str(ergebnis.get("meldung", "")))
        return
    st.success("veröffentlicht")
    for frei in ergebnis["freigaben"]:
        st.markdown(f"{GRUNDZAHLEN[frei['grundzahl']].titel}: Fassung {frei['fassung']}")
        rahmen.verweis(
            "karte", "Auf der Karte ansehen", {"region": [ergebnis["region"]], "kennzahl": [frei["grundzahl"]]}
        )


def _zurueckgezogen(auftrag: Auftrag) -> None:
    if auftrag.stand == Auftragsstand.FERTIG:
        st.success("zurückgezogen")
    else:
        st.error(str(auftrag.ergebnis.get("meldung", "")))
