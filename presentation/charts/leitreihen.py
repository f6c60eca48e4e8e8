"""Leading figures of a theme on paper, one row each: the people over the years, and the rate among all areas.

One picture instead of two charts a figure: it is drawn at once, and all trends of a theme stand below each other.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt

from presentation.charts.diagramm import Diagramm, Spec, Vorlage, bau, ebenen, gruppe, vorlage, zeilen
from presentation.charts.gebietsangaben import Bezug
from presentation.charts.reihen import Bruch, Reihe, abschnitte
from presentation.charts.spanne import Marke
from presentation.charts.stil import FEIN, FETT, GROESSE, KLEIN
from presentation.farben import NAMEN, Modus, Palette, palette
from presentation.texts.zahlen import zahl

ZEILE: Final = 80
"""Height in px of a row."""
NAME: Final = 9
WORT: Final = 26
"""Heights in px within a row: the name, the word of the reference."""
LINIE: Final = 50
"""Height of the line the values of all areas stand on."""
UNTEN: Final = 68
"""Height of years and of the names of both ends."""
VERLAUF: Final = (0.02, 0.36)
"""Where the trend lies, in parts of the width."""
SPANNE: Final = (0.46, 0.985)
HOCH: Final = 37.0
"""Height of the greatest value of a trend."""
TIEF: Final = 54.0
"""Height of the smallest one."""
ZEICHEN: Final = 0.0115
"""Mean width of a character of the small text, in parts of the width."""
EIGENER_PLATZ: Final = 0.07
"""Half the room of the value in view."""
NUR_SPANNEN: Final = "kleine Zahlen: kein Verlauf"
OHNE_RATE: Final = "kein Wert je Einwohner"

Zeile = dict[str, Any]


@dataclass(frozen=True)
class Leitreihe:
    """One figure. `reihe`: people over the years; `marken`: the rate of all areas, the one in view marked.

    `links`, `rechts`: what stands above trend and range. `alt`: the text alternative of both.
    """

    links: str
    rechts: str
    reihe: Reihe
    brueche: Sequence[Bruch]
    marken: Sequence[Marke]
    bezug: Bezug | None
    alt: str
    stellen: int = 1


def leitreihen(reihen: Sequence[Leitreihe], modus: Modus) -> Diagramm:
    """Draw the rows. A figure without a single number to draw says so in its place."""
    farben = palette(modus)
    daten: dict[str, list[Zeile]] = {name: [] for name in ("linien", "striche", "punkte", "worte")}
    for nummer, reihe in enumerate(reihen):
        for name, zeile in (*_verlauf(reihe, farben, nummer), *_spanne(reihe, farben)):
            daten[name].append(_versetzt(zeile, nummer * ZEILE))
    spec = leitreihen_vorlage(modus).gefuellt({name: zeilen(werte) for name, werte in daten.items()})
    spec["height"] = ZEILE * max(len(reihen), 1)
    spec["autosize"] = "none"
    return Diagramm(spec, " ".join(r.alt for r in reihen))


def _versetzt(zeile: Zeile, um: float) -> Zeile:
    return {name: wert + um if name in ("y", "y2") else wert for name, wert in zeile.items()}


def _wort(x: float, y: float, text: str, farbe: str, anker: str = "left", *, fett: bool = False) -> tuple[str, Zeile]:
    groesse = GROESSE if fett else KLEIN
    gewicht = FETT if fett else FEIN
    return "worte", {"x": x, "y": y, "text": text, "farbe": farbe, "anker": anker, "gewicht": gewicht, "gr": groesse}


def _verlauf(r: Leitreihe, farben: Palette, nummer: int) -> Iterator[tuple[str, Zeile]]:
    yield _wort(0, NAME, r.links, farben.text, fett=True)
    punkte = r.reihe.gezeichnet
    if not punkte:
        yield _wort(0, LINIE, NUR_SPANNEN, farben.leise)
        return
    jahre = [p.jahr for p in r.reihe.punkte]
    werte = [p.wert or 0.0 for p in punkte]
    links, rechts = VERLAUF
    weite = (max(jahre) - min(jahre)) or 1.0
    spanne = (max(werte) - min(werte)) or 1.0

    def x(jahr: float) -> float:
        return links + (rechts - links) * (jahr - min(jahre)) / weite

    def y(wert: float) -> float:
        if max(werte) == min(werte):
            return (HOCH + TIEF) / 2
        return TIEF - (TIEF - HOCH) * (wert - min(werte)) / spanne

    for teil, strecke in abschnitte(r.reihe, r.brueche):
        for p in strecke:
            yield "linien", {"x": x(p.jahr), "y": y(p.wert or 0.0), "teil": f"{nummer}_{teil}"}
        if len(strecke) == 1:
            yield _punkt(x(strecke[0].jahr), y(strecke[0].wert or 0.0), farben.haupt, farben.grund, 40)
    for bruch in r.brueche:
        if min(jahre) < bruch.jahr <= max(jahre):
            stelle = x(bruch.stelle if bruch.stelle is not None else bruch.jahr - 0.5)
            yield "striche", _strich(stelle, stelle, HOCH - 8, TIEF + 4, farben.linie, 1.0)
    letzter = punkte[-1]
    yield _punkt(x(letzter.jahr), y(letzter.wert or 0.0), farben.haupt, farben.grund, 110)
    yield _wort(x(letzter.jahr) + 0.016, y(letzter.wert or 0.0), zahl(letzter.wert), farben.haupt, fett=True)
    erster = punkte[0]
    if erster is not letzter:
        yield _wort(x(erster.jahr) - 0.012, y(erster.wert or 0.0) - 13, zahl(erster.wert), farben.leise)
        yield _wort(x(erster.jahr) - 0.012, UNTEN, erster.zeitpunkt, farben.leise)
    yield _wort(x(letzter.jahr), UNTEN, letzter.zeitpunkt, farben.leise, "center")


def _spanne(r: Leitreihe, farben: Palette) -> Iterator[tuple[str, Zeile]]:
    links, rechts = SPANNE
    yield _wort(links, NAME, r.rechts, farben.leise)
    gezeichnet = sorted((m for m in r.marken if m.gezeichnet), key=lambda m: m.wert or 0.0)
    if not gezeichnet:
        yield _wort(links, LINIE, OHNE_RATE, farben.leise)
        return
    eigene = [m for m in gezeichnet if m.eigen]
    enden = [m.wert or 0.0 for m in gezeichnet] + [w for m in eigene for w in (m.unten, m.oben) if w is not None]
    enden += [r.bezug.wert] if r.bezug else []
    von, bis = min(enden), max(enden)

    def x(wert: float) -> float:
        return links + (rechts - links) * ((wert - von) / (bis - von) if bis > von else 0.5)

    for m in eigene:
        if m.unten is not None and m.oben is not None:
            yield "striche", _strich(x(m.unten), x(m.oben), LINIE, LINIE, farben.klassen[0], 13)
    yield "striche", _strich(x(gezeichnet[0].wert or 0), x(gezeichnet[-1].wert or 0), LINIE, LINIE, farben.neutral, 1.5)
    for m in gezeichnet:
        if not m.eigen:
            yield _punkt(x(m.wert or 0.0), LINIE, farben.grund, farben.vergleich, 60)
    if r.bezug is not None:
        ort = x(r.bezug.wert)
        yield "striche", _strich(ort, ort, WORT + 9, LINIE + 11, farben.bezug, 2.5)
        yield _wort(ort, WORT, f"{r.bezug.name} {zahl(r.bezug.wert, r.stellen)}", farben.bezug, _anker(ort), fett=True)
    for m in eigene:
        yield _punkt(x(m.wert or 0.0), LINIE, farben.haupt, farben.grund, 200)
        yield _wort(
            x(m.wert or 0.0),
            UNTEN,
            f"hier {zahl(m.wert, r.stellen)}",
            farben.haupt,
            _anker(x(m.wert or 0.0)),
            fett=True,
        )
    yield from _endworte(r, gezeichnet, [x(m.wert or 0.0) for m in eigene], x, farben)


def _endworte(
    r: Leitreihe,
    gezeichnet: Sequence[Marke],
    eigene: Sequence[float],
    x: Callable[[float], float],
    farben: Palette,
) -> Iterator[tuple[str, Zeile]]:
    """The lowest and the highest area below their rings, where nothing else stands yet."""
    if len(gezeichnet) < 2:
        return
    belegt = [(e - EIGENER_PLATZ, e + EIGENER_PLATZ) for e in eigene]
    for m, ort in ((gezeichnet[0], x(gezeichnet[0].wert or 0.0)), (gezeichnet[-1], x(gezeichnet[-1].wert or 0.0))):
        text, anker = f"{m.name} {zahl(m.wert, r.stellen)}", _anker(ort)
        breite = len(text) * ZEICHEN
        von = ort - {"left": 0.0, "center": breite / 2, "right": breite}[anker]
        if not m.eigen and all(von + breite < a or von > b for a, b in belegt):
            belegt.append((von, von + breite))
            yield _wort(ort, UNTEN, text, farben.leise, anker)


def _anker(ort: float) -> str:
    links, rechts = SPANNE
    teil = (ort - links) / (rechts - links)
    return "left" if teil < 0.15 else "right" if teil > 0.85 else "center"


def _strich(x: float, x2: float, y: float, y2: float, farbe: str, breite: float) -> Zeile:
    return {"x": x, "x2": x2, "y": y, "y2": y2, "farbe": farbe, "breite": breite}


def _punkt(x: float, y: float, flaeche: str, rand: str, groesse: float) -> tuple[str, Zeile]:
    return "punkte", {"x": x, "y": y, "flaeche": flaeche, "rand": rand, "groesse": groesse}


@cache
def leitreihen_vorlage(modus: Modus) -> Vorlage:
    """Named data `linien`, `striche`, `punkte`, `worte`; x in parts of the width, y in px from above."""
    return vorlage(_leitreihen(), modus)


@cache
def _leitreihen() -> Spec:
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False, zero=False))
    y = alt.Y(
        "y:Q",
        axis=None,
        scale=alt.Scale(domain=[0, alt.expr("height")], range=[0, alt.expr("height")], nice=False, zero=False),
    )
    ort = alt.Chart().encode(x=x, y=y)
    stumm: dict[str, Any] = {"aria": False}
    diagramm = ebenen(
        gruppe(
            "striche",
            ort.mark_rule(strokeWidth=alt.expr("datum.breite"), **stumm).encode(
                x2="x2:Q", y2="y2:Q", color=alt.Color("farbe:N", scale=None)
            ),
        ),
        gruppe("linien", ort.mark_line(color=NAMEN.haupt, strokeWidth=2.5, **stumm).encode(detail="teil:N")),
        gruppe(
            "punkte",
            ort.mark_point(
                shape="circle", filled=True, opacity=1, strokeWidth=2, size=alt.expr("datum.groesse"), **stumm
            ).encode(fill=alt.Fill("flaeche:N", scale=None), stroke=alt.Stroke("rand:N", scale=None)),
        ),
        gruppe(
            "worte",
            ort.mark_text(
                baseline="middle",
                align=alt.expr("datum.anker"),
                fontWeight=alt.expr("datum.gewicht"),
                fontSize=alt.expr("datum.gr"),
                **stumm,
            ).encode(text="text:N", color=alt.Color("farbe:N", scale=None)),
        ),
    )
    return bau(diagramm, 600, ZEILE)
