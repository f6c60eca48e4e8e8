"""Which published Stichtage were changed by a later Freigabe, and when. The mark and the day, never by how much."""

from collections.abc import Mapping, Sequence
from datetime import date

import dataframely as dy
import polars as pl

from data_access import wuerfelspeicher
from models.rahmen import Wuerfel
from models.tabellen import Freigabe

Folge = Sequence[tuple[date, dy.DataFrame[Wuerfel]]]
"""Day of publication and cube of all Freigaben of one Grundzahl and region, oldest first."""


def revisionen(folge: Folge) -> dict[date, date]:
    """Stichtag -> day of the newest Freigabe that shows other numbers than the one before it."""
    if len(folge) < 2:
        return {}
    geaendert: dict[date, date] = {}
    for (_, vorher), (tag, nachher) in zip(folge, folge[1:], strict=False):
        alt, neu = _je_stichtag(vorher), _je_stichtag(nachher)
        geaendert |= {stichtag: tag for stichtag in alt.keys() & neu.keys() if not alt[stichtag].equals(neu[stichtag])}
    gezeigt = set(folge[-1][1]["stichtag"].unique())
    return {stichtag: geaendert[stichtag] for stichtag in sorted(geaendert) if stichtag in gezeigt}


def _je_stichtag(wuerfel: dy.DataFrame[Wuerfel]) -> dict[date, pl.DataFrame]:
    """Cells of a Stichtag in a fixed order; those of 0 are left out, so that a further empty row changes nothing."""
    zellen = wuerfel.filter(pl.col("wert") > 0).sort("herkunft", "leistungsort")
    return {
        tag: zellen.filter(pl.col("stichtag") == tag).select("herkunft", "leistungsort", "wert")
        for tag in wuerfel["stichtag"].unique()
    }


def lade(freigaben: Sequence[Freigabe]) -> Mapping[str, dict[date, date]]:
    """Grundzahl -> `revisionen`, from the stored cubes of all Freigaben of a region, withdrawn ones included.

    A former cube that is no longer there is passed over: what cannot be compared is not called revised.
    """
    je_grundzahl: dict[str, list[tuple[date, dy.DataFrame[Wuerfel]]]] = {}
    for frei in sorted(freigaben, key=lambda f: f.fassung):
        try:
            wuerfel = wuerfelspeicher.lies(frei.datei, frei.pruefsumme)
        except wuerfelspeicher.WuerfelFehlt:
            continue
        je_grundzahl.setdefault(frei.grundzahl, []).append((frei.veroeffentlicht_am.date(), wuerfel))
    return {grundzahl: gefunden for grundzahl, folge in je_grundzahl.items() if (gefunden := revisionen(folge))}
