"""The job of this session: what the worker found, what it asks, and the next step."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import streamlit as st

from analysis.bestand import Bestand
from analysis.kennzahlen.katalog import kennzahl
from data_access import abfragen, auftraege
from data_access.schreibrecht import Schreibrecht
from models.gremienformate import FORMATE
from models.grundzahlen import GRUNDZAHLEN
from models.tabellen import Auftrag
from models.vokabular import Auftragsart, Auftragsstand, Lieferungsart
from presentation.texts import befund, lieferungen
from presentation.texts.methodik import pruefung
from presentation.ui import rahmen
from presentation.ui.daten import freigeben
from presentation.ui.daten.befundtafel import befund_zeigen, fragen_stellen

_MERKER: Final = "auftrag"
OFFEN: Final = (Auftragsstand.WARTET, Auftragsstand.LAEUFT)
TAKT_S: Final = 1.0


def beginne(nummer: int) -> None:
    """Remember the job this session waits for."""
    st.session_state[_MERKER] = nummer


def gemerkter() -> Auftrag | None:
    """The job this session waits for or has seen the end of."""
    nummer = st.session_state.get(_MERKER)
    return abfragen.auftrag(nummer) if nummer is not None else None


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


def aktueller_auftrag(recht: Schreibrecht, hier: str = "daten") -> None:
    """Show the job of this session and offer the next step. `hier`: the page it is shown on; no link leads there."""
    auftrag = gemerkter()
    if auftrag is None:
        return
    with st.container(border=True):
        if auftrag.stand in OFFEN:
            _warten(auftrag.id or 0)
        elif auftrag.art == Auftragsart.PRUEFEN:
            _geprueft(recht, auftrag)
        elif auftrag.art == Auftragsart.IMPORT:
            _importiert(recht, auftrag, hier)
        elif auftrag.art == Auftragsart.FREIGABE:
            _freigegeben(auftrag)
        elif auftrag.art == Auftragsart.VORSCHAU:
            _vorschau(auftrag)
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
    optionen: Mapping[str, Any] = auftrag.optionen
    if auftrag.stand == Auftragsstand.RUECKFRAGE:
        _rueckfrage(recht, auftrag, gefunden["fragen"], optionen)
        return
    art = ergebnis.get("art") or optionen["kind"]
    if optionen["kind"] == lieferungen.ERKENNEN:
        st.markdown(f"Erkannte Art: **{lieferungen.artname(art)}**.")
    if st.button("Datei übernehmen", type="primary"):
        region = {"region": ergebnis["region"]} if "region" in ergebnis else {}
        _weiter(recht, auftrag, Auftragsart.IMPORT, {**optionen, **region, "kind": art})


def _rueckfrage(
    recht: Schreibrecht, auftrag: Auftrag, offene: Sequence[Mapping[str, Any]], optionen: Mapping[str, Any]
) -> None:
    """All open questions; those answered before stay with their answers."""
    jetzt_offen = {f["schluessel"] for f in offene}
    beantwortete = [f for f in optionen.get("gestellt") or [] if f["schluessel"] not in jetzt_offen]
    antworten = fragen_stellen(auftrag.id or 0, offene, beantwortete, optionen.get("antworten") or {})
    if antworten is not None:
        region = {"region": antworten["region"]} if "region" in antworten else {}
        gestellt = [*beantwortete, *offene]
        _weiter(
            recht, auftrag, Auftragsart.PRUEFEN, {**optionen, **region, "antworten": antworten, "gestellt": gestellt}
        )


def _weiter(recht: Schreibrecht, auftrag: Auftrag, art: Auftragsart, optionen: Mapping[str, object]) -> None:
    beginne(
        auftraege.stelle_ein(recht, art, _jetzt(), datei=auftrag.datei, spool=auftrag.spool, optionen=dict(optionen))
    )
    st.rerun()


def _importiert(recht: Schreibrecht, auftrag: Auftrag, hier: str) -> None:
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
    optionen: Mapping[str, Any] = auftrag.optionen
    art = str(ergebnis.get("art") or optionen["kind"])
    gegenstaende = list(ergebnis.get("gegenstaende") or [])
    beschreibung = lieferungen.beschreibung(art)
    st.markdown(beschreibung.danach)
    if art != Lieferungsart.FALLZAHLEN:
        ziel = gremienziel(ergebnis) if art in FORMATE else _ziel(ergebnis, gegenstaende)
        if beschreibung.seite != hier:
            rahmen.verweis(beschreibung.seite, beschreibung.verweis, ziel)
        return
    st.markdown(f"Noch nicht freigegeben: {', '.join(GRUNDZAHLEN[g].titel for g in gegenstaende)}.")
    if st.button("Jetzt freigeben", type="primary"):
        _weiter(recht, auftrag, Auftragsart.FREIGABE, {"region": ergebnis["region"], "grundzahlen": gegenstaende})


def _ziel(ergebnis: Mapping[str, Any], gegenstaende: Sequence[str]) -> dict[str, list[str]]:
    """Where the link after an import leads: the region looked at, and the first Kennzahl that the file fills."""
    region = ergebnis.get("region") or st.query_params.get("region")
    erste = next((g for g in gegenstaende if kennzahl(g) is not None), None)
    return ({"region": [str(region)]} if region else {}) | ({"kennzahl": [erste]} if erste else {})


def gremienziel(ergebnis: Mapping[str, Any]) -> dict[str, list[str]]:
    """To the latest meeting of the Gremium that the file names first, or to the register of its region."""
    region = {"region": [str(ergebnis["region"])]} if ergebnis.get("region") else {}
    gremien = ergebnis.get("gegenstaende") or []
    tage = (ergebnis.get("befund") or {}).get("stichtage") or []
    if not tage or not gremien:
        return region | {"ansicht": ["register"]}
    return region | {"gremium": [str(gremien[0])], "ansicht": ["sitzungen"], "sitzung": [str(tage[-1])]}


def _freigegeben(auftrag: Auftrag) -> None:
    ergebnis: Mapping[str, Any] = auftrag.ergebnis
    st.header("Freigabe", anchor=False)
    if auftrag.stand != Auftragsstand.FERTIG:
        st.error(str(ergebnis.get("meldung", "")))
        return
    st.success("veröffentlicht")
    for satz in ergebnis.get("hinweise") or ():
        st.info(satz)
    geprueft = {x.id: pruefung(x) for x in abfragen.alle_freigaben(ergebnis["region"])}
    for frei in ergebnis["freigaben"]:
        st.markdown(f"{GRUNDZAHLEN[frei['grundzahl']].titel}: Fassung {frei['fassung']}")
        st.markdown(f":small[:gray[Prüfung der Geheimhaltung: {geprueft.get(frei['freigabe'], '–')}]]")
        rahmen.verweis(
            "karte", "Auf der Karte ansehen", {"region": [ergebnis["region"]], "kennzahl": [frei["grundzahl"]]}
        )


def _vorschau(auftrag: Auftrag) -> None:
    st.header("Vorschau", anchor=False)
    if auftrag.stand != Auftragsstand.FERTIG:
        st.error(str(auftrag.ergebnis.get("meldung", "")))
        return
    freigeben.vorschau_zeigen(auftrag.ergebnis)


def freigabe(recht: Schreibrecht, bestand: Bestand) -> None:
    """Release what is stored, or see before what it costs."""
    st.header("Zahlen freigeben", anchor=False)
    nummer = freigeben.freigeben(recht, bestand)
    if nummer is not None:
        beginne(nummer)
        st.rerun()


def _zurueckgezogen(auftrag: Auftrag) -> None:
    if auftrag.stand == Auftragsstand.FERTIG:
        st.success("zurückgezogen")
    else:
        st.error(str(auftrag.ergebnis.get("meldung", "")))
