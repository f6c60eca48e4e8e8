"""From series to the rows the trend's layers draw: segments, labels, breaks and gaps. Pure lists of records."""

from collections.abc import Sequence
from math import floor
from typing import Any

from presentation.charts.luecken import luecken
from presentation.charts.reihen import Bruch, Punkt, Reihe, abschnitte
from presentation.charts.stil import FEIN, FETT
from presentation.farben import Palette
from presentation.texts.zahlen import wert_text

__all__ = [
    "bandzeilen",
    "beschriftung",
    "bruchzeilen",
    "jahreszeilen",
    "linienzeilen",
    "luecken",
    "lueckenzeilen",
    "schriftzeilen",
]

Zeile = dict[str, Any]

OBEN, UNTEN = -14, 17
"""Distance of a label from its point in px, upwards and downwards."""
STAPEL = 18
"""Distance of two notes that stand above each other, in px."""
LANGE_REIHE = 5
"""From this many years on a small chart has room for a name along its lines."""


def beschriftung(punkt: Punkt, stellen: int) -> str:
    """The value of a Stichtag as a reader sees it."""
    return wert_text(punkt.wert, punkt.unten, punkt.oben, punkt.status, stellen)


def bandzeilen(reihe: Reihe, brueche: Sequence[Bruch]) -> list[Zeile]:
    """The band around the line where both bounds are known."""
    return [
        {"jahr": p.jahr, "unten": p.unten, "oben": p.oben, "abschnitt": nummer}
        for nummer, teil in abschnitte(reihe, brueche)
        for p in teil
        if p.unten is not None and p.oben is not None
    ]


def linienzeilen(reihe: Reihe | None, brueche: Sequence[Bruch]) -> list[Zeile]:
    """Points of a line; `ende` marks first and last, `allein` a point without neighbours that no line would show."""
    if reihe is None or not reihe.gezeichnet:
        return []
    enden = {reihe.gezeichnet[0].jahr, reihe.gezeichnet[-1].jahr}
    return [
        {
            "jahr": p.jahr,
            "wert": p.wert,
            "abschnitt": nummer,
            "ende": p.jahr in enden,
            "allein": len(teil) == 1,
        }
        for nummer, teil in abschnitte(reihe, brueche)
        for p in teil
    ]


def schriftzeilen(
    region: Reihe,
    vergleich: Reihe | None,
    brueche: Sequence[Bruch],
    farben: Palette,
    stellen: int,
    klein: bool,
) -> list[Zeile]:
    """Values and names at the lines, each on the side away from the other line."""
    zeilen: list[Zeile] = []
    if region.gezeichnet:
        erster, letzter = region.gezeichnet[0], region.gezeichnet[-1]
        teile = [teil for _, teil in abschnitte(region, brueche)]
        anfaenge = [teil[0] for teil in teile]
        for punkt in [erster] if klein else anfaenge:
            if punkt.jahr != letzter.jahr:
                text = beschriftung(punkt, stellen)
                seite = _seite(punkt, vergleich, _steigt(region, punkt))
                zeilen.append(_schrift(punkt, text, text, seite, "center", farben.text, FETT))
        wert = beschriftung(letzter, stellen)
        seite = _seite(letzter, vergleich, not _steigt(region, letzter))
        if klein:
            zeilen.append(_schrift(letzter, wert, wert, seite, "center", farben.text, FETT))
        else:
            eigener = next(teil for teil in teile if letzter in teil)
            hoehen = _hoehen(eigener, letzter.jahr, seite)
            text = f"{region.name} {wert}"
            zeilen.append(_schrift(letzter, text, wert, seite, "right", farben.haupt, FETT, hoehen))
    if vergleich and vergleich.gezeichnet:
        zeilen.append(
            _kleiner_name(region, vergleich, farben) if klein else _vergleichsende(region, vergleich, farben, stellen)
        )
    return zeilen


def _vergleichsende(region: Reihe, vergleich: Reihe, farben: Palette, stellen: int) -> Zeile:
    punkt = vergleich.gezeichnet[-1]
    wert = beschriftung(punkt, stellen)
    seite = _seite(punkt, region, unten=False)
    hoehen = _hoehen(vergleich.gezeichnet, punkt.jahr, seite)
    return _schrift(punkt, f"{vergleich.name} {wert}", wert, seite, "right", farben.leise, FEIN, hoehen)


