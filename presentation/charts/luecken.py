"""Where a trend has no number, and what is said there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from presentation.charts.reihen import LUECKE_AB, Punkt, Reihe
from presentation.texts.zahlen import KEINE_ANGABE, wert_text


@dataclass(frozen=True)
class Luecke:
    """A stretch of time without number: from `anfang` to `ende`, drawn `davor` and `danach` wider.

    `beginn`: before the first value of the series. `von`, `bis`: both ends as they are written.
    """

    anfang: float
    ende: float
    wort: str
    von: str
    bis: str
    beginn: bool = False
    davor: float = 0.5
    danach: float = 0.5

    @property
    def zeitraum(self) -> str:
        """The stretch in words."""
        return self.von if self.von == self.bis else f"{self.von} bis {self.bis}"


def luecken(region: Reihe, von: float, bis: float) -> list[Luecke]:
    """The gaps of a series between two times, oldest first; neighbours with the same word are one."""
    orte = {p.jahr: p for p in region.punkte} | {p.jahr: p for p in region.gezeichnet}
    if not orte:
        return [_fehlend(von, bis, KEINE_ANGABE)]
    abstand = region.abstand
    erster, letzter = orte[min(orte)], orte[max(orte)]
    alle: list[Luecke] = []
    if erster.jahr - von > 0.75 * abstand:
        wort = f"vor {erster.zeitpunkt}\nnicht vergleichbar"
        alle.append(replace(_fehlend(von, max(von, erster.jahr - abstand), wort), beginn=True))
    stellen = sorted(orte)
    for ort, naechster in zip(stellen, [*stellen[1:], stellen[-1]], strict=True):
        if not orte[ort].gezeichnet:
            alle.append(_ungezeichnet(orte[ort]))
        if naechster - ort > abstand * LUECKE_AB:
            mitte = (ort + naechster) / 2
            alle.append(_fehlend(min(ort + abstand, mitte), max(naechster - abstand, mitte), KEINE_ANGABE))
    if bis - letzter.jahr > 0.75 * abstand:
        alle.append(_fehlend(min(letzter.jahr + abstand, bis), bis, KEINE_ANGABE))
    gezeichnete = sorted(p.jahr for p in region.gezeichnet)
    return [_mit_rand(luecke, gezeichnete, abstand) for luecke in _verbunden(alle, gezeichnete)]


def _ungezeichnet(punkt: Punkt) -> Luecke:
    wort = wert_text(punkt.wert, punkt.unten, punkt.oben, punkt.status)
    return Luecke(punkt.jahr, punkt.jahr, wort, punkt.zeitpunkt, punkt.zeitpunkt)


def _fehlend(anfang: float, ende: float, wort: str) -> Luecke:
    return Luecke(anfang, ende, wort, f"{anfang:.0f}", f"{ende:.0f}")


def _verbunden(alle: Sequence[Luecke], gezeichnete: Sequence[float]) -> list[Luecke]:
    verbunden: list[Luecke] = []
    for luecke in alle:
        davor = verbunden[-1] if verbunden else None
        if (
            davor is not None
            and davor.wort == luecke.wort
            and not any(davor.ende < x < luecke.anfang for x in gezeichnete)
        ):
            verbunden[-1] = replace(davor, ende=luecke.ende, bis=luecke.bis)
        else:
            verbunden.append(luecke)
    return verbunden


def _mit_rand(luecke: Luecke, gezeichnete: Sequence[float], abstand: float) -> Luecke:
    """Half way to the next value, at most half the usual distance."""
    vorher = max((x for x in gezeichnete if x < luecke.anfang), default=luecke.anfang - abstand)
    nachher = min((x for x in gezeichnete if x > luecke.ende), default=luecke.ende + abstand)
    return replace(
        luecke,
        davor=min(abstand, luecke.anfang - vorher) / 2,
        danach=min(abstand, nachher - luecke.ende) / 2,
    )
