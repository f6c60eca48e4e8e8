"""What one published cube says about one Stichtag: ranges of cells, bounded margins, figures of others, age and sex."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from analysis.geheimhaltung.angriff import Wissen
from analysis.geheimhaltung.oeffentliches import Veroeffentlichung, Zelle
from analysis.geheimhaltung.spannen import zellspanne
from models.schutz import MERKMALE, Eckwert, je_raum
from models.vokabular import UEBRIGE, Raumprinzip


@dataclass
class Fall:
    """One cube at one Stichtag, with the name of the unknown behind each of its cells.

    `teilnamen`: the same for its cells by age and sex, with what they show.
    """

    nummer: int
    v: Veroeffentlichung
    gezeigt: dict[Zelle, int]
    namen: dict[Zelle, tuple[object, ...]]
    wahr: dict[Zelle, int] | None
    teilnamen: dict[Zelle, tuple[tuple[object, ...], int]] = field(default_factory=dict)
    wahre_teile: dict[Zelle, int] = field(default_factory=dict)


def is_same(alt: Fall, neu: Fall, zelle: Zelle, tag: date, wahrheit_bekannt: bool) -> bool:
    """Whether a cell of two cubes is taken for the same number of persons."""
    if zelle not in alt.gezeigt or (UEBRIGE in zelle and set(alt.v.angaben.weitere) != set(neu.v.angaben.weitere)):
        return False
    summen = alt.v.wahrheiten.get(tag), neu.v.wahrheiten.get(tag)
    if summen[0] is not None and summen[0] == summen[1]:
        return True
    if wahrheit_bekannt:
        return alt.wahr is not None and neu.wahr is not None and alt.wahr.get(zelle, 0) == neu.wahr.get(zelle, 0)
    return alt.gezeigt[zelle] == neu.gezeigt[zelle]


def learn_cells(wissen: Wissen, ziele: dict[tuple[object, ...], int], fall: Fall, tag: date) -> None:
    """Every cell lies in the range of what it shows; those shown 0 or k must not be narrowed."""
    angaben, bekannt, feste = fall.v.angaben, _public_cells(fall, tag), fall.v.angaben.feste_zellen
    for zelle, wert in fall.gezeigt.items():
        if (tag, *zelle) in feste:
            wissen.learn(fall.namen[zelle], wert, wert)
            continue
        von, bis = zellspanne(wert, angaben)
        # A large cell is moved only if it is large enough to stay above the threshold: low ones were never lower.
        unmoved_below = angaben.schwelle < wert <= angaben.schwelle + angaben.c
        wissen.learn(fall.namen[zelle], wert if unmoved_below else von, bis)
        if wert in (0, angaben.k) and zelle not in bekannt:
            ziele[fall.namen[zelle]] = max(angaben.k, ziele.get(fall.namen[zelle], 0))


def _public_cells(fall: Fall, tag: date) -> set[Zelle]:
    """Cells of areas of which somebody else said that fewer than k people are there: that is not ours to hide."""
    kleine = [e for e in fall.v.angaben.eckwerte if e.stichtag == tag and e.anzahl + e.spiel < fall.v.angaben.k - 1]
    enden = {(e.raumprinzip, ags) for e in kleine for ags in e.glieder(fall.v.angaben.gemeinden)}
    return {z for z in fall.gezeigt for ende, p in enumerate(Raumprinzip) if (p.value, z[ende]) in enden}


def margins(fall: Fall) -> Iterator[tuple[str, str, list[Zelle]]]:
    """Bounded margins: Raumprinzip, area, its cells."""
    angaben = fall.v.angaben
    gebiete = {
        **{ags: frozenset((ags,)) for ags in angaben.gemeinden},
        **{f"raum {raum}": glieder for raum, glieder in je_raum(angaben.raeume).items()},
        fall.v.kreis: frozenset(angaben.gemeinden),
    }
    for ende, prinzip in enumerate(Raumprinzip):
        if prinzip.value in angaben.raumprinzipien:
            for gebiet, glieder in gebiete.items():
                yield prinzip.value, gebiet, [zelle for zelle in fall.gezeigt if zelle[ende] in glieder]


def learn_margins(wissen: Wissen, ziele: dict[tuple[object, ...], int], fall: Fall, tag: date) -> None:
    """Every Gemeinde, Planungsraum of the Haupteinteilung and Kreis is within k-1 of what is shown, or exact."""
    angaben = fall.v.angaben
    oeffentlich = {
        (e.raumprinzip, e.gebiet) for e in angaben.eckwerte if e.stichtag == tag and 2 * e.spiel + 1 < angaben.k
    }
    for prinzip, gebiet, zellen in margins(fall):
        summe, name = sum(fall.gezeigt[z] for z in zellen), (fall.nummer, prinzip, gebiet)
        ist_kreis = gebiet == fall.v.kreis
        spiel = 0 if ist_kreis and angaben.eckwerte_exakt else angaben.k - 1
        wissen.learn(name, max(0, summe - spiel), summe + spiel)
        wissen.learn_sum([fall.namen[z] for z in zellen], [name])
        if gebiet in angaben.gemeinden and summe < 2 * angaben.k and (prinzip, gebiet) not in oeffentlich:
            ziele[name] = angaben.k
        gross = [z for z in zellen if fall.gezeigt[z] > angaben.schwelle]
        if angaben.c and gross:  # together they carry at most k-1 (`rundung`)
            stand = sum(fall.gezeigt[z] for z in gross)
            wissen.learn_sum([fall.namen[z] for z in gross], (), stand - angaben.k + 1, stand + angaben.k - 1)


def learn_gliederung(
    wissen: Wissen,
    ziele: dict[tuple[object, ...], int],
    fall: Fall,
    fruehere: Sequence[Fall],
    tag: date,
    bekannt: bool,
) -> None:
    """The same persons by age and sex: cells with their ranges, margins within k-1, together the Kreis."""
    teil = fall.v.angaben.gliederung
    zellen = _parts(fall.v.gliederung, tag)
    if teil is None or not zellen:
        return
    fall.wahre_teile = _parts(fall.v.gliederung_wahr, tag)
    for zelle, wert in zellen.items():
        vorbild = next((f for f in reversed(fruehere) if _is_same_part(f, fall, zelle, wert, bekannt)), None)
        name = vorbild.teilnamen[zelle][0] if vorbild else (fall.nummer, "gliederung", *zelle)
        fall.teilnamen[zelle] = (name, wert)
        wissen.learn(name, *zellspanne(wert, teil))
        if wert in (0, teil.k):
            ziele[name] = max(teil.k, ziele.get(name, 0))
    for ende, werte in enumerate((teil.altersgruppen, teil.geschlechter)):
        for auspraegung in werte if len(werte) > 1 else ():
            glieder = [z for z in zellen if z[ende] == auspraegung]
            summe = sum(zellen[z] for z in glieder)
            wissen.learn_sum([fall.teilnamen[z][0] for z in glieder], (), summe - teil.k + 1, summe + teil.k - 1)
    ganz = (fall.nummer, teil.raumprinzip, fall.v.kreis)
    wissen.learn_sum([name for name, _ in fall.teilnamen.values()], [ganz])


def _parts(rahmen: pl.DataFrame | None, tag: date) -> dict[Zelle, int]:
    """Cells by age and sex of a Stichtag, shown or true."""
    if rahmen is None:
        return {}
    zeilen = rahmen.filter(pl.col("stichtag") == tag).select(*MERKMALE, "wert").iter_rows()
    return {(alter, geschlecht): wert for alter, geschlecht, wert in zeilen}


def _is_same_part(alt: Fall, neu: Fall, zelle: Zelle, wert: int, bekannt: bool) -> bool:
    """Whether a cell by age and sex of two cubes is taken for the same number of persons."""
    if zelle not in alt.teilnamen or alt.v.angaben.gliederung is None or neu.v.angaben.gliederung is None:
        return False
    eigene, andere = neu.v.angaben.gliederung, alt.v.angaben.gliederung
    if (eigene.altersgruppen, eigene.geschlechter) != (andere.altersgruppen, andere.geschlechter):
        return False
    if bekannt:
        return bool(neu.wahre_teile) and alt.wahre_teile.get(zelle) == neu.wahre_teile.get(zelle)
    return alt.teilnamen[zelle][1] == wert


def learn_eckwerte(wissen: Wissen, fall: Fall, eckwerte: Sequence[Eckwert], tag: date) -> None:
    """Figures that somebody else published about the same persons."""
    for e in eckwerte:
        name = (fall.nummer, e.raumprinzip, e.gebiet)
        if e.stichtag == tag and name in wissen:
            wissen.learn(name, max(0, e.anzahl - e.spiel), e.anzahl + e.spiel)
