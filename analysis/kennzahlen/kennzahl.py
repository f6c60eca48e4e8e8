"""The record of a Kennzahl. Menu, chart title, tooltip, export header and Methodik read it and nothing else."""

from dataclasses import dataclass
from typing import Final, Literal

from models.grundzahlen import GRUNDZAHLEN, darf_addieren
from models.vokabular import Ebene, Raumprinzip, Thema

Richtung = Literal["mehr_ist_besser", "weniger_ist_besser", "neutral"]
Art = Literal["zahl", "rate", "anteil", "verhaeltnis"]

STUFEN: Final = tuple(Ebene)
"""The levels, from the coarsest to the finest."""


@dataclass(frozen=True)
class Bruch:
    """Values before `jahr` and from `jahr` on must not be joined (`kurz` stands in the chart, `text` below it)."""

    jahr: int
    kurz: str
    text: str


@dataclass(frozen=True)
class Verb:
    """What people do here, to complete "Hier … höchstens 4 Personen": one, several, and what follows ("betreut")."""

    einzahl: str
    mehrzahl: str
    danach: str = ""


LEBEN: Final = Verb("lebt", "leben")
ARBEITEN: Final = Verb("arbeitet", "arbeiten")
BETREUT: Final = Verb("wird", "werden", "betreut")


@dataclass(frozen=True)
class Altersband:
    """Ages of a denominator; `bis` inclusive, None = and older. `text` completes "Einwohner …"."""

    von: int
    bis: int | None
    text: str

    @property
    def schluessel(self) -> str:
        """The band as it stands in files: `18+`, `0-17`, `insgesamt`."""
        if self.von == 0 and self.bis is None:
            return "insgesamt"
        return f"{self.von}+" if self.bis is None else f"{self.von}-{self.bis}"


@dataclass(frozen=True)
class Kennzahl:
    """One Kennzahl.

    `id` is the slug of links and files; `code` the one of the catalogue (domain.md 2), accepted as an alias.
    `zaehler`: Grundzahlen added up. `nenner`: Grundzahlen added up (art `anteil`: those of the zaehler among them;
    art `verhaeltnis`: other people). `band`: ages of the population below (art `rate`). Value = zaehler / nenner x
    `faktor`. `feinste_ebene` is the finest level that has values; `sinnvolle_ebene` the finest one where they say
    something: at which, in the demonstration region with the smaller numbers, at least half of the areas show 2k
    persons or more (a share: what it is a share of) at every Stichtag, counted as a page opens; the Kreis if no level
    does. Pages open no finer than that; finer levels can be chosen. `menschen` names what is counted, in the
    plural, to complete "1.804 …"; `gezaehlt` is the one word for it. `am_leistungsort`: what they do where they are
    served. `merkmal`: the context figure counted (public,
    never protected); then a share divides by the population of `band`. `abstand`: usual years between two Stichtage;
    what lies further apart is a gap.
    """

    id: str
    titel: str
    kurz: str
    thema: Thema
    art: Art
    zaehler: tuple[str, ...]
    bedeutung: str
    einheit: str
    menschen: str
    zaehlweise: str
    stichtag: str
    quelle: str
    leicht: str
    code: str = ""
    nenner: tuple[str, ...] = ()
    band: Altersband | None = None
    faktor: int = 1
    stellen: int = 0
    raumprinzipien: tuple[Raumprinzip, ...] = (Raumprinzip.HERKUNFT, Raumprinzip.LEISTUNGSORT)
    brueche: tuple[Bruch, ...] = ()
    hinweise: tuple[str, ...] = ()
    richtung: Richtung = "neutral"
    feinste_ebene: Ebene = Ebene.GEMEINDE
    sinnvolle_ebene: Ebene = Ebene.GEMEINDE
    gezaehlt: str = "Personen"
    am_leistungsort: Verb = LEBEN
    merkmal: str = ""
    abstand: float = 1.0

    def __post_init__(self) -> None:
        """Refuse a formula that counts a person twice (services are never added up to persons), and a sensible level
        at which there are no values.
        """
        if STUFEN.index(self.sinnvolle_ebene) > STUFEN.index(self.feinste_ebene):
            raise ValueError(f"{self.id}: Unterhalb der Ebene „{self.feinste_ebene}“ gibt es keine Werte.")
        for summe in (self.zaehler, self.nenner):
            if not darf_addieren(summe):
                raise ValueError(f"{self.id}: {' + '.join(summe)} zählt Menschen doppelt.")

    @property
    def oeffentlich(self) -> bool:
        """Whether it rests on public figures alone: nothing is protected, nothing is due to chance."""
        return all(g not in GRUNDZAHLEN or GRUNDZAHLEN[g].oeffentlich for g in self.grundzahlen)

    @property
    def ohne_zufall(self) -> bool:
        """Whether chance has no part in the figures: places and the population. Context figures count events."""
        return self.oeffentlich and not self.merkmal

    @property
    def nur_kreis(self) -> bool:
        """Whether there is no value below the Kreis."""
        return self.feinste_ebene == Ebene.KREIS

    def verb(self, raumprinzip: str) -> Verb:
        """What the people counted this way do here. By Herkunft they lived here before they were served."""
        return LEBEN if raumprinzip == Raumprinzip.HERKUNFT else self.am_leistungsort

    @property
    def grundzahlen(self) -> tuple[str, ...]:
        """All Grundzahlen whose cubes are needed."""
        return tuple(dict.fromkeys(self.zaehler + self.nenner))

    @property
    def vergleichbar_ab(self) -> int | None:
        """First year after the last break of the series; None if there is no break."""
        return max((b.jahr for b in self.brueche), default=None)
