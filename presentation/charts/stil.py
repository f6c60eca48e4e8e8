"""One style for screen, PNG, PDF and slides: fonts, sizes, German numbers, silent axes."""

from functools import cache
from typing import Any, Final, Literal

import vl_convert

from presentation.farben import Modus, palette

SCHRIFT: Final = "IBM Plex Sans"
SCHRIFTFOLGE: Final = f"{SCHRIFT}, sans-serif"
GROESSE: Final = 14
"""Chart text in px."""
KLEIN: Final = 13
"""Notes and small charts, never less."""
Gewicht = Literal[400, 600]
FEIN: Final = 400
FETT: Final = 600
BANDDECKUNG: Final = 0.15
"""Opacity of the band of random variation: pale enough for the grid to show through."""


@cache
def konfiguration(modus: Modus) -> dict[str, Any]:
    """Vega config of a mode. Shared between specifications: do not change it.

    The locale sits here and not in embed options, because only this place works in the browser and in vl-convert
    alike. `aria` of axes is off: Vega writes English sentences there; the text alternative says more.
    """
    farben = palette(modus)
    return {
        "background": "transparent" if modus != "druck" else farben.grund,
        "font": SCHRIFTFOLGE,
        "locale": {
            "number": vl_convert.get_format_locale("de-DE"),
            "time": vl_convert.get_time_format_locale("de-DE"),
        },
        "view": {"stroke": None},
        "axis": {
            "aria": False,
            "labelFont": SCHRIFTFOLGE,
            "labelFontSize": GROESSE,
            "labelColor": farben.leise,
            "labelPadding": 6,
            "title": None,
            "domainColor": farben.linie,
            "tickColor": farben.linie,
            "gridColor": farben.gitter,
        },
        "legend": {"aria": False, "disable": True},
        "text": {"font": SCHRIFTFOLGE, "fontSize": GROESSE, "color": farben.text},
        "title": {
            "font": SCHRIFTFOLGE,
            "fontSize": 20,
            "fontWeight": FETT,
            "color": farben.text,
            "anchor": "start",
            "subtitleFont": SCHRIFTFOLGE,
            "subtitleFontSize": GROESSE,
            "subtitleColor": farben.leise,
        },
    }
