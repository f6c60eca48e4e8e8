"""The year of a Gremium: who belongs to it, who came, what was recommended, and what became of it."""

from collections.abc import Callable
from typing import Final

from presentation.ui import rahmen
from presentation.ui.gremien import blick as ansichten
from presentation.ui.gremien import gremiendateien, mappe, register, ruecklauf, sitzungen, uebersicht, zusammenarbeit

ANSICHTEN: Final[dict[str, Callable[[ansichten.Blick], None]]] = {
    "uebersicht": uebersicht.zeige,
    "sitzungen": sitzungen.zeige,
    "ruecklauf": ruecklauf.zeige,
    "mappe": mappe.zeige,
    "zusammenarbeit": zusammenarbeit.zeige,
    "register": register.zeige,
}


def page() -> None:
    """The choices, then the view of the link."""
    with rahmen.seite():
        blick = ansichten.oeffne()
        if blick is not None:
            ANSICHTEN[blick.gewaehlt.ansicht](blick)
            gremiendateien.zeige(blick)
