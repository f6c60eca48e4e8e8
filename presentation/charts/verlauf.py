"""The trend of one Kennzahl: region line, comparison, band of random variation, breaks and gaps.

The one place that draws trends, large for Zahlen and small for the Überblick and the panel of the map.
"""

from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import Any

from models.vokabular import Status
from presentation.charts import verlauf_zeilen as z
from presentation.charts.achse import Achse, linienachse
from presentation.charts.diagramm import Diagramm, satz, zeilen
from presentation.charts.reihen import Bruch, Punkt, Reihe
from presentation.charts.verlauf_vorlage import verlauf_vorlage
from presentation.farben import Modus, palette
from presentation.texts.schutzsaetze import alt_zusatz
from presentation.texts.zahlen import KEINE_ANGABE, zahl

__all__ = ["Bruch", "Punkt", "Reihe", "verlauf"]

ALT_WERTE = 24
"""Most values a series may have in the text alternative; above that it names the table."""


def verlauf(
    region: Reihe,
    vergleich: Reihe | None = None,
    *,
    titel: str,
    modus: Modus,
    brueche: Sequence[Bruch] = (),
    stellen: int = 1,
    jahre: tuple[float, float] | None = None,
    klein: bool = False,
    tabelle: str = "Alle Werte",
    flaeche: str = "übliche Zufallsschwankung",
) -> Diagramm:
    """Draw a trend.

    `titel` is Kennzahl with unit, for the text alternative. `jahre` fixes the first and last point in time (default:
    those of both series), so that charts side by side agree; a series that starts later is marked "nicht vergleichbar".
    `tabelle` names the table that holds all values when they are too many for the text alternative.
    `flaeche` names what the pale band is. `hinweise` say where a cut axis begins, what the band means and why a
    series breaks.
    Raises ValueError if there is no year at all.
    """
    von, bis = jahre or _zeitraum(region, vergleich)
    region = region.in_jahren(von, bis)
    vergleich = vergleich.in_jahren(von, bis) if vergleich else None
    verortet = _verortet(region, brueche, von, bis)
    brueche = [bruch for _, bruch in verortet]
    # An axis of whole years is as wide as its points; else it begins and ends with a year.
    anfang, ende = (von, bis) if klein else (floor(von), ceil(bis))
    linien = [p for reihe in (region, vergleich) if reihe for p in reihe.gezeichnet]
    achse = _achse(linien, klein, ganzzahlig=stellen == 0)
    daten = {
        "luecken": z.lueckenzeilen(region, vergleich, von, bis, klein),
        "vergleich": z.linienzeilen(vergleich, brueche),
        "region": z.linienzeilen(region, brueche),
        "brueche": z.bruchzeilen(verortet, anfang, ende),
        "schrift": z.schriftzeilen(region, vergleich, brueche, palette(modus), stellen, klein),
        **({"jahre": z.jahreszeilen(region, brueche, von, bis)} if klein else {"band": z.bandzeilen(region, brueche)}),
    }
    spec = verlauf_vorlage("klein" if klein else "gross", modus).gefuellt(
        {name: zeilen(werte) for name, werte in daten.items()},
        {
            "y_von": achse.von,
            "y_bis": achse.bis,
            "y_werte": list(achse.werte),
            "y_format": f",.{achse.stellen}f",
            "x_von": anfang - 0.4,
            "x_bis": ende + 0.4,
            "letztes_jahr": ceil(bis),
            "x_werte": list(range(floor(von), ceil(bis) + 1)),
        },
    )
    hinweise = _hinweise(region, brueche, None if klein else achse, (von, bis), flaeche)
    return Diagramm(spec, _alt(titel, region, vergleich, brueche, stellen, tabelle), tuple(hinweise))


