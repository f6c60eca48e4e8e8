"""Every write to the main database. Each demands a Schreibrecht and is one transaction: whole or not at all."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import dataframely as dy
from sqlalchemy import delete, func, insert
from sqlmodel import Session, col, select

from data_access.abfragen import ALLE_REGIONEN, EINTEILUNGEN, GRENZEN, MERKMALE
from data_access.datenbank import sitzung
from data_access.register import trage_ein
from data_access.schreibrecht import Schreibrecht
from models.grundzahlen import EINWOHNER
from models.rahmen import Einwohnerzahlen, Gebietsregister
from models.tabellen import (
    Einteilung,
    Einwohner,
    Fassung,
    Freigabe,
    Gebiet,
    Gebietsaenderung,
    Haupttabelle,
    Lieferung,
    Planungsraum,
    PlanungsraumGemeinde,
    Region,
    Traeger,
)
from models.vokabular import Lieferungsart, Lieferungsstand


class NichtGefunden(Exception):
    """What was to be changed does not exist; the message is for the screen."""


def erhoehe(s: Session, region: str, gegenstand: str) -> Fassung:
    """Count up the Fassung of a subject, so that no cache serves what was before."""
    fassung = s.get(Fassung, (region, gegenstand)) or Fassung(region_slug=region, gegenstand=gegenstand)
    fassung.nummer += 1
    s.add(fassung)
    return fassung


def naechste_lieferungsnummer() -> int:
    """Number of the next Lieferung: later ones rank before earlier ones."""
    with sitzung() as s:
        return (s.exec(select(func.max(Lieferung.nummer))).one() or 0) + 1


def lege_grundlage_an(
    recht: Schreibrecht,
    traeger: Iterable[Traeger],
    gebiete: Iterable[Gebiet],
    regionen: Iterable[Region],
    einteilungen: Iterable[Einteilung],
    raeume: Iterable[Planungsraum],
    mitglieder: Iterable[PlanungsraumGemeinde],
) -> None:
    """Enter the areas, regions and Einteilungen of a new installation in one transaction."""
    with sitzung() as s:
        stufen: Sequence[Iterable[Haupttabelle]] = (traeger, gebiete, regionen, einteilungen, raeume, mitglieder)
        for stufe in stufen:
            s.add_all(list(stufe))
            s.flush()
        for einteilung in s.exec(select(Einteilung).where(Einteilung.stamm == "")):
            einteilung.stamm = einteilung.id
        for region in s.exec(select(Region)):
            erhoehe(s, region.slug, EINTEILUNGEN)


def speichere_lieferung(recht: Schreibrecht, lieferung: Lieferung) -> None:
    """Enter a Lieferung: the commit point of what was stored on the raw side."""
    with sitzung() as s:
        s.add(lieferung)


def speichere_einwohner(
    recht: Schreibrecht,
    lieferung: Lieferung,
    zahlen: dy.DataFrame[Einwohnerzahlen],
    register: dy.DataFrame[Gebietsregister] | None = None,
    *,
    verzeichnis: bool = False,
) -> None:
    """Enter a Lieferung of population figures with all its rows, and the areas it names (`register.trage_ein`)."""
    with sitzung() as s:
        s.add(lieferung)
        s.flush()
        s.execute(insert(Einwohner), [{**zeile, "lieferung_id": lieferung.id} for zeile in zahlen.to_dicts()])
        erhoehe(s, ALLE_REGIONEN, EINWOHNER)
        if register is not None:
            trage_ein(s, register, verzeichnis)
            erhoehe(s, ALLE_REGIONEN, GRENZEN)


def ziehe_lieferung_zurueck(recht: Schreibrecht, lieferung_id: str, jetzt: datetime) -> Lieferung:
    """Take a Lieferung back. Public figures are gone at once; Freigaben of Fallzahlen stand until withdrawn.

    A cube that arrived protected goes with its Freigaben, as of `jetzt`.
    """
    with sitzung() as s:
        lieferung = s.get(Lieferung, lieferung_id)
        if lieferung is None or lieferung.stand == Lieferungsstand.ZURUECKGEZOGEN:
            raise NichtGefunden(
                f"Es gibt keine gespeicherte Lieferung „{lieferung_id}“. „cli.py deliveries“ zeigt alle."
            )
        if lieferung.art == Lieferungsart.PLANUNGSRAEUME:
            raise NichtGefunden(
                "Eine Einteilung wird nicht mit ihrer Datei zurückgezogen: Auf der Seite „Planungsräume“ lässt sich "
                "ein Vorschlag verwerfen oder eine andere Version in Kraft setzen."
            )
        lieferung.stand = Lieferungsstand.ZURUECKGEZOGEN
        if lieferung.art in (EINWOHNER, MERKMALE):
            erhoehe(s, ALLE_REGIONEN, lieferung.art)
        if lieferung.art == Lieferungsart.WUERFEL:
            _ziehe_freigaben_zurueck(s, lieferung, jetzt)
        if lieferung.art == Lieferungsart.GRENZEN:
            # Areas that it named stay in the register: they exist.
            s.execute(delete(Gebietsaenderung).where(col(Gebietsaenderung.quelle) == lieferung.id))
            erhoehe(s, ALLE_REGIONEN, GRENZEN)
        return lieferung


def _ziehe_freigaben_zurueck(s: Session, lieferung: Lieferung, jetzt: datetime) -> None:
    """Withdraw what a package brought, in the transaction that takes it back."""
    frage = select(Freigabe).where(Freigabe.lieferung_id == lieferung.id, col(Freigabe.zurueckgezogen_am).is_(None))
    for freigabe in s.exec(frage):
        _nimm_aus_der_kraft(s, freigabe, jetzt)


def _nimm_aus_der_kraft(s: Session, freigabe: Freigabe, jetzt: datetime) -> None:
    freigabe.zurueckgezogen_am = jetzt
    fassung = erhoehe(s, freigabe.region_slug, freigabe.grundzahl)
    if fassung.freigabe_id == freigabe.id:
        fassung.freigabe_id = None


def naechste_fassung(region: str, grundzahl: str) -> int:
    """Number of the next Freigabe of a Grundzahl in a region, withdrawn ones counted."""
    with sitzung() as s:
        hoechste = s.exec(
            select(func.max(Freigabe.fassung)).where(Freigabe.region_slug == region, Freigabe.grundzahl == grundzahl)
        ).one()
    return (hoechste or 0) + 1


def setze_in_kraft(s: Session, freigabe: Freigabe) -> None:
    """Enter a Freigabe and put it in force; the one before it is replaced in the same moment."""
    s.add(freigabe)
    s.flush()
    erhoehe(s, freigabe.region_slug, freigabe.grundzahl).freigabe_id = freigabe.id


def veroeffentliche(recht: Schreibrecht, freigabe: Freigabe) -> None:
    """Put a Freigabe in force (`setze_in_kraft`)."""
    with sitzung() as s:
        setze_in_kraft(s, freigabe)


def ziehe_freigabe_zurueck(recht: Schreibrecht, freigabe_id: str, jetzt: datetime) -> Freigabe:
    """Withdraw a Freigabe: at the next script run no page of any process shows it."""
    with sitzung() as s:
        freigabe = s.get(Freigabe, freigabe_id)
        if freigabe is None or freigabe.zurueckgezogen_am is not None:
            raise NichtGefunden(f"Es gibt keine gültige Freigabe „{freigabe_id}“. „cli.py releases“ zeigt alle.")
        _nimm_aus_der_kraft(s, freigabe, jetzt)
        return freigabe


def ist_leer() -> bool:
    """Whether the installation has no region yet."""
    with sitzung() as s:
        return s.exec(select(col(Region.slug)).limit(1)).first() is None
