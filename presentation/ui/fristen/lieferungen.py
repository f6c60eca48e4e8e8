"""The notices and deliveries of the year, each beside the published count it brings."""

from typing import Final

import streamlit as st

from analysis.kennzahlen.katalog import kennzahl
from analysis.pflichten import lieferungen as auswertung
from analysis.pflichten.lieferungen import Lieferung
from models.vokabular import Raumprinzip
from presentation.texts import pflichtlieferungen as texte
from presentation.texts.befunde import betrag
from presentation.texts.hinweise import Gezeigt
from presentation.ui import bausteine, rahmen, was_heisst_das, zwischenspeicher
from presentation.ui.fristen.blick import Blick

_MIT_PROBE: Final = "personen_gesamt"
"""The count of which § 8 d wants those inside and outside of the Kreis."""


def zeige(blick: Blick) -> None:
    """Finding, table, what it means, the way to each count; nothing where no notice is agreed."""
    alle = auswertung.lieferungen(blick.bestand, blick.sichten)
    if not alle:
        return
    st.header(texte.befund(alle, blick.jahr, blick.jahr > blick.heute.year), anchor=False)
    gezeigt = {x.sicht.pflicht.rule: wert for x in alle if (wert := _wert(blick, x)) is not None}
    zahlen = {rule: betrag(g.messung, g.kennzahl) for rule, g in gezeigt.items()}
    bausteine.tafel(texte.zeilen(alle, zahlen), f"Mitteilungen {blick.jahr}")
    ohne_probe = any(x.sicht.pflicht.grundzahl == _MIT_PROBE for x in alle)
    st.markdown("  \n".join(f":small[:gray[{satz}]]" for satz in texte.saetze(alle, ohne_probe)))
    was_heisst_das.zu_zeichen(blick.gebiete, gezeigt.values(), "mitteilungen")
    with st.container(horizontal=True, gap="small"):
        for g in gezeigt.values():
            tag = g.messung.stichtag
            wann = {"jahr": [str(tag.year)]} if (tag.month, tag.day) == (12, 31) else {"stichtag": [tag.isoformat()]}
            ziel = {"region": [blick.region], "kennzahl": [g.kennzahl.id], **wann}
            rahmen.verweis("zahlen", f"Zahlen: {g.kennzahl.kurz}", ziel)


def _wert(blick: Blick, x: Lieferung) -> Gezeigt | None:
    """The published value of the whole region at the Stichtag; None where there is no Freigabe for it."""
    zahl = kennzahl(x.sicht.pflicht.grundzahl) if x.stichtag else None
    if zahl is None:
        return None
    alle = zwischenspeicher.alle_messungen(blick.gebiete, zahl, blick.gebiete.ganzes.ebene, Raumprinzip.HERKUNFT)
    messung = next((m for m in alle if m.stichtag == x.stichtag), None)
    return Gezeigt(zahl, Raumprinzip.HERKUNFT, messung) if messung else None
