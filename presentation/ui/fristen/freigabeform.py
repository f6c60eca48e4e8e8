"""The form for releases: one side ticks what may be shown outside; several at once are one step."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import streamlit as st

from analysis.pflichten.stand import Pflichtstand
from data_access.gremien import pflichtpflege
from data_access.gremien.pflichtpflege import Instanz
from data_access.schreibrecht import Schreibrecht
from models.pflichtworte import IMMER_SICHTBAR, Nachweisart
from presentation.texts import nachweise as texte
from presentation.texts.freitext import schlicht
from presentation.texts.pflichtworte import STATUSWORTE
from presentation.ui.gremien import eintragen, verlauf

if TYPE_CHECKING:
    from presentation.ui.fristen.eintragen import Fristenblick

_FORM: Final = "freigaben"
_JAHR: Final = "freigaben_jahr"
_SEITE: Final = "freigaben_seite"


def zeige(blick: "Fristenblick", recht: Schreibrecht, staende: Sequence[Pflichtstand]) -> None:
    """What the releases are about, and the form behind a button."""
    betroffen = [s for s in staende if s.pflicht.zustaendig not in IMMER_SICHTBAR]
    if not betroffen:
        return
    st.subheader("Freigaben nach außen", anchor=False)
    st.markdown(
        f"{texte.FREIGABEREGEL} Wortlaut, Quelle und Tag einer Pflicht sind immer zu sehen; was ein Gremium gemeinsam "
        "tut, auch."
    )
    if not eintragen.ist_offen(_FORM):
        eintragen.knopf("Stände freigeben oder zurücknehmen", _FORM, "visibility", leise=False)
        return
    jahre = sorted({s.jahr for s in betroffen}, reverse=True)
    heute = blick.heute.year
    with st.container(key=f"formular_{_FORM}_wahl"):
        seite = eintragen.wort("Für welche Seite?", texte.PARTNERSEITEN, next(iter(texte.PARTNERSEITEN)), _SEITE)
        jahr = st.selectbox("Jahr", jahre, jahre.index(heute) if heute in jahre else 0, key=_JAHR, filter_mode=None)
    _form(blick, recht, seite, [s for s in betroffen if s.jahr == jahr])


def _form(blick: "Fristenblick", recht: Schreibrecht, seite: str, staende: Sequence[Pflichtstand]) -> None:
    gegeben = _freigaben(blick)
    jahr = staende[0].jahr
    marke = f"{_FORM}_{seite}_{jahr}_{verlauf.runde()}"
    # What somebody else releases meanwhile is not taken back by a box that was empty when it was drawn.
    gezeigt: frozenset[Instanz] = st.session_state.setdefault(
        marke, frozenset(i for s in staende if seite in gegeben.get(i := (s.pflicht.rule, s.instanz), ()))
    )
    with eintragen.formular(_FORM, marke, None):
        st.markdown(f"**{texte.PARTNERSEITEN[seite]} gibt für {jahr} frei:**")
        gewaehlt = {
            i
            for s in staende
            if st.checkbox(
                _beschriftung(s, gegeben.get(i := (s.pflicht.rule, s.instanz), ())),
                i in gezeigt,
                key=f"{marke}_{s.pflicht.rule}_{s.instanz}",
            )
        }
        with st.container(horizontal=True):
            speichern = st.form_submit_button("Freigaben speichern", type="primary")
            alle = st.form_submit_button(f"Alle für {jahr} freigeben")
            eintragen.abbrechen(_FORM)
    if alle:
        gewaehlt = {(s.pflicht.rule, s.instanz) for s in staende}
    if speichern or alle:
        eintragen.tue(
            blick,
            _FORM,
            None,
            lambda: pflichtpflege.aendere_freigaben(
                recht, blick.region, seite, sorted(gewaehlt - gezeigt), sorted(gezeigt - gewaehlt), eintragen.jetzt()
            ),
            lambda vorgang: f"gesichert: {schlicht(vorgang.was)}. {texte.FREIGABEREGEL}",
        )


def _freigaben(blick: "Fristenblick") -> dict[Instanz, tuple[str, ...]]:
    """Instance -> the sides that released it."""
    je: dict[Instanz, tuple[str, ...]] = {}
    for n in blick.bestand.e.nachweise:
        if n.art == Nachweisart.FREIGABE:
            je[n.rule, n.instanz] = (*je.get((n.rule, n.instanz), ()), n.seite)
    return je


def _beschriftung(s: Pflichtstand, seiten: Sequence[str]) -> str:
    """One instance with its state, and which side has released it."""
    name, wann = texte.pflichtname(s.pflicht), texte.instanzname(s.instanz, s.bezugsjahr)
    return f"{name}, {wann}: {STATUSWORTE[s.status]} ({texte.seiten(seiten)})"
