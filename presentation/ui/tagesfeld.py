"""A day as it is typed: Streamlit's own field speaks English to a screen reader."""

from datetime import date
from typing import Final

import streamlit as st

from data_access.importing.stichtage import lies_geschriebenen_tag
from presentation.texts.zahlen import datum

_JAHRE: Final = range(1950, 2101)


class KeinTag(Exception):
    """What was typed is no day; the message is for the screen."""


def tagesfeld(label: str, wert: date | None, schluessel: str | None = None) -> str:
    """The field; `als_tag` reads what it returns."""
    return st.text_input(label, in_feldform(wert), key=schluessel, max_chars=10, autocomplete="off").strip()


def als_tag(text: str) -> date | None:
    """The typed day, None for an empty field; raises KeinTag for what is none."""
    tag = lies_geschriebenen_tag(text) if text else None
    if text and tag is None:
        raise KeinTag(f"„{text}“ ist kein Tag. Bitte so schreiben: 29.09.2025.")
    if tag is not None and tag.year not in _JAHRE:
        raise KeinTag(f"{datum(tag)}: Das Jahr liegt nicht zwischen 1950 und 2100. Bitte prüfen.")
    return tag


def als_noetiger_tag(text: str, wofuer: str) -> date:
    """The typed day of a field that must not be empty. `wofuer`: its label."""
    tag = als_tag(text)
    if tag is None:
        raise KeinTag(f"„{wofuer}“ fehlt. Bitte eintragen, zum Beispiel 29.09.2025.")
    return tag


def in_feldform(wert: date | None) -> str:
    """A day as it stands in a field."""
    return "" if wert is None else datum(wert)
