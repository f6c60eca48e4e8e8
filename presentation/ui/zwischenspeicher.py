"""What is kept between script runs: protected data only, always under the Fassung in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from analysis import messen, revisionen
from analysis.bestand import Bestand, lade
from analysis.gebietswahl import Ort
from analysis.gliederungen import Teilmessung
from analysis.gremien.bestand import Gremienbestand
from analysis.gremien.bestand import lade as lade_gremien
from analysis.kennzahlen.kennzahl import Kennzahl
from analysis.steckbrief import steckbrief as stelle_zusammen
from analysis.steckbriefteile import Steckbrief
from analysis.vergleiche import Messung
from data_access import abfragen
from data_access import register as gebietsregister
from data_access.gremien import buch, ruecknahme
from data_access.gremien import lesen as gremienleser
from data_access.importing.gelesen import Register
from models.gremientabellen import Aenderung, Vorgang
from models.tabellen import Region

REGIONEN_GELTEN_S = 30
"""Seconds after which the list of regions is read again; it changes only when a region is set up."""


@st.cache_resource(ttl=REGIONEN_GELTEN_S, show_spinner=False)
def regionen() -> list[Region]:
    """The regions of the installation."""
    return abfragen.regionen()


@st.cache_resource(ttl=REGIONEN_GELTEN_S, show_spinner=False)
def weitere_regionen() -> list[Region]:
    """Every other Kreis and Land of the register of areas."""
    return gebietsregister.weitere_regionen()


def bestand(region: Region) -> Bestand:
    """The region at the Fassung in force: one indexed read, everything else from memory."""
    stand = abfragen.stand(region.slug)
    return _bestand(repr(stand), region, stand)


@st.cache_resource(max_entries=8, show_spinner=False)
def _bestand(schluessel: str, _region: Region, _stand: abfragen.Stand) -> Bestand:
    return lade(_region, _stand)


def alle_messungen(
    bestand_: Bestand, kennzahl: Kennzahl, ebene: str, raumprinzip: str, einteilung: str = ""
) -> tuple[Messung, ...]:
    """Values of all areas of a level at all Stichtage with their intervals, by Stichtag and name."""
    return _messungen(bestand_.kennung, kennzahl.id, ebene, raumprinzip, einteilung, bestand_, kennzahl)


@st.cache_resource(max_entries=512, show_spinner=False)
def _messungen(
    schluessel: str,
    kennzahl_id: str,
    ebene: str,
    raumprinzip: str,
    einteilung: str,
    _bestand: Bestand,
    _kennzahl: Kennzahl,
) -> tuple[Messung, ...]:
    return messen.alle_messungen(_bestand, _kennzahl, ebene, raumprinzip, einteilung)


@st.cache_resource(ttl=REGIONEN_GELTEN_S, show_spinner=False)
def register() -> Register:
    """The areas that files are checked against."""
    return gebietsregister.dateiregister()


def steckbrief(bestand_: Bestand, ort: Ort, stichtag: date | None) -> Steckbrief:
    """Everything about one area at a Stichtag."""
    return _steckbrief(bestand_.kennung, ort, stichtag, bestand_)


@st.cache_resource(max_entries=128, show_spinner=False)
def _steckbrief(schluessel: str, ort: Ort, stichtag: date | None, _bestand: Bestand) -> Steckbrief:
    return stelle_zusammen(_bestand, ort, stichtag, alle_messungen)


def gremienfassung(region: str) -> int:
    """Number of the latest step about the Gremien of a region: whatever was made of an earlier one is out of date."""
    return gremienleser.fassung(region)


def gremien(region: str) -> Gremienbestand:
    """The Gremien of a region as they are entered now: one indexed read, everything else from memory."""
    return _gremien(region, gremienleser.fassung(region))


@st.cache_resource(max_entries=16, show_spinner=False)
def _gremien(region: str, fassung: int) -> Gremienbestand:
    return lade_gremien(region)


@dataclass(frozen=True)
class Verlaufsschritt:
    """A step about the Gremien: what it changed, how much more, and why it cannot be undone (empty: it can)."""

    vorgang: Vorgang
    aenderungen: tuple[Aenderung, ...]
    weitere: int
    hindernis: str


def gremienverlauf(region: str, sitzung: str = "", tabellen: tuple[str, ...] = ()) -> tuple[Verlaufsschritt, ...]:
    """The latest steps in a region, or those about one meeting or about these tables, the newest first."""
    return _gremienverlauf(region, sitzung, tabellen, gremienleser.fassung(region))


@st.cache_resource(max_entries=64, show_spinner=False)
def _gremienverlauf(region: str, sitzung: str, tabellen: tuple[str, ...], fassung: int) -> tuple[Verlaufsschritt, ...]:
    orte = ruecknahme.zeilen_der_sitzung(sitzung) if sitzung else None
    if orte is not None:
        alle = ruecknahme.vorgaenge_mit(region, orte)
    else:
        alle = ruecknahme.vorgaenge_an(region, tabellen) if tabellen else buch.verlauf(region)
    je = ruecknahme.aenderungen_von(alle)
    hindernisse = ruecknahme.hindernisse(alle, je)
    schritte = []
    for v in alle:
        gezeigt = tuple(a for a in je[v.id] if orte is None or (a.tabelle, a.schluessel) in orte)
        schritte.append(Verlaufsschritt(v, gezeigt, len(je[v.id]) - len(gezeigt), hindernisse[v.id]))
    return tuple(schritte)


def revidiert(bestand_: Bestand) -> Mapping[str, Mapping[date, date]]:
    """Stichtage by Grundzahl that a later Freigabe changed, with its day: compared once per Fassung."""
    return _revidiert(bestand_.kennung, bestand_.region.slug)


@st.cache_resource(max_entries=64, show_spinner=False)
def _revidiert(schluessel: str, region: str) -> Mapping[str, Mapping[date, date]]:
    return revisionen.lade(abfragen.alle_freigaben(region))


def nebenmessungen(bestand_: Bestand, kennzahl: Kennzahl, ebene: str, einteilung: str = "") -> tuple[Messung, ...]:
    """Values of public counts on other bases or from other sources than those of `alle_messungen`."""
    return _nebenmessungen(bestand_.kennung, kennzahl.id, ebene, einteilung, bestand_, kennzahl)


@st.cache_resource(max_entries=256, show_spinner=False)
def _nebenmessungen(
    schluessel: str, kennzahl_id: str, ebene: str, einteilung: str, _bestand: Bestand, _kennzahl: Kennzahl
) -> tuple[Messung, ...]:
    return messen.nebenmessungen(_bestand, _kennzahl, ebene, einteilung)


def gliederungswerte(bestand_: Bestand, kennzahl: Kennzahl) -> tuple[Teilmessung, ...]:
    """Values of the Kreis by age and sex at all Stichtage; empty without a breakdown."""
    return _gliederungswerte(bestand_.kennung, kennzahl.id, bestand_, kennzahl)


@st.cache_resource(max_entries=64, show_spinner=False)
def _gliederungswerte(
    schluessel: str, kennzahl_id: str, _bestand: Bestand, _kennzahl: Kennzahl
) -> tuple[Teilmessung, ...]:
    return messen.gliederungswerte(_bestand, _kennzahl)
