"""Alembic environment of the main database."""

from alembic import context

from data_access.datenbank import oeffne
from models.tabellen import Haupttabelle

maschine = oeffne(context.config.attributes["url"])
with maschine.connect() as verbindung:
    context.configure(
        connection=verbindung, target_metadata=Haupttabelle.metadata, render_as_batch=True, compare_type=True
    )
    with context.begin_transaction():
        context.run_migrations()
maschine.dispose()
