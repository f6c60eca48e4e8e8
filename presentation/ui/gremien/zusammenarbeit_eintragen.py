"""Entering the answers of one side, and changing the statements: only with the key."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Final

import streamlit as st

from analysis.gremien.fragenwechsel import wechsle
from analysis.gremien.zusammenarbeit import gefragt
from data_access.gremien.buch import Schritt, schritt
from data_access.gremien.pruefung import maengel
from data_access.gremien.uebernahme import uebernimm
from data_access.gremien.vorschlag import ist_vorschlag
from data_access.schreibrecht import Schreibrecht
from models.gremientabellen import Bewertung, Bewertungsfrage, Vorgang
from presentation.texts import zusammenarbeit as texte
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import SEITEN
from presentation.ui.gremien import verlauf
from presentation.ui.gremien.blick import Blick

LAENGSTE_ANMERKUNG: Final = 300
LAENGSTE_AUSSAGE: Final = 160
VEREINBART: Final = "Die Partner haben die Aussagen so vereinbart, wie sie hier stehen"
LEERE: Final = 10
"""So many lines a region without statements begins with."""


def zeige(blick: Blick, jetzt: datetime) -> None:
    """The two forms, and below their buttons what was entered just now; nothing without the key."""
    recht = blick.recht
    if recht is None:
        return
    with st.expander("Antworten einer Seite eintragen"):
        _antworten(blick, recht, jetzt)
    with st.expander("Aussagen ändern"):
        _aussagen(blick, recht, jetzt)
    verlauf.zuletzt(blick)


def _antworten(blick: Blick, recht: Schreibrecht, jetzt: datetime) -> None:
    """One side at a time: its answers to all statements of a year."""
    seite = st.radio("Seite", list(SEITEN), format_func=SEITEN.__getitem__, horizontal=True, key="bewertung_seite")
    jahr = int(st.number_input("Jahr", 2000, 2100, jetzt.year, 1, key="bewertung_eintragsjahr", width=160))
    fragen = gefragt(blick.bestand.e.fragen, jahr)
    if not fragen:
        st.markdown(f"Für {jahr} gibt es keine Aussagen. Bitte ein anderes Jahr wählen oder Aussagen anlegen.")
        return
    st.markdown(
        f"**{SEITEN[seite]}, {jahr}.** Gemeinsam antworten, dann sichern. Mit der Tabulatortaste geht es zur nächsten "
        "Aussage, mit den Pfeiltasten zur Antwort. „k. A.“ bleibt stehen, wo es keine gemeinsame Antwort gibt."
    )
    alle = [b for b in blick.bestand.e.bewertungen if (b.jahr, b.seite) == (jahr, seite)]
    # Nobody is to save as a real answer what was invented for the demonstration.
    bisher = {b.frage_id: b for b in alle if not b.synthetisch}
    if len(bisher) < len(alle):
        st.markdown(
            f"Für {jahr} stehen hier synthetische Antworten. Sie sind nicht ins Formular übernommen. Wer sichert, "
            "ersetzt sie."
        )
    stamm = f"bewertung_{verlauf.runde()}_{blick.region}_{jahr}_{seite}"
    with st.form(stamm, enter_to_submit=False, border=False):
        werte = {f.id: _stufe(f, bisher.get(f.id), stamm) for f in fragen}
        with st.expander("Anmerkungen (freiwillig, ohne Namen und ohne Angaben zu einzelnen Personen)"):
            anmerkungen = {f.id: _anmerkung(f, bisher.get(f.id), stamm) for f in fragen}
        if st.form_submit_button("Antworten sichern", type="primary"):
            zeilen = [
                {"region": blick.region, "jahr": jahr, "frage": f.id, "seite": seite, "wert": werte[f.id]}
                | {"anmerkung": anmerkungen[f.id]}
                for f in fragen
            ]
            _sichere(blick, recht, jetzt, zeilen, f"{SEITEN[seite]}, {jahr}", bool(bisher))


def _stufe(frage: Bewertungsfrage, bisher: Bewertung | None, stamm: str) -> int | None:
    worte = list(texte.STUFEN.values())
    gewaehlt = st.radio(
        texte.nummeriert(frage.nummer, frage.text),
        worte,
        index=worte.index(texte.STUFEN[bisher.wert if bisher else None]),
        horizontal=True,
        key=f"{stamm}_wert_{frage.nummer}",
    )
    return list(texte.STUFEN)[worte.index(gewaehlt)]


def _anmerkung(frage: Bewertungsfrage, bisher: Bewertung | None, stamm: str) -> str:
    return st.text_input(
        f"Anmerkung zu {frage.nummer}",
        bisher.anmerkung if bisher else "",
        max_chars=LAENGSTE_ANMERKUNG,
        key=f"{stamm}_anmerkung_{frage.nummer}",
    ).strip()


def _sichere(
    blick: Blick, recht: Schreibrecht, jetzt: datetime, zeilen: Sequence[dict[str, Any]], wer: str, schon_da: bool
) -> None:
    gegeben = sum(z["wert"] is not None for z in zeilen)
    fehler = [grund for z in zeilen for _, grund in maengel("bewertungen", z)]
    if not gegeben and not schon_da and not any(z["anmerkung"] for z in zeilen):
        fehler.append("Es ist noch keine Aussage beantwortet. Bitte mindestens eine Antwort wählen.")
    if fehler:
        for grund in fehler:
            st.error(texte.aussage(grund))
        return

    def tue(offen: Schritt) -> None:
        uebernimm(offen, "bewertungen", zeilen)

    verlauf.tue(
        blick,
        lambda: _in_einem_schritt(recht, blick.region, f"Antworten zur Zusammenarbeit: {wer}", jetzt, tue),
        f"gesichert: {wer}, {gegeben} von {len(zeilen)} Aussagen beantwortet.",
    )


def _aussagen(blick: Blick, recht: Schreibrecht, jetzt: datetime) -> None:
    """Other statements from a year on."""
    e = blick.bestand.e
    beantwortet = max((b.jahr for b in e.bewertungen), default=jetzt.year - 1)
    ab = int(
        st.number_input(
            "Ab welchem Jahr?", 2000, 2100, max(jetzt.year, beantwortet + 1), 1, key="bewertung_ab", width=160
        )
    )
    st.markdown(
        "Eine geänderte Aussage ist eine neue: Ihre Reihe beginnt neu, und Antworten davor und danach werden nicht "
        "verglichen. Ein leeres Feld beendet die Aussage."
    )
    geltend = {f.nummer: f.text for f in gefragt(e.fragen, ab)}
    hoechste = max((f.nummer for f in e.fragen), default=0)
    nummern = [*sorted(geltend), *range(hoechste + 1, max(hoechste + 1, LEERE) + 1)]
    stamm = f"aussagen_{verlauf.runde()}_{blick.region}_{ab}"
    with st.form(stamm, enter_to_submit=False, border=False):
        neue = {
            n: st.text_input(
                f"Aussage {n}" if n in geltend else f"Neue Aussage {n}",
                geltend.get(n, ""),
                max_chars=LAENGSTE_AUSSAGE,
                key=f"{stamm}_{n}",
            )
            for n in nummern
        }
        vorgeschlagen = frozenset(f.id for f in gefragt(e.fragen, ab) if ist_vorschlag(f))
        vereinbart = bool(vorgeschlagen) and st.checkbox(VEREINBART, key=f"{stamm}_vereinbart")
        if not st.form_submit_button("Aussagen sichern"):
            return

    def aendere() -> Vorgang:
        wechsel = wechsle(blick.region, e.fragen, e.bewertungen, ab, neue, vorgeschlagen if vereinbart else frozenset())

        def tue(offen: Schritt) -> None:
            for frage in wechsel.entfernt:
                offen.loesche(frage)
            uebernimm(offen, "bewertungsfragen", wechsel.setze)

        was = f"Aussagen zur Zusammenarbeit ab {ab}{' vereinbart' if vereinbart else ''}"
        nummern_ = ", ".join(map(str, wechsel.nummern))
        return _in_einem_schritt(recht, blick.region, f"{was}: {nummern_}", jetzt, tue)

    danach = "Was anders lautet als bisher, beginnt eine neue Reihe."
    verlauf.tue(blick, aendere, lambda v: f"gesichert: {schlicht(v.was)}. {danach}")


def _in_einem_schritt(
    recht: Schreibrecht, region: str, was: str, jetzt: datetime, tue: Callable[[Schritt], None]
) -> Vorgang:
    with schritt(recht, region, was, jetzt) as offen:
        tue(offen)
        return offen.vorgang
