"""Upload of a file: it goes into the spool folder and out of the session in the same run."""

from datetime import datetime
from functools import partial
from typing import Literal

import streamlit as st

from data_access import auftraege
from data_access.importing.vorlagen import MIT_VORLAGE, vorlage
from data_access.schreibrecht import Schreibrecht
from models.vokabular import Auftragsart, Lieferungsart
from presentation.texts import lieferungen
from presentation.ui import herunterladen
from presentation.ui.daten import anzeige

_NUMMER = "hochladen_nummer"
OFT = ("teilnahmen", "sitzungen")
"""KINDs about Gremien that arrive after each meeting."""


def hochladen(recht: Schreibrecht, region: str) -> None:
    """Choose kind and file; the file is checked by the worker before anything is stored."""
    st.header("Datei importieren", anchor=False)
    # Plain texts: Streamlit takes a StrEnum for an option of an enumeration and fails.
    arten = [lieferungen.ERKENNEN, *map(str, lieferungen.ARTEN), lieferungen.GREMIEN]
    art = st.radio("Was enthält die Datei?", arten, format_func=_artname, horizontal=True, key="art")
    if art == lieferungen.GREMIEN:
        art = _gremienart()
    nimm(recht, art, region if art == Lieferungsart.FALLZAHLEN else None)


def _artname(art: str) -> str:
    return lieferungen.GREMIEN_NAME if art == lieferungen.GREMIEN else lieferungen.artname(art)


def _gremienart() -> str:
    """Which KIND about Gremien; attendance first, as it comes most often."""
    arten = [*OFT, *(kind for kind in lieferungen.GREMIENARTEN if kind not in OFT)]
    return st.selectbox(
        "Was über die Gremien?", arten, format_func=lieferungen.artname, key="gremienart", filter_mode=None
    )


def nimm(recht: Schreibrecht, art: str, region: str | None) -> None:
    """Say what a file of this kind is, offer its template, and take one in: it is checked before it is stored."""
    st.markdown(f":small[:gray[{lieferungen.beschreibung(art).erklaerung}]]")
    if art in MIT_VORLAGE:
        _vorlagen(art)
    nummer = st.session_state.setdefault(_NUMMER, 0)
    datei = st.file_uploader(lieferungen.aufforderung(art), key=f"datei_{nummer}")
    if datei is None:
        return
    inhalt = datei.getvalue()
    st.session_state[_NUMMER] = nummer + 1
    if len(inhalt) > lieferungen.beschreibung(art).hoechstens:
        st.session_state["zu_gross"] = lieferungen.zu_gross(art, datei.name, len(inhalt))
        st.rerun()
    spool = auftraege.lege_in_eingang(recht, inhalt)
    optionen: dict[str, object] = {"kind": art}
    if region:
        optionen["region"] = region
    anzeige.beginne(
        auftraege.stelle_ein(
            recht,
            Auftragsart.PRUEFEN,
            datetime.now().astimezone(),
            datei=datei.name,
            spool=spool,
            optionen=optionen,
        )
    )
    st.rerun()


def meldung_zu_gross() -> None:
    """The refusal of a file that is too large, once."""
    if text := st.session_state.pop("zu_gross", None):
        st.error(text)


def _vorlagen(art: str) -> None:
    formate: tuple[Literal["csv", "xlsx"], ...] = ("csv", "xlsx")
    with st.container(horizontal=True):
        for format_ in formate:
            herunterladen.datei(
                f"Vorlage {lieferungen.artname(art)} ({format_.upper()})",
                partial(vorlage, art, format_),
                f"vorlage_{art}.{format_}",
                f"vorlage_{art}_{format_}",
            )