def _verortet(region: Reihe, brueche: Sequence[Bruch], von: float, bis: float) -> list[tuple[float, Bruch]]:
    """The breaks of a chart with their place in time, oldest first.

    A change of meaning lies between two years, before the first Stichtag of the new one.
    """
    verortet = []
    for bruch in brueche:
        stelle = bruch.stelle
        if stelle is None:
            neue = [p.jahr for p in region.punkte if p.kalenderjahr == bruch.jahr]
            stelle = (bruch.jahr - 1 + min(neue, default=bruch.jahr)) / 2
            sichtbar = ceil(von) < bruch.jahr <= ceil(bis)
        else:
            sichtbar = von <= stelle <= bis
        if sichtbar:
            verortet.append((stelle, bruch))
    return sorted(verortet, key=lambda paar: paar[0])


def _zeitraum(region: Reihe, vergleich: Reihe | None) -> tuple[float, float]:
    jahre = [p.jahr for reihe in (region, vergleich) if reihe for p in reihe.punkte]
    if not jahre:
        raise ValueError("Ein Verlauf braucht mindestens ein Jahr.")
    return min(jahre), max(jahre)


def _achse(linien: Sequence[Punkt], klein: bool, ganzzahlig: bool) -> Achse:
    werte = [p.wert for p in linien if p.wert is not None]
    if not werte:
        return Achse(0.0, 1.0, (), 0)
    if klein:
        # No axis, so no round ends: the line fills the small height, a flat one stays in the middle.
        tief, hoch = min(werte), max(werte)
        luft = max((abs(hoch) * 0.2 - (hoch - tief)) / 2, 0.0) or 0.5 * (tief == hoch)
        return Achse(tief - luft, hoch + luft, (), 0)
    raender = [rand for p in linien for rand in (p.unten, p.oben) if rand is not None]
    return linienachse(werte + raender, ganzzahlig)


def _hinweise(
    region: Reihe, brueche: Sequence[Bruch], achse: Achse | None, jahre: tuple[float, float], flaeche: str
) -> Iterator[str]:
    von, bis = jahre
    if achse is not None and achse.geschnitten:
        yield f"Achse beginnt bei {zahl(achse.von, achse.stellen)}."
    if achse is not None and any(p.jahr % 1 for p in region.punkte):
        yield "Jeder Wert steht an seinem Stichtag; die Jahreszahlen der Achse stehen am 31.12."
    if achse is not None and z.bandzeilen(region, brueche):
        yield f"Blaue Fläche: {flaeche}."
    for bruch in brueche:
        yield satz(f"Bruch {bruch.jahr}: {bruch.grund or bruch.wort}")
    for luecke in z.luecken(region, von, bis):
        text = luecke.wort.replace("\n", " ")
        yield f"{text[0].upper()}{text[1:]}." if luecke.beginn else satz(f"{luecke.zeitraum}: {text}")


def _alt(
    titel: str, region: Reihe, vergleich: Reihe | None, brueche: Sequence[Bruch], stellen: int, tabelle: str
) -> str:
    saetze = [satz(f"Verlauf: {titel}"), _reihensatz(region, stellen, tabelle)]
    if vergleich:
        saetze.append(f"Zum Vergleich {_reihensatz(vergleich, stellen, tabelle)}")
    saetze += [satz(f"Bruch {b.jahr}: {b.wort}") for b in brueche]
    ohne = [p for p in region.punkte if p.status == Status.GESCHUETZT and not p.gezeichnet]
    saetze.append(alt_zusatz(any(p.wert is not None for p in ohne), bool(ohne)))
    return " ".join(s for s in saetze if s)


def _reihensatz(reihe: Reihe, stellen: int, tabelle: str) -> str:
    if not reihe.punkte:
        return f"{reihe.name}: {KEINE_ANGABE}"
    if len(reihe.punkte) <= ALT_WERTE:
        werte: Any = ", ".join(f"{z.beschriftung(p, stellen)} ({p.zeitpunkt})" for p in reihe.punkte)
        return f"{reihe.name}: {werte}."
    enden = [p for p in (reihe.gezeichnet[:1] + reihe.gezeichnet[-1:]) if p]
    werte = " und ".join(f"{z.beschriftung(p, stellen)} ({p.zeitpunkt})" for p in enden)
    return f"{reihe.name}: {werte}, alle Werte in der Tabelle „{tabelle}“."
