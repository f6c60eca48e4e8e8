"""What everybody can know of one Stichtag of a region: published cubes and how they hang together, as `Wissen`.

Every statement here is a public fact or follows from the published rules of the rounding (design.md 2): nothing is
taken from the truth, except which cells did not change, where an insider would know it.
"""

from collections.abc import Mapping
from datetime import date

import dataframely as dy
import polars as pl

from analysis.geheimhaltung.angriff import ENDLOS, Wissen, Ziel
from analysis.geheimhaltung.fakten import (
    Fall,
    is_same,
    learn_cells,
    learn_eckwerte,
    learn_gliederung,
    learn_margins,
    margins,
)
from analysis.geheimhaltung.oeffentliches import Oeffentliches, Zelle
from analysis.geheimhaltung.summen import summiere
from models.grundzahlen import GETRENNT, TEILMENGEN
from models.rahmen import Wuerfel, Zuordnung
from models.vokabular import UEBRIGE


def gather(oeffentlich: Oeffentliches, tag: date, wahrheit_bekannt: bool) -> tuple[Wissen, list[Ziel]]:
    """What an attacker knows of one Stichtag, and what he must not find out.

    Cells of two cubes of the same Grundzahl are the same unknown where their shown value is the same, or, with
    `wahrheit_bekannt`, where their truth did not change; always, where the whole Stichtag rests on the same truth.
    Raises `Widerspruch` if that cannot be.
    """
    wissen, ziele, faelle = Wissen(), dict[tuple[object, ...], int](), list[Fall]()
    for nummer, v in enumerate(oeffentlich.wuerfel):
        gezeigt = v.zellen(tag)
        if not gezeigt:
            continue
        fall = Fall(nummer, v, gezeigt, {}, v.wahre_zellen(tag))
        fruehere = [f for f in faelle if (f.v.kreis, f.v.grundzahl) == (v.kreis, v.grundzahl)]
        for zelle in gezeigt:
            vorbild = next((f for f in reversed(fruehere) if is_same(f, fall, zelle, tag, wahrheit_bekannt)), None)
            fall.namen[zelle] = vorbild.namen[zelle] if vorbild else (nummer, *zelle)
        faelle.append(fall)
        learn_cells(wissen, ziele, fall, tag)
        learn_margins(wissen, ziele, fall, tag)
        if fruehere:
            _link_coarser(wissen, fruehere[-1], fall, tag, wahrheit_bekannt)
        learn_eckwerte(wissen, fall, v.angaben.eckwerte, tag)
        learn_gliederung(wissen, ziele, fall, fruehere, tag, wahrheit_bekannt)
    neueste = {(f.v.kreis, f.v.grundzahl): f for f in faelle}
    _link_subsets(wissen, neueste)
    _link_flows(wissen, neueste)
    for fall in neueste.values():
        _learn_views(wissen, fall, oeffentlich.einteilungen, tag)
        learn_eckwerte(wissen, fall, [e for grundzahl, e in oeffentlich.eckwerte if grundzahl == fall.v.grundzahl], tag)
    return wissen, [Ziel(name, k) for name, k in ziele.items()]


def _link_coarser(wissen: Wissen, alt: Fall, neu: Fall, tag: date, wahrheit_bekannt: bool) -> None:
    """Two cubes that name other Kreise: where the truth is the same, so are the sums over what one of them joins."""
    gemeinsam = set(alt.v.angaben.weitere) & set(neu.v.angaben.weitere)
    if set(alt.v.angaben.weitere) == set(neu.v.angaben.weitere):
        return

    def grob(fall: Fall) -> dict[Zelle, list[Zelle]]:
        gruppen: dict[Zelle, list[Zelle]] = {}
        for zelle in fall.gezeigt:
            h, z = (o if o in fall.v.angaben.gemeinden or o in gemeinsam or o == "-" else UEBRIGE for o in zelle)
            gruppen.setdefault((h, z), []).append(zelle)
        return gruppen

    alte, neue = grob(alt), grob(neu)
    for stelle in (s for s in alte if s in neue and UEBRIGE in s):
        if wahrheit_bekannt:
            if alt.wahr is None or neu.wahr is None:
                continue
            gleich = sum(alt.wahr.get(z, 0) for z in alte[stelle]) == sum(neu.wahr.get(z, 0) for z in neue[stelle])
        else:
            gleich = sum(alt.gezeigt[z] for z in alte[stelle]) == sum(neu.gezeigt[z] for z in neue[stelle])
        if gleich:
            wissen.learn_sum([alt.namen[z] for z in alte[stelle]], [neu.namen[z] for z in neue[stelle]])


