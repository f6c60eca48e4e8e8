"""Gremien: meetings, attendance, recommendations and what became of them, the yearly check

Revision: 0008, after 0007
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString


def upgrade() -> None:
    op.create_table(
        "bewertungsfrage",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("region_slug", TEXT(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("text", TEXT(), nullable=False),
        sa.Column("jahr_von", sa.Integer(), nullable=False),
        sa.Column("jahr_bis", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["region_slug"], ["region.slug"], name=op.f("fk_bewertungsfrage_region_slug_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bewertungsfrage")),
    )
    op.create_index(op.f("ix_bewertungsfrage_region_slug"), "bewertungsfrage", ["region_slug"])
    op.create_table(
        "bewertung",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("frage_id", TEXT(), nullable=False),
        sa.Column("jahr", sa.Integer(), nullable=False),
        sa.Column("seite", TEXT(), nullable=False),
        sa.Column("wert", sa.Integer(), nullable=True),
        sa.Column("anmerkung", TEXT(), nullable=False),
        sa.Column("synthetisch", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["frage_id"], ["bewertungsfrage.id"], name=op.f("fk_bewertung_frage_id_bewertungsfrage")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bewertung")),
        sa.UniqueConstraint("frage_id", "jahr", "seite", name=op.f("uq_bewertung_frage_id")),
    )
    op.create_index(op.f("ix_bewertung_frage_id"), "bewertung", ["frage_id"])
    op.create_table(
        "sitzung",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("gremium_id", TEXT(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("datum_erschlossen", sa.Boolean(), nullable=False),
        sa.Column("bezeichnung", TEXT(), nullable=False),
        sa.Column("status", TEXT(), nullable=False),
        sa.Column("form", TEXT(), nullable=True),
        sa.Column("ort", TEXT(), nullable=False),
        sa.Column("einladung_am", sa.Date(), nullable=True),
        sa.Column("rueckmeldung_bis", sa.Date(), nullable=True),
        sa.Column("unterlagen_am", sa.Date(), nullable=True),
        sa.Column("unterlagen_ls_am", sa.Date(), nullable=True),
        sa.Column("protokoll_am", sa.Date(), nullable=True),
        sa.Column("protokoll_ls_am", sa.Date(), nullable=True),
        sa.Column("quelle", TEXT(), nullable=False),
        sa.Column("notiz", TEXT(), nullable=False),
        sa.Column("datenstand", sa.JSON(), nullable=True),
        sa.Column("eingefroren_am", sa.DateTime(timezone=True), nullable=True),
        sa.Column("synthetisch", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["gremium_id"], ["gremium.id"], name=op.f("fk_sitzung_gremium_id_gremium")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitzung")),
        sa.UniqueConstraint("gremium_id", "datum", name=op.f("uq_sitzung_gremium_id")),
    )
    op.create_index(op.f("ix_sitzung_gremium_id"), "sitzung", ["gremium_id"])
    op.create_table(
        "barrierefreiheit",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("sitzung_id", TEXT(), nullable=False),
        sa.Column("art", TEXT(), nullable=False),
        sa.Column("stand", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(["sitzung_id"], ["sitzung.id"], name=op.f("fk_barrierefreiheit_sitzung_id_sitzung")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_barrierefreiheit")),
        sa.UniqueConstraint("sitzung_id", "art", name=op.f("uq_barrierefreiheit_sitzung_id")),
    )
    op.create_index(op.f("ix_barrierefreiheit_sitzung_id"), "barrierefreiheit", ["sitzung_id"])
    op.create_table(
        "teilnahme",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("sitzung_id", TEXT(), nullable=False),
        sa.Column("gruppe", TEXT(), nullable=False),
        sa.Column("organisation", TEXT(), nullable=False),
        sa.Column("eingeladen", sa.Integer(), nullable=True),
        sa.Column("anwesend", sa.Integer(), nullable=True),
        sa.Column("rederecht_genutzt", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["sitzung_id"], ["sitzung.id"], name=op.f("fk_teilnahme_sitzung_id_sitzung")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teilnahme")),
        sa.UniqueConstraint("sitzung_id", "gruppe", "organisation", name=op.f("uq_teilnahme_sitzung_id")),
    )
    op.create_index(op.f("ix_teilnahme_sitzung_id"), "teilnahme", ["sitzung_id"])
    op.create_table(
        "top",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("sitzung_id", TEXT(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("titel", TEXT(), nullable=False),
        sa.Column("art", TEXT(), nullable=False),
        sa.Column("thema", TEXT(), nullable=True),
        sa.Column("planungsraum", TEXT(), nullable=True),
        sa.Column("eingebracht_von", TEXT(), nullable=True),
        sa.Column("ergebnis", TEXT(), nullable=False),
        sa.Column("stufe_verwaltung", sa.Integer(), nullable=True),
        sa.Column("stufe_selbstvertretung", sa.Integer(), nullable=True),
        sa.Column("begruendung", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(["sitzung_id"], ["sitzung.id"], name=op.f("fk_top_sitzung_id_sitzung")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_top")),
        sa.UniqueConstraint("sitzung_id", "nummer", name=op.f("uq_top_sitzung_id")),
    )
    op.create_index(op.f("ix_top_sitzung_id"), "top", ["sitzung_id"])
    op.create_table(
        "empfehlung",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("top_id", TEXT(), nullable=False),
        sa.Column("text", TEXT(), nullable=False),
        sa.Column("von_gruppe", TEXT(), nullable=True),
        sa.Column("an", TEXT(), nullable=False),
        sa.Column("status", TEXT(), nullable=False),
        sa.Column("antwort", TEXT(), nullable=False),
        sa.Column("antwort_am", sa.Date(), nullable=True),
        sa.Column("grund", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(["top_id"], ["top.id"], name=op.f("fk_empfehlung_top_id_top")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_empfehlung")),
    )
    op.create_index(op.f("ix_empfehlung_top_id"), "empfehlung", ["top_id"])
    op.create_table(
        "massnahme",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("empfehlung_id", TEXT(), nullable=False),
        sa.Column("text", TEXT(), nullable=False),
        sa.Column("verantwortlich", TEXT(), nullable=False),
        sa.Column("bis", sa.Date(), nullable=True),
        sa.Column("status", TEXT(), nullable=False),
        sa.Column("grund", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["empfehlung_id"], ["empfehlung.id"], name=op.f("fk_massnahme_empfehlung_id_empfehlung")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_massnahme")),
    )
    op.create_index(op.f("ix_massnahme_empfehlung_id"), "massnahme", ["empfehlung_id"])
    op.create_table(
        "rueckmeldung",
        sa.Column("id", TEXT(), nullable=False),
        sa.Column("empfehlung_id", TEXT(), nullable=False),
        sa.Column("sitzung_id", TEXT(), nullable=False),
        sa.Column("status", TEXT(), nullable=False),
        sa.Column("text", TEXT(), nullable=False),
        sa.ForeignKeyConstraint(
            ["empfehlung_id"], ["empfehlung.id"], name=op.f("fk_rueckmeldung_empfehlung_id_empfehlung")
        ),
        sa.ForeignKeyConstraint(["sitzung_id"], ["sitzung.id"], name=op.f("fk_rueckmeldung_sitzung_id_sitzung")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rueckmeldung")),
        sa.UniqueConstraint("empfehlung_id", "sitzung_id", name=op.f("uq_rueckmeldung_empfehlung_id")),
    )
    op.create_index(op.f("ix_rueckmeldung_empfehlung_id"), "rueckmeldung", ["empfehlung_id"])
    op.create_index(op.f("ix_rueckmeldung_sitzung_id"), "rueckmeldung", ["sitzung_id"])
    # ### end Alembic commands ###


def downgrade() -> None:
    op.drop_index(op.f("ix_rueckmeldung_sitzung_id"), table_name="rueckmeldung")
    op.drop_index(op.f("ix_rueckmeldung_empfehlung_id"), table_name="rueckmeldung")
    op.drop_table("rueckmeldung")
    op.drop_index(op.f("ix_massnahme_empfehlung_id"), table_name="massnahme")
    op.drop_table("massnahme")
    op.drop_index(op.f("ix_empfehlung_top_id"), table_name="empfehlung")
    op.drop_table("empfehlung")
    op.drop_index(op.f("ix_top_sitzung_id"), table_name="top")
    op.drop_table("top")
    op.drop_index(op.f("ix_teilnahme_sitzung_id"), table_name="teilnahme")
    op.drop_table("teilnahme")
    op.drop_index(op.f("ix_barrierefreiheit_sitzung_id"), table_name="barrierefreiheit")
    op.drop_table("barrierefreiheit")
    op.drop_index(op.f("ix_sitzung_gremium_id"), table_name="sitzung")
    op.drop_table("sitzung")
    op.drop_index(op.f("ix_bewertung_frage_id"), table_name="bewertung")
    op.drop_table("bewertung")
    op.drop_index(op.f("ix_bewertungsfrage_region_slug"), table_name="bewertungsfrage")
    op.drop_table("bewertungsfrage")
