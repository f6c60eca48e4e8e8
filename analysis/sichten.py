"""The one view of the numbers: a Kennzahl, a level, a Raumprinzip -> `Gebietswerte` of all areas and Stichtage.

Screen, chart, map, text and export take this frame and no other.
"""

from collections.abc import Callable
from datetime import date

import dataframely as dy
import polars as pl

from analysis.bestand import Bestand
from analysis.geheimhaltung.spannen import hoechstgrenze
from analysis.geheimhaltung.summen import summiere
from analysis.kennzahlen import formeln, merkmalswerte, nenner
from analysis.kennzahlen.katalog import k_der, mindestnenner_der
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.kennzahlen.satzteile import ALLE
from models.grundzahlen import EINWOHNER, GRUNDZAHLEN
from models.rahmen import Gebietswerte, Nennerwerte, Zaehlwerte, Zuordnung
from models.vokabular import INSGESAMT, Basis, Ebene, Raumprinzip, Status
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


def _herkunft_der_zahlen(bestand: Bestand, kennzahl: Kennzahl) -> str:
    """`synthetisch` if any of the Freigaben is, else empty: the column `basis` of counts and shares."""
    freigaben = [bestand.veroeffentlicht[g].freigabe for g in kennzahl.grundzahlen if g in bestand.veroeffentlicht]
    return Basis.SYNTHETISCH.value if any(f.synthetisch for f in freigaben) else ""


