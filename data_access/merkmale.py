"""Context figures in the main database: stored whole, read by area."""

import dataframely as dy
import polars as pl
from sqlalchemy import insert

from data_access.abfragen import ALLE_REGIONEN, MERKMALE
from data_access.datenbank import lies_rahmen, sitzung
from data_access.schreiben import erhoehe
from data_access.schreibrecht import Schreibrecht
from models.rahmen import Merkmalsbestand, Merkmalswerte
from models.tabellen import Lieferung, Merkmalswert
from models.vokabular import Lieferungsstand


def speichere(recht: Schreibrecht, lieferung: Lieferung, werte: dy.DataFrame[Merkmalswerte]) -> None:
    """Enter a Lieferung of context figures with all its rows."""
    with sitzung() as s:
        s.add(lieferung)
        s.flush()
        s.execute(insert(Merkmalswert), [{**zeile, "lieferung_id": lieferung.id} for zeile in werte.to_dicts()])
        erhoehe(s, ALLE_REGIONEN, MERKMALE)


def bestand(praefix: str) -> dy.DataFrame[Merkmalsbestand]:
    """Context figures of the areas whose key begins with `praefix`, out of every Lieferung that was not taken back."""
    roh = lies_rahmen(
        "SELECT m.merkmal, m.ags, m.zeitraum_von, m.zeitraum_bis, m.auspraegung, m.alter_von, m.alter_bis, "
        "m.geschlecht, m.wert, m.zeichen, m.basis, m.quelle, l.nummer "
        "FROM merkmalswert m JOIN lieferung l ON l.id = m.lieferung_id "
        "WHERE m.ags LIKE :muster AND l.stand = :stand",
        muster=f"{praefix}%",
        stand=Lieferungsstand.GESPEICHERT.value,
    )
    tage = [pl.col(s).cast(pl.String).str.to_date() for s in ("zeitraum_von", "zeitraum_bis")]
    typen = [pl.col("alter_bis").cast(pl.Int16), pl.col("wert").cast(pl.Float64), pl.col("zeichen").cast(pl.String)]
    return Merkmalsbestand.validate(roh.with_columns(*tage, *typen), cast=True)
