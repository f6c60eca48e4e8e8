"""Writing published values to files: `export` and `flows`."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from analysis import gliederungen, sichten
from analysis.bestand import Bestand, finde_region, lade
from analysis.entwurf import mit_entwurf
from analysis.geheimhaltung.summen import stroeme
from analysis.kennzahlen.katalog import KENNZAHLEN, kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from commands.einlesen import lade_datei
from commands.planungsraeume import zuschnitte
from data_access import abfragen
from data_access.einteilungen import EinteilungAbgelehnt
from data_access.importing.lesen import lies, pruefe_art
from data_access.register import dateiregister
from models.grundzahlen import GRUNDZAHLEN
from models.vokabular import Ebene, Lieferungsart, Raumprinzip
from presentation.exports import tabelle
from presentation.texts.hinweise import fuer_datei
from presentation.texts.quellen import erklaerung


class AusfuhrAbgelehnt(Exception):
    """What was asked for does not exist; the message says what does."""


@dataclass(frozen=True)
class Wunsch:
    """What is to be exported."""

    kennzahl: str
    ebene: str
    region: str
    raumprinzip: str = Raumprinzip.HERKUNFT
    einteilung: str = ""
    jahre: tuple[int, ...] = ()
    nach: tuple[str, ...] = ()


def lade_region(schluessel: str) -> Bestand:
    """A region as it is published now, by slug or key. Raises `AusfuhrAbgelehnt`."""
    region = finde_region(schluessel)
    if region is None:
        vorhanden = ", ".join(r.slug for r in abfragen.regionen())
        raise AusfuhrAbgelehnt(
            f"Die Region „{schluessel}“ gibt es hier nicht. Vorhanden: {vorhanden}, dazu jeder Kreis und "
            "jedes Land des Verzeichnisses der Gebiete mit dem Schlüssel."
        )
    return lade(region, abfragen.stand(region.slug))


def _kennzahl(schluessel: str) -> Kennzahl:
    gefunden = kennzahl(schluessel)
    if gefunden is None:
        raise AusfuhrAbgelehnt(
            f"Die Kennzahl „{schluessel}“ gibt es nicht. Vorhanden: {', '.join(k.id for k in KENNZAHLEN)}."
        )
    return gefunden


def gefragt(region: str, schluessel: str) -> tuple[Bestand, Kennzahl]:
    """A region and a Kennzahl of which there are numbers in it. Raises `AusfuhrAbgelehnt`."""
    gewaehlt = _kennzahl(schluessel)
    bestand = lade_region(region)
    if not sichten.ist_vereinbart(bestand, gewaehlt):
        raise AusfuhrAbgelehnt(
            f"„{gewaehlt.titel}“ ist in {bestand.region.name} nicht vereinbart. Es gibt dort keine Zahlen dazu."
        )
    if not sichten.vorhanden(bestand, gewaehlt):
        raise AusfuhrAbgelehnt(
            f"Zu „{gewaehlt.titel}“ gibt es in {bestand.region.name} keine Zahl. Bitte zuerst eine Datei mit der Art "
            "„merkmale“ importieren."
        )
    return bestand, gewaehlt


def exportiere(wunsch: Wunsch, format_: str) -> bytes:
    """The values of a Kennzahl as a file. Raises `AusfuhrAbgelehnt`."""
    bestand, gewaehlt = gefragt(wunsch.region, wunsch.kennzahl)
    erlaubt = bestand.ebenen
    if wunsch.ebene not in erlaubt:
        raise AusfuhrAbgelehnt(f"Die Ebene „{wunsch.ebene}“ gibt es hier nicht. Vorhanden: {', '.join(erlaubt)}.")
    if wunsch.raumprinzip not in gewaehlt.raumprinzipien:
        raise AusfuhrAbgelehnt(
            f"„{gewaehlt.titel}“ gibt es nicht nach „{wunsch.raumprinzip}“. "
            f"Vorhanden: {', '.join(gewaehlt.raumprinzipien)}."
        )
    bestand, einteilung = _mit_einteilung(bestand, wunsch)
    if wunsch.nach:
        if grund := gliederungen.warum_nicht(bestand, gewaehlt, wunsch.ebene, wunsch.raumprinzip, wunsch.nach):
            raise AusfuhrAbgelehnt(grund)
        werte = gliederungen.gliederungswerte(bestand, gewaehlt, wunsch.nach)
    else:
        werte = sichten.gebietswerte(bestand, gewaehlt, wunsch.ebene, wunsch.raumprinzip, einteilung)
    auswahl: pl.DataFrame = werte
    if wunsch.jahre:
        auswahl = werte.filter(pl.col("stichtag").dt.year().is_in(wunsch.jahre))
        if auswahl.is_empty():
            tage = sorted({t.year for t in werte["stichtag"].unique() if isinstance(t, date)})
            raise AusfuhrAbgelehnt(f"Für diese Jahre gibt es keine Zahlen. Vorhanden: {', '.join(map(str, tage))}.")
    return tabelle.als_datei(
        auswahl,
        format_,
        f"{gewaehlt.titel}, {bestand.region.name}",
        erklaerung(gewaehlt, bestand),
        fuer_datei(auswahl, gewaehlt, bestand, wunsch.ebene, einteilung),
    )


def _mit_einteilung(bestand: Bestand, wunsch: Wunsch) -> tuple[Bestand, str]:
    """The region with the Einteilung that is asked for: stored under this id, or in a file, used for this once."""
    bekannte = [e.id for e in bestand.einteilungen]
    if not wunsch.einteilung or wunsch.einteilung in bekannte:
        if wunsch.ebene == Ebene.PLANUNGSRAUM and not (wunsch.einteilung or bestand.region.haupteinteilung_id):
            raise AusfuhrAbgelehnt(f"{bestand.region.name} hat noch keine Planungsräume.")
        return bestand, wunsch.einteilung
    datei = Path(wunsch.einteilung)
    if not datei.is_file():
        raise AusfuhrAbgelehnt(
            f"Die Einteilung „{wunsch.einteilung}“ gibt es nicht, weder gespeichert noch als Datei. "
            f"Vorhanden: {', '.join(bekannte)}."
        )
    gelesen = pruefe_art(lies(lade_datei(datei), datei.name, dateiregister()), Lieferungsart.PLANUNGSRAEUME)
    if gelesen.planungsraeume is None:
        gruende = [f.grund for f in gelesen.befund.fehler] + [f.text for f in gelesen.befund.fragen]
        raise AusfuhrAbgelehnt(f"{datei.name} kann so nicht benutzt werden. {' '.join(gruende[:3])}")
    try:
        alle = [z for z in zuschnitte(gelesen.planungsraeume) if z.region.slug == bestand.region.slug]
    except EinteilungAbgelehnt as grund:
        raise AusfuhrAbgelehnt(str(grund)) from grund
    if len(alle) != 1:
        genannt = ", ".join(z.kuerzel for z in alle) or "keine"
        raise AusfuhrAbgelehnt(
            f"In {datei.name} muss genau eine Einteilung von {bestand.region.name} stehen; gefunden: {genannt}."
        )
    kuerzel = alle[0].kuerzel
    return mit_entwurf(bestand, alle[0].schnitt, kuerzel, kuerzel), kuerzel


def exportiere_stroeme(grundzahl: str, region: str) -> bytes:
    """All published inner cells Herkunft x Leistungsort of a Grundzahl as CSV, zeros included."""
    if grundzahl not in GRUNDZAHLEN:
        raise AusfuhrAbgelehnt(
            f"Ströme gibt es nur für gezählte Menschen. Vorhanden: {', '.join(GRUNDZAHLEN)}; gefragt: „{grundzahl}“."
        )
    veroeffentlicht = lade_region(region).veroeffentlicht.get(grundzahl)
    if veroeffentlicht is None:
        raise AusfuhrAbgelehnt(f"Für „{grundzahl}“ gibt es in „{region}“ keine gültige Freigabe.")
    if len(veroeffentlicht.angaben.raumprinzipien) < len(Raumprinzip):
        (einziges,) = veroeffentlicht.angaben.raumprinzipien
        raise AusfuhrAbgelehnt(
            f"„{GRUNDZAHLEN[grundzahl].titel}“ wurde nur nach {einziges.capitalize()} erhoben. "
            "Ströme gibt es dafür nicht."
        )
    spalten = ["kennzahl", "stichtag", "herkunft", "leistungsort", "wert", "von", "bis", "status"]
    alle = stroeme(veroeffentlicht.wuerfel, veroeffentlicht.angaben).with_columns(kennzahl=pl.lit(grundzahl))
    return tabelle.als_csv(alle.select(spalten))
