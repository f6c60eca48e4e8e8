"""Under which circumstances a file is made: the only things a writer may not read from a Bogen."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

Fortschritt = Callable[[int, int, str], None]
"""(done, of, what): called before each part and once at the end."""


@dataclass(frozen=True)
class Umstand:
    """What a file says about its making. `basis`: address of the installation for links and QR codes, may be empty.

    `fortschritt` is told how far a file of several views is.
    """

    jetzt: datetime
    basis: str = ""
    fortschritt: Fortschritt = lambda fertig, von, was: None


def weltzeit(jetzt: datetime) -> datetime:
    """UTC without saying so, as the properties of Office files hold it."""
    return jetzt.astimezone(UTC).replace(tzinfo=None)
