"""Charts as numbers, for programs that draw them themselves: what the picture draws, and nothing it does not draw."""

from collections.abc import Iterator, Sequence
from math import ceil

from presentation.ansichten.bogen import Datenreihe, Reihen
from presentation.bilder import Verlaufsstoff
from presentation.charts.rangfolge import Balken
from presentation.charts.reihen import Bruch, Punkt, Reihe, abschnitte
from presentation.charts.verlauf_zeilen import beschriftung
from presentation.texts.zahlen import wert_text


def des_verlaufs(stoff: Verlaufsstoff, einheit: str, stellen: int) -> Reihen | None:
    """One line an unbroken stretch: a chart of Excel would join across a break. None without a number to draw."""
    reihen = [r for r in (stoff.eigene, stoff.andere) if r is not None]
    if not any(r.gezeichnet for r in reihen):
        return None
    stellen_der_achse = sorted({p.jahr for r in reihen for p in r.punkte})
    wort = {p.jahr: p.zeitpunkt.partition(",")[0] for r in reihen for p in r.punkte}
    linien = [
        _linie(r, strecke, stellen_der_achse, r is stoff.andere, stellen)
        for r in reihen
        for _, strecke in abschnitte(r, stoff.brueche)
    ]
    return Reihen(
        "linie",
        tuple(wort[s] for s in stellen_der_achse),
        tuple(linien),
        einheit,
        stellen,
        brueche=tuple((wort[s], f"Bruch {b.jahr}: {b.wort}") for s, b in _verortet(stoff, stellen_der_achse)),
    )


def _verortet(stoff: Verlaufsstoff, achse: Sequence[float]) -> Iterator[tuple[float, Bruch]]:
    """The first point of the axis behind each break; a break before the first one is none."""
    for bruch in stoff.brueche:
        danach = [s for s in achse if (ceil(s - 1e-6) >= bruch.jahr if bruch.stelle is None else s >= bruch.stelle)]
        if danach and danach[0] != achse[0]:
            yield danach[0], bruch


def _linie(reihe: Reihe, strecke: Sequence[Punkt], achse: Sequence[float], vergleich: bool, stellen: int) -> Datenreihe:
    je = {p.jahr: p for p in strecke}
    return Datenreihe(
        reihe.name,
        tuple(je[s].wert if s in je else None for s in achse),
        tuple(je[s].unten if s in je else None for s in achse),
        tuple(je[s].oben if s in je else None for s in achse),
        vergleich,
        worte=tuple(beschriftung(je[s], stellen) if s in je else "" for s in achse),
    )


def der_balken(
    balken: Sequence[Balken], reihenname: str, einheit: str, stellen: int, bezug: tuple[str, float] | None = None
) -> Reihen | None:
    """Areas side by side, highest first, those without a number last. None without a number to draw."""
    if not any(b.gezeichnet for b in balken):
        return None
    sortiert = sorted(balken, key=lambda b: (not b.gezeichnet, -(b.wert or 0), b.name))
    reihe = Datenreihe(
        reihenname,
        tuple(b.wert if b.gezeichnet else None for b in sortiert),
        tuple(b.unten if b.gezeichnet else None for b in sortiert),
        tuple(b.oben if b.gezeichnet else None for b in sortiert),
        hervor=tuple(b.auffaellig for b in sortiert),
        worte=tuple(wert_text(b.wert, b.unten, b.oben, b.status, stellen) for b in sortiert),
    )
    return Reihen("balken", tuple(b.name for b in sortiert), (reihe,), einheit, stellen, bezug)
