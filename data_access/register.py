"""The register of areas: what official files say about Länder, Kreise and Gemeinden, and the regions it makes.

Any Kreis (5 digits) or Land (2 digits) whose Gemeinden are known is a region, without Träger and without set-up.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

import dataframely as dy
from sqlalchemy import insert, update
from sqlmodel import Session, col, select

from data_access import abfragen
from data_access.datenbank import sitzung
from data_access.gebietsaenderungen import aenderungen, im_register, teile, vorgaenger
from data_access.importing.gelesen import Register
from models.laender import LAENDER
from models.rahmen import Gebietsregister
from models.tabellen import Gebiet, Region
from models.vokabular import Ebene

_SCHLUESSEL = re.compile(r"\d{2}|\d{5}", re.ASCII)
_STADT: Final = "000"
"""End of the key of a Gemeinde that is its own Kreis."""


def trage_ein(s: Session, register: dy.DataFrame[Gebietsregister], verzeichnis: bool) -> int:
    """Enter areas; the number of new ones.

    `verzeichnis`: the file lists all Gemeinden of its Kreise (Gemeindeverzeichnis). Then it is right about names and
    areas, and Gemeinden that it no longer has are closed, unless the register is newer or a region would lose a
    Gemeinde without a known successor. Other files only add Kreise of which no Gemeinde is known yet.
    """
    alle = list(s.exec(select(Gebiet)))
    alte = {g.ags: g for g in alle if g.gueltig_bis is None}
    staende: dict[str, date] = defaultdict(lambda: date.min)
    for g in alte.values():
        if g.kreis_ags:
            staende[g.kreis_ags] = max(staende[g.kreis_ags], g.gueltig_von)
    eingerichtet = set(s.exec(select(Region.kreis_ags)))
    neu: list[dict[str, Any]] = []
    for zeile in _mit_kreisen(register.to_dicts()):
        kreis = zeile["ags"][:5] if zeile["ebene"] == Ebene.GEMEINDE else None
        alt = alte.get(zeile["ags"])
        massgeblich = verzeichnis and (kreis is None or zeile["gueltig_von"] >= staende[kreis])
        if alt is None:
            if kreis is None or massgeblich or kreis not in staende:
                neu.append({**zeile, "kreis_ags": kreis, "land_ags": zeile["ags"][:2], "gueltig_bis": None})
        elif massgeblich and not zeile.get("ersatz"):
            _gleiche_an(alt, zeile, name_bleibt=zeile["ags"][:5] in eingerichtet)
    zuvor = {(g.ags, g.gueltig_von) for g in alle}
    einfuegen = [{k: w for k, w in z.items() if k != "ersatz"} for z in neu]
    einfuegen = [z for z in einfuegen if (z["ags"], z["gueltig_von"]) not in zuvor]
    if einfuegen:
        s.execute(insert(Gebiet), einfuegen)
    if verzeichnis:
        _schliesse(s, register, alte, staende, eingerichtet)
    return len(einfuegen)


def _mit_kreisen(zeilen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows, with stand-ins for Kreise and Länder that the file has Gemeinden of but does not name."""
    genannt = {z["ags"]: z for z in zeilen}
    ersatz: dict[str, dict[str, Any]] = {}
    for z in zeilen:
        for laenge in (2, 5):
            ags = z["ags"][:laenge]
            # Areas without a Gemeinde may belong to no Kreis, such as the river shared with Luxemburg.
            fehlt = len(z["ags"]) > laenge and ags not in genannt and ags not in ersatz
            if fehlt and not z["gemeindefrei"]:
                stadt = genannt.get(f"{ags}{_STADT}")
                name = LAENDER[ags] if laenge == 2 else stadt["name"] if stadt else f"Kreis {ags}"
                ebene = Ebene.LAND if laenge == 2 else Ebene.KREIS
                eigen = {"ags": ags, "ars": ags, "ebene": ebene.value, "name": name, "name_amtlich": name}
                leer = {"flaeche_km2": None, "gemeindefrei": False, "gueltig_von": z["gueltig_von"], "ersatz": True}
                ersatz[ags] = eigen | leer
    return [*ersatz.values(), *zeilen]


def _gleiche_an(alt: Gebiet, zeile: dict[str, Any], *, name_bleibt: bool) -> None:
    """Correct a known area. The name shown changes only with the official one, and never in a region that is set up:
    there it is a short form of choice."""
    if not name_bleibt and alt.name_amtlich != zeile["name_amtlich"]:
        alt.name = zeile["name"]
    alt.name_amtlich, alt.ars = zeile["name_amtlich"], zeile["ars"]
    alt.flaeche_km2 = zeile["flaeche_km2"] or alt.flaeche_km2
    alt.gemeindefrei = zeile["gemeindefrei"]


