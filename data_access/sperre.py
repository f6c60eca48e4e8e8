"""One import at a time: the worker and the command line may run side by side in one data folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from data_access.einstellungen import einstellungen


@contextmanager
def allein() -> Iterator[None]:
    """Wait until no other import runs on this machine, then keep others waiting.

    Without it, one import could take the raw rows of another, not yet entered, for the rest of a broken one.
    """
    with (einstellungen().datenordner() / "import.sperre").open("w") as datei:
        fcntl.flock(datei, fcntl.LOCK_EX)
        yield
