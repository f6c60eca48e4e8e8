"""What a Freigabe is made of: the stored true cells of a Grundzahl, their Stichtage, and the keys."""

import hashlib
import hmac
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import dataframely as dy
import polars as pl

from analysis.freigabe.quellschutz import QuelleAbgelehnt, je_stichtag
from data_access import abfragen
from data_access.einstellungen import einstellungen
from data_access.roh import ablage
from models.grundzahlen import GRUNDZAHLEN
from models.rahmen import Rohzellen, Wahrwerte
from models.tabellen import Freigabe, Lieferung, Region
from models.vokabular import GESPERRT, NICHT_ERHOBEN, Lieferungsstand, Raumprinzip

DEMO_GEHEIMNIS: Final = b"Sozialraumblick: oeffentliches Geheimnis der synthetischen Daten"
"""Public on purpose: synthetic data protect nobody, and every machine shall show the same numbers."""


class FreigabeAbgelehnt(Exception):
    """The Freigabe cannot be given; the message says why and what to do, without a count."""


def schluessel(zweck: str, synthetisch: bool = False) -> bytes:
    """Key derived for one purpose; synthetic data break ties with the public secret."""
    geheimnis = DEMO_GEHEIMNIS if synthetisch else einstellungen().geheimnis()
    return hmac.new(geheimnis, zweck.encode(), hashlib.sha256).digest()


def wahrwerte(roh: dy.DataFrame[Rohzellen], raumprinzipien: tuple[str, ...]) -> dy.DataFrame[Wahrwerte]:
    """Raw cells summed over age and sex to Herkunft x Leistungsort; cells of 0 are left out.

    A Raumprinzip that not every Stichtag has is summed over too: the series is published by the other one.
    """
    ohne = [p.value for p in Raumprinzip if p.value not in raumprinzipien]
    je_zelle = (
        roh.with_columns(pl.lit(NICHT_ERHOBEN).alias(spalte) for spalte in ohne)
        .group_by("stichtag", "herkunft", "leistungsort")
        .agg(pl.col("anzahl").sum())
        .filter(pl.col("anzahl") > 0)
    )
    return Wahrwerte.validate(je_zelle.sort("stichtag", "herkunft", "leistungsort"), cast=True)


def _raumprinzipien(roh: dy.DataFrame[Rohzellen]) -> tuple[str, ...]:
    """The Raumprinzipien that every Stichtag of the series has."""
    return tuple(str(p) for p in Raumprinzip if not (roh[p.value] == NICHT_ERHOBEN).any())


def pruefsummen(wahr: dy.DataFrame[Wahrwerte], stichtage: list[date], geheim: bytes | None = None) -> dict[date, str]:
    """Keyed checksum of the truth of each Stichtag: tells whether it changed, without telling what it is.

    Always under the secret of the installation, so that a real Lieferung beside synthetic ones changes no old number.
    Only the shipped packages of the demonstration have another key (`geheim`): the same bytes on every machine.
    """
    geheim = geheim or schluessel("pruefsumme")
    je_tag = {}
    for tag in stichtage:
        zeilen = wahr.filter(pl.col("stichtag") == tag).sort("herkunft", "leistungsort").write_csv(include_header=False)
        je_tag[tag] = hmac.new(geheim, zeilen.encode(), hashlib.sha256).hexdigest()
    return je_tag


def _lieferungen(region: Region) -> list[Lieferung]:
    return [
        lieferung
        for lieferung in abfragen.lieferungen()
        if lieferung.art == "fallzahlen"
        and lieferung.region_slug == region.slug
        and lieferung.stand == Lieferungsstand.GESPEICHERT
    ]


def freigebbare(region: Region) -> list[str]:
    """Grundzahlen of which the region has a stored Lieferung, in the order of their records."""
    geliefert = {g for lieferung in _lieferungen(region) for g in lieferung.gegenstaende}
    return [g for g in GRUNDZAHLEN if g in geliefert]


