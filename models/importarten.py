"""Every kind of file that can be imported (KIND of the command line)."""

from typing import Final

from models.gremienformate import FORMATE
from models.vokabular import Lieferungsart

IMPORTARTEN: Final = (*map(str, Lieferungsart), *FORMATE)
"""Numbers and areas first, then the KINDs about Gremien, each after those it refers to."""
