"""What was agreed, until when, and what is entered about it: fair before strict, with every clause."""

from presentation.ui import rahmen
from presentation.ui.fristen import blick as ansicht
from presentation.ui.fristen import eintragen, lieferungen, liste, quellen


def page() -> None:
    """The choices, the finding of the year, the lists, what they rest on, source and files."""
    with rahmen.seite():
        blick = ansicht.oeffne()
        if blick is None:
            return
        if not blick.staende:
            liste.noch_keine(blick)
            eintragen.zeige(blick, blick.staende)
            return
        liste.kopf(blick)
        liste.streifen(blick)
        liste.pflichten(blick)
        liste.rechte(blick)
        quellen.widersprueche(blick)
        lieferungen.zeige(blick.aller, blick.bestand, blick.gebiete, blick.jahr)
        quellen.grundlagen(blick)
        eintragen.zeige(blick, blick.staende)
        quellen.fuss(blick)
