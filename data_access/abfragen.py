"""What the reading side asks the main database: regions, areas, population, Freigaben, their Fassung."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import dataframely as dy
import polars as pl
from sqlalchemy import and_
from sqlmodel import col, select

from data_access import gebietsaenderungen
from data_access.datenbank import lies_rahmen, sitzung
from models.rahmen import Einwohnerbestand, Zuordnung
from models.tabellen import (
    Arbeitsprozess,
    Auftrag,
    Einteilung,
    Fassung,
    Freigabe,
    Gebiet,
    Lieferung,
    Planungsraum,
    PlanungsraumGemeinde,
    Region,
    Traeger,
)
from models.vokabular import Ebene, Lieferungsstand

EINTEILUNGEN = "einteilungen"
"""Subject of the Fassung that counts changes of Einteilungen."""

MERKMALE = "merkmale"
"""Subject of the Fassung that counts changes of context figures."""

GRENZEN = "grenzen"
"""Subject of the Fassung that counts changes of boundaries, of the register of areas and of its changes."""

GREMIEN = "gremien"
"""Subject of the Fassung that counts changes of Gremien. No cube depends on it: `stand` leaves it out."""

LAENGE_LAND = 2
"""Digits of the keys of Länder and Gemeinden."""

ALLE_REGIONEN = "*"
"""In place of a region in the Fassung of subjects that concern every region (population, context, boundaries)."""


@dataclass(frozen=True)
class Stand:
    """What is in force for a region at this moment: the key of every cache."""

    region: str
    nummern: tuple[tuple[str, int], ...]
    freigaben: tuple[tuple[str, str], ...]


def regionen() -> list[Region]:
    """All regions of the installation in their order."""
    with sitzung() as s:
        return list(s.exec(select(Region).order_by(col(Region.reihenfolge), col(Region.slug))))


def region(slug: str) -> Region | None:
    """One region as it is at this moment."""
    with sitzung() as s:
        return s.get(Region, slug)


def traeger(region: Region) -> Traeger | None:
    """The Träger of a region; None for a Kreis or Land that nobody set up."""
    with sitzung() as s:
        return s.get(Traeger, region.traeger_id)


def stand(region: str) -> Stand:
    """The Fassung in force: one indexed read at the start of each script run."""
    with sitzung() as s:
        zeilen = s.exec(
            select(Fassung)
            .where(col(Fassung.region_slug).in_((region, ALLE_REGIONEN)), Fassung.gegenstand != GREMIEN)
            .order_by(Fassung.gegenstand, Fassung.region_slug)
        ).all()
    return Stand(
        region,
        tuple((z.gegenstand, z.nummer) for z in zeilen),
        tuple((z.gegenstand, z.freigabe_id) for z in zeilen if z.freigabe_id),
    )


def freigaben(ids: Sequence[str]) -> list[Freigabe]:
    """The Freigaben with these ids."""
    with sitzung() as s:
        return list(s.exec(select(Freigabe).where(col(Freigabe.id).in_(ids)).order_by(Freigabe.grundzahl)))


def alle_freigaben(region: str | None = None) -> list[Freigabe]:
    """All Freigaben ever, newest first; withdrawn ones included."""
    frage = select(Freigabe).order_by(col(Freigabe.veroeffentlicht_am).desc(), Freigabe.grundzahl)
    if region:
        frage = frage.where(Freigabe.region_slug == region)
    with sitzung() as s:
        return list(s.exec(frage))


def gemeinden(kreis_ags: str) -> list[Gebiet]:
    """The Gemeinden (and gemeindefreie Gebiete) of a Kreis (5 digits) or Land (2 digits) by AGS."""
    eltern = Gebiet.land_ags if len(kreis_ags) == LAENGE_LAND else Gebiet.kreis_ags
    with sitzung() as s:
        return list(
            s.exec(
                select(Gebiet)
                .where(
                    eltern == kreis_ags,
                    Gebiet.ebene == Ebene.GEMEINDE,
                    col(Gebiet.gueltig_bis).is_(None),
                )
                .order_by(Gebiet.ags)
            )
        )


def alle_gemeinden() -> list[Gebiet]:
    """Every Gemeinde the installation knows: the register that files are checked against."""
    with sitzung() as s:
        return list(s.exec(select(Gebiet).where(Gebiet.ebene == Ebene.GEMEINDE)))


def einteilungen(region: str) -> list[Einteilung]:
    """The Einteilungen of a region, the current ones first."""
    with sitzung() as s:
        return list(
            s.exec(
                select(Einteilung)
                .where(Einteilung.region_slug == region)
                .order_by(col(Einteilung.gueltig_von).desc(), Einteilung.id)
            )
        )


def region_des_raums(planungsraum: str) -> str | None:
    """Slug of the region that has a Planungsraum of this id in any of its Einteilungen."""
    frage = (
        select(Einteilung.region_slug)
        .join(Planungsraum, col(Planungsraum.einteilung_id) == Einteilung.id)
        .where(Planungsraum.id == planungsraum)
        .limit(1)
    )
    with sitzung() as s:
        return s.exec(frage).first()


def zuordnung(region: Region, ebene: str, einteilung: str | None = None) -> dy.DataFrame[Zuordnung]:
    """Which Gemeinde belongs to which area of `ebene` (Einteilung: the Haupteinteilung if none is named)."""
    orte = gemeinden(region.kreis_ags)
    if len(region.kreis_ags) == LAENGE_LAND and ebene == Ebene.KREIS:
        namen = gebietsnamen({g.ags[:5] for g in orte})
        zeilen = [(g.ags, g.ags[:5], namen.get(g.ags[:5], f"Kreis {g.ags[:5]}")) for g in orte]
    elif ebene in (Ebene.KREIS, Ebene.LAND):
        zeilen = [(g.ags, region.kreis_ags, region.name) for g in orte]
    elif ebene == Ebene.GEMEINDE:
        zeilen = [(g.ags, g.ags, g.name) for g in orte]
    else:
        with sitzung() as s:
            zeilen = list(
                s.exec(
                    select(PlanungsraumGemeinde.ags, Planungsraum.id, Planungsraum.name)
                    .join(
                        Planungsraum,
                        and_(
                            col(Planungsraum.id) == PlanungsraumGemeinde.planungsraum_id,
                            col(Planungsraum.einteilung_id) == PlanungsraumGemeinde.einteilung_id,
                        ),
                    )
                    .where(PlanungsraumGemeinde.einteilung_id == (einteilung or region.haupteinteilung_id))
                    .order_by(Planungsraum.id, PlanungsraumGemeinde.ags)
                )
            )
    return Zuordnung.validate(pl.DataFrame(zeilen, schema=["ags", "gebiet", "name"], orient="row"), cast=True)


def gebietsnamen(schluessel: Collection[str]) -> dict[str, str]:
    """Names of the areas with these keys that exist."""
    with sitzung() as s:
        frage = select(Gebiet.ags, Gebiet.name).where(
            col(Gebiet.ags).in_(schluessel), col(Gebiet.gueltig_bis).is_(None)
        )
        return dict(s.exec(frage).all())


def einwohner(kreis_ags: str) -> dy.DataFrame[Einwohnerbestand]:
    """Population of a Kreis or Land, by Kreis and by Gemeinde, out of every Lieferung that was not taken back.

    Figures of dissolved Gemeinden are added up to their successor, if the register has it.
    """
    zusammen, beginne = vorgeschichte(kreis_ags)
    roh = pl.concat([_einwohner(beginn) for beginn in beginne])
    return Einwohnerbestand.validate(gebietsaenderungen.auf_neuen_stand(roh, zusammen, "anzahl"), cast=True)


def vorgeschichte(kreis_ags: str) -> tuple[dict[str, tuple[gebietsaenderungen.Teil, ...]], tuple[str, ...]]:
    """What the Gemeinden of a Kreis or Land are made of, and how the keys of all their figures begin."""
    zusammen = gebietsaenderungen.im_register(
        gebietsaenderungen.teile(gebietsaenderungen.aenderungen()), {g.ags for g in gemeinden(kreis_ags)}
    )
    # A dissolved Gemeinde may have lain in another Kreis.
    fremde = {a for a in gebietsaenderungen.vorgaenger(zusammen, zusammen) if not a.startswith(kreis_ags)}
    return zusammen, (kreis_ags, *sorted(fremde))


def _einwohner(beginn: str) -> pl.DataFrame:
    """Rows of the population table whose key begins so; a range, so that the index is used."""
    roh = lies_rahmen(
        "SELECT e.ags, e.stichtag, e.alter_von, e.alter_bis, e.geschlecht, e.anzahl, e.basis, l.nummer "
        "FROM einwohner e JOIN lieferung l ON l.id = e.lieferung_id "
        "WHERE e.ags >= :von AND e.ags < :bis AND l.stand = :stand",
        von=beginn,
        bis=f"{beginn}:",
        stand=Lieferungsstand.GESPEICHERT.value,
    )
    # SQLite gives dates as text and columns without a value without a type.
    return roh.with_columns(pl.col("stichtag").cast(pl.String).str.to_date()).cast(
        {name: spalte.dtype for name, spalte in Einwohnerbestand.columns().items()}
    )


def lieferungen() -> list[Lieferung]:
    """All Lieferungen, newest first."""
    with sitzung() as s:
        return list(s.exec(select(Lieferung).order_by(col(Lieferung.nummer).desc())))


def lieferung_mit_pruefsumme(sha256: str, art: str) -> Lieferung | None:
    """A stored Lieferung of exactly this file, if there is one."""
    with sitzung() as s:
        return s.exec(
            select(Lieferung).where(
                Lieferung.sha256 == sha256,
                Lieferung.art == art,
                Lieferung.stand == Lieferungsstand.GESPEICHERT,
            )
        ).first()


def auftraege(anzahl: int = 20) -> list[Auftrag]:
    """The newest jobs."""
    with sitzung() as s:
        return list(s.exec(select(Auftrag).order_by(col(Auftrag.id).desc()).limit(anzahl)))


def auftrag(nummer: int) -> Auftrag | None:
    """One job."""
    with sitzung() as s:
        return s.get(Auftrag, nummer)


def arbeitsprozess() -> Arbeitsprozess | None:
    """The last heartbeat of a worker, if there ever was one."""
    with sitzung() as s:
        return s.get(Arbeitsprozess, 1)


def neuester_stand() -> str:
    """Day of the newest Freigabe for `/health`, empty without one. Fails if the database does not answer."""
    with sitzung() as s:
        letzte = s.exec(select(Freigabe).order_by(col(Freigabe.veroeffentlicht_am).desc()).limit(1)).first()
    return letzte.veroeffentlicht_am.date().isoformat() if letzte else ""
