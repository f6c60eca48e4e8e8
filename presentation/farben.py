"""The one place of colours: palettes per mode, and the roles they stand for (face.md 3).

`.streamlit/config.toml` repeats some of these values for Streamlit's own elements; a test holds both together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Final, Literal

Modus = Literal["hell", "dunkel", "druck"]
"""Screen light, screen dark, paper."""

MODI: Final[tuple[Modus, ...]] = ("hell", "dunkel", "druck")


@dataclass(frozen=True)
class Zeichenfarben:
    """Text on a tinted ground, as badges wear it."""

    text: str
    grund: str


@dataclass(frozen=True)
class Palette:
    """Colours of one mode as `#RRGGBB`.

    `haupt` is the region in view, `bezug` the one reference (Kreis value, today, selected area), `vergleich` the
    comparison line, `neutral` a bar that says nothing special. `klassen` are the five classes of a choropleth
    from little to much, `klassentext` the colour of labels inside them. `status` is for duties and badges only,
    never for data.
    """

    modus: Modus
    grund: str
    feld: str
    text: str
    leise: str
    rahmen: str
    linie: str
    gitter: str
    haupt: str
    link: str
    bezug: str
    vergleich: str
    neutral: str
    klassen: tuple[str, str, str, str, str]
    klassentext: tuple[str, str, str, str, str]
    grenze: str
    schraffur: str
    ohne_einwohner: str
    status: Mapping[str, Zeichenfarben]

    @property
    def mehr_heisst(self) -> str:
        """The sentence under a choropleth: the dark mode turns the classes round."""
        return "Heller heißt mehr." if self.modus == "dunkel" else "Dunkler heißt mehr."


HELL: Final = Palette(
    modus="hell",
    grund="#FFFFFF",
    feld="#F3F6F8",
    text="#1A2530",
    leise="#4A5560",
    rahmen="#7F8C98",
    linie="#8693A0",
    gitter="#D5DBE0",
    haupt="#005F9E",
    link="#005F9E",
    bezug="#C2500A",
    vergleich="#66727D",
    neutral="#8693A0",
    klassen=("#E3EEF7", "#8BB4D6", "#3F78AB", "#1B5285", "#0A2A4D"),
    klassentext=("#1A2530", "#1A2530", "#FFFFFF", "#FFFFFF", "#FFFFFF"),
    grenze="#8693A0",
    schraffur="#595959",
    ohne_einwohner="#ECEFF2",
    status=MappingProxyType(
        {
            "gruen": Zeichenfarben("#1A5E33", "#E2F0E7"),
            "blau": Zeichenfarben("#00507F", "#E3EEF7"),
            "rot": Zeichenfarben("#A3161C", "#FBE6E6"),
            "violett": Zeichenfarben("#5B2A86", "#EFE7F6"),
            "orange": Zeichenfarben("#8A3B00", "#FBEBDD"),
            "grau": Zeichenfarben("#4A5560", "#ECEFF2"),
        }
    ),
)

DUNKEL: Final = Palette(
    modus="dunkel",
    grund="#10171E",
    feld="#1A242E",
    text="#E9EEF2",
    leise="#B9C3CC",
    rahmen="#66737F",
    linie="#66737F",
    gitter="#2C3843",
    haupt="#5AB0F2",
    link="#8CC8F7",
    bezug="#F28C45",
    vergleich="#AEB9C3",
    neutral="#7D8A96",
    klassen=("#17324A", "#1F5688", "#3577B2", "#7FB6E3", "#D3E8F9"),
    klassentext=("#FFFFFF", "#FFFFFF", "#FFFFFF", "#10171E", "#10171E"),
    grenze="#66737F",
    schraffur="#BFBFBF",
    ohne_einwohner="#222D37",
    status=MappingProxyType(
        {
            "gruen": Zeichenfarben("#8BD3A3", "#15351F"),
            "blau": Zeichenfarben("#8CC8F7", "#122C41"),
            "rot": Zeichenfarben("#FF9C96", "#421A1B"),
            "violett": Zeichenfarben("#CDB0EC", "#2E1F40"),
            "orange": Zeichenfarben("#F5A76A", "#3A2410"),
            "grau": Zeichenfarben("#B9C3CC", "#26323C"),
        }
    ),
)

DRUCK: Final = replace(HELL, modus="druck", text="#000000", leise="#3A444E", schraffur="#404040")
"""As light, with blacker text: paper and copiers lose contrast."""

PALETTEN: Final[Mapping[Modus, Palette]] = MappingProxyType({"hell": HELL, "dunkel": DUNKEL, "druck": DRUCK})

NAMEN: Final = Palette(
    modus="hell",
    klassen=("@klassen.0", "@klassen.1", "@klassen.2", "@klassen.3", "@klassen.4"),
    klassentext=("@klassentext.0", "@klassentext.1", "@klassentext.2", "@klassentext.3", "@klassentext.4"),
    status=MappingProxyType({}),
    **{
        feld.name: f"@{feld.name}"
        for feld in fields(Palette)
        if feld.name not in ("modus", "klassen", "klassentext", "status")
    },
)
"""Names of roles in place of colours: a chart is built once with these and coloured per mode (`farbe_von`)."""


def farbe_von(name: str, farben: Palette) -> str:
    """The colour behind a name of `NAMEN`, `farbe_von("@klassen.2", HELL)` -> "#3F78AB"."""
    rolle, _, nummer = name.removeprefix("@").partition(".")
    wert = getattr(farben, rolle)
    return str(wert[int(nummer)] if nummer else wert)


STATUSFARBE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "erfuellt": "gruen",
        "bereitgestellt": "gruen",
        "offen": "blau",
        "ueberfaellig": "rot",
        "fehlte": "rot",
        "widerspruechlich": "violett",
        "rechtsstand_pruefen": "violett",
        "teilweise": "orange",
        "kein_beleg": "orange",
        "nicht_anwendbar": "grau",
    }
)
"""Which colour of `Palette.status` a state of a duty or of a measure for accessibility wears."""


def palette(modus: Modus) -> Palette:
    """Colours of a mode."""
    return PALETTEN[modus]
