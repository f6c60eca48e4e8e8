"""Whether a cube that arrived protected is one that could have been published here. Pure: facts in, reasons out.

The receiver cannot see the truth. He can see whether the grid is whole, whether every number is one that the rounding
can show, whether k is enough, and whether sums agree with what the cube itself and public figures say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

import dataframely as dy
import polars as pl

from analysis.geheimhaltung.raster import grid_cells, grid_over
from analysis.geheimhaltung.summen import summiere, zellspanne
from models.grundzahlen import GRUNDZAHLEN, OEFFENTLICH
from models.rahmen import Gliederungswuerfel, Wuerfel, Zuordnung
from models.schutz import Eckwert, Gliederung, Schutzangaben
from models.vokabular import UEBRIGE, UNBEKANNT

_KREIS = 5


class WuerfelUnzulaessig(Exception):
    """A cube must not be shown here; the message says why, without the number of any cell."""


@dataclass(frozen=True)
class Rasterzellen:
    """How many cells a cube and its second cube must have."""

    wuerfel: int
    gliederung: int


def pruefe_angaben(
    grundzahl: str, angaben: Schutzangaben, kreis: str, gemeinden: Sequence[str], mindest_k: int
) -> None:
    """Check the rules a cube claims. `gemeinden`: AGS of the Kreis as known here. Raises `WuerfelUnzulaessig`."""
    if grundzahl not in GRUNDZAHLEN:
        raise WuerfelUnzulaessig(
            f"Die Grundzahl „{grundzahl}“ gibt es hier nicht. Bitte Sozialraumblick auf beiden Seiten aktualisieren."
        )
    satz = GRUNDZAHLEN[grundzahl]
    noetig = OEFFENTLICH if satz.oeffentlich else max(satz.k, mindest_k)
    if angaben.k < noetig or (satz.oeffentlich and angaben.k != OEFFENTLICH):
        raise WuerfelUnzulaessig(
            f"„{satz.titel}“ ist mit k = {angaben.k} geschützt, hier gilt mindestens k = {noetig}. Bitte den Absender, "
            "die Zahlen mit einem höheren k freizugeben, oder die eigene Einstellung SRB_K prüfen."
        )
    if angaben.c not in (0, angaben.k // 2) or (angaben.c and satz.oeffentlich):
        raise WuerfelUnzulaessig(f"„{satz.titel}“: c = {angaben.c} passt nicht zu k = {angaben.k}.")
    erlaubt = {p.value for p in satz.raumprinzipien}
    if not angaben.raumprinzipien or not set(angaben.raumprinzipien) <= erlaubt:
        raise WuerfelUnzulaessig(
            f"„{satz.titel}“ gibt es nach {' und '.join(sorted(erlaubt))}, nicht nach "
            f"{', '.join(angaben.raumprinzipien) or 'nichts'}."
        )
    _pruefe_orte(satz.titel, angaben, kreis, [kreis] if satz.nur_kreis else gemeinden)


def _pruefe_orte(titel: str, angaben: Schutzangaben, kreis: str, gemeinden: Sequence[str]) -> None:
    eigene = set(angaben.gemeinden)
    if fremde := sorted(eigene - set(gemeinden)):
        raise WuerfelUnzulaessig(
            f"„{titel}“ nennt Gemeinden, die hier nicht bekannt sind: {', '.join(fremde[:5])}. Bitte das "
            "Gemeindeverzeichnis importieren, oder den Absender um den heutigen Gebietsstand bitten."
        )
    if not eigene or len(eigene) < len(angaben.gemeinden) or not set(angaben.raeume) <= eigene:
        raise WuerfelUnzulaessig(
            f"„{titel}“: Die Liste der Gemeinden ist leer, doppelt oder passt nicht zu den Räumen."
        )
    falsche = [w for w in angaben.weitere if w not in (UEBRIGE, UNBEKANNT) and not (w.isdigit() and len(w) == _KREIS)]
    if falsche or kreis in angaben.weitere or len(set(angaben.weitere)) < len(angaben.weitere):
        raise WuerfelUnzulaessig(f"„{titel}“: Die Liste der anderen Kreise ist nicht in Ordnung.")


def zellenzahl(angaben: Schutzangaben, stichtage: Sequence[date]) -> Rasterzellen:
    """Cells that the claimed rules imply; known before anything of a cube is read."""
    tafel = angaben.gliederung
    je_tag = len(tafel.altersgruppen) * len(tafel.geschlechter) if tafel else 0
    return Rasterzellen(len(grid_cells(angaben)) * len(stichtage), je_tag * len(stichtage))


def pruefe_wuerfel(
    grundzahl: str, angaben: Schutzangaben, stichtage: Sequence[date], wuerfel: dy.DataFrame[Wuerfel]
) -> None:
    """Check a cube against its rules: grid, every number, public figures. Raises `WuerfelUnzulaessig`."""
    titel = GRUNDZAHLEN[grundzahl].titel
    raster = grid_over(angaben, stichtage)
    if not wuerfel.select(raster.columns).sort(raster.columns).equals(raster.sort(raster.columns)):
        raise WuerfelUnzulaessig(
            f"„{titel}“: Die Zellen sind nicht die, die zu den Angaben gehören: Es fehlen welche, oder es gibt fremde."
        )
    if not GRUNDZAHLEN[grundzahl].oeffentlich:
        _pruefe_werte(titel, wuerfel["wert"], angaben)
    for eckwert in angaben.eckwerte:
        _pruefe_eckwert(titel, angaben, wuerfel, eckwert)


def pruefe_gliederung(
    grundzahl: str,
    angaben: Schutzangaben,
    wuerfel: dy.DataFrame[Wuerfel],
    zweiter: dy.DataFrame[Gliederungswuerfel],
) -> None:
    """Check a second cube: grid, every number, and that it adds up to the published total of the first.

    Call after `pruefe_wuerfel`. Raises `WuerfelUnzulaessig`.
    """
    titel, tafel = f"{GRUNDZAHLEN[grundzahl].titel} nach Alter und Geschlecht", angaben.gliederung
    if tafel is None or tafel.raumprinzip not in angaben.raumprinzipien or tafel.k < angaben.k:
        raise WuerfelUnzulaessig(f"„{titel}“: Die Angaben zu dieser Gliederung fehlen oder passen nicht zum Würfel.")
    tage = wuerfel["stichtag"].unique()
    zellen = list(product(sorted(tage), tafel.altersgruppen, tafel.geschlechter))
    if sorted(zellen) != sorted(zweiter.select("stichtag", "altersgruppe", "geschlecht").rows()):
        raise WuerfelUnzulaessig(f"„{titel}“: Die Zellen sind nicht die, die zu den Angaben gehören.")
    _pruefe_werte(titel, zweiter["wert"], tafel)
    eigene = wuerfel.filter(pl.col(tafel.raumprinzip).is_in(list(angaben.gemeinden)))
    summen = [dict(w.group_by("stichtag").agg(pl.col("wert").cast(pl.Int64).sum()).rows()) for w in (eigene, zweiter)]
    if summen[0] != summen[1]:
        raise WuerfelUnzulaessig(f"„{titel}“ ergibt zusammen nicht die veröffentlichte Summe des Kreises.")


def _pruefe_werte(titel: str, werte: pl.Series, angaben: Schutzangaben | Gliederung) -> None:
    """Every number must be one that the rounding can show; a number of 1..k-1 would be an unprotected one."""
    for wert in werte.unique():
        try:
            zellspanne(wert, angaben)
        except ValueError as fehler:
            raise WuerfelUnzulaessig(
                f"„{titel}“ enthält Zahlen, die bei k = {angaben.k} nicht stehen dürfen. Die Datei ist nicht "
                "geschützt. Bitte löschen Sie sie und informieren Sie den Absender."
            ) from fehler


def _pruefe_eckwert(titel: str, angaben: Schutzangaben, wuerfel: dy.DataFrame[Wuerfel], eckwert: Eckwert) -> None:
    """A public figure that was fixed must be possible within the bounds of the sum shown."""
    glieder = sorted(eckwert.glieder(angaben.gemeinden))
    gebiet = pl.DataFrame({"ags": glieder, "gebiet": eckwert.gebiet, "name": eckwert.gebiet})
    moeglich = False
    if eckwert.raumprinzip in angaben.raumprinzipien:
        summe = summiere(wuerfel, angaben, Zuordnung.validate(gebiet, cast=True), eckwert.raumprinzip)
        unten, oben = eckwert.anzahl - eckwert.spiel, eckwert.anzahl + eckwert.spiel
        passend = (pl.col("stichtag") == eckwert.stichtag) & (pl.col("von") <= oben) & (pl.col("bis") >= unten)
        moeglich = summe.filter(passend).height == 1
    if not moeglich:
        raise WuerfelUnzulaessig(
            f"„{titel}“ passt zum {eckwert.stichtag:%d.%m.%Y} nicht zu der öffentlichen Zahl, die darin steht."
        )
