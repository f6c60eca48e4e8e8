"""What a breakdown costs in accuracy, measured on the truth before anything is published.

Raw side: it sees the truth. What it returns may go out: means over at least 30 cells, shares of areas that read as a
range over at least 30, whether the Kreis totals stay exact. Never a deviation of a cell, never a largest one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Final

import dataframely as dy
import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.sparse import csr_array

from analysis.geheimhaltung.gliederung import Gliederungsschutz
from analysis.geheimhaltung.gliederungssummen import gliederungswerte
from analysis.geheimhaltung.guete import MINDESTENS, ZELLE
from analysis.geheimhaltung.raster import Stufe, Vektor
from analysis.geheimhaltung.rundung import OHNE_WUNSCH, Aufgabe, solve_checked
from analysis.geheimhaltung.schutz import Schutzergebnis
from analysis.geheimhaltung.summen import stroeme, summiere
from models.rahmen import Zaehlwerte, Zuordnung
from models.schutz import MERKMALE, Schutzangaben
from models.vokabular import INSGESAMT

STUFEN: Final = (ZELLE, *(s.value for s in Stufe))
"""Levels of a preview, from the finest cell to the Kreis."""

KLEINSTES_MITTEL: Final = 0.1
"""Means up to this one are not told apart: over 30 numbers it leaves room for a small cell that was moved."""


@dataclass(frozen=True)
class Stufenpreis:
    """One level: mean absolute deviation in persons, and the share (0..1) of areas that read as a range.

    `mittel` in tenths, never below `KLEINSTES_MITTEL`: a mean of 0 would say that every 0 shown is truly nobody.
    None: fewer than 30 numbers, over which a mean would say too much about each.
    """

    mittel: float | None
    spannen: float | None


@dataclass(frozen=True)
class Variante:
    """One way to break a series down.

    `veroeffentlichbar`: whether the product ever publishes it. `moeglich`: whether there is a rounding. `merkmale`: by
    what it is broken down, as published (sex may have been dropped). `eckwerte_exakt`: whether the Kreis totals stay
    the true ones. The audit follows before anything is published.
    """

    id: str
    veroeffentlichbar: bool
    moeglich: bool
    merkmale: tuple[str, ...] = ()
    eckwerte_exakt: bool | None = None
    stufen: dict[str, Stufenpreis] = field(default_factory=dict)

    def als_objekt(self) -> dict[str, object]:
        """As JSON, for jobs and the command line."""
        return {**asdict(self), "merkmale": list(self.merkmale)}


def is_read_as_range() -> pl.Expr:
    """Whether a count is shown as a range and not as one number (the same judgement as on screen)."""
    von, bis, wert = (pl.col(s) for s in ("von", "bis", "wert"))
    return (von != bis) & ~((von > 1) & (bis - von < wert))


def preise(ergebnis: Schutzergebnis) -> dict[str, Stufenpreis]:
    """The price of a first cube by level, from its accuracy and from what it shows."""
    gezeigt = {ZELLE: [stroeme(ergebnis.wuerfel, ergebnis.angaben)], **_flaechen(ergebnis)}
    return {
        stufe: Stufenpreis(_coarse(ergebnis.guete.mittlere_abweichung.get(stufe)), _share(gezeigt[stufe]))
        for stufe in STUFEN
    }


def preis_der_gliederung(schutz: Gliederungsschutz, gesamt: dy.DataFrame[Zaehlwerte]) -> Stufenpreis:
    """The price of a second cube: over its cells and, where both are broken down, over every age and every sex."""
    form = (len(schutz.angaben.altersgruppen), len(schutz.angaben.geschlechter))
    bewegt = [(schutz.gezeigt[tag] - wahr).reshape(form) for tag, wahr in schutz.wahr.items()]
    teile = [b.ravel() for b in bewegt]
    if schutz.angaben.kreuzt:
        teile += [b.sum(axis=achse) for b in bewegt for achse in (0, 1)]
    werte = gliederungswerte(schutz.wuerfel, schutz.angaben, gesamt)
    ohne_gesamt = werte.filter(~pl.all_horizontal(pl.col(*MERKMALE) == INSGESAMT))
    return Stufenpreis(_mean(teile), _share([ohne_gesamt]))


def _flaechen(ergebnis: Schutzergebnis) -> dict[str, list[pl.DataFrame]]:
    """The shown sums of every level by each Raumprinzip."""
    angaben = ergebnis.angaben
    ags = pl.DataFrame({"ags": list(angaben.gemeinden)})
    gebiete = {
        Stufe.GEMEINDE.value: ags.with_columns(gebiet=pl.col("ags")),
        Stufe.PLANUNGSRAUM.value: ags.with_columns(
            gebiet=pl.col("ags").replace_strict(angaben.raeume, default=None, return_dtype=pl.String)
        ).drop_nulls(),
        Stufe.KREIS.value: ags.with_columns(gebiet=pl.lit("kreis")),
    }
    return {
        stufe: [
            summiere(ergebnis.wuerfel, angaben, Zuordnung.validate(zeilen.with_columns(name="gebiet")), prinzip)
            for prinzip in angaben.raumprinzipien
        ]
        for stufe, zeilen in gebiete.items()
    }


def _mean(teile: Iterable[Vektor]) -> float | None:
    alle = np.concatenate([np.zeros(0, dtype=np.int64), *teile])
    return _coarse(float(np.abs(alle).mean())) if len(alle) >= MINDESTENS else None


def _coarse(mittel: float | None) -> float | None:
    return None if mittel is None else max(KLEINSTES_MITTEL, round(mittel, 1))


def _share(teile: Sequence[pl.DataFrame]) -> float | None:
    spannen = [bool(s) for teil in teile for s in teil.select(is_read_as_range()).to_series()]
    return round(sum(spannen) / len(spannen), 2) if len(spannen) >= MINDESTENS else None


def preise_der_gemeinden(
    wahr: Mapping[date, Vektor],
    gemeinden: Sequence[str],
    teile: int,
    angaben: Schutzangaben,
    zufall: NDArray[np.float64],
) -> dict[str, Stufenpreis] | None:
    """The price of breaking the Gemeinden down: cells Gemeinde x part (`teile` each), to compare.

    Small cells become 0 or k; every Gemeinde, every Planungsraum, the Kreis and each part of the Kreis stay within
    k-1. None if there is no rounding.
    """
    k = angaben.k
    raender, stufen = _raender(gemeinden, teile, angaben.raeume)
    bewegt: dict[str, list[Vektor]] = {stufe: [] for stufe in STUFEN}
    gezeigt: dict[str, list[pl.DataFrame]] = {stufe: [] for stufe in STUFEN}
    for x in wahr.values():
        grenze = np.full(raender.shape[0], k - 1, dtype=np.int64)
        aufgabe = Aufgabe(
            wahr=x,
            raender=raender,
            unten=-grenze,
            oben=grenze,
            k=k,
            c=0,
            wunsch=np.full(len(x), OHNE_WUNSCH, dtype=np.int64),
            zufall=zufall,
            schwelle=k,
        )
        y = solve_checked(aufgabe)
        if y is None:
            return None
        unten, oben = np.where(y == k, k - 1, 0), np.where(y == 0, k - 1, 0)
        bewegt[ZELLE].append(y - x)
        gezeigt[ZELLE].append(_shown(y, y - unten, y + oben))
        summen, von, bis = raender @ y, raender @ (y - unten), raender @ (y + oben)
        von, bis = np.maximum(von, np.maximum(0, summen - k + 1)), np.minimum(bis, summen + k - 1)
        for stufe in Stufe:
            ist = stufen == stufe.value
            bewegt[stufe.value].append((summen - raender @ x)[ist])
            gezeigt[stufe.value].append(_shown(summen[ist], von[ist], bis[ist]))
    return {stufe: Stufenpreis(_mean(bewegt[stufe]), _share(gezeigt[stufe])) for stufe in STUFEN}


def _shown(wert: Vektor, von: Vektor, bis: Vektor) -> pl.DataFrame:
    return pl.DataFrame({"wert": wert, "von": von, "bis": bis})


def _raender(gemeinden: Sequence[str], teile: int, raeume: Mapping[str, str]) -> tuple[csr_array, NDArray[np.str_]]:
    """Margins of cells Gemeinde x part with their levels; those of the Kreis are its parts."""
    orte = np.repeat(np.array(gemeinden), teile)
    stellen = np.tile(np.arange(teile), len(gemeinden))
    je_ort = np.array([raeume.get(ort, "") for ort in orte])
    reihen = [(orte == ags, Stufe.GEMEINDE.value) for ags in gemeinden]
    reihen += [(je_ort == raum, Stufe.PLANUNGSRAUM.value) for raum in sorted(set(raeume.values()))]
    reihen += [(stellen == n, Stufe.KREIS.value) for n in range(teile)]
    reihen.append((np.ones(len(orte), dtype=np.bool_), "gesamt"))
    return csr_array(np.vstack([r for r, _ in reihen]).astype(np.int64)), np.array([s for _, s in reihen])
