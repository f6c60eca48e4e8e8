"""The second cube: the Kreis as a whole by age and sex, fitted to the published total of the first (design.md 2).

The same integer problem as the first cube (`rundung.Aufgabe`): cells of 1..k-1 become 0 or k, each age and each sex
stays within k-1, the sum is the published total, exact or rounded. Nothing here is a Gemeinde, so every cell is an
inner cell and the threshold is k, also where one of the two is not broken down: of a Gemeinde alone design.md asks
for k numbers below 2k (`models.schutz.schwelle`).

A total that is known more closely than k-1 would give small cells away unless large ones blur the remainder. So at
every Stichtag that shows a small cell enough cells must be shown at k+1+c or more: two where only one of the two is
broken down (twice c is at least k-1), three where sums of cells are bounded too (as `schutz.MINDEST_TRAEGER`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import Final

import dataframely as dy
import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.sparse import csr_array

from analysis.geheimhaltung.gleichstand import ziehe
from analysis.geheimhaltung.raster import Vektor
from analysis.geheimhaltung.rundung import OHNE_WUNSCH, Aufgabe, solve_checked
from models.altersgruppen import Partition, fasse_gruppen, gemeinsame_partition, grobe_partition
from models.rahmen import Gliederungswuerfel, Rohzellen
from models.schutz import ALTER, GESCHLECHT, MERKMALE, Gliederung
from models.vokabular import INSGESAMT

MINDEST_GROSSE: Final = {False: 2, True: 3}
"""So many large cells must blur the remainder of a total that is known closely: by whether both are broken down."""

GESCHLECHTER: Final = ("m", "w", "d", "unbekannt")
"""Always all of them: a sex left out would say that it is truly nobody's."""


@dataclass(frozen=True)
class Gesamt:
    """The published total of the Kreis at a Stichtag: as shown, and between which numbers the truth may lie."""

    wert: int
    von: int
    bis: int

    @property
    def spiel(self) -> int:
        """How closely the total is known: the truth may lie at least so far from it, at both sides."""
        return min(self.wert - self.von, self.bis - self.wert)


@dataclass(frozen=True)
class Gliederungsschutz:
    """A protected second cube with the public facts about it, and the truth it was made from (raw side only)."""

    wuerfel: dy.DataFrame[Gliederungswuerfel]
    angaben: Gliederung
    wahr: dict[date, Vektor]
    gezeigt: dict[date, Vektor]

    def wahrwuerfel(self) -> pl.DataFrame:
        """The true cells in the columns of the cube; raw side only."""
        return _rahmen(self.angaben, self.wahr)


@dataclass(frozen=True)
class Frueher:
    """A second cube that was public before, and its truth if that is known here (columns of the cube)."""

    angaben: Gliederung
    wuerfel: dy.DataFrame[Gliederungswuerfel]
    wahr: pl.DataFrame | None = None


def moegliche_raster(
    zellen: dy.DataFrame[Rohzellen], merkmale: Sequence[str], alter: tuple[int, int | None]
) -> list[tuple[Partition | None, tuple[str, ...]]]:
    """The grids to be tried, the finest first: both, then without sex, then ages joined to 0-17, 18-64, 65+.

    `alter`: first and last age that the Grundzahl counts. Only what every row of every Stichtag has is in a grid:
    ages that some file joins are joined, a sex that some file lacks is not broken down. Empty if nothing is left.
    """
    mit_menschen = zellen.filter(pl.col("anzahl") > 0)
    fein = gemeinsame_partition(mit_menschen["altersgruppe"].unique().to_list(), *alter) if ALTER in merkmale else None
    grob = grobe_partition(fein) if fein else None
    je_geschlecht = GESCHLECHT in merkmale and INSGESAMT not in mit_menschen[GESCHLECHT]
    geschlechter = GESCHLECHTER if je_geschlecht else ()
    if fein is None:
        return [(None, geschlechter)] if geschlechter else []
    return [
        *([(fein, geschlechter)] if geschlechter else []),
        (fein, ()),
        *([(grob, ())] if grob is not None and grob != fein else []),
    ]


