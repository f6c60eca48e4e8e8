"""The region as a meeting saw it: exactly the cubes it was frozen to, although newer ones are in force.

What was withdrawn since is gone here too: a Freigabe that should not be seen is seen in no paper.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

import polars as pl

from analysis.bestand import Bestand, Veroeffentlicht
from data_access import abfragen, wuerfelspeicher
from data_access.gremien.buch import in_utc
from models.datenstand import Sitzungsdatenstand, datenstand_aus
from models.gremientabellen import Sitzung
from models.rahmen import Einwohnerbestand, Merkmalsbestand
from models.schutz import angaben_aus
from models.tabellen import Freigabe, Region


@dataclass(frozen=True)
class Zahlenstand:
    """The numbers of a meeting. `vom` None: it is not frozen, these are the numbers of today.

    `zurueckgezogen`: Grundzahl -> day since which it may not be shown any more.
    """

    bestand: Bestand
    vom: datetime | None
    zurueckgezogen: Mapping[str, date]

    @property
    def freigaben(self) -> tuple[Freigabe, ...]:
        """The Freigaben that are shown."""
        return tuple(v.freigabe for v in self.bestand.veroeffentlicht.values())


def zahlenstand(bestand: Bestand, sitzung: Sitzung) -> Zahlenstand:
    """The numbers of a meeting of the region: the frozen ones, else those in force."""
    if sitzung.datenstand is None:
        return Zahlenstand(bestand, None, {})
    fest = datenstand_aus(sitzung.datenstand)
    damalige = abfragen.freigaben(list(fest.freigaben.values()))
    return Zahlenstand(
        _zum(bestand, fest, [f for f in damalige if f.zurueckgezogen_am is None]),
        in_utc(sitzung.eingefroren_am) if sitzung.eingefroren_am else None,
        {f.grundzahl: f.zurueckgezogen_am.date() for f in damalige if f.zurueckgezogen_am is not None},
    )


def _zum(bestand: Bestand, fest: Sitzungsdatenstand, gezeigt: list[Freigabe]) -> Bestand:
    stand = bestand.stand or abfragen.stand(bestand.region.slug)
    # The key of every cache: today's numbers under today's Stand, those of a meeting under its own.
    nummern = (*stand.nummern, ("sitzung_einwohner", fest.einwohner), ("sitzung_merkmale", fest.merkmale))
    region = Region(**bestand.region.model_dump() | {"haupteinteilung_id": fest.haupteinteilung or None})
    return replace(
        bestand,
        region=region,
        veroeffentlicht={
            f.grundzahl: Veroeffentlicht(wuerfelspeicher.lies(f.datei, f.pruefsumme), angaben_aus(f.angaben), f)
            for f in gezeigt
        },
        einwohner=Einwohnerbestand.validate(bestand.einwohner.filter(pl.col("nummer") <= fest.einwohner)),
        einwohnerlieferungen=tuple(x for x in bestand.einwohnerlieferungen if x.nummer <= fest.einwohner),
        merkmale=Merkmalsbestand.validate(bestand.merkmale.filter(pl.col("nummer") <= fest.merkmale)),
        stand=replace(stand, nummern=nummern, freigaben=tuple((f.grundzahl, f.id) for f in gezeigt)),
    )
