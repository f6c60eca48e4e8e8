"""Rows of signs that can be counted: one disc a person or meeting, a ring for what is open, dotted for k. A.

Rows too long to be counted, or to fit a phone, become bars of the same lengths.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final

import altair as alt

from presentation.charts.diagramm import Diagramm, Spec, Vorlage, bau, ebenen, gruppe, parameter, satz, vorlage, zeilen
from presentation.charts.spalten import spaltenweise
from presentation.charts.stil import FETT, KLEIN
from presentation.farben import NAMEN, Modus, Palette, palette

TITELZEILE: Final = 22
ZEILE: Final = 25
ABSTAND: Final = 9
LAENGSTE: Final = 12
"""Most signs of a row that can be told apart on a phone."""
MEISTE: Final = 60
"""Most signs of a picture."""
PLATZ: Final = 20
"""Widest place of a sign in px."""
SCHMAL: Final = 430
"""Below this width in px short texts stand behind the rows."""
KREUZ_PFAD: Final = "M-0.8,-0.8L0.8,0.8M0.8,-0.8L-0.8,0.8"


class Zeichen(StrEnum):
    """What a sign says; the words beside the row say it too."""

    VOLL = "voll"
    RING = "ring"
    OFFEN = "offen"
    KREUZ = "kreuz"


@dataclass(frozen=True)
class Zeichenreihe:
    """One row: a name at the left, runs of signs, and what they say, for wide and for narrow windows."""

    name: str
    zeichen: tuple[tuple[Zeichen, int], ...]
    text: str
    kurz: str

    @property
    def laenge(self) -> int:
        """Signs of the row."""
        return sum(anzahl for _, anzahl in self.zeichen)


@dataclass(frozen=True)
class Block:
    """Rows under one title; without title they follow each other. `eigen`: in the colour of those in view."""

    titel: str
    reihen: tuple[Zeichenreihe, ...]
    eigen: bool = False


def zeichenreihen(
    bloecke: Sequence[Block], *, titel: str, modus: Modus, namensplatz: int, textplatz: int = 190, kurzplatz: int = 70
) -> Diagramm:
    """Draw the blocks from top to bottom. `namensplatz`, `textplatz`, `kurzplatz`: width in px of names and texts."""
    alle = [r for b in bloecke for r in b.reihen]
    als_balken = max((r.laenge for r in alle), default=0) > LAENGSTE or sum(r.laenge for r in alle) > MEISTE
    masse = {
        "laengste": max((r.laenge for r in alle), default=0) or 1,
        "namensplatz": namensplatz,
        "textplatz": textplatz,
        "kurzplatz": kurzplatz,
    }

    def spec(gezeigte: Sequence[Block]) -> Spec:
        return _spec(gezeigte, modus, als_balken, masse)

    return Diagramm(spec(bloecke), _alt(bloecke, titel), teile=spaltenweise(bloecke, _hoehe, spec))


def _hoehe(block: Block) -> int:
    return len(block.reihen) * ZEILE + (TITELZEILE + ABSTAND if block.titel else 0)


def _spec(bloecke: Sequence[Block], modus: Modus, als_balken: bool, masse: dict[str, int]) -> Spec:
    """Some of the blocks; one sign has the same width in all of them."""
    farben = palette(modus)
    daten: dict[str, list[dict[str, Any]]] = {
        name: [] for name in ("titel", "reihen", "voll", "offen", "kreuz", "balken", "offene_balken")
    }
    oben = 0
    for block in bloecke:
        if block.titel:
            daten["titel"].append({"y": oben + TITELZEILE - 6, "text": block.titel})
            oben += TITELZEILE
        for reihe in block.reihen:
            mitte = oben + ZEILE / 2
            daten["reihen"].append({"y": mitte, **_worte(reihe)})
            _fuelle(daten, reihe, mitte, farben, farben.haupt if block.eigen else farben.vergleich, als_balken)
            oben += ZEILE
        oben += ABSTAND if block.titel else 0
    spec = zeichen_vorlage(modus).gefuellt({name: zeilen(werte) for name, werte in daten.items()}, masse)
    spec["height"] = max(oben, ZEILE)
    return spec


def _worte(reihe: Zeichenreihe) -> dict[str, Any]:
    return {"name": reihe.name, "ende": reihe.laenge, "breit": reihe.text, "schmal": reihe.kurz}


def _fuelle(
    daten: dict[str, list[dict[str, Any]]], reihe: Zeichenreihe, y: float, farben: Palette, farbe: str, als_balken: bool
) -> None:
    """Put the signs of a row, or its bars, into the data of the picture."""
    stelle = 0
    for art, anzahl in reihe.zeichen:
        flaeche = farbe if art is Zeichen.VOLL else farben.gitter if art is Zeichen.KREUZ else farben.grund
        if als_balken and anzahl:
            ziel = "offene_balken" if art is Zeichen.OFFEN else "balken"
            daten[ziel].append({"y": y, "von": stelle, "bis": stelle + anzahl, "flaeche": flaeche, "strich": farbe})
        elif art in (Zeichen.VOLL, Zeichen.RING):
            daten["voll"] += [{"y": y, "n": stelle + n, "flaeche": flaeche, "strich": farbe} for n in range(anzahl)]
        else:
            ziel = "offen" if art is Zeichen.OFFEN else "kreuz"
            daten[ziel] += [{"y": y, "n": stelle + n} for n in range(anzahl)]
        stelle += anzahl


def _alt(bloecke: Sequence[Block], titel: str) -> str:
    saetze = [satz(titel)]
    for block in bloecke:
        werte = "; ".join(f"{r.name}: {r.text}" for r in block.reihen)
        saetze.append(satz(f"{block.titel}: {werte}" if block.titel else werte))
    return " ".join(saetze)


@cache
def zeichen_vorlage(modus: Modus) -> Vorlage:
    """Named data `titel`, `reihen`, `voll`, `offen`, `kreuz`, `balken`, `offene_balken`; all heights in px."""
    return vorlage(_zeichen(), modus)


_EINHEIT: Final = f"min({PLATZ}, (width - namensplatz - (width < {SCHMAL} ? kurzplatz : textplatz)) / max(laengste, 1))"
"""Width of one sign in px."""
_DURCHMESSER: Final = f"max(4, min(13, {_EINHEIT} - 2.5))"


def _stelle(ausdruck: str) -> Any:
    return alt.value(alt.expr(f"namensplatz + {_EINHEIT} * {ausdruck}"))


@cache
def _zeichen() -> Spec:
    farben = NAMEN
    y = alt.value(alt.expr("datum.y"))
    flaeche = alt.Fill("flaeche:N", scale=None)
    strich = alt.Stroke("strich:N", scale=None)
    punkt: dict[str, Any] = {"size": alt.expr(f"pow({_DURCHMESSER}, 2)"), "opacity": 1, "aria": False}
    mitte = _stelle("(datum.n + 0.5)")
    offen: dict[str, Any] = {"fill": farben.grund, "stroke": farben.leise, "strokeWidth": 1.4, "strokeDash": [2, 2]}
    balken: dict[str, Any] = {"height": 14, "aria": False}
    enden: dict[str, Any] = {"x": _stelle("datum.von"), "x2": _stelle("datum.bis"), "y": y}
    text: dict[str, Any] = {"baseline": "middle", "align": "left", "aria": False}
    diagramm = ebenen(
        gruppe(
            "titel",
            alt.Chart()
            .mark_text(
                color=farben.text, fontWeight=FETT, limit=alt.expr("width"), **{**text, "baseline": "alphabetic"}
            )
            .encode(x=alt.value(0), y=y, text="text:N"),
        ),
        gruppe("balken", alt.Chart().mark_bar(**balken).encode(**enden, fill=flaeche, stroke=strich)),
        gruppe("offene_balken", alt.Chart().mark_bar(**balken, **offen).encode(**enden)),
        gruppe(
            "voll",
            alt.Chart()
            .mark_point(shape="circle", strokeWidth=1.8, **punkt)
            .encode(x=mitte, y=y, fill=flaeche, stroke=strich),
        ),
        gruppe("offen", alt.Chart().mark_point(shape="circle", **offen, **punkt).encode(x=mitte, y=y)),
        gruppe(
            "kreuz",
            alt.Chart()
            .mark_point(shape=KREUZ_PFAD, stroke=farben.leise, strokeWidth=2.2, **punkt)
            .encode(x=mitte, y=y),
        ),
        gruppe(
            "reihen",
            alt.Chart()
            .mark_text(color=farben.leise, fontSize=KLEIN, **text)
            .encode(x=alt.value(0), y=y, text="name:N"),
            alt.Chart()
            .mark_text(
                color=farben.text,
                fontWeight=FETT,
                text=alt.expr(f"width < {SCHMAL} ? datum.schmal : datum.breit"),
                **text,
            )
            .encode(x=_stelle("datum.ende + (datum.ende > 0 ? 8 : 0)"), y=y),
        ),
    ).add_params(*parameter(laengste=1, namensplatz=80, textplatz=190, kurzplatz=70))
    return bau(diagramm, 420, ZEILE)
