"""Under which circumstances a file is made: the only things a writer may not read from a Bogen."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Umstand:
    """What a file says about its making. `basis`: address of the installation for links and QR codes, may be empty."""

    jetzt: datetime
    basis: str = ""
