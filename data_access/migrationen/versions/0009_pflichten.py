"""Duties: norms, rules, proofs, own dates, contradictions; where an institution is, what an item is about

Revision: 0009, after 0008
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString


def upgrade() -> None:
    op.add_column("organisation", sa.Column("planungsraum", TEXT(), nullable=True))
    op.add_column("top", sa.Column("aufgaben", sa.JSON(), nullable=False, server_default="[]"))
    op.create_table(
        "rechtsgrundlage",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("region_slug", TEXT(), nullable=False),
        sa.Column("norm", TEXT(), nullable=False),
        sa.Column("inhalt", TEXT(), nullable=False),
        sa.Column("fassung_von", sa.Date(), nullable=True),
        sa.Column("fassung_bis", sa.Date(), nullable=True),
        sa.Column("gelesen", sa.Boolean(), nullable=False),
        sa.Column("quelle", TEXT(), nullable=False),
        sa.Column("notiz", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(["region_slug"], ["region.slug"], name=op.f("fk_rechtsgrundlage_region_slug_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rechtsgrundlage")),
    )
    op.create_index(op.f("ix_rechtsgrundlage_region_slug"), "rechtsgrundlage", ["region_slug"])
    op.create_table(
        "pflicht",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("region_slug", TEXT(), nullable=False),
        sa.Column("rule", TEXT(), nullable=False),
        sa.Column("titel", TEXT(), nullable=False),
        sa.Column("wortlaut", TEXT(), nullable=False),
        sa.Column("klausel", TEXT(), nullable=False),
        sa.Column("vereinbarung_id", TEXT(), nullable=True),
        sa.Column("gremium_id", TEXT(), nullable=True),
        sa.Column("rechtsgrundlage_id", TEXT(), nullable=True),
        sa.Column("art", TEXT(), nullable=False),
        sa.Column("zustaendig", TEXT(), nullable=False),
        sa.Column("empfaenger", TEXT(), nullable=False),
        sa.Column("pruefung", TEXT(), nullable=False),
        sa.Column("monat", sa.Integer(), nullable=True),
        sa.Column("tag", sa.Integer(), nullable=True),
        sa.Column("bezugsjahr", TEXT(), nullable=True),
        sa.Column("minimum", sa.Integer(), nullable=True),
        sa.Column("maximum", sa.Integer(), nullable=True),
        sa.Column("alle_jahre", sa.Integer(), nullable=True),
        sa.Column("ab_jahr", sa.Integer(), nullable=True),
        sa.Column("gilt_von", sa.Date(), nullable=False),
        sa.Column("gilt_bis", sa.Date(), nullable=True),
        sa.Column("rechtsstand_bis", sa.Date(), nullable=True),
        sa.Column("gegenstueck", TEXT(), nullable=False),
        sa.Column("grundzahl", TEXT(), nullable=False),
        sa.Column("kanal", TEXT(), nullable=True),
        sa.Column("notiz", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(["region_slug"], ["region.slug"], name=op.f("fk_pflicht_region_slug_region")),
        sa.ForeignKeyConstraint(
            ["vereinbarung_id"], ["vereinbarung.id"], name=op.f("fk_pflicht_vereinbarung_id_vereinbarung")
        ),
        sa.ForeignKeyConstraint(["gremium_id"], ["gremium.id"], name=op.f("fk_pflicht_gremium_id_gremium")),
        sa.ForeignKeyConstraint(
            ["rechtsgrundlage_id"], ["rechtsgrundlage.id"], name=op.f("fk_pflicht_rechtsgrundlage_id_rechtsgrundlage")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pflicht")),
        sa.UniqueConstraint("region_slug", "rule", name=op.f("uq_pflicht_region_slug")),
    )
    op.create_index(op.f("ix_pflicht_region_slug"), "pflicht", ["region_slug"])
    op.create_table(
        "nachweis",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("region_slug", TEXT(), nullable=False),
        sa.Column("rule", TEXT(), nullable=False),
        sa.Column("instanz", TEXT(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("art", TEXT(), nullable=False),
        sa.Column("seite", TEXT(), nullable=False),
        sa.Column("kanal", TEXT(), nullable=True),
        sa.Column("notiz", TEXT(), nullable=False),
        sa.Column("synthetisch", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["region_slug"], ["region.slug"], name=op.f("fk_nachweis_region_slug_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nachweis")),
        sa.UniqueConstraint(
            "region_slug", "rule", "instanz", "datum", "art", "seite", name=op.f("uq_nachweis_region_slug")
        ),
    )
    op.create_index(op.f("ix_nachweis_region_slug"), "nachweis", ["region_slug"])
    op.create_table(
        "termin",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("region_slug", TEXT(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("titel", TEXT(), nullable=False),
        sa.Column("stelle", TEXT(), nullable=False),
        sa.Column("gremium_id", TEXT(), nullable=True),
        sa.Column("erledigt_am", sa.Date(), nullable=True),
        sa.Column("notiz", TEXT(), nullable=False),
        sa.Column("synthetisch", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["region_slug"], ["region.slug"], name=op.f("fk_termin_region_slug_region")),
        sa.ForeignKeyConstraint(["gremium_id"], ["gremium.id"], name=op.f("fk_termin_gremium_id_gremium")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_termin")),
    )
    op.create_index(op.f("ix_termin_region_slug"), "termin", ["region_slug"])
    op.create_table(
        "widerspruch",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("region_slug", TEXT(), nullable=False),
        sa.Column("code", TEXT(), nullable=False),
        sa.Column("frage", TEXT(), nullable=False),
        sa.Column("quellen", sa.JSON(), nullable=False),
        sa.Column("wortlaute", sa.JSON(), nullable=False),
        sa.Column("umgang", TEXT(), nullable=False),
        sa.Column("pflichten", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["region_slug"], ["region.slug"], name=op.f("fk_widerspruch_region_slug_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_widerspruch")),
    )
    op.create_index(op.f("ix_widerspruch_region_slug"), "widerspruch", ["region_slug"])


def downgrade() -> None:
    op.drop_index(op.f("ix_widerspruch_region_slug"), table_name="widerspruch")
    op.drop_table("widerspruch")
    op.drop_index(op.f("ix_termin_region_slug"), table_name="termin")
    op.drop_table("termin")
    op.drop_index(op.f("ix_nachweis_region_slug"), table_name="nachweis")
    op.drop_table("nachweis")
    op.drop_index(op.f("ix_pflicht_region_slug"), table_name="pflicht")
    op.drop_table("pflicht")
    op.drop_index(op.f("ix_rechtsgrundlage_region_slug"), table_name="rechtsgrundlage")
    op.drop_table("rechtsgrundlage")
    op.drop_column("top", "aufgaben")
    op.drop_column("organisation", "planungsraum")
