"""Everything entered about the Gremien of one region, read at once: it is small, and one reading is one truth."""

from dataclasses import dataclass, fields
from typing import TypeVar

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from data_access.abfragen import GREMIEN
from data_access.datenbank import sitzung
from models.gremientabellen import (
    Amtszeit,
    Barrierefreiheit,
    Bestimmung,
    Bewertung,
    Bewertungsfrage,
    Eintragung,
    Empfehlung,
    Gremium,
    Massnahme,
    Organisation,
    Rolle,
    Rueckmeldung,
    Sitz,
    Sitzung,
    Takt,
    Teilnahme,
    Top,
    Vereinbarung,
)
from models.pflichttabellen import Nachweis, Pflicht, Rechtsgrundlage, Termin, Widerspruch
from models.tabellen import Fassung

T = TypeVar("T", bound=Eintragung)


@dataclass(frozen=True)
class Eintragungen:
    """The rows of a region: those of the region itself, and those that hang on its Gremien and meetings."""

    vereinbarungen: tuple[Vereinbarung, ...] = ()
    organisationen: tuple[Organisation, ...] = ()
    bestimmungen: tuple[Bestimmung, ...] = ()
    gremien: tuple[Gremium, ...] = ()
    takte: tuple[Takt, ...] = ()
    sitze: tuple[Sitz, ...] = ()
    rollen: tuple[Rolle, ...] = ()
    amtszeiten: tuple[Amtszeit, ...] = ()
    sitzungen: tuple[Sitzung, ...] = ()
    teilnahmen: tuple[Teilnahme, ...] = ()
    barrieren: tuple[Barrierefreiheit, ...] = ()
    tops: tuple[Top, ...] = ()
    empfehlungen: tuple[Empfehlung, ...] = ()
    massnahmen: tuple[Massnahme, ...] = ()
    rueckmeldungen: tuple[Rueckmeldung, ...] = ()
    fragen: tuple[Bewertungsfrage, ...] = ()
    bewertungen: tuple[Bewertung, ...] = ()
    rechtsgrundlagen: tuple[Rechtsgrundlage, ...] = ()
    pflichten: tuple[Pflicht, ...] = ()
    nachweise: tuple[Nachweis, ...] = ()
    termine: tuple[Termin, ...] = ()
    widersprueche: tuple[Widerspruch, ...] = ()

    @property
    def leer(self) -> bool:
        """Whether nothing at all is entered."""
        return not any(getattr(self, feld.name) for feld in fields(self))


def fassung(region: str) -> int:
    """How often anything about the Gremien of a region was changed: the key of every cache of them."""
    with sitzung() as s:
        zeile = s.get(Fassung, (region, GREMIEN))
        return zeile.nummer if zeile else 0


def lies(region: str) -> Eintragungen:
    """All rows of a region, in the order in which they are shown."""
    with sitzung() as s:
        gremien = _alle(s, select(Gremium).where(Gremium.region_slug == region).order_by(col(Gremium.reihenfolge)))
        ids = [g.id for g in gremien]
        sitzungen = _alle(
            s, select(Sitzung).where(col(Sitzung.gremium_id).in_(ids)).order_by(col(Sitzung.datum), Sitzung.id)
        )
        am = [z.id for z in sitzungen]
        tops = _alle(s, select(Top).where(col(Top.sitzung_id).in_(am)).order_by(Top.sitzung_id, col(Top.nummer)))
        empfehlungen = _alle(
            s, select(Empfehlung).where(col(Empfehlung.top_id).in_([t.id for t in tops])).order_by(Empfehlung.id)
        )
        aus = [e.id for e in empfehlungen]
        rollen = _alle(s, select(Rolle).where(Rolle.region_slug == region).order_by(Rolle.id))
        fragen = _alle(
            s,
            select(Bewertungsfrage)
            .where(Bewertungsfrage.region_slug == region)
            .order_by(col(Bewertungsfrage.nummer), col(Bewertungsfrage.jahr_von)),
        )
        return Eintragungen(
            vereinbarungen=_alle(
                s, select(Vereinbarung).where(Vereinbarung.region_slug == region).order_by(Vereinbarung.id)
            ),
            organisationen=_alle(
                s, select(Organisation).where(Organisation.region_slug == region).order_by(Organisation.name)
            ),
            bestimmungen=_alle(s, select(Bestimmung).where(Bestimmung.region_slug == region).order_by(Bestimmung.id)),
            gremien=gremien,
            takte=_alle(s, select(Takt).where(col(Takt.gremium_id).in_(ids)).order_by(Takt.gremium_id, col(Takt.rang))),
            sitze=_alle(
                s, select(Sitz).where(col(Sitz.gremium_id).in_(ids)).order_by(Sitz.gremium_id, col(Sitz.reihenfolge))
            ),
            rollen=rollen,
            amtszeiten=_alle(
                s,
                select(Amtszeit)
                .where(col(Amtszeit.rolle_id).in_([r.id for r in rollen]))
                .order_by(Amtszeit.rolle_id, col(Amtszeit.von).nulls_first()),
            ),
            sitzungen=sitzungen,
            teilnahmen=_alle(s, select(Teilnahme).where(col(Teilnahme.sitzung_id).in_(am)).order_by(Teilnahme.id)),
            barrieren=_alle(
                s,
                select(Barrierefreiheit).where(col(Barrierefreiheit.sitzung_id).in_(am)).order_by(Barrierefreiheit.id),
            ),
            tops=tops,
            empfehlungen=empfehlungen,
            massnahmen=_alle(s, select(Massnahme).where(col(Massnahme.empfehlung_id).in_(aus)).order_by(Massnahme.id)),
            rueckmeldungen=_alle(
                s, select(Rueckmeldung).where(col(Rueckmeldung.empfehlung_id).in_(aus)).order_by(Rueckmeldung.id)
            ),
            fragen=fragen,
            bewertungen=_alle(
                s,
                select(Bewertung).where(col(Bewertung.frage_id).in_([f.id for f in fragen])).order_by(Bewertung.id),
            ),
            rechtsgrundlagen=_alle(
                s, select(Rechtsgrundlage).where(Rechtsgrundlage.region_slug == region).order_by(Rechtsgrundlage.id)
            ),
            pflichten=_alle(s, select(Pflicht).where(Pflicht.region_slug == region).order_by(Pflicht.rule)),
            nachweise=_alle(
                s, select(Nachweis).where(Nachweis.region_slug == region).order_by(col(Nachweis.datum), Nachweis.id)
            ),
            termine=_alle(s, select(Termin).where(Termin.region_slug == region).order_by(col(Termin.datum), Termin.id)),
            widersprueche=_alle(
                s, select(Widerspruch).where(Widerspruch.region_slug == region).order_by(Widerspruch.code)
            ),
        )


def _alle(s: Session, frage: SelectOfScalar[T]) -> tuple[T, ...]:
    return tuple(s.exec(frage))
