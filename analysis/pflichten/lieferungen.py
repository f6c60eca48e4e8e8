"""The notices and deliveries among the duties of a year: about which year, by which way, with which published count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from analysis.gremien.bestand import Gremienbestand
from analysis.pflichten.stand import Sicht
from models.grundzahlen import GRUNDZAHLEN
from models.pflichtworte import KEIN_NACHWEIS, Pflichtstatus, Pruefung


@dataclass(frozen=True)
class Lieferung:
    """One notice as somebody may see it. `kanal`: the way it took, as far as it is entered and released.

    `stichtag`: of the published count it brings, None where it brings none.
    """

    sicht: Sicht
    kanal: str | None
    stichtag: date | None

    @property
    def eingegangen(self) -> bool:
        """Whether a day is entered on which it came."""
        return self.sicht.am is not None

    @property
    def verlangt(self) -> bool:
        """Whether it is owed in this instance; what is kept back is."""
        return self.sicht.status != Pflichtstatus.NICHT_ANWENDBAR

    @property
    def verzug(self) -> int | None:
        """Days between the last day and the day it came; negative: early. None without either."""
        s = self.sicht
        return (s.am - s.faellig).days if s.am and s.faellig else None


def lieferungen(bestand: Gremienbestand, sichten: Iterable[Sicht]) -> tuple[Lieferung, ...]:
    """The notices among these instances, by rule. Nothing but `sichten` says whether and when one came."""
    return tuple(
        Lieferung(s, _kanal(bestand, s), stichtag(s))
        for s in sorted(sichten, key=lambda s: (s.pflicht.rule, s.instanz))
        if s.pflicht.pruefung == Pruefung.MITTEILUNG
    )


def stichtag(sicht: Sicht) -> date | None:
    """The day of the count a notice brings: the latest of its Grundzahl up to the last day (§ 8 b 30.04., c, d 31.12.).

    None without a Grundzahl that is known here.
    """
    grundzahl = GRUNDZAHLEN.get(sicht.pflicht.grundzahl)
    if grundzahl is None:
        return None
    spaetestens = sicht.faellig or date(sicht.jahr, 12, 31)
    im_jahr = date(spaetestens.year, *grundzahl.stichtag)
    return im_jahr if im_jahr <= spaetestens else date(spaetestens.year - 1, *grundzahl.stichtag)


def _kanal(bestand: Gremienbestand, s: Sicht) -> str | None:
    """The way of the entry that proves it; nothing where the state is kept back."""
    if s.verdeckt or s.am is None:
        return None
    belege = (
        n
        for n in bestand.e.nachweise
        if (n.rule, n.instanz, n.datum) == (s.pflicht.rule, s.instanz, s.am) and n.art not in KEIN_NACHWEIS
    )
    return next((n.kanal for n in belege if n.kanal), None)
