"""Bars and stacks of a slide: horizontal, from 0, values at their ends, one orange reference."""

from typing import Any, Final, cast

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_LEGEND_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.util import Inches, Pt

from presentation.ansichten.bogen import Datenreihe, Reihen
from presentation.exports import diagrammteile as teile
from presentation.exports.diagrammteile import ENG, KOPF, SCHILD, Beschriftung, Strich, Wort
from presentation.exports.folienmasse import Kasten
from presentation.exports.folientext import breite, hoehe
from presentation.texts.zahlen import zahl

BALKENZEILE: Final = int(Inches(0.7))
"""A row of bars is not higher: two areas do not make two walls."""
HINTER: Final = int(Inches(0.06))
"""Between the end of the axis and the column of values."""
_FARBFOLGE: Final = (
    MSO_THEME_COLOR.ACCENT_1,
    MSO_THEME_COLOR.ACCENT_4,
    MSO_THEME_COLOR.ACCENT_6,
    MSO_THEME_COLOR.TEXT_2,
)
_SCHWANKUNG_DES_BALKENS: Final = '<a:ln w="19050" cap="flat"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln>'


def namen_der(reihen: Reihen) -> list[str]:
    """Categories; a bar that may not be drawn has its word beside its name."""
    if reihen.art == "linie":
        return list(reihen.kategorien)
    mehrere = len(reihen.reihen) > 1
    namen = []
    for n, name in enumerate(reihen.kategorien):
        ohne = [r for r in reihen.reihen if r.werte[n] is None and r.worte and r.worte[n]]
        worte = ", ".join(f"{r.name} {r.worte[n]}" if mehrere else r.worte[n] for r in ohne)
        namen.append(f"{name} ({worte})" if worte else name)
    return namen


def balken(diagramm: Chart, reihen: Reihen, kasten: Kasten, bis: float) -> None:
    """Finish a chart of bars or stacks that fills `kasten`; its axis ends at `bis`."""
    namen = namen_der(reihen)
    anzahl = len(namen)
    kopf = KOPF if reihen.bezug or len(reihen.reihen) > 1 else int(Inches(0.05))
    frei = kasten.h - kopf - int(Inches(0.05))
    punkt = SCHILD if frei / anzahl >= hoehe(1, SCHILD) else ENG
    links = min(max(breite(n, punkt) for n in namen) + int(Inches(0.15)), int(kasten.b * 0.45))
    rechts = max(breite(w or "0.000", punkt, fett=True) for r in reihen.reihen for w in (r.worte or ("",)))
    b = 1 - (links + rechts + int(Inches(0.2))) / kasten.b
    h = min(frei, anzahl * BALKENZEILE) / kasten.h
    x, y = links / kasten.b, kopf / kasten.h
    teile.zeichenflaeche(diagramm, x, y, b, h)
    werte = diagramm.value_axis
    werte.minimum_scale, werte.maximum_scale = 0.0, bis
    werte.has_major_gridlines = False
    werte.visible = False
    orte = diagramm.category_axis
    orte.reverse_order = True
    teile.alle_namen(orte)
    orte.major_tick_mark = XL_TICK_MARK.NONE
    orte.format.line.fill.background()
    orte.tick_labels.font.size = Pt(punkt)
    orte.tick_labels.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    plot = diagramm.plots[0]
    plot.gap_width = 45
    if reihen.art == "stapel":
        plot.overlap = 100
    for nummer, (reihe, form) in enumerate(zip(reihen.reihen, plot.series, strict=True)):
        eigene = [r for r in reihen.reihen if not r.vergleich]
        _faerbe(form, reihe, eigene.index(reihe) if reihe in eigene else 0, len(reihen.reihen))
        form.invert_if_negative = False
        mit_rand = any(o is not None for o in reihe.oben)
        # Error bars and the reference would run through a value at the end of its bar.
        in_spalte = mit_rand or reihen.bezug is not None
        if reihen.art == "stapel":
            _stapelschilder(form, reihen, reihe, nummer, bis, int(kasten.b * b), punkt)
        else:
            schilder = {
                n: Beschriftung(
                    "tx1",
                    "outEnd",
                    teile.format_von(reihen, reihe, n),
                    punkt,
                    dx=_zum_ende(w, bis) * b + HINTER / kasten.b if in_spalte else 0.0,
                )
                for n, w in enumerate(reihe.werte)
                if w is not None
            }
            teile.beschrifte(form._element, schilder)
        if mit_rand:
            teile.schwankung(form._element, reihe.werte, reihe.unten, reihe.oben, _SCHWANKUNG_DES_BALKENS)
    if len(reihen.reihen) > 1:
        _legende(diagramm)
    gezeichnet = [n for n in range(anzahl) if any(r.werte[n] is not None for r in reihen.reihen)]
    # Of many areas in columns the last column may hold protected ones only.
    if reihen.bezug and gezeichnet:
        teile.zeichne_ein(diagramm, _bezug(reihen, kasten, (x, y, b, h * (gezeichnet[-1] + 1) / anzahl), bis))


def _zum_ende(wert: float, bis: float) -> float:
    """How far a label moves into the column at the end of the axis, in parts of the axis."""
    return (bis - max(wert, 0.0)) / bis


def _faerbe(form: Any, reihe: Datenreihe, nummer: int, anzahl: int) -> None:
    fuellung = form.format.fill
    fuellung.solid()
    if anzahl > 1:
        fuellung.fore_color.theme_color = (
            MSO_THEME_COLOR.ACCENT_3 if reihe.vergleich else _FARBFOLGE[nummer % len(_FARBFOLGE)]
        )
        form.format.line.color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        return
    fuellung.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_4
    for n, auffaellig in enumerate(reihe.hervor):
        if auffaellig:
            punkt = form.points[n].format.fill
            punkt.solid()
            punkt.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1


def _stapelschilder(
    form: Any, reihen: Reihen, reihe: Datenreihe, nummer: int, bis: float, platz: int, punkt: int
) -> None:
    """A value inside its piece, where it fits."""
    schilder = {}
    for n, wert in enumerate(reihe.werte):
        text = reihe.worte[n] if reihe.worte else f"{wert}"
        if wert is not None and wert / bis * platz > breite(text, punkt, fett=True) * 1.2:
            schilder[n] = Beschriftung(
                "tx1" if nummer % 4 == 1 else "bg1", "ctr", teile.format_von(reihen, reihe, n), punkt
            )
    teile.beschrifte(form._element, schilder)


def _legende(diagramm: Chart) -> None:
    diagramm.has_legend = True
    legende = diagramm.legend
    if legende is not None:
        legende.position = XL_LEGEND_POSITION.TOP
        legende.include_in_layout = False
        legende.font.size = Pt(SCHILD)


def _bezug(
    reihen: Reihen, kasten: Kasten, flaeche: tuple[float, float, float, float], bis: float
) -> list[Strich | Wort]:
    """The one reference across the bars, its name with its value on top."""
    name, wert = cast(tuple[str, float], reihen.bezug)
    x, y, b, h = flaeche
    text = f"{name} {zahl(wert, reihen.stellen)}"
    stelle = x + b * wert / bis
    platz = breite(text, SCHILD, fett=True) / kasten.b
    return [
        Strich(text, stelle, y - 0.01, stelle, y + h, "accent2", 2.5),
        Wort(text, min(stelle - platz / 2, 1 - platz), 0.0, platz, y - 0.015, "accent2", SCHILD, "ctr", True),
    ]
