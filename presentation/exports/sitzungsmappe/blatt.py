"""The data sheet of a theme on two A4 pages: the whole region on the first one, its areas on the second.

The heights of the pictures and the number of rows are bounded, so that each page holds what is written on it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from docx.shared import Cm

from analysis.gremien.datenblatt import Datenblatt
from presentation.bilder import rangbild, verlaufsbild
from presentation.charts.diagramm import Diagramm
from presentation.exports.bild import png
from presentation.exports.sitzungsmappe.stoff import Stoff
from presentation.exports.word import Papier
from presentation.texts import datenblatt as texte
from presentation.texts.sitzungsmappe import zurueckgezogen
from presentation.texts.zahlen import ist_zahl

BILDBREITE: Final = 640
"""Pixels of a picture as wide as the text: its letters then print at 10.5 pt."""
AUFLOESUNG: Final = 200
VERLAUFSHOEHE: Final = 210
"""Pixels of the trend in itself: so it is as wide as the text and not higher than the page allows."""
VERLAUF_HOECHSTENS: Final = Cm(8.5)
RANG_HOECHSTENS: Final = Cm(5.5)


def datenblatt(papier: Papier, stoff: Stoff, blatt: Datenblatt) -> None:
    """Both pages below the heading of the sheet."""
    bestand = stoff.stand.bestand
    papier.absatz(texte.befund(blatt, bestand), fett=True)
    if satz := zurueckgezogen(blatt.zurueckgezogen):
        papier.absatz(satz)
    if not blatt.stichtage:
        return
    if satz := texte.sicherheit(blatt):
        papier.absatz(satz)
    papier.tafel(
        f"{bestand.region.name} an den letzten Stichtagen",
        texte.kennzahlzeilen(blatt),
        (8, *[3] * len(blatt.stichtage)),
        zahlen=True,
    )
    papier.ueberschrift(texte.verlaufstitel(blatt, bestand), 2)
    if any(ist_zahl(m.wert, m.von, m.bis, m.status) for m in blatt.reihe):
        bild = verlaufsbild(blatt.zahl, blatt.reihe, "druck")
        _bild(papier, replace(bild, spec={**bild.spec, "height": VERLAUFSHOEHE}), VERLAUF_HOECHSTENS)
    else:
        papier.absatz(
            "Alle Zahlen sind so klein, dass nur ihre Spanne gezeigt wird. Ein Verlauf ist nicht zu zeichnen."
        )
    papier.ueberschrift(texte.rangtitel(blatt, bestand), 2, neue_seite=True)
    _raeume(papier, stoff, blatt)
    papier.ueberschrift("Was diese Zahlen nicht sagen", 2)
    papier.liste(texte.vorsicht(blatt))
    papier.ueberschrift("Quelle und Schutz", 2)
    for name, text in texte.quellzeilen(blatt, bestand):
        papier.angabe(name, text, klein=True)
    for satz in texte.zeichen(blatt, bestand):
        papier.absatz(satz, klein=True)


def _raeume(papier: Papier, stoff: Stoff, blatt: Datenblatt) -> None:
    bestand = stoff.stand.bestand
    if blatt.auswahl is not None and blatt.auswahl.stichtag is not None:
        if any(m.wert is not None for m in blatt.raten):
            bild = rangbild(blatt.auswahl, blatt.raten, blatt.kreisrate, blatt.auswahl.stichtag, "druck")
            _bild(papier, bild, RANG_HOECHSTENS)
        papier.tafel(
            texte.raumtitel(blatt),
            texte.raumzeilen(blatt, bestand),
            (6, *[3] * len(blatt.stichtage), 4),
            zahlen=True,
        )
    papier.absatz(texte.raumsatz(blatt, bestand))


def _bild(papier: Papier, bild: Diagramm, hoechstens: Cm) -> None:
    """A chart in print, its remarks below."""
    papier.bild(png(bild, breite=BILDBREITE, ppi=AUFLOESUNG), bild.alt, hoechstens)
    _anmerkungen(papier, bild.hinweise)


def _anmerkungen(papier: Papier, saetze: Sequence[str]) -> None:
    if saetze:
        papier.absatz(" ".join(saetze), klein=True)
