"""Geheimhaltung: rules as data, public figures, keys of senders, second cubes, audit reports

Revision: 0003, after 0002
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString


def upgrade() -> None:
    with op.batch_alter_table("freigabe") as tabelle:
        tabelle.add_column(sa.Column("gliederung_datei", TEXT(), nullable=True))
        tabelle.add_column(sa.Column("gliederung_pruefsumme", TEXT(length=64), nullable=True))
        tabelle.add_column(sa.Column("wahrheiten", sa.JSON(), nullable=False, server_default="{}"))
        tabelle.add_column(sa.Column("pruefbericht", sa.JSON(), nullable=False, server_default="{}"))
        tabelle.add_column(sa.Column("lieferung_id", TEXT(), nullable=True))
        tabelle.create_foreign_key(op.f("fk_freigabe_lieferung_id_lieferung"), "lieferung", ["lieferung_id"], ["id"])
    with op.batch_alter_table("lieferung") as tabelle:
        tabelle.add_column(sa.Column("quellschutz", TEXT(), nullable=False, server_default="keiner"))
    for name, spalten in (("freigabe", ("wahrheiten", "pruefbericht")), ("lieferung", ("quellschutz",))):
        with op.batch_alter_table(name) as tabelle:
            for spalte in spalten:
                typ = TEXT() if spalte == "quellschutz" else sa.JSON()
                tabelle.alter_column(spalte, existing_type=typ, existing_nullable=False, server_default=None)
    op.create_table(
        "schutzregel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("region_slug", TEXT(), nullable=False),
        sa.Column("grundzahl", TEXT(), nullable=False),
        sa.Column("k", sa.Integer(), nullable=False),
        sa.Column("merkmale", sa.JSON(), nullable=False),
        sa.Column("mindestnenner", sa.Integer(), nullable=False),
        sa.Column("entschieden_von", TEXT(), nullable=False),
        sa.Column("entschieden_am", sa.Date(), nullable=False),
        sa.Column("begruendung", TEXT(), nullable=False),
        sa.Column("angelegt_am", sa.DateTime(timezone=True), nullable=False),
        sa.Column("aufgehoben_am", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schutzregel")),
    )
    op.create_index(op.f("ix_schutzregel_region_slug"), "schutzregel", ["region_slug"])
    op.create_table(
        "eckwertzeile",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("lieferung_id", TEXT(), nullable=False),
        sa.Column("grundzahl", TEXT(), nullable=False),
        sa.Column("stichtag", sa.Date(), nullable=False),
        sa.Column("raumprinzip", TEXT(), nullable=False),
        sa.Column("ags", TEXT(length=8), nullable=False),
        sa.Column("anzahl", sa.Integer(), nullable=False),
        sa.Column("spiel", sa.Integer(), nullable=False),
        sa.Column("quelle", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["lieferung_id"], ["lieferung.id"], name=op.f("fk_eckwertzeile_lieferung_id_lieferung")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_eckwertzeile")),
    )
    op.create_index(op.f("ix_eckwertzeile_lieferung_id"), "eckwertzeile", ["lieferung_id"])
    op.create_index(op.f("ix_eckwertzeile_grundzahl"), "eckwertzeile", ["grundzahl"])
    op.create_table(
        "absenderschluessel",
        sa.Column("fingerabdruck", TEXT(length=64), nullable=False),
        sa.Column("name", TEXT(), nullable=False),
        sa.Column("schluessel", TEXT(), nullable=False),
        sa.Column("vertraut_seit", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("fingerabdruck", name=op.f("pk_absenderschluessel")),
    )


def downgrade() -> None:
    op.drop_table("absenderschluessel")
    op.drop_table("eckwertzeile")
    op.drop_table("schutzregel")
    with op.batch_alter_table("lieferung") as tabelle:
        tabelle.drop_column("quellschutz")
    with op.batch_alter_table("freigabe") as tabelle:
        tabelle.drop_constraint(op.f("fk_freigabe_lieferung_id_lieferung"), type_="foreignkey")
        for spalte in ("lieferung_id", "pruefbericht", "wahrheiten", "gliederung_pruefsumme", "gliederung_datei"):
            tabelle.drop_column(spalte)
