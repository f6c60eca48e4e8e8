"""What the figures of participation are: counts with what is unknown, steps without a mean. One attribute a figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from analysis.beteiligung.anteil import Anteil, Grund
from analysis.beteiligung.ausschnitt import Ausschnitt, Schwellen
from models.gremientabellen import Sitzung, Top

VEREINBARTE_WERTUNGEN: Final = (3, 5)
"""How many main items of a meeting each side rates, least and most."""


@dataclass(frozen=True)
class Platzanteil:
    """Seats of the Selbstvertretung among all (`P1`, `P6`).

    `in_stellen`: an entry has no number of seats, so entries are counted ("genannte Stellen") and there is no share.
    `ohne_angabe`: entries that do not say whether they have a vote. `quellen`: where the entries come from;
    `quellen_ohne`: those that name no seat of the Selbstvertretung. `synthetisch`: an invented Gremium is among them.
    """

    anteil: Anteil
    in_stellen: bool = False
    ohne_angabe: int = 0
    quellen: tuple[str, ...] = ()
    quellen_ohne: tuple[str, ...] = ()
    synthetisch: bool = False


@dataclass(frozen=True)
class Sitzungsanteil:
    """A count of people at one meeting."""

    sitzung: Sitzung
    anteil: Anteil


@dataclass(frozen=True)
class Menschenanteil:
    """People summed over the meetings at which both counts are exactly known (`P2`, `P3`).

    `summe` has no unknown people; how many of the `sitzungen` are not in it says `unbekannt`. `weitere`: came beyond
    the seats. `ohne_sitz`: meetings of Gremien without numbered seats, which are not among `sitzungen`.
    """

    summe: Anteil
    sitzungen: int = 0
    unbekannt: int = 0
    je_sitzung: tuple[Sitzungsanteil, ...] = ()
    weitere: int = 0
    ohne_sitz: int = 0

    @property
    def anteil(self) -> Fraction | None:
        """The share where no meeting is unknown."""
        return None if self.unbekannt else self.summe.anteil


@dataclass(frozen=True)
class Verhaeltnis:
    """Those who speak for themselves beside those who speak for others (`P5`): two counts, no share.

    `teile`: Angehörige, Beauftragte, EUTB. Summed over the meetings at which all of it is exactly known.
    """

    selbst: int = 0
    teile: Mapping[str, int] | None = None
    sitzungen: int = 0
    unbekannt: int = 0
    grund: Grund | None = None

    @property
    def stellvertretung(self) -> int:
        """All who speak for others."""
        return sum((self.teile or {}).values())


@dataclass(frozen=True)
class Median:
    """The middle step of `anzahl` rated items: one step, or between two (`unten` < `oben`). None: nothing rated."""

    unten: int | None = None
    oben: int | None = None
    anzahl: int = 0

    @property
    def grund(self) -> Grund | None:
        """Why there is none."""
        return None if self.anzahl else Grund.NICHTS_BEWERTET


@dataclass(frozen=True)
class Mediane:
    """The middle steps of both sides (`P7`), never joined."""

    verwaltung: Median
    selbstvertretung: Median


@dataclass(frozen=True)
class Punktstufe:
    """One item that at least one side rated. `abstand` None: only one side did."""

    sitzung: Sitzung
    top: Top

    @property
    def verwaltung(self) -> int | None:
        """The step as the administration sees it."""
        return self.top.stufe_verwaltung

    @property
    def selbstvertretung(self) -> int | None:
        """The step as the Selbstvertretung sees it."""
        return self.top.stufe_selbstvertretung

    @property
    def abstand(self) -> int | None:
        """Verwaltung − Selbstvertretung in steps."""
        if self.verwaltung is None or self.selbstvertretung is None:
            return None
        return self.verwaltung - self.selbstvertretung


@dataclass(frozen=True)
class Luecke:
    """Median of the Verwaltung − median of the Selbstvertretung in steps, from `von` to `bis` (`P8`).

    The two differ where a median lies between two steps. `gemeinsam`: items that both rated; `einseitig`: only one.
    """

    von: int | None = None
    bis: int | None = None
    gemeinsam: int = 0
    einseitig: int = 0
    grund: Grund | None = None


@dataclass(frozen=True)
class Stufenanteile:
    """Items with a step of participation among the rated ones, both sides apart (`P9`)."""

    verwaltung: Anteil
    selbstvertretung: Anteil


@dataclass(frozen=True)
class Barriereeintrag:
    """One kind of accessibility at one meeting, and what became of it. Never a number of people."""

    sitzung: Sitzung
    art: str
    stand: str


@dataclass(frozen=True)
class Barrierefreiheit:
    """Kinds provided among kinds asked for, counted a meeting (`P11`); without the allowance, which is `P16`.

    `teilweise` and `fehlte` are among those not provided. `ohne_eintrag`: meetings without any entry.
    """

    anteil: Anteil
    teilweise: int = 0
    fehlte: int = 0
    ohne_eintrag: int = 0
    eintraege: tuple[Barriereeintrag, ...] = ()


@dataclass(frozen=True)
class Wertungszahl:
    """How many main items of a meeting were rated by at least one side; all items count, whatever the theme."""

    sitzung: Sitzung
    bewertet: int

    @property
    def wie_vereinbart(self) -> bool:
        """Whether that is what the group agreed on."""
        return VEREINBARTE_WERTUNGEN[0] <= self.bewertet <= VEREINBARTE_WERTUNGEN[1]


@dataclass(frozen=True)
class Beteiligung:
    """P1 to P16 of a cut, its meetings, and the rated items one by one. There is no number over all of them.

    `anwesende`: all who were there, None unless known for each meeting. `punkte`: oldest meeting first. `wertungen`:
    meetings with a rated item. `ohne_tagesordnung`: meetings for which no item is entered.
    """

    ausschnitt: Ausschnitt
    schwellen: Schwellen
    sitzungen: tuple[Sitzung, ...]
    p1: Platzanteil
    p2: Menschenanteil
    p3: Menschenanteil
    p4: Anteil
    p5: Verhaeltnis
    p6: Platzanteil
    p7: Mediane
    p8: Luecke
    p9: Stufenanteile
    p10: Anteil
    p11: Barrierefreiheit
    p12: Anteil
    p13: Anteil
    p14: Anteil
    p15: Anteil
    p16: Anteil
    punkte: tuple[Punktstufe, ...] = ()
    wertungen: tuple[Wertungszahl, ...] = ()
    ohne_tagesordnung: int = 0
    anwesende: int | None = None

    @property
    def erfundene(self) -> tuple[Sitzung, ...]:
        """The synthetic meetings among them."""
        return tuple(s for s in self.sitzungen if s.synthetisch)
