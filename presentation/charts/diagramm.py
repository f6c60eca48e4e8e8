"""What every chart builder returns, and how prepared specifications are filled.

Building Altair objects costs 50 to 200 ms a chart. So each kind of chart is built once (`bau`), coloured once per mode
(`vorlage`), and a run only puts data and parameters into copies of the few places that change.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self

import altair as alt

from presentation.charts.stil import konfiguration
from presentation.farben import Modus, Palette, farbe_von, palette

Spec = dict[str, Any]
Pfad = tuple[str | int, ...]


@dataclass(frozen=True)
class Diagramm:
    """A finished chart: specification, text alternative, and remarks the page must print beside it.

    `spec` is shown by `st.vega_lite_chart(spec, width="stretch", theme=None, alt=alt)` and exported by
    `presentation.exports.bild`. Treat it as read-only: parts of it are shared between charts.
    `zeichen`: those of the remarks that explain marks which only this drawing has; a program that draws the numbers
    itself leaves them out. `teile`: the rows in so many charts of about equal height, which say the same side by side.
    """

    spec: Spec
    alt: str
    hinweise: tuple[str, ...] = ()
    zeichen: tuple[str, ...] = ()
    teile: Callable[[int], Sequence[Spec]] | None = field(default=None, compare=False)

    def mit_hoehe(self, hoehe: int) -> Self:
        """The same chart, `hoehe` pixels high in itself."""
        return replace(self, spec={**self.spec, "height": hoehe})


@dataclass(frozen=True)
class Vorlage:
    """A specification built once, with the paths of its named data and parameters."""

    spec: Spec
    datenpfade: tuple[tuple[str, Pfad], ...]

    def gefuellt(self, daten: Mapping[str, Spec], werte: Mapping[str, Any] | None = None) -> Spec:
        """A new specification: `daten` maps each name to a Vega-Lite data object, `werte` sets parameters.

        Raises KeyError for a name the Vorlage does not have, and for data left unfilled.
        """
        spec = dict(self.spec)
        offen = set(daten) - {name for name, _ in self.datenpfade}
        if offen:
            raise KeyError(f"Daten ohne Platz in der Vorlage: {', '.join(sorted(offen))}")
        kopiert: set[Pfad] = {()}
        for name, pfad in self.datenpfade:
            _ersetze(spec, pfad, daten[name], kopiert)
        neu = dict(werte or {})
        spec["params"] = [
            {**p, "value": neu.pop(p["name"])} if p["name"] in neu else p for p in self.spec.get("params", [])
        ]
        if neu:
            raise KeyError(f"Werte ohne Platz in der Vorlage: {', '.join(sorted(neu))}")
        return spec


def alternative(diagramme: Iterable[Diagramm]) -> str:
    """The text alternative of a picture that is made of several charts."""
    return " ".join(d.alt for d in diagramme)


def bemerkungen(diagramme: Iterable[Diagramm]) -> list[str]:
    """What must be read beside such a picture; what several of its charts say is said once."""
    return list(dict.fromkeys(h for d in diagramme for h in d.hinweise))


def satz(text: str) -> str:
    """The text with one full stop at its end, also after "k. A."."""
    return text if text.endswith(".") else f"{text}."


def zeilen(werte: list[dict[str, Any]]) -> Spec:
    """Inline data. Kept inside layers: Streamlit moves only top-level data through Arrow, which costs more."""
    return {"values": werte}


def vorlage(bau: Spec, modus: Modus) -> Vorlage:
    """Colour a chart that was built with `farben.NAMEN`, and remember where its `NamedData` sit."""
    spec = _eingefaerbt(bau, palette(modus))
    spec["config"] = konfiguration(modus)
    return Vorlage(spec, tuple(_datenstellen(spec, ())))


def bau(
    diagramm: alt.LayerChart,
    breite: int,
    hoehe: int,
    *,
    rand: int = 2,
    oben: int | None = None,
    unten: int | None = None,
) -> Spec:
    """An Altair chart as a dictionary that fits its place; sizes in px, `rand` also above and below if not said.

    The tests validate the filled specifications; at the start it costs too much.
    """
    padding = {
        "left": rand,
        "top": rand if oben is None else oben,
        "right": rand,
        "bottom": rand if unten is None else unten,
    }
    fertig = diagramm.properties(
        width=breite,
        height=hoehe,
        padding=padding,
        autosize=alt.AutoSizeParams(type="fit", contains="padding"),
    )
    spec: Spec = fertig.to_dict(validate=False)
    return spec


def _eingefaerbt(teil: Any, farben: Palette) -> Any:
    if isinstance(teil, dict):
        return {schluessel: _eingefaerbt(wert, farben) for schluessel, wert in teil.items()}
    if isinstance(teil, list):
        return [_eingefaerbt(wert, farben) for wert in teil]
    return farbe_von(teil, farben) if isinstance(teil, str) and teil.startswith("@") else teil


def gruppe(name: str, *marken: alt.Chart) -> alt.LayerChart:
    """Marks that draw the same named data."""
    return alt.LayerChart(data=alt.NamedData(name=name), layer=list(marken))


def ebenen(*teile: alt.LayerChart | alt.Chart) -> alt.LayerChart:
    """Parts on top of each other, the first one lowest."""
    return alt.LayerChart(layer=list(teile))


def parameter(**werte: Any) -> list[alt.Parameter]:
    """Variable parameters with their initial values; expressions in the chart use them by name."""
    return [alt.param(name=name, value=wert) for name, wert in werte.items()]


def _datenstellen(teil: Any, pfad: Pfad) -> Iterator[tuple[str, Pfad]]:
    if isinstance(teil, dict):
        daten = teil.get("data")
        if isinstance(daten, dict) and set(daten) == {"name"}:
            yield daten["name"], (*pfad, "data")
        for schluessel, wert in teil.items():
            yield from _datenstellen(wert, (*pfad, schluessel))
    elif isinstance(teil, list):
        for nummer, wert in enumerate(teil):
            yield from _datenstellen(wert, (*pfad, nummer))


def _ersetze(spec: Spec, pfad: Pfad, wert: Spec, kopiert: set[Pfad]) -> None:
    """Set `wert` at `pfad`, copying each container on the way once, so that the Vorlage stays as it is."""
    teil: Any = spec
    for tiefe, schritt in enumerate(pfad[:-1], start=1):
        if pfad[:tiefe] not in kopiert:
            teil[schritt] = teil[schritt].copy()
            kopiert.add(pfad[:tiefe])
        teil = teil[schritt]
    teil[pfad[-1]] = wert
