"""The head of the page Beteiligung, and what it shows while there is nothing to look at."""

import streamlit as st

from presentation.texts import beteiligungsseite as texte
from presentation.texts.methodik import THEMENWAHL
from presentation.ui import bausteine, rahmen
from presentation.ui.beteiligung.blick import Blick


def kopf(blick: Blick) -> None:
    """The finding, and what is looked at."""
    a = blick.gewaehlt.ausschnitt
    titel = texte.befund(blick.b, blick.kurz, blick.gewaehlt.jahre)
    raum = blick.raeume.get(a.planungsraum or "", "")
    bausteine.kopf(
        titel,
        texte.unterzeile(
            blick.wer, blick.regionsname, blick.b, len(blick.gehalten), THEMENWAHL.get(a.thema or "", ""), raum
        ),
    )
    if a.nach_punkten:
        st.markdown(f":material/info: {texte.NUR_PUNKTE}")


def noch_kein_gremium(blick: Blick) -> None:
    """Where a region begins."""
    bausteine.kopf(
        f"{blick.regionsname}: noch kein Gremium eingetragen",
        "Zuerst kommt das Register: welche Gremien es gibt und wer dazugehört. Danach die Sitzungen.",
    )
    rahmen.verweis("gremien", "Zu den Gremien", {"region": [blick.region], "ansicht": ["register"]})


def noch_keine_sitzung(blick: Blick) -> None:
    """What the register says already, and the way to the meetings."""
    st.markdown(texte.leer(blick.regionsname, blick.gremium))
    if blick.gremium is not None:
        for satz in texte.platzsaetze(blick.bestand, [blick.gremium], True):
            st.markdown(satz)
