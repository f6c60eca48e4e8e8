"""Entering, changing and deleting a meeting with its attendance and accessibility: each is one step of the book."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from data_access.datenbank import sitzung as oeffne
from data_access.gremien.buch import GremienAbgelehnt, Schritt, bild, schritt
from data_access.gremien.sitzungspruefung import ZAHLEN, Angaben, Beanstandung, beanstandungen, mit_zahl
from data_access.gremien.sitzungszeilen import barriere_id, teilnahme_id
from data_access.gremien.verweise import freie_sitzungs_id
from data_access.schreibrecht import Schreibrecht
from models.gremientabellen import (
    Barrierefreiheit,
    Eintragung,
    Gremium,
    Organisation,
    Sitzung,
    Teilnahme,
    Vorgang,
)

Stand = tuple[dict[str, Any], ...]
"""A meeting with its attendance and accessibility as plain values: what a form was opened with."""


class SitzungAbgelehnt(GremienAbgelehnt):
    """The meeting cannot be stored; `gruende`: every reason with its field."""

    def __init__(self, gruende: list[Beanstandung]) -> None:
        super().__init__(" ".join(g.satz for g in gruende))
        self.gruende = gruende


def stand(sitzung: Sitzung, teilnahmen: Iterable[Teilnahme], barrieren: Iterable[Barrierefreiheit]) -> Stand:
    """What a form about this meeting shows, to notice that it was changed meanwhile."""
    return (bild(sitzung), *sorted(map(bild, (*teilnahmen, *barrieren)), key=lambda z: str(z["id"])))


def speichere(
    recht: Schreibrecht, gremium: str, angaben: Angaben, jetzt: datetime, vorher: Stand | None = None
) -> tuple[Vorgang, str]:
    """Store a meeting, or change the one that `vorher` shows; the step and the id of the meeting.

    A row of attendance or accessibility that was emptied is deleted. Raises `SitzungAbgelehnt` with every reason,
    or `GremienAbgelehnt` if the meeting was changed or deleted since `vorher`.
    """
    region, kurz = _gremium(gremium)
    tag = angaben.sitzung["datum"]
    was = f"Sitzung {kurz} am {tag:%d.%m.%Y} {'eingetragen' if vorher is None else 'geändert'}"
    with schritt(recht, region, was, jetzt) as offen:
        alt = _unveraendert(offen.s, vorher) if vorher is not None else None
        _pruefe(offen.s, gremium, angaben, alt, jetzt)
        werte = alt.model_dump() if alt else {"id": freie_sitzungs_id(offen, gremium, tag)}
        sitzung = Sitzung(**{**werte, **angaben.sitzung, "gremium_id": gremium})
        offen.setze(sitzung)
        _gleiche_ab(offen, _gespeicherte(offen.s, Teilnahme, sitzung.id), _teilnahmen(sitzung.id, angaben))
        barrieren = [
            Barrierefreiheit(id=barriere_id(sitzung.id, art), sitzung_id=sitzung.id, art=art, stand=was_wurde)
            for art, was_wurde in angaben.barrieren.items()
        ]
        _gleiche_ab(offen, _gespeicherte(offen.s, Barrierefreiheit, sitzung.id), barrieren)
        return offen.vorgang, sitzung.id


def loesche(recht: Schreibrecht, sitzung_id: str, jetzt: datetime) -> Vorgang:
    """Delete a meeting with everything that hangs on it. Raises `GremienAbgelehnt` if it is gone already."""
    with oeffne() as s:
        gesucht = s.get(Sitzung, sitzung_id)
    if gesucht is None:
        raise GremienAbgelehnt("Diese Sitzung gibt es nicht mehr. Bitte die Seite neu laden.")
    region, kurz = _gremium(gesucht.gremium_id)
    with schritt(recht, region, f"Sitzung {kurz} am {gesucht.datum:%d.%m.%Y} gelöscht", jetzt) as offen:
        offen.loesche(gesucht)
        return offen.vorgang


def _gremium(schluessel: str) -> tuple[str, str]:
    """Region and short name of a Gremium."""
    with oeffne() as s:
        gremium = s.get(Gremium, schluessel)
    if gremium is None:
        raise GremienAbgelehnt(f"Das Gremium „{schluessel}“ gibt es nicht mehr. Bitte die Seite neu laden.")
    return gremium.region_slug, gremium.kurz


def _gespeicherte(s: Session, klasse: type[Any], sitzung: str) -> list[Any]:
    return list(s.exec(select(klasse).where(klasse.sitzung_id == sitzung)).all())


def _unveraendert(s: Session, vorher: Stand) -> Sitzung:
    """The meeting as stored, if it still is what the form was opened with."""
    gesucht = s.get(Sitzung, vorher[0]["id"])
    if gesucht is None:
        raise GremienAbgelehnt(
            "Diese Sitzung wurde inzwischen gelöscht. Ihre Eingaben stehen noch da, sind aber nicht gespeichert."
        )
    jetzt = stand(gesucht, _gespeicherte(s, Teilnahme, gesucht.id), _gespeicherte(s, Barrierefreiheit, gesucht.id))
    if jetzt != vorher:
        raise GremienAbgelehnt(
            "Diese Sitzung wurde geändert, während das Formular offen war. Nichts ist gespeichert. Bitte das Formular "
            "schließen, den neuen Stand ansehen und noch einmal ändern."
        )
    return gesucht


def _pruefe(s: Session, schluessel: str, angaben: Angaben, alt: Sitzung | None, jetzt: datetime) -> None:
    gremium = s.get_one(Gremium, schluessel)
    andere = s.exec(select(Sitzung).where(Sitzung.gremium_id == schluessel)).all()
    stellen = s.exec(select(Organisation).where(Organisation.region_slug == gremium.region_slug)).all()
    genannte = s.exec(select(Teilnahme.organisation).where(col(Teilnahme.sitzung_id).in_([z.id for z in andere]))).all()
    gruende = beanstandungen(
        angaben,
        gremium,
        [z for z in andere if alt is None or z.id != alt.id],
        frozenset(genannte) | {name for o in stellen for name in (o.name, *o.aliase)},
        jetzt.date(),
    )
    if gruende:
        raise SitzungAbgelehnt(gruende)


def _teilnahmen(sitzung: str, angaben: Angaben) -> list[Teilnahme]:
    return [
        Teilnahme(
            id=teilnahme_id(sitzung, z["gruppe"], z.get("organisation") or ""),
            sitzung_id=sitzung,
            gruppe=z["gruppe"],
            organisation=z.get("organisation") or "",
            **{spalte: z.get(spalte) for spalte in ZAHLEN},
        )
        for z in mit_zahl(angaben.teilnahmen)
    ]


def _gleiche_ab(offen: Schritt, vorher: Iterable[Eintragung], nachher: Iterable[Eintragung]) -> None:
    """What is not named any more is deleted, except a row that said k. A. throughout: a form shows it as empty."""
    neue = list(nachher)
    bleibt = {z.id for z in neue}
    for zeile in vorher:
        ohne_zahl = isinstance(zeile, Teilnahme) and all(getattr(zeile, spalte) is None for spalte in ZAHLEN)
        if zeile.id not in bleibt and not ohne_zahl:
            offen.loesche(zeile)
    for zeile in neue:
        offen.setze(zeile)
