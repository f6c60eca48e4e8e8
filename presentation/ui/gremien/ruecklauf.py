"""View of the page Gremien: what became of the recommendations."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from analysis.gremien.ruecklauf import (
    Lage,
    Werdegang,
    gezeigtes_jahr,
    jahre,
    naechste_sitzung,
    offene,
    ruecklauf,
    termin_vorbei,
    werdegang,
)
from models.gremientabellen import Gremium, Sitzung
from presentation.exports import ruecklauf as exporte
from presentation.exports.dateiname import dateiname
from presentation.texts import ruecklauf as texte
from presentation.texts.freitext import schlicht
from presentation.texts.methodik import THEMENWAHL
from presentation.texts.zahlen import datum
from presentation.ui import bausteine, herunterladen, rahmen
from presentation.ui.adresse import setze
from presentation.ui.gremien import blick as ansichten
from presentation.ui.gremien import eintragen
from presentation.ui.gremien.blick import Blick

_FARBE: Final = {
    Lage.ERLEDIGT: ("green", "check_circle"),
    Lage.IN_ARBEIT: ("blue", "pending"),
    Lage.ANGENOMMEN: ("blue", "thumb_up"),
    Lage.TEILWEISE: ("orange", "contrast"),
    Lage.ABGELEHNT: ("gray", "block"),
    Lage.ABGELEHNT_OHNE_GRUND: ("gray", "block"),
    Lage.BEANTWORTET: ("gray", "hourglass_empty"),
    Lage.OHNE_ANTWORT: ("gray", "help"),
}
"""Tint and icon of the word; none is red, because no answer is owed by a law."""


def zeige(blick: Blick) -> None:
    """Draw the view."""
    gremium, sitzung = blick.gremium, blick.sitzung
    if gremium is None or sitzung is None:
        name = schlicht(gremium.kurz) if gremium else blick.regionsname
        bausteine.kopf(
            f"{name}: noch {'keine Sitzung' if gremium else 'kein Gremium'} eingetragen",
            "Sobald es Sitzungen mit Empfehlungen gibt, steht hier, was aus ihnen wurde.",
        )
        ansichten.weiter(blick)
        return
    heute = blick.heute
    jahr = gezeigtes_jahr(blick.bestand, sitzung)
    thema = _thema()
    _wahl(blick, gremium, jahr, thema)
    wege = ruecklauf(blick.bestand, gremium.id, jahr, heute, thema)
    _kopf(gremium, wege, jahr, thema, heute)
    if wege:
        _ketten(blick, gremium, wege, heute)
    _naechste(blick, gremium, heute)
    if wege:
        _tafel(gremium, wege, jahr)


def _thema() -> str:
    """The theme of the link; an unknown one gives way with a sentence."""
    thema = st.query_params.get("thema", "")
    if thema and thema not in THEMENWAHL:
        rahmen.hinweise([f"Das Thema „{thema[:40]}“ aus dem Link gibt es hier nicht. Sie sehen alle Themen."])
        return ""
    return thema


def _wahl(blick: Blick, gremium: Gremium, jahr: int, thema: str) -> None:
    """Year and theme. A year is chosen by its last meeting with recommendations, so that the link names a meeting."""
    alle = jahre(blick.bestand, gremium.id)
    st.session_state["ruecklauf_jahr"], st.session_state["ruecklauf_thema"] = jahr, thema

    def anderes_jahr() -> None:
        gewaehlt = st.session_state["ruecklauf_jahr"]
        tage = [s.datum for s in blick.bestand.sitzungen.get(gremium.id, ())]
        mit = {w.sitzung.datum for w in ruecklauf(blick.bestand, gremium.id, gewaehlt, date.max)}
        # A workshop may have met on another day: then any meeting of that year, or the next one, leads there.
        im_jahr = [tag for tag in tage if tag in mit] or [tag for tag in tage if tag.year == gewaehlt]
        setze(sitzung=max(im_jahr or [tag for tag in tage if tag.year > gewaehlt] or tage).isoformat())

    raster = st.grid(columns=3, min_column_width=220)
    with raster.cell():
        st.selectbox(
            "Empfehlungen aus dem Jahr",
            sorted({*alle, jahr}, reverse=True),
            key="ruecklauf_jahr",
            on_change=anderes_jahr,
            filter_mode=None,
        )
    with raster.cell():
        st.selectbox(
            "Thema",
            ["", *THEMENWAHL],
            format_func=lambda t: THEMENWAHL.get(t, "alle Themen"),
            key="ruecklauf_thema",
            on_change=lambda: setze(thema=st.session_state["ruecklauf_thema"]),
            filter_mode=None,
        )


def _kopf(gremium: Gremium, wege: Sequence[Werdegang], jahr: int, thema: str, heute: date) -> None:
    st.title(texte.frage(jahr), anchor=False)
    with st.container(key="gross_befund"):
        st.markdown(texte.befund(wege, jahr, thema))
    woher = "synthetisch" if any(w.sitzung.synthetisch for w in wege) else "wie im Register der Sitzungen eingetragen"
    st.markdown(f":gray[{schlicht(gremium.name)} · Stand {datum(heute)} · {woher}]")


def _ketten(blick: Blick, gremium: Gremium, wege: Sequence[Werdegang], heute: date) -> None:
    st.header("Jede Empfehlung, von der Sitzung bis heute", anchor=False)
    raeume = eintragen.raeume(blick)
    genannt: dict[tuple[date, str], Sitzung] = {}
    for weg in wege:
        farbe, zeichen = _FARBE[weg.lage]
        with st.container(width=860):
            st.subheader(schlicht(weg.empfehlung.text), anchor=False)
            st.markdown(f":{farbe}-badge[:material/{zeichen}: {texte.LAGEN[weg.lage]}]")
            glieder = texte.kette(weg, gremium, blick.bestand.gremium, raeume)
            st.markdown("\n".join(f"{n}. **{g.was}:** {g.text}" for n, g in enumerate(glieder, start=1)))
        genannt |= {(g.sitzung.datum, g.sitzung.id): g.sitzung for g in glieder if g.sitzung is not None}
    if any(termin_vorbei(m, w.tag) for w in wege for m in w.massnahmen):
        st.markdown(f":small[:gray[{texte.TERMIN_VORBEI}]]")
    naechste = naechste_sitzung(blick.bestand, gremium.id, heute)
    with st.container(horizontal=True, gap="small"):
        for _, sitzung in sorted(genannt.items()):
            if sitzung != naechste:
                _zur_sitzung(blick, gremium, sitzung)


def _naechste(blick: Blick, gremium: Gremium, heute: date) -> None:
    """What the next meeting begins with."""
    sitzung = naechste_sitzung(blick.bestand, gremium.id, heute)
    if sitzung is None:
        return
    offen = offene(blick.bestand, sitzung)
    st.header(texte.offen_fuer(len(offen), sitzung), anchor=False)
    if offen:
        wege = [werdegang(blick.bestand, e, heute) for e in offen]
        st.markdown("\n".join(f"- {schlicht(w.empfehlung.text)}  \n  {texte.vortrag(w, sitzung)}" for w in wege))
    _zur_sitzung(blick, gremium, sitzung)


def _tafel(gremium: Gremium, wege: Sequence[Werdegang], jahr: int) -> None:
    st.header(f"Alle Empfehlungen von {jahr} in einer Tabelle", anchor=False)
    st.markdown(texte.WAS_ES_HEISST)
    bausteine.tafel([texte.zeile(w) for w in wege], f"Empfehlungen von {jahr} und was aus ihnen wurde")
    synthetisch = any(w.sitzung.synthetisch for w in wege)
    with st.container(horizontal=True):
        herunterladen.tabellen(
            lambda: exporte.als_csv(wege),
            lambda: exporte.als_xlsx(wege, gremium, jahr),
            dateiname("ruecklauf", gremium.id, str(jahr), synthetisch=synthetisch),
            "ruecklauf",
        )


def _zur_sitzung(blick: Blick, gremium: Gremium, sitzung: Sitzung) -> None:
    eigenes = blick.bestand.gremium[sitzung.gremium_id]
    welche = "Sitzung" if eigenes == gremium else f"Sitzung {eigenes.kurz}"
    text = f"Zur {welche} am {datum(sitzung.datum)}"
    ansichten.zum("sitzungen", text, gremium="" if eigenes == gremium else eigenes.id, sitzung=sitzung.datum)
