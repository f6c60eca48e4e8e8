"""Groups over meetings: the number in each place, a disc in proportion below it, dotted where it is k. A.

On a narrow screen only the latest meetings are drawn; the table has them all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import altair as alt

from presentation.charts.diagramm import Diagramm, Spec, Vorlage, bau, ebenen, gruppe, parameter, satz, vorlage, zeilen
from presentation.charts.stil import FEIN, FETT, KLEIN
from presentation.farben import NAMEN, Modus, palette

ZEILE: Final = 38
KOPF: Final = 40
GROESSTER: Final = 34
"""Diameter in px of the largest disc."""
SPALTEN: Final = 8
"""Most meetings drawn, the latest; below `MITTEL` px of width `SPALTEN_MITTEL`, below `SCHMAL` px `SPALTEN_SCHMAL`."""
SPALTEN_MITTEL: Final = 5
SPALTEN_SCHMAL: Final = 3
MITTEL: Final = 700
SCHMAL: Final = 430


@dataclass(frozen=True)
class Feld:
    """One group at one meeting. `zahl` None: `text` says why ("k. A."); `offen`: drawn as a dotted ring."""

    text: str
    zahl: int | None = None
    offen: bool = False


@dataclass(frozen=True)
class Zeile:
    """A group over all meetings, oldest first. `eigen`: in the colour of those in view; `summe`: without discs."""

    name: str
    felder: tuple[Feld, ...]
    eigen: bool = False
    summe: bool = False


def besuch(zeilen_: Sequence[Zeile], tage: Sequence[tuple[str, str]], *, titel: str, modus: Modus) -> Diagramm:
    """Draw the groups. `tage`: day and year of each meeting in two lines ("28.09.", "2026"), oldest first."""
    farben = palette(modus)
    groesste = max((f.zahl for z in zeilen_ if not z.summe for f in z.felder if f.zahl), default=1)
    letzte = len(tage) - 1
    felder = [
        {
            "y": KOPF + (n + 0.5) * ZEILE,
            "rueck": letzte - stelle,
            "text": feld.text,
            "schrift": FETT if zeile.eigen or zeile.summe else FEIN,
            "groesse": 0 if zeile.summe or not feld.zahl else GROESSTER**2 * feld.zahl / groesste,
            "farbe": farben.klassen[0] if zeile.eigen else farben.gitter,
            "rand": farben.haupt if zeile.eigen else farben.linie,
            "offen": feld.offen,
        }
        for n, zeile in enumerate(zeilen_)
        for stelle, feld in enumerate(zeile.felder)
    ]
    spec = besuch_vorlage(modus).gefuellt(
        {
            "tage": zeilen([{"rueck": letzte - n, "text": f"{tag}\n{jahr}"} for n, (tag, jahr) in enumerate(tage)]),
            "namen": zeilen(
                [
                    {"y": KOPF + (n + 0.5) * ZEILE, "name": z.name, "schrift": FETT if z.eigen or z.summe else FEIN}
                    for n, z in enumerate(zeilen_)
                ]
            ),
            "felder": zeilen(felder),
        },
        {"sitzungen": len(tage) or 1},
    )
    spec["height"] = KOPF + ZEILE * max(len(zeilen_), 1)
    return Diagramm(spec, _alt(zeilen_, tage, titel))


def _alt(zeilen_: Sequence[Zeile], tage: Sequence[tuple[str, str]], titel: str) -> str:
    werte = [
        satz(
            f"{z.name}: "
            + ", ".join(f"{tag}{jahr} {feld.text}" for (tag, jahr), feld in zip(tage, z.felder, strict=True))
        )
        for z in zeilen_
    ]
    return " ".join([satz(titel), *werte])


@cache
def besuch_vorlage(modus: Modus) -> Vorlage:
    """Matrix with named data `tage`, `namen`, `felder` and the parameter `sitzungen`; all heights in px."""
    return vorlage(_besuch(), modus)


_NAMENSPLATZ: Final = f"(width < {SCHMAL} ? 132 : 250)"
_SICHTBAR: Final = (
    f"min(sitzungen, width < {SCHMAL} ? {SPALTEN_SCHMAL} : width < {MITTEL} ? {SPALTEN_MITTEL} : {SPALTEN})"
)
_SPALTE: Final = f"min(110, (width - {_NAMENSPLATZ}) / {_SICHTBAR})"
_DA: Final = f"(datum.rueck < {_SICHTBAR} ? 1 : 0)"


@cache
def _besuch() -> Spec:
    farben = NAMEN
    y = alt.value(alt.expr("datum.y"))
    x = alt.value(alt.expr(f"{_NAMENSPLATZ} + {_SPALTE} * ({_SICHTBAR} - datum.rueck - 0.5)"))
    da = alt.expr(_DA)
    schrift: dict[str, Any] = {"fontWeight": alt.expr("datum.schrift"), "baseline": "middle", "aria": False}
    diagramm = ebenen(
        gruppe(
            "tage",
            alt.Chart()
            .mark_text(
                color=farben.leise,
                fontSize=KLEIN,
                lineBreak="\n",
                lineHeight=16,
                baseline="top",
                opacity=da,
                aria=False,
            )
            .encode(x=x, y=alt.value(2), text="text:N"),
        ),
        gruppe(
            "namen",
            alt.Chart()
            .mark_rule(color=farben.gitter, strokeWidth=1, aria=False)
            .encode(x=alt.value(0), x2=alt.value(alt.expr("width")), y=alt.value(alt.expr(f"datum.y - {ZEILE / 2}"))),
            alt.Chart()
            .mark_text(color=farben.text, align="left", limit=alt.expr(f"{_NAMENSPLATZ} - 8"), **schrift)
            .encode(x=alt.value(0), y=y, text="name:N"),
        ),
        gruppe(
            "felder",
            alt.Chart()
            .mark_point(shape="circle", strokeWidth=1.2, size=alt.expr("datum.groesse"), opacity=da, aria=False)
            .encode(x=x, y=y, fill=alt.Fill("farbe:N", scale=None), stroke=alt.Stroke("rand:N", scale=None)),
            alt.Chart()
            .mark_point(
                shape="circle",
                fill=farben.grund,
                stroke=farben.leise,
                strokeWidth=1.2,
                strokeDash=[2, 3],
                size=GROESSTER**2,
                opacity=alt.expr(f"datum.offen ? {_DA} : 0"),
                aria=False,
            )
            .encode(x=x, y=y),
            alt.Chart().mark_text(color=farben.text, opacity=da, **schrift).encode(x=x, y=y, text="text:N"),
        ),
    ).add_params(*parameter(sitzungen=1))
    return bau(diagramm, 640, KOPF + ZEILE)
