"""Quiet buttons that save a file."""

from collections.abc import Callable
from pathlib import PurePath
from typing import Final

import streamlit as st

MIME: Final = {
    ".csv": "text/csv",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".png": "image/png",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".zip": "application/zip",
    ".ics": "text/calendar",
    ".svg": "image/svg+xml",
    ".pdf": "application/pdf",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".parquet": "application/vnd.apache.parquet",
}


def datei(beschriftung: str, inhalt: bytes | Callable[[], bytes], name: str, schluessel: str) -> None:
    """A button for the file `name`, which ends in one of `MIME`.

    A callable is called on the click, in a thread of its own: it may not ask Streamlit.
    """
    st.download_button(
        beschriftung,
        inhalt,
        name,
        MIME[PurePath(name).suffix],
        key=schluessel,
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
    )


def tabellen(
    csv: Callable[[], bytes], xlsx: Callable[[], bytes], name: str, schluessel: str, beschriftung: str = "{}"
) -> None:
    """The same table for people as CSV and as Excel. `name`: of the files without ending; see `datei`."""
    for text, baue, endung in (("CSV", csv, "csv"), ("Excel", xlsx, "xlsx")):
        datei(beschriftung.format(text), baue, f"{name}.{endung}", f"{schluessel}_{endung}")