def gliedere(
    zellen: dy.DataFrame[Rohzellen],
    gesamt: Mapping[date, Gesamt],
    merkmale: Sequence[str],
    alter: tuple[int, int | None],
    raumprinzip: str,
    k: int,
    schluessel: bytes,
    frueher: Frueher | None = None,
) -> Gliederungsschutz | None:
    """Protect the cells of the Kreis by age and sex at all Stichtage of `gesamt`; None if no grid has a solution.

    `zellen`: the true rows of the persons that `gesamt` counts. `frueher`: its grid is the only one that is tried,
    because two grids over the same persons could be set off against each other; cells whose truth did not change keep
    their number if there is any rounding that does so, all others start from it.
    """
    if frueher is not None:
        raster = _festes_raster(zellen, frueher.angaben, alter)
        versuche = [raster] if raster is not None else []
    else:
        versuche = moegliche_raster(zellen, merkmale, alter)
    for partition, geschlechter in versuche:
        angaben = Gliederung(
            raumprinzip=raumprinzip,
            altersgruppen=tuple(partition) if partition else (INSGESAMT,),
            geschlechter=geschlechter or (INSGESAMT,),
            k=k,
            c=k // 2,
        )
        wahr = _vektoren(verteile(zellen, partition, bool(geschlechter)), angaben, "anzahl", gesamt)
        gezeigt = _loese_alle(angaben, wahr, gesamt, schluessel, frueher)
        if gezeigt is not None:
            wuerfel = Gliederungswuerfel.validate(_rahmen(angaben, gezeigt), cast=True)
            return Gliederungsschutz(wuerfel, angaben, wahr, gezeigt)
    return None


def wahre_zellen(
    zellen: dy.DataFrame[Rohzellen], angaben: Gliederung, alter: tuple[int, int | None], stichtage: Sequence[date]
) -> pl.DataFrame | None:
    """The true cells of a grid that is given, in the columns of the cube; None if the rows do not fit into it."""
    raster = _festes_raster(zellen, angaben, alter)
    if raster is None:
        return None
    zugeordnet = verteile(zellen, raster[0], bool(raster[1]))
    return _rahmen(angaben, _vektoren(zugeordnet, angaben, "anzahl", stichtage))


def _festes_raster(
    zellen: dy.DataFrame[Rohzellen], angaben: Gliederung, alter: tuple[int, int | None]
) -> tuple[Partition | None, tuple[str, ...]] | None:
    """The grid of a cube, if these rows fit into it."""
    gruppen, alte = angaben.altersgruppen, angaben.geschlechter
    menschen = zellen.filter(pl.col("anzahl") > 0)
    partition = None if gruppen == (INSGESAMT,) else fasse_gruppen(gruppen, menschen[ALTER].unique().to_list(), *alter)
    if gruppen != (INSGESAMT,) and partition is None:
        return None
    if alte == (INSGESAMT,):
        return partition, ()
    return None if INSGESAMT in menschen[GESCHLECHT] else (partition, alte)


def verteile(zellen: pl.DataFrame, partition: Partition | None, je_geschlecht: bool, *weitere: str) -> pl.DataFrame:
    """True persons by Stichtag, part of the partition and sex, and by `weitere` columns."""
    gruppe = pl.lit(INSGESAMT)
    if partition is not None:
        je_gruppe = {g: name for name, gruppen in partition.items() for g in gruppen}
        gruppe = pl.col(ALTER).replace_strict(je_gruppe, return_dtype=pl.String)
    geschlecht = pl.col(GESCHLECHT) if je_geschlecht else pl.lit(INSGESAMT)
    benannt = zellen.filter(pl.col("anzahl") > 0).with_columns(gruppe.alias(ALTER), geschlecht.alias(GESCHLECHT))
    return benannt.group_by("stichtag", *weitere, *MERKMALE).agg(pl.col("anzahl").sum())


def _paare(angaben: Gliederung) -> list[tuple[str, str]]:
    return list(product(angaben.altersgruppen, angaben.geschlechter))


def _vektoren(
    rahmen: pl.DataFrame, angaben: Gliederung, spalte: str, tage: Iterable[date], leer: int = 0
) -> dict[date, Vektor]:
    """One vector per Stichtag in the order of the grid; `leer` where the frame has no row."""
    plaetze = {paar: nummer for nummer, paar in enumerate(_paare(angaben))}
    vektoren = {tag: np.full(len(plaetze), leer, dtype=np.int64) for tag in sorted(tage)}
    for tag, gruppe, geschlecht, wert in rahmen.select("stichtag", *MERKMALE, spalte).iter_rows():
        if tag in vektoren and (gruppe, geschlecht) in plaetze:
            vektoren[tag][plaetze[gruppe, geschlecht]] = wert
    return vektoren


