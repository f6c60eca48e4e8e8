"""Age structure: the share of each band as a bar, that of the Kreis as an orange stroke."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import altair as alt

from presentation.charts.diagramm import Diagramm, Spec, Vorlage, bau, ebenen, gruppe, parameter, satz, vorlage, zeilen
from presentation.charts.namenszeilen import laenge, namen, zahlen
from presentation.farben import NAMEN, Modus
from presentation.texts.zahlen import prozent

ZEILENHOEHE: Final = 31
BALKENHOEHE: Final = 17
STRICHHOEHE: Final = 27
ZAHLENSPALTE: Final = 62
"""Width in px at the right that belongs to the values."""


@dataclass(frozen=True)
class Anteil:
    """One band: shares in percent here and, if known, in the Kreis."""

    name: str
    anteil: float
    kreis: float | None = None


def altersbild(anteile: Sequence[Anteil], *, titel: str, modus: Modus, bezug: str) -> Diagramm:
    """Draw the bands, youngest first. `titel` names area and Stichtag, for the text alternative; `bezug` the whole."""
    groesster = max((w for a in anteile for w in (a.anteil, a.kreis) if w is not None), default=0.0)
    spec = alters_vorlage(modus).gefuellt(
        {
            "balken": zeilen(
                [{"zeile": n, "wert": a.anteil, "zahl": prozent(a.anteil)} for n, a in enumerate(anteile)]
            ),
            "kreis": zeilen([{"zeile": n, "wert": a.kreis} for n, a in enumerate(anteile) if a.kreis is not None]),
        },
        {"x_bis": groesster or 1.0, "namen": [a.name for a in anteile]},
    )
    spec["height"] = ZEILENHOEHE * max(len(anteile), 1)
    werte = "; ".join(
        f"{a.name} {prozent(a.anteil)}" + (f" ({bezug} {prozent(a.kreis)})" if a.kreis is not None else "")
        for a in anteile
    )
    mit_kreis = any(a.kreis is not None for a in anteile)
    strich = (f"Strich: {bezug}.",) if mit_kreis else ()
    return Diagramm(spec, f"{satz(f'Altersaufbau: {titel}')} {satz(werte)}", strich, strich)


@cache
def alters_vorlage(modus: Modus) -> Vorlage:
    """Bars with named data `balken` and `kreis`, parameters `x_bis` and `namen`."""
    return vorlage(_alter(), modus)


@cache
def _alter() -> Spec:
    farben = NAMEN
    grund = alt.Chart().encode(y=namen(farben))
    x = laenge("wert", ZAHLENSPALTE)
    balken = grund.mark_bar(height=BALKENHOEHE, color=farben.haupt, aria=False).encode(x=x)
    hof = grund.mark_tick(opacity=1, color=farben.grund, thickness=6, size=STRICHHOEHE, aria=False).encode(x=x)
    strich = grund.mark_tick(opacity=1, color=farben.bezug, thickness=3, size=STRICHHOEHE, aria=False).encode(x=x)
    diagramm = ebenen(gruppe("balken", balken, zahlen(grund)), gruppe("kreis", hof, strich)).add_params(
        *parameter(x_bis=1, namen=[])
    )
    return bau(diagramm, 420, ZEILENHOEHE)
