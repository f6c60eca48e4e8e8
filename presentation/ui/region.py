"""The region alone, for pages that give `jahr` and `gebiet` of the link a sense of their own.

Nothing else of the selection of the other pages is read or written, so that they find it again as it was.
"""

from collections.abc import Callable

import streamlit as st

from analysis.auswahl import waehle_region
from analysis.bestand import Bestand, finde_region
from models.vokabular import Ebene
from presentation.ui import rahmen, wahl, zwischenspeicher


def bestimme() -> Bestand | None:
    """The region of the link, else that of the session; None if the page has said that there is none yet."""
    regionen = wahl.eingerichtete()
    if not regionen:
        return None
    gemerkt: dict[str, list[str]] = st.session_state.get(wahl.MERKER, {})
    bisher = wahl.genannte_region(gemerkt)
    region, saetze = waehle_region(st.query_params.get("region") or bisher, regionen, finde_region)
    rahmen.hinweise(saetze)
    if region.slug != bisher:
        st.session_state[wahl.MERKER] = {"region": [region.slug]}
    if "region" not in st.query_params:
        # Whoever copies the address of a page opened from the menu shows others the same view.
        st.query_params["region"] = region.slug
    bestand = zwischenspeicher.bestand(region)
    rahmen.merke_fusszeile(bestand.grenzquelle(Ebene.GEMEINDE), bestand.synthetisch)
    return bestand


def waehler(bestand: Bestand, folge: Callable[[str], None]) -> None:
    """Choose the region, those that are set up first; `folge` gets the slug and changes the link."""
    namen = wahl.regionsnamen(bestand.region)
    schluessel = "wahl_region"
    st.session_state[schluessel] = bestand.region.slug
    st.selectbox(
        "Region",
        list(namen),
        format_func=namen.__getitem__,
        key=schluessel,
        on_change=lambda: folge(st.session_state[schluessel]),
        filter_mode="contains" if len(namen) > wahl.KURZE_LISTE else None,
    )
