"""Charts of a Steckbrief: the same on the page and, later, on paper."""

from analysis.altersaufbau import Altersaufbau
from analysis.ganzes import Ganzes
from analysis.steckbriefteile import Leitzahl
from presentation.charts.altersbild import Anteil, altersbild
from presentation.charts.diagramm import Diagramm
from presentation.charts.gebietsangaben import Bezug
from presentation.charts.spanne import Marke, spanne
from presentation.farben import Modus
from presentation.texts.steckbrief import altersname
from presentation.texts.zahlen import datum


def aufbaubild(alter: Altersaufbau, ort: str, modus: Modus, ganzes: Ganzes) -> Diagramm | None:
    """The age structure; None where nobody lives."""
    anteile = [Anteil(altersname(g.band), g.anteil, g.kreis) for g in alter.gruppen if g.anteil is not None]
    titel = f"{ort}, {datum(alter.stichtag)}"
    return altersbild(anteile, titel=titel, modus=modus, bezug=ganzes.wort) if anteile else None


def spannenbild(leit: Leitzahl, gebiet: str, modus: Modus, tabelle: str, ganzes: Ganzes) -> Diagramm | None:
    """The rates of all areas compared, this one marked; None if no area has a rate."""
    stellung, rate = leit.stellung, leit.rate
    if stellung is None or leit.stichtag is None or not any(m.wert is not None for m in stellung.alle):
        return None
    kreis = stellung.kreis
    return spanne(
        [Marke(m.name, m.wert, m.unten, m.oben, m.status, m.gebiet == gebiet) for m in stellung.alle],
        Bezug(ganzes.wort, kreis.wert) if kreis is not None and kreis.wert is not None else None,
        titel=f"{rate.titel}, {datum(leit.stichtag)}",
        modus=modus,
        stellen=rate.stellen,
        tabelle=tabelle,
    )
