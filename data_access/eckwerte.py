"""Public figures about the persons of Grundzahlen (KIND `eckwerte`): stored whole, read for a Freigabe."""

import dataframely as dy
from sqlalchemy import insert
from sqlmodel import col, select

from data_access.datenbank import sitzung
from data_access.schreibrecht import Schreibrecht
from models.rahmen import Eckwertzeilen
from models.schutz import Eckwert
from models.tabellen import Eckwertzeile, Lieferung
from models.vokabular import Lieferungsstand


def speichere(recht: Schreibrecht, lieferung: Lieferung, zeilen: dy.DataFrame[Eckwertzeilen]) -> None:
    """Enter a Lieferung of public figures with all its rows. Nothing that is shown changes before a Freigabe."""
    with sitzung() as s:
        s.add(lieferung)
        s.flush()
        s.execute(insert(Eckwertzeile), [{**zeile, "lieferung_id": lieferung.id} for zeile in zeilen.to_dicts()])


def gueltige(kreis_ags: str, grundzahl: str) -> tuple[Eckwert, ...]:
    """The figures of a Kreis and its Gemeinden, of each area, Stichtag and Raumprinzip the newest one.

    Figures of a Lieferung that was taken back do not count. Sorted by Stichtag, Raumprinzip and area.
    """
    with sitzung() as s:
        zeilen = s.exec(
            select(Eckwertzeile)
            .join(Lieferung, col(Lieferung.id) == Eckwertzeile.lieferung_id)
            .where(
                Eckwertzeile.grundzahl == grundzahl,
                col(Eckwertzeile.ags).startswith(kreis_ags),
                Lieferung.stand == Lieferungsstand.GESPEICHERT,
            )
            .order_by(col(Lieferung.nummer))
        ).all()
    neueste = {(z.stichtag, z.raumprinzip, z.ags): z for z in zeilen}
    return tuple(
        Eckwert(z.stichtag, z.raumprinzip, z.ags, z.anzahl, z.spiel, z.quelle)
        for z in (neueste[schluessel] for schluessel in sorted(neueste))
    )
