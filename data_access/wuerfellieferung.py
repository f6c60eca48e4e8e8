"""Lieferungen that arrive protected (KIND `wuerfel`): the senders that are believed, and one write for all of it."""

from collections.abc import Sequence

from sqlmodel import Session, select

from data_access.datenbank import sitzung
from data_access.schreiben import setze_in_kraft
from data_access.schreibrecht import Schreibrecht
from models.tabellen import Absenderschluessel, Freigabe, Lieferung, Region, Traeger


def bekannte_absender() -> list[Absenderschluessel]:
    """Installations whose signature is accepted here, by name."""
    with sitzung() as s:
        return list(s.exec(select(Absenderschluessel).order_by(Absenderschluessel.name)))


def vergiss_absender(recht: Schreibrecht, fingerabdruck: str) -> Absenderschluessel | None:
    """Believe a key no longer; what it brought stays until it is taken back. None if it was not known."""
    with sitzung() as s:
        gefunden = s.get(Absenderschluessel, fingerabdruck)
        if gefunden is not None:
            s.delete(gefunden)
        return gefunden


def speichere(
    recht: Schreibrecht,
    lieferung: Lieferung,
    freigaben: Sequence[Freigabe],
    absender: Absenderschluessel,
    neue_region: tuple[Traeger, Region] | None = None,
) -> None:
    """Enter a package in one transaction: the Lieferung, its Freigaben in force, and its sender as believed.

    The cubes must lie in the store already: without these rows nobody sees them. `neue_region`: the Kreis was only
    in the register of areas and is set up with its Träger. A sender has one key: an older one of the same name is
    forgotten.
    """
    with sitzung() as s:
        if neue_region is not None:
            _lege_region_an(s, *neue_region)
        for alter in s.exec(select(Absenderschluessel).where(Absenderschluessel.name == absender.name)):
            if alter.fingerabdruck != absender.fingerabdruck:
                s.delete(alter)
        if (bekannt := s.get(Absenderschluessel, absender.fingerabdruck)) is None:
            s.add(absender)
        else:
            bekannt.name = absender.name
        s.add(lieferung)
        s.flush()
        for frei in freigaben:
            setze_in_kraft(s, frei)


def _lege_region_an(s: Session, traeger: Traeger, region: Region) -> None:
    if s.get(Traeger, traeger.id) is None:
        s.add(traeger)
        s.flush()
    s.add(region)
    s.flush()
