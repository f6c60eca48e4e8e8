"""Opening the main database: engine, short sessions, migrations, and frames."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import polars as pl
from alembic import command, context
from alembic.config import Config
from sqlalchemy import Connection, Engine, MetaData, create_engine, event, text
from sqlmodel import Session

from data_access.einstellungen import PROJEKT, einstellungen
from data_access.sperre import allein

SQLITE = ("journal_mode=WAL", "busy_timeout=5000", "foreign_keys=ON", "synchronous=NORMAL", "secure_delete=ON")


def oeffne(url: str) -> Engine:
    """Engine for `url`. SQLite: WAL, foreign keys, 5 s patience, so that readers never wait for a writer.

    Errors do not repeat the values of a statement: those of the raw side are true counts. What is overwritten or
    deleted is wiped from the file too.
    """
    engine = create_engine(url, hide_parameters=True)
    if engine.dialect.name == "sqlite":

        @event.listens_for(engine, "connect")
        def _einrichten(verbindung: Any, _: object) -> None:
            for pragma in SQLITE:
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


def migriere(url: str, ordner: str, ziel: str = "head") -> None:
    """Bring the database at `url` to the newest state (or `ziel`) of the Alembic history in `ordner` (in the project).

    Server and worker start at the same moment: one migrates, the other waits and finds nothing to do.
    """
    konfiguration = Config()
    konfiguration.set_main_option("script_location", str(PROJEKT / ordner))
    konfiguration.attributes["url"] = url
    with allein("migration"):
        command.upgrade(konfiguration, ziel)


def run_migrations(metadaten: MetaData) -> None:
    """What both Alembic environments do: all steps in one transaction, so that a broken one changes nothing.

    SQLite rebuilds a table to change it: foreign keys must not be enforced meanwhile, and are checked at the end.
    Its driver would commit before every DDL statement, so the transaction is begun by hand.
    """
    maschine = oeffne(context.config.attributes["url"])
    sqlite = maschine.dialect.name == "sqlite"
    if sqlite:

        @event.listens_for(maschine, "connect")
        def _von_hand(verbindung: Any, _: object) -> None:
            verbindung.isolation_level = None
            verbindung.execute("PRAGMA foreign_keys=OFF")

        @event.listens_for(maschine, "begin")
        def _beginne(verbindung: Connection) -> None:
            verbindung.exec_driver_sql("BEGIN")

    with maschine.begin() as verbindung:
        context.configure(connection=verbindung, target_metadata=metadaten, render_as_batch=True, compare_type=True)
        context.run_migrations()
        if sqlite and (verletzt := verbindung.exec_driver_sql("PRAGMA foreign_key_check").fetchall()):
            tabellen = ", ".join(sorted({str(zeile[0]) for zeile in verletzt}))
            raise RuntimeError(f"Die Umstellung der Datenbank ließe Verweise ins Leere zeigen ({tabellen}).")
    maschine.dispose()


def richte_ein() -> None:
    """Make or update the main database."""
    migriere(einstellungen().hauptdatenbank(), "data_access/migrationen")


def lies_rahmen(sql: str, **werte: object) -> pl.DataFrame:
    """Result of a query on the main database as a frame; named placeholders (`:ags`), dates as dates."""
    with sitzung() as s:
        ergebnis = s.connection().execute(text(sql), werte)
        return pl.DataFrame(ergebnis.fetchall(), schema=list(ergebnis.keys()), orient="row", infer_schema_length=None)
