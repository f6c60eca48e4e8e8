"""The link of a view: page, parameters, and which of the page's pictures is meant. The view itself is never stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

SEITE_DES_ANFANGS: Final = "ueberblick"
"""The start page has no path of its own."""


@dataclass(frozen=True)
class Stelle:
    """`seite` is the path of a page, `parameter` its query in a fixed order, `art` the picture on it, empty for all."""

    seite: str
    parameter: tuple[tuple[str, str], ...]
    art: str = ""

    @property
    def pfad(self) -> str:
        """Path and query, relative to the installation."""
        stamm = "" if self.seite == SEITE_DES_ANFANGS else self.seite
        return f"/{stamm}?{urlencode(self.parameter)}" if self.parameter else f"/{stamm}"

    @property
    def werte(self) -> dict[str, list[str]]:
        """The parameters as a page reads them."""
        alle: dict[str, list[str]] = {}
        for name, wert in self.parameter:
            alle.setdefault(name, []).append(wert)
        return alle

    def adresse(self, basis: str) -> str:
        """The whole address; `basis` is that of the installation, without a slash at its end."""
        return f"{basis.rstrip('/')}{self.pfad}"


def stelle(seite: str, parameter: Mapping[str, Sequence[str]], art: str = "") -> Stelle:
    """The link of a picture, or of a whole page; the order of the parameters is theirs."""
    return Stelle(seite, tuple((name, wert) for name, werte in parameter.items() for wert in werte), art)
