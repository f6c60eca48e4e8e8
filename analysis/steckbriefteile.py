"""What a Steckbrief is made of: one area, its people, its themes, each judged but not yet worded."""

from dataclasses import dataclass
from datetime import date

from analysis.altersaufbau import Altersaufbau
from analysis.ganzes import KREIS, Ganzes
from analysis.gebietswahl import Ort
from analysis.intervalle import Unterschied
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Entwicklung, Messung
from analysis.wege import Wege
from models.tabellen import Einteilung
from models.vokabular import Thema


@dataclass(frozen=True)
class Glied:
    """A Gemeinde of the area with its newest population."""

    ags: str
    name: str
    gemeindefrei: bool
    einwohner: Messung | None


@dataclass(frozen=True)
class Zaehlung:
    """People counted in one way: now, since the first comparable Stichtag, per inhabitant, over the years."""

    raumprinzip: str
    personen: Messung
    entwicklung: Entwicklung | None
    rate: Messung | None
    reihe: tuple[Messung, ...]


@dataclass(frozen=True)
class Stellung:
    """The rate of the area against the Kreis and among the areas of its level, as far as the intervals allow.

    `alle`: the areas that are compared, by name, this one included (for the Kreis: those of its finest level).
    `hoeher`, `niedriger`: others that are surely above or below. `platz`: only if every other one is one of both.
    """

    eigene: Messung | None
    kreis: Messung | None
    gegen_kreis: Unterschied
    alle: tuple[Messung, ...]
    hoeher: int
    niedriger: int
    platz: int | None


@dataclass(frozen=True)
class Leitzahl:
    """A count and its rate that lead a theme; Herkunft first. `stichtag`: the newest delivered, None without any.

    `k`: the smallest number of persons that may be recognisable as such; the rate is shown from 2k on.
    """

    zahl: Kennzahl
    rate: Kennzahl
    stichtag: date | None
    zaehlungen: tuple[Zaehlung, ...]
    stellung: Stellung | None
    k: int


@dataclass(frozen=True)
class Weitere:
    """Any other Kennzahl of a theme; `wert` is None where its source has no figure as fine as this area."""

    kennzahl: Kennzahl
    raumprinzip: str
    wert: Messung | None
    kreis: Messung | None
    entwicklung: Entwicklung | None
    gegen_kreis: Unterschied


@dataclass(frozen=True)
class Themenblock:
    """One theme: what leads it, what else holds."""

    thema: Thema
    leitzahlen: tuple[Leitzahl, ...]
    weitere: tuple[Weitere, ...]


@dataclass(frozen=True)
class Bevoelkerung:
    """Inhabitants at the newest Stichtag, since the first on the same basis, and by age."""

    jetzt: Messung | None
    entwicklung: Entwicklung | None
    reihe: tuple[Messung, ...]
    alter: Altersaufbau | None


@dataclass(frozen=True)
class Abschnitt:
    """A part of its own beside the figures: Angebote, Bedarfshinweise, Beiträge, Empfehlungen, Ziele, in this order.

    One without sentences and rows is left out, heading and all.
    """

    titel: str
    saetze: tuple[str, ...] = ()
    zeilen: tuple[dict[str, object], ...] = ()


@dataclass(frozen=True)
class Steckbrief:
    """One area at one Stichtag (None: nothing is published). `vergleichsebene`: level of the areas compared."""

    ort: Ort
    stichtag: date | None
    einteilung: Einteilung | None
    raum: str
    glieder: tuple[Glied, ...]
    flaeche_km2: float | None
    vergleichsebene: str
    bevoelkerung: Bevoelkerung
    themen: tuple[Themenblock, ...]
    rahmen: tuple[Weitere, ...]
    wege: tuple[Wege, ...]
    fehlende: tuple[str, ...]
    ganzes: Ganzes = KREIS
    abschnitte: tuple[Abschnitt, ...] = ()

    @property
    def ist_ganzes(self) -> bool:
        """Whether the area is the whole of the region, which nothing here is compared with."""
        return self.ort.ebene == self.ganzes.ebene

    @property
    def leitzahlen(self) -> tuple[Leitzahl, ...]:
        """Those of all themes."""
        return tuple(leit for block in self.themen for leit in block.leitzahlen)
