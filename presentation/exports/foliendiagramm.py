"""Charts of a slide that can be edited: lines, bars and stacks from `Reihen`, with nothing in them but its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final, TypeVar

from pptx.chart.chart import Chart
from pptx.chart.data import ChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Pt

from presentation.ansichten.bogen import Reihen
from presentation.charts.rangfolge import ENDEN, MEISTE
from presentation.exports import diagrammteile as teile
from presentation.exports.diagrammteile import SCHILD
from presentation.exports.folienbalken import balken, namen_der
from presentation.exports.folienlinien import linien
from presentation.exports.folienmasse import Kasten

REIHEN_ALLEIN: Final = 18
"""Most bars below each other that still have letters of 12 points."""
REIHEN_JE_SPALTE: Final = 14
"""Most of them where they stand in columns."""
T = TypeVar("T")


@dataclass(frozen=True)
class Zeichnung:
    """One native chart: kind, data, and how it is finished once it stands on the slide in a box."""

    reihen: Reihen
    bis: float

    @property
    def art(self) -> XL_CHART_TYPE:
        """The kind in Office's words."""
        return {
            "linie": XL_CHART_TYPE.LINE_MARKERS,
            "balken": XL_CHART_TYPE.BAR_CLUSTERED,
            "stapel": XL_CHART_TYPE.BAR_STACKED,
        }[self.reihen.art]

    @property
    def daten(self) -> ChartData:
        """What the chart and its workbook hold."""
        daten = ChartData(number_format=teile.zahlenformat(self.reihen.stellen))
        daten.categories = namen_der(self.reihen)
        for reihe in self.reihen.reihen:
            daten.add_series(reihe.name, reihe.werte)
        return daten

    def vollende(self, diagramm: Chart, kasten: Kasten) -> None:
        """Looks, labels, axes."""
        diagramm.font.size = Pt(SCHILD)
        diagramm.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
        diagramm.has_title = False
        diagramm.has_legend = False
        if self.reihen.art == "linie":
            linien(diagramm, self.reihen, kasten)
        else:
            balken(diagramm, self.reihen, kasten, self.bis)
        teile.deutsch(diagramm, "span" if self.reihen.art == "linie" else "gap")


def zeichnungen(reihen: Reihen | None) -> tuple[Zeichnung, ...]:
    """The charts of a slide, side by side: many bars stand in columns. None where only a picture is honest."""
    if reihen is None or not reihen.reihen:
        return ()
    if reihen.art == "linie":
        zeit = mit_allen_jahren(reihen)
        return (Zeichnung(zeit, 0.0),) if zeit else ()
    bis = _laengste(reihen)
    anzahl = len(reihen.kategorien)
    if anzahl <= REIHEN_ALLEIN:
        return (Zeichnung(reihen, bis),)
    if anzahl > MEISTE:
        gezeichnet = [n for n in range(anzahl) if any(r.werte[n] is not None for r in reihen.reihen)]
        spalten = [gezeichnet[:ENDEN], gezeichnet[ENDEN:][-ENDEN:]]
    else:
        lang = ceil(anzahl / ceil(anzahl / REIHEN_JE_SPALTE))
        spalten = [list(range(n, min(n + lang, anzahl))) for n in range(0, anzahl, lang)]
    return tuple(Zeichnung(_auswahl(reihen, spalte), bis) for spalte in spalten if spalte)


def mit_allen_jahren(reihen: Reihen) -> Reihen | None:
    """Lines with every year between first and last, so that distances in time are true; None where they cannot be."""
    tage = {k.rpartition(".")[0] for k in reihen.kategorien}
    if len(tage) > 1:
        return None
    jahre = [int(k.rpartition(".")[2]) for k in reihen.kategorien]
    (tag,) = tage
    lang = [f"{tag}.{j}" if tag else str(j) for j in range(jahre[0], jahre[-1] + 1)]
    return _auswahl(reihen, [reihen.kategorien.index(k) if k in reihen.kategorien else None for k in lang], lang)


def _auswahl(reihen: Reihen, stellen: Sequence[int | None], namen: Sequence[str] = ()) -> Reihen:
    """The categories at these places, None an empty one (then `namen` names it)."""

    def waehle(alle: Sequence[T], leer: T) -> tuple[T, ...]:
        return tuple(leer if n is None else alle[n] for n in stellen) if alle else ()

    return replace(
        reihen,
        kategorien=tuple(namen) or waehle(reihen.kategorien, ""),
        reihen=tuple(
            replace(
                r,
                werte=waehle(r.werte, None),
                unten=waehle(r.unten, None),
                oben=waehle(r.oben, None),
                hervor=waehle(r.hervor, False),
                worte=waehle(r.worte, ""),
            )
            for r in reihen.reihen
        ),
    )


def _laengste(reihen: Reihen) -> float:
    """The end of the axis of bars."""
    if reihen.art == "stapel":
        summen = [sum(r.werte[n] or 0.0 for r in reihen.reihen) for n in range(len(reihen.kategorien))]
        return max([*summen, 0.0]) or 1.0
    enden = [w for r in reihen.reihen for w in (*r.werte, *r.oben) if w is not None]
    return max([*enden, reihen.bezug[1] if reihen.bezug else 0.0, 0.0]) or 1.0
