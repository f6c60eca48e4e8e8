"""From judged values to a line in time: where a Stichtag lies, which values belong together, where a series breaks."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.vergleiche import Messung, hat_zahl
from presentation.charts.reihen import LUECKE_AB, Bruch, Punkt
from presentation.texts.quellen import basistext
from presentation.texts.zahlen import jahresende, stichtagstext

Zeitachse = Callable[[date], float]
"""Place of a Stichtag on the axis, in years."""


def rand(messung: Messung, kennzahl: Kennzahl) -> tuple[float | None, float | None]:
    """What is drawn around a value: random variation of a rate, the bound of the rounding of a count."""
    if kennzahl.art != "zahl" and not kennzahl.ohne_zufall:
        return messung.unten, messung.oben
    return (None, None) if messung.exakt else (messung.von, messung.bis)


def zeitachse(messungen: Iterable[Messung]) -> Zeitachse:
    """31.12.2022 is 2022, and other days lie between the years as in the calendar.

    A series that is always counted on the same day keeps its year as it is.
    """
    tage = {(m.stichtag.month, m.stichtag.day) for m in messungen}
    if len(tage) == 1:
        return lambda tag: tag.year

    def stelle(tag: date) -> float:
        if jahresende(tag):
            return tag.year
        beginn, ende = date(tag.year - 1, 12, 31), date(tag.year, 12, 31)
        return tag.year - 1 + (tag - beginn).days / (ende - beginn).days

    return stelle


def punkte(
    reihe: Sequence[Messung],
    kennzahl: Kennzahl,
    stelle: Zeitachse | None = None,
    neben: Sequence[Messung] = (),
) -> tuple[Punkt, ...]:
    """Every Stichtag of a series at its place in time, with the values of other series (`neben`) beside it."""
    stelle = stelle or zeitachse([*reihe, *neben])
    mehrfach = Counter(m.stichtag for m in (*reihe, *neben) if hat_zahl(m))
    alle = [
        Punkt(
            stelle(m.stichtag),
            m.wert,
            *rand(m, kennzahl),
            m.status,
            _wann(m, mehrfach[m.stichtag] > 1),
            m.basis,
        )
        for m in (*reihe, *neben)
    ]
    return tuple(sorted(alle, key=lambda p: p.jahr))


def _wann(messung: Messung, mit_basis: bool) -> str:
    wann = stichtagstext(messung.stichtag)
    return f"{wann}, {basistext(messung.basis)}" if mit_basis else wann


def brueche(
    kennzahl: Kennzahl,
    reihe: Sequence[Messung],
    stelle: Zeitachse | None = None,
    neben: Sequence[Messung] = (),
) -> list[Bruch]:
    """Breaks of the record, and those where another series begins: another basis of the population, another source."""
    stelle = stelle or zeitachse([*reihe, *neben])
    fest = [Bruch(b.jahr, b.kurz, b.text.rstrip(".")) for b in kennzahl.brueche]
    jahre = {b.jahr for b in fest}
    je_basis: dict[str, set[date]] = {}
    for m in (*reihe, *neben):
        if m.basis and hat_zahl(m):
            je_basis.setdefault(m.basis, set()).add(m.stichtag)
    tage = sorted(set().union(*je_basis.values()))
    wechsel: dict[date, Bruch] = {}
    for basis, eigene in je_basis.items():
        andere = set().union(*(t for b, t in je_basis.items() if b != basis))
        for tag in sorted(eigene):
            ort = stelle(tag)
            laeuft = any(0 < ort - stelle(t) <= kennzahl.abstand * LUECKE_AB for t in eigene)
            if tag == tage[0] or laeuft or tag.year in jahre:
                continue
            davor = tage[bisect_left(tage, tag) - 1]
            mitte = ort if tag in andere else (stelle(davor) + ort) / 2
            wechsel.setdefault(tag, Bruch(tag.year, *_worte(kennzahl, basis), mitte))
    return fest + [wechsel[tag] for tag in sorted(wechsel)]


def _worte(kennzahl: Kennzahl, basis: str) -> tuple[str, str]:
    if kennzahl.merkmal:
        return "andere Reihe", f"Ab hier zählt eine andere Quelle oder Grundlage: {basistext(basis)}"
    return "andere Grundlage", f"Die Einwohnerzahl steht ab hier auf einer anderen Grundlage: {basistext(basis)}"
