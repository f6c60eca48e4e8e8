"""What all forms of an agenda share: each stays open until it is saved or cancelled, so that nothing typed is lost when
another is opened; what was done is said above, with the way back.

They are sent by their button, not by Enter: Streamlit would explain Enter in English inside every field.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

import streamlit as st

from data_access.gremien.buch import GremienAbgelehnt
from models.gremientabellen import Eintragung, Vorgang
from models.gremienworte import Bestimmungsart
from presentation.texts.freitext import schlicht
from presentation.ui import fokus
from presentation.ui.gremien import verlauf, zugleich
from presentation.ui.gremien.blick import Blick

_OFFEN: Final = "gremien_formulare"
_PUNKT: Final = "gremien_punkt"


@dataclass(frozen=True)
class Schritt:
    """What a button of a form does, and what is said above when it is done."""

    tue: Callable[[], Vorgang]
    satz: str


def jetzt() -> datetime:
    """The clock, asked once for each step."""
    return datetime.now().astimezone()


def raeume(blick: Blick) -> dict[str, str]:
    """Planungsräume of the Haupteinteilung: id -> name."""
    return blick.auswahl.bestand.hauptraeume


def aufgaben(blick: Blick) -> dict[str, str]:
    """The tasks that the agreements of the region name: id of the clause -> its wording."""
    return {b.id: schlicht(b.wortlaut) for b in blick.bestand.e.bestimmungen if b.art == Bestimmungsart.AUFGABE}


def knopf(beschriftung: str, form: str, zeichen: str, top: str = "", *, leise: bool = True) -> None:
    """A button that opens a form. `zeichen`: its icon; `top`: the item it belongs to, if to one."""
    art: Literal["tertiary", "secondary"] = "tertiary" if leise else "secondary"
    st.button(
        beschriftung, key=f"oeffne_{form}", icon=f":material/{zeichen}:", type=art, on_click=_oeffne, args=(form, top)
    )


def ist_offen(form: str) -> bool:
    """Whether this form is open."""
    return form in _offene()


@contextmanager
def formular(form: str, marke: str, zeile: Eintragung | None, felder: Sequence[str] = ()) -> Iterator[None]:
    """An open form about `zeile` (None: something new). `marke`: key of a field; `felder`: columns it writes."""
    # The session forgets a field that was not drawn: a form that comes back shows what is stored.
    zugleich.geoeffnet(form, marke in st.session_state, zeile, felder)
    with st.container(key=f"formular_{form}"), st.form(form, enter_to_submit=False):
        yield


def bearbeiter(top: str, nummer: int) -> bool:
    """The one quiet button of an item: opens what can be done with it, in place of the item open before; whether it is.

    An item with an open form stays open. The button keeps its key, so that the keyboard finds it.
    """
    offen = bool(st.session_state.get(_PUNKT) == top) or top in _offene().values()
    st.button(
        f"Punkt {nummer} fertig bearbeitet" if offen else f"Punkt {nummer} bearbeiten",
        key=f"bearbeite_{top}",
        icon=":material/check:" if offen else ":material/edit:",
        type="tertiary",
        on_click=_fertig if offen else bearbeite,
        args=(top,),
    )
    return offen


def bearbeite(top: str) -> None:
    """Open the actions of an item, and close those of the item open before."""
    st.session_state[_PUNKT] = top
    fokus.auf(f"bearbeite_{top}")


def _fertig(top: str) -> None:
    """Close the actions of an item, unless a form of it is open: what was typed there would be lost."""
    offen = next((form for form, zu in _offene().items() if zu == top), "")
    if offen:
        st.toast("Hier ist noch ein Formular offen. Bitte speichern oder abbrechen.", icon=":material/info:")
        fokus.auf(f"formular_{offen}")
        return
    st.session_state.pop(_PUNKT, None)
    fokus.auf(f"bearbeite_{top}")


def schluss(
    blick: verlauf.Schauplatz,
    form: str,
    zeile: Eintragung | None,
    was: str,
    speichern: Schritt,
    loeschen: Schritt | None = None,
) -> None:
    """The buttons at the end of a form about `zeile` (`was`: "Termin"): save, delete where there is a way, cancel."""
    with st.container(horizontal=True):
        if st.form_submit_button(f"{was} speichern", type="primary"):
            tue(blick, form, zeile, speichern.tue, speichern.satz)
        if loeschen and st.form_submit_button(f"{was} löschen"):
            tue(blick, form, zeile, loeschen.tue, loeschen.satz)
        abbrechen(form)


def abbrechen(form: str) -> None:
    """The button at the end of a form that closes it unsaved."""
    if st.form_submit_button("Abbrechen", type="tertiary"):
        schliesse(form)
        st.rerun()


def schliesse(form: str, sonst: str = "") -> None:
    """Close a form; the keyboard goes on at the button that opened it, or at its item; `sonst`: where both are gone."""
    top = _offene().pop(form, "")
    zugleich.vergiss(form)
    fokus.auf(f"oeffne_{form}", f"bearbeite_{top}", sonst)


def tue(
    blick: verlauf.Schauplatz,
    form: str,
    zeile: Eintragung | None,
    schritt: Callable[[], Vorgang],
    satz: str | Callable[[Vorgang], str],
) -> None:
    """Take the step of a form about `zeile`, close it and say `satz` above, with the way back; or show why it was
    refused and keep what was typed."""

    def und_schliesse() -> Vorgang:
        if anders := zugleich.inzwischen(form, zeile):
            raise GremienAbgelehnt(anders)
        vorgang = schritt()
        schliesse(form, verlauf.ruecknahmeknopf("zuletzt", vorgang.id))
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


def _offene() -> dict[str, str]:
    """The open forms, each with the item it belongs to."""
    offene: dict[str, str] = st.session_state.setdefault(_OFFEN, {})
    return offene


def _oeffne(form: str, top: str) -> None:
    _offene()[form] = top
    fokus.auf(f"formular_{form}")
