"""Tables of duties: what is owed by which clause, what proves it, where sources differ, and own working dates.

How a duty stands is never stored: it follows from these rows, those of the Gremien, and the day.
"""

from datetime import date

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field

from models.gremientabellen import Eintragung


class Rechtsgrundlage(Eintragung, table=True):
    """A norm an agreement rests on, in one version. `gelesen`: a source of it was read; else it is to be checked."""

    region_slug: str = Field(foreign_key="region.slug", index=True)
    norm: str
    inhalt: str
    fassung_von: date | None = None
    fassung_bis: date | None = None
    gelesen: bool = False
    quelle: str = ""
    notiz: str = ""


class Pflicht(Eintragung, table=True):
    """One rule of a region (R01 …): its text, clause and validity, and how it is tested.

    `klausel`: where it stands. `monat`, `tag`: the day it is due in its year, only if the clause names one (31.12. for
    "jährlich"). `alle_jahre`, `ab_jahr`: it comes every so many years, first in that year. `minimum`, `maximum`:
    meetings a year. `gegenstueck`: the rule in which another source says something else about the same thing.
    `rechtsstand_bis`: last day on which the law was as it is cited. `grundzahl`: the published count it brings.
    """

    __table_args__ = (UniqueConstraint("region_slug", "rule"),)

    region_slug: str = Field(foreign_key="region.slug", index=True)
    rule: str
    titel: str
    wortlaut: str
    klausel: str
    vereinbarung_id: str | None = Field(default=None, foreign_key="vereinbarung.id")
    gremium_id: str | None = Field(default=None, foreign_key="gremium.id")
    rechtsgrundlage_id: str | None = Field(default=None, foreign_key="rechtsgrundlage.id")
    art: str
    zustaendig: str
    empfaenger: str = ""
    pruefung: str
    monat: int | None = None
    tag: int | None = None
    bezugsjahr: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    alle_jahre: int | None = None
    ab_jahr: int | None = None
    gilt_von: date
    gilt_bis: date | None = None
    rechtsstand_bis: date | None = None
    gegenstueck: str = ""
    grundzahl: str = ""
    kanal: str | None = None
    notiz: str = ""


class Nachweis(Eintragung, table=True):
    """An entry about one instance of a duty: that something was done, is lacking, or may be shown outside.

    `datum`: the day of what it proves. `seite`: who says so. `kanal`: the way a notice took. Nothing about persons.
    """

    __table_args__ = (UniqueConstraint("region_slug", "rule", "instanz", "datum", "art", "seite"),)

    region_slug: str = Field(foreign_key="region.slug", index=True)
    rule: str
    instanz: str
    datum: date
    art: str
    seite: str = ""
    kanal: str | None = None
    notiz: str = ""
    synthetisch: bool = False


class Termin(Eintragung, table=True):
    """An own working date ("eigener Termin"). No clause, so it is never overdue. `stelle` is an office."""

    region_slug: str = Field(foreign_key="region.slug", index=True)
    datum: date
    titel: str
    stelle: str = ""
    gremium_id: str | None = Field(default=None, foreign_key="gremium.id")
    erledigt_am: date | None = None
    notiz: str = ""
    synthetisch: bool = False


class Widerspruch(Eintragung, table=True):
    """Places that say different things. `quellen[i]` says `wortlaute[i]`, word by word. `umgang`: how both are kept."""

    region_slug: str = Field(foreign_key="region.slug", index=True)
    code: str
    frage: str
    quellen: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    wortlaute: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    umgang: str = ""
    pflichten: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))


PFLICHTTABELLEN: tuple[type[Eintragung], ...] = (Rechtsgrundlage, Pflicht, Nachweis, Termin, Widerspruch)
"""Each after those it refers to."""
