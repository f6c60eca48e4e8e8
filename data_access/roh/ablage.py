"""Storing and reading raw Lieferungen of Fallzahlen."""

import io
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import dataframely as dy
import polars as pl
from sqlalchemy import Engine, delete, insert, make_url
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, select

from data_access.datenbank import migriere, oeffne
from data_access.einstellungen import einstellungen
from data_access.schreibrecht import Schreibrecht
from models.rahmen import Rohzellen, Wahrwerte
from models.roh_tabellen import Freigabegrundlage, Freigabewahrheit, Rohdatei, Rohzelle

SPALTEN = list(Rohzellen.columns())
"""Columns of a raw cell, in their order."""

_GLIEDERUNG: Final = "/gliederung"
"""Marks the truth of the second cube of a Freigabe."""


@lru_cache(maxsize=4)
def _maschine(url: str) -> Engine:
    return oeffne(url)


@contextmanager
def _sitzung() -> Iterator[Session]:
    with Session(_maschine(einstellungen().rohdatenbank()), expire_on_commit=False) as s, s.begin():
        yield s


def richte_ein() -> None:
    """Make or update the raw database; an SQLite file is readable by its owner only."""
    url = einstellungen().rohdatenbank()
    ort = make_url(url)
    if ort.get_backend_name() == "sqlite" and ort.database:
        Path(ort.database).touch(mode=0o600)
        os.chmod(ort.database, 0o600)
    migriere(url, "data_access/roh/migrationen")


def speichere(
    recht: Schreibrecht, lieferung_id: str, sha256: str, inhalt: bytes, zellen: dy.DataFrame[Rohzellen] | None
) -> None:
    """Store a file and its cells in one transaction. They count only once the Lieferung stands in the main database."""
    with _sitzung() as s:
        s.add(Rohdatei(lieferung_id=lieferung_id, sha256=sha256, inhalt=inhalt))
        if zellen is not None and len(zellen):
            s.execute(insert(Rohzelle), [{**zeile, "lieferung_id": lieferung_id} for zeile in zellen.to_dicts()])


def raeume_auf(gueltige: Collection[str]) -> None:
    """Remove what a broken import left: raw rows whose Lieferung never came to stand in the main database."""
    with _sitzung() as s:
        vorhanden = set(s.exec(select(Rohdatei.lieferung_id)))
        for verwaist in vorhanden - set(gueltige):
            s.execute(delete(Rohzelle).where(col(Rohzelle.lieferung_id) == verwaist))
            s.execute(delete(Rohdatei).where(col(Rohdatei.lieferung_id) == verwaist))


def zellen(grundzahl: str, lieferungen: Mapping[str, int]) -> dy.DataFrame[Rohzellen]:
    """The true cells of a Grundzahl out of these Lieferungen (id -> number).

    Per Stichtag and sender only the newest Lieferung counts; of one cell from several senders the newest.
    """
    with _sitzung() as s:
        spalten: list[Any] = [getattr(Rohzelle, spalte) for spalte in [*SPALTEN, "lieferung_id"]]
        frage = sa_select(*spalten).where(
            col(Rohzelle.grundzahl) == grundzahl, col(Rohzelle.lieferung_id).in_(list(lieferungen))
        )
        zeilen = s.connection().execute(frage).fetchall()
    schema = pl.Schema({**Rohzellen.create_empty().schema, "lieferung": pl.String()})
    roh = pl.DataFrame([tuple(z) for z in zeilen], schema=schema, orient="row").with_columns(
        nummer=pl.col("lieferung").replace_strict(dict(lieferungen), default=0, return_dtype=pl.Int64)
    )
    juengste = roh.filter(pl.col("nummer") == pl.col("nummer").max().over("grundzahl", "stichtag", "absender"))
    zelle = ["grundzahl", "stichtag", "herkunft", "leistungsort", "altersgruppe", "geschlecht"]
    return Rohzellen.validate(
        juengste.sort("nummer").unique(zelle, keep="last", maintain_order=True).select(SPALTEN).sort(zelle), cast=True
    )


def quellen(grundzahl: str, lieferungen: Mapping[str, int]) -> dict[tuple[date, str], str]:
    """Stichtag and sender -> the Lieferung that counts there (see `zellen`)."""
    with _sitzung() as s:
        spalten: list[Any] = [Rohzelle.stichtag, Rohzelle.absender, Rohzelle.lieferung_id]
        frage = sa_select(*spalten).where(
            col(Rohzelle.grundzahl) == grundzahl, col(Rohzelle.lieferung_id).in_(list(lieferungen))
        )
        zeilen = s.connection().execute(frage.distinct()).fetchall()
    return {(tag, absender): id_ for tag, absender, id_ in sorted(zeilen, key=lambda z: lieferungen[z[2]])}


def merke_grundlage(
    freigabe_id: str, pruefsummen: Mapping[date, str], guete: str, wahr: dy.DataFrame[Wahrwerte]
) -> None:
    """Remember which truth a Freigabe rests on (cells and keyed checksums) and how far the rounding moved it."""
    puffer = io.BytesIO()
    wahr.write_parquet(puffer, compression="zstd")
    with _sitzung() as s:
        s.add(Freigabewahrheit(freigabe_id=freigabe_id, inhalt=puffer.getvalue()))
        s.add_all(
            Freigabegrundlage(freigabe_id=freigabe_id, stichtag=tag, pruefsumme=summe, guete=guete)
            for tag, summe in pruefsummen.items()
        )


def merke_gliederung(freigabe_id: str, wahr: pl.DataFrame) -> None:
    """Remember the true cells by age and sex under a Freigabe, beside those by Herkunft and Leistungsort."""
    puffer = io.BytesIO()
    wahr.write_parquet(puffer, compression="zstd")
    with _sitzung() as s:
        s.add(Freigabewahrheit(freigabe_id=f"{freigabe_id}{_GLIEDERUNG}", inhalt=puffer.getvalue()))


def gliederungswahrheit(freigabe_id: str) -> pl.DataFrame | None:
    """The true cells by age and sex under a Freigabe (columns of its second cube); None if there are none here."""
    with _sitzung() as s:
        zeile = s.get(Freigabewahrheit, f"{freigabe_id}{_GLIEDERUNG}")
    return None if zeile is None else pl.read_parquet(io.BytesIO(zeile.inhalt))


def grundlage(freigabe_id: str) -> dict[date, str]:
    """Checksums of the truth under each Stichtag of a Freigabe."""
    with _sitzung() as s:
        zeilen = s.exec(select(Freigabegrundlage).where(Freigabegrundlage.freigabe_id == freigabe_id)).all()
    return {z.stichtag: z.pruefsumme for z in zeilen}


def wahrheit(freigabe_id: str) -> dy.DataFrame[Wahrwerte] | None:
    """The true cells under a Freigabe; None for one that was protected elsewhere."""
    with _sitzung() as s:
        zeile = s.get(Freigabewahrheit, freigabe_id)
    return None if zeile is None else Wahrwerte.validate(pl.read_parquet(io.BytesIO(zeile.inhalt)), cast=True)
