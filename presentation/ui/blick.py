"""The selection of a page on one Kennzahl with its values, resolved once from the top of the page."""

from presentation.ansichten.blick import Blick, blick_auf
from presentation.ui import bausteine, wahl, zwischenspeicher


def blick() -> Blick | None:
    """Filter bar and values; None if the page has already said that there is nothing to see."""
    auswahl = wahl.waehle()
    if auswahl is None:
        return None
    wahl.leiste(auswahl)
    bausteine.zurueckgezogen(auswahl.bestand, auswahl.kennzahl.grundzahlen)
    if (b := blick_auf(auswahl, zwischenspeicher)) is None:
        bausteine.keine_zahlen(auswahl)
    return b
