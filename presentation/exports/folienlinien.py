"""Lines of a slide: the region thick and blue, the comparison grey and dashed, names at their ends."""

from collections.abc import Sequence
from typing import Any, Final

from pptx.chart.chart import Chart
from pptx.enum.chart import XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.util import Inches, Pt

from presentation.ansichten.bogen import Datenreihe, Reihen
from presentation.charts.achse import linienachse
from presentation.exports import diagrammteile as teile
from presentation.exports.diagrammteile import ENG, KOPF, SCHILD, Beschriftung, Strich, Wort
from presentation.exports.folienmasse import Kasten
from presentation.exports.folientext import breite, hoehe

FUSS: Final = int(Inches(0.36))
_SCHWANKUNG_DER_LINIE: Final = (
    '<a:ln w="76200" cap="flat"><a:solidFill><a:schemeClr val="accent1"><a:alpha val="22000"/></a:schemeClr>'
    "</a:solidFill></a:ln>"
)


def linien(diagramm: Chart, reihen: Reihen, kasten: Kasten) -> None:
    """Finish a chart of lines that fills `kasten`."""
    enden = _enden(reihen)
    alle = [
        w for r in reihen.reihen for w in (*r.werte, *(() if r.vergleich else (*r.unten, *r.oben))) if w is not None
    ]
    achse = linienachse(alle, ganzzahlig=reihen.stellen == 0)
    rechts = max(breite(f"{reihen.reihen[r].name} {_wort(reihen, r, n)}", SCHILD, fett=True) for r, n in enden)
    links = int(Inches(0.62))
    # Half a category is free behind the last point, so the label needs less room beside the axes.
    frei = (kasten.b - links - rechts) // (2 * len(reihen.kategorien) + 1)
    x, y = links / kasten.b, KOPF / kasten.h
    b = 1 - x - max(rechts - frei, 0) / kasten.b
    h = 1 - y - FUSS / kasten.h
    teile.zeichenflaeche(diagramm, x, y, b, h)
    _wertachse(diagramm, achse.von, achse.bis, achse.werte, achse.stellen)
    _zeitachse(diagramm)
    versatz = _auseinander([(reihen.reihen[r].werte[n] or 0.0) for r, n in enden], achse.bis - achse.von, kasten.h * h)
    for nummer, (reihe, form) in enumerate(zip(reihen.reihen, diagramm.plots[0].series, strict=True)):
        _linie(form, reihe)
        schilder = {} if reihe.vergleich else _anfang(reihen, nummer)
        for (r, n), dy in zip(enden, versatz, strict=True):
            if r == nummer:
                farbe = "tx2" if reihe.vergleich else "accent1"
                schilder[n] = Beschriftung(
                    farbe, "r", teile.format_von(reihen, reihe, n), SCHILD, not reihe.vergleich, True, dy=dy / kasten.h
                )
        teile.beschrifte(form._element, schilder)
        if not reihe.vergleich and any(w is not None for w in reihe.unten):
            teile.schwankung(form._element, reihe.werte, reihe.unten, reihe.oben, _SCHWANKUNG_DER_LINIE)
    teile.zeichne_ein(diagramm, [*_einheit(reihen, kasten), *_brueche(reihen, kasten, x, y, b, h)])


def _enden(reihen: Reihen) -> list[tuple[int, int]]:
    """Series and place of the last point of each line, the highest one first."""
    je_name: dict[str, tuple[int, int]] = {}
    for r, reihe in enumerate(reihen.reihen):
        for n, wert in enumerate(reihe.werte):
            if wert is not None and (reihe.name not in je_name or n >= je_name[reihe.name][1]):
                je_name[reihe.name] = (r, n)
    return sorted(je_name.values(), key=lambda p: -(reihen.reihen[p[0]].werte[p[1]] or 0.0))


def _wort(reihen: Reihen, r: int, n: int) -> str:
    worte = reihen.reihen[r].worte
    return worte[n] if worte else "0.000"


