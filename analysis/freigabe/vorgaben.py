"""What is fixed before anything is protected: grid, margins, k, flows that another region published."""

from datetime import date
from typing import Final

import dataframely as dy
import polars as pl

from analysis import schutzregeln
from analysis.freigabe.stoff import FreigabeAbgelehnt, Stoff
from analysis.geheimhaltung.regeln import darf_gegliedert_werden
from analysis.geheimhaltung.vorgabe import Vorgabe, weitere_kreise
from data_access import abfragen, eckwerte, wuerfelspeicher
from models.grundzahlen import GRUNDZAHLEN, TEILMENGEN
from models.rahmen import Wuerfel
from models.schutz import angaben_aus
from models.tabellen import Freigabe, Region
from models.vokabular import UEBRIGE, UNBEKANNT, Ebene, Raumprinzip

_ACHSEN: Final = tuple(p.value for p in Raumprinzip)


def waehle_k(region: str, grundzahl: str, mindest_k: int | None, vorige: Freigabe | None) -> int:
    """k = max(rule in force, `mindest_k`); the rule holds record, decisions and `SRB_K`.

    Raises `FreigabeAbgelehnt` if it was published with another one, or if the rule does not allow the Grundzahl.
    """
    regel = schutzregeln.regeln(region)[grundzahl]
    if grund := darf_gegliedert_werden(grundzahl, GRUNDZAHLEN[grundzahl].feinste_ebene, (), regel):
        raise FreigabeAbgelehnt(grund)
    k = max(regel.k, mindest_k or 0)
    if vorige is not None and vorige.k != k:
        raise FreigabeAbgelehnt(
            f"„{GRUNDZAHLEN[grundzahl].titel}“ wurde schon mit k = {vorige.k} veröffentlicht. Dieselben Zahlen mit "
            f"k = {k} ließen sich mit den alten verrechnen. Bitte bleiben Sie bei k = {vorige.k}."
        )
    return k


def mache_vorgabe(region: Region, grundzahl: str, stoff: Stoff, k: int, vorige: Freigabe | None) -> Vorgabe:
    """The grid and margins of the Freigabe before, or a proposal. Raises `FreigabeAbgelehnt`."""
    raumprinzipien = stoff.raumprinzipien
    if vorige is not None:
        alt = angaben_aus(vorige.angaben)
        if alt.raumprinzipien != raumprinzipien:
            raise FreigabeAbgelehnt(
                f"„{GRUNDZAHLEN[grundzahl].titel}“ wurde schon nach {_und(alt.raumprinzipien)} veröffentlicht. Die "
                f"gespeicherten Lieferungen haben gemeinsam {_und(raumprinzipien)}. Beides zusammen ließe sich "
                "verrechnen. Bitte die Lieferung mit der anderen Zählung zurückziehen oder um die fehlende Spalte "
                "bitten."
            )
        gemeinden, weitere, raeume = alt.gemeinden, alt.weitere, alt.raeume
    else:
        gemeinden = gemeinden_von(region, grundzahl)
        genannt = weitere_kreise(stoff.wahr, region.kreis_ags, k) if len(raumprinzipien) > 1 else ()
        weitere = (*genannt, UEBRIGE, UNBEKANNT) if len(raumprinzipien) > 1 else (UNBEKANNT,)
        raeume = dict(abfragen.zuordnung(region, Ebene.PLANUNGSRAUM).select("ags", "gebiet").iter_rows())
    feste, oeffentliche = _feste_stroeme(region, grundzahl, weitere), eckwerte.gueltige(region.kreis_ags, grundzahl)
    return Vorgabe(gemeinden, weitere, raeume, raumprinzipien, k, feste, oeffentliche)


def gemeinden_von(region: Region, grundzahl: str) -> tuple[str, ...]:
    """The places of the region that have cells: its Gemeinden, or the Kreis as a whole."""
    if GRUNDZAHLEN[grundzahl].nur_kreis:
        return (region.kreis_ags,)
    return tuple(g.ags for g in abfragen.gemeinden(region.kreis_ags))


def _und(raumprinzipien: tuple[str, ...]) -> str:
    return " und ".join(p.capitalize() for p in raumprinzipien)


def verwandte_wuerfel(
    region: Region, grundzahl: str, weitere: tuple[str, ...]
) -> tuple[dy.DataFrame[Wuerfel] | None, dy.DataFrame[Wuerfel] | None]:
    """Published cells in force of Grundzahlen that are part of this one, and of the one it is part of.

    Of several parts the largest cell counts. `uebrige` is comparable only where the same Kreise are named.
    """
    in_kraft = dict(abfragen.stand(region.slug).freigaben)

    def cells(andere: list[str]) -> dy.DataFrame[Wuerfel] | None:
        teile = []
        for frei in abfragen.freigaben([in_kraft[a] for a in andere if a in in_kraft]):
            gleich = set(angaben_aus(frei.angaben).weitere) == set(weitere)
            ohne = pl.lit(value=True) if gleich else pl.all_horizontal(pl.col(*_ACHSEN) != UEBRIGE)
            teile.append(wuerfelspeicher.lies(frei.datei, frei.pruefsumme).filter(ohne))
        if not teile:
            return None
        return Wuerfel.validate(pl.concat(teile).group_by("stichtag", *_ACHSEN).agg(pl.col("wert").max()), cast=True)

    teile = [klein for klein, gross in TEILMENGEN.items() if gross == grundzahl]
    return cells(teile), cells([TEILMENGEN[grundzahl]] if grundzahl in TEILMENGEN else [])


def _feste_stroeme(region: Region, grundzahl: str, weitere: tuple[str, ...]) -> dict[tuple[date, str], int]:
    """Flows from another region of the installation: taken from its cube, that of the Herkunft (design.md 2)."""
    feste: dict[tuple[date, str], int] = {}
    for andere in abfragen.regionen():
        if andere.slug == region.slug or andere.kreis_ags not in weitere:
            continue
        freigabe_id = dict(abfragen.stand(andere.slug).freigaben).get(grundzahl)
        if freigabe_id is None:
            continue
        frei = abfragen.freigaben([freigabe_id])[0]
        angaben = angaben_aus(frei.angaben)
        if region.kreis_ags not in angaben.weitere:
            continue
        geliefert = [date.fromisoformat(tag) for tag in angaben.quellschutz]
        hierher = wuerfelspeicher.lies(frei.datei, frei.pruefsumme).filter(
            # What came protected is not added up, so it fixes nothing elsewhere.
            pl.col("leistungsort") == region.kreis_ags,
            ~pl.col("stichtag").is_in(geliefert),
        )
        for tag, anzahl in hierher.group_by("stichtag").agg(pl.col("wert").sum()).iter_rows():
            feste[(tag, andere.kreis_ags)] = anzahl
    return feste
