"""What the duties rest on: places that contradict each other, the norms, the source of the list and its files."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

import streamlit as st

from models.pflichttabellen import Widerspruch
from presentation.exports import fristentafeln as dateien
from presentation.exports.dateiname import dateiname
from presentation.exports.kalender import kalender
from presentation.texts import pflichten as texte
from presentation.texts import pflichttafeln as tafeln
from presentation.texts.freitext import schlicht
from presentation.texts.zahlen import datum
from presentation.ui import bausteine, herunterladen
from presentation.ui.fristen.blick import Blick


def widersprueche(blick: Blick) -> None:
    """Each with all its places word by word, framed like a note one can pick up."""
    alle = blick.bestand.e.widersprueche
    if not alle:
        return
    st.header(texte.widerspruchsbefund(len(alle)), anchor=False)
    st.markdown(texte.ZU_WIDERSPRUECHEN)
    for w in alle:
        _notiz(w)


def _notiz(w: Widerspruch) -> None:
    with st.container(border=True):
        st.subheader(schlicht(w.frage), anchor=False)
        stellen = list(zip(w.quellen, w.wortlaute, strict=True))
        st.markdown(_zitate([(q, tafeln.anfang(wort) or wort) for q, wort in stellen]))
        st.markdown(schlicht(w.umgang))
        if lange := [(q, wort) for q, wort in stellen if tafeln.anfang(wort)]:
            with st.expander(texte.GANZER_WORTLAUT):
                st.markdown(_zitate(lange))


def _zitate(stellen: Sequence[tuple[str, str]]) -> str:
    return "\n".join(f"- **{schlicht(q)}:** „{tafeln.woertlich(wort)}“" for q, wort in stellen)


def grundlagen(blick: Blick) -> None:
    """The norms, and whether a source of each was read."""
    alle = blick.bestand.e.rechtsgrundlagen
    if not alle:
        return
    st.header(texte.grundlagenbefund(alle), anchor=False)
    st.markdown(texte.ZU_GRUNDLAGEN)
    bausteine.tafel(tafeln.grundlagen(alle), "Rechtsgrundlagen", text=True)


def fuss(blick: Blick) -> None:
    """Source, day, protection, and the files."""
    quelle = texte.quelle(blick.bestand.e.vereinbarungen)
    zeilen = (("Quelle", quelle), ("Stand", datum(blick.heute)), ("Schutz", texte.SCHUTZ))
    st.divider()
    with st.container(width=760):
        st.markdown("  \n".join(f":small[**{name}** :gray[{text}]]" for name, text in zeilen))
    name = partial(dateiname, "fristen", blick.region, synthetisch=blick.synthetisch)
    baue = partial(dateien.liste, blick.sichten, blick.regionsname, blick.jahr, quelle, blick.heute)
    with st.container(horizontal=True, gap="small"):
        if blick.sichten:
            herunterladen.tabellen(
                partial(baue, "csv-excel"),
                partial(baue, "xlsx"),
                name(str(blick.jahr)),
                "laden_fristen",
                "Liste ({})",
            )
        herunterladen.datei("Kalender", partial(_kalender, blick), f"{name()}.ics", "laden_kalender")
    st.markdown(f":small[:gray[{texte.ZUM_KALENDER}]]")


def _kalender(blick: Blick) -> bytes:
    """This year and the next, for Outlook and others."""
    jahr = blick.heute.year
    return kalender(
        blick.bestand,
        blick.staende,
        blick.regionsname,
        date(jahr, 1, 1),
        date(jahr + 1, 12, 31),
        datetime.now().astimezone(),
        schreibt=blick.recht is not None,
    )
