"""Lieferung, Auftrag: not how many rows a file of Fallzahlen has

Revision: 0006, after 0005. The numbers do not come back: `downgrade` writes 0.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

FALLZAHLEN = "fallzahlen"
NICHT_MEHR = ("summen", "zeilen", "zellen", "zeichen")

LIEFERUNG = sa.table("lieferung", sa.column("art", sa.String), sa.column("zeilen", sa.Integer))
AUFTRAG = sa.table(
    "auftrag", sa.column("id", sa.Integer), sa.column("optionen", sa.JSON), sa.column("ergebnis", sa.JSON)
)


def upgrade() -> None:
    with op.batch_alter_table("lieferung") as tabelle:
        tabelle.alter_column("zeilen", existing_type=sa.Integer(), nullable=True)
    verbindung = op.get_bind()
    verbindung.execute(sa.update(LIEFERUNG).where(LIEFERUNG.c.art == FALLZAHLEN).values(zeilen=None))
    for id_, optionen, ergebnis in verbindung.execute(sa.select(AUFTRAG)).all():
        befund = ergebnis.get("befund") or {}
        if FALLZAHLEN in (befund.get("profil"), optionen.get("kind")):
            rest = {name: wert for name, wert in befund.items() if name not in NICHT_MEHR}
            neu = ergebnis | {"befund": rest}
            verbindung.execute(sa.update(AUFTRAG).where(AUFTRAG.c.id == id_).values(ergebnis=neu))


def downgrade() -> None:
    op.get_bind().execute(sa.update(LIEFERUNG).where(LIEFERUNG.c.zeilen.is_(None)).values(zeilen=0))
    with op.batch_alter_table("lieferung") as tabelle:
        tabelle.alter_column("zeilen", existing_type=sa.Integer(), nullable=False)