def _link_subsets(wissen: Wissen, neueste: Mapping[tuple[str, str], Fall]) -> None:
    """Persons of one Grundzahl are all among those of another: cell by cell where both have it, else by margin."""
    for (kreis, klein), fall in neueste.items():
        gross = neueste.get((kreis, TEILMENGEN.get(klein, "")))
        if gross is None:
            continue
        gleiche_orte = set(fall.v.angaben.weitere) == set(gross.v.angaben.weitere)
        for zelle, name in fall.namen.items():
            if zelle in gross.namen and (gleiche_orte or UEBRIGE not in zelle):
                wissen.learn_sum([name], [gross.namen[zelle]], -ENDLOS, 0)
        for prinzip, gebiet, _ in margins(fall):
            if (gross.nummer, prinzip, gebiet) in wissen:
                wissen.learn_sum([(fall.nummer, prinzip, gebiet)], [(gross.nummer, prinzip, gebiet)], -ENDLOS, 0)
    for gruppe in GETRENNT:
        eltern = {TEILMENGEN.get(g) for g in gruppe}
        for kreis in {k for k, _ in neueste}:
            teile = [neueste[kreis, g] for g in sorted(gruppe) if (kreis, g) in neueste]
            gross = neueste.get((kreis, next(iter(eltern)) or "")) if len(eltern) == 1 else None
            if gross is None or len(teile) < len(gruppe) - 1:
                continue
            for prinzip, gebiet, _ in margins(gross):
                namen = [(t.nummer, prinzip, gebiet) for t in teile if (t.nummer, prinzip, gebiet) in wissen]
                wissen.learn_sum(namen, [(gross.nummer, prinzip, gebiet)], -ENDLOS, 0)


def _link_flows(wissen: Wissen, neueste: Mapping[tuple[str, str], Fall]) -> None:
    """A flow between two regions stands in both cubes: the same persons."""
    for (kreis, grundzahl), hier in neueste.items():
        for (anderer, dieselbe), dort in neueste.items():
            if kreis == anderer or grundzahl != dieselbe:
                continue
            hinaus = [n for (h, z), n in hier.namen.items() if z == anderer and h in hier.v.angaben.gemeinden]
            herein = [n for (h, z), n in dort.namen.items() if h == kreis and z in dort.v.angaben.gemeinden]
            if hinaus and herein:
                wissen.learn_sum(hinaus, herein)


def _learn_views(wissen: Wissen, fall: Fall, einteilungen: Mapping[str, dy.DataFrame[Zuordnung]], tag: date) -> None:
    """The bounds that every screen and export shows, by every cut of the region."""
    am_tag = Wuerfel.validate(fall.v.wuerfel.filter(pl.col("stichtag") == tag))
    for zuordnung in einteilungen.values():
        glieder = dict(zuordnung.group_by("gebiet").agg("ags").select("gebiet", "ags").iter_rows())
        for prinzip in fall.v.angaben.raumprinzipien:
            for zeile in summiere(am_tag, fall.v.angaben, zuordnung, prinzip).iter_rows(named=True):
                namen = [(fall.nummer, prinzip, ags) for ags in glieder[zeile["gebiet"]]]
                wissen.learn_sum(namen, (), zeile["von"], zeile["bis"])
