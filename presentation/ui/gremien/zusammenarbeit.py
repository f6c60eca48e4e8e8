"""View of the page Gremien: the yearly check of the co-operation."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

import polars as pl
import streamlit as st

from analysis.gremien import zusammenarbeit as analyse
from analysis.gremien.zusammenarbeit import Jahresbefund
from data_access.gremien.vorschlag import ist_vorschlag
from presentation.ansichten import zusammenarbeit as ansichten
from presentation.ansichten.bogen import Bogen
from presentation.exports.dateiname import dateiname
from presentation.exports.mappe import Blatt, als_mappe
from presentation.exports.tabelle import als_csv_excel
from presentation.texts import zusammenarbeit as texte
from presentation.texts.dateiangaben import SYNTHETISCH
from presentation.ui import bausteine, herunterladen, mitnehmen, rahmen
from presentation.ui.adresse import setze
from presentation.ui.gremien import zusammenarbeit_eintragen as eintragen
from presentation.ui.gremien import zusammenarbeit_frageboegen as frageboegen
from presentation.ui.gremien.blick import Blick


def zeige(blick: Blick) -> None:
    """Draw the view: the latest year with answers, or the one of the link; then one statement over the years."""
    jetzt = datetime.now().astimezone()
    alle = analyse.antworten(blick.bestand.e.fragen, blick.bestand.e.bewertungen)
    jahre = analyse.jahre(alle)
    if not jahre:
        _ohne_antworten(blick)
    else:
        jahr = int(_aus_link(ansichten.JAHR, {str(j): str(j) for j in reversed(jahre)}, "Antworten für das Jahr"))
        _leiste(jahre, jahr)
        bilder = ansichten.blick_auf(blick.auswahl.bestand, blick.bestand, jahr, blick.heute)
        befund = bilder.befund
        bausteine.kopf(texte.jahrestitel(befund), texte.unterzeile(befund, blick.regionsname))
        _vorschlag(blick, befund.jahr)
        eintragen.zeige(blick, jetzt)
        _jahr(bilder)
        _reihe(bilder)
        _dateien(blick, alle, befund)
    if not jahre:
        eintragen.zeige(blick, jetzt)
    frageboegen.zeige(blick, jetzt.year)


def _ohne_antworten(blick: Blick) -> None:
    if blick.bestand.e.fragen:
        unten = "Die Aussagen liegen vor. Beantwortet hat sie noch keine Seite."
    else:
        unten = "Für diese Region sind noch keine Aussagen vereinbart, zu denen die Seiten antworten könnten."
    bausteine.kopf(f"{blick.regionsname}: die Zusammenarbeit ist noch nicht bewertet", unten)
    _vorschlag(blick, None)
    for satz in texte.BEDEUTUNG:
        st.markdown(satz)


def _vorschlag(blick: Blick, jahr: int | None) -> None:
    """Say whose statements these are, as long as they are those of the product."""
    fragen = blick.bestand.e.fragen if jahr is None else analyse.gefragt(blick.bestand.e.fragen, jahr)
    if fragen and all(map(ist_vorschlag, fragen)):
        st.markdown(f":material/info: {texte.VORSCHLAG}")


def _aus_link(name: str, namen: Mapping[str, str], was: str) -> str:
    """A value of the link, else the first of `namen` (value -> name on screen) with a sentence."""
    gewuenscht, sonst = st.query_params.get(name, ""), next(iter(namen))
    if gewuenscht and gewuenscht not in namen:
        rahmen.hinweise([f"{was} „{gewuenscht[:40]}“ aus dem Link gibt es hier nicht. Sie sehen: {namen[sonst]}."])
    return gewuenscht if gewuenscht in namen else sonst


def _leiste(jahre: Sequence[int], jahr: int) -> None:
    schluessel = "bewertung_jahr"
    st.session_state[schluessel] = jahr

    def uebernimm() -> None:
        neu = st.session_state[schluessel]
        setze(**{ansichten.JAHR: "" if neu == jahre[-1] else str(neu)})

    with st.container(width=220):
        st.selectbox("Jahr", list(reversed(jahre)), key=schluessel, on_change=uebernimm, filter_mode=None)


def _jahr(b: ansichten.Blick) -> None:
    """The picture of a year beside what is worth talking about; below, every answer in words."""
    befund, alle = b.befund, b.alle
    links, rechts = st.columns([7, 5], gap="large")
    with links:
        st.header(texte.bildtitel(befund), anchor=False)
        ordnung = _ordnung()
        st.markdown(f":small[:gray[{texte.SCHLUESSEL}]]")
        _zum_mitnehmen(ansichten.antworten(b, ordnung))
    with rechts:
        st.header("Worüber zu reden ist", anchor=False)
        saetze = texte.abweichungen(befund)
        st.markdown("\n".join(f"- {satz}" for satz in saetze) or "Keine zwei Seiten liegen zwei Stufen auseinander.")
        st.header("Was das heißt", anchor=False)
        for satz in texte.BEDEUTUNG:
            st.markdown(satz)
        st.header("Jede Seite für sich", anchor=False)
        bausteine.tafel(texte.mediantafel(analyse.mediane(alle), befund.jahr), "Mittlere Antwort jeder Seite")
        st.markdown(f":small[:gray[{texte.MEDIAN_BEDEUTUNG}]]")
    st.header(ansichten.TABELLE, anchor=False)
    bausteine.tafel(texte.antworttafel(befund, b.geordnet(ordnung)), f"{ansichten.TABELLE}, {befund.jahr}")
    if anmerkungen := texte.anmerkungstafel(alle, befund.jahr):
        st.header("Anmerkungen der Seiten", anchor=False)
        bausteine.tafel(anmerkungen, f"Anmerkungen der Seiten, {befund.jahr}")


def _zum_mitnehmen(bogen: Bogen | None) -> None:
    if bogen is not None:
        mitnehmen.bilder(bogen)


def _ordnung() -> str:
    ordnung = _aus_link(ansichten.ORDNUNG, ansichten.ORDNUNGEN, "Die Ordnung")
    schluessel = "bewertung_ordnung"
    st.session_state[schluessel] = ordnung

    def uebernimm() -> None:
        neu = st.session_state[schluessel]
        setze(**{ansichten.ORDNUNG: "" if neu == next(iter(ansichten.ORDNUNGEN)) else neu})

    st.radio(
        "Geordnet nach",
        list(ansichten.ORDNUNGEN),
        format_func=ansichten.ORDNUNGEN.__getitem__,
        horizontal=True,
        key=schluessel,
        on_change=uebernimm,
    )
    return ordnung


def _reihe(b: ansichten.Blick) -> None:
    """One statement over the years."""
    fragen = {str(s.nummer): f"{s.nummer}. {s.text}" for s in b.befund.sichten}
    namen = {n: f"Aussage {n}" for n in sorted(fragen, key=lambda n: n != str(b.vorn))}
    nummer = _aus_link(ansichten.AUSSAGE, namen, "Die Aussage")
    reihe = b.reihe(int(nummer))
    st.header(texte.reihentitel(reihe), anchor=False)
    _waehle_aussage(fragen, nummer)
    with st.container(width=760):
        _zum_mitnehmen(ansichten.aussage(b, int(nummer)))
        for satz in (*texte.bruchsaetze(reihe), texte.REIHE_BEDEUTUNG):
            st.markdown(satz)
    bausteine.tafel(texte.reihentafel(reihe), f"{ansichten.REIHENTABELLE}: {fragen[nummer]}")


def _waehle_aussage(fragen: dict[str, str], nummer: str) -> None:
    schluessel = "bewertung_aussage"
    st.session_state[schluessel] = nummer

    def uebernimm() -> None:
        setze(**{ansichten.AUSSAGE: st.session_state[schluessel]})

    with st.container(width=760):
        st.selectbox(
            "Aussage",
            list(fragen),
            format_func=fragen.__getitem__,
            key=schluessel,
            on_change=uebernimm,
            filter_mode=None,
        )


def _dateien(blick: Blick, alle: pl.DataFrame, befund: Jahresbefund) -> None:
    """All years as files for people."""
    erfunden = bool(alle["synthetisch"].any())
    rahmen_ = texte.dateirahmen(alle)
    titel = f"Zusammenarbeit im Gesamtplanverfahren, {blick.regionsname}"
    hinweis = " ".join([*([f"{SYNTHETISCH}."] if erfunden else []), *texte.BEDEUTUNG])
    with st.container(horizontal=True):
        herunterladen.tabellen(
            partial(als_csv_excel, rahmen_),
            partial(als_mappe, [Blatt("Antworten", "alle Jahre", rahmen_)], titel, hinweis),
            dateiname("zusammenarbeit", blick.region, synthetisch=erfunden),
            f"bewertung_{befund.jahr}",
        )
