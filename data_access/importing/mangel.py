"""Why something cannot be read, as a German sentence for the user."""

import zipfile
import zlib
from typing import Final

ZIP_FEHLER: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError)
"""What `zipfile` raises at an archive that is damaged, cut off, encrypted or packed by a method it does not know."""


class Mangel(ValueError):
    """A single value that cannot be read."""


class NichtLesbar(Exception):
    """A whole file that cannot be read."""
