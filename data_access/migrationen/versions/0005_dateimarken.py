"""Lieferung: checksums of files only under the secret of the installation

Revision: 0005, after 0004. There is no way back to the plain checksums, and `downgrade` needs none: the column stays.
"""

import sqlalchemy as sa
from alembic import op

from data_access.dateimarke import marke_von

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

LIEFERUNG = sa.table("lieferung", sa.column("id", sa.String), sa.column("sha256", sa.String))


def upgrade() -> None:
    verbindung = op.get_bind()
    for id_, sha256 in verbindung.execute(sa.select(LIEFERUNG.c.id, LIEFERUNG.c.sha256)).all():
        verbindung.execute(sa.update(LIEFERUNG).where(LIEFERUNG.c.id == id_).values(sha256=marke_von(sha256)))


def downgrade() -> None:
    """Files imported before are stored once more if they come again; nothing else depends on the column."""
