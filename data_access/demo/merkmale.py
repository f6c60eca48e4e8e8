"""Synthetic context figures of both Kreise: Kreis rows and Gemeinde rows, as public statistics publish them.

What is known is the order of the Kreis totals: severely disabled 12 % of all, people in need of care 58 per 1.000
in 2015 and rising (Werra-Meißner), Mindestsicherung 10.4 and 8.0 %, unemployed 7.2 and 5.2 % (Deutschlandatlas),
foreigners 59,560 and 9,425 at the end of 2022 (Ausländerzentralregister). Years in between and all Gemeinden are
invented: the Kreis total is shared out by the population of the ages concerned, with a lot of 15 % either way. Where
the source rounds to 5, so do these figures; where it keeps small cells back, a sign stands in their place. Every row
says that it is synthetic.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import dataframely as dy
import polars as pl

from data_access.demo.bevoelkerung import einwohner
from data_access.demo.quellen import KREISE, gemeinden
from data_access.demo.zufall import zwischen
from models.merkmale import MERKMALE
from models.rahmen import Merkmalswerte
from models.vokabular import INSGESAMT, Basis

KLEINSTE: Final = 5
"""Smaller cells are kept back by the sources that protect theirs."""

STREUUNG: Final = 0.15
"""How far the share of a Gemeinde may lie from its share of the population concerned."""


@dataclass(frozen=True)
class _Annahme:
    """Kreis totals by end of the period, what they are shared out by, and whether small cells are kept back.

    `ab`: first age of the population concerned. `jahresdurchschnitt`: the period is the year, not a day.
    """

    merkmal: str
    summen: dict[date, tuple[int, int]]
    ab: int = 0
    geheim: bool = True
    jahresdurchschnitt: bool = False


def _jahre(werte: dict[int, tuple[int, int]], monat: int = 12, tag: int = 31) -> dict[date, tuple[int, int]]:
    return {date(jahr, monat, tag): paar for jahr, paar in werte.items()}


_ANNAHMEN: Final = (
    _Annahme(
        "schwerbehinderte",
        _jahre({2017: (46_400, 12_150), 2019: (47_050, 12_240), 2021: (47_480, 12_110), 2023: (47_890, 12_060)}),
        ab=50,
    ),
    _Annahme(
        "pflegebeduerftige",
        _jahre({2017: (17_900, 6_350), 2019: (21_700, 7_240), 2021: (26_600, 8_780), 2023: (30_300, 9_870)}, 12, 15),
        ab=65,
    ),
    _Annahme(
        "sgb2_leistungsberechtigte",
        _jahre({2021: (31_900, 5_460), 2022: (31_600, 5_720), 2023: (32_700, 6_010), 2024: (32_300, 5_930)}, 6, 30)
        | _jahre({2020: (32_400, 5_520), 2021: (30_800, 5_240), 2022: (32_500, 5_980), 2023: (32_200, 5_900)}),
        ab=7,
    ),
    _Annahme(
        "arbeitslose",
        _jahre(
            {
                2019: (13_900, 2_280),
                2020: (15_600, 2_610),
                2021: (15_300, 2_520),
                2022: (14_700, 2_580),
                2023: (15_200, 2_710),
                2024: (15_700, 2_790),
            }
        ),
        ab=18,
        jahresdurchschnitt=True,
    ),
    _Annahme(
        "arbeitslose_schwerbehinderte",
        _jahre({2020: (1_010, 158), 2021: (1_040, 163), 2022: (985, 154), 2023: (990, 161), 2024: (1_020, 166)}),
        ab=18,
        jahresdurchschnitt=True,
    ),
    _Annahme(
        "auslaender",
        _jahre(
            {
                2019: (45_600, 6_910),
                2020: (46_900, 7_140),
                2021: (49_100, 7_480),
                2022: (59_560, 9_425),
                2023: (62_300, 9_960),
                2024: (63_900, 10_240),
            }
        ),
        geheim=False,
    ),
)


def merkmale() -> dy.DataFrame[Merkmalswerte]:
    """Context figures of both Kreise and their Gemeinden, basis "synthetisch", the same on every machine."""
    bevoelkerung = einwohner()
    zeilen = []
    for annahme in _ANNAHMEN:
        gewichte = {
            (ags, jahr): anzahl
            for ags, jahr, anzahl in bevoelkerung.filter(
                pl.col("alter_von") >= annahme.ab, pl.col("geschlecht") != INSGESAMT
            )
            .group_by("ags", pl.col("stichtag").dt.year().alias("jahr"))
            .agg(pl.col("anzahl").sum())
            .iter_rows()
        }
        for tag, summen in annahme.summen.items():
            for kreis, summe in zip(KREISE, summen, strict=True):
                werte = _verteilt(annahme.merkmal, kreis, summe, tag.year, gewichte)
                zeilen += [_zeile(annahme, kreis, tag, sum(werte.values()))]
                zeilen += [_zeile(annahme, ags, tag, wert) for ags, wert in werte.items()]
    rahmen = pl.DataFrame(zeilen, schema=Merkmalswerte.create_empty().schema, orient="row")
    return Merkmalswerte.validate(rahmen, cast=True)


def _verteilt(merkmal: str, kreis: str, summe: int, jahr: int, gewichte: dict[tuple[str, int], int]) -> dict[str, int]:
    """People by Gemeinde, before rounding; nobody where nobody lives."""
    anteile = {
        g.ags: gewichte[g.ags, jahr] * zwischen(1 - STREUUNG, 1 + STREUUNG, "merkmal", merkmal, g.ags)
        for g in gemeinden(kreis)
    }
    gesamt = sum(anteile.values())
    return {ags: round(summe * anteil / gesamt) for ags, anteil in anteile.items()}


def _zeile(annahme: _Annahme, ags: str, tag: date, anzahl: int) -> tuple[object, ...]:
    merkmal = MERKMALE[annahme.merkmal]
    geheim = annahme.geheim and 0 < anzahl < KLEINSTE
    wert = float(merkmal.rundung * ((anzahl + merkmal.rundung // 2) // merkmal.rundung))
    return (
        merkmal.id,
        ags,
        date(tag.year, 1, 1) if annahme.jahresdurchschnitt else tag,
        tag,
        INSGESAMT,
        0,
        None,
        INSGESAMT,
        None if geheim else wert,
        "." if geheim else None,
        Basis.SYNTHETISCH.value,
        f"Synthetische Daten nach: {merkmal.quelle}",
    )
