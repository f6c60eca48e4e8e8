"""P1 to P16 of a cut, all at once, and year by year. Pure: the rows of a region in, counts and reasons out."""

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from analysis.beteiligung import anwesenheit, barrierefreiheit, plaetze, raeume, stufen, tagesordnung, wirkung
from analysis.beteiligung.ausschnitt import Ausschnitt, Schwellen, jahre, sitzungen
from analysis.beteiligung.werte import Beteiligung
from analysis.gremien.bestand import Gremienbestand

UEBLICH: Final = Schwellen()
"""Two people, fourteen days."""


def messe(
    bestand: Gremienbestand,
    ausschnitt: Ausschnitt,
    schwellen: Schwellen = UEBLICH,
    planungsraeume: Collection[str] = (),
) -> Beteiligung:
    """All figures of a cut. `planungsraeume`: the ids of the region's Haupteinteilung (for P15)."""
    punkte = stufen.bewertete(bestand, ausschnitt)
    return Beteiligung(
        ausschnitt,
        schwellen,
        sitzungen(bestand, ausschnitt),
        p1=plaetze.vereinbart(bestand, ausschnitt),
        p2=anwesenheit.unter_anwesenden(bestand, ausschnitt),
        p3=plaetze.besetzt(bestand, ausschnitt),
        p4=anwesenheit.nicht_allein(bestand, ausschnitt, schwellen),
        p5=anwesenheit.selbst_und_andere(bestand, ausschnitt),
        p6=plaetze.mit_stimme(bestand, ausschnitt),
        p7=stufen.mediane(punkte),
        p8=stufen.luecke(punkte),
        p9=stufen.mit_beteiligung(punkte),
        p10=tagesordnung.eigene_punkte(bestand, ausschnitt),
        p11=barrierefreiheit.bereitgestellt(bestand, ausschnitt),
        p12=barrierefreiheit.leichte_sprache(bestand, ausschnitt, schwellen),
        p13=wirkung.wirksam(bestand, ausschnitt),
        p14=wirkung.beantwortet(bestand, ausschnitt),
        p15=raeume.vertreten(bestand, ausschnitt, planungsraeume),
        p16=barrierefreiheit.entschaedigt(bestand, ausschnitt),
        punkte=punkte,
        wertungen=stufen.wertungen(bestand, ausschnitt),
        ohne_tagesordnung=tagesordnung.ohne_tagesordnung(bestand, ausschnitt),
        anwesende=anwesenheit.insgesamt(bestand, ausschnitt),
    )


def nach_jahren(
    bestand: Gremienbestand,
    ausschnitt: Ausschnitt,
    schwellen: Schwellen = UEBLICH,
    planungsraeume: Collection[str] = (),
) -> tuple[tuple[int, Beteiligung], ...]:
    """The figures of each year with a meeting that took place, oldest first; the year of the cut is left out."""
    return tuple(
        (jahr, messe(bestand, replace(ausschnitt, jahr=jahr), schwellen, planungsraeume))
        for jahr in jahre(bestand, ausschnitt.gremien)
    )
