"""One view as a PDF: on A4 for papers, on A3 for the table of a workshop; the finding and the sources as real text."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Final

from presentation.ansichten.bogen import Bogen, Gestalt
from presentation.charts.diagramm import Diagramm, alternative, bemerkungen
from presentation.exports import qr
from presentation.exports.bild import svg
from presentation.exports.bogenpapier import CODETEXT, angaben, breiten
from presentation.exports.pdf import Block, code, dateiangaben, tafel, zeichnung
from presentation.exports.satz import setze
from presentation.exports.umstand import Umstand


@dataclass(frozen=True)
class Seite:
    """A sheet in millimetres. `seitenspalte`: what stands beside the picture. `groesser`: all letters than on A4."""

    breite: int
    hoehe: int
    quer: bool
    bild: int
    """Width the picture is drawn at, in px."""
    verlauf: int
    """Height of a trend that fills the sheet, in px."""
    seitenspalte: int
    rand: int = 15
    groesser: float = 1.0
    notizen: bool = False


A4_QUER: Final = Seite(297, 210, quer=True, bild=720, verlauf=450, seitenspalte=68)
A4_HOCH: Final = Seite(210, 297, quer=False, bild=680, verlauf=450, seitenspalte=60)
A3: Final = Seite(420, 297, quer=True, bild=880, verlauf=600, seitenspalte=100, groesser=1.42, notizen=True)
HOCH_AB: Final = 0.8
"""From this height in widths on, a picture has more room on an upright sheet."""
KARTENHOEHE: Final = 640
"""Pixels of a map that fills an A3 sheet: its smallest letters then print at 12 pt."""


def als_pdf(bogen: Bogen, umstand: Umstand) -> bytes:
    """The view on A4, upright where its picture is high; its table on the next page."""
    diagramme = bogen.diagramme("druck")
    seite, bild = A4_QUER, _zeichnung(diagramme, A4_QUER, bogen.gestalt)
    if bild["hoehe"] > HOCH_AB * bild["breite"]:
        seite, bild = A4_HOCH, _zeichnung(diagramme, A4_HOCH, bogen.gestalt)
    return _setze(bogen, umstand, seite, bild, None, diagramme)


def als_pdf_a3(bogen: Bogen, umstand: Umstand) -> bytes:
    """The view on A3 for the table of a workshop: letters of 12 pt and more, room for notes at the side."""
    *legende, bild = bogen.diagramme("druck")
    if legende:
        bild = bild.mit_hoehe(KARTENHOEHE)
    neben = _zeichnung(legende, replace(A3, bild=300)) if legende else None
    return _setze(bogen, umstand, A3, _zeichnung([bild], A3, bogen.gestalt), neben, [*legende, bild])


def _zeichnung(diagramme: Sequence[Diagramm], seite: Seite, gestalt: Gestalt = "") -> Block:
    if gestalt == "verlauf":
        diagramme = [d.mit_hoehe(seite.verlauf) for d in diagramme]
    return zeichnung(svg(diagramme, breite=seite.bild), alternative(diagramme))


def _setze(
    bogen: Bogen, umstand: Umstand, seite: Seite, bild: Block, legende: Block | None, diagramme: Sequence[Diagramm]
) -> bytes:
    eigen = angaben(bogen, umstand)
    werte = bogen.tafel()
    adresse = bogen.stelle.adresse(umstand.basis)
    daten = dateiangaben(eigen) | {
        "seite": asdict(seite),
        "groesser": seite.groesser,
        "kopf": eigen.kopf,
        "fuss": eigen.fuss,
        "befund": bogen.befund,
        "unterzeile": bogen.unterzeile,
        "hinweis": " ".join(bemerkungen(diagramme)),
        "zeichen": bogen.zeichen,
        "angaben": bogen.fuss,
        "bild": bild,
        "legende": legende,
        "code": code(adresse, CODETEXT) if umstand.basis and qr.passt(adresse) else None,
        "tafel": tafel(werte.titel, werte.zeilen, breiten(werte), zahlen=werte.zahlen) if werte.zeilen else None,
    }
    return setze("bogen", daten, umstand.jetzt)
