"""Upload of a file: it goes into the spool folder and out of the session in the same run."""

import math
from datetime import datetime
from typing import Literal

import streamlit as st

from data_access import auftraege
from data_access.importing.lesen import MAX_BYTES
from data_access.importing.vorlagen import vorlage
from data_access.schreibrecht import Schreibrecht
from models.vokabular import Auftragsart
from presentation.ui.daten import anzeige

ARTEN = {"einwohner": "Einwohner", "fallzahlen": "Fallzahlen", "grenzen": "Grenzen"}
"""Kinds of files of this page."""

ERKLAERUNG = {
    "einwohner": "Gemeindeverzeichnis (GV-ISys, XLSX), Zensus 2022 (XLSX) oder unsere Vorlage mit Altersgruppen.",
    "grenzen": "Gebietsgrenzen als GeoJSON (auch .gz), GeoPackage oder Shapefile (ZIP), oder Gebietsänderungen (CSV).",
    "fallzahlen": "Unsere Vorlage, ausgefüllt vom Träger. Nur Anzahlen, nie Angaben zu einzelnen Personen.",
}

FORMATE = dict.fromkeys(ARTEN, "CSV oder XLSX") | {"grenzen": "GeoJSON, GeoPackage, ZIP oder CSV"}
"""Which files a kind comes in."""

_NUMMER = "hochladen_nummer"
MB = 1024 * 1024


def hochladen(recht: Schreibrecht, region: str) -> None:
    """Choose kind and file; the file is checked by the worker before anything is stored."""
    st.header("Datei importieren", anchor=False)
    art = st.radio("Was enthält die Datei?", list(ARTEN), format_func=ARTEN.__getitem__, horizontal=True, key="art")
    st.markdown(f":small[:gray[{ERKLAERUNG[art]}]]")
    _vorlagen(art)
    nummer = st.session_state.setdefault(_NUMMER, 0)
    datei = st.file_uploader(f"Datei auswählen ({FORMATE[art]}, höchstens {MAX_BYTES // MB} MB)", key=f"datei_{nummer}")
    if datei is None:
        return
    inhalt = datei.getvalue()
    st.session_state[_NUMMER] = nummer + 1
    if len(inhalt) > MAX_BYTES:
        st.session_state["zu_gross"] = (
            f"Die Datei „{datei.name}“ ist {math.ceil(len(inhalt) / MB)} MB groß. Erlaubt sind {MAX_BYTES // MB} MB. "
            "Bitte teilen Sie die Datei, zum Beispiel nach Jahren, oder löschen Sie Blätter, die niemand braucht."
        )
        st.rerun()
    spool = auftraege.lege_in_eingang(recht, inhalt)
    optionen: dict[str, object] = {"kind": art}
    if art == "fallzahlen":
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
    if art == "grenzen":
        return
    formate: tuple[tuple[Literal["csv", "xlsx"], str], ...] = (
        ("csv", "text/csv"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    )
    with st.container(horizontal=True):
        for format_, mime in formate:
            st.download_button(
                f"Vorlage {ARTEN[art]} ({format_.upper()})",
                vorlage(art, format_),
                f"vorlage_{art}.{format_}",
                mime,
                key=f"vorlage_{art}_{format_}",
                type="tertiary",
                icon=":material/download:",
                on_click="ignore",
            )
