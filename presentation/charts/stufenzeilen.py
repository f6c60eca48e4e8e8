"""What charts with a title and a row of steps below it share: titles that break, places of the steps."""

import textwrap
from typing import Any, Final

import altair as alt

from presentation.charts.stil import FETT, GROESSE
from presentation.farben import NAMEN

TITELZEILE: Final = 18
SCHMAL: Final = 560
"""Below this width in px words break into more lines."""
BREITE_ZEICHEN: Final = 76
SCHMALE_ZEICHEN: Final = 35
"""Characters of a line of a title, on a desk and on a phone."""
TITELZEILEN: Final = 3
IST_SCHMAL: Final = f"width < {SCHMAL}"
WORTE: Final = f"{IST_SCHMAL} ? datum.schmal : datum.breit"
"""The text of a datum made by `in_zeilen`."""
MEHR: Final = f"({IST_SCHMAL} ? datum.mehr_schmal : datum.mehr_breit)"
"""Its lines above the last one."""


def umbrochen(titel: str, zeichen: int) -> list[str]:
    """A title in as many lines as there is room for; the table has the whole of it."""
    return textwrap.wrap(titel, zeichen, max_lines=TITELZEILEN, placeholder=" …")


def in_zeilen(breit: list[str], schmal: list[str]) -> dict[str, Any]:
    """A text for wide and for narrow windows, with the lines that lie above its last one."""
    return {
        "breit": "\n".join(breit),
        "schmal": "\n".join(schmal),
        "mehr_breit": len(breit) - 1,
        "mehr_schmal": len(schmal) - 1,
    }


def mitte(spalte: str, spalten: int, breite: str = "width") -> str:
    """The middle of the place of a step in px, as an expression on the field `spalte`; `breite` of all places."""
    return f"(datum.{spalte} - 0.5) * {breite} / {spalten}"


def titelmarke(y: str = "datum.y") -> alt.Chart:
    """The titles, each ending above `y` (an expression in px)."""
    marke: alt.Chart = (
        alt.Chart()
        .mark_text(
            color=NAMEN.text,
            fontSize=GROESSE,
            fontWeight=FETT,
            align="left",
            baseline="bottom",
            lineBreak="\n",
            lineHeight=TITELZEILE,
            dy=alt.expr(f"-{TITELZEILE} * {MEHR}"),
            aria=False,
            text=alt.expr(WORTE),
        )
        .encode(x=alt.value(2), y=alt.value(alt.expr(y)))
    )
    return marke
