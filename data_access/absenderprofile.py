"""Sender profiles: what was answered once about the layout of a file is known for the next file of that layout.

A layout is known by its fingerprint (`Gelesen.fingerabdruck`). Answers about one single file are never kept.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from sqlmodel import col, select

from data_access.datenbank import sitzung
from data_access.importing.gebietstabellen.frei import ID as FREI
from data_access.schreibrecht import Schreibrecht
from models.tabellen import Absenderprofil

_NUR_DIESE_DATEI: Final = frozenset(
    {"stichtag", "basis", "region", "doppelt", "vollstaendig", "kodierung", "trennzeichen", "blatt", "jahresende"}
)
"""Questions about one file: its day, its completeness, what else is stored. The base changes with the day."""

_LAYOUT_FREIER_TABELLEN: Final = frozenset({"basis"})
"""A free table comes from one sender, whose base (a register of residents) stays the same."""


def lernbare(profil: str, antworten: Mapping[str, str]) -> dict[str, str]:
    """The answers that hold for every file of the layout."""
    nur_diese = _NUR_DIESE_DATEI - (_LAYOUT_FREIER_TABELLEN if profil == FREI else frozenset())
    return {schluessel: wert for schluessel, wert in antworten.items() if schluessel not in nur_diese}


def finde(fingerabdruck: str) -> Absenderprofil | None:
    """What is known about a layout."""
    if not fingerabdruck:
        return None
    with sitzung() as s:
        return s.get(Absenderprofil, fingerabdruck)


def alle() -> list[Absenderprofil]:
    """Every known layout, the newest first."""
    with sitzung() as s:
        return list(s.exec(select(Absenderprofil).order_by(col(Absenderprofil.gelernt_am).desc())))


def merke(
    recht: Schreibrecht, fingerabdruck: str, name: str, antworten: Mapping[str, str], jetzt: datetime
) -> Absenderprofil | None:
    """Keep the answers about a layout; those kept before are replaced. Without an answer nothing is written."""
    if not fingerabdruck or not antworten:
        return None
    with sitzung() as s:
        profil = s.get(Absenderprofil, fingerabdruck)
        if profil is not None and profil.antworten == dict(antworten):
            return profil
        if profil is None:
            profil = Absenderprofil(fingerabdruck=fingerabdruck, name=name, gelernt_am=jetzt)
        profil.name, profil.antworten, profil.gelernt_am = name, dict(antworten), jetzt
        s.add(profil)
        return profil


def vergiss(recht: Schreibrecht, fingerabdruck: str) -> Absenderprofil | None:
    """Remove what is known about a layout (its fingerprint or the first characters of it); None if unknown."""
    with sitzung() as s:
        passende = s.exec(
            select(Absenderprofil).where(col(Absenderprofil.fingerabdruck).startswith(fingerabdruck, autoescape=True))
        ).all()
        if len(passende) != 1 or not fingerabdruck:
            return None
        s.delete(passende[0])
        return passende[0]
