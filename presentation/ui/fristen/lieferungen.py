"""The part of the page Fristen about notices and deliveries, with the published counts they carry."""

from collections.abc import Sequence

import streamlit as st

from analysis.bestand import Bestand
from analysis.gremien.bestand import Gremienbestand
from analysis.pflichten.lieferzahl import lieferzahl, orte
from analysis.pflichten.stand import Sicht
from models.pflichtworte import Pruefung
from models.vokabular import Basis
from presentation.texts import lieferfristen as texte
from presentation.ui import bausteine, rahmen, zwischenspeicher


def zeige(sichten: Sequence[Sicht], bestand: Gremienbestand, gebiete: Bestand, jahr: int) -> None:
    """What is delivered in a year. `sichten`: what the reader may see; `gebiete`: the region with what is published."""
    if not bestand.e.pflichten:
        return
    st.header(texte.TITEL, anchor=False)
    if not any(p.pruefung == Pruefung.MITTEILUNG for p in bestand.e.pflichten):
        st.markdown(texte.nicht_vereinbart(gebiete.region.name))
        return
    lieferungen = [s for s in sichten if s.jahr == jahr and s.pflicht.pruefung == Pruefung.MITTEILUNG]
    if not lieferungen:
        st.markdown(texte.keine_im_jahr(jahr))
        return
    if satz := texte.blickrichtungen(lieferungen):
        st.markdown(satz)
    zahlen = [lieferzahl(s, gebiete, zwischenspeicher.alle_messungen) for s in lieferungen]
    bausteine.tafel(
        [texte.zeile(s, bestand.e.nachweise, z) for s, z in zip(lieferungen, zahlen, strict=True)],
        f"{texte.TITEL}, {jahr}",
    )
    gezeigte = [z for z in zahlen if z is not None and z.messung is not None]
    erfunden = any(s.synthetisch for s in lieferungen) or any(
        z.messung and z.messung.basis == Basis.SYNTHETISCH for z in gezeigte
    )
    for satz in (texte.WOHER, *([texte.SYNTHETISCH] if erfunden else [])):
        st.markdown(f":small[:gray[{satz}]]")
    if gezeigte:
        st.markdown(texte.MEHR)
    for zahl in gezeigte:
        wort, parameter = texte.verweis(zahl)
        rahmen.verweis("zahlen", wort, {"region": [gebiete.region.slug], **parameter})
    for zahl in gezeigte:
        if geteilt := orte(zahl, gebiete, zwischenspeicher.alle_messungen):
            st.subheader(texte.ortstitel(zahl), anchor=False)
            with st.container(width=760):
                for satz in texte.ortssaetze(zahl, geteilt, gebiete.ganzes):
                    st.markdown(satz)
