"""The areas of the demonstration as records: 27 Gemeinden, their two Kreise and Länder.

Source: Gemeindeverzeichnis GV-ISys, 31.12.2021 (names, keys, areas); reproduction with credit allowed.
"""

from dataclasses import dataclass
from datetime import date
from math import fsum

from data_access.demo.annahmen import NACHBARN
from data_access.demo.quellen import KREIS_UNNA, WERRA_MEISSNER_KREIS, gemeinden
from models.vokabular import Ebene

GUELTIG_VON = date(2016, 1, 1)
"""Edition of the boundaries shipped. None of these areas changed from then to the end of the demonstration."""


@dataclass(frozen=True)
class Gebietssatz:
    """One area. `ags` has 8, 5 or 2 digits by `ebene`, `ars` 12, 5 or 2; `kreis` only for a Gemeinde.

    `name` is shown, `name_amtlich` stands in the Gemeindeverzeichnis. `gueltig_bis` None = still valid.
    """

    ags: str
    ars: str
    ebene: Ebene
    name: str
    name_amtlich: str
    kreis: str | None
    flaeche_km2: float
    gueltig_von: date = GUELTIG_VON
    gueltig_bis: date | None = None


def gebiete() -> tuple[Gebietssatz, ...]:
    """All 31 areas: Länder, Kreise, Gemeinden. The area of a Kreis or Land is the sum of its Gemeinden."""
    kreise = tuple(
        Gebietssatz(ags, ags, Ebene.KREIS, name, amtlich, None, _kreisflaeche(ags))
        for ags, name, amtlich in (
            (KREIS_UNNA, "Kreis Unna", "Unna"),
            (WERRA_MEISSNER_KREIS, "Werra-Meißner-Kreis", "Werra-Meißner-Kreis"),
        )
    )
    unten = tuple(
        Gebietssatz(g.ags, g.ars, Ebene.GEMEINDE, g.name, g.name_amtlich, g.kreis, g.flaeche_km2) for g in gemeinden()
    )
    return (*_LAENDER, *kreise, *unten)


def andere_kreise() -> dict[str, str]:
    """AGS -> name of the other Kreise that occur as Herkunft or Leistungsort in the demonstration."""
    return {n.ags: n.name for nachbarn in NACHBARN.values() for n in nachbarn}


_LAENDER = (
    Gebietssatz("05", "05", Ebene.LAND, "Nordrhein-Westfalen", "Nordrhein-Westfalen", None, 34112.49),
    Gebietssatz("06", "06", Ebene.LAND, "Hessen", "Hessen", None, 21115.69),
)


def _kreisflaeche(kreis: str) -> float:
    """Area of the Kreis in km²."""
    return round(fsum(g.flaeche_km2 for g in gemeinden(kreis)), 2)
