"""Areas side by side: horizontal bars from 0, the interval of random variation, one orange reference."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import altair as alt

from models.vokabular import Status
from presentation.charts.diagramm import Diagramm, Spec, Vorlage, bau, ebenen, gruppe, parameter, satz, vorlage, zeilen
from presentation.charts.gebietsangaben import Bezug, Gebietsangabe
from presentation.charts.namenszeilen import laenge, namen, zahlen
from presentation.charts.stil import FETT
from presentation.farben import NAMEN, Modus, Palette, palette
from presentation.texts.schutzsaetze import alt_zusatz
from presentation.texts.zahlen import wert_text, zahl

ZEILENHOEHE = 29
BALKENHOEHE = 19
KOPF = 24
"""Height in px above the bars, for the name of the reference."""
ZAHLENSPALTE = 60
"""Width in px at the right that belongs to the values."""
MEISTE = 40
"""Most areas drawn side by side; of more the `ENDEN` highest and lowest."""
ENDEN = 12
ALT_ZEILEN = 40
"""Most areas the text alternative lists; above that it names the table."""


@dataclass(frozen=True)
class Balken(Gebietsangabe):
    """One area; if it is not `gezeichnet`, a word stands in place of its bar.

    `auffaellig`: it differs from the reference by more than chance.
    """

    auffaellig: bool = False


def rangfolge(
    balken: Sequence[Balken],
    bezug: Bezug | None = None,
    *,
    titel: str,
    modus: Modus,
    stellen: int = 1,
    sortierung: Literal["wert", "name"] = "wert",
    tabelle: str = "Alle Werte",
) -> Diagramm:
    """Draw the areas, highest value first (`sortierung="name"`: by name); areas without a number come last.

    `titel` is Kennzahl, unit and Stichtag, for the text alternative. `hinweise` explain colours and lines.
    """
    alle = _sortiert(balken, sortierung)
    sortiert, ausgelassen = _lesbar(alle)
    farben = palette(modus)
    enden = [w for b in sortiert if b.gezeichnet for w in (b.wert, b.oben) if w is not None]
    spec = rangfolge_vorlage(modus).gefuellt(
        {
            "balken": zeilen(list(_balkenzeilen(sortiert, farben, stellen))),
            "bezug": zeilen(
                [{"wert": bezug.wert, "text": f"{bezug.name} {zahl(bezug.wert, stellen)}"}] if bezug else []
            ),
        },
        {
            "x_bis": max([*enden, bezug.wert if bezug else 0.0, 0.0]) or 1.0,
            "namen": [b.name for b in sortiert],
            "balkenzeilen": max((n for n, b in enumerate(sortiert, start=1) if b.gezeichnet), default=0),
        },
    )
    spec["height"] = ZEILENHOEHE * max(len(sortiert), 1) + KOPF
    return Diagramm(spec, _alt(titel, alle, bezug, stellen, tabelle), (*ausgelassen, *_hinweise(sortiert, bezug)))


def _lesbar(alle: list[Balken]) -> tuple[list[Balken], tuple[str, ...]]:
    """All areas, or of many the highest and the lowest with a sentence on those between; words without bars go."""
    if len(alle) <= MEISTE:
        return alle, ()
    gezeichnet = [b for b in alle if b.gezeichnet]
    oben, unten = gezeichnet[:ENDEN], gezeichnet[ENDEN:][-ENDEN:]
    rest = len(alle) - len(oben) - len(unten)
    teile = f"Die {len(oben)} höchsten und die {len(unten)} niedrigsten Werte"
    return [*oben, *unten], (f"{teile}; {rest} weitere Gebiete stehen in der Tabelle.",)


def _sortiert(balken: Sequence[Balken], sortierung: str) -> list[Balken]:
    def rang(b: Balken) -> tuple[bool, float, str]:
        nach_wert = sortierung == "wert" and b.gezeichnet
        return (sortierung == "wert" and not b.gezeichnet, -(b.wert or 0.0) if nach_wert else 0.0, b.name)

    return sorted(balken, key=rang)


def _balkenzeilen(balken: Sequence[Balken], farben: Palette, stellen: int) -> Iterator[dict[str, Any]]:
    for nummer, b in enumerate(balken):
        text = wert_text(b.wert, b.unten, b.oben, b.status, stellen)
        if not b.gezeichnet:
            yield {"zeile": nummer, "wort": text, "zahl": ""}
            continue
        yield {
            "zeile": nummer,
            "wert": b.wert,
            "unten": max(b.unten, 0.0) if b.unten is not None else None,
            "oben": b.oben,
            "farbe": farben.haupt if b.auffaellig else farben.neutral,
            "wort": "",
            "zahl": text,
        }


def _hinweise(balken: Sequence[Balken], bezug: Bezug | None) -> Iterator[str]:
    if bezug and any(b.gezeichnet and b.oben is not None for b in balken):
        yield (
            "Blau: weicht stärker ab als die Zufallsschwankung (feine Linie). "
            f"Grau: von „{bezug.name}“ nicht sicher zu unterscheiden."
        )


def _alt(titel: str, balken: Sequence[Balken], bezug: Bezug | None, stellen: int, tabelle: str) -> str:
    saetze = [satz(f"Rangfolge: {titel}")]
    if len(balken) <= ALT_ZEILEN:
        werte = (f"{b.name} {wert_text(b.wert, b.unten, b.oben, b.status, stellen)}" for b in balken)
        saetze.append(satz("; ".join(werte)))
    else:
        saetze.append(f"Alle Werte stehen in der Tabelle „{tabelle}“.")
    if bezug:
        saetze.append(f"Zum Vergleich {bezug.name}: {zahl(bezug.wert, stellen)}.")
    if auffaellig := [b.name for b in balken if b.auffaellig and b.gezeichnet]:
        saetze.append(f"Sicher zu unterscheiden: {', '.join(auffaellig)}.")
    ohne = [b for b in balken if b.status == Status.GESCHUETZT and not b.gezeichnet]
    saetze.append(alt_zusatz(any(b.wert is not None for b in ohne), bool(ohne)))
    return " ".join(s for s in saetze if s)


@cache
def rangfolge_vorlage(modus: Modus) -> Vorlage:
    """Bars with named data `balken` and `bezug`, parameters `x_bis`, `namen` and `balkenzeilen`."""
    return vorlage(_rangfolge(), modus)


@cache
def _rangfolge() -> Spec:
    diagramm = ebenen(_balken(NAMEN), _bezug(NAMEN)).add_params(*parameter(x_bis=1, namen=[], balkenzeilen=0))
    return bau(diagramm, 420, ZEILENHOEHE, unten=4)


def _x(feld: str) -> alt.X:
    return laenge(feld, ZAHLENSPALTE)


def _balken(farben: Palette) -> alt.LayerChart:
    grund = alt.Chart().encode(y=namen(farben, oben=KOPF))
    flaeche = grund.mark_bar(height=BALKENHOEHE, aria=False).encode(
        x=_x("wert"), color=alt.Color("farbe:N", scale=None)
    )
    hof = grund.mark_rule(color=farben.grund, strokeWidth=5, aria=False)
    linie = grund.mark_rule(color=farben.text, strokeWidth=2, aria=False)
    spannen = [marke.encode(x=_x("unten"), x2="oben:Q") for marke in (hof, linie)]
    worte = grund.mark_text(align="left", dx=4, color=farben.leise, aria=False).encode(x=alt.value(0), text="wort:N")
    return gruppe("balken", flaeche, *spannen, zahlen(grund), worte)


def _bezug(farben: Palette) -> alt.LayerChart:
    # Only as far down as there are bars: words of areas without number stand free.
    ende = f"{KOPF} + (height - {KOPF}) * balkenzeilen / max(length(namen), 1)"
    linie = (
        alt.Chart()
        .mark_rule(color=farben.bezug, strokeWidth=2.5, aria=False)
        .encode(x=_x("wert"), y=alt.value(KOPF - 2), y2=alt.value(alt.expr(ende)))
    )
    wort = (
        alt.Chart()
        .mark_text(color=farben.bezug, fontWeight=FETT, baseline="bottom", aria=False)
        .encode(x=_x("wert"), y=alt.value(KOPF - 5), text="text:N")
    )
    return gruppe("bezug", linie, wort)
