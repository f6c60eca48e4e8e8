"""What goes into a reading beside the bytes, and what comes out of it."""

from dataclasses import dataclass

import dataframely as dy

from data_access.importing.befund import Befund
from models.rahmen import Einwohnerzahlen, Rohzellen


@dataclass(frozen=True)
class Register:
    """The areas this installation knows: 8-digit AGS, and the 5-digit Kreise whose Gemeinden are all among them."""

    gemeinden: frozenset[str]
    kreise: frozenset[str]


@dataclass(frozen=True)
class Gelesen:
    """A read file. A frame is there only if the finding is "ok"; `quelle` is the source note inside the file."""

    befund: Befund
    art: str | None
    einwohner: dy.DataFrame[Einwohnerzahlen] | None
    fallzahlen: dy.DataFrame[Rohzellen] | None
    quelle: str
