"""Age groups by sex: a bar for every number, a pale one from end to end where only a range can be said."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import altair as alt

from models.vokabular import Status
from presentation.charts.diagramm import Diagramm, Spec, Vorlage, bau, ebenen, gruppe, parameter, satz, vorlage, zeilen
from presentation.charts.namenszeilen import laenge, namen, zahlen
from presentation.farben import NAMEN, Modus
from presentation.texts.zahlen import ist_zahl, wert_text

ZEILENHOEHE: Final = 27
BALKENHOEHE: Final = 17
ZAHLENSPALTE: Final = 82
"""Width in px at the right that belongs to the values."""
NAMENSPALTE: Final = 210


@dataclass(frozen=True)
class Teil:
    """One age group and sex. `zweite`: drawn in the second colour (the name says it too). `gewaehlt`: in view."""

    name: str
    wert: float | None
    von: float | None
    bis: float | None
    status: str = Status.GEZEIGT
    zweite: bool = False
    gewaehlt: bool = False

    @property
    def ist_zahl(self) -> bool:
        """Whether it may be drawn as one number."""
        return ist_zahl(self.wert, self.von, self.bis, self.status)

    @property
    def ist_spanne(self) -> bool:
        """Whether there is a range to draw."""
        return not self.ist_zahl and self.wert is not None and self.bis is not None


def gliederungsbild(teile: Sequence[Teil], *, titel: str, modus: Modus, stellen: int = 0) -> Diagramm:
    """Draw the parts from top to bottom as they come. `titel` is Kennzahl, area and Stichtag."""
    enden = [w for t in teile for w in (t.wert, t.bis) if w is not None]
    texte = [wert_text(t.wert, t.von, t.bis, t.status, stellen) for t in teile]
    spec = gliederungs_vorlage(modus).gefuellt(
        {
            "balken": zeilen(
                [{"zeile": n, "wert": t.wert, "zweite": t.zweite} for n, t in enumerate(teile) if t.ist_zahl]
            ),
            "spannen": zeilen(
                [{"zeile": n, "von": t.von or 0, "bis": t.bis} for n, t in enumerate(teile) if t.ist_spanne]
            ),
            "zahlen": zeilen([{"zeile": n, "zahl": text} for n, text in enumerate(texte)]),
            "gewaehlt": zeilen([{"zeile": n} for n, t in enumerate(teile) if t.gewaehlt]),
        },
        {"x_bis": max(enden, default=0.0) or 1.0, "namen": [t.name for t in teile]},
    )
    spec["height"] = ZEILENHOEHE * max(len(teile), 1)
    werte = "; ".join(f"{t.name} {text}" for t, text in zip(teile, texte, strict=True))
    hinweis = ("Blasser Balken: Nur die Spanne ist bekannt.",) if any(t.ist_spanne for t in teile) else ()
    return Diagramm(spec, f"{satz(f'Nach Alter und Geschlecht: {titel}')} {satz(werte)}", hinweis)


@cache
def gliederungs_vorlage(modus: Modus) -> Vorlage:
    """Bars with named data `balken`, `spannen`, `zahlen`, `gewaehlt`, parameters `x_bis` and `namen`."""
    return vorlage(_gliederung(), modus)


@cache
def _gliederung() -> Spec:
    farben = NAMEN
    grund = alt.Chart().encode(y=namen(farben, breite=NAMENSPALTE, alle=True))
    farbe = alt.condition("datum.zweite", alt.value(farben.vergleich), alt.value(farben.haupt))
    balken = grund.mark_bar(height=BALKENHOEHE, aria=False).encode(x=laenge("wert", ZAHLENSPALTE), color=farbe)
    spannen = grund.mark_bar(
        height=BALKENHOEHE, fill=farben.gitter, stroke=farben.linie, strokeWidth=1, strokeDash=[3, 2], aria=False
    ).encode(x=laenge("von", ZAHLENSPALTE), x2="bis:Q")
    rahmen = grund.mark_bar(
        height=ZEILENHOEHE - 2, fillOpacity=0, stroke=farben.bezug, strokeWidth=2, aria=False
    ).encode(x=alt.value(0), x2=alt.value(alt.expr("width")))
    diagramm = ebenen(
        gruppe("zahlen", zahlen(grund)),
        gruppe("spannen", spannen),
        gruppe("balken", balken),
        gruppe("gewaehlt", rahmen),
    ).add_params(*parameter(x_bis=1, namen=[]))
    return bau(diagramm, 420, ZEILENHOEHE)
