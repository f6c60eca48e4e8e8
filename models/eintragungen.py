"""Every table that people write."""

from models.gremientabellen import GREMIENTABELLEN, Eintragung
from models.pflichttabellen import PFLICHTTABELLEN

EINTRAGUNGEN: tuple[type[Eintragung], ...] = (*GREMIENTABELLEN, *PFLICHTTABELLEN)
"""Each after those it refers to."""
