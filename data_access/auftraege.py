"""The queue between the page Daten and the worker: files in a spool folder, jobs in the main database."""

import os
import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, update
from sqlmodel import col, select

from data_access.datenbank import sitzung
from data_access.einstellungen import einstellungen
from data_access.schreibrecht import Schreibrecht
from models.tabellen import Arbeitsprozess, Auftrag
from models.vokabular import Auftragsart, Auftragsstand

HERZSCHLAG_GILT = timedelta(seconds=15)
"""A worker that did not sign for longer than this counts as not running."""


def lege_in_eingang(recht: Schreibrecht, inhalt: bytes) -> str:
    """Write an upload to `SRB_DATA_DIR/eingang/` (mode 0600) under a name of our own; returns that name."""
    ordner = einstellungen().datenordner() / "eingang"
    ordner.mkdir(mode=0o700, exist_ok=True)
    name = uuid.uuid4().hex
    griff = os.open(ordner / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(griff, "wb") as datei:
        datei.write(inhalt)
    return name


def eingangsdatei(name: str) -> Path:
    """Path of a spooled upload."""
    return einstellungen().datenordner() / "eingang" / Path(name).name


def stelle_ein(
    recht: Schreibrecht,
    art: Auftragsart,
    jetzt: datetime,
    *,
    datei: str = "",
    spool: str | None = None,
    optionen: Mapping[str, object] | None = None,
) -> int:
    """Put a job into the queue; returns its number."""
    auftrag = Auftrag(art=art, datei=datei, spool=spool, optionen=dict(optionen or {}), erstellt_am=jetzt)
    with sitzung() as s:
        s.add(auftrag)
        s.flush()
        nummer = auftrag.id
    if nummer is None:
        raise RuntimeError("Der Auftrag hat keine Nummer bekommen.")
    return nummer


def nimm_naechsten() -> Auftrag | None:
    """The oldest waiting job, marked as running; None if the queue is empty."""
    aeltester = select(func.min(Auftrag.id)).where(Auftrag.stand == Auftragsstand.WARTET).scalar_subquery()
    with sitzung() as s:
        # One statement, so that two workers never take the same job.
        genommen = s.execute(
            update(Auftrag)
            .where(col(Auftrag.id) == aeltester)
            .values(stand=Auftragsstand.LAEUFT)
            .returning(col(Auftrag.id))
        ).scalar()
        return s.get(Auftrag, genommen) if genommen is not None else None


def melde_fortschritt(nummer: int, fortschritt: Mapping[str, object]) -> None:
    """Mirror the progress of a running job, so that the page can show it."""
    with sitzung() as s:
        s.get_one(Auftrag, nummer).fortschritt = dict(fortschritt)


def beende(nummer: int, stand: Auftragsstand, ergebnis: Mapping[str, object], jetzt: datetime) -> None:
    """Close a job with its result."""
    with sitzung() as s:
        auftrag = s.get_one(Auftrag, nummer)
        auftrag.stand, auftrag.ergebnis, auftrag.beendet_am = stand, dict(ergebnis), jetzt


def nimm_liegengebliebene(jetzt: datetime) -> int:
    """Close jobs that a worker left running when it was killed; returns how many."""
    with sitzung() as s:
        liegen = s.exec(select(Auftrag).where(Auftrag.stand == Auftragsstand.LAEUFT)).all()
        for auftrag in liegen:
            auftrag.stand, auftrag.beendet_am = Auftragsstand.FEHLER, jetzt
            auftrag.ergebnis = {
                "meldung": "Der Arbeitsprozess wurde mittendrin beendet. Es wurde nichts übernommen. "
                "Bitte starten Sie den Vorgang noch einmal."
            }
        return len(liegen)


def schlage(jetzt: datetime) -> None:
    """Sign that the worker is alive."""
    with sitzung() as s:
        s.merge(Arbeitsprozess(id=1, herzschlag=jetzt))
