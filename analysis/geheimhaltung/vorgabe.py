"""What a Freigabe fixes before anything is protected, and how true cells are brought into that shape."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

import dataframely as dy
import polars as pl

from models.rahmen import Wahrwerte
from models.schutz import Eckwert, schwelle
from models.vokabular import NICHT_ERHOBEN, UEBRIGE, UNBEKANNT, Raumprinzip

_ACHSEN: Final = tuple(p.value for p in Raumprinzip)
_KREIS: Final = 5
"""Digits of the key of a Kreis; a Gemeinde has 8, the first five are those of its Kreis."""


@dataclass(frozen=True)
class Vorgabe:
    """The frame of a cube, constant over its Stichtage.

    `gemeinden`: AGS of the region. `weitere`: labels of places outside that have cells of their own (Kreise with
    5 digits, `uebrige`, `unbekannt`). `raeume`: AGS -> Planungsraum of the Haupteinteilung; may be empty or have
    gaps. `raumprinzipien`: those the Lieferung has; with one of them the other column is `-` in every cell.
    `k`: counts of 1..k-1 persons are not shown. `feste_stroeme`: (Stichtag, other Kreis) -> published number of
    persons from that Kreis served in this region, taken from the cube of that Kreis. `eckwerte`: public figures, which
    are fixed margins.

    Raises `ValueError` if the parts contradict each other.
    """

    gemeinden: tuple[str, ...]
    weitere: tuple[str, ...]
    raeume: dict[str, str]
    raumprinzipien: tuple[str, ...]
    k: int
    feste_stroeme: dict[tuple[date, str], int] = field(default_factory=dict)
    eckwerte: tuple[Eckwert, ...] = ()

    def __post_init__(self) -> None:
        """Refuse parts that contradict each other."""
        if not self.gemeinden or len(set(self.gemeinden)) < len(self.gemeinden):
            raise ValueError("Die Liste der Gemeinden ist leer oder nennt eine Gemeinde zweimal.")
        if doppelt := set(self.gemeinden) & set(self.weitere):
            raise ValueError(f"{', '.join(sorted(doppelt))} steht zugleich in der Region und außerhalb von ihr.")
        if not self.raumprinzipien or not set(self.raumprinzipien) <= set(_ACHSEN):
            raise ValueError(f"Raumprinzip „{self.raumprinzipien}“ ist unbekannt. Möglich sind {', '.join(_ACHSEN)}.")
        if self.k < 2:
            raise ValueError(f"k = {self.k} schützt nichts. Möglich ist k ab 2, üblich sind 3, 5 und 10.")

    @property
    def schritt(self) -> int:
        """c: how far a large cell may be moved so that the Kreis totals stay exact (persons)."""
        return self.k // 2

    @property
    def schwelle(self) -> int:
        """Below this number of persons a cell is shown as a multiple of k."""
        return schwelle(self.k, self.raumprinzipien)


class NichtLoesbar(Exception):  # noqa: N818 - the German noun says it
    """No rounding keeps all bounds. Nothing was protected; the message says what to do, without a count."""


def weitere_kreise(wahr: dy.DataFrame[Wahrwerte], region_kreis: str, k: int) -> tuple[str, ...]:
    """Proposal of the other Kreise to name: at every Stichtag at least 2k persons come from there or are served there.

    All Stichtage have a say, so that the list can stay the same over time (design.md 2). Adding them up instead would
    name a Kreis with one person a year: many small cells, poor accuracy, and no large cell that keeps totals exact.
    """
    innen = {a: pl.col(a).str.starts_with(region_kreis) for a in _ACHSEN}
    hin_und_her = pl.concat(
        wahr.filter(innen[eigene] & ~innen[andere]).select(
            "stichtag", pl.col(andere).str.head(_KREIS).alias("kreis"), "anzahl"
        )
        for eigene, andere in (_ACHSEN, _ACHSEN[::-1])
    )
    genannt = (
        hin_und_her.filter(pl.col("kreis").str.contains(r"^\d{5}$"))
        .group_by("kreis", "stichtag")
        .agg(pl.col("anzahl").sum())
        .group_by("kreis")
        .agg(pl.col("anzahl").min(), tage=pl.len())
        .filter(pl.col("anzahl") >= 2 * k, pl.col("tage") == wahr["stichtag"].n_unique())
    )
    return tuple(sorted(genannt["kreis"]))


def fasse_zusammen(
    wahr: dy.DataFrame[Wahrwerte], gemeinden: Collection[str], weitere: Collection[str]
) -> dy.DataFrame[Wahrwerte]:
    """True cells in the shape of the Freigabe: a Kreis that is not named becomes `uebrige`.

    Cells with neither Herkunft nor Leistungsort in the region belong to another Freigabe and are dropped.
    Raises `ValueError` for a place of the own Kreis that is none of its Gemeinden: counted as `uebrige` it would
    silently be missing from the totals.
    """
    eigene_kreise = {ags[:_KREIS] for ags in gemeinden}

    def bezeichne(ort: str) -> str:
        if ort in gemeinden or ort in (UNBEKANNT, NICHT_ERHOBEN):
            return ort
        kreis = ort[:_KREIS] if ort.isdigit() else ort
        if kreis in eigene_kreise:
            raise ValueError(
                f"Der Schlüssel {ort} liegt im Kreis {kreis}, gehört aber zu keiner seiner Gemeinden. Bitte in der "
                f"Lieferung die heutige Gemeinde (8 Ziffern) oder „{UNBEKANNT}“ angeben und neu importieren."
            )
        return kreis if kreis in weitere else UEBRIGE

    orte = pl.concat([wahr[a] for a in _ACHSEN]).unique().to_list()
    namen = {ort: bezeichne(ort) for ort in orte}
    umbenannt = wahr.with_columns(pl.col(a).replace_strict(namen, return_dtype=pl.String) for a in _ACHSEN)
    eigene = umbenannt.filter(pl.any_horizontal(pl.col(a).is_in(list(gemeinden)) for a in _ACHSEN))
    summen = eigene.group_by("stichtag", *_ACHSEN).agg(pl.col("anzahl").sum())
    return Wahrwerte.validate(summen.sort("stichtag", *_ACHSEN), cast=True)


def complete(vorgabe: Vorgabe, tage: Collection[date], rahmen: Iterable[pl.DataFrame]) -> Vorgabe:
    """Name `uebrige` and `unbekannt` where cells need them, and keep only fixed flows and figures that can apply."""
    orte = {ort for r in rahmen for a in _ACHSEN for ort in r[a].unique()}
    gebraucht = tuple(ort for ort in (UEBRIGE, UNBEKANNT) if ort in orte)
    weitere = tuple(dict.fromkeys((*vorgabe.weitere, *gebraucht)))
    beide = len(vorgabe.raumprinzipien) > 1
    feste = {s: n for s, n in vorgabe.feste_stroeme.items() if beide and s[0] in tage and s[1] in weitere}
    return replace(
        vorgabe,
        weitere=weitere,
        feste_stroeme=feste,
        eckwerte=tuple(
            e
            for e in vorgabe.eckwerte
            if e.stichtag in tage and e.raumprinzip in vorgabe.raumprinzipien and e.glieder(vorgabe.gemeinden)
        ),
    )


def without_kreis(vorgabe: Vorgabe, kreis: str) -> Vorgabe:
    """The same Vorgabe with one Kreis no longer named: its cells go to `uebrige`, its fixed flows are void."""
    return replace(
        vorgabe,
        weitere=tuple(dict.fromkeys((*(w for w in vorgabe.weitere if w != kreis), UEBRIGE))),
        feste_stroeme={s: n for s, n in vorgabe.feste_stroeme.items() if s[1] != kreis},
    )
