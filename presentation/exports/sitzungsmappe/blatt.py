"""The data sheet of a theme on two A4 pages: the whole region on the first one, its areas on the second.

The heights of the pictures and the number of rows are bounded, so that each page holds what is written on it.
"""

from typing import Final

from analysis.bestand import Bestand
from analysis.gremien.datenblatt import Datenblatt
from presentation.bilder import rangbild, verlaufsbild
from presentation.exports.papier import Papier
from presentation.texts import datenblatt as texte
from presentation.texts.sitzungsmappe import zurueckgezogen
from presentation.texts.zahlen import ist_zahl

VERLAUFSHOEHE: Final = 210
"""Pixels of the trend in itself: so it is as wide as the text and not higher than the page allows."""
VERLAUF_HOECHSTENS: Final = 8.5
"""Centimetres."""
RANG_HOECHSTENS: Final = 5.5


def datenblatt(
    papier: Papier, bestand: Bestand, blatt: Datenblatt, *, auf_zwei_seiten: bool = True, hoehe: int = VERLAUFSHOEHE
) -> None:
    """The sheet below its heading; on two pages, or one part after another. `hoehe`: of the trend, in pixels."""
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
        papier.bild([bild.mit_hoehe(hoehe)], hoechstens_cm=VERLAUF_HOECHSTENS)
    else:
        papier.absatz(
            "Alle Zahlen sind so klein, dass nur ihre Spanne gezeigt wird. Ein Verlauf ist nicht zu zeichnen."
        )
    papier.ueberschrift(texte.rangtitel(blatt, bestand), 2, neue_seite=auf_zwei_seiten)
    _raeume(papier, bestand, blatt)
    papier.ueberschrift("Was diese Zahlen nicht sagen", 2)
    papier.liste(texte.vorsicht(blatt))
    papier.ueberschrift("Quelle und Schutz", 2)
    for name, text in texte.quellzeilen(blatt, bestand):
        papier.angabe(name, text, klein=True)
    for satz in texte.zeichen(blatt, bestand):
        papier.absatz(satz, klein=True)


def _raeume(papier: Papier, bestand: Bestand, blatt: Datenblatt) -> None:
    if blatt.auswahl is not None and blatt.auswahl.stichtag is not None:
        if any(m.wert is not None for m in blatt.raten):
            bild = rangbild(blatt.auswahl, blatt.raten, blatt.kreisrate, blatt.auswahl.stichtag, "druck")
            papier.bild([bild], hoechstens_cm=RANG_HOECHSTENS)
        papier.tafel(
            texte.raumtitel(blatt),
            texte.raumzeilen(blatt, bestand),
            (6, *[3] * len(blatt.stichtage), 4),
            zahlen=True,
        )
    papier.absatz(texte.raumsatz(blatt, bestand))