def _rahmen(angaben: Gliederung, werte: Mapping[date, Vektor]) -> pl.DataFrame:
    zeilen = [
        (tag, *paar, int(wert)) for tag in sorted(werte) for paar, wert in zip(_paare(angaben), werte[tag], strict=True)
    ]
    schema = {"stichtag": pl.Date, ALTER: pl.String, GESCHLECHT: pl.String, "wert": pl.Int32}
    return pl.DataFrame(zeilen, schema=schema, orient="row")


def _raender(angaben: Gliederung) -> csr_array:
    """Margins x cells: every age and every sex where both are broken down, and the total last."""
    paare = _paare(angaben)
    reihen = [np.ones(len(paare), dtype=np.int64)]
    if angaben.kreuzt:
        je_alter = [[a == name for a, _ in paare] for name in angaben.altersgruppen]
        je_geschlecht = [[g == name for _, g in paare] for name in angaben.geschlechter]
        reihen = [*(np.array(reihe, dtype=np.int64) for reihe in (*je_alter, *je_geschlecht)), *reihen]
    return csr_array(np.vstack(reihen))


def _loese_alle(
    angaben: Gliederung,
    wahr: Mapping[date, Vektor],
    gesamt: Mapping[date, Gesamt],
    schluessel: bytes,
    frueher: Frueher | None,
) -> dict[date, Vektor] | None:
    """All Stichtage in their order; None if one has no solution."""
    raender, zufall = _raender(angaben), ziehe(schluessel, map("|".join, _paare(angaben)))
    alte = frueher.wuerfel if frueher is not None else Gliederungswuerfel.create_empty()
    vorher = _vektoren(alte, angaben, "wert", gesamt, OHNE_WUNSCH)
    # Without the former truth nothing says that a cell is unchanged.
    damals = frueher.wahr if frueher is not None and frueher.wahr is not None else alte.clear()
    damals_wahr = _vektoren(damals, angaben, "wert", gesamt, OHNE_WUNSCH)
    gezeigt: dict[date, Vektor] = {}
    entschieden: dict[tuple[int, int], int] = {}
    for tag, x in wahr.items():
        abstand = gesamt[tag].wert - int(x.sum())
        grenze = np.full(raender.shape[0] - 1, angaben.k - 1, dtype=np.int64)
        frueheres = np.array([entschieden.get((i, int(w)), OHNE_WUNSCH) for i, w in enumerate(x)], dtype=np.int64)
        aufgabe = Aufgabe(
            wahr=x,
            raender=raender,
            unten=np.append(-grenze, abstand),
            oben=np.append(grenze, abstand),
            k=angaben.k,
            c=angaben.c,
            wunsch=np.where(vorher[tag] != OHNE_WUNSCH, vorher[tag], frueheres),
            zufall=zufall,
            schwelle=angaben.schwelle,
        )
        gleich = (damals_wahr[tag] == x) & (vorher[tag] != OHNE_WUNSCH)
        loesung = _loese(aufgabe, vorher[tag], gleich)
        if loesung is None or not _haelt_dicht(loesung, gesamt[tag], angaben):
            return None
        gezeigt[tag] = loesung
        entschieden |= {(int(i), int(x[i])): int(loesung[i]) for i in np.flatnonzero(x)}
    return gezeigt


def _loese(aufgabe: Aufgabe, vorher: Vektor, gleich: NDArray[np.bool_]) -> Vektor | None:
    """The best rounding that leaves unchanged cells as they were, else the best that starts from them."""
    unten, oben = aufgabe.grenzen
    versuche = [aufgabe]
    if gleich.any():
        fest = replace(aufgabe, mindestens=np.where(gleich, vorher, unten), hoechstens=np.where(gleich, vorher, oben))
        versuche.insert(0, fest)
    return solve_checked(*versuche)


def _haelt_dicht(gezeigt: Vektor, gesamt: Gesamt, angaben: Gliederung) -> bool:
    """Whether every small cell keeps k possible numbers although the total is known as closely as it is."""
    if gesamt.spiel >= angaben.k - 1 or not np.any(gezeigt <= angaben.k):
        return True
    return int((gezeigt > angaben.k + angaben.c).sum()) >= MINDEST_GROSSE[angaben.kreuzt]
