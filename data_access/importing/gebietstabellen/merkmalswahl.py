"""Which Merkmal every measure of a table becomes: by the rules for known statistics, else as the sender answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from data_access.importing.befund import Sammler
from data_access.importing.gebietstabellen.werte import Werte
from data_access.importing.gebietstabellen.worte import Bedeutung
from data_access.importing.gebietstabellen.zuordnung import merkmal_von
from data_access.importing.profil import Umstaende
from data_access.importing.spalten import normalisiere_kopf
from models.merkmale import MERKMALE

NICHT: Final = "nicht_uebernehmen"
"""The answer that leaves a measure out."""

_LAENGSTER_SCHLUESSEL: Final = 60


@dataclass(frozen=True)
class Zuordnung:
    """`nummer` of a meaning -> (merkmal, auspraegung, quelle); meanings that are left out are not in it."""

    ziele: Mapping[int, tuple[str, str, str]]

    def tafel(self) -> pl.DataFrame:
        """As a table to join."""
        return pl.DataFrame(
            [(nummer, *ziel) for nummer, ziel in self.ziele.items()],
            schema={"nummer": pl.Int64, "merkmal": pl.String, "auspraegung": pl.String, "quelle": pl.String},
            orient="row",
        )


def auswahl_fuer(bedeutung: Bedeutung) -> tuple[str, ...]:
    """The Merkmale that a measure can be: counts for counts, shares and rates for everything else."""
    return (*(m.id for m in MERKMALE.values() if m.summierbar == bedeutung.zaehlt), NICHT)


def frageschluessel(vorsatz: str, text: str) -> str:
    """Key of a question about a column or measure: the same for every file of the layout."""
    return f"{vorsatz}_{normalisiere_kopf(text)[:_LAENGSTER_SCHLUESSEL] or 'werte'}"


def ordne_zu(werte: Werte, statistik: str, sammler: Sammler, umstaende: Umstaende) -> Zuordnung:
    """The Merkmal of every measure; unknown ones are asked once each."""
    ziele: dict[int, tuple[str, str, str]] = {}
    weg: dict[str, None] = {}
    for nummer, bedeutung in enumerate(werte.bedeutungen):
        bekannt = merkmal_von(statistik, bedeutung)
        if bekannt is None:
            einheit = f" ({bedeutung.einheit})" if bedeutung.einheit else ""
            antwort = umstaende.antwort(
                sammler,
                frageschluessel("merkmal", f"{bedeutung.mass} {'' if bedeutung.zaehlt else bedeutung.einheit}"),
                f"Welches Merkmal ist „{bedeutung.mass[:80] or 'der Wert'}“{einheit}?",
                auswahl_fuer(bedeutung),
            )
            if antwort == NICHT:
                weg[bedeutung.mass] = None
            bekannt = (antwort, bedeutung.auspraegung) if antwort and antwort != NICHT else None
        if bekannt is not None:
            ziele[nummer] = (*bekannt, MERKMALE[bekannt[0]].quelle)
    for mass in weg:
        sammler.warne(f"„{mass[:80]}“ wurde nicht übernommen.")
    return Zuordnung(ziele)
