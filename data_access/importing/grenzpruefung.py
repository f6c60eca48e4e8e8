"""Are boundaries plausible: where they lie, how large they are, whether they overlap."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import shapely

from data_access.importing.befund import Sammler

DEUTSCHLAND: Final = (5.5, 47.0, 15.7, 55.5)
"""West, south, east, north in degrees, waters of the coast included."""

ABWEICHUNG: Final = 0.03
"""Share by which a drawn area may differ from the official one without a word: a drawing for 1:250,000 is coarser."""

AB_KM2: Final = 10.0
UEBERSCHNEIDUNG: Final = 0.01
"""Share of the smaller area from which on an overlap is an error: the same ground would belong to two areas."""

HEKTAR: Final = 10_000.0
HOECHSTENS: Final = 10


def pruefe_lage(formen: Any, sammler: Sammler) -> bool:
    """Whether all areas (WGS 84) lie in Germany; a wrong projection puts them elsewhere."""
    west, sued, ost, nord = shapely.total_bounds(formen)
    drin = west >= DEUTSCHLAND[0] and sued >= DEUTSCHLAND[1] and ost <= DEUTSCHLAND[2] and nord <= DEUTSCHLAND[3]
    if drin:
        return True
    sammler.beanstande(
        f"Die Flächen liegen nicht in Deutschland, sondern zwischen {west:.1f} und {ost:.1f} Grad Länge und "
        f"{sued:.1f} und {nord:.1f} Grad Breite. Bitte das Koordinatensystem prüfen."
    )
    return False


def pruefe_flaechen(
    km2: Mapping[str, float], namen: Mapping[str, str], amtlich: Mapping[str, float], sammler: Sammler
) -> None:
    """Compare drawn with official areas (km² by key); the ten that differ most are named."""
    weit = [
        (abs(km2[ags] / amtlich[ags] - 1), ags)
        for ags in km2
        if amtlich.get(ags, 0.0) > AB_KM2 and abs(km2[ags] / amtlich[ags] - 1) > ABWEICHUNG
    ]
    if not weit:
        return
    liste = "; ".join(
        f"{namen[ags]} {_zahl(km2[ags])} statt {_zahl(amtlich[ags])} km²" for _, ags in sorted(weit)[::-1][:HOECHSTENS]
    )
    sammler.warne(
        f"{len(weit)} Gebiete weichen mehr als {ABWEICHUNG:.0%} von der amtlichen Fläche ab".replace("%", " %")
        + f", am meisten: {liste}. Für Dichten gilt die amtliche Fläche."
    )


def pruefe_ueberschneidung(formen: Any, namen: Sequence[str], sammler: Sammler) -> None:
    """Overlaps between areas of one level (in metres): large ones are refused, small ones reported."""
    baum = shapely.STRtree(formen)
    a, b = baum.query(formen, predicate="intersects")
    paare = a < b
    a, b = a[paare], b[paare]
    gemeinsam = shapely.area(shapely.intersection(formen[a], formen[b]))
    anteil = gemeinsam / np.minimum(shapely.area(formen[a]), shapely.area(formen[b]))
    gross = anteil > UEBERSCHNEIDUNG
    for i, j, m2 in zip(a[gross], b[gross], gemeinsam[gross], strict=True):
        sammler.beanstande(
            f"{namen[i]} und {namen[j]} überschneiden sich auf {_zahl(m2 / 1e6)} km². "
            "Jeder Ort darf nur zu einem Gebiet gehören. Bitte eine Datei mit einem Gebietsstand wählen."
        )
    klein = ~gross & (gemeinsam > HEKTAR)
    if klein.any():
        reihe = np.argsort(-gemeinsam[klein])[:HOECHSTENS]
        orte = "; ".join(f"{namen[a[klein][n]]} und {namen[b[klein][n]]}" for n in reihe)
        sammler.warne(f"{int(klein.sum())} Nachbarn überschneiden sich um mehr als 1 Hektar: {orte}.")


def _zahl(wert: float) -> str:
    return f"{wert:.2f}".replace(".", ",")
