"""Lieferungen und Planungsräume: versions of Einteilungen, context figures, boundaries, sender profiles

Revision: 0002, after 0001
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
ZUORDNUNG = ("einteilung_id", "ags", "planungsraum_id")
RAUM = ("einteilung_id", "id", "name")


def upgrade() -> None:
    with op.batch_alter_table("einteilung") as tabelle:
        tabelle.add_column(sa.Column("stamm", TEXT(), nullable=False, server_default=""))
        tabelle.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        tabelle.add_column(sa.Column("stand", TEXT(), nullable=False, server_default="gueltig"))
        tabelle.add_column(sa.Column("notiz", TEXT(), nullable=False, server_default=""))
        tabelle.add_column(sa.Column("angelegt_am", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE einteilung SET stamm = id")
    with op.batch_alter_table("einteilung") as tabelle:
        for spalte, typ in (("stamm", TEXT()), ("version", sa.Integer()), ("stand", TEXT()), ("notiz", TEXT())):
            tabelle.alter_column(spalte, existing_type=typ, existing_nullable=False, server_default=None)
    _schluessele_planungsraeume(je_einteilung=True)
    # Subjects that concern every region are counted once, not per region.
    op.execute(
        "INSERT INTO fassung (region_slug, gegenstand, nummer) SELECT '*', gegenstand, MAX(nummer) + 1 "
        "FROM fassung WHERE gegenstand = 'einwohner' GROUP BY gegenstand"
    )
    op.execute("DELETE FROM fassung WHERE gegenstand = 'einwohner' AND region_slug <> '*'")
    op.create_table(
        "absenderprofil",
        sa.Column("fingerabdruck", TEXT(length=64), nullable=False),
        sa.Column("name", TEXT(), nullable=False),
        sa.Column("antworten", sa.JSON(), nullable=False),
        sa.Column("gelernt_am", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("fingerabdruck", name=op.f("pk_absenderprofil")),
    )
    op.create_table(
        "gebietsaenderung",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("alt_ags", TEXT(length=8), nullable=False),
        sa.Column("neu_ags", TEXT(length=8), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("grund", TEXT(), nullable=False),
        sa.Column("quelle", TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gebietsaenderung")),
        sa.UniqueConstraint("alt_ags", "neu_ags", "datum", name=op.f("uq_gebietsaenderung_alt_ags")),
    )
    op.create_index(op.f("ix_gebietsaenderung_alt_ags"), "gebietsaenderung", ["alt_ags"])
    op.create_index(op.f("ix_gebietsaenderung_neu_ags"), "gebietsaenderung", ["neu_ags"])
    op.create_table(
        "grenzausgabe",
        sa.Column("lieferung_id", TEXT(), nullable=False),
        sa.Column("ebene", TEXT(), nullable=False),
        sa.Column("gueltig_am", sa.Date(), nullable=False),
        sa.Column("quelle", TEXT(), nullable=False),
        sa.Column("datei", TEXT(), nullable=False),
        sa.Column("pruefsumme", TEXT(length=64), nullable=False),
        sa.Column("gebiete", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["lieferung_id"], ["lieferung.id"], name=op.f("fk_grenzausgabe_lieferung_id_lieferung")
        ),
        sa.PrimaryKeyConstraint("lieferung_id", name=op.f("pk_grenzausgabe")),
    )
    op.create_table(
        "merkmalswert",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lieferung_id", TEXT(), nullable=False),
        sa.Column("merkmal", TEXT(), nullable=False),
        sa.Column("ags", TEXT(length=8), nullable=False),
        sa.Column("zeitraum_von", sa.Date(), nullable=False),
        sa.Column("zeitraum_bis", sa.Date(), nullable=False),
        sa.Column("auspraegung", TEXT(), nullable=False),
        sa.Column("alter_von", sa.Integer(), nullable=False),
        sa.Column("alter_bis", sa.Integer(), nullable=True),
        sa.Column("geschlecht", TEXT(), nullable=False),
        sa.Column("wert", sa.Float(), nullable=True),
        sa.Column("zeichen", TEXT(), nullable=True),
        sa.Column("basis", TEXT(), nullable=False),
        sa.Column("quelle", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["lieferung_id"], ["lieferung.id"], name=op.f("fk_merkmalswert_lieferung_id_lieferung")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merkmalswert")),
    )
    op.create_index(op.f("ix_merkmalswert_lieferung_id"), "merkmalswert", ["lieferung_id"])
    op.create_index("ix_merkmalswert_ags_merkmal", "merkmalswert", ["ags", "merkmal"])


def downgrade() -> None:
    for name in ("merkmalswert", "grenzausgabe", "gebietsaenderung", "absenderprofil"):
        op.drop_table(name)
    op.execute("DELETE FROM fassung WHERE region_slug = '*'")
    _schluessele_planungsraeume(je_einteilung=False)
    with op.batch_alter_table("einteilung") as tabelle:
        for spalte in ("stamm", "version", "stand", "notiz", "angelegt_am"):
            tabelle.drop_column(spalte)


def _schluessele_planungsraeume(je_einteilung: bool) -> None:
    """Build both tables anew with the key (einteilung, id), or (id) alone, and put their rows back."""
    verbindung = op.get_bind()
    raeume = _zeilen(verbindung, "planungsraum", RAUM)
    gemeinden = _zeilen(verbindung, "planungsraumgemeinde", ZUORDNUNG)
    op.drop_table("planungsraumgemeinde")
    op.drop_table("planungsraum")
    bezug, index = (["einteilung_id", "planungsraum_id"], ()) if je_einteilung else (["planungsraum_id"], ("index",))
    eindeutig = (
        () if je_einteilung else (sa.UniqueConstraint("einteilung_id", "id", name="uq_planungsraum_einteilung_id"),)
    )
    planungsraum = op.create_table(
        "planungsraum",
        sa.Column("einteilung_id", TEXT(), nullable=False),
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("name", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(["einteilung_id"], ["einteilung.id"], name="fk_planungsraum_einteilung_id_einteilung"),
        sa.PrimaryKeyConstraint(*(["einteilung_id", "id"] if je_einteilung else ["id"]), name="pk_planungsraum"),
        *eindeutig,
    )
    zuordnung = op.create_table(
        "planungsraumgemeinde",
        sa.Column("einteilung_id", TEXT(), nullable=False),
        sa.Column("ags", TEXT(length=8), nullable=False),
        sa.Column("planungsraum_id", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(
            bezug,
            [f"planungsraum.{'einteilung_id' if s == 'einteilung_id' else 'id'}" for s in bezug],
            name=f"fk_planungsraumgemeinde_{bezug[0]}_planungsraum",
        ),
        sa.PrimaryKeyConstraint("einteilung_id", "ags", name="pk_planungsraumgemeinde"),
    )
    if index:
        op.create_index("ix_planungsraum_einteilung_id", "planungsraum", ["einteilung_id"])
        op.create_index("ix_planungsraumgemeinde_planungsraum_id", "planungsraumgemeinde", ["planungsraum_id"])
    for tabelle, zeilen in ((planungsraum, raeume), (zuordnung, gemeinden)):
        if tabelle is not None and zeilen:
            op.bulk_insert(tabelle, zeilen)


def _zeilen(verbindung: sa.Connection, tabelle: str, spalten: tuple[str, ...]) -> list[dict[str, object]]:
    ergebnis = verbindung.execute(sa.select(*(sa.column(s) for s in spalten)).select_from(sa.table(tabelle)))
    return [dict(zip(spalten, zeile, strict=True)) for zeile in ergebnis]
