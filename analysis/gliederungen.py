"""A Kennzahl by age and sex: the Kreis as a whole, from the second cubes. Below the Kreis there is none, on purpose."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

import dataframely as dy
import polars as pl

from analysis.bestand import Bestand
from analysis.geheimhaltung import gliederungssummen
from analysis.geheimhaltung.summen import summiere_kreis
from analysis.intervalle import mit_intervall
from analysis.kennzahlen.kennzahl import Altersband, Kennzahl
from analysis.kennzahlen.nenner import nennerwerte
from analysis.kennzahlen.satzteile import ALLE
from analysis.sichten import berechne
from analysis.vergleiche import Messung
from models.altersgruppen import OFFEN, grenzen
from models.rahmen import Einwohnerbestand, Gebietswerte, Nennerwerte, Zaehlwerte
from models.schutz import ALTER, GESCHLECHT, MERKMALE, MERKMALSWORT, Gliederung
from models.vokabular import INSGESAMT, Ebene

NUR_IM_KREIS: Final = (
    "Nach Alter und Geschlecht gibt es Zahlen nur für den Kreis im Ganzen: In einer Gemeinde oder einem Planungsraum "
    "wären einzelne Menschen zu erkennen."
)


def gliederung(bestand: Bestand, kennzahl: Kennzahl) -> Gliederung | None:
    """The grid that all cubes of a Kennzahl have in common; None where one has none or another one."""
    if bestand.ganzes.ebene != Ebene.KREIS or kennzahl.merkmal:
        return None
    alle = [bestand.veroeffentlicht.get(g) for g in kennzahl.grundzahlen]
    raster = [v.angaben.gliederung if v is not None else None for v in alle]
    erste = raster[0] if raster else None
    if erste is None:
        return None
    gleich = all(r is not None and _achsen(r) == _achsen(erste) for r in raster)
    return erste if gleich else None


def _achsen(raster: Gliederung) -> tuple[object, ...]:
    return raster.raumprinzip, raster.altersgruppen, raster.geschlechter


def warum_nicht(bestand: Bestand, kennzahl: Kennzahl, ebene: str, raumprinzip: str, nach: Collection[str]) -> str:
    """Why a Kennzahl cannot be shown by these at a level, in one or two sentences; empty if it can."""
    worte = " und ".join(MERKMALSWORT[m] for m in MERKMALE if m in nach)
    if kennzahl.oeffentlich:
        return f"„{kennzahl.titel}“ ist nicht nach {worte} gegliedert: Es ist eine öffentliche Zahl aus anderer Quelle."
    if ebene != Ebene.KREIS or bestand.ganzes.ebene != Ebene.KREIS:
        return f"{NUR_IM_KREIS} Bitte die Ebene „kreis“ wählen."
    raster = gliederung(bestand, kennzahl)
    vorhanden = raster.merkmale if raster else ()
    if raster is None or not set(nach) <= set(vorhanden):
        auch = f" Veröffentlicht ist sie nach {' und '.join(MERKMALSWORT[m] for m in vorhanden)}." if vorhanden else ""
        return f"„{kennzahl.titel}“ wurde in {bestand.region.name} nicht nach {worte} gegliedert veröffentlicht.{auch}"
    if raster.raumprinzip != raumprinzip:
        return (
            f"Nach {worte} ist „{kennzahl.titel}“ nur nach {raster.raumprinzip.capitalize()} gezählt. "
            f"Bitte {raster.raumprinzip.capitalize()} wählen."
        )
    return ""


def gliederungswerte(
    bestand: Bestand, kennzahl: Kennzahl, nach: Collection[str] = MERKMALE
) -> dy.DataFrame[Gebietswerte]:
    """The Kreis by age and sex with the sums `insgesamt`, at every Stichtag of the cubes, ages from young to old.

    Counts with their public bounds, rates over the inhabitants of the same age and sex (`keine_angabe` where there
    is no such figure, as for `d`). Empty without a breakdown (`warum_nicht`).
    """
    raster = gliederung(bestand, kennzahl)
    if raster is None:
        return Gebietswerte.create_empty()
    paare = [
        (a, g)
        for a, g in product((INSGESAMT, *raster.altersgruppen), (INSGESAMT, *raster.geschlechter))
        if (a == INSGESAMT or ALTER in nach) and (g == INSGESAMT or GESCHLECHT in nach)
    ]
    paare = list(dict.fromkeys(paare))
    zaehler = {g: _zaehlwerte(bestand, g, raster) for g in kennzahl.grundzahlen}
    werte = berechne(bestand, kennzahl, zaehler.__getitem__, lambda: _nennerwerte(bestand, kennzahl, paare))
    tage = set.intersection(*(set(z["stichtag"]) for z in zaehler.values()))
    reihenfolge = {_schluessel(*paar): nummer for nummer, paar in enumerate(paare)}
    fertig = werte.filter(
        pl.col("gebiet").is_in(list(reihenfolge)), pl.col("stichtag").is_in(sorted(tage))
    ).with_columns(platz=pl.col("gebiet").replace_strict(reihenfolge, default=None, return_dtype=pl.Int64))
    return Gebietswerte.validate(
        fertig.sort("stichtag", "platz")
        .with_columns(
            pl.col("gebiet").str.split("|").list.get(0).alias(ALTER),
            pl.col("gebiet").str.split("|").list.get(1).alias(GESCHLECHT),
            pl.col("basis").fill_null(""),
            kennzahl=pl.lit(kennzahl.id),
            raumprinzip=pl.lit(raster.raumprinzip),
            einteilung=pl.lit(""),
            ebene=pl.lit(str(Ebene.KREIS)),
            name=pl.lit(bestand.region.name),
        )
        .with_columns(gebiet=pl.lit(bestand.region.kreis_ags))
        .select(list(Gebietswerte.columns())),
        cast=True,
    )


@dataclass(frozen=True)
class Teilmessung:
    """One age group and sex of the Kreis at a Stichtag, with its value and interval."""

    altersgruppe: str
    geschlecht: str
    messung: Messung


def teilmessungen(bestand: Bestand, kennzahl: Kennzahl) -> tuple[Teilmessung, ...]:
    """`gliederungswerte` judged: by Stichtag, ages from young to old, men and women in the order of the grid."""
    werte = gliederungswerte(bestand, kennzahl)
    felder = Messung.__dataclass_fields__
    return tuple(
        Teilmessung(z[ALTER], z[GESCHLECHT], Messung(**{feld: z[feld] for feld in felder}))
        for z in mit_intervall(werte, kennzahl).iter_rows(named=True)
    )


def _schluessel(altersgruppe: str, geschlecht: str) -> str:
    """Stands in the column of the area while formulas run: to them every age and sex is an area of its own."""
    return f"{altersgruppe}|{geschlecht}"


def _zaehlwerte(bestand: Bestand, grundzahl: str, raster: Gliederung) -> dy.DataFrame[Zaehlwerte]:
    veroeffentlicht = bestand.veroeffentlicht[grundzahl]
    angaben, wuerfel = veroeffentlicht.angaben, veroeffentlicht.gliederung
    if wuerfel is None or angaben.gliederung is None:
        return Zaehlwerte.create_empty()
    gesamt = summiere_kreis(veroeffentlicht.wuerfel, angaben, raster.raumprinzip)
    werte = gliederungssummen.gliederungswerte(wuerfel, angaben.gliederung, gesamt)
    benannt = werte.with_columns(gebiet=pl.concat_str(ALTER, GESCHLECHT, separator="|"))
    return Zaehlwerte.validate(benannt.select(list(Zaehlwerte.columns())), cast=True)


def _nennerwerte(bestand: Bestand, kennzahl: Kennzahl, paare: Sequence[tuple[str, str]]) -> dy.DataFrame[Nennerwerte]:
    """Inhabitants of every age group and sex of the Kreis, each on the basis that has it."""
    kreis = bestand.zuordnung(Ebene.KREIS)
    teile = []
    for alter, geschlecht in paare:
        band = kennzahl.band or ALLE
        if alter != INSGESAMT:
            von, bis = grenzen(alter)
            band = Altersband(von, None if bis == OFFEN else bis, "")
        einwohner = bestand.einwohner
        if geschlecht != INSGESAMT:
            nur = einwohner.filter(pl.col("geschlecht") == geschlecht)
            einwohner = Einwohnerbestand.validate(nur.with_columns(geschlecht=pl.lit(INSGESAMT)))
        werte = nennerwerte(einwohner, kreis, band, bestand.gemeindefrei)
        teile.append(werte.with_columns(gebiet=pl.lit(_schluessel(alter, geschlecht))))
    return Nennerwerte.validate(pl.concat(teile).sort("gebiet", "stichtag"), cast=True)


def loese(
    erster: Mapping[str, str], bestand: Bestand, kennzahl: Kennzahl, ebene: str, raumprinzip: str, hinweise: list[str]
) -> tuple[str, str]:
    """Age group and sex of a link as far as they exist, else `insgesamt` with a sentence in `hinweise`."""
    gewuenscht = {m: erster[m] for m in MERKMALE if erster.get(m, INSGESAMT) != INSGESAMT}
    if not gewuenscht:
        return INSGESAMT, INSGESAMT
    if grund := warum_nicht(bestand, kennzahl, ebene, raumprinzip, gewuenscht):
        hinweise.append(f"{grund} Sie sehen alle Menschen zusammen.")
        return INSGESAMT, INSGESAMT
    raster = gliederung(bestand, kennzahl)
    achsen = {ALTER: raster.altersgruppen, GESCHLECHT: raster.geschlechter} if raster else {}
    for merkmal, wert in list(gewuenscht.items()):
        if wert not in achsen[merkmal]:
            was = "Die Altersgruppe" if merkmal == ALTER else "Das Geschlecht"
            hinweise.append(
                f"{was} „{wert}“ aus dem Link gibt es hier nicht. Möglich sind {', '.join(achsen[merkmal])}."
            )
            del gewuenscht[merkmal]
    return gewuenscht.get(ALTER, INSGESAMT), gewuenscht.get(GESCHLECHT, INSGESAMT)
