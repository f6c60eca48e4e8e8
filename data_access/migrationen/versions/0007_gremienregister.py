"""Gremien: agreements, who belongs to what, roles, and the history of every change

Revision: 0007, after 0006
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString


def upgrade() -> None:
    op.create_table(
        "vorgang",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("region_slug", TEXT(), nullable=False),
        sa.Column("zeitpunkt", sa.DateTime(timezone=True), nullable=False),
        sa.Column("herkunft", TEXT(), nullable=False),
        sa.Column("was", TEXT(), nullable=False),
        sa.Column("lfd", sa.Integer(), nullable=False),
        sa.Column("nimmt_zurueck", TEXT(), nullable=True),
        sa.ForeignKeyConstraint(["nimmt_zurueck"], ["vorgang.id"], name=op.f("fk_vorgang_nimmt_zurueck_vorgang")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vorgang")),
    )
    op.create_index(op.f("ix_vorgang_lfd"), "vorgang", ["lfd"])
    op.create_index(op.f("ix_vorgang_region_slug"), "vorgang", ["region_slug"])
    op.create_table(
        "aenderung",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("vorgang_id", TEXT(), nullable=False),
        sa.Column("tabelle", TEXT(), nullable=False),
        sa.Column("schluessel", TEXT(), nullable=False),
        sa.Column("vorher", sa.JSON(), nullable=True),
        sa.Column("nachher", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(["vorgang_id"], ["vorgang.id"], name=op.f("fk_aenderung_vorgang_id_vorgang")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_aenderung")),
    )
    op.create_index(op.f("ix_aenderung_schluessel"), "aenderung", ["schluessel"])
    op.create_index(op.f("ix_aenderung_tabelle"), "aenderung", ["tabelle"])
    op.create_index(op.f("ix_aenderung_vorgang_id"), "aenderung", ["vorgang_id"])
    op.create_table(
        "organisation",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("region_slug", TEXT(), nullable=False),
        sa.Column("name", TEXT(), nullable=False),
        sa.Column("gruppe", TEXT(), nullable=False),
        sa.Column("gattung", sa.Boolean(), nullable=False),
        sa.Column("aliase", sa.JSON(), nullable=False),
        sa.Column("quelle", TEXT(), nullable=False),
        sa.Column("synthetisch", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["region_slug"], ["region.slug"], name=op.f("fk_organisation_region_slug_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation")),
    )
    op.create_index(op.f("ix_organisation_region_slug"), "organisation", ["region_slug"])
    op.create_table(
        "vereinbarung",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("region_slug", TEXT(), nullable=False),
        sa.Column("name", TEXT(), nullable=False),
        sa.Column("partner", sa.JSON(), nullable=False),
        sa.Column("geschlossen", sa.Date(), nullable=True),
        sa.Column("genauigkeit", TEXT(), nullable=False),
        sa.Column("gueltig_bis", sa.Date(), nullable=True),
        sa.Column("rechtsgrundlage", TEXT(), nullable=False),
        sa.Column("quelle", TEXT(), nullable=False),
        sa.Column("notiz", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(["region_slug"], ["region.slug"], name=op.f("fk_vereinbarung_region_slug_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vereinbarung")),
    )
    op.create_index(op.f("ix_vereinbarung_region_slug"), "vereinbarung", ["region_slug"])
    op.create_table(
        "bestimmung",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("region_slug", TEXT(), nullable=False),
        sa.Column("vereinbarung_id", TEXT(), nullable=True),
        sa.Column("art", TEXT(), nullable=False),
        sa.Column("wortlaut", TEXT(), nullable=False),
        sa.Column("quelle", TEXT(), nullable=False),
        sa.Column("organisationen", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["region_slug"], ["region.slug"], name=op.f("fk_bestimmung_region_slug_region")),
        sa.ForeignKeyConstraint(
            ["vereinbarung_id"], ["vereinbarung.id"], name=op.f("fk_bestimmung_vereinbarung_id_vereinbarung")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bestimmung")),
    )
    op.create_index(op.f("ix_bestimmung_region_slug"), "bestimmung", ["region_slug"])
    op.create_table(
        "gremium",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("region_slug", TEXT(), nullable=False),
        sa.Column("kurz", TEXT(), nullable=False),
        sa.Column("name", TEXT(), nullable=False),
        sa.Column("typ", TEXT(), nullable=False),
        sa.Column("vorgaenger_id", TEXT(), nullable=True),
        sa.Column("uebergeordnet_id", TEXT(), nullable=True),
        sa.Column("vereinbarung_id", TEXT(), nullable=True),
        sa.Column("verbindlichkeit", TEXT(), nullable=False),
        sa.Column("gueltig_von", sa.Date(), nullable=True),
        sa.Column("gueltig_bis", sa.Date(), nullable=True),
        sa.Column("quelle", TEXT(), nullable=False),
        sa.Column("notiz", TEXT(), nullable=False),
        sa.Column("reihenfolge", sa.Integer(), nullable=False),
        sa.Column("synthetisch", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["region_slug"], ["region.slug"], name=op.f("fk_gremium_region_slug_region")),
        sa.ForeignKeyConstraint(["uebergeordnet_id"], ["gremium.id"], name=op.f("fk_gremium_uebergeordnet_id_gremium")),
        sa.ForeignKeyConstraint(
            ["vereinbarung_id"], ["vereinbarung.id"], name=op.f("fk_gremium_vereinbarung_id_vereinbarung")
        ),
        sa.ForeignKeyConstraint(["vorgaenger_id"], ["gremium.id"], name=op.f("fk_gremium_vorgaenger_id_gremium")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gremium")),
    )
    op.create_index(op.f("ix_gremium_region_slug"), "gremium", ["region_slug"])
    op.create_table(
        "rolle",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("region_slug", TEXT(), nullable=False),
        sa.Column("gremium_id", TEXT(), nullable=True),
        sa.Column("name", TEXT(), nullable=False),
        sa.Column("regel", TEXT(), nullable=False),
        sa.Column("wechsel_jahre", sa.Integer(), nullable=True),
        sa.Column("quelle", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(["gremium_id"], ["gremium.id"], name=op.f("fk_rolle_gremium_id_gremium")),
        sa.ForeignKeyConstraint(["region_slug"], ["region.slug"], name=op.f("fk_rolle_region_slug_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rolle")),
    )
    op.create_index(op.f("ix_rolle_region_slug"), "rolle", ["region_slug"])
    op.create_table(
        "sitz",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("gremium_id", TEXT(), nullable=False),
        sa.Column("gruppe", TEXT(), nullable=False),
        sa.Column("wortlaut", TEXT(), nullable=False),
        sa.Column("organisation_id", TEXT(), nullable=True),
        sa.Column("anzahl", sa.Integer(), nullable=True),
        sa.Column("stimmrecht", TEXT(), nullable=True),
        sa.Column("quelle", TEXT(), nullable=False),
        sa.Column("reihenfolge", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["gremium_id"], ["gremium.id"], name=op.f("fk_sitz_gremium_id_gremium")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_sitz_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitz")),
    )
    op.create_index(op.f("ix_sitz_gremium_id"), "sitz", ["gremium_id"])
    op.create_table(
        "takt",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("gremium_id", TEXT(), nullable=False),
        sa.Column("wortlaut", TEXT(), nullable=False),
        sa.Column("minimum", sa.Integer(), nullable=True),
        sa.Column("maximum", sa.Integer(), nullable=True),
        sa.Column("quelle", TEXT(), nullable=False),
        sa.Column("rang", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["gremium_id"], ["gremium.id"], name=op.f("fk_takt_gremium_id_gremium")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_takt")),
    )
    op.create_index(op.f("ix_takt_gremium_id"), "takt", ["gremium_id"])
    op.create_table(
        "amtszeit",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("rolle_id", TEXT(), nullable=False),
        sa.Column("inhaber", TEXT(), nullable=False),
        sa.Column("von", sa.Date(), nullable=True),
        sa.Column("bis", sa.Date(), nullable=True),
        sa.Column("quelle", TEXT(), nullable=False),
        sa.Column("erschlossen", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["rolle_id"], ["rolle.id"], name=op.f("fk_amtszeit_rolle_id_rolle")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amtszeit")),
    )
    op.create_index(op.f("ix_amtszeit_rolle_id"), "amtszeit", ["rolle_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_amtszeit_rolle_id"), table_name="amtszeit")
    op.drop_table("amtszeit")
    op.drop_index(op.f("ix_takt_gremium_id"), table_name="takt")
    op.drop_table("takt")
    op.drop_index(op.f("ix_sitz_gremium_id"), table_name="sitz")
    op.drop_table("sitz")
    op.drop_index(op.f("ix_rolle_region_slug"), table_name="rolle")
    op.drop_table("rolle")
    op.drop_index(op.f("ix_gremium_region_slug"), table_name="gremium")
    op.drop_table("gremium")
    op.drop_index(op.f("ix_bestimmung_region_slug"), table_name="bestimmung")
    op.drop_table("bestimmung")
    op.drop_index(op.f("ix_vereinbarung_region_slug"), table_name="vereinbarung")
    op.drop_table("vereinbarung")
    op.drop_index(op.f("ix_organisation_region_slug"), table_name="organisation")
    op.drop_table("organisation")
    op.drop_index(op.f("ix_aenderung_vorgang_id"), table_name="aenderung")
    op.drop_index(op.f("ix_aenderung_tabelle"), table_name="aenderung")
    op.drop_index(op.f("ix_aenderung_schluessel"), table_name="aenderung")
    op.drop_table("aenderung")
    op.drop_index(op.f("ix_vorgang_region_slug"), table_name="vorgang")
    op.drop_index(op.f("ix_vorgang_lfd"), table_name="vorgang")
    op.drop_table("vorgang")
    # ### end Alembic commands ###
