"""Two people at the same entry: whoever saves second is told what the first has changed, and keeps what was typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import streamlit as st

from data_access.gremien.buch import bild
from models.gremientabellen import Aenderung, Eintragung
from presentation.texts import gremienverlauf as texte

E = TypeVar("E", bound=Eintragung)
_OFFENE: Final = "gremien_zugleich"


@dataclass
class _Stand:
    """The row a form was opened on, and what its user knows of the fields that it writes (none named: all)."""

    gezeigt: dict[str, Any] | None
    felder: Sequence[str]
    bekannt: dict[str, Any] | None


def geoeffnet(form: str, schon_da: bool, zeile: E | None, felder: Sequence[str] = ()) -> E | None:
    """The row as the form was opened on it. `schon_da`: the form was drawn in the last run too."""
    alle: dict[str, _Stand] = st.session_state.setdefault(_OFFENE, {})
    if form not in alle or not schon_da:
        alle[form] = _Stand(_bild(zeile, ()), felder, _bild(zeile, felder))
    gezeigt = alle[form].gezeigt
    return type(zeile).model_validate(gezeigt) if zeile is not None and gezeigt is not None else None


def inzwischen(form: str, zeile: Eintragung | None) -> str:
    """What somebody else has changed since the form was opened, empty if nothing; said once for each change."""
    stand: _Stand | None = st.session_state.get(_OFFENE, {}).get(form)
    if stand is None or zeile is None or (jetzt := _bild(zeile, stand.felder)) == stand.bekannt:
        return ""
    tabelle = str(type(zeile).__tablename__)
    schritt = Aenderung(vorgang_id="", tabelle=tabelle, schluessel=zeile.id, vorher=stand.bekannt, nachher=jetzt)
    stand.bekannt = jetzt
    return (
        f"Das wurde geändert, während Ihr Formular offen war ({'; '.join(texte.einzelheiten([schritt]))}). Nichts ist "
        "gespeichert, Ihre Eingaben stehen noch da. Sollen Ihre gelten, bitte noch einmal drücken."
    )


def vergiss(form: str) -> None:
    """The form is closed: the next time it shows what is stored then."""
    st.session_state.get(_OFFENE, {}).pop(form, None)


def _bild(zeile: Eintragung | None, felder: Sequence[str]) -> dict[str, Any] | None:
    alles = None if zeile is None else bild(zeile)
    return {name: alles[name] for name in felder} if alles and felder else alles
