"""The two Alembic histories make exactly the tables of the models, and can be run again."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, inspect

from commands.einrichten import richte_ein
from data_access.datenbank import oeffne
from data_access.einstellungen import einstellungen
from models.roh_tabellen import Rohtabelle
from models.tabellen import Haupttabelle

BEIDE = [
    pytest.param("hauptdatenbank", Haupttabelle.metadata, id="haupt"),
    pytest.param("rohdatenbank", Rohtabelle.metadata, id="roh"),
]


@pytest.mark.parametrize(("welche", "tabellen"), BEIDE)
def test_a_migrated_database_is_what_the_models_say(datenordner: Path, welche: str, tabellen: MetaData) -> None:
    richte_ein()
    maschine = oeffne(getattr(einstellungen(), welche)())
    with maschine.connect() as verbindung:
        kontext = MigrationContext.configure(verbindung, opts={"compare_type": True})
        assert compare_metadata(kontext, tabellen) == []
        assert kontext.get_current_revision() is not None
        assert set(inspect(verbindung).get_table_names()) == {*tabellen.tables, "alembic_version"}
    maschine.dispose()


def test_raw_counts_and_everything_else_share_no_table() -> None:
    assert not set(Haupttabelle.metadata.tables) & set(Rohtabelle.metadata.tables)


def test_an_installation_can_be_set_up_again_without_losing_anything(klein: Path) -> None:
    vorher = (klein / "sozialraumblick.db").stat().st_size
    richte_ein()
    richte_ein()
    assert (klein / "sozialraumblick.db").stat().st_size == vorher


def test_the_raw_database_is_readable_by_its_owner_only(datenordner: Path) -> None:
    richte_ein()
    assert {p.name: oct(p.stat().st_mode & 0o777) for p in datenordner.glob("roh.db*")} == {"roh.db": "0o600"}


def test_a_raw_database_that_became_readable_is_closed_again(klein: Path) -> None:
    (klein / "roh.db").chmod(0o644)
    richte_ein()
    assert (klein / "roh.db").stat().st_mode & 0o777 == 0o600
