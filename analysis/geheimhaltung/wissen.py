"""What everybody can know of one Stichtag of a region: published cubes and how they hang together, as `Wissen`.

Every statement here is a public fact or follows from the published rules of the rounding (design.md 2): nothing is
taken from the truth, except which cells did not change, where an insider would know it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import dataframely as dy
import polars as pl

from analysis.geheimhaltung.angriff import ENDLOS, Wissen, Ziel
from analysis.geheimhaltung.summen import summiere, zellspanne
from models.grundzahlen import GETRENNT, TEILMENGEN
from models.rahmen import Gliederungswuerfel, Wahrwerte, Wuerfel, Zuordnung
from models.schutz import Eckwert, Schutzangaben
from models.vokabular import UEBRIGE, Raumprinzip

Zelle = tuple[str, str]
"""Herkunft, Leistungsort."""


@dataclass(frozen=True)
class Veroeffentlichung:
    """One cube that is or was public, with what is known about it.

    `kreis`: key of the region. `wahrheiten`: Stichtag -> keyed checksum of the truth. `wahr`: the truth itself, only on
    the raw side, and only to tell which cells did not change between two of them.
    """

    kreis: str
    grundzahl: str
    wuerfel: dy.DataFrame[Wuerfel]
    angaben: Schutzangaben
    wahrheiten: Mapping[date, str] = field(default_factory=dict)
    gliederung: dy.DataFrame[Gliederungswuerfel] | None = None
    wahr: dy.DataFrame[Wahrwerte] | None = None

    def zellen(self, tag: date) -> dict[Zelle, int]:
        """Shown cells of a Stichtag; empty if the cube does not have it."""
        teil = self.wuerfel.filter(pl.col("stichtag") == tag)
        return {(h, z): wert for h, z, wert in teil.select("herkunft", "leistungsort", "wert").iter_rows()}

    def wahre_zellen(self, tag: date) -> dict[Zelle, int] | None:
        """True cells of a Stichtag, those of 0 left out; None outside the raw side."""
        if self.wahr is None:
            return None
        teil = self.wahr.filter(pl.col("stichtag") == tag)
        return {(h, z): n for h, z, n in teil.select("herkunft", "leistungsort", "anzahl").iter_rows()}


@dataclass(frozen=True)
class Oeffentliches:
    """All that is public about Grundzahlen that hang together: cubes from the oldest to the newest of each Grundzahl.

    `einteilungen`: every cut of the region that is shown. `eckwerte`: (Grundzahl, public figure).
    """

    wuerfel: Sequence[Veroeffentlichung]
    einteilungen: Mapping[str, dy.DataFrame[Zuordnung]] = field(default_factory=dict)
    eckwerte: Sequence[tuple[str, Eckwert]] = ()

    @property
    def stichtage(self) -> list[date]:
        """Stichtage of all cubes, oldest first."""
        return sorted({tag for v in self.wuerfel for tag in v.wuerfel["stichtag"].unique()})


@dataclass
class _Fall:
    """One cube at one Stichtag, with the name of the unknown behind each of its cells."""

    nummer: int
    v: Veroeffentlichung
    gezeigt: dict[Zelle, int]
    namen: dict[Zelle, tuple[object, ...]]
    wahr: dict[Zelle, int] | None


def gather(oeffentlich: Oeffentliches, tag: date, wahrheit_bekannt: bool) -> tuple[Wissen, list[Ziel]]:
    """What an attacker knows of one Stichtag, and what he must not find out.

    Cells of two cubes of the same Grundzahl are the same unknown where their shown value is the same, or, with
    `wahrheit_bekannt`, where their truth did not change; always, where the whole Stichtag rests on the same truth.
    Raises `Widerspruch` if that cannot be.
    """
    wissen, ziele, faelle = Wissen(), dict[tuple[object, ...], int](), list[_Fall]()
    for nummer, v in enumerate(oeffentlich.wuerfel):
        gezeigt = v.zellen(tag)
        if not gezeigt:
            continue
        fall = _Fall(nummer, v, gezeigt, {}, v.wahre_zellen(tag))
        fruehere = [f for f in faelle if (f.v.kreis, f.v.grundzahl) == (v.kreis, v.grundzahl)]
        for zelle in gezeigt:
            vorbild = next((f for f in reversed(fruehere) if _is_same(f, fall, zelle, tag, wahrheit_bekannt)), None)
            fall.namen[zelle] = vorbild.namen[zelle] if vorbild else (nummer, *zelle)
        faelle.append(fall)
        _learn_cells(wissen, ziele, fall)
        _learn_margins(wissen, ziele, fall)
        if fruehere:
            _link_coarser(wissen, fruehere[-1], fall, tag, wahrheit_bekannt)
        _learn_eckwerte(wissen, fall, v.angaben.eckwerte, tag)
        _learn_gliederung(wissen, ziele, fall, tag)
    neueste = {(f.v.kreis, f.v.grundzahl): f for f in faelle}
    _link_subsets(wissen, neueste)
    _link_flows(wissen, neueste)
    for fall in neueste.values():
        _learn_views(wissen, fall, oeffentlich.einteilungen, tag)
        _learn_eckwerte(
            wissen, fall, [e for grundzahl, e in oeffentlich.eckwerte if grundzahl == fall.v.grundzahl], tag
        )
    return wissen, [Ziel(name, k) for name, k in ziele.items()]


def _is_same(alt: _Fall, neu: _Fall, zelle: Zelle, tag: date, wahrheit_bekannt: bool) -> bool:
    """Whether a cell of two cubes is taken for the same number of persons."""
    if zelle not in alt.gezeigt or (UEBRIGE in zelle and set(alt.v.angaben.weitere) != set(neu.v.angaben.weitere)):
        return False
    summen = alt.v.wahrheiten.get(tag), neu.v.wahrheiten.get(tag)
    if summen[0] is not None and summen[0] == summen[1]:
        return True
    if wahrheit_bekannt:
        return alt.wahr is not None and neu.wahr is not None and alt.wahr.get(zelle, 0) == neu.wahr.get(zelle, 0)
    return alt.gezeigt[zelle] == neu.gezeigt[zelle]


def _learn_cells(wissen: Wissen, ziele: dict[tuple[object, ...], int], fall: _Fall) -> None:
    angaben = fall.v.angaben
    for zelle, wert in fall.gezeigt.items():
        von, bis = zellspanne(wert, angaben)
        # A large cell is moved only if it is large enough to stay above the threshold: low ones were never lower.
        unmoved_below = angaben.schwelle < wert <= angaben.schwelle + angaben.c
        wissen.learn(fall.namen[zelle], wert if unmoved_below else von, bis)
        if wert in (0, angaben.k):
            ziele[fall.namen[zelle]] = max(angaben.k, ziele.get(fall.namen[zelle], 0))


def _margins(fall: _Fall) -> Iterator[tuple[str, str, list[Zelle]]]:
    """Bounded margins: Raumprinzip, area, its cells."""
    angaben = fall.v.angaben
    raeume: dict[str, set[str]] = {}
    for ags, raum in angaben.raeume.items():
        raeume.setdefault(f"raum {raum}", set()).add(ags)
    gebiete = {**{ags: {ags} for ags in angaben.gemeinden}, **raeume, fall.v.kreis: set(angaben.gemeinden)}
    for ende, prinzip in enumerate(Raumprinzip):
        if prinzip.value in angaben.raumprinzipien:
            for gebiet, glieder in gebiete.items():
                yield prinzip.value, gebiet, [zelle for zelle in fall.gezeigt if zelle[ende] in glieder]


def _learn_margins(wissen: Wissen, ziele: dict[tuple[object, ...], int], fall: _Fall) -> None:
    """Every Gemeinde, Planungsraum of the Haupteinteilung and Kreis is within k-1 of what is shown, or exact."""
    angaben = fall.v.angaben
    for prinzip, gebiet, zellen in _margins(fall):
        summe, name = sum(fall.gezeigt[z] for z in zellen), (fall.nummer, prinzip, gebiet)
        ist_kreis = gebiet == fall.v.kreis
        spiel = 0 if ist_kreis and angaben.eckwerte_exakt else angaben.k - 1
        wissen.learn(name, max(0, summe - spiel), summe + spiel)
        wissen.learn_sum([fall.namen[z] for z in zellen], [name])
        if gebiet in angaben.gemeinden and summe < 2 * angaben.k:
            ziele[name] = angaben.k
        gross = [z for z in zellen if fall.gezeigt[z] > angaben.schwelle]
        if angaben.c and gross:  # together they carry at most k-1 (`rundung`)
            stand = sum(fall.gezeigt[z] for z in gross)
            wissen.learn_sum([fall.namen[z] for z in gross], (), stand - angaben.k + 1, stand + angaben.k - 1)


def _link_coarser(wissen: Wissen, alt: _Fall, neu: _Fall, tag: date, wahrheit_bekannt: bool) -> None:
    """Two cubes that name other Kreise: where the truth is the same, so are the sums over what one of them joins."""
    gemeinsam = set(alt.v.angaben.weitere) & set(neu.v.angaben.weitere)
    if set(alt.v.angaben.weitere) == set(neu.v.angaben.weitere):
        return

    def grob(fall: _Fall) -> dict[Zelle, list[Zelle]]:
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


def _learn_gliederung(wissen: Wissen, ziele: dict[tuple[object, ...], int], fall: _Fall, tag: date) -> None:
    """The same persons by age and sex: cells with their ranges, margins within k-1, together the Kreis."""
    teil, wuerfel = fall.v.angaben.gliederung, fall.v.gliederung
    if teil is None or wuerfel is None:
        return
    spannen = Schutzangaben(teil.k, teil.c, True, (), (), {}, tuple(p.value for p in Raumprinzip))
    zellen = {(a, g): wert for t, a, g, wert in wuerfel.iter_rows() if t == tag}
    for (alter, geschlecht), wert in zellen.items():
        name = (fall.nummer, "gliederung", alter, geschlecht)
        wissen.learn(name, *zellspanne(wert, spannen))
        if wert in (0, teil.k):
            ziele[name] = teil.k
    for ende, werte in enumerate((teil.altersgruppen, teil.geschlechter)):
        for wert in werte if len(werte) > 1 else ():
            glieder = [z for z in zellen if z[ende] == wert]
            summe = sum(zellen[z] for z in glieder)
            namen = [(fall.nummer, "gliederung", *z) for z in glieder]
            wissen.learn_sum(namen, (), summe - teil.k + 1, summe + teil.k - 1)
    if zellen:
        wissen.learn_sum(
            [(fall.nummer, "gliederung", *z) for z in zellen], [(fall.nummer, teil.raumprinzip, fall.v.kreis)]
        )


def _link_subsets(wissen: Wissen, neueste: Mapping[tuple[str, str], _Fall]) -> None:
    """Persons of one Grundzahl are all among those of another: cell by cell where both have it, else by margin."""
    for (kreis, klein), fall in neueste.items():
        gross = neueste.get((kreis, TEILMENGEN.get(klein, "")))
        if gross is None:
            continue
        gleiche_orte = set(fall.v.angaben.weitere) == set(gross.v.angaben.weitere)
        for zelle, name in fall.namen.items():
            if zelle in gross.namen and (gleiche_orte or UEBRIGE not in zelle):
                wissen.learn_sum([name], [gross.namen[zelle]], -ENDLOS, 0)
        for prinzip, gebiet, _ in _margins(fall):
            if (gross.nummer, prinzip, gebiet) in wissen:
                wissen.learn_sum([(fall.nummer, prinzip, gebiet)], [(gross.nummer, prinzip, gebiet)], -ENDLOS, 0)
    for gruppe in GETRENNT:
        eltern = {TEILMENGEN.get(g) for g in gruppe}
        for kreis in {k for k, _ in neueste}:
            teile = [neueste[kreis, g] for g in sorted(gruppe) if (kreis, g) in neueste]
            gross = neueste.get((kreis, next(iter(eltern)) or "")) if len(eltern) == 1 else None
            if gross is None or len(teile) < len(gruppe) - 1:
                continue
            for prinzip, gebiet, _ in _margins(gross):
                namen = [(t.nummer, prinzip, gebiet) for t in teile if (t.nummer, prinzip, gebiet) in wissen]
                wissen.learn_sum(namen, [(gross.nummer, prinzip, gebiet)], -ENDLOS, 0)


def _link_flows(wissen: Wissen, neueste: Mapping[tuple[str, str], _Fall]) -> None:
    """A flow between two regions stands in both cubes: the same persons."""
    for (kreis, grundzahl), hier in neueste.items():
        for (anderer, dieselbe), dort in neueste.items():
            if kreis == anderer or grundzahl != dieselbe:
                continue
            hinaus = [n for (h, z), n in hier.namen.items() if z == anderer and h in hier.v.angaben.gemeinden]
            herein = [n for (h, z), n in dort.namen.items() if h == kreis and z in dort.v.angaben.gemeinden]
            if hinaus and herein:
                wissen.learn_sum(hinaus, herein)


def _learn_views(wissen: Wissen, fall: _Fall, einteilungen: Mapping[str, dy.DataFrame[Zuordnung]], tag: date) -> None:
    """The bounds that every screen and export shows, by every cut of the region."""
    am_tag = Wuerfel.validate(fall.v.wuerfel.filter(pl.col("stichtag") == tag))
    for zuordnung in einteilungen.values():
        glieder = dict(zuordnung.group_by("gebiet").agg("ags").select("gebiet", "ags").iter_rows())
        for prinzip in fall.v.angaben.raumprinzipien:
            for zeile in summiere(am_tag, fall.v.angaben, zuordnung, prinzip).iter_rows(named=True):
                namen = [(fall.nummer, prinzip, ags) for ags in glieder[zeile["gebiet"]]]
                wissen.learn_sum(namen, (), zeile["von"], zeile["bis"])


def _learn_eckwerte(wissen: Wissen, fall: _Fall, eckwerte: Sequence[Eckwert], tag: date) -> None:
    """Figures that somebody else published about the same persons."""
    for e in eckwerte:
        name = (fall.nummer, e.raumprinzip, e.gebiet)
        if e.stichtag == tag and name in wissen:
            wissen.learn(name, max(0, e.anzahl - e.spiel), e.anzahl + e.spiel)
