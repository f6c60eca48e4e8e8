"""The Schreibrecht of a session: given for the key in the link, and only on the machine itself."""

import streamlit as st

from data_access.schreibrecht import KeinSchreibrecht, Schreibrecht, erteile, nachweis

_MERKER = "schreibrecht"


def schreibrecht() -> Schreibrecht | None:
    """The Schreibrecht of this session, asked for on every run and before every write.

    A session can be resumed over another connection: without the mark of a local peer it has none.
    """
    if not nachweis(st.context.headers.to_dict()):
        return None
    recht: Schreibrecht | None = st.session_state.get(_MERKER)
    return recht


def nimm_schluessel() -> None:
    """Take the key out of the link, whatever becomes of it."""
    if "zugang" not in st.query_params:
        return
    schluessel = st.query_params["zugang"]
    del st.query_params["zugang"]
    if not nachweis(st.context.headers.to_dict()):
        st.warning(
            "Der Schreibzugang gilt nur an dem Rechner, auf dem Sozialraumblick läuft, "
            "und nicht über eine Weiterleitung."
        )
        return
    try:
        st.session_state[_MERKER] = erteile(schluessel)
    except KeinSchreibrecht as grund:
        st.warning(str(grund))


def hinweis_ohne_recht() -> None:
    """What a reader without Schreibrecht can do."""
    st.info(
        "Sie sehen, was vorliegt. Importieren und freigeben kann, wer den Link mit Schlüssel hat: "
        "„make run“ zeigt ihn beim Start, später auch „cli.py zugang“.",
        icon=":material/lock:",
    )
