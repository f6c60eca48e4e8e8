"""What the numbers allow to be said: a development over time, and areas against the Kreis. Judged, not yet worded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import dataframely as dy

from analysis.intervalle import Unterschied, mit_intervall, unterschied
from analysis.kennzahlen.kennzahl import Kennzahl
from models.rahmen import Gebietswerte
from models.vokabular import Status


@dataclass(frozen=True)
class Messung:
    """One row of `Gebietswerte` with its interval `unten`..`oben` (for comparing, widened by rounding)."""

    gebiet: str
    name: str
    stichtag: date
    wert: float | None
    von: float | None
    bis: float | None
    unten: float | None
    oben: float | None
    status: str
    zaehler: int | None
    nenner: int | None
    basis: str

    @property
    def exakt(self) -> bool:
        """Whether the value is not blurred by rounding."""
        return self.wert is not None and self.von == self.bis


@dataclass(frozen=True)
class Entwicklung:
    """A series from its first comparable value to the newest, and whether they differ by more than chance."""

    jetzt: Messung
    frueher: Messung | None
    urteil: Unterschied


@dataclass(frozen=True)
class Vergleichen:
    """Areas against the Kreis: who is surely above, who surely below."""

    kreis: Messung | None
    darueber: tuple[Messung, ...]
    darunter: tuple[Messung, ...]
    gezeigt: tuple[Messung, ...]


def messungen(
    werte: dy.DataFrame[Gebietswerte],
    kennzahl: Kennzahl,
    *,
    gebiet: str | None = None,
    stichtag: date | None = None,
) -> list[Messung]:
    """The rows of one area (oldest first) or of one Stichtag (by name)."""
    zeilen = mit_intervall(werte, kennzahl)
    felder = Messung.__dataclass_fields__
    return [
        Messung(**{feld: zeile[feld] for feld in felder})
        for zeile in zeilen.sort("stichtag", "name").iter_rows(named=True)
        if gebiet in (None, zeile["gebiet"]) and stichtag in (None, zeile["stichtag"])
    ]


def reihe(alle: Sequence[Messung], gebiet: str) -> list[Messung]:
    """The rows of one area, oldest first."""
    return [m for m in alle if m.gebiet == gebiet]


def am(alle: Sequence[Messung], stichtag: date) -> list[Messung]:
    """The rows of one Stichtag, by name."""
    return [m for m in alle if m.stichtag == stichtag]


def hat_zahl(messung: Messung) -> bool:
    """Whether there is a number to compare."""
    return messung.wert is not None and messung.status in (Status.GEZEIGT, Status.GESCHUETZT)


def entwicklung(reihe: Sequence[Messung], kennzahl: Kennzahl, bis: date) -> Entwicklung | None:
    """Development of one area up to `bis`: against the first value after the last break of the series.

    None if there is no value at `bis`. Values on another basis are not compared.
    """
    bekannte = [m for m in reihe if hat_zahl(m) and m.stichtag <= bis]
    if not bekannte or bekannte[-1].stichtag != bis:
        return None
    jetzt = bekannte[-1]
    ab = kennzahl.vergleichbar_ab or 0
    fruehere = [m for m in bekannte[:-1] if m.stichtag.year >= ab and m.basis == jetzt.basis]
    frueher = fruehere[0] if fruehere else None
    urteil = (
        unterschied(jetzt.unten, jetzt.oben, frueher.unten, frueher.oben) if frueher else Unterschied.KEIN_VERGLEICH
    )
    return Entwicklung(jetzt, frueher, urteil)


def gegen_kreis(gebiete: Sequence[Messung], kreis: Messung | None) -> Vergleichen:
    """Which areas differ from the Kreis by more than rounding and chance, the farthest first."""
    gezeigt = tuple(sorted((m for m in gebiete if hat_zahl(m)), key=lambda m: -(m.wert or 0)))

    def art(messung: Messung) -> Unterschied:
        if kreis is None:
            return Unterschied.KEIN_VERGLEICH
        return unterschied(messung.unten, messung.oben, kreis.unten, kreis.oben)

    return Vergleichen(
        kreis,
        tuple(m for m in gezeigt if art(m) == Unterschied.HOEHER),
        tuple(m for m in reversed(gezeigt) if art(m) == Unterschied.NIEDRIGER),
        gezeigt,
    )