def _schliesse(
    s: Session,
    register: dy.DataFrame[Gebietsregister],
    alte: dict[str, Gebiet],
    staende: dict[str, date],
    eingerichtet: set[str],
) -> None:
    """Close Gemeinden that a directory of their Kreis no longer lists."""
    genannt = set(register["ags"])
    kreise = {ags[:5] for ags in genannt if len(ags) == 8}
    tag = register["gueltig_von"].max()
    nachfolge = {a.alt_ags: a.datum for a in aenderungen()}
    for alt in alte.values():
        kreis = alt.kreis_ags
        if kreis is None or kreis not in kreise or alt.ags in genannt or not isinstance(tag, date):
            continue
        if tag < staende[kreis] or (kreis in eingerichtet and alt.ags not in nachfolge):
            continue
        ende = nachfolge.get(alt.ags, tag) - timedelta(days=1)
        s.execute(update(Gebiet).where(col(Gebiet.id) == alt.id).values(gueltig_bis=max(ende, alt.gueltig_von)))


def amtliche_flaechen() -> dict[str, float]:
    """Official km² by key."""
    with sitzung() as s:
        frage = select(Gebiet.ags, Gebiet.flaeche_km2).where(col(Gebiet.gueltig_bis).is_(None))
        return {ags: km2 for ags, km2 in s.exec(frage) if km2}


def dateiregister() -> Register:
    """The areas that files are checked against."""
    gemeinden, alle = abfragen.alle_gemeinden(), aenderungen()
    zusammen = im_register(teile(alle), {g.ags for g in gemeinden if g.gueltig_bis is None})
    return Register(
        frozenset(g.ags for g in gemeinden),
        frozenset(g.kreis_ags for g in gemeinden if g.kreis_ags),
        amtliche_flaechen(),
        {a.alt_ags: a.satz for a in alle},
        frozenset(g.ags for g in gemeinden if g.gueltig_bis),
        frozenset(r.kreis_ags for r in abfragen.regionen()),
        frozenset(vorgaenger(zusammen, zusammen)),
    )


def finde_im_register(schluessel: str) -> Region | None:
    """The Kreis or Land with this key as a region that nobody set up; None if it or its Gemeinden are not known."""
    if not _SCHLUESSEL.fullmatch(schluessel):
        return None
    with sitzung() as s:
        gebiet = s.exec(select(Gebiet).where(Gebiet.ags == schluessel, col(Gebiet.gueltig_bis).is_(None))).first()
        bekannt = schluessel in _mit_gemeinden(s)
    return als_region(gebiet.ags, gebiet.name) if gebiet is not None and bekannt else None


def _mit_gemeinden(s: Session) -> set[str]:
    """Kreise whose Gemeinden are known, and Länder all of whose known Kreise are such: a part of a Land is no Land."""
    frage = select(Gebiet.ags).where(col(Gebiet.gueltig_bis).is_(None), Gebiet.ebene == Ebene.KREIS)
    alle = set(s.exec(frage))
    kreise = {k for k in s.exec(select(Gebiet.kreis_ags).where(Gebiet.ebene == Ebene.GEMEINDE).distinct()) if k}
    return kreise | ({kreis[:2] for kreis in kreise} - {kreis[:2] for kreis in alle - kreise})


def weitere_regionen() -> list[Region]:
    """Every Kreis and Land of the register whose Gemeinden are known and that is not set up: Länder first, by name."""
    with sitzung() as s:
        bekannt = _mit_gemeinden(s)
        eingerichtet = set(s.exec(select(Region.kreis_ags)))
        gebiete = s.exec(
            select(Gebiet.ags, Gebiet.name).where(
                col(Gebiet.ebene).in_((Ebene.LAND, Ebene.KREIS)), col(Gebiet.gueltig_bis).is_(None)
            )
        ).all()
    passend = [(ags, name) for ags, name in gebiete if ags in bekannt and ags not in eingerichtet]
    return [als_region(ags, name) for ags, name in sorted(passend, key=lambda g: (len(g[0]), g[1], g[0]))]


def als_region(ags: str, name: str) -> Region:
    """A region that is not stored: its key is its slug, it has no Träger and no Einteilung."""
    return Region(
        slug=ags,
        name=name,
        kreis_ags=ags,
        traeger_id="",
        feinste_ebene=Ebene.KREIS if len(ags) == 2 else Ebene.GEMEINDE,
        reihenfolge=1000,
    )


def verschiedene(regionen: Iterable[Region]) -> dict[str, str]:
    """Slug -> name for a list to choose from; a name that occurs twice gets its key."""
    liste = list(regionen)
    namen = [r.name for r in liste]
    return {r.slug: r.name if namen.count(r.name) == 1 else f"{r.name} ({r.kreis_ags})" for r in liste}
