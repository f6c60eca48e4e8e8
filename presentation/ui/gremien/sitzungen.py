"""View of the page Gremien: the meetings of a Gremium: list, entry, history."""

from datetime import datetime
from typing import Final

import streamlit as st

from data_access.gremien import sitzungen
from models.gremientabellen import Gremium, Sitzung, Vorgang
from presentation.texts import sitzungen as texte
from presentation.texts.freitext import schlicht
from presentation.texts.zahlen import datum
from presentation.ui import bausteine, fokus
from presentation.ui.adresse import setze
from presentation.ui.gremien import sitzungsform, sitzungsliste, tagesordnung, verlauf
from presentation.ui.gremien.blick import Blick, zum

_LOESCHEN: Final = "gremien_sitzung_loeschen"
_LOESCHKNOPF: Final = "sitzung_loeschen"


def zeige(blick: Blick) -> None:
    """The list, the chosen meeting with its agenda, the history; forms for those who may write."""
    gremium = blick.gremium
    if gremium is None:
        bausteine.kopf(
            f"{blick.regionsname}: noch kein Gremium eingetragen", "Zuerst kommt das Register, danach die Sitzungen."
        )
        zum("register", "Zum Register")
        verlauf.zuletzt(blick)
        return
    bausteine.kopf(*map(schlicht, texte.satz_der_liste(gremium, blick.bestand)))
    if formular := sitzungsform.offenes(blick):
        sitzungsform.zeige(blick, gremium, formular)
        return
    verlauf.zuletzt(blick)
    sitzung = blick.sitzung
    _knoepfe(blick, gremium, sitzung)
    if sitzung is not None:
        sitzungsliste.liste(blick, gremium)
        sitzungsliste.eine(blick, gremium, sitzung)
        tagesordnung.zeige(blick)
    else:
        zum("register", "Wer dazugehört")
    verlauf.zeige(blick, sitzung)


def _knoepfe(blick: Blick, gremium: Gremium, sitzung: Sitzung | None) -> None:
    """What the holder of the key can do with the chosen meeting, and a new one."""
    if blick.recht is None:
        return
    with st.container(horizontal=True):
        oeffne = sitzungsform.oeffne
        st.button(
            "Neue Sitzung eintragen", key=sitzungsform.NEU, type="primary", on_click=oeffne, args=(blick, gremium)
        )
        if sitzung is not None:
            am = datum(sitzung.datum)
            st.button(
                f"Sitzung am {am} ändern", key=sitzungsform.AENDERN, on_click=oeffne, args=(blick, gremium, sitzung)
            )
            st.button(f"Sitzung am {am} löschen", key=_LOESCHKNOPF, on_click=_frage, args=(sitzung.id,))
    if sitzung is not None and st.session_state.get(_LOESCHEN) == sitzung.id:
        st.warning(schlicht(texte.loeschfrage(sitzung, gremium, blick.bestand)))
        with st.container(horizontal=True):
            if st.button("Ja, löschen"):
                _loesche(blick, gremium, sitzung)
            st.button("Nein, behalten", on_click=_frage, args=("",))


def _frage(sitzung: str) -> None:
    st.session_state[_LOESCHEN] = sitzung
    fokus.auf(_LOESCHKNOPF)


def _loesche(blick: Blick, gremium: Gremium, sitzung: Sitzung) -> None:
    recht = blick.recht
    if recht is None:
        return

    def schritt() -> Vorgang:
        vorgang = sitzungen.loesche(recht, sitzung.id, datetime.now().astimezone())
        _frage("")
        setze(sitzung="")
        fokus.auf(sitzungsform.NEU)
        return vorgang

    verlauf.tue(
        blick,
        schritt,
        f"gelöscht: {schlicht(gremium.kurz)}, Sitzung am {datum(sitzung.datum)}.",
    )
