"""How far the truth may lie from what is shown: of a cell, and of an area as a whole. Public facts only."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import dataframely as dy
import polars as pl

from models.rahmen import Wuerfel, Zuordnung
from models.schutz import SPIEL_DER_QUELLE, Eckwert, Gliederung, Schutzangaben, je_raum

_ZELLE = ["stichtag", "herkunft", "leistungsort"]


def zellspanne(wert: int, angaben: Schutzangaben | Gliederung) -> tuple[int, int]:
    """Smallest and largest true value of an inner cell shown as `wert` (design.md 2, "Honest display").

    0 -> 0..k-1, k -> 1..k, larger -> wert-c..wert+c. Where the cell is a Gemeinde as a whole (`schwelle` 2k):
    k -> 1..2k-1, 2k -> k+1..2k. Raises `ValueError` for what is never shown: 1..k-1, k+1..2k-1 there, below 0.
    """
    k, c, schwelle = angaben.k, angaben.c, angaben.schwelle
    if wert == 0:
        return 0, k - 1
    if wert == k:
        return 1, schwelle - 1 if schwelle > k else k
    if wert == schwelle:
        return k + 1, schwelle
    if wert > schwelle:
        return wert - c, wert + c
    raise ValueError(f"Der Wert {wert} darf bei k = {k} in keiner Zelle stehen. Bitte den Würfel neu freigeben.")


def with_slack(wuerfel: dy.DataFrame[Wuerfel], angaben: Schutzangaben) -> pl.DataFrame:
    """The cells with `unten` and `oben`: by how much the truth of each may lie below and above `wert`."""
    unten, oben = _slack(angaben)
    feste = pl.DataFrame(
        sorted(angaben.feste_zellen),
        schema={"stichtag": pl.Date, "herkunft": pl.String, "leistungsort": pl.String},
        orient="row",
    ).with_columns(fest=pl.lit(value=True))
    return (
        wuerfel.join(feste, on=_ZELLE, how="left")
        .with_columns(
            unten=pl.when(pl.col("fest")).then(0).otherwise(unten), oben=pl.when(pl.col("fest")).then(0).otherwise(oben)
        )
        .drop("fest")
        .pipe(_as_delivered, angaben)
    )


def _as_delivered(zellen: pl.DataFrame, angaben: Schutzangaben) -> pl.DataFrame:
    """Cells of Stichtage that came protected read as their source rounds; where it keeps a number back, null."""
    if not angaben.quellschutz:
        return zellen
    spiel = pl.col("stichtag").replace_strict(
        {date.fromisoformat(tag): SPIEL_DER_QUELLE[art] for tag, art in angaben.quellschutz.items()},
        default=None,
        return_dtype=pl.Int64,
    )
    fremd = spiel.is_not_null()
    gezeigt = pl.when(pl.col("wert").is_not_null())
    return zellen.with_columns(
        unten=pl.when(fremd).then(gezeigt.then(pl.min_horizontal(spiel, "wert"))).otherwise("unten"),
        oben=pl.when(fremd).then(gezeigt.then(spiel)).otherwise("oben"),
    )


def summiere_geliefert(
    zellen: pl.DataFrame, angaben: Schutzangaben, zuordnung: dy.DataFrame[Zuordnung], raumprinzip: str
) -> pl.DataFrame:
    """Areas at Stichtage that came protected: gebiet, stichtag, wert, von, bis. `zellen` as `with_slack` makes them.

    A total that was delivered stays as it is. Only an area without one is the sum of its Gemeinden, and has no value as
    soon as the source keeps one of them back; nothing is worked out by subtraction.
    """
    summen = pl.DataFrame(
        [(s.stichtag, s.gebiet, s.anzahl, s.spiel) for s in angaben.quellsummen if s.raumprinzip == raumprinzip],
        schema={"stichtag": pl.Date, "ort": pl.String, "summe": pl.Int64, "spiel": pl.Int64},
        orient="row",
    ).with_columns(geliefert=pl.lit(value=True))
    vollstaendig = pl.col("wert").is_not_null().all()
    einzeln = zellen.group_by("stichtag", pl.col(raumprinzip).alias("ort")).agg(
        pl.when(vollstaendig).then(pl.col(s).cast(pl.Int64).sum()).alias(s) for s in ("wert", "unten", "oben")
    )
    teile = _or_delivered(einzeln, summen)
    gebiete = (
        teile.join(zuordnung.select(pl.col("ags").alias("ort"), "gebiet"), on="ort")
        .group_by("gebiet", "stichtag")
        .agg(
            *(pl.when(vollstaendig).then(pl.col(s).sum()).alias(s) for s in ("wert", "unten", "oben")),
            orte=pl.col("ort").unique(),
        )
    )
    innen = pl.col("orte").list.set_difference(list(angaben.gemeinden)).list.len() == 0
    voll = zuordnung.group_by("gebiet").agg(soll=pl.col("ags").n_unique())
    ganz = pl.col("orte").list.len() == len(angaben.gemeinden)
    gebiete = (
        gebiete.filter(innen)
        .join(voll, on="gebiet")
        .filter(pl.col("orte").list.len() == pl.col("soll"))
        .with_columns(ort=pl.when(ganz).then(pl.lit("")).otherwise(pl.lit(None, dtype=pl.String)))
    )
    return (
        _or_delivered(gebiete, summen)
        .select(
            "gebiet",
            "stichtag",
            "wert",
            von=pl.max_horizontal(pl.lit(0), pl.col("wert") - pl.col("unten")),
            bis=pl.col("wert") + pl.col("oben"),
        )
        .with_columns(von=pl.when(pl.col("wert").is_not_null()).then("von"))
    )


def _or_delivered(eigene: pl.DataFrame, summen: pl.DataFrame) -> pl.DataFrame:
    """Rows (stichtag, ort, wert, unten, oben) with the delivered total in place of the sum, wherever there is one."""
    return (
        eigene.join(summen, on=["stichtag", "ort"], how="left")
        .with_columns(
            pl.when("geliefert").then("summe").otherwise("wert").alias("wert"),
            *(
                pl.when(pl.col("geliefert") & pl.col("summe").is_not_null())
                .then("spiel")
                .when(pl.col("geliefert").is_null())
                .then(s)
                .alias(s)
                for s in ("unten", "oben")
            ),
        )
        .drop("summe", "spiel", "geliefert")
    )


def _slack(angaben: Schutzangaben) -> tuple[pl.Expr, pl.Expr]:
    """`zellspanne` as expressions."""
    unten: pl.Expr = pl.lit(angaben.c)
    oben: pl.Expr = pl.lit(angaben.c)
    for wert in (0, angaben.k, angaben.schwelle):
        von, bis = zellspanne(wert, angaben)
        unten = pl.when(pl.col("wert") == wert).then(wert - von).otherwise(unten)
        oben = pl.when(pl.col("wert") == wert).then(bis - wert).otherwise(oben)
    return unten, oben


def area_bounds(
    angaben: Schutzangaben, zuordnung: dy.DataFrame[Zuordnung], raumprinzip: str, stichtage: Iterable[date]
) -> pl.DataFrame:
    """Bounds of each area that lies wholly in the region, at each Stichtag.

    Columns gebiet, stichtag, `grenze` (persons the shown sum may be off), `oeffentlich` and `spiel` (the public figure
    of the area and how far the truth may lie from it; null without one).
    """
    alle = frozenset(angaben.gemeinden)
    gebiete = [
        (gebiet, frozenset(glieder))
        for gebiet, glieder in zuordnung.group_by("gebiet").agg("ags").select("gebiet", "ags").iter_rows()
        if alle.issuperset(glieder)
    ]
    zeilen = []
    for tag in stichtage:
        eigene = {
            e.glieder(angaben.gemeinden): e
            for e in angaben.eckwerte
            if e.stichtag == tag and e.raumprinzip == raumprinzip
        }
        grenzen = _Grenzen(angaben, eigene)
        for gebiet, glieder in gebiete:
            e = eigene.get(glieder)
            zeilen.append((gebiet, tag, grenzen.of(glieder), e and e.anzahl, e and e.spiel))
    return pl.DataFrame(
        zeilen,
        schema={
            "gebiet": pl.String,
            "stichtag": pl.Date,
            "grenze": pl.Int64,
            "oeffentlich": pl.Int64,
            "spiel": pl.Int64,
        },
        orient="row",
    )


def hoechstgrenze(angaben: Schutzangaben, zuordnung: dy.DataFrame[Zuordnung]) -> int:
    """The widest of the bounds n(k-1) of these areas, in persons; 0 if none of them lies wholly in the region."""
    grenzen = area_bounds(replace(angaben, eckwerte=()), zuordnung, angaben.raumprinzipien[0], [date.min])
    return max(grenzen["grenze"], default=0)


class _Grenzen:
    """Bounds of areas at one Stichtag: k-1 for each bounded margin that makes up the area, 0 for fixed ones."""

    def __init__(self, angaben: Schutzangaben, eckwerte: dict[frozenset[str], Eckwert]) -> None:
        self.alle = frozenset(angaben.gemeinden)
        self.begrenzt = set(je_raum(angaben.raeume).values())
        self.genau = {glieder for glieder, e in eckwerte.items() if e.genau}
        if angaben.eckwerte_exakt:
            self.genau.add(self.alle)
        self.einzeln = angaben.k - 1
        self.gespeichert: dict[frozenset[str], int] = {}

    def of(self, glieder: frozenset[str]) -> int:
        """Bound of an area in persons."""
        if glieder not in self.gespeichert:
            self.gespeichert[glieder] = self._of(glieder)
        return self.gespeichert[glieder]

    def _of(self, glieder: frozenset[str]) -> int:
        if glieder in self.genau:
            return 0
        offen = glieder.difference(*(fest for fest in self.genau if fest < glieder and len(fest) == 1))
        gerundet = [raum for raum in self.begrenzt if raum <= glieder]
        ganze = [raum for raum in gerundet if raum & offen]
        anzahl = len(ganze) + len(offen.difference(*ganze))
        if glieder == self.alle:
            anzahl = min(1, anzahl)
        return anzahl * self.einzeln


def within_public() -> dict[str, pl.Expr]:
    """`von` and `bis` no wider than the public figure of the area, wherever the shown sum lies within its range."""
    gilt = (pl.col("wert") - pl.col("oeffentlich")).abs() <= pl.col("spiel")
    unten, oben = pl.col("oeffentlich") - pl.col("spiel"), pl.col("oeffentlich") + pl.col("spiel")
    return {
        "von": pl.when(gilt).then(pl.max_horizontal("von", unten)).otherwise("von"),
        "bis": pl.when(gilt).then(pl.min_horizontal("bis", oben)).otherwise("bis"),
    }
