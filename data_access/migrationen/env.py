"""Alembic environment of the main database."""

from data_access.datenbank import run_migrations
from models.eintragungen import EINTRAGUNGEN

run_migrations(EINTRAGUNGEN[0].metadata)
