"""Forms for what follows from an item: recommendation, answer, measures, and the report to a later meeting."""

import streamlit as st

from data_access.gremien import empfehlungen
from data_access.gremien.empfehlungen import Antwort, Vorhaben
from data_access.schreibrecht import Schreibrecht
from models.gremientabellen import Empfehlung, Massnahme, Rueckmeldung, Sitzung, Top
from models.gremienworte import Massnahmenstatus
from presentation.texts.freitext import schlicht
from presentation.texts.gremien import EMPFEHLUNGEN, MASSNAHMEN
from presentation.ui.gremien import eintragen
from presentation.ui.gremien.blick import Blick
from presentation.ui.gremien.eintragen import Schritt
from presentation.ui.gremien.punktform import GRUPPENWAHL
from presentation.ui.tagesfeld import als_tag, tagesfeld

STELLE = "Stelle oder Amt, keine Person"


def neue(blick: Blick, recht: Schreibrecht, top: Top) -> None:
    """The open form for a new recommendation of an item, if it is."""
    if eintragen.ist_offen(f"empfehlung_neu_{top.id}"):
        _empfehlung(blick, recht, top, None, f"empfehlung_neu_{top.id}")


def knoepfe(nummer: str, e: Empfehlung, massnahmen: tuple[Massnahme, ...]) -> None:
    """What can be done with a recommendation. `nummer`: "2.1", item and place, to be said aloud."""
    with st.container(horizontal=True):
        eintragen.knopf(f"Empfehlung {nummer} ändern", f"empfehlung_{e.id}", "edit", e.top_id)
        eintragen.knopf(f"Antwort zu {nummer} eintragen", f"antwort_{e.id}", "reply", e.top_id)
        eintragen.knopf(f"Maßnahme zu {nummer} hinzufügen", f"massnahme_neu_{e.id}", "add", e.top_id)
        for n, m in enumerate(massnahmen, start=1):
            eintragen.knopf(f"Maßnahme {n} zu {nummer} ändern", f"massnahme_{m.id}", "edit", e.top_id)


def formular(blick: Blick, recht: Schreibrecht, top: Top, e: Empfehlung, massnahmen: tuple[Massnahme, ...]) -> None:
    """The open forms of a recommendation."""
    if eintragen.ist_offen(f"empfehlung_{e.id}"):
        _empfehlung(blick, recht, top, e, f"empfehlung_{e.id}")
    if eintragen.ist_offen(f"antwort_{e.id}"):
        _antwort(blick, recht, e)
    if eintragen.ist_offen(f"massnahme_neu_{e.id}"):
        _massnahme(blick, recht, e, None, f"massnahme_neu_{e.id}")
    for m in massnahmen:
        if eintragen.ist_offen(f"massnahme_{m.id}"):
            _massnahme(blick, recht, e, m, f"massnahme_{m.id}")


def bericht(
    blick: Blick, recht: Schreibrecht, sitzung: Sitzung, e: Empfehlung, gesagt: Rueckmeldung | None, nummer: int
) -> None:
    """What a meeting is told about the recommendation it hears as `nummer`: state and a sentence."""
    form = f"bericht_{e.id}_{sitzung.id}"
    if not eintragen.ist_offen(form):
        eintragen.knopf(f"Bericht zu ({nummer}) {'ändern' if gesagt else 'eintragen'}", form, "edit")
        return
    with eintragen.formular(form, f"{form}_text", gesagt):
        status = eintragen.wort(
            "Was wird heute berichtet?", EMPFEHLUNGEN, gesagt.status if gesagt else e.status, f"{form}_status"
        )
        text = st.text_area(
            "Bericht in ein, zwei Sätzen (bei „abgelehnt“ mit Grund)",
            gesagt.text if gesagt else "",
            height=80,
            key=f"{form}_text",
        )
        eintragen.schluss(
            blick,
            form,
            gesagt,
            "Bericht",
            Schritt(
                lambda: empfehlungen.melde_zurueck(
                    recht, blick.region, e.id, sitzung.id, status, text, eintragen.jetzt()
                ),
                f"gesichert: {EMPFEHLUNGEN[status]}.",
            ),
        )


