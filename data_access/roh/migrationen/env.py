"""Alembic environment of the raw database."""

from data_access.datenbank import run_migrations
from models.roh_tabellen import Rohtabelle

run_migrations(Rohtabelle.metadata)
