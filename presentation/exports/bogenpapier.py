"""One view on a Papier: in a Word file of its own, in a Merkliste, in a report."""

from datetime import datetime
from textwrap import shorten
from typing import Final

from presentation.ansichten.bogen import Bogen, Tafel
from presentation.exports.papier import Angaben, Papier
from presentation.exports.umstand import Umstand
from presentation.texts.dateiangaben import SYNTHETISCH, erstellt_am

VERFASSER: Final = "Sozialraumblick"
"""Author of files that no office signs."""
CODETEXT: Final = "Diese Ansicht öffnen"
LAENGSTE_ANGABE: Final = 255
"""Letters a property of an Office file may have."""
SCHMALSTE: Final = 8
BREITESTE: Final = 26
"""Letters a column counts at least and at most when the width of a table is shared out."""


def angaben(bogen: Bogen, umstand: Umstand) -> Angaben:
    """What a file with this one view says about itself."""
    return Angaben(
        titel=kurzangabe(bogen.befund),
        thema=kurzangabe(bogen.unterzeile),
        verfasser=VERFASSER,
        kopf=(SYNTHETISCH,) if bogen.synthetisch else (),
        fuss=fuss(umstand.jetzt),
        jetzt=umstand.jetzt,
    )


def fuss(jetzt: datetime) -> tuple[str, ...]:
    """Footer of a file that no office signs."""
    return (f"{VERFASSER}, {erstellt_am(jetzt)}",)


def kurzangabe(text: str) -> str:
    """The text as far as a property of a file has room; `shorten` alone would take its non-breaking spaces."""
    return text if len(text) <= LAENGSTE_ANGABE else shorten(text, LAENGSTE_ANGABE, placeholder=" …")


def schreibe(papier: Papier, bogen: Bogen, umstand: Umstand, stufe: int = 1, marke: str = "") -> None:
    """The view below a heading of level `stufe`: finding, picture, table, signs, sources, link.

    `marke`: it begins a new page, and a list of contents leads to it.
    """
    papier.ueberschrift(bogen.befund, stufe, neue_seite=bool(marke), marke=marke)
    papier.absatz(bogen.unterzeile)
    if bogen.synthetisch:
        papier.absatz(SYNTHETISCH, fett=True)
    papier.bild(bogen.diagramme("druck"))
    tafel = bogen.tafel()
    papier.tafel(tafel.titel, tafel.zeilen, breiten(tafel), zahlen=tafel.zahlen)
    for zeichen, satz in bogen.zeichen:
        papier.angabe(f"„{zeichen}“", satz, klein=True)
    for name, text in bogen.fuss:
        papier.angabe(name, text, klein=True)
    if umstand.basis:
        papier.code(bogen.stelle.adresse(umstand.basis), CODETEXT)


def breiten(tafel: Tafel) -> tuple[float, ...]:
    """Shares of the columns: as their longest cell, or the longest word of their head."""
    return tuple(
        float(min(max(SCHMALSTE, *map(len, spalte.split()), *(len(z[spalte]) for z in tafel.zeilen)), BREITESTE))
        for spalte in tafel.kopf
    )