def massgebliche(fruehere: Iterable[Freigabe]) -> Freigabe | None:
    """The Freigabe that a new one has to fit: the newest not withdrawn, else the newest ever (newest first)."""
    return min(fruehere, key=lambda f: f.zurueckgezogen_am is not None, default=None)


@dataclass(frozen=True)
class Stoff:
    """The newest stored truth of one Grundzahl and region: its Lieferungen, raw cells, Stichtage, finest cells.

    `quellschutz`: Stichtage that came protected, and how; `wahr` has none of their cells.
    """

    lieferungen: list[Lieferung]
    roh: dy.DataFrame[Rohzellen]
    stichtage: list[date]
    wahr: dy.DataFrame[Wahrwerte]
    raumprinzipien: tuple[str, ...]
    quellschutz: dict[date, str] = field(default_factory=dict)

    @property
    def synthetisch(self) -> bool:
        """Whether all of it is synthetic."""
        return all(lieferung.synthetisch for lieferung in self.lieferungen)


def lies_stoff(region: Region, grundzahl: str) -> Stoff:
    """The truth to be protected. Raises `FreigabeAbgelehnt` if there is none or it cannot be protected as it is."""
    lieferungen = [lieferung for lieferung in _lieferungen(region) if grundzahl in lieferung.gegenstaende]
    nummern = {lieferung.id: lieferung.nummer for lieferung in lieferungen}
    roh = ablage.zellen(grundzahl, nummern)
    try:
        geschuetzt = je_stichtag(lieferungen, ablage.quellen(grundzahl, nummern))
    except QuelleAbgelehnt as grund:
        raise FreigabeAbgelehnt(str(grund)) from grund
    raumprinzipien = _raumprinzipien(roh)
    stichtage = _pruefe(roh, grundzahl, region, geschuetzt, raumprinzipien)
    wahr = wahrwerte(Rohzellen.validate(roh.filter(~pl.col("stichtag").is_in(list(geschuetzt)))), raumprinzipien)
    return Stoff(lieferungen, roh, stichtage, wahr, raumprinzipien, geschuetzt)


def _pruefe(
    roh: dy.DataFrame[Rohzellen],
    grundzahl: str,
    region: Region,
    geschuetzt: Collection[date],
    raumprinzipien: tuple[str, ...],
) -> list[date]:
    """Stichtage of the series; refuses what cannot be protected as it is."""
    if roh.is_empty():
        raise FreigabeAbgelehnt(
            f"Für „{grundzahl}“ in {region.name} gibt es keine gespeicherte Lieferung. "
            "Bitte zuerst eine Datei mit Fallzahlen importieren."
        )
    gesperrt = pl.col("stichtag").is_in(list(geschuetzt)) & pl.col("zeichen").is_in(list(GESPERRT))
    offen = roh.filter(pl.col("anzahl").is_null(), ~gesperrt.fill_null(value=False))
    if not offen.is_empty():
        tage = ", ".join(f"{tag:%d.%m.%Y}" for tag in sorted(offen["stichtag"].unique()))
        gefunden = sorted(offen["zeichen"].unique(), key=str)
        zeichen = ", ".join("leer" if z is None else f"„{z}“" for z in gefunden)
        raise FreigabeAbgelehnt(
            f"In „{grundzahl}“ fehlen Zahlen ({zeichen}) zum {tage}. Eine Summe mit Lücken wäre falsch. "
            "Bitte den Absender um die fehlenden Zahlen bitten (wo niemand ist: 0) und die Datei neu importieren."
        )
    if not raumprinzipien:
        raise FreigabeAbgelehnt(
            f"„{grundzahl}“ enthält zu verschiedenen Stichtagen verschiedene Raumprinzipien. "
            "Bitte die Lieferungen trennen oder um die fehlende Spalte bitten."
        )
    return sorted(roh["stichtag"].unique())
