"""Decisions about the protection: read, entered, revoked. Nothing is ever deleted or changed."""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from sqlmodel import col, select

from data_access.abfragen import ALLE_REGIONEN
from data_access.datenbank import sitzung
from data_access.schreiben import NichtGefunden, erhoehe
from data_access.schreibrecht import Schreibrecht
from models.tabellen import Schutzregel

SCHUTZREGELN: Final = "schutzregeln"
"""Subject of the Fassung that counts decisions: caches notice a new one at the next script run."""


def entscheidungen(regionen: Collection[str] | None = None) -> list[Schutzregel]:
    """Every decision ever made for these regions (None: all), the newest first; revoked ones included."""
    frage = select(Schutzregel).order_by(col(Schutzregel.id).desc())
    if regionen is not None:
        frage = frage.where(col(Schutzregel.region_slug).in_(regionen))
    with sitzung() as s:
        return list(s.exec(frage))


def gueltige(region: str) -> list[Schutzregel]:
    """The decisions that hold for a region: its own and those for all regions, the newest first."""
    return [e for e in entscheidungen({region, ALLE_REGIONEN}) if e.aufgehoben_am is None]


def trage_ein(recht: Schreibrecht, entscheidung: Schutzregel) -> Schutzregel:
    """Enter a decision; the one before it stays in the history."""
    with sitzung() as s:
        s.add(entscheidung)
        s.flush()
        erhoehe(s, entscheidung.region_slug, SCHUTZREGELN)
        return entscheidung


def hebe_auf(recht: Schreibrecht, nummer: int, von: str, grund: str, jetzt: datetime) -> Schutzregel:
    """Revoke a decision. Raises `NichtGefunden` if it is not in force."""
    with sitzung() as s:
        entscheidung = s.get(Schutzregel, nummer)
        if entscheidung is None or entscheidung.aufgehoben_am is not None:
            raise NichtGefunden(f"Es gibt keine gültige Entscheidung Nummer {nummer}. „cli.py regeln“ zeigt alle.")
        entscheidung.aufgehoben_am, entscheidung.aufgehoben_von = jetzt, von
        entscheidung.aufhebungsgrund = grund
        erhoehe(s, entscheidung.region_slug, SCHUTZREGELN)
        return entscheidung
