"""Four answers to each statement: one row each, a mark with shape and letter for each side, k. A. in a column apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt

from models.gremienworte import Seite
from presentation.charts.diagramm import Diagramm, Spec, Vorlage, bau, ebenen, gruppe, satz, vorlage, zeilen
from presentation.charts.spalten import spaltenweise
from presentation.charts.stil import FETT, KLEIN
from presentation.charts.stufenzeilen import (
    BREITE_ZEICHEN,
    IST_SCHMAL,
    MEHR,
    SCHMALE_ZEICHEN,
    TITELZEILE,
    WORTE,
    in_zeilen,
    mitte,
    titelmarke,
    umbrochen,
)
from presentation.farben import NAMEN, Modus, Palette, palette
from presentation.texts.gremien import SEITEN
from presentation.texts.zusammenarbeit import STUFEN, ZEICHEN

KOPF: Final = 52
"""Height in px of the words of the scale, three lines on a phone."""
KOPFZEILE: Final = 16
BRUCH: Final = 22
"""More height in px of a row above which a series breaks."""
ZEILE: Final = 76
OHNE_ANTWORT: Final = 5
"""Column of k. A., right of the four of the scale and not on it."""
FORMEN: Final[dict[str, str]] = {
    Seite.TRAEGER: "square",
    Seite.KREIS: "diamond",
    Seite.LEISTUNGSERBRINGER: "triangle-up",
    Seite.SELBSTVERTRETUNG: "circle",
}
ALT_ZEILEN: Final = 4
"""Most rows whose answers the text alternative repeats; above that it names the table."""


@dataclass(frozen=True)
class Zeile:
    """One row. `werte`: answer of each side, None = k. A. `bruch`: words above it where a series is not joined."""

    titel: str
    werte: Mapping[str, int | None]
    bruch: str = ""


def vier_sichten(alle: Sequence[Zeile], *, titel: str, modus: Modus, tabelle: str) -> Diagramm:
    """Draw the rows from top to bottom as they come. `tabelle` names the table with the same answers in words."""

    def spec(gezeigte: Sequence[Zeile]) -> Spec:
        return _spec(gezeigte, modus)

    return Diagramm(spec(alle), _alt(alle, titel, tabelle), teile=spaltenweise(alle, _hoehe, spec))


def _hoehe(zeile: Zeile) -> int:
    mehr = max(0, len(umbrochen(zeile.titel, SCHMALE_ZEICHEN)) - 2)
    return ZEILE + TITELZEILE * mehr + (BRUCH if zeile.bruch else 0)


def _spec(alle: Sequence[Zeile], modus: Modus) -> Spec:
    farben = palette(modus)
    daten: dict[str, list[dict[str, Any]]] = {n: [] for n in ("spannen", "titel", "brueche", "raster", "marken")}
    oben = KOPF
    for zeile in alle:
        if zeile.bruch:
            daten["brueche"].append({"y": oben + 4, "text": zeile.bruch})
            oben += BRUCH
        breit, schmal = umbrochen(zeile.titel, BREITE_ZEICHEN), umbrochen(zeile.titel, SCHMALE_ZEICHEN)
        oben += TITELZEILE * max(0, len(schmal) - 2)
        daten["titel"].append({"y": oben + 42, **in_zeilen(breit, schmal)})
        gegeben = [w for w in zeile.werte.values() if w is not None]
        if gegeben:
            daten["spannen"].append({"y": oben + 60, "von": min(gegeben), "bis": max(gegeben)})
        daten["raster"] += [{"y": oben + 46, "bis": oben + 74, "spalte": n} for n in range(1, OHNE_ANTWORT)]
        daten["marken"] += _marken(zeile, oben + 60, farben)
        oben += ZEILE
    spec = sichten_vorlage(modus).gefuellt(
        {"kopf": zeilen(_kopfzeilen())} | {name: zeilen(werte) for name, werte in daten.items()}
    )
    spec["height"] = oben
    return spec


def _kopfzeilen() -> list[dict[str, Any]]:
    """The words of the scale in one line, and one below the other."""
    fertig = []
    for spalte, wert in _spalten():
        vorn, *mitte, hinten = STUFEN[wert].split()
        worte = [vorn, " ".join(mitte), hinten] if mitte else [STUFEN[wert]]
        fertig.append({"spalte": spalte, **in_zeilen([STUFEN[wert]], worte)})
    return fertig


def _spalten() -> list[tuple[int, int | None]]:
    return [(w or OHNE_ANTWORT, w) for w in STUFEN]


def _marken(zeile: Zeile, y: int, farben: Palette) -> list[dict[str, Any]]:
    """The marks of a row; those in the same column stand side by side around its middle."""
    fertig: list[dict[str, Any]] = []
    for spalte, wert in _spalten():
        hier = [seite for seite in map(str, Seite) if zeile.werte.get(seite) == wert]
        for platz, seite in enumerate(hier):
            eigen, offen = seite == Seite.SELBSTVERTRETUNG, wert is None
            fertig.append(
                {
                    "y": y,
                    "spalte": spalte,
                    "platz": platz - (len(hier) - 1) / 2,
                    "form": FORMEN[seite],
                    "zeichen": ZEICHEN[seite],
                    "fuellung": farben.haupt if eigen and not offen else farben.grund,
                    "strich": farben.haupt if eigen else farben.leise,
                    "schrift": farben.grund if eigen and not offen else farben.haupt if eigen else farben.text,
                    "tiefer": 3 if FORMEN[seite] == "triangle-up" else 0,
                    "offen": offen,
                }
            )
    return fertig


def _alt(alle: Sequence[Zeile], titel: str, tabelle: str) -> str:
    if len(alle) > ALT_ZEILEN:
        return f"{satz(f'Vier Sichten: {titel}')} Alle Antworten stehen in der Tabelle „{tabelle}“."
    werte = " ".join(
        satz(f"{z.titel.removesuffix('.')}: " + ", ".join(f"{SEITEN[s]} {STUFEN[w]}" for s, w in z.werte.items()))
        for z in alle
    )
    return f"{satz(f'Vier Sichten: {titel}')} {werte}"


@cache
def sichten_vorlage(modus: Modus) -> Vorlage:
    """Rows with named data `kopf`, `raster`, `spannen`, `titel`, `brueche`, `marken`; all heights in px."""
    return vorlage(_sichten(), modus)


def _mitte(spalte: str) -> str:
    return mitte(spalte, OHNE_ANTWORT)


@cache
def _sichten() -> Spec:
    farben = NAMEN
    y = alt.value(alt.expr("datum.y"))
    feld = (
        alt.Chart()
        .mark_rect(color=farben.feld, aria=False)
        .encode(
            x=alt.value(alt.expr("width * 0.8")),
            x2=alt.value(alt.expr("width")),
            y=alt.value(0),
            y2=alt.value(alt.expr("height")),
        )
        .transform_filter(f"datum.spalte == {OHNE_ANTWORT}")
    )
    raster = (
        alt.Chart()
        .mark_rule(color=farben.gitter, strokeWidth=1.5, aria=False)
        .encode(x=alt.value(alt.expr(_mitte("spalte"))), y=y, y2=alt.value(alt.expr("datum.bis")))
    )
    kopf = (
        alt.Chart()
        .mark_text(
            color=farben.leise,
            fontSize=KLEIN,
            lineBreak="\n",
            lineHeight=KOPFZEILE,
            baseline="bottom",
            dy=alt.expr(f"-{KOPFZEILE} * {MEHR}"),
            aria=False,
            text=alt.expr(WORTE),
        )
        .encode(x=alt.value(alt.expr(_mitte("spalte"))), y=alt.value(KOPF - 2))
    )
    spanne = (
        alt.Chart()
        .mark_rule(color=farben.linie, strokeWidth=4, opacity=0.6, aria=False)
        .encode(x=alt.value(alt.expr(_mitte("von"))), x2=alt.value(alt.expr(_mitte("bis"))), y=y)
    )
    bruch = (
        alt.Chart()
        .mark_rule(color=farben.vergleich, strokeDash=[1.5, 3], strokeWidth=1.4, aria=False)
        .encode(x=alt.value(0), x2=alt.value(alt.expr("width")), y=y)
    )
    bruchwort = (
        alt.Chart()
        .mark_text(color=farben.leise, fontSize=KLEIN, align="right", baseline="top", dy=4, aria=False)
        .encode(x=alt.value(alt.expr("width - 4")), y=y, text="text:N")
    )
    stelle = alt.value(alt.expr(f"{_mitte('spalte')} + datum.platz * max(15.5, min(30, width / 20))"))
    marken = (
        alt.Chart()
        .mark_point(
            size=alt.expr(f"width < 310 ? 220 : {IST_SCHMAL} ? 300 : 520"),
            strokeWidth=1.6,
            strokeDash=alt.expr("datum.offen ? [3, 2] : [1, 0]"),
            opacity=1,
            aria=False,
        )
        .encode(
            x=stelle,
            y=y,
            shape=alt.Shape("form:N", scale=None),
            fill=alt.Fill("fuellung:N", scale=None),
            stroke=alt.Stroke("strich:N", scale=None),
        )
    )
    zeichen = (
        alt.Chart()
        .mark_text(fontSize=KLEIN, fontWeight=FETT, baseline="middle", dy=alt.expr("datum.tiefer + 1"), aria=False)
        .encode(x=stelle, y=y, text="zeichen:N", color=alt.Color("schrift:N", scale=None))
    )
    diagramm = ebenen(
        gruppe("kopf", feld, kopf),
        gruppe("raster", raster),
        gruppe("spannen", spanne),
        gruppe("brueche", bruch, bruchwort),
        gruppe("titel", titelmarke()),
        gruppe("marken", marken, zeichen),
    )
    return bau(diagramm, 640, KOPF + ZEILE)
