"""From series to the rows the trend's layers draw: segments, labels, breaks and gaps. Pure lists of records."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from presentation.charts.reihen import Bruch, Punkt, Reihe, abschnitte
from presentation.charts.stil import FEIN, FETT
from presentation.farben import Palette
from presentation.texts.zahlen import KEINE_ANGABE, wert_text

Zeile = dict[str, Any]

OBEN, UNTEN = -14, 17
"""Distance of a label from its point in px, upwards and downwards."""
STAPEL = 18
"""Distance of two notes that stand above each other, in px."""
LANGE_REIHE = 5
"""From this many years on a small chart has room for a name along its lines."""


def beschriftung(punkt: Punkt, stellen: int) -> str:
    """The value of a year as a reader sees it."""
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
                seite = _seite(punkt, vergleich, _steigt(region, punkt.jahr))
                zeilen.append(_schrift(punkt, text, text, seite, "center", farben.text, FETT))
        wert = beschriftung(letzter, stellen)
        seite = _seite(letzter, vergleich, not _steigt(region, letzter.jahr))
        if klein:
            zeilen.append(_schrift(letzter, wert, wert, seite, "center", farben.text, FETT))
        else:
            hoehen = _hoehen(teile[-1], letzter.jahr, seite)
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
    seite = _seite(punkt, region, unten=_steigt(vergleich, punkt.jahr))
    hoehen = _hoehen(region.gezeichnet + punkte, punkt.jahr, seite)
    return _schrift(punkt, text, text, seite, "center", farben.leise, FEIN, hoehen)


def _hoehen(punkte: Sequence[Punkt], jahr: int, seite: int) -> list[float | None]:
    """The height of the drawn points from `jahr` outwards, so that a long label clears the line it stands on.

    How many of these years the label covers depends on the width of the screen, so Vega picks them.
    """
    je_jahr: dict[int, float] = {}
    aussen = max if seite == OBEN else min
    for punkt in punkte:
        if punkt.wert is not None:
            je_jahr[punkt.jahr] = aussen(punkt.wert, je_jahr.get(punkt.jahr, punkt.wert))
    weite = max(abs(j - jahr) for j in je_jahr)
    abstaende = [n * vorzeichen for n in range(weite + 1) for vorzeichen in ((1, -1) if n else (1,))]
    letztes = max(je_jahr)
    return [je_jahr.get(jahr + n) for n in abstaende if jahr + n <= letztes]


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


def _steigt(reihe: Reihe, jahr: int | None) -> bool:
    """Whether the line goes up next to `jahr` (for the last year: from the one before), or as a whole (None)."""
    punkte = reihe.gezeichnet
    if jahr is None:
        a, b = 0, len(punkte) - 1
    else:
        hier = next(n for n, p in enumerate(punkte) if p.jahr == jahr)
        a, b = (hier, hier + 1) if hier + 1 < len(punkte) else (max(hier - 1, 0), hier)
    return (punkte[b].wert or 0.0) >= (punkte[a].wert or 0.0)


def bruchzeilen(brueche: Sequence[Bruch], von: int, bis: int) -> list[Zeile]:
    """Dotted rules between two years with their words, on the side with more room up to the next rule or edge.

    `platz` is that room as a part of the width.
    """
    weite = bis - von + 0.8
    stellen = [von - 0.4, *(bruch.jahr - 0.5 for bruch in brueche), bis + 0.4]
    zeilen: list[Zeile] = []
    for nummer, bruch in enumerate(brueche):
        davor, hier, danach = stellen[nummer : nummer + 3]
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


def lueckenzeilen(region: Reihe, vergleich: Reihe | None, von: int, bis: int, klein: bool) -> list[Zeile]:
    """Years without number, neighbours of one kind together. A late start reads "vor 2022 nicht vergleichbar".

    A small chart has room for the word of its longest gap only; `hinweise` name them all.
    """
    alle = list(luecken(region, von, bis))
    laengste = max(alle, key=lambda luecke: luecke[1] - luecke[0], default=None)
    # Beside a rising line there is room above its start, beside a falling one below.
    massgeblich = vergleich if vergleich and vergleich.gezeichnet else region
    steigt = bool(massgeblich.gezeichnet) and _steigt(massgeblich, None)
    zeilen: list[Zeile] = []
    for nummer, (a, b, wort) in enumerate(alle):
        beginn = wort.startswith("vor ")
        # Words near an edge are written inwards.
        anker = "left" if a == von else "right" if bis - b < 2 else "center"
        zeilen.append(
            {
                "von": a - 0.5,
                "bis": b + 0.5,
                "anfang": (a + b) / 2 if anker == "center" else a - 0.3 if anker == "left" else b + 0.3,
                "text": wort if not klein or (a, b, wort) == laengste else "",
                "anker": anker,
                "beginn": beginn,
                "oben": klein and beginn and steigt,
                "dy": 0 if klein else -STAPEL * (nummer % 2),
            }
        )
    return zeilen


def luecken(region: Reihe, von: int, bis: int) -> Iterator[tuple[int, int, str]]:
    """First year, last year and word of every gap of the region's series."""
    bekannt = {p.jahr: p for p in region.punkte}
    erstes = min(bekannt, default=bis + 1)

    def wort(jahr: int) -> str | None:
        if jahr < erstes:
            return f"vor {erstes}\nnicht vergleichbar" if erstes <= bis else KEINE_ANGABE
        punkt = bekannt.get(jahr)
        if punkt is None:
            return KEINE_ANGABE
        return None if punkt.gezeichnet else beschriftung(punkt, 0)

    for text, gruppe in groupby(range(von, bis + 1), wort):
        jahre = list(gruppe)
        if text is not None:
            yield jahre[0], jahre[-1], text


def jahreszeilen(brueche: Sequence[Bruch], von: int, bis: int) -> list[Zeile]:
    """The years a small chart writes: first, breaks that keep their distance (of two close ones the later), last."""
    gesetzt: list[int] = []
    for bruch in reversed(brueche):
        if bruch.jahr - von > 2 and min([bis, *gesetzt]) - bruch.jahr > 2:
            gesetzt.append(bruch.jahr)
    jahre = [von, *reversed(gesetzt), bis]
    return [{"jahr": jahr, "text": str(jahr)} for jahr in dict.fromkeys(jahre)]
