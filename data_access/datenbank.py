"""Opening the main database: engine, short sessions, migrations, and frames."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import polars as pl
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, event, text
from sqlmodel import Session

from data_access.einstellungen import PROJEKT, einstellungen
from data_access.sperre import allein


def oeffne(url: str) -> Engine:
    """Engine for `url`. SQLite: WAL, foreign keys, 5 s patience, so that readers never wait for a writer.

    Errors do not repeat the values of a statement: those of the raw side are true counts.
    """
    engine = create_engine(url, hide_parameters=True)
    if engine.dialect.name == "sqlite":

        @event.listens_for(engine, "connect")
        def _einrichten(verbindung: Any, _: object) -> None:
            for pragma in ("journal_mode=WAL", "busy_timeout=5000", "foreign_keys=ON", "synchronous=NORMAL"):
                verbindung.execute(f"PRAGMA {pragma}")

    return engine


@lru_cache(maxsize=4)
def _maschine(url: str) -> Engine:
    return oeffne(url)


@contextmanager
def sitzung() -> Iterator[Session]:
    """A short transaction on the main database: committed at the end, rolled back on any error."""
    with Session(_maschine(einstellungen().hauptdatenbank()), expire_on_commit=False) as s, s.begin():
        yield s


def migriere(url: str, ordner: str) -> None:
    """Bring the database at `url` to the newest state of the Alembic history in `ordner` (under the project).

    Server and worker start at the same moment: one migrates, the other waits and finds nothing to do.
    """
    konfiguration = Config()
    konfiguration.set_main_option("script_location", str(PROJEKT / ordner))
    konfiguration.attributes["url"] = url
    with allein("migration"):
        command.upgrade(konfiguration, "head")


def richte_ein() -> None:
    """Make or update the main database."""
    migriere(einstellungen().hauptdatenbank(), "data_access/migrationen")


def lies_rahmen(sql: str, **werte: object) -> pl.DataFrame:
    """Result of a query on the main database as a frame; named placeholders (`:ags`), dates as dates."""
    with sitzung() as s:
        ergebnis = s.connection().execute(text(sql), werte)
        return pl.DataFrame(ergebnis.fetchall(), schema=list(ergebnis.keys()), orient="row", infer_schema_length=None)
