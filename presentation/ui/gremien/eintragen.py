"""What all forms of an agenda share: one is open at a time, and what was done is said above, with the way back.

They are sent by their button, not by Enter: Streamlit would explain Enter in English inside every field.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Final, Literal

import streamlit as st

from data_access.gremien.buch import GremienAbgelehnt
from data_access.importing.stichtage import lies_geschriebenen_tag
from models.gremientabellen import Vorgang
from presentation.texts.sitzungen import in_feldform, kein_tag
from presentation.texts.zahlen import datum
from presentation.ui.gremien import verlauf
from presentation.ui.gremien.blick import Blick

_OFFEN: Final = "gremien_form"
_PUNKT: Final = "gremien_punkt"
_JAHRE: Final = range(1950, 2101)


def jetzt() -> datetime:
    """The clock, asked once for each step."""
    return datetime.now().astimezone()


def raeume(blick: Blick) -> dict[str, str]:
    """Planungsräume of the Haupteinteilung: id -> name."""
    region = blick.auswahl.bestand.region
    if not region.haupteinteilung_id:
        return {}
    return {raum: name for _, raum, name in blick.auswahl.bestand.zeilen("planungsraum", region.haupteinteilung_id)}


def knopf(beschriftung: str, form: str, zeichen: str, leise: bool = True) -> None:
    """A button that opens a form in place of the one that is open. `zeichen`: its icon."""
    art: Literal["tertiary", "secondary"] = "tertiary" if leise else "secondary"
    st.button(
        beschriftung, key=f"oeffne_{form}", icon=f":material/{zeichen}:", type=art, on_click=_oeffne, args=(form,)
    )


def ist_offen(form: str) -> bool:
    """Whether this form is the one that is open."""
    return bool(st.session_state.get(_OFFEN) == form)


def bearbeiter(top: str, nummer: int) -> bool:
    """The one quiet button of an item: opens what can be done with it, in place of the item open before; whether it is.

    It keeps its key and place, so that the keyboard stays where it is.
    """
    offen = bool(st.session_state.get(_PUNKT) == top)
    st.button(
        f"Punkt {nummer} fertig bearbeitet" if offen else f"Punkt {nummer} bearbeiten",
        key=f"bearbeite_{top}",
        icon=":material/check:" if offen else ":material/edit:",
        type="tertiary",
        on_click=bearbeite,
        args=("" if offen else top,),
    )
    return offen


def bearbeite(top: str) -> None:
    """Open the actions of an item (empty: of none), and close the form that is open."""
    st.session_state[_PUNKT] = top
    st.session_state.pop(_OFFEN, None)


def abbrechen() -> None:
    """The button at the end of a form that closes it unsaved."""
    if st.form_submit_button("Abbrechen", type="tertiary"):
        st.session_state.pop(_OFFEN, None)
        st.rerun()


def tue(blick: Blick, schritt: Callable[[], Vorgang], satz: str | Callable[[Vorgang], str]) -> None:
    """Take the step, close the form and say `satz` above, with the way back; or show why it was refused and keep what
    was typed."""

    def und_schliesse() -> Vorgang:
        vorgang = schritt()
        st.session_state.pop(_OFFEN, None)
        return vorgang

    verlauf.tue(blick, und_schliesse, satz)


def liste(label: str, worte: Mapping[str, str], wert: str | None, leer: str, schluessel: str) -> str | None:
    """Choose a word of a list, or none (`leer`)."""
    bekannt = [*worte, *([wert] if wert and wert not in worte else [])]
    gewaehlt = st.selectbox(
        label,
        ["", *bekannt],
        ["", *bekannt].index(wert or ""),
        format_func=lambda w: worte.get(w, w) if w else leer,
        key=schluessel,
        filter_mode=None,
    )
    return gewaehlt or None


def wort(label: str, worte: Mapping[str, str], wert: str, schluessel: str) -> str:
    """Choose one of a few words."""
    return st.radio(
        label, list(worte), list(worte).index(wert), format_func=worte.__getitem__, key=schluessel, horizontal=True
    )


def tagesfeld(label: str, wert: date | None, schluessel: str | None = None) -> str:
    """A day as it is typed: Streamlit's own field speaks English to a screen reader. `als_tag` reads it."""
    return st.text_input(label, in_feldform(wert), key=schluessel, max_chars=10, autocomplete="off").strip()


def als_tag(text: str) -> date | None:
    """The typed day, None for an empty field; raises GremienAbgelehnt for what is none."""
    tag = lies_geschriebenen_tag(text) if text else None
    if text and tag is None:
        raise GremienAbgelehnt(kein_tag(text))
    if tag is not None and tag.year not in _JAHRE:
        raise GremienAbgelehnt(f"{datum(tag)}: Das Jahr liegt nicht zwischen 1950 und 2100. Bitte prüfen.")
    return tag


def _oeffne(form: str) -> None:
    st.session_state[_OFFEN] = form
