"""The preview of a Freigabe: what each breakdown costs in accuracy. Nothing is published."""

from collections.abc import Sequence
from itertools import product
from typing import Final

import numpy as np
import polars as pl

from analysis.freigabe.geben import entwirf
from analysis.freigabe.gliedern import (
    alter_von,
    bisherige,
    frueher_von,
    gesamt_von,
    zellen_des_kreises,
)
from analysis.freigabe.pruefen import Entwurf
from analysis.freigabe.stoff import schluessel
from analysis.geheimhaltung.gleichstand import ziehe
from analysis.geheimhaltung.gliederung import gliedere, moegliche_raster, verteile
from analysis.geheimhaltung.preis import Variante, preis_der_gliederung, preise, preise_der_gemeinden
from analysis.geheimhaltung.raster import Stufe
from analysis.geheimhaltung.schutz import NichtLoesbar, Vorgabe, schuetze
from analysis.geheimhaltung.summen import summiere_kreis
from models.grundzahlen import GRUNDZAHLEN
from models.rahmen import Wahrwerte
from models.schutz import ALTER, MERKMALE
from models.tabellen import Region
from models.vokabular import INSGESAMT, NICHT_ERHOBEN, UNBEKANNT, Raumprinzip

BEIDE: Final = "herkunft_leistungsort"
GEMEINDE_ALTER, GEMEINDE_BEIDES = "gemeinde_alter", "gemeinde_alter_geschlecht"


def vorschau_auf(region: Region, grundzahl: str, *, mindest_k: int | None = None) -> list[Variante]:
    """The price of each breakdown of the stored Lieferungen of a Grundzahl; empty for public figures (Plätze).

    Ways of the product first, then those shown for comparison only. Raises `FreigabeAbgelehnt`.
    """
    if GRUNDZAHLEN[grundzahl].oeffentlich:
        return []
    entwurf = entwirf(region, grundzahl, mindest_k=mindest_k, nach=())
    prinzipien = entwurf.ergebnis.angaben.raumprinzipien
    name = BEIDE if len(prinzipien) > 1 else prinzipien[0]
    exakt = entwurf.ergebnis.angaben.eckwerte_exakt
    grund = Variante(name, True, True, (), exakt, preise(entwurf.ergebnis))
    allein = [_allein(entwurf, p) for p in prinzipien] if len(prinzipien) > 1 else []
    gegliedert = [_gegliedert(entwurf, grund, merkmale) for merkmale in ((ALTER,), MERKMALE)]
    if GRUNDZAHLEN[grundzahl].nur_kreis:
        return [grund, *gegliedert]
    gemeinden = [_gemeinden(entwurf, (ALTER,), GEMEINDE_ALTER), _gemeinden(entwurf, MERKMALE, GEMEINDE_BEIDES)]
    return [*allein, grund, *gegliedert, *gemeinden]


def _allein(entwurf: Entwurf, prinzip: str) -> Variante:
    """The same persons by one Raumprinzip only."""
    stoff, angaben = entwurf.stoff, entwurf.ergebnis.angaben
    andere = next(p.value for p in Raumprinzip if p.value != prinzip)
    eigene = stoff.wahr.filter(pl.col(prinzip).is_in(list(angaben.gemeinden)))
    summen = eigene.with_columns(pl.lit(NICHT_ERHOBEN).alias(andere)).group_by("stichtag", "herkunft", "leistungsort")
    wahr = Wahrwerte.validate(summen.agg(pl.col("anzahl").sum()), cast=True)
    vorgabe = Vorgabe(angaben.gemeinden, (UNBEKANNT,), angaben.raeume, (prinzip,), angaben.k)
    try:
        ergebnis = schuetze(wahr, stoff.stichtage, vorgabe, schluessel("vorschau", stoff.synthetisch))
    except NichtLoesbar:
        return Variante(prinzip, True, False)
    return Variante(prinzip, True, True, (), ergebnis.angaben.eckwerte_exakt, preise(ergebnis))


def _gegliedert(entwurf: Entwurf, grund: Variante, merkmale: Sequence[str]) -> Variante:
    """The first cube as it is, and the Kreis as a whole broken down besides."""
    stoff, angaben = entwurf.stoff, entwurf.ergebnis.angaben
    prinzip = angaben.raumprinzipien[0]
    alte = bisherige(entwurf.fruehere)
    ist_alte = alte is not None and set(alte.merkmale) == set(merkmale)
    summen = summiere_kreis(entwurf.ergebnis.wuerfel, angaben, prinzip)
    schutz = gliedere(
        zellen_des_kreises(stoff, angaben.gemeinden, prinzip),
        gesamt_von(summen),
        merkmale,
        alter_von(stoff),
        prinzip,
        angaben.k,
        schluessel("gliederung", stoff.synthetisch),
        frueher_von(entwurf.fruehere) if ist_alte else None,
    )
    name = "_".join(["kreis", *merkmale])
    erlaubt = alte is None or ist_alte
    if schutz is None or not set(merkmale) <= set(schutz.angaben.merkmale):
        return Variante(name, erlaubt, False)
    preis = preis_der_gliederung(schutz, summen)
    stufen = {**grund.stufen, Stufe.KREIS.value: preis}
    return Variante(name, erlaubt, True, tuple(merkmale), grund.eckwerte_exakt, stufen)


def _gemeinden(entwurf: Entwurf, merkmale: Sequence[str], name: str) -> Variante:
    """Every Gemeinde by Herkunft broken down: what would be lost if the product published that."""
    stoff, angaben = entwurf.stoff, entwurf.ergebnis.angaben
    prinzip = angaben.raumprinzipien[0]
    zellen = zellen_des_kreises(stoff, angaben.gemeinden, prinzip)
    raster = moegliche_raster(zellen, merkmale, alter_von(stoff))
    partition, geschlechter = raster[0] if raster else (None, ())
    if partition is None or (len(merkmale) > 1 and not geschlechter):
        return Variante(name, False, False)
    teile = list(product(partition, geschlechter or (INSGESAMT,)))
    plaetze = {(ags, *teil): nummer for nummer, (ags, teil) in enumerate(product(angaben.gemeinden, teile))}
    wahr = {tag: np.zeros(len(plaetze), dtype=np.int64) for tag in stoff.stichtage}
    verteilt = verteile(zellen, partition, bool(geschlechter), prinzip)
    for tag, *zelle, anzahl in verteilt.select("stichtag", prinzip, *MERKMALE, "anzahl").iter_rows():
        wahr[tag][plaetze[tuple(zelle)]] = anzahl
    zufall = ziehe(schluessel("vorschau", stoff.synthetisch), map("|".join, plaetze))
    stufen = preise_der_gemeinden(wahr, angaben.gemeinden, len(teile), angaben, zufall)
    return Variante(name, False, stufen is not None, tuple(merkmale), False, stufen or {})
