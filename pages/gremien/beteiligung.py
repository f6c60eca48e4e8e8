"""Did those concerned have a voice? Seats, presence, two views, accessibility, effect; no number over all of it."""

from presentation.texts.beteiligung import saetze
from presentation.ui import rahmen
from presentation.ui.beteiligung import blick as ansicht
from presentation.ui.beteiligung import seite, teile, zahlen


def page() -> None:
    """The finding, the parts, all figures, the years, source and files."""
    with rahmen.seite():
        blick = ansicht.oeffne()
        if blick is None:
            return
        if not blick.bestand.gremium:
            seite.noch_kein_gremium(blick)
            return
        seite.kopf(blick)
        if not blick.b.sitzungen:
            seite.noch_keine_sitzung(blick)
            zahlen.zurueck(blick)
            return
        worte = saetze(blick.b)
        teile.plaetze(blick, worte)
        teile.stufen(blick, worte)
        teile.barrieren(blick, worte)
        teile.wirkung(blick, worte)
        teile.raeume(blick)
        zahlen.alle(blick)
        zahlen.jahre(blick)
        zahlen.zurueck(blick)
        zahlen.fuss(blick)
