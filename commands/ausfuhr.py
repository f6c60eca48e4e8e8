"""Writing published values to files: `export` and `flows`."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from analysis import sichten
from analysis.bestand import Bestand, finde_region, lade
from analysis.geheimhaltung.summen import stroeme
from analysis.kennzahlen.katalog import KENNZAHLEN, kennzahl
from analysis.kennzahlen.kennzahl import Kennzahl
from data_access import abfragen
from models.grundzahlen import GRUNDZAHLEN
from models.vokabular import Raumprinzip
from presentation.exports import tabelle
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


def _bestand(schluessel: str) -> Bestand:
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


def exportiere(wunsch: Wunsch, format_: str) -> bytes:
    """The values of a Kennzahl as a file. Raises `AusfuhrAbgelehnt`."""
    gewaehlt = _kennzahl(wunsch.kennzahl)
    bestand = _bestand(wunsch.region)
    erlaubt = bestand.ebenen
    if wunsch.ebene not in erlaubt:
        raise AusfuhrAbgelehnt(f"Die Ebene „{wunsch.ebene}“ gibt es hier nicht. Vorhanden: {', '.join(erlaubt)}.")
    if wunsch.raumprinzip not in gewaehlt.raumprinzipien:
        raise AusfuhrAbgelehnt(
            f"„{gewaehlt.titel}“ gibt es nicht nach „{wunsch.raumprinzip}“. "
            f"Vorhanden: {', '.join(gewaehlt.raumprinzipien)}."
        )
    einteilungen = [e.id for e in bestand.einteilungen]
    if wunsch.einteilung and wunsch.einteilung not in einteilungen:
        raise AusfuhrAbgelehnt(
            f"Die Einteilung „{wunsch.einteilung}“ gibt es nicht. Vorhanden: {', '.join(einteilungen)}."
        )
    werte = sichten.gebietswerte(bestand, gewaehlt, wunsch.ebene, wunsch.raumprinzip, wunsch.einteilung)
    auswahl: pl.DataFrame = werte
    if wunsch.jahre:
        auswahl = werte.filter(pl.col("stichtag").dt.year().is_in(wunsch.jahre))
        if auswahl.is_empty():
            tage = sorted({t.year for t in werte["stichtag"].unique() if isinstance(t, date)})
            raise AusfuhrAbgelehnt(f"Für diese Jahre gibt es keine Zahlen. Vorhanden: {', '.join(map(str, tage))}.")
    return tabelle.als_datei(
        auswahl, format_, f"{gewaehlt.titel}, {bestand.region.name}", erklaerung(gewaehlt, bestand)
    )


def exportiere_stroeme(grundzahl: str, region: str) -> bytes:
    """All published inner cells Herkunft x Leistungsort of a Grundzahl as CSV, zeros included."""
    if grundzahl not in GRUNDZAHLEN:
        raise AusfuhrAbgelehnt(
            f"Ströme gibt es nur für gezählte Menschen. Vorhanden: {', '.join(GRUNDZAHLEN)}; gefragt: „{grundzahl}“."
        )
    veroeffentlicht = _bestand(region).veroeffentlicht.get(grundzahl)
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
