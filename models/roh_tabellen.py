"""Tables of the raw database. Only `data_access/roh` uses them; the serving process never opens this database."""

from datetime import date

from sqlalchemy import Index, LargeBinary, MetaData
from sqlmodel import Column, Field, SQLModel


class Rohtabelle(SQLModel):
    """Base of the raw tables: a MetaData and a migration history of their own."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Rohdatei(Rohtabelle, table=True):
    """The file as it arrived, byte for byte."""

    lieferung_id: str = Field(primary_key=True)
    sha256: str = Field(max_length=64)
    inhalt: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class Rohzelle(Rohtabelle, table=True):
    """One true count of a Lieferung of Fallzahlen, or the sign that stood in its place."""

    __table_args__ = (Index("ix_rohzelle_grundzahl_lieferung", "grundzahl", "lieferung_id"),)

    id: int | None = Field(default=None, primary_key=True)
    lieferung_id: str = Field(index=True)
    grundzahl: str
    stichtag: date
    herkunft: str
    leistungsort: str
    altersgruppe: str
    geschlecht: str
    anzahl: int | None = None
    zeichen: str | None = None
    absender: str


class Freigabegrundlage(Rohtabelle, table=True):
    """Which truth a published Stichtag rests on (a keyed checksum), and how far the rounding moved it.

    Lets an unchanged Stichtag be taken over as it was published. Exact deviations stay on this side.
    """

    freigabe_id: str = Field(primary_key=True)
    stichtag: date = Field(primary_key=True)
    pruefsumme: str
    guete: str = "{}"


class Freigabewahrheit(Rohtabelle, table=True):
    """The true cells a Freigabe rests on (Parquet), so that a later one can leave alone what did not change.

    A second row with `/gliederung` after the id holds those by age and sex.
    """

    freigabe_id: str = Field(primary_key=True)
    inhalt: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
