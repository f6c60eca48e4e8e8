"""Context figures in the main database: stored whole, read by area."""

from collections.abc import Mapping, Sequence

import dataframely as dy
import polars as pl
from sqlalchemy import insert

from data_access.abfragen import ALLE_REGIONEN, MERKMALE, vorgeschichte
from data_access.datenbank import lies_rahmen, sitzung
from data_access.gebietsaenderungen import Teil, auf_neuen_stand, vorgaenger
from data_access.schreiben import erhoehe
from data_access.schreibrecht import Schreibrecht
from models.merkmale import MERKMALE as ALLE_MERKMALE
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
    """Context figures of a Kreis or Land and its Gemeinden, out of every Lieferung that was not taken back.

    Counts of dissolved Gemeinden are added up to their successor, if the register has it and every part has a number;
    shares and rates of dissolved Gemeinden belong to nobody.
    """
    zusammen, beginne = vorgeschichte(praefix)
    roh = pl.concat([_mit_beginn(beginn) for beginn in beginne])
    return Merkmalsbestand.validate(_auf_neuen_stand(roh, zusammen), cast=True)


def _mit_beginn(beginn: str) -> pl.DataFrame:
    """Rows whose key begins so; a range, so that the index is used."""
    roh = lies_rahmen(
        "SELECT m.merkmal, m.ags, m.zeitraum_von, m.zeitraum_bis, m.auspraegung, m.alter_von, m.alter_bis, "
        "m.geschlecht, m.wert, m.zeichen, m.basis, m.quelle, l.nummer "
        "FROM merkmalswert m JOIN lieferung l ON l.id = m.lieferung_id "
        "WHERE m.ags >= :von AND m.ags < :bis AND l.stand = :stand",
        von=beginn,
        bis=f"{beginn}:",
        stand=Lieferungsstand.GESPEICHERT.value,
    )
    # SQLite gives dates as text and columns without a value without a type.
    tage = [pl.col(s).cast(pl.String).str.to_date() for s in ("zeitraum_von", "zeitraum_bis")]
    return roh.with_columns(tage).cast({name: spalte.dtype for name, spalte in Merkmalsbestand.columns().items()})


def _auf_neuen_stand(roh: pl.DataFrame, zusammen: Mapping[str, Sequence[Teil]]) -> pl.DataFrame:
    alte = vorgaenger(zusammen, zusammen)
    if not roh["ags"].is_in(list(alte)).any():
        return roh
    summierbar = [m.id for m in ALLE_MERKMALE.values() if m.summierbar]
    bleibt = ~pl.col("ags").is_in(list(alte))
    zahl = pl.col("wert").is_not_null() & pl.col("merkmal").is_in(summierbar)
    summen = auf_neuen_stand(roh.filter(zahl), zusammen, "wert", tag="zeitraum_bis")
    # A table of old Gemeinden has a sign where the new one was still to come: the sum takes its place.
    zelle = [s for s in roh.columns if s not in ("wert", "zeichen")]
    uebrige = roh.filter(bleibt, ~zahl).join(summen, on=zelle, how="anti", nulls_equal=True)
    return pl.concat([summen, uebrige])
