"""The one view of the numbers: a Kennzahl, a level, a Raumprinzip -> `Gebietswerte` of all areas and Stichtage.

Screen, chart, map, text and export take this frame and no other.
"""

from datetime import date

import dataframely as dy
import polars as pl

from analysis.bestand import Bestand
from analysis.geheimhaltung.summen import summiere
from analysis.kennzahlen import formeln
from analysis.kennzahlen.katalog import k_der
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.kennzahlen.nenner import nennerwerte
from analysis.kennzahlen.satzteile import ALLE
from models.grundzahlen import EINWOHNER, GRUNDZAHLEN
from models.rahmen import Gebietswerte, Nennerwerte, Zaehlwerte, Zuordnung
from models.vokabular import INSGESAMT, Basis, Ebene, Status
from models.zustaendigkeit import vereinbart


def _zaehlwerte(
    bestand: Bestand, grundzahl: str, zuordnung: dy.DataFrame[Zuordnung], raumprinzip: str
) -> dy.DataFrame[Zaehlwerte]:
    """Protected counts of a Grundzahl by area; empty where none is in force or the series lacks the Raumprinzip."""
    veroeffentlicht = bestand.veroeffentlicht.get(grundzahl)
    if veroeffentlicht is None or raumprinzip not in veroeffentlicht.angaben.raumprinzipien:
        return Zaehlwerte.create_empty()
    if GRUNDZAHLEN[grundzahl].nur_kreis:
        # The cells of such a cube are those of the Kreis as a whole, not of its Gemeinden.
        kreis = bestand.region.kreis_ags
        ganz = zuordnung.filter(pl.col("gebiet") == kreis).head(1).with_columns(ags=pl.lit(kreis))
        zuordnung = Zuordnung.validate(ganz)
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
    if kennzahl.oeffentlich:
        k = 0  # nobody is behind the numbers, so no count is too small for a rate
    if kennzahl.id == EINWOHNER:
        return _einwohner(_nennerwerte(bestand, zuordnung, kennzahl))
    zaehler = formeln.addiere([_zaehlwerte(bestand, g, zuordnung, raumprinzip) for g in kennzahl.zaehler])
    if kennzahl.art == "zahl":
        return formeln.zahl(zaehler, _herkunft_der_zahlen(bestand, kennzahl))
    if kennzahl.art == "rate":
        return formeln.rate(zaehler, _nennerwerte(bestand, zuordnung, kennzahl), kennzahl, k)
    gesamt = formeln.addiere([_zaehlwerte(bestand, g, zuordnung, raumprinzip) for g in kennzahl.nenner])
    formel = formeln.anteil if kennzahl.art == "anteil" else formeln.verhaeltnis
    return formel(zaehler, gesamt, kennzahl, k, _herkunft_der_zahlen(bestand, kennzahl))


def stichtage(bestand: Bestand, kennzahl: Kennzahl) -> tuple[date, ...]:
    """Stichtage a Kennzahl can be asked for, oldest first; none for a Lieferung that is not agreed in the region.

    Its own ones, and of the other cubes of the region those on the same day of the year (or those of the population).
    """
    if kennzahl.id == EINWOHNER:
        return bestand.einwohnerstichtage
    if not ist_vereinbart(bestand, kennzahl):
        return ()
    freigaben = [bestand.veroeffentlicht[g].freigabe for g in kennzahl.grundzahlen if g in bestand.veroeffentlicht]
    eigene = {tag for frei in freigaben for tag in frei.stichtage}
    ueblich = {GRUNDZAHLEN[g].stichtag for g in kennzahl.grundzahlen if g in GRUNDZAHLEN}
    return tuple(t for t in bestand.stichtage if t.isoformat() in eigene or (t.month, t.day) in ueblich)


def ist_vereinbart(bestand: Bestand, kennzahl: Kennzahl) -> bool:
    """Whether the region's agreements have every Lieferung that the Kennzahl needs; what is published is agreed."""
    return all(
        g in bestand.veroeffentlicht or vereinbart(g, bestand.region.kreis_ags)
        for g in kennzahl.grundzahlen
        if g in GRUNDZAHLEN
    )


def gebietswerte(
    bestand: Bestand, kennzahl: Kennzahl, ebene: str, raumprinzip: str, einteilung: str = ""
) -> dy.DataFrame[Gebietswerte]:
    """Values of all areas of a level at all Stichtage, by name within a Stichtag.

    An area without a value has a row all the same, with the status that says why; below the Kreis `nicht_anwendbar`
    for a Kennzahl that stops there.
    """
    zuordnung = bestand.zuordnung(ebene, einteilung)
    raster = (
        zuordnung.select("gebiet", "name")
        .unique("gebiet")
        .join(pl.DataFrame({"stichtag": stichtage(bestand, kennzahl)}, schema={"stichtag": pl.Date}), how="cross")
    )
    zu_fein = kennzahl.nur_kreis and ebene != Ebene.KREIS
    ohne_wert = Status.NICHT_ANWENDBAR if zu_fein else Status.NICHT_GELIEFERT
    werte = _werte(bestand, kennzahl, zuordnung, raumprinzip)
    if zu_fein:
        werte = werte.clear()
    benannt = einteilung or bestand.region.haupteinteilung_id or "" if ebene == Ebene.PLANUNGSRAUM else ""
    return Gebietswerte.validate(
        raster.join(werte, on=["gebiet", "stichtag"], how="left")
        .with_columns(
            pl.col("status").fill_null(ohne_wert.value),
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
