"""One view that can leave the screen, with everything it must say about itself.

A file is written from a `Bogen` and from nothing else, so it holds what the screen holds: the same finding, the same
specification, the same protected table. Nothing in it was computed for a file.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import polars as pl

from presentation.ansichten.stelle import Stelle
from presentation.charts.diagramm import Diagramm
from presentation.farben import Modus

Gestalt = Literal["verlauf", "karte", ""]


class KeineAnsicht(Exception):
    """A link leads to no picture; the message says why and what there is.

    `im_befehl`: the same for the command line, where ids are typed; empty where both read the same.
    """

    def __init__(self, satz: str, im_befehl: str = "") -> None:
        """Both as whole sentences."""
        super().__init__(satz)
        self.im_befehl = im_befehl


@dataclass(frozen=True)
class Tafel:
    """A table as a reader sees it: every cell is text, "k. A." and ranges are words. `zahlen`: columns after the
    first are aligned right.
    """

    titel: str
    zeilen: tuple[Mapping[str, str], ...]
    zahlen: bool = True

    @property
    def kopf(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self.zeilen[0]) if self.zeilen else ()


@dataclass(frozen=True)
class Werte:
    """The numbers in the Contract's columns, or a table of ours, with what a file must say about them."""

    rahmen: pl.DataFrame
    titel: str
    erklaerung: tuple[tuple[str, str], ...]
    hinweise: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Datenreihe:
    """One line or set of bars of a chart that can be edited: None where no single number may be drawn.

    The stretches of one line share its name. `unten`, `oben`: what is drawn around each value, None without.
    `worte`: how each value is written ("rund 116", "0 bis 9"), empty where there is nothing to say.
    """

    name: str
    werte: tuple[float | None, ...]
    unten: tuple[float | None, ...] = ()
    oben: tuple[float | None, ...] = ()
    vergleich: bool = False
    hervor: tuple[bool, ...] = ()
    worte: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reihen:
    """The chart as numbers, for programs that draw it themselves. `achse`: the unit. `bezug`: name and value of a line
    across bars. `brueche`: the category a line is cut before, and what is said there.
    """

    art: Literal["linie", "balken", "stapel"]
    kategorien: tuple[str, ...]
    reihen: tuple[Datenreihe, ...]
    achse: str
    stellen: int = 0
    bezug: tuple[str, float] | None = None
    brueche: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Bogen:
    """A view: `befund` is its title everywhere, `kopf` the heading above the picture on the screen.

    `diagramme` draws it in a mode, legend first; `tafel` are the rows the screen shows; `werte` the frame; `reihen` the
    chart as numbers (None: only as a picture). `fuss`: Quelle, Stand, Schutz, … as name and text. `zeichen`: what
    stands for protected numbers in the picture, with its sentence. `stamm`: name of files, without ending. `gestalt`:
    a map or a trend over time may fill a sheet.
    """

    stelle: Stelle
    stamm: str
    befund: str
    unterzeile: str
    diagramme: Callable[[Modus], Sequence[Diagramm]]
    tafel: Callable[[], Tafel]
    werte: Callable[[], Werte]
    fuss: tuple[tuple[str, str], ...]
    synthetisch: bool
    kopf: str = ""
    zeichen: tuple[tuple[str, str], ...] = ()
    methode: tuple[tuple[str, str], ...] = ()
    reihen: Callable[[], Reihen | None] = field(default=lambda: None)
    gestalt: Gestalt = ""

    @property
    def art(self) -> str:
        """The kind of picture."""
        return self.stelle.art
