"""The kinds of files that are read. A new kind is a module of its own and an entry here."""

from typing import Final

from data_access.importing import einwohner, fallzahlen, gebietsaenderung, gvisys, zensus
from data_access.importing.profil import Profil

PROFILE: Final[tuple[Profil, ...]] = (
    gvisys.PROFIL,
    zensus.PROFIL,
    fallzahlen.PROFIL,
    einwohner.PROFIL,
    gebietsaenderung.PROFIL,
)
"""In the order in which a table is compared with them."""
