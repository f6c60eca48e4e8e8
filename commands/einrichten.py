"""Making and updating the databases of an installation."""

from data_access import datenbank
from data_access.roh import ablage


def richte_ein() -> None:
    """Bring the main and the raw database to the newest state; makes them if absent."""
    datenbank.richte_ein()
    ablage.richte_ein()