def _empfehlung(blick: Blick, recht: Schreibrecht, top: Top, e: Empfehlung | None, form: str) -> None:
    with eintragen.formular(form, f"{form}_text", e, ("text", "von_gruppe", "an")):
        text = st.text_area("Empfehlung", e.text if e else "", height=96, key=f"{form}_text")
        raster = st.grid(columns=2, min_column_width=220)
        with raster.cell():
            gruppe = eintragen.liste(
                "Vorgeschlagen von", GRUPPENWAHL, e.von_gruppe if e else top.eingebracht_von, "k. A.", f"{form}_von"
            )
        with raster.cell():
            an = st.text_input(f"An wen? ({STELLE})", e.an if e else "", key=f"{form}_an")
        with st.container(horizontal=True):
            if st.form_submit_button("Empfehlung speichern", type="primary"):
                eintragen.tue(
                    blick,
                    form,
                    e,
                    lambda: empfehlungen.empfehle(
                        recht, blick.region, top.id, text, gruppe, an, eintragen.jetzt(), e.id if e else None
                    )[0],
                    "gesichert: die Empfehlung.",
                )
            if e is not None and st.form_submit_button("Empfehlung löschen"):
                _loesche(blick, recht, form, e)
            eintragen.abbrechen(form)


def _antwort(blick: Blick, recht: Schreibrecht, e: Empfehlung) -> None:
    form = f"antwort_{e.id}"
    with eintragen.formular(form, f"{form}_text", e, ("status", "antwort", "antwort_am", "grund")):
        status = eintragen.wort("Was wurde daraus?", EMPFEHLUNGEN, e.status, f"{form}_status")
        text = st.text_area("Antwort", e.antwort, height=96, key=f"{form}_text")
        am = tagesfeld("Tag der Antwort (TT.MM.JJJJ, leer: k. A.)", e.antwort_am, f"{form}_am")
        grund = st.text_area(
            "Grund (nötig bei „abgelehnt“ und „teilweise angenommen“)", e.grund, height=80, key=f"{form}_grund"
        )
        eintragen.schluss(
            blick,
            form,
            e,
            "Antwort",
            Schritt(
                lambda: empfehlungen.beantworte(
                    recht, blick.region, e.id, Antwort(status, text, als_tag(am), grund), eintragen.jetzt()
                ),
                f"gesichert: die Antwort ({EMPFEHLUNGEN[status]}).",
            ),
        )


def _massnahme(blick: Blick, recht: Schreibrecht, e: Empfehlung, m: Massnahme | None, form: str) -> None:
    with eintragen.formular(form, f"{form}_text", m):
        text = st.text_area("Was wird getan?", m.text if m else "", height=80, key=f"{form}_text")
        raster = st.grid(columns=2, min_column_width=220)
        with raster.cell():
            wer = st.text_input(f"Wer? ({STELLE})", m.verantwortlich if m else "", key=f"{form}_wer")
        with raster.cell():
            bis = tagesfeld("Bis wann? (TT.MM.JJJJ, leer: ohne Termin)", m.bis if m else None, f"{form}_bis")
        status = eintragen.wort("Stand", MASSNAHMEN, m.status if m else Massnahmenstatus.OFFEN, f"{form}_status")
        grund = st.text_area("Grund (nötig bei „verworfen“)", m.grund if m else "", height=80, key=f"{form}_grund")
        with st.container(horizontal=True):
            if st.form_submit_button("Maßnahme speichern", type="primary"):
                eintragen.tue(
                    blick,
                    form,
                    m,
                    lambda: empfehlungen.setze_massnahme(
                        recht,
                        blick.region,
                        e.id,
                        Vorhaben(text, wer, als_tag(bis), status, grund),
                        eintragen.jetzt(),
                        m.id if m else None,
                    )[0],
                    f"gesichert: die Maßnahme ({MASSNAHMEN[status]}).",
                )
            if m is not None and st.form_submit_button("Maßnahme löschen"):
                _loesche(blick, recht, form, m)
            eintragen.abbrechen(form)


def _loesche(blick: Blick, recht: Schreibrecht, form: str, zeile: Empfehlung | Massnahme) -> None:
    eintragen.tue(
        blick,
        form,
        None,
        lambda: empfehlungen.loesche(recht, blick.region, zeile, eintragen.jetzt()),
        f"gelöscht: „{schlicht(zeile.text)}“.",
    )
