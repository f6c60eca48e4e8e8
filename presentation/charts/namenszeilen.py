"""What charts with one row a name share: names at the left, bars from 0, values in a column at the right."""

from typing import Any

import altair as alt

from presentation.charts.stil import FETT
from presentation.farben import Palette


def namen(farben: Palette, *, oben: int = 0, breite: int = 180, alle: bool = False) -> alt.Y:
    """The rows, `oben` px below the top edge. Names are cut at `breite` px.

    Rows are numbers and the axis looks up the parameter `namen`: two areas of one name keep two rows. `alle`: names
    have a row although no datum stands in it.
    """
    zeilen: dict[str, Any] = {"domain": alt.expr("sequence(length(namen))")} if alle else {}
    return alt.Y(
        "zeile:O",
        axis=alt.Axis(
            domain=False,
            ticks=False,
            labelExpr="namen[datum.value]",
            labelColor=farben.text,
            labelPadding=8,
            labelLimit=breite,
        ),
        scale=alt.Scale(**zeilen, range=[oben, alt.expr("height")]),
    )


def laenge(feld: str, zahlenspalte: int) -> alt.X:
    """A length from 0 to the parameter `x_bis`, which leaves `zahlenspalte` px at the right to the values."""
    return alt.X(
        f"{feld}:Q",
        axis=None,
        scale=alt.Scale(
            domain=[0, alt.expr("x_bis")], range=[0, alt.expr(f"width - {zahlenspalte}")], nice=False, zero=True
        ),
    )


def zahlen(grund: alt.Chart) -> alt.Chart:
    """The field `zahl` of each row at the right edge."""
    marke: alt.Chart = grund.mark_text(align="right", fontWeight=FETT, aria=False).encode(
        x=alt.value(alt.expr("width")), text="zahl:N"
    )
    return marke
