"""What people enter on the page Fristen: proofs, releases for outside, own dates, and the last step."""

from collections.abc import Sequence
from datetime import date
from typing import Final, Protocol

import streamlit as st

from analysis.gremien.bestand import Gremienbestand
from analysis.pflichten.stand import Pflichtstand
from presentation.ui import zwischenspeicher
from presentation.ui.fristen import freigabeform, nachweisform, terminform
from presentation.ui.gremien import verlauf

_TABELLEN: Final = ("nachweis", "termin", "pflicht", "rechtsgrundlage", "widerspruch")


class Fristenblick(verlauf.Schauplatz, Protocol):
    """What the forms need to know of the page."""

    @property
    def bestand(self) -> Gremienbestand:
        """Everything entered in the region."""

    @property
    def jahr(self) -> int:
        """The year that is looked at."""

    @property
    def heute(self) -> date:
        """The day on which the states are shown."""


def zeige(blick: Fristenblick, staende: Sequence[Pflichtstand]) -> None:
    """The forms and the history, for whoever may write; nothing for others.

    The sentence of the last step with its button stands above the forms, so that nobody has to look for it.
    """
    recht = blick.recht
    if recht is None:
        return
    st.header("Eintragen", anchor=False)
    verlauf.zuletzt(blick)
    if staende:
        nachweisform.zeige(blick, recht, staende)
        freigabeform.zeige(blick, recht, staende)
    terminform.zeige(blick, recht)
    _verlauf(blick)


def _verlauf(blick: Fristenblick) -> None:
    st.subheader("Verlauf", anchor=False)
    with st.expander("Was zu Fristen und Terminen geändert wurde"):
        st.markdown(
            "Jede Änderung bleibt stehen. Zurücknehmen ist selbst eine Änderung und lässt sich auch zurücknehmen."
        )
        verlauf.schritte(blick, "fristen", zwischenspeicher.gremienverlauf(blick.region, tabellen=_TABELLEN))
