"""What goes into a reading beside the bytes, and what comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import dataframely as dy
import polars as pl

from data_access.importing.befund import Befund
from data_access.importing.gremienzeilen import Gremienzeilen
from data_access.paket import Paket
from models.rahmen import (
    Eckwertzeilen,
    Einwohnerzahlen,
    Gebietsaenderungen,
    Gebietsregister,
    Grenzflaechen,
    Merkmalswerte,
    Planungsraumzeilen,
    Rohzellen,
)
from models.vokabular import Quellschutz

S = TypeVar("S", bound=dy.Schema)


@dataclass(frozen=True)
class Register:
    """The areas this installation knows: 8-digit AGS, and the 5-digit Kreise whose Gemeinden are all among them.

    `flaechen`: official km² by key. `aenderungen`: key of a dissolved area -> sentence on what became of it.
    `zaehlend`: those of them whose figures count for a Gemeinde of today.
    `aufgeloest`: Gemeinden that are known but no longer exist. `regionen`: Kreise that are set up as a region; a new
    list of Gemeinden must fit them (None: all Kreise).
    """

    gemeinden: frozenset[str]
    kreise: frozenset[str]
    flaechen: Mapping[str, float] = field(default_factory=dict)
    aenderungen: Mapping[str, str] = field(default_factory=dict)
    aufgeloest: frozenset[str] = frozenset()
    regionen: frozenset[str] | None = None
    zaehlend: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Gelesen:
    """A read file. The frame of its `art` is there only if the finding is "ok".

    `quelle` is the source note inside the file. `register` holds the areas the file names officially, beside its
    figures. `fingerabdruck` is that of its layout where the sender had to be asked about it, else empty.
    `quellschutz`: how its counts were protected before they arrived.
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
    grenzen: dy.DataFrame[Grenzflaechen] | None = None
    gebietsaenderungen: dy.DataFrame[Gebietsaenderungen] | None = None
    paket: Paket | None = None
    eckwerte: dy.DataFrame[Eckwertzeilen] | None = None
    quellschutz: str = Quellschutz.KEINER
    gremien: Gremienzeilen | None = None

    def abgelehnt(self, befund: Befund) -> "Gelesen":
        """The same file with another finding and without frames."""
        return Gelesen(befund, self.art, quelle=self.quelle, fingerabdruck=self.fingerabdruck)


def geprueft(schema: type[S], rahmen: pl.DataFrame | None, befund: Befund) -> dy.DataFrame[S] | None:
    """What was read as the frame of its kind, if nothing stands against it."""
    return None if rahmen is None or befund.status != "ok" else schema.validate(rahmen, cast=True)
