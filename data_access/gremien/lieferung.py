"""A file about Gremien as a Lieferung: stored in one step of the book, whose id it takes; undoing takes it back."""

from datetime import datetime

from data_access.datenbank import sitzung
from data_access.gremien import buch
from data_access.gremien.uebernahme import uebernimm
from data_access.importing.gremienzeilen import Gremienzeilen
from data_access.schreiben import NichtGefunden
from data_access.schreibrecht import Schreibrecht
from models.tabellen import Lieferung
from models.vokabular import Lieferungsstand


def speichere(
    recht: Schreibrecht, lieferung: Lieferung, region: str, zeilen: Gremienzeilen, jetzt: datetime
) -> Lieferung | None:
    """Write the rows and the Lieferung in one step; None if they change nothing, and then nothing is written.

    Raises `buch.GremienAbgelehnt` if a row refers to something that is gone by now.
    """
    with buch.schritt(recht, region, f"Datei „{lieferung.datei}“ eingelesen", jetzt) as offen:
        uebernimm(offen, "sitzungen", zeilen.anzulegen, lieferung.synthetisch)
        uebernimm(offen, zeilen.kind, [p.zeile for p in zeilen.posten], lieferung.synthetisch)
        if not offen.geaendert:
            return None
        lieferung.id = offen.vorgang.id
        offen.s.add(lieferung)
    return lieferung


def ziehe_zurueck(recht: Schreibrecht, lieferung_id: str, jetzt: datetime) -> Lieferung:
    """Undo the step of a Lieferung: every row is again what it was before. Raises `NichtGefunden` with the reason."""
    with sitzung() as s:
        lieferung = s.get(Lieferung, lieferung_id)
    if lieferung is None or lieferung.stand == Lieferungsstand.ZURUECKGEZOGEN:
        raise NichtGefunden(f"Es gibt keine gespeicherte Lieferung „{lieferung_id}“. „cli.py deliveries“ zeigt alle.")
    try:
        buch.nimm_zurueck(recht, lieferung_id, jetzt)
    except buch.GremienAbgelehnt as grund:
        raise NichtGefunden(str(grund)) from grund
    lieferung.stand = Lieferungsstand.ZURUECKGEZOGEN
    return lieferung
