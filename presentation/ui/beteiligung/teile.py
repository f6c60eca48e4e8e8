"""The parts of the page Beteiligung, from seats to Planungsräume: a finding, its table, what it does not say."""

from collections.abc import Mapping, Sequence

import streamlit as st

from analysis.beteiligung.raeume import vertretene
from presentation import beteiligungsbilder
from presentation.ansichten import beteiligung as ansichten
from presentation.texts import beteiligungsseite as texte
from presentation.texts import beteiligungsstufen
from presentation.texts import beteiligungstafeln as tafeln
from presentation.texts.beteiligung import wertungshinweise
from presentation.texts.freitext import schlicht
from presentation.ui import bausteine, mitnehmen, rahmen
from presentation.ui.beteiligung.blick import Blick


def plaetze(blick: Blick, worte: Mapping[str, str]) -> None:
    """Seats and presence: one sign a person, the table beside it, and who spoke for whom."""
    st.header(texte.platzbefund(blick.b), anchor=False)
    for satz in texte.platzsaetze(blick.bestand, blick.gremien, blick.gremium is not None):
        st.markdown(satz)
    mitnehmen.daneben(
        ansichten.plaetze(blick),
        tafeln.anwesende(blick.bestand, blick.gehalten, blick.mehrere),
        "Selbstvertretung und Stellvertretung je Sitzung",
    )
    ziel = texte.zielsatz(blick.b.p2, blick.ziel)
    _saetze([*texte.benannt(worte, *texte.platzfragen(blick.b)), ziel])
    bausteine.klein(texte.ZU_PLAETZEN, texte.WORKSHOPS if len(blick.gehalten) > len(blick.b.sitzungen) else "")


def stufen(blick: Blick, worte: Mapping[str, str]) -> None:
    """Two views of each rated item."""
    punkte = blick.b.punkte
    st.header(texte.stufenbefund(punkte, blick.b.ausschnitt.nach_punkten), anchor=False)
    if not punkte:
        bausteine.klein(texte.ZU_STUFEN)
        _modell()
        return
    bausteine.klein(texte.SCHLUESSEL, texte.ZUR_ZONE)
    namen = {g.id: schlicht(g.kurz) for g in blick.gremien} if blick.mehrere else None
    mitnehmen.daneben(
        ansichten.stufen(blick),
        tafeln.stufen(blick.bestand, punkte, blick.mehrere),
        beteiligungsbilder.STUFENTABELLE,
        text=True,
    )
    _saetze([*texte.benannt(worte, "P7", "P8", "P9"), *wertungshinweise(blick.b.wertungen, namen)])
    bausteine.klein(texte.ZU_STUFEN)
    _modell()


def _modell() -> None:
    with st.expander("Die neun Stufen"):
        bausteine.tafel(beteiligungsstufen.tafel(), "Die neun Stufen der Beteiligung")
        bausteine.klein(texte.ZUM_STUFENMODELL)


def barrieren(blick: Blick, worte: Mapping[str, str]) -> None:
    """Accessibility of each meeting, in words."""
    st.header(texte.barrierebefund(blick.b), anchor=False)
    zeilen, ohne = tafeln.barrieren(blick.bestand, blick.b, blick.mehrere)
    bausteine.tafel(zeilen, "Barrierefreiheit je Sitzung", text=True)
    _saetze([*texte.benannt(worte, "P11", "P12", "P16"), f"**Ohne jeden Eintrag:** {'; '.join(ohne)}." if ohne else ""])
    bausteine.klein(texte.ZU_BARRIEREN)


def wirkung(blick: Blick, worte: Mapping[str, str]) -> None:
    """Who set the agenda, and what became of recommendations."""
    befund = texte.wirkungsbefund(blick.b)
    st.header(befund, anchor=False)
    _saetze(texte.benannt(worte, "P10", "P13", "P14", befund=befund))
    bausteine.klein(texte.ZUR_WIRKUNG)
    with st.container(horizontal=True, gap="small"):
        for gremium in blick.eigenstaendige:
            parameter = {"region": [blick.region], "gremium": [gremium.id], "ansicht": ["ruecklauf"]}
            rahmen.verweis("gremien", f"Rücklauf: {gremium.kurz}", parameter)


def raeume(blick: Blick) -> None:
    """From which Planungsräume institutions of the Selbstvertretung came."""
    st.header(texte.raumbefund(blick.b), anchor=False)
    if blick.b.p15.zaehler or (blick.raeume and not blick.b.p15.unbekannt):
        da = vertretene(blick.bestand, blick.gewaehlt.ausschnitt, blick.raeume)
        with st.container(width=560):
            bausteine.tafel(tafeln.raeume(blick.b, blick.raeume, da), "Vertretene Planungsräume")
    bausteine.klein(texte.ZU_RAEUMEN)


def _saetze(alle: Sequence[str]) -> None:
    st.markdown("\n".join(f"- {satz}" for satz in alle if satz))
