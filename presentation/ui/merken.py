"""The Merkliste of a session, and the ways to a view: onto the list, as a link, as a QR code."""

from functools import partial
from typing import Final

import streamlit as st

from presentation.ansichten.bogen import Bogen
from presentation.ansichten.merkliste import Eintrag, ListeUnlesbar, ListeVoll, Merkliste, eintrag, packe
from presentation.exports import qr
from presentation.ui import herunterladen, rahmen

MERKLISTE: Final = "merkliste"
"""The view of the page Berichte, and where a session remembers its list."""
CODEBREITE: Final = 280
"""Pixels of a QR code on the screen: a phone reads it from a projector at the back of a room."""
_SATZ: Final = "merkliste_satz"


def liste() -> Merkliste:
    """The list of this session."""
    gemerkt: Merkliste = st.session_state.get(MERKLISTE, Merkliste())
    return gemerkt


def merke(neu: Merkliste) -> bool:
    """Keep a changed list; one that no link could hold is refused with a sentence for `hindernis`."""
    try:
        packe(neu)
    except ListeUnlesbar as grund:
        st.session_state[_SATZ] = str(grund)
        return False
    st.session_state[MERKLISTE] = neu
    return True


def hindernis() -> None:
    """Say once why the last change was refused."""
    if satz := st.session_state.pop(_SATZ, ""):
        st.warning(satz)


def umfang(gemerkt: Merkliste) -> str:
    """How much is on a list."""
    anzahl = len(gemerkt.eintraege)
    return "1 Ansicht" if anzahl == 1 else f"{anzahl} Ansichten"


def zeige(bogen: Bogen, basis: str, schluessel: str) -> None:
    """Within the popover of a picture. `basis`: address of the installation; `schluessel`: of the picture."""
    st.markdown("**Merkliste**")
    _auf_die_liste(eintrag(bogen), schluessel)
    st.markdown("**Link und QR-Code**")
    weg(
        bogen.stelle.adresse(basis),
        "Link zu dieser Ansicht",
        f"{bogen.stamm}_qr-code",
        schluessel,
        mit_code=bool(basis),
    )


def _auf_die_liste(neu: Eintrag, schluessel: str) -> None:
    """One button for both ways, so that it keeps the focus."""
    gemerkt = liste()
    platz = gemerkt.ort(neu.stelle)
    hindernis()
    st.button(
        "Auf die Merkliste" if platz is None else "Von der Merkliste nehmen",
        key=f"merken_{schluessel}",
        type="tertiary",
        icon=":material/bookmark_add:" if platz is None else ":material/bookmark_remove:",
        on_click=_wechsle,
        args=(neu,),
    )
    if platz is not None:
        st.markdown(f":material/check: Steht auf der Merkliste ({umfang(gemerkt)}).")
    elif gemerkt.eintraege:
        st.markdown(f":small[:gray[Auf der Merkliste: {umfang(gemerkt)}.]]")
    if gemerkt.eintraege:
        rahmen.verweis("berichte", "Zur Merkliste", {"ansicht": [MERKLISTE]})


def _wechsle(neu: Eintrag) -> None:
    gemerkt = liste()
    platz = gemerkt.ort(neu.stelle)
    try:
        merke(gemerkt.mit(neu) if platz is None else gemerkt.ohne(platz))
    except ListeVoll as grund:
        st.session_state[_SATZ] = str(grund)


def weg(adresse: str, beschriftung: str, stamm: str, schluessel: str, *, mit_code: bool = True) -> None:
    """An address to be copied, and its QR code on the screen and as a file.

    A field, not `st.code`: its button to copy speaks English and is dead on addresses without https.
    """
    feld = f"link_{schluessel}"
    st.session_state[feld] = adresse
    st.text_input(beschriftung, key=feld, autocomplete="off")
    st.markdown(":small[:gray[Zum Kopieren: in das Feld klicken, dann Strg + A und Strg + C.]]")
    if not mit_code:
        return
    if not qr.passt(adresse):
        st.markdown(":small[:gray[Für einen QR-Code ist dieser Link zu lang.]]")
        return
    st.image(qr.als_svg(adresse), width=CODEBREITE, alt=f"QR-Code: {beschriftung}")
    herunterladen.datei("QR-Code als PNG", partial(qr.als_png, adresse), f"{stamm}.png", f"qr_{schluessel}")
