"""View of the page Gremien: the meetings of a Gremium: list, entry, history."""

from presentation.texts.gremien import sitzungsname
from presentation.ui import bausteine
from presentation.ui.gremien import blick as ansichten
from presentation.ui.gremien import tagesordnung
from presentation.ui.gremien.blick import Blick


def zeige(blick: Blick) -> None:
    """Draw the view."""
    if blick.gremium is not None and blick.sitzung is not None:
        ansichten.waehle_sitzung(blick, blick.bestand.sitzungen[blick.gremium.id])
        bausteine.kopf(sitzungsname(blick.sitzung, blick.gremium), blick.gremium.name)
    tagesordnung.zeige(blick)
