"""Store of published cubes: immutable Parquet files, one a Freigabe, checked against their checksum."""

import hashlib
import io
import os
from functools import lru_cache
from pathlib import Path

import dataframely as dy
import polars as pl

from data_access.einstellungen import einstellungen
from models.rahmen import Gliederungswuerfel, Wuerfel
from models.tabellen import Freigabe


class WuerfelFehlt(Exception):
    """A published cube is not there or not the one that was published."""


def als_bytes(wuerfel: dy.DataFrame[Wuerfel]) -> bytes:
    """The cube as Parquet, sorted, byte for byte the same for the same content."""
    return _sortiert(wuerfel, "stichtag", "herkunft", "leistungsort")


def gliederung_als_bytes(wuerfel: dy.DataFrame[Gliederungswuerfel]) -> bytes:
    """The second cube as Parquet, sorted, byte for byte the same for the same content."""
    return _sortiert(wuerfel, "stichtag", "altersgruppe", "geschlecht")


def _sortiert(wuerfel: pl.DataFrame, *spalten: str) -> bytes:
    puffer = io.BytesIO()
    wuerfel.sort(spalten).write_parquet(puffer, compression="zstd", statistics=False)
    return puffer.getvalue()


def pruefsumme(inhalt: bytes) -> str:
    """SHA-256 of a file, as hex."""
    return hashlib.sha256(inhalt).hexdigest()


def lege_ab(region: str, grundzahl: str, freigabe_id: str, inhalt: bytes) -> str:
    """Write a cube so that it is there whole or not at all; returns its path within `SRB_DATA_DIR`."""
    return _schreibe(Path("wuerfel") / region / grundzahl / f"{freigabe_id}.parquet", inhalt)


def lege_gliederung_ab(region: str, grundzahl: str, freigabe_id: str, inhalt: bytes) -> str:
    """The same for the second cube of a Freigabe; it lies beside the first."""
    return _schreibe(Path("wuerfel") / region / grundzahl / f"{freigabe_id}-gliederung.parquet", inhalt)


def _schreibe(relativ: Path, inhalt: bytes) -> str:
    ziel = einstellungen().datenordner() / relativ
    ziel.parent.mkdir(parents=True, exist_ok=True)
    vorlaeufig = ziel.with_suffix(".neu")
    with vorlaeufig.open("wb") as datei:
        datei.write(inhalt)
        datei.flush()
        os.fsync(datei.fileno())
    vorlaeufig.replace(ziel)
    return relativ.as_posix()


def lies_bytes(relativ: str, summe: str) -> bytes:
    """A published file as it was published. Raises `WuerfelFehlt` if it is missing or was changed."""
    return _inhalt(str(einstellungen().datenordner() / relativ), summe)


def _inhalt(pfad: str, summe: str) -> bytes:
    try:
        inhalt = Path(pfad).read_bytes()
    except OSError as fehler:
        raise WuerfelFehlt(f"Die veröffentlichten Zahlen fehlen auf der Festplatte: {Path(pfad).name}.") from fehler
    if pruefsumme(inhalt) != summe:
        raise WuerfelFehlt(f"Die Prüfsumme stimmt nicht: {Path(pfad).name} wurde nach der Freigabe verändert.")
    return inhalt


@lru_cache(maxsize=256)
def _gelesen(pfad: str, summe: str) -> dy.DataFrame[Wuerfel]:
    return Wuerfel.validate(pl.read_parquet(io.BytesIO(_inhalt(pfad, summe))), cast=True)


@lru_cache(maxsize=256)
def _gliederung_gelesen(pfad: str, summe: str) -> dy.DataFrame[Gliederungswuerfel]:
    return Gliederungswuerfel.validate(pl.read_parquet(io.BytesIO(_inhalt(pfad, summe))), cast=True)


def lies(relativ: str, summe: str) -> dy.DataFrame[Wuerfel]:
    """The cube of a Freigabe. Raises `WuerfelFehlt` if the file is missing or was changed."""
    return _gelesen(str(einstellungen().datenordner() / relativ), summe)


def lies_gliederung(relativ: str, summe: str) -> dy.DataFrame[Gliederungswuerfel]:
    """The second cube of a Freigabe. Raises `WuerfelFehlt` if the file is missing or was changed."""
    return _gliederung_gelesen(str(einstellungen().datenordner() / relativ), summe)


def gliederung_von(freigabe: Freigabe) -> dy.DataFrame[Gliederungswuerfel] | None:
    """The second cube of a Freigabe, None without one. Raises `WuerfelFehlt`."""
    if freigabe.gliederung_datei is None:
        return None
    return lies_gliederung(freigabe.gliederung_datei, freigabe.gliederung_pruefsumme or "")
