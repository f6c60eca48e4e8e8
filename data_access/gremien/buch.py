"""The one way to change what is entered about Gremien: every row is kept before and after, every step can be undone.

A step (`Vorgang`) is one transaction. Undoing is a step of its own, so it can be undone too, and nothing is ever lost.
"""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import and_, func
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from data_access.abfragen import GREMIEN
from data_access.datenbank import sitzung
from data_access.schreiben import erhoehe
from data_access.schreibrecht import Schreibrecht
from models.eintragungen import EINTRAGUNGEN
from models.gremientabellen import Aenderung, Eintragung, Vorgang
from models.tabellen import Lieferung, Region
from models.vokabular import Lieferungsstand

TABELLEN: Final[dict[str, type[Eintragung]]] = {str(t.__tablename__): t for t in EINTRAGUNGEN}
"""Every table whose rows are kept in the history, by its name."""

_ZURUECK: Final = "Zurückgenommen: "


class GremienAbgelehnt(Exception):
    """A change is not possible; the message is for the screen."""


class Schritt:
    """An open step: what is set or deleted here is written and kept in the history together."""

    def __init__(self, s: Session, vorgang: Vorgang) -> None:
        self.s = s
        self.vorgang = vorgang
        self.geaendert = 0
        """How many rows were changed so far."""

    def setze(self, zeile: Eintragung) -> None:
        """Make a row, or replace the one with its id. What stays the same leaves no trace."""
        klasse = type(zeile)
        alt = self.s.get(klasse, zeile.id)
        vorher = bild(alt) if alt is not None else None
        nachher = bild(zeile)
        if vorher == nachher:
            return
        self._schreibe(klasse, alt, nachher)
        self._merke(klasse, zeile.id, vorher, nachher)

    def loesche(self, zeile: Eintragung) -> None:
        """Delete a row and everything that hangs on it (a meeting with its agenda and attendance)."""
        for klasse, feld in verweise_auf(type(zeile)):
            for kind in self.s.exec(select(klasse).where(getattr(klasse, feld) == zeile.id)).all():
                if type(kind) is type(zeile):
                    # A Gremium outlives the one it follows or belongs to.
                    self.setze(_kopie(kind, {feld: None}))
                else:
                    self.loesche(kind)
        klasse = type(zeile)
        alt = self.s.get(klasse, zeile.id)
        if alt is None:
            return
        vorher = bild(alt)
        self.s.delete(alt)
        self.s.flush()
        self._merke(klasse, zeile.id, vorher, None)

    def stelle_her(self, tabelle: str, schluessel: str, werte: dict[str, Any] | None) -> None:
        """Bring one row to a former image; None removes it. Kept in the history like any other change."""
        klasse = TABELLEN[tabelle]
        alt = self.s.get(klasse, schluessel)
        if werte is not None:
            self.setze(klasse.model_validate(werte))
        elif alt is not None:
            if self.haengt_etwas_an(alt):
                raise GremienAbgelehnt(
                    f"„{self.vorgang.was.removeprefix(_ZURUECK)}“ lässt sich nicht mehr zurücknehmen: Daran wurde "
                    "danach weiter eingetragen. Bitte zuerst die spätere Änderung zurücknehmen."
                )
            self.loesche(alt)

    def freies_kuerzel(self, klasse: type[Eintragung], stamm: str, ab: int = 1) -> str:
        """A new id "{stamm}-{n}" with the smallest n that no row has or ever had: a deleted one may come back."""
        tabelle, n = str(klasse.__tablename__), ab
        while (
            self.s.get(klasse, f"{stamm}-{n}") is not None
            or self.s.exec(
                select(Aenderung.id).where(Aenderung.tabelle == tabelle, Aenderung.schluessel == f"{stamm}-{n}")
            ).first()
            is not None
        ):
            n += 1
        return f"{stamm}-{n}"

    def haengt_etwas_an(self, zeile: Eintragung) -> bool:
        """Whether another row refers to this one."""
        return any(
            self.s.exec(select(klasse.id).where(getattr(klasse, feld) == zeile.id)).first() is not None
            for klasse, feld in verweise_auf(type(zeile))
        )

    def _schreibe(self, klasse: type[Eintragung], alt: Eintragung | None, werte: dict[str, Any]) -> None:
        neu = klasse.model_validate(werte)
        if alt is None:
            self.s.add(neu)
        else:
            for name in klasse.model_fields:
                setattr(alt, name, getattr(neu, name))
            self.s.add(alt)
        self.s.flush()

    def _merke(
        self, klasse: type[Eintragung], schluessel: str, vorher: dict[str, Any] | None, nachher: dict[str, Any] | None
    ) -> None:
        tabelle = str(klasse.__tablename__)
        self.geaendert += 1
        self.s.add(
            Aenderung(
                vorgang_id=self.vorgang.id, tabelle=tabelle, schluessel=schluessel, vorher=vorher, nachher=nachher
            )
        )


