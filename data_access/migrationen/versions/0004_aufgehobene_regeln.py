"""Schutzregel: who revoked a decision, and why

Revision: 0004, after 0003
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TEXT = sqlmodel.sql.sqltypes.AutoString
SPALTEN = ("aufgehoben_von", "aufhebungsgrund")


def upgrade() -> None:
    with op.batch_alter_table("schutzregel") as tabelle:
        for spalte in SPALTEN:
            tabelle.add_column(sa.Column(spalte, TEXT(), nullable=False, server_default=""))
    with op.batch_alter_table("schutzregel") as tabelle:
        for spalte in SPALTEN:
            tabelle.alter_column(spalte, existing_type=TEXT(), existing_nullable=False, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("schutzregel") as tabelle:
        for spalte in reversed(SPALTEN):
            tabelle.drop_column(spalte)
