"""The whole of a region, a Kreis or a Land: what its areas are compared with, and how it is called in sentences."""

from dataclasses import dataclass, replace
from typing import Final

from models.tabellen import Region
from models.vokabular import Ebene

STADT: Final = "Stadt"
"""Word of a Kreis that is one Gemeinde."""


@dataclass(frozen=True)
class Ganzes:
    """`ebene` and `ags` of the whole, and its word in the cases that sentences need.

    `wort` "Kreis", `dem` "dem Kreis" (dative with article), `vom` "vom Kreis", `des` "des Kreises", `den_ganzen`
    "den ganzen Kreis".
    """

    ebene: Ebene
    ags: str
    wort: str
    dem: str
    vom: str
    des: str
    den_ganzen: str

    @property
    def im(self) -> str:
        """In the whole: "im Kreis", "in der Stadt"."""
        return _verschmolzen("in", self.dem)

    @property
    def zum(self) -> str:
        """To the whole: "zum Kreis", "zur Stadt"."""
        return _verschmolzen("zu", self.dem)

    @property
    def dem_uebrigen(self) -> str:
        """The rest of the whole, dative: "dem übrigen Kreis"."""
        return f"{self.dem.partition(' ')[0]} übrigen {self.wort}"

    @property
    def im_uebrigen(self) -> str:
        """In the rest of the whole: "im übrigen Kreis"."""
        return _verschmolzen("in", self.dem_uebrigen)


_VERSCHMOLZEN: Final = {("in", "dem"): "im", ("zu", "dem"): "zum", ("zu", "der"): "zur"}


def _verschmolzen(vor: str, dativ: str) -> str:
    artikel, _, rest = dativ.partition(" ")
    return f"{_VERSCHMOLZEN.get((vor, artikel), f'{vor} {artikel}')} {rest}"


KREIS: Final = Ganzes(Ebene.KREIS, "", "Kreis", "dem Kreis", "vom Kreis", "des Kreises", "den ganzen Kreis")
"""The words of a Kreis."""


def ganzes(region: Region, *, ist_stadt: bool = False) -> Ganzes:
    """The whole of a region. `ist_stadt`: the Kreis is one Gemeinde (kreisfreie Stadt)."""
    if len(region.kreis_ags) == 2:
        return Ganzes(Ebene.LAND, region.kreis_ags, "Land", "dem Land", "vom Land", "des Landes", "das ganze Land")
    if ist_stadt:
        ganze = "die ganze Stadt"
        return Ganzes(Ebene.KREIS, region.kreis_ags, STADT, "der Stadt", "von der Stadt", "der Stadt", ganze)
    return replace(KREIS, ags=region.kreis_ags)


def beim_namen(region: Region, teil: Ganzes) -> Ganzes:
    """The whole called by its name where the name takes the article of its word: "vom Kreis Unna", but "vom Land"."""
    name = region.name
    if teil.wort != "Kreis" or "kreis" not in name.lower():
        return teil
    return Ganzes(teil.ebene, teil.ags, name, f"dem {name}", f"vom {name}", teil.des, teil.den_ganzen)