@contextmanager
def schritt(
    recht: Schreibrecht, region: str, was: str, jetzt: datetime, nimmt_zurueck: str | None = None
) -> Iterator[Schritt]:
    """One step of a user in a region: all of it, or on any error nothing. `was`: what was done, for the history.

    A step that changes nothing is not kept. Steps in a region come one after the other: what one reads, no other
    changes before it is through.
    """
    try:
        with sitzung() as s:
            # PostgreSQL waits here for the step that is under way, SQLite at the first row that is written.
            s.exec(select(Region.slug).where(Region.slug == region).with_for_update(key_share=True)).first()
            vorgang = Vorgang(
                id=uuid.uuid4().hex,
                region_slug=region,
                zeitpunkt=jetzt,
                herkunft=recht.herkunft,
                was=was,
                lfd=0,
                nimmt_zurueck=nimmt_zurueck,
            )
            s.add(vorgang)
            s.flush()
            vorgang.lfd = s.exec(select(func.max(Vorgang.lfd))).one() + 1
            offen = Schritt(s, vorgang)
            yield offen
            if offen.geaendert:
                erhoehe(s, region, GREMIEN)
            else:
                s.delete(vorgang)
    except IntegrityError:
        # Another row has its place (a meeting on that day), or what it belongs to is gone.
        raise GremienAbgelehnt(
            f"„{was}“ ist nicht möglich: Inzwischen steht etwas anderes an dieser Stelle, oder es fehlt, wozu es "
            "gehört. Nichts ist geändert. Bitte den Verlauf ansehen und zuerst die spätere Änderung zurücknehmen."
        ) from None


def nimm_zurueck(recht: Schreibrecht, vorgang_id: str, jetzt: datetime) -> Vorgang:
    """Undo a step: every row it touched is again what it was before.

    Raises `GremienAbgelehnt` if one of them was changed since, so that nobody's later work is lost unseen.
    """
    with sitzung() as s:
        alt = s.get(Vorgang, vorgang_id)
    einzelne = aenderungen(vorgang_id)
    if alt is None or not einzelne:
        raise GremienAbgelehnt("Diese Änderung gibt es nicht mehr. Bitte die Seite neu laden.")
    with schritt(recht, alt.region_slug, _ZURUECK + alt.was, jetzt, alt.id) as neu:
        if seither := geaendert_seit(neu.s, alt.id):
            raise GremienAbgelehnt(
                f"„{alt.was}“ ist schon zurückgenommen. Bitte die Seite neu laden."
                if any(v.nimmt_zurueck == alt.id for v in seither)
                else f"„{alt.was}“ lässt sich nicht mehr zurücknehmen: Ein Teil davon wurde danach noch einmal "
                "geändert. Bitte zuerst die spätere Änderung zurücknehmen."
            )
        _stelle_lieferung_um(neu.s, alt)
        # Backwards, one by one: each state on the way was a lawful one, so no reference and no unique number collides.
        for a in reversed(einzelne):
            neu.stelle_her(a.tabelle, a.schluessel, a.vorher)
        return neu.vorgang


def geaendert_seit(s: Session, vorgang_id: str) -> list[Vorgang]:
    """The steps after this one that touched a row of it, without those that were undone and what undid them."""
    eigene, andere = aliased(Aenderung), aliased(Aenderung)
    dieselbe = and_(col(andere.tabelle) == col(eigene.tabelle), col(andere.schluessel) == col(eigene.schluessel))
    spaetere = (
        select(andere.vorgang_id)
        .join(eigene, dieselbe)
        .where(eigene.vorgang_id == vorgang_id, andere.vorgang_id != vorgang_id, col(andere.id) > col(eigene.id))
    )
    gefunden = s.exec(select(Vorgang).where(col(Vorgang.id).in_(spaetere)).order_by(col(Vorgang.lfd).desc()))
    offen = {v.id: v for v in gefunden}
    for v in list(offen.values()):
        if v.id in offen and v.nimmt_zurueck in offen:
            del offen[v.id], offen[v.nimmt_zurueck]
    return list(offen.values())


def _stelle_lieferung_um(s: Session, weg: Vorgang) -> None:
    """A file that came in with a step shares its id: it is taken back with the step, and comes back with it."""
    stand, anderer = Lieferungsstand.ZURUECKGEZOGEN, Lieferungsstand.GESPEICHERT
    while weg.nimmt_zurueck is not None:
        weg, stand, anderer = s.get_one(Vorgang, weg.nimmt_zurueck), anderer, stand
    lieferung = s.get(Lieferung, weg.id)
    if lieferung is not None:
        lieferung.stand = stand


def verlauf(region: str, hoechstens: int = 50) -> list[Vorgang]:
    """The latest steps in a region, the newest first."""
    frage = select(Vorgang).where(Vorgang.region_slug == region).order_by(col(Vorgang.lfd).desc()).limit(hoechstens)
    with sitzung() as s:
        return list(s.exec(frage))


def aenderungen(vorgang_id: str) -> list[Aenderung]:
    """What one step changed, in its order."""
    with sitzung() as s:
        return list(s.exec(select(Aenderung).where(Aenderung.vorgang_id == vorgang_id).order_by(col(Aenderung.id))))


def bild(zeile: Eintragung) -> dict[str, Any]:
    """A row as plain values, the same for the same content: times in UTC, however the database gives them back."""
    zeiten = {name: wert for name in type(zeile).model_fields if isinstance(wert := getattr(zeile, name), datetime)}
    return zeile.model_dump(mode="json") | {name: in_utc(wert).isoformat() for name, wert in zeiten.items()}


def in_utc(zeit: datetime) -> datetime:
    """A time of a row with its zone: rows are stored in UTC, and SQLite gives them back without it."""
    return zeit.replace(tzinfo=UTC) if zeit.tzinfo is None else zeit.astimezone(UTC)


def _kopie(zeile: Eintragung, anders: dict[str, Any]) -> Eintragung:
    return type(zeile).model_validate({**bild(zeile), **anders})


def verweise_auf(klasse: type[Eintragung]) -> list[tuple[type[Eintragung], str]]:
    """Tables that refer to `klasse`, with the column, those that refer last first."""
    name = str(klasse.__tablename__)
    return [
        (andere, spalte.parent.name)
        for andere in reversed(EINTRAGUNGEN)
        for spalte in andere.__table__.foreign_keys  # type: ignore[attr-defined]
        if spalte.column.table.name == name
    ]
