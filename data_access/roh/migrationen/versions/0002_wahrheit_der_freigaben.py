"""The true cells under each Freigabe

Revision: 0002, after 0001
"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "freigabewahrheit",
        sa.Column("freigabe_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("inhalt", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("freigabe_id", name=op.f("pk_freigabewahrheit")),
    )


def downgrade() -> None:
    op.drop_table("freigabewahrheit")
