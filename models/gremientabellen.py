"""Tables of the Gremien: agreements, who belongs to what, meetings, and what becomes of recommendations.

No person is here: who holds a role is an office or an organisation, who came is a count by group.
"""

from datetime import date, datetime

from sqlalchemy import JSON, Column, DateTime, UniqueConstraint
from sqlmodel import Field

from models.gremienworte import Empfehlungsstatus, Massnahmenstatus, Sitzungsstatus, Topart, Verbindlichkeit
from models.tabellen import Haupttabelle


class Eintragung(Haupttabelle):
    """Base of everything people enter about Gremien. Each change of a row is kept (`Aenderung`)."""

    id: str = Field(primary_key=True)


class Vereinbarung(Eintragung, table=True):
    """A co-operation agreement. `genauigkeit`: how exactly the source gives the day (`tag` or `monat`)."""

    region_slug: str = Field(foreign_key="region.slug", index=True)
    name: str
    partner: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    geschlossen: date | None = None
    genauigkeit: str = "tag"
    gueltig_bis: date | None = None
    rechtsgrundlage: str = ""
    quelle: str = ""
    notiz: str = ""


class Organisation(Eintragung, table=True):
    """An office, institution or kind of institution (`gattung`: "Werkstatträte"), with the other names it goes by.

    `planungsraum`: where an institution is at home, if it is known. It says nothing about persons.
    """

    region_slug: str = Field(foreign_key="region.slug", index=True)
    name: str
    gruppe: str
    gattung: bool = False
    aliase: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    quelle: str = ""
    planungsraum: str | None = None
    synthetisch: bool = False


class Bestimmung(Eintragung, table=True):
    """A clause beside the Gremien: who is to be involved, who gives hints, what is owed. `organisationen`: ids."""

    region_slug: str = Field(foreign_key="region.slug", index=True)
    vereinbarung_id: str | None = Field(default=None, foreign_key="vereinbarung.id")
    art: str
    wortlaut: str
    quelle: str = ""
    organisationen: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))


class Gremium(Eintragung, table=True):
    """A Gremium of a region. `uebergeordnet`: the one it is a part of (a workshop of the LSP)."""

    region_slug: str = Field(foreign_key="region.slug", index=True)
    kurz: str
    name: str
    typ: str
    vorgaenger_id: str | None = Field(default=None, foreign_key="gremium.id")
    uebergeordnet_id: str | None = Field(default=None, foreign_key="gremium.id")
    vereinbarung_id: str | None = Field(default=None, foreign_key="vereinbarung.id")
    verbindlichkeit: str = Verbindlichkeit.VEREINBART
    gueltig_von: date | None = None
    gueltig_bis: date | None = None
    quelle: str = ""
    notiz: str = ""
    reihenfolge: int = 0
    synthetisch: bool = False


class Takt(Eintragung, table=True):
    """How often a Gremium meets, as one source says it. Two sources that differ are two rows, never one mean.

    `minimum`, `maximum`: meetings a calendar year; None where the source sets none.
    """

    gremium_id: str = Field(foreign_key="gremium.id", index=True)
    wortlaut: str
    minimum: int | None = None
    maximum: int | None = None
    quelle: str
    rang: int = 1


class Sitz(Eintragung, table=True):
    """Who an agreement names for a Gremium. `anzahl` None: the source names an office or a group, no number of seats.

    `wortlaut` is that of the source. A seat is never invented: what the source does not say stays empty.
    """

    gremium_id: str = Field(foreign_key="gremium.id", index=True)
    gruppe: str
    wortlaut: str
    organisation_id: str | None = Field(default=None, foreign_key="organisation.id")
    anzahl: int | None = None
    stimmrecht: str | None = None
    quelle: str = ""
    reihenfolge: int = 0


class Rolle(Eintragung, table=True):
    """A role in a Gremium or a region, such as the Geschäftsführung. It changes every `wechsel_jahre` years."""

    region_slug: str = Field(foreign_key="region.slug", index=True)
    gremium_id: str | None = Field(default=None, foreign_key="gremium.id")
    name: str
    regel: str = ""
    wechsel_jahre: int | None = None
    quelle: str = ""


class Amtszeit(Eintragung, table=True):
    """Which office or organisation holds a role from when to when. `erschlossen`: follows from a rule, not written."""

    rolle_id: str = Field(foreign_key="rolle.id", index=True)
    inhaber: str
    von: date | None = None
    bis: date | None = None
    quelle: str = ""
    erschlossen: bool = False


class Sitzung(Eintragung, table=True):
    """A meeting. `datum_erschlossen`: the source gives the day without the year.

    `datenstand`: the published numbers it is frozen to (`models.datenstand`), from `eingefroren_am` on.
    """

    __table_args__ = (UniqueConstraint("gremium_id", "datum"),)

    gremium_id: str = Field(foreign_key="gremium.id", index=True)
    datum: date
    datum_erschlossen: bool = False
    bezeichnung: str = ""
    status: str = Sitzungsstatus.GEPLANT
    form: str | None = None
    ort: str = ""
    einladung_am: date | None = None
    rueckmeldung_bis: date | None = None
    unterlagen_am: date | None = None
    unterlagen_ls_am: date | None = None
    protokoll_am: date | None = None
    protokoll_ls_am: date | None = None
    quelle: str = ""
    notiz: str = ""
    datenstand: dict[str, object] | None = Field(default=None, sa_column=Column(JSON, nullable=True))
    eingefroren_am: datetime | None = Field(default=None, sa_column=Column(DateTime(timezone=True), nullable=True))
    synthetisch: bool = False


