"""What is known before a Stichtag is rounded: truth, what was public before, bounds, and the laws that follow."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import dataframely as dy
import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.sparse import csr_array, vstack

from analysis.geheimhaltung import eckwerte as oeffentliche
from analysis.geheimhaltung.gleichstand import ziehe
from analysis.geheimhaltung.raster import Raster, Stufe, Vektor, build_raster
from analysis.geheimhaltung.rundung import OHNE_WUNSCH, Aufgabe
from analysis.geheimhaltung.vorgabe import Vorgabe, complete, fasse_zusammen
from models.rahmen import Wahrwerte, Wuerfel

GRENZENLOS: Final = 2**31
"""More persons than any cell shows."""


@dataclass(frozen=True)
class Lage:
    """All that is known before the first Stichtag is solved.

    `vorher` holds `OHNE_WUNSCH` where nothing was public. `gleich`: published cells whose truth did not change since.
    `grenzen`: what each cell may show at least and at most beside other Grundzahlen.
    """

    vorgabe: Vorgabe
    raster: Raster
    wahr: dict[date, Vektor]
    vorher: dict[date, Vektor]
    unveraendert: frozenset[date]
    gleich: dict[date, NDArray[np.bool_]]
    grenzen: dict[date, tuple[Vektor, Vektor]]
    zufall: NDArray[np.float64]


def mache_lage(
    wahr: dy.DataFrame[Wahrwerte],
    stichtage: Sequence[date],
    vorgabe: Vorgabe,
    schluessel: bytes,
    vorher: dy.DataFrame[Wuerfel] | None,
    wahr_vorher: dy.DataFrame[Wahrwerte] | None,
    unveraendert: frozenset[date],
    verwandte: tuple[dy.DataFrame[Wuerfel] | None, dy.DataFrame[Wuerfel] | None],
) -> Lage:
    """Bring truth, former cube and bounds onto the grid of the Vorgabe; `verwandte`: cells of parts, of the whole.

    Raises `ValueError` for a cell that does not fit the Vorgabe and for a public figure that the truth contradicts.
    """
    tage = sorted(set(stichtage))
    zellen = fasse_zusammen(wahr, vorgabe.gemeinden, vorgabe.weitere).filter(pl.col("stichtag").is_in(tage))
    alter_wuerfel = Wuerfel.create_empty() if vorher is None else vorher
    vorgabe = complete(vorgabe, tage, [zellen, alter_wuerfel])
    raster = build_raster(vorgabe)
    if fremde := raster.missing(zellen):
        raise ValueError(
            f"Die Zelle {fremde[0][0]} × {fremde[0][1]} passt nicht zu den Raumprinzipien der Freigabe "
            f"({', '.join(vorgabe.raumprinzipien)}). Bitte die Lieferung prüfen."
        )
    jetzt, veroeffentlicht = (
        raster.vektoren(zellen, "anzahl", tage),
        raster.vektoren(alter_wuerfel, "wert", tage, leer=OHNE_WUNSCH),
    )
    untere, obere = (
        raster.vektoren(Wuerfel.create_empty() if teil is None else teil, "wert", tage, leer=leer)
        for teil, leer in zip(verwandte, (0, GRENZENLOS), strict=True)
    )
    oeffentliche.check_truth(vorgabe, raster, jetzt)
    damals = {} if wahr_vorher is None else raster.vektoren(wahr_vorher, "anzahl", tage)
    return Lage(
        vorgabe=vorgabe,
        raster=raster,
        wahr=jetzt,
        vorher=veroeffentlicht,
        unveraendert=unveraendert & frozenset(tage),
        gleich={tag: (werte == jetzt[tag]) & (veroeffentlicht[tag] != OHNE_WUNSCH) for tag, werte in damals.items()},
        grenzen={tag: (untere[tag], obere[tag]) for tag in tage},
        zufall=ziehe(schluessel, (f"{h}|{z}" for h, z in raster.zellen.select("herkunft", "leistungsort").iter_rows())),
    )


def aufgabe_von(lage: Lage, tag: date, exakt: bool, streng: bool = False) -> Aufgabe:
    """The laws of one Stichtag: bounds of all margins, exact totals if asked for, what is fixed (`fixed_margins`)."""
    k, wahr = lage.vorgabe.k, lage.wahr[tag]
    grenze = np.where((lage.raster.stufen == Stufe.KREIS) & exakt, 0, k - 1)
    feste = {kreis: anzahl for (t, kreis), anzahl in lage.vorgabe.feste_stroeme.items() if t == tag}
    stroeme = np.array([lage.raster.is_from(kreis) for kreis in feste], dtype=np.int64).reshape(len(feste), len(wahr))
    # The flow was published by the other region: its distance to the truth is given, not chosen.
    abstand = np.array(list(feste.values()), dtype=np.int64) - stroeme @ wahr
    oeffentlich = oeffentliche.fixed_margins(lage.vorgabe, lage.raster, tag, wahr, streng)
    return Aufgabe(
        wahr=wahr,
        raender=vstack([lage.raster.raender, csr_array(stroeme), csr_array(oeffentlich.reihen)], format="csr"),
        unten=np.concatenate([-grenze, abstand, oeffentlich.unten]),
        oben=np.concatenate([grenze, abstand, oeffentlich.oben]),
        k=k,
        c=lage.vorgabe.schritt,
        wunsch=lage.vorher[tag],
        zufall=lage.zufall,
        schwelle=lage.vorgabe.schwelle,
        fest=oeffentlich.zellen,
    )


def passt(wahr: Vektor, vorher: Vektor, vorgabe: Vorgabe) -> NDArray[np.bool_]:
    """Cells of which this very Stichtag was published with a number that still suits the truth: it stays first."""
    k, grenze, sockel = vorgabe.k, vorgabe.schwelle, wahr - wahr % vorgabe.k
    klein = (wahr < grenze) & (wahr > sockel)
    beide = (vorher == sockel) | (vorher == sockel + k)
    passt: NDArray[np.bool_] = np.where(klein, beide, (vorher > grenze) & (np.abs(vorher - wahr) <= vorgabe.schritt))
    return passt


def frueher(wahr: Vektor, entschieden: Iterable[tuple[Vektor, Vektor]]) -> Vektor:
    """The newest decision (truth, shown) for the same cell with the same true value: nobody averages over the years."""
    frueher = np.full(len(wahr), OHNE_WUNSCH, dtype=np.int64)
    for damals, gezeigt in entschieden:
        gleich = (wahr == damals) & (wahr > 0)
        frueher[gleich] = gezeigt[gleich]
    return frueher
