"""The official figures that shape the demonstration, read from `daten/referenz` (each row names its source)."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from data_access.einstellungen import PROJEKT

REFERENZ = PROJEKT / "daten" / "referenz"
KREIS_UNNA = "05978"
WERRA_MEISSNER_KREIS = "06636"
KREISE = (KREIS_UNNA, WERRA_MEISSNER_KREIS)
JAHRE = range(2016, 2025)
"""Years of the demonstration; the Stichtag is always 31.12."""

_ZENSUS2011 = "Fortschreibung auf Basis Zensus 2011"


@dataclass(frozen=True)
class Gemeinde:
    """One of the 27 areas as the Gemeindeverzeichnis lists it.

    `flaeche_km2` and `einwohner` at 31.12.2021; `lon`/`lat` the centre of the drawn area in degrees.
    """

    ags: str
    ars: str
    name: str
    name_amtlich: str
    kreis: str
    flaeche_km2: float
    einwohner: int
    lon: float
    lat: float


def stichtag(jahr: int) -> date:
    """The 31 December of the year."""
    return date(jahr, 12, 31)


def _zeilen(datei: str) -> Iterator[dict[str, str]]:
    with (REFERENZ / datei).open(encoding="utf-8", newline="") as strom:
        yield from csv.DictReader(strom)


def gemeinden(kreis: str | None = None) -> tuple[Gemeinde, ...]:
    """The Gemeinden of both Kreise or of one, by AGS, the Gutsbezirk without inhabitants included."""
    return tuple(
        Gemeinde(
            ags=z["ags"],
            ars=z["ars"],
            name=z["name"],
            name_amtlich=z["name_amtlich"],
            kreis=z["kreis_ags"],
            flaeche_km2=float(z["flaeche_km2"]),
            einwohner=int(z["bevoelkerung_20211231"]),
            lon=float(z["schwerpunkt_lon"]),
            lat=float(z["schwerpunkt_lat"]),
        )
        for z in sorted(_zeilen("gemeinden_27.csv"), key=lambda z: z["ags"])
        if kreis in (None, z["kreis_ags"])
    )


def kreissummen(kreis: str) -> dict[int, int]:
    """Official population of the Kreis at 31.12. by year, on the base of the Zensus 2011 only."""
    return {
        int(z["stichtag"][:4]): int(z["insgesamt"])
        for z in _zeilen("bevoelkerung_kreise_zeitreihe.csv")
        if z["kreis_ags"] == kreis and z["basis"] == _ZENSUS2011 and z["stichtag"].endswith("-12-31")
    }


def gemeindesummen(kreis: str) -> dict[int, dict[tuple[str, str], int]]:
    """Official population by (AGS, m | w) at 31.12. by year, on the base of the Zensus 2011 only."""
    summen: dict[int, dict[tuple[str, str], int]] = {}
    for z in _zeilen("bevoelkerung_gemeinden_zeitreihe.csv"):
        if z["ags"].startswith(kreis) and z["basis"] == _ZENSUS2011 and z["stichtag"].endswith("-12-31"):
            jahr = summen.setdefault(int(z["stichtag"][:4]), {})
            jahr[z["ags"], "m"] = int(z["maennlich"])
            jahr[z["ags"], "w"] = int(z["weiblich"])
    return summen


def altersgruppen_2019(kreis: str) -> dict[str, dict[str, int]]:
    """Official population of the Kreis at 31.12.2019: sex (m | w), then age group as the source names it."""
    gruppen: dict[str, dict[str, int]] = {"m": {}, "w": {}}
    for z in _zeilen("altersstruktur_kreise_2019.csv"):
        if z["kreis_ags"] == kreis:
            gruppen["m"][z["altersgruppe"]] = int(z["maennlich"])
            gruppen["w"][z["altersgruppe"]] = int(z["weiblich"])
    return gruppen
