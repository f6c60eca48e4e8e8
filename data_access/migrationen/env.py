"""Alembic environment of the main database."""

from data_access.datenbank import run_migrations
from models.gremientabellen import Eintragung

run_migrations(Eintragung.metadata)
