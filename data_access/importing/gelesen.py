"""What goes into a reading beside the bytes, and what comes out of it."""

from dataclasses import dataclass

import dataframely as dy

from data_access.importing.befund import Befund
from models.rahmen import Einwohnerzahlen, Gebietsregister, Merkmalswerte, Planungsraumzeilen, Rohzellen


@dataclass(frozen=True)
class Register:
    """The areas this installation knows: 8-digit AGS, and the 5-digit Kreise whose Gemeinden are all among them."""

    gemeinden: frozenset[str]
    kreise: frozenset[str]


@dataclass(frozen=True)
class Gelesen:
    """A read file. The frame of its `art` is there only if the finding is "ok".

    `quelle` is the source note inside the file. `register` holds the areas the file names officially, beside its
    figures. `fingerabdruck` is that of its layout where the sender had to be asked about it, else empty.
    """

    befund: Befund
    art: str | None = None
    einwohner: dy.DataFrame[Einwohnerzahlen] | None = None
    fallzahlen: dy.DataFrame[Rohzellen] | None = None
    quelle: str = ""
    merkmale: dy.DataFrame[Merkmalswerte] | None = None
    planungsraeume: dy.DataFrame[Planungsraumzeilen] | None = None
    register: dy.DataFrame[Gebietsregister] | None = None
    fingerabdruck: str = ""

    def abgelehnt(self, befund: Befund) -> "Gelesen":
        """The same file with another finding and without frames."""
        return Gelesen(befund, self.art, quelle=self.quelle, fingerabdruck=self.fingerabdruck)
