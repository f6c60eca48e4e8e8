"""The audit over what an installation has published: from public facts alone, so anybody who has them can repeat it."""

from collections.abc import Callable, Collection, Sequence
from datetime import date

import dataframely as dy
import polars as pl

from analysis.geheimhaltung.oeffentliches import Oeffentliches, Veroeffentlichung
from analysis.geheimhaltung.pruefung import Pruefung, pruefe
from data_access import abfragen, eckwerte, einteilungen, wuerfelspeicher
from models.grundzahlen import GRUNDZAHLEN, verwandte
from models.rahmen import Wahrwerte
from models.schutz import angaben_aus
from models.tabellen import Freigabe, Region

Wahrheitsquelle = Callable[[str], tuple[dy.DataFrame[Wahrwerte] | None, pl.DataFrame | None]]
"""Id of a Freigabe -> the truth under its two cubes: only on the raw side."""


def familien(region: Region) -> list[tuple[str, ...]]:
    """Published Grundzahlen of a region that hang together and are attacked together, in the order of their records."""
    offen = {f.grundzahl for f in abfragen.alle_freigaben(region.slug) if _is_protected(f)}
    gruppen = {tuple(g for g in GRUNDZAHLEN if g in verwandte(grundzahl) and g in offen) for grundzahl in offen}
    return sorted(gruppen, key=lambda gruppe: list(GRUNDZAHLEN).index(gruppe[0]))


def sammle(
    region: Region,
    grundzahlen: Collection[str],
    neue: Sequence[Veroeffentlichung] = (),
    wahrheit: Wahrheitsquelle | None = None,
) -> Oeffentliches:
    """Everything that was ever public about these Grundzahlen, withdrawn Freigaben included, and `neue` as the newest.

    Flows to and from other regions of the installation come with their cubes in force.
    """
    alle = [f for f in abfragen.alle_freigaben(region.slug) if f.grundzahl in grundzahlen and _is_protected(f)]
    wuerfel = [_read(region, f, wahrheit) for f in sorted(alle, key=lambda f: (f.grundzahl, f.fassung))]
    wuerfel += [v for v in neue if v.grundzahl in grundzahlen]
    return Oeffentliches(
        wuerfel=[*_neighbours(region, wuerfel), *wuerfel],
        einteilungen=einteilungen.zuordnungen(region.slug),
        eckwerte=[(g, e) for g in sorted(grundzahlen) for e in eckwerte.gueltige(region.kreis_ags, g)],
    )


def pruefe_region(
    region: Region, grundzahlen: Collection[str], fortschritt: Callable[[date], None] | None = None
) -> Pruefung:
    """Attack what is public about these Grundzahlen."""
    return pruefe(sammle(region, grundzahlen), fortschritt)


def pruefe_ankommendes(region: Region, neue: Sequence[Veroeffentlichung]) -> int:
    """Attack cubes that were protected elsewhere, together with all that is public here. Numbers disclosed."""
    gruppen = {verwandte(v.grundzahl) for v in neue if not GRUNDZAHLEN[v.grundzahl].oeffentlich}
    return sum(pruefe(sammle(region, gruppe, neue)).bericht.aufgedeckt for gruppe in gruppen)


def _is_protected(freigabe: Freigabe) -> bool:
    return not GRUNDZAHLEN[freigabe.grundzahl].oeffentlich


def _read(region: Region, f: Freigabe, wahrheit: Wahrheitsquelle | None) -> Veroeffentlichung:
    wahr, gliederung_wahr = wahrheit(f.id) if wahrheit else (None, None)
    return Veroeffentlichung(
        kreis=region.kreis_ags,
        grundzahl=f.grundzahl,
        wuerfel=wuerfelspeicher.lies(f.datei, f.pruefsumme),
        angaben=angaben_aus(f.angaben),
        wahrheiten={date.fromisoformat(tag): summe for tag, summe in f.wahrheiten.items()},
        wahr=wahr,
        gliederung_wahr=gliederung_wahr,
        gliederung=wuerfelspeicher.gliederung_von(f),
    )


def _neighbours(region: Region, eigene: Collection[Veroeffentlichung]) -> list[Veroeffentlichung]:
    """Cubes of other regions that count persons who go to or come from this one."""
    genannt = {(v.grundzahl, kreis) for v in eigene for kreis in v.angaben.weitere}
    gefunden = []
    for andere in abfragen.regionen():
        namen = {g for g, kreis in genannt if kreis == andere.kreis_ags}
        if andere.slug == region.slug or not namen:
            continue
        ids = [i for g, i in abfragen.stand(andere.slug).freigaben if g in namen]
        nachbarn = [_read(andere, f, None) for f in abfragen.freigaben(ids) if _is_protected(f)]
        gefunden += [v for v in nachbarn if region.kreis_ags in v.angaben.weitere]
    return gefunden
