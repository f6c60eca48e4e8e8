"""Age structure of an area beside the Kreis, in the finest bands the population has without a gap. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from analysis.bestand import Bestand
from analysis.kennzahlen.kennzahl import Altersband
from analysis.kennzahlen.satzteile import AB_18, BIS_17, ERWERBSALTER

AB_65: Final = Altersband(65, None, "ab 65 Jahren")

GLIEDERUNGEN: Final = (
    (
        Altersband(0, 6, "unter 7 Jahren"),
        Altersband(7, 17, "von 7 bis unter 18 Jahren"),
        Altersband(18, 49, "von 18 bis unter 50 Jahren"),
        Altersband(50, 64, "von 50 bis unter 65 Jahren"),
        AB_65,
    ),
    (BIS_17, ERWERBSALTER, AB_65),
    (BIS_17, AB_18),
)
"""Ways to cut all ages into bands, the finest first. They nest into the bands of the rates."""


@dataclass(frozen=True)
class Altersgruppe:
    """People of a band, and their share in percent of all ages here and in the Kreis (None: no such figure)."""

    band: Altersband
    anzahl: int
    anteil: float | None
    kreis: float | None


@dataclass(frozen=True)
class Altersaufbau:
    """All bands at the newest Stichtag that has them, on one basis."""

    stichtag: date
    basis: str
    gruppen: tuple[Altersgruppe, ...]


_Werte = dict[date, tuple[int, str]]


def altersaufbau(bestand: Bestand, ebene: str, einteilung: str, gebiet: str, bis: date | None) -> Altersaufbau | None:
    """Age structure of an area of a level at the newest Stichtag up to `bis` that has ages; None without."""
    ganz = str(bestand.ganzes.ebene)
    kreis = bestand.zuordnung(ganz)["gebiet"][0]
    for tag in reversed(bestand.einwohnerstichtage):
        if bis is not None and tag > bis:
            continue
        for baender in GLIEDERUNGEN:
            eigene = _vollstaendig([_werte(bestand, ebene, einteilung, gebiet, band).get(tag) for band in baender])
            if eigene is None:
                continue
            basis, zahlen = eigene
            ganze = _vollstaendig([_werte(bestand, ganz, "", kreis, band).get(tag) for band in baender])
            # On another basis the Kreis would be another population.
            vergleich = ganze[1] if ganze is not None and ganze[0] == basis else [None] * len(baender)
            return Altersaufbau(tag, basis, tuple(_gruppen(baender, zahlen, vergleich)))
    return None


def _werte(bestand: Bestand, ebene: str, einteilung: str, gebiet: str, band: Altersband) -> _Werte:
    """People of a band by Stichtag, with the basis."""
    eigene = bestand.nennerwerte(ebene, einteilung, band).filter(pl.col("gebiet") == gebiet)
    return {
        z["stichtag"]: (z["anzahl"], z["basis"] or "") for z in eigene.iter_rows(named=True) if z["anzahl"] is not None
    }


def _vollstaendig(werte: list[tuple[int, str] | None]) -> tuple[str, list[int]] | None:
    """Basis and figures if every band has one and all stand on the same basis."""
    vorhanden = [w for w in werte if w is not None]
    if len(vorhanden) < len(werte) or len({basis for _, basis in vorhanden}) != 1:
        return None
    return vorhanden[0][1], [anzahl for anzahl, _ in vorhanden]


def _gruppen(
    baender: tuple[Altersband, ...], zahlen: list[int], vergleich: list[int] | list[None]
) -> Iterator[Altersgruppe]:
    hier, dort = sum(zahlen), sum(w for w in vergleich if w is not None)
    for band, zahl, kreis in zip(baender, zahlen, vergleich, strict=True):
        yield Altersgruppe(
            band,
            zahl,
            100 * zahl / hier if hier else None,
            100 * kreis / dort if kreis is not None and dort else None,
        )
