"""Charts of a Steckbrief, for the page and for paper."""

from collections.abc import Sequence

from analysis.ganzes import Ganzes
from analysis.steckbriefteile import Leitzahl, Steckbrief
from presentation.bilder import verlaufsbild, verlaufsstoff
from presentation.charts.altersbild import Anteil, altersbild
from presentation.charts.diagramm import Diagramm
from presentation.charts.gebietsangaben import Bezug
from presentation.charts.leitreihen import Leitreihe, leitreihen
from presentation.charts.spanne import Marke, spanne
from presentation.farben import Modus
from presentation.texts.steckbrief import altersname
from presentation.texts.zahlen import datum


def aufbaubild(s: Steckbrief, modus: Modus) -> Diagramm | None:
    """The age structure; None where it is not known or nobody lives. The whole is not compared with itself."""
    alter = s.bevoelkerung.alter
    if alter is None:
        return None
    anteile = [
        Anteil(altersname(g.band), g.anteil, None if s.ist_ganzes else g.kreis)
        for g in alter.gruppen
        if g.anteil is not None
    ]
    titel = f"{s.ort.name}, {datum(alter.stichtag)}"
    return altersbild(anteile, titel=titel, modus=modus, bezug=s.ganzes.wort) if anteile else None


def spannenbild(leit: Leitzahl, gebiet: str, modus: Modus, tabelle: str, ganzes: Ganzes) -> Diagramm | None:
    """The rates of all areas compared, this one marked; None if no area has a rate."""
    stellung, rate = leit.stellung, leit.rate
    if stellung is None or leit.stichtag is None or not any(m.wert is not None for m in stellung.alle):
        return None
    return spanne(
        _marken(leit, gebiet),
        _bezug(leit, ganzes),
        titel=f"{rate.titel}, {datum(leit.stichtag)}",
        modus=modus,
        stellen=rate.stellen,
        tabelle=tabelle,
    )


def themenbild(leitzahlen: Sequence[Leitzahl], gebiet: str, modus: Modus, tabelle: str, ganzes: Ganzes) -> Diagramm:
    """The leading figures of a theme in one picture: trend and range of each. They must have been counted."""
    reihen = []
    for leit in leitzahlen:
        reihe = leit.zaehlungen[0].reihe
        stoff = verlaufsstoff(leit.zahl, reihe)
        bereich = spannenbild(leit, gebiet, modus, tabelle, ganzes)
        trend = verlaufsbild(leit.zahl, reihe, modus, klein=True)
        reihen.append(
            Leitreihe(
                leit.zahl.kurz,
                leit.rate.einheit,
                stoff.eigene,
                stoff.brueche,
                _marken(leit, gebiet),
                _bezug(leit, ganzes),
                " ".join([trend.alt, *([bereich.alt] if bereich else [])]),
                leit.rate.stellen,
            )
        )
    return leitreihen(reihen, modus)


def _marken(leit: Leitzahl, gebiet: str) -> list[Marke]:
    alle = leit.stellung.alle if leit.stellung else ()
    return [Marke(m.name, m.wert, m.unten, m.oben, m.status, m.gebiet == gebiet) for m in alle]


def _bezug(leit: Leitzahl, ganzes: Ganzes) -> Bezug | None:
    kreis = leit.stellung.kreis if leit.stellung else None
    return Bezug(ganzes.wort, kreis.wert) if kreis is not None and kreis.wert is not None else None
