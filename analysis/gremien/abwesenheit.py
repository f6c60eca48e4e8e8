"""Who has a seat or was invited and did not come again and again. For the Geschäftsführung only, never for a projector.

k. A. is not absence: only a count of 0 is.
"""

from dataclasses import dataclass
from typing import Final

import dataframely as dy
import polars as pl

from analysis.gremien.anwesenheit import aus_rahmen, rang
from analysis.gremien.plaetze import gehaltene
from models.gremienrahmen import Sitze, Sitzungen, Teilnahmen

LETZTE: Final = 4
"""Meetings looked back at."""
OFT: Final = 2
"""Absences from which on a group or institution is named."""


@dataclass(frozen=True)
class Fehlend:
    """A group, or an institution of it (`organisation`), that was expected.

    `gefehlt` + `dabei` + `unbekannt` = the meetings at which it was expected.
    """

    gruppe: str
    organisation: str
    gefehlt: int
    dabei: int
    unbekannt: int


def fehlte_oft(
    teilnahmen: dy.DataFrame[Teilnahmen],
    sitzungen: dy.DataFrame[Sitzungen],
    sitze: dy.DataFrame[Sitze],
    gremium: str,
    letzte: int = LETZTE,
    oft: int = OFT,
) -> list[Fehlend]:
    """Groups and institutions absent at least `oft` times in the last meetings that took place, the most absent first.

    Expected is who has a seat in the register (at each meeting) or was invited (at that meeting).
    """
    ids = gehaltene(sitzungen, gremium, letzte)
    eigene = sitze.filter(pl.col("gremium") == gremium)
    mit_sitz = {(gruppe, "") for gruppe in eigene["gruppe"]} | set(eigene.select("gruppe", "wortlaut").iter_rows())
    stand: dict[tuple[str, str], list[int | None]] = {}
    for sitzung in ids:
        am_tag = teilnahmen.filter(pl.col("sitzung") == sitzung)
        gekommen = {(z["gruppe"], z["organisation"]): z for z in am_tag.iter_rows(named=True)}
        tag = aus_rahmen(teilnahmen, sitzung)
        for gruppe in {g for g, _ in mit_sitz} | set(tag.gruppen):
            da, geladen = tag.gruppen.get(gruppe), tag.eingeladen.get(gruppe)
            if (gruppe, "") in mit_sitz or (geladen is not None and geladen.zahl):
                stand.setdefault((gruppe, ""), []).append(da.zahl if da else None)
        for stelle in mit_sitz | set(gekommen):
            zeile = gekommen.get(stelle, {})
            if stelle[1] and (stelle in mit_sitz or zeile.get("eingeladen")):
                stand.setdefault(stelle, []).append(zeile.get("anwesend"))
    alle = [
        Fehlend(
            gruppe,
            organisation,
            sum(1 for da in besuche if da == 0),
            sum(1 for da in besuche if da),
            sum(1 for da in besuche if da is None),
        )
        for (gruppe, organisation), besuche in stand.items()
    ]
    return sorted(
        (f for f in alle if f.gefehlt >= oft),
        key=lambda f: (-f.gefehlt, rang(f.gruppe), f.organisation),
    )
