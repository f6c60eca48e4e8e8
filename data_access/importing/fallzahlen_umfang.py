"""What a Grundzahl is counted by: the Raumprinzipien it has, its finest level, and no ages where it counts Plätze."""

from typing import Final

import polars as pl

from data_access.importing.altersgruppen import OFFEN
from data_access.importing.befund import Sammler
from data_access.importing.gitter import ZEILE
from models.grundzahlen import GRUNDZAHLEN, Grundzahl
from models.vokabular import INSGESAMT, NICHT_ERHOBEN, Raumprinzip

KREISWEISE: Final = tuple(g.id for g in GRUNDZAHLEN.values() if g.nur_kreis)
"""Grundzahlen that are delivered for the Kreis as a whole: the own Kreis stands in the file with 5 digits."""


def pruefe_umfang(gelesen: pl.DataFrame, sammler: Sammler) -> None:
    """Object to rows that count a Grundzahl by something it is not counted by. Figures play no part."""
    for grundzahl in (GRUNDZAHLEN[g] for g in gelesen["grundzahl"].unique(maintain_order=True)):
        eigene = gelesen.filter(pl.col("grundzahl") == grundzahl.id)
        _pruefe_raumprinzipien(eigene, grundzahl, sammler)
        if grundzahl.nur_kreis:
            _pruefe_kreis(eigene, grundzahl, sammler)
        if grundzahl.oeffentlich:
            _pruefe_aufgliederung(eigene, grundzahl, sammler)


def _pruefe_raumprinzipien(eigene: pl.DataFrame, grundzahl: Grundzahl, sammler: Sammler) -> None:
    for spalte in (p.value for p in Raumprinzip if p not in grundzahl.raumprinzipien):
        andere = " und ".join(grundzahl.raumprinzipien)
        for zeile in eigene.filter(~pl.col(spalte).is_in([NICHT_ERHOBEN, INSGESAMT]))[ZEILE]:
            sammler.beanstande(
                f"„{grundzahl.id}“ wird nur nach {andere} gezählt. Bitte in der Spalte „{spalte}“ überall "
                f"„{NICHT_ERHOBEN}“ eintragen.",
                zeile=zeile,
                spalte=spalte,
            )


def _pruefe_kreis(eigene: pl.DataFrame, grundzahl: Grundzahl, sammler: Sammler) -> None:
    for spalte in (p.value for p in Raumprinzip):
        for zeile in eigene.filter(pl.col(spalte).str.contains(r"^\d{8}$"))[ZEILE]:
            sammler.beanstande(
                f"„{grundzahl.id}“ wird nur für den Kreis im Ganzen gezählt, damit niemand zu erkennen ist. Bitte die "
                "Summe des Kreises mit seinen 5 Ziffern eintragen, keine Gemeinden.",
                zeile=zeile,
                spalte=spalte,
            )


def _pruefe_aufgliederung(eigene: pl.DataFrame, grundzahl: Grundzahl, sammler: Sammler) -> None:
    """Plätze have neither age nor sex. A breakdown hints at persons, who must never be published unrounded."""
    voll = (pl.col("alter_von") == 0) & (pl.col("ende") == OFFEN)
    aufgegliedert = eigene.filter(~voll | (pl.col("geschlecht") != INSGESAMT))
    for zeile in aufgegliedert[ZEILE]:
        sammler.beanstande(
            f"„{grundzahl.id}“ zählt Plätze, keine Menschen. Plätze haben weder Alter noch Geschlecht: Bitte in "
            f"„altersgruppe“ und „geschlecht“ „{INSGESAMT}“ eintragen.",
            zeile=zeile,
            spalte="altersgruppe",
        )