def _kleiner_name(region: Reihe, vergleich: Reihe, farben: Palette) -> Zeile:
    """The name of the comparison in a small chart: the ends belong to the values of the region."""
    punkte = vergleich.gezeichnet
    text = vergleich.kurz or vergleich.name
    erstes = min(p.jahr for p in (*region.punkte, *punkte))
    if len(region.gezeichnet) < LANGE_REIHE and erstes == punkte[0].jahr:
        return _schrift(punkte[0], f"{text} ", text, 0, "right", farben.leise, FEIN)
    punkt = punkte[len(punkte) // 2]
    seite = _seite(punkt, region, unten=_steigt(vergleich, punkt))
    hoehen = _hoehen(region.gezeichnet + punkte, punkt.jahr, seite)
    return _schrift(punkt, text, text, seite, "center", farben.leise, FEIN, hoehen)


def _hoehen(punkte: Sequence[Punkt], jahr: float, seite: int) -> list[float | None]:
    """The height of the drawn points from `jahr` outwards, so that a long label clears the line it stands on.

    How many of these years the label covers depends on the width of the screen, so Vega picks them.
    """
    je_jahr: dict[int, float] = {}
    aussen = max if seite == OBEN else min
    for punkt in punkte:
        if punkt.wert is not None:
            abstand = floor(punkt.jahr - jahr + 0.5)
            je_jahr[abstand] = aussen(punkt.wert, je_jahr.get(abstand, punkt.wert))
    weite = max(abs(n) for n in je_jahr)
    abstaende = [n * vorzeichen for n in range(weite + 1) for vorzeichen in ((1, -1) if n else (1,))]
    letzter = max(je_jahr)
    return [je_jahr.get(n) for n in abstaende if n <= letzter]


def _schrift(
    punkt: Punkt,
    text: str,
    kurz: str,
    dy: int,
    anker: str,
    farbe: str,
    gewicht: int,
    hoehen: list[float | None] | None = None,
) -> Zeile:
    return {
        "jahr": punkt.jahr,
        "wert": punkt.wert,
        "hoehen": hoehen or [punkt.wert],
        "text": text,
        "kurz": kurz,
        "dy": dy,
        "anker": anker,
        "farbe": farbe,
        "gewicht": gewicht,
    }


def _seite(punkt: Punkt, andere: Reihe | None, unten: bool) -> int:
    """Away from the other line in that year; `unten` decides where there is none or it runs through the point."""
    gegenueber = [p.wert for p in andere.gezeichnet if p.jahr == punkt.jahr] if andere else []
    if gegenueber and punkt.wert is not None and gegenueber[0] is not None and gegenueber[0] != punkt.wert:
        unten = gegenueber[0] > punkt.wert
    return UNTEN if unten else OBEN


def _steigt(reihe: Reihe, punkt: Punkt | None) -> bool:
    """Whether the line goes up next to a point (for the last one: from the one before), or as a whole (None)."""
    punkte = reihe.gezeichnet if punkt is None else [p for p in reihe.gezeichnet if p.reihe == punkt.reihe]
    if punkt is None:
        a, b = 0, len(punkte) - 1
    else:
        hier = punkte.index(punkt)
        a, b = (hier, hier + 1) if hier + 1 < len(punkte) else (max(hier - 1, 0), hier)
    return (punkte[b].wert or 0.0) >= (punkte[a].wert or 0.0)


def bruchzeilen(brueche: Sequence[tuple[float, Bruch]], von: float, bis: float) -> list[Zeile]:
    """Dotted rules at their places in time with their words, on the side with more room up to the next rule or edge.

    `platz` is that room as a part of the width.
    """
    weite = bis - von + 0.8
    stellen = [von - 0.4, *(stelle for stelle, _ in brueche), bis + 0.4]
    zeilen: list[Zeile] = []
    for nummer, (hier, bruch) in enumerate(brueche):
        davor, danach = stellen[nummer], stellen[nummer + 2]
        rechts = danach - hier >= hier - davor
        zeilen.append(
            {
                "jahr": hier,
                "text": f"Bruch {bruch.jahr}: {bruch.wort}",
                "kurz": f"Bruch {bruch.jahr}",
                "anker": "left" if rechts else "right",
                "dx": 7 if rechts else -7,
                "dy": -STAPEL * (nummer % 3),
                "platz": round((danach - hier if rechts else hier - davor) / weite, 3),
            }
        )
    return zeilen


def lueckenzeilen(region: Reihe, vergleich: Reihe | None, von: float, bis: float, klein: bool) -> list[Zeile]:
    """Times without number, neighbours of one kind together. A late start reads "vor 2022 nicht vergleichbar".

    A small chart has room for the word of its longest gap only; `hinweise` name them all.
    """
    alle = luecken(region, von, bis)
    laengste = max(alle, key=lambda luecke: luecke.ende - luecke.anfang, default=None)
    # Beside a rising line there is room above its start, beside a falling one below.
    massgeblich = vergleich if vergleich and vergleich.gezeichnet else region
    steigt = bool(massgeblich.gezeichnet) and _steigt(massgeblich, None)
    zeilen: list[Zeile] = []
    for nummer, luecke in enumerate(alle):
        a, b = luecke.anfang, luecke.ende
        # Words near an edge are written inwards.
        anker = "left" if a == von else "right" if bis - b < 2 else "center"
        zeilen.append(
            {
                "von": a - luecke.davor,
                "bis": b + luecke.danach,
                "anfang": (a + b) / 2 if anker == "center" else a - 0.3 if anker == "left" else b + 0.3,
                "text": luecke.wort if not klein or luecke is laengste else "",
                "anker": anker,
                "beginn": luecke.beginn,
                "oben": klein and luecke.beginn and steigt,
                "dy": 0 if klein else -STAPEL * (nummer % 2),
            }
        )
    return zeilen


def jahreszeilen(region: Reihe, brueche: Sequence[Bruch], von: float, bis: float) -> list[Zeile]:
    """The times a small chart writes: first, breaks that keep their distance (of two close ones the later), last.

    A time that is not 31.12. is written as month and year.
    """
    gesetzt: list[float] = []
    for bruch in reversed(brueche):
        if bruch.jahr - von > 2 and min([bis, *gesetzt]) - bruch.jahr > 2:
            gesetzt.append(float(bruch.jahr))
    worte = {p.jahr: p.zeitpunkt[3:] if len(p.zeitpunkt) == 10 else p.zeitpunkt for p in region.punkte}
    return [{"jahr": j, "text": worte.get(j, f"{j:.0f}")} for j in dict.fromkeys([von, *reversed(gesetzt), bis])]
