"""Alembic environment of the main database."""

from data_access.datenbank import run_migrations
from models.tabellen import Haupttabelle

run_migrations(Haupttabelle.metadata)
