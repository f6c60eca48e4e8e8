"""What was changed, when, by which way, and taking it back: for one meeting, for a region, and for the last step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol

import streamlit as st

from data_access.gremien.buch import GremienAbgelehnt, aenderungen, nimm_zurueck
from data_access.importing.namensliste import FREITEXT_NENNT_PERSON
from data_access.importing.personennamen import genannte
from data_access.schreibrecht import Schreibrecht
from models.gremientabellen import Sitzung, Vorgang
from presentation.texts import gremienverlauf as texte
from presentation.texts.freitext import schlicht
from presentation.ui import fokus, zwischenspeicher
from presentation.ui.daten import zugang
from presentation.ui.gremien.blick import Blick
from presentation.ui.tagesfeld import KeinTag

_ZULETZT: Final = "gremien_zuletzt"
_ABGELEHNT: Final = "gremien_ruecknahme_abgelehnt"
_HINWEIS: Final = "gremien_hinweis"
_RUNDE: Final = "gremien_runde"
ZURUECKNEHMEN: Final = "Zurücknehmen"


class Schauplatz(Protocol):
    """What a page shows, as far as a step needs to know it."""

    @property
    def region(self) -> str:
        """Slug of the region."""

    @property
    def recht(self) -> Schreibrecht | None:
        """Whether this session may write."""

    @property
    def ort(self) -> tuple[str, str]:
        """Where the sentence about a step belongs; it is gone as soon as the page shows another."""


@dataclass
class _Letzter:
    """The last step of this session: what is said of it, where it was taken, and whether it seems to name a person."""

    satz: str
    vorgang: str
    ort: tuple[str, str]
    mit_namen: bool
    gesagt: bool = False


def runde() -> int:
    """Counts up with each step of this session: as part of a key it makes a form show again what is stored."""
    return int(st.session_state.get(_RUNDE, 0))


def merke(blick: Schauplatz, vorgang: Vorgang, satz: str) -> None:
    """Remember a step that was just taken: `zuletzt` says `satz` and offers to take it back."""
    st.session_state[_RUNDE] = runde() + 1
    if not aenderungen(vorgang.id):
        sage("Es hat sich nichts geändert. Gespeichert ist, was hier steht.")
        return
    st.session_state[_ZULETZT] = _Letzter(satz, vorgang.id, blick.ort, _scheint_person_zu_nennen(vorgang))


def _scheint_person_zu_nennen(vorgang: Vorgang) -> bool:
    """Whether a text that a step wrote or changed seems to name a person."""
    return any(
        genannte(wert) > 0
        for a in aenderungen(vorgang.id)
        for name, wert in (a.nachher or {}).items()
        if isinstance(wert, str) and wert != (a.vorher or {}).get(name)
    )


def sage(satz: str) -> None:
    """Leave a sentence for `zuletzt` about something that was no step."""
    st.session_state[_HINWEIS] = satz
    st.session_state.pop(_ZULETZT, None)


def tue(blick: Schauplatz, schritt: Callable[[], Vorgang], satz: str | Callable[[Vorgang], str]) -> None:
    """Take a step and draw the page anew with its sentence; or show why it was refused."""
    try:
        vorgang = schritt()
    except (GremienAbgelehnt, KeinTag) as grund:
        st.error(schlicht(str(grund)))
        return
    merke(blick, vorgang, satz if isinstance(satz, str) else satz(vorgang))
    st.rerun()


def zuletzt(blick: Schauplatz) -> None:
    """The sentence of the last step with its button; gone as soon as another view or Gremium is looked at."""
    if satz := st.session_state.pop(_ABGELEHNT, ""):
        st.error(satz)
    if satz := st.session_state.pop(_HINWEIS, ""):
        st.info(satz, icon=":material/info:")
    letzter: _Letzter | None = st.session_state.get(_ZULETZT)
    if letzter is None:
        return
    if letzter.ort != blick.ort or blick.recht is None:
        del st.session_state[_ZULETZT]
        return
    if not letzter.gesagt:
        # Whoever has scrolled down a long form sees it too.
        st.toast(letzter.satz, icon=":material/check:", duration="long")
        letzter.gesagt = True
    st.success(letzter.satz)
    if letzter.mit_namen:
        st.warning(FREITEXT_NENNT_PERSON)
    _knopf(blick, letzter.vorgang, "zuletzt")


def zeige(blick: Blick, sitzung: Sitzung | None) -> None:
    """The history of a meeting and of the whole region, each behind its name."""
    st.header("Verlauf", anchor=False)
    st.markdown(
        "Jede Änderung bleibt stehen. Zurücknehmen ist selbst eine Änderung und lässt sich auch zurücknehmen."
        if blick.recht
        else "Jede Änderung bleibt stehen."
    )
    if sitzung is not None:
        with st.expander("Verlauf dieser Sitzung"):
            schritte(blick, "sitzung", zwischenspeicher.gremienverlauf(blick.region, sitzung.id))
    with st.expander(f"Verlauf aller Gremien: {blick.regionsname}"):
        schritte(blick, "region", zwischenspeicher.gremienverlauf(blick.region))


def schritte(blick: Schauplatz, wo: str, alle: Sequence[zwischenspeicher.Verlaufsschritt]) -> None:
    """Steps, the newest first, each with its way back. `wo`: tells this list from another on the page."""
    if not alle:
        st.markdown("Noch ist nichts eingetragen.")
    for s in alle:
        st.markdown(f"**{texte.schritt(s.vorgang)}**")
        if saetze := texte.einzelheiten(s.aenderungen, s.weitere):
            st.markdown("\n".join(f"* {satz}" for satz in saetze))
        if s.hindernis:
            st.markdown(f":small[:gray[Lässt sich nicht zurücknehmen: {s.hindernis}.]]")
        elif blick.recht is not None:
            _knopf(blick, s.vorgang.id, wo)


def _knopf(blick: Schauplatz, vorgang: str, wo: str) -> None:
    st.button(
        ZURUECKNEHMEN,
        key=ruecknahmeknopf(wo, vorgang),
        icon=":material/undo:",
        on_click=_nimm_zurueck,
        args=(blick, vorgang),
    )


def ruecknahmeknopf(wo: str, vorgang: str) -> str:
    """Key of the button that takes a step back."""
    return f"zuruecknehmen_{wo}_{vorgang}"


def _nimm_zurueck(blick: Schauplatz, vorgang: str) -> None:
    recht = zugang.schreibrecht()
    if recht is None:
        return
    try:
        neu = nimm_zurueck(recht, vorgang, datetime.now().astimezone())
    except GremienAbgelehnt as grund:
        st.session_state[_ABGELEHNT] = schlicht(str(grund))
        return
    merke(blick, neu, f"{schlicht(neu.was)}.")
    fokus.auf(ruecknahmeknopf("zuletzt", neu.id))
