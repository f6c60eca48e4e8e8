"""Entering the degree of participation of a held meeting: first the main items, then one joint step for each side."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from analysis.beteiligung.ausschnitt import ist_hauptpunkt
from data_access.gremien import stufen
from data_access.gremien.buch import GremienAbgelehnt
from data_access.gremien.stufen import Stufen
from data_access.schreibrecht import Schreibrecht
from models.gremientabellen import Sitzung, Top, Vorgang
from models.gremienworte import Sitzungsstatus
from presentation.texts import beteiligungsstufen as texte
from presentation.texts.freitext import schlicht
from presentation.ui import bausteine
from presentation.ui.gremien import eintragen, zugleich
from presentation.ui.gremien.blick import Blick

_WAHL: Final = {str(nummer): texte.waehlbar(nummer) for nummer in texte.STUFEN}
_SEITEN: Final = {"stufe_verwaltung": texte.VERWALTUNG, "stufe_selbstvertretung": texte.SELBSTVERTRETUNG}
_FELDER: Final = (*_SEITEN, "begruendung")


def zeige(blick: Blick, sitzung: Sitzung, tops: Sequence[Top]) -> None:
    """What the steps mean where there are any; for those who may write the form or the button that opens it."""
    waehlbare = [t for t in tops if ist_hauptpunkt(t) or texte.bewertet(t)]
    form = f"stufen_{sitzung.id}"
    darf = blick.recht is not None and sitzung.status == Sitzungsstatus.STATTGEFUNDEN and bool(waehlbare)
    if blick.recht is not None and darf and eintragen.ist_offen(form):
        _form(blick, blick.recht, sitzung, waehlbare, form)
        return
    if darf:
        eintragen.knopf("Beteiligung bewerten", form, "rate_review", leise=False)
    if any(map(texte.bewertet, tops)):
        _erklaerung()


def _erklaerung() -> None:
    with st.expander("Was die neun Stufen der Beteiligung heißen"):
        bausteine.tafel(texte.tafel(), "Die neun Stufen der Beteiligung")
        st.markdown(texte.HERKUNFT)


def _form(blick: Blick, recht: Schreibrecht, sitzung: Sitzung, tops: Sequence[Top], form: str) -> None:
    with st.container(key=f"formular_{form}"):
        st.subheader("Beteiligung bewerten", anchor=False)
        st.markdown(texte.ANLEITUNG)
        st.markdown("**Welche Punkte waren die wichtigsten?** Die übrigen bleiben unbewertet.")
        alte = {top.id: _geoeffnet(top) for top in tops}
        gewaehlt = [
            top
            for top in tops
            if st.checkbox(f"Punkt {top.nummer}: {schlicht(top.titel)}", texte.bewertet(alte[top.id]), key=_haken(top))
        ]
        st.markdown(texte.auswahlsatz(len(gewaehlt), len(tops)))
        _erklaerung()
        with st.form(form, enter_to_submit=False):
            neu = {top.id: _felder(top, alte[top.id]) for top in gewaehlt}
            for top in tops:
                if top.id not in neu and texte.bewertet(alte[top.id]):
                    st.markdown(texte.wird_entfernt(top))
                    neu[top.id] = Stufen(stufe_verwaltung=None, stufe_selbstvertretung=None, begruendung="")
            with st.container(horizontal=True):
                if st.form_submit_button("Bewertung speichern", type="primary"):
                    _speichere(blick, recht, sitzung, [(top, alte[top.id], neu.get(top.id)) for top in tops], form)
                eintragen.abbrechen(form)


def _felder(top: Top, alt: Top) -> Stufen:
    """Both sides and the reason of one item."""
    st.markdown(f"**Punkt {top.nummer}: {schlicht(top.titel)}**")
    gewaehlt: dict[str, int | None] = {}
    raster = st.grid(columns=2, min_column_width=220)
    for feld, seite in _SEITEN.items():
        jetzt = getattr(alt, feld)
        with raster.cell():
            wert = eintragen.liste(
                f"Punkt {top.nummer}: {seite}",
                _WAHL,
                None if jetzt is None else str(jetzt),
                texte.NICHT_BEWERTET,
                _schluessel(top, feld),
            )
        gewaehlt[feld] = None if wert is None else int(wert)
    grund = st.text_area(
        f"Punkt {top.nummer}: Begründung (ohne Namen)",
        alt.begruendung,
        height="content",
        max_chars=stufen.LAENGSTE_BEGRUENDUNG,
        key=_schluessel(top, "begruendung"),
    )
    return Stufen(
        stufe_verwaltung=gewaehlt["stufe_verwaltung"],
        stufe_selbstvertretung=gewaehlt["stufe_selbstvertretung"],
        begruendung=grund,
    )


def _speichere(
    blick: Blick,
    recht: Schreibrecht,
    sitzung: Sitzung,
    punkte: Sequence[tuple[Top, Top, Stufen | None]],
    form: str,
) -> None:
    """Write what was changed here (item as it is stored, as the form was opened on it, as it is wanted)."""
    je_punkt = {top.id: geaendert for top, alt, neu in punkte if neu and (geaendert := _geaendert(alt, neu))}

    def setze() -> Vorgang:
        anders = [
            satz
            for top, _, _ in punkte
            for feld, wert in je_punkt.get(top.id, {}).items()
            if wert != getattr(top, feld) and (satz := zugleich.inzwischen(_schluessel(top, feld), top))
        ]
        if anders:
            raise GremienAbgelehnt(" ".join(anders))
        return stufen.bewerte(recht, blick.region, sitzung.id, je_punkt, eintragen.jetzt())

    def satz(_: Vorgang) -> str:
        danach = [{feld: getattr(top, feld) for feld in _SEITEN} | je_punkt.get(top.id, {}) for top, _, _ in punkte]
        anzahl = sum(1 for werte in danach if any(werte[feld] is not None for feld in _SEITEN))
        return texte.gesichert(anzahl, len(punkte))

    eintragen.tue(blick, form, None, setze, satz)


def _geaendert(alt: Top, neu: Stufen) -> Stufen:
    """Only what differs from what the form was opened on: the other side stays as it is."""
    anders = Stufen()
    if neu["stufe_verwaltung"] != alt.stufe_verwaltung:
        anders["stufe_verwaltung"] = neu["stufe_verwaltung"]
    if neu["stufe_selbstvertretung"] != alt.stufe_selbstvertretung:
        anders["stufe_selbstvertretung"] = neu["stufe_selbstvertretung"]
    if neu["begruendung"] != alt.begruendung:
        anders["begruendung"] = neu["begruendung"]
    return anders


def _geoeffnet(top: Top) -> Top:
    """The item as the form was opened on it, each field watched for itself."""
    schon_da = _haken(top) in st.session_state
    alt = top
    for feld in _FELDER:
        alt = zugleich.geoeffnet(_schluessel(top, feld), schon_da, top, (feld,)) or top
    return alt


def _haken(top: Top) -> str:
    return f"haupt_{top.id}"


def _schluessel(top: Top, feld: str) -> str:
    return f"{feld}_{top.id}"
