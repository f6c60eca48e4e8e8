"""The kinds of files that are read. A new kind is a module of its own and an entry here."""

from typing import Final

from data_access.importing import (
    eckwerte,
    einwohner,
    fallzahlen,
    gebietsaenderung,
    gremien,
    gvisys,
    merkmale,
    planungsraeume,
    zensus,
)
from data_access.importing.gebietstabellen import flach, frei, genesis
from data_access.importing.profil import Profil

PROFILE: Final[tuple[Profil, ...]] = (
    gvisys.PROFIL,
    zensus.PROFIL,
    eckwerte.PROFIL,
    fallzahlen.PROFIL,
    merkmale.PROFIL,
    einwohner.PROFIL,
    planungsraeume.PROFIL,
    gebietsaenderung.PROFIL,
    *gremien.PROFILE,
    flach.PROFIL,
    genesis.PROFIL,
    frei.PROFIL,
)
"""In the order in which a table is compared with them; free tables last, as they can look like anything."""

FREI: Final = frei.ID
"""Profile that only counts where no other fits."""