class Teilnahme(Eintragung, table=True):
    """How many of a group came: counts only, None = k. A., which is not 0.

    `gruppe` `insgesamt`: only the total is known. `organisation`: an institution, else empty.
    """

    __table_args__ = (UniqueConstraint("sitzung_id", "gruppe", "organisation"),)

    sitzung_id: str = Field(foreign_key="sitzung.id", index=True)
    gruppe: str
    organisation: str = ""
    eingeladen: int | None = None
    anwesend: int | None = None
    rederecht_genutzt: int | None = None


class Barrierefreiheit(Eintragung, table=True):
    """What was asked for and what became of it, without any count."""

    __table_args__ = (UniqueConstraint("sitzung_id", "art"),)

    sitzung_id: str = Field(foreign_key="sitzung.id", index=True)
    art: str
    stand: str


class Top(Eintragung, table=True):
    """An item of an agenda. `stufe_…`: degree of participation 1 to 9 as one side sees it, None = not rated.

    `aufgaben`: ids of the clauses (`Bestimmung`) on the tasks of the Gremium that the item is about.
    """

    __table_args__ = (UniqueConstraint("sitzung_id", "nummer"),)

    sitzung_id: str = Field(foreign_key="sitzung.id", index=True)
    nummer: int
    titel: str
    art: str = Topart.BERATUNG
    thema: str | None = None
    planungsraum: str | None = None
    eingebracht_von: str | None = None
    ergebnis: str = ""
    stufe_verwaltung: int | None = None
    stufe_selbstvertretung: int | None = None
    begruendung: str = ""
    aufgaben: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))


class Empfehlung(Eintragung, table=True):
    """A recommendation that came out of an item, and the answer to it. `grund`: why it was refused."""

    top_id: str = Field(foreign_key="top.id", index=True)
    text: str
    von_gruppe: str | None = None
    an: str = ""
    status: str = Empfehlungsstatus.OFFEN
    antwort: str = ""
    antwort_am: date | None = None
    grund: str = ""


class Massnahme(Eintragung, table=True):
    """What is done about a recommendation: who, until when, how far, and why not. `verantwortlich` is an office."""

    empfehlung_id: str = Field(foreign_key="empfehlung.id", index=True)
    text: str
    verantwortlich: str = ""
    bis: date | None = None
    status: str = Massnahmenstatus.OFFEN
    grund: str = ""


class Rueckmeldung(Eintragung, table=True):
    """What a later meeting was told about a recommendation, and how it stood on that day."""

    __table_args__ = (UniqueConstraint("empfehlung_id", "sitzung_id"),)

    empfehlung_id: str = Field(foreign_key="empfehlung.id", index=True)
    sitzung_id: str = Field(foreign_key="sitzung.id", index=True)
    status: str
    text: str = ""


class Bewertungsfrage(Eintragung, table=True):
    """A question of the yearly check of the co-operation, as the partners agreed on it, and the years it was asked."""

    region_slug: str = Field(foreign_key="region.slug", index=True)
    nummer: int
    text: str
    jahr_von: int
    jahr_bis: int | None = None


class Bewertung(Eintragung, table=True):
    """The joint answer of one side in one year: 1 (trifft nicht zu) to 4 (trifft zu), None = k. A."""

    __table_args__ = (UniqueConstraint("frage_id", "jahr", "seite"),)

    frage_id: str = Field(foreign_key="bewertungsfrage.id", index=True)
    jahr: int
    seite: str
    wert: int | None = None
    anmerkung: str = ""
    synthetisch: bool = False


class Vorgang(Haupttabelle, table=True):
    """One step of a user: everything it changed belongs together. `nimmt_zurueck`: the step that it undid."""

    id: str = Field(primary_key=True)
    region_slug: str = Field(index=True)
    zeitpunkt: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))
    herkunft: str
    was: str
    lfd: int = Field(index=True)
    nimmt_zurueck: str | None = Field(default=None, foreign_key="vorgang.id")


class Aenderung(Haupttabelle, table=True):
    """One row before and after a step. `vorher` None: it was made; `nachher` None: it was deleted."""

    id: int | None = Field(default=None, primary_key=True)
    vorgang_id: str = Field(foreign_key="vorgang.id", index=True)
    tabelle: str = Field(index=True)
    schluessel: str = Field(index=True)
    vorher: dict[str, object] | None = Field(default=None, sa_column=Column(JSON, nullable=True))
    nachher: dict[str, object] | None = Field(default=None, sa_column=Column(JSON, nullable=True))


GREMIENTABELLEN: tuple[type[Eintragung], ...] = (
    Vereinbarung,
    Organisation,
    Bestimmung,
    Gremium,
    Takt,
    Sitz,
    Rolle,
    Amtszeit,
    Sitzung,
    Teilnahme,
    Barrierefreiheit,
    Top,
    Empfehlung,
    Massnahme,
    Rueckmeldung,
    Bewertungsfrage,
    Bewertung,
)
"""Each after those it refers to."""
