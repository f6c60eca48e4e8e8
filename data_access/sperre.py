"""One import, one migration at a time: server, worker and command line run side by side in one data folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from data_access.einstellungen import einstellungen


@contextmanager
def allein(zweck: str = "import") -> Iterator[None]:
    """Wait until nobody else does the same (`zweck`) on this machine, then keep others waiting.

    Without it, one import could take the raw rows of another, not yet entered, for the rest of a broken one.
    """
    with (einstellungen().datenordner() / f"{zweck}.sperre").open("w") as datei:
        fcntl.flock(datei, fcntl.LOCK_EX)
        yield
