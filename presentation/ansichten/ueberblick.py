"""The pictures of the Überblick at full size: those of /zahlen and /karte that show the same numbers."""

from dataclasses import replace

from analysis.auswahl import Auswahl
from analysis.messen import Messwerk
from models.vokabular import INSGESAMT, Raumprinzip
from presentation.ansichten import kennzahl
from presentation.ansichten.blick import blick_auf
from presentation.ansichten.bogen import Bogen
from presentation.texts.lage import Themenzeile


def verlauf(auswahl: Auswahl, zeile: Themenzeile, messwerk: Messwerk) -> Bogen:
    """The people of a theme in the whole of the region over time. Raises `KeineAnsicht` without a published number."""
    ganz = replace(
        auswahl,
        kennzahl=zeile.kennzahl,
        ebene=str(auswahl.bestand.ganzes.ebene),
        einteilung="",
        raumprinzip=Raumprinzip.HERKUNFT,
        stichtag=zeile.stand.jetzt.stichtag if zeile.stand is not None else None,
        gebiete=(),
        altersgruppe=INSGESAMT,
        geschlecht=INSGESAMT,
    )
    return kennzahl.verlauf(kennzahl.pruefe(ganz, blick_auf(ganz, messwerk), kennzahl.VERLAUF))


def karte(auswahl: Auswahl, messwerk: Messwerk) -> Bogen:
    """The small map, a selection of `texts.lage.kartenauswahl`. Raises `KeineAnsicht` without a published number."""
    return kennzahl.karte(kennzahl.pruefe(auswahl, blick_auf(auswahl, messwerk), kennzahl.KARTE))