def _auseinander(werte: Sequence[float], weite: float, platz: float) -> list[float]:
    """How far labels of these values (highest first) move down, in EMU, so that none lies on another."""
    noetig = hoehe(1, SCHILD)
    lagen = [-w / weite * platz for w in werte]
    ziele = list(lagen)
    for n in range(1, len(ziele)):
        fehlt = noetig - (ziele[n] - ziele[n - 1])
        if fehlt > 0:
            ziele[n - 1] -= fehlt / 2
            ziele[n] += fehlt / 2
    return [z - a for z, a in zip(ziele, lagen, strict=True)]


def _anfang(reihen: Reihen, nummer: int) -> dict[int, Beschriftung]:
    """The first value of a stretch, away from the other line."""
    reihe = reihen.reihen[nummer]
    stellen = [n for n, w in enumerate(reihe.werte) if w is not None]
    hier = reihe.werte[stellen[0]] or 0.0
    andere = [r.werte[stellen[0]] for r in reihen.reihen if r.vergleich]
    darueber = any(w is not None and w > hier for w in andere)
    return {
        stellen[0]: Beschriftung("tx1", "b" if darueber else "t", teile.format_von(reihen, reihe, stellen[0]), SCHILD)
    }


def _linie(form: Any, reihe: Datenreihe) -> None:
    farbe = MSO_THEME_COLOR.ACCENT_3 if reihe.vergleich else MSO_THEME_COLOR.ACCENT_1
    form.smooth = False
    strich = form.format.line
    strich.width = Pt(2 if reihe.vergleich else 3.5)
    strich.color.theme_color = farbe
    if reihe.vergleich:
        strich.dash_style = MSO_LINE_DASH_STYLE.DASH
    marke = form.marker
    marke.style = XL_MARKER_STYLE.DIAMOND if reihe.vergleich else XL_MARKER_STYLE.CIRCLE
    marke.size = 5 if reihe.vergleich else 8
    marke.format.fill.solid()
    marke.format.fill.fore_color.theme_color = farbe
    marke.format.line.fill.background()


def _wertachse(diagramm: Chart, von: float, bis: float, werte: Sequence[float], stellen: int) -> None:
    achse = diagramm.value_axis
    achse.minimum_scale, achse.maximum_scale = von, bis
    if len(werte) > 1:
        achse.major_unit = werte[1] - werte[0]
    achse.has_major_gridlines = True
    achse.major_gridlines.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_4
    achse.major_gridlines.format.line.color.brightness = 0.65
    achse.major_gridlines.format.line.width = Pt(0.75)
    achse.format.line.fill.background()
    achse.major_tick_mark = XL_TICK_MARK.NONE
    achse.tick_labels.font.size = Pt(SCHILD)
    achse.tick_labels.number_format = teile.zahlenformat(stellen)
    achse.tick_labels.number_format_is_linked = False


def _zeitachse(diagramm: Chart) -> None:
    achse = diagramm.category_axis
    achse.major_tick_mark = XL_TICK_MARK.NONE
    achse.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    achse.tick_labels.font.size = Pt(SCHILD)
    achse.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_4
    achse.format.line.width = Pt(1)


def _einheit(reihen: Reihen, kasten: Kasten) -> list[Wort]:
    return [Wort(reihen.achse, 0.0, 0.0, 0.6, KOPF * 0.8 / kasten.h, "tx2", ENG)] if reihen.achse else []


def _brueche(reihen: Reihen, kasten: Kasten, x: float, y: float, b: float, h: float) -> list[Strich | Wort]:
    """Dotted rules between two years with their words, on the side with more room."""
    formen: list[Strich | Wort] = []
    weite = b / len(reihen.kategorien)
    zeile = hoehe(1, ENG) / kasten.h
    for nummer, (kategorie, wort) in enumerate(reihen.brueche):
        stelle = x + weite * reihen.kategorien.index(kategorie)
        formen.append(Strich(wort, stelle, y, stelle, y + h, "tx2", 1.25, punkte=True))
        platz = breite(wort, ENG) / kasten.b
        rechts = x + b - stelle >= platz + 0.01
        lage = stelle + 0.006 if rechts else stelle - 0.006 - platz
        hoch = y + h - zeile * (1.15 + nummer % 3)
        formen.append(Wort(wort, lage, hoch, platz, zeile, "tx2", ENG, "l" if rechts else "r"))
    return formen
