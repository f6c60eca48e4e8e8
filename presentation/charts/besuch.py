"""Groups over meetings: the number in each place, a bar in proportion below it, a dotted line where it is k. A.

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
BALKENHOEHE: Final = 6
LUFT: Final = 16
"""Width in px between the longest bar and the next place."""
SPALTEN: Final = 8
"""Most meetings drawn, the latest; below `MITTEL` px of width `SPALTEN_MITTEL`, below `SCHMAL` px `SPALTEN_SCHMAL`."""
SPALTEN_MITTEL: Final = 5
SPALTEN_SCHMAL: Final = 3
MITTEL: Final = 700
SCHMAL: Final = 430


@dataclass(frozen=True)
class Feld:
    """One group at one meeting. `zahl` None: `text` says why ("k. A."); `offen`: drawn as a dotted line."""

    text: str
    zahl: int | None = None
    offen: bool = False


@dataclass(frozen=True)
class Zeile:
    """A group over all meetings, oldest first. `kurz`: its name on a narrow screen.

    `eigen`: in the colour of those in view; `summe`: without bars.
    """

    name: str
    kurz: str
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
            "laenge": 0 if zeile.summe or not feld.zahl else feld.zahl / groesste,
            "farbe": farben.haupt if zeile.eigen else farben.vergleich,
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
                    {
                        "y": KOPF + (n + 0.5) * ZEILE,
                        "name": z.name,
                        "kurz": z.kurz,
                        "schrift": FETT if z.eigen or z.summe else FEIN,
                    }
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
_SPALTE: Final = f"min(150, (width - {_NAMENSPLATZ}) / {_SICHTBAR})"
_LINKS: Final = f"({_NAMENSPLATZ} + {_SPALTE} * ({_SICHTBAR} - 1 - min(datum.rueck, {_SICHTBAR} - 1)))"
"""Left edge of a place in px. What is not drawn lies under the oldest one that is: outside it would shrink the rest."""
_DA: Final = f"(datum.rueck < {_SICHTBAR} ? 1 : 0)"


@cache
def _besuch() -> Spec:
    farben = NAMEN
    y = alt.value(alt.expr("datum.y"))
    x = alt.value(alt.expr(_LINKS))
    da = alt.expr(_DA)
    unten = alt.value(alt.expr("datum.y + 11"))
    schrift: dict[str, Any] = {"fontWeight": alt.expr("datum.schrift"), "align": "left", "aria": False}
    kopf: dict[str, Any] = {"lineBreak": "\n", "lineHeight": 16, "baseline": "top", "align": "left"}
    diagramm = ebenen(
        gruppe(
            "tage",
            alt.Chart()
            .mark_text(color=farben.leise, fontSize=KLEIN, opacity=da, aria=False, **kopf)
            .encode(x=x, y=alt.value(2), text="text:N"),
        ),
        gruppe(
            "namen",
            alt.Chart()
            .mark_rule(color=farben.gitter, strokeWidth=1, aria=False)
            .encode(x=alt.value(0), x2=alt.value(alt.expr("width")), y=alt.value(alt.expr(f"datum.y - {ZEILE / 2}"))),
            alt.Chart()
            .mark_text(
                color=farben.text,
                baseline="middle",
                limit=alt.expr(f"{_NAMENSPLATZ} - 8"),
                text=alt.expr(f"width < {SCHMAL} ? datum.kurz : datum.name"),
                **schrift,
            )
            .encode(x=alt.value(0), y=y),
        ),
        gruppe(
            "felder",
            alt.Chart()
            .mark_bar(height=BALKENHOEHE, opacity=da, aria=False)
            .encode(
                x=x,
                x2=alt.value(alt.expr(f"{_LINKS} + datum.laenge * ({_SPALTE} - {LUFT})")),
                y=unten,
                color=alt.Color("farbe:N", scale=None),
            ),
            alt.Chart()
            .mark_rule(
                color=farben.leise,
                strokeWidth=1.6,
                strokeDash=[2, 4],
                opacity=alt.expr(f"datum.offen ? {_DA} : 0"),
                aria=False,
            )
            .encode(x=x, x2=alt.value(alt.expr(f"{_LINKS} + {_SPALTE} - {LUFT}")), y=unten),
            alt.Chart()
            .mark_text(color=farben.text, opacity=da, baseline="middle", dy=-4, **schrift)
            .encode(x=x, y=y, text="text:N"),
        ),
    ).add_params(*parameter(sitzungen=1))
    return bau(diagramm, 640, KOPF + ZEILE)
