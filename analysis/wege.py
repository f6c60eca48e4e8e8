"""Where the people of an area are served, and where those served in it come from: sums of published cells. Pure.

Each part carries the bounds of its cells, made narrower by what the published total of the area leaves for it: the
parts add up to the total, so a part is at most the total without the least that the others can be.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from analysis.bestand import Veroeffentlicht
from analysis.geheimhaltung.summen import stroeme
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Messung, hat_zahl
from models.rahmen import Wuerfel
from models.vokabular import UNBEKANNT, Raumprinzip

HIER: Final = "hier"
IM_KREIS: Final = "im_kreis"
AUSSERHALB: Final = "ausserhalb"
NICHT_BEKANNT: Final = UNBEKANNT

TEILE: Final = (HIER, IM_KREIS, AUSSERHALB, NICHT_BEKANNT)
"""The parts in reading order: this area, the rest of the Kreis, other Kreise, place not known."""


@dataclass(frozen=True)
class Menge:
    """A published number of people; the true one lies in `von`..`bis`."""

    wert: int
    von: int
    bis: int


@dataclass(frozen=True)
class Wege:
    """The people of an area by Herkunft (or served in it, by Leistungsort), by the place at the other end.

    `anderswo`: so many at least have the other end outside the area, for sure.
    """

    kennzahl: Kennzahl
    raumprinzip: str
    stichtag: date
    gesamt: Menge
    teile: dict[str, Menge]
    anderswo: int


def wege(
    veroeffentlicht: Veroeffentlicht,
    kennzahl: Kennzahl,
    gemeinden: frozenset[str],
    gesamt: Messung | None,
    raumprinzip: str,
) -> Wege | None:
    """Split the people of `gesamt` by the other end of their way; None where the series has one end only or no number.

    `gesamt` is the published count of the area by `raumprinzip`; `gemeinden` are the AGS of the area. The whole Kreis
    has no "rest of the Kreis"; "not known" is left out where nobody is shown in it.
    """
    angaben = veroeffentlicht.angaben
    if len(angaben.raumprinzipien) < len(Raumprinzip) or gesamt is None or not hat_zahl(gesamt):
        return None
    if gesamt.stichtag.isoformat() in angaben.quellschutz:
        return None  # counts that came protected are not added up
    gegenueber = str(next(p for p in Raumprinzip if p != raumprinzip))
    ende = pl.col(gegenueber)
    teil = (
        pl.when(ende.is_in(list(gemeinden)))
        .then(pl.lit(HIER))
        .when(ende.is_in(list(angaben.gemeinden)))
        .then(pl.lit(IM_KREIS))
        .when(ende == UNBEKANNT)
        .then(pl.lit(NICHT_BEKANNT))
        .otherwise(pl.lit(AUSSERHALB))
    )
    eigene = veroeffentlicht.wuerfel.filter(
        pl.col("stichtag") == gesamt.stichtag, pl.col(raumprinzip).is_in(list(gemeinden))
    )
    zellen = stroeme(Wuerfel.cast(eigene), angaben).group_by(teil.alias("teil")).agg(pl.col("wert", "von", "bis").sum())
    summe = Menge(*(int(w or 0) for w in (gesamt.wert, gesamt.von, gesamt.bis)))
    roh = {z["teil"]: Menge(z["wert"], max(0, z["von"]), z["bis"]) for z in zellen.iter_rows(named=True)}
    teile = {t: _verengt(roh, t, summe) for t in TEILE if t in roh and (t != NICHT_BEKANNT or roh[t].wert)}
    woanders = [m for t, m in roh.items() if t in (IM_KREIS, AUSSERHALB)]
    bleibt = [m for t, m in roh.items() if t in (HIER, NICHT_BEKANNT)]
    anderswo = max(sum(m.von for m in woanders), summe.von - sum(m.bis for m in bleibt))
    return Wege(kennzahl, raumprinzip, gesamt.stichtag, summe, teile, anderswo)


def _verengt(roh: dict[str, Menge], teil: str, gesamt: Menge) -> Menge:
    eigene = roh[teil]

    def andere(ende: Callable[[Menge], int]) -> int:
        return sum(ende(menge) for name, menge in roh.items() if name != teil)

    von = max(eigene.von, gesamt.von - andere(lambda m: m.bis))
    bis = min(eigene.bis, gesamt.bis - andere(lambda m: m.von))
    return Menge(eigene.wert, von, bis)
