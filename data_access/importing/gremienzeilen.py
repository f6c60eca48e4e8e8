"""The checked rows of a file about Gremien."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Posten:
    """One row: its number in the file, and column -> value (see `models.formate.Typ`; an empty cell is None).

    A column that the file does not have is not in `zeile`: what is stored there stays.
    """

    nummer: int
    zeile: Mapping[str, Any]


@dataclass(frozen=True)
class Gremienzeilen:
    """The rows of one KIND. `anzulegen`: meetings that are to be made before them (rows of the KIND `sitzungen`)."""

    kind: str
    posten: tuple[Posten, ...]
    anzulegen: tuple[Mapping[str, Any], ...] = ()
