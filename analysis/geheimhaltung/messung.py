"""Measure the rounding on invented tables of the shape it meets: for `bench`, the Handbuch and the tests.

Nothing here is real: persons are drawn at random, only sizes and proportions follow the regions named.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import dataframely as dy
import numpy as np
import polars as pl
from numpy.typing import NDArray

from analysis.geheimhaltung.guete import Guete, deviations, measure_guete
from analysis.geheimhaltung.raster import Raster, Stufe, Vektor, build_raster
from analysis.geheimhaltung.vorgabe import Vorgabe, fasse_zusammen
from models.rahmen import Wahrwerte, Wuerfel
from models.schutz import Schutzangaben
from models.vokabular import UEBRIGE, UNBEKANNT, Raumprinzip

BLEIBEN: Final = 0.88
"""Share of persons who are still there, in the same service, a year later."""
IM_ORT: Final = 0.40
"""Share of persons from the region who are served in the Gemeinde they come from."""
FREI: Final = 4
"""Gemeinden of a free Planungsraum."""
FREIE_RAEUME: Final = 20
"""Free Planungsräume drawn per Stichtag and Raumprinzip."""


@dataclass(frozen=True)
class Gestalt:
    """Shape of a table: key of the Kreis, numbers of Gemeinden, Planungsräume, persons, Stichtage; other Kreise.

    `von_aussen`: share of persons with a Herkunft outside. Of the others `IM_ORT` are served where they come from and
    the share `in_region` elsewhere in the region, of these the share `nah` in their own Planungsraum.
    """

    kreis: str
    gemeinden: int
    raeume: int
    personen: int
    andere: tuple[str, ...]
    stichtage: int = 10
    von_aussen: float = 0.22
    in_region: float = 0.35
    nah: float = 0.0


WMK_AEHNLICH: Final = Gestalt("06636", 17, 4, 330, ("06611", "06632", "06633"))
UNNA_AEHNLICH: Final = Gestalt("05978", 10, 4, 1300, ("05913", "05915", "05974"))
REFERENZ: Final = Gestalt("06999", 16, 4, 2300, ("06997", "06998"))
"""The size of the reference table of geheimhaltung.md 6: 16 Gemeinden, 2,217 to 2,570 persons a year."""
NRW_AEHNLICH: Final = Gestalt(
    "05000", 396, 53, 150_000, ("03404", "06635", "07131"), von_aussen=0.02, in_region=0.57, nah=0.8
)
"""A whole Land as one cube: every Gemeinde, the Kreise as Planungsräume, few who come or go across the border."""


@dataclass(frozen=True)
class Probe:
    """An invented series, ready for `schutz.schuetze`."""

    wahr: dy.DataFrame[Wahrwerte]
    stichtage: tuple[date, ...]
    vorgabe: Vorgabe


@dataclass(frozen=True)
class Messung:
    """Accuracy of one protected series; deviations in persons.

    `mittel`/`hoechste`: over all cells and margins together. `frei`: mean over random free Planungsräume of four
    Gemeinden. `bleibend`: share of small cells with unchanged truth that show the same as the Stichtag before; None
    if there are none.
    """

    mittel: float
    hoechste: int
    frei: float
    bleibend: float | None
    guete: Guete


def generate(gestalt: Gestalt, k: int, zufall: np.random.Generator) -> Probe:
    """Draw a series of persons with Herkunft and Leistungsort; most of them stay from year to year."""
    gemeinden = tuple(f"{gestalt.kreis}{nummer:03d}" for nummer in range(1, gestalt.gemeinden + 1))
    aussen = (*gestalt.andere, UEBRIGE, UNBEKANNT)
    orte = np.array([*gemeinden, *aussen])
    groesse = _anteile(zufall.lognormal(0.0, 0.6, len(gemeinden)))
    angebot = _anteile(zufall.lognormal(0.0, 1.2, len(gemeinden)))
    draussen = _anteile(zufall.dirichlet(np.ones(len(aussen))))

    def draw_nearby(herkunft: NDArray[np.int64]) -> NDArray[np.int64]:
        """For each person a Gemeinde of the own Planungsraum, by what is on offer there."""
        ziel = herkunft.copy()
        for raum in range(gestalt.raeume):
            dort, hier = np.arange(raum, len(gemeinden), gestalt.raeume), herkunft % gestalt.raeume == raum
            ziel[hier] = zufall.choice(dort, int(hier.sum()), p=_anteile(angebot[dort]))
        return ziel

    def draw(anzahl: int) -> NDArray[np.int64]:
        """Persons as rows (Herkunft, Leistungsort), numbers into `orte`."""
        herkunft = zufall.choice(len(gemeinden), anzahl, p=groesse)
        hiesiges_angebot = zufall.choice(len(gemeinden), anzahl, p=angebot)
        fremder_ort = len(gemeinden) + zufall.choice(len(aussen), anzahl, p=draussen)
        wuerfel, von_aussen = zufall.random(anzahl), zufall.random(anzahl) < gestalt.von_aussen
        anderswo = IM_ORT + gestalt.in_region
        ziel = np.select([wuerfel < IM_ORT, wuerfel < anderswo], [herkunft, hiesiges_angebot], fremder_ort)
        if gestalt.nah:
            nah = (wuerfel >= IM_ORT) & (wuerfel < IM_ORT + gestalt.in_region * gestalt.nah)
            ziel = np.where(nah, draw_nearby(herkunft), ziel)
        return np.column_stack(
            [np.where(von_aussen, fremder_ort, herkunft), np.where(von_aussen, hiesiges_angebot, ziel)]
        )

    stichtage = tuple(date(2015 + jahr, 12, 31) for jahr in range(gestalt.stichtage))
    personen, je_tag = draw(gestalt.personen), []
    for tag in stichtage:
        je_tag.append(
            pl.DataFrame({"herkunft": orte[personen[:, 0]], "leistungsort": orte[personen[:, 1]]})
            .group_by("herkunft", "leistungsort")
            .agg(anzahl=pl.len().cast(pl.Int64))
            .with_columns(stichtag=pl.lit(tag))
        )
        geblieben = personen[zufall.random(len(personen)) < BLEIBEN]
        personen = np.vstack([geblieben, draw(gestalt.personen - len(geblieben))])
    vorgabe = Vorgabe(
        gemeinden=gemeinden,
        weitere=aussen,
        raeume={ags: f"raum-{nummer % gestalt.raeume}" for nummer, ags in enumerate(gemeinden)},
        raumprinzipien=tuple(p.value for p in Raumprinzip),
        k=k,
    )
    wahr = pl.concat(je_tag).sort("stichtag", "herkunft", "leistungsort")
    return Probe(Wahrwerte.validate(wahr, cast=True), stichtage, vorgabe)


def measure(
    wahr: dy.DataFrame[Wahrwerte],
    wuerfel: dy.DataFrame[Wuerfel],
    angaben: Schutzangaben,
    zufall: np.random.Generator,
) -> Messung:
    """Accuracy of `wuerfel` against the truth it was made from."""
    vorgabe = Vorgabe(angaben.gemeinden, angaben.weitere, angaben.raeume, angaben.raumprinzipien, angaben.k)
    raster = build_raster(vorgabe)
    tage = sorted(wuerfel["stichtag"].unique())
    wahre = raster.vektoren(fasse_zusammen(wahr, angaben.gemeinden, angaben.weitere), "anzahl", tage)
    gezeigte = raster.vektoren(wuerfel, "wert", tage)
    paare = [(wahre[tag], gezeigte[tag]) for tag in tage]
    alle = np.concatenate([a for w, g in paare for a in deviations(raster, w, g).values()])
    frei = np.concatenate([_free_deviations(raster, g - w, zufall) for w, g in paare])
    return Messung(
        mittel=float(alle.mean()),
        hoechste=int(alle.max()),
        frei=float(frei.mean()),
        bleibend=_share_kept(paare, angaben.k),
        guete=measure_guete(raster, paare, angaben.k),
    )


def _anteile(gewichte: NDArray[np.float64]) -> NDArray[np.float64]:
    anteile: NDArray[np.float64] = gewichte / gewichte.sum()
    return anteile


def _free_deviations(raster: Raster, bewegt: Vektor, zufall: np.random.Generator) -> Vektor:
    """Absolute deviations of random groups of Gemeinden, by each Raumprinzip."""
    je_gemeinde = (raster.raender @ bewegt)[raster.stufen == Stufe.GEMEINDE]
    prinzipien = int((raster.stufen == Stufe.KREIS).sum())
    je_prinzip = je_gemeinde.reshape(prinzipien, -1)
    glieder = min(FREI, je_prinzip.shape[1])
    gruppen = [zufall.choice(je_prinzip.shape[1], glieder, replace=False) for _ in range(FREIE_RAEUME)]
    return np.concatenate([np.abs(je_prinzip[:, gruppe].sum(axis=1)) for gruppe in gruppen])


def _share_kept(paare: list[tuple[Vektor, Vektor]], k: int) -> float | None:
    """Share of small cells with the same truth as one Stichtag earlier that show the same."""
    gleich = [
        davor_gezeigt[ruhend] == gezeigt[ruhend]
        for (davor, davor_gezeigt), (wahr, gezeigt) in zip(paare, paare[1:], strict=False)
        for ruhend in [(wahr == davor) & (wahr > 0) & (wahr < k)]
    ]
    return float(np.concatenate(gleich).mean()) if sum(map(len, gleich)) else None