def _einwohner(werte: pl.DataFrame) -> pl.DataFrame:
    """The population as a Kennzahl: public, exact; an area its source leaves out is `keine_angabe`."""
    anzahl = pl.col("anzahl").cast(pl.Float64)
    return werte.select(
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


def k_von(bestand: Bestand, kennzahl: Kennzahl) -> int:
    """The k that holds for the values of a Kennzahl: the greatest of its record, the installation and its cubes.

    A cube may have been published with a higher one.
    """
    der_wuerfel = (bestand.veroeffentlicht[g].angaben.k for g in kennzahl.grundzahlen if g in bestand.veroeffentlicht)
    return max(k_der(kennzahl, bestand.regeln), *der_wuerfel, 0)


def groesste_abweichung(bestand: Bestand, kennzahl: Kennzahl, ebene: str, einteilung: str = "") -> int:
    """By how much any count behind a Kennzahl may differ from the truth at a level: the public bound, in persons."""
    zuordnung = bestand.zuordnung(ebene, einteilung)
    wuerfel = [bestand.veroeffentlicht[g].angaben for g in kennzahl.grundzahlen if g in bestand.veroeffentlicht]
    return max((hoechstgrenze(angaben, zuordnung) for angaben in wuerfel), default=0)


def _werte(bestand: Bestand, kennzahl: Kennzahl, ebene: str, einteilung: str, raumprinzip: str) -> pl.DataFrame:
    zuordnung = bestand.zuordnung(ebene, einteilung)

    def nennerwerte() -> dy.DataFrame[Nennerwerte]:
        return bestand.nennerwerte(ebene, einteilung, kennzahl.band or ALLE)

    if kennzahl.merkmal:
        werte = merkmalswerte.merkmalswerte(bestand.merkmale, zuordnung, kennzahl.merkmal, bestand.gemeindefrei)
        unten = None if kennzahl.band is None else nennerwerte()
        return merkmalswerte.als_werte(werte, kennzahl, unten)
    if kennzahl.id == EINWOHNER:
        return _einwohner(nennerwerte())
    return berechne(
        bestand,
        kennzahl,
        lambda g: _zaehlwerte(bestand, g, zuordnung, raumprinzip),
        nennerwerte,
    )


def berechne(
    bestand: Bestand,
    kennzahl: Kennzahl,
    zaehlwerte: Callable[[str], dy.DataFrame[Zaehlwerte]],
    nennerwerte: Callable[[], dy.DataFrame[Nennerwerte]],
) -> pl.DataFrame:
    """The formula of a Kennzahl over protected counts, by Grundzahl, and a population (columns `formeln.WERTE`)."""
    k = k_von(bestand, kennzahl)
    if kennzahl.oeffentlich:
        k = 0  # nobody is behind the numbers, so no count is too small for a rate
    zaehler = formeln.addiere([zaehlwerte(g) for g in kennzahl.zaehler])
    if kennzahl.art == "zahl":
        return formeln.zahl(zaehler, _herkunft_der_zahlen(bestand, kennzahl))
    if kennzahl.art == "rate":
        return formeln.rate(zaehler, nennerwerte(), kennzahl, k, mindestnenner_der(kennzahl, bestand.regeln))
    gesamt = formeln.addiere([zaehlwerte(g) for g in kennzahl.nenner])
    formel = formeln.anteil if kennzahl.art == "anteil" else formeln.verhaeltnis
    return formel(zaehler, gesamt, kennzahl, k, _herkunft_der_zahlen(bestand, kennzahl))


def vorhanden(bestand: Bestand, kennzahl: Kennzahl) -> bool:
    """Whether a menu offers the Kennzahl: one over a Merkmal only where the region has any value of it."""
    return not kennzahl.merkmal or kennzahl.merkmal in bestand.vorhandene_merkmale


def stichtage(bestand: Bestand, kennzahl: Kennzahl, ebene: str = "") -> tuple[date, ...]:
    """Stichtage a Kennzahl can be asked for, oldest first; none for a Lieferung that is not agreed in the region.

    `ebene` empty: those of the whole region. Its own ones, and of the other cubes of the region those on the same day
    of the year. Population and context figures have Stichtage of their own, and below the Kreis only those that a
    Gemeinde has a row for.
    """
    if kennzahl.merkmal or kennzahl.id == EINWOHNER:
        return _oeffentliche_stichtage(bestand, kennzahl, ebene)
    if not ist_vereinbart(bestand, kennzahl):
        return ()
    freigaben = [bestand.veroeffentlicht[g].freigabe for g in kennzahl.grundzahlen if g in bestand.veroeffentlicht]
    eigene = {tag for frei in freigaben for tag in frei.stichtage}
    ueblich = {GRUNDZAHLEN[g].stichtag for g in kennzahl.grundzahlen if g in GRUNDZAHLEN}
    return tuple(t for t in bestand.stichtage if t.isoformat() in eigene or (t.month, t.day) in ueblich)


def _oeffentliche_stichtage(bestand: Bestand, kennzahl: Kennzahl, ebene: str) -> tuple[date, ...]:
    zeilen = bestand.einwohner.select("ags", "stichtag")
    if kennzahl.merkmal:
        eigene = bestand.merkmale.filter(pl.col("merkmal") == kennzahl.merkmal)
        zeilen = eigene.select("ags", stichtag="zeitraum_bis")
    if ebene in (Ebene.PLANUNGSRAUM, Ebene.GEMEINDE):
        zeilen = zeilen.filter(pl.col("ags").str.len_chars() == 8)
    return tuple(sorted(zeilen["stichtag"].unique()))


def ist_vereinbart(bestand: Bestand, kennzahl: Kennzahl) -> bool:
    """Whether the region's agreements have every Lieferung that the Kennzahl needs; what is published is agreed."""
    return all(
        g in bestand.veroeffentlicht or vereinbart(g, bestand.region.kreis_ags)
        for g in kennzahl.grundzahlen
        if g in GRUNDZAHLEN
    )


def beginn(bestand: Bestand, kennzahl: Kennzahl, stichtag: date) -> date:
    """First day of the period that ends at `stichtag`; the Stichtag itself where a day is counted."""
    if not kennzahl.merkmal:
        return stichtag
    passend = bestand.merkmale.filter(
        pl.col("merkmal") == kennzahl.merkmal, pl.col("zeitraum_bis") == stichtag, pl.col("wert").is_not_null()
    )
    return min(passend["zeitraum_von"], default=stichtag)


def nebenwerte(bestand: Bestand, kennzahl: Kennzahl, ebene: str, einteilung: str = "") -> dy.DataFrame[Gebietswerte]:
    """Values of public counts on other bases or from other sources than those shown: for lines of their own."""
    zuordnung = bestand.zuordnung(ebene, einteilung)
    if kennzahl.merkmal and kennzahl.art == "zahl":
        weitere = merkmalswerte.nebenwerte(bestand.merkmale, zuordnung, kennzahl.merkmal, bestand.gemeindefrei)
        werte = merkmalswerte.als_werte(weitere, kennzahl, None)
    elif kennzahl.id == EINWOHNER:
        werte = _einwohner(
            nenner.nebenwerte(bestand.einwohner, zuordnung, ALLE, bestand.gemeindefrei).filter(
                pl.col("anzahl").is_not_null()
            )
        )
    else:
        return Gebietswerte.create_empty()
    namen = zuordnung.select("gebiet", "name").unique("gebiet")
    return _benannt(bestand, kennzahl, ebene, Raumprinzip.HERKUNFT, einteilung, namen.join(werte, on="gebiet"))


def gebietswerte(
    bestand: Bestand, kennzahl: Kennzahl, ebene: str, raumprinzip: str, einteilung: str = ""
) -> dy.DataFrame[Gebietswerte]:
    """Values of all areas of a level at all Stichtage, by name within a Stichtag.

    An area without a value has a row all the same, with the status that says why; below the Kreis `nicht_anwendbar`
    for a Kennzahl that stops there.
    """
    zuordnung = bestand.zuordnung(ebene, einteilung)
    tage = stichtage(bestand, kennzahl, ebene)
    raster = (
        zuordnung.select("gebiet", "name")
        .unique("gebiet")
        .join(pl.DataFrame({"stichtag": tage}, schema={"stichtag": pl.Date}), how="cross")
    )
    zu_fein = kennzahl.nur_kreis and ebene in (Ebene.PLANUNGSRAUM, Ebene.GEMEINDE)
    ohne_wert = Status.NICHT_ANWENDBAR if zu_fein else Status.NICHT_GELIEFERT
    werte = _werte(bestand, kennzahl, ebene, einteilung, raumprinzip)
    voll = raster.join(werte.clear() if zu_fein else werte, on=["gebiet", "stichtag"], how="left")
    benannt = voll.with_columns(pl.col("status").fill_null(ohne_wert.value))
    return _benannt(bestand, kennzahl, ebene, raumprinzip, einteilung, benannt)


def _benannt(
    bestand: Bestand, kennzahl: Kennzahl, ebene: str, raumprinzip: str, einteilung: str, werte: pl.DataFrame
) -> dy.DataFrame[Gebietswerte]:
    """Values with every column of the Contract."""
    schnitt = einteilung or bestand.region.haupteinteilung_id or "" if ebene == Ebene.PLANUNGSRAUM else ""
    return Gebietswerte.validate(
        werte.with_columns(
            pl.col("basis").fill_null(""),
            kennzahl=pl.lit(kennzahl.id),
            raumprinzip=pl.lit(str(raumprinzip)),
            einteilung=pl.lit(schnitt),
            ebene=pl.lit(str(ebene)),
            altersgruppe=pl.lit(kennzahl.band.schluessel if kennzahl.band else INSGESAMT),
            geschlecht=pl.lit(INSGESAMT),
        )
        .sort("stichtag", "name", "gebiet", "basis")
        .select(list(Gebietswerte.columns())),
        cast=True,
    )
