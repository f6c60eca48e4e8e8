"""The one view of the numbers: a Kennzahl, a level, a Raumprinzip -> `Gebietswerte` of all areas and Stichtage.

Screen, chart, map, text and export take this frame and no other.
"""

from datetime import date

import dataframely as dy
import polars as pl

from analysis.bestand import Bestand
from analysis.geheimhaltung.summen import summiere
from analysis.kennzahlen import formeln
from analysis.kennzahlen.katalog import ALLE, k_der
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.kennzahlen.nenner import nennerwerte
from models.grundzahlen import EINWOHNER
from models.rahmen import Gebietswerte, Nennerwerte, Zaehlwerte, Zuordnung
from models.vokabular import INSGESAMT, Basis, Ebene, Status


def _zaehlwerte(
    bestand: Bestand, grundzahl: str, zuordnung: dy.DataFrame[Zuordnung], raumprinzip: str
) -> dy.DataFrame[Zaehlwerte]:
    """Protected counts of a Grundzahl by area; empty where none is in force or the series lacks the Raumprinzip."""
    veroeffentlicht = bestand.veroeffentlicht.get(grundzahl)
    if veroeffentlicht is None or raumprinzip not in veroeffentlicht.angaben.raumprinzipien:
        return Zaehlwerte.create_empty()
    return summiere(veroeffentlicht.wuerfel, veroeffentlicht.angaben, zuordnung, raumprinzip)


def _nennerwerte(bestand: Bestand, zuordnung: dy.DataFrame[Zuordnung], kennzahl: Kennzahl) -> dy.DataFrame[Nennerwerte]:
    return nennerwerte(bestand.einwohner, zuordnung, kennzahl.band or ALLE, bestand.gemeindefrei)


def _herkunft_der_zahlen(bestand: Bestand, kennzahl: Kennzahl) -> str:
    """`synthetisch` if any of the Freigaben is, else empty: the column `basis` of counts and shares."""
    freigaben = [bestand.veroeffentlicht[g].freigabe for g in kennzahl.grundzahlen if g in bestand.veroeffentlicht]
    return Basis.SYNTHETISCH.value if any(f.synthetisch for f in freigaben) else ""


def _einwohner(nenner: dy.DataFrame[Nennerwerte]) -> pl.DataFrame:
    """The population as a Kennzahl: public, exact; an area its source leaves out is `keine_angabe`."""
    anzahl = pl.col("anzahl").cast(pl.Float64)
    return nenner.select(
        "gebiet",
        "stichtag",
        wert=anzahl,
        von=anzahl,
        bis=anzahl,
        status=pl.when(anzahl.is_null())
        .then(pl.lit(Status.KEINE_ANGABE.value))
        .otherwise(pl.lit(Status.GEZEIGT.value)),
        zaehler="anzahl",
        nenner=pl.lit(None, dtype=pl.Int64),
        basis="basis",
    )


def _k_der_freigabe(bestand: Bestand, grundzahl: str) -> int:
    """The k a Grundzahl was published with (it may have been raised for this Freigabe), 0 without one."""
    veroeffentlicht = bestand.veroeffentlicht.get(grundzahl)
    return veroeffentlicht.angaben.k if veroeffentlicht else 0


def _werte(bestand: Bestand, kennzahl: Kennzahl, zuordnung: dy.DataFrame[Zuordnung], raumprinzip: str) -> pl.DataFrame:
    k = max(k_der(kennzahl, bestand.mindest_k), *(_k_der_freigabe(bestand, g) for g in kennzahl.grundzahlen))
    if kennzahl.id == EINWOHNER:
        return _einwohner(_nennerwerte(bestand, zuordnung, kennzahl))
    zaehler = formeln.addiere([_zaehlwerte(bestand, g, zuordnung, raumprinzip) for g in kennzahl.zaehler])
    if kennzahl.art == "zahl":
        return formeln.zahl(zaehler, _herkunft_der_zahlen(bestand, kennzahl))
    if kennzahl.art == "rate":
        return formeln.rate(zaehler, _nennerwerte(bestand, zuordnung, kennzahl), kennzahl, k)
    gesamt = formeln.addiere([_zaehlwerte(bestand, g, zuordnung, raumprinzip) for g in kennzahl.nenner])
    return formeln.anteil(zaehler, gesamt, kennzahl, k, _herkunft_der_zahlen(bestand, kennzahl))


def stichtage(bestand: Bestand, kennzahl: Kennzahl) -> tuple[date, ...]:
    """Stichtage a Kennzahl can be asked for, oldest first: those of any cube of the region (or of the population)."""
    return bestand.einwohnerstichtage if kennzahl.id == EINWOHNER else bestand.stichtage


def gebietswerte(
    bestand: Bestand, kennzahl: Kennzahl, ebene: str, raumprinzip: str, einteilung: str = ""
) -> dy.DataFrame[Gebietswerte]:
    """Values of all areas of a level at all Stichtage, by name within a Stichtag.

    An area without a value has a row all the same, with the status that says why.
    """
    zuordnung = bestand.zuordnung(ebene, einteilung)
    raster = (
        zuordnung.select("gebiet", "name")
        .unique("gebiet")
        .join(pl.DataFrame({"stichtag": stichtage(bestand, kennzahl)}, schema={"stichtag": pl.Date}), how="cross")
    )
    werte = _werte(bestand, kennzahl, zuordnung, raumprinzip)
    benannt = einteilung or bestand.region.haupteinteilung_id or "" if ebene == Ebene.PLANUNGSRAUM else ""
    return Gebietswerte.validate(
        raster.join(werte, on=["gebiet", "stichtag"], how="left")
        .with_columns(
            pl.col("status").fill_null(Status.NICHT_GELIEFERT.value),
            pl.col("basis").fill_null(""),
            kennzahl=pl.lit(kennzahl.id),
            raumprinzip=pl.lit(raumprinzip),
            einteilung=pl.lit(benannt),
            ebene=pl.lit(str(ebene)),
            altersgruppe=pl.lit(kennzahl.band.schluessel if kennzahl.band else INSGESAMT),
            geschlecht=pl.lit(INSGESAMT),
        )
        .sort("stichtag", "name", "gebiet")
        .select(list(Gebietswerte.columns())),
        cast=True,
    )
