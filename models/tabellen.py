"""Tables of the main database: areas, Einteilungen, population, Lieferungen and Freigaben. No raw count is here."""

from datetime import date, datetime

from sqlalchemy import JSON, Column, DateTime, ForeignKeyConstraint, Index, MetaData, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.vokabular import Auftragsstand, Einteilungsstand, Lieferungsstand, Quellschutz


class Haupttabelle(SQLModel):
    """Base of the main tables: their MetaData is apart from that of the raw side."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Traeger(Haupttabelle, table=True):
    """A Träger der Eingliederungshilfe that sends Lieferungen."""

    id: str = Field(primary_key=True)
    name: str
    kurz: str


class Gebiet(Haupttabelle, table=True):
    """An area with its official keys, level and validity. Areas join by key, never by name."""

    __table_args__ = (UniqueConstraint("ags", "gueltig_von"),)

    id: int | None = Field(default=None, primary_key=True)
    ags: str = Field(index=True, max_length=8)
    ars: str = Field(max_length=12)
    ebene: str
    name: str
    name_amtlich: str
    kreis_ags: str | None = Field(default=None, index=True, max_length=5)
    land_ags: str = Field(max_length=2)
    flaeche_km2: float | None = None
    gemeindefrei: bool = False
    gueltig_von: date
    gueltig_bis: date | None = None


class Region(Haupttabelle, table=True):
    """A Kooperationsregion: one Kreis, its Träger, and how its Sozialräume are cut by default."""

    slug: str = Field(primary_key=True)
    name: str
    kreis_ags: str = Field(unique=True, max_length=5)
    traeger_id: str = Field(foreign_key="traeger.id")
    haupteinteilung_id: str | None = None
    feinste_ebene: str
    reihenfolge: int = 0
    synthetisch: bool = False


class Einteilung(Haupttabelle, table=True):
    """One version of a cut of a region into Planungsräume; it applies to all years shown and is never changed.

    `stamm` is what the versions of one cut have in common, `version` counts them. A `vorschlag` stands beside the one
    in force; the region's `haupteinteilung_id` says which that is.
    """

    id: str = Field(primary_key=True)
    region_slug: str = Field(foreign_key="region.slug", index=True)
    name: str
    beispiel: bool = False
    gueltig_von: date
    gueltig_bis: date | None = None
    stamm: str = ""
    version: int = 1
    stand: str = Einteilungsstand.GUELTIG
    notiz: str = ""
    angelegt_am: datetime | None = Field(default=None, sa_column=Column(DateTime(timezone=True), nullable=True))


class Planungsraum(Haupttabelle, table=True):
    """One Planungsraum of an Einteilung. Its id is that of links and stays the same from version to version."""

    einteilung_id: str = Field(foreign_key="einteilung.id", primary_key=True)
    id: str = Field(primary_key=True)
    name: str


class PlanungsraumGemeinde(Haupttabelle, table=True):
    """Which Gemeinde lies in which Planungsraum; a Gemeinde at most once in an Einteilung."""

    __table_args__ = (
        ForeignKeyConstraint(["einteilung_id", "planungsraum_id"], ["planungsraum.einteilung_id", "planungsraum.id"]),
    )

    einteilung_id: str = Field(primary_key=True)
    ags: str = Field(primary_key=True, max_length=8)
    planungsraum_id: str


class Gebietsaenderung(Haupttabelle, table=True):
    """A change of territory: from `datum` on the area `alt_ags` belongs to `neu_ags`."""

    __table_args__ = (UniqueConstraint("alt_ags", "neu_ags", "datum"),)

    id: int | None = Field(default=None, primary_key=True)
    alt_ags: str = Field(index=True, max_length=8)
    neu_ags: str = Field(index=True, max_length=8)
    datum: date
    grund: str = ""
    quelle: str = ""


class Grenzausgabe(Haupttabelle, table=True):
    """Boundaries of one Lieferung: a GeoJSON below `SRB_DATA_DIR`, simplified for the screen, with its credit."""

    lieferung_id: str = Field(foreign_key="lieferung.id", primary_key=True)
    ebene: str
    gueltig_am: date
    quelle: str
    datei: str
    pruefsumme: str = Field(max_length=64)
    gebiete: int


class Lieferung(Haupttabelle, table=True):
    """One file that arrived: who sent it, what it is, which vintage, and what became of it. Never a count.

    For Fallzahlen this row is the commit point of the raw side: raw rows without it do not exist. `zeilen` is None
    there: a sender who leaves out what is 0 would tell how many cells are not. `sha256` is keyed
    (`data_access.dateimarke`).
    """

    id: str = Field(primary_key=True)
    nummer: int = Field(unique=True)
    art: str = Field(index=True)
    region_slug: str | None = Field(default=None, index=True)
    absender: str
    datei: str
    sha256: str = Field(index=True, max_length=64)
    stichtage: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    gegenstaende: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    basis: str | None = None
    quelle: str = ""
    zeilen: int | None = None
    eingegangen_am: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))
    stand: str = Lieferungsstand.GESPEICHERT
    synthetisch: bool = False
    quellschutz: str = Quellschutz.KEINER


class Einwohner(Haupttabelle, table=True):
    """Population of one area, age band and sex at a Stichtag on a basis. Public, therefore not protected."""

    __table_args__ = (Index("ix_einwohner_ags_stichtag", "ags", "stichtag"),)

    id: int | None = Field(default=None, primary_key=True)
    lieferung_id: str = Field(foreign_key="lieferung.id", index=True)
    ags: str = Field(max_length=8)
    stichtag: date
    alter_von: int
    alter_bis: int | None = None
    geschlecht: str
    anzahl: int
    basis: str


class Merkmalswert(Haupttabelle, table=True):
    """A context figure of one area and period, as its source has it: a public value, or the sign in its place."""

    __table_args__ = (Index("ix_merkmalswert_ags_merkmal", "ags", "merkmal"),)

    id: int | None = Field(default=None, primary_key=True)
    lieferung_id: str = Field(foreign_key="lieferung.id", index=True)
    merkmal: str
    ags: str = Field(max_length=8)
    zeitraum_von: date
    zeitraum_bis: date
    auspraegung: str
    alter_von: int
    alter_bis: int | None = None
    geschlecht: str
    wert: float | None = None
    zeichen: str | None = None
    basis: str
    quelle: str


class Absenderprofil(Haupttabelle, table=True):
    """What was answered once about a layout: files with the same fingerprint are read without asking again."""

    fingerabdruck: str = Field(primary_key=True, max_length=64)
    name: str
    antworten: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    gelernt_am: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))


class Freigabe(Haupttabelle, table=True):
    """One publication of one Grundzahl of one region: which cube, under which rules, and whether it still stands.

    `gliederung_datei`: the second cube by age and sex, if there is one. `wahrheiten`: Stichtag -> keyed checksum of the
    truth, which tells whether it changed and nothing else. `pruefbericht`: the audit. `lieferung_id`: the Lieferung of
    a cube that arrived protected (KIND `wuerfel`).
    """

    __table_args__ = (UniqueConstraint("region_slug", "grundzahl", "fassung"),)

    id: str = Field(primary_key=True)
    region_slug: str = Field(foreign_key="region.slug", index=True)
    grundzahl: str
    fassung: int
    k: int
    angaben: dict[str, object] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    datei: str
    pruefsumme: str = Field(max_length=64)
    gliederung_datei: str | None = None
    gliederung_pruefsumme: str | None = Field(default=None, max_length=64)
    stichtage: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    wahrheiten: dict[str, str] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    pruefbericht: dict[str, object] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    lieferung_id: str | None = Field(default=None, foreign_key="lieferung.id")
    quellen: list[dict[str, str]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    synthetisch: bool = False
    veroeffentlicht_am: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))
    zurueckgezogen_am: datetime | None = Field(default=None, sa_column=Column(DateTime(timezone=True), nullable=True))


class Schutzregel(Haupttabelle, table=True):
    """A decision about the protection of one Grundzahl in one region; the newest that is not revoked counts.

    `region_slug` `*`: every region without a decision of its own; the greater k of both counts. `merkmale`: breakdowns
    that may be published. `mindestnenner`: no rate over fewer inhabitants. Never deleted: who decided what and when,
    and who revoked it, stays readable. `…_von` is an office, never a private person.
    """

    id: int | None = Field(default=None, primary_key=True)
    region_slug: str = Field(index=True)
    grundzahl: str
    k: int
    merkmale: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    mindestnenner: int
    entschieden_von: str
    entschieden_am: date
    begruendung: str = ""
    angelegt_am: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))
    aufgehoben_am: datetime | None = Field(default=None, sa_column=Column(DateTime(timezone=True), nullable=True))
    aufgehoben_von: str = ""
    aufhebungsgrund: str = ""


class Eckwertzeile(Haupttabelle, table=True):
    """A public figure about the persons of a Grundzahl (KIND `eckwerte`): fixed at the next Freigabe."""

    id: int | None = Field(default=None, primary_key=True)
    lieferung_id: str = Field(foreign_key="lieferung.id", index=True)
    grundzahl: str = Field(index=True)
    stichtag: date
    raumprinzip: str
    ags: str = Field(max_length=8)
    anzahl: int
    spiel: int = 0
    quelle: str = ""


class Absenderschluessel(Haupttabelle, table=True):
    """The public key of an installation whose signed cubes are accepted here."""

    fingerabdruck: str = Field(primary_key=True, max_length=64)
    name: str
    schluessel: str
    vertraut_seit: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))


class Fassung(Haupttabelle, table=True):
    """What is in force now for a region and a subject (a Grundzahl, or a subject of `abfragen`).

    `region_slug` is `abfragen.ALLE_REGIONEN` for subjects that concern every region, listed or not. Read at the start
    of every script run; `nummer` grows with every change and is part of every cache key.
    """

    region_slug: str = Field(primary_key=True)
    gegenstand: str = Field(primary_key=True)
    nummer: int = 0
    freigabe_id: str | None = Field(default=None, foreign_key="freigabe.id")


class Auftrag(Haupttabelle, table=True):
    """A job for the worker: what to do with which file, how far it is, how it ended."""

    id: int | None = Field(default=None, primary_key=True)
    art: str
    datei: str = ""
    spool: str | None = None
    optionen: dict[str, object] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    stand: str = Field(default=Auftragsstand.WARTET, index=True)
    fortschritt: dict[str, object] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    ergebnis: dict[str, object] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    erstellt_am: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))
    beendet_am: datetime | None = Field(default=None, sa_column=Column(DateTime(timezone=True), nullable=True))


class Arbeitsprozess(Haupttabelle, table=True):
    """Heartbeat of the worker, so that a page can say that none is running."""

    id: int = Field(default=1, primary_key=True)
    herzschlag: datetime = Field(sa_column=Column(DateTime(timezone=True), nullable=False))
