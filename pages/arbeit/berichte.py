"""What can be made here: a list of collected views, Steckbriefe, the Konferenzbericht, maps."""

from collections.abc import Callable
from typing import Final

from presentation.ui import rahmen
from presentation.ui.berichte import blick as ansicht
from presentation.ui.berichte import karten, merkliste, steckbriefe

ANSICHTEN: Final[dict[str, Callable[[ansicht.Blick], None]]] = {
    "merkliste": merkliste.zeige,
    "steckbriefe": steckbriefe.steckbriefe,
    "konferenzbericht": steckbriefe.konferenzbericht,
    "karten": karten.zeige,
}


def page() -> None:
    """The choices, then the view of the link."""
    with rahmen.seite():
        blick = ansicht.oeffne()
        if blick is not None:
            ANSICHTEN[blick.ansicht](blick)
