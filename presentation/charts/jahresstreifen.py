"""A year as a band of twelve months with one sign a date above it, named where the window is wide enough.

Days shared by several dates are stacks. Where names have no room (below `SCHMAL` px) a number says how many they are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import count, groupby
from typing import Any, Final

import altair as alt

from presentation.charts.diagramm import Spec, Vorlage, bau, ebenen, gruppe, parameter, vorlage, zeilen
from presentation.charts.stil import FETT, KLEIN
from presentation.farben import NAMEN, Modus, palette

SCHMAL: Final = 700
"""Below this width in px there are no names, and months are initials. Laid out for this width, names fit any wider."""
ENGSTE: Final = 260
"""Narrowest width in px for which stacks do not touch."""
ZEILE: Final = 22
BAND: Final = 26
HEUTE: Final = 24
"""Height in px of the words below the band."""
ZEICHEN: Final = 13
"""Width of a sign in px."""
RAND: Final = 8
"""Nearest a sign comes to the edges, from its middle, in px."""
LUFT: Final = 10
"""Least px between what stands side by side."""
JE_BUCHSTABE: Final = 7.5
"""Width in px a letter of a name takes at most on average."""
MONATE: Final = ("Jan", "Feb", "März", "April", "Mai", "Juni", "Juli", "Aug", "Sept", "Okt", "Nov", "Dez")


class Form(StrEnum):
    """Shapes that are told apart without colour: a name Vega knows, or a path from -1 to 1."""

    DREIECK = "triangle-up"
    RAUTE = "diamond"
    QUADRAT = "square"
    DREIECK_UNTEN = "triangle-down"
    RING_MIT_LUECKEN = "M0.42,-0.91A1,1,0,0,1,0.91,0.42M0.42,0.91A1,1,0,0,1,-0.91,0.42M-0.91,-0.42A1,1,0,0,1,0.1,-1"
    STRICH = "M-0.8,0L0.8,0"
    RING = "circle"
    SCHEIBE = "M0,-1A1,1,0,0,1,0,1A1,1,0,0,1,0,-1Z"
    FAHNE = "M-0.6,1L-0.6,-1L0.9,-0.5L-0.6,0"


_HOHL: Final = frozenset({Form.DREIECK_UNTEN, Form.RING_MIT_LUECKEN, Form.STRICH, Form.RING})


@dataclass(frozen=True)
class Marke:
    """A date: its day, the name at its sign, and the shape. `farbe`: a key of `Palette.status`; empty: neutral."""

    tag: date
    name: str
    form: Form
    farbe: str = ""


@dataclass(frozen=True)
class _Platz:
    """Where a stack stands: its lowest row, and on which side its names are."""

    stufe: int
    rechts: bool


def jahresstreifen(marken: Sequence[Marke], jahr: int, *, heute: date, modus: Modus) -> Spec:
    """Draw the dates of the year. Those of one day are stacked in their order, the first on top."""
    farben = palette(modus)
    stapel = [(tag, list(alle)) for tag, alle in groupby(sorted(marken, key=lambda m: m.tag), key=lambda m: m.tag)]
    breit, schmal = _breite_plaetze(stapel), _schmale_plaetze(stapel)
    # A number stands on top of a stack of several.
    hoehen = [platz.stufe + len(alle) for (_, alle), platz in zip(stapel, breit, strict=True)]
    hoehen += [stufe + len(alle) + (len(alle) > 1) for (_, alle), stufe in zip(stapel, schmal, strict=True)]
    oben = ZEILE * max(hoehen, default=1)
    signiert, anzahlen = [], []
    for (tag, alle), platz, stufe in zip(stapel, breit, schmal, strict=True):
        for n, marke in enumerate(reversed(alle)):
            farbe = farben.status[marke.farbe].text if marke.farbe else farben.leise
            signiert.append(
                {
                    "anteil": _anteil(tag),
                    "y_breit": oben - (platz.stufe + n + 0.5) * ZEILE,
                    "y_schmal": oben - (stufe + n + 0.5) * ZEILE,
                    "form": str(marke.form),
                    "strich": farbe,
                    "flaeche": farben.grund if marke.form in _HOHL else farbe,
                    "seite": 1 if platz.rechts else -1,
                    "name": marke.name,
                }
            )
        if len(alle) > 1:
            y = oben - (stufe + len(alle) + 0.5) * ZEILE
            anzahlen.append({"anteil": _anteil(tag), "y": y, "text": str(len(alle))})
    spec = streifen_vorlage(modus).gefuellt(
        {
            "monate": zeilen(_monate(jahr)),
            "zeichen": zeilen(signiert),
            "anzahlen": zeilen(anzahlen),
            "heute": zeilen(
                [{"anteil": _anteil(heute), "text": f"heute, {heute:%d.%m.}"}] if heute.year == jahr else []
            ),
        },
        {"oben": oben},
    )
    spec["height"] = oben + BAND + (HEUTE if heute.year == jahr else 2)
    return spec


def _anteil(tag: date) -> float:
    """The middle of the day as a part of its year."""
    beginn, ende = date(tag.year, 1, 1), date(tag.year + 1, 1, 1)
    return ((tag - beginn).days + 0.5) / (ende - beginn).days


def _monate(jahr: int) -> list[dict[str, Any]]:
    erste = [date(jahr, monat, 1) for monat in range(1, 13)] + [date(jahr + 1, 1, 1)]
    tage = (erste[-1] - erste[0]).days
    return [
        {
            "von": (erste[n] - erste[0]).days / tage,
            "bis": (erste[n + 1] - erste[0]).days / tage,
            "name": name,
            "dunkel": n % 2,
        }
        for n, name in enumerate(MONATE)
    ]


def _mitte(tag: date, breite: int) -> float:
    return min(max(_anteil(tag) * breite, RAND), breite - RAND)


def _breite_plaetze(stapel: Sequence[tuple[date, list[Marke]]]) -> list[_Platz]:
    """Rows and sides at `SCHMAL` px, the highest stacks first, each as low as it fits.

    What does not touch here does not at any greater width: names keep their lengths while days move apart.
    """
    belegt: dict[int, list[tuple[float, float]]] = {}
    plaetze: dict[date, _Platz] = {}
    for tag, alle in sorted(stapel, key=lambda s: (-len(s[1]), s[0])):
        mitte = _mitte(tag, SCHMAL)
        weiten = [ZEICHEN / 2 + 6 + JE_BUCHSTABE * len(m.name) for m in reversed(alle)]
        rechts = [(mitte - ZEICHEN / 2, mitte + weite) for weite in weiten]
        links = [(mitte - weite, mitte + ZEICHEN / 2) for weite in weiten]
        passend = [(True, rechts)] if max(bis for _, bis in rechts) <= SCHMAL else []
        passend += [(False, links)] if min(von for von, _ in links) >= 0 or not passend else []
        stufe, seite, spannen = next(
            (stufe, seite, spannen)
            for stufe in count()
            for seite, spannen in passend
            if all(_frei(belegt.get(stufe + n, ()), s) for n, s in enumerate(spannen))
        )
        for n, spanne in enumerate(spannen):
            belegt.setdefault(stufe + n, []).append(spanne)
        plaetze[tag] = _Platz(stufe, seite)
    return [plaetze[tag] for tag, _ in stapel]


def _schmale_plaetze(stapel: Sequence[tuple[date, list[Marke]]]) -> list[int]:
    """The lowest row of each stack at `ENGSTE` px, where only signs and numbers stand, single ones on the band."""
    belegt: dict[int, list[tuple[float, float]]] = {}
    plaetze: dict[date, int] = {}
    for tag, alle in sorted(stapel, key=lambda s: (len(s[1]), s[0])):
        mitte = _mitte(tag, ENGSTE)
        spanne = (mitte - ZEICHEN / 2, mitte + ZEICHEN / 2)
        hoehe = len(alle) + (len(alle) > 1)
        plaetze[tag] = next(
            stufe for stufe in count() if all(_frei(belegt.get(stufe + n, ()), spanne, 3) for n in range(hoehe))
        )
        for n in range(hoehe):
            belegt.setdefault(plaetze[tag] + n, []).append(spanne)
    return [plaetze[tag] for tag, _ in stapel]


def _frei(belegt: Iterable[tuple[float, float]], spanne: tuple[float, float], luft: float = LUFT) -> bool:
    return all(spanne[1] + luft <= von or bis + luft <= spanne[0] for von, bis in belegt)


@cache
def streifen_vorlage(modus: Modus) -> Vorlage:
    """Band with named data `monate`, `zeichen`, `anzahlen`, `heute` and the parameter `oben`; all heights in px."""
    return vorlage(_streifen(), modus)


_MITTE: Final = f"clamp(datum.anteil * width, {RAND}, width - {RAND})"


def _ausdruck(text: str) -> Any:
    return alt.value(alt.expr(text))


@cache
def _streifen() -> Spec:
    farben = NAMEN
    x = _ausdruck(_MITTE)
    y = _ausdruck(f"width < {SCHMAL} ? datum.y_schmal : datum.y_breit")
    text: dict[str, Any] = {"baseline": "middle", "fontSize": KLEIN, "aria": False}
    kasten = {"x": _ausdruck("datum.von * width"), "x2": _ausdruck("datum.bis * width")}
    diagramm = ebenen(
        gruppe(
            "monate",
            alt.Chart()
            .mark_rect(color=farben.gitter, opacity=alt.expr("datum.dunkel ? 0.75 : 0.4"), aria=False)
            .encode(**kasten, y=_ausdruck("oben"), y2=_ausdruck(f"oben + {BAND}")),
            alt.Chart()
            .mark_text(
                color=farben.text,
                align="center",
                text=alt.expr(f"width < {SCHMAL} ? slice(datum.name, 0, 1) : datum.name"),
                **text,
            )
            .encode(x=_ausdruck("(datum.von + datum.bis) / 2 * width"), y=_ausdruck(f"oben + {BAND / 2}")),
        ),
        gruppe(
            "zeichen",
            alt.Chart()
            .mark_point(size=ZEICHEN**2, strokeWidth=2, opacity=1, aria=False)
            .encode(
                x=x,
                y=y,
                shape=alt.Shape("form:N", scale=None),
                fill=alt.Fill("flaeche:N", scale=None),
                stroke=alt.Stroke("strich:N", scale=None),
            ),
            alt.Chart()
            .mark_text(
                color=farben.text,
                align=alt.expr("datum.seite > 0 ? 'left' : 'right'"),
                # Without a name, not unseen: outside the picture it would shrink the rest.
                text=alt.expr(f"width < {SCHMAL} ? '' : datum.name"),
                **text,
            )
            .encode(x=_ausdruck(f"{_MITTE} + datum.seite * {ZEICHEN / 2 + 6}"), y=y),
        ),
        gruppe(
            "anzahlen",
            alt.Chart()
            .mark_text(
                color=farben.text,
                fontWeight=FETT,
                align="center",
                text=alt.expr(f"width < {SCHMAL} ? datum.text : ''"),
                **text,
            )
            .encode(x=x, y=_ausdruck("datum.y")),
        ),
        gruppe(
            "heute",
            alt.Chart()
            .mark_rule(color=farben.bezug, strokeWidth=2, aria=False)
            .encode(x=_ausdruck("datum.anteil * width"), y=_ausdruck("oben - 4"), y2=_ausdruck(f"oben + {BAND + 5}")),
            alt.Chart()
            .mark_text(color=farben.bezug, fontWeight=FETT, align="center", **text)
            .encode(
                x=_ausdruck("clamp(datum.anteil * width, 46, width - 46)"),
                y=_ausdruck(f"oben + {BAND + 15}"),
                text="text:N",
            ),
        ),
    ).add_params(*parameter(oben=ZEILE))
    return bau(diagramm, 640, ZEILE + BAND)
